"""Conversations and the contacts that come out of them. Knows no screen and no telephone.

A conversation is one call, chat, counter visit or message. It yields one contact per subject
(VNG Klantinteracties: a klantcontact is about exactly one subject, exists only after contact was
made, and is not changed after it was recorded except to repair an error).
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from kcc_desktop.domain.approaches import AS_PROPOSED, CallReason, ChosenApproach


class Direction(StrEnum):
    INBOUND = "inbound"
    OUTBOUND = "outbound"


class ContactKind(StrEnum):
    """Vraag, verzoek, signaal (vision R26)."""

    QUESTION = "question"
    REQUEST = "request"
    SIGNAL = "signal"


class Capacity(StrEnum):
    """As what the speaker speaks. It decides on whose timeline the contact stands."""

    RESIDENT = "resident"
    FOR_PERSON = "for_person"
    FOR_ORGANISATION = "for_organisation"
    ABOUT_DECEASED = "about_deceased"


class IdentityLevel(StrEnum):
    """How far it is established who speaks (municipal-domain facts 5.2); a number is no proof."""

    NOT_ESTABLISHED = "not_established"
    SELF_DECLARED = "self_declared"
    QUESTIONS_ANSWERED = "questions_answered"
    CALLED_BACK = "called_back"
    DOCUMENT_SEEN = "document_seen"
    DIGID = "digid"
    EHERKENNING = "eherkenning"

    @property
    def may_be_told(self) -> bool:
        """Whether anything personal may be read out at all."""
        return self not in (IdentityLevel.NOT_ESTABLISHED, IdentityLevel.SELF_DECLARED)

    @property
    def suffices_when_restricted(self) -> bool:
        """With a disclosure restriction only a document or a call back to a known number will do."""
        return self in (IdentityLevel.DOCUMENT_SEEN, IdentityLevel.CALLED_BACK)


class MunicipalRole(StrEnum):
    """In which role the municipality acts (vision R42): service provider, developer, manager, enforcer."""

    SERVICE = "service"
    DEVELOPER = "developer"
    MANAGER = "manager"
    ENFORCEMENT = "enforcement"


class Confidentiality(StrEnum):
    """What the timeline's access depends on: enforcement weighs more than confidential."""

    OPEN = "open"
    CONFIDENTIAL = "confidential"
    ENFORCEMENT = "enforcement"


class ParticipantRole(StrEnum):
    SPEAKER = "speaker"
    SUBJECT = "subject"
    HELPER = "helper"


class LookedUpKind(StrEnum):
    PARTY = "party"
    CASE = "case"
    PRODUCT = "product"
    CONTACT = "contact"


class HandoverKind(StrEnum):
    """Ruggespraak (the citizen waits, the agent asks) or warm doorverbinden (the note travels along)."""

    CONSULT = "consult"
    WARM_TRANSFER = "warm_transfer"


class HandoverState(StrEnum):
    ASKED = "asked"
    ANSWERED = "answered"
    UNANSWERED = "unanswered"


class OutcomeNeeds(StrEnum):
    """What an outcome asks for besides itself."""

    NOTHING = "nothing"
    AUTHORITY = "authority"
    TASK = "task"
    COLLEAGUE = "colleague"


@dataclass(frozen=True, slots=True)
class Channel:
    code: str
    label_nl: str
    label_en: str
    icon: str
    is_live: bool  # somebody waits at the other end while the agent types


@dataclass(frozen=True, slots=True)
class Outcome:
    code: str
    label_nl: str
    label_en: str
    needs: OutcomeNeeds
    is_quick: bool  # shown as a segment; the others in the list behind it


@dataclass(frozen=True, slots=True)
class Place:
    """Where it is about: an address or words, and a point (WGS 84) when there is one."""

    text: str
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class LookedUp:
    """Something opened during the conversation; it attaches itself to the contact."""

    kind: LookedUpKind
    id: UUID
    title: str


@dataclass(frozen=True, slots=True)
class Participant:
    role: ParticipantRole
    party_id: UUID | None
    name: str


@dataclass(frozen=True, slots=True)
class TaskWish:
    """A callback or another task that the contact leaves behind; see `domain.work`.

    `reason`: why the municipality calls by itself; nobody else need own it than the queue it stands in.
    """

    id: UUID
    kind: str  # a TaskKind
    owner_colleague_id: UUID | None
    explanation: str
    phone: str
    due_at: datetime
    product_id: UUID | None = None
    case_ids: tuple[UUID, ...] = ()
    queue_code: str = ""  # the general one when empty, or when there is no such queue
    reason: CallReason | None = None


@dataclass(frozen=True, slots=True)
class HandoverWish:
    """A colleague or department was asked, or got the caller. Unanswered becomes a callback by itself.

    That callback's id is the handover's own; `due_at` is its promised moment (else the usual one) and `phone`
    the number to call (else the caller's).
    """

    id: UUID
    kind: HandoverKind
    state: HandoverState
    colleague_id: UUID
    note: str
    due_at: datetime | None = None
    phone: str = ""


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """One question of a conversation as the agent left it; becomes one recorded contact.

    `party_id` is whose timeline it stands on: the subject, or nobody for an anonymous question. `joins_report`: it is
    about what was reported on the street already.
    """

    id: UUID
    kind: ContactKind
    outcome_code: str
    summary: str
    note: str
    party_id: UUID | None
    product_id: UUID | None = None
    product_name: str = ""
    place: Place | None = None
    authority: str = ""
    municipal_role: MunicipalRole = MunicipalRole.SERVICE
    is_confidential: bool = False
    case_ids: tuple[UUID, ...] = ()
    looked_up: tuple[LookedUp, ...] = ()
    tasks: tuple[TaskWish, ...] = ()
    handovers: tuple[HandoverWish, ...] = ()
    handling: ChosenApproach = AS_PROPOSED
    joins_report: UUID | None = None


@dataclass(frozen=True, slots=True)
class ContactVersion:
    """`labels`: the outcome in Dutch and in English."""

    version: int
    made_at: datetime
    made_by: str
    reason: str
    kind: ContactKind
    outcome: str
    summary: str
    note: str
    labels: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Handover:
    """To whom a contact was passed or who was asked, and what travelled along."""

    kind: HandoverKind
    state: HandoverState
    colleague: str
    note: str


@dataclass(frozen=True, slots=True)
class ContactDetail:
    """A recorded contact opened in place, in its newest version. `labels`: the outcome in Dutch and in English."""

    id: UUID
    version: int
    conversation_id: UUID
    party_id: UUID | None
    channel_code: str
    direction: Direction
    occurred_at: datetime
    recorded_at: datetime
    recorded_by: str
    kind: ContactKind
    outcome_code: str
    outcome: str
    authority: str
    product_id: UUID | None
    product: str
    place: Place | None
    summary: str
    note: str
    confidentiality: Confidentiality
    municipal_role: MunicipalRole
    capacity: Capacity
    identity: IdentityLevel
    identity_how: str
    language: str
    participants: tuple[Participant, ...]
    looked_up: tuple[LookedUp, ...]
    case_references: tuple[str, ...]
    task_references: tuple[str, ...]
    versions: tuple[ContactVersion, ...] = field(default=())
    labels: tuple[str, str] = ("", "")
    handovers: tuple[Handover, ...] = ()
    handling: ChosenApproach = AS_PROPOSED
