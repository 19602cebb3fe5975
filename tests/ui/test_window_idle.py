"""When nobody touches the desk, what was uncovered is covered again, and what is typed stays."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from sqlalchemy import update

from kcc_desktop.data.parties import PersonRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.contacts import IdentityLevel
from kcc_desktop.domain.identity import new_id
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.settings import Settings
from kcc_desktop.ui.idling import Idling
from kcc_desktop.ui.timeline.rows import EntryRow
from tests.services.conversations import conversation, question
from tests.services.office import roles
from tests.ui.desks import register
from tests.ui.window_desk import opened, own_database, shown_texts

NOTE = "Paspoort kwijt, reist over twee weken"


class Clock:
    """Runs with the world's, and can be put on."""

    def __init__(self):
        self.ahead = timedelta(0)

    def __call__(self):
        return datetime.now(UTC) + self.ahead


@pytest.fixture
def desk(qapp, qtbot, catalogues, sqlite_template, tmp_path):
    clock = Clock()
    with own_database(sqlite_template, tmp_path) as database:
        party = register(database)
        values = {"bsn": "999990019", "restriction": 7}
        database.unguarded_write(lambda c: c.execute(update(PersonRow).values(**values)))
        roles(database, Role.AGENT, Role.TEAM_LEAD)
        contact = question(party, summary="Vertrouwelijk gesprek", is_confidential=True)
        ContactService(database).record(conversation(contact, started_at=datetime.now(UTC) - timedelta(hours=2)))
        with opened(qapp, database, tmp_path, qtbot, clock=clock) as hands:
            yield hands, clock, party


def bsn(hands):
    return dict(hands.window.who.card.fact_pairs())["BSN"]


def uncovered(hands, party):
    """A call with somebody whose details and confidential contact were laid open, and the palette open on people."""
    hands.telephone("answered", number="06-1234 5678", call_id=f"call-{new_id()}")
    assert hands.running.desk.conversations.active().speaker.id == party
    hands.type(NOTE)
    hands.key("reveal")
    hands.chord("2")
    assert bsn(hands) == "999990019"
    entry = next(row for row in hands.window.timeline.model.rows() if isinstance(row, EntryRow))
    assert entry.is_folded
    hands.window.timeline.view.pressed_row.emit(entry)
    hands.settle()
    assert "Vertrouwelijk gesprek" in titles(hands)
    hands.key("palette")
    hands.type("vries")
    hands.settle()
    assert hands.window.palette_card.recent_people() == (party,)


def titles(hands):
    column = hands.window.timeline
    return [column.words.face(row).title for row in column.model.rows() if isinstance(row, EntryRow)]


def leave_alone(hands, clock, minutes=10):
    """So long nobody does anything; then its clock looks."""
    clock.ahead += timedelta(minutes=minutes)
    hands.window.idling._timer.timeout.emit()
    hands.settle()


def assert_covered(hands):
    assert bsn(hands) == "••••• 0019"
    assert "Vertrouwelijk gesprek" not in titles(hands)
    palette = hands.window.palette_card
    assert (palette.is_open(), palette.recent_people()) == (False, ())
    palette.reveal()
    assert not any("Vries" in text for text in shown_texts(palette))
    palette.dismiss()


def test_left_alone_everything_is_covered_and_the_note_stays(desk):
    hands, clock, party = desk
    uncovered(hands, party)
    leave_alone(hands, clock)
    assert_covered(hands)
    note = hands.window.contact.note.edit
    assert note.toPlainText() == NOTE
    assert hands.running.desk.conversations.active().question.summary == NOTE
    assert hands.running.desk.conversations.active().identity is IdentityLevel.NOT_ESTABLISHED
    hands.window.contact.focus_note()
    hands.type(" verder")
    assert note.toPlainText() == f"{NOTE} verder"


@pytest.mark.parametrize("touch", ["key", "mouse", "wheel"])
def test_whoever_touches_it_is_there(desk, touch):
    hands, clock, party = desk
    hands.window.desk.viewing.look_at(party)
    hands.settle()
    clock.ahead += timedelta(minutes=9)
    handle = hands.window.windowHandle()
    if touch == "key":
        QTest.keyClick(handle, Qt.Key.Key_Shift)
    elif touch == "mouse":
        QTest.mouseMove(handle, QPoint(30, 30))
    else:
        QTest.wheelEvent(handle, QPoint(30, 30).toPointF(), QPoint(0, 120))
    leave_alone(hands, clock, 9)
    assert hands.window.palette_card.recent_people() == (party,)
    assert hands.window.idling._timer.isActive()
    leave_alone(hands, clock, 1)
    assert hands.window.palette_card.recent_people() == ()


def test_a_computer_that_slept_is_covered_by_the_first_touch(desk):
    hands, clock, party = desk
    uncovered(hands, party)
    clock.ahead += timedelta(hours=8)
    QTest.keyClick(hands.window.windowHandle(), Qt.Key.Key_Shift)
    assert_covered(hands)


def test_it_is_told_once_until_somebody_comes_back(qapp, qtbot):
    clock, told = Clock(), []
    window = QWindow()
    window.resize(100, 100)
    idling = Idling(10, clock, window)
    idling.left_alone.connect(lambda: told.append(1))
    idling.watch(window)
    clock.ahead = timedelta(minutes=11)
    idling._timer.timeout.emit()
    assert (told, idling._timer.isActive()) == ([1], False)
    QTest.mouseMove(window, QPoint(3, 3))
    QTest.keyClick(window, Qt.Key.Key_A)
    assert (told, idling._timer.isActive()) == ([1], True)


def test_never_means_never_and_ten_is_the_default(qapp):
    assert Settings().cover_after_minutes == 10
    window = QWindow()
    idling = Idling(0, Clock(), window)
    idling.watch(window)
    QTest.keyClick(window, Qt.Key.Key_A)
    assert not idling._timer.isActive()
