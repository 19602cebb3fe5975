"""Large text on small screens: fixed parts stay whole, nothing scrolls sideways, the window does not grow."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QScrollBar, QWidget

from kcc_desktop.domain.errors import NotAllowed
from kcc_desktop.domain.identity import new_id
from kcc_desktop.ui.shared import paint, theme
from kcc_desktop.ui.shared.buttons import Choice
from kcc_desktop.ui.shared.fields import TextField
from tests.ui.desks import PHONE, register
from tests.ui.window_desk import emptied, shared

SIZES = ((100, QSize(1440, 900)), (150, QSize(1440, 900)), (150, QSize(1100, 700)), (200, QSize(1440, 900)))
SIZES = (*SIZES, (200, QSize(1100, 700)), (100, QSize(960, 600)))


@pytest.fixture(scope="module")
def desk(request, qapp, catalogues, sqlite_template, tmp_path_factory):
    with shared(request, qapp, sqlite_template, tmp_path_factory.mktemp("desk")) as (database, hands):
        party = register(database, given="Alexandrina Wilhelmina", surname="Heuvel tot Beichlingen", prefix="van den")
        register(database, given="Willem", surname="Bakker", prefix="", phone=PHONE)
        yield party, hands


@pytest.fixture(params=SIZES, ids=lambda given: f"{given[0]}%-{given[1].width()}x{given[1].height()}")
def hands(request, desk, qapp, qtbot):
    scale, size = request.param
    made = emptied(desk[1], qtbot)
    theme.apply(qapp, theme.LIGHT, scale)
    made.window.resize(size)
    made.settle()
    made.wanted = size
    yield made
    made.window.resize(QSize(1440, 900))


def talk(hands, party):
    hands.running.desk.viewing.look_at(party)
    hands.settle()
    hands.key("new_conversation")
    hands.type("Mijn paspoort is weg en ik ga over twee weken op reis naar een land waar dat nodig is")


def promise(hands):
    hands.key("callback")
    hands.window.contact.focus_note()


def check(hands):
    QApplication.processEvents()
    window = hands.window
    assert window.size() == hands.wanted
    assert window.minimumSizeHint().width() <= hands.wanted.width()
    assert window.minimumSizeHint().height() <= hands.wanted.height()
    bars = [bar for bar in window.findChildren(QScrollBar) if bar.orientation() == Qt.Orientation.Horizontal]
    assert [bar.parent() for bar in bars if bar.isVisible()] == []
    for area in window.findChildren(QScrollArea):
        if area.isVisible() and area.widget() is not None:
            assert area.widget().width() <= area.viewport().width(), area
    for part in (window.who, window.timeline, window.contact, *fixed(window)):
        assert is_whole(part, window), part
    squeezed = [one for one in inside(window.contact) if isinstance(one, Choice | TextField) and is_squeezed(one)]
    assert [(type(one).__name__, one.accessibleName()) for one in squeezed] == []
    sideways = [one for one in inside(window.contact) if sticks_out(one, window.contact)]
    assert [(type(one).__name__, one.accessibleName()) for one in sideways] == []


def is_squeezed(field):
    return field.width() < field.minimumSizeHint().width()


def fixed(window):
    """What must be there whatever else there is."""
    contact, frame = window.contact, window.frame
    parts = [frame.rail, frame.top_bar, frame.running_bar, frame.status_bar, frame.top_bar.search]
    parts += [contact._call_back, contact._pass_on, contact._finish] if contact._talk.isVisible() else []
    return [part for part in parts if part.isVisible()]


def is_whole(widget, window):
    place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
    seen = widget.visibleRegion().boundingRect()
    return window.rect().contains(place) and seen == widget.rect()


def inside(column):
    return [one for one in column.findChildren(QWidget) if one.isVisible()]


def sticks_out(one, column):
    left = one.mapTo(column, QPoint(0, 0)).x()
    return left < 0 or left + one.width() > column.width()


def test_nothing_goes_on(hands):
    check(hands)


def test_a_conversation(hands, desk):
    talk(hands, desk[0])
    check(hands)


def test_what_was_recorded_last_leaves_the_channels_their_height(hands):
    promises = ("T2026-001667 · Afval en milieu · donderdag 26 november vóór 17:00 uur",) * 3
    idle = hands.window.contact.idle
    idle._say("Vastgelegd 09:01", "Alexandrina Wilhelmina van den Heuvel", *promises)
    check(hands)
    for above, below in pairwise(idle._buttons.values()):
        assert below.y() > above.geometry().bottom()
    idle._last.hide()


def test_a_promise_with_everything_unfolded(hands, desk):
    talk(hands, desk[0])
    promise(hands)
    hands.key("outcome")
    hands.row(typed="verwezen")
    contact = hands.window.contact
    contact.details.toggle()
    for _ in range(5):
        hands.key("next_question")
        hands.type("Nog een vraag over iets heel anders")
    check(hands)
    contact.focus_note()


def test_the_outcomes_that_are_shown_are_shown_whole(hands, desk):
    talk(hands, desk[0])
    for code in ("referred", "calls_again", "answered"):
        hands.running.desk.editing.pick_outcome(code)
        QApplication.processEvents()
        segments = hands.window.contact.outcome._row.segments()
        cut = [one.text() for one in segments[:-1] if paint.text_width(one.text(), strong=True) > one.width() - 12]
        assert cut in ([], ["Neemt zelf weer contact op"])
        assert segments[hands.window.contact.outcome._row.index()].isChecked()


def test_a_sentence_above_the_last_key(hands, desk):
    talk(hands, desk[0])
    hands.window.tell(NotAllowed("see"))
    check(hands)


def test_the_note_keeps_its_lines(hands, desk):
    """With large text on a small screen one still sees what one types."""
    talk(hands, desk[0])
    note = hands.window.contact.note.edit
    hands.window.contact.focus_note()
    QApplication.processEvents()
    assert note.visibleRegion().boundingRect().height() >= 2 * theme.line_height()


def test_nine_conversations_have_a_tab_each(hands):
    for _ in range(9):
        hands.window.new_conversation()
    hands.settle()
    check(hands)
    tabs = hands.window.frame.running_bar.tabs()
    assert len(tabs) == 9
    assert all(is_whole(tab, hands.window) for tab in tabs)


def test_what_floats_stays_inside_the_window(hands, desk):
    talk(hands, desk[0])
    window = hands.window
    hands.key("palette")
    hands.type("bakker")
    card = window.palette_card._card
    assert window.rect().contains(
        QRect(card.mapTo(window, card.rect().topLeft()), card.size()).adjusted(24, 24, -24, -24)
    )
    hands.key("later")
    hands.key("help")
    sheet = window.frame.key_sheet
    assert window.rect().contains(QRect(sheet.mapTo(window, QPoint(24, 24)), sheet.size() - QSize(48, 48)))
    hands.key("later")
    hands.key("product")
    picker = window.contact.product._picker
    assert window.rect().contains(QRect(picker.mapTo(window, QPoint(24, 24)), picker.size() - QSize(48, 48)))
    hands.key("later")
    call = f"call-{new_id()}"
    hands.telephone("ringing", call_id=call)
    ring = window.ring_card
    QApplication.processEvents()
    assert window.rect().contains(QRect(ring.mapTo(window, QPoint(24, 24)), ring.size() - QSize(48, 48)))
    note = window.contact.note.edit
    over = QRect(ring.mapTo(window, QPoint(24, 24)), ring.size() - QSize(48, 48))
    assert not over.intersects(QRect(note.mapTo(window, QPoint(0, 0)), note.size()))
    hands.telephone("ended", call_id=call)
    check(hands)
