"""The running conversations as tabs, joined to the panel below. Knows what a tab shows, not what a conversation is."""

from dataclasses import dataclass, replace
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QRect, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kcc_desktop.ui.shared import keys, paint, theme
from kcc_desktop.ui.shared.basics import Layer
from kcc_desktop.ui.shared.buttons import Button, Pressable

RUNNING_HEIGHT, TAB_WIDTH = 44, 332
_NARROW, _NARROWEST, _LEAST = 176, 112, 44  # at 100 % text: without the key; without the time; only a name
_ABOVE = 4  # the strip over the tabs


@dataclass(frozen=True, slots=True)
class Tab:
    """One running conversation as its tab shows it; `id` is the owner's."""

    id: object
    who: str
    channel: str  # a word
    icon: str
    timer: str
    is_active: bool
    note: str = ""  # in place of the channel's word: "chat · waits for you"
    is_guarded: bool = False  # disclosure restriction: stays in sight on every panel
    keys: str = ""
    is_on_hold: bool = False
    is_refused: bool = False  # finished, and not recorded: it waits to be mended


class ConversationTab(Pressable):
    """One running conversation; the active one is joined to the panel below."""

    def __init__(self, shown: Tab) -> None:
        self.shown = shown
        super().__init__(shown.who, icon=shown.icon, keys=shown.keys)
        self.set_tab(shown)
        self.follow_theme()

    def set_tab(self, shown: Tab) -> None:
        """What it shows now; a new time repaints only the time."""
        before, self.shown = self.shown, shown
        if replace(before, timer=shown.timer) == shown and len(before.timer) == len(shown.timer):
            if before != shown:
                self.update(self._timer_area())
                self.setAccessibleName(self._spoken())
            return
        self._words, self._icon, self._keys = shown.who, shown.icon, shown.keys
        self._renamed()
        self.setToolTip(self._spoken())

    def _detail(self) -> str:
        if self.shown.is_refused:
            return QCoreApplication.translate("RunningBar", "not recorded")
        if self.shown.is_on_hold:
            return self.shown.note or QCoreApplication.translate("RunningBar", "on hold")
        return self.shown.note or self.shown.channel

    def _spoken(self) -> str:
        shown = self.shown
        state = ""
        if shown.is_active:
            state = QCoreApplication.translate("RunningBar", "active")
        elif shown.is_on_hold:
            state = QCoreApplication.translate("RunningBar", "on hold")
        guarded = QCoreApplication.translate("RunningBar", "disclosure restricted") if shown.is_guarded else ""
        refused = QCoreApplication.translate("RunningBar", "not recorded") if shown.is_refused else ""
        parts = (shown.who, shown.channel, state, refused, guarded, shown.timer, shown.keys)
        return ", ".join(part for part in parts if part)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(TAB_WIDTH), theme.grown(RUNNING_HEIGHT) - _ABOVE)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(48), theme.grown(RUNNING_HEIGHT) - _ABOVE)

    def _timer_area(self) -> QRect:
        left = theme.M + theme.px(theme.ICON) + theme.S
        wide = paint.text_width(self.shown.timer, strong=self.shown.is_active, figures=True)
        return QRect(left, 0, wide + 2, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        t, painter, shown = theme.now(), QPainter(self), self.shown
        area, middle = self.rect(), self.height() // 2
        if shown.is_active:
            paint.draw_box(painter, area.adjusted(0, 0, 0, 12), t.surface, t.hairline)
            painter.fillRect(QRect(6, 0, self.width() - 12, 2), theme.ink("brand"))
        elif self._hovered() or self.isDown():
            paint.draw_box(painter, area.adjusted(0, 2, 0, -4), theme.tint("muted", 0.10))
        if self._shows_focus():
            paint.draw_box(painter, area.adjusted(1, 2, -1, -3), None, t.brand, width=2)
        tone = "brand" if shown.is_active else "muted"
        icon = "warning" if shown.is_refused else "pause" if shown.is_on_hold else shown.icon
        loud = "over" if shown.is_refused else tone
        roomy = self.width() >= theme.px(_NARROWEST)
        pad = theme.M if roomy else 6
        x, right = pad, self.width() - pad
        if roomy or shown.is_active or shown.is_on_hold or shown.is_refused:
            paint.draw_icon(painter, pad, middle, icon, loud, theme.ICON if roomy else theme.ICON_SMALL)
            x += theme.px(theme.ICON) + theme.S if roomy else theme.px(theme.ICON_SMALL) + theme.XS
        if roomy:
            room = self._timer_area()
            x += paint.draw_text(painter, room, shown.timer, strong=shown.is_active, tone=tone, figures=True) + theme.S
        if shown.keys and self.width() >= theme.px(_NARROW):
            right -= paint.draw_key(painter, right, middle, shown.keys) + theme.S
        if shown.is_guarded:
            paint.draw_icon(painter, x, middle, "eye-slash", "over")
            x += theme.px(theme.ICON) + 6
        room = QRect(x, 0, right - x, self.height())
        x += paint.draw_text(painter, room, shown.who, strong=shown.is_active) + theme.S
        if right - x > theme.px(24):
            room = QRect(x, 0, right - x, self.height())
            paint.draw_text(painter, room, self._detail(), tone="over" if shown.is_refused else "muted")


class RunningBar(Layer):
    """All running conversations, up to nine; they share the room there is, the active one gets the most.

    Draws its own lower hairline, so that the active tab can cover it and join the panel.
    """

    activated = Signal(object)  # a tab's id, by the agent
    new_wanted = Signal()

    def __init__(self) -> None:
        self._tabs: list[ConversationTab] = []
        super().__init__("canvas")
        self.setAccessibleName(self.tr("Running conversations"))
        self.new = Button("", icon="plus", rank="quiet", height=28)
        self.new.setParent(self)
        self._new_words = self.tr("New conversation")
        self.new.set_name(self._new_words)
        self.new.clicked.connect(self.new_wanted)
        self.restyle()
        self._share()

    def set_conversations(self, tabs: list[Tab]) -> None:
        """The running conversations from left to right. One whose id was there keeps its tab and its focus."""
        kept = {tab.shown.id: tab for tab in self._tabs}
        wanted: list[ConversationTab] = []
        for shown in tabs:
            tab = kept.pop(shown.id, None)
            if tab is None:
                tab = ConversationTab(shown)
                tab.setParent(self)
                tab.clicked.connect(self._pressed)
                tab.show()
            else:
                tab.set_tab(shown)
            wanted.append(tab)
        for gone in kept.values():
            gone.hide()
            gone.deleteLater()
        changed = wanted != self._tabs
        self._tabs = wanted
        if changed:
            chain: list[QWidget] = [*wanted, self.new]
            for one, other in pairwise(chain):
                QWidget.setTabOrder(one, other)
        self._share()

    def tabs(self) -> list[ConversationTab]:
        """From left to right."""
        return list(self._tabs)

    @Slot()
    def _pressed(self) -> None:
        pressed = self.sender()
        if isinstance(pressed, ConversationTab):
            self.activated.emit(pressed.shown.id)

    def restyle(self) -> None:
        self.setFixedHeight(theme.grown(RUNNING_HEIGHT))
        self._share()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.grown(RUNNING_HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Give every tab its place; what is least needed goes first when room is short."""
        if not hasattr(self, "new"):
            return
        room = self.width() - 2 * theme.L
        self.new.setText(self._new_words)
        self.new.set_keys(keys.shown("new_conversation"))
        count, widest = len(self._tabs), theme.px(TAB_WIDTH)
        least = theme.px(_NARROW) * count + theme.S * count
        if self.new.sizeHint().width() + least > room:
            self.new.setText("")
        if self.new.sizeHint().width() + least > room:
            self.new.set_keys("")
        new = self.new.sizeHint()
        left = room - new.width() - theme.S * count
        even = max(1, min(widest, left // max(1, count)))
        widths = [even] * count
        active = next((number for number, tab in enumerate(self._tabs) if tab.shown.is_active), -1)
        if count > 1 and active >= 0 and even < widest:
            # The active one keeps its time and name as long as the others keep a few letters.
            other = min(even, max(theme.px(_LEAST), (left - widest) // (count - 1)))
            widths = [other] * count
            widths[active] = min(widest, left - other * (count - 1))
        x, height = theme.L, self.height() - _ABOVE
        for tab, width in zip(self._tabs, widths, strict=True):
            tab.setGeometry(x, _ABOVE, width, height)
            x += width + theme.S
        self.new.setGeometry(x, _ABOVE + (height - new.height()) // 2, new.width(), new.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        bottom = self.height() - 1
        paint.draw_line(QPainter(self), 0, bottom, self.width(), bottom)
