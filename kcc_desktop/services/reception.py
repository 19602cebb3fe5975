"""Use cases of the reception: checking in, tickets for who comes without an appointment, who goes away.

One transaction each: an appointment and its ticket move together or not at all.
"""

from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from kcc_desktop.data import (
    appointment_reads,
    appointment_writes,
    calendar_reads,
    contact_writes,
    counter_reads,
    counter_writes,
)
from kcc_desktop.data.database import Database, Work
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.appointments import Appointment, AppointmentState, SlotTaken, UnlessNeeded
from kcc_desktop.domain.calendar import CounterKind
from kcc_desktop.domain.counter import (
    LEFT,
    LONGEST_NAME,
    LONGEST_REASON,
    MOST_PERSONS,
    PREFIXES,
    AnotherDay,
    CounterState,
    Ticket,
    TicketLine,
    TicketMove,
    TicketSource,
    TicketState,
)
from kcc_desktop.domain.counter_commands import CheckIn, IssueTicket, LeaveTicket, left_talk
from kcc_desktop.domain.errors import AlreadyDone, InvalidValue, NotFound
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.notes import clean, line
from kcc_desktop.domain.quanta import instant_of
from kcc_desktop.domain.queueing import priority_of
from kcc_desktop.domain.registering import is_language
from kcc_desktop.services.tickets import known, move_ticket, today_at, told

LOOKS_BACK = timedelta(days=7)  # for what was forgotten: what is older is history as it stands


class ReceptionService:
    """Moves carry an id that the desktop made, as at the counter, and refuse with the same."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def check_in(self, command: CheckIn) -> Ticket:
        """Who has an appointment is here: it is checked in and has a ticket. Twice is once.

        Also who was thought not to come. Refuses with NotFound, AnotherDay (or another location), AlreadyDone (called
        off, moved, served), SlotTaken (they came after all, and somebody has the time by now) and NotAllowed.
        """

        def work(unit: Work) -> Ticket:
            unit.agent.require(Permission.SERVE)
            _, on = today_at(unit, command.location_id)
            appointment = appointment_reads.one(unit, command.appointment_id)
            if appointment is None:
                raise NotFound
            before = counter_reads.of_appointment(unit, command.appointment_id)
            if before is not None:
                return self._back(unit, before)
            _check_here(unit, appointment, command.location_id, on)
            _arrive(unit, command.appointment_id, appointment.state)
            _issue_for(unit, command, appointment, on)
            unit.changed("appointment", command.appointment_id)
            return told(unit, "check_in", command.id)

        return self._database.write(work)

    def issue(self, command: IssueTicket) -> Ticket:
        """A ticket for who came without an appointment, with or without a name. Twice is once.

        Refuses with NotFound, UnlessNeeded (it is done online and no reason was given), InvalidValue("persons",
        "too_many"), ("language", "characters"), ("name", "too_long"), ("host",
        "unknown") and NotAllowed.
        """
        command = replace(command, name=line(command.name, "name", LONGEST_NAME), note=clean(command.note))
        if not is_language(command.language):
            raise InvalidValue("language", "characters")
        if any(not 1 <= one.persons <= MOST_PERSONS for one in command.lines):
            raise InvalidValue("persons", "too_many")

        def work(unit: Work) -> Ticket:
            unit.agent.require(Permission.SERVE)
            before = counter_reads.one(unit, command.id)
            if before is not None:
                return before
            _, on = today_at(unit, command.location_id)
            skills = _skills(unit, command, on)
            if command.host_id is not None and not _is_host(unit, command.host_id, command.location_id):
                raise InvalidValue("host", "unknown")
            counter_writes.issue(
                unit,
                command.id,
                command.lines,
                party_id=command.party_id,
                name=command.name,
                note=command.note,
                location_id=command.location_id,
                local_on=on,
                prefix=PREFIXES[TicketSource.WALK_IN],
                source=TicketSource.WALK_IN.value,
                priority=priority_of(None, unit.now, goes_first=command.goes_first).value,
                due_at=unit.now,
                skills=" ".join(sorted(skills)),
                wanted_counter_id=command.host_id,
                needs=" ".join(sorted(command.needs)),
                language=command.language,
                unless_reason=command.unless.value if command.unless is not None else "",
                digital_offer=command.digital_offer.value if command.digital_offer is not None else "",
            )
            return told(unit, "issue", command.id)

        return self._database.write(work)

    def tell_host(self, move_id: UUID, ticket_id: UUID) -> Ticket:
        """The colleague knows that their visitor is here. Refuses also with InvalidValue("host", "unknown")."""

        def move(unit: Work) -> bool:
            if not known(unit, ticket_id).host:
                raise InvalidValue("host", "unknown")
            waiting = TicketState.WAITING
            what = TicketMove.HOST_TOLD
            return counter_writes.move(unit, move_id, ticket_id, (waiting,), waiting, what, host_told_at=unit.now)

        return move_ticket(self._database, "tell_host", move_id, ticket_id, move)

    def collected(self, move_id: UUID, ticket_id: UUID) -> Ticket:
        """The colleague took their visitor along: for the reception that is all. Refuses as `tell_host`."""

        def move(unit: Work) -> bool:
            ticket = known(unit, ticket_id)
            host_id = ticket.wanted_counter_id
            if not ticket.host or host_id is None:
                if ticket.state is TicketState.WAITING:
                    raise InvalidValue("host", "unknown")
                return False
            return (
                counter_writes.call(unit, new_id(), ticket_id, host_id)
                and counter_writes.move(
                    unit,
                    new_id(),
                    ticket_id,
                    (TicketState.CALLED,),
                    TicketState.SERVING,
                    TicketMove.SERVED,
                    served_at=unit.now,
                )
                and counter_writes.move(
                    unit, move_id, ticket_id, (TicketState.SERVING,), TicketState.DONE, TicketMove.FINISHED
                )
            )

        return move_ticket(self._database, "collect", move_id, ticket_id, move)

    def leave(self, command: LeaveTicket) -> Ticket:
        """They went away without being served; of whom it is known that stands on the timeline.

        Who was being served and is on hold too; their appointment is called off by them. A talk that began elsewhere is
        its own desk's to record: what stands here of their leaving is another one, under the command's ids.
        """
        command = replace(command, reason=line(command.reason, "reason", LONGEST_REASON))

        def move(unit: Work) -> bool:
            ticket = known(unit, command.ticket_id)
            allowed = (TicketState.WAITING, TicketState.CALLED, TicketState.ON_HOLD)
            is_done = counter_writes.move(
                unit,
                command.id,
                command.ticket_id,
                allowed,
                TicketState.LEFT,
                TicketMove.LEFT,
                reason=command.reason,
                outcome_code=LEFT,
                conversation_id=command.conversation_id,
            )
            if is_done and ticket.party_id is not None and not command.is_told:
                _record_left(unit, ticket, command)
            return is_done

        return move_ticket(self._database, "leave", command.id, command.ticket_id, move)

    def came(self, move_id: UUID, ticket_id: UUID) -> Ticket:
        """They came after all, the same day: they wait at their old place. Refuses also with AlreadyDone on another,
        and with SlotTaken when somebody has the time of their appointment by now.
        """

        def move(unit: Work) -> bool:
            return _come_back(unit, move_id, known(unit, ticket_id))

        return move_ticket(self._database, "came", move_id, ticket_id, move)

    def did_not_come(self, appointment_id: UUID) -> None:
        """Nobody came for this appointment. Twice is once. Refuses with NotFound, AlreadyDone and NotAllowed."""

        def work(unit: Work) -> None:
            unit.agent.require(Permission.SERVE)
            if not appointment_writes.move(unit, appointment_id, (AppointmentState.BOOKED,), AppointmentState.NO_SHOW):
                state = appointment_writes.state_of(unit, appointment_id)
                if state is None:
                    raise NotFound
                if state is not AppointmentState.NO_SHOW:
                    raise AlreadyDone
                return
            _tell_appointment(unit, "not_come", appointment_id)

        self._database.write(work)

    def end_days(self, location_id: UUID) -> int:
        """What was forgotten: tickets of earlier days expire, and today's once the doors and all counters are closed.

        A paused counter is not closed: its agent serves the last one. Appointments of those days whose time is over and
        that nobody came for are not come to. Answers how many were ended.
        """

        def work(unit: Work) -> int:
            unit.agent.require(Permission.SERVE)
            _, on = today_at(unit, location_id)
            is_staffed = any(
                desk.state is not CounterState.CLOSED or desk.ticket_id is not None
                for desk in counter_reads.counters(unit, location_id)
            )
            is_over = not is_staffed and _is_over(unit, location_id, on)
            until = on + timedelta(days=1) if is_over else on
            since = on - LOOKS_BACK
            ended = 0
            for ticket_id, state in counter_writes.open_tickets(unit, location_id, since, until):
                ended += counter_writes.move(
                    unit, new_id(), ticket_id, (state,), TicketState.EXPIRED, TicketMove.EXPIRED
                )
                unit.audit("expire", "ticket", ticket_id)
                unit.changed("ticket", ticket_id)
            for appointment_id in counter_writes.overdue_appointments(unit, location_id, since, until):
                if appointment_writes.move(unit, appointment_id, (AppointmentState.BOOKED,), AppointmentState.NO_SHOW):
                    ended += 1
                    _tell_appointment(unit, "not_come", appointment_id)
            return ended

        return self._database.write(work)

    def _back(self, unit: Work, ticket: Ticket) -> Ticket:
        """The appointment has a ticket: who was called and not there is there now."""
        if ticket.state is TicketState.NO_SHOW and _come_back(unit, new_id(), ticket):
            return told(unit, "came", ticket.id)
        return ticket


def _come_back(unit: Work, move_id: UUID, ticket: Ticket) -> bool:
    """False on another day, and when it is not in that state. Refuses as `_arrive`."""
    _, on = today_at(unit, ticket.location_id)
    if ticket.local_on != on:
        return False
    if ticket.appointment_id is not None and ticket.state is TicketState.NO_SHOW:
        _arrive(unit, ticket.appointment_id, appointment_writes.state_of(unit, ticket.appointment_id))
    return counter_writes.move(
        unit, move_id, ticket.id, (TicketState.NO_SHOW,), TicketState.WAITING, TicketMove.CAME, counter_id=None
    )


def _arrive(unit: Work, appointment_id: UUID, state: AppointmentState | None) -> None:
    """Refuses with SlotTaken (they came after all, and somebody has the time by now) and AlreadyDone."""
    if not counter_writes.came(unit, appointment_id):
        raise SlotTaken if state is AppointmentState.NO_SHOW else AlreadyDone


def _check_here(unit: Work, appointment: Appointment, location_id: UUID, on: date) -> None:
    if appointment.state not in (AppointmentState.BOOKED, AppointmentState.NO_SHOW):
        raise AlreadyDone
    zone = calendar_reads.zone_of(unit.connection, appointment.location_id)
    if appointment.location_id != location_id or appointment.starts_at.astimezone(zone).date() != on:
        raise AnotherDay(appointment.starts_at, appointment.location)


def _issue_for(unit: Work, command: CheckIn, appointment: Appointment, on: date) -> None:
    persons: dict[UUID, int] = {}
    for one in appointment.attendees:
        persons[one.product_id] = persons.get(one.product_id, 0) + 1
    secrecy, cluster_id = appointment_reads.secrecy_of(unit, appointment.id)
    is_host = _is_host(unit, appointment.counter_id, command.location_id)
    counter_writes.issue(
        unit,
        command.id,
        [TicketLine(product_id, count) for product_id, count in persons.items()],
        party_id=appointment.party_id,
        name=appointment.name,
        location_id=command.location_id,
        local_on=on,
        prefix=PREFIXES[TicketSource.CHECK_IN],
        source=TicketSource.CHECK_IN.value,
        priority=priority_of(appointment.starts_at, unit.now, goes_first=command.goes_first).value,
        due_at=appointment.starts_at,
        skills=" ".join(sorted(counter_reads.product_skills(unit, persons))),
        wanted_counter_id=appointment.counter_id if is_host else None,
        needs=" ".join(sorted(command.needs)),
        language=appointment.language,
        appointment_id=appointment.id,
        confidentiality=secrecy,
        owner_cluster_id=cluster_id,
    )


def _skills(unit: Work, command: IssueTicket, on: date) -> frozenset[str]:
    """What is done online has its reason: *digitaal, tenzij*. What has no appointments is anybody's to serve."""
    facts = calendar_reads.product_facts(unit.connection, {one.product_id for one in command.lines})
    if not counter_reads.are_products(unit, {one.product_id for one in command.lines}):
        raise NotFound
    if command.unless is None and any(product.is_digital_on(on) for product in facts.values()):
        raise UnlessNeeded
    return frozenset(product.skill for product in facts.values() if product.skill)


def _is_host(unit: Work, counter_id: UUID, location_id: UUID) -> bool:
    found = counter_reads.counter(unit, counter_id)
    return found is not None and found[0].kind is CounterKind.HOST and found[1] == location_id


def _is_over(unit: Work, location_id: UUID, on: date) -> bool:
    """Whether the doors of that day are closed for good: by its hours nobody is staffed from now on.

    A closure ends no day: it may be put in while people wait, and takes nothing away that was promised. A day without
    hours ends at midnight.
    """
    for place in calendar_reads.hours(unit.connection, on, {location_id}):
        day = replace(place, closures=()).day(on)
        last = max((mask.bit_length() for _, mask in day.staffed), default=day.length)
        return unit.now >= instant_of(day.first + last)
    return True


def _record_left(unit: Work, ticket: Ticket, command: LeaveTicket) -> None:
    """On their timeline stands that they were here, and not served."""
    talk = left_talk(ticket, command, unit.now)
    contact_writes.record(unit, talk, contact_writes.digest(talk))
    unit.audit("record", "conversation", talk.id)
    unit.changed("conversation", talk.id)
    if ticket.party_id is not None:
        unit.changed("party", ticket.party_id)


def _tell_appointment(unit: Work, action: str, appointment_id: UUID) -> None:
    unit.audit(action, "appointment", appointment_id)
    found = appointment_reads.one(unit, appointment_id)
    unit.changed("appointment", appointment_id)
    if found is not None and found.party_id is not None:
        unit.changed("party", found.party_id)
