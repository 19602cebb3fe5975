"""The middle column of the Contact screen, through the real services on a real database."""

from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from sqlalchemy import update

from kcc_desktop.data.database import Database
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.data.parties import PersonRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.contact_commands import MoveContact
from kcc_desktop.domain.contacts import IdentityLevel, LookedUpKind, TaskWish
from kcc_desktop.domain.errors import DatabaseAway, NotAllowed
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.party_commands import RefuseDisclosure
from kcc_desktop.domain.timeline import EntryKind, TimelineFilter
from kcc_desktop.domain.work import TaskKind
from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.timeline.reader import Phase
from kcc_desktop.ui.timeline.reading import LongText, ReadText
from kcc_desktop.ui.timeline.rows import DayRow, EntryRow, LiveRow, Tail, TailRow
from kcc_desktop.ui.timeline.sheet import Act
from kcc_desktop.ui.timeline.timeline_column import TimelineColumn
from tests.services.office import make_case
from tests.ui.timeline_desk import NOW, TimelineDesk


@pytest.fixture
def desk(database, qtbot, shown):
    made = TimelineDesk(database, qtbot)
    shown(made.column, 680, 760)
    made.settle()
    yield made
    made.close()


@pytest.fixture
def small(sqlite_engine, qtbot, shown):
    """On one database, for what has nothing to do with it."""
    opened = Database(sqlite_engine, origin="test")
    make_first_agent(opened, "Noor Jansen", "KCC", {Role.TEAM_LEAD})
    made = TimelineDesk(opened, qtbot)
    shown(made.column, 680, 760)
    made.settle()
    yield made
    made.close()


def press(desk, key, modifiers=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget() or desk.column.view, key, modifiers)
    desk.settle()


def focus(desk):
    desk.column.focus_list()
    desk.qtbot.waitUntil(desk.column.view.hasFocus)


# Reading


def test_scrolling_to_the_end_shows_everything_once(desk):
    recorded = desk.many(180)
    desk.look_at()
    bar = desk.column.view.verticalScrollBar()
    assert len(desk.ids()) < 180
    for _ in range(20):
        bar.setValue(bar.maximum())
        desk.settle()
    assert desk.ids() == recorded
    assert not any(isinstance(row, TailRow) for row in desk.column.model.rows())


def test_the_end_key_goes_on_until_the_oldest(desk):
    recorded = desk.many(120)
    desk.look_at()
    focus(desk)
    for _ in range(6):
        press(desk, Qt.Key.Key_End)
    assert desk.column.view.current_row().entry.id == recorded[-1]
    press(desk, Qt.Key.Key_Home)
    assert desk.column.view.current_row().entry.id == recorded[0]


def test_a_new_contact_comes_on_top_and_moves_nothing(desk):
    recorded = desk.many(60)
    desk.look_at()
    bar, view = desk.column.view.verticalScrollBar(), desk.column.view
    bar.setValue(bar.maximum() // 2)
    desk.settle()
    seen = view.indexAt(QPoint(100, 300)).row()
    before = desk.column.model.row_at(seen)
    view.choose(before.key)
    desk.open(before.entry.id)
    place = view.visualRect(desk.column.model.index(seen)).top()
    newest = desk.record("Nieuwe vraag", at=NOW - timedelta(minutes=1))
    desk.viewing.reload()
    desk.settle()
    assert desk.ids()[:2] == [newest, recorded[0]]
    number = desk.column.model.place_of(before.key)
    assert view.visualRect(desk.column.model.index(number)).top() == place
    assert view.current_row().entry.id == before.entry.id
    assert view.opened_key() == before.entry.id
    assert desk.column.opening.card().isVisible()


def test_at_the_top_one_sees_what_comes(desk):
    desk.many(60)
    desk.look_at()
    newest = desk.record("Nieuwe vraag", at=NOW - timedelta(minutes=1))
    desk.viewing.reload()
    desk.settle()
    assert desk.column.view.verticalScrollBar().value() == 0
    assert desk.ids()[0] == newest


def test_a_change_further_down_than_the_first_page_is_read_too(desk):
    recorded = desk.many(330, each=30)
    desk.look_at()
    while not desk.column.reader.is_complete:
        desk.column.reader.load_more()
        desk.settle()
    other = desk.person("Jan", "Bakker")
    desk.contacts.move(MoveContact(new_id(), recorded[300], other, "verkeerde inwoner"))
    desk.viewing.reload()
    desk.settle()
    assert desk.ids() == [contact for contact in recorded if contact != recorded[300]]


def test_another_party_shows_at_once_what_is_theirs(desk):
    desk.many(3)
    other = desk.person("Jan", "Bakker")
    theirs = desk.record("Vraag van Jan", other)
    desk.look_at()
    desk.column.open_search()
    desk.column.search.field.setText("Vraag")
    desk.look_at(other)
    assert desk.ids() == [theirs]
    assert desk.column.reader.wanted == TimelineFilter()
    assert not desk.column.search.isVisible()


def test_another_party_and_another_filter_are_seen_from_the_top(small):
    small.many(50)
    other = small.person("Jan", "Bakker")
    for number in range(20):
        small.record(f"Vraag {number} van Jan", other, at=NOW - timedelta(hours=number))
    bar = small.column.view.verticalScrollBar()
    small.look_at()
    bar.setValue(900)
    small.look_at(other)
    assert bar.value() == 0
    assert bar.maximum() > 0
    bar.setValue(300)
    small.column.chips.chip("phone").click()
    small.settle()
    assert bar.value() == 0


def test_each_conversation_finds_its_timeline_as_it_left_it(desk):
    recorded = desk.many(150)
    other = desk.person("Jan", "Bakker")
    for number in range(30):
        desk.record(f"Vraag {number} van Jan", other, at=NOW - timedelta(hours=number + 1))
    desk.record("Bij de balie", other, channel="counter")
    view, column = desk.column.view, desk.column
    first = desk.talk_with()
    while recorded[120] not in desk.ids():  # further down than is read at once
        column.reader.load_more()
        desk.settle()
    column.view.verticalScrollBar().setValue(view.verticalOffset() + view.visualRect(place(desk, recorded[110])).top())
    desk.settle()
    seen = view.places()
    assert len(seen) > 3
    second = desk.talk_with(other)
    assert view.verticalOffset() == 0
    column.chips.chip("phone").click()
    desk.settle()
    view.verticalScrollBar().setValue(300)
    desk.settle()
    theirs = view.places()
    desk.conversations.activate(first.id)
    desk.settle()
    assert (view.places(), column.chips.names()) == (seen, [])
    desk.conversations.activate(second.id)
    desk.settle()
    assert (view.places(), column.chips.names()) == (theirs, ["Telefoon"])
    assert column.reader.wanted == TimelineFilter(channels=frozenset({"phone"}))
    # Who looks aside and comes back finds it so, too; what has ended is forgotten.
    desk.look_at()
    assert (view.verticalOffset(), column.chips.names()) == (0, [])
    desk.viewing.back()
    desk.settle()
    assert (view.places(), column.chips.names()) == (theirs, ["Telefoon"])
    desk.conversations.end(second.id)
    desk.settle()
    assert view.places() == seen
    assert column._places._kept == {}


def place(desk, contact_id):
    return desk.column.model.index(desk.column.model.place_of(contact_id), 0)


def test_two_conversations_with_one_citizen_have_a_search_each(small):
    small.record("Paspoort kwijt")
    small.record("Grofvuil ophalen")
    first = small.talk_with()
    column = small.column
    column.open_search()
    column.search.field.setText("grofvuil")
    column.search._tell()
    small.settle()
    assert small.titles() == ["Grofvuil ophalen"]
    second = small.talk_with()
    assert len(small.titles()) == 3  # with what goes on
    assert not column.search.isVisible()
    small.conversations.activate(first.id)
    small.settle()
    assert (small.titles(), column.search.text()) == (["Grofvuil ophalen"], "grofvuil")
    assert column.search.isVisible()
    small.conversations.activate(second.id)
    small.settle()
    assert len(small.titles()) == 3


def test_scrolling_on_while_it_is_found_again_wins(small):
    recorded = small.many(150)
    other = small.person("Jan", "Bakker")
    first = small.talk_with()
    while recorded[120] not in small.ids():
        small.column.reader.load_more()
        small.settle()
    view = small.column.view
    view.verticalScrollBar().setValue(view.verticalOffset() + view.visualRect(place(small, recorded[110])).top())
    small.settle()
    small.talk_with(other)
    small.conversations.activate(first.id)
    view._settle()
    view.verticalScrollBar().setValue(120)
    small.settle()
    assert view.verticalOffset() == 120


def test_who_was_looked_at_stays_narrowed_when_the_conversation_begins(small):
    small.record("Gebeld")
    small.record("Bij de balie", channel="counter")
    small.look_at()
    small.column.chips.chip("phone").click()
    small.settle()
    small.talk_with()
    assert small.column.chips.names() == ["Telefoon"]


# Filter and search


def test_chips_count_and_narrow(desk):
    phone = desk.record("Gebeld")
    counter = desk.record("Aan de balie", channel="counter")
    wish = TaskWish(new_id(), TaskKind.CALLBACK, desk.someone(), "Terugbellen", "+31612345678", NOW)
    with_task = desk.record("Met taak", tasks=(wish,))
    desk.look_at()
    chips = desk.column.chips
    assert chips.all.accessibleName() == "filter Alles 4"
    assert chips.chip("phone").accessibleName() == "filter Telefoon 2"
    assert chips.chip("letter") is None
    chips.chip("counter").click()
    desk.settle()
    assert desk.ids() == [counter]
    chips.chip(EntryKind.TASK).click()
    desk.settle()
    assert set(desk.ids()) == {counter, wish.id}
    chips.all.click()
    desk.settle()
    assert set(desk.ids()) == {phone, counter, with_task, wish.id}


def test_a_search_finds_in_summary_and_note_and_lights_up(desk):
    found = desk.record("Paspoort kwijt\nin de trein")
    noted = desk.record("Andere vraag", note="Vraagt ook naar een PASPOORT")
    desk.record("Hondenbelasting")
    desk.look_at()
    desk.column.open_search()
    QTest.keyClicks(desk.column.search.field, "paspoort")
    desk.qtbot.waitUntil(lambda: desk.column.reader.wanted.text == "paspoort")
    desk.settle()
    assert set(desk.ids()) == {found, noted}
    assert desk.column.delegate.sought == "paspoort"
    QTest.keyClick(desk.column.search.field, Qt.Key.Key_Down)
    desk.qtbot.waitUntil(desk.column.view.hasFocus)
    press(desk, Qt.Key.Key_Escape)
    assert len(desk.ids()) == 3
    assert not desk.column.search.isVisible()


def test_a_filter_that_leaves_nothing_says_what_there_is(desk):
    desk.many(3)
    desk.look_at()
    desk.column.open_search()
    desk.column.search.field.setText("bestaat niet")
    desk.qtbot.waitUntil(lambda: desk.column.states.message.isVisible())
    assert "bestaat niet" in desk.column.states.message.accessibleName()
    assert "3" in desk.column.states.message.accessibleName()
    assert not desk.column.view.isVisible()
    desk.column.states.message.buttons()[0].click()
    desk.settle()
    assert len(desk.ids()) == 3
    assert desk.column.view.isVisible()


# States


def test_nobody_and_nothing_are_said(small):
    message = small.column.states.message
    assert small.column.reader.phase is Phase.NOBODY
    assert message.isVisible()
    with small.qtbot.waitSignal(small.column.search_wanted):
        message.buttons()[0].click()
    small.look_at()
    assert message.isVisible()
    assert "Nog geen contacten" in message.accessibleName()
    small.record("Eerste vraag")
    small.viewing.reload()
    small.settle()
    assert not message.isVisible()
    assert small.titles() == ["Eerste vraag"]


def test_a_page_that_fails_leaves_the_rest_and_can_be_tried_again(small, monkeypatch):
    recorded = small.many(80)
    small.look_at()
    monkeypatch.setattr(small.column.reader, "_timeline", Away())
    small.column.reader.load_more()
    small.settle()
    last = small.column.model.rows()[-1]
    assert last == TailRow(Tail.FAILED)
    assert small.ids() == recorded[: len(small.ids())]
    monkeypatch.setattr(small.column.reader, "_timeline", small.timeline)
    focus(small)
    press(small, Qt.Key.Key_End)
    assert small.column.view.current_row() == last
    press(small, Qt.Key.Key_Return)
    assert len(small.ids()) > 50


class Away:
    """The database is away, as the service tells it."""

    def page(self, *_arguments):
        raise DatabaseAway


def test_away_keeps_what_is_shown_and_says_so(small, monkeypatch):
    recorded = small.many(3)
    small.look_at()
    monkeypatch.setattr(small.parties, "overview", partial(raise_, DatabaseAway()))
    small.viewing.reload()
    small.settle()
    assert small.ids() == recorded
    assert small.column._notice.isVisible()
    monkeypatch.undo()
    small.column.read_again()
    small.settle()
    assert not small.column._notice.isVisible()


def raise_(error, *_arguments):
    raise error


@pytest.mark.parametrize(("error", "words"), [(DatabaseAway(), "verbinding"), (NotAllowed("x"), "niet zien")])
def test_what_cannot_be_read_at_all_says_why(small, monkeypatch, error, words):
    small.many(3)
    monkeypatch.setattr(small.parties, "overview", partial(raise_, error))
    small.look_at()
    assert small.column.reader.phase is Phase.FAILED
    assert words in small.column.states.message.accessibleName()
    assert not small.column.view.isVisible()


# The conversation that goes on


def test_what_goes_on_is_a_row_whose_title_follows_the_note(small):
    small.record("Eerder", at=NOW - timedelta(days=1))
    small.look_at()
    ongoing = small.talk_with()
    live = next(row for row in small.column.model.rows() if isinstance(row, LiveRow))
    face = small.column.words.face(live)
    assert (face.title, face.state, face.is_live) == ("Telefoon", "Loopt", True)
    small.conversations.put(ongoing.with_question(summary="Paspoort kwijt"))
    small.qtbot.waitUntil(lambda: small.titles()[0] == "Paspoort kwijt")
    small.conversations.end(ongoing.id)
    small.settle()
    assert "Paspoort kwijt" not in small.titles()


def test_a_conversation_with_somebody_else_is_no_row_here(small):
    other = small.person("Jan", "Bakker")
    small.talk_with(other)
    small.look_at()
    assert not any(isinstance(row, LiveRow) for row in small.column.model.rows())


def test_typing_a_note_changes_one_row_and_seldom(small):
    small.many(30)
    small.look_at()
    ongoing = small.talk_with()
    told = []
    small.column.model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    for length in range(1, 41):
        small.conversations.put(ongoing.with_question(summary="Paspoort kwijt, gaat 21 maart op reis naar"[:length]))
    small.qtbot.waitUntil(lambda: small.titles()[0].startswith("Paspoort kwijt, gaat 21 maart op reis na"))
    assert 1 <= len(told) <= 3
    assert all(first == last for first, last in told)


# Confidential


def test_a_confidential_contact_stays_folded_until_it_is_sure_who_listens(small):
    secret = small.record("Schulden besproken\nmet de wijkcoach", is_confidential=True)
    small.look_at()
    assert small.titles() == ["Schulden besproken"]
    ongoing = small.talk_with()
    assert "Vertrouwelijk contact" in small.titles()
    spoken = [small.column.words.spoken(row) for row in small.column.model.rows()]
    assert not any("Schulden" in words for words in spoken)
    small.conversations.put(ongoing.established(IdentityLevel.QUESTIONS_ANSWERED, "geboortedatum"))
    small.settle()
    assert "Schulden besproken" in small.titles()
    assert small.row(secret).is_folded is False


def test_a_folded_contact_opens_after_a_key_and_folds_again(small):
    secret = small.record("Schulden besproken", is_confidential=True)
    small.look_at()
    small.talk_with()
    focus(small)
    small.column.view.choose(secret)
    press(small, Qt.Key.Key_Return)
    small.qtbot.waitUntil(lambda: small.column.opening.detail() is not None)
    assert "Schulden besproken" in small.column.opening.card().accessibleName()
    press(small, Qt.Key.Key_Escape)
    assert small.column.view.opened_key() is None
    assert "Schulden besproken" not in small.titles()


def test_with_a_restriction_answers_to_questions_unfold_nothing(small):
    small.record("Schulden besproken", is_confidential=True)
    small.database.unguarded_write(
        lambda c: c.execute(update(PersonRow).where(PersonRow.party_id == small.fatima).values(restriction=7))
    )
    small.look_at()
    ongoing = small.talk_with(identity=IdentityLevel.QUESTIONS_ANSWERED)
    assert "Schulden besproken" not in small.titles()
    small.conversations.put(ongoing.established(IdentityLevel.DOCUMENT_SEEN, "paspoort"))
    small.settle()
    assert "Schulden besproken" in small.titles()


# Opening


def test_a_row_opens_in_place_with_everything_there_is(desk):
    contact = desk.record("Paspoort kwijt\nin de trein", note="intern woord")
    desk.look_at()
    desk.open(contact)
    card = desk.column.opening.card()
    words = " ".join(part.accessibleName() for part in card.findChildren(QWidget))
    for expected in (
        "Paspoort kwijt",
        "in de trein",
        "intern woord",
        "Noor Jansen",
        "geboortedatum en adres",
        "Beantwoord",
    ):
        assert expected in words
    view = desk.column.view
    area = view.visualRect(desk.column.model.index(desk.column.model.place_of(contact)))
    assert area.contains(card.geometry())
    assert area.height() > 100


def test_one_row_is_open_at_a_time_and_escape_closes_it(desk):
    first, second = desk.many(2)
    desk.look_at()
    focus(desk)
    desk.column.view.choose(first)
    press(desk, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.column.view.opened_key() == first)
    press(desk, Qt.Key.Key_Down)
    press(desk, Qt.Key.Key_Return)
    desk.qtbot.waitUntil(lambda: desk.column.view.opened_key() == second)
    assert len([card for card in desk.column.view.viewport().children() if getattr(card, "isVisible", bool)()]) == 1
    press(desk, Qt.Key.Key_Escape)
    assert desk.column.view.opened_key() is None
    assert desk.column.view.hasFocus()
    assert desk.column.view.current_row().entry.id == second


def test_a_click_opens_and_a_click_closes(desk):
    contact = desk.record("Paspoort kwijt")
    desk.look_at()
    view = desk.column.view

    def click():
        area = view.visualRect(desk.column.model.index(desk.column.model.place_of(contact)))
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(60, area.top() + 20))
        desk.settle()

    click()
    desk.qtbot.waitUntil(lambda: view.opened_key() == contact)
    click()
    assert view.opened_key() is None


def test_a_task_opens_with_its_number_and_its_promise(desk):
    wish = TaskWish(
        new_id(), TaskKind.CALLBACK, desk.someone(), "Terugbellen over kap\nvan een boom", "+31612345678", NOW
    )
    desk.record("Met taak", tasks=(wish,))
    desk.look_at()
    desk.open(wish.id)
    words = " ".join(part.accessibleName() for part in desk.column.opening.card().findChildren(QWidget))
    assert desk.column.opening.detail().summary.reference in words
    assert "van een boom" in words
    assert "06-12 34 56 78" in words


def test_a_case_opens_with_its_steps_and_belongs_to_the_conversation(desk):
    case = make_case(desk.database, desk.fatima)
    desk.look_at()
    desk.open(case)
    detail = desk.column.opening.detail()
    words = " ".join(part.accessibleName() for part in desk.column.opening.card().findChildren(QWidget))
    expected = (detail.summary.reference, "Ontvangen", "In behandeling · nog niet", "Jan Smit · Vergunningen")
    assert [word for word in expected if word not in words] == []
    desk.talk_with()
    desk.column.attach_opened()
    assert (LookedUpKind.CASE, case) in {
        (seen.kind, seen.id) for seen in desk.conversations.active().question.looked_up
    }


def test_a_refused_disclosure_opens_with_what_was_asked(desk):
    refused = RefuseDisclosure(new_id(), desk.fatima, None, "Nieuw adres van zijn ex-vrouw\nZei dat het mocht")
    desk.parties.refuse_disclosure(refused)
    desk.look_at()
    desk.open(refused.id)
    words = " ".join(part.accessibleName() for part in desk.column.opening.card().findChildren(QWidget))
    assert "Zei dat het mocht" in words
    assert "Noor Jansen" in words
    assert desk.column.opening.acts() == ()


def test_what_can_be_done_follows_the_conversation(desk):
    contact = desk.record("Paspoort kwijt\nin de trein")
    desk.look_at()
    desk.open(contact)
    assert desk.column.opening.acts() == (Act.CORRECT, Act.MOVE)
    desk.talk_with()
    assert desk.column.opening.acts() == (Act.TO_NOTE, Act.ATTACH, Act.CORRECT, Act.MOVE)
    noted, attached = [], []
    desk.column.to_note.connect(noted.append)
    desk.column.attach.connect(attached.append)
    focus(desk)
    press(desk, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    press(desk, Qt.Key.Key_H, Qt.KeyboardModifier.AltModifier)
    assert noted == ["Paspoort kwijt\nin de trein"]
    assert [(thing.kind, thing.id) for thing in attached] == [(LookedUpKind.CONTACT, contact)]
    assert contact in {thing.id for thing in desk.conversations.active().question.looked_up}
    assert not desk.column.opening.card().buttons[Act.ATTACH].isEnabled()


def test_a_hundred_thousand_characters_open_without_a_wait(small):
    text = "Paspoort kwijt\n" + "woord " * 16_000
    contact = small.record(text)
    small.look_at()
    small.open(contact)
    card = small.column.opening.card()
    long = next(part for part in card.findChildren(LongText) if part.more is not None)
    assert not long.is_whole()
    low = card.height()
    long.more.click()
    small.qtbot.waitUntil(long.is_whole)
    small.settle()
    assert card.height() > 10 * low
    shown = "".join(part.words() for part in long.findChildren(ReadText))
    assert shown.count("woord") == 16_000


def test_a_row_higher_than_the_list_is_read_to_its_end_with_the_arrow(small):
    contact = small.record("Paspoort kwijt\n" + "woord " * 700)
    older = small.record("Eerder", at=NOW - timedelta(hours=1))
    small.look_at()
    small.open(contact)
    focus(small)
    view = small.column.view
    view.choose(contact)
    pressed = 0
    while view.current_row().entry.id == contact:
        press(small, Qt.Key.Key_Down)
        pressed += 1
        assert pressed < 100
    assert pressed > 3
    assert view.current_row().entry.id == older


def test_a_click_on_the_title_closes_and_one_on_the_text_does_not(small):
    contact = small.record("Paspoort kwijt\nin de trein")
    small.look_at()
    small.open(contact)
    card = small.column.opening.card()
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(card.width() // 2, card.height() - 60))
    assert small.column.view.opened_key() == contact
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(60, 20))
    assert small.column.view.opened_key() is None


def test_html_and_signs_are_text(small):
    text = "<b>vet</b> & \u202eachterstevoren 😀\n<script>alert(1)</script> '; DROP TABLE contact; --"
    contact = small.record(text)
    small.look_at()
    small.open(contact)
    parts = small.column.opening.card().findChildren(ReadText)
    assert "<script>alert(1)</script> '; DROP TABLE contact; --" in [part.words() for part in parts]
    assert all("<script>" not in part.text() for part in parts)
    assert small.titles()[0].startswith("<b>vet</b> & ")


# Keyboard and screen reader


def test_arrows_and_pages_pass_the_headings_by(small):
    small.many(40, each=4)
    small.look_at()
    focus(small)
    view = small.column.view
    seen = [view.current_row()]
    for _ in range(45):
        press(small, Qt.Key.Key_Down)
        seen.append(view.current_row())
    assert not any(isinstance(row, DayRow) for row in seen)
    assert len({row.key for row in seen}) == 40
    press(small, Qt.Key.Key_Home)
    places = [view.currentIndex().row()]
    for _ in range(3):
        press(small, Qt.Key.Key_PageDown)
        places.append(view.currentIndex().row())
    assert places == sorted(set(places))
    press(small, Qt.Key.Key_PageUp)
    assert view.currentIndex().row() < places[-1]
    area = view.visualRect(view.currentIndex())
    assert view.viewport().rect().contains(area)


def test_everything_that_takes_the_focus_has_a_name(small):
    contact = small.record("Paspoort kwijt")
    small.look_at()
    small.talk_with()
    small.open(contact)
    small.column.open_search()
    nameless = [
        part
        for part in small.column.findChildren(QWidget)
        if part.isVisible()
        and part.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not QAccessible.queryAccessibleInterface(part).text(QAccessible.Text.Name)
    ]
    assert nameless == []


def test_a_row_reads_out_when_how_what_and_how_it_ended(small):
    small.record("Paspoort kwijt\nin de trein", at=NOW - timedelta(minutes=27))
    small.look_at()
    row = next(row for row in small.column.model.rows() if isinstance(row, EntryRow))
    number = small.column.model.place_of(row.key)
    spoken = small.column.model.data(small.column.model.index(number), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "10:15, Telefoon, Paspoort kwijt, Noor Jansen · in de trein, Beantwoord"
    heading = small.column.model.data(small.column.model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert heading == "Vandaag, wo 5 mrt"


def test_a_screen_reader_finds_a_list_with_its_rows(small):
    small.many(3, each=1)
    small.look_at()
    focus(small)
    press(small, Qt.Key.Key_Down)
    view = QAccessible.queryAccessibleInterface(small.column.view)
    items = [view.child(number) for number in range(view.childCount())]
    assert view.role() == QAccessible.Role.List
    assert [item.text(QAccessible.Text.Name) for item in items] == [
        small.column.words.spoken(row) for row in small.column.model.rows()
    ]
    assert [bool(item.state().focused) for item in items].index(True) == small.column.view.currentIndex().row()


def test_tab_goes_from_the_list_through_what_is_open(small):
    contact = small.record("Paspoort kwijt")
    small.look_at()
    small.talk_with()
    small.open(contact)
    focus(small)
    buttons = list(small.column.opening.card().buttons.values())
    for button in buttons:
        press(small, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is button
    press(small, Qt.Key.Key_Escape)
    assert small.column.view.hasFocus()


# Looks


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("tokens", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_it_follows_palette_and_text_scale_while_it_is_open(small, look, tokens, scale):
    contact = small.record("Paspoort kwijt\nin de trein", note="intern")
    small.many(20)
    small.look_at()
    small.open(contact)
    theme.apply(look, tokens, scale)
    small.column.resize(360 if scale > 100 else 680, 560)
    small.settle()
    view = small.column.view
    area = view.visualRect(small.column.model.index(small.column.model.place_of(contact)))
    card = small.column.opening.card()
    assert card.width() <= view.width()
    assert area.height() >= card.heightForWidth(card.width())
    assert small.column.chips.height() >= small.column.chips.sizeHint().height()
    assert small.column.minimumSizeHint().width() <= 360


def test_the_column_goes_with_work_under_way(database, qtbot):
    made = TimelineDesk(database, qtbot)
    made.many(3)
    for _ in range(5):
        made.viewing.look_at(made.fatima)
        column = TimelineColumn(made.services, made.tasks, made.conversations, made.viewing, lambda: NOW)
        column.show()
        column.deleteLater()
    made.column.deleteLater()
    qtbot.waitUntil(made.tasks.is_idle)
    made.close()
