"""Every key does something, does no harm where it means nothing, and Escape closes the uppermost thing first."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QApplication

from kcc_desktop.background.crash import describe
from kcc_desktop.domain.identity import new_id
from kcc_desktop.ui.shared import keys
from tests.ui.desks import PHONE, register
from tests.ui.window_desk import emptied, focused, shared, watched


@pytest.fixture(scope="module")
def desk(request, qapp, catalogues, sqlite_template, tmp_path_factory):
    with shared(request, qapp, sqlite_template, tmp_path_factory.mktemp("desk")) as (database, hands):
        register(database)
        register(database, given="Willem", surname="Bakker", prefix="", phone=PHONE)
        register(database, given="Sanne", surname="Visser", prefix="", phone="0527-633911")
        yield database, hands


@pytest.fixture
def hands(desk, qtbot, monkeypatch):
    fresh = emptied(desk[1], qtbot)
    with watched(monkeypatch) as waits:
        yield fresh
    assert waits.found == []


def answer(hands, number="0527-633911"):
    hands.telephone("answered", number=number, call_id=f"call-{new_id()}")
    return hands.running.desk.conversations.active()


# Each key


def test_every_key_has_its_slot(hands):
    assert set(keys.of_window()) == set(hands.window.actions_here.slots())


@pytest.mark.parametrize("name", keys.of_window())
def test_a_key_raises_nothing_without_a_conversation(hands, name):
    hands.key(name)
    undo_look(hands, name)


@pytest.mark.parametrize("name", keys.of_window())
def test_a_key_raises_nothing_in_a_conversation(hands, name):
    answer(hands)
    hands.type("Paspoort kwijt")
    hands.key(name)
    undo_look(hands, name)


@pytest.mark.parametrize("name", keys.of_window())
def test_a_key_raises_nothing_while_somebody_is_looked_at_and_a_list_is_open(hands, name):
    answer(hands, number="anonymous")
    hands.key("product")
    hands.key(name)
    undo_look(hands, name)


def undo_look(hands, name):
    """The look outlives the test otherwise."""
    back = {"text_bigger": "text_smaller", "dark": "dark"}.get(name)
    if back is not None:
        hands.key(back)


def test_no_key_is_ambiguous_within_the_window(hands):
    """Two shortcuts on one chord and neither works; a panel's own work in there alone."""
    window = hands.window
    shortcuts = window.findChildren(QShortcut)
    own = [one for one in shortcuts if one.context() is not Qt.ShortcutContext.WindowShortcut]
    for panel in {one.parent() for one in own}:
        letters = [one.key().toString() for one in own if one.parent() is panel]
        assert sorted(letters) == sorted(set(letters))
    taken = [one.key().toString() for one in shortcuts if one not in own]
    taken += [
        action.shortcut().toString() for action in window.findChildren(QAction) if not action.shortcut().isEmpty()
    ]
    assert sorted(taken) == sorted(set(taken))


# Escape


def test_escape_closes_the_list_before_the_form(hands):
    answer(hands)
    hands.key("callback")
    picker = hands.window.contact.callback.owner._picker
    assert picker.isVisible()
    hands.key("later")
    assert not picker.isVisible()
    assert hands.window.contact.callback.isVisible()
    assert hands.running.desk.conversations.active() is not None


def test_escape_closes_the_form_before_the_card_of_a_call(hands):
    answer(hands)
    hands.key("edit_details")
    form = hands.window.who.forms.shown()
    assert form is not None
    hands.telephone("ringing", number=PHONE, call_id=f"ring-{new_id()}")
    assert hands.window.ring_card.isVisible()
    hands.key("later")
    assert hands.window.who.forms.shown() is None
    assert hands.window.ring_card.isVisible()
    hands.key("later")
    assert not hands.window.ring_card.isVisible()


def test_escape_closes_the_palette_before_the_card_of_a_call(hands):
    hands.telephone("ringing", number=PHONE, call_id=f"ring-{new_id()}")
    hands.key("palette")
    assert hands.window.palette_card.is_open()
    hands.key("later")
    assert not hands.window.palette_card.is_open()
    assert hands.window.ring_card.isVisible()
    hands.key("later")
    assert not hands.window.ring_card.isVisible()


def test_escape_closes_the_sheet_of_keys_before_the_card_of_a_call(hands):
    answer(hands)
    before = focused()
    hands.telephone("ringing", number=PHONE, call_id=f"ring-{new_id()}")
    hands.key("help")
    assert hands.window.frame.key_sheet.isVisible()
    hands.key("later")
    assert not hands.window.frame.key_sheet.isVisible()
    assert hands.window.ring_card.isVisible()
    assert focused() is before
    hands.key("later")
    assert not hands.window.ring_card.isVisible()


def test_escape_puts_the_call_off_before_it_goes_back(hands, desk):
    database = desk[0]
    other = register(database, given="Joke", surname="Mulder", prefix="", phone="0527-111222")
    talk = answer(hands)
    hands.running.desk.viewing.look_at(other)
    hands.settle()
    assert hands.running.desk.viewing.now().is_aside
    hands.telephone("ringing", number=PHONE, call_id=f"ring-{new_id()}")
    hands.key("later")
    assert not hands.window.ring_card.isVisible()
    assert hands.running.desk.viewing.now().is_aside
    hands.key("later")
    assert hands.running.desk.viewing.now().party_id == talk.speaker.id
    assert hands.window.contact.note.edit.hasFocus()


def test_escape_never_ends_or_empties_a_conversation(hands):
    answer(hands)
    hands.type("Paspoort kwijt")
    for _ in range(5):
        hands.key("later")
    assert hands.running.desk.conversations.active().question.summary == "Paspoort kwijt"


def test_escape_closes_the_card_of_an_error(hands):
    trouble = hands.window.trouble
    answer(hands)
    trouble.show_report(describe(ValueError("x")))
    assert trouble.isVisible()
    assert trouble.isAncestorOf(focused())
    hands.key("later")
    assert not trouble.isVisible()
    assert hands.window.contact.note.edit.hasFocus()


def test_a_missed_call_goes_with_escape(hands):
    call_id = f"ring-{new_id()}"
    hands.telephone("ringing", number=PHONE, call_id=call_id)
    hands.telephone("ended", number=PHONE, call_id=call_id)
    assert hands.window.ring_card.isVisible()
    hands.key("later")
    assert not hands.window.ring_card.isVisible()


def test_the_focus_is_back_in_the_note_after_every_list(hands):
    answer(hands)
    edit = hands.window.contact.note.edit
    for name in ("product", "outcome", "palette", "help"):
        edit.setFocus()
        hands.key(name)
        assert not edit.hasFocus(), name
        hands.key("later")
        assert edit.hasFocus(), name


def test_a_list_closes_also_when_what_had_the_focus_is_gone(hands):
    contact = hands.window.contact
    answer(hands)
    contact.outcome._row.segments()[0].setFocus()
    hands.key("product")
    hands.running.desk.editing.pick_outcome("appointment")  # the segments are built anew
    hands.settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    hands.key("later")
    assert not contact.product._picker.isVisible()


def test_an_opened_contact_goes_into_the_note_of_a_conversation_only(hands, desk):
    database = desk[0]
    party = register(database, given="Aaltje", surname="Hoekstra", prefix="", phone="0527-777888")
    hands.running.desk.viewing.look_at(party)
    hands.settle()
    hands.key("new_conversation")
    hands.type("Vraagt naar grofvuil")
    hands.key("finish")
    hands.running.desk.viewing.look_at(party)
    hands.settle()

    def open_first():
        hands.key("timeline")
        hands.chord("Home")
        hands.chord("Return")
        hands.qtbot.waitUntil(lambda: hands.window.timeline.opening.detail() is not None)

    open_first()
    hands.key("to_note")
    assert hands.running.desk.conversations.all() == ()
    assert focused() is None or focused().isVisible()
    hands.key("new_conversation")
    assert hands.window.contact.note.edit.toPlainText() == ""
    hands.type("Weer over hetzelfde")
    hands.key("timeline")
    hands.key("to_note")
    note = hands.window.contact.note.edit
    assert note.toPlainText() == "Weer over hetzelfde\nVraagt naar grofvuil"
    assert note.hasFocus()
    hands.chord("Ctrl+Z")
    assert note.toPlainText() == "Weer over hetzelfde"
