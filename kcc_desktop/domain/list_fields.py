"""The fields of a town's own lists: what may stand in a cell, as a file has it and as a form has it. Knows no list.

One rule for both: what a file may bring in can be typed, and what is typed is checked as a file's cell is.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

_CLOCK = re.compile(r"([0-9]{1,2})[:.]([0-9]{2})")
_DATES = (
    (re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})"), (1, 2, 3)),
    (re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})"), (1, 2, 3)),
    (re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})"), (3, 2, 1)),
)
_NUMBER = re.compile(r"-?[0-9]{1,6}(?:[.,][0-9]{1,9})?")
_MONEY = re.compile(r"(?:€\s*)?([0-9]{1,6})(?:[.,]([0-9]{2}|-))?")
_WHOLE = re.compile(r"[0-9]{1,9}")
_CODE = re.compile(r"[a-z0-9][a-z0-9_-]*")
_WEB = ("http://", "https://")
_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_DAY_MINUTES, _STEP = 24 * 60, 5
YES, NO = "yes", "no"
_YES_NO = {"yes": YES, "ja": YES, "j": YES, "1": YES, "x": YES, "true": YES, "no": NO, "nee": NO, "n": NO, "0": NO}
_YES_NO |= {"false": NO}


class CellKind(StrEnum):
    TEXT = "text"
    LINES = "lines"  # several lines; in a file a line break or a | parts them
    LETTER = "letter"  # several lines, blank ones too
    CODE = "code"
    WHOLE = "whole"
    NUMBER = "number"
    DAY = "day"
    CLOCK = "clock"  # minutes after midnight, on five minutes
    YES_NO = "yes_no"
    CHOICE = "choice"
    WORDS = "words"  # with blanks between
    NAMES = "names"  # with | between
    WEB = "web"
    ZONE = "zone"
    MONEY = "money"  # in cents


class Unfit(Exception):
    """A cell that cannot be so. `detail` is what would be right: a limit, the words, the names there are."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(reason)
        self.reason, self.detail = reason, detail


@dataclass(frozen=True, slots=True)
class ListField:
    """`name` stands in an English file and names the field everywhere, `also` in a Dutch one.

    `words`: what may be chosen, each word of either language with the one that is kept. `empty` is what a new
    entry gets where a file has no such column. `of`: the list that names in here come from.
    """

    name: str
    also: tuple[str, ...]
    kind: CellKind = CellKind.TEXT
    needed: bool = False
    limit: int = 200
    least: int = 0
    most: int = 0
    words: Mapping[str, str] = field(default_factory=dict)
    empty: str = ""
    of: str = ""
    of_key: bool = False  # names the entry, alone or with others

    @property
    def choices(self) -> tuple[str, ...]:
        """The words that are kept, in their order."""
        return tuple(dict.fromkeys(self.words.values()))


def parse(of: ListField, text: str) -> object:
    """What is kept for a cell. Refuses with Unfit: the reason, and what would be right.

    None for an empty day, clock, number or name; else text, tuple of text, int, float, date or bool.
    """
    text = text.strip() if of.kind is not CellKind.LETTER else text.strip("\n ")
    if not text:
        if of.needed:
            raise Unfit("required")
        return _NOTHING.get(of.kind)
    if len(text) > of.limit:
        raise Unfit("too_long", str(of.limit))
    return _PARSERS[of.kind](of, text)


def show(of: ListField, value: object) -> str:
    """The cell again, as this program writes it: a date as 24-11-2026, a time as 08:30, yes or no."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, date):
        return f"{value.day:02}-{value.month:02}-{value.year}"
    if isinstance(value, tuple):
        return {CellKind.LINES: "\n", CellKind.NAMES: " | "}.get(of.kind, " ").join(map(str, value))
    if of.kind is CellKind.MONEY and isinstance(value, int):
        return f"{value // 100},{value % 100:02}"
    if of.kind is CellKind.CLOCK and isinstance(value, int):
        return f"{value // 60:02}:{value % 60:02}"
    return str(value)


def _text(_of: ListField, text: str) -> str:
    return " ".join(text.split())


def _lines(_of: ListField, text: str) -> tuple[str, ...]:
    return tuple(line for part in re.split(r"[\n|]", text) if (line := " ".join(part.split())))


def _letter(_of: ListField, text: str) -> str:
    return "\n".join(line.rstrip() for line in text.splitlines())


def _code(_of: ListField, text: str) -> str:
    code = text.casefold()
    if not _CODE.fullmatch(code):
        raise Unfit("code")
    return code


def _whole(of: ListField, text: str) -> int:
    if not _WHOLE.fullmatch(text) or not of.least <= int(text) <= of.most:
        raise Unfit("whole", f"{of.least}–{of.most}")
    return int(text)


def _number(of: ListField, text: str) -> float:
    if not _NUMBER.fullmatch(text) or not of.least <= float(text.replace(",", ".")) <= of.most:
        raise Unfit("number", f"{of.least}–{of.most}")
    return float(text.replace(",", "."))


def day_in(text: str) -> date:
    """A date as 2026-11-24, 20261124 or 24-11-2026. Refuses with Unfit: day_characters, day_range."""
    for pattern, order in _DATES:
        found = pattern.fullmatch(text)
        if found is not None:
            year, month, day = (int(found[place]) for place in order)
            try:
                if _FIRST_YEAR <= year <= _LAST_YEAR:
                    return date(year, month, day)
            except ValueError:
                pass
            raise Unfit("day_range")
    raise Unfit("day_characters")


def _day(_of: ListField, text: str) -> date:
    return day_in(text)


def _clock(_of: ListField, text: str) -> int:
    found = _CLOCK.fullmatch(text)
    if found is None or int(found[2]) > 59 or not 0 <= int(found[1]) * 60 + int(found[2]) <= _DAY_MINUTES:
        raise Unfit("clock")
    minutes = int(found[1]) * 60 + int(found[2])
    if minutes % _STEP:
        raise Unfit("clock_step")
    return minutes


def _yes_no(_of: ListField, text: str) -> bool:
    word = _YES_NO.get(text.casefold())
    if word is None:
        raise Unfit("yes_no")
    return word == YES


def _choice(of: ListField, text: str) -> str:
    word = of.words.get(" ".join(text.casefold().split()))
    if word is None:
        raise Unfit("choice", ", ".join(of.words))
    return word


def _words(_of: ListField, text: str) -> tuple[str, ...]:
    return tuple(sorted(set(text.casefold().replace(",", " ").split())))


def _names(_of: ListField, text: str) -> tuple[str, ...]:
    return tuple(sorted({name for part in text.split("|") if (name := " ".join(part.split()))}))


def _web(_of: ListField, text: str) -> str:
    if not text.lower().startswith(_WEB) or any(sign.isspace() for sign in text):
        raise Unfit("no_web_address")
    return text


def _zone(_of: ListField, text: str) -> str:
    try:
        return ZoneInfo(text).key
    except (ZoneInfoNotFoundError, ValueError, OSError):  # a folder of zones is an OSError
        raise Unfit("zone") from None


def _money(_of: ListField, text: str) -> int:
    found = _MONEY.fullmatch(text)
    if found is None:
        raise Unfit("money")
    return int(found[1]) * 100 + int((found[2] or "00").replace("-", "00"))


_PARSERS = {
    CellKind.TEXT: _text,
    CellKind.LINES: _lines,
    CellKind.LETTER: _letter,
    CellKind.CODE: _code,
    CellKind.WHOLE: _whole,
    CellKind.NUMBER: _number,
    CellKind.DAY: _day,
    CellKind.CLOCK: _clock,
    CellKind.YES_NO: _yes_no,
    CellKind.CHOICE: _choice,
    CellKind.WORDS: _words,
    CellKind.NAMES: _names,
    CellKind.WEB: _web,
    CellKind.ZONE: _zone,
    CellKind.MONEY: _money,
}
_NOTHING: dict[CellKind, object] = {
    CellKind.TEXT: "",
    CellKind.LETTER: "",
    CellKind.CODE: "",
    CellKind.WEB: "",
    CellKind.CHOICE: "",
    CellKind.ZONE: "",
    CellKind.LINES: (),
    CellKind.WORDS: (),
    CellKind.NAMES: (),
    CellKind.YES_NO: False,
}
