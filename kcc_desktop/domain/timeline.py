"""The one list of everything that happened between a party and the municipality.

Later kinds only add rows: an entry knows when, what kind and which id, and enough words for its
line in the list; the detail is opened through the service of its kind.
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


class EntryKind(StrEnum):
    CONTACT = "contact"
    TASK = "task"
    CASE = "case"
    DISCLOSURE_REFUSAL = "disclosure_refusal"
    APPOINTMENT = "appointment"
    VISIT = "visit"
    FEEDBACK = "feedback"


class Tone(StrEnum):
    """How an entry's state asks for attention; a screen gives it icon, word and colour."""

    QUIET = "quiet"
    GOOD = "good"
    NEAR = "near"
    OVER = "over"
    LIVE = "live"


# In Dutch and in English, as every entry's state is said.
DISCLOSURE_REFUSED = ("Verstrekking geweigerd", "Disclosure refused")


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One row. `channel` is a channel's code for contacts, else empty.

    `state` is a stable word of its kind (a contact's outcome code, a task's state, "open" or "ended" for a case);
    `labels` say it in Dutch and in English.
    """

    kind: EntryKind
    id: UUID
    at: datetime
    channel: str
    title: str
    detail: str
    who: str
    state: str
    tone: Tone
    is_confidential: bool
    labels: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class TimelineMark:
    """Where the next page goes on: keyset, never an offset."""

    at: datetime
    id: UUID


@dataclass(frozen=True, slots=True)
class TimelineFilter:
    """Empty sets and text mean: everything. `channels` narrows contacts only."""

    kinds: frozenset[EntryKind] = frozenset()
    channels: frozenset[str] = frozenset()
    text: str = ""

    @property
    def is_empty(self) -> bool:
        return not (self.kinds or self.channels or self.text)


@dataclass(frozen=True, slots=True)
class TimelinePage:
    entries: tuple[TimelineEntry, ...]
    next: TimelineMark | None


@dataclass(frozen=True, slots=True)
class TimelineCounts:
    """How many there are per filter chip: key is a channel's code or an entry kind's value."""

    total: int
    by_channel: tuple[tuple[str, int], ...]
    by_kind: tuple[tuple[str, int], ...]
