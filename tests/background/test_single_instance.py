import os
import subprocess
import sys

import pytest
from PySide6.QtNetwork import QLocalSocket

from kcc_desktop.background.single_instance import LONGEST_MESSAGE, SingleInstance, send

SENDER = """
import sys
from pathlib import Path
from kcc_desktop.background.single_instance import send
sys.exit(0 if send(Path(sys.argv[1]), sys.argv[2]) else 3)
"""

FIRST = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from kcc_desktop.background.single_instance import SingleInstance
application = QCoreApplication([])
desk = SingleInstance(Path(sys.argv[1]))
desk.received.connect(lambda message: (print(message, flush=True)))
print(desk.claim(), flush=True)
application.exec()
"""


def start(code, *arguments, **options):
    return subprocess.Popen([sys.executable, "-c", code, *map(str, arguments)], text=True, env=os.environ, **options)


@pytest.fixture
def desk(qapp, tmp_path):
    desk = SingleInstance(tmp_path)
    assert desk.claim()
    yield desk
    desk.close()


def finished(qtbot, process):
    qtbot.waitUntil(lambda: process.poll() is not None, timeout=30_000)
    return process.returncode


def test_a_second_process_hands_its_message_to_the_first(qtbot, desk, tmp_path):
    with qtbot.waitSignal(desk.received, timeout=30_000) as received:
        sender = start(SENDER, tmp_path, '{"kind": "call", "number": "+31527000000", "to": "Zoë"}')
    assert received.args == ['{"kind": "call", "number": "+31527000000", "to": "Zoë"}']
    assert finished(qtbot, sender) == 0


def test_two_starts_on_one_folder_are_one_desk_and_on_two_folders_two(desk, tmp_path):
    second = SingleInstance(tmp_path)
    assert not second.claim()
    second.close()
    other = SingleInstance(tmp_path / "other")
    assert other.claim()
    other.close()
    assert not SingleInstance(tmp_path).claim()


def test_of_many_starts_at_once_one_is_first_and_can_be_reached(tmp_path):
    desks = [start(FIRST, tmp_path, stdout=subprocess.PIPE) for _ in range(4)]
    try:
        answers = [desk.stdout.readline().strip() for desk in desks]
        assert sorted(answers) == ["False", "False", "False", "True"]
        assert send(tmp_path, "hello")
        assert desks[answers.index("True")].stdout.readline().strip() == "hello"
    finally:
        for desk in desks:
            desk.kill()
            desk.communicate()


def test_after_a_crash_the_next_start_is_first_and_clears_what_was_left(qtbot, qapp, tmp_path):
    crashed = start(FIRST, tmp_path, stdout=subprocess.PIPE)
    assert crashed.stdout.readline().strip() == "True"
    left = (tmp_path / "desk.socket").read_text(encoding="utf-8")
    crashed.kill()
    crashed.communicate()
    assert not send(tmp_path, "hello")
    desk = SingleInstance(tmp_path)
    assert desk.claim()
    with qtbot.waitSignal(desk.received, timeout=30_000) as received:
        sender = start(SENDER, tmp_path, "hello")
    assert received.args == ["hello"]
    assert finished(qtbot, sender) == 0
    assert not os.path.exists(left)
    desk.close()


def test_a_desk_that_left_can_be_followed(qapp, tmp_path):
    first = SingleInstance(tmp_path)
    assert first.claim()
    first.close()
    assert not send(tmp_path, "hello")
    second = SingleInstance(tmp_path)
    assert second.claim()
    second.close()


def test_nobody_there_is_told_at_once(tmp_path):
    assert not send(tmp_path, "hello")
    (tmp_path / "desk.socket").write_bytes(b"\xff\xfe")
    assert not send(tmp_path, "hello")


def connect(qtbot, tmp_path):
    socket = QLocalSocket()
    socket.connectToServer((tmp_path / "desk.socket").read_text(encoding="utf-8"))
    qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.ConnectedState)
    return socket


@pytest.mark.parametrize("noise", [b"x" * (LONGEST_MESSAGE * 3), b"\xff\xfe\n", b"half a message"])
def test_a_message_that_is_none_is_hung_up_on_and_the_next_one_is_heard(qtbot, desk, tmp_path, noise):
    heard = []
    desk.received.connect(heard.append)
    socket = connect(qtbot, tmp_path)
    socket.write(noise)
    qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.UnconnectedState, timeout=10_000)
    good = connect(qtbot, tmp_path)
    with qtbot.waitSignal(desk.received):
        good.write(b"hello\n")
    assert heard == ["hello"]


def test_a_message_in_pieces_is_one_message(qtbot, desk, tmp_path):
    socket = connect(qtbot, tmp_path)
    socket.write(b"hel")
    socket.waitForBytesWritten(1000)
    qtbot.waitUntil(lambda: socket.bytesToWrite() == 0)
    with qtbot.waitSignal(desk.received) as received:
        socket.write("lo Zoë\nand more\n".encode())
    assert received.args == ["hello Zoë"]


def test_many_callers_who_say_nothing_do_not_pile_up(qtbot, desk, tmp_path):
    silent = [connect(qtbot, tmp_path) for _ in range(40)]
    qtbot.waitUntil(
        lambda: sum(socket.state() is QLocalSocket.LocalSocketState.ConnectedState for socket in silent) <= 20,
        timeout=10_000,
    )
    qtbot.waitUntil(
        lambda: all(socket.state() is QLocalSocket.LocalSocketState.UnconnectedState for socket in silent),
        timeout=10_000,
    )


@pytest.mark.parametrize("message", ["two\nlines", "x" * LONGEST_MESSAGE])
def test_what_is_not_one_short_line_is_not_sent(tmp_path, message):
    with pytest.raises(ValueError):
        send(tmp_path, message)


def test_names_tell_nothing_about_the_user(desk, tmp_path):
    address = (tmp_path / "desk.socket").read_text(encoding="utf-8")
    name = address.replace("\\", "/").rsplit("/", 1)[-1]
    assert name.startswith("kcc-")
    assert len(name) == len("kcc-") + 16
