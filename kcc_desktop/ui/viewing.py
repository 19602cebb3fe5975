"""Whose card and timeline the desk shows now, loaded off the main thread. Knows no widget.

The card follows the conversation in front; what is looked up in between is shown until the agent goes back, and
attaches itself to the conversation that goes on meanwhile.
"""

from dataclasses import dataclass, replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.contacts import LookedUp, LookedUpKind
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.ongoing import Ongoing, PartyRef
from kcc_desktop.domain.parties import PartyOverview
from kcc_desktop.services.parties import PartyService
from kcc_desktop.ui.conversations import Conversations


@dataclass(frozen=True, slots=True)
class Viewed:
    """What is to be shown. Without `party_id`: nobody. `overview` may be there beside an `error`: then it is old.

    `is_aside`: looked up beside a conversation that is with, or about, somebody else (or nobody yet).
    """

    party_id: UUID | None = None
    overview: PartyOverview | None = None
    error: Exception | None = None
    is_loading: bool = False
    is_aside: bool = False

    @property
    def ref(self) -> PartyRef | None:
        """The shown party as a conversation refers to it."""
        return ref_of(self.overview) if self.overview is not None else None


class Viewing(QObject):
    """Made once. `changed` carries each new `Viewed`."""

    changed = Signal(object)  # Viewed

    def __init__(
        self,
        parties: PartyService,
        tasks: TaskRunner,
        conversations: Conversations,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._parties, self._tasks, self._conversations = parties, tasks, conversations
        self._viewed = Viewed()
        self._known: dict[UUID, PartyOverview] = {}  # of the conversations going on, so that a switch paints at once
        conversations.activated.connect(self._follow)
        conversations.changed.connect(self._on_changed)
        conversations.removed.connect(self._forget_unused)

    def now(self) -> Viewed:
        return self._viewed

    def look_at(self, party_id: UUID, title: str = "") -> None:
        """Show somebody, whatever goes on; during a conversation it attaches itself as looked up."""
        ongoing = self._conversations.active()
        if ongoing is not None:
            self._conversations.put(ongoing.looking_at(LookedUp(LookedUpKind.PARTY, party_id, title)))
        self._show(party_id, is_aside=ongoing is not None and not _is_with(ongoing, party_id))

    def back(self) -> None:
        """To whom the conversation in front is with; without one: nobody."""
        self._follow(None)

    def attach(self) -> None:
        """Whoever is shown becomes the speaker of the conversation in front."""
        ongoing, ref = self._conversations.active(), self._viewed.ref
        if ongoing is not None and ref is not None:
            self._conversations.put(ongoing.spoken_by(ref))
            self._set(replace(self._viewed, is_aside=False))

    @Slot()
    def reload(self) -> None:
        """Read again what is shown; the old stays until the new is there."""
        if self._viewed.party_id is not None:
            self._load(self._viewed.party_id)

    def reload_if_shown(self, party_ids: frozenset[UUID]) -> None:
        for party_id in party_ids:
            self._known.pop(party_id, None)
        if self._viewed.party_id in party_ids:
            self.reload()

    def reload_if_listing(self, object_ids: frozenset[UUID]) -> None:
        """Read again when one of these stands on what is shown: colleagues hold times all day, for others."""
        overview = self._viewed.overview
        if overview is None:
            return
        listed = {entry.id for entry in overview.first_page.entries} | {one.id for one in overview.appointments}
        if listed & object_ids:
            self.reload()

    @Slot(object)
    def _follow(self, _conversation_id: object) -> None:
        ongoing = self._conversations.active()
        party = ongoing.party or ongoing.speaker if ongoing is not None else None
        if party is None:
            self._set(Viewed())
        else:
            self._show(party.id, is_aside=False)
        self._forget_unused(None)

    @Slot(object, object)
    def _on_changed(self, before: Ongoing, after: Ongoing) -> None:
        active = self._conversations.active()
        if active is None or active.id != after.id:
            return
        if (before.party, before.speaker) != (after.party, after.speaker):
            self._follow(None)

    def _show(self, party_id: UUID, *, is_aside: bool) -> None:
        if party_id == self._viewed.party_id and self._viewed.error is None:
            self._set(replace(self._viewed, is_aside=is_aside))
            if not self._viewed.is_loading:
                self._load(party_id)
            return
        known = self._known.get(party_id)
        self._set(Viewed(party_id, known, is_loading=True, is_aside=is_aside))
        self._load(party_id)

    def _load(self, party_id: UUID) -> None:
        task = self._tasks.run(partial(self._parties.overview, party_id), self, key="overview")
        task.succeeded.connect(partial(self._on_loaded, party_id))
        task.failed.connect(partial(self._on_failed, party_id))

    def _on_loaded(self, party_id: UUID, overview: PartyOverview) -> None:
        if party_id != self._viewed.party_id:
            return
        self._known[party_id] = overview
        self._set(Viewed(party_id, overview, is_aside=self._viewed.is_aside))
        self._forget_unused(None)

    def _on_failed(self, party_id: UUID, error: Exception) -> None:
        if party_id == self._viewed.party_id:
            self._set(replace(self._viewed, error=error, is_loading=False))
        if not isinstance(error, Refusal | Outage):
            self._tasks.unhandled.emit(error)

    @Slot(object)
    def _forget_unused(self, _conversation_id: object) -> None:
        """What no conversation is with is not kept: a card is personal, and it grows old."""
        wanted = {self._viewed.party_id}
        for ongoing in self._conversations.all():
            wanted |= {party.id for party in (ongoing.speaker, ongoing.subject) if party is not None}
        for party_id in set(self._known) - wanted:
            del self._known[party_id]

    def _set(self, viewed: Viewed) -> None:
        if viewed != self._viewed:
            self._viewed = viewed
            self.changed.emit(viewed)


def ref_of(overview: PartyOverview) -> PartyRef:
    """Somebody whose card was read, as a conversation refers to them."""
    card = overview.card
    return PartyRef(card.id, card.kind, card.title, card.warnings.disclosure_restricted)


def _is_with(ongoing: Ongoing, party_id: UUID) -> bool:
    return party_id in {party.id for party in (ongoing.speaker, ongoing.subject) if party is not None}
