"""A form above the list: title, fields that scroll when there is little room, why it was refused, save and close.

Knows how a form looks and which keys it has; what is saved its children know.
"""

from abc import abstractmethod

from PySide6.QtCore import QEvent, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from kcc_desktop.ui.shared import keys, tab_order, theme
from kcc_desktop.ui.shared.abstract import AbstractWidget
from kcc_desktop.ui.shared.basics import Paragraph, Text, column, hairline
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.cards import Banner, Floating, banner
from kcc_desktop.ui.shared.flow import FlowLayout

_WIDTH = 460
_SAVE = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FormCard(Floating, metaclass=AbstractWidget):
    """Ctrl+Enter saves, Escape closes; what was typed stays as long as the form does."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        self._fields = QVBoxLayout()
        self._fields.setContentsMargins(theme.L, theme.S, theme.L, theme.S)
        self._fields.setSpacing(theme.M)
        inside = QWidget()
        inside.setLayout(self._fields)
        self._inside = inside
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        self._title, self._why = Text("", theme.LEAD, strong=True, elided=True), Paragraph("", "muted")
        self._refusal: Banner = banner("over", "warning", "", "")
        self._refusal.hide()
        self.save_button = Button("", icon="check", keys=keys.shown_text("Ctrl+Return"), rank="primary")
        self.close_button = Button("", keys="Esc", rank="quiet")
        head = column(self._title, self._why, gap=2, margins=(theme.L, theme.M, theme.L, theme.S))
        buttons = FlowLayout(theme.S, theme.S)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.close_button)
        foot = column(self._refusal, buttons, gap=theme.M, margins=(theme.L, theme.M, theme.L, theme.M))
        self._head, self._foot = QWidget(), QWidget()
        self._head.setLayout(head)
        self._foot.setLayout(foot)
        box = column(self._head, hairline(), self._scroll, hairline(), self._foot, gap=0)
        box.setStretch(2, 1)
        super().__init__(box, parent, "")
        self.close_button.setText(self.tr("Close"))
        self.save_button.clicked.connect(self.save)
        self.close_button.clicked.connect(self.close_form)

    def set_words(self, title: str, why: str, save: str) -> None:
        """What it is, what it does, and what the button is called."""
        self._title.setText(title)
        self._why.set_text(why)
        self.save_button.setText(save)
        self.setAccessibleName(title)

    def add(self, *parts: QWidget | QLayout) -> None:
        """Fields, from the top down."""
        for part in parts:
            if isinstance(part, QWidget):
                self._fields.addWidget(part)
            else:
                self._fields.addLayout(part)

    def open_in(self, room: QRect) -> None:
        """Show it in the room of the column, and go to the first field."""
        self.settle(room)
        self.slide_in()
        self.first_field().setFocus(Qt.FocusReason.PopupFocusReason)

    def settle(self, room: QRect) -> None:
        """As high as its fields, inside `room`."""
        width = min(theme.px(_WIDTH), room.width() - 2 * theme.S)
        needed = 2 + sum(_height(part, width) for part in (self._head, self._inside, self._foot))
        height = min(needed, room.height() - 2 * theme.M)
        left = room.left() + (room.width() - width) // 2
        top = room.top() + max(theme.M, min(theme.px(64), room.height() - height - theme.M))
        self.place(QRect(left, top, width, height))

    @abstractmethod
    def first_field(self) -> QWidget:
        """Where the focus goes when it opens."""

    @Slot()
    @abstractmethod
    def save(self) -> None:
        """Ask the service; a refusal is said in place."""

    @Slot()
    def close_form(self) -> None:
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def set_busy(self, busy: bool) -> None:
        """While it is being saved nothing can be pressed twice."""
        self.save_button.setEnabled(not busy)

    def refuse(self, title: str, why: str, tone: str = "over") -> None:
        """What does not belong to one field."""
        self._refusal.set_banner(tone, "warning" if tone == "over" else "wifi-slash", title, why)
        self._refusal.show()
        self._resettle()

    def accept(self) -> None:
        """Nothing is refused any more."""
        self._refusal.hide()

    @Slot()
    def _resettle(self) -> None:
        parent = self.parentWidget()
        if self.isVisible() and parent is not None:
            self.settle(parent.rect())

    def event(self, event: QEvent) -> bool:
        # The window has Ctrl+Enter and Escape too; in here they belong to the form.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.LayoutRequest:
            self._resettle()
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside the form: the list lies behind it."""
        return tab_order.move(self, forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _is_ours(event):
            event.ignore()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_form()
        elif self.save_button.isEnabled():
            self.save()


def _height(part: QWidget, width: int) -> int:
    layout = part.layout()
    if layout is None:
        return 0
    layout.activate()
    return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else part.sizeHint().height()


def _is_ours(event: QKeyEvent) -> bool:
    if event.key() == Qt.Key.Key_Escape:
        return not event.modifiers()
    return event.key() in _SAVE and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
