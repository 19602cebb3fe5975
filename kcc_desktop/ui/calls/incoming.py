"""From the telephone's calls to conversations: who may be calling, answering, missing. Knows no widget.

What the exchange reports may come twice, late or in any order; a call has at most one conversation, whoever said that
it was answered, and one that is over never comes back.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.calls import Call, CallPhase
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.ongoing import Ongoing, PartyRef, begin
from kcc_desktop.domain.parties import PartySummary
from kcc_desktop.services.parties import PartyService
from kcc_desktop.ui.calls.number_lookup import NumberLookup
from kcc_desktop.ui.calls.ringing import MOST_KEYS, Lookup, Ringing, Rings, TooManyConversations, is_untouched, ref
from kcc_desktop.ui.conversations import Conversations

ARMED_MS = 5_000  # a digit typed later than this is meant for the note again
LONGEST_RINGING = timedelta(minutes=10)  # an exchange that never tells the end must not leave a card for ever
_KEPT = 500


class IncomingCalls(QObject):
    """Made once; `on_call` takes what the switchboard tells. Every move is a public slot for a key or a click."""

    changed = Signal()  # what a card would show
    armed_changed = Signal(bool)  # the next digit says who it is
    answered = Signal(object, object)  # Call, UUID of its conversation
    missed = Signal(object)  # Call
    taken = Signal(object)  # Call: answered here with a key, and a colleague was first
    refused = Signal(object, object)  # Call, Refusal

    def __init__(
        self,
        parties: PartyService,
        tasks: TaskRunner,
        conversations: Conversations,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._conversations, self._now = conversations, now
        self._lookup = NumberLookup(parties, tasks, self)
        self._lookup.done.connect(self._on_looked_up)
        self._rings = Rings()
        # Calls that have or had a conversation, with the speaker that the desk itself filled in; the oldest first.
        self._had: dict[str, PartyRef | None] = {}
        self._armed = ""
        self._disarming = QTimer(self, singleShot=True, interval=ARMED_MS)
        self._disarming.timeout.connect(self.disarm)
        self._expiring = QTimer(self, interval=60_000)
        self._expiring.timeout.connect(self.expire)
        conversations.added.connect(self.changed)
        conversations.changed.connect(self._on_conversation_changed)
        # Later: the store is still between two conversations when it tells.
        conversations.removed.connect(self._on_conversation_removed, Qt.ConnectionType.QueuedConnection)

    def front(self) -> Ringing | None:
        """What the card shows; None for nothing."""
        return self._rings.front()

    def waiting(self) -> int:
        """How many calls ring, folded ones too."""
        return self._rings.waiting()

    def folded(self) -> int:
        """How many of them the agent put off; `unfold` brings them back."""
        return self._rings.folded()

    def is_full(self) -> bool:
        """Whether answering would be refused."""
        return self._conversations.is_full()

    def is_armed(self) -> bool:
        return bool(self._armed)

    @Slot(object)
    def on_call(self, call: Call) -> None:
        """News of one call, from the switchboard."""
        move = {
            CallPhase.RINGING: self._on_ringing,
            CallPhase.ANSWERED_ELSEWHERE: self._on_answered_elsewhere,
            CallPhase.ANSWERED: self._on_answered,
            CallPhase.ENDED: self._on_ended,
        }[call.phase]
        move(call)
        self._renumber(call)
        self._settle()

    @Slot()
    def answer(self) -> None:
        """F2: answer the call on the card at once. With several people the card stays and the next digit says who.

        Once more leaves it open for now, and again asks again. Nothing on the card: what was put off comes back.
        """
        if self.front() is None:
            self.unfold()
        ring = self.front()
        if ring is None:
            return
        if not ring.is_choice:
            self.answer_unchosen()
            return
        if self._armed == ring.call.call_id:
            self.disarm()
            return
        if not ring.is_answered:
            self._start(ring, self._now(), None)
            ring = self._rings.get(ring.call.call_id)
        if ring is not None and ring.is_answered:
            self._arm(ring.call.call_id)
        self._settle()

    @Slot()
    def answer_unchosen(self) -> None:
        """Answer with nobody, or with the one who has the number; an answered call stops asking who it is."""
        ring = self.front()
        if ring is None:
            return
        self.disarm()
        if ring.is_answered:
            self._rings.put(replace(ring, is_folded=True))
        else:
            self._start(ring, self._now(), ring.only)
        self._settle()

    @Slot(int)
    def choose(self, number: int) -> None:
        """The candidate counted from 1 is the one who calls; a number that nobody has does nothing."""
        ring = self.front()
        if ring is None or not 1 <= number <= min(len(ring.candidates), MOST_KEYS):
            return
        self.disarm()
        party = ring.candidates[number - 1]
        if ring.conversation_id is None:
            self._start(ring, self._now(), party)
        else:
            ongoing = self._conversations.get(ring.conversation_id)
            if ongoing is not None:
                self._conversations.put(ongoing.spoken_by(ref(party)))
        self._settle()

    @Slot()
    def later(self) -> None:
        """Esc: the card goes, and F2 brings it back; a call that rings keeps ringing and is counted."""
        ring = self.front()
        if ring is None:
            return
        self.disarm()
        self._rings.put(replace(ring, is_folded=True))
        self._settle()

    @Slot()
    def unfold(self) -> None:
        """The calls that were put off are on the card again."""
        for ring in self._rings.all():
            self._rings.put(replace(ring, is_folded=False))
        self._settle()

    @Slot()
    def disarm(self) -> None:
        if self._armed:
            self._armed = ""
            self._disarming.stop()
            self.armed_changed.emit(False)
            self.changed.emit()

    @Slot()
    def expire(self) -> None:
        """A call that rings for ten minutes without another word is over."""
        for ring in self._rings.all():
            call = ring.call
            if not ring.is_answered and self._now() - (call.last_rang_at or call.first_at) > LONGEST_RINGING:
                self._rings.drop(call.call_id)
                self.missed.emit(call)
        self._settle()

    # What the exchange says

    def _on_ringing(self, call: Call) -> None:
        if self._rings.get(call.call_id) is not None or not self._is_done_with(call):
            self._take_in(call)

    def _on_answered(self, call: Call) -> None:
        if not self._is_done_with(call):
            ring = self._take_in(call)
            self._start(ring, self._answered_at(call), ring.only)

    def _on_answered_elsewhere(self, call: Call) -> None:
        self._rings.drop(call.call_id)
        ongoing = self._conversation_of(call)
        if ongoing is None or ongoing.ended_at is not None:
            return
        if is_untouched(ongoing, self._had.get(call.call_id)):
            self._had.pop(call.call_id, None)  # the exchange may still correct itself
            self._conversations.end(ongoing.id)
        else:
            self._conversations.put(ongoing.hung_up(self._now()))
        self.taken.emit(call)

    def _on_ended(self, call: Call) -> None:
        ring = self._rings.get(call.call_id)
        ongoing = self._conversation_of(call)
        if ongoing is not None:
            self._conversations.put(ongoing.hung_up(min(call.ended_at or self._now(), self._now())))
        if ring is None or ring.is_answered:
            return  # who it was may still be asked during the wrap-up
        self._rings.drop(call.call_id)
        self._done_with(call, None)
        self.missed.emit(call)

    def _renumber(self, call: Call) -> None:
        """The exchange told the number after the call was answered."""
        ongoing = self._conversation_of(call)
        if ongoing is None or ongoing.caller_number or not call.number:
            return
        self._conversations.put(replace(ongoing, caller_number=call.number))
        if ongoing.speaker is None and self._rings.get(call.call_id) is None:
            self._look_up(Ringing(call, conversation_id=ongoing.id))

    def _done_with(self, call: Call, speaker: PartyRef | None) -> None:
        self._had[call.call_id] = speaker
        while len(self._had) > _KEPT:
            del self._had[next(iter(self._had))]

    def _is_done_with(self, call: Call) -> bool:
        """Whether it has a conversation, had one, or ended without."""
        return call.call_id in self._had or self._conversation_of(call) is not None

    def _answered_at(self, call: Call) -> datetime:
        """By the exchange's clock, which may be ahead of ours."""
        return min(call.answered_at or self._now(), self._now())

    # Who has the number

    def _take_in(self, call: Call) -> Ringing:
        """The call as it is known now; a number that was not known yet is looked up."""
        known = self._rings.get(call.call_id)
        if known is not None and known.call.number == call.number:
            return self._rings.put(replace(known, call=call))
        return self._look_up(Ringing(call) if known is None else replace(known, call=call))

    def _look_up(self, ring: Ringing) -> Ringing:
        """Begin finding out; a call without a number is nobody's at once."""
        call = ring.call
        if not call.number:
            return self._rings.put(replace(ring, lookup=Lookup.FOUND))
        self._lookup.look_up(call.call_id, call.number)
        return self._rings.put(replace(ring, lookup=Lookup.LOOKING, candidates=()))

    @Slot(str, object, object)
    def _on_looked_up(self, call_id: str, lookup: Lookup, candidates: tuple[PartySummary, ...]) -> None:
        ring = self._rings.get(call_id)
        if ring is None:
            return
        ring = self._rings.put(replace(ring, lookup=lookup, candidates=candidates))
        if ring.conversation_id is not None and not ring.is_choice:
            self._rings.drop(call_id)
            ongoing = self._conversations.get(ring.conversation_id)
            if ring.only is not None and ongoing is not None:
                self._had[call_id] = ref(ring.only)
                self._conversations.put(ongoing.spoken_by(ref(ring.only)))
        self._settle()

    # Conversations

    def _start(self, ring: Ringing, at: datetime, party: PartySummary | None) -> None:
        """The call's conversation in front, with the candidate as speaker; a number is no proof of who it is."""
        call = ring.call
        if self._conversations.is_full():
            self._rings.put(replace(ring, needs_room=call.phase is CallPhase.ANSWERED))
            self.refused.emit(call, TooManyConversations())
            return
        self._rings.drop(call.call_id)
        speaker = ref(party) if party is not None else None
        ongoing = begin(
            new_id(),
            new_id(),
            "phone",
            at,
            caller_number=call.number,
            call_id=call.call_id,
            wait_seconds=max(0, round((at - call.first_at).total_seconds())),
            speaker=speaker,
        )
        self._done_with(call, speaker)
        if party is None and (ring.lookup is Lookup.LOOKING or ring.is_choice):
            self._rings.put(replace(ring, conversation_id=ongoing.id, is_folded=False, needs_room=False))
        self._conversations.start(ongoing)
        self.answered.emit(call, ongoing.id)

    def _conversation_of(self, call: Call) -> Ongoing | None:
        """Also one that was kept as a draft by a desk that stopped in mid-call."""
        return next((o for o in self._conversations.all() if o.call_id == call.call_id), None)

    @Slot(object, object)
    def _on_conversation_changed(self, _before: Ongoing, after: Ongoing) -> None:
        ring = self._rings.get(after.call_id)
        if ring is not None and ring.is_answered and after.speaker is not None:
            self._rings.drop(after.call_id)  # somebody said who it is
            self._settle()

    @Slot(object)
    def _on_conversation_removed(self, conversation_id: UUID) -> None:
        for ring in self._rings.all():
            if ring.conversation_id == conversation_id:
                self._rings.drop(ring.call.call_id)
            elif ring.needs_room and not self._conversations.is_full():
                self._start(ring, self._answered_at(ring.call), ring.only)
        self._settle()

    # The card

    def _arm(self, call_id: str) -> None:
        self._armed = call_id
        self._disarming.start()
        self.armed_changed.emit(True)
        self.changed.emit()

    def _settle(self) -> None:
        ring = self.front()
        if self._armed and (ring is None or ring.call.call_id != self._armed or not ring.is_choice):
            self.disarm()
        if self._rings.all() and not self._expiring.isActive():
            self._expiring.start()
        elif not self._rings.all():
            self._expiring.stop()
        self.changed.emit()
