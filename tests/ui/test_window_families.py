"""Appointments for more than one, through the real window: who comes, what is asked about children, what is wished."""

from datetime import timedelta

import pytest
from sqlalchemy import insert, update

from kcc_desktop.data.agents import AgentRow
from kcc_desktop.data.appointments import AppointmentRow, AppointmentTextRow, AttendeeRow
from kcc_desktop.data.contacts import ProductRow
from kcc_desktop.domain.appointments import Attendee, HoldTime, MoveAppointment, TimeWish
from kcc_desktop.domain.free_time import Offer
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.ongoing import PartyRef
from kcc_desktop.domain.parties import PartyKind
from kcc_desktop.ui.shared import formatting
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
def hall(hands, database):
    products = dict(rows(database, ProductRow.name, ProductRow.id))
    made = TownHall(database, passport=products["Paspoort"], form=products["Grofvuil ophalen"])
    made.asks(made.passport, consent=18, authority=18, child="Kopie van het legitimatiebewijs")
    return made


@pytest.fixture
def form(hands, hall):
    """Planning for somebody who called about a passport."""
    register(hall.database)
    hands.telephone("ringing")
    hands.telephone("answered")
    hands.type("Paspoort voor het hele gezin")
    hands.key("appointment")
    hands.settle()
    hands.count = 0
    return hands.window.appointment


def press(hands, *chords):
    for chord in chords:
        hands.chord(chord)
        hands.settle()


def attendees(database):
    wanted = (AttendeeRow.name, AttendeeRow.age, AttendeeRow.consent, AttendeeRow.authority)
    booked = (AppointmentRow.id == AttendeeRow.appointment_id) & (AppointmentRow.state == "booked")
    return sorted(rows(database, AttendeeRow.position, *wanted, where=booked))


def test_a_family_of_four_in_a_key_for_each_thing_said(hands, form, hall, database):
    press(hands, "+", "n")
    hands.type("Youssef")
    press(hands, "+")
    hands.type("Sami 9")
    press(hands, "+")
    hands.type("7")
    press(hands, "Return")
    shown = "\n".join(shown_texts(hands.window))
    assert "Geeft de andere ouder toestemming? Sami (9 jaar), Kind van 7 jaar" in shown
    assert not form.book_button.isEnabled()
    press(hands, "1")
    assert "Heeft wie meekomt het gezag?" in "\n".join(shown_texts(hands.window))
    press(hands, "2", "Return")
    assert hands.count == 8  # three persons, the names, back to the times, two answers, booked
    assert attendees(database) == [
        (0, "Fatima de Vries", None, "", ""),
        (1, "Youssef", None, "", ""),
        (2, "Sami", 9, "yes", "no"),
        (3, "", 7, "yes", "no"),
    ]
    ((quanta, party),) = rows(
        database, AppointmentRow.quanta, AppointmentRow.party_id, where=AppointmentRow.state == "booked"
    )
    assert quanta * 5 == 15 + 3 * 10
    assert party == rows(database, AttendeeRow.party_id, where=AttendeeRow.name == "Fatima de Vries")[0][0]
    assert hall.wrong_owners() == ([], {})


def test_each_brings_their_own_and_what_is_shared_is_said_once(hands, form):
    press(hands, "+", "n")
    hands.type("Sami 9")
    press(hands, "Return", "1", "1")
    shown = "\n".join(shown_texts(hands.window))
    assert "Meenemen: Pasfoto; Oude paspoort" in shown
    assert "Meenemen voor Sami (9 jaar): Kopie van het legitimatiebewijs" in shown


def test_a_person_comes_for_something_else(hands, form, hall, database):
    press(hands, "+", "p")
    hands.type("grof")
    press(hands, "Return")
    assert [row.trailing for row in form.people.list.model().rows()] == ["Paspoort", "Grofvuil ophalen"]
    assert "Dit kan online." in "\n".join(shown_texts(hands.window))  # asked for whoever it is about
    press(hands, "4", "Return")
    ((unless, quanta),) = rows(
        database, AppointmentRow.unless_reason, AppointmentRow.quanta, where=AppointmentRow.state == "booked"
    )
    assert (unless, quanta) == ("prefers", 5)


def test_what_does_not_go_together_says_so(hands, form, hall):
    hall.asks(hall.passport, combines="reizen")
    hall.asks(hall.form, combines="afval")
    press(hands, "+", "p")
    hands.type("grof")
    press(hands, "Return")
    assert "Deze producten gaan niet samen" in "\n".join(shown_texts(hands.window))
    assert not form.book_button.isEnabled()


def test_help_takes_longer_and_stays_when_it_moves(hands, form, hall, database):
    press(hands, "h", "t", "Return")
    ((id_, quanta, minutes, interpreter),) = rows(
        database,
        AppointmentRow.id,
        AppointmentRow.quanta,
        AppointmentRow.help_minutes,
        AppointmentRow.needs_interpreter,
        where=AppointmentRow.state == "booked",
    )
    assert (quanta, minutes, interpreter) == (5, 10, True)
    moved = hall.service.move(MoveAppointment(id_, new_id(), Offer(hall.location, hall.first().quantum + 24, 3, ())))
    assert moved.ends_at - moved.starts_at == timedelta(minutes=25)
    assert (moved.help_minutes, moved.needs_interpreter, moved.moves) == (10, True, 1)


def test_the_days_that_suit_somebody(hands, form, database):
    press(hands, "d", "Space")  # Monday
    monday = [offer.starts_at.weekday() for offer in hands.running.desk.planning.plan().offers]
    assert set(monday) == {0}
    press(hands, "Tab", "Space")  # or Tuesday
    assert hands.running.desk.planning.plan().weekdays == {0, 1}


def test_a_hold_lasts_ten_minutes_more_by_one_key(hands, form, database):
    ((before,),) = rows(database, AppointmentRow.expires_at)
    sooner = update(AppointmentRow).values(expires_at=before - timedelta(minutes=5))
    database.unguarded_write(lambda c: c.execute(sooner))
    press(hands, "e")
    ((after,),) = rows(database, AppointmentRow.expires_at)
    assert after >= before


def test_what_a_colleague_holds_stands_with_the_times(hands, hall, database):
    colleague, wish = new_id(), TimeWish((Attendee(hall.passport),))
    (offer,) = hall.service.offers(wish, 1)
    held = hall.service.hold(HoldTime(new_id(), offer, wish))

    def hers(connection):
        connection.execute(insert(AgentRow).values(id=colleague, login="sanne", name="Sanne", is_active=True))
        connection.exec_driver_sql("DROP TRIGGER guard_appointment_update")
        connection.execute(update(AppointmentRow).where(AppointmentRow.id == held.id).values(made_by=colleague))

    database.unguarded_write(hers)
    hands.telephone("answered", number="anonymous")
    hands.type("Paspoort")
    hands.key("appointment")
    hands.settle()
    said = f"{formatting.time(held.starts_at)} wordt nu geboekt door Sanne"
    assert said in "\n".join(shown_texts(hands.window.appointment))


def test_who_is_on_the_line_changes_whose_it_is(hands, form, database):
    """Somebody else turns out to speak: the first person is them, not who it was."""
    press(hands, "+")
    assert form.people.list.model().rows()[0].title == "Fatima de Vries"
    conversations = hands.running.desk.conversations
    ahmed = PartyRef(register(database, given="Ahmed", phone="0612345670"), PartyKind.PERSON, "Ahmed de Vries")
    conversations.put(conversations.active().spoken_by(ahmed))
    press(hands, "Return")
    assert rows(database, AppointmentTextRow.name) == [("Ahmed de Vries",)]
    assert attendees(database)[0][1] == "Ahmed de Vries"
