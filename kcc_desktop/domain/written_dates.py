"""Dates as people write and say them, Dutch and English, also when they know a part only. Knows no screen."""

import re
from datetime import date

from kcc_desktop.domain.dates import PartialDate
from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.folding import words

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari january jan",
            "februari february feb",
            "maart march mrt mar",
            "april apr",
            "mei may",
            "juni june jun",
            "juli july jul",
            "augustus august aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
_JOINED = re.compile(r"(?<=\d)(?=[a-z])|(?<=[a-z])(?=\d)")  # 12juli1987


def parse_birth_date(text: str, today: date) -> PartialDate:
    """12-07-1987, 12/7/87, 12 juli 1987, 12071987, 1987-07-12, 07-1987 or only 1987.

    Zeros stand for a part that nobody knows, as the register writes it: 00-05-1980, 19500000. Two digits of a year
    are the last century in which that day is not to come. Refuses with
    InvalidValue("birth_date", "characters" | "range" | "future").
    """
    parts = [part for word in words(text) for part in _JOINED.split(word)]
    year, month, day = _placed(parts, today)
    month, day = month or None, day or None
    if not 1 <= (month or 1) <= 12 or not 1 <= (day or 1) <= 31 or (year is not None and year < 1800):
        raise InvalidValue("birth_date", "range")
    if day is not None and month is None:
        raise InvalidValue("birth_date", "range")
    born = PartialDate(year, month, day)
    earliest = (year or 0, month or 1, day or 1)
    if earliest > (today.year, today.month, today.day):
        raise InvalidValue("birth_date", "future")
    if born.is_complete:
        try:
            date(*earliest)
        except ValueError as error:
            raise InvalidValue("birth_date", "range") from error
    return born


def parse_day(text: str, today: date) -> date:
    """A whole day, also one that is to come, in the same notations; two digits of a year are of this century.

    Refuses with InvalidValue("day", "characters" | "range").
    """
    parts = [part for word in words(text) for part in _JOINED.split(word)]
    try:
        year, month, day = _placed(parts, date(today.year - today.year % 100 + 99, 12, 31))
    except InvalidValue as error:
        raise InvalidValue("day", error.reason) from error
    if year is None or month is None or day is None:
        raise InvalidValue("day", "characters")
    try:
        return date(year, month, day)
    except ValueError as error:
        raise InvalidValue("day", "range") from error


def _placed(parts: list[str], today: date) -> tuple[int | None, int | None, int | None]:
    """Year, month and day, as their order and length tell."""
    if len(parts) == 1 and parts[0].isdecimal() and len(parts[0]) == 8:
        whole = parts[0]
        year_first = whole[:2] in ("18", "19", "20") and int(whole[4:6]) <= 12
        day_first = 1 <= int(whole[2:4]) <= 12 and whole[4:6] in ("18", "19", "20")
        if year_first and not day_first:
            return int(whole[:4]), int(whole[4:6]), int(whole[6:])
        return int(whole[4:]), int(whole[2:4]), int(whole[:2])
    numbers = [_number(part) for part in parts]
    if len(parts) == 1 and len(parts[0]) == 4:
        return numbers[0], None, None
    if len(parts) == 2:
        if len(parts[0]) == 4 and parts[0].isdecimal():
            return numbers[0], numbers[1], None
        return _year(parts[1], numbers[1], today, numbers[0]), numbers[0], None
    if len(parts) == 3:
        if len(parts[0]) == 4 and parts[0].isdecimal():
            return numbers[0], numbers[1], numbers[2]
        if not parts[0].isdecimal():  # July 12 1987
            return _year(parts[2], numbers[2], today, numbers[0], numbers[1]), numbers[0], numbers[1]
        return _year(parts[2], numbers[2], today, numbers[1], numbers[0]), numbers[1], numbers[0]
    raise InvalidValue("birth_date", "characters")


def _number(part: str) -> int:
    if part.isascii() and part.isdecimal() and len(part) <= 4:
        return int(part)
    if part in _MONTHS:
        return _MONTHS[part]
    raise InvalidValue("birth_date", "characters")


def _year(part: str, number: int, today: date, month: int, day: int = 0) -> int:
    if len(part) != 2:
        return number
    this_century = today.year - today.year % 100 + number
    is_to_come = (this_century, month or 1, day or 1) > (today.year, today.month, today.day)
    return this_century - 100 if is_to_come else this_century
