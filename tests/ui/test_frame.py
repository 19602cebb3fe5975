"""The frame: the sizes of the look, nothing cut at any text size, everything by key and by name."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import pairwise
from uuid import UUID

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from kcc_desktop.domain.notices import Notice
from kcc_desktop.ui.frame.frame import Frame
from kcc_desktop.ui.frame.notice_line import NoticeLine
from kcc_desktop.ui.frame.rail import DOORS, Rail
from kcc_desktop.ui.frame.running_bar import RunningBar, Tab
from kcc_desktop.ui.frame.status_bar import StatusBar
from kcc_desktop.ui.frame.top_bar import TopBar, initials
from kcc_desktop.ui.shared import keys, theme
from kcc_desktop.ui.shared.basics import Text, column
from kcc_desktop.ui.shared.buttons import Pressable

NOW = datetime(2026, 3, 4, 9, 42, tzinfo=UTC)
NAMES = ["Fatima de Vries", "Onbekend", "Jan Willem Hoekstra", "Aaltje Hoekstra-Brands", "Hoekstra Akkerbouw V.O.F."]
SIZES = pytest.mark.parametrize(
    ("width", "height", "scale"), [(1440, 900, 100), (1100, 700, 100), (1100, 700, 150), (1100, 700, 200)]
)


def tab(number, **other):
    shown = Tab(number, NAMES[number % 5], "telefoon", "phone", f"0{number}:14", number == 0, keys=f"Alt+{number + 1}")
    return replace(shown, **other)


def notice(number, until=None):
    return Notice(UUID(int=number), f"Loket {number} werkt niet", None, NOW - timedelta(minutes=40), until)


def spoken(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def painted(widget):
    """The areas of `widget` that are painted from now on."""

    areas = []

    class Watch(QObject):
        def eventFilter(self, _watched, event):
            if event.type() == QEvent.Type.Paint and isinstance(event, QPaintEvent):
                areas.append(event.rect())
            return False

    widget.installEventFilter(Watch(widget))
    return areas


@pytest.fixture
def full(look):
    """A frame with everything in it at once."""
    frame = Frame(tuple(door.id for door in DOORS))
    frame.rail.set_waiting("work", 123)
    frame.rail.set_waiting("counter", 4)
    frame.top_bar.set_agent("Noor van den Berg-Hoekstra", "KCC · team Burgerzaken")
    frame.top_bar.set_presence("In gesprek", "phone-call", "brand")
    frame.running_bar.set_conversations([tab(n, is_guarded=n == 0, is_on_hold=n == 2) for n in range(9)])
    frame.notice_line.set_notices([notice(1, NOW + timedelta(hours=1)), notice(2)])
    frame.status_bar.set_connection(NOW)
    frame.status_bar.set_town("Noordoostpolder", is_demo=True)
    frame.status_bar.set_saved("bewaard 10:42:07")
    frame.status_bar.set_outbox(2, 1)
    frame.status_bar.set_queue("3 wachten  ·  langste 01:12  ·  norm 25 s", "over")
    panel = QWidget()
    panel.setLayout(column(QLineEdit(), None))
    frame.set_panel(panel)
    return frame


def test_the_sizes_are_those_of_the_look(shown, full):
    shown(full, 1440, 900)
    assert full.rail.width() == 80
    assert full.top_bar.height() == 56
    assert full.running_bar.height() == 44
    assert full.status_bar.height() == 28
    assert full.top_bar.search.size().toTuple() == (560, 36)


@SIZES
def test_the_window_is_never_forced_larger(shown, look, full, width, height, scale):
    theme.apply(look, theme.LIGHT, scale)
    shown(full, width, height)
    look.processEvents()
    assert full.size().toTuple() == (width, height)
    smallest = full.minimumSizeHint()
    assert smallest.width() <= width
    assert smallest.height() <= height


@SIZES
def test_nothing_lies_over_something_else_or_outside(shown, look, full, width, height, scale):
    theme.apply(look, theme.LIGHT, scale)
    shown(full, width, height)
    look.processEvents()
    for bar in (full.top_bar, full.running_bar, full.notice_line, full.status_bar, full.rail):
        parts = [part for part in bar.findChildren(QWidget) if part.isVisible() and isinstance(part, Text | Pressable)]
        areas = [(QRect(part.mapTo(bar, QPoint(0, 0)), part.size()), part) for part in parts]
        assert all(bar.rect().contains(area) for area, _part in areas), type(bar).__name__
        for at, (area, part) in enumerate(areas):
            for other, second in areas[at + 1 :]:
                assert not area.intersects(other), (type(bar).__name__, spoken(part), spoken(second))


@SIZES
def test_the_words_of_the_doors_and_the_status_are_never_cut(shown, look, full, width, height, scale):
    theme.apply(look, theme.LIGHT, scale)
    shown(full, width, height)
    look.processEvents()
    for door in full.rail.buttons():
        assert door.width() >= Text(door.text(), theme.CAPTION, strong=True).sizeHint().width()
        assert door.geometry().bottom() <= full.rail.height()
    assert full.top_bar.presence.width() >= full.top_bar.presence.sizeHint().width()


def test_everything_one_can_reach_has_a_name(shown, full):
    shown(full, 1440, 900)
    reached = [w for w in full.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]
    assert len(reached) > 10
    nameless = [type(w).__name__ for w in reached if not spoken(w) and not isinstance(w, QLineEdit)]
    assert nameless == []


def test_a_panel_comes_back_as_it_was_left(shown, full):
    shown(full, 1440, 900)
    first, second = full.panel(), QWidget()
    first.findChild(QLineEdit).setText("half getypt")
    full.set_panel(second)
    assert full.panel() is second
    full.set_panel(first)
    assert full.panel() is first
    assert first.findChild(QLineEdit).text() == "half getypt"


def test_only_doors_whose_panel_exists_are_there(shown):
    rail = shown(Rail(), 80, 600)
    assert [door.door.id for door in rail.buttons()] == ["contact"]
    assert rail.buttons()[0].isChecked()
    rail.set_doors(("administration", "contact", "work"))
    assert [door.door.id for door in rail.buttons()] == ["contact", "work", "administration"]
    with pytest.raises(ValueError, match="kitchen"):
        rail.set_doors(("kitchen",))


def test_doors_open_with_the_mouse_and_with_keys(shown, qtbot):
    rail, opened = shown(Rail(("contact", "work", "agenda")), 80, 600), []
    rail.chosen.connect(opened.append)
    qtbot.mouseClick(rail.buttons()[1], Qt.MouseButton.LeftButton)
    rail.buttons()[1].setFocus()
    qtbot.keyClick(rail.buttons()[1], Qt.Key.Key_Down)
    qtbot.waitUntil(rail.buttons()[2].hasFocus)
    assert opened == ["work"]
    qtbot.keyClick(rail.buttons()[2], Qt.Key.Key_Return)
    assert opened == ["work", "agenda"]
    assert [door.isChecked() for door in rail.buttons()] == [False, False, True]
    assert [bool(door.focusPolicy() & Qt.FocusPolicy.TabFocus) for door in rail.buttons()] == [False, False, True]
    rail.choose("contact")
    assert opened == ["work", "agenda"]


def test_a_door_says_how_much_waits(shown):
    rail = shown(Rail(("contact", "work")), 80, 600)
    rail.set_waiting("work", 23)
    rail.set_waiting("agenda", 3)
    assert [spoken(door) for door in rail.buttons()] == ["Contact", "Werk, 23 wachten"]
    rail.set_waiting("work", 0)
    assert spoken(rail.buttons()[1]) == "Werk"


def test_the_top_bar_tells_what_is_wanted(shown, qtbot):
    bar = shown(TopBar(), 1200, 56)
    with qtbot.waitSignal(bar.search_wanted, timeout=1000):
        qtbot.mouseClick(bar.search, Qt.MouseButton.LeftButton)
    bar.set_presence("Pauze", "coffee", "text")
    assert spoken(bar.presence) == "Status: Pauze, F9"
    assert spoken(bar.search).endswith("Ctrl+K")


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Noor Jansen", "NJ"), ("Noor van den Berg", "NB"), ("Noor", "N"), ("", ""), ("  ", ""), ("'t Hart", "H")],
)
def test_initials(name, letters):
    assert initials(name) == letters


def test_a_new_time_repaints_the_time_and_nothing_else(shown, look):
    bar = shown(RunningBar(), 1200, 44)
    bar.set_conversations([tab(0), tab(1)])
    look.processEvents()
    first, second = bar.tabs()
    areas, still = painted(first), painted(second)
    bar.set_conversations([tab(0, timer="00:15"), tab(1)])
    look.processEvents()
    assert still == []
    assert len(areas) == 1
    assert areas[0].width() < first.width() / 3
    assert first.accessibleName().count("00:15") == 1


def test_another_name_repaints_the_tab(shown, look):
    bar = shown(RunningBar(), 1200, 44)
    bar.set_conversations([tab(0, who="Onbekend")])
    look.processEvents()
    areas = painted(bar.tabs()[0])
    bar.set_conversations([tab(0)])
    look.processEvents()
    assert areas[-1].width() == bar.tabs()[0].width()


def test_conversations_come_and_go_and_the_focus_stays(shown, qtbot):
    bar = shown(RunningBar(), 1200, 44)
    bar.set_conversations([tab(0), tab(1), tab(2)])
    second = bar.tabs()[1]
    second.setFocus()
    bar.set_conversations([tab(1, is_active=True), tab(3), tab(2)])
    assert bar.tabs()[0] is second
    assert second.hasFocus()
    assert [one.shown.id for one in bar.tabs()] == [1, 3, 2]
    assert all(one.isVisible() for one in bar.tabs())
    assert all(one.geometry().right() < two.geometry().left() for one, two in pairwise(bar.tabs()))
    bar.set_conversations([])
    assert bar.tabs() == []


def test_a_conversation_is_activated_by_mouse_and_key(shown, qtbot):
    bar, told = shown(RunningBar(), 1200, 44), []
    bar.activated.connect(told.append)
    bar.set_conversations([tab(0), tab(1)])
    qtbot.mouseClick(bar.tabs()[1], Qt.MouseButton.LeftButton)
    qtbot.keyClick(bar.tabs()[0], Qt.Key.Key_Return)
    assert told == [1, 0]
    with qtbot.waitSignal(bar.new_wanted, timeout=1000):
        qtbot.mouseClick(bar.new, Qt.MouseButton.LeftButton)


@SIZES
@pytest.mark.parametrize("count", [1, 2, 4, 9])
def test_conversations_share_the_room_there_is(shown, look, count, width, height, scale):
    theme.apply(look, theme.LIGHT, scale)
    bar = shown(RunningBar(), width - theme.px(80), 44)
    bar.set_conversations([tab(n, is_active=n == count - 1) for n in range(count)])
    areas = [one.geometry() for one in bar.tabs()]
    assert all(one.right() < two.left() for one, two in pairwise([*areas, bar.new.geometry()]))
    assert bar.new.geometry().right() <= bar.width()
    assert max(area.width() for area in areas) == areas[-1].width() <= theme.px(332)
    assert all(area.width() >= theme.px(40) for area in areas)


def test_who_waits_and_who_is_guarded_is_said_and_shown(shown, look):
    bar = shown(RunningBar(), 1200, 44)
    bar.set_conversations([tab(0, is_guarded=True), tab(1, is_on_hold=True), tab(2)])
    guarded, waiting, plain = (spoken(one) for one in bar.tabs())
    assert "geheimhouding" in guarded
    assert "actief" in guarded
    assert "in de wacht" in waiting
    assert "geheimhouding" not in plain
    look.processEvents()
    before = [one.grab().toImage() for one in bar.tabs()[:2]]
    bar.set_conversations([tab(0), tab(1), tab(2)])
    assert all(one.grab().toImage() != old for one, old in zip(bar.tabs()[:2], before, strict=True))


def test_a_notice_stays_until_it_ends_and_several_are_counted(shown, qtbot, look):
    holder, line = QWidget(), NoticeLine()
    holder.setLayout(column(line, None))
    shown(holder, 900, 200)
    assert not line.isVisible()
    line.set_notices([notice(1, NOW + timedelta(hours=1)), notice(2), notice(3)])
    assert line.height() == 32
    more = next(button for button in line.findChildren(Pressable) if button.isVisible())
    assert more.text() == "en nog 2"
    qtbot.keyClick(more, Qt.Key.Key_Return)
    assert line.height() == 3 * 32
    told = [part.accessibleName() for part in line.findChildren(QWidget) if "Loket" in part.accessibleName()]
    assert any(words.startswith("Loket 3 werkt niet, sinds ") for words in told)
    line.set_notices([])
    assert not line.isVisible()


def test_the_status_bar_is_quiet_when_all_is_well(shown):
    bar = shown(StatusBar(), 1200, 28)
    bar.set_town("Noordoostpolder", is_demo=True)
    assert words(bar) == ["verbonden", "Noordoostpolder (oefening)"]


def test_old_figures_say_that_they_are_old(shown):
    bar = shown(StatusBar(), 1400, 28)
    bar.set_queue("3 wachten", "over")
    bar.set_connection(datetime.now(UTC).replace(hour=9, minute=42))
    assert words(bar)[0].startswith("geen verbinding sinds ")
    assert words(bar)[-1].startswith("stand van ")
    assert words(bar)[-1].endswith("3 wachten")
    bar.set_connection(None)
    assert words(bar) == ["verbonden", "3 wachten"]


def test_what_is_kept_and_what_waits_is_said(shown):
    bar = shown(StatusBar(), 1400, 28)
    bar.set_saved("bewaard 10:42:07")
    bar.set_outbox(1)
    assert words(bar) == ["verbonden", "1 contact wacht op verbinding", "bewaard 10:42:07"]
    bar.set_outbox(0)
    bar.set_saved("")
    assert words(bar) == ["verbonden"]


def test_what_waits_and_what_was_refused_are_two_things(shown, qtbot):
    bar = shown(StatusBar(), 1400, 28)
    bar.set_outbox(1, 2)
    assert words(bar) == ["verbonden", "1 contact wacht op verbinding"]
    assert (bar.refused.isVisible(), bar.refused.text(), bar.refused.keys()) == (
        True,
        "2 geweigerd",
        keys.shown("take_back"),
    )
    assert bar.refused.width() == bar.refused.sizeHint().width()
    for press in (bar.refused.click, partial(QTest.keyClick, bar.refused, Qt.Key.Key_Return)):
        with qtbot.waitSignal(bar.refused_pressed):
            press()
    bar.set_outbox(0, 0)
    assert not bar.refused.isVisible()
    assert words(bar) == ["verbonden"]


def test_where_room_is_short_the_connection_stays(shown, look):
    bar = shown(StatusBar(), 420, 28)
    bar.set_town("Noordoostpolder", is_demo=True)
    bar.set_saved("bewaard 10:42:07")
    bar.set_queue("3 wachten  ·  langste 01:12  ·  norm 25 s", "over")
    assert words(bar) == ["verbonden", "3 wachten  ·  langste 01:12  ·  norm 25 s"]
    bar.resize(1400, 28)
    look.processEvents()
    assert len(words(bar)) == 4


def words(bar):
    return [text.text() for text in bar.findChildren(Text) if text.isVisible()]


@SIZES
def test_the_sheet_of_all_keys_fits_and_gives_the_focus_back(shown, qtbot, look, full, width, height, scale):
    theme.apply(look, theme.LIGHT, scale)
    shown(full, width, height)
    full.activateWindow()
    edit = full.panel().findChild(QLineEdit)
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    full.show_keys()
    sheet = full.key_sheet
    qtbot.waitUntil(sheet.isVisible)
    look.processEvents()
    assert full.rect().contains(sheet.geometry().adjusted(24, 24, -24, -24))
    said = [text.text() for text in sheet.findChildren(Text)]
    assert {"Zoek of doe iets", "Afronden", "Alle toetsen"} <= set(said)
    assert sheet.isAncestorOf(full.focusWidget())
    qtbot.keyClick(full.focusWidget(), Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    qtbot.waitUntil(edit.hasFocus)


def test_the_sheet_opens_from_the_status_bar_and_closes_the_same_way(shown, qtbot, full):
    shown(full, 1440, 900)
    full.status_bar.help_wanted.emit()
    assert full.key_sheet.isVisible()
    full.show_keys()
    assert not full.key_sheet.isVisible()


def test_a_changed_key_is_on_its_cap(shown):
    keys.use({"palette": "Ctrl+Y"})
    assert spoken(TopBar().search).endswith("Ctrl+Y")


def test_the_frame_follows_the_palette(shown, look, full, qtbot):
    shown(full, 1440, 900)
    look.processEvents()
    before = full.grab().toImage()
    theme.apply(look, theme.DARK, 150)
    look.processEvents()
    assert full.rail.width() > 80
    theme.apply(look, theme.LIGHT, 100)
    qtbot.waitUntil(lambda: full.grab().toImage() == before)
