"""What a contact leaves behind for somebody: tasks and callback requests. Knows no queue yet."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID


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
