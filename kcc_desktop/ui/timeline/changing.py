"""An opened contact is corrected, or moved to somebody else: its form, and what is read again afterwards."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.contacts import ContactDetail
from kcc_desktop.ui.timeline.forms import Forms
from kcc_desktop.ui.timeline.opening import Opening
from kcc_desktop.ui.timeline.reader import TimelineReader
from kcc_desktop.ui.viewing import Viewing


class Changing(QObject):
    """One a column, in whose room the forms lie."""

    def __init__(
        self, column: QWidget, forms: Forms, opening: Opening, reader: TimelineReader, viewing: Viewing
    ) -> None:
        super().__init__(column)
        self._column, self._forms, self._opening = column, forms, opening
        self._reader, self._viewing = reader, viewing
        opening.correct.connect(self._on_correct)
        opening.move.connect(self._on_move)
        forms.corrected.connect(self._on_corrected)
        forms.moved.connect(self._on_moved)

    @Slot(object)
    def _on_correct(self, detail: ContactDetail) -> None:
        self._forms.open_correct(detail, self._column.rect())

    @Slot(object)
    def _on_move(self, detail: ContactDetail) -> None:
        self._forms.open_move(detail, self._column.rect())

    @Slot(object)
    def _on_corrected(self, _contact_id: object) -> None:
        """The row stays open, in its new version."""
        self._opening.load_again()
        self._read_again()

    @Slot(object)
    def _on_moved(self, _contact_id: object) -> None:
        """It is gone from here."""
        self._opening.close()
        self._read_again()

    def _read_again(self) -> None:
        self._reader.read_again()
        self._viewing.reload()
