"""The days of the last years as the demo needs them: when the desk was open, and when something happened.

Everything is counted back from "now", so that a demo looks alive on whatever day it is opened.
"""

from datetime import UTC, date, datetime, time, timedelta
from random import Random

from kcc_desktop.domain.local_time import HERE, local_day, start_of
from kcc_desktop.domain.promises import OFFICE_WEEK, Holidays

DAYS = 4 * 365
MINUTE = 60_000_000  # microseconds
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_OPENS, _CLOSES = 8 * 60 + 30, 17 * 60
_FIRST = 15  # minutes after opening, there is something of today


def microseconds(instant: datetime) -> int:
    return (instant - _EPOCH) // timedelta(microseconds=1)


class Calendar:
    """Instants are microseconds since 1970; days are numbered backwards, 0 is today."""

    def __init__(self, now: datetime) -> None:
        self.now = now
        self.now_at = microseconds(now)
        self.today = local_day(now)
        closed = Holidays()
        self.days = [self.today - timedelta(days=back) for back in range(DAYS + 30)]
        # Minutes are added to local midnight; on the two nights when the clock changes an hour is off, and asleep.
        self._midnights = [microseconds(start_of(day)) for day in self.days]
        self._open = [OFFICE_WEEK[day.weekday()] is not None and day not in closed for day in self.days]
        self.is_worked_today = self._open[0]
        if self.now_at < self._midnights[0] + (_OPENS + _FIRST) * MINUTE:
            self._open[0] = False  # nobody has called yet today
        self.iso = [day.isoformat() for day in self.days]
        self._ahead = self._working_days_ahead(closed)

    def at(self, days_ago: int, minute: int) -> int:
        """That minute of that day, in the past: what would still be to come is earlier today."""
        at = self._midnights[days_ago] + minute * MINUTE
        if at < self.now_at:
            return at
        since_opening = self.now_at - self._midnights[0] - _OPENS * MINUTE
        if since_opening < _FIRST * MINUTE:
            return self.now_at - (minute % 50 + 6) * MINUTE
        return self.now_at - MINUTE - since_opening * (minute * 7 % 100) // 105

    def some_day(self, chance: Random) -> int:
        """Lately more often than long ago."""
        return int(DAYS * chance.random() ** 1.7)

    def open_day(self, days_ago: int) -> int:
        """The day itself or the last one before it on which the desk was open."""
        while not self._open[days_ago]:
            days_ago += 1
        return days_ago

    def office_minute(self, chance: Random) -> int:
        """More in the morning, as it is at a desk."""
        return _OPENS + int((_CLOSES - _OPENS - 10) * chance.random() ** 1.2)

    def due(self, days_ago: int, working_days: int = 2) -> int:
        """Five o'clock on the n-th working day after that day."""
        day = self.days[days_ago]
        for _ in range(working_days):
            day = self._ahead[day]
        return microseconds(start_of(day)) + _CLOSES * MINUTE

    def year_of(self, days_ago: int) -> int:
        return self.days[days_ago].year

    def local(self, day: date, hour: int, minute: int = 0) -> int:
        return microseconds(datetime.combine(day, time(hour, minute), HERE))

    def _working_days_ahead(self, closed: Holidays) -> dict[date, date]:
        ahead: dict[date, date] = {}
        following = self.today + timedelta(days=40)
        day = following
        while day >= self.days[-1]:
            ahead[day] = following
            if OFFICE_WEEK[day.weekday()] is not None and day not in closed:
                following = day
            day -= timedelta(days=1)
        return ahead
