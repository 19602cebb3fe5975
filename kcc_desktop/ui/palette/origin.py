"""Where the focus was before something opened over the window, and the way back. Knows no palette."""

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QLineEdit, QWidget


class Origin(QObject):
    """`remember` before the focus goes, `restore` to give it back: the caret is where it was."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._widget: QWidget | None = None
        self._caret = (0, -1, 0)

    def remember(self, widget: QWidget | None) -> None:
        self.forget()
        self._widget = widget
        if widget is not None:
            widget.destroyed.connect(self._on_destroyed)
        if isinstance(widget, QLineEdit):  # which loses its selection together with the focus
            self._caret = widget.cursorPosition(), widget.selectionStart(), widget.selectionLength()

    def restore(self) -> None:
        """Nothing when the widget is gone."""
        widget = self._widget
        self.forget()
        if widget is None:
            return
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        if isinstance(widget, QLineEdit):
            position, start, length = self._caret
            if start < 0:
                widget.setCursorPosition(position)
            elif position == start:
                widget.setSelection(start + length, -length)
            else:
                widget.setSelection(start, length)

    def forget(self) -> None:
        if self._widget is not None:
            self._widget.destroyed.disconnect(self._on_destroyed)
        self._widget = None

    @Slot()
    def _on_destroyed(self) -> None:
        self._widget = None
