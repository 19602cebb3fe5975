"""Plans an appointment in the town's other calendar: looks for its first times, books the chosen one. Knows no widget.

That calendar holds nothing while somebody talks: a time can be gone when it is booked, and then the next best are
there. What may be booked and what is not known to be is not asked for again.
"""

from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from kcc_desktop.background.tasks import NETWORK, TaskRunner
from kcc_desktop.domain.appointment_door import BookingUnsure, CustomerField, WantedProduct, WrongBooking
from kcc_desktop.domain.bookings_elsewhere import BookElsewhere, BookingElsewhere, FoundElsewhere, TimeGone
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.ongoing import Ongoing, PlannedRef
from kcc_desktop.services.bookings_elsewhere import BookingElsewhereService
from kcc_desktop.ui.appointments.elsewhere_plan import ElsewherePlan
from kcc_desktop.ui.conversations import Conversations
from kcc_desktop.ui.question_plan import QuestionPlanning, secrecy_of


class ElsewherePlanning(QuestionPlanning[ElsewherePlan]):
    """One a desk. `changed` carries the `ElsewherePlan` or None; `booked` the `BookingElsewhere`."""

    unsure = Signal(object)  # UUID or None: on whose timeline something stands now that may be booked

    def __init__(
        self,
        service: BookingElsewhereService,
        tasks: TaskRunner,
        conversations: Conversations,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(tasks, conversations, parent)
        self._service = service

    def system(self) -> str:
        """Which calendar it is, by the word in the settings."""
        return self._service.system()

    def begin(self) -> bool:
        """Look for the first times for the product of the question in front; False when it names none."""
        ongoing = self._conversations.active()
        if ongoing is None or ongoing.question.product is None:
            return False
        product, plan = ongoing.question.product, self._plan
        if plan is not None and (plan.question_id, plan.product_id) == (ongoing.question.id, product.id):
            return True
        party_id = ongoing.party.id if ongoing.party else None
        self._set(ElsewherePlan(ongoing.id, ongoing.question.id, product.id, product.name, party_id))
        self._look()
        return True

    def choose(self, number: int) -> None:
        """Another of what is on offer."""
        plan = self._plan
        if plan is not None and not plan.is_booking and not plan.is_looking and 0 <= number < plan.on_offer:
            self._set(replace(plan, chosen=number, problem=plan.problem if plan.is_unsure else None))

    def change(self, wanted: ElsewherePlan) -> None:
        """The plan as somebody wants it: looked for again when other times are needed. Not while it is being booked."""
        plan = self._plan
        if plan is None or plan.is_booking or wanted == plan:
            return
        if wanted.ask() == plan.ask():
            self._set(wanted)
        else:
            self._set(replace(wanted, is_looking=True, problem=plan.problem if plan.is_unsure else None))
            self._look()

    def fill_in(self, name: CustomerField, text: str) -> None:
        """Something that has to be given."""
        if self._plan is not None:
            self.change(self._plan.filled(name, text))

    def book(self) -> bool:
        """Book the chosen time, or take the chosen product; False while something is missing or nothing is there."""
        plan, ongoing = self._plan, self._conversations.active()
        if plan is None or ongoing is None or ongoing.id != plan.conversation_id or plan.found is None:
            return False
        if plan.is_booking or plan.is_looking or plan.is_unsure or not plan.has_choice:
            return False
        if plan.asks_product:
            self.change(replace(plan, their_product=plan.products[plan.chosen][0], chosen=0))
            return True
        if plan.time is None or plan.found.product is None or plan.is_missing():
            return False
        theirs = plan.found.product
        command = BookElsewhere(
            new_id(),
            plan.product_id,
            WantedProduct(theirs.id),
            theirs.name,
            plan.time,
            plan.customer(),
            plan.party_id,
            ongoing.id,
            plan.question_id,
            secrecy_of(ongoing, plan.question_id),
        )
        self._set(replace(plan, is_booking=True, booking=command.id, problem=None))
        task = self._tasks.run(partial(self._service.book, command), self, pool=NETWORK)
        task.succeeded.connect(partial(self._on_booked, ongoing.id, plan.question_id))
        task.failed.connect(partial(self._on_not_booked, command.id))
        return True

    # What the calendar answers

    def _look(self) -> None:
        plan = self._plan
        if plan is not None:
            task = self._tasks.run(partial(self._service.look, plan.ask()), self, pool=NETWORK, key="elsewhere")
            task.succeeded.connect(partial(self._on_found, plan.question_id))
            task.failed.connect(self._on_failed)

    def _on_found(self, question_id: UUID, found: FoundElsewhere) -> None:
        plan = self._plan
        if plan is not None and plan.question_id == question_id:
            self._set(replace(plan, found=found, times=found.times, chosen=0, is_looking=False))

    def _on_booked(self, conversation_id: UUID, question_id: UUID, booked: BookingElsewhere) -> None:
        self._remember(conversation_id, question_id, promised(booked))
        if self._plan is not None and self._plan.booking == booked.id:
            self._set(None)
        self.booked.emit(booked)

    def _on_not_booked(self, booking_id: UUID, error: Exception) -> None:
        plan = self._plan
        if plan is None or plan.booking != booking_id:
            self._tell_of(error)
        elif isinstance(error, TimeGone):
            self._set(replace(plan, times=error.next_best, chosen=0, is_booking=False, problem=error))
        else:
            # Only of a refusal it is certain that nothing is there; of a bug nobody knows.
            is_wrong = isinstance(error, WrongBooking) and not error.is_cancelled
            is_unsure = is_wrong or isinstance(error, BookingUnsure) or not isinstance(error, Refusal | Outage)
            self._set(replace(plan, is_unsure=is_unsure))
            self._on_failed(error)
        if plan is not None and not isinstance(error, TimeGone):
            self.unsure.emit(plan.party_id)

    def _after(self, plan: ElsewherePlan, error: Exception) -> ElsewherePlan:
        return replace(plan, times=()) if plan.is_looking else plan

    @Slot(object, object)
    def _on_changed(self, before: Ongoing, after: Ongoing) -> None:
        """For somebody else other things are known, and what was typed was not about them."""
        super()._on_changed(before, after)
        plan, party_id = self._plan, after.party.id if after.party else None
        if plan is not None and plan.conversation_id == after.id and plan.party_id != party_id:
            self.change(replace(plan, party_id=party_id, typed={}))


def promised(booked: BookingElsewhere) -> PlannedRef:
    """How the conversation remembers it."""
    return PlannedRef(booked.id, booked.reference, booked.starts_at, booked.location)
