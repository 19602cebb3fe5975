import sys
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QObject
from sqlalchemy import func, insert, select

from kcc_desktop.background.connection import ConnectionWatch
from kcc_desktop.background.journal import DraftJournal
from kcc_desktop.background.outbox import Outbox
from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.data.appointments import AppointmentRow
from kcc_desktop.data.contacts import ContactRow, ConversationRow
from kcc_desktop.data.drafts import DraftStore
from kcc_desktop.data.visits import VisitRow
from kcc_desktop.data.work import ColleagueRow
from kcc_desktop.domain.contact_commands import AuthorityNeeded, MoveContact
from kcc_desktop.domain.contacts import TaskWish
from kcc_desktop.domain.documents import BadDocument, from_document, to_document
from kcc_desktop.domain.drafts import DraftsAway
from kcc_desktop.domain.errors import DatabaseAway
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.ongoing import Ongoing, PartyRef, begin
from kcc_desktop.domain.parties import PartyKind
from kcc_desktop.domain.visit_commands import BookVisit, VisitWords
from kcc_desktop.services.connection import ConnectionService
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.drafts import DraftService
from tests.services.conversations import conversation, make_party, question
from tests.services.field_team import FieldTeam
from tests.services.office import roles
from tests.services.town_hall import TownHall

KEY = "cd" * 32
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody move a file that is open")


@pytest.fixture(autouse=True)
def soon(monkeypatch):
    monkeypatch.setattr("kcc_desktop.background.connection.ASK_AGAIN_MS", 200)
    monkeypatch.setattr("kcc_desktop.background.outbox.FIRST_WAIT_MS", 50)


class Desk:
    """What a running desk has between its screens and its disk."""

    def __init__(self, database, path):
        self.tasks = TaskRunner()
        self.store = DraftStore(path, KEY)
        self.drafts = DraftService(self.store)
        self.contacts = ContactService(database)
        self.connection = ConnectionWatch(ConnectionService(database), self.tasks, self.tasks)
        self.journal = DraftJournal(self.drafts, self.tasks, self.tasks)
        self.outbox = Outbox(self.drafts, self.contacts, self.tasks, self.connection, self.tasks)
        self.screen, self.counts, self.recorded, self.refused, self.failed = QObject(), [], [], [], []
        self.outbox.waiting_changed.connect(self.counts.append)
        self.outbox.recorded.connect(self.recorded.append)
        self.outbox.refused.connect(self.refused.append)
        self.outbox.failed.connect(self.failed.append)

    def finish(self, command):
        """As the wrap-up does: record, and keep what meets an outage."""
        task = self.tasks.run(lambda: self.contacts.record(command), self.screen)
        task.failed.connect(lambda error: self._keep(command, error))
        return task

    def _keep(self, command, error):
        assert isinstance(error, DatabaseAway)
        self.journal.let_go(command.id)
        self.outbox.keep(command, command.id)

    def close(self):
        self.tasks.close()
        self.store.close()


@contextmanager
def running(database, path):
    desk = Desk(database, path)
    yield desk
    desk.close()


@pytest.fixture
def desk(qapp, database, tmp_path):
    with running(database, tmp_path / "drafts.db") as desk:
        yield desk


@pytest.fixture
def party_id(database):
    return make_party(database)


@pytest.fixture
def department_id(database):
    row = {"id": new_id(), "kind": "department", "name": "Burgerzaken", "source_key": "Burgerzaken"}
    database.unguarded_write(lambda c: c.execute(insert(ColleagueRow).values(**row)))
    return row["id"]


def finished(party_id, department_id, **changes):
    """A conversation with a note and a promise, as the desk has it when the last key is pressed."""
    start = datetime(2026, 3, 4, 9, 40, tzinfo=UTC)
    wish = TaskWish(new_id(), "task", department_id, "uitzoeken", "", start)
    speaker = PartyRef(party_id, PartyKind.PERSON, "Fatima de Vries")
    ongoing = begin(new_id(), new_id(), "phone", start, speaker=speaker).hung_up(start)
    return ongoing.with_question(summary="Paspoort kwijt", caret=3, tasks=(wish,), **changes)


def keep(desk, ongoing):
    desk.outbox.keep(ongoing.to_command(ongoing.started_at), ongoing.id, to_document(ongoing))


def count(database, row):
    return database.unguarded_read(lambda c: c.scalar(select(func.count()).select_from(row)))


def test_a_contact_finished_while_the_database_is_away_is_kept_and_recorded_once(
    qtbot, desk, database, database_away, party_id
):
    command = conversation(question(party_id), question(party_id))
    desk.journal.touch(command.id, lambda: "typed")
    qtbot.waitUntil(desk.journal.is_saved)
    with database_away():
        desk.finish(command)
        qtbot.waitUntil(lambda: desk.counts == [1], timeout=20_000)
        assert desk.store.load_all() == ()
        assert not desk.connection.is_online
    qtbot.waitUntil(lambda: desk.counts == [1, 0], timeout=20_000)
    assert (count(database, ConversationRow), count(database, ContactRow)) == (1, 2)
    assert [recorded.conversation_id for recorded in desk.recorded] == [command.id]
    assert desk.store.pending() == ()
    assert desk.failed == desk.refused == []


def test_several_are_sent_in_order_when_it_is_back(qtbot, desk, database, database_away, party_id):
    commands = [conversation(question(party_id, summary=str(number))) for number in range(5)]
    with database_away():
        for number, command in enumerate(commands):
            desk.finish(command)
            qtbot.waitUntil(lambda number=number: desk.outbox.waiting == number + 1, timeout=20_000)
    qtbot.waitUntil(lambda: desk.outbox.waiting == 0, timeout=20_000)
    assert [recorded.conversation_id for recorded in desk.recorded] == [command.id for command in commands]


def test_what_an_earlier_run_kept_is_sent_at_the_next_start(qtbot, qapp, database, database_away, party_id, tmp_path):
    command = conversation(question(party_id))
    with running(database, tmp_path / "drafts.db") as yesterday, database_away():
        yesterday.finish(command)
        qtbot.waitUntil(lambda: yesterday.outbox.waiting == 1, timeout=20_000)
    with running(database, tmp_path / "drafts.db") as today:
        today.outbox.start()
        qtbot.waitUntil(lambda: len(today.recorded) == 1, timeout=20_000)
        assert today.outbox.waiting == 0
    assert count(database, ConversationRow) == 1


def test_what_had_arrived_after_all_is_not_recorded_twice(qtbot, desk, database, party_id):
    """The commit was done and the answer got lost: the desk keeps what the database has."""
    command = conversation(question(party_id))
    desk.contacts.record(command)
    desk.outbox.keep(command)
    qtbot.waitUntil(lambda: desk.counts == [1, 0], timeout=20_000)
    assert count(database, ConversationRow) == 1


def test_the_same_command_kept_twice_waits_once(qtbot, desk, database_away, party_id):
    command = conversation(question(party_id))
    with database_away():
        desk.finish(command)
        qtbot.waitUntil(lambda: desk.outbox.waiting == 1, timeout=20_000)
        with qtbot.waitSignal(desk.outbox.keep(command).succeeded):
            pass
        assert desk.outbox.waiting == 1


def test_a_refused_one_is_shown_stays_and_holds_up_no_other(qtbot, desk, database, database_away, party_id):
    bad = conversation(question(party_id, outcome_code="referred", authority=""))
    good = conversation(question(party_id))
    with database_away():
        for command in (bad, good):
            desk.outbox.keep(command)
        desk.connection.tell(DatabaseAway())
        qtbot.waitUntil(lambda: desk.outbox.waiting == 2)
    qtbot.waitUntil(lambda: desk.refused == [(bad.id,)], timeout=20_000)
    assert (desk.outbox.waiting, desk.outbox.refused_count) == (0, 1)
    assert [item.last_error for item in desk.store.pending()] == ["AuthorityNeeded"]
    desk.outbox.try_again()
    qtbot.waitUntil(lambda: desk.refused == [(bad.id,), (), (bad.id,)], timeout=20_000)


def test_a_refused_one_comes_back_as_a_draft_of_its_own_with_the_same_questions(
    qtbot, desk, database, party_id, department_id
):
    bad = finished(party_id, department_id, outcome_code="referred")
    keep(desk, bad)
    qtbot.waitUntil(lambda: desk.refused == [(bad.id,)], timeout=20_000)
    with qtbot.waitSignal(desk.outbox.came_back) as told:
        desk.outbox.take_back()
        desk.outbox.take_back()  # pressed twice: the other one comes to nothing
    back, why = told.args
    assert isinstance(why, AuthorityNeeded)
    assert back.id != bad.id
    assert replace(back, id=bad.id) == bad
    assert (desk.outbox.refused_count, desk.refused[-1], desk.store.pending()) == (0, (), ())
    assert [from_document(Ongoing, draft.document) for draft in desk.store.load_all()] == [back]
    qtbot.wait(20)
    mended = back.with_question(authority="UWV")
    keep(desk, mended)
    qtbot.waitUntil(lambda: [r.conversation_id for r in desk.recorded] == [mended.id], timeout=20_000)
    assert (count(database, ConversationRow), desk.store.pending(), desk.store.load_all()) == (1, (), ())


def test_what_was_planned_in_it_goes_where_its_contact_goes_when_mended(qtbot, desk, database, party_id):
    """Before the contact was there: it was kept, refused, taken back twice, mended, recorded, then moved and hidden."""
    hall, team, right = TownHall(database), FieldTeam(database), make_party(database, "Aïcha de Vries")
    start = datetime(2026, 3, 4, 9, 40, tzinfo=UTC)
    speaker = PartyRef(party_id, PartyKind.PERSON, "Fatima de Vries")
    said = begin(new_id(), new_id(), "phone", start, speaker=speaker).hung_up(start)
    said = said.with_question(summary="Paspoort en een gesprek", outcome_code="referred")
    planned = hall.booked(party_id, contact_id=said.question.id)
    visit = team.service.book(
        BookVisit(team.held().id, VisitWords(party_id, "Fatima de Vries"), contact_id=said.question.id)
    )
    for _ in range(2):
        keep(desk, said)
        qtbot.waitUntil(lambda refused=said.id: desk.refused[-1:] == [(refused,)], timeout=20_000)
        with qtbot.waitSignal(desk.outbox.came_back) as told:
            desk.outbox.take_back()
        said = told.args[0]
    keep(desk, said.with_question(authority="UWV", is_confidential=True))
    qtbot.waitUntil(lambda: len(desk.recorded) == 1, timeout=20_000)
    assert _where(database, planned.id, visit.id) == [(party_id, "confidential")] * 2
    (contact_id,) = desk.recorded[0].contact_ids
    desk.contacts.move(MoveContact(new_id(), contact_id, right, "verkeerde inwoner"))
    assert _where(database, planned.id, visit.id) == [(right, "confidential")] * 2


def _where(database, appointment_id, visit_id):
    """With whom the two stand, and how confidential."""
    rows = ((AppointmentRow, appointment_id), (VisitRow, visit_id))
    return [
        database.unguarded_read(
            lambda c, row=row, id_=id_: tuple(
                c.execute(select(row.party_id, row.confidentiality).where(row.id == id_)).one()
            )
        )
        for row, id_ in rows
    ]


def test_what_had_arrived_is_not_refused_when_the_right_to_record_is_gone(qtbot, desk, database, party_id):
    """Else it would come back to be mended, and stand there twice."""
    command = conversation(question(party_id))
    desk.contacts.record(command)
    roles(database)
    desk.outbox.keep(command)
    qtbot.waitUntil(lambda: len(desk.recorded) == 1, timeout=20_000)
    assert (desk.refused, count(database, ConversationRow), desk.store.pending()) == ([], 1, ())


def test_one_that_cannot_be_read_stays_and_the_next_comes_first(qtbot, desk, party_id, department_id):
    command, bad = conversation(question(party_id)), finished(party_id, department_id, outcome_code="referred")
    desk.drafts.keep_for_later(command.id, "RecordVisit", to_document(command))
    keep(desk, bad)
    qtbot.waitUntil(lambda: desk.refused[-1:] == [(command.id, bad.id)], timeout=20_000)
    with qtbot.waitSignal(desk.outbox.came_back):
        desk.outbox.take_back()
    with qtbot.waitSignal(desk.outbox.unreadable) as told:
        desk.outbox.take_back()
    assert isinstance(told.args[0], BadDocument)
    assert [item.command_id for item in desk.store.pending()] == [command.id]
    assert (desk.outbox.waiting, desk.outbox.refused_count) == (0, 1)


def test_what_was_kept_without_its_desk_is_sent_and_cannot_come_back(qtbot, desk, database, party_id):
    """As an earlier program kept it: the bare command."""
    good, bad = conversation(question(party_id)), conversation(question(party_id, outcome_code="referred"))
    for command in (good, bad):
        desk.drafts.keep_for_later(command.id, "RecordConversation", to_document(command))
    desk.outbox.start()
    qtbot.waitUntil(lambda: desk.refused == [(bad.id,)], timeout=20_000)
    assert count(database, ConversationRow) == 1
    for _ in range(2):
        with qtbot.waitSignal(desk.outbox.unreadable):
            desk.outbox.take_back()
    assert [item.command_id for item in desk.store.pending()] == [bad.id]


def test_a_disk_that_takes_no_draft_leaves_it_where_it_is(qtbot, desk, party_id, department_id):
    bad = finished(party_id, department_id, outcome_code="referred")
    keep(desk, bad)
    qtbot.waitUntil(lambda: desk.refused == [(bad.id,)], timeout=20_000)
    desk.store._file._connection.execute("PRAGMA query_only = ON")
    with qtbot.waitSignal(desk.outbox.failed) as told:
        desk.outbox.take_back()
    assert isinstance(told.args[0], DraftsAway)
    assert desk.outbox.refused_count == 1
    with qtbot.waitSignal(desk.outbox.came_back):  # the file is opened afresh
        desk.outbox.take_back()
    assert desk.store.pending() == ()


def test_what_another_version_kept_is_refused_and_not_lost(qtbot, desk, party_id):
    command_id = new_id()
    command = conversation(question(party_id))
    desk.drafts.keep_for_later(command_id, "RecordVisit", to_document(command))
    desk.drafts.keep_for_later(command.id, "RecordConversation", to_document(command).replace('"phone"', "7"))
    desk.outbox.start()
    qtbot.waitUntil(lambda: desk.refused == [(command_id, command.id)], timeout=20_000)
    assert [item.last_error for item in desk.store.pending()] == ["BadDocument"] * 2


def test_a_bug_with_one_is_told_once_and_the_others_go_on(qtbot, desk, party_id):
    command, other = conversation(question(party_id)), conversation(question(party_id))
    desk.contacts.record(command)
    for kept in (replace(command, language="eng"), other):
        desk.drafts.keep_for_later(kept.id, "RecordConversation", to_document(kept))
    desk.outbox.start()
    qtbot.waitUntil(lambda: desk.refused == [(command.id,)] and len(desk.recorded) == 1, timeout=20_000)
    assert desk.outbox.waiting == 0
    assert [type(error) for error in desk.failed] == [ValueError]
    third = conversation(question(party_id))
    desk.outbox.keep(third)
    qtbot.waitUntil(lambda: len(desk.recorded) == 2, timeout=20_000)
    assert len(desk.failed) == 1


def test_a_disk_that_takes_nothing_keeps_the_draft(qtbot, desk, party_id, tmp_path):
    command = conversation(question(party_id))
    desk.drafts.save(command.id, "typed", 1)
    desk.store._file._connection.execute("PRAGMA query_only = ON")
    with qtbot.waitSignal(desk.outbox.keep(command, command.id).failed) as failed:
        pass
    assert isinstance(failed.args[0], DraftsAway)
    assert desk.connection.is_online
    assert [draft.document for draft in desk.store.load_all()] == ["typed"]
    assert desk.outbox.waiting == 0
