"""A floating list to pick one thing from, with a field to type in. Knows no feature: its owner gives the rows."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.basics import Text, column, hairline
from kcc_desktop.ui.shared.cards import Floating
from kcc_desktop.ui.shared.fields import TextField
from kcc_desktop.ui.shared.focus import give_back
from kcc_desktop.ui.shared.rows import Row, row_list

_MOST_SHOWN = 9
_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _MOST_SHOWN,
    Qt.Key.Key_PageUp: -_MOST_SHOWN,
}

# They belong to the list that is open, not to the window below it.
_OWN = (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Picker(Floating):
    """Opened under an anchor; arrows and Enter pick, Escape closes, typing tells `typed` and the owner sets rows.

    The first row that can be picked is chosen already, so that Enter alone takes the most likely one.
    """

    picked = Signal(object)  # the row's key
    typed = Signal(str)
    closed = Signal()

    def __init__(self, window: QWidget, name: str, placeholder: str) -> None:
        self._field = TextField(name, placeholder)
        self._field.setMaxLength(200)
        self._list = row_list(name, [], compact=True, fit=False)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._nothing = Text("", theme.CAPTION, tone="muted")
        box = column(self._field, hairline(), self._list, self._nothing, gap=theme.S, margins=(theme.S,))
        super().__init__(box, window, name)
        self._anchor: QWidget | None = None
        self._back_to: QWidget | None = None
        self._field.textChanged.connect(self.typed)
        self._field.installEventFilter(self)
        self._list.clicked.connect(self._take)
        self.hide()

    def open_at(self, anchor: QWidget, rows: list[Row], *, text: str = "", nothing: str = "") -> None:
        """Show under `anchor` (above it where there is no room) with `rows`; the focus goes back there afterwards."""
        self._anchor, self._back_to = anchor, self.window().focusWidget() or anchor
        self._nothing.setText(nothing)
        self._field.blockSignals(True)
        self._field.setText(text)
        self._field.blockSignals(False)
        self._field.selectAll()
        self.set_rows(rows)
        self._field.setFocus(Qt.FocusReason.PopupFocusReason)

    def set_rows(self, rows: list[Row]) -> None:
        """What the typed text stands for now; the first row is chosen."""
        self._list.set_rows(rows)
        self._nothing.setVisible(not rows)
        self._list.setVisible(bool(rows))
        self._choose_first()
        self._settle()

    def set_title(self, title: str) -> None:
        """What is chosen, for who hears it, and in the empty field for who sees it."""
        self.setAccessibleName(title)
        self._field.setAccessibleName(title)
        self._field.setPlaceholderText(title)

    def renew_rows(self, rows: list[Row]) -> None:
        """The same things with other words: what is chosen stays so."""
        chosen = self._list.current_row()
        self._list.set_rows(rows)
        if chosen is not None:
            self._list.choose(next((n for n, row in enumerate(rows) if row.key == chosen.key), -1))

    def text(self) -> str:
        return self._field.text()

    @Slot()
    def close_unpicked(self) -> None:
        if not self.isVisible():
            return
        self.hide()
        give_back(self._back_to)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and event.type() == QEvent.Type.FocusOut and self.isVisible():
            self.hide()
            self.closed.emit()
        if watched is self._field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._pressed(event)
        if watched is self._field and event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() not in _OWN:
                return super().eventFilter(watched, event)
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _MOVES:
            self._move(_MOVES[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take(self._list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.close_unpicked()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.close_unpicked()  # and Tab goes on from where it was opened
            return False
        else:
            return False
        return True

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        row = self._list.row_at(index)
        if row is None or row.heading:
            return
        self.close_unpicked()
        self.picked.emit(row.key)

    def _choose_first(self) -> None:
        self._list.choose(-1)
        self._move(1)

    def _move(self, step: int) -> None:
        model, current = self._list.model(), self._list.currentIndex().row()
        wanted = min(max(current + step, 0), model.rowCount() - 1)
        direction = 1 if step > 0 else -1
        while 0 <= wanted < model.rowCount():
            index = model.index(wanted, 0)
            if model.flags(index) & Qt.ItemFlag.ItemIsSelectable:
                self._list.setCurrentIndex(index)
                return
            wanted += direction

    def _settle(self) -> None:
        """As high as its rows, at most nine, inside the window."""
        if self._anchor is None:
            return
        window = self.window()
        rows = min(self._list.model().rowCount(), _MOST_SHOWN)
        height = sum(self._list.sizeHintForRow(number) for number in range(rows))
        self._list.setFixedHeight(max(height, 1))
        under = self._anchor.mapTo(window, QPoint(0, self._anchor.height() + theme.XS))
        width = max(self._anchor.width(), theme.px(320))
        box = self.layout()
        if box is not None:
            box.activate()  # the list has another height now; the hint must know before it is asked
        card = self.card_size().height()
        left = min(under.x() + self._anchor.width() - width, window.width() - width - theme.S)
        top = under.y()
        if top + card > window.height() - theme.S:
            top = max(theme.S, under.y() - self._anchor.height() - 2 * theme.XS - card)
        self.place(QRect(max(theme.S, left), top, width, card))
