"""Where log lines go and what never gets into them. Knows no feature.

Whoever writes a log line puts ids in it and no names; this is the second fence: numbers and addresses that look like
a person's are blotted out, and of an exception only kind and places are written.
"""

import logging
import re
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path

from kcc_desktop.background.crash import describe

_LARGEST_BYTES = 1_000_000
_OLD_FILES = 4
_LONGEST_LINE = 2000
_BLOT = "•••"
_PERSONAL = re.compile(
    r"""
    [^\s@<>"']+@[^\s@<>"']+\.[a-z]{2,}             # e-mail
    | (?<![0-9a-f-])\+?\d[\d\ ().-]{6,}\d(?![0-9a-f-])  # phone, BSN, IBAN digits: not a piece of an id in hex
    | \b[1-9]\d{3}\ ?(?-i:[A-Z]{2})\b              # postcode; "2000 ms" is none
    | (?<=://)[^/@\s]+@                             # who logs in where
    """,
    re.VERBOSE | re.IGNORECASE,
)


def blot(text: str) -> str:
    """`text` with what looks like a phone number, BSN, e-mail address, postcode or login blotted out, one line."""
    return _PERSONAL.sub(_BLOT, text[:_LONGEST_LINE]).replace("\r", " ").replace("\n", " ")


class _CarefulFormatter(logging.Formatter):
    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        # Not super().format(): that would write, and keep, the whole text of an exception.
        record.message = blot(record.getMessage())
        record.asctime = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = self.formatMessage(record)
        error = record.exc_info[1] if record.exc_info else None
        if error is None:
            return line
        report = describe(error)
        return f"{line} [error {report.id}: {report.kind} at {' < '.join(reversed(report.places))}]"


def set_up_logging(folder: Path, name: str = "desk", level: int = logging.INFO) -> logging.Handler:
    """Write to `folder`/`name`.log, a megabyte at a time and five in all; the handler, for `take_down_logging`.

    A process of its own takes a name of its own: two that turn over one file lose lines. Where the folder cannot be
    written there is no log, and the program runs.
    """
    logging.raiseExceptions = False  # a log line that fails prints itself, names and all
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler: logging.Handler = RotatingFileHandler(
            folder / f"{name}.log", maxBytes=_LARGEST_BYTES, backupCount=_OLD_FILES, encoding="utf-8", errors="replace"
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(_CarefulFormatter())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)
    return handler


def take_down_logging(handler: logging.Handler) -> None:
    logging.getLogger().removeHandler(handler)
    handler.close()
