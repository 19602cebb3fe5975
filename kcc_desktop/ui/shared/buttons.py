"""Things one presses, painted by code: buttons in three ranks, filter chips, choices; segments are in segments.py."""

from PySide6.QtCore import QCoreApplication, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from kcc_desktop.ui.shared import paint, theme
from kcc_desktop.ui.shared.pressable import Pressable
from kcc_desktop.ui.shared.segments import Segment, SegmentRow

__all__ = ["Button", "Chip", "Choice", "Pressable", "Segment", "SegmentRow"]


class Button(Pressable):
    """rank: primary (one a panel), plain, quiet. The key hint sits at the right, inside.

    Squeezed, the key goes first, then the icon: the words say what it does.
    """

    def __init__(
        self,
        text: str,
        *,
        icon: str = "",
        keys: str = "",
        rank: str = "plain",
        height: int = theme.CONTROL,
        wide: bool = False,
        tone: str = "text",
        size: int = theme.BODY,
        name: str = "",
    ) -> None:
        self._size, self._rank, self._wide, self._tone, self._tall = size, rank, wide, tone, height
        super().__init__(text, icon=icon, keys=keys, name=name)
        grows = QSizePolicy.Policy.Expanding if wide else QSizePolicy.Policy.Fixed
        self.setSizePolicy(grows, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def set_tone(self, tone: str) -> None:
        """brand on a plain button means: chosen."""
        self._tone = tone
        self.update()

    def set_rank(self, rank: str) -> None:
        """primary, plain or quiet."""
        self._rank = rank
        self._renamed()

    def restyle(self) -> None:
        self.setFixedHeight(theme.grown(self._tall, self._size))

    def _icon_size(self) -> int:
        return max(theme.ICON, self._size)

    def sizeHint(self) -> QSize:
        width = 24 if self._words else 16
        width += paint.text_width(self._words, self._size, self._rank == "primary") if self._words else 0
        width += theme.px(self._icon_size()) + (8 if self._words else 0) if self._icon else 0
        width += paint.key_width(self._keys) + 12 if self._keys else 0
        return QSize(width, theme.grown(self._tall, self._size))

    def minimumSizeHint(self) -> QSize:
        whole = self.sizeHint()
        return QSize(min(whole.width(), theme.px(64)), whole.height()) if self._wide else whole

    def paintEvent(self, event: QPaintEvent) -> None:
        t, painter = theme.now(), QPainter(self)
        if not self.isEnabled():
            edge = None if self._rank == "quiet" else t.hairline
            paint.draw_box(painter, self.rect(), None if self._rank == "quiet" else t.canvas, edge)
            self._paint_content(painter, "control")
            return
        primary = self._rank == "primary"
        if primary:
            paint.draw_box(painter, self.rect(), t.brand)
            if self.isDown() or self._hovered():
                paint.draw_box(painter, self.rect(), theme.tint("text", 0.22 if self.isDown() else 0.10))
        elif self._rank == "plain":
            chosen = self._tone == "brand"
            fill = t.selected if self.isDown() or chosen else t.hover if self._hovered() else t.raised
            paint.draw_box(painter, self.rect(), fill, t.brand if chosen else t.edge)
        elif self.isDown() or self._hovered():
            paint.draw_box(painter, self.rect(), t.selected if self.isDown() else t.hover)
        if self._shows_focus():
            self._paint_focus(painter, primary)
        self._paint_content(painter, "on_brand" if primary else "brand" if self._rank == "quiet" else self._tone)

    def _paint_focus(self, painter: QPainter, primary: bool) -> None:
        paint.draw_box(painter, self.rect(), None, theme.now().text if primary else theme.now().brand, width=2)
        if primary:  # a ring inside the fill, so that it is seen on any brand colour
            inner = self.rect().adjusted(2, 2, -2, -2)
            paint.draw_box(painter, inner, None, theme.now().on_brand, theme.RADIUS - 2, 1.5)

    def _paint_content(self, painter: QPainter, tone: str) -> None:
        middle, primary = self.height() // 2, self._rank == "primary"
        icon_size, shown_keys = self._icon_size(), self._keys
        x = 12 if self._words else (self.width() - theme.px(icon_size)) // 2 if not self._keys else 8
        if self._words and ((primary and self._wide) or self._size > theme.BODY):
            words = paint.text_width(self._words, self._size, primary)
            words += theme.px(icon_size) + theme.S if self._icon else 0
            words += paint.key_width(self._keys)
            x = max(12, (self.width() - words) // 2)
        needed = paint.text_width(self._words, self._size, primary)
        icon_room = theme.px(icon_size) + theme.S
        if self._icon and (not self._words or x + icon_room + needed <= self.width() - theme.S):
            paint.draw_icon(painter, x, middle, self._icon, tone, icon_size)
            x += icon_room
        right = self.width() - (8 if shown_keys else 12)
        if shown_keys and (right - paint.key_width(shown_keys) - 4 - x >= needed or not self._words):
            right -= paint.draw_key(painter, right, middle, shown_keys, on_brand=primary and self.isEnabled()) + 4
        room = QRect(x, 0, right - x, self.height())
        paint.draw_text(painter, room, self._words, size=self._size, strong=primary, tone=tone)


class Chip(Pressable):
    """A filter that is on or off; shows how many it stands for."""

    def __init__(
        self, text: str, *, icon: str = "", count: str = "", on: bool = False, keys: str = "", name: str = ""
    ) -> None:
        self._count = count
        super().__init__(text, icon=icon, keys=keys, name=name)
        self.setCheckable(True)
        self.setChecked(on)
        self.follow_theme()

    def set_count(self, count: str) -> None:
        """Another number at the right, "" for none."""
        if count != self._count:
            self._count = count
            self._renamed()

    def _spoken(self) -> str:
        words = QCoreApplication.translate("Kit", "filter {text}").format(text=self._name or self._words)
        return f"{words} {self._count}".strip()

    def restyle(self) -> None:
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        width = 20 + (paint.text_width(self._words, theme.CAPTION, True) if self._words else 0)
        width += (theme.px(theme.ICON) + (6 if self._words else 0)) if self._icon else 0
        width += paint.text_width(self._count, theme.CAPTION) + 6 if self._count else 0
        return QSize(width, theme.grown(theme.CONTROL_SMALL, theme.CAPTION))

    def paintEvent(self, event: QPaintEvent) -> None:
        t, painter, on = theme.now(), QPainter(self), self.isChecked()
        fill = t.selected if on or self.isDown() else t.hover if self._hovered() else None
        paint.draw_box(painter, self.rect(), fill, t.brand if on else t.edge)
        if self._shows_focus():
            paint.draw_box(painter, self.rect(), None, t.brand, width=2)
        tone = "control" if not self.isEnabled() else "brand" if on else "muted"
        x, middle = 10, self.height() // 2
        if self._icon:
            paint.draw_icon(painter, x, middle, self._icon, tone)
            x += theme.px(theme.ICON) + 6
        room = QRect(x, 0, self.width() - x, self.height())
        x += paint.draw_text(painter, room, self._words, size=theme.CAPTION, strong=on, tone=tone)
        if self._count:
            room = QRect(x, 0, self.width() - x - 10, self.height())
            paint.draw_text(painter, room, self._count, size=theme.CAPTION, tone=tone, align=paint.RIGHT)


class Choice(Pressable):
    """A form field that opens a list: value at the left, caret at the right. `clicked` opens it."""

    def __init__(self, value: str, *, icon: str = "", keys: str = "", name: str = "", placeholder: str = "") -> None:
        self._placeholder, self._title, self._note = placeholder, name, ""
        super().__init__(value, icon=icon, keys=keys)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def set_note(self, note: str) -> None:
        """A muted word after the value: where it comes from."""
        self._note = note
        self._renamed()

    def _spoken(self) -> str:
        parts = (self._title, self._words or self._placeholder, self._note, self._keys)
        return ", ".join(part for part in parts if part)

    def restyle(self) -> None:
        self.setFixedHeight(theme.grown(theme.CONTROL))

    def sizeHint(self) -> QSize:
        words = paint.text_width(self._words or self._placeholder)
        return QSize(words + theme.px(64), theme.grown(theme.CONTROL))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), theme.grown(theme.CONTROL))

    def paintEvent(self, event: QPaintEvent) -> None:
        t, painter, middle = theme.now(), QPainter(self), self.height() // 2
        refused = self.property("refused") is True
        fill = t.canvas if not self.isEnabled() else t.hover if self._hovered() else t.surface
        paint.draw_box(painter, self.rect(), fill, t.control if self.isEnabled() else t.hairline)
        if self._shows_focus() or refused:
            paint.draw_box(painter, self.rect(), None, t.over if refused else t.brand, width=2)
        x, right = 8, self.width() - 8
        if self._icon:
            paint.draw_icon(painter, x, middle, self._icon)
            x += theme.px(theme.ICON) + theme.S
        caret = theme.px(theme.ICON_SMALL)
        paint.draw_icon(painter, right - caret, middle, "caret-down", "muted", theme.ICON_SMALL)
        right -= caret + theme.S
        if self._keys:
            right -= paint.draw_key(painter, right, middle, self._keys) + theme.S
        area = QRect(x, 0, right - x, self.height())
        tone = "control" if not self.isEnabled() else "text" if self._words else "muted"
        taken = paint.draw_text(painter, area, self._words or self._placeholder, tone=tone)
        if self._note:
            area.setLeft(area.left() + taken + theme.S)
            paint.draw_text(painter, area, self._note, size=theme.CAPTION, tone="muted")
