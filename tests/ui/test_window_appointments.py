"""Appointments through the real window: from the left column and from the palette to their row on the timeline."""

import pytest

from kcc_desktop.data import appointment_writes
from kcc_desktop.data.appointments import AppointmentRow
from kcc_desktop.data.contacts import ProductRow
from kcc_desktop.data.parties import PersonRow
from kcc_desktop.domain.appointments import AppointmentState, CancelledBy
from kcc_desktop.domain.free_time import Offer
from kcc_desktop.ui.no_shows import NoShows
from tests.services.counter_hall import CounterHall
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


def test_a_death_is_kept_and_then_one_key_calls_off_what_is_planned(hands, database, hall):
    party = register(database)
    booked = [hall.booked(party) for _ in range(2)]
    hands.running.desk.viewing.look_at(party)
    hands.settle()
    hands.key("death")
    hands.chord("Ctrl+Return")
    hands.settle()
    assert rows(database, PersonRow.is_deceased) == [(True,)]
    assert "2 afspraken afzeggen" in "\n".join(shown_texts(hands.window.who))
    assert rows(database, AppointmentRow.state) == [("booked",)] * 2
    hands.key("death")
    hands.settle()
    assert rows(database, AppointmentRow.state) == [("cancelled",)] * 2
    assert "2 afspraken afgezegd door de gemeente." in "\n".join(shown_texts(hands.window.who))
    detail = hall.service.open(booked[0].id)
    assert (detail.cancelled_by, detail.reason) == (CancelledBy.MUNICIPALITY, "overleden")
    hands.key("death")
    hands.settle()
    assert "is niets gepland." in "\n".join(shown_texts(hands.window.who))


def test_the_desk_looks_who_did_not_come(hands, database):
    """Every few minutes; here at once, and by a rule under which who is to come today is late already."""
    hall = CounterHall(database)
    booked = [hall.booked(None, Offer(hall.location, hall.soon + step, 3, ())) for step in (0, 6)]
    allowed = (AppointmentState.BOOKED,)
    database.write(lambda unit: appointment_writes.move(unit, booked[0].id, allowed, AppointmentState.CHECKED_IN))
    looking = NoShows(hands.running.services.appointments, hands.running.tasks, -3 * 24 * 60)
    looking.look()
    hands.settle()
    assert hall.service.open(booked[1].id).state is AppointmentState.NO_SHOW
    looking.deleteLater()
