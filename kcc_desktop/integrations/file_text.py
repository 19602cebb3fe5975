"""The text of a file somebody hands over: of bounded size, UTF-8, without what no database keeps."""

import re
from pathlib import Path

from kcc_desktop.domain.imports import BadFile, Unit

LARGEST = 200 * 1024 * 1024  # bytes; some 65,000 BRP persons
# The same signs as domain.notes takes out of what is typed: here they are a sign of a damaged file.
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_ZIP = b"PK\x03\x04"  # a workbook is a ZIP


def read_text(file: Path, *, windows_allowed: bool = False) -> str:
    """The whole text, without a byte order mark. `windows_allowed`: what is no UTF-8 is read as Windows-1252.

    Refuses with BadFile: not_found, directory, unreadable, too_big, empty, workbook, utf16, encoding
    (with its line) and control_signs (with its line).
    """
    if file.is_dir():
        raise BadFile(0, "directory")
    try:
        with file.open("rb") as opened:
            content = opened.read(LARGEST + 1)  # bounded: a device or a pipe may have no end
    except FileNotFoundError as error:
        raise BadFile(0, "not_found") from error
    except (OSError, ValueError) as error:  # a name with NUL is a ValueError
        raise BadFile(0, "unreadable") from error
    if len(content) > LARGEST:
        raise BadFile(0, "too_big", detail=str(LARGEST // 1024 // 1024))
    if content.startswith(_ZIP):
        raise BadFile(0, "workbook")
    if content.startswith(_UTF_16):
        raise BadFile(0, "utf16")
    try:
        text = _decoded(content, windows_allowed=windows_allowed)
    except UnicodeDecodeError as error:
        raise BadFile(content.count(b"\n", 0, error.start) + 1, "encoding", unit=Unit.LINE) from error
    if not text.strip():
        raise BadFile(0, "empty")
    unfit = UNFIT.search(text)
    if unfit is not None:
        raise BadFile(text.count("\n", 0, unfit.start()) + 1, "control_signs", unit=Unit.LINE)
    return text


def _decoded(content: bytes, *, windows_allowed: bool) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        if not windows_allowed:
            raise
        return content.decode("cp1252")  # has five bytes without a meaning, which are refused
