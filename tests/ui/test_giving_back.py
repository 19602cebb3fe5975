"""What was finished and then refused comes back to the desk, is mended or thrown away. Through the real window."""

from contextlib import contextmanager

import pytest
from PySide6.QtTest import QTest

from kcc_desktop.data.contacts import ContactRow, ContactTextRow, ConversationRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.identity import new_id
from kcc_desktop.ui.conversations import MOST
from tests.services.office import roles
from tests.ui.desks import register
from tests.ui.window_desk import focused, opened, own_database, rows

NOTE = "Vraag over een uitkering"
OTHER = "Een ander aan de lijn"


@contextmanager
def kept_and_refused(qapp, qtbot, template, folder):
    """A desk on which an identified call was finished while the database was away, and was refused when it came back.

    The outcome names no authority: a rule says no, and the desk does not know it before the database does.
    """
    with own_database(template, folder) as database:
        party = register(database)
        with opened(qapp, database, folder, qtbot) as hands:
            desk = hands.running.desk
            hands.telephone("answered", call_id=f"call-{new_id()}")
            hands.type(NOTE)
            desk.editing.pick_outcome("referred")
            _move(folder / "kcc.db", folder / "gone.db")
            hands.window.contact.finish()
            wait(hands, lambda: desk.background.outbox.waiting == 1)
            assert words(hands) == ["1 contact wacht op verbinding"]
            _move(folder / "gone.db", folder / "kcc.db")
            wait(hands, lambda: desk.background.outbox.refused_count == 1)
            hands.settle()
            yield database, hands, party


def _move(old, new):
    for ending in ("-wal", "-shm", ""):
        if (side := old.with_name(old.name + ending)).exists():
            side.rename(new.with_name(new.name + ending))


def wait(hands, holds, seconds=15):
    hands.qtbot.waitUntil(holds, timeout=seconds * 1000)


def words(hands):
    """What the status bar says of finished contacts."""
    bar = hands.window.frame.status_bar
    return [part.text() for part in (bar._outbox, bar.refused) if part.isVisible()]


def active(hands):
    return hands.running.desk.conversations.active()


def refused_row(hands):
    """What the palette offers of it: whether it can be done, and why not."""
    return next(action for action in hands.window.palette_card._actions if action.id == "take_back")


def test_it_comes_back_as_it_was_and_is_recorded_once_when_mended(
    qapp, qtbot, catalogues, sqlite_template, tmp_path, monkeypatch
):
    with kept_and_refused(qapp, qtbot, sqlite_template, tmp_path) as (database, hands, party):
        window, outbox = hands.window, hands.running.desk.background.outbox
        assert words(hands) == ["1 geweigerd"]
        assert window.frame.status_bar.refused.accessibleName() == (
            "1 contact geweigerd: haal het terug, om het te herstellen, Ctrl+Shift+G"
        )
        assert window.contact._refusal.accessibleName().startswith("1 bewaard contact kon niet worden vastgelegd")
        assert refused_row(hands).is_enabled
        hands.count = 0
        hands.key("take_back")
        assert hands.count == 1
        back = active(hands)
        assert (back.question.summary, back.question.outcome, back.speaker.id) == (NOTE, "referred", party)
        assert back.ended_at is not None  # the call is over; what is left is the wrap-up
        assert window.contact.note.edit.toPlainText() == NOTE
        section = window.contact.outcome
        assert "UWV" in section._authority_field.reason()
        assert section._authority.hasFocus()
        assert (words(hands), outbox.waiting, outbox.refused_count) == ([], 0, 0)
        assert not refused_row(hands).is_enabled
        hands.type("UWV Emmeloord")
        hands.key("finish")
        assert active(hands) is None
        assert rows(database, ConversationRow.id) == [(back.id,)]
        assert rows(database, ContactRow.party_id, ContactRow.authority) == [(party, "UWV Emmeloord")]
        assert rows(database, ContactTextRow.summary) == [(NOTE,)]
        assert hands.running.services.drafts.waiting() == ()


def test_a_click_brings_it_back_beside_what_goes_on(qapp, qtbot, catalogues, sqlite_template, tmp_path):
    with kept_and_refused(qapp, qtbot, sqlite_template, tmp_path) as (_database, hands, _party):
        hands.telephone("answered", number="anonymous", call_id="other")
        hands.type(OTHER)
        other = active(hands).id
        hands.click(hands.window.frame.status_bar.refused)
        wait(hands, lambda: active(hands).question.summary == NOTE)
        waiting = hands.running.desk.conversations.get(other)
        assert (waiting.question.summary, waiting.held_by_switch) == (OTHER, True)
        hands.key("conversation_1")
        assert (active(hands).id, hands.window.contact.note.edit.toPlainText()) == (other, OTHER)


def test_the_reason_stands_until_something_is_mended(qapp, qtbot, catalogues, sqlite_template, tmp_path):
    """No field of its own: said above the last key, also after the card has been read again."""
    with kept_and_refused(qapp, qtbot, sqlite_template, tmp_path) as (database, hands, party):
        roles(database)  # the right to record was taken away meanwhile
        hands.running.desk.background.outbox.try_again()
        wait(hands, lambda: hands.running.desk.background.outbox.refused_count == 1)
        hands.key("take_back")
        banner = hands.window.contact._refusal
        assert banner.accessibleName().startswith("Je mag dit niet doen")
        hands.running.desk.viewing.reload_if_shown(frozenset({party}))
        hands.settle()
        assert banner.isVisible()
        assert hands.running.desk.finishing.refusal_of(active(hands).id) is not None
        hands.window.contact.focus_note()
        hands.type("!")
        assert not banner.isVisible()
        assert hands.running.desk.finishing.refusal_of(active(hands).id) is None
        roles(database, Role.AGENT)


def test_what_came_back_survives_the_end_of_the_program(qapp, qtbot, catalogues, sqlite_template, tmp_path):
    with kept_and_refused(qapp, qtbot, sqlite_template, tmp_path) as (database, hands, _party):
        hands.key("take_back")
        back = active(hands)
        with opened(qapp, database, tmp_path, qtbot) as later:
            wait(later, lambda: active(later) is not None)
            assert active(later) == back
            assert later.running.desk.background.outbox.refused_count == 0


def test_it_can_be_thrown_away_after_a_second_key(qapp, qtbot, catalogues, sqlite_template, tmp_path):
    with kept_and_refused(qapp, qtbot, sqlite_template, tmp_path) as (database, hands, _party):
        hands.key("take_back")
        hands.key("throw_away")
        assert hands.window.contact._refusal.accessibleName().startswith("Dit gesprek weggooien?")
        assert active(hands) is not None
        hands.window.contact.focus_note()
        QTest.keyClicks(focused(), "!")  # something changed: asked again
        hands.key("throw_away")
        assert active(hands) is not None
        hands.key("throw_away")
        assert active(hands) is None
        assert rows(database, ConversationRow.id) == []
        hands.settle()
        assert (hands.running.services.drafts.load_all(), hands.running.services.drafts.waiting()) == ((), ())


def test_a_conversation_without_a_word_goes_at_once(qapp, qtbot, catalogues, sqlite_template, tmp_path):
    with own_database(sqlite_template, tmp_path) as database, opened(qapp, database, tmp_path, qtbot) as hands:
        hands.key("new_conversation")
        hands.key("throw_away")
        assert active(hands) is None


def test_with_nine_conversations_it_waits_and_says_so(qapp, qtbot, catalogues, sqlite_template, tmp_path):
    with kept_and_refused(qapp, qtbot, sqlite_template, tmp_path) as (_database, hands, _party):
        for _ in range(MOST):
            hands.key("new_conversation")
        hands.key("take_back")
        assert hands.window.contact._refusal.accessibleName().startswith("Er lopen al negen gesprekken")
        assert (words(hands), len(hands.running.desk.conversations.all())) == (["1 geweigerd"], MOST)


def test_what_cannot_be_read_says_so_and_stays(qapp, qtbot, catalogues, sqlite_template, tmp_path):
    with own_database(sqlite_template, tmp_path) as database:
        with opened(qapp, database, tmp_path, qtbot) as hands:
            hands.running.services.drafts.keep_for_later(new_id(), "RecordVisit", "{}")
        with opened(qapp, database, tmp_path, qtbot) as hands:
            wait(hands, lambda: words(hands) == ["1 geweigerd"])
            hands.key("take_back")
            assert hands.window.contact._refusal.accessibleName().startswith(
                "Wat geweigerd is, kan dit programma niet lezen"
            )
            assert words(hands) == ["1 geweigerd"]
            assert len(hands.running.services.drafts.waiting()) == 1


@pytest.mark.parametrize("language", ["nl", "en"])
def test_with_nothing_refused_the_key_says_so(qapp, qtbot, catalogues, sqlite_template, tmp_path, language):
    said = {"nl": "Er is niets geweigerd", "en": "Nothing was refused"}[language]
    with (
        own_database(sqlite_template, tmp_path) as database,
        opened(qapp, database, tmp_path, qtbot, language=language) as hands,
    ):
        hands.key("take_back")
        assert hands.window.contact._refusal.accessibleName().startswith(said)
