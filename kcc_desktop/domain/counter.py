"""The counter: tickets, their states and moves, who is expected, and who sits where. Knows no table.

Source of the states and the priorities: appointments-queues-visits facts, 5.2 and 5.3.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum, StrEnum
from uuid import UUID

from kcc_desktop.domain.calendar import CounterKind
from kcc_desktop.domain.contacts import (
    Confidentiality,
    IdentityLevel,
)
from kcc_desktop.domain.errors import Refusal

CHANNEL = "counter"
LEFT = "left"  # the outcome of a visit that ended without help
LONGEST_NAME = 200
LONGEST_REASON = 300
MOST_PERSONS = 12
ON_TIME = timedelta(minutes=5)  # after the time of the appointment: later is late
EARLY = timedelta(minutes=15)  # before it: until then nobody is passed over who came without an appointment
OBSERVATIONS = 20  # serving times an estimate looks at
FEWEST = 5  # below which nothing is said


class TicketState(StrEnum):
    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    ON_HOLD = "on_hold"
    DONE = "done"
    NO_SHOW = "no_show"
    LEFT = "left"
    EXPIRED = "expired"  # nobody said what became of it before the doors closed; no figure counts it


OPEN = frozenset({TicketState.WAITING, TicketState.CALLED, TicketState.SERVING, TicketState.ON_HOLD})
AT_COUNTER = frozenset({TicketState.CALLED, TicketState.SERVING})  # a counter has one of these at most

MOVES: dict[TicketState, frozenset[TicketState]] = {
    TicketState.WAITING: frozenset({TicketState.CALLED, TicketState.LEFT, TicketState.EXPIRED}),
    TicketState.CALLED: frozenset(
        {TicketState.SERVING, TicketState.WAITING, TicketState.NO_SHOW, TicketState.LEFT, TicketState.EXPIRED}
    ),
    TicketState.SERVING: frozenset({TicketState.ON_HOLD, TicketState.WAITING, TicketState.DONE, TicketState.EXPIRED}),
    TicketState.ON_HOLD: frozenset(
        {TicketState.SERVING, TicketState.WAITING, TicketState.DONE, TicketState.LEFT, TicketState.EXPIRED}
    ),
    TicketState.NO_SHOW: frozenset({TicketState.WAITING}),  # they came after all, the same day
    TicketState.DONE: frozenset(),
    TicketState.LEFT: frozenset(),
    TicketState.EXPIRED: frozenset(),
}


class TicketMove(StrEnum):
    """What was done with it; the event of a move says this, from where and to where."""

    ISSUED = "issued"
    CALLED = "called"
    CALLED_AGAIN = "called_again"
    PUT_BACK = "put_back"
    SERVED = "served"
    HELD = "held"
    RESUMED = "resumed"
    TRANSFERRED = "transferred"
    HOST_TOLD = "host_told"
    FINISHED = "finished"
    LEFT = "left"
    NO_SHOW = "no_show"
    CAME = "came"
    EXPIRED = "expired"


class TicketSource(StrEnum):
    CHECK_IN = "check_in"
    WALK_IN = "walk_in"


PREFIXES = {TicketSource.CHECK_IN: "A", TicketSource.WALK_IN: "B"}


class Priority(IntEnum):
    APPOINTMENT = 0  # on time
    ACCESSIBILITY = 1  # or medical
    NORMAL = 2


class Need(StrEnum):
    INTERPRETER = "interpreter"
    WHEELCHAIR = "wheelchair"
    DIGITAL_HELP = "digital_help"


class DigitalOffer(StrEnum):
    """What became of the way to do it online, which everybody is told of."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    SENT = "sent"


class CounterState(StrEnum):
    OPEN = "open"
    PAUSED = "paused"
    CLOSED = "closed"


class ArrivalState(StrEnum):
    EXPECTED = "expected"
    LATE = "late"
    ARRIVED = "arrived"
    SERVING = "serving"
    SERVED = "served"
    NO_SHOW = "no_show"


class CounterClosed(Refusal):
    """Nobody is called to a counter that this agent has not open."""


class CounterBusy(Refusal):
    """There is somebody at it already; `number` says who."""

    def __init__(self, number: str) -> None:
        super().__init__()
        self.number = number


class CounterStaffed(Refusal):
    """A colleague sits there; `name` says who."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


class TicketTaken(Refusal):
    """Somebody was first: `counter` called it. `next_best` is who else waits for this counter, if anybody."""

    def __init__(self, counter: str, next_best: "Ticket | None" = None) -> None:
        super().__init__()
        self.counter = counter
        self.next_best = next_best


class AnotherDay(Refusal):
    """The appointment is for another day or another location: `starts_at`, `location`."""

    def __init__(self, starts_at: datetime, location: str) -> None:
        super().__init__()
        self.starts_at = starts_at
        self.location = location


@dataclass(frozen=True, slots=True)
class TicketLine:
    """What they come for; `persons` for how many."""

    product_id: UUID
    persons: int = 1
    product: str = ""


@dataclass(frozen=True, slots=True)
class Ticket:
    """One visit to the counter, from its number to its end.

    `due_at` decides who is first among equals: the appointment's time, else when they came. `bring` are lines.
    """

    id: UUID
    number: str
    state: TicketState
    source: TicketSource
    location_id: UUID
    local_on: date
    priority: Priority
    created_at: datetime
    due_at: datetime
    skills: frozenset[str] = frozenset()
    lines: tuple[TicketLine, ...] = ()
    bring: tuple[str, ...] = ()
    needs: frozenset[Need] = frozenset()
    language: str = "nld"
    counter_id: UUID | None = None
    counter: str = ""
    wanted_counter_id: UUID | None = None
    host: str = ""  # whom they come for, when that is a colleague in a room
    called_at: datetime | None = None
    served_at: datetime | None = None
    host_told_at: datetime | None = None
    appointment_id: UUID | None = None
    conversation_id: UUID | None = None
    identity: IdentityLevel = IdentityLevel.NOT_ESTABLISHED
    party_id: UUID | None = None
    name: str = ""
    note: str = ""
    secrecy: Confidentiality = Confidentiality.OPEN  # its appointment's
    asked: UUID | None = None  # the product that is in front: what they were sent on for, else the first

    @property
    def persons(self) -> int:
        return max((line.persons for line in self.lines), default=1)


@dataclass(frozen=True, slots=True)
class Estimate:
    """Minutes, as a range that can be said aloud."""

    from_minutes: int
    until_minutes: int


@dataclass(frozen=True, slots=True)
class Arrival:
    """One appointment of today as the reception sees it."""

    appointment_id: UUID
    reference: str
    name: str
    title: str
    starts_at: datetime
    counter_id: UUID
    counter: str
    kind: CounterKind
    room: str
    state: ArrivalState
    ticket_id: UUID | None = None
    number: str = ""
    host_told_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class CounterDesk:
    """A counter today: who sits there and which ticket is at it."""

    id: UUID
    name: str
    kind: CounterKind
    room: str
    skills: frozenset[str]
    state: CounterState = CounterState.CLOSED
    agent_id: UUID | None = None
    agent: str = ""
    ticket_id: UUID | None = None
    number: str = ""


@dataclass(frozen=True, slots=True)
class Board:
    """Everything the counter's panel shows of one location on one day. `tickets`: open ones, who is next first."""

    location_id: UUID
    location: str
    on: date
    now: datetime
    counters: tuple[CounterDesk, ...]
    tickets: tuple[Ticket, ...]
    arrivals: tuple[Arrival, ...]
    estimates: Mapping[UUID, Estimate]

    @property
    def waiting(self) -> tuple[Ticket, ...]:
        return tuple(ticket for ticket in self.tickets if ticket.state is TicketState.WAITING)

    def counter(self, counter_id: UUID | None) -> CounterDesk | None:
        return next((one for one in self.counters if one.id == counter_id), None)

    def ticket(self, ticket_id: object) -> Ticket | None:
        return next((one for one in self.tickets if one.id == ticket_id), None)


@dataclass(frozen=True, slots=True)
class WaitingRoom:
    """What hangs on the wall: numbers and counters, and nobody's name. The newest call first."""

    location: str
    called: tuple[tuple[str, str], ...]  # number, counter
    waiting: int
    changed_at: datetime | None  # when somebody was called last


@dataclass(frozen=True, slots=True)
class TicketPaper:
    """What is printed: a page as wide as a receipt, as PDF."""

    number: str
    pdf: bytes


@dataclass(frozen=True, slots=True)
class CounterFigures:
    """One day of one location, from its events. Seconds; None where nothing was counted.

    `waited`: how many were called for the first time, of whom the waits are; `expected` of them had an appointment.
    """

    issued: int
    served: int
    left: int
    no_show: int
    walk_ins: int
    median_wait: int | None
    within_norm: float | None  # share that was called within the norm
    serving: int  # at all counters together
    on_time: float | None  # share of appointments called within five minutes of their time
    waited: int = 0
    expected: int = 0
    longest_wait: int | None = None
