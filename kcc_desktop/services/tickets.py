"""What every move of a ticket does besides itself: who may, the same move again, the audit and the other desks."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from kcc_desktop.data import counter_reads, counter_writes
from kcc_desktop.data.database import Database, Look, Work
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.counter import Ticket
from kcc_desktop.domain.errors import AlreadyDone, NotFound


def move_ticket(
    database: Database, action: str, move_id: UUID, ticket_id: UUID, write: Callable[[Work], bool]
) -> Ticket:
    """The ticket after `write`, or as it is when this very move was made before.

    Refuses with NotAllowed, NotFound, and AlreadyDone when `write` says that it is not where the move starts from.
    """

    def work(unit: Work) -> Ticket:
        unit.agent.require(Permission.SERVE)
        ticket = known(unit, ticket_id)
        if counter_writes.ticket_of_move(unit, move_id) == ticket_id:
            return ticket
        if not write(unit):
            raise AlreadyDone
        return told(unit, action, ticket_id)

    return database.write(work)


def told(unit: Work, action: str, ticket_id: UUID) -> Ticket:
    """The ticket as it is now; the audit and the other desks know."""
    unit.audit(action, "ticket", ticket_id)
    unit.changed("ticket", ticket_id)
    ticket = known(unit, ticket_id)
    if ticket.party_id is not None and ticket.appointment_id is not None:
        unit.changed("party", ticket.party_id)
    return ticket


def known(unit: Look | Work, ticket_id: UUID) -> Ticket:
    found = counter_reads.one(unit, ticket_id)
    if found is None:
        raise NotFound
    return found


def today_at(look: Look | Work, location_id: UUID) -> tuple[str, date]:
    """A location's name and the day it is there. Refuses with NotFound."""
    found = counter_reads.place(look, location_id)
    if found is None:
        raise NotFound
    name, zone = found
    return name, look.now.astimezone(zone).date()
