"""Plans a visit on location from the running conversation: where, who could come, holds, books. Knows no widget.

The best proposal is held as soon as it is found, so that the window the agent reads out cannot be gone when the
citizen says yes. Whatever is let go, another choice or Escape, is free for colleagues at once.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.appointments import ProductFacts
from kcc_desktop.domain.contacts import Confidentiality
from kcc_desktop.domain.errors import InvalidValue, Outage, Refusal
from kcc_desktop.domain.free_time import PartOfDay
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.ongoing import Ongoing, PartyRef
from kcc_desktop.domain.party_answers import Revealed
from kcc_desktop.domain.visit_commands import MOST_INVITED, BookVisit, HoldVisit
from kcc_desktop.domain.visits import AddressNotLocated, PointQuality, Visit, VisitPlace, VisitProposal, VisitTimeTaken
from kcc_desktop.services.appointments import AppointmentService
from kcc_desktop.services.parties import PartyService
from kcc_desktop.services.safety_notes import SafetyNoteService
from kcc_desktop.services.visits import VisitService
from kcc_desktop.ui.conversations import Conversations
from kcc_desktop.ui.visits.booking import secrecy_of, with_planned, words_of
from kcc_desktop.ui.visits.looking import Looked, address_of, look_for
from kcc_desktop.ui.visits.plan import LONGEST_MINUTES, SHORTEST_MINUTES, Asks, VisitPlan

OFFERED = 4


class VisitPlanning(QObject):
    """One a desk, one plan at a time. `changed` carries the `VisitPlan` or None; `booked` the `Visit`."""

    changed = Signal(object)
    booked = Signal(object)
    refused = Signal(object)  # Refusal or Outage: a booking failed whose form is gone by now
    failed = Signal(object)  # Exception: a bug, told besides

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
        super().__init__(parent)
        self._visits, self._appointments, self._parties, self._safety = visits, appointments, parties, safety
        self._tasks, self._conversations = tasks, conversations
        self._plan: VisitPlan | None = None
        self._uncovered: Callable[[UUID], Revealed | None] = _nothing
        conversations.activated.connect(self._on_activated)
        conversations.changed.connect(self._on_changed)

    def plan(self) -> VisitPlan | None:
        return self._plan

    def is_booking(self) -> bool:
        """Whether an answer about a booking is still to come."""
        return self._plan is not None and self._plan.is_booking

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

    @Slot()
    def leave(self) -> None:
        """Nothing is planned after all; what was held is free."""
        plan = self._plan
        if plan is not None:
            self._let_go(plan)
            self._set(None)

    # What the agent chooses

    def choose(self, number: int) -> None:
        """Another of the proposals: it is held, the one before is let go."""
        plan = self._plan
        if plan is None or plan.is_booking or plan.is_looking or not 0 <= number < len(plan.proposals):
            return
        if number == plan.chosen and plan.held is not None:
            return
        self._let_go(plan)
        self._set(replace(plan, chosen=number, holding=None, held=None, problem=None))
        self._hold()

    def set_minutes(self, minutes: int) -> None:
        self._look_again(minutes=max(SHORTEST_MINUTES, min(minutes, LONGEST_MINUTES)))

    def set_part(self, part: PartOfDay) -> None:
        self._look_again(part=part)

    def set_second(self, with_second: bool) -> None:
        """Whether two go."""
        self._look_again(with_second=with_second)

    def set_address(self, address: Address) -> None:
        """Somewhere else than at the address that is known."""
        self._look_again(place=VisitPlace(address), asks=Asks.NOTHING)

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

    def book(self) -> bool:
        """Book what is held; False while nothing is."""
        plan, ongoing = self._plan, self._conversations.active()
        if plan is None or ongoing is None or plan.held is None or ongoing.id != plan.conversation_id:
            return False
        if plan.is_booking or plan.is_looking:
            return False
        self._set(replace(plan, is_booking=True, problem=None))
        command = BookVisit(
            plan.held.id, words_of(ongoing, plan), ongoing.recorded_as, ongoing.contact_of(plan.question_id)
        )
        task = self._tasks.run(partial(self._visits.book, command), self)
        task.succeeded.connect(partial(self._on_booked, ongoing.id, plan.question_id))
        task.failed.connect(partial(self._on_not_booked, plan.held.id))
        return True

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

    def _look_again(self, **changes: Any) -> None:
        plan = self._plan
        if plan is None or plan.is_booking:
            return
        wanted = replace(plan, **changes)
        if wanted == plan:
            return
        self._let_go(plan)
        # The proposals of before stay to be seen until there are others: a list that goes takes the focus along.
        self._set(replace(wanted, holding=None, held=None, is_looking=True, problem=None))
        self._look()

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
            self._let_go(plan)
            found = replace(plan, place=looked.place, asks=looked.asks, proposals=looked.proposals, chosen=0)
            has_note = looked.has_safety_note
            self._set(replace(found, holding=None, held=None, is_looking=False, has_safety_note=has_note))
            self._hold()
            if about != plan.about:
                self._ask_warned()  # somebody was invited while it was looked

    def _on_pointed(self, address: Address, near: VisitPlace) -> None:
        self._look_again(place=VisitPlace(address, near.point, PointQuality.AGENT), asks=Asks.NOTHING)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        plan = self._plan
        if plan is not None:
            asks = Asks.POINT if isinstance(error, AddressNotLocated) else plan.asks
            found = () if plan.is_looking else plan.proposals
            changed = replace(plan, proposals=found, asks=asks, holding=None, is_looking=False)
            self._set(replace(changed, is_booking=False, problem=error))
        if not isinstance(error, Refusal | Outage):
            self.failed.emit(error)

    # Holding

    def _hold(self) -> None:
        plan = self._plan
        if plan is None or plan.proposal is None:
            return
        ongoing = self._conversations.get(plan.conversation_id)
        secrecy = secrecy_of(ongoing, plan.question_id) if ongoing is not None else Confidentiality.OPEN
        talk_id = ongoing.recorded_as if ongoing is not None else None
        command = HoldVisit(new_id(), plan.need(), plan.proposal, talk_id, secrecy)
        self._set(replace(plan, holding=command.id))
        task = self._tasks.run(partial(self._visits.hold, command), self)
        task.succeeded.connect(self._on_held)
        task.failed.connect(partial(self._on_not_held, command.id))

    @Slot(object)
    def _on_held(self, held: Visit) -> None:
        plan = self._plan
        if plan is not None and plan.holding == held.id:
            self._set(replace(plan, holding=None, held=held))
        else:
            self._let_go_of(held.id)  # chosen otherwise meanwhile

    def _on_not_held(self, hold_id: UUID, error: Exception) -> None:
        plan = self._plan
        if plan is None or plan.holding != hold_id:
            return
        # What was just refused is not asked for again by itself: it could go on for ever.
        if isinstance(error, VisitTimeTaken) and error.next_best and error.next_best[0] != plan.proposal:
            self._hold_instead(plan, error, error.next_best)
        else:
            self._on_failed(error)

    def extend(self) -> None:
        """Ten minutes more for what is held: the talk takes its time."""
        plan = self._plan
        if plan is not None and plan.held is not None and not plan.is_booking:
            task = self._tasks.run(partial(self._visits.extend, plan.held.id), self)
            task.succeeded.connect(self._on_extended)
            task.failed.connect(self._on_failed)

    @Slot(object)
    def _on_extended(self, held: Visit) -> None:
        if self._is_of(held.id) and self._plan is not None:
            self._set(replace(self._plan, held=held))

    def _hold_instead(self, plan: VisitPlan, error: Exception, proposals: tuple[VisitProposal, ...]) -> None:
        others = replace(plan, proposals=proposals, chosen=0, holding=None, held=None)
        self._set(replace(others, is_booking=False, problem=error))
        self._hold()

    def _let_go(self, plan: VisitPlan) -> None:
        if plan.held is not None and not plan.is_booking:
            self._let_go_of(plan.held.id)

    def _let_go_of(self, visit_id: UUID) -> None:
        # Nobody waits for it, and a hold that could not be let go runs out by itself.
        self._tasks.run(partial(self._visits.let_go, visit_id), self).failed.connect(self._on_not_let_go)

    @Slot(object)
    def _on_not_let_go(self, _error: Exception) -> None:
        """It runs out."""

    # Booking

    def _on_booked(self, conversation_id: UUID, question_id: UUID, visit: Visit) -> None:
        ongoing = self._conversations.get(conversation_id)
        if ongoing is not None:
            self._conversations.put(with_planned(ongoing, question_id, visit))
        if self._is_of(visit.id):
            self._set(None)
        self.booked.emit(visit)

    def _on_not_booked(self, hold_id: UUID, error: Exception) -> None:
        plan = self._plan
        if plan is None or not self._is_of(hold_id):
            # The form is gone and the citizen was told a window all the same.
            (self.refused if isinstance(error, Refusal | Outage) else self.failed).emit(error)
        elif isinstance(error, VisitTimeTaken) and error.next_best:
            self._hold_instead(plan, error, error.next_best)
        else:
            self._on_failed(error)

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
        """Another product, or for somebody else, or no question any more: then this is not what is to be planned."""
        plan = self._plan
        if plan is None or plan.conversation_id != after.id or plan.is_booking:
            return
        question = next((one for one in after.questions if one.id == plan.question_id), None)
        is_same = question is not None and question.product is not None and question.product.id == plan.product_id
        if not is_same or (after.party.id if after.party else None) != plan.party_id:
            self.leave()

    def _set(self, plan: VisitPlan | None) -> None:
        if plan != self._plan:
            self._plan = plan
            self.changed.emit(plan)


def _nothing(_party_id: UUID) -> Revealed | None:
    return None
