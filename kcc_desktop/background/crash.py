"""What happens with an error nobody expected: one report with an id to quote, and nothing personal in it.

Knows no dialog. The text of an exception and the values in its frames may hold a citizen's name, so a report says
only what kind of error it was and where in the program it happened.
"""

import faulthandler
import hashlib
import logging
import sys
import threading
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

log = logging.getLogger(__name__)

# The same error again within this time of the last one is the same event: a model's data() that raises does so for
# every cell of every repaint (47 times for a view of one row).
QUIET_SECONDS = 10
_DEEPEST = 12
_LETTERS = "23456789BCDFGHJKMNPQRSTVWXYZ"  # none that sound or look alike on the telephone
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


@dataclass(frozen=True, slots=True)
class CrashReport:
    """One unexpected error. `id` is short enough to be read out, and the same for the same error in the same place.

    `places` are "module:line function", the innermost last; `causes` the kinds of the errors behind it.
    """

    id: str
    kind: str
    causes: tuple[str, ...]
    places: tuple[str, ...]
    thread: str
    at: datetime


def describe(error: BaseException, thread: str = "") -> CrashReport:
    """The report of one error, without any of its text."""
    causes, seen = [], {id(error)}
    behind = error.__cause__ or error.__context__
    while behind is not None and id(behind) not in seen:
        causes.append(_kind(behind))
        seen.add(id(behind))
        behind = behind.__cause__ or behind.__context__
    places = _places(error.__traceback__)
    at = datetime.now(UTC)
    return CrashReport(_id(_kind(error), places), _kind(error), tuple(causes), places, thread, at)


class CrashWatch(QObject):
    """Takes what Python, its threads and Qt could not place anywhere. Made and installed once, on the main thread.

    `happened` carries each new report, on the main thread whatever thread it happened on; the same error is told
    again when it was quiet for ten seconds. Refusals and outages that reach it are bugs too: somebody forgot them.
    """

    happened = Signal(object)  # CrashReport

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._last: dict[str, float] = {}
        self._repeats: dict[str, int] = {}
        self._lock = threading.Lock()
        self._fault_file: TextIO | None = None
        self._put_back: list[Callable[[], object]] = []

    def install(self, folder: Path) -> Path | None:
        """Watch from now on. The path of the trace that the last run left when it died inside the interpreter or
        Qt (file names and line numbers only), None when it ended well. `folder` holds `fault.txt` from now on.
        """
        left = self._open_fault_file(folder)
        hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        sys.unraisablehook = self._on_unraisable
        self._put_back.append(lambda: _set_hooks(*hooks))
        before = qInstallMessageHandler(_on_qt_message)
        self._put_back.append(lambda: qInstallMessageHandler(before))
        return left

    def uninstall(self) -> None:
        """Put everything back; the trace file of a run that ended well goes."""
        while self._put_back:
            self._put_back.pop()()
        if self._fault_file is not None:
            faulthandler.disable()
            name = Path(self._fault_file.name)
            self._fault_file.close()
            self._fault_file = None
            with suppress(OSError):
                if name.stat().st_size == 0:
                    name.unlink()

    def tell(self, error: BaseException, thread: str = "") -> CrashReport:
        """Log an error that somebody caught and could not place, and tell it like any other; from any thread."""
        report = describe(error, thread or threading.current_thread().name)
        now = time.monotonic()
        with self._lock:
            is_new = now - self._last.get(report.id, -QUIET_SECONDS) >= QUIET_SECONDS
            self._last[report.id] = now
            again = self._repeats.get(report.id, 0)
            self._repeats[report.id] = 0 if is_new else again + 1
        if is_new:
            known = f", {again} more of the last one" if again else ""
            behind = "".join(f" from {cause}" for cause in report.causes)
            places = " < ".join(reversed(report.places))
            log.error("error %s: %s%s in %s at %s%s", report.id, report.kind, behind, report.thread, places, known)
            self.happened.emit(report)
        return report

    def _open_fault_file(self, folder: Path) -> Path | None:
        file, left = folder / "fault.txt", None
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if file.exists() and file.stat().st_size:
                left = folder / "fault-previous.txt"
                file.replace(left)
            # Held open for the life of the program: a dying interpreter can only write to what is open.
            self._fault_file = file.open("w", encoding="ascii")
            faulthandler.enable(self._fault_file)
        except OSError as error:
            log.warning("no trace will be left if the program dies: %s", type(error).__name__)
        return left

    def _on_exception(
        self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
        elif error is not None:
            self.tell(error if error.__traceback__ else error.with_traceback(trace))

    def _on_thread_exception(self, told: threading.ExceptHookArgs) -> None:
        if told.exc_value is not None and not issubclass(told.exc_type, SystemExit):
            self.tell(told.exc_value, told.thread.name if told.thread else "")

    def _on_unraisable(self, told: "sys.UnraisableHookArgs") -> None:
        if told.exc_value is not None:
            self.tell(told.exc_value)


def _set_hooks(*hooks: Callable[..., object]) -> None:
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    logging.getLogger(f"qt.{context.category or 'default'}").log(_LEVELS.get(kind, logging.WARNING), "%s", message)


def _kind(error: BaseException) -> str:
    return type(error).__name__


def _places(trace: TracebackType | None) -> tuple[str, ...]:
    return tuple(
        f"{frame.f_globals.get('__name__', '?')}:{line} {frame.f_code.co_name}"
        for frame, line in list(traceback.walk_tb(trace))[-_DEEPEST:]
    )


def _id(kind: str, places: tuple[str, ...]) -> str:
    """Seven letters as in "K7Q-F2MD". The innermost place counts, and the innermost of ours when that is a library:
    every way to one bug has one id.
    """
    ours = [place for place in places if place.startswith("kcc_desktop")]
    number = int.from_bytes(hashlib.sha256(f"{kind} {places[-1:]} {ours[-1:]}".encode()).digest()[:8], "big")
    letters = []
    for _ in range(7):
        number, letter = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[letter])
    return "".join(letters[:3]) + "-" + "".join(letters[3:])
