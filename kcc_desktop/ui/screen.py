"""Whether a window could be seen, before Qt tries: a display that is named and dead makes Qt end the process (134)."""

import os
import re
import socket
import sys
from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtNetwork import QLocalSocket

_PATIENCE_MS = 1_000  # for one that is far; what is dead on this computer says so at once
_FIRST_PORT = 6_000  # display 0 of X11, over TCP
_X11 = re.compile(r"(?P<host>.*):(?P<number>\d{1,5})(\.\d+)?")


@dataclass(frozen=True, slots=True)
class Screen:
    """`dead` names what the environment promises and nobody answers to ("DISPLAY=:0"); "" when it promises nothing."""

    is_there: bool
    dead: str = ""


def find_screen(environment: Mapping[str, str] = os.environ) -> Screen:
    """A platform of Qt's own that somebody chose counts as a screen, and so does every Windows and macOS."""
    if sys.platform in ("win32", "darwin") or environment.get("QT_QPA_PLATFORM"):
        return Screen(True)
    wayland, x11 = environment.get("WAYLAND_DISPLAY", ""), environment.get("DISPLAY", "")
    if wayland and _answers(os.path.join(environment.get("XDG_RUNTIME_DIR", ""), wayland)):
        return Screen(True)
    if x11 and _x11_answers(x11):
        return Screen(True)
    named = (("WAYLAND_DISPLAY", wayland), ("DISPLAY", x11))
    return Screen(False, ", ".join(f"{name}={value}" for name, value in named if value))


def _x11_answers(display: str) -> bool:
    """`:0` and `unix:0` are a socket of this computer, `host:10.0` is a port; what is no display is none."""
    if sys.platform in ("win32", "darwin"):
        return False
    found = _X11.fullmatch(display)
    if found is None:
        return False
    host, number = found["host"].strip("[]"), int(found["number"])
    if host.startswith("/"):
        return _answers(display) or _answers(host)  # a socket by its path, as launchd names one
    if host in ("", "unix") or host.endswith("/unix"):
        path = f"/tmp/.X11-unix/X{number}"
        return _answers(path) or _answers(path, is_abstract=True)
    return _answers_at(host.rsplit("/", 1)[-1], _FIRST_PORT + number)


def _answers(path: str, *, is_abstract: bool = False) -> bool:
    caller = QLocalSocket()  # Python's own socket has no local ones on Windows
    if is_abstract:
        caller.setSocketOptions(QLocalSocket.SocketOption.AbstractNamespaceOption)
    caller.connectToServer(path)
    is_there = caller.waitForConnected(_PATIENCE_MS)
    caller.abort()
    return is_there


def _answers_at(host: str, port: int) -> bool:
    if port > 65_535:
        return False
    try:
        socket.create_connection((host, port), _PATIENCE_MS / 1000).close()
    except (OSError, UnicodeError):  # nobody there, or no name that a host can have
        return False
    return True
