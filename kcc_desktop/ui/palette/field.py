"""The field of the palette: what is typed stays in it, what moves and chooses is told. Knows no list."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent

from kcc_desktop.ui.palette.results import LONGEST
from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.fields import TextField

PAGE = 8
_MOVES = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: PAGE,
    Qt.Key.Key_PageUp: -PAGE,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier


class PaletteField(TextField):
    moved = Signal(int)  # lines, negative is up
    entered = Signal(Qt.KeyboardModifier)
    left = Signal()

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__(name, placeholder)
        self.setMaxLength(LONGEST)
        self.setStyleSheet("QLineEdit { border: none; background: transparent; padding: 0; }")

    def restyle(self) -> None:
        self.setFont(theme.font(theme.LEAD))
        self.setFixedHeight(theme.grown(theme.CONTROL_PRIMARY, theme.LEAD))

    def event(self, event: QEvent) -> bool:
        # While the palette is open these keys are its own, whatever the window below has them for.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not _is_ours(event):
            super().keyPressEvent(event)
        elif key in _MOVES:
            self.moved.emit(_MOVES[key])
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            self.entered.emit(event.modifiers() & _MODIFIERS)

    def focusNextPrevChild(self, next: bool) -> bool:
        return True  # Tab leads nowhere: behind the palette is nothing to type in


def _is_ours(event: QKeyEvent) -> bool:
    key, held = Qt.Key(event.key()), event.modifiers() & _MODIFIERS
    if key in _ENTER:
        return not held & Qt.KeyboardModifier.AltModifier
    return not held and (key in _MOVES or key == Qt.Key.Key_Escape)
