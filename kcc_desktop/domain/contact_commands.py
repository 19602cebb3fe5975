"""What a desk asks to record, correct or move, and the words for why not. Knows no table."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kcc_desktop.domain.contacts import Capacity, ContactDraft, ContactKind, Direction, IdentityLevel, Participant
from kcc_desktop.domain.errors import Refusal
from kcc_desktop.domain.work import TaskSummary


class ContactChanged(Refusal):
    """A colleague corrected this contact first; what was typed stays, the newer version is shown."""


class ReasonNeeded(Refusal):
    """A correction, a move and an override say why."""


class WrongTimeline(Refusal):
    """A resident's contact on a company's timeline, or a company's on a resident's: the two never mix."""


class AuthorityNeeded(Refusal):
    """The outcome refers to another authority and does not name it."""


@dataclass(frozen=True, slots=True)
class AnsweredWork:
    """The item of work that a conversation was about: `closes` when it is done with it. `move_id` is that move's."""

    task_id: UUID
    move_id: UUID
    closes: bool


@dataclass(frozen=True, slots=True)
class RecordConversation:
    """Everything of one finished conversation, in one transaction. Submitting it twice records it once."""

    id: UUID
    channel_code: str
    direction: Direction
    started_at: datetime  # the desktop's claim
    ended_at: datetime
    capacity: Capacity
    identity: IdentityLevel
    identity_how: str
    language: str
    caller_number: str = ""
    external_id: str = ""
    participants: tuple[Participant, ...] = ()
    contacts: tuple[ContactDraft, ...] = ()
    wait_seconds: int = 0
    hold_seconds: int = 0
    count_only: bool = False  # an anonymous question without follow-up need not be a contact
    work: AnsweredWork | None = None
    ticket_id: UUID | None = None  # of a visit to the counter: recording the talk finishes it
    began_as: UUID | None = None  # the id that ticket knows it by, when it is another


@dataclass(frozen=True, slots=True)
class ConversationRecorded:
    conversation_id: UUID
    recorded_at: datetime
    contact_ids: tuple[UUID, ...]
    task_references: tuple[str, ...]
    party_ids: frozenset[UUID] = frozenset()
    promises: tuple[TaskSummary, ...] = ()  # to be read out: who does what before when
    reports: tuple[str, ...] = ()  # numbers of the reports about the street that it made


@dataclass(frozen=True, slots=True)
class CorrectContact:
    """`based_on` is the version the agent saw: a colleague's newer one refuses this."""

    contact_id: UUID
    based_on: int
    reason: str
    kind: ContactKind
    outcome_code: str
    summary: str
    note: str
    product_id: UUID | None
    is_confidential: bool
    authority: str = ""


@dataclass(frozen=True, slots=True)
class MoveContact:
    """The contact stood on the wrong citizen. `into_party_id` None: it becomes anonymous."""

    id: UUID
    contact_id: UUID
    into_party_id: UUID | None
    reason: str
