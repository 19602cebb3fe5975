"""What every painted button shares: words, key and icon as data, names for a screen reader, Space and Enter."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton

from kcc_desktop.ui.shared.basics import Restyled

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Pressable(Restyled, QAbstractButton):
    """What every painted button shares: words with "&" as they are, keys and names, Space and Enter."""

    def __init__(self, text: str, *, icon: str = "", keys: str = "", name: str = "") -> None:
        super().__init__()
        self._words, self._icon, self._keys, self._name = text, icon, keys, name
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._renamed()

    def text(self) -> str:
        return self._words

    def setText(self, text: str) -> None:
        self._words = text
        self._renamed()

    def keys(self) -> str:
        """The key shown in it, "" for none."""
        return self._keys

    def set_keys(self, keys: str) -> None:
        """Another key hint; the shortcut itself is the screen's."""
        self._keys = keys
        self._renamed()

    def set_icon(self, name: str) -> None:
        """Another icon, "" for none."""
        self._icon = name
        self._renamed()

    def set_name(self, name: str) -> None:
        """What a screen reader says in place of the words."""
        self._name = name
        self._renamed()

    def _spoken(self) -> str:
        words = self._name or self._words
        return f"{words}, {self._keys}" if self._keys else words

    def _renamed(self) -> None:
        self.setAccessibleName(self._spoken())
        if not self._words and self._name:
            self.setToolTip(f"{self._name} ({self._keys})" if self._keys else self._name)
        self.restyle()
        self.updateGeometry()
        self.update()

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.click()
            return
        super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def _hovered(self) -> bool:
        return self.isEnabled() and self.underMouse()

    def _shows_focus(self) -> bool:
        return self.hasFocus()
