"""The counter's panel in the real window: by keys, to the rows in the database and to what is shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QLineEdit, QTextEdit
from sqlalchemy import func, select

from kcc_desktop.data.contacts import ContactRow, ContactTextRow, ConversationRow
from kcc_desktop.data.counter import CounterStateRow, TicketRow
from kcc_desktop.data.database import Database
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.appointments import UnlessReason
from kcc_desktop.domain.counter import Need
from kcc_desktop.domain.identity import new_id
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.ui.shared import keys
from tests.background.outages import away
from tests.services.conversations import conversation, question
from tests.services.counter_hall import CounterHall
from tests.services.test_reception import yesterday
from tests.ui.desks import Hands, fill_lists, open_desk, register


@pytest.fixture
def database(sqlite_engine):
    opened = Database(sqlite_engine, origin="test")
    make_first_agent(opened, "Noor Jansen", "KCC", {Role.AGENT})
    fill_lists(opened)
    return opened


@pytest.fixture
def hall(database):
    return CounterHall(database)


@pytest.fixture
def hands(qapp, qtbot, database, hall, tmp_path):
    running = open_desk(qapp, database, tmp_path)
    qtbot.addWidget(running.window)
    running.start()
    with qtbot.waitActive(running.window):
        running.window.activateWindow()
    made = Hands(running, qtbot)
    made.settle()
    made.key("panel_counter")
    yield made
    running.stop()


@pytest.fixture
def panel(hands):
    return hands.window.panels.panel()


def seen(hands):
    """What the list of tickets shows."""
    hands.running.desk.counter.load()
    hands.settle()
    model = hands.window.panels.panel().tickets.model()
    return [row.title for row in model.rows()]


def one(database, *columns):
    return database.unguarded_read(lambda c: c.execute(select(*columns)).one())


def sit(hands, name="0"):
    hands.key("counter_mine")
    hands.row(typed=name)


def test_who_opens_the_panel_chooses_a_counter_first(hands, panel, database):
    assert panel.mine.action == "counter_mine"
    hands.key("counter_primary")
    hands.row(typed="1")
    state = one(database, CounterStateRow.state)
    assert (state.state, panel.mine.action) == ("open", "counter_next")
    assert panel.mine.place.text().startswith("1 · open")


def test_who_is_expected_is_checked_in_by_name_and_by_code(hands, panel, hall):
    first, second = hall.booked_today(20, name="Fatima de Vries"), hall.booked_today(30, name="Jan Smit")
    hands.running.desk.counter.load()
    hands.settle()
    hands.key("counter_check_in")
    hands.type("fat vri")
    assert [row.title for row in panel.arrivals.list.model().rows()] == ["Fatima de Vries"]
    hands.chord("Return")
    hands.type(second.reference.lower())  # the field is ready for the next one
    hands.chord("Return")
    assert [hall.appointment_state(one.id) for one in (first, second)] == ["checked_in", "checked_in"]
    assert [title[:2] for title in seen(hands)] == ["A1", "A2"]


def test_a_code_of_another_day_says_which(hands, panel, hall):
    booked = hall.booked()
    hands.key("counter_check_in")
    hands.type(booked.reference)
    hands.chord("Return")
    assert "Gemeentehuis" in panel.mine._said.accessibleName()


def test_a_ticket_without_an_appointment_in_few_keys(hands, panel, hall, database):
    hands.count = 0
    hands.key("counter_walk_in")
    hands.row(typed="paspoort")
    hands.chord("Ctrl+Return")
    assert hands.count <= 3
    row = one(database, TicketRow.id, TicketRow.source, TicketRow.state)
    assert (row.source, row.state) == ("walk_in", "waiting")
    assert seen(hands) == ["B1  Paspoort"]
    assert hands.window.panels.front == "counter"


def test_left_alone_no_name_that_was_sought_or_typed_stays_in_sight(hands, panel):
    hands.key("counter_check_in")
    hands.type("Vries")
    panel.walk_in()
    panel.walk_in_form.name.setText("Fatima de Vries")
    assert panel.walk_in_form.isVisible()
    hands.window.idling.left_alone.emit()
    assert panel.arrivals.field.text() == ""
    assert panel.walk_in_form.isHidden()
    assert panel.walk_in_form.name.text() == "Fatima de Vries"


def test_left_alone_no_name_stays_of_who_waits_or_is_served_until_the_key_that_uncovers(hands, panel):
    for name in ("Aya Bouzid", "Fatima de Vries"):
        hands.key("counter_walk_in")
        hands.row(typed="paspoort")
        panel.walk_in_form.name.setText(name)
        hands.chord("Ctrl+Return")
    sit(hands)
    hands.key("counter_next")
    hands.key("counter_serve")
    hands.type("Reist in maart")
    assert {"Aya Bouzid", "Fatima de Vries"} <= names_in(panel)
    hands.window.idling.left_alone.emit()
    assert names_in(panel) == {"Naam afgedekt"}
    hands.running.desk.counter.load()
    hands.settle()
    assert names_in(panel) == {"Naam afgedekt"}
    assert panel.mine.note.toPlainText() == "Reist in maart"
    hands.key("reveal")
    assert hands.window.panels.front == "counter"
    assert names_in(panel) == {"Aya Bouzid", "Fatima de Vries"}
    hands.window.idling.left_alone.emit()
    panel.focus_check_in()
    hands.type("B")  # whoever looks for somebody has them before the counter
    assert {"Aya Bouzid", "Fatima de Vries"} <= names_in(panel)


def names_in(panel):
    """Of who waits, in the list, and of who is served, at the counter."""
    rows = [row.detail.split(" · ")[0] for row in panel.tickets.model().rows() if not row.heading]
    return {*rows, panel.mine._who.text()}


def test_what_is_done_online_asks_why_and_keeps_it(hands, panel, hall, database):
    hands.key("counter_walk_in")
    hands.row(typed="verhuizing")
    hands.chord("Ctrl+Return")
    assert panel.walk_in_form.problem() != ""
    hands.chord("3")
    hands.click(panel.walk_in_form.needs[Need.INTERPRETER])
    hands.click(panel.walk_in_form.save_button)
    row = one(database, TicketRow.unless_reason, TicketRow.digital_offer, TicketRow.needs)
    assert tuple(row) == (UnlessReason.NEEDS_HELP, "offered", "interpreter")


def test_a_note_goes_to_the_timeline_and_the_contact_panel_shows_the_talk(hands, panel, hall, database):
    party = register(database)
    hall.arrived(10, party)
    sit(hands)
    hands.key("counter_next")
    hands.key("counter_serve")
    assert panel.mine.note.hasFocus()
    hands.type("Haalt ook het rijbewijs op")  # letters are letters here, not keys
    hands.key("panel_contact")
    assert hands.window.contact.note.edit.toPlainText() == "Haalt ook het rijbewijs op"
    hands.key("panel_counter")
    hands.key("finish")
    assert one(database, ContactTextRow.summary).summary == "Haalt ook het rijbewijs op"
    assert one(database, ContactRow.party_id).party_id == party
    assert panel.mine.action == "counter_next"


def test_finished_in_the_contact_panel_the_ticket_is_done_too(hands, hall, database):
    ticket = hall.walked_in()
    sit(hands)
    hands.key("counter_next")
    hands.key("counter_serve")
    hands.key("panel_contact")
    hands.key("finish")
    assert hall.state(ticket.id) == "done"
    assert hands.running.desk.counter.ticket() is None


def test_served_at_another_desk_it_can_be_finished_here(hands, panel, hall):
    hall.walked_in()
    serving = hall.served(hall.called(0))
    hands.running.desk.counter.load()
    hands.settle()
    assert panel.mine.action == "counter_finish"
    hands.key("finish")
    assert hall.state(serving.id) == "done"


def test_somebody_on_hold_comes_back_to_the_counter(hands, panel, hall):
    ticket = hall.walked_in()
    sit(hands)
    hands.key("counter_next")
    hands.key("counter_serve")
    hands.key("hold")
    assert hall.state(ticket.id) == "on_hold"
    assert hands.running.desk.conversations.all()[0].on_hold_since is not None
    panel.tickets.choose(1)  # below the heading of who is at a counter
    panel.tickets.setFocus(Qt.FocusReason.OtherFocusReason)
    hands.key("counter_call")
    assert hall.state(ticket.id) == "serving"
    assert hands.running.desk.conversations.all()[0].on_hold_since is None


def test_sent_on_the_note_travels_and_the_talk_is_the_next_ones(hands, panel, hall, database):
    ticket = hall.walked_in()
    sit(hands)
    hands.key("counter_next")
    hands.key("counter_serve")
    hands.type("Vraagt ook een akte")
    hands.key("transfer")
    hands.row(typed="1")
    sent = hall.counter.board(hall.location).ticket(ticket.id)
    assert (sent.state, sent.wanted_counter_id, sent.note) == ("waiting", hall.counters[1], "Vraagt ook een akte")
    assert hands.running.desk.conversations.all() == ()
    assert database.unguarded_read(lambda c: c.scalar(select(func.count()).select_from(ConversationRow))) == 0
    sit(hands, "1")
    hands.key("counter_next")
    hands.key("counter_serve")
    assert panel.mine.note.toPlainText() == "Vraagt ook een akte"


@pytest.mark.parametrize("more", [{"is_confidential": True}, {"internal": "Wil niet dat haar zoon het weet"}])
def test_sent_on_what_is_more_than_a_note_is_recorded_here(hands, panel, hall, database, more):
    ticket = hall.walked_in()
    sit(hands)
    hands.key("counter_next")
    hands.key("counter_serve")
    hands.type("Vraagt geheimhouding")
    conversations = hands.running.desk.conversations
    conversations.put(conversations.all()[0].with_question(**more))
    hands.key("transfer")
    hands.row(typed="1")
    sent = hall.counter.board(hall.location).ticket(ticket.id)
    assert (sent.state, sent.note, sent.conversation_id) == ("waiting", "", None)
    text = one(database, ContactTextRow.summary, ContactTextRow.note)
    assert tuple(text) == ("Vraagt geheimhouding", more.get("internal", ""))
    assert conversations.all() == ()


@pytest.mark.parametrize(("key", "state"), [("counter_back", "waiting"), ("counter_not_come", "no_show")])
def test_who_was_called_and_is_not_there(hands, hall, key, state):
    ticket = hall.walked_in()
    sit(hands)
    hands.key("counter_next")
    hands.key("counter_again")
    hands.key(key)
    assert hall.state(ticket.id) == state


def test_who_goes_away_leaves_the_list(hands, hall):
    ticket = hall.walked_in()
    assert seen(hands) == ["B1  Paspoort"]
    hands.key("counter_tickets")
    hands.key("counter_left")
    assert hall.state(ticket.id) == "waiting"  # who it is, is asked: there is no way back
    hands.row()
    assert hall.state(ticket.id) == "left"
    assert seen(hands) == []


def test_who_was_called_and_goes_away_is_not_whose_row_is_current(hands, panel, hall):
    called, waits = hall.walked_in(), hall.walked_in()
    sit(hands)
    hands.key("counter_next")
    seen(hands)
    panel.tickets.choose(0)
    assert panel._chosen().id == waits.id
    panel.mine.primary.setFocus(Qt.FocusReason.OtherFocusReason)
    hands.key("counter_left")
    hands.row()
    assert (hall.state(called.id), hall.state(waits.id)) == ("left", "waiting")


def test_what_was_said_before_they_went_away_is_recorded(hands, panel, hall, database):
    party = register(database)
    ticket = hall.arrived(10, party)
    sit(hands)
    hands.key("counter_next")
    hands.key("counter_serve")
    hands.type("Zoekt de oude pas")
    hands.key("hold")
    panel.tickets.choose(1)
    panel.tickets.setFocus(Qt.FocusReason.OtherFocusReason)
    hands.key("counter_left")
    hands.row()
    assert one(database, ContactTextRow.summary).summary == "Zoekt de oude pas"  # and nothing besides
    assert tuple(one(database, ContactRow.outcome_code, ContactRow.party_id)) == ("left", party)
    assert hall.state(ticket.id) == "left"
    assert hands.running.desk.conversations.all() == ()


def test_finished_while_the_database_is_away_it_is_not_begun_again(hands, panel, hall, database, tmp_path):
    ticket = hall.walked_in()
    sit(hands)
    hands.key("counter_next")
    hands.key("counter_serve")
    hands.type("Paspoort aangevraagd")
    desk = hands.running.desk
    with away(database.engine, None, tmp_path / "kcc.db"):
        hands.key("finish")
        assert desk.conversations.all() == ()
        panel.finish()  # the board cannot know yet that they are served
        hands.settle()
        assert desk.conversations.all() == ()
    hands.qtbot.waitUntil(lambda: hall.state(ticket.id) == "done", timeout=20_000)
    hands.settle()
    assert one(database, ContactTextRow.summary).summary == "Paspoort aangevraagd"


def test_a_visitor_of_a_colleague_is_announced_and_collected(hands, panel, hall):
    booked = hall.booked_today(10, host=hall.host())
    hands.running.desk.counter.load()
    hands.settle()
    hands.click(panel.arrivals.kinds.segments()[1])
    assert [row.title for row in panel.arrivals.list.model().rows()] == ["Jan Smit", "Fatima de Vries"]
    panel.arrivals.list.choose(1)
    panel.arrivals.list.setFocus(Qt.FocusReason.OtherFocusReason)
    hands.chord("Return")
    hands.key("counter_told")
    assert panel.arrivals.chosen().host_told_at is not None
    hands.key("counter_collected")
    assert hall.appointment_state(booked.id) == "completed"


def test_the_rail_counts_who_waits(hands, hall):
    hall.walked_in()
    hall.walked_in()
    seen(hands)
    buttons = {button.door.id: button for button in hands.window.frame.rail.findChildren(type_of_rail_button())}
    assert "2" in buttons["counter"].accessibleName()


def type_of_rail_button():
    from kcc_desktop.ui.frame.rail import RailButton

    return RailButton


def test_the_wall_names_nobody(hands, panel, hall):
    hall.arrived(10, name="Fatima de Vries")
    hall.called(0)
    hands.key("counter_room")
    names = [child.accessibleName() for child in panel.room.findChildren(object) if hasattr(child, "accessibleName")]
    assert any("A1" in name and "0" in name for name in names)
    assert not [name for name in names if "Fatima" in name]
    hands.qtbot.keyClick(panel.room, Qt.Key.Key_F11)
    assert panel.room.isFullScreen()
    hands.qtbot.keyClick(panel.room, Qt.Key.Key_Escape)
    assert not panel.room.isFullScreen()
    panel.room.close()


def test_everything_in_it_has_a_name_and_a_way_without_a_mouse(hands, panel, hall):
    hall.arrived(10)
    sit(hands)
    hands.key("counter_next")
    hands.key("counter_serve")
    kinds = (QAbstractButton, QLineEdit, QTextEdit, QAbstractItemView)
    controls = [one for kind in kinds for one in panel.findChildren(kind) if one.isVisible()]
    assert len(controls) > 10
    assert [one for one in controls if not one.accessibleName()] == []
    assert [one for one in controls if one.focusPolicy() == Qt.FocusPolicy.NoFocus] == []
    assert set(panel.slots()) == set(keys.of_panel("counter"))


def test_what_was_forgotten_yesterday_is_gone_when_the_panel_opens(hands, panel, hall, database):
    ticket = hall.walked_in()
    yesterday(database)
    hands.key("panel_contact")
    hands.key("panel_counter")
    assert hall.state(ticket.id) == "expired"


def test_what_was_refused_says_why(hands, panel, hall, database):
    ticket = hall.walked_in()
    sit(hands)
    hall.counter.call_next(new_id(), hall.counters[0])  # another program of this agent was first
    hands.key("counter_next")
    assert panel.mine._said.isVisible()
    assert hall.state(ticket.id) == "called"


def test_a_talk_of_a_ticket_that_expired_is_kept(hands, hall, database):
    serving = None
    hall.walked_in()
    sit(hands)
    hands.key("counter_next")
    hands.key("counter_serve")
    serving = hands.running.desk.counter.ticket()
    ContactService(database).record(conversation(question(None)))  # the desk goes on with others meanwhile
    hands.type("Kwam terug met de foto")
    hands.key("finish")
    assert hall.state(serving.id) == "done"
