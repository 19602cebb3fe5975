"""Visits at somebody's home or in the street: their states and moves, what is asked and what is answered.

Source of the states: appointments-queues-visits facts, 5.3. `booked` is promised to the citizen and stands in nobody's
day; `planned` stands in a worker's day and owns that time. Knows no table.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.errors import Refusal
from kcc_desktop.domain.free_time import PartOfDay
from kcc_desktop.domain.quanta import instant_of
from kcc_desktop.domain.travel import Point, TravelSource


class VisitState(StrEnum):
    HELD = "held"
    BOOKED = "booked"  # promised, in nobody's day
    PLANNED = "planned"
    DISPATCHED = "dispatched"
    EN_ROUTE = "en_route"
    ON_SITE = "on_site"
    COMPLETED = "completed"
    FAILED = "failed"
    PARTLY_DONE = "partly_done"
    RELEASED = "released"  # a hold that was let go or ran out
    CANCELLED = "cancelled"
    RESCHEDULED = "rescheduled"  # another visit took its place


_S = VisitState
PROMISED = frozenset({_S.PLANNED, _S.DISPATCHED, _S.EN_ROUTE, _S.ON_SITE})  # in a worker's day, for sure
BLOCKING = PROMISED | {_S.HELD}
OVER = frozenset({_S.COMPLETED, _S.FAILED, _S.PARTLY_DONE, _S.RELEASED, _S.CANCELLED, _S.RESCHEDULED})

MOVES: dict[VisitState, frozenset[VisitState]] = {
    _S.HELD: frozenset({_S.PLANNED, _S.RELEASED}),  # booked and planned in one moment
    _S.BOOKED: frozenset({_S.PLANNED, _S.CANCELLED, _S.RESCHEDULED}),
    _S.PLANNED: frozenset({_S.BOOKED, _S.DISPATCHED, _S.CANCELLED, _S.RESCHEDULED}),
    _S.DISPATCHED: frozenset({_S.PLANNED, _S.EN_ROUTE, _S.CANCELLED}),
    _S.EN_ROUTE: frozenset({_S.ON_SITE, _S.FAILED, _S.CANCELLED}),
    _S.ON_SITE: frozenset({_S.COMPLETED, _S.FAILED, _S.PARTLY_DONE}),
    **{state: frozenset() for state in OVER},
}

# In Dutch and in English, for lists that show every kind of thing in one column.
STATE_LABELS = {
    _S.HELD: ("Vastgehouden", "On hold"),
    _S.BOOKED: ("Nog in te plannen", "Not planned yet"),
    _S.PLANNED: ("Gepland", "Planned"),
    _S.DISPATCHED: ("Doorgegeven", "Sent out"),
    _S.EN_ROUTE: ("Onderweg", "On the way"),
    _S.ON_SITE: ("Op locatie", "On location"),
    _S.COMPLETED: ("Klaar", "Done"),
    _S.FAILED: ("Niet gelukt", "Did not work out"),
    _S.PARTLY_DONE: ("Deels gedaan", "Partly done"),
    _S.RELEASED: ("Losgelaten", "Released"),
    _S.CANCELLED: ("Afgezegd", "Cancelled"),
    _S.RESCHEDULED: ("Verzet", "Moved"),
}


class VisitOutcome(StrEnum):
    """How a visit ended. The failures are what vrijBRP's home delivery has as reasons (facts, 1.3), a starting set."""

    DONE = "done"
    PARTLY = "partly"
    DOOR_CLOSED = "door_closed"  # 1.1
    NOT_PRESENT = "not_present"  # 1.2: the door was opened, the citizen is not there
    CITIZEN_MOVES_IT = "citizen_moves_it"  # 1.3
    ADDRESS_WRONG = "address_wrong"  # 3.1
    ADDRESS_NOT_FOUND = "address_not_found"  # 3.2
    COULD_NOT_DO_IT = "could_not_do_it"  # 16
    NO_IDENTITY_DOCUMENT = "no_identity_document"  # 41


OUTCOME_LABELS = {
    VisitOutcome.DONE: ("Gedaan", "Done"),
    VisitOutcome.PARTLY: ("Deels gedaan", "Partly done"),
    VisitOutcome.DOOR_CLOSED: ("Deur dicht, niemand thuis", "Door closed, nobody in"),
    VisitOutcome.NOT_PRESENT: ("Deur open, inwoner niet thuis", "Door opened, resident not in"),
    VisitOutcome.CITIZEN_MOVES_IT: ("Inwoner verzet de afspraak", "Resident moves the visit"),
    VisitOutcome.ADDRESS_WRONG: ("Adres klopt niet", "Address is wrong"),
    VisitOutcome.ADDRESS_NOT_FOUND: ("Adres niet te vinden", "Address cannot be found"),
    VisitOutcome.COULD_NOT_DO_IT: ("Kon de afspraak niet uitvoeren", "Could not carry out the visit"),
    VisitOutcome.NO_IDENTITY_DOCUMENT: ("Geen identiteitsbewijs", "No identity document"),
}


def state_after(outcome: VisitOutcome) -> VisitState:
    """What an outcome makes of the visit."""
    if outcome is VisitOutcome.DONE:
        return VisitState.COMPLETED
    return VisitState.PARTLY_DONE if outcome is VisitOutcome.PARTLY else VisitState.FAILED


class PointQuality(StrEnum):
    EXACT = "exact"
    POSTCODE = "postcode"  # the postcode's point from the imported table
    AGENT = "agent"  # pointed at by the agent


QUALITY_LABELS = {
    PointQuality.EXACT: ("Adrespunt", "Point of the address"),
    PointQuality.POSTCODE: ("Punt van de postcode", "Point of the postcode"),
    PointQuality.AGENT: ("Aangewezen door een medewerker", "Pointed at by an agent"),
}


@dataclass(frozen=True, slots=True)
class VisitPlace:
    """Where. Without a point the postcode's is looked up, and marked as such."""

    address: Address
    point: Point | None = None
    quality: PointQuality = PointQuality.EXACT


@dataclass(frozen=True, slots=True)
class VisitNeed:
    """What is looked for. `window`: the citizen wants it wholly between these instants; `worker_ids`: only those.

    `skills` are the first visitor's; a second one comes along with any. Without a product it can be looked for, and
    not held. `is_anywhere`: by workers of other areas, too.
    """

    place: VisitPlace
    minutes: int
    product_id: UUID | None = None
    skills: frozenset[str] = frozenset()
    with_second: bool = False
    part: PartOfDay = PartOfDay.ANY
    weekdays: frozenset[int] = frozenset()
    from_on: date | None = None
    window: tuple[datetime, datetime] | None = None
    worker_ids: frozenset[UUID] = frozenset()
    cluster_id: UUID | None = None
    is_anywhere: bool = False


@dataclass(frozen=True, slots=True)
class VisitProposal:
    """One place in a worker's day, explained. Times of driving in whole minutes, quanta of five minutes.

    `extra_minutes`: driving that the day has more, of both workers when there are two. The promised window is
    `window_from` until `window_until`; the whole visit lies in it. `is_estimate`: the route planner did not answer,
    or no better source than the distance is set.
    """

    worker_id: UUID
    worker: str
    on: date
    quantum: int
    quanta: int
    window: tuple[int, int]  # quanta: the first, and the one after the last
    extra_minutes: int
    before_minutes: int  # driving from the stop before, or from where the day starts
    after_minutes: int
    source: TravelSource
    second_worker_id: UUID | None = None
    second_worker: str = ""

    @property
    def starts_at(self) -> datetime:
        return instant_of(self.quantum)

    @property
    def ends_at(self) -> datetime:
        return instant_of(self.quantum + self.quanta)

    @property
    def window_from(self) -> datetime:
        return instant_of(self.window[0])

    @property
    def window_until(self) -> datetime:
        return instant_of(self.window[1])

    @property
    def worker_ids(self) -> tuple[UUID, ...]:
        return (self.worker_id,) if self.second_worker_id is None else (self.worker_id, self.second_worker_id)


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit as a screen shows it. `reference` can be read out.

    Without worker and times while it stands in nobody's day. `window_from` and `window_until`: what was promised,
    None when nothing was yet. `has_safety_note`: there is one that counts today; its text is another question.
    `phone`, `contact_phone`, `report` and the signature come with `VisitService.open` only. `is_covered`: the address
    stays away, because of a disclosure restriction; whoever goes there sees it.
    """

    id: UUID
    reference: str
    state: VisitState
    title: str
    place: VisitPlace
    minutes: int
    product_id: UUID | None = None
    skills: frozenset[str] = frozenset()
    with_second: bool = False
    worker_id: UUID | None = None
    worker: str = ""
    second_worker_id: UUID | None = None
    second_worker: str = ""
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    window_from: datetime | None = None
    window_until: datetime | None = None
    before_minutes: int | None = None
    travel_source: TravelSource | None = None
    party_id: UUID | None = None
    invited: tuple["Invited", ...] = ()
    name: str = ""
    phone: str = ""
    contact_name: str = ""
    contact_phone: str = ""
    access: str = ""
    materials: tuple[str, ...] = ()
    interpreter: str = ""
    note: str = ""
    has_safety_note: bool = False
    is_covered: bool = False
    expires_at: datetime | None = None  # of a hold
    outcome: VisitOutcome | None = None
    report: str = ""
    identity_checked: bool = False
    signed_by: str = ""
    signature: bytes = field(default=b"", repr=False)  # PNG
    follow_up_of: UUID | None = None
    moved_to: UUID | None = None
    conversation_id: UUID | None = None
    made_by: str = ""
    made_at: datetime | None = None
    reason: str = ""  # why it was cancelled or moved

    @property
    def is_over(self) -> bool:
        return self.state in OVER


@dataclass(frozen=True, slots=True)
class ComingVisit:
    """One line in the list of somebody who is invited: not over. Without moments while nothing was promised."""

    id: UUID
    title: str
    window_from: datetime | None = None
    window_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Invited:
    """Whoever the visit is for, or who was asked to be there."""

    party_id: UUID
    name: str


class VisitTimeTaken(Refusal):
    """Somebody was first, or the drive no longer fits. `next_best` were possible a moment ago, the best first."""

    def __init__(self, next_best: tuple[VisitProposal, ...] = ()) -> None:
        super().__init__()
        self.next_best = next_best


class NoVisitPossible(Refusal):
    """Nobody's day has room for it in the days that can be planned. `until_on`: the last day looked at."""

    def __init__(self, until_on: date) -> None:
        super().__init__()
        self.until_on = until_on


class NoWorkerAble(Refusal):
    """Nobody who goes out has all these skills. `missing`: those nobody has; `able`: who has most of them."""

    def __init__(self, missing: frozenset[str], able: tuple[str, ...]) -> None:
        super().__init__()
        self.missing, self.able = missing, able


class NoWorkerThere(Refusal):
    """Nobody who can do it goes to this postcode. `areas`: where those go who can."""

    def __init__(self, areas: tuple[str, ...]) -> None:
        super().__init__()
        self.areas = areas


class OutsideWorkingHours(Refusal):
    """Nobody who could do it works then. `next_from`: when the next one begins; None: in none of the coming days."""

    def __init__(self, next_from: datetime | None) -> None:
        super().__init__()
        self.next_from = next_from


class WindowTooShort(Refusal):
    """The visit does not fit between the two moments. `minutes`: what it takes."""

    def __init__(self, minutes: int) -> None:
        super().__init__()
        self.minutes = minutes


class OutsidePromise(Refusal):
    """This is not what was promised to the citizen: between these moments, or the visit is moved with them."""

    def __init__(self, window_from: datetime, window_until: datetime) -> None:
        super().__init__()
        self.window_from, self.window_until = window_from, window_until


class AddressNotLocated(Refusal):
    """Neither the address nor its postcode has a point: the agent points at it."""


class VisitInPast(Refusal):
    """The time asked for is over."""


class DayMoved(Refusal):
    """Somebody changed the day since it was read: look again."""


class SolverMissing(Refusal):
    """The extra `routes` is not installed on this desktop: days are planned by hand and by the best insertion."""
