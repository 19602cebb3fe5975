"""What a contact leaves behind for somebody: tasks and callback requests, and the queues they wait in."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from kcc_desktop.domain.approaches import CallReason
from kcc_desktop.domain.contacts import Confidentiality
from kcc_desktop.domain.errors import Refusal
from kcc_desktop.domain.local_time import local_day
from kcc_desktop.domain.promises import OFFICE_WEEK, Week, callback_due, open_minutes_later

GENERAL_QUEUE = "general"  # of whatever names none
NEIGHBOURHOOD_QUEUE = "wijkteam"
LONGEST_REASON = 1000


class TaskKind(StrEnum):
    CALLBACK = "callback"
    TASK = "task"


class TaskState(StrEnum):
    OPEN = "open"
    DONE = "done"
    WITHDRAWN = "withdrawn"


# In Dutch and in English, for lists that show every kind of thing in one column.
TASK_STATE_LABELS = {
    TaskState.OPEN: ("Open", "Open"),
    TaskState.DONE: ("Gedaan", "Done"),
    TaskState.WITHDRAWN: ("Ingetrokken", "Withdrawn"),
}


class ColleagueKind(StrEnum):
    PERSON = "person"
    DEPARTMENT = "department"
    GROUP = "group"
    PARTNER = "partner"


@dataclass(frozen=True, slots=True)
class Colleague:
    """A person, department, group or partner organisation that work can go to (an imported list)."""

    id: UUID
    kind: ColleagueKind
    name: str
    department: str
    function: str
    phone: str
    email: str
    availability: str


@dataclass(frozen=True, slots=True)
class TaskSummary:
    """A promise: who does what before when. `reference` can be read out."""

    id: UUID
    reference: str
    kind: TaskKind
    state: TaskState
    title: str
    owner: str
    due_at: datetime
    phone: str
    party_id: UUID | None
    product_id: UUID | None = None
    rappels: int = 0  # how often somebody asked again


@dataclass(frozen=True, slots=True)
class TaskDetail:
    summary: TaskSummary
    explanation: str
    contact_id: UUID | None
    created_at: datetime
    created_by: str
    closed_at: datetime | None
    product: str = ""
    case_references: tuple[str, ...] = ()
    told: str = ""  # the citizen, when it was closed


class NormUnit(StrEnum):
    MINUTES = "minutes"
    HOURS = "hours"
    WORKING_DAYS = "working_days"


class NormState(StrEnum):
    """How it stands with what waits: the promise or the norm ran out, does so today, or later."""

    OVER = "over"
    TODAY = "today"
    LATER = "later"


class WorkState(StrEnum):
    """A task as those see it who work on it; a taken one is still open to whom it was promised."""

    OPEN = "open"
    TAKEN = "taken"
    DONE = "done"
    WITHDRAWN = "withdrawn"


class WorkMove(StrEnum):
    TAKEN = "taken"
    GIVEN_BACK = "given_back"
    RETURNED = "returned"  # at the end of a shift
    HANDED_OVER = "handed_over"
    NOT_REACHED = "not_reached"
    RAPPEL = "rappel"
    DONE = "done"
    WITHDRAWN = "withdrawn"


class WorkOutcome(StrEnum):
    """Why a task is closed."""

    ANSWERED = "answered"
    SETTLED = "settled"  # without the citizen being spoken to
    NOT_REACHED = "not_reached"
    NOT_NEEDED = "not_needed"

    @property
    def move(self) -> WorkMove:
        return WorkMove.WITHDRAWN if self is WorkOutcome.NOT_NEEDED else WorkMove.DONE


class TakenByColleague(Refusal):
    """A colleague is working on it; `name` says who."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name


@dataclass(frozen=True, slots=True)
class QueueNorm:
    value: int
    unit: NormUnit

    def runs_out(self, since: datetime, hours: Week = OFFICE_WEEK) -> datetime:
        """When work that came in at `since` should be done; minutes and hours count while the desk is open."""
        if self.unit is NormUnit.WORKING_DAYS:
            return callback_due(since, self.value, hours=hours)
        return open_minutes_later(since, self.value * (60 if self.unit is NormUnit.HOURS else 1), hours)


@dataclass(frozen=True, slots=True)
class OwnQueue:
    """Where what an agent's cluster does by itself waits, and within how much time it is done."""

    code: str
    name: str
    norm: QueueNorm


def norm_state(runs_out_at: datetime | None, now: datetime) -> NormState:
    """Of what has to be done by then; nothing waiting (None) is LATER."""
    if runs_out_at is None or local_day(runs_out_at) > local_day(now):
        return NormState.LATER
    return NormState.OVER if runs_out_at < now else NormState.TODAY


@dataclass(frozen=True, slots=True)
class WorkQueue:
    """`waiting` is taken by nobody; `oldest_at`: since when the longest waiting one is there.

    `fits_me`: this agent has every skill that it asks for, so that "next" takes from it.
    """

    code: str
    name: str
    cluster: str
    skills: frozenset[str]
    norm: QueueNorm
    waiting: int
    taken: int
    over: int
    oldest_at: datetime | None
    state: NormState
    fits_me: bool = True


@dataclass(frozen=True, slots=True)
class WorkItem:
    """A task in its queue. `taken_by_id` is set exactly while `state` is TAKEN."""

    task: TaskSummary
    state: WorkState
    queue_code: str
    created_at: datetime
    taken_by_id: UUID | None
    taken_by: str
    taken_at: datetime | None
    attempts: int
    next_try_at: datetime | None
    rappels: int
    citizen: str = ""
    product: str = ""
    channel_code: str = ""
    meant_for_id: UUID | None = None
    meant_for: str = ""
    is_with_partner: bool = False
    calling_at: datetime | None = None
    reason: CallReason | None = None  # why we call by ourselves

    @property
    def is_free(self) -> bool:
        """Waits for whoever comes: in nobody's hands, here or elsewhere."""
        return self.state is WorkState.OPEN and self.meant_for_id is None and not self.is_with_partner


@dataclass(frozen=True, slots=True)
class WorkEvent:
    """A move of an item, as its history shows it. `to`: the colleague, organisation or agent it was handed to."""

    move: WorkMove
    at: datetime
    actor: str
    outcome: str
    queue: str
    to: str
    next_try_at: datetime | None
    text: str


@dataclass(frozen=True, slots=True)
class WorkDetail:
    """An item opened: what was asked, and everything that was done with it, the newest first. What follows from it is
    as confidential as it is itself.
    """

    item: WorkItem
    task: TaskDetail
    product_id: UUID | None
    history: tuple[WorkEvent, ...]
    secrecy: Confidentiality


@dataclass(frozen=True, slots=True)
class WorkMark:
    """Where a page of items ended: by what it is ordered, and the reference."""

    at: datetime
    reference: str


@dataclass(frozen=True, slots=True)
class WorkPage:
    items: tuple[WorkItem, ...]
    next: WorkMark | None


@dataclass(frozen=True, slots=True)
class EnterWork:
    """Work that came from no talk at the desk; its queue's norm says until when. `id` is the item's."""

    id: UUID
    queue_code: str
    channel_code: str
    text: str
    party_id: UUID | None = None
    product_id: UUID | None = None
    phone: str = ""


@dataclass(frozen=True, slots=True)
class HandOverWork:
    """To another queue, to somebody else, or both. `id` is this move's, made by the desktop, as in the others.

    An agent (`agent_id`) finds it in their own work; a colleague, department or partner organisation takes the
    promise over.
    """

    id: UUID
    task_id: UUID
    reason: str
    queue_code: str = ""
    colleague_id: UUID | None = None
    agent_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class NoteAttempt:
    """Nobody picked up; not before `next_try_at` is it anybody's next item.

    `secrecy`: how confidential its note is.
    """

    id: UUID
    task_id: UUID
    next_try_at: datetime
    note: str = ""
    secrecy: Confidentiality = Confidentiality.OPEN


@dataclass(frozen=True, slots=True)
class CloseWork:
    """`told`: what the citizen is told about it, in whatever way."""

    id: UUID
    task_id: UUID
    outcome: WorkOutcome
    told: str = ""


@dataclass(frozen=True, slots=True)
class AddRappel:
    """Somebody asks again about a promise that is open."""

    id: UUID
    task_id: UUID
    note: str = ""
