"""Appointments through the real window: from the left column and from the palette to their row on the timeline."""

import pytest

from kcc_desktop.data.contacts import ProductRow
from kcc_desktop.domain.free_time import Offer
from tests.services.town_hall import TownHall
from tests.ui.desks import register
from tests.ui.window_desk import opened, own_database, rows, shown_texts


@pytest.fixture
def database(sqlite_template, tmp_path):
    with own_database(sqlite_template, tmp_path) as made:
        yield made


@pytest.fixture
def hands(database, qapp, qtbot, catalogues, tmp_path):
    with opened(qapp, database, tmp_path, qtbot) as made:
        yield made


@pytest.fixture
def hall(database):
    products = dict(rows(database, ProductRow.name, ProductRow.id))
    return TownHall(database, passport=products["Paspoort"], form=products["Grofvuil ophalen"])


def test_a_row_of_the_left_column_opens_the_appointment(hands, database, hall):
    party = register(database)
    first = hall.first()
    booked = [
        hall.booked(party, Offer(hall.location, first.quantum + 12 * number, 3, first.counters)) for number in range(5)
    ]
    hands.running.desk.viewing.look_at(party)
    hands.settle()
    section = hands.window.who.card.appointments
    assert [row.title for row in section.rows()] == ["Paspoort", "Paspoort", "Paspoort", "nog 2"]
    section.list.setFocus()
    hands.row("Down")
    assert hands.window.timeline.opening.detail().id == booked[1].id
    section.list.setFocus()
    hands.row("Down", "Down", "Down")
    assert hands.window.timeline.opening.detail().id == booked[3].id


@pytest.mark.parametrize("typed", [str, str.lower, " ".join])
def test_the_palette_finds_an_appointment_by_its_code(hands, database, hall, typed):
    booked = hall.booked(register(database))
    hands.key("palette")
    hands.type(typed(booked.reference))
    assert [key.id for key in hands.window.palette_card._shown.appointments] == [booked.id]
    hands.row()
    assert hands.window.timeline.opening.detail().id == booked.id
    assert hands.window.who.card.name() == "Fatima de Vries"


def test_an_appointment_in_nobodys_name_is_told_of(hands, hall):
    booked = hall.booked()
    hands.key("palette")
    hands.type(booked.reference)
    hands.row()
    assert "Deze afspraak staat op niemands naam" in "\n".join(shown_texts(hands.window))
