import logging
import os
import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt, QTimer, qWarning
from PySide6.QtWidgets import QListView

from kcc_desktop.background import crash
from kcc_desktop.background.crash import CrashWatch, describe
from kcc_desktop.background.logs import blot, set_up_logging, take_down_logging

MARKER = "Geertruida"


@pytest.fixture
def log_file(tmp_path):
    level, noisy = logging.getLogger().level, logging.raiseExceptions
    handler = set_up_logging(tmp_path)
    yield tmp_path / "desk.log"
    take_down_logging(handler)
    logging.getLogger().setLevel(level)
    logging.raiseExceptions = noisy


@pytest.fixture
def watch(qapp, tmp_path, log_file):
    watch = CrashWatch()
    watch.install(tmp_path)
    yield watch
    watch.uninstall()


@pytest.fixture
def reports(watch):
    told = []
    watch.happened.connect(told.append)
    return told


def fail(name):
    raise ValueError(f"no such person: {name}")


def caught(name=MARKER):
    try:
        fail(name)
    except ValueError as error:
        return error


def test_a_report_says_where_and_never_what():
    report = describe(caught())
    assert report.kind == "ValueError"
    assert report.places[-1].endswith(" fail")
    assert report.places[-1].startswith(f"{__name__}:")
    assert MARKER not in repr(report)


def test_the_id_is_short_and_the_same_for_the_same_bug():
    assert describe(caught("a")).id == describe(caught("b")).id != describe(KeyError()).id
    assert len(describe(caught()).id) == 8


def test_the_errors_behind_an_error_are_named_also_in_a_ring():
    inner, outer = KeyError(), ValueError()
    outer.__cause__, inner.__context__ = inner, outer
    assert describe(outer).causes == ("KeyError",)


def test_an_error_in_a_slot_is_told_and_logged_without_its_text(qtbot, watch, log_file):
    with qtbot.captureExceptions(), qtbot.waitSignal(watch.happened) as told:
        sys.excepthook = watch._on_exception  # the test's own catcher stood in its place
        QTimer.singleShot(0, lambda: fail(MARKER))
    line = log_file.read_text(encoding="utf-8")
    assert told.args[0].id in line
    assert "ValueError" in line
    assert MARKER not in line


def test_an_error_in_a_thread_arrives_on_the_main_thread(qtbot, watch, log_file):
    arrived_on = []
    watch.happened.connect(lambda report: arrived_on.append((report.thread, threading.current_thread())))
    thread = threading.Thread(target=fail, args=(MARKER,), name="worker")
    with qtbot.waitSignal(watch.happened):
        thread.start()
    thread.join()
    assert [name for name, _ in arrived_on] == ["worker"]
    assert MARKER not in log_file.read_text(encoding="utf-8")


class BrokenModel(QAbstractListModel):
    asked = 0

    def rowCount(self, parent=QModelIndex()):  # noqa: B008
        return 1

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        BrokenModel.asked += 1
        return fail(MARKER)


def test_a_model_that_fails_for_every_cell_is_told_once(qtbot, watch, reports):
    with qtbot.captureExceptions():
        sys.excepthook = watch._on_exception
        view = QListView()
        qtbot.addWidget(view)
        view.setModel(BrokenModel(view))
        QTimer.singleShot(0, view.show)  # called by Qt: called from here, the error would come back to here
        qtbot.waitUntil(lambda: BrokenModel.asked > 5)
        view.setModel(None)
    assert len(reports) == 1


def test_an_error_that_comes_back_after_a_quiet_time_is_told_again(watch, reports, log_file, monkeypatch):
    now = [1000.0]
    monkeypatch.setattr(crash.time, "monotonic", lambda: now[0])
    for step in (0, 1, 9, 9, 11):  # each but the last within ten seconds of the one before
        now[0] += step
        watch.tell(caught())
    assert len(reports) == 2
    assert "3 more of the last one" in log_file.read_text(encoding="utf-8")


def test_a_warning_of_qt_is_in_the_log(watch, log_file):
    qWarning("a layout is nowhere")
    assert "qt.default: a layout is nowhere" in log_file.read_text(encoding="utf-8")


def test_what_stood_before_stands_after(qapp, tmp_path):
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    watch = CrashWatch()
    assert watch.install(tmp_path) is None
    assert sys.excepthook != before[0]
    watch.uninstall()
    assert (sys.excepthook, threading.excepthook, sys.unraisablehook) == before
    assert list(tmp_path.iterdir()) == []


DIES = """
import faulthandler, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from kcc_desktop.background.crash import CrashWatch
application = QCoreApplication([])
left = CrashWatch().install(Path(sys.argv[1]))
print(left.name if left else None, flush=True)
name = "Geertruida"
faulthandler._sigsegv()
"""


def test_a_run_that_died_leaves_a_trace_for_the_next(tmp_path):
    for expected in ("None", "fault-previous.txt"):
        died = subprocess.run(
            [sys.executable, "-c", DIES, str(tmp_path)], env=os.environ, capture_output=True, text=True, check=False
        )
        assert died.returncode != 0
        assert died.stdout.strip() == expected
    trace = (tmp_path / "fault-previous.txt").read_text(encoding="ascii")
    assert "Segmentation fault" in trace or "access violation" in trace
    assert MARKER not in trace


def test_a_logged_exception_leaves_its_text_out(log_file):
    try:
        fail(MARKER)
    except ValueError:
        logging.getLogger("kcc_desktop.test").exception("task %s failed", "0190f0c2-1234-7890-8123-123456789012")
    line = log_file.read_text(encoding="utf-8")
    assert MARKER not in line
    assert "task 0190f0c2-1234-7890-8123-123456789012 failed" in line
    assert "ValueError" in line
    assert line.count("\n") == 1


@pytest.mark.parametrize("personal", [
    "0612345678", "06-1234 5678", "+31 6 12 34 56 78", "999990019", "g.devries@voorbeeld.nl", "8302 BW", "8302BW",
    "1956-03-04",
])  # fmt: skip
def test_what_looks_like_a_persons_is_blotted_out(personal):
    assert blot(f"looked up {personal} twice") == "looked up ••• twice"


@pytest.mark.parametrize(
    "plain",
    ["took 2000 ms", "row 0190f0c2-1234-7890-8123-123456789012", "10.000 rows", "module:123 name", "PostgreSQL 14.2"],
)
def test_what_is_nobodys_stays(plain):
    assert blot(plain) == plain


def test_a_login_in_an_address_is_blotted_out():
    assert blot("at postgresql://noor:geheim@server/kcc") == "at postgresql://•••server/kcc"


def test_a_folder_that_cannot_be_written_costs_the_log_and_not_the_program(tmp_path, qapp):
    (tmp_path / "file").write_text("", encoding="ascii")
    level, noisy = logging.getLogger().level, logging.raiseExceptions
    handler = set_up_logging(tmp_path / "file" / "logs")
    logging.getLogger(__name__).warning("said to nobody")
    take_down_logging(handler)
    watch = CrashWatch()
    assert watch.install(tmp_path / "file" / "logs") is None
    watch.uninstall()
    logging.getLogger().setLevel(level)
    logging.raiseExceptions = noisy
