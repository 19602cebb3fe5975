"""Appointments in the town's other calendar through the real window, against a real server."""

import keyring
import pytest
from keyring.backend import KeyringBackend
from sqlalchemy import insert

from kcc_desktop.data.bookings_elsewhere import BookingElsewhereEventRow, BookingElsewhereRow
from kcc_desktop.data.contacts import ContactRow, ProductRow, TimelineEntryRow
from kcc_desktop.domain.appointment_door import CustomerField
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.names import PersonName
from kcc_desktop.domain.party_commands import RegisterPerson
from kcc_desktop.services.parties import PartyService
from tests.integrations.jcc_desk import CLIENT, PARKING, PERMIT, SECRET, jcc
from tests.services.elsewhere import NAME
from tests.ui.desks import Hands, open_desk
from tests.ui.window_desk import own_database, rows, shown_texts, watched

NUMBER = "0612345678"


class Ring(KeyringBackend):
    """A keyring in memory: the machine that tests has none, and the secret is nobody's."""

    priority = 1

    def __init__(self):
        self.kept = {}

    def get_password(self, service, name):
        return self.kept.get((service, name))

    def set_password(self, service, name, value):
        self.kept[service, name] = value

    def delete_password(self, service, name):
        self.kept.pop((service, name), None)


@pytest.fixture
def server():
    with jcc() as both:
        yield both


@pytest.fixture
def database(sqlite_template, tmp_path):
    with own_database(sqlite_template, tmp_path) as made:
        made.unguarded_write(lambda c: c.execute(insert(ProductRow).values(id=new_id(), name=NAME)))
        made.unguarded_write(lambda c: c.execute(insert(ProductRow).values(id=new_id(), name="Bouwplan bespreken")))
        yield made


@pytest.fixture
def hands(qapp, qtbot, database, server, tmp_path):
    before = keyring.get_keyring()
    keyring.set_keyring(Ring())
    running = open_desk(qapp, database, tmp_path, calendar="jcc", calendar_url=server[1], calendar_client=CLIENT)
    running.services.calendar._require = lambda _needed: None  # an administrator's, once
    running.services.calendar.keep_secret(SECRET)
    del running.services.calendar._require
    qtbot.addWidget(running.window)
    running.start()
    with qtbot.waitActive(running.window):
        running.window.activateWindow()
    made = Hands(running, qtbot)
    made.settle()
    yield made
    running.stop()
    keyring.set_keyring(before)


def citizen(database, email="fatima@voorbeeld.nl"):
    party = new_id()
    name = PersonName(given_names="Fatima", prefix="de", surname="Vries", gender="V")
    PartyService(database).register_person(RegisterPerson(party, name, phone="+31612345678", email=email))
    return party


def planning(hands, product="Parkeervergunning aanvraag"):
    """In a call with somebody who is known, up to the times."""
    hands.telephone("answered", number=NUMBER)
    hands.settle()
    hands.type(product)
    hands.key("appointment")
    hands.settle()
    return hands.window.appointment


def asked_to_book(server):
    return [one for one in server[0].requests if one[:2] == ("POST", "appointment")]


def test_an_appointment_there_takes_three_interactions_and_is_on_the_timeline(hands, database, server, monkeypatch):
    party = citizen(database)
    with watched(monkeypatch) as waits:
        hands.telephone("answered", number=NUMBER)
        hands.settle()
        hands.count = 0
        hands.type("Parkeervergunning aanvraag")
        hands.key("appointment")
        hands.settle()
        assert "JCC-Afspraken houdt geen tijd voor je vast" in " ".join(shown_texts(hands.window))
        hands.chord("Return")
        hands.settle()
        hands.key("finish")
        hands.settle()
    assert hands.count == 3
    assert waits.found == []
    ((state, reference, of),) = rows(
        database, BookingElsewhereRow.state, BookingElsewhereRow.reference, BookingElsewhereRow.party_id
    )
    assert (state, reference, of) == ("booked", "4632", party)
    assert len(server[0].bookings) == 1
    ((contact,),) = rows(database, ContactRow.id)
    assert rows(database, BookingElsewhereRow.contact_id) == [(contact,)]
    assert len(rows(database, TimelineEntryRow.object_id, where=TimelineEntryRow.kind == "appointment")) == 1


def test_what_has_to_be_given_and_is_not_known_is_asked_in_the_card(hands, database, server):
    citizen(database, email="")
    form = planning(hands)
    hands.chord("Return")
    assert form.given.fields[CustomerField.EMAIL].hasFocus()
    hands.type("fatima@voorbeeld.nl")
    hands.chord("Return")
    hands.settle()
    assert rows(database, BookingElsewhereRow.state) == [("booked",)]
    assert b"fatima@voorbeeld.nl" in asked_to_book(server)[0][3]


def test_a_product_that_has_another_name_there_is_chosen(hands, database, server):
    citizen(database)
    form = planning(hands, "Bouwplan bespreken")
    assert "Hoe heet dit in JCC-Afspraken?" in shown_texts(form)
    assert [name for _id, name in hands.running.desk.planning.plan().products] == [
        "Omgevingsvergunning (aanvraag)",
        NAME,
    ]
    hands.chord("Down")
    hands.chord("Return")
    hands.settle()
    hands.chord("Return")
    hands.settle()
    assert PARKING.encode() in asked_to_book(server)[0][3]
    assert PERMIT.encode() not in asked_to_book(server)[0][3]


def test_a_time_that_is_gone_shows_the_next_best(hands, database, server):
    citizen(database)
    planning(hands)
    server[0].bad["says no"] = True
    hands.chord("Return")
    hands.settle()
    assert "Iemand nam net die tijd" in " ".join(shown_texts(hands.window))
    server[0].bad.clear()
    assert hands.running.desk.planning.plan().times
    hands.chord("Return")
    hands.settle()
    assert sorted(state for (state,) in rows(database, BookingElsewhereRow.state)) == ["booked", "failed"]


def test_a_lost_answer_is_said_and_enter_asks_for_nothing_again(hands, database, server):
    party = citizen(database)
    planning(hands)
    server[0].bad["POST", "appointment"] = "cut"
    for _ in range(3):
        hands.chord("Return")
        hands.settle()
    assert "Misschien geboekt" in " ".join(shown_texts(hands.window))
    assert len(asked_to_book(server)) == 1
    hands.key("later")
    hands.settle()
    # Somebody looked there, and says that it is.
    ((booking,),) = rows(database, BookingElsewhereRow.id)
    hands.window._found.open_appointment(booking)
    hands.settle()
    hands.key("settle_booking")
    hands.settle()
    hands.window.timeline.forms.shown().typed.setText("4632")
    hands.chord("2")
    hands.settle()
    assert rows(database, BookingElsewhereRow.state, BookingElsewhereRow.party_id) == [("booked", party)]


def test_a_calendar_that_is_away_is_a_sentence(hands, database, server):
    citizen(database)
    server[0].bad["activity/listforappointment"] = 404
    form = planning(hands)
    assert not form.book_button.isEnabled()
    assert "De agenda zegt nee" in " ".join(shown_texts(hands.window))
    server[0].bad.clear()


def test_it_is_found_by_its_number_opened_as_it_is_there_and_called_off(hands, database, server):
    citizen(database)
    planning(hands)
    hands.chord("Return")
    hands.settle()
    hands.key("palette")
    hands.type("4632")
    hands.row()
    opening = hands.window.timeline.opening
    hands.qtbot.waitUntil(lambda: opening.detail() is not None)
    assert opening.detail().reference == "4632"
    assert "JCC-Afspraken" in " ".join(shown_texts(hands.window))
    hands.key("cancel_appointment")
    hands.settle()
    hands.window.timeline.forms.shown().typed.setText("ziek")
    hands.chord("1")
    hands.settle()
    assert server[0].bookings == {}
    assert rows(database, BookingElsewhereRow.state) == [("cancelled",)]
    by = (BookingElsewhereEventRow.by_whom, BookingElsewhereEventRow.reason)
    assert rows(database, *by, where=BookingElsewhereEventRow.to_state == "cancelled") == [("citizen", "ziek")]
    assert hands.running.desk.conversations.active().question.planned == ()
