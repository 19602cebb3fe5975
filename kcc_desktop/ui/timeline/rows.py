"""What the timeline shows, line by line, as frozen values: headings, entries, the conversation going on, the end.

Lays entries out under their headings. Knows no words, no painting and no service.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import Enum
from types import MappingProxyType
from uuid import UUID

from kcc_desktop.domain.timeline import EntryKind, TimelineEntry
from kcc_desktop.ui.timeline.days import PLANNED, Days, Section, Span


@dataclass(frozen=True, slots=True)
class DayRow:
    """A heading; how many appointments and visits are loaded under it, counted for what is to come."""

    section: Section
    today: date
    appointments: int = 0
    visits: int = 0

    @property
    def key(self) -> Hashable:
        return self.section.span, self.section.first


@dataclass(frozen=True, slots=True)
class EntryRow:
    """`is_folded`: confidential, and nobody has established yet who listens; only that it is there is shown."""

    entry: TimelineEntry
    section: Section
    is_folded: bool = False

    @property
    def key(self) -> Hashable:
        return self.entry.id


@dataclass(frozen=True, slots=True)
class LiveRow:
    """The conversation that goes on with this party."""

    id: UUID
    channel_code: str
    started_at: datetime
    title: str
    who: str
    questions: int

    @property
    def key(self) -> Hashable:
        return "live", self.id


class Tail(Enum):
    """What stands at the end while there is more than was loaded."""

    LOADING = "loading"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class TailRow:
    tail: Tail

    @property
    def key(self) -> Hashable:
        return "tail"


Row = DayRow | EntryRow | LiveRow | TailRow
_NOTHING: Mapping[Hashable, EntryRow] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Folding:
    """Whether confidential entries may be shown as they are, and which ones the agent unfolded all the same."""

    is_told: bool = True
    unfolded: frozenset[UUID] = field(default_factory=frozenset)

    def folds(self, entry: TimelineEntry) -> bool:
        return entry.is_confidential and not self.is_told and entry.id not in self.unfolded


def lay_out(
    entries: Iterable[TimelineEntry],
    days: Days,
    folding: Folding,
    live: LiveRow | None = None,
    after: Section | None = None,
    known: Mapping[Hashable, EntryRow] = _NOTHING,
) -> list[Row]:
    """Entries, newest first, under their headings; the live conversation is the first of today.

    `after` is the section of the row above, when these go on below rows that are there already (`live` among them).
    `known` are rows of before: an entry that is the same keeps its row, so that ten thousand are compared in a moment.
    """
    rows: list[Row] = []
    section, coming = after, Counter[EntryKind]()
    floor = days.floor(after)
    for entry in entries:
        # Almost every entry stands where the one above it stands: one comparison, no calendar.
        if floor is None or entry.at < floor or live is not None:
            found = days.section(entry.kind, entry.at, section)
            if live is not None and found.span is not Span.COMING:
                section = _add_live(rows, days, live)
                live = None
                found = days.section(entry.kind, entry.at, section)
            if found != section:
                rows.append(DayRow(found, days.today))
                section = found
            floor = days.floor(section)
            if section.span is Span.COMING and entry.kind in PLANNED:
                coming[entry.kind] += 1
        assert section is not None
        is_folded = folding.folds(entry)
        row = known.get(entry.id)
        if row is None or row.entry is not entry or row.section != section or row.is_folded is not is_folded:
            row = EntryRow(entry, section, is_folded)
        rows.append(row)
    if live is not None:
        _add_live(rows, days, live)
    if coming and isinstance(rows[0], DayRow):
        rows[0] = replace(rows[0], appointments=coming[EntryKind.APPOINTMENT], visits=coming[EntryKind.VISIT])
    return rows


def _add_live(rows: list[Row], days: Days, live: LiveRow) -> Section:
    section = days.today_section()
    rows.extend((DayRow(section, days.today), live))
    return section


def last_section(rows: Sequence[Row]) -> Section | None:
    """The section the last entry stands under, for what goes on below it."""
    for row in reversed(rows):
        if isinstance(row, EntryRow | DayRow):
            return row.section
    return None
