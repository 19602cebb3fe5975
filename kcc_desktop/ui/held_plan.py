"""What planning an appointment and planning a visit share: a time is held while the agent talks, and booked or let go.

The best one is held as soon as it is found, so that what the agent reads out cannot be gone when the citizen says yes.
Whatever is let go, another choice or Escape, is free for colleagues at once. Knows no widget.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.contacts import Confidentiality, MunicipalRole
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.ongoing import Ongoing, PlannedRef, Question
from kcc_desktop.ui.conversations import Conversations

OFFERED = 4


class Held(Protocol):
    """What a hold is, and what becomes of it when it is booked."""

    @property
    def id(self) -> UUID: ...

    @property
    def expires_at(self) -> datetime | None: ...


HeldT = TypeVar("HeldT", bound=Held)
_KeptT_co = TypeVar("_KeptT_co", bound=Held, covariant=True)


class Keeping(Protocol[_KeptT_co]):
    """The service whose time it is."""

    def extend(self, hold_id: UUID, /) -> _KeptT_co: ...

    def let_go(self, hold_id: UUID, /) -> None: ...


@dataclass(frozen=True, slots=True)
class HeldPlan(Generic[HeldT]):
    """`chosen`: a place in what is on offer; `held`: the hold on it, None while it is made or was refused."""

    conversation_id: UUID
    question_id: UUID
    product_id: UUID
    product: str
    chosen: int = field(default=0, kw_only=True)
    holding: UUID | None = field(default=None, kw_only=True)
    held: HeldT | None = field(default=None, kw_only=True)
    is_looking: bool = field(default=True, kw_only=True)
    is_booking: bool = field(default=False, kw_only=True)
    problem: Exception | None = field(default=None, kw_only=True)

    @property
    def on_offer(self) -> int:
        """How many there are to choose from."""
        raise NotImplementedError

    @property
    def has_choice(self) -> bool:
        return self.chosen < self.on_offer


PlanT = TypeVar("PlanT", bound=HeldPlan[Any])


class HeldPlanning(QObject, Generic[PlanT, HeldT]):
    """One plan at a time. `changed` carries it or None; `booked` what the hold became."""

    changed = Signal(object)
    booked = Signal(object)
    refused = Signal(object)  # Refusal or Outage: a booking failed whose form is gone by now
    failed = Signal(object)  # Exception: a bug, told besides

    def __init__(
        self, keeping: Keeping[HeldT], tasks: TaskRunner, conversations: Conversations, parent: QObject | None
    ) -> None:
        super().__init__(parent)
        self._keeping, self._tasks, self._conversations = keeping, tasks, conversations
        self._plan: PlanT | None = None
        conversations.activated.connect(self._on_activated)
        conversations.changed.connect(self._on_changed)

    # What is left open

    def _look(self) -> None:
        """Ask what there is to choose from; `_found` takes it."""
        raise NotImplementedError

    def _asks_hold(self, plan: PlanT, hold_id: UUID) -> Callable[[], HeldT]:
        """What holds the one that is chosen."""
        raise NotImplementedError

    def _asks_booking(self, plan: PlanT, held: HeldT, ongoing: Ongoing) -> Callable[[], HeldT]:
        """What books it."""
        raise NotImplementedError

    def _instead(self, plan: PlanT, error: Exception) -> PlanT | None:
        """The plan with the next best on offer, when somebody was first and there are any."""
        raise NotImplementedError

    def _after(self, plan: PlanT, error: Exception) -> PlanT:
        """The plan with what the failure leaves of it."""
        raise NotImplementedError

    def _promised(self, booked: HeldT) -> PlannedRef | None:
        """How the conversation remembers it."""
        raise NotImplementedError

    def _is_still_about(self, plan: PlanT, question: Question, ongoing: Ongoing) -> bool:
        """Whether the question is still what is planned for."""
        return question.product is not None and question.product.id == plan.product_id

    # What the agent does

    def plan(self) -> PlanT | None:
        return self._plan

    def is_booking(self) -> bool:
        """Whether an answer about a booking is still to come."""
        return self._plan is not None and self._plan.is_booking

    @Slot()
    def leave(self) -> None:
        """Nothing is planned after all; what was held is free."""
        plan = self._plan
        if plan is not None:
            self._let_go(plan)
            self._set(None)

    def choose(self, number: int) -> None:
        """Another one: it is held, the one before is let go."""
        plan = self._plan
        if plan is None or plan.is_booking or plan.is_looking or not 0 <= number < plan.on_offer:
            return
        if number == plan.chosen and plan.held is not None:
            return
        self._let_go(plan)
        self._set(replace(plan, chosen=number, holding=None, held=None, problem=None))
        self._hold()

    def extend(self) -> None:
        """Ten minutes more for what is held: the talk takes its time."""
        plan = self._plan
        if plan is not None and plan.held is not None and not plan.is_booking:
            task = self._tasks.run(partial(self._keeping.extend, plan.held.id), self, key="extend")
            task.succeeded.connect(self._on_extended)
            task.failed.connect(self._on_failed)

    def book(self) -> bool:
        """Book what is held; False while nothing is."""
        plan, ongoing = self._plan, self._conversations.active()
        if plan is None or ongoing is None or plan.held is None or ongoing.id != plan.conversation_id:
            return False
        if plan.is_booking or plan.is_looking:
            return False
        self._set(replace(plan, is_booking=True, problem=None))
        task = self._tasks.run(self._asks_booking(plan, plan.held, ongoing), self)
        task.succeeded.connect(partial(self._on_booked, ongoing.id, plan.question_id))
        task.failed.connect(partial(self._on_not_booked, plan.held.id))
        return True

    # Looking

    def _look_again(self, wanted: PlanT) -> None:
        """What was on offer stays to be seen until something else is: a list that goes takes the focus along."""
        if self._plan is not None:
            self._let_go(self._plan)
        self._set(replace(wanted, holding=None, held=None, is_looking=True, problem=None))
        self._look()

    def _found(self, plan: PlanT) -> None:
        """The plan with what was found in it: the first one is held."""
        self._let_go(plan)
        self._set(replace(plan, chosen=0, holding=None, held=None, is_looking=False))
        self._hold()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        plan = self._plan
        if plan is not None:
            left = self._after(plan, error)
            self._set(replace(left, holding=None, is_looking=False, is_booking=False, problem=error))
        if not isinstance(error, Refusal | Outage):
            self.failed.emit(error)

    # Holding

    def _hold(self) -> None:
        plan = self._plan
        if plan is None or not plan.has_choice:
            return
        hold_id = new_id()
        ask = self._asks_hold(plan, hold_id)
        self._set(replace(plan, holding=hold_id))
        task = self._tasks.run(ask, self)
        task.succeeded.connect(self._on_held)
        task.failed.connect(partial(self._on_not_held, hold_id))

    @Slot(object)
    def _on_held(self, held: HeldT) -> None:
        plan = self._plan
        if plan is not None and plan.holding == held.id:
            self._set(replace(plan, holding=None, held=held))
        else:
            self._let_go_of(held.id)  # chosen otherwise meanwhile

    def _on_not_held(self, hold_id: UUID, error: Exception) -> None:
        plan = self._plan
        if plan is not None and plan.holding == hold_id and not self._hold_instead(plan, error):
            self._on_failed(error)

    @Slot(object)
    def _on_extended(self, held: HeldT) -> None:
        if self._is_of(held.id) and self._plan is not None:
            self._set(replace(self._plan, held=held))

    def _hold_instead(self, plan: PlanT, error: Exception) -> bool:
        others = self._instead(plan, error)
        if others is None:
            return False
        self._set(replace(others, chosen=0, holding=None, held=None, is_booking=False, problem=error))
        self._hold()
        return True

    def _let_go(self, plan: PlanT) -> None:
        if plan.held is not None and not plan.is_booking:
            self._let_go_of(plan.held.id)

    def _let_go_of(self, hold_id: UUID) -> None:
        # Nobody waits for it, and a hold that could not be let go runs out by itself.
        self._tasks.run(partial(self._keeping.let_go, hold_id), self).failed.connect(self._on_not_let_go)

    @Slot(object)
    def _on_not_let_go(self, _error: Exception) -> None:
        """It runs out."""

    # Booking

    def _on_booked(self, conversation_id: UUID, question_id: UUID, booked: HeldT) -> None:
        ongoing, ref = self._conversations.get(conversation_id), self._promised(booked)
        if ongoing is not None and ref is not None:
            self._conversations.put(with_planned(ongoing, question_id, ref))
        if self._is_of(booked.id):
            self._set(None)
        self.booked.emit(booked)

    def _on_not_booked(self, hold_id: UUID, error: Exception) -> None:
        plan = self._plan
        if plan is None or not self._is_of(hold_id):
            # The form is gone and the citizen was told a time all the same.
            (self.refused if isinstance(error, Refusal | Outage) else self.failed).emit(error)
        elif not self._hold_instead(plan, error):
            self._on_failed(error)

    def _is_of(self, hold_id: UUID) -> bool:
        plan = self._plan
        return plan is not None and plan.held is not None and plan.held.id == hold_id

    # The conversation it is planned in

    @Slot(object)
    def _on_activated(self, _conversation_id: object) -> None:
        """Another conversation in front: what was being planned is let go, what was booked stays."""
        ongoing = self._conversations.active()
        if self._plan is not None and (ongoing is None or ongoing.id != self._plan.conversation_id):
            self.leave()

    @Slot(object, object)
    def _on_changed(self, _before: Ongoing, after: Ongoing) -> None:
        """Another question, or none any more: then this is not what is to be planned."""
        plan = self._plan
        if plan is None or plan.conversation_id != after.id or plan.is_booking:
            return
        question = next((one for one in after.questions if one.id == plan.question_id), None)
        if question is None or not self._is_still_about(plan, question, after):
            self.leave()

    def _set(self, plan: PlanT | None) -> None:
        if plan != self._plan:
            self._plan = plan
            self.changed.emit(plan)


def secrecy_of(ongoing: Ongoing, question_id: UUID) -> Confidentiality:
    """What is planned is as confidential as the contact it is planned in."""
    question = question_of(ongoing, question_id)
    if question.municipal_role is MunicipalRole.ENFORCEMENT:
        return Confidentiality.ENFORCEMENT
    return Confidentiality.CONFIDENTIAL if question.is_confidential else Confidentiality.OPEN


def with_planned(ongoing: Ongoing, question_id: UUID, ref: PlannedRef) -> Ongoing:
    """The conversation with what was booked among what its question promised."""
    questions = tuple(
        replace(question, planned=(*question.planned, ref)) if question.id == question_id else question
        for question in ongoing.questions
    )
    return replace(ongoing, questions=questions)


def question_of(ongoing: Ongoing, question_id: UUID) -> Question:
    return next(one for one in ongoing.questions if one.id == question_id)


def number_to_call(ongoing: Ongoing) -> str:
    """Theirs as it was shown; "" when it was not."""
    return ongoing.caller_number if ongoing.caller_number.startswith("+") else ""
