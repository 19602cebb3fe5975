"""The palette in a window, by keys alone, with real people, products, cases and tasks in a real database."""

import threading
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QTextEdit, QVBoxLayout, QWidget
from sqlalchemy import insert

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.data.cases import CaseRow
from kcc_desktop.data.contacts import ProductRow
from kcc_desktop.data.database import Database
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.calls import CallLog, call_event
from kcc_desktop.domain.dates import PartialDate
from kcc_desktop.domain.errors import DatabaseAway
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.names import PersonName
from kcc_desktop.domain.ongoing import PartyRef, begin
from kcc_desktop.domain.parties import PartyKind
from kcc_desktop.domain.party_commands import RegisterPerson
from kcc_desktop.services.appointments import AppointmentService
from kcc_desktop.services.bookings_elsewhere import BookingElsewhereService
from kcc_desktop.services.cases import CaseService
from kcc_desktop.services.parties import PartyService
from kcc_desktop.services.products import ProductService
from kcc_desktop.services.tasks import TaskService
from kcc_desktop.services.town_calendar import CalendarChoice, TownCalendar
from kcc_desktop.services.visits import VisitService
from kcc_desktop.ui.calls.incoming import IncomingCalls
from kcc_desktop.ui.calls.ring_card import RingCard
from kcc_desktop.ui.conversations import Conversations
from kcc_desktop.ui.palette.palette import Palette
from kcc_desktop.ui.palette.results import LONGEST, Action
from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.rows import matches
from kcc_desktop.ui.viewing import Viewing

START = datetime(2026, 3, 4, 9, 40, tzinfo=UTC)
ACTIONS = (
    Action("appointment", "Plan afspraak voor paspoort", "F7", "calendar-plus", note="in dit gesprek"),
    Action("note", "Pas notitie aan", "Ctrl+E", "pencil-simple"),
    Action("finish", "Passend afronden", is_enabled=False, note="geen gesprek"),
)


class SlowParties(PartyService):
    """The real front door, which a test can hold up or break."""

    def __init__(self, database):
        super().__init__(database)
        self.go = threading.Event()
        self.go.set()
        self.failure = None
        self.searched = []

    def search(self, text, limit=20):
        self.searched.append(text)
        self.go.wait(10)
        if self.failure is not None:
            raise self.failure
        return super().search(text, limit)


class Window(QWidget):
    """As much of the desk's window as the palette meets: a note, a field, and keys of its own."""

    def __init__(self, services, tasks):
        super().__init__()
        self.resize(1440, 900)
        self.tasks, self.services = tasks, services
        self.note, self.line = QTextEdit(), QLineEdit()
        box = QVBoxLayout(self)
        box.addWidget(self.note)
        box.addWidget(self.line)
        self.conversations = Conversations(lambda: START, parent=self)
        self.viewing = Viewing(services.parties, tasks, self.conversations, self)
        self.palette = Palette(services, tasks, self.conversations, self.viewing, ACTIONS, self)
        self.finished = []
        QShortcut(QKeySequence("Ctrl+K"), self, self.palette.reveal)
        for keys in ("Ctrl+Return", "Esc", "Return", "Down"):
            QShortcut(QKeySequence(keys), self, lambda keys=keys: self.finished.append(keys))
        self.told = []
        for name in ("party_chosen", "party_attached", "product_chosen", "action_chosen", "case_chosen", "task_chosen"):
            getattr(self.palette, name).connect(lambda *said, name=name: self.told.append((name, *said)))

    @property
    def field(self):
        return self.palette._card.field

    def rows(self):
        return self.palette._card.list.model().rows()

    def current(self):
        return self.palette._card.current()


@pytest.fixture
def tasks(qapp):
    runner = TaskRunner()
    yield runner
    runner.close()
    qapp.processEvents()


@pytest.fixture
def opened(sqlite_engine):
    database = Database(sqlite_engine, origin="test")
    make_first_agent(database, "Noor Jansen", "KCC", {Role.AGENT})
    return database


@pytest.fixture
def services(opened):
    parties = SlowParties(opened)
    yield SimpleNamespace(
        appointments=AppointmentService(opened),
        bookings_elsewhere=BookingElsewhereService(opened, TownCalendar(opened, CalendarChoice())),
        parties=parties,
        cases=CaseService(opened),
        tasks=TaskService(opened),
        products=ProductService(opened),
        visits=VisitService(opened),
    )
    parties.go.set()


@pytest.fixture
def window(shown, services, tasks):
    made = shown(Window(services, tasks))
    made.activateWindow()
    made.note.setFocus()
    return made


def resident(services, given="Pascal", surname="Timmerman", prefix="", phone=""):
    home = Address(street="Voorbeeldlaan", house_number=12, postcode="8302 ZZ", place="Emmeloord")
    name = PersonName(given, prefix, surname)
    command = RegisterPerson(new_id(), name, PartialDate(1979, 11, 3), address=home, phone=phone)
    return services.parties.register_person(command)


def product(database, name, **changes):
    told = {"keywords": "", "upl_name": "", "upl_uri": "", "owner": "Burgerzaken", "answer": "", "link": ""}
    row = {"id": new_id(), "name": name, **told, **changes}
    database.unguarded_write(lambda c: c.execute(insert(ProductRow).values(**row)))
    return row["id"]


def typed(qtbot, window, text):
    """Type it with the keyboard and wait until the answer is there."""
    if not window.palette.is_open():
        window.palette.reveal()
    qtbot.keyClicks(window.field, text)
    settled(qtbot, window)


def settled(qtbot, window):
    qtbot.waitUntil(lambda: window.tasks.is_idle() and window.palette._is_whole)


def press(qtbot, window, key, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifiers)


def test_the_key_opens_it_and_escape_gives_focus_and_caret_back(qtbot, window):
    window.note.setPlainText("Paspoort kwijt")
    cursor = window.note.textCursor()
    cursor.setPosition(4)
    window.note.setTextCursor(cursor)
    press(qtbot, window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is window.field
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not window.palette.is_open()
    assert QApplication.focusWidget() is window.note
    assert window.note.textCursor().position() == 4
    assert window.finished == []


@pytest.mark.parametrize(("start", "length"), [(-1, 0), (2, 3), (5, -3)])
def test_a_selection_in_a_field_is_there_again(qtbot, window, start, length):
    window.line.setText("0527-123456")
    window.line.setFocus()
    if length:
        window.line.setSelection(start, length)
    else:
        window.line.setCursorPosition(3)
    before = window.line.cursorPosition(), window.line.selectedText()
    window.palette.reveal()
    window.palette.dismiss()
    assert QApplication.focusWidget() is window.line
    assert (window.line.cursorPosition(), window.line.selectedText()) == before


def test_a_field_that_went_away_meanwhile_is_no_crash(qtbot, window):
    window.line.setFocus()
    window.palette.reveal()
    window.line.deleteLater()
    qtbot.waitUntil(lambda: window.palette._origin._widget is None)
    window.palette.dismiss()
    assert not window.palette.is_open()


def test_everything_is_found_from_the_first_letters(qtbot, window, services, opened):
    person = resident(services)
    first = product(opened, "Paspoort")
    typed(qtbot, window, "pas")
    assert [type(row.key).__name__ for row in window.rows() if row.key is not None] == [
        "Action",
        "Action",
        "Action",
        "Product",
        "PartySummary",
    ]
    assert [row.key.id for row in window.rows() if row.key is not None][-2:] == [first, person]
    assert window.palette._card.foot._told.text().startswith("5 ")
    assert window.current() in ACTIONS


def test_enter_does_the_action_with_the_focus_back(qtbot, window):
    where = []
    window.palette.action_chosen.connect(lambda _id: where.append(QApplication.focusWidget()))
    typed(qtbot, window, "plan")
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.told == [("action_chosen", "appointment")]
    assert where == [window.note]
    assert window.finished == []


def test_arrows_go_over_headings_and_over_what_cannot_be_done(qtbot, window, services, opened):
    resident(services)
    product(opened, "Paspoort")
    typed(qtbot, window, "pas")
    seen = [window.current()]
    for _ in range(4):
        press(qtbot, window, Qt.Key.Key_Down)
        seen.append(window.current())
    assert [type(key).__name__ for key in seen] == ["Action", "Action", "Product", "PartySummary", "PartySummary"]
    assert all(not isinstance(key, Action) or key.is_enabled for key in seen)
    press(qtbot, window, Qt.Key.Key_PageUp)
    assert window.current() == seen[0]
    press(qtbot, window, Qt.Key.Key_PageDown)
    assert window.current() == seen[-1]
    press(qtbot, window, Qt.Key.Key_Up)
    assert window.current() == seen[2]
    assert window.finished == []


def test_home_and_end_stay_in_the_text(qtbot, window):
    typed(qtbot, window, "pas")
    before = window.current()
    press(qtbot, window, Qt.Key.Key_Home)
    assert (window.field.cursorPosition(), window.current()) == (0, before)
    press(qtbot, window, Qt.Key.Key_End)
    assert window.field.cursorPosition() == 3
    press(qtbot, window, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is window.field


def test_enter_on_a_person_without_a_conversation_shows_the_card(qtbot, window, services):
    person = resident(services)
    typed(qtbot, window, "timmerman")
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.told == [("party_chosen", person, "Pascal Timmerman")]
    assert window.viewing.now().party_id == person


def test_with_nobody_on_the_line_yet_enter_says_who_it_is(qtbot, window, services):
    person = resident(services)
    window.conversations.start(begin(new_id(), new_id(), "phone", START))
    typed(qtbot, window, "timmerman")
    assert window.palette._card.foot._other_key.isVisible()
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.told == [("party_attached", PartyRef(person, PartyKind.PERSON, "Pascal Timmerman"))]
    assert window.conversations.active().speaker.id == person
    assert window.viewing.now().party_id == person


def test_shift_enter_only_looks_and_the_conversation_remembers_it(qtbot, window, services):
    person = resident(services)
    window.conversations.start(begin(new_id(), new_id(), "phone", START))
    typed(qtbot, window, "timmerman")
    press(qtbot, window, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert window.conversations.active().speaker is None
    assert [seen.id for seen in window.conversations.active().question.looked_up] == [person]
    assert window.viewing.now().is_aside


def test_with_somebody_on_the_line_enter_looks_and_ctrl_enter_attaches(qtbot, window, services):
    person, other = resident(services), resident(services, "Fatima", "Vries", "de")
    on_the_line = PartyRef(other, PartyKind.PERSON, "Fatima de Vries")
    window.conversations.start(begin(new_id(), new_id(), "phone", START, speaker=on_the_line))
    typed(qtbot, window, "timmerman")
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.conversations.active().speaker == on_the_line
    assert window.told[-1][0] == "party_chosen"
    window.palette.reveal()
    typed(qtbot, window, "timmerman")
    press(qtbot, window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.conversations.active().speaker.id == person
    assert window.told[-1][0] == "party_attached"
    assert window.finished == []


def test_ctrl_enter_without_a_conversation_opens(qtbot, window, services):
    person = resident(services)
    typed(qtbot, window, "timmerman")
    press(qtbot, window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.told == [("party_chosen", person, "Pascal Timmerman")]


def test_a_product_is_chosen(qtbot, window, opened):
    wanted = product(opened, "Grofvuil", keywords="bankstel")
    typed(qtbot, window, "bankst")
    press(qtbot, window, Qt.Key.Key_Return)
    assert [(name, thing.id) for name, thing in window.told] == [("product_chosen", wanted)]


def test_a_case_is_found_by_its_reference_and_not_by_a_name(qtbot, window, opened):
    row = {"id": new_id(), "reference": "Z-2026-0042", "case_type": "Kapvergunning", "started_on": date(2026, 1, 5)}
    opened.unguarded_write(lambda c: c.execute(insert(CaseRow).values(**row)))
    typed(qtbot, window, "kapverg")
    assert window.rows() == []
    window.field.clear()
    typed(qtbot, window, "z-2026-0042")
    press(qtbot, window, Qt.Key.Key_Return)
    assert [(name, thing.id) for name, thing in window.told] == [("case_chosen", row["id"])]


def test_the_mouse_does_what_enter_does_and_headings_do_nothing(qtbot, window, services):
    person = resident(services)
    typed(qtbot, window, "timmerman")
    rows = window.palette._card.list

    def click(line):
        place = rows.visualRect(rows.model().index(line, 0)).center()
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)

    click(0)
    assert (window.told, window.palette.is_open()) == ([], True)
    assert QApplication.focusWidget() is window.field
    click(1)
    assert window.told == [("party_chosen", person, "Pascal Timmerman")]


def test_a_click_beside_the_card_closes_it_and_one_on_it_does_not(qtbot, window):
    window.palette.reveal()
    card = window.palette._card.geometry()
    qtbot.mouseClick(window.palette._card, Qt.MouseButton.LeftButton)
    assert window.palette.is_open()
    qtbot.mouseClick(window.palette, Qt.MouseButton.LeftButton, pos=card.bottomRight() * 1.05)
    assert not window.palette.is_open()
    assert QApplication.focusWidget() is window.note


def test_what_is_shown_stays_until_the_new_answer_is_there(qtbot, window, services):
    person = resident(services)
    typed(qtbot, window, "timm")
    window.palette._patience.setInterval(60_000)
    services.parties.go.clear()
    qtbot.keyClicks(window.field, "xx")
    assert [row.key.id for row in window.rows() if row.key] == [person]
    services.parties.go.set()
    settled(qtbot, window)
    assert window.rows() == []
    assert window.palette._card.told()


def test_a_small_mistake_is_forgiven_and_told(qtbot, window, services):
    person = resident(services)
    typed(qtbot, window, "pascal timmermna")
    assert [row.key.id for row in window.rows() if row.key] == [person]
    assert "timmerman" in window.rows()[0].trailing
    assert matches(window.rows()[1].title, window.rows()[1].match) == [(0, 6), (7, 16)]


def test_only_the_newest_of_many_letters_is_shown(qtbot, window, services):
    resident(services)
    services.parties.go.clear()
    window.palette.reveal()
    qtbot.keyClicks(window.field, "timmerman")
    services.parties.go.set()
    settled(qtbot, window)
    assert window.palette._shown.text == "timmerman"
    assert len(services.parties.searched) < len("timmerman")


def test_a_slow_database_holds_up_neither_actions_nor_typing(qtbot, window, services):
    resident(services)
    typed(qtbot, window, "timm")
    services.parties.go.clear()
    window.field.clear()
    window.palette._patience.setInterval(1)
    qtbot.keyClicks(window.field, "plan")
    qtbot.waitUntil(lambda: window.palette._shown.text == "plan")
    assert window.current() == ACTIONS[0]
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.told == [("action_chosen", "appointment")]


def test_enter_before_the_answer_waits_for_it(qtbot, window, services):
    resident(services, "Jan", "Bakker")
    person = resident(services)
    typed(qtbot, window, "bakk")
    services.parties.go.clear()
    window.field.selectAll()
    qtbot.keyClicks(window.field, "timmerman")
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.told == []
    services.parties.go.set()
    qtbot.waitUntil(lambda: window.told != [])
    assert window.told == [("party_chosen", person, "Pascal Timmerman")]


def test_enter_before_the_answer_takes_nobody_out_of_several_unseen(qtbot, window, services):
    for given in ("Pascal", "Petra"):
        resident(services, given)
    services.parties.go.clear()
    window.palette.reveal()
    qtbot.keyClicks(window.field, "timmerman")
    press(qtbot, window, Qt.Key.Key_Return)
    services.parties.go.set()
    settled(qtbot, window)
    assert (window.told, window.palette.is_open()) == ([], True)
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.told[0][0] == "party_chosen"


def test_an_answer_that_comes_after_closing_changes_nothing(qtbot, window, services):
    resident(services)
    services.parties.go.clear()
    window.palette.reveal()
    qtbot.keyClicks(window.field, "timmerman")
    press(qtbot, window, Qt.Key.Key_Return)
    press(qtbot, window, Qt.Key.Key_Escape)
    services.parties.go.set()
    qtbot.waitUntil(window.tasks.is_idle)
    assert (window.told, window.palette.is_open()) == ([], False)


def test_an_answer_to_what_was_wiped_out_again_is_not_shown(qtbot, window, services):
    resident(services)
    window.palette.reveal()
    home = window.rows()
    services.parties.go.clear()
    qtbot.keyClicks(window.field, "timmerman")
    window.field.clear()
    assert window.rows() == home
    services.parties.go.set()
    qtbot.waitUntil(window.tasks.is_idle)
    assert window.rows() == home


def test_an_outage_is_told_in_place_and_typing_goes_on(qtbot, window, services):
    resident(services)
    services.parties.failure = DatabaseAway()
    typed(qtbot, window, "pas")
    assert window.palette._card.told()
    assert [row.key for row in window.rows() if row.key] == [ACTIONS[1], ACTIONS[0], ACTIONS[2]]
    services.parties.failure = None
    qtbot.keyClicks(window.field, "c")
    settled(qtbot, window)
    assert window.palette._card.told() == ""
    assert [row.title for row in window.rows()][-1] == "Pascal Timmerman"


def test_a_bug_is_told_in_place_and_to_who_presents_bugs(qtbot, window, services):
    told = []
    window.tasks.unhandled.connect(told.append)
    services.parties.failure = ZeroDivisionError()
    typed(qtbot, window, "pas")
    assert window.palette._card.told()
    assert {type(error) for error in told} == {ZeroDivisionError}


def test_an_empty_field_offers_what_is_used_asked_and_was_looked_at(qtbot, window, services, opened):
    person = resident(services)
    product(opened, "Paspoort")
    typed(qtbot, window, "pas notitie")
    press(qtbot, window, Qt.Key.Key_Return)
    typed(qtbot, window, "timmerman")
    press(qtbot, window, Qt.Key.Key_Return)
    window.palette.reveal()
    settled(qtbot, window)
    keys = [row.key for row in window.rows() if row.key is not None]
    assert [key.id for key in keys[:2]] == ["note", "appointment"]
    assert [key.name for key in keys[2:3]] == ["Paspoort"]
    assert keys[3].id == person
    window.palette.forget_people()
    assert window.palette.recent_people() == ()


def test_whose_card_was_shown_is_remembered_and_a_restriction_stays_one(qtbot, window, services):
    person = resident(services)
    window.viewing.look_at(person, "Pascal Timmerman")
    qtbot.waitUntil(lambda: window.palette.recent_people() == (person,))
    window.palette.reveal()
    settled(qtbot, window)
    assert window.rows()[-1].trailing == "Emmeloord · 03-11-1979"


def test_new_actions_and_products_are_shown_while_it_is_open(qtbot, window):
    typed(qtbot, window, "pas")
    press(qtbot, window, Qt.Key.Key_Down)
    before = window.current()
    window.palette.set_actions((*ACTIONS, Action("more", "Pas adres aan")))
    assert "more" in [row.key.id for row in window.rows() if row.key]
    assert window.current() == before


def test_a_call_that_takes_the_focus_closes_it_and_keeps_the_focus(qtbot, window):
    typed(qtbot, window, "pas")
    window.line.setFocus()
    assert not window.palette.is_open()
    assert QApplication.focusWidget() is window.line


def test_a_call_that_rings_over_it_is_answered_from_it(qtbot, window, services):
    for given in ("Pascal", "Petra"):
        resident(services, given, phone="0527123456")
    incoming = IncomingCalls(services.parties, window.tasks, window.conversations, lambda: START, window)
    card = RingCard(incoming, lambda: START, window)
    card.set_room(window.rect())
    window.palette.opened.connect(card.raise_)
    shortcut = QShortcut(QKeySequence("F2"), window)
    shortcut.activated.connect(incoming.answer)
    incoming.on_call(CallLog().apply(call_event("0527123456", call_id="c1", at=START))[1])
    typed(qtbot, window, "pas")
    assert card.isAncestorOf(window.childAt(card.geometry().center()))
    assert QApplication.focusWidget() is window.field
    second = incoming.front().candidates[1].id
    press(qtbot, window, Qt.Key.Key_F2)
    press(qtbot, window, Qt.Key.Key_2)
    assert window.conversations.active().speaker.id == second
    assert window.field.text() == "pas"


@pytest.mark.parametrize(
    "text",
    ["x" * 100_000, "woord " * 20_000, "😀😀 🇳🇱", "\0", "שלום עולם", "'; DROP TABLE party; --", "<b>%_\\", "\u202e"],
)
def test_odd_text_does_nothing_bad(qtbot, window, services, text):
    resident(services)
    window.palette.reveal()
    QApplication.clipboard().setText(text)
    window.field.paste()
    settled(qtbot, window)
    window.grab()
    assert 0 < len(window.field.text()) <= LONGEST or text == "\0"
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.told in ([], [("action_chosen", "appointment")])


def test_a_lone_surrogate_is_no_outage(qtbot, window, services):
    window.palette.reveal()
    window.palette._on_typed("\ud83d12")
    settled(qtbot, window)
    assert window.palette._shown.text == "12"


@pytest.mark.parametrize(("width", "height", "scale"), [(1440, 900, 100), (1100, 700, 150), (1100, 700, 200)])
def test_the_card_stays_in_the_window_and_cuts_no_row(qapp, qtbot, window, services, width, height, scale):
    theme.apply(qapp, theme.DARK, scale)
    for number in range(20):
        resident(services, f"Pascal{number}")
    window.resize(width, height)
    typed(qtbot, window, "pas")
    card = window.palette._card
    assert window.palette.geometry() == window.rect()
    assert window.rect().contains(card.geometry().adjusted(24, 24, -24, -24))
    rows = card.list
    heights = [rows.sizeHintForRow(line) for line in range(rows.model().rowCount())]
    assert rows.height() in [sum(heights[:count]) for count in range(4, len(heights) + 1)]
    for _ in range(30):
        press(qtbot, window, Qt.Key.Key_Down)
    assert rows.viewport().rect().contains(rows.visualRect(rows.currentIndex()))
    window.resize(width - 100, height - 60)
    assert window.rect().contains(card.geometry().adjusted(24, 24, -24, -24))


def test_larger_text_and_another_palette_while_it_is_open(qapp, qtbot, window, services):
    resident(services)
    typed(qtbot, window, "pas")
    before = window.palette._card.geometry()
    theme.apply(qapp, theme.DARK, 150)
    after = window.palette._card.geometry()
    assert after.width() == theme.px(680) + 48
    assert after.height() > before.height()
    assert window.palette._card.list.height() == window.palette._card.list.height_of_rows()


def test_the_field_tells_the_current_row_and_all_that_takes_focus_has_a_name(qtbot, window, services):
    resident(services)
    typed(qtbot, window, "timmerman")
    spoken = QAccessible.queryAccessibleInterface(window.field).text(QAccessible.Text.Description)
    assert spoken.startswith("Pascal Timmerman")
    for part in window.palette.findChildren(QWidget):
        if part.focusPolicy() != Qt.FocusPolicy.NoFocus:
            assert QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
    assert window.palette._card.list.accessibleName()


def test_the_service_is_never_asked_on_the_main_thread(qtbot, window, services):
    threads = []
    search = services.parties.search

    def watched(text, limit=20):
        threads.append(threading.current_thread() is threading.main_thread())
        return search(text, limit)

    services.parties.search = watched
    typed(qtbot, window, "pas")
    assert threads
    assert not any(threads)
