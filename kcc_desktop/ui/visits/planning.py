"""Plans a visit on location from the running conversation: where, who could come, holds, books. Knows no widget."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Slot

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.appointments import ProductFacts
from kcc_desktop.domain.contacts import Confidentiality
from kcc_desktop.domain.errors import InvalidValue, Outage, Refusal
from kcc_desktop.domain.free_time import PartOfDay
from kcc_desktop.domain.ongoing import Ongoing, PartyRef, PlannedRef, Question
from kcc_desktop.domain.party_answers import Revealed
from kcc_desktop.domain.visit_commands import MOST_INVITED, BookVisit, HoldVisit
from kcc_desktop.domain.visits import AddressNotLocated, PointQuality, Visit, VisitPlace, VisitTimeTaken
from kcc_desktop.services.appointments import AppointmentService
from kcc_desktop.services.parties import PartyService
from kcc_desktop.services.safety_notes import SafetyNoteService
from kcc_desktop.services.visits import VisitService
from kcc_desktop.ui.conversations import Conversations
from kcc_desktop.ui.held_plan import OFFERED, HeldPlanning, secrecy_of
from kcc_desktop.ui.visits.booking import promised, words_of
from kcc_desktop.ui.visits.looking import Looked, address_of, look_for
from kcc_desktop.ui.visits.plan import LONGEST_MINUTES, SHORTEST_MINUTES, Asks, VisitPlan


class VisitPlanning(HeldPlanning[VisitPlan, Visit]):
    """One a desk. `changed` carries the `VisitPlan` or None; `booked` the `Visit`."""

    def __init__(
        self,
        visits: VisitService,
        appointments: AppointmentService,
        parties: PartyService,
        safety: SafetyNoteService,
        tasks: TaskRunner,
        conversations: Conversations,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(visits, tasks, conversations, parent)
        self._visits, self._appointments, self._parties, self._safety = visits, appointments, parties, safety
        self._uncovered: Callable[[UUID], Revealed | None] = _nothing

    def read_uncovered(self, of: Callable[[UUID], Revealed | None]) -> None:
        """Where a covered address may be read while the agent has it uncovered for a purpose."""
        self._uncovered = of

    def begin(self) -> bool:
        """Look for who could come to the address of whom it is about; False when the question names no product."""
        ongoing = self._conversations.active()
        if ongoing is None or ongoing.question.product is None:
            return False
        product, plan, party = ongoing.question.product, self._plan, ongoing.party
        if plan is not None and (plan.question_id, plan.product_id) == (ongoing.question.id, product.id):
            if plan.asks in (Asks.UNCOVERING, Asks.ADDRESS):
                self.look_where()
            return True
        self.leave()
        self._set(VisitPlan(ongoing.id, ongoing.question.id, product.id, product.name, party.id if party else None))
        task = self._tasks.run(partial(self._appointments.facts, [product.id]), self, key="visit-facts")
        task.succeeded.connect(partial(self._on_facts, product.id))
        task.failed.connect(self._on_failed)
        return True

    @Slot()
    def look_where(self) -> None:
        """Find the address once more: it was uncovered meanwhile."""
        plan = self._plan
        if plan is None or plan.is_booking or plan.place is not None:
            return
        self._look()

    # What the agent chooses

    def set_minutes(self, minutes: int) -> None:
        self._wish(minutes=max(SHORTEST_MINUTES, min(minutes, LONGEST_MINUTES)))

    def set_part(self, part: PartOfDay) -> None:
        self._wish(part=part)

    def set_second(self, with_second: bool) -> None:
        """Whether two go."""
        self._wish(with_second=with_second)

    def set_address(self, address: Address) -> None:
        """Somewhere else than at the address that is known."""
        self._wish(place=VisitPlace(address), asks=Asks.NOTHING)

    def point_at(self, near: Address) -> None:
        """As near as this: the point of `near`'s postcode, which the agent chose."""
        plan = self._plan
        if plan is None or plan.place is None or plan.is_booking:
            return
        task = self._tasks.run(partial(self._visits.locate, near), self, key="proposals")
        task.succeeded.connect(partial(self._on_pointed, plan.place.address))
        task.failed.connect(self._on_failed)

    def set_words(self, **words: str) -> None:
        """`contact`, `interpreter`, `access`, `materials`: nothing is looked for anew."""
        if self._plan is not None and not self._plan.is_booking:
            self._set(replace(self._plan, **words))  # type: ignore[arg-type]

    def invite(self, ref: PartyRef) -> None:
        """Somebody else is to be there too: twice is once, and whom it is for is there already."""
        plan = self._plan
        if plan is None or plan.is_booking or ref.id in plan.about:
            return
        if len(plan.invited) >= MOST_INVITED:
            self._set(replace(plan, problem=InvalidValue("invited", "too_many")))
        else:
            self._with_invited(plan, (*plan.invited, ref))

    def leave_out(self, party_id: UUID) -> None:
        plan = self._plan
        if plan is not None and not plan.is_booking:
            self._with_invited(plan, tuple(one for one in plan.invited if one.id != party_id))

    # Who is there

    def _with_invited(self, plan: VisitPlan, invited: tuple[PartyRef, ...]) -> None:
        self._set(replace(plan, invited=invited, problem=None))
        self._ask_warned()

    def _ask_warned(self) -> None:
        plan = self._plan
        if plan is None:
            return
        ask = partial(self._safety.is_there_one, plan.about, plan.place.address if plan.place is not None else None)
        task = self._tasks.run(ask, self, key="visit-warned")
        task.succeeded.connect(partial(self._on_warned, plan.question_id))
        task.failed.connect(self._on_not_warned)

    def _on_warned(self, question_id: UUID, has_note: bool) -> None:
        plan = self._plan
        if plan is not None and plan.question_id == question_id:
            self._set(replace(plan, has_safety_note=has_note))

    @Slot(object)
    def _on_not_warned(self, error: Exception) -> None:
        if self._plan is not None:
            self._set(replace(self._plan, problem=error))
        if not isinstance(error, Refusal | Outage):
            self.failed.emit(error)

    # Looking

    def _wish(self, **changes: Any) -> None:
        """Something else is looked for. Not while it is being booked."""
        plan = self._plan
        if plan is not None and not plan.is_booking:
            wanted = replace(plan, **changes)
            if wanted != plan:
                self._look_again(wanted)

    def _look(self) -> None:
        plan = self._plan
        if plan is None:
            return
        revealed = self._uncovered(plan.party_id) if plan.party_id is not None else None
        uncovered = address_of(revealed.addresses) if revealed is not None else None
        if not plan.is_looking:
            self._set(replace(plan, is_looking=True, asks=Asks.NOTHING, problem=None))
        ask = partial(look_for, self._visits, self._parties, self._safety, plan, uncovered, OFFERED)
        task = self._tasks.run(ask, self, key="proposals")
        task.succeeded.connect(partial(self._on_looked, plan.question_id, plan.about))
        task.failed.connect(self._on_failed)

    def _on_facts(self, product_id: UUID, facts: dict[UUID, ProductFacts]) -> None:
        plan = self._plan
        if plan is None or plan.product_id != product_id:
            return
        known = facts.get(product_id)
        if known is not None:
            self._set(replace(plan, facts=known, minutes=known.base_minutes or plan.minutes))
        self._look()

    def _on_looked(self, question_id: UUID, about: frozenset[UUID], looked: Looked) -> None:
        plan = self._plan
        if plan is not None and plan.question_id == question_id:
            found = replace(plan, place=looked.place, asks=looked.asks, proposals=looked.proposals)
            self._found(replace(found, has_safety_note=looked.has_safety_note))
            if about != plan.about:
                self._ask_warned()  # somebody was invited while it was looked

    def _on_pointed(self, address: Address, near: VisitPlace) -> None:
        self._wish(place=VisitPlace(address, near.point, PointQuality.AGENT), asks=Asks.NOTHING)

    # What holds and books

    def _asks_hold(self, plan: VisitPlan, hold_id: UUID) -> Callable[[], Visit]:
        ongoing = self._conversations.get(plan.conversation_id)
        secrecy = secrecy_of(ongoing, plan.question_id) if ongoing is not None else Confidentiality.OPEN
        proposal = plan.proposals[plan.chosen]
        return partial(self._visits.hold, HoldVisit(hold_id, plan.need(), proposal, plan.conversation_id, secrecy))

    def _asks_booking(self, plan: VisitPlan, held: Visit, ongoing: Ongoing) -> Callable[[], Visit]:
        command = BookVisit(held.id, words_of(ongoing, plan), ongoing.id, plan.question_id)
        return partial(self._visits.book, command)

    def _instead(self, plan: VisitPlan, error: Exception) -> VisitPlan | None:
        if not isinstance(error, VisitTimeTaken) or not error.next_best:
            return None
        # What a hold was just refused for is not asked for again by itself: it could go on for ever.
        if plan.holding is not None and error.next_best[0] == plan.proposal:
            return None
        return replace(plan, proposals=error.next_best)

    def _after(self, plan: VisitPlan, error: Exception) -> VisitPlan:
        asks = Asks.POINT if isinstance(error, AddressNotLocated) else plan.asks
        return replace(plan, proposals=() if plan.is_looking else plan.proposals, asks=asks)

    def _promised(self, booked: Visit) -> PlannedRef | None:
        return promised(booked)

    def _is_still_about(self, plan: VisitPlan, question: Question, ongoing: Ongoing) -> bool:
        """For the same product and the same citizen."""
        party_id = ongoing.party.id if ongoing.party else None
        return super()._is_still_about(plan, question, ongoing) and party_id == plan.party_id


def _nothing(_party_id: UUID) -> Revealed | None:
    return None
