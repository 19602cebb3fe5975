"""A conversation that is going on, as one frozen value with its moves. Knows no screen, telephone or table.

What an agent types and picks changes nothing in the database until it is finished: `to_command` says what is recorded.
The value is also the draft on disk, so it holds all that must survive a crash, down to where the caret stood.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from kcc_desktop.domain.approaches import AS_PROPOSED, ChosenApproach
from kcc_desktop.domain.contact_commands import AnsweredWork, RecordConversation
from kcc_desktop.domain.contacts import (
    Capacity,
    Confidentiality,
    ContactDraft,
    ContactKind,
    Direction,
    HandoverKind,
    HandoverState,
    HandoverWish,
    IdentityLevel,
    LookedUp,
    MunicipalRole,
    Participant,
    ParticipantRole,
    Place,
    TaskWish,
)
from kcc_desktop.domain.errors import InvalidValue, Refusal
from kcc_desktop.domain.parties import PartyKind
from kcc_desktop.domain.phone import parse_phone
from kcc_desktop.domain.work import TaskKind

ANSWERED, TASK, TRANSFERRED, CONSULTED, APPOINTMENT = (
    "answered",
    "task",
    "transferred",
    "answered_after_consult",
    "appointment",
)


class OwnerNeeded(Refusal):
    """Somebody was promised something, and nobody was named to do it."""


class NothingToRecord(Refusal):
    """No note, no product, no outcome chosen: nobody could say later what this contact was about."""


@dataclass(frozen=True, slots=True)
class PartyRef:
    """Who a conversation is with or about, with what its tab and its note must know of them."""

    id: UUID
    kind: PartyKind
    title: str
    disclosure_restricted: bool = False


@dataclass(frozen=True, slots=True)
class ProductRef:
    """`is_proposed`: read from the note by the desk and not (yet) picked by the agent."""

    id: UUID
    name: str
    is_proposed: bool = False


@dataclass(frozen=True, slots=True)
class PlannedRef:
    """An appointment or a visit that was made in this conversation: what is read out. It is booked already.

    `until`: of a visit, whose window ends then and whose `place` is who comes; None: of an appointment.
    """

    id: UUID
    reference: str
    starts_at: datetime
    place: str
    until: datetime | None = None
    has_safety_note: bool = False


@dataclass(frozen=True, slots=True)
class RappelRef:
    """A promise that was reminded of in this conversation: what is read out of it. It is written already."""

    task_id: UUID
    reference: str
    kind: TaskKind
    owner: str
    due_at: datetime


@dataclass(frozen=True, slots=True)
class WorkRef:
    """The item of work that is called about. `closes`: finishing the conversation closes it, by the move `move_id`."""

    task_id: UUID
    move_id: UUID
    reference: str
    title: str
    due_at: datetime
    closes: bool = True

    def closing(self, closes: bool) -> "WorkRef":
        return replace(self, closes=closes)


@dataclass(frozen=True, slots=True)
class PlannedItem:
    """The item of work that is planned for in place, and the contact in which it was asked for, if it came from one."""

    task_id: UUID
    contact_id: UUID | None


@dataclass(frozen=True, slots=True)
class JoinedRef:
    """A report about the street that this question is about too."""

    id: UUID
    reference: str


@dataclass(frozen=True, slots=True)
class Question:
    """One subject. `summary` is the one note that the citizen may read; `internal` stays inside.

    `outcome_code` empty: the one that follows from what was done (`outcome`).
    """

    id: UUID
    summary: str = ""
    internal: str = ""
    caret: int = 0
    kind: ContactKind = ContactKind.QUESTION
    product: ProductRef | None = None
    no_product: bool = False  # the agent took the proposal away; nothing is proposed again
    outcome_code: str = ""
    authority: str = ""
    place: Place | None = None
    municipal_role: MunicipalRole = MunicipalRole.SERVICE
    is_confidential: bool = False
    case_ids: tuple[UUID, ...] = ()
    looked_up: tuple[LookedUp, ...] = ()
    tasks: tuple[TaskWish, ...] = ()
    handovers: tuple[HandoverWish, ...] = ()
    planned: tuple[PlannedRef, ...] = ()
    handling: ChosenApproach = AS_PROPOSED
    rappels: tuple[RappelRef, ...] = ()
    joined: JoinedRef | None = None

    @property
    def outcome(self) -> str:
        """The chosen outcome, else what follows: a task, a transfer, an appointment, asked a colleague, answered."""
        if self.outcome_code:
            return self.outcome_code
        states = {wish.state for wish in self.handovers}
        if self.tasks or self.rappels or HandoverState.UNANSWERED in states:  # nobody answered: somebody will call back
            return TASK
        if any(wish.kind is HandoverKind.WARM_TRANSFER for wish in self.handovers):
            return TRANSFERRED
        if self.planned:
            return APPOINTMENT
        return CONSULTED if HandoverState.ANSWERED in states else ANSWERED

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed, picked or promised; what was only looked up does not count."""
        chosen = self.product is not None and not self.product.is_proposed
        return not (
            self.summary.strip() or self.internal.strip() or chosen or self.outcome_code or self.tasks
        ) and not (self.handovers or self.place or self.case_ids or self.planned or self.rappels)

    @property
    def title(self) -> str:
        """A few words for its segment: the first line of the note, else the product."""
        line = self.summary.strip().partition("\n")[0]
        return line or (self.product.name if self.product else "")

    def as_secret_as(self, secrecy: Confidentiality) -> "Question":
        """The same, so that what is recorded and planned of it has this secrecy."""
        if secrecy is Confidentiality.ENFORCEMENT:
            return replace(self, municipal_role=MunicipalRole.ENFORCEMENT)
        return replace(self, is_confidential=True) if secrecy is Confidentiality.CONFIDENTIAL else self


@dataclass(frozen=True, slots=True)
class Ongoing:
    """Who speaks, whom it is about, and the questions so far. `current` is the question in front."""

    id: UUID
    channel_code: str
    started_at: datetime
    questions: tuple[Question, ...]
    direction: Direction = Direction.INBOUND
    current: int = 0
    speaker: PartyRef | None = None
    subject: PartyRef | None = None  # whom it is about, when that is not the speaker
    capacity: Capacity = Capacity.RESIDENT
    identity: IdentityLevel = IdentityLevel.NOT_ESTABLISHED
    identity_how: str = ""
    language: str = "nld"
    caller_number: str = ""
    call_id: str = ""
    wait_seconds: int = 0
    on_hold_since: datetime | None = None
    held_by_switch: bool = False  # went on hold because another conversation came to the front
    hold_seconds: int = 0
    ended_at: datetime | None = None
    count_only: bool = False
    work: WorkRef | None = None
    ticket_id: UUID | None = None  # of a visit to the counter, which began with being called
    began_as: UUID | None = None  # the id its ticket knows it by, when it was taken back to be mended
    item: PlannedItem | None = None  # nobody talks and nobody records this: an item of work is planned for

    @property
    def question(self) -> Question:
        return self.questions[self.current]

    @property
    def recorded_as(self) -> UUID | None:
        """The id under which this conversation will be recorded; None when it never is."""
        return self.id if self.item is None else None

    def contact_of(self, question_id: UUID) -> UUID | None:
        """With which contact stands what is planned for this question: what it becomes, or what its item is of."""
        return question_id if self.item is None else self.item.contact_id

    @property
    def party(self) -> PartyRef | None:
        """On whose timeline the contacts stand; the two never mix."""
        return self.speaker if self.capacity is Capacity.RESIDENT else self.subject

    @property
    def is_empty(self) -> bool:
        return all(question.is_empty for question in self.questions)

    def with_question(self, **changes: Any) -> "Ongoing":
        """The question in front changed; `Question`'s own field names."""
        changed = replace(self.question, **changes)
        return replace(self, questions=(*self.questions[: self.current], changed, *self.questions[self.current + 1 :]))

    def asking_more(self, question_id: UUID) -> "Ongoing":
        """Another question in front: an empty one that is there already, else a new one."""
        for number, question in enumerate(self.questions):
            if question.is_empty:
                return replace(self, current=number)
        more = (*self.questions, Question(question_id))
        return replace(self, questions=more, current=len(more) - 1)

    def without_question(self, number: int) -> "Ongoing":
        """Without that question; the last one left is emptied by its caller instead (ValueError)."""
        if len(self.questions) == 1:
            raise ValueError("a conversation has at least one question")
        left = (*self.questions[:number], *self.questions[number + 1 :])
        before = number < self.current or self.current == len(left)
        return replace(self, questions=left, current=self.current - 1 if before else self.current)

    def spoken_by(self, party: PartyRef | None) -> "Ongoing":
        """Somebody else is on the line: what was established about the one before does not hold for this one."""
        if party is not None and self.speaker is not None and party.id == self.speaker.id:
            return replace(self, speaker=party)
        if self.ticket_id is not None and self.speaker is None:
            # Who stands at the counter showed who they are before their card was found by it.
            return replace(self, speaker=party)
        return replace(
            self,
            speaker=party,
            subject=None,
            capacity=Capacity.RESIDENT,
            identity=IdentityLevel.NOT_ESTABLISHED,
            identity_how="",
        )

    def on_behalf_of(self, subject: PartyRef | None, capacity: Capacity = Capacity.RESIDENT) -> "Ongoing":
        """As what the speaker speaks; without a subject: as a resident, for themselves."""
        if subject is None:
            return replace(self, subject=None, capacity=Capacity.RESIDENT)
        if capacity is Capacity.RESIDENT:
            raise ValueError("speaking for somebody needs to say as what")
        return replace(self, subject=subject, capacity=capacity)

    def established(self, level: IdentityLevel, how: str) -> "Ongoing":
        return replace(self, identity=level, identity_how=how)

    def looking_at(self, thing: LookedUp) -> "Ongoing":
        """What was opened attaches itself to the question in front, once."""
        if any(seen.kind is thing.kind and seen.id == thing.id for seen in self.question.looked_up):
            return self
        return self.with_question(looked_up=(*self.question.looked_up, thing))

    def on_hold(self, now: datetime, *, by_switch: bool = False) -> "Ongoing":
        if self.on_hold_since is not None or self.ended_at is not None:
            return self
        return replace(self, on_hold_since=now, held_by_switch=by_switch)

    def resumed(self, now: datetime) -> "Ongoing":
        if self.on_hold_since is None:
            return self
        held = max(0, round((now - self.on_hold_since).total_seconds()))
        return replace(self, on_hold_since=None, held_by_switch=False, hold_seconds=self.hold_seconds + held)

    def hung_up(self, now: datetime) -> "Ongoing":
        """The line is free; the wrap-up begins. Only the first end counts."""
        return self if self.ended_at is not None else replace(self.resumed(now), ended_at=now)

    def seconds(self, now: datetime) -> int:
        """How long it lasts, or lasted; a clock that was put back does not make it negative."""
        return max(0, int(((self.ended_at or now) - self.started_at).total_seconds()))

    def to_command(self, now: datetime) -> RecordConversation:
        """What is recorded: every question that holds something.

        Refuses with NothingToRecord, OwnerNeeded, and InvalidValue on the `phone` of a callback.
        """
        finished = self.hung_up(now)
        questions = [question for question in self.questions if not question.is_empty]
        if not questions and not self.count_only:
            raise NothingToRecord
        party = self.party
        return RecordConversation(
            id=self.id,
            channel_code=self.channel_code,
            direction=self.direction,
            started_at=self.started_at,
            ended_at=max(finished.ended_at or now, self.started_at),
            capacity=self.capacity,
            identity=self.identity,
            identity_how=self.identity_how,
            language=self.language,
            caller_number="" if self.count_only else self.caller_number,
            external_id=self.call_id,
            participants=self._participants(),
            contacts=tuple(_draft(question, party) for question in questions or self.questions[:1]),
            wait_seconds=self.wait_seconds,
            hold_seconds=finished.hold_seconds,
            count_only=self.count_only,
            work=AnsweredWork(self.work.task_id, self.work.move_id, self.work.closes) if self.work else None,
            ticket_id=self.ticket_id,
            began_as=self.began_as,
        )

    def _participants(self) -> tuple[Participant, ...]:
        there = ((ParticipantRole.SPEAKER, self.speaker), (ParticipantRole.SUBJECT, self.subject))
        return tuple(Participant(role, party.id, "") for role, party in there if party is not None)


def begin(conversation_id: UUID, question_id: UUID, channel_code: str, started_at: datetime, **changes: Any) -> Ongoing:
    """A conversation with one empty question; `changes` are Ongoing's own fields."""
    return Ongoing(conversation_id, channel_code, started_at, (Question(question_id),), **changes)


def _draft(question: Question, party: PartyRef | None) -> ContactDraft:
    return ContactDraft(
        id=question.id,
        kind=question.kind,
        outcome_code=question.outcome,
        summary=question.summary.strip(),
        note=question.internal.strip(),
        party_id=party.id if party else None,
        product_id=question.product.id if question.product else None,
        product_name=question.product.name if question.product else "",
        place=question.place,
        authority=question.authority.strip(),
        municipal_role=question.municipal_role,
        is_confidential=question.is_confidential,
        case_ids=question.case_ids,
        looked_up=question.looked_up,
        tasks=tuple(_wish(wish, question) for wish in question.tasks),
        handovers=question.handovers,
        handling=question.handling,
        joins_report=question.joined.id if question.joined is not None else None,
    )


def _wish(wish: TaskWish, question: Question) -> TaskWish:
    """The task as it is promised: somebody owns it, or a queue that calls by itself; the note says what is to be done
    unless told otherwise.
    """
    if wish.owner_colleague_id is None and wish.reason is None:
        raise OwnerNeeded
    phone = wish.phone.strip()
    if wish.kind == TaskKind.CALLBACK and not phone:
        raise InvalidValue("phone", "missing")
    return replace(
        wish,
        phone=parse_phone(phone) if phone else "",
        explanation=wish.explanation.strip() or question.summary.strip(),
        product_id=wish.product_id or (question.product.id if question.product else None),
    )
