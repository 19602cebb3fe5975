"""Paints one item of a list of work: norm, channel, question over who, with whom, since when. Knows no service."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from kcc_desktop.domain.work import TaskKind, WorkItem
from kcc_desktop.ui.shared import formatting, paint, theme
from kcc_desktop.ui.shared.translation import QT_TRANSLATE_NOOP
from kcc_desktop.ui.work import words
from kcc_desktop.ui.work.model import ITEM_ROLE, Index

PAD = theme.XL
_NORM, _OWNER, _SINCE = 124, 176, 88
_NARROW = 640  # below this width at 100 % text the last column gives way


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the parts of a row stand between `left` and `right`."""

    norm: QRect
    channel: QRect
    question: QRect
    owner: QRect
    since: QRect


def columns(area: QRect) -> Columns:
    """The grid of rows and of the line above them."""
    inner = area.adjusted(PAD, 0, -PAD, 0)
    is_narrow = area.width() * 100 < _NARROW * theme.text_scale()
    icon = theme.px(theme.ICON)
    norm = QRect(inner.left(), inner.top(), theme.px(_NORM), inner.height())
    channel = QRect(norm.right() + 1, inner.top(), icon + theme.M, inner.height())
    since_wide = 0 if is_narrow else theme.px(_SINCE)
    owner_wide = min(theme.px(_OWNER), inner.width() // 4)
    since = QRect(inner.right() + 1 - since_wide, inner.top(), since_wide, inner.height())
    owner = QRect(since.left() - owner_wide - (0 if is_narrow else theme.S), inner.top(), owner_wide, inner.height())
    question = QRect(
        channel.right() + 1, inner.top(), max(0, owner.left() - channel.right() - 1 - theme.M), inner.height()
    )
    return Columns(norm, channel, question, owner, since)


def line_height() -> int:
    """Pixels a closed row takes."""
    return theme.grown(theme.ROW_TWO_LINES, theme.BODY, theme.CAPTION)


class WorkDelegate(QStyledItemDelegate):
    """`icon_of` a channel's code; `opened`: which item stands open; `looking`: who else looks at an item."""

    def __init__(self, icon_of: Callable[[str], str], now: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._icon_of, self._now = icon_of, now
        self.opened: UUID | None = None
        self.current: UUID | None = None
        self.me: UUID | None = None
        self.looking: dict[UUID, str] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, line_height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item: WorkItem | None = index.data(ITEM_ROLE)
        if item is None:
            return
        t, area, state = theme.now(), option.rect, option.state
        is_open = item.task.id == self.opened
        if is_open:
            paint.draw_box(painter, area.adjusted(theme.S, 0, -theme.S, -theme.XS), t.canvas, t.brand)
        elif item.task.id == self.current:
            paint.draw_box(painter, area.adjusted(theme.S, 0, -theme.S, -1), t.selected)
        elif state & QStyle.StateFlag.State_MouseOver:
            paint.draw_box(painter, area.adjusted(theme.S, 0, -theme.S, -1), t.hover)
        if not is_open:
            paint.draw_line(painter, area.left() + PAD, area.bottom(), area.right() - PAD, area.bottom())
        line = QRect(area.left(), area.top(), area.width(), line_height())
        self._paint_line(painter, columns(line), item)

    def _paint_line(self, painter: QPainter, at: Columns, item: WorkItem) -> None:
        middle = at.norm.top() + at.norm.height() // 2
        tone, icon, text = words.norm(item.task.due_at, self._now())
        paint.draw_icon(painter, at.norm.left(), middle, icon, "good" if icon == "check" else tone)
        place = at.norm.adjusted(theme.px(theme.ICON) + theme.S, 0, -theme.XS, 0)
        paint.draw_text(painter, place, text, tone=tone)
        paint.draw_icon(painter, at.channel.left(), middle, self._icon_of_item(item))
        self._paint_words(painter, at.question, item)
        self._paint_owner(painter, at.owner, middle, item)
        if at.since.width():
            since = words.since(item.created_at, self._now())
            paint.draw_text(painter, at.since, since, tone="muted", align=paint.RIGHT)

    def _icon_of_item(self, item: WorkItem) -> str:
        if item.task.kind is TaskKind.CALLBACK and item.channel_code in ("", "phone"):
            return "phone"
        return self._icon_of(item.channel_code) or "check-square"

    def _paint_words(self, painter: QPainter, area: QRect, item: WorkItem) -> None:
        upper, lower = theme.grown(20), theme.grown(18, theme.CAPTION)
        top = area.top() + (area.height() - upper - lower + 1) // 2
        paint.draw_text(painter, QRect(area.left(), top, area.width(), upper), item.task.title, strong=True)
        below = QRect(area.left(), top + upper - 1, area.width(), lower)
        paint.draw_text(painter, below, detail(item, self._now()), size=theme.CAPTION, tone="muted")

    def _paint_owner(self, painter: QPainter, area: QRect, middle: int, item: WorkItem) -> None:
        text, icon, tone = with_whom(item, self.me)
        looking = self.looking.get(item.task.id, "")
        if icon:
            paint.draw_icon(painter, area.left(), middle, icon, tone)
            area = area.adjusted(theme.px(theme.ICON) + theme.S, 0, 0, 0)
        if not looking:
            paint.draw_text(painter, area, text, tone=tone)
            return
        half = area.height() // 2
        paint.draw_text(painter, area.adjusted(0, theme.S, 0, -half), text, tone=tone)
        paint.draw_text(painter, area.adjusted(0, half, 0, -theme.S), looking, size=theme.CAPTION, tone="near")


def detail(item: WorkItem, now: datetime) -> str:
    """The line under the question: who, what about, how often tried."""
    counted = words.WorkWords()
    parts = [item.citizen, item.product]
    if item.attempts:
        again = f", {formatting.moment(item.next_try_at, now)}" if item.next_try_at is not None else ""
        parts.append(counted.attempts(item.attempts) + again)
    if item.rappels:
        parts.append(counted.rappels(item.rappels))
    return " · ".join(part for part in parts if part) or item.task.reference


def with_whom(item: WorkItem, me: UUID | None) -> tuple[str, str, str]:
    """Words, icon and tone of who has an item: "vrij" in brand, a colleague, a partner organisation."""
    if item.taken_by_id is not None:
        is_mine = item.taken_by_id == me
        if item.calling_at is not None:
            return words.say(_CALLS).format(name=item.taken_by), "phone-call", "brand"
        return item.taken_by, "user", "brand" if is_mine else "muted"
    if item.meant_for:
        return words.say(_FOR).format(name=item.meant_for), "user", "muted"
    if item.is_with_partner:
        return item.task.owner, "handshake", "muted"
    return words.say(_FREE), "", "brand"


def spoken(item: WorkItem, now: datetime, me: UUID | None) -> str:
    """What a screen reader says of a row."""
    _tone, _icon, norm = words.norm(item.task.due_at, now)
    return ", ".join((norm, item.task.title, detail(item, now), with_whom(item, me)[0]))


_CALLS = QT_TRANSLATE_NOOP("Work", "{name} is calling now")
_FOR = QT_TRANSLATE_NOOP("Work", "for {name}")
_FREE = QT_TRANSLATE_NOOP("Work", "free")


def heading(painter: QPainter, area: QRect, order: str, question: str, owner: str, since: str) -> None:
    """The line above the rows, on their grid."""
    at = columns(area)
    for place, text, align in (
        (at.norm, order, paint.LEFT),
        (at.question, question, paint.LEFT),
        (at.owner, owner, paint.LEFT),
        (at.since, since, paint.RIGHT),
    ):
        if place.width():
            paint.draw_text(painter, place, text, size=theme.CAPTION, tone="muted", align=Qt.AlignmentFlag(align))
    paint.draw_line(painter, area.left() + PAD, area.bottom(), area.right() - PAD, area.bottom())
