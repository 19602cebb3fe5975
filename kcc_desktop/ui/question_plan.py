"""What every planning from a conversation shares: it is for one question, and ends when that is no longer in front.

Knows no widget, and not whether time can be held: `held_plan.py` does.
"""

from dataclasses import dataclass, field, replace
from typing import Generic, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.contacts import Confidentiality, MunicipalRole
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.ongoing import Ongoing, PlannedRef, Question
from kcc_desktop.ui.conversations import Conversations

OFFERED = 4


@dataclass(frozen=True, slots=True)
class QuestionPlan:
    """What is planned for a question; `chosen` is a place in what is on offer."""

    conversation_id: UUID
    question_id: UUID
    product_id: UUID
    product: str
    chosen: int = field(default=0, kw_only=True)
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


PlanT = TypeVar("PlanT", bound=QuestionPlan)


class QuestionPlanning(QObject, Generic[PlanT]):
    """One plan at a time. `changed` carries it or None; `booked` what was booked."""

    changed = Signal(object)
    booked = Signal(object)
    refused = Signal(object)  # Refusal or Outage: a booking failed whose form is gone by now
    failed = Signal(object)  # Exception: a bug, told besides

    def __init__(self, tasks: TaskRunner, conversations: Conversations, parent: QObject | None) -> None:
        super().__init__(parent)
        self._tasks, self._conversations = tasks, conversations
        self._plan: PlanT | None = None
        conversations.activated.connect(self._on_activated)
        conversations.changed.connect(self._on_changed)

    # What is left open

    def _after(self, plan: PlanT, error: Exception) -> PlanT:
        """The plan with what the failure leaves of it."""
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
        """Nothing is planned after all."""
        self._set(None)

    # What came of it

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        plan = self._plan
        if plan is not None:
            self._set(self._left(plan, error))
        if not isinstance(error, Refusal | Outage):
            self.failed.emit(error)

    def _left(self, plan: PlanT, error: Exception) -> PlanT:
        return replace(self._after(plan, error), is_looking=False, is_booking=False, problem=error)

    def _tell_of(self, error: Exception) -> None:
        """The form is gone and the citizen was told a time all the same."""
        (self.refused if isinstance(error, Refusal | Outage) else self.failed).emit(error)

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

    def _remember(self, conversation_id: UUID, question_id: UUID, ref: PlannedRef | None) -> None:
        """In the conversation, when it still goes on."""
        ongoing = self._conversations.get(conversation_id)
        if ongoing is not None and ref is not None:
            self._conversations.put(with_planned(ongoing, question_id, ref))

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
