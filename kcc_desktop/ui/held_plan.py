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

from PySide6.QtCore import QObject, Slot

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.ongoing import Ongoing, PlannedRef
from kcc_desktop.ui.conversations import Conversations
from kcc_desktop.ui.question_plan import QuestionPlan, QuestionPlanning


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
class HeldPlan(QuestionPlan, Generic[HeldT]):
    """`held`: the hold on what is chosen, None while it is made (`holding`) or was refused."""

    holding: UUID | None = field(default=None, kw_only=True)
    held: HeldT | None = field(default=None, kw_only=True)


PlanT = TypeVar("PlanT", bound=HeldPlan[Any])


class HeldPlanning(QuestionPlanning[PlanT], Generic[PlanT, HeldT]):
    """`booked` carries what the hold became."""

    def __init__(
        self, keeping: Keeping[HeldT], tasks: TaskRunner, conversations: Conversations, parent: QObject | None
    ) -> None:
        super().__init__(tasks, conversations, parent)
        self._keeping = keeping

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

    def _promised(self, booked: HeldT) -> PlannedRef | None:
        """How the conversation remembers it."""
        raise NotImplementedError

    # What the agent does

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

    def _left(self, plan: PlanT, error: Exception) -> PlanT:
        return replace(super()._left(plan, error), holding=None)

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
        self._remember(conversation_id, question_id, self._promised(booked))
        if self._is_of(booked.id):
            self._set(None)
        self.booked.emit(booked)

    def _on_not_booked(self, hold_id: UUID, error: Exception) -> None:
        plan = self._plan
        if plan is None or not self._is_of(hold_id):
            self._tell_of(error)
        elif not self._hold_instead(plan, error):
            self._on_failed(error)

    def _is_of(self, hold_id: UUID) -> bool:
        plan = self._plan
        return plan is not None and plan.held is not None and plan.held.id == hold_id
