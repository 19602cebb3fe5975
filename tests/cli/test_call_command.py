"""The telephone's commands as an exchange runs them: a process of its own, beside a desk that listens."""

import os
import subprocess
import sys

import pytest

from kcc_desktop.background.single_instance import SingleInstance
from kcc_desktop.background.switchboard import Switchboard
from kcc_desktop.domain.calls import CallPhase, parse_message

NUMBER = "0612345678"


@pytest.fixture
def start(tmp_path):
    """Start the command without waiting: the desk that answers it lives in this process."""

    def run(*arguments, **environment):
        clean = {k: v for k, v in os.environ.items() if not k.startswith("KCC_")}
        clean |= {"KCC_DATA_DIR": str(tmp_path), "KCC_LANGUAGE": "en", **environment}
        return subprocess.Popen(
            [sys.executable, "-m", "kcc_desktop", *arguments],
            env=clean,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    return run


@pytest.fixture
def desk(qapp, tmp_path):
    instance = SingleInstance(tmp_path)
    board = Switchboard(parent=instance)
    instance.received.connect(board.receive)
    assert instance.claim()
    yield board
    instance.close()


def finished(qtbot, process):
    """Its exit code and what it said."""
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=60_000)
    said = process.communicate()
    assert "Traceback" not in said[1]
    return process.returncode, *said


def test_a_call_reaches_the_desk_that_runs(qtbot, desk, start):
    calls = []
    desk.call_changed.connect(calls.append)
    for state in ("ringing", "answered", "ended"):
        command = start("call", "06-1234 5678", "--id", "x1", "--state", state, "--to", "201")
        assert finished(qtbot, command) == (0, "", "")
    assert [call.phase for call in calls] == [CallPhase.RINGING, CallPhase.ANSWERED, CallPhase.ENDED]
    assert {call.call_id for call in calls} == {"x1"}


def test_without_a_state_it_rings_and_without_a_number_it_is_withheld(qtbot, desk, start):
    calls = []
    desk.call_changed.connect(calls.append)
    for number in (NUMBER, "", "anonymous"):
        assert finished(qtbot, start("call", number))[0] == 0
    assert [(call.phase, call.number) for call in calls][:2] == [(CallPhase.RINGING, NUMBER), (CallPhase.RINGING, "")]


def test_a_link_reaches_the_desk_that_runs(qtbot, desk, start):
    with qtbot.waitSignal(desk.call_changed, timeout=60_000) as changed:
        command = start("open", "kccdesk:call?number=%2B31612345678&id=x2&state=answered")
    assert (changed.args[0].number, changed.args[0].phase) == ("+31612345678", CallPhase.ANSWERED)
    assert finished(qtbot, command)[0] == 0


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["call", "Geertruida"], "no telephone number"),
        (["call", "1" * 50], "no telephone number"),
        (["call", NUMBER, "--id", "with spaces"], "id of a call"),
        (["call", NUMBER, "--state", "dancing"], "ringing, answered and ended"),
        (["call", NUMBER, "--to", "Zoë"], "A telephone has"),
        (["open", "http://example.org"], "no link of this program"),
        (["open", "kccdesk:erase"], "does not know"),
        (["open", "kccdesk:call?number=1&number=2"], "stands twice"),
        (["open", "kccdesk:call"], "holds no number"),
    ],
)
def test_what_is_no_call_is_refused_in_a_sentence(qtbot, desk, start, arguments, sentence):
    calls = []
    desk.call_changed.connect(calls.append)
    code, _, said = finished(qtbot, start(*arguments))
    assert (code, sentence in said, said.count("\n")) == (2, True, 1)
    assert calls == []


def test_without_a_desk_a_call_is_told_and_its_end_is_no_news(qtbot, start):
    code, _, said = finished(qtbot, start("call", NUMBER, KCC_LANGUAGE="nl"))
    assert (code, said.startswith("Er draait geen bureau")) == (2, True)
    assert NUMBER not in said
    assert finished(qtbot, start("call", NUMBER, "--state", "ended")) == (0, "", "")
    assert finished(qtbot, start("open", f"kccdesk:call?number={NUMBER}&state=ended")) == (0, "", "")


def test_a_link_without_a_desk_asks_for_one(tmp_path):
    import argparse
    from datetime import UTC, datetime

    from kcc_desktop.cli.calls import StartDesk, run

    outcome = run(argparse.Namespace(command="open", link=f"kccdesk:call?number={NUMBER}"), tmp_path)
    assert isinstance(outcome, StartDesk)
    assert parse_message(outcome.message, now=datetime.now(UTC)).number == NUMBER
    assert NUMBER not in repr(outcome)


def test_the_first_of_several_places_where_a_desk_runs_gets_it(qtbot, desk, tmp_path):
    code = (
        "import argparse, sys; from pathlib import Path; from kcc_desktop.cli.calls import run;"
        f"arguments = argparse.Namespace(command='call', number='{NUMBER}', id='', state='ringing', to='');"
        "sys.exit(run(arguments, *map(Path, sys.argv[1:])))"
    )
    with qtbot.waitSignal(desk.call_changed, timeout=60_000):
        command = subprocess.Popen([sys.executable, "-c", code, str(tmp_path / "nobody"), str(tmp_path)])
    qtbot.waitUntil(lambda: command.poll() is not None, timeout=60_000)
    assert command.returncode == 0


def test_nothing_of_a_call_is_left_in_the_folder(qtbot, desk, start, tmp_path):
    assert finished(qtbot, start("call", NUMBER, "--id", "x3"))[0] == 0
    assert all(b"12345678" not in file.read_bytes() for file in tmp_path.rglob("*") if file.is_file())
