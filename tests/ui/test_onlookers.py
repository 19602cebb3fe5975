"""Two desks at one citizen: each sees that the other looks, and which of them changes something."""

import pytest
from sqlalchemy import func, select

from kcc_desktop.data.database import Database, open_sqlite
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.data.looking import LookingRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.looking import LookingKind, Onlooker, Sight
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.looking import LookingService
from kcc_desktop.ui.onlookers import Onlookers
from kcc_desktop.ui.parties.states import OnlookerLine
from tests.conftest import SQLITE_KEY
from tests.services.conversations import START, conversation, question
from tests.ui.desks import register
from tests.ui.window_desk import opened, own_database, rows


@pytest.fixture
def database(sqlite_template, tmp_path):
    with own_database(sqlite_template, tmp_path) as database:
        yield database


@pytest.fixture
def hands(qapp, qtbot, database, tmp_path):
    with opened(qapp, database, tmp_path, qtbot) as hands:
        yield hands


@pytest.fixture
def ruben(database, tmp_path):
    """Ruben's desk on the same file."""
    make_first_agent(database, "Ruben Smit", "KCC", {Role.AGENT}, login="ruben")
    engine = open_sqlite(tmp_path / "kcc.db", SQLITE_KEY, login="ruben")
    yield LookingService(Database(engine))
    engine.dispose()


def line(hands):
    return hands.window.who.card.onlookers


def look_at(hands, qtbot, party):
    hands.running.desk.viewing.look_at(party)
    qtbot.waitUntil(lambda: bool(rows(hands.running._database, LookingRow.kind)), timeout=5000)
    hands.settle()


def ask(hands):
    """As the clock does every five seconds."""
    hands.running.desk.onlookers._on_clock()
    hands.settle()


def test_a_colleague_with_the_same_citizen_is_named_on_the_card(hands, qtbot, database, ruben):
    sight = Sight(LookingKind.PARTY, register(database))
    ruben.look(sight)
    look_at(hands, qtbot, sight.id)
    qtbot.waitUntil(lambda: line(hands).text() == "Ruben Smit kijkt mee", timeout=5000)
    assert [one.name for one in ruben.others([sight])] == ["Noor Jansen"]
    ruben.edit(sight)
    ask(hands)
    assert line(hands).text() == "Ruben Smit wijzigt dit"
    ruben.leave()
    ask(hands)
    assert line(hands).text() == ""
    assert line(hands).isHidden()


def test_the_form_of_details_says_that_one_changes_and_closing_it_that_one_does_not(hands, qtbot, database, ruben):
    sight = Sight(LookingKind.PARTY, register(database))
    look_at(hands, qtbot, sight.id)

    def is_editing(expected):
        found = ruben.others([sight])
        return [one.is_editing for one in found] == [expected]

    hands.key("edit_details")
    qtbot.waitUntil(lambda: is_editing(True), timeout=5000)
    hands.chord("Esc")
    qtbot.waitUntil(lambda: is_editing(False), timeout=5000)
    hands.running.desk.viewing.back()
    qtbot.waitUntil(lambda: ruben.others([sight]) == (), timeout=5000)


def test_the_opened_contact_and_its_correction_are_told_too(hands, qtbot, database, ruben):
    party = register(database)
    said = question(party)
    ContactService(database).record(conversation(said, started_at=START))
    contact = Sight(LookingKind.CONTACT, said.id)
    hands.running.desk.viewing.look_at(party)
    hands.settle()
    hands.key("timeline")
    hands.chord("Return")
    qtbot.waitUntil(lambda: [one.is_editing for one in ruben.others([contact])] == [False], timeout=5000)
    hands.key("correct_contact")
    qtbot.waitUntil(lambda: [one.is_editing for one in ruben.others([contact])] == [True], timeout=5000)
    hands.chord("Esc")
    qtbot.waitUntil(lambda: [one.is_editing for one in ruben.others([contact])] == [False], timeout=5000)
    hands.chord("Esc")
    qtbot.waitUntil(lambda: ruben.others([contact]) == (), timeout=5000)


def test_who_goes_through_the_tabs_looks_at_nobody(hands, database):
    party = register(database)
    hands.running.desk.viewing.look_at(party)
    hands.settle()
    hands.running.desk.viewing.back()
    hands.settle()
    assert rows(database, LookingRow.kind) == []
    assert not hands.running.desk.onlookers._settling.isActive()


def test_a_desk_that_closes_leaves_nothing(qapp, qtbot, database, tmp_path):
    party = register(database)
    with opened(qapp, database, tmp_path, qtbot) as hands:
        look_at(hands, qtbot, party)
        engine = hands.running._database.engine
        assert engine is database.engine
    assert database.unguarded_read(lambda c: c.scalar(select(func.count()).select_from(LookingRow))) == 0


def test_it_is_said_again_before_it_runs_out(hands, qtbot, database):
    party = register(database)
    look_at(hands, qtbot, party)
    before = rows(database, LookingRow.expires_at)[0][0]
    for _ in range(12):
        ask(hands)
    assert rows(database, LookingRow.expires_at)[0][0] > before


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["Ruben Smit"], "Ruben Smit kijkt mee"),
        (["Ruben Smit", "Iris Mulder"], "Ruben Smit en Iris Mulder kijken mee"),
        (["Ruben Smit", "Iris Mulder", "Daan Hofman"], "Ruben Smit en 2 anderen kijken mee"),
    ],
)
def test_how_it_is_said(shown, names, said):
    sight = Sight(LookingKind.PARTY, new_id())
    words = shown(OnlookerLine())
    words.show_onlookers(tuple(Onlooker(new_id(), name, sight, START, False) for name in names))
    assert words.text() == words.accessibleName() == said


def test_each_colleague_once_and_who_changes_first(qapp, hands):
    party, contact = Sight(LookingKind.PARTY, new_id()), Sight(LookingKind.CONTACT, new_id())
    ruben, iris = new_id(), new_id()
    store = Onlookers(hands.running.services.looking, hands.running.tasks, hands.running.desk.viewing)
    store._others = (
        Onlooker(iris, "Iris", party, START, False),
        Onlooker(ruben, "Ruben", party, START, False),
        Onlooker(ruben, "Ruben", contact, START, True),
    )
    assert [(one.name, one.is_editing) for one in store.others()] == [("Ruben", True), ("Iris", False)]
