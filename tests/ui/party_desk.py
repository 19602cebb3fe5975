"""What the tests of the left column share: a real database with invented people, and the stores of a desk."""

import gc
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from uuid import UUID

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from sqlalchemy import insert, update

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.data.cases import CasePartyRow, CaseRow
from kcc_desktop.data.database import Database
from kcc_desktop.data.parties import OrganisationRow, PartyAddressRow, PartyRelationRow, PartyRow, PersonRow
from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.contact_commands import RecordConversation
from kcc_desktop.domain.contacts import Capacity, ContactDraft, ContactKind, Direction, IdentityLevel, TaskWish
from kcc_desktop.domain.dates import PartialDate
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.names import PersonName
from kcc_desktop.domain.ongoing import Ongoing, PartyRef, begin
from kcc_desktop.domain.parties import PartyKind, Relation, RepresentationGround
from kcc_desktop.domain.party_commands import AddRepresentation, RegisterOrganisation, RegisterPerson
from kcc_desktop.services.appointments import AppointmentService
from kcc_desktop.services.bookings_elsewhere import BookingElsewhereService
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.parties import PartyService
from kcc_desktop.services.town_calendar import CalendarChoice, TownCalendar
from kcc_desktop.ui.catalogue import Catalogue
from kcc_desktop.ui.conversations import Conversations
from kcc_desktop.ui.parties.who_column import WhoColumn
from kcc_desktop.ui.viewing import Viewing

NOW = datetime(2026, 3, 4, 9, 42, tzinfo=UTC)
TODAY = date(2026, 3, 4)
HOME = Address(street="Voorbeeldlaan", house_number=118, postcode="8302 ZZ", place="Emmeloord")
ELSEWHERE = Address(street="Elders", house_number=3, postcode="8315 ZZ", place="Luttelgeest")
NUMBER = "+31612345678"


class People:
    """Puts invented people where the desk finds them."""

    def __init__(self, database: Database) -> None:
        self.database, self.parties = database, PartyService(database)

    def person(self, given="Fatima", surname="Vries", prefix="de", gender="V", born=(1987, 7, 12), **changes) -> UUID:
        changes.setdefault("address", HOME)
        name = PersonName(given, prefix, surname, gender=gender)
        return self.parties.register_person(RegisterPerson(new_id(), name, PartialDate(*born), **changes))

    def fatima(self, **changes) -> UUID:
        changes = {"bsn": "999990019", "phone": "0612345678", "email": "f.devries@voorbeeld.nl", **changes}
        party = self.person(**changes)
        self.write(update(PartyRow).where(PartyRow.id == party), preferred_channel="phone", preferred_moment="na 16:00")
        return party

    def bakery(self, **changes) -> UUID:
        command = RegisterOrganisation(new_id(), "Bakkerij Bant", "90004471", "000012345678", "999990007")
        return self.parties.register_organisation(replace(command, **changes))

    def represents(self, who: UUID, whom: UUID, ground=RepresentationGround.DIRECTOR, **changes) -> UUID:
        command = AddRepresentation(new_id(), who, whom, ground, **changes)
        self.parties.add_representation(command)
        return command.id

    def related(self, party: UUID, relation: Relation, to: UUID | None, name="", born="") -> None:
        values = {"related_id": to, "name": name, "birth_date": born}
        self.add(PartyRelationRow, id=new_id(), party_id=party, relation=relation.value, **values)

    def case(self, party: UUID, case_type: str, status: str, decide_by: date | None) -> UUID:
        case_id = new_id()
        self.add(
            CaseRow,
            id=case_id,
            reference=f"Z-{case_id.hex[-6:]}",
            case_type=case_type,
            description="",
            status=status,
            started_on=TODAY - timedelta(days=20),
            decide_by=decide_by,
            handler="",
            department="",
            result="",
        )
        self.add(CasePartyRow, case_id=case_id, party_id=party, role="applicant")
        return case_id

    def promise(self, party: UUID, title: str, due_at: datetime, owner: UUID | None = None) -> UUID:
        wish = TaskWish(new_id(), "callback", owner, title, NUMBER, due_at)
        contact = ContactDraft(new_id(), ContactKind.QUESTION, "task", title, "", party, tasks=(wish,))
        ContactService(self.database).record(
            RecordConversation(
                new_id(),
                "phone",
                Direction.INBOUND,
                NOW - timedelta(days=1),
                NOW - timedelta(days=1, minutes=-3),
                Capacity.RESIDENT,
                IdentityLevel.QUESTIONS_ANSWERED,
                "",
                "nld",
                contacts=(contact,),
            )
        )
        return wish.id

    def mark(self, party: UUID, **values) -> None:
        """Facts of the register: restriction, death, curatorship …"""
        self.write(update(PersonRow).where(PersonRow.party_id == party), **values)

    def end_company(self, party: UUID) -> None:
        self.write(update(OrganisationRow).where(OrganisationRow.party_id == party), is_active=False)

    def sourced(self, party: UUID, name: str, on: date) -> None:
        self.write(update(PartyRow).where(PartyRow.id == party), source=name, source_on=on)

    def abroad(self, party: UUID, *lines: str) -> None:
        self.write(
            update(PartyAddressRow).where(PartyAddressRow.party_id == party),
            street="",
            house_number=None,
            postcode="",
            place="",
            country="Marokko",
            foreign_lines="\n".join(lines),
        )

    def write(self, statement, **values) -> None:
        self.database.unguarded_write(lambda connection: connection.execute(statement.values(**values)))

    def add(self, row, **values) -> None:
        self.database.unguarded_write(lambda connection: connection.execute(insert(row).values(**values)))


@dataclass
class Desk:
    """A window with the column in it, and what stands behind it."""

    people: People
    tasks: TaskRunner
    conversations: Conversations
    viewing: Viewing
    column: WhoColumn
    window: QWidget
    settle: Callable[[], None] = lambda: None  # until nothing runs any more

    def call(self, number=NUMBER, channel="phone", **changes) -> Ongoing:
        ongoing = begin(new_id(), new_id(), channel, NOW - timedelta(minutes=2), caller_number=number, **changes)
        self.conversations.start(ongoing)
        return ongoing

    def call_with(self, party: UUID, title="", kind=PartyKind.PERSON, restricted=False, **changes) -> Ongoing:
        return self.call(speaker=PartyRef(party, kind, title or "?", restricted), **changes)

    def now(self) -> Ongoing:
        ongoing = self.conversations.active()
        assert ongoing is not None
        return ongoing


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.at = NOW

    def now(self) -> datetime:
        return self.at

    def today(self) -> date:
        return self.at.date()


def make_desk(database: Database, clock: Clock, parties: PartyService | None = None, width: int = 304) -> Desk:
    people = People(database)
    front_door = parties or people.parties
    window = QWidget()
    tasks = TaskRunner(window)
    conversations = Conversations(clock.now, parent=window)
    viewing = Viewing(front_door, tasks, conversations, window)
    contacts = ContactService(database)
    nothing = SimpleNamespace(all=tuple, departments=tuple, own_queue=str)
    catalogue = Catalogue(nothing, contacts, nothing, nothing, tasks, window)
    catalogue.load()
    appointments = AppointmentService(database)
    elsewhere = BookingElsewhereService(database, TownCalendar(database, CalendarChoice()))
    services = SimpleNamespace(parties=front_door, appointments=appointments, bookings_elsewhere=elsewhere)
    column = WhoColumn(services, tasks, conversations, viewing, catalogue, clock.now, clock.today, window)
    column.setFixedWidth(width)
    box = QHBoxLayout(window)
    box.setContentsMargins(0, 0, 0, 0)
    box.addWidget(column)
    box.addStretch(1)
    window.resize(1000, 800)
    return Desk(people, tasks, conversations, viewing, column, window)


@contextmanager
def desk_shown(database: Database, clock: Clock, qtbot, parties: PartyService | None = None, width: int = 304):
    """A desk in its window, idle. Nothing of it is left to be collected by another test's worker: Qt does not survive
    a widget that dies on another thread."""
    gc.collect()
    gc.disable()
    made = make_desk(database, clock, parties, width)
    made.settle = lambda: qtbot.waitUntil(made.tasks.is_idle)
    with qtbot.waitExposed(made.window):
        made.window.show()
    made.settle()
    yield made
    made.tasks.close()
    made.window.close()
    made.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.enable()
