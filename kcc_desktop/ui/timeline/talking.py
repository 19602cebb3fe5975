"""What the conversation in front means for the timeline: its row, and what lies open. Knows no widget."""

from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kcc_desktop.domain.establishing import is_enough
from kcc_desktop.domain.ongoing import Ongoing
from kcc_desktop.ui.conversations import Conversations
from kcc_desktop.ui.timeline.opening import Opening
from kcc_desktop.ui.timeline.reader import TimelineReader
from kcc_desktop.ui.timeline.rows import Folding, LiveRow
from kcc_desktop.ui.viewing import Viewing

_LIVE_MS = 150  # the live row follows the note at this pace, not with every key
_LONGEST_TITLE = 200


class Talking(QObject):
    """`told`: the row of the conversation came, went or reads differently."""

    told = Signal()

    def __init__(
        self,
        conversations: Conversations,
        viewing: Viewing,
        reader: TimelineReader,
        opening: Opening,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._conversations, self._viewing = conversations, viewing
        self._reader, self._opening = reader, opening
        self._agent_name = ""
        self._unfolded: frozenset[UUID] = frozenset()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_LIVE_MS)
        self._soon.timeout.connect(self._show_live)
        conversations.changed.connect(self._on_changed)
        conversations.activated.connect(self._on_activated)

    def set_agent(self, name: str) -> None:
        """Who talks: their name stands in the live row."""
        self._agent_name = name
        self._show_live()

    @Slot()
    def follow(self) -> None:
        """Somebody else is shown, or another conversation is in front."""
        active = self._conversations.active()
        self._tell_opening(active)
        self._fold(active)
        self._show_live()

    def unfold(self, contact_id: UUID | None) -> None:
        """This confidential entry lies open all the same, because the agent asked for it; None folds it again."""
        self._unfolded = frozenset({contact_id}) if contact_id is not None else frozenset()
        self._fold(self._conversations.active())

    @Slot(object)
    def fold_closed(self, contact_id: UUID) -> None:
        """The row was closed, however that came about: it folds again."""
        if contact_id in self._unfolded:
            self.unfold(None)

    def forget(self) -> None:
        """Another party: what was unfolded of the one before counts no more."""
        self._unfolded = frozenset()

    @Slot(object)
    def _on_activated(self, _conversation_id: object) -> None:
        self._unfolded = frozenset()
        self.follow()

    @Slot(object, object)
    def _on_changed(self, before: Ongoing, after: Ongoing) -> None:
        active = self._conversations.active()
        if active is None or active.id != after.id:
            return
        same = (before.identity, before.speaker, before.subject, before.capacity)
        if same != (after.identity, after.speaker, after.subject, after.capacity):
            self.follow()
            return
        self._tell_opening(after)
        if not self._soon.isActive():
            self._soon.start()

    def _tell_opening(self, active: Ongoing | None) -> None:
        attached = frozenset(seen.id for seen in active.question.looked_up) if active is not None else frozenset()
        self._opening.during(is_talking=active is not None, attached=attached)

    def _fold(self, active: Ongoing | None) -> None:
        self._reader.fold(Folding(self._may_be_told(active), self._unfolded))

    def _may_be_told(self, active: Ongoing | None) -> bool:
        """Whether confidential contacts may lie open: nobody listens, or it is sure enough who does."""
        viewed = self._viewing.now()
        if active is None or viewed.party_id is None:
            return True
        parties = {party.id for party in (active.speaker, active.subject) if party is not None}
        if viewed.party_id not in parties:
            return False
        restricted = viewed.ref is not None and viewed.ref.disclosure_restricted
        return is_enough(active.identity, restricted=restricted)

    @Slot()
    def _show_live(self) -> None:
        self._soon.stop()
        active = self._conversations.active()
        party = active.party if active is not None else None
        live = None
        if active is not None and party is not None and party.id == self._reader.party_id:
            titles = (question.title for question in (active.question, *active.questions))
            title = next((words for words in titles if words), "")[:_LONGEST_TITLE]
            count = sum(1 for question in active.questions if not question.is_empty)
            live = LiveRow(active.id, active.channel_code, active.started_at, title, self._agent_name, count)
        self._reader.set_live(live)
        self.told.emit()
