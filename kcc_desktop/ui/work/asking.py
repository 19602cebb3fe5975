"""One sentence that a move needs or may have, typed in the opened row; Enter gives it. Knows no work."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.basics import Text, column, row
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.fields import TextField, field

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Asking(QWidget):
    """Hidden until `ask`. `refusal`: what is said of an empty field; without one it may stay empty."""

    given = Signal(str)
    grew = Signal()

    def __init__(self, label: str, placeholder: str, done: Button, refusal: str = "") -> None:
        super().__init__()
        self._refusal = refusal
        self.text = TextField(label, placeholder)
        self.text.installEventFilter(self)
        self._heading = Text("", strong=True, elided=True)
        done.clicked.connect(self.give)
        line = row(field(label, self.text), done, gap=theme.S)
        line.setStretch(0, 1)
        line.setAlignment(done, Qt.AlignmentFlag.AlignBottom)
        self.setLayout(column(self._heading, line, gap=theme.XS))
        self.hide()

    def ask(self, heading: str) -> None:
        self._heading.setText(heading)
        self.show()
        self.grew.emit()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> bool:
        """What was typed stays for the next time it is asked; False when nothing was asked."""
        was_asked = not self.isHidden()
        self.hide()
        if was_asked:
            self.grew.emit()
        return was_asked

    def give(self) -> None:
        text = self.text.text().strip()
        if text or not self._refusal:
            self.given.emit(text)
        else:
            self.text.refuse(self._refusal)
            self.grew.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_pressed = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if watched is self.text and is_pressed and event.key() in _ENTER:  # type: ignore[attr-defined]
            self.give()
            return True
        return super().eventFilter(watched, event)
