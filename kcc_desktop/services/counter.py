"""Use cases at a counter: who sits there, calling, serving, sending on. One transaction each.

A ticket is finished by recording the talk that began with it (`ContactService.record`), in one transaction.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from kcc_desktop.data import calendar_reads, counter_desks, counter_figures, counter_reads, counter_writes
from kcc_desktop.data.database import Database, Look, Work
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.calendar import Location
from kcc_desktop.domain.counter import (
    OPEN,
    PREFIXES,
    Board,
    CounterBusy,
    CounterClosed,
    CounterDesk,
    CounterFigures,
    CounterStaffed,
    CounterState,
    Estimate,
    Ticket,
    TicketLine,
    TicketMove,
    TicketPaper,
    TicketState,
    TicketTaken,
    WaitingRoom,
)
from kcc_desktop.domain.counter_commands import ServeTicket, TransferTicket
from kcc_desktop.domain.errors import AlreadyDone, InvalidValue, NotFound
from kcc_desktop.domain.notes import clean, line
from kcc_desktop.domain.queueing import estimates
from kcc_desktop.services.tickets import known, move_ticket, today_at, told

WAIT_NORM_SECONDS = 15 * 60
_LONGEST_HOW = 200


class CounterService:
    """Every move carries an id that the desktop made: the same move again changes nothing and answers the ticket.

    All moves refuse with NotFound (also what is not this agent's to see), AlreadyDone (it is no longer where the move
    starts from) and NotAllowed; each is audited and told to the other desks.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def locations(self) -> tuple[Location, ...]:
        """Where there are counters, by name."""

        def work(look: Look) -> tuple[Location, ...]:
            look.agent.require(Permission.READ_CONTACT)
            return tuple(one.location for one in calendar_reads.hours(look.connection, look.now.date()) if one.counters)

        return self._database.read(work)

    def board(self, location_id: UUID) -> Board:
        """All of today at one location, without what is not this agent's to see. Refuses with NotFound."""

        def work(look: Look) -> Board:
            look.agent.require(Permission.READ_CONTACT)
            name, on = today_at(look, location_id)
            tickets = counter_reads.open_ones(look, location_id, on)
            counters = counter_reads.counters(look, location_id)
            return Board(
                location_id,
                name,
                on,
                look.now,
                counters,
                tickets,
                counter_reads.arrivals(look, location_id, on),
                _estimates(look, location_id, on, tickets, counters),
            )

        return self._database.read(work)

    def waiting_room(self, location_id: UUID) -> WaitingRoom:
        """What hangs on the wall: numbers and counters. Refuses with NotFound."""

        def work(look: Look) -> WaitingRoom:
            name, on = today_at(look, location_id)
            return counter_reads.waiting_room(look, name, location_id, on)

        return self._database.read(work)

    def paper(self, ticket_id: UUID) -> TicketPaper:
        """The ticket to be printed, in the citizen's language or English; audited. Refuses with NotFound."""

        def work(unit: Work) -> tuple[Ticket, str, Estimate | None]:
            unit.agent.require(Permission.SERVE)
            ticket = known(unit, ticket_id)
            unit.audit("print", "ticket", ticket_id)
            name, on = today_at(unit, ticket.location_id)
            look = Look(unit.connection, unit.agent, unit.now)
            found = _estimates(look, ticket.location_id, on)
            return ticket, name, found.get(ticket_id)

        ticket, location, estimate = self._database.write(work)
        # Loaded when the first ticket is printed: ReportLab takes a moment that nobody should wait for at the start.
        from kcc_desktop.reports.ticket import ticket as draw

        paper = draw(ticket.number, ticket.created_at, location, estimate, ticket.language)
        return TicketPaper(ticket.number, paper)

    def figures(self, location_id: UUID, on: date, norm_seconds: int = WAIT_NORM_SECONDS) -> CounterFigures:
        """One day, counted from the events."""

        def work(look: Look) -> CounterFigures:
            look.agent.require(Permission.READ_CONTACT)
            return counter_figures.figures(look, location_id, on, norm_seconds)

        return self._database.read(work)

    def open_counter(self, counter_id: UUID, *, takes_over: bool = False) -> CounterDesk:
        """This agent sits there; the counter they had is closed. Refuses with CounterStaffed, CounterBusy, NotFound.

        CounterBusy: somebody is still at the other one. Who is helped at a colleague's counter that is taken over is
        in a talk of this agent's from then on: what was said before is the colleague's to record.
        """

        def work(unit: Work) -> CounterDesk:
            unit.agent.require(Permission.SERVE)
            before = _desk(unit, counter_id)[0].agent_id
            for other in counter_desks.others_of(unit, counter_id):
                self._close(unit, other)
            if not counter_desks.staff(unit, counter_id, CounterState.OPEN, takes_over=takes_over):
                raise CounterStaffed(_desk(unit, counter_id)[0].agent)
            if before not in (None, unit.agent.id):
                for ticket_id in counter_writes.begin_anew(unit, counter_id):
                    unit.audit("take_over", "ticket", ticket_id)
                    unit.changed("ticket", ticket_id)
            return _told_counter(unit, "open", counter_id)

        return self._database.write(work)

    def pause_counter(self, counter_id: UUID) -> CounterDesk:
        """Nobody is called to it for a while. Refuses with CounterStaffed, NotFound."""

        def work(unit: Work) -> CounterDesk:
            unit.agent.require(Permission.SERVE)
            desk, _ = _desk(unit, counter_id)
            if not counter_desks.staff(unit, counter_id, CounterState.PAUSED):
                raise CounterStaffed(desk.agent)
            return _told_counter(unit, "pause", counter_id)

        return self._database.write(work)

    def close_counter(self, counter_id: UUID) -> CounterDesk:
        """Nobody sits there any more; who was on hold there waits again, at their place.

        Refuses with CounterBusy, CounterStaffed, NotFound; closed twice is once.
        """

        def work(unit: Work) -> CounterDesk:
            unit.agent.require(Permission.SERVE)
            return self._close(unit, counter_id)

        return self._database.write(work)

    def call_next(self, move_id: UUID, counter_id: UUID) -> Ticket | None:
        """Who is next for this counter; None when nobody waits for it. Exactly one counter calls a ticket.

        Refuses with CounterClosed and CounterBusy.
        """

        def look(look: Look) -> bool:
            look.agent.require(Permission.SERVE)
            desk, location_id = _desk(look, counter_id)
            _, on = today_at(look, location_id)
            waits = counter_reads.next_for(look, desk, location_id, on) is not None
            # A counter that is closed or busy is refused in its turn.
            is_free = desk.state is CounterState.OPEN and desk.ticket_id is None
            return waits or not is_free or _was_made(look, move_id)

        def work(unit: Work) -> Ticket | None:
            unit.agent.require(Permission.SERVE)
            before = counter_writes.ticket_of_move(unit, move_id)
            if before is not None:
                return known(unit, before)
            desk, location_id = _ready(unit, counter_id)
            _, on = today_at(unit, location_id)
            ticket_id = counter_reads.next_for(unit, desk, location_id, on)
            if ticket_id is None or not counter_writes.call(unit, move_id, ticket_id, counter_id):
                return None
            return told(unit, "call", ticket_id)

        # Who looks waits for nobody who writes: where nobody waits, fifty counters need not stand in line to hear it.
        return self._database.write(work) if self._database.read(look) else None

    def call(self, move_id: UUID, counter_id: UUID, ticket_id: UUID) -> Ticket:
        """This one, out of turn. Refuses also with TicketTaken (and who else waits), CounterClosed, CounterBusy."""

        def look(look: Look) -> None:
            look.agent.require(Permission.SERVE)
            desk, location_id = _desk(look, counter_id)
            ticket = known(look, ticket_id)
            if ticket.state is not TicketState.WAITING and not _was_made(look, move_id):
                raise _refusal(look, ticket, desk, location_id)

        def work(unit: Work) -> Ticket:
            unit.agent.require(Permission.SERVE)
            if counter_writes.ticket_of_move(unit, move_id) == ticket_id:
                return known(unit, ticket_id)
            desk, location_id = _ready(unit, counter_id)
            if counter_writes.call(unit, move_id, ticket_id, counter_id):
                return told(unit, "call", ticket_id)
            raise _refusal(unit, known(unit, ticket_id), desk, location_id)

        self._database.read(look)  # as in `call_next`: who comes too late does not stand in line with those who write
        return self._database.write(work)

    def call_again(self, move_id: UUID, ticket_id: UUID) -> Ticket:
        """The wall shows it anew; it stays called."""

        def move(unit: Work) -> bool:
            called = TicketState.CALLED
            what = TicketMove.CALLED_AGAIN
            return counter_writes.move(unit, move_id, ticket_id, (called,), called, what, announced_at=unit.now)

        return move_ticket(self._database, "call_again", move_id, ticket_id, move)

    def put_back(self, move_id: UUID, ticket_id: UUID) -> Ticket:
        """They did not come to the counter yet: they wait again, at their place."""
        waiting, called = TicketState.WAITING, (TicketState.CALLED,)
        return move_ticket(
            self._database,
            "put_back",
            move_id,
            ticket_id,
            lambda unit: counter_writes.move(
                unit, move_id, ticket_id, called, waiting, TicketMove.PUT_BACK, counter_id=None
            ),
        )

    def serve(self, command: ServeTicket) -> Ticket:
        """They stand there: helping begins, and with it the talk. What was seen of who they are is kept.

        The appointment is being served. Refuses also with InvalidValue("identity_how", "too_long").
        """
        command = replace(command, identity_how=line(command.identity_how, "identity_how", _LONGEST_HOW))
        return move_ticket(
            self._database, "serve", command.id, command.ticket_id, lambda unit: counter_writes.serve(unit, command)
        )

    def hold(self, move_id: UUID, ticket_id: UUID) -> Ticket:
        """They look for a paper or fill in a form; somebody else may come to the counter meanwhile."""
        serving, on_hold = (TicketState.SERVING,), TicketState.ON_HOLD
        return move_ticket(
            self._database,
            "hold",
            move_id,
            ticket_id,
            lambda unit: counter_writes.move(unit, move_id, ticket_id, serving, on_hold, TicketMove.HELD),
        )

    def resume(self, move_id: UUID, ticket_id: UUID) -> Ticket:
        """At the counter where they were. Refuses also with CounterClosed (this agent has it not open), CounterBusy
        (somebody else is there now).
        """

        def move(unit: Work) -> bool:
            ticket = known(unit, ticket_id)
            if ticket.state is TicketState.ON_HOLD and ticket.counter_id is not None:
                _ready(unit, ticket.counter_id)
            on_hold, serving = (TicketState.ON_HOLD,), TicketState.SERVING
            return counter_writes.move(unit, move_id, ticket_id, on_hold, serving, TicketMove.RESUMED)

        return move_ticket(self._database, "resume", move_id, ticket_id, move)

    def not_come(self, move_id: UUID, ticket_id: UUID) -> Ticket:
        """Called and not there; the appointment is not come to either. Reversible that day."""
        called, gone = (TicketState.CALLED,), TicketState.NO_SHOW
        return move_ticket(
            self._database,
            "not_come",
            move_id,
            ticket_id,
            lambda unit: counter_writes.move(unit, move_id, ticket_id, called, gone, TicketMove.NO_SHOW),
        )

    def transfer(self, command: TransferTicket) -> Ticket:
        """To who can do it: they wait again, with their own priority and since when they came.

        Refuses also with InvalidValue("transfer", "empty"), ("counter", "unknown").
        """
        command = replace(command, note=clean(command.note), skill=" ".join(command.skill.split()))
        if not (command.counter_id or command.skill or command.product_id or command.location_id):
            raise InvalidValue("transfer", "empty")
        return move_ticket(
            self._database, "transfer", command.id, command.ticket_id, lambda unit: _transfer(unit, command)
        )

    def _close(self, unit: Work, counter_id: UUID) -> CounterDesk:
        desk, _ = _desk(unit, counter_id)
        if desk.agent_id is None:
            return desk
        if desk.agent_id != unit.agent.id:
            raise CounterStaffed(desk.agent)
        # First closed and then looked at: from here on no call and nobody on hold comes to it.
        counter_desks.close(unit, counter_id)
        _check_free(unit, counter_id)
        for ticket_id in counter_writes.wait_again(unit, counter_id):
            unit.audit("put_back", "ticket", ticket_id)
            unit.changed("ticket", ticket_id)
        return _told_counter(unit, "close", counter_id)


def _estimates(
    look: Look,
    location_id: UUID,
    on: date,
    tickets: Sequence[Ticket] | None = None,
    counters: Sequence[CounterDesk] | None = None,
) -> dict[UUID, Estimate]:
    """How long each who waits there may have to wait, of whom it can be said."""
    waiting = counter_reads.open_ones(look, location_id, on) if tickets is None else tickets
    asked = {line.product_id for one in waiting if one.state is TicketState.WAITING for line in one.lines}
    took = counter_figures.serving_seconds(look, location_id, on, asked)
    desks = counter_reads.counters(look, location_id) if counters is None else counters
    return estimates(waiting, took, desks, look.now)


def _desk(unit: Look | Work, counter_id: UUID) -> tuple[CounterDesk, UUID]:
    """A counter and its location."""
    found = counter_reads.counter(unit, counter_id)
    if found is None:
        raise NotFound
    return found


def _ready(unit: Work, counter_id: UUID) -> tuple[CounterDesk, UUID]:
    """The counter, locked, when this agent has it open and nobody is at it."""
    if not counter_desks.lock(unit, counter_id):
        _desk(unit, counter_id)
        raise CounterClosed
    return _check_free(unit, counter_id)


def _check_free(unit: Work, counter_id: UUID) -> tuple[CounterDesk, UUID]:
    desk, location_id = _desk(unit, counter_id)
    if desk.ticket_id is not None:
        raise CounterBusy(desk.number)
    return desk, location_id


def _was_made(look: Look, move_id: UUID) -> bool:
    return counter_writes.ticket_of_move(look, move_id) is not None


def _refusal(look: Look | Work, ticket: Ticket, desk: CounterDesk, location_id: UUID) -> AlreadyDone | TicketTaken:
    """Why a ticket cannot be called: it is at a counter, or over."""
    if ticket.counter_id is None or ticket.state not in OPEN:
        return AlreadyDone()
    _, on = today_at(look, location_id)
    next_id = counter_reads.next_for(look, desk, location_id, on)
    return TicketTaken(ticket.counter, known(look, next_id) if next_id is not None else None)


def _told_counter(unit: Work, action: str, counter_id: UUID) -> CounterDesk:
    unit.audit(action, "counter", counter_id)
    unit.changed("counter", counter_id)
    return _desk(unit, counter_id)[0]


def _transfer(unit: Work, command: TransferTicket) -> bool:
    ticket = known(unit, command.ticket_id)
    location_id = command.location_id or ticket.location_id
    skills = ticket.skills
    if command.counter_id is not None:
        _, location_id = _desk(unit, command.counter_id)
        if command.location_id not in (None, location_id):
            raise InvalidValue("counter", "unknown")
    if command.skill:
        skills = frozenset(command.skill.split())
    product = None
    if command.product_id is not None:
        if not counter_reads.are_products(unit, {command.product_id}):
            raise NotFound
        skills = counter_reads.product_skills(unit, {command.product_id})
        product = TicketLine(command.product_id, ticket.persons)
    values: dict[str, Any] = {}
    if location_id != ticket.location_id:
        today_at(unit, location_id)  # there is such a place
        prefix = PREFIXES[ticket.source]
        number = counter_writes.next_number(unit, location_id, ticket.local_on, prefix)
        values = {"location_id": location_id, "number": number}
    is_done = counter_writes.move(
        unit,
        command.id,
        command.ticket_id,
        (TicketState.SERVING,),
        TicketState.WAITING,
        TicketMove.TRANSFERRED,
        counter_id=None,
        wanted_counter_id=command.counter_id,
        conversation_id=None,
        skills=" ".join(sorted(skills)),
        **values,
    )
    if is_done:
        counter_writes.send_on(unit, command.ticket_id, command.note, product)
    return is_done
