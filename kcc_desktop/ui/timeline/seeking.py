"""Opens one entry of the timeline wherever it stands: the case or promise somebody chose elsewhere on the desk."""

from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from kcc_desktop.domain.timeline import EntryKind, TimelineFilter
from kcc_desktop.ui.timeline.model import TimelineModel
from kcc_desktop.ui.timeline.reader import Phase, TimelineReader
from kcc_desktop.ui.timeline.rows import EntryRow


class Seeking(QObject):
    """`found` carries the row. What is not among the rows read so far is looked for among its own kind only: a
    resident has thousands of contacts and a handful of cases.
    """

    found = Signal(object)  # EntryRow
    narrowed = Signal()

    def __init__(self, reader: TimelineReader, model: TimelineModel, parent: QObject) -> None:
        super().__init__(parent)
        self._reader, self._model = reader, model
        self._wanted: tuple[UUID, EntryKind, UUID] | None = None
        self._awaited: tuple[UUID, UUID] | None = None
        reader.changed.connect(self._look)

    def seek(self, party_id: UUID, kind: EntryKind, object_id: UUID) -> None:
        """Also when that party's timeline is still to come; another party's ends the search."""
        self._wanted = party_id, kind, object_id
        self._look()

    def wait_for(self, party_id: UUID, object_id: UUID) -> None:
        """What was written a moment ago and is being read: opened when it comes, not looked for."""
        self._awaited = party_id, object_id
        self._look()

    @Slot()
    def _look(self) -> None:
        self._await()
        if self._wanted is None:
            return
        party_id, kind, object_id = self._wanted
        if self._reader.party_id != party_id or self._reader.phase is not Phase.READY:
            return
        place = self._model.place_of(object_id)
        row = self._model.row_at(place) if place >= 0 else None
        if isinstance(row, EntryRow):
            self._wanted = None
            self.found.emit(row)
        elif self._reader.is_complete and self._reader.wanted.is_empty:
            self._wanted = None  # it is not there, or not to be seen
        elif self._reader.wanted.kinds != frozenset({kind}):
            self._reader.narrow(TimelineFilter(kinds=frozenset({kind})))
            self.narrowed.emit()
        elif self._reader.is_complete:
            self._wanted = None
        else:
            self._reader.load_more()

    def _await(self) -> None:
        if self._awaited is None:
            return
        party_id, object_id = self._awaited
        place = self._model.place_of(object_id)
        row = self._model.row_at(place) if place >= 0 else None
        if self._reader.party_id != party_id:
            self._awaited = None
        elif isinstance(row, EntryRow):
            self._awaited = None
            self.found.emit(row)
