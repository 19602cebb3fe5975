"""Correcting and moving a contact from the timeline, through the real services on a real database."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kcc_desktop.data.database import Database
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.contact_commands import CorrectContact, WrongTimeline
from kcc_desktop.domain.contacts import Confidentiality, ContactKind
from kcc_desktop.domain.errors import DatabaseAway
from kcc_desktop.ui.timeline.correct_form import CorrectForm
from kcc_desktop.ui.timeline.move_form import MoveForm
from kcc_desktop.ui.timeline.sheet import Act
from tests.services.office import make_product
from tests.ui.timeline_desk import TimelineDesk

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def desk(database, qtbot, shown):
    made = TimelineDesk(database, qtbot)
    shown(made.column, 680, 760)
    made.settle()
    yield made
    made.close()


@pytest.fixture
def small(sqlite_engine, qtbot, shown):
    opened = Database(sqlite_engine, origin="test")
    make_first_agent(opened, "Noor Jansen", "KCC", {Role.AGENT})
    made = TimelineDesk(opened, qtbot)
    shown(made.column, 680, 760)
    made.settle()
    yield made
    made.close()


@pytest.fixture
def contact(request):
    """A contact, open in whichever desk the test uses."""
    made = request.getfixturevalue("desk" if "desk" in request.fixturenames else "small")
    recorded = made.record("Paspoort kwijt", note="intern")
    made.look_at()
    made.open(recorded)
    return recorded


def form_of(desk, kind):
    form = desk.column.forms.shown()
    assert isinstance(form, kind)
    return form


def correct(desk):
    desk.column.correct_opened()
    return form_of(desk, CorrectForm)


def move(desk, typed=""):
    desk.column.move_opened()
    form = form_of(desk, MoveForm)
    if typed:
        QTest.keyClicks(form.who, typed)
        desk.qtbot.waitUntil(lambda: form.results.model().rowCount() > 1)
        desk.settle()
    return form


def press(key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


# Correcting


def test_a_correction_is_saved_with_one_key_and_shown_in_the_open_row(desk, contact):
    press(Qt.Key.Key_E, ALT)
    form = form_of(desk, CorrectForm)
    desk.qtbot.waitUntil(form.summary.hasFocus)
    form.summary.setPlainText("Rijbewijs kwijt")
    form.kind.step(form.kind.segments()[0], 1)
    form.confidential.click()
    form.reason.setText("verkeerd verstaan")
    press(Qt.Key.Key_Return, CTRL)
    desk.qtbot.waitUntil(lambda: desk.column.forms.shown() is None)
    desk.settle()
    kept = desk.contacts.open(contact)
    assert (kept.summary, kept.note, kept.kind, kept.version) == ("Rijbewijs kwijt", "intern", ContactKind.REQUEST, 2)
    assert kept.confidentiality is Confidentiality.CONFIDENTIAL
    assert desk.titles() == ["Rijbewijs kwijt"]
    assert desk.column.view.opened_key() == contact
    words = " ".join(part.accessibleName() for part in desk.column.opening.card().findChildren(QWidget))
    assert "verkeerd verstaan" in words
    assert "Paspoort kwijt" in words  # what stood there before


def test_without_a_reason_nothing_is_saved(small, contact):
    form = correct(small)
    form.summary.setPlainText("Rijbewijs kwijt")
    form.save()
    small.settle()
    assert form._reason_field.reason()
    assert form.reason.hasFocus()
    assert small.contacts.open(contact).version == 1
    QTest.keyClicks(form.reason, "verkeerd")
    assert form._reason_field.reason() == ""


def test_a_colleague_who_was_first_is_shown_and_what_was_typed_stays(desk, contact):
    form = correct(desk)
    form.summary.setPlainText("Rijbewijs kwijt in de trein")
    form.reason.setText("verkeerd verstaan")
    theirs = CorrectContact(
        contact, 1, "was een identiteitskaart", ContactKind.SIGNAL, "answered", "ID-kaart kwijt", "intern", None, False
    )
    desk.contacts.correct(theirs)
    form.save()
    desk.settle()
    desk.qtbot.waitUntil(form._newer.isVisible)
    assert "ID-kaart kwijt" in form._newer.accessibleName()
    assert form.summary.toPlainText() == "Rijbewijs kwijt in de trein"
    assert form.reason.text() == "verkeerd verstaan"
    assert desk.contacts.open(contact).version == 2
    form.save()
    desk.qtbot.waitUntil(lambda: desk.column.forms.shown() is None)
    desk.settle()
    kept = desk.contacts.open(contact)
    assert [version.summary for version in kept.versions] == [
        "Paspoort kwijt",
        "ID-kaart kwijt",
        "Rijbewijs kwijt in de trein",
    ]


def test_escape_closes_the_form_and_what_was_typed_is_there_again(small, contact):
    form = correct(small)
    form.summary.setPlainText("Half getypt")
    press(Qt.Key.Key_Escape)
    assert small.column.forms.shown() is None
    assert small.column.view.opened_key() == contact
    small.qtbot.waitUntil(small.column.view.hasFocus)
    assert correct(small).summary.toPlainText() == "Half getypt"


def test_what_was_typed_survives_looking_at_somebody_else(small, contact):
    correct(small).summary.setPlainText("Half getypt")
    small.look_at(small.person("Jan", "Bakker"))
    assert small.column.forms.shown() is None
    small.look_at()
    small.open(contact)
    assert correct(small).summary.toPlainText() == "Half getypt"


def test_an_outcome_that_names_an_authority_asks_for_it(small, contact):
    form = correct(small)
    form.reason.setText("was verwezen")
    form.outcome.setFocus()
    press(Qt.Key.Key_Return)  # opens the list of outcomes
    QTest.keyClicks(QApplication.focusWidget(), "verwez")
    press(Qt.Key.Key_Return)
    assert form.outcome.text() == "Verwezen"
    assert form.authority.isVisible()
    form.save()
    assert form._authority_field.reason()
    form.authority.setText("UWV")
    form.save()
    small.qtbot.waitUntil(lambda: small.column.forms.shown() is None)
    small.settle()
    kept = small.contacts.open(contact)
    assert (kept.outcome_code, kept.authority) == ("referred", "UWV")


def test_the_product_can_be_corrected_too(small, contact):
    product = make_product(small.database, name="Rijbewijs", upl_name="", upl_uri="", keywords="")
    small.catalogue.load()
    small.settle()
    form = correct(small)
    form.reason.setText("ging over iets anders")
    form.product.click()
    QTest.keyClicks(QApplication.focusWidget(), "rijb")
    press(Qt.Key.Key_Return)
    assert form.product.text() == "Rijbewijs"
    form.save()
    small.qtbot.waitUntil(lambda: small.column.forms.shown() is None)
    small.settle()
    assert small.contacts.open(contact).product_id == product


def test_too_long_a_note_is_refused_in_place(small, contact):
    form = correct(small)
    form.note.setPlainText("x" * 100_001)
    form.reason.setText("langer")
    form.save()
    assert form._note_field.reason()
    assert form._summary_field.reason() == ""
    assert form.save_button.isEnabled()


def test_when_the_database_is_away_the_form_says_so_and_keeps_everything(small, contact, monkeypatch):
    form = correct(small)
    form.summary.setPlainText("Rijbewijs kwijt")
    form.reason.setText("verkeerd verstaan")
    with monkeypatch.context() as away:
        away.setattr(form, "_contacts", Away())
        form.save()
        small.settle()
    assert form._refusal.isVisible()
    assert form.isVisible()
    form.save()
    small.qtbot.waitUntil(lambda: small.column.forms.shown() is None)
    assert small.contacts.open(contact).summary == "Rijbewijs kwijt"


class Away:
    def correct(self, _command):
        raise DatabaseAway


# Moving


def test_a_contact_on_the_wrong_citizen_is_moved_by_keys_alone(desk):
    stays, goes = desk.record("Hondenbelasting"), desk.record("Paspoort kwijt")
    jan = desk.person("Jan", "Bakker")
    desk.look_at()
    desk.open(goes)
    desk.column.focus_list()
    desk.qtbot.waitUntil(desk.column.view.hasFocus)
    press(Qt.Key.Key_V, ALT)
    form = form_of(desk, MoveForm)
    desk.qtbot.waitUntil(form.who.hasFocus)
    QTest.keyClicks(form.who, "bakk")
    desk.qtbot.waitUntil(lambda: form.target() == jan)
    press(Qt.Key.Key_Return)
    desk.qtbot.waitUntil(form.reason.hasFocus)
    QTest.keyClicks(form.reason, "verkeerde inwoner")
    press(Qt.Key.Key_Return, CTRL)
    desk.qtbot.waitUntil(lambda: desk.ids() == [stays])
    assert desk.column.view.opened_key() is None
    assert desk.contacts.open(goes).party_id == jan
    assert [entry.id for entry in desk.timeline.page(jan).entries] == [goes]


def test_it_can_become_nobodys(small, contact):
    form = move(small)
    form.save()
    assert form._who_field.reason()
    QTest.keyClick(form.who, Qt.Key.Key_Down)
    assert form.target() == "nobody"
    form.reason.setText("beller was iemand anders")
    form.save()
    small.qtbot.waitUntil(lambda: small.ids() == [])
    assert small.contacts.open(contact).party_id is None


def test_nobody_is_never_chosen_by_itself(small, contact):
    form = move(small)
    assert form.target() is None
    QTest.keyClicks(form.who, "niemand met deze naam")
    small.qtbot.waitUntil(lambda: form._more.isVisible())
    small.settle()
    assert form.target() is None


def test_the_one_it_stands_on_is_no_choice(small, contact):
    jan = small.person("Jan", "Vries", "de")
    form = move(small, "vries")
    keys = [row.key for row in form.results.model().rows()]
    assert jan in keys
    assert small.fatima not in keys


def test_a_refused_move_says_why_and_keeps_what_was_chosen(small, contact, monkeypatch):
    jan = small.person("Jan", "Bakker")
    form = move(small, "bakker")
    form.reason.setText("zakelijk")
    monkeypatch.setattr(form, "_contacts", Refusing())
    form.save()
    small.settle()
    assert "Zakelijk" in form._refusal.accessibleName() or "bedrijf" in form._refusal.accessibleName()
    assert form.isVisible()
    assert form.save_button.isEnabled()
    assert (form.target(), form.reason.text()) == (jan, "zakelijk")


class Refusing:
    def move(self, _command):
        raise WrongTimeline


def test_without_a_reason_nothing_is_moved(small, contact):
    small.person("Jan", "Bakker")
    form = move(small, "bakker")
    form.save()
    assert form._reason_field.reason()
    assert small.contacts.open(contact).party_id == small.fatima


# Both


def test_the_window_keeps_its_hands_off_the_forms_keys(small, contact):
    """The window has Ctrl+Enter (finish) and Escape (later) as shortcuts of its own."""
    taken = []
    for keys in ("Ctrl+Return", "Esc"):
        QShortcut(keys, small.column).activated.connect(partial(taken.append, keys))
    form = correct(small)
    form.reason.setText("verkeerd verstaan")
    small.qtbot.waitUntil(form.summary.hasFocus)
    QTest.keyClick(form.summary, Qt.Key.Key_Return, CTRL)
    small.qtbot.waitUntil(lambda: small.column.forms.shown() is None)
    small.settle()
    correct(small)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert small.column.forms.shown() is None
    assert taken == []


def test_every_field_has_a_name_and_tab_reaches_it(small, contact):
    small.person("Jan", "Bakker")
    for opened in (correct, partial(move, typed="bakker")):
        form = opened(small)
        parts = [
            part
            for part in form.findChildren(QWidget)
            if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]
        assert parts
        assert [p for p in parts if not QAccessible.queryAccessibleInterface(p).text(QAccessible.Text.Name)] == []


def test_a_form_fits_where_there_is_little_room(small, contact):
    small.column.resize(360, 420)
    form = correct(small)
    small.settle()
    shown = form.geometry().adjusted(form.MARGIN, form.MARGIN, -form.MARGIN, -form.MARGIN)
    assert small.column.rect().contains(shown)
    assert form.save_button.visibleRegion().boundingRect().size() == form.save_button.size()


def test_who_may_not_correct_is_not_offered_it(sqlite_engine, qtbot, shown):
    opened = Database(sqlite_engine, origin="test")
    make_first_agent(opened, "Karin Postma", "KCC", {Role.AGENT})
    made = TimelineDesk(opened, qtbot)
    shown(made.column, 680, 760)
    recorded = made.record("Paspoort kwijt")
    made.look_at()
    made.open(recorded)
    assert Act.CORRECT in made.column.opening.acts()
    me = made.services.agents.me()
    made.column._on_agent(replace(me, roles=frozenset({Role.VISITOR})))
    assert made.column.opening.acts() == ()
    made.close()
