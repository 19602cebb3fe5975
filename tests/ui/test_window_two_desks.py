"""Two desks on one PostgreSQL: what one writes stands on the other within a second."""

import time
from contextlib import ExitStack

import pytest
from sqlalchemy import insert

from kcc_desktop.data.contacts import ProductRow
from kcc_desktop.data.database import Database, open_postgresql
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.appointments import AppointmentState
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.timeline import EntryKind
from tests.services.town_hall import TownHall
from tests.ui.desks import fill_lists, register
from tests.ui.window_desk import bring_to_front, opened, rows, watched

A_SECOND = 1.0


@pytest.fixture
def desks(qapp, qtbot, catalogues, postgresql_engine, tmp_path, monkeypatch):
    """`(database, one, other)`: each with a watcher and connections of its own, as on two computers."""
    first = Database(postgresql_engine, origin="one")
    make_first_agent(first, "Noor Jansen", "KCC", {Role.AGENT, Role.TEAM_LEAD})
    fill_lists(first)
    second = Database(open_postgresql(postgresql_engine.url.render_as_string(hide_password=False)), origin="other")
    with watched(monkeypatch) as waits, ExitStack() as stack:
        hands = []
        for number, database in enumerate((first, second)):
            folder = tmp_path / str(number)
            folder.mkdir()
            hands.append(stack.enter_context(opened(qapp, database, folder, qtbot, watches=True)))
        yield first, *hands
    assert waits.found == []


def until(qtbot, holds, begun):
    """Wait for it; how many seconds it took since `begun`."""
    qtbot.waitUntil(holds, timeout=10_000)
    return time.monotonic() - begun


def titles(hands):
    column = hands.window.timeline
    return [column.words.face(row).title for row in column.model.rows() if hasattr(row, "entry")]


def both_look_at(desks, party):
    for hands in desks[1:]:
        hands.running.desk.viewing.look_at(party)
        hands.settle()


def test_a_contact_of_one_stands_on_the_open_timeline_of_the_other(desks, qtbot):
    database, one, other = desks
    party = register(database)
    both_look_at(desks, party)
    assert titles(other) == []
    bring_to_front(one.window, qtbot)
    one.key("new_conversation")
    assert one.running.desk.conversations.active().speaker.id == party
    one.type("Paspoort kwijt")
    begun = time.monotonic()
    one.window.contact.finish()
    assert until(qtbot, lambda: titles(other) == ["Paspoort kwijt"], begun) < A_SECOND
    assert other.running.desk.conversations.all() == ()


def test_an_appointment_that_one_calls_off_says_so_on_the_other(desks, qtbot):
    database, one, other = desks
    party = register(database)
    products = dict(rows(database, ProductRow.name, ProductRow.id))
    hall = TownHall(database, passport=products["Paspoort"], form=products["Grofvuil ophalen"])
    booked = hall.booked(party)
    both_look_at(desks, party)
    for hands in (other, one):
        hands.window.timeline.open_entry(party, EntryKind.APPOINTMENT, booked.id)
        hands.settle()
    bring_to_front(one.window, qtbot)
    offered = {action.id: action for action in one.window.palette_card._actions}
    assert offered["cancel_appointment"].is_enabled
    one.key("cancel_appointment")
    begun = time.monotonic()
    one.chord("2")

    def told():
        return other.window.timeline.opening.detail().state is AppointmentState.CANCELLED

    assert until(qtbot, told, begun) < A_SECOND
    assert not {a.id: a for a in one.window.palette_card._actions}["cancel_appointment"].is_enabled


def test_a_notice_of_one_stands_on_the_other_until_it_ends(desks, qtbot):
    _database, one, other = desks
    line, mine = other.window.frame.notice_line, one.window.frame.notice_line
    assert not line.isVisible()
    bring_to_front(one.window, qtbot)
    one.key("report_notice")
    form = one.window.noticing.form
    form.text.setPlainText("Het meldformulier is stuk")
    begun = time.monotonic()
    form.save()
    assert until(qtbot, line.isVisible, begun) < A_SECOND
    assert [shown.text for shown in line.notices()] == ["Het meldformulier is stuk"]
    line.end_pressed.emit(line.notices()[0].id)
    qtbot.waitUntil(lambda: not line.isVisible())
    qtbot.waitUntil(lambda: not mine.isVisible())


def test_a_new_product_is_proposed_on_the_other(desks, qtbot):
    database, _one, other = desks
    bring_to_front(other.window, qtbot)
    other.key("new_conversation")
    other.type("Ik wil een hondenpenning ")
    assert other.window.contact.product._choice.text() == ""

    def work(unit):
        product = new_id()
        values = {"id": product, "name": "Hondenbelasting", "keywords": "hondenpenning", "owner": "Burgerzaken"}
        unit.connection.execute(insert(ProductRow).values(**values))
        unit.changed("product", product)

    begun = time.monotonic()
    database.write(work)
    catalogue = other.running.desk.catalogue
    assert until(qtbot, lambda: len(catalogue.products) == 3, begun) < A_SECOND
    other.type("aanvragen")
    assert other.window.contact.product._choice.text() == "Hondenbelasting"


def test_what_one_changes_on_a_card_is_new_on_the_other(desks, qtbot):
    database, one, other = desks
    both_look_at(desks, register(database))
    bring_to_front(one.window, qtbot)
    one.key("edit_details")
    form = one.window.who.forms.shown()
    mail = next(editor for editor in form.editors if editor.kind().value == "email")
    mail.value.setFocus()
    one.type("fatima@example.nl")
    begun = time.monotonic()
    form.save()
    viewing = other.running.desk.viewing

    def has_it():
        return "fatima@example.nl" in {a.value for a in viewing.now().overview.card.digital_addresses}

    assert until(qtbot, has_it, begun) < A_SECOND
