"""What lies in the agenda, as a list model: a row an event, whose name says when, what, who and where."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from kcc_desktop.domain.agenda import AgendaEvent, Lane
from kcc_desktop.ui.agenda import words
from kcc_desktop.ui.shared.row_model import Index, Row, RowModel

Key = tuple[str, object, int]


def key_of(event: AgendaEvent) -> Key:
    """By which an event is known again."""
    return (event.kind.value, event.id, event.quantum)


class EventModel(RowModel):
    """In order of day, time and lane. An event that was there before stays the same row, so that it stays chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__([], parent)
        self._by_key: dict[object, AgendaEvent] = {}

    def set_events(self, events: Sequence[AgendaEvent], lanes: Sequence[Lane]) -> None:
        names = {lane.id: lane.name for lane in lanes}
        place = {lane.id: number for number, lane in enumerate(lanes)}
        shown = sorted(events, key=lambda one: (one.on, one.quantum, place.get(one.lane_id, 0), one.is_extra))
        self._by_key = {key_of(event): event for event in shown}
        self.set_rows([Row(words.spoken(event, names.get(event.lane_id, "")), key=key_of(event)) for event in shown])

    def events(self) -> list[AgendaEvent]:
        """As shown, in order."""
        return list(self._by_key.values())

    def event_at(self, index: Index) -> AgendaEvent | None:
        row = self.row_at(index)
        return self._by_key.get(row.key) if row is not None else None

    def index_of(self, event: AgendaEvent | None) -> int:
        """Which row an event is; -1 when it is not here."""
        if event is None:
            return -1
        wanted = key_of(event)
        return next((number for number, row in enumerate(self.rows()) if row.key == wanted), -1)
