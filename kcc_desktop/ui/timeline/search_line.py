"""The field that searches inside the timeline. Knows what is typed, not what is found."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kcc_desktop.ui.shared import keys, theme
from kcc_desktop.ui.shared.basics import Icon, Text, row
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.fields import TextField

_WHILE_TYPING_MS = 120
_DOWNWARDS = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchLine(QWidget):
    """`sought` carries the words, a moment after the last key. `to_list`: the arrow down, or Enter."""

    sought = Signal(str)
    to_list = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.field = TextField(self.tr("Search in the contacts"), self.tr("Search in summaries and notes"))
        self.field.setMaxLength(200)
        self.field.textChanged.connect(self._typed)
        self.field.installEventFilter(self)
        self._found = Text("", theme.CAPTION, tone="muted")
        away = Button("", icon="x", rank="quiet", keys="", height=theme.CONTROL_SMALL, name=self.tr("Stop searching"))
        away.clicked.connect(self.close_line)
        self.setLayout(row(Icon("magnifying-glass", "muted"), self.field, self._found, away))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_WHILE_TYPING_MS)
        self._soon.timeout.connect(self._tell)
        self._told = ""
        self.hide()

    def text(self) -> str:
        return self.field.text().strip()

    def open_line(self) -> None:
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    @Slot()
    def close_line(self) -> None:
        """Away with it, and with what it left out."""
        self.field.clear()
        self._tell()
        self.hide()
        self.closed.emit()

    def forget(self) -> None:
        """Another party: nothing is sought any more, and nobody needs to be told."""
        self.show_text("")

    def show_text(self, text: str) -> None:
        """These words were sought here before, "" for none; nobody needs to be told."""
        self._told = text
        self.field.setText(text)
        self._soon.stop()
        self._found.setText("")
        self.setVisible(bool(text))

    def show_found(self, words: str) -> None:
        """How many there are, in words; "" while that is not known."""
        self._found.setText(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        pressed = watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if pressed and event.key() in _DOWNWARDS and not event.modifiers():  # type: ignore[attr-defined]
            self._tell()
            self.to_list.emit()
            return True
        return super().eventFilter(watched, event)

    @Slot()
    def _typed(self) -> None:
        self._soon.start()

    @Slot()
    def _tell(self) -> None:
        self._soon.stop()
        if self.text() != self._told:
            self._told = self.text()
            self.sought.emit(self._told)


def find_button() -> Button:
    """The magnifier at the end of the chips."""
    return Button(
        "",
        icon="magnifying-glass",
        rank="quiet",
        height=theme.CONTROL_SMALL,
        name=f"{keys.title('search_timeline')} ({keys.shown('search_timeline')})",
    )
