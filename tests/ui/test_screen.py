"""A display that is named and dead is no screen: the program says which, and is not ended by Qt."""

import os
import socket
import subprocess
import sys
from contextlib import contextmanager

import pytest

from kcc_desktop.ui.screen import Screen, find_screen

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 and Wayland")


@contextmanager
def listening(address, family=socket.AF_UNIX):
    with socket.socket(family) as server:
        server.bind(address)
        server.listen(16)
        yield server


def start(*arguments, **environment):
    """The program as a process, without the platform that the tests choose."""
    clean = {k: v for k, v in os.environ.items() if k not in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")}
    return subprocess.run(
        [sys.executable, "-m", "kcc_desktop", *arguments],
        env=clean | {"KCC_LANGUAGE": "en", **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("display", [":9734", "localhost:59000.0", "unix:9734.0", "geen scherm"])
def test_a_dead_display_is_named_and_ends_nothing(tmp_path, display):
    ended = start(DISPLAY=display, KCC_DATA_DIR=str(tmp_path))
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.splitlines() == [
        f"DISPLAY={display} names a screen that does not answer.",
        "There is no screen here, so there will be no window. Start the desk on a computer with a screen.",
    ]


def test_a_dead_wayland_socket_is_named_too(tmp_path):
    with listening(str(tmp_path / "wayland-7")):
        pass  # its file stays
    ended = start(WAYLAND_DISPLAY="wayland-7", XDG_RUNTIME_DIR=str(tmp_path), KCC_DATA_DIR=str(tmp_path))
    assert ended.returncode == 2
    assert ended.stderr.startswith("WAYLAND_DISPLAY=wayland-7 names a screen")


def test_who_answers_is_a_screen(tmp_path):
    runtime = {"XDG_RUNTIME_DIR": str(tmp_path)}
    with listening(str(tmp_path / "wayland-7")):
        assert find_screen({"WAYLAND_DISPLAY": "wayland-7", **runtime}).is_there
        assert find_screen({"WAYLAND_DISPLAY": str(tmp_path / "wayland-7")}).is_there
        assert find_screen({"WAYLAND_DISPLAY": "wayland-7", "DISPLAY": ":9734", **runtime}).is_there
    with listening("\0/tmp/.X11-unix/X9734"):
        for display in (":9734", ":9734.0", "unix:9734", "desk/unix:9734"):
            assert find_screen({"DISPLAY": display}).is_there, display
        assert find_screen({"WAYLAND_DISPLAY": "wayland-7", "DISPLAY": ":9734", **runtime}).is_there
    assert not find_screen({"DISPLAY": ":9734"}).is_there


def test_a_display_on_another_computer_is_asked_at_its_port():
    with listening(("127.0.0.1", 0), socket.AF_INET) as server:
        port = server.getsockname()[1]
        if port < 6000:
            pytest.skip("the system gives low ports")
        assert find_screen({"DISPLAY": f"127.0.0.1:{port - 6000}.0"}).is_there
    assert not find_screen({"DISPLAY": f"127.0.0.1:{port - 6000}.0"}).is_there


def test_what_promises_nothing_and_what_was_chosen():
    assert find_screen({}) == Screen(False)
    assert find_screen({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":9734"}) == Screen(True)
    both = {"DISPLAY": ":9734", "WAYLAND_DISPLAY": "wayland-9734"}
    assert find_screen(both) == Screen(False, "WAYLAND_DISPLAY=wayland-9734, DISPLAY=:9734")
