"""When something is promised for: working days of the desk, the Dutch holidays, local clock.

A callback is no legal term, so the Algemene termijnenwet does not move it; its list of holidays is used all the
same, because on those days nobody calls back. Knows no settings: hours and extra closed days are the caller's.
"""

from collections.abc import Container, Sequence
from datetime import UTC, date, datetime, time, timedelta

from kcc_desktop.domain.holidays import holidays_in
from kcc_desktop.domain.local_time import HERE

# Monday first; None is a day on which nobody works.
Week = Sequence[tuple[time, time] | None]

OFFICE_WEEK: Week = ((time(8, 30), time(17)),) * 5 + (None, None)
CALLBACK_WORKING_DAYS = 2  # the most frequent promise of municipalities (municipal-domain facts 3.4), a setting
CALLBACK_AT = time(17)
_FARTHEST_DAYS = 3660


class Holidays:
    """Every year's holidays as one container, with the desk's own closed days."""

    def __init__(self, also_closed: Container[date] = ()) -> None:
        self._also_closed = also_closed

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and (day in holidays_in(day.year) or day in self._also_closed)


def callback_due(
    now: datetime,
    working_days: int = CALLBACK_WORKING_DAYS,
    at: time = CALLBACK_AT,
    hours: Week = OFFICE_WEEK,
    holidays: Container[date] | None = None,
) -> datetime:
    """The instant (UTC) before which somebody calls back: `at`, local, on the n-th working day after today.

    On a day that closes earlier: its closing time. 0 is today as long as that moment is still to come, else the
    next working day. A working day has hours in `hours` and is not in `holidays` (default: the Dutch ones).
    Refuses ValueError when no day is ever worked.
    """
    closed = Holidays() if holidays is None else holidays
    day, left = now.astimezone(HERE).date(), working_days
    for _ in range(_FARTHEST_DAYS):
        due = _end_of(day, at, hours, closed)
        if due is not None and left <= 0 and due > now:
            return due
        day += timedelta(days=1)
        if _end_of(day, at, hours, closed) is not None:
            left -= 1
    raise ValueError("no working day in ten years")


def open_minutes_later(
    now: datetime, minutes: int, hours: Week = OFFICE_WEEK, holidays: Container[date] | None = None
) -> datetime:
    """The instant (UTC) at which the desk was open for so many minutes since `now`.

    Refuses ValueError when that is never within ten years.
    """
    closed = Holidays() if holidays is None else holidays
    day, left = now.astimezone(HERE).date(), timedelta(minutes=minutes)
    for _ in range(_FARTHEST_DAYS):
        opening = hours[day.weekday()]
        if opening is not None and day not in closed:
            opens, closes = (datetime.combine(day, at, HERE).astimezone(UTC) for at in opening)
            begin = max(now.astimezone(UTC), opens)
            if begin + left <= closes:
                return begin + left
            left -= max(closes - begin, timedelta())
        day += timedelta(days=1)
    raise ValueError("not open long enough in ten years")


def _end_of(day: date, at: time, hours: Week, closed: Container[date]) -> datetime | None:
    """When the day's promises are due, or None when nobody works on it."""
    opening = hours[day.weekday()]
    if opening is None or day in closed:
        return None
    return datetime.combine(day, min(at, opening[1]), HERE).astimezone(UTC)
