"""Paints one row of the timeline: time, disc on its thread, title and state, summary. Knows no service.

What is measured for a row is kept until text, width or scale differ: scrolling repaints rows, it does not measure them.
"""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kcc_desktop.ui.shared import paint, theme
from kcc_desktop.ui.timeline.model import ROW_ROLE
from kcc_desktop.ui.timeline.rows import DayRow, EntryRow, LiveRow, Row, TailRow
from kcc_desktop.ui.timeline.words import Face, Words

PAD, TIME, DISC = theme.XL, 44, 28
NARROW = 420  # below this width at 100 % text the state goes to the second line and the air gets less
_HEAD = 28  # from the top of an opened row to the middle of its title
_STRIP = 40  # on a narrow screen the card takes the whole width, below time and disc

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Measures:
    """Where the parts of a row stand, in a list `width` pixels wide."""

    pad: int
    gap: int
    time: int
    disc: int
    is_narrow: bool

    @property
    def words(self) -> int:
        """Where the words begin, from the left."""
        return self.pad + self.time + self.gap + self.disc + self.gap

    @property
    def card_left(self) -> int:
        return self.pad if self.is_narrow else self.words

    @property
    def card_top(self) -> int:
        """From the top of an opened row to its card."""
        return theme.grown(_STRIP, theme.CAPTION) if self.is_narrow else 6

    @property
    def opened_middle(self) -> int:
        """From the top of an opened row to the middle of its disc."""
        return self.card_top // 2 if self.is_narrow else theme.grown(2 * _HEAD) // 2


@lru_cache(maxsize=32)
def _measures(width: int, scale: int) -> Measures:
    narrow = width * 100 < NARROW * scale
    pad, gap = (theme.M, theme.S) if narrow else (PAD, theme.M)
    return Measures(pad, gap, theme.px(TIME), theme.px(DISC), narrow)


def measures(width: int) -> Measures:
    return _measures(width, theme.text_scale())


def heights() -> tuple[int, int]:
    """Pixels a heading takes, and every other closed row."""
    return theme.grown(theme.ROW_HEADING, theme.CAPTION), theme.grown(theme.ROW_TWO_LINES, theme.BODY, theme.BODY)


@lru_cache(maxsize=4096)
def _elided(text: str, width: int, scale: int, size: int, strong: bool) -> tuple[str, int]:
    """What of `text` fits, and how wide that is."""
    metrics = QFontMetrics(theme.font(size, strong))
    shown = metrics.elidedText(paint.one_line(text[: width + 8]), Qt.TextElideMode.ElideRight, width)
    return shown, metrics.horizontalAdvance(shown)


def _lit(text: str, sought: str) -> list[tuple[int, int]]:
    """Where `sought` stands in `text`, as the search compares: case aside."""
    low, wanted = text.lower(), sought.lower()
    if not wanted or len(low) != len(text):
        return []
    found, at = [], low.find(wanted)
    while at >= 0:
        found.append((at, at + len(wanted)))
        at = low.find(wanted, at + len(wanted))
    return found


class TimelineDelegate(QStyledItemDelegate):
    """`sought` lights up in titles and summaries."""

    def __init__(self, words: Words, parent: QObject) -> None:
        super().__init__(parent)
        self._words = words
        self.sought = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        heading, line = heights()
        return QSize(0, heading if isinstance(index.data(ROW_ROLE), DayRow) else line)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state = option.state
        above = index.sibling(index.row() - 1, 0).data(ROW_ROLE)
        below = index.sibling(index.row() + 1, 0).data(ROW_ROLE)
        self.paint_row(
            painter,
            option.rect,
            index.data(ROW_ROLE),
            above=above,
            below=below,
            chosen=bool(state & QStyle.StateFlag.State_Selected),
            hovered=bool(state & QStyle.StateFlag.State_MouseOver),
        )

    def paint_row(
        self,
        painter: QPainter,
        area: QRect,
        row: Row,
        *,
        above: Row | None = None,
        below: Row | None = None,
        chosen: bool = False,
        hovered: bool = False,
        opened: bool = False,
    ) -> None:
        """`opened`: the words stand in a card of their own beside the disc, which the view has put there."""
        face, m = self._words.face(row), measures(area.width())
        if isinstance(row, DayRow):
            self._paint_day(painter, area.adjusted(m.pad, 0, -m.pad, 0), face)
            return
        if (chosen or hovered) and not opened:
            ground = area.adjusted(theme.S, 0, -theme.S, 0)
            paint.draw_box(painter, ground, theme.now().selected if chosen else theme.now().hover)
        middle = area.top() + (m.opened_middle if opened else area.height() // 2)
        if not isinstance(row, TailRow):
            self._paint_thread(painter, area, m, middle, above, None if opened and m.is_narrow else below)
            self._paint_mark(painter, area, m, middle, face, chosen and opened)
        elif face.icon:
            paint.draw_icon(painter, area.left() + m.words - m.gap - m.disc + 6, middle, face.icon, face.tone)
        if not opened:
            self._paint_words(painter, area, m, face)

    def _paint_day(self, painter: QPainter, area: QRect, face: Face) -> None:
        line = area.adjusted(0, 10, 0, 0)
        used = self._write(painter, line, face.title, theme.CAPTION, strong=True)
        if face.summary:
            used += theme.S
            used += self._write(painter, line.adjusted(used, 0, 0, 0), face.summary, theme.CAPTION, tone="muted")
        left = area.left() + used + theme.M
        if left < area.right():
            middle = line.center().y()
            paint.draw_line(painter, left, middle, area.right(), middle)

    def _paint_thread(
        self, painter: QPainter, area: QRect, m: Measures, middle: int, above: Row | None, below: Row | None
    ) -> None:
        """The line that ties the rows of one day together, broken at headings."""
        x = area.left() + m.words - m.gap - m.disc // 2
        if isinstance(above, EntryRow | LiveRow):
            paint.draw_line(painter, x, area.top(), x, middle - m.disc // 2)
        if isinstance(below, EntryRow | LiveRow):
            paint.draw_line(painter, x, middle + m.disc // 2, x, area.bottom() + 1)

    def _paint_mark(self, painter: QPainter, area: QRect, m: Measures, middle: int, face: Face, chosen: bool) -> None:
        t = theme.now()
        height = theme.line_height(theme.CAPTION) + 4
        time = QRect(area.left() + m.pad, middle - height // 2, m.time, height)
        painter.setFont(theme.font(theme.CAPTION, face.is_live, True))
        painter.setPen(theme.ink("brand" if face.is_live else "muted"))
        painter.drawText(time, paint.RIGHT, face.time)
        disc = QRect(time.right() + 1 + m.gap, middle - m.disc // 2, m.disc, m.disc)
        fill, edge = (t.brand, None) if face.is_live else (t.selected if chosen else t.surface, t.hairline)
        paint.draw_box(painter, disc, fill, t.brand if chosen and not face.is_live else edge, m.disc / 2)
        icon = theme.px(theme.ICON)
        tone = "on_brand" if face.is_live else "brand" if chosen else "muted"
        paint.draw_icon(painter, disc.left() + (m.disc - icon) / 2, middle, face.icon, tone)

    def _paint_words(self, painter: QPainter, area: QRect, m: Measures, face: Face) -> None:
        line = theme.line_height(theme.BODY)
        top = area.top() + (area.height() - 2 * line) // 2
        left, right = area.left() + m.words, area.right() + 1 - m.pad
        title = QRect(left, top, right - left, line)
        below = QRect(left, top + line, right - left, line)
        if face.state and m.is_narrow:
            below.setLeft(below.left() + self._paint_small_state(painter, below, face))
        elif face.state:
            # The state's own height, so that it stands level with the title.
            width = paint.draw_state(painter, right, title.center().y() + 1, face.state, face.tone, face.state_icon)
            title.setRight(title.right() - width - theme.M)
        self._write(painter, title, face.title, strong=True, lit=not face.is_live)
        self._write(painter, below, face.summary, tone="muted", lit=not face.is_live)

    def _paint_small_state(self, painter: QPainter, area: QRect, face: Face) -> int:
        """On a second line: icon and word in the tone, no ground; the title keeps the full width."""
        x = area.left()
        if face.state_icon:
            paint.draw_icon(painter, x, area.center().y() + 1, face.state_icon, face.tone, theme.ICON_SMALL)
            x += theme.px(theme.ICON_SMALL) + theme.XS
        tone = face.tone if face.tone in ("near", "over", "brand") else "muted"
        x += self._write(painter, area.adjusted(x - area.left(), 0, 0, 0), face.state, theme.CAPTION, tone=tone)
        return x + theme.S - area.left()

    def _write(
        self,
        painter: QPainter,
        area: QRect,
        text: str,
        size: int = theme.BODY,
        *,
        strong: bool = False,
        tone: str = "text",
        lit: bool = False,
    ) -> int:
        """One line, elided where it does not fit; answers the width it took."""
        if area.width() <= 0 or not text:
            return 0
        scale = theme.text_scale()
        shown, width = _elided(text, area.width(), scale, size, strong)
        if lit and self.sought:
            self._paint_lit(painter, area, shown, size, strong)
        painter.setFont(theme.font(size, strong))
        painter.setPen(theme.ink(tone))
        painter.drawText(area, paint.LEFT, shown)
        return width

    def _paint_lit(self, painter: QPainter, area: QRect, shown: str, size: int, strong: bool) -> None:
        metrics = QFontMetrics(theme.font(size, strong))
        height = theme.line_height(size) - 2
        for start, end in _lit(shown, self.sought):
            left = area.left() + metrics.horizontalAdvance(shown[:start])
            width = metrics.horizontalAdvance(shown[:end]) - metrics.horizontalAdvance(shown[:start])
            box = QRect(left - 1, area.center().y() - height // 2 + 1, width + 2, height)
            paint.draw_box(painter, box, theme.now().near_soft, radius=3)
