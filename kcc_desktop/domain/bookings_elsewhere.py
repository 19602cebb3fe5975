"""Appointments that stand in another calendar than ours: what we know of them, and how sure it is. Knows no table.

A booking is written here before the other calendar is asked, as one that may be there: when the answer gets lost, or
this desk does, it still says so, and nobody books it a second time without knowing. It occupies none of our counters.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from kcc_desktop.domain.appointment_door import (
    CustomerField,
    DoorField,
    DoorProduct,
    DoorRefused,
    TimeElsewhere,
    WantedProduct,
)
from kcc_desktop.domain.appointments import CancelledBy
from kcc_desktop.domain.contacts import Confidentiality
from kcc_desktop.domain.errors import Refusal
from kcc_desktop.domain.free_time import PartOfDay

LONGEST_REFERENCE = 40


class ElsewhereState(StrEnum):
    DOUBTFUL = "doubtful"  # asked for; whether it is there is to be seen there
    BOOKED = "booked"
    FAILED = "failed"  # it is not there
    CANCELLED = "cancelled"


MOVES: dict[ElsewhereState, frozenset[ElsewhereState]] = {
    ElsewhereState.DOUBTFUL: frozenset({ElsewhereState.BOOKED, ElsewhereState.FAILED}),
    ElsewhereState.BOOKED: frozenset({ElsewhereState.CANCELLED}),
    ElsewhereState.FAILED: frozenset(),
    ElsewhereState.CANCELLED: frozenset(),
}

# In Dutch and in English, for lists that show every kind of thing in one column.
STATE_LABELS = {
    ElsewhereState.DOUBTFUL: ("Misschien geboekt: kijk na", "Maybe booked: check"),
    ElsewhereState.BOOKED: ("Gepland", "Planned"),
    ElsewhereState.FAILED: ("Niet geboekt", "Not booked"),
    ElsewhereState.CANCELLED: ("Afgezegd", "Cancelled"),
}


class Heard(StrEnum):
    """What its calendar said of it just now."""

    NOTHING = "nothing"  # it was not asked: there is nothing to ask
    SAME = "same"
    CHANGED = "changed"  # and it is kept here as it is there now
    GONE = "gone"
    AWAY = "away"  # what is shown is what was known


class TimeGone(DoorRefused):
    """The calendar says no, and these are the times it has left, the first one first."""

    def __init__(self, next_best: tuple[TimeElsewhere, ...]) -> None:
        super().__init__()
        self.next_best = next_best


class OtherCalendar(Refusal):
    """It stands in a calendar that this office does not use now, or its number there is not known."""


@dataclass(frozen=True, slots=True)
class AskElsewhere:
    """What to look for there. `chosen`: the other calendar's own product, when the agent had to say which it is."""

    product_id: UUID
    party_id: UUID | None = None
    chosen: str = ""
    part: PartOfDay = PartOfDay.ANY
    weekdays: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class FoundElsewhere:
    """The first free times there. Without a `product` none yet: it is one of `products`, the agent says which.

    `fields`: what has to be given; `known`: what we know of that, to be read back to the citizen.
    """

    product: DoorProduct | None
    products: tuple[DoorProduct, ...] = ()
    times: tuple[TimeElsewhere, ...] = ()
    fields: tuple[DoorField, ...] = ()
    known: Mapping[CustomerField, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BookElsewhere:
    """`customer` goes to the other calendar and is not kept here."""

    id: UUID
    product_id: UUID
    wanted: WantedProduct
    title: str
    time: TimeElsewhere
    customer: Mapping[CustomerField, str]
    party_id: UUID | None = None
    conversation_id: UUID | None = None
    contact_id: UUID | None = None
    secrecy: Confidentiality = Confidentiality.OPEN


@dataclass(frozen=True, slots=True)
class CancelElsewhere:
    id: UUID
    by: CancelledBy
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SettleElsewhere:
    """Somebody looked there. `reference`: the number it has there; None: it is not there."""

    id: UUID
    reference: str | None


@dataclass(frozen=True, slots=True)
class BookingElsewhere:
    """One booking as a screen shows it. `reference`: the other calendar's, read out. `ends_at`: when it said so."""

    id: UUID
    system: str
    state: ElsewhereState
    external_id: str
    reference: str
    title: str
    location: str
    starts_at: datetime
    ends_at: datetime | None
    party_id: UUID | None
    contact_id: UUID | None
    made_by: str
    made_at: datetime
    cancelled_by: CancelledBy | None = None
    reason: str = ""
    heard: Heard = Heard.NOTHING
