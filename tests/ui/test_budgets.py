"""The promises about an agent's minute, counted through the real window (INTERFACE, "Budgets").

A chord, a click or a chosen row counts one; typed text is free. Each test ends on the rows in the database.
"""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, select

from kcc_desktop.data.agents import AgentRow
from kcc_desktop.data.appointments import AppointmentRow, AppointmentTextRow, OccupancyRow
from kcc_desktop.data.contacts import ContactRow, ContactTextRow, ConversationRow, ProductRow, TimelineEntryRow
from kcc_desktop.data.database import Database
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.data.parties import PartyAddressRow
from kcc_desktop.data.visits import SafetyNoteRow, SafetyNoteTextRow, VisitRow, VisitTextRow
from kcc_desktop.data.work import ColleagueRow, TaskRow, TaskTextRow
from kcc_desktop.data.workers import PostcodePointRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.identity import new_id
from tests.services.counter_hall import CounterHall
from tests.services.field_team import NEAR, FieldTeam
from tests.services.town_hall import TownHall
from tests.ui.desks import Hands, fill_lists, open_desk, register
from tests.ui.window_desk import shown_texts


@pytest.fixture
def database(sqlite_engine):
    opened = Database(sqlite_engine, origin="test")
    make_first_agent(opened, "Noor Jansen", "KCC", {Role.AGENT})
    fill_lists(opened)
    return opened


@pytest.fixture
def hands(qapp, qtbot, database, tmp_path):
    running = open_desk(qapp, database, tmp_path)
    qtbot.addWidget(running.window)
    running.start()
    with qtbot.waitActive(running.window):
        running.window.activateWindow()
    made = Hands(running, qtbot)
    made.settle()
    yield made
    running.stop()


def rows(database, *columns, where=None):
    statement = select(*columns)
    if where is not None:
        statement = statement.where(where)
    return database.unguarded_read(lambda connection: connection.execute(statement).all())


def contacts(database):
    return rows(
        database,
        ContactTextRow.summary,
        ContactRow.party_id,
        ContactRow.outcome_code,
        ProductRow.name,
        ConversationRow.identity,
        ConversationRow.identity_how,
        where=(ContactTextRow.contact_id == ContactRow.id)
        & (ProductRow.id == ContactRow.product_id)
        & (ConversationRow.id == ContactRow.conversation_id),
    )


def test_the_next_citizen_at_the_counter_takes_three(hands, database):
    """Call, help with the document seen, finish: with one key, and with a key of its own each."""
    party = register(database)
    hall = CounterHall(database)
    ticket = hall.arrived(10, party)
    hall.opened()
    hands.running.desk.counter.choose_location(hall.location)
    hands.key("panel_counter")
    for how in (("finish", "finish", "finish"), ("counter_next", "counter_serve", "finish")):
        hands.count = 0
        for key in how:
            hands.key(key)
        assert hands.count <= 3
        assert hands.window.panels.front == "counter"
        row = hall.row(ticket.id)
        assert (row.state, row.outcome_code, row.identity) == ("done", "answered", "document_seen")
        ((whose, product, outcome, channel, identity, how_seen, talk),) = rows(
            database,
            ContactRow.party_id,
            ContactRow.product_id,
            ContactRow.outcome_code,
            ConversationRow.channel_code,
            ConversationRow.identity,
            ConversationRow.identity_how,
            ConversationRow.id,
            where=(ConversationRow.id == ContactRow.conversation_id) & (ConversationRow.id == row.conversation_id),
        )
        assert (whose, product, outcome, channel) == (party, hall.passport, "answered", "counter")
        assert (identity, bool(how_seen), talk) == ("document_seen", True, row.conversation_id)
        assert hall.appointment_state(ticket.appointment_id) == "completed"
        on_timeline = (TimelineEntryRow.object_id == ContactRow.id) & (ContactRow.conversation_id == talk)
        assert rows(database, TimelineEntryRow.party_id, where=on_timeline) == [(party,)]
        assert hands.running.desk.conversations.active() is None
        ticket = hall.arrived(20, party)
        hands.running.desk.counter.load()
        hands.settle()


def test_an_anonymous_question_takes_two(hands, database):
    hands.telephone("answered", number="anonymous")
    hands.type("Wil weten wat een paspoort kost")
    hands.count = 0
    hands.key("finish")
    assert hands.count <= 2
    assert [tuple(row[:4]) for row in contacts(database)] == [
        ("Wil weten wat een paspoort kost", None, "answered", "Paspoort")
    ]
    assert hands.running.desk.conversations.active() is None


def test_an_identified_caller_takes_three(hands, database):
    party = register(database)
    hands.telephone("ringing")
    hands.telephone("answered")
    hands.type("Paspoort kwijt")
    hands.count = 0
    hands.key("identity")
    hands.key("finish")
    assert hands.count <= 3
    ((summary, whose, _outcome, product, identity, how),) = contacts(database)
    assert (summary, whose, product) == ("Paspoort kwijt", party, "Paspoort")
    assert (identity, bool(how)) == ("questions_answered", True)


def test_a_callback_takes_four(hands, database):
    party = register(database)
    hands.telephone("ringing")
    hands.telephone("answered")
    hands.type("Hoe zit het met mijn melding over de lantaarnpaal")
    hands.count = 0
    hands.key("callback")
    hands.row(typed="vergunn")
    hands.key("finish")
    assert hands.count <= 4
    ((reference, whose, due_at, owner, phone, explanation),) = rows(
        database,
        TaskRow.reference,
        TaskRow.party_id,
        TaskRow.due_at,
        ColleagueRow.name,
        TaskTextRow.phone,
        TaskTextRow.explanation,
        where=(TaskRow.owner_colleague_id == ColleagueRow.id) & (TaskTextRow.task_id == TaskRow.id),
    )
    assert (whose, owner, phone) == (party, "Vergunningen", "+31612345678")
    assert explanation == "Hoe zit het met mijn melding over de lantaarnpaal"
    assert due_at > hands.running.desk.now()
    assert reference in hands.window.contact.idle.promise_text()
    assert rows(database, ContactRow.outcome_code) == [("task",)]


def test_a_second_question_takes_one(hands, database):
    hands.telephone("answered")
    hands.type("Paspoort kwijt")
    hands.count = 0
    hands.key("next_question")
    assert hands.count <= 1
    assert hands.window.contact.note.edit.hasFocus()
    assert hands.window.contact.note.edit.toPlainText() == ""
    hands.type("En grofvuil ophalen")
    hands.key("finish")
    assert sorted((row.summary, row.name) for row in contacts(database)) == [
        ("En grofvuil ophalen", "Grofvuil ophalen"),
        ("Paspoort kwijt", "Paspoort"),
    ]
    assert len(rows(database, ConversationRow.id)) == 1


def test_a_switch_takes_one_and_the_caret_is_where_it_was(hands):
    hands.telephone("answered", call_id="call-1")
    hands.type("Eerste gesprek")
    for _ in range(4):
        hands.chord("Left")
    hands.telephone("answered", number="0527-633911", call_id="call-2")
    hands.type("Tweede")
    hands.count = 0
    hands.chord("Alt+1")
    assert hands.count <= 1
    edit = hands.window.contact.note.edit
    assert (edit.toPlainText(), edit.textCursor().position(), edit.hasFocus()) == ("Eerste gesprek", 10, True)
    hands.type("!")
    assert hands.running.desk.conversations.active().question.summary == "Eerste ges!prek"


def test_nothing_typed_is_refused_in_place_and_the_conversation_stays(hands, database):
    hands.telephone("answered")
    hands.key("finish")
    assert hands.window.contact.note.edit.property("refused")
    assert hands.running.desk.conversations.active() is not None
    assert rows(database, ContactRow.id) == []


def test_finishing_twice_in_one_breath_records_once(hands, database):
    hands.telephone("answered")
    hands.type("Paspoort kwijt")
    hands.window.contact.finish()
    hands.window.contact.finish()
    hands.settle()
    assert len(contacts(database)) == 1


@pytest.fixture
def hall(hands, database):
    """Two counters, open every day; passports by appointment, rubbish online unless."""
    products = dict(rows(database, ProductRow.name, ProductRow.id))
    return TownHall(database, passport=products["Paspoort"], form=products["Grofvuil ophalen"])


def appointments(database):
    return rows(
        database,
        AppointmentRow.state,
        AppointmentRow.party_id,
        AppointmentRow.unless_reason,
        AppointmentTextRow.name,
        where=AppointmentTextRow.appointment_id == AppointmentRow.id,
    )


def test_an_appointment_takes_four(hands, database, hall):
    party = register(database)
    hands.telephone("ringing")
    hands.telephone("answered")
    hands.type("Wil een nieuw paspoort")
    hands.count = 0
    hands.key("appointment")
    hands.settle()
    hands.chord("Return")
    hands.settle()
    assert hands.count <= 4
    ((state, whose, unless, _name),) = appointments(database)
    assert (state, whose, unless) == ("booked", party, "")
    promise = hands.window.contact.promise.text_shown()
    ((reference,),) = rows(database, AppointmentRow.reference)
    assert "Gemeentehuis" in promise
    assert " ".join(reference) in promise
    assert hall.wrong_owners() == ([], {})
    hands.key("finish")
    assert rows(database, ContactRow.outcome_code) == [("appointment",)]


def test_an_appointment_for_what_is_done_online_takes_the_reason_more(hands, database, hall):
    hands.telephone("answered", number="anonymous")
    hands.type("Grofvuil laten ophalen")
    hands.count = 0
    hands.key("appointment")
    hands.settle()
    hands.chord("1")
    hands.chord("Return")
    hands.settle()
    assert hands.count <= 4
    assert [(row.state, row.unless_reason) for row in appointments(database)] == [("booked", "no_digid")]


def test_another_time_and_more_persons_are_one_each(hands, database, hall):
    hands.telephone("answered", number="anonymous")
    hands.type("Paspoort voor het hele gezin")
    hands.key("appointment")
    hands.settle()
    hands.count = 0
    hands.chord("+")
    hands.settle()
    hands.chord("Down")
    hands.settle()
    hands.chord("Return")
    hands.settle()
    assert hands.count == 3
    ((quanta,),) = rows(database, AppointmentRow.quanta, where=AppointmentRow.state == "booked")
    assert quanta == 5
    assert hall.wrong_owners() == ([], {})


def test_escape_lets_go_of_the_time(hands, database, hall):
    hands.telephone("answered", number="anonymous")
    hands.type("Paspoort")
    hands.key("appointment")
    hands.settle()
    assert rows(database, AppointmentRow.state) == [("held",)]
    form, contact = hands.window.appointment, hands.window.contact
    assert (form.isVisible(), contact.outcome.isVisible()) == (True, False)
    hands.key("later")
    hands.settle()
    assert (form.isVisible(), contact.outcome.isVisible()) == (False, True)
    assert rows(database, AppointmentRow.state) == [("released",)]
    assert hands.window.contact.note.edit.hasFocus()
    assert rows(database, OccupancyRow.quantum) == []


def test_after_booking_the_hand_is_at_the_note_and_enter_presses_nothing(hands, database, hall):
    hands.telephone("answered", number="anonymous")
    hands.type("Paspoort")
    hands.key("appointment")
    hands.settle()
    hands.chord("Return")
    hands.settle()
    assert hands.window.contact.note.edit.hasFocus()
    assert rows(database, AppointmentRow.state) == [("booked",)]
    hands.chord("Return")
    assert hands.running.desk.conversations.active().question.tasks == ()


def test_what_is_booked_is_what_stands_there_however_fast_the_keys(hands, database, hall):
    """A hold that arrives when something else is wanted by then is let go."""
    hands.telephone("answered", number="anonymous")
    hands.type("Paspoort")
    form, planning = hands.window.appointment, hands.running.desk.planning
    hands.window.contact.plan_appointment()
    hands.qtbot.waitUntil(lambda: bool(planning.plan().offers) and planning.plan().facts is not None)
    planning.set_persons(3)  # the hold for one is under way
    assert not planning.book()
    planning.set_persons(2)
    hands.settle()
    plan = planning.plan()
    assert (plan.persons, len(plan.held.attendees), plan.held.starts_at) == (2, 2, plan.offer.starts_at)
    form.book()
    hands.settle()
    ((quanta, quantum),) = rows(
        database, AppointmentRow.quanta, AppointmentRow.quantum, where=AppointmentRow.state == "booked"
    )
    assert (quanta, quantum) == (plan.offer.quanta, plan.offer.quantum)
    assert hall.wrong_owners() == ([], {})
    assert rows(database, AppointmentRow.id, where=AppointmentRow.state == "held") == []


def test_another_product_for_the_question_is_planned_anew(hands, database, hall):
    hands.telephone("answered", number="anonymous")
    hands.type("Paspoort")
    hands.key("appointment")
    hands.settle()
    desk = hands.running.desk
    desk.editing.pick_product(next(one for one in desk.catalogue.products if one.id == hall.form))
    hands.settle()
    assert desk.planning.plan() is None
    assert rows(database, AppointmentRow.state) == [("released",)]


def test_a_booking_that_fails_when_its_form_is_gone_is_told(hands, database, hall):
    hands.telephone("answered", number="anonymous")
    hands.type("Paspoort")
    hands.key("appointment")
    hands.settle()
    planning = hands.running.desk.planning
    hall.service.let_go(planning.plan().held.id)
    for _ in hall.counters:
        hall.booked(None, planning.plan().offer)
    told = []
    planning.refused.connect(told.append)
    assert planning.book()
    planning.leave()
    hands.settle()
    assert [type(error).__name__ for error in told] == ["SlotTaken"]


def test_leaving_the_program_lets_go_of_what_was_held(hands, database, hall):
    hands.telephone("answered", number="anonymous")
    hands.type("Paspoort")
    hands.key("appointment")
    hands.settle()
    hands.running.desk.planning.leave()
    hands.running.tasks.close()
    assert rows(database, AppointmentRow.state) == [("released",)]


@pytest.fixture
def team(database):
    return FieldTeam(database)


def settle_at(database, party):
    """Where she lives, as a register would bring it, and the point of the postcode."""
    lives = {"party_id": party, "kind": "residence", "street": "Voorbeeldstraat", "house_number": 12}
    point = {"postcode": "8302AB", "latitude": NEAR.latitude, "longitude": NEAR.longitude}

    def work(connection):
        connection.execute(insert(PartyAddressRow).values(**lives, postcode="8302 AB", place="Emmeloord"))
        connection.execute(insert(PostcodePointRow).values(**point))

    database.unguarded_write(work)


def warn_of(database, party):
    """A safety note about her, by somebody who may."""

    def work(connection):
        by, note = connection.scalar(select(AgentRow.id)), new_id()
        now = datetime.now(UTC)
        row = {"id": note, "party_id": party, "ground": "animal", "made_by": by, "made_at": now}
        connection.execute(insert(SafetyNoteRow).values(**row, ends_on=now.date() + timedelta(days=30)))
        connection.execute(insert(SafetyNoteTextRow).values(note_id=note, text="De hond bijt"))

    database.unguarded_write(work)


def test_a_visit_on_location_in_five(team, hands, database):
    party = register(database)
    settle_at(database, party)
    warn_of(database, party)
    hands.telephone("answered")
    hands.type("Keukentafelgesprek voor hulp in huis")
    hands.count = 0
    hands.key("visit")
    hands.settle()
    form = hands.window.visit
    assert "Veiligheidsbericht aanwezig" in shown_texts(form)
    assert len(hands.running.desk.visit_planning.plan().proposals) >= 3
    hands.chord("2")
    hands.settle()
    hands.chord("Return")
    hands.settle()
    assert hands.count <= 5
    assert not form.isVisible()
    ((visit_id, state, whose, reference, begin, end),) = rows(
        database,
        VisitRow.id,
        VisitRow.state,
        VisitRow.party_id,
        VisitRow.reference,
        VisitRow.window_from,
        VisitRow.window_until,
        where=VisitRow.state != "released",
    )
    assert (state, whose) == ("planned", party)
    assert begin < end
    assert rows(database, VisitTextRow.note, where=VisitTextRow.visit_id == visit_id) == [
        ("Keukentafelgesprek voor hulp in huis",)
    ]
    promise = hands.window.contact.promise.text_shown()
    assert " ".join(reference) in promise
    assert "komt bij u langs" in promise
    assert hands.window.contact.promise.safety.isVisible()
    assert team.wrong_owners() == ([], {})
    assert team.late() == []
