"""The ring card in a window where somebody types a note: what it shows, and that it takes no key it should not."""

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QTextEdit, QVBoxLayout, QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.data.database import Database
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.calls import CallLog, call_event
from kcc_desktop.domain.errors import DatabaseAway
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.names import PersonName
from kcc_desktop.domain.ongoing import begin
from kcc_desktop.domain.parties import PartyKind, PartySummary
from kcc_desktop.domain.party_commands import RegisterPerson
from kcc_desktop.services.parties import PartyService
from kcc_desktop.ui.calls.candidate_rows import candidate_row, shown_number
from kcc_desktop.ui.calls.incoming import IncomingCalls
from kcc_desktop.ui.calls.ring_card import RingCard
from kcc_desktop.ui.conversations import MOST, Conversations
from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.rows import ListView

START = datetime(2026, 3, 4, 9, 40, tzinfo=UTC)
NUMBER = "0527123456"
ROOM = QRect(304, 96, 760, 776)


class Window(QWidget):
    """As much of the desk's window as the card meets: a note with the focus, and the window's own keys."""

    def __init__(self, parties, tasks):
        super().__init__()
        self.resize(1440, 900)
        self.at = START
        self.tasks, self.log = tasks, CallLog()
        self.note = QTextEdit(self)
        box = QVBoxLayout(self)
        box.addWidget(self.note)
        self.conversations = Conversations(self.now, parent=self)
        self.incoming = IncomingCalls(parties, tasks, self.conversations, self.now, self)
        self.card = RingCard(self.incoming, self.now, self)
        self.card.set_room(ROOM)
        for key, slot in (("F2", self.card.answer), ("Esc", self.card.later)):
            QShortcut(QKeySequence(key), self, slot)

    def now(self):
        return self.at

    def tell(self, state, *, at=0, number=NUMBER, call_id="c1"):
        self.log, call = self.log.apply(
            call_event(number, call_id=call_id, state=state, at=START + timedelta(seconds=at))
        )
        if call is not None:
            self.incoming.on_call(call)

    def rows(self):
        return self.card.findChild(ListView).model().rows()


@pytest.fixture
def tasks(qapp):
    runner = TaskRunner()
    yield runner
    runner.close()
    qapp.processEvents()


@pytest.fixture
def parties(sqlite_engine):
    database = Database(sqlite_engine, origin="test")
    make_first_agent(database, "Noor Jansen", "KCC", {Role.AGENT})
    return PartyService(database)


@pytest.fixture
def window(shown, parties, tasks):
    made = shown(Window(parties, tasks))
    made.note.setFocus()
    return made


def people(parties, *names):
    return [
        parties.register_person(RegisterPerson(new_id(), PersonName(name, "", "Hoekstra"), phone=NUMBER))
        for name in names
    ]


def rung(qtbot, window, **changes):
    window.tell("ringing", **changes)
    qtbot.waitUntil(window.tasks.is_idle)


def test_the_card_shows_at_once_and_takes_no_focus(qtbot, window, parties):
    people(parties, "Jan")
    window.tell("ringing")
    assert window.card.isVisible()
    assert window.focusWidget() is window.note
    assert window.rows() == []
    qtbot.waitUntil(lambda: [row.title for row in window.rows()] == ["Jan Hoekstra"])
    qtbot.keyClicks(window.note, "typt door 123")
    assert window.note.toPlainText() == "typt door 123"
    assert window.conversations.all() == ()


def test_the_card_stands_at_the_bottom_right_of_its_room_and_never_beside_it(qtbot, window, parties):
    people(parties, *"abcdefghijkl")
    rung(qtbot, window)
    card = window.card.geometry().adjusted(24, 24, -24, -24)
    assert (card.width(), ROOM.right() + 1 - card.right() - 1) == (440, 20)
    assert ROOM.contains(card)
    assert len(window.rows()) == 12
    narrow = QRect(304, 96, 400, 500)
    window.card.set_room(narrow)
    assert narrow.contains(window.card.geometry().adjusted(24, 24, -24, -24))


@pytest.mark.parametrize("scale", [150, 200])
def test_the_card_keeps_to_its_room_with_large_text(qapp, qtbot, window, parties, scale):
    people(parties, "Jan", "Aaltje", "Piet")
    rung(qtbot, window)
    before = window.card.geometry().height()
    theme.apply(qapp, theme.DARK, scale)
    assert ROOM.contains(window.card.geometry().adjusted(24, 24, -24, -24))
    assert window.card.geometry().height() > before
    assert window.card.card_size().height() == window.card.geometry().height() - 48


def test_f2_answers_the_only_match_from_anywhere(qtbot, window, parties):
    (person,) = people(parties, "Jan")
    rung(qtbot, window)
    qtbot.keyClick(window.note, Qt.Key.Key_F2)
    assert window.conversations.active().speaker.id == person
    assert not window.card.isVisible()


def test_f2_and_a_digit_answer_with_that_candidate_and_the_note_gets_neither(qtbot, window, parties):
    people(parties, "Jan", "Aaltje", "Piet")
    rung(qtbot, window)
    assert [row.keys for row in window.rows()] == ["F2 1", "F2 2", "F2 3"]
    second = window.incoming.front().candidates[1]
    qtbot.keyClick(window.note, Qt.Key.Key_F2)
    assert [row.keys for row in window.rows()] == ["1", "2", "3"]
    assert window.conversations.active().speaker is None
    qtbot.keyClick(window.note, Qt.Key.Key_2)
    assert window.conversations.active().speaker.id == second.id
    assert window.note.toPlainText() == ""
    qtbot.keyClick(window.note, Qt.Key.Key_3)
    assert window.note.toPlainText() == "3"


@pytest.mark.parametrize(
    ("key", "asks_on"), [(Qt.Key.Key_F2, True), (Qt.Key.Key_Return, False), (Qt.Key.Key_Enter, False)]
)
def test_f2_answers_and_who_it_is_can_wait(qtbot, window, parties, key, asks_on):
    people(parties, "Jan", "Aaltje")
    rung(qtbot, window)
    qtbot.keyClick(window.note, Qt.Key.Key_F2)
    qtbot.keyClick(window.note, key)
    assert window.conversations.active().speaker is None
    assert window.note.toPlainText() == ""
    assert window.card.isVisible() is asks_on
    qtbot.keyClick(window.note, Qt.Key.Key_F2)
    qtbot.keyClick(window.note, Qt.Key.Key_1)
    assert window.conversations.active().speaker is not None
    assert not window.card.isVisible()


def test_another_key_disarms_and_goes_where_it_was_meant(qtbot, window, parties):
    people(parties, "Jan", "Aaltje")
    rung(qtbot, window)
    qtbot.keyClick(window.note, Qt.Key.Key_F2)
    qtbot.keyClicks(window.note, "a1")
    assert window.note.toPlainText() == "a1"
    assert not window.incoming.is_armed()
    assert window.conversations.active().speaker is None


def test_a_digit_nobody_has_stays_out_of_the_note(qtbot, window, parties):
    people(parties, "Jan", "Aaltje")
    rung(qtbot, window)
    qtbot.keyClick(window.note, Qt.Key.Key_F2)
    qtbot.keyClick(window.note, Qt.Key.Key_7)
    assert (window.note.toPlainText(), window.incoming.is_armed()) == ("", True)


def test_escape_disarms_first_and_then_puts_off(qtbot, window, parties):
    people(parties, "Jan", "Aaltje")
    rung(qtbot, window)
    qtbot.keyClick(window.note, Qt.Key.Key_F2)
    qtbot.keyClick(window.note, Qt.Key.Key_Escape)
    assert not window.incoming.is_armed()
    assert window.card.isVisible()
    qtbot.keyClick(window.note, Qt.Key.Key_Escape)
    assert not window.card.isVisible()
    qtbot.keyClick(window.note, Qt.Key.Key_F2)  # the question of who it is comes back
    assert window.card.isVisible()
    qtbot.keyClick(window.note, Qt.Key.Key_2)
    assert window.conversations.active().speaker is not None


def test_arming_ends_by_itself(qtbot, window, parties):
    people(parties, "Jan", "Aaltje")
    rung(qtbot, window)
    window.incoming.answer()
    window.incoming._disarming.setInterval(1)
    with qtbot.waitSignal(window.incoming.armed_changed):
        window.incoming._disarming.start()
    qtbot.keyClicks(window.note, "1")
    assert window.note.toPlainText() == "1"


def test_a_click_on_a_row_or_the_button_does_the_same_and_keeps_the_focus(qtbot, window, parties):
    people(parties, "Jan", "Aaltje")
    rung(qtbot, window)
    rows = window.card.findChild(ListView)
    second = window.incoming.front().candidates[1]
    place = rows.visualRect(rows.model().index(1, 0)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.conversations.active().speaker.id == second.id
    assert QApplication.focusWidget() is window.note
    rung(qtbot, window, call_id="c2", number="")
    qtbot.mouseClick(window.card._answer, Qt.MouseButton.LeftButton)
    assert window.conversations.active().call_id == "c2"
    assert QApplication.focusWidget() is window.note


def test_somebody_else_is_asked_for_by_a_click(qtbot, window, parties):
    people(parties, "Jan")
    rung(qtbot, window)
    with qtbot.waitSignal(window.card.name_wanted):
        qtbot.mouseClick(window.card._somebody, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("number", ["112", "0900", "201"])
def test_what_is_no_number_stands_there_as_it_came_and_says_so(qtbot, window, number):
    rung(qtbot, window, number=number)
    assert window.card._number.text() == number
    assert window.card._told.text() == "Dit is niet als telefoonnummer te lezen. Neem op en typ een naam."
    assert "niet als telefoonnummer te lezen" in window.card.accessibleName()


def test_a_missed_call_stands_quietly_and_goes(qtbot, window):
    rung(qtbot, window)
    window.tell("ended", at=9)
    assert window.card.isVisible()
    assert shown_number(NUMBER) in window.card.accessibleName()
    assert window.card._quiet.isActive()
    qtbot.keyClick(window.note, Qt.Key.Key_Escape)
    assert not window.card.isVisible()
    assert not window.card.is_open()


def test_a_new_call_takes_the_place_of_a_missed_one(qtbot, window):
    rung(qtbot, window)
    window.tell("ended", at=9)
    rung(qtbot, window, call_id="c2", number="0612345678", at=10)
    assert shown_number("0612345678") in window.card.accessibleName()
    qtbot.keyClick(window.note, Qt.Key.Key_F2)
    assert window.conversations.active().call_id == "c2"


def test_the_card_says_why_it_cannot_answer_when_the_desk_is_full(qtbot, window):
    for _ in range(MOST):
        window.conversations.start(begin(new_id(), new_id(), "chat", START))
    rung(qtbot, window)
    assert not window.card._answer.isEnabled()
    assert str(MOST) in window.card._told.text()
    qtbot.keyClick(window.note, Qt.Key.Key_F2)
    assert len(window.conversations.all()) == MOST
    assert window.card.isVisible()
    window.conversations.end(window.conversations.all()[0].id)
    qtbot.waitUntil(window.card._answer.isEnabled)


def test_a_lookup_that_fails_leaves_number_and_key(qtbot, shown, tasks):
    class Away:
        def with_number(self, number):
            raise DatabaseAway

    window = shown(Window(Away(), tasks))
    rung(qtbot, window)
    assert shown_number(NUMBER) in window.card.accessibleName()
    assert window.card._answer.isEnabled()
    assert window.rows() == []


def test_the_seconds_go_on_while_it_rings(qtbot, window):
    rung(qtbot, window)
    window.at = START + timedelta(seconds=17)
    window.card._tell_since()
    assert "17" in window.card._since.text()
    window.card.later()
    assert not window.card._clock.isActive()


def test_nothing_on_it_takes_the_focus_and_all_that_is_read_has_a_name(qtbot, window, parties):
    people(parties, "Jan", "Aaltje")
    rung(qtbot, window)
    assert window.card.accessibleName()
    parts = [window.card, *window.card.findChildren(QWidget)]
    taking = [part for part in parts if part.focusPolicy() != Qt.FocusPolicy.NoFocus]
    assert taking == []
    for part in (window.card.findChild(ListView), window.card._answer):
        assert part.accessibleName()


def test_a_card_without_motion_is_in_its_place_at_once(qtbot, window):
    theme.set_motion(False)
    window.tell("ringing")
    assert ROOM.contains(window.card.geometry().adjusted(24, 24, -24, -24))
    theme.set_motion(True)
    window.tell("ended")
    window.card.later()
    window.tell("ringing", call_id="c2", at=1)
    assert window.card._slide.duration() <= 150
    window.card._slide.setCurrentTime(window.card._slide.duration())
    assert ROOM.contains(window.card.geometry().adjusted(24, 24, -24, -24))
    theme.set_motion(False)


def summary(**changes):
    told = {
        "id": new_id(),
        "kind": PartyKind.PERSON,
        "title": "Fatima de Vries",
        "place": "Ens",
        "born": None,
        "number_masked": "",
        "disclosure_restricted": False,
        "is_deceased": False,
        "last_contact_at": None,
    }
    return PartySummary(**{**told, **changes})


def test_a_restriction_stands_first_and_a_promise_before_the_place():
    restricted = candidate_row(summary(disclosure_restricted=True, place="", open_promises=1), 1, "F2 1", START, "1 x")
    assert (restricted.detail_icon, restricted.detail_tone) == ("eye-slash", "over")
    assert restricted.detail.endswith("1 x")
    promised = candidate_row(summary(open_promises=2), 1, "", START, "2 x")
    assert (promised.detail, promised.detail_icon, promised.detail_tone) == ("2 x · Ens", "clock", "near")
    quiet = candidate_row(summary(last_contact_at=START), 1, "", START, "")
    assert quiet.detail.startswith("Ens · ")
    assert quiet.detail_tone == "muted"


@pytest.mark.parametrize(
    ("number", "shown_as"),
    [
        ("0527123456", "0527-12 34 56"),
        ("0031527123456", "0527-12 34 56"),
        ("+31612345678", "06-12 34 56 78"),
        ("0527-12 34.56", "0527-12 34 56"),
        ("112", "112"),
        ("140527", "140527"),
        ("+4930123456", "+49 30 123456"),
        ("0900", "0900"),
    ],
)
def test_a_number_is_shown_as_people_read_it(number, shown_as):
    assert shown_number(number) == shown_as
