"""One list at a time to pick from, narrowed by what is typed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.ui.counter import choosing
from kcc_desktop.ui.shared.picker import Picker
from kcc_desktop.ui.shared.rows import Row


class Picking(QObject):
    """Made once; each list is opened under what it belongs to."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._owner = parent
        self._picker: Picker | None = None
        self._rows: list[Row] = []

    def open(self, anchor: QWidget, name: str, rows: list[Row], then: Callable[[object], None]) -> None:
        """`then` gets the key of the row that was picked; it is a slot of a widget that outlives this."""
        if self._picker is not None:
            self._picker.hide()
            self._picker.deleteLater()
        self._picker = Picker(self._owner.window(), name, name)
        self._picker.picked.connect(then)
        self._picker.typed.connect(self._narrow)
        self._rows = rows
        self._picker.open_at(anchor, rows, nothing=self.tr("Nothing by that name"))

    def close(self) -> bool:
        """False when nothing was open."""
        if self._picker is None or not self._picker.isVisible():
            return False
        self._picker.close_unpicked()
        return True

    @Slot(str)
    def _narrow(self, typed: str) -> None:
        if self._picker is not None:
            self._picker.set_rows([one for one in self._rows if choosing.fits(one.title, typed)])
