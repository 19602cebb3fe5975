"""The conversations this desk has going on, in the order of their tabs. Knows no widget, telephone or database.

Every screen reads from here and changes through here: one place decides who is in front and who waits.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from kcc_desktop.background.journal import DraftJournal
from kcc_desktop.domain.documents import to_document
from kcc_desktop.domain.ongoing import Ongoing

MOST = 9  # Alt+1 … Alt+9


class Conversations(QObject):
    """Made once. Whatever is put here is on its way to the disk; `ended` takes it off again."""

    added = Signal(object)  # UUID
    removed = Signal(object)  # UUID
    activated = Signal(object)  # UUID | None
    changed = Signal(object, object)  # Ongoing before, Ongoing after

    def __init__(
        self, now: Callable[[], datetime], journal: DraftJournal | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._now, self._journal = now, journal
        self._all: dict[UUID, Ongoing] = {}
        self._active: UUID | None = None
        self._sealed: set[UUID] = set()

    def all(self) -> tuple[Ongoing, ...]:
        return tuple(self._all.values())

    def get(self, conversation_id: UUID) -> Ongoing | None:
        return self._all.get(conversation_id)

    def active(self) -> Ongoing | None:
        return self._all[self._active] if self._active is not None else None

    def is_full(self) -> bool:
        return len(self._all) >= MOST

    def start(self, ongoing: Ongoing, *, in_front: bool = True) -> None:
        """A new conversation, or one that was kept as a draft."""
        if ongoing.id in self._all:
            self.put(ongoing)
        else:
            self._all[ongoing.id] = ongoing
            self._keep(ongoing)
            self.added.emit(ongoing.id)
        if in_front or self._active is None:
            self.activate(ongoing.id)

    def put(self, ongoing: Ongoing) -> None:
        """The conversation's new state; nothing when it has ended meanwhile, or is sealed."""
        before = self._all.get(ongoing.id)
        if before is None or before == ongoing or ongoing.id in self._sealed:
            return
        self._all[ongoing.id] = ongoing
        self._keep(ongoing)
        self.changed.emit(before, ongoing)

    def seal(self, conversation_id: UUID, sealed: bool) -> None:
        """While it is being recorded it stays as it is: what changed meanwhile would be lost with it."""
        (self._sealed.add if sealed else self._sealed.discard)(conversation_id)

    def activate(self, conversation_id: UUID) -> None:
        """Bring it to the front: the one that was there waits, this one goes on where a switch left it."""
        if conversation_id == self._active or conversation_id not in self._all:
            return
        before = self.active()
        if before is not None:
            self.put(before.on_hold(self._now(), by_switch=True))
        self._active = conversation_id
        now_in_front = self._all[conversation_id]
        if now_in_front.held_by_switch:
            self.put(now_in_front.resumed(self._now()))
        self.activated.emit(conversation_id)

    def activate_number(self, number: int) -> None:
        """The tab counted from 1."""
        if 1 <= number <= len(self._all):
            self.activate(list(self._all)[number - 1])

    def end(self, conversation_id: UUID, *, keep_draft: bool = False) -> None:
        """Recorded, kept in the outbox (`keep_draft`: the outbox ends the draft itself) or thrown away."""
        if conversation_id not in self._all:
            return
        order = list(self._all)
        place = order.index(conversation_id)
        del self._all[conversation_id]
        self._sealed.discard(conversation_id)
        if self._journal is not None:
            if keep_draft:
                self._journal.let_go(conversation_id)
            else:
                self._journal.forget(conversation_id)
        was_in_front = self._active == conversation_id
        if was_in_front:
            self._active = None
        self.removed.emit(conversation_id)
        if was_in_front and self._active is None:
            left = order[:place] + order[place + 1 :]
            if left:
                self.activate(left[min(place, len(left) - 1)])
            else:
                self.activated.emit(None)

    def _keep(self, ongoing: Ongoing) -> None:
        if self._journal is not None:
            # The value, not self: the journal asks for the document when it writes.
            self._journal.touch(ongoing.id, partial(to_document, ongoing))
