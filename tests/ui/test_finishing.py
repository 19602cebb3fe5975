"""A conversation leaves the desk only when it is recorded, or safe on this computer. Real services, real files."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from kcc_desktop.background.connection import ConnectionWatch
from kcc_desktop.background.journal import DraftJournal
from kcc_desktop.background.outbox import Outbox
from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.data.contacts import ContactRow, ContactTextRow
from kcc_desktop.data.drafts import DraftStore
from kcc_desktop.domain.errors import NotAllowed
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.ongoing import NothingToRecord, begin
from kcc_desktop.services.connection import ConnectionService
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.drafts import DraftService
from kcc_desktop.ui.conversations import Conversations
from kcc_desktop.ui.finishing import Finishing
from tests.background.outages import away
from tests.services.office import roles
from tests.ui.desks import DRAFTS_KEY

START = datetime(2026, 3, 4, 9, 40, tzinfo=UTC)


class Stand:
    def __init__(self, database, folder, qtbot):
        self.database, self.qtbot = database, qtbot
        self.minutes = 0
        self.tasks, self.store = TaskRunner(), DraftStore(folder / "drafts" / "drafts.db", DRAFTS_KEY)
        self.drafts = DraftService(self.store)
        contacts = ContactService(database)
        self.journal = DraftJournal(self.drafts, self.tasks)
        self.connection = ConnectionWatch(ConnectionService(database), self.tasks)
        self.outbox = Outbox(self.drafts, contacts, self.tasks, self.connection)
        self.conversations = Conversations(self.now, self.journal)
        self.finishing = Finishing(contacts, self.outbox, self.tasks, self.conversations, self.now)
        self.told = []
        for name in ("recorded", "kept", "refused", "failed"):
            getattr(self.finishing, name).connect(Note(self.told, name))

    def now(self):
        return START + timedelta(minutes=self.minutes)

    def talk(self, note="Paspoort kwijt"):
        ongoing = begin(new_id(), new_id(), "phone", START).with_question(summary=note)
        self.conversations.start(ongoing)
        return ongoing.id

    def finish(self, conversation):
        self.finishing.finish(conversation)
        self.settle()

    def settle(self):
        self.qtbot.waitUntil(self.tasks.is_idle, timeout=20_000)

    def texts(self):
        return self.database.unguarded_read(lambda c: list(c.scalars(select(ContactTextRow.summary))))


class Note:
    """Writes down that a signal came, and its last argument."""

    def __init__(self, told, name):
        self.told, self.name = told, name

    def __call__(self, *arguments):
        self.told.append((self.name, arguments[-1]))


@pytest.fixture
def stand(qapp, database, tmp_path, qtbot):
    made = Stand(database, tmp_path, qtbot)
    yield made
    made.tasks.close()
    made.store.close()


def names(stand):
    return [name for name, _ in stand.told]


def test_it_is_recorded_and_gone_from_the_desk_and_the_disk(stand):
    conversation = stand.talk()
    stand.qtbot.waitUntil(stand.journal.is_saved)
    assert [draft.id for draft in stand.drafts.load_all()] == [conversation]
    stand.minutes = 4
    stand.finish(conversation)
    assert names(stand) == ["recorded"]
    assert stand.conversations.all() == ()
    assert stand.texts() == ["Paspoort kwijt"]
    assert stand.drafts.load_all() == ()


def test_its_end_is_when_the_key_was_pressed_first(stand):
    conversation = stand.talk("")
    stand.minutes = 3
    stand.finish(conversation)
    assert isinstance(stand.told[0][1], NothingToRecord)
    assert stand.conversations.get(conversation).ended_at is None  # nothing was finished yet
    stand.conversations.put(stand.conversations.get(conversation).with_question(summary="Toch iets"))
    stand.minutes = 5
    stand.finishing.finish(conversation)
    assert stand.conversations.get(conversation).ended_at == START + timedelta(minutes=5)
    stand.settle()
    assert stand.texts() == ["Toch iets"]


def test_pressed_twice_it_is_recorded_once_and_is_busy_meanwhile(stand):
    conversation = stand.talk()
    stand.finishing.finish(conversation)
    assert stand.finishing.is_busy(conversation)
    stand.finishing.finish(conversation)
    stand.finishing.throw_away(conversation)
    stand.conversations.put(stand.conversations.get(conversation).with_question(summary="te laat"))
    assert stand.conversations.get(conversation).question.summary == "Paspoort kwijt"
    stand.settle()
    assert not stand.finishing.is_busy(conversation)
    assert (names(stand), stand.texts()) == (["recorded"], ["Paspoort kwijt"])


def test_a_refusal_leaves_it_as_it_was(stand, database):
    conversation = stand.talk()
    roles(database)
    stand.finish(conversation)
    assert names(stand) == ["refused"]
    assert isinstance(stand.told[0][1], NotAllowed)
    assert not stand.finishing.is_busy(conversation)
    again = stand.conversations.get(conversation).with_question(summary="Paspoort kwijt, en haast")
    stand.conversations.put(again)
    assert stand.conversations.get(conversation) == again
    assert stand.texts() == []


def test_a_bug_is_told_as_one_besides(stand):
    conversation = stand.talk()
    other = stand.conversations.get(conversation).with_question(summary="iets anders")
    ContactService(stand.database).record(other.to_command(stand.now()))
    stand.finish(conversation)
    assert names(stand) == ["refused", "failed"]
    assert isinstance(stand.told[1][1], ValueError)
    assert stand.conversations.get(conversation) is not None


def test_away_it_is_kept_and_sent_once(stand, request, engine, tmp_path):
    server = request.getfixturevalue("postgresql_template") if engine.dialect.name == "postgresql" else None
    conversation = stand.talk()
    stand.qtbot.waitUntil(stand.journal.is_saved)
    with away(engine, server, tmp_path / "kcc.db"):
        stand.finish(conversation)
        assert names(stand) == ["kept"]
        assert stand.conversations.all() == ()
        assert stand.outbox.waiting == 1
        assert stand.drafts.load_all() == ()  # in the same commit: never twice on the desk
    stand.qtbot.waitUntil(lambda: stand.outbox.waiting == 0, timeout=20_000)
    stand.settle()
    assert stand.texts() == ["Paspoort kwijt"]


def test_away_and_not_kept_it_stays(stand, request, engine, tmp_path):
    server = request.getfixturevalue("postgresql_template") if engine.dialect.name == "postgresql" else None
    conversation = stand.talk()
    stand.qtbot.waitUntil(stand.journal.is_saved)
    stand.store.close()
    drafts = tmp_path / "drafts" / "drafts.db"
    for side in drafts.parent.iterdir():
        side.unlink()
    drafts.mkdir()
    with away(engine, server, tmp_path / "kcc.db"):
        stand.finish(conversation)
        assert names(stand) == ["refused"]
        assert stand.conversations.get(conversation).question.summary == "Paspoort kwijt"
    stand.finish(conversation)
    assert stand.texts() == ["Paspoort kwijt"]
    drafts.rmdir()


def test_thrown_away_nothing_is_recorded(stand):
    conversation = stand.talk()
    stand.finishing.throw_away(conversation)
    stand.finish(conversation)
    assert stand.conversations.all() == ()
    assert stand.database.unguarded_read(lambda c: c.scalar(select(func.count()).select_from(ContactRow))) == 0
    assert stand.told == []
