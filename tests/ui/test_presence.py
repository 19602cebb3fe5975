"""What one is doing: a call says it, F9 says the rest, and colleagues see it where they choose whom to ask."""

from functools import partial

import pytest
from sqlalchemy import insert, select

from kcc_desktop.data.agents import AgentRow
from kcc_desktop.data.database import Database, open_sqlite
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.data.presence import PresenceEventRow, PresenceRow
from kcc_desktop.data.work import ColleagueRow, TaskRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.contacts import TaskWish
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.presence import PresenceState
from kcc_desktop.domain.work import TaskKind
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.presence import PresenceService
from kcc_desktop.services.work import WorkService
from tests.conftest import SQLITE_KEY
from tests.services.conversations import START, conversation, question
from tests.ui.window_desk import opened, own_database, rows, shown_texts


@pytest.fixture
def database(sqlite_template, tmp_path):
    with own_database(sqlite_template, tmp_path) as database:
        yield database


@pytest.fixture
def hands(qapp, qtbot, database, tmp_path):
    with opened(qapp, database, tmp_path, qtbot) as hands:
        yield hands


def state(database):
    return rows(database, PresenceRow.state)[0].state


def history(database):
    events = select(PresenceEventRow.state).order_by(PresenceEventRow.number)
    return database.unguarded_read(lambda c: c.scalars(events).all())


def button(hands):
    return hands.window.frame.top_bar.presence.text()


def take(database, count=1):
    """So many items are this agent's."""
    wishes = tuple(TaskWish(new_id(), TaskKind.TASK, None, "Belt", "", START) for _ in range(count))
    ContactService(database).record(conversation(question(None, tasks=wishes)))
    for wish in wishes:
        WorkService(database).take(new_id(), wish.id)


def taken(database):
    return rows(database, TaskRow.id, where=TaskRow.taken_by.is_not(None))


def test_a_desk_that_opens_is_available_and_one_that_closes_is_away(qapp, qtbot, database, tmp_path):
    with opened(qapp, database, tmp_path, qtbot) as hands:
        assert (state(database), button(hands)) == ("available", "Beschikbaar")
    assert history(database) == ["available", "away"]


@pytest.mark.parametrize(
    ("digit", "word", "code"),
    [
        ("1", "Beschikbaar", "available"),
        ("2", "Pauze", "break"),
        ("3", "Overleg", "consultation"),
        ("4", "Afwezig", "away"),
    ],
)
def test_f9_and_a_digit_say_it(hands, database, digit, word, code):
    before = hands.window.focusWidget()
    hands.key("presence")
    menu = hands.window.frame.presence_menu
    assert menu.isVisible()
    hands.chord(digit)
    assert (button(hands), state(database)) == (word, code)
    assert not menu.isVisible()
    assert hands.window.focusWidget() is before
    assert hands.count == 2


def test_arrows_and_escape_and_the_mouse_do_it_too(hands, database):
    hands.key("presence")
    hands.chord("Down")
    hands.chord("Return")
    assert state(database) == "break"
    hands.key("presence")
    hands.chord("Esc")
    assert state(database) == "break"
    hands.click(hands.window.frame.top_bar.presence)
    assert hands.window.frame.presence_menu.isVisible()
    hands.click(hands.window.frame.top_bar.presence)
    assert not hands.window.frame.presence_menu.isVisible()


def test_a_digit_in_a_note_stays_a_digit_of_the_note(hands, database):
    hands.key("new_conversation")
    hands.type("2 paspoorten")
    assert hands.window.contact.note.edit.toPlainText() == "2 paspoorten"
    assert state(database) == "in_conversation"


def test_a_call_and_its_wrap_up_set_it_and_the_break_goes_on_afterwards(hands, database):
    hands.key("presence")
    hands.chord("2")
    hands.telephone("ringing")
    assert state(database) == "break"
    hands.key("answer")
    hands.telephone("answered")
    assert (button(hands), state(database)) == ("In gesprek", "in_conversation")
    hands.type("Vraagt hoe laat het gemeentehuis opengaat.")
    hands.telephone("ended")
    assert (button(hands), state(database)) == ("Nawerk", "wrap_up")
    hands.key("finish")
    assert (button(hands), state(database)) == ("Pauze", "break")
    assert history(database) == ["available", "break", "in_conversation", "wrap_up", "break"]


def test_what_is_said_during_a_call_shows_afterwards(hands, database):
    hands.key("new_conversation")
    hands.key("presence")
    assert "Zichtbaar na dit gesprek" in shown_texts(hands.window.frame.presence_menu)
    hands.chord("3")
    assert state(database) == "in_conversation"
    hands.key("throw_away")
    assert state(database) == "consultation"


def test_at_the_end_of_a_shift_what_was_taken_goes_back(hands, database):
    take(database, 2)
    hands.key("presence")
    hands.chord("5")
    assert state(database) == "away"
    assert taken(database) == []
    asking = hands.window.frame.asking
    assert "2 taken liggen weer in de wachtrij" in asking.text()
    hands.chord("Return")
    assert not asking.isVisible()


def test_a_shift_that_ends_with_nothing_taken_asks_nothing(hands, database):
    hands.key("presence")
    hands.chord("5")
    assert state(database) == "away"
    assert not hands.window.frame.asking.isVisible()


@pytest.mark.parametrize(("key", "left", "closed"), [("Return", 0, True), ("Esc", 1, False)])
def test_closing_the_desk_on_what_was_taken_asks_first(hands, database, key, left, closed):
    take(database)
    hands.window.shift.load()
    hands.settle()
    hands.window.close()
    assert hands.window.isVisible()
    assert "Je bent nog met 1 taak bezig" in hands.window.frame.asking.text()
    told = []
    hands.window.closing.connect(partial(told.append, True))
    hands.chord(key)
    assert (hands.window.isVisible(), bool(told)) == (not closed, closed)
    assert len(taken(database)) == left


def test_kept_work_stays_mine_when_i_close(hands, database):
    take(database)
    hands.window.shift.load()
    hands.settle()
    hands.window.close()
    hands.click(hands.window.frame.asking.buttons()[1])
    assert not hands.window.isVisible()
    assert len(taken(database)) == 1


def test_who_asks_a_colleague_sees_what_they_are_doing(hands, database, tmp_path):
    for name in ("Ruben Smit", "Iris Mulder"):
        row = {"id": new_id(), "kind": "person", "name": name, "source_key": name}
        database.unguarded_write(lambda c, row=row: c.execute(insert(ColleagueRow).values(**row)))
    make_first_agent(database, "Ruben Smit", "KCC", {Role.AGENT}, login="ruben")
    ruben = PresenceService(Database(open_sqlite(tmp_path / "kcc.db", SQLITE_KEY, login="ruben")))
    ruben.tell(PresenceState.BREAK)
    hands.key("new_conversation")
    hands.key("transfer")
    hands.type("r")
    picker = hands.window.contact._colleague._picker
    shown = {row.title: row.trailing for row in picker._list.model().rows()}
    assert shown["Ruben Smit"] == "Pauze"
    hands.row(typed="uben")
    assert "Pauze" in " ".join(shown_texts(hands.window.contact.handover))
    assert rows(database, AgentRow.name, where=AgentRow.login == "ruben")
