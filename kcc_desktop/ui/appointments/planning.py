"""Plans an appointment from the running conversation: looks, holds what is chosen, books. Knows no widget."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Slot

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
from kcc_desktop.domain.free_time import Offer
from kcc_desktop.domain.local_time import local_day
from kcc_desktop.domain.ongoing import Ongoing, PlannedRef
from kcc_desktop.services.appointments import AppointmentService
from kcc_desktop.ui.appointments.plan import Plan
from kcc_desktop.ui.conversations import Conversations
from kcc_desktop.ui.held_plan import OFFERED, HeldPlanning, number_to_call, secrecy_of


class Planning(HeldPlanning[Plan, Appointment]):
    """One a desk. `changed` carries the `Plan` or None; `booked` the `Appointment`."""

    def __init__(
        self,
        service: AppointmentService,
        tasks: TaskRunner,
        conversations: Conversations,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(service, tasks, conversations, parent)
        self._service, self._now = service, now

    def begin(self) -> bool:
        """Look for the first free times for the product of the question in front; False when it names none."""
        ongoing = self._conversations.active()
        if ongoing is None or ongoing.question.product is None:
            return False
        product, plan = ongoing.question.product, self._plan
        if plan is not None and (plan.question_id, plan.product_id) == (ongoing.question.id, product.id):
            return True
        self.leave()
        people, today = (Attendee(product.id),), local_day(self._now())
        self._set(Plan(ongoing.id, ongoing.question.id, product.id, product.name, people, today))
        self._ask_products()
        self._look()
        return True

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
        else:
            self._look_again(wanted)

    def book(self) -> bool:
        """Book what is held; False while an answer is missing or nothing is held yet."""
        plan = self._plan
        return plan is not None and plan.asking() is None and super().book()

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
            offers, others = found
            self._found(replace(plan, offers=offers, elsewhere=others))

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        super()._on_failed(error)
        if isinstance(error, UnlessNeeded | AnswerNeeded):
            self._ask_products()  # what they ask changed since the form was opened

    # What holds and books

    def _asks_hold(self, plan: Plan, hold_id: UUID) -> Callable[[], Appointment]:
        offer = plan.offers[plan.chosen]
        return partial(self._service.hold, HoldTime(hold_id, offer, plan.wish(), plan.conversation_id))

    def _asks_booking(self, plan: Plan, held: Appointment, ongoing: Ongoing) -> Callable[[], Appointment]:
        party = ongoing.party
        command = BookAppointment(
            held.id,
            party.id if party else None,
            party.title if party else "",
            phone=number_to_call(ongoing),
            language=ongoing.language,
            unless=plan.unless,
            conversation_id=ongoing.id,
            secrecy=secrecy_of(ongoing, plan.question_id),
            attendees=plan.attendees_for(party),
            contact_id=plan.question_id,
            needs_interpreter=plan.interpreter,
        )
        return partial(self._service.book, command)

    def _instead(self, plan: Plan, error: Exception) -> Plan | None:
        return replace(plan, offers=error.next_best) if isinstance(error, SlotTaken) and error.next_best else None

    def _after(self, plan: Plan, error: Exception) -> Plan:
        return replace(plan, offers=()) if plan.is_looking else plan

    def _promised(self, booked: Appointment) -> PlannedRef:
        return PlannedRef(booked.id, booked.reference, booked.starts_at, booked.location)


def _find(service: AppointmentService, wish: TimeWish) -> tuple[tuple[Offer, ...], tuple[BeingBooked, ...]]:
    """The times on offer, and what colleagues hold around them."""
    offers = service.offers(wish, OFFERED)
    return offers, service.being_booked(offers)
