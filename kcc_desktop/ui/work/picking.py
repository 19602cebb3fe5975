"""Choosing one of a list by a few letters, a digit or Enter, under the panel's buttons. Knows no work."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.ui.shared.picker import Picker
from kcc_desktop.ui.shared.rows import Row, matches

Search = Callable[[str], list[Row]]


class Picking(QObject):
    """One a panel. `then` gets the key of the chosen row."""

    def __init__(self, panel: QWidget, anchor: QWidget) -> None:
        super().__init__(panel)
        self._panel, self._anchor = panel, anchor
        self._picker: Picker | None = None
        self._rows: list[Row] = []
        self._then: Callable[[object], None] | None = None
        self._search: Search | None = None

    def pick(self, title: str, rows: list[Row], then: Callable[[object], None], search: Search | None = None) -> None:
        """`search` answers the rows for what is typed, where they are not all here from the start."""
        if self._picker is None:
            self._picker = Picker(self._panel.window(), title, title)
            self._picker.typed.connect(self._on_typed)
            self._picker.picked.connect(self._on_picked)
        self._rows, self._then, self._search = rows, then, search
        self._picker.set_title(title)
        self._picker.open_at(self._anchor, rows, nothing=self.tr("Nobody and nothing has this name."))

    def show_found(self, text: str, rows: list[Row]) -> None:
        """What a search brought, when it is still what is typed."""
        if self._picker is not None and self._picker.isVisible() and self._picker.text() == text:
            self._picker.set_rows(rows)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        if self._picker is None:
            return
        if self._search is not None:
            self._picker.set_rows(self._search(text))
            return
        chosen = next((row for row in self._rows if row.keys and row.keys == text), None)
        if chosen is not None:  # its digit picks it at once
            self._picker.close_unpicked()
            self._on_picked(chosen.key)
            return
        self._picker.set_rows([row for row in self._rows if not text.strip() or matches(row.title, text)])

    @Slot(object)
    def _on_picked(self, key: object) -> None:
        if self._then is not None:
            self._then(key)
