"""A desk's middle column on a real database, with somebody in it who called before. Invented people."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import insert

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.bootstrap.running import services_on
from kcc_desktop.data.work import ColleagueRow
from kcc_desktop.domain.contacts import IdentityLevel
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.names import PersonName
from kcc_desktop.domain.ongoing import PartyRef, begin
from kcc_desktop.domain.parties import PartyKind
from kcc_desktop.domain.party_commands import RegisterPerson
from kcc_desktop.ui.catalogue import Catalogue
from kcc_desktop.ui.conversations import Conversations
from kcc_desktop.ui.timeline.rows import EntryRow, LiveRow
from kcc_desktop.ui.timeline.timeline_column import TimelineColumn
from kcc_desktop.ui.viewing import Viewing
from tests.services.conversations import conversation, question

NOW = datetime(2036, 3, 5, 9, 42, tzinfo=UTC)  # after the database's own clock, so that nothing is still to come


class TimelineDesk:
    """The column with its stores. `settle` waits until nothing is under way any more."""

    def __init__(self, database, qtbot):
        self.qtbot, self.database = qtbot, database
        self.tasks = TaskRunner()
        self.services = services_on(database, None, town="Noordoostpolder")
        self.contacts, self.parties = self.services.contacts, self.services.parties
        self.timeline = self.services.timeline
        self.conversations = Conversations(lambda: NOW)
        self.viewing = Viewing(self.parties, self.tasks, self.conversations)
        self.catalogue = Catalogue(
            self.services.products,
            self.contacts,
            self.services.colleagues,
            self.services.work,
            self.tasks,
            self.viewing,
        )
        self.catalogue.load()
        self.column = TimelineColumn(
            self.services,
            self.tasks,
            self.conversations,
            self.viewing,
            lambda: NOW,
            catalogue=self.catalogue,
        )
        self.fatima = self.person("Fatima", "Vries", "de")

    def person(self, given, surname, prefix=""):
        party_id = new_id()
        self.parties.register_person(RegisterPerson(party_id, PersonName(given, prefix, surname)))
        return party_id

    def someone(self):
        """A colleague who can own a task."""
        colleague = new_id()
        row = {"id": colleague, "kind": "person", "name": "Ruben Smit", "source_key": str(colleague)}
        self.database.unguarded_write(lambda c: c.execute(insert(ColleagueRow).values(**row)))
        return colleague

    def record(self, summary, party_id=None, *, at=NOW - timedelta(minutes=30), channel="phone", **changes):
        """One recorded contact; its id."""
        contact = question(party_id or self.fatima, summary=summary, **changes)
        command = replace(conversation(contact, started_at=at), channel_code=channel)
        return self.contacts.record(command).contact_ids[0]

    def many(self, count, hours=5, each=10):
        """So many contacts, `each` of one moment; their ids, newest first."""
        recorded = []
        for first in range(0, count, each):
            at = NOW - timedelta(hours=hours * (first + 1))
            contacts = [question(self.fatima, summary=f"Vraag {n}") for n in range(first, min(first + each, count))]
            ids = self.contacts.record(conversation(*contacts, started_at=at)).contact_ids
            recorded.extend(sorted(ids, reverse=True))
        return recorded

    def look_at(self, party_id=None):
        self.viewing.look_at(party_id or self.fatima)
        self.settle()

    def settle(self):
        self.qtbot.waitUntil(self.tasks.is_idle)
        self.qtbot.waitUntil(lambda: not self.column.view.is_settling())

    def talk_with(self, party_id=None, identity=IdentityLevel.NOT_ESTABLISHED, **changes):
        """A call that goes on, in front; its value."""
        ref = PartyRef(party_id or self.fatima, PartyKind.PERSON, "Fatima de Vries")
        ongoing = begin(new_id(), new_id(), "phone", NOW, **changes).spoken_by(ref).established(identity, "")
        self.conversations.start(ongoing)
        self.settle()
        return ongoing

    def titles(self):
        """What the rows are called, headings left out."""
        words, rows = self.column.words, self.column.model.rows()
        return [words.face(row).title for row in rows if isinstance(row, EntryRow | LiveRow)]

    def ids(self):
        return [row.entry.id for row in self.column.model.rows() if isinstance(row, EntryRow)]

    def row(self, contact_id):
        return self.column.model.row_at(self.column.model.place_of(contact_id))

    def open(self, contact_id):
        self.column.view.choose(contact_id)
        self.column.view.pressed_row.emit(self.row(contact_id))
        self.settle()
        self.qtbot.waitUntil(lambda: self.column.opening.detail() is not None)

    def close(self):
        self.tasks.close()
