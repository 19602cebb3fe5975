"""Appointments at a counter: their states and moves, what is asked and what is answered. Knows no table.

Source of the states and of what blocks a counter: appointments-queues-visits facts, 5.3.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from kcc_desktop.domain.contacts import Confidentiality
from kcc_desktop.domain.errors import Refusal
from kcc_desktop.domain.free_time import Offer, PartOfDay

# Without vowels, which make words, and without what is misheard or misread for another.
REFERENCE_LETTERS = "BCDFGHKLMNPRSTVWXZ2345789"
REFERENCE_LENGTH = 6
HOLD_MINUTES = 10
LONGEST_NAME = 200
OLDEST = 130
ADULT = 18
MOST_PERSONS = 12


class AppointmentState(StrEnum):
    HELD = "held"
    BOOKED = "booked"
    CHECKED_IN = "checked_in"
    IN_SERVICE = "in_service"
    COMPLETED = "completed"
    RELEASED = "released"  # a hold that was let go or ran out
    CANCELLED = "cancelled"
    RESCHEDULED = "rescheduled"  # another appointment took its place
    NO_SHOW = "no_show"


BLOCKING = frozenset(
    {AppointmentState.HELD, AppointmentState.BOOKED, AppointmentState.CHECKED_IN, AppointmentState.IN_SERVICE}
)

MOVES: dict[AppointmentState, frozenset[AppointmentState]] = {
    AppointmentState.HELD: frozenset({AppointmentState.BOOKED, AppointmentState.RELEASED}),
    AppointmentState.BOOKED: frozenset(
        {
            AppointmentState.CHECKED_IN,
            AppointmentState.CANCELLED,
            AppointmentState.RESCHEDULED,
            AppointmentState.NO_SHOW,
        }
    ),
    AppointmentState.CHECKED_IN: frozenset(
        {AppointmentState.IN_SERVICE, AppointmentState.CANCELLED, AppointmentState.NO_SHOW}
    ),
    AppointmentState.IN_SERVICE: frozenset({AppointmentState.COMPLETED, AppointmentState.CHECKED_IN}),
    AppointmentState.NO_SHOW: frozenset({AppointmentState.BOOKED}),  # reversible: they came after all
    AppointmentState.COMPLETED: frozenset(),
    AppointmentState.RELEASED: frozenset(),
    AppointmentState.CANCELLED: frozenset(),
    AppointmentState.RESCHEDULED: frozenset(),
}

# In Dutch and in English, for lists that show every kind of thing in one column.
STATE_LABELS = {
    AppointmentState.HELD: ("Vastgehouden", "On hold"),
    AppointmentState.BOOKED: ("Gepland", "Planned"),
    AppointmentState.CHECKED_IN: ("Aangemeld", "Arrived"),
    AppointmentState.IN_SERVICE: ("Wordt geholpen", "Being served"),
    AppointmentState.COMPLETED: ("Geholpen", "Served"),
    AppointmentState.RELEASED: ("Losgelaten", "Released"),
    AppointmentState.CANCELLED: ("Afgezegd", "Cancelled"),
    AppointmentState.RESCHEDULED: ("Verzet", "Moved"),
    AppointmentState.NO_SHOW: ("Niet gekomen", "Did not come"),
}


class CancelledBy(StrEnum):
    CITIZEN = "citizen"
    MUNICIPALITY = "municipality"


class UnlessReason(StrEnum):
    """Why somebody comes to the counter for what can be done online: *digitaal, tenzij*."""

    NO_DIGID = "no_digid"
    DIGITAL_FAILED = "digital_failed"
    NEEDS_HELP = "needs_help"
    PREFERS = "prefers"
    OTHER = "other"


class Said(StrEnum):
    """The answer to a question that a product asks about a child."""

    YES = "yes"
    NO = "no"


class SlotTaken(Refusal):
    """Somebody was first. `next_best` are times that were free a moment ago, the nearest first."""

    def __init__(self, next_best: tuple[Offer, ...] = ()) -> None:
        super().__init__()
        self.next_best = next_best


class NoTimeLeft(Refusal):
    """Nothing is free for this in the days that can be booked."""


class OutsideHours(Refusal):
    """No counter that could do it is staffed the whole time. `closes_at`: when the last one leaves, that day."""

    def __init__(self, closes_at: datetime | None) -> None:
        super().__init__()
        self.closes_at = closes_at


class PastMoment(Refusal):
    """The time asked for is over."""


class NotOffered(Refusal):
    """The location does not do this product. `locations` do."""

    def __init__(self, locations: tuple[str, ...]) -> None:
        super().__init__()
        self.locations = locations


class StillAlive(Refusal):
    """Nothing says that this person died."""


class UnlessNeeded(Refusal):
    """The product is done online; an appointment for it says why not."""


@dataclass(frozen=True, slots=True)
class ProductFacts:
    """What an appointment for a product needs. `bring`: lines, each one thing; `bring_child` for a minor besides.

    `combines`: products with the same word go together, one without a word goes with any. `asks_…_below`: about whom
    is younger it is asked whether the other parent consents, and whether those who come have authority; 0 is never.
    """

    product_id: UUID
    name: str
    base_minutes: int
    extra_minutes: int  # for each further person
    most_persons: int
    bring: tuple[str, ...]
    in_person: bool
    skill: str
    location_ids: frozenset[UUID]  # empty: every location
    digital_from: date | None
    digital_link: str
    combines: str = ""
    asks_consent_below: int = 0
    asks_authority_below: int = 0
    bring_child: tuple[str, ...] = ()

    def bring_of(self, age: int | None) -> tuple[str, ...]:
        """What one person brings; whose age nobody said is an adult."""
        return (*self.bring, *self.bring_child) if age is not None and age < ADULT else self.bring

    def asks_consent(self, age: int | None) -> bool:
        return age is not None and age < self.asks_consent_below

    def asks_authority(self, age: int | None) -> bool:
        return age is not None and age < self.asks_authority_below

    def is_digital_on(self, day: date) -> bool:
        return self.digital_from is not None and self.digital_from <= day


@dataclass(frozen=True, slots=True)
class Attendee:
    """One person of an appointment, by name or age, with what they come for.

    `consent`: of the other parent; `authority`: of who comes along over this child. None: not asked.
    """

    product_id: UUID
    name: str = ""
    age: int | None = None
    party_id: UUID | None = None
    consent: Said | None = None
    authority: Said | None = None


@dataclass(frozen=True, slots=True)
class TimeWish:
    """What to look for. `location_id` None: at every location that does it all. `host_id`: with that colleague only.

    `help_minutes`: so much was planned in for digital help before, and is kept.
    """

    attendees: tuple[Attendee, ...]
    location_id: UUID | None = None
    part: PartOfDay = PartOfDay.ANY
    weekdays: frozenset[int] = frozenset()
    from_on: date | None = None
    needs_digital_help: bool = False
    help_minutes: int = 0
    host_id: UUID | None = None  # the counter that stands for the colleague


@dataclass(frozen=True, slots=True)
class HoldTime:
    """Keep a time for ten minutes while talking. The id becomes the appointment's."""

    id: UUID
    offer: Offer
    wish: TimeWish
    conversation_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class BookAppointment:
    """Make the hold of this id an appointment. `name`, `phone`, `note` are personal and kept apart.

    `attendees`: who they are by now, one for each that the time was held for, with the same products; none: as held.
    `contact_id`: of the question it is planned in, which becomes a contact when the talk ends.
    """

    id: UUID
    party_id: UUID | None
    name: str
    phone: str = ""
    email: str = ""
    language: str = "nld"
    note: str = ""
    unless: UnlessReason | None = None
    conversation_id: UUID | None = None
    secrecy: Confidentiality = Confidentiality.OPEN  # of the contact it is planned in
    attendees: tuple[Attendee, ...] = ()
    contact_id: UUID | None = None
    needs_interpreter: bool = False


@dataclass(frozen=True, slots=True)
class MoveAppointment:
    """To another time: a new appointment takes its place, in one transaction. `reason` is for colleagues.

    `is_exact`: at a counter of the offer or not at all.
    """

    id: UUID
    new_id: UUID
    offer: Offer
    reason: str = ""
    is_exact: bool = False


@dataclass(frozen=True, slots=True)
class OverbookAppointment:
    """At a counter that is taken: one citizen more than it serves, on purpose. `reason` is for colleagues."""

    id: UUID
    counter_id: UUID
    quantum: int
    wish: TimeWish
    party_id: UUID | None
    name: str
    reason: str
    phone: str = ""


@dataclass(frozen=True, slots=True)
class CancelAppointment:
    id: UUID
    by: CancelledBy
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Comer:
    """Who comes, as far as somebody said so, and for what."""

    name: str
    age: int | None
    product: str
    consent: Said | None = None
    authority: Said | None = None
    bring: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Appointment:
    """One appointment as a screen shows it. `reference` can be read out.

    `comers` are the attendees in words; `reason` says why it was cancelled or moved.
    """

    id: UUID
    reference: str
    state: AppointmentState
    location_id: UUID
    location: str
    address: str
    counter_id: UUID
    counter: str
    starts_at: datetime
    ends_at: datetime
    party_id: UUID | None
    title: str  # products, with persons when more than one
    attendees: tuple[Attendee, ...]
    bring: tuple[str, ...]
    name: str = ""
    phone: str = ""
    note: str = ""
    expires_at: datetime | None = None  # of a hold
    made_by: str = ""
    moved_to: UUID | None = None
    made_at: datetime | None = None
    comers: tuple[Comer, ...] = ()
    language: str = "nld"
    cancelled_by: CancelledBy | None = None
    reason: str = ""
    is_extra: bool = False  # overbooked: beside another one at the same counter
    host_id: UUID | None = None  # the colleague they come for, whose counter it is
    contact_id: UUID | None = None
    help_minutes: int = 0
    needs_interpreter: bool = False
    moves: int = 0  # how often it was put at another time


@dataclass(frozen=True, slots=True)
class BeingBooked:
    """A time that a colleague holds while talking: it may be free again in a moment."""

    starts_at: datetime
    location: str
    by: str


@dataclass(frozen=True, slots=True)
class ComingAppointment:
    """One line in a party's list: promised and not over."""

    id: UUID
    title: str  # products, with persons when more than one
    starts_at: datetime
    location: str


def reference_in(text: str) -> str:
    """The code that was typed, in small letters and with blanks too; "" when it can be none."""
    code = "".join(text.upper().split())
    return code if len(code) == REFERENCE_LENGTH and set(code) <= set(REFERENCE_LETTERS) else ""


def titled(products: Sequence[str]) -> str:
    """One product for each person, as a title: "Paspoort (4), Rijbewijs"."""
    counts = Counter(products)
    return ", ".join(name if count == 1 else f"{name} ({count})" for name, count in counts.items())
