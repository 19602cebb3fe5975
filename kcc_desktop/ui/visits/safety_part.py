"""The safety notes that were read of a visit, each with the button that ends it. Asks no service."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.safety_notes import SafetyNote
from kcc_desktop.ui.shared import keys, theme
from kcc_desktop.ui.shared.basics import Paragraph, column, row
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.visits import visit_facts


class SafetyPart(QWidget):
    """`end_wanted` carries the note's id. Hidden while nothing was read."""

    end_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = column(gap=theme.S)
        self.setLayout(self._box)
        self._inside: QWidget | None = None
        self.buttons: dict[UUID, Button] = {}
        self.hide()

    def show_notes(self, notes: Sequence[SafetyNote]) -> None:
        if self._inside is not None:
            self._inside.hide()
            self._inside.deleteLater()
        self.buttons = {note.id: self._button(note) for note in notes}
        parts = [
            column(Paragraph(visit_facts.of_note(note), "near"), row(self.buttons[note.id], None), gap=theme.XS)
            for note in notes
        ]
        self._inside = QWidget()
        self._inside.setLayout(column(*parts, gap=theme.S))
        self._box.addWidget(self._inside)
        self.setVisible(bool(notes))

    def to_end(self) -> bool:
        """The hand on the first one's end: Enter ends it, Tab goes to the next. False while none was read."""
        first = next(iter(self.buttons.values()), None)
        if first is None:
            return False
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _button(self, note: SafetyNote) -> Button:
        name = self.tr("End the safety note: {note}").format(note=visit_facts.of_note(note))
        button = Button(
            self.tr("End this note"),
            icon="x",
            keys=keys.shown("visit_end_safety"),
            rank="quiet",
            height=theme.CONTROL_SMALL,
            size=theme.CAPTION,
            name=name,
        )
        button.clicked.connect(partial(self._on_clicked, note.id))
        return button

    @Slot()
    def _on_clicked(self, note_id: UUID, _checked: bool = False) -> None:
        self.end_wanted.emit(note_id)
