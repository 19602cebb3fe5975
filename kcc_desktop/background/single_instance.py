"""One running desk per user and data folder; later starts hand it their message. Knows no meaning of a message.

The lock file says who is first (its holder died: the lock is free), and the file `desk.socket` beside it where the
first one listens. The name of the socket is random and only readable by the user, so it tells nothing about anybody
and nobody else can stand in its place. Only the holder of the lock clears away what a crash left behind.
"""

import logging
import secrets
import time
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QByteArray, QLockFile, QObject, QTimer, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

log = logging.getLogger(__name__)

LONGEST_MESSAGE = 4096  # bytes, the newline included
_PATIENCE_MS = 2000
_MOST_CALLERS = 20
_ARRIVED = b"ok\n"
_LOCK = "desk.lock"
_BETWEEN_TRIES_SECONDS = 0.05


class SingleInstance(QObject):
    """`received` carries each message of a later start, one line of text: whatever it says is still to be checked."""

    received = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._lock = QLockFile(str(folder / _LOCK))
        self._lock.setStaleLockTime(0)  # a desk that runs all day is not stale; one whose process is gone is
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._answer)

    def claim(self) -> bool:
        """True for the first desk, which from now on listens; False when another one is running.

        A folder that cannot be written is nobody's: the desk is alone and cannot be reached.
        """
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
        if not self._lock.tryLock(0):
            if self._lock.error() is QLockFile.LockError.LockFailedError:
                return False
            log.warning("no lock file can be made, so later starts will not find this one")
            return True
        self._listen()
        return True

    def close(self) -> None:
        """No longer reachable; the next start may be first."""
        if self._server.isListening():
            self._server.close()
            with suppress(OSError):
                _address_file(self._folder).unlink()
        self._lock.unlock()

    def _listen(self) -> None:
        left_behind = _address(self._folder)
        if left_behind:
            QLocalServer.removeServer(left_behind)
        name = f"kcc-{secrets.token_hex(8)}"
        if not self._server.listen(name):
            log.warning("later starts cannot reach this one: %s", self._server.serverError().name)
            return
        file = _address_file(self._folder)
        new = file.with_name(f"{file.name}.new")
        try:
            new.touch(mode=0o600)
            new.write_text(self._server.fullServerName(), encoding="utf-8")
            new.replace(file)
        except OSError as error:
            log.warning("later starts cannot reach this one: %s", type(error).__name__)

    @Slot()
    def _answer(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            if len(self._server.findChildren(_Caller)) >= _MOST_CALLERS:
                socket.abort()
                socket.deleteLater()
            else:
                _Caller(socket, self._server).said.connect(self.received)


class _Caller(QObject):
    """One later start and the line it says; it is hung up on when that takes too long or is too much."""

    said = Signal(str)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        socket.setParent(self)
        self._socket, self._heard = socket, QByteArray()
        socket.readyRead.connect(self._listen)
        socket.disconnected.connect(self.deleteLater)
        QTimer.singleShot(_PATIENCE_MS, self, socket.abort)
        self._listen()

    @Slot()
    def _listen(self) -> None:
        self._heard.append(self._socket.read(LONGEST_MESSAGE + 1 - self._heard.size()))
        line, newline, _ = bytes(self._heard.data()).partition(b"\n")
        if newline:
            self._tell(line)
        elif self._heard.size() > LONGEST_MESSAGE:
            log.warning("a message to this desk was too long and was left unread")
            self._socket.abort()

    def _tell(self, line: bytes) -> None:
        try:
            message = line.decode("utf-8")
        except UnicodeDecodeError:
            log.warning("a message to this desk was no text and was left unread")
            self._socket.abort()
            return
        self._socket.readyRead.disconnect(self._listen)
        self._socket.write(_ARRIVED)
        self._socket.disconnectFromServer()
        self.said.emit(message)


def send(folder: Path, message: str, wait_ms: int = _PATIENCE_MS) -> bool:
    """Hand one line of text to the desk that runs on `folder`; True when it says that the message arrived.

    Waits up to `wait_ms`, so it is for a process without a window. Refuses a message that cannot be one line of
    at most 4096 bytes (ValueError).
    """
    line = message.encode("utf-8") + b"\n"
    if len(line) > LONGEST_MESSAGE or b"\n" in line[:-1]:
        raise ValueError("a message is one short line")
    until = time.monotonic() + wait_ms / 1000
    while not _hand_over(_address(folder), line, wait_ms):
        # The first desk may have its lock and not yet its ear.
        if not (folder / _LOCK).exists() or time.monotonic() > until:
            return False
        time.sleep(_BETWEEN_TRIES_SECONDS)
    return True


def _hand_over(address: str, line: bytes, wait_ms: int) -> bool:
    if not address:
        return False
    socket = QLocalSocket()
    socket.connectToServer(address)
    if not socket.waitForConnected(wait_ms):
        return False
    socket.write(line)
    heard = b""
    while len(heard) < len(_ARRIVED) and socket.waitForReadyRead(wait_ms):
        heard += bytes(socket.readAll().data())
    socket.abort()
    return heard == _ARRIVED


def _address_file(folder: Path) -> Path:
    return folder / "desk.socket"


def _address(folder: Path) -> str:
    """Where the running desk listens, or a crashed one did; empty when there is nothing to read."""
    try:
        return _address_file(folder).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
