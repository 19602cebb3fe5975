"""A named list of the left column: its heading, how many, and rows that open by key or click."""

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.basics import Text, column, hairline, heading
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.rows import Index, ListView, Row, RowDelegate, RowModel

_OPENING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})

_ADD = 24  # of the small button in a heading, at 100 % text


class PressList(ListView):
    """Rows that do something: Enter, Space or one click, and Delete. Without the focus no row is chosen."""

    pressed_row = Signal(object)  # the row's key
    end_pressed = Signal(object)  # the row's key: what it shows is to end
    reached = Signal(QRect)  # where the chosen row is, so that what scrolls can show it

    def __init__(self, name: str) -> None:
        super().__init__(name, fit=True)
        self.setItemDelegate(RowDelegate(0, True, self))
        self.setModel(RowModel([], self))
        self.clicked.connect(self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._open(self.currentIndex())
            return
        if event.key() == Qt.Key.Key_Delete and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            row = self.current_row()
            if row is not None and row.key is not None:
                self.end_pressed.emit(row.key)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            backwards = event.reason() is Qt.FocusReason.BacktabFocusReason
            self.choose(self.model().rowCount() - 1 if backwards else 0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.choose(-1)
        self.clearSelection()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.reached.emit(self.visualRect(current))

    @Slot(QModelIndex)
    def _open(self, index: QModelIndex) -> None:
        row = self.row_at(index)
        if row is not None and row.key is not None:
            self.pressed_row.emit(row.key)


class Section(QWidget):
    """Hidden while it has nothing to say. `add` and `end` name small buttons in the heading.

    `end_pressed` carries the key of the row that is to end, None when the heading was pressed.
    """

    pressed_row = Signal(object)
    add_pressed = Signal()
    end_pressed = Signal(object)

    def __init__(
        self, title: str, *, counted: bool = False, add: str = "", end: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self._count = Text("", theme.CAPTION, tone="muted")
        self._counted = counted
        self.add = Button("", icon="plus", rank="quiet", height=_ADD, name=add)
        self.add.clicked.connect(self.add_pressed)
        self.add.setVisible(bool(add))
        self.end = Button("", icon="prohibit", rank="quiet", height=_ADD, name=end)
        self.end.clicked.connect(self._on_end)
        self.end.hide()
        self._covered = Text("", tone="muted", elided=True)
        self.list = PressList(title)
        self.list.pressed_row.connect(self.pressed_row)
        self.list.end_pressed.connect(self.end_pressed)
        head = heading(title, self._count, self.end, self.add)
        self.setLayout(column(hairline(), head, self._covered, self.list, gap=theme.S, margins=(0, theme.XS, 0, 0)))
        self.hide()

    def rows(self) -> list[Row]:
        """As shown."""
        model = self.list.model()
        return model.rows() if isinstance(model, RowModel) else []

    def show_rows(self, rows: list[Row], *, covered: str = "", can_end: bool = False) -> None:
        """`covered` is said in place of the rows; how many there are is then not told either. `can_end`: one of them
        may end."""
        self.end.setVisible(can_end)
        self.list.set_rows([] if covered else rows)
        self.list.setVisible(bool(rows) and not covered)
        self._covered.setText(covered)
        self._covered.setVisible(bool(covered))
        self._count.setText(str(len(rows)) if self._counted and not covered else "")
        self._count.setVisible(bool(self._count.text()))
        self.setVisible(bool(rows or covered))

    @Slot()
    def _on_end(self) -> None:
        self.end_pressed.emit(None)
