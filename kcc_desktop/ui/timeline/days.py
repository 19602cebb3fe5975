"""Under which heading an entry stands: to come, today, this week, last week, its month. Knows no words."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum

from kcc_desktop.domain.local_time import local_day, start_of
from kcc_desktop.domain.timeline import EntryKind

PLANNED = frozenset({EntryKind.APPOINTMENT, EntryKind.VISIT})


class Span(IntEnum):
    """In the order of the list, newest first."""

    COMING = 0
    TODAY = 1
    YESTERDAY = 2
    THIS_WEEK = 3  # one day of it
    LAST_WEEK = 4
    MONTH = 5


@dataclass(frozen=True, slots=True)
class Section:
    """The entries under one heading; `first` and `last` are the local days it stands for."""

    span: Span
    first: date
    last: date

    @property
    def has_clock(self) -> bool:
        """Whether its rows tell the time; else they tell the day."""
        return self.span in (Span.TODAY, Span.YESTERDAY, Span.THIS_WEEK)


class Days:
    """The headings as they are at `now`: they change at midnight, and with nothing else."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self.today = local_day(now)
        monday = self.today - timedelta(days=self.today.weekday())
        self._this_week = monday
        self._last_week = monday - timedelta(days=7)

    def section(self, kind: EntryKind, at: datetime, after: Section | None = None) -> Section:
        """Where an entry stands. `after`: the section of the entry above it, which it never comes before, so that a
        clock that is a minute ahead opens no second heading of the same day."""
        found = self._section_of(kind, at)
        if after is not None and found.span < after.span:
            return after
        return found

    def floor(self, section: Section | None) -> datetime | None:
        """What happened from this instant on, and below an entry of `section`, stands in `section` too.

        None where that has to be looked at entry by entry.
        """
        if section is None or section.span is Span.COMING:
            return None
        return start_of(section.first)

    def today_section(self) -> Section:
        return Section(Span.TODAY, self.today, self.today)

    def _section_of(self, kind: EntryKind, at: datetime) -> Section:
        day = local_day(at)
        if day > self.today or (kind in PLANNED and at > self._now):
            return Section(Span.COMING, self.today, date.max)
        if day == self.today:
            return self.today_section()
        if day == self.today - timedelta(days=1):
            return Section(Span.YESTERDAY, day, day)
        if day >= self._this_week:
            return Section(Span.THIS_WEEK, day, day)
        if day >= self._last_week:
            return Section(Span.LAST_WEEK, self._last_week, self._this_week - timedelta(days=1))
        return Section(Span.MONTH, day.replace(day=1), _last_of_month(day))


def _last_of_month(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
