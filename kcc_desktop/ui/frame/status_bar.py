"""The status bar: connection, town, what is kept, what waits; figures that are old say so. Asks nobody anything."""

from datetime import UTC, datetime

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kcc_desktop.ui.shared import formatting, keys, paint, theme
from kcc_desktop.ui.shared.basics import Icon, Layer, Text, row
from kcc_desktop.ui.shared.buttons import Pressable
from kcc_desktop.ui.shared.cards import Dot

STATUS_HEIGHT = 28


class _AllKeys(Pressable):
    """The key of the sheet and what it opens."""

    def __init__(self, text: str, shown_keys: str) -> None:
        self._brief = False
        super().__init__(text, keys=shown_keys)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def set_brief(self, brief: bool) -> None:
        """Only the key, where there is no room for the words."""
        if brief != self._brief:
            self._brief = brief
            self.updateGeometry()

    def restyle(self) -> None:
        self.setFixedHeight(self.sizeHint().height())

    def sizeHint(self) -> QSize:
        words = 0 if self._brief else theme.S + paint.text_width(self._words, theme.CAPTION)
        wide = paint.key_width(self._keys) + words
        return QSize(wide, theme.grown(22, theme.CAPTION))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, middle = QPainter(self), self.height() // 2
        wide = paint.key_width(self._keys)
        paint.draw_key(painter, wide, middle, self._keys)
        tone = "brand" if self._hovered() or self._shows_focus() else "muted"
        room = self.rect().adjusted(wide + theme.S, 0, 0, 0)
        paint.draw_text(painter, room, self._words, size=theme.CAPTION, tone=tone)
        if self._shows_focus():
            paint.draw_box(painter, self.rect(), None, theme.now().brand, theme.RADIUS_SMALL, 2)


class _Refused(Pressable):
    """How many were refused, and the key that brings one back."""

    def __init__(self) -> None:
        super().__init__("")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.follow_theme()

    def restyle(self) -> None:
        self.setFixedHeight(self.sizeHint().height())

    def sizeHint(self) -> QSize:
        words = theme.px(theme.ICON_SMALL) + theme.XS + paint.text_width(self._words, theme.CAPTION)
        wide = words + theme.S + paint.key_width(self._keys)
        return QSize(wide, theme.grown(22, theme.CAPTION))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, middle = QPainter(self), self.height() // 2
        if self._hovered() or self.isDown():
            paint.draw_box(painter, self.rect(), theme.now().over_soft, None, theme.RADIUS_SMALL)
        paint.draw_icon(painter, 0, middle, "warning", "over", theme.ICON_SMALL)
        room = self.rect().adjusted(theme.px(theme.ICON_SMALL) + theme.XS, 0, 0, 0)
        paint.draw_text(painter, room, self._words, size=theme.CAPTION, tone="over")
        paint.draw_key(painter, self.width(), middle, self._keys)
        if self._shows_focus():
            paint.draw_box(painter, self.rect(), None, theme.now().brand, theme.RADIUS_SMALL, 2)


class StatusBar(Layer):
    """Quiet when all is well."""

    help_wanted = Signal()
    refused_pressed = Signal()

    def __init__(self) -> None:
        self._dot = Dot("good")
        self._away = Icon("wifi-slash", "near", theme.ICON_SMALL)
        self._connection = Text("", theme.CAPTION, tone="muted", elided=True)
        self._town = Text("", theme.CAPTION, tone="muted", elided=True)
        self._saved_icon = Icon("check", "good", theme.ICON_SMALL)
        self._saved = Text("", theme.CAPTION, tone="muted", elided=True)
        self._outbox_icon = Icon("clock", "near", theme.ICON_SMALL)
        self._outbox = Text("", theme.CAPTION, tone="near", elided=True)
        self.refused = _Refused()
        self._queue_icon = Icon("warning", "over", theme.ICON_SMALL)
        self._queue = Text("", theme.CAPTION, tone="muted", elided=True)
        self._all_keys = _AllKeys("", "")
        self._offline_since: datetime | None = None
        self._figures, self._figures_tone = "", "muted"
        bar = row(
            self._dot,
            self._away,
            self._connection,
            theme.S,
            self._town,
            theme.S,
            self._outbox_icon,
            self._outbox,
            self.refused,
            self._saved_icon,
            self._saved,
            None,
            self._queue_icon,
            self._queue,
            theme.L,
            self._all_keys,
            margins=(theme.L, 0, theme.L, 0),
        )
        super().__init__("canvas", bar)
        self.setAccessibleName(self.tr("Connection and queue"))
        self._all_keys.setText(self.tr("all keys"))
        self._all_keys.set_keys(keys.shown("help"))
        self._all_keys.clicked.connect(self.help_wanted)
        self.refused.clicked.connect(self.refused_pressed)
        self.set_connection(None)
        self.set_town("", is_demo=False)
        self.set_saved("")
        self.set_outbox(0)
        self.set_queue("")

    def set_connection(self, offline_since: datetime | None) -> None:
        """None: connected. Else since when not; the desk goes on working."""
        self._offline_since = offline_since
        self._dot.setVisible(offline_since is None)
        self._away.setVisible(offline_since is not None)
        if offline_since is None:
            self._connection.setText(self.tr("connected"))
            self._connection.set_tone("muted")
        else:
            since = formatting.moment(offline_since, datetime.now(UTC))
            self._connection.setText(self.tr("no connection since {time} · you can go on").format(time=since))
            self._connection.set_tone("near")
        self._show_queue()

    def set_town(self, name: str, is_demo: bool) -> None:
        """Whose desk this is, and whether everybody in it is invented."""
        self._town.setText(self.tr("{town} (practice)").format(town=name) if is_demo else name)
        self._fit()

    def set_saved(self, text: str) -> None:
        """What was kept last: "kept 10:42:07"; "" shows nothing."""
        self._saved.setText(text)
        self._fit()

    def set_outbox(self, waiting: int, refused: int = 0) -> None:
        """How many finished contacts wait for the connection, and how many were refused: those wait for the agent."""
        self._outbox.setText(self.tr("%n contact(s) waiting for the connection", "", waiting))
        self._outbox.setVisible(waiting > 0)
        self._outbox_icon.setVisible(waiting > 0)
        self.refused.setText(self.tr("%n refused", "", refused))
        self.refused.set_keys(keys.shown("take_back"))
        self.refused.set_name(self.tr("%n contact(s) refused: take one back, to mend it", "", refused))
        self.refused.setToolTip(self.refused.accessibleName())
        self.refused.setVisible(refused > 0)
        self._fit()

    def set_queue(self, text: str, tone: str = "muted") -> None:
        """The figures of the queue in one line; tone "near" or "over" puts a warning before them."""
        self._figures, self._figures_tone = text, tone
        self._show_queue()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Leave out what is needed least where room is short: the town, what was kept, then the words of the key."""
        self._all_keys.set_brief(False)
        optional: list[tuple[bool, tuple[QWidget, ...]]] = [
            (bool(self._town.text()), (self._town,)),
            (bool(self._saved.text()), (self._saved_icon, self._saved)),
        ]
        for there, widgets in optional:
            for widget in widgets:
                widget.setVisible(there)
        room = self.width() - 2 * theme.L
        for _there, widgets in optional:
            if self._needed() > room:
                for widget in widgets:
                    widget.hide()
        self._all_keys.set_brief(self._needed() > room)

    def _needed(self) -> int:
        box = self.layout()
        if box is None:
            return 0
        items = [box.itemAt(at) for at in range(box.count())]
        shown = [item.widget() for item in items if item is not None]
        widths = [w.sizeHint().width() + theme.S for w in shown if w is not None and not w.isHidden()]
        return sum(widths) + 5 * theme.S

    def _show_queue(self) -> None:
        text, since = self._figures, self._offline_since
        if text and since is not None:
            text = self.tr("as of {time}: {figures}").format(time=formatting.time(since), figures=text)
        self._queue.setText(text)
        self._queue.setVisible(bool(text))
        self._queue_icon.setVisible(bool(text) and (since is not None or self._figures_tone != "muted"))
        if since is not None:
            self._queue_icon.set_icon("clock", "muted")
        else:
            self._queue_icon.set_icon("warning", self._figures_tone)
        self._fit()

    def restyle(self) -> None:
        self.setFixedHeight(theme.grown(STATUS_HEIGHT, theme.CAPTION))
        self._fit()
