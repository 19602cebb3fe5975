"""A town whose calendar is JCC's, for tests: a server on a real port, one product of ours, and who asks for it."""

from contextlib import contextmanager
from itertools import count

from kcc_desktop.data.contacts import ProductRow
from kcc_desktop.domain.appointment_door import WantedProduct
from kcc_desktop.domain.bookings_elsewhere import AskElsewhere, BookElsewhere
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.names import PersonName
from kcc_desktop.domain.party_commands import RegisterPerson
from kcc_desktop.integrations.http import HttpSystem
from kcc_desktop.integrations.jcc_warp import JccWarp
from kcc_desktop.services.bookings_elsewhere import BookingElsewhereService
from kcc_desktop.services.parties import PartyService
from kcc_desktop.services.town_calendar import CalendarChoice, TownCalendar
from tests.integrations.jcc_desk import CLIENT, SECRET, jcc
from tests.services.office import put

NAME = "Parkeervergunning aanvraag"


def calendar_at(database, root):
    """Patient for as long as a test is."""
    minutes = count(step=60.0)  # whatever opened its circuit is over by the next call
    system = HttpSystem("JCC", root, patience=(1, 2), sleep=lambda _seconds: None, clock=lambda: next(minutes))
    door = JccWarp(root, CLIENT, lambda: SECRET, system=system)
    return TownCalendar(database, CalendarChoice("jcc", root, CLIENT), door)


class Elsewhere:
    def __init__(self, database, desk, root):
        self.database, self.desk = database, desk
        self.service = BookingElsewhereService(database, calendar_at(database, root))
        self.product = put(database, ProductRow, name=NAME)

    def citizen(self):
        party = new_id()
        name = PersonName(given_names="Fatima", prefix="de", surname="Vries", gender="V")
        command = RegisterPerson(party, name, phone="+31612345678", email="fatima@voorbeeld.nl")
        PartyService(self.database).register_person(command)
        return party

    def found(self, party=None, **changes):
        return self.service.look(AskElsewhere(self.product, party, **changes))

    def command(self, party=None, number=0, **changes):
        """For the time of this number on offer."""
        found = self.found(party)
        wanted = WantedProduct(found.product.id)
        time, known = found.times[number], found.known
        return BookElsewhere(new_id(), self.product, wanted, found.product.name, time, known, party, **changes)

    def booked(self, party, **changes):
        return self.service.book(self.command(party, **changes))

    def asked_to_book(self):
        return [one for one in self.desk.requests if one[:2] == ("POST", "appointment")]


@contextmanager
def elsewhere(database):
    with jcc() as (desk, root):
        yield Elsewhere(database, desk, root)
