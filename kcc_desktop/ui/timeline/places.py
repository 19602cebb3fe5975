"""Where each conversation left the timeline: what it was narrowed to and how far it was scrolled. Kept in memory only.

A place belongs to a conversation and a party: who looks aside and comes back finds both as they were.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from uuid import UUID

from PySide6.QtCore import QObject, Slot

from kcc_desktop.domain.timeline import TimelineFilter
from kcc_desktop.ui.conversations import Conversations
from kcc_desktop.ui.timeline.narrowing import Narrowing
from kcc_desktop.ui.timeline.reader import Phase, TimelineReader
from kcc_desktop.ui.timeline.view import TimelineView

Key = tuple[UUID | None, UUID | None]  # conversation, party


@dataclass(frozen=True, slots=True)
class _Place:
    wanted: TimelineFilter
    rows: tuple[tuple[Hashable, int], ...]  # what was on screen and where; () at the top, where one sees what comes


class Places(QObject):
    """Made once by the column, which says when it leaves and where it comes."""

    def __init__(
        self,
        conversations: Conversations,
        reader: TimelineReader,
        view: TimelineView,
        narrowing: Narrowing,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._conversations = conversations
        self._reader, self._view, self._narrowing = reader, view, narrowing
        self._kept: dict[Key, _Place] = {}
        self._here: Key = (None, None)
        self._wanted: _Place | None = None  # still to be scrolled to
        self._was_at = 0
        reader.changed.connect(self._go_on)
        conversations.removed.connect(self._forget)

    def is_here(self, key: Key) -> bool:
        """Nothing to leave: also when what was looked at becomes the conversation's own."""
        return key == self._here or (self._here[0] is None and key[1] == self._here[1])

    def leave(self) -> None:
        """Keep how it is here; without a conversation that goes on there is nothing to come back to."""
        conversation_id, party_id = self._here
        goes_on = conversation_id is not None and self._conversations.get(conversation_id) is not None
        if goes_on and party_id is not None:
            rows = self._wanted.rows if self._wanted is not None else self._view.places()
            self._kept[self._here] = _Place(self._reader.wanted, rows)
        self._wanted = None

    def come(self, key: Key) -> None:
        """As it was left; at the top and whole where it never was."""
        self._here = key
        place = self._kept.pop(key, None) or _Place(TimelineFilter(), ())
        self._narrowing.restore(place.wanted)
        self._wanted = place if place.rows else None
        self._was_at = self._view.verticalOffset()
        self._go_on()

    def stay(self, key: Key) -> None:
        """The same place under another name: a conversation began with whoever was looked at."""
        self._here = key

    @Slot()
    def _go_on(self) -> None:
        """Read on until what was looked at is here again; not when the agent scrolled meanwhile."""
        reader, place = self._reader, self._wanted
        if place is None or reader.phase is not Phase.READY or reader.shown != place.wanted:
            return
        if self._view.verticalOffset() != self._was_at or self._view.put_at(place.rows) or reader.is_complete:
            self._wanted = None
        else:
            self._was_at = self._view.verticalOffset()
            reader.load_more()

    @Slot(object)
    def _forget(self, conversation_id: UUID) -> None:
        self._kept = {key: place for key, place in self._kept.items() if key[0] != conversation_id}
