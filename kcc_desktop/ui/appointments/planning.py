"""Plans an appointment from the running conversation: looks, holds what is chosen, books. Knows no widget.

The first free time is held as soon as it is found, so that what the agent reads out cannot be gone when the citizen
says yes. Whatever is let go, another choice or Escape, is free for colleagues at once.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.appointments import (
    Appointment,
    Attendee,
    BeingBooked,
    BookAppointment,
    HoldTime,
    ProductFacts,
    SlotTaken,
    TimeWish,
    UnlessNeeded,
)
from kcc_desktop.domain.attending import AnswerNeeded
from kcc_desktop.domain.contacts import Confidentiality, MunicipalRole
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.free_time import Offer
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.ongoing import Ongoing, PlannedRef
from kcc_desktop.services.appointments import AppointmentService
from kcc_desktop.ui.appointments.plan import Plan
from kcc_desktop.ui.conversations import Conversations

OFFERED = 4


class Planning(QObject):
    """One a desk, one plan at a time. `changed` carries the `Plan` or None; `booked` the `Appointment`."""

    changed = Signal(object)
    booked = Signal(object)
    refused = Signal(object)  # Refusal or Outage: a booking failed whose form is gone by now
    failed = Signal(object)  # Exception: a bug, told besides

    def __init__(
        self,
        service: AppointmentService,
        tasks: TaskRunner,
        conversations: Conversations,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._service, self._tasks, self._conversations, self._now = service, tasks, conversations, now
        self._plan: Plan | None = None
        conversations.activated.connect(self._on_activated)
        conversations.changed.connect(self._on_changed)

    def plan(self) -> Plan | None:
        return self._plan

    def is_booking(self) -> bool:
        """Whether an answer about a booking is still to come."""
        return self._plan is not None and self._plan.is_booking

    def begin(self) -> bool:
        """Look for the first free times for the product of the question in front; False when it names none."""
        ongoing = self._conversations.active()
        if ongoing is None or ongoing.question.product is None:
            return False
        product, plan = ongoing.question.product, self._plan
        if plan is not None and (plan.question_id, plan.product_id) == (ongoing.question.id, product.id):
            return True
        self.leave()
        people, today = (Attendee(product.id),), self._now().date()
        self._set(Plan(ongoing.id, ongoing.question.id, product.id, product.name, people, today))
        self._ask_products()
        self._look()
        return True

    @Slot()
    def leave(self) -> None:
        """Nothing is planned after all; what was held is free."""
        plan = self._plan
        if plan is not None:
            self._let_go(plan)
            self._set(None)

    def choose(self, number: int) -> None:
        """Another of the times on offer: it is held, the one before is let go."""
        plan = self._plan
        if plan is None or plan.is_booking or plan.is_looking or not 0 <= number < len(plan.offers):
            return
        if number == plan.chosen and plan.held is not None:
            return
        self._let_go(plan)
        self._set(replace(plan, chosen=number, holding=None, held=None, problem=None))
        self._hold()

    def set_persons(self, persons: int) -> None:
        """So many, as far as the product goes; the last one is in front."""
        plan = self._plan
        while plan is not None and persons > plan.persons and plan.room_for_more():
            plan = plan.with_more(plan.persons + 1)
        if plan is not None and 1 <= persons < plan.persons:
            plan = plan.with_more(persons)
        ongoing = self._conversations.active()
        if plan is not None and ongoing is not None:
            self.change(plan.begun_for(ongoing.party) if plan.persons > 1 else plan)

    def change(self, wanted: Plan) -> None:
        """The plan as somebody wants it: looked for again when other time is needed. Not while it is being booked."""
        plan = self._plan
        if plan is None or plan.is_booking or wanted == plan:
            return
        if wanted.wish() == plan.wish():
            self._set(wanted)
            return
        self._let_go(plan)
        # The times of before stay to be seen until there are others: a list that goes takes the focus along.
        self._set(replace(wanted, holding=None, held=None, is_looking=True, problem=None))
        self._look()

    def extend(self) -> None:
        """Ten minutes more for what is held."""
        plan = self._plan
        if plan is not None and plan.held is not None and not plan.is_booking:
            task = self._tasks.run(partial(self._service.extend, plan.held.id), self, key="extend")
            task.succeeded.connect(self._on_extended)
            task.failed.connect(self._on_failed)

    def book(self) -> bool:
        """Book what is held; False while an answer is missing or nothing is held yet."""
        plan, ongoing = self._plan, self._conversations.active()
        if plan is None or ongoing is None or plan.held is None or plan.asking() is not None:
            return False
        if plan.is_booking or plan.is_looking or ongoing.id != plan.conversation_id:
            return False
        self._set(replace(plan, is_booking=True, problem=None))
        party = ongoing.party
        command = BookAppointment(
            plan.held.id,
            party.id if party else None,
            party.title if party else "",
            phone=ongoing.caller_number if ongoing.caller_number.startswith("+") else "",
            language=ongoing.language,
            unless=plan.unless,
            conversation_id=ongoing.recorded_as,
            secrecy=_secrecy(ongoing, plan.question_id),
            attendees=plan.attendees_for(party),
            contact_id=ongoing.contact_of(plan.question_id),
            needs_interpreter=plan.interpreter,
        )
        task = self._tasks.run(partial(self._service.book, command), self)
        task.succeeded.connect(partial(self._on_booked, ongoing.id, plan.question_id))
        task.failed.connect(partial(self._on_not_booked, plan.held.id))
        return True

    # Looking

    def _look(self) -> None:
        plan = self._plan
        if plan is None:
            return
        task = self._tasks.run(partial(_find, self._service, plan.wish()), self, key="offers")
        task.succeeded.connect(partial(self._on_offers, plan.question_id))
        task.failed.connect(self._on_failed)

    def _ask_products(self) -> None:
        task = self._tasks.run(self._service.products, self, key="facts")
        task.succeeded.connect(self._on_products)
        task.failed.connect(self._on_failed)

    @Slot(object)
    def _on_products(self, catalogue: tuple[ProductFacts, ...]) -> None:
        plan = self._plan
        if plan is not None:
            self._set(replace(plan, catalogue=catalogue))

    def _on_offers(self, question_id: UUID, found: tuple[tuple[Offer, ...], tuple[BeingBooked, ...]]) -> None:
        plan = self._plan
        if plan is not None and plan.question_id == question_id:
            self._let_go(plan)
            offers, others = found
            self._set(
                replace(plan, offers=offers, elsewhere=others, chosen=0, holding=None, held=None, is_looking=False)
            )
            self._hold()

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        plan = self._plan
        if plan is not None:
            offers = () if plan.is_looking else plan.offers
            self._set(replace(plan, offers=offers, holding=None, is_looking=False, is_booking=False, problem=error))
        if not isinstance(error, Refusal | Outage):
            self.failed.emit(error)

    # Holding

    def _hold(self) -> None:
        plan = self._plan
        if plan is None or plan.offer is None:
            return
        ongoing = self._conversations.get(plan.conversation_id)
        talk_id = ongoing.recorded_as if ongoing is not None else None
        command = HoldTime(new_id(), plan.offer, plan.wish(), talk_id)
        self._set(replace(plan, holding=command.id))
        task = self._tasks.run(partial(self._service.hold, command), self)
        task.succeeded.connect(self._on_held)
        task.failed.connect(partial(self._on_not_held, command.id))

    @Slot(object)
    def _on_extended(self, held: Appointment) -> None:
        plan = self._plan
        if plan is not None and plan.held is not None and plan.held.id == held.id:
            self._set(replace(plan, held=held))

    @Slot(object)
    def _on_held(self, held: Appointment) -> None:
        plan = self._plan
        if plan is not None and plan.holding == held.id:
            self._set(replace(plan, holding=None, held=held))
        else:
            self._let_go_of(held.id)  # chosen otherwise meanwhile

    def _on_not_held(self, hold_id: UUID, error: Exception) -> None:
        plan = self._plan
        if plan is None or plan.holding != hold_id:
            return
        if isinstance(error, SlotTaken) and error.next_best:
            self._set(replace(plan, offers=error.next_best, chosen=0, holding=None, problem=error))
            self._hold()
        else:
            self._on_failed(error)

    def _let_go(self, plan: Plan) -> None:
        if plan.held is not None and not plan.is_booking:
            self._let_go_of(plan.held.id)

    def _let_go_of(self, appointment_id: UUID) -> None:
        # Nobody waits for it, and a hold that could not be let go runs out by itself.
        self._tasks.run(partial(self._service.let_go, appointment_id), self).failed.connect(self._on_not_let_go)

    @Slot(object)
    def _on_not_let_go(self, _error: Exception) -> None:
        """It runs out."""

    # Booking

    def _on_booked(self, conversation_id: UUID, question_id: UUID, appointment: Appointment) -> None:
        ongoing = self._conversations.get(conversation_id)
        if ongoing is not None:
            self._conversations.put(_with_planned(ongoing, question_id, appointment))
        if self._is_of(appointment.id):
            self._set(None)
        self.booked.emit(appointment)

    def _on_not_booked(self, hold_id: UUID, error: Exception) -> None:
        plan = self._plan
        if plan is None or not self._is_of(hold_id):
            # The form is gone and the citizen was told a time all the same.
            (self.refused if isinstance(error, Refusal | Outage) else self.failed).emit(error)
        elif isinstance(error, SlotTaken) and error.next_best:
            offers = error.next_best
            self._set(replace(plan, offers=offers, chosen=0, held=None, is_booking=False, problem=error))
            self._hold()
        else:
            self._on_failed(error)
            if isinstance(error, UnlessNeeded | AnswerNeeded):
                self._ask_products()  # what they ask changed since the form was opened

    def _is_of(self, hold_id: UUID) -> bool:
        plan = self._plan
        return plan is not None and plan.held is not None and plan.held.id == hold_id

    @Slot(object)
    def _on_activated(self, _conversation_id: object) -> None:
        """Another conversation in front: what was being planned is let go, what was booked stays."""
        ongoing = self._conversations.active()
        if self._plan is not None and (ongoing is None or ongoing.id != self._plan.conversation_id):
            self.leave()

    @Slot(object, object)
    def _on_changed(self, _before: Ongoing, after: Ongoing) -> None:
        """Another product for the question, or no question any more: then this is not what is to be planned."""
        plan = self._plan
        if plan is None or plan.conversation_id != after.id or plan.is_booking:
            return
        question = next((one for one in after.questions if one.id == plan.question_id), None)
        if question is None or question.product is None or question.product.id != plan.product_id:
            self.leave()

    def _set(self, plan: Plan | None) -> None:
        if plan != self._plan:
            self._plan = plan
            self.changed.emit(plan)


def _find(service: AppointmentService, wish: TimeWish) -> tuple[tuple[Offer, ...], tuple[BeingBooked, ...]]:
    """The times on offer, and what colleagues hold around them."""
    offers = service.offers(wish, OFFERED)
    return offers, service.being_booked(offers)


def _secrecy(ongoing: Ongoing, question_id: UUID) -> Confidentiality:
    """An appointment is as confidential as the contact it is planned in."""
    question = next(one for one in ongoing.questions if one.id == question_id)
    if question.municipal_role is MunicipalRole.ENFORCEMENT:
        return Confidentiality.ENFORCEMENT
    return Confidentiality.CONFIDENTIAL if question.is_confidential else Confidentiality.OPEN


def _with_planned(ongoing: Ongoing, question_id: UUID, appointment: Appointment) -> Ongoing:
    ref = PlannedRef(appointment.id, appointment.reference, appointment.starts_at, appointment.location)
    questions = tuple(
        replace(question, planned=(*question.planned, ref)) if question.id == question_id else question
        for question in ongoing.questions
    )
    return replace(ongoing, questions=questions)
