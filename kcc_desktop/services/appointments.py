"""Use cases of appointments at a counter: looking for time, holding, booking, moving, cancelling. One transaction each.

No use case looks first and books then: the key of the occupied time decides, and whoever comes second gets the next
best times in the same answer.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from kcc_desktop.data import appointment_reads, appointment_writes, calendar_reads, covering
from kcc_desktop.data.database import Database, Look, Work
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.appointments import (
    LONGEST_NAME,
    OLDEST,
    Appointment,
    AppointmentState,
    Attendee,
    BeingBooked,
    BookAppointment,
    CancelAppointment,
    HoldTime,
    MoveAppointment,
    OverbookAppointment,
    PastMoment,
    ProductFacts,
    SlotTaken,
    TimeWish,
    UnlessNeeded,
    reference_in,
)
from kcc_desktop.domain.attending import AnswerNeeded, unanswered
from kcc_desktop.domain.calendar import Hours
from kcc_desktop.domain.errors import AlreadyDone, InvalidValue, NotFound
from kcc_desktop.domain.free_time import Offer
from kcc_desktop.domain.local_time import local_day
from kcc_desktop.domain.notes import clean, line
from kcc_desktop.domain.quanta import MINUTES, quantum_at
from kcc_desktop.services import message_planning
from kcc_desktop.services.appointment_ends import AppointmentEnds
from kcc_desktop.services.appointment_times import Times
from kcc_desktop.services.message_planning import NOTHING_SENT, MessageRules
from kcc_desktop.services.secrecy import check_secrecy

LONGEST_REASON = 300
LONGEST_PHONE, LONGEST_EMAIL = 40, 254


class AppointmentService:
    """`rules`: what citizens are sent about it."""

    def __init__(self, database: Database, rules: MessageRules = NOTHING_SENT) -> None:
        self._database, self._rules = database, rules
        self._times = Times(database)
        self.ends = AppointmentEnds(database)

    def facts(self, product_ids: Sequence[UUID]) -> dict[UUID, ProductFacts]:
        """What appointments for these products need; a product without appointments is not in it."""
        return self._database.read(
            lambda look: calendar_reads.product_facts(look.connection, product_ids, to_plan=True)
        )

    def products(self) -> tuple[ProductFacts, ...]:
        """What can be planned at a counter, by name."""
        return self._database.read(lambda look: calendar_reads.with_appointments(look.connection))

    def being_booked(self, offers: Sequence[Offer]) -> tuple[BeingBooked, ...]:
        """What colleagues hold around these times: on the first one's day and until the last, where they are."""
        if not offers:
            return ()
        first = min(one.quantum for one in offers)
        first -= first % (24 * 60 // MINUTES)

        def work(look: Look) -> tuple[BeingBooked, ...]:
            look.agent.require(Permission.PLAN)
            places = {one.location_id for one in offers}
            end = max(one.quantum + one.quanta for one in offers)
            return appointment_reads.held_by_others(look, places, first, end)

        return self._database.read(work)

    def offers(self, wish: TimeWish, limit: int = 5) -> tuple[Offer, ...]:
        """At most `limit` times, earliest first. Refuses with NoTimeLeft, NotOffered, NotFound, InvalidValue."""
        return self._times.offers(wish, limit)

    def hold(self, command: HoldTime) -> Appointment:
        """Ten minutes for talking, seen by colleagues. Held twice with one id is once.

        Refuses with SlotTaken (and the next best), PastMoment, OutsideHours, NotOffered, NotFound, InvalidValue.
        """

        able = self._times.able(command.offer, command.wish, to_hold=command.id)

        def work(unit: Work) -> Appointment | None:
            unit.agent.require(Permission.PLAN)
            before = appointment_reads.one(unit, command.id)
            if before is not None:
                if before.state is AppointmentState.HELD:
                    return before
                raise AlreadyDone
            if not appointment_writes.hold(unit, command, able.counters, able.quanta, able.help_minutes):
                return None
            unit.audit("hold", "appointment", command.id)
            return _changed(unit, command.id)

        held = self._database.write(work) if able.counters else None
        if held is None:
            raise SlotTaken(self._times.next_best(command.wish, command.offer, able))
        return held

    def extend(self, appointment_id: UUID) -> Appointment:
        """Ten minutes more, for whoever holds it. Refuses with AlreadyDone when somebody else has the time by now."""

        def work(unit: Work) -> Appointment:
            unit.agent.require(Permission.PLAN)
            if not appointment_writes.extend(unit, appointment_id):
                raise AlreadyDone
            unit.audit("extend", "appointment", appointment_id)
            return _changed(unit, appointment_id)

        return self._database.write(work)

    def let_go(self, appointment_id: UUID) -> None:
        """The hold is not wanted; one that is gone already is no mistake."""

        def work(unit: Work) -> None:
            unit.agent.require(Permission.PLAN)
            if appointment_writes.let_go(unit, appointment_id):
                unit.audit("let_go", "appointment", appointment_id)
                unit.changed("appointment", appointment_id)

        self._database.write(work)

    def book(self, command: BookAppointment) -> Appointment:
        """The hold becomes an appointment, also when it ran out and nobody took the time. Twice is once.

        Refuses with SlotTaken (somebody took it; the next best come along), UnlessNeeded (the product is done online
        and no reason was given), AnswerNeeded (the product asks something about a child), PastMoment, NotAllowed (more
        confidential than this agent may see), NotFound, InvalidValue.
        """
        command = replace(
            command,
            name=line(command.name, "name", LONGEST_NAME),
            phone=line(command.phone, "phone", LONGEST_PHONE),
            email=line(command.email, "email", LONGEST_EMAIL),
            note=clean(command.note),
            attendees=tuple(_cleaned(one) for one in command.attendees),
        )

        def work(unit: Work) -> tuple[bool, Appointment]:
            unit.agent.require(Permission.PLAN)
            check_secrecy(unit.agent, command.secrecy)
            held = _known(unit, command.id)
            if held.state is AppointmentState.BOOKED and held.party_id == command.party_id:
                return True, held
            if held.starts_at <= unit.now:
                raise PastMoment
            _check_people(held, command)
            facts = calendar_reads.product_facts(unit.connection, {one.product_id for one in held.attendees})
            _check_answers(facts, command.attendees or held.attendees)
            if command.unless is None and any(one.is_digital_on(local_day(unit.now)) for one in facts.values()):
                raise UnlessNeeded
            if not appointment_writes.book(unit, command):
                return False, held
            unit.audit("book", "appointment", command.id)
            booked = _changed(unit, command.id)
            message_planning.appointment_booked(unit, self._rules, booked)
            return True, booked

        is_booked, appointment = self._database.write(work)
        if not is_booked:
            raise SlotTaken(self._times.next_best(_same_wish(appointment), _as_offer(appointment)))
        return appointment

    def move(self, command: MoveAppointment) -> Appointment:
        """To another time; the old time is free and the new one promised in the same moment, or nothing changes.

        Refuses with SlotTaken, AlreadyDone (it is no longer planned), PastMoment, OutsideHours, NotOffered, NotFound.
        """
        reason = line(command.reason, "reason", LONGEST_REASON)
        old = self._database.read(lambda look: _known(look, command.id))
        wish = _same_wish(old)
        # Never shorter than it was: the rules of the day on which it was booked are not taken away.
        able = self._times.able(command.offer, wish, at_least=_as_offer(old).quanta)
        if command.is_exact:
            able = able.only(command.offer.counters)

        def work(unit: Work) -> Appointment:
            unit.agent.require(Permission.PLAN)
            before = appointment_reads.one(unit, command.new_id)
            if before is not None:
                return before
            if appointment_writes.state_of(unit, command.id) is not AppointmentState.BOOKED:
                raise AlreadyDone
            done = appointment_writes.replace(
                unit, command.id, command.new_id, able.counters, command.offer.quantum, able.quanta, reason
            )
            if not done:
                raise _TimeGone  # takes back what the old one gave up
            unit.audit("move", "appointment", command.id)
            unit.audit("book", "appointment", command.new_id)
            unit.changed("appointment", command.id)
            moved = _changed(unit, command.new_id)
            message_planning.appointment_moved(unit, self._rules, command.id, moved)
            return moved

        try:
            return self._database.write(work)
        except _TimeGone:
            raise SlotTaken(self._times.next_best(wish, command.offer)) from None

    def overbook(self, command: OverbookAppointment) -> Appointment:
        """One citizen more at a counter than it serves at once, on purpose and with a reason. Twice is once.

        A counter that turns out to be free is booked as any other. Refuses with NotAllowed, InvalidValue("reason",
        "empty"), SlotTaken (the lanes beside it are taken too; the next best come along), PastMoment, OutsideHours,
        NotOffered, NotFound.
        """
        command = replace(
            command,
            name=line(command.name, "name", LONGEST_NAME),
            phone=line(command.phone, "phone", LONGEST_PHONE),
            reason=line(command.reason, "reason", LONGEST_REASON),
        )
        if not command.reason:
            raise InvalidValue("reason", "empty")
        location_id = self._database.read(lambda look: _location_of(look, command.counter_id))
        offer = Offer(location_id, command.quantum, 1, (command.counter_id,))
        quanta = self._times.able(offer, command.wish).only((command.counter_id,)).quanta

        def work(unit: Work) -> Appointment | None:
            unit.agent.require(Permission.OVERBOOK)
            before = appointment_reads.one(unit, command.id)
            if before is not None:
                return before
            if not appointment_writes.overbook(unit, command, location_id, quanta):
                return None
            booked = _changed(unit, command.id)
            unit.audit("overbook" if booked.is_extra else "book", "appointment", command.id)
            message_planning.appointment_booked(unit, self._rules, booked)
            return booked

        booked = self._database.write(work)
        if booked is None:
            raise SlotTaken(self._times.next_best(command.wish, offer))
        return booked

    def cancel(self, command: CancelAppointment) -> Appointment:
        """Its time is free at once. Twice is once. Refuses with NotFound and AlreadyDone (served, moved, not come)."""
        command = replace(command, reason=line(command.reason, "reason", LONGEST_REASON))

        def work(unit: Work) -> Appointment:
            unit.agent.require(Permission.PLAN)
            if not appointment_writes.cancel(unit, command):
                state = appointment_writes.state_of(unit, command.id)
                if state is None:
                    raise NotFound
                if state is not AppointmentState.CANCELLED:
                    raise AlreadyDone
                return _known(unit, command.id)
            unit.audit("cancel", "appointment", command.id)
            cancelled = _changed(unit, command.id)
            message_planning.appointment_cancelled(unit, self._rules, cancelled)
            for party_id in {cancelled.party_id, *(one.party_id for one in cancelled.attendees)} - {None}:
                if party_id is not None:
                    unit.changed("party", party_id)
            return cancelled

        return self._database.write(work)

    def open(self, appointment_id: UUID) -> Appointment:
        """The whole appointment, audited. Refuses with NotFound.

        Without the number where contact details are covered.
        """

        def work(unit: Work) -> Appointment:
            unit.agent.require(Permission.READ_CONTACT)
            found = _known(unit, appointment_id)
            unit.audit("open", "appointment", appointment_id)
            if found.party_id is not None and covering.is_covered(unit.connection, found.party_id):
                return replace(found, phone="")
            return found

        return self._database.write(work)

    def find(self, reference: str) -> Appointment | None:
        """The one with this code, small letters for capitals; None when there is none.

        Without phone and note: finding leaves no line in the audit, and those are not read without one.
        """
        wanted = reference_in(reference)

        def work(look: Look) -> Appointment | None:
            look.agent.require(Permission.READ_CONTACT)
            found = appointment_reads.by_reference(look, wanted) if wanted else None
            return replace(found, phone="", note="") if found is not None else None

        return self._database.read(work)

    def coming_of(self, party_id: UUID) -> tuple[Appointment, ...]:
        """Promised and not over, the next first."""

        def work(look: Look) -> tuple[Appointment, ...]:
            look.agent.require(Permission.READ_CONTACT)
            return appointment_reads.coming_of(look, party_id)

        return self._database.read(work)

    def day(self, location_id: UUID, on: date) -> tuple[Hours, tuple[Appointment, ...]]:
        """The rules of a location and what blocks its counters that local day. Refuses with NotFound."""

        def work(look: Look) -> tuple[Hours, tuple[Appointment, ...]]:
            look.agent.require(Permission.READ_CONTACT)
            hours = calendar_reads.hours(look.connection, on, {location_id})
            if not hours:
                raise NotFound
            return hours[0], appointment_reads.on_day(look, location_id, on)

        return self._database.read(work)


class _TimeGone(Exception):
    """Within a transaction that is to be rolled back."""


def _location_of(look: Look, counter_id: UUID) -> UUID:
    look.agent.require(Permission.OVERBOOK)
    found = calendar_reads.location_of(look.connection, counter_id)
    if found is None:
        raise NotFound
    return found


def _same_wish(appointment: Appointment) -> TimeWish:
    """For whom and with whom it was planned, and the time for help that was planned in."""
    return TimeWish(appointment.attendees, host_id=appointment.host_id, help_minutes=appointment.help_minutes)


def _as_offer(held: Appointment) -> Offer:
    begin, end = quantum_at(held.starts_at), quantum_at(held.ends_at)
    return Offer(held.location_id, begin, end - begin, (held.counter_id,))


def _cleaned(one: Attendee) -> Attendee:
    if one.age is not None and not 0 <= one.age <= OLDEST:
        raise InvalidValue("age", "out_of_range")
    return replace(one, name=line(one.name, "name", LONGEST_NAME))


def _check_people(held: Appointment, command: BookAppointment) -> None:
    """The time is held for these products: who comes for them may be said, not what they come for."""
    wanted = [one.product_id for one in command.attendees]
    if wanted and wanted != [one.product_id for one in held.attendees]:
        raise InvalidValue("attendees", "other_products")


def _check_answers(facts: dict[UUID, ProductFacts], attendees: Sequence[Attendee]) -> None:
    """A no is an answer too: then the letter says what is still to be arranged."""
    person = unanswered(facts, attendees)
    if person is not None:
        raise AnswerNeeded(person)


def _changed(unit: Work, appointment_id: UUID) -> Appointment:
    unit.changed("appointment", appointment_id)
    return _known(unit, appointment_id)


def _known(unit: Look | Work, appointment_id: UUID) -> Appointment:
    found = appointment_reads.one(unit, appointment_id)
    if found is None:
        raise NotFound
    return found
