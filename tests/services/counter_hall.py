"""A town hall that is open all day, where it is about noon whenever a test runs: for what happens at the counter."""

from datetime import UTC, datetime

from sqlalchemy import insert, select, update

from kcc_desktop.data.appointments import AppointmentRow
from kcc_desktop.data.calendars import CounterRow, LocationRow, WeeklyHoursRow
from kcc_desktop.data.counter import TicketEventRow, TicketRow
from kcc_desktop.domain.appointments import BookAppointment, HoldTime
from kcc_desktop.domain.contacts import IdentityLevel
from kcc_desktop.domain.counter import TicketLine
from kcc_desktop.domain.counter_commands import CheckIn, IssueTicket, ServeTicket
from kcc_desktop.domain.free_time import Offer
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.quanta import quantum_at
from kcc_desktop.services.counter import CounterService
from kcc_desktop.services.reception import ReceptionService
from tests.services.town_hall import TownHall


class CounterHall(TownHall):
    def __init__(self, database, counters=2, **changes):
        super().__init__(database, counters, **changes)
        self.counter, self.reception = CounterService(database), ReceptionService(database)
        database.unguarded_write(self._open_all_day)
        self.soon = quantum_at(datetime.now(UTC)) + 2  # a time today that can still be had

    def _open_all_day(self, connection):
        shift = datetime.now(UTC).hour - 12  # POSIX counts the other way around
        zone = f"Etc/GMT{shift:+d}" if shift else "UTC"
        connection.execute(update(LocationRow).where(LocationRow.id == self.location).values(zone=zone))
        whole = {"from_minute": 0, "until_minute": 1440}
        mine = WeeklyHoursRow.counter_id.in_(self.counters) | (WeeklyHoursRow.location_id == self.location)
        connection.execute(update(WeeklyHoursRow).where(mine).values(**whole))

    def host(self, name="Jan Smit", room="Kamer 2.14"):
        host = new_id()
        row = {"id": host, "location_id": self.location, "name": name, "position": 9, "kind": "host", "room": room}
        self.database.unguarded_write(lambda c: c.execute(insert(CounterRow).values(skills="", **row)))
        hours = {
            "counter_id": host,
            "from_minute": 0,
            "until_minute": 1440,
            "valid_from": self.tomorrow.replace(year=2020),
        }
        for weekday in range(7):
            values = {"id": new_id(), "weekday": weekday, **hours}
            self.database.unguarded_write(lambda c, values=values: c.execute(insert(WeeklyHoursRow).values(**values)))
        return host

    def booked_today(self, minutes=10, party=None, *products, name="Fatima de Vries", host=None, **changes):
        """So many minutes from now."""
        quantum = quantum_at(datetime.now(UTC)) + 1 + minutes // 5
        wish = self.wish(*products, host_id=host)
        held = self.service.hold(HoldTime(new_id(), Offer(self.location, quantum, 3, ()), wish))
        return self.service.book(BookAppointment(held.id, party, name, **changes))

    def arrived(self, *arguments, **changes):
        """Somebody with an appointment who is checked in; answers their ticket."""
        booked = self.booked_today(*arguments, **changes)
        return self.reception.check_in(CheckIn(new_id(), self.location, booked.id))

    def walked_in(self, *products, **changes):
        lines = tuple(TicketLine(product) for product in products or (self.passport,))
        return self.reception.issue(IssueTicket(new_id(), self.location, lines, **changes))

    def opened(self, number=0):
        return self.counter.open_counter(self.counters[number]).id

    def called(self, number=0):
        return self.counter.call_next(new_id(), self.opened(number))

    def served(self, ticket, identity=IdentityLevel.DOCUMENT_SEEN):
        return self.counter.serve(ServeTicket(new_id(), ticket.id, new_id(), identity, "paspoort"))

    def state(self, ticket_id):
        return self._one(select(TicketRow.state).where(TicketRow.id == ticket_id))

    def appointment_state(self, appointment_id):
        return self._one(select(AppointmentRow.state).where(AppointmentRow.id == appointment_id))

    def row(self, ticket_id):
        statement = select(TicketRow.__table__).where(TicketRow.id == ticket_id)
        return self.database.unguarded_read(lambda c: c.execute(statement).one())

    def moves(self, ticket_id):
        statement = (
            select(TicketEventRow.move).where(TicketEventRow.ticket_id == ticket_id).order_by(TicketEventRow.number)
        )
        return self.database.unguarded_read(lambda c: c.scalars(statement).all())

    def _one(self, statement):
        return self.database.unguarded_read(lambda c: c.scalar(statement))
