"""What a call is to this desk until somebody has it: who may be calling, how far answering is. Knows no widget."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from kcc_desktop.domain.calls import Call
from kcc_desktop.domain.errors import Refusal
from kcc_desktop.domain.ongoing import Ongoing, PartyRef
from kcc_desktop.domain.parties import PartySummary

MOST_KEYS = 9  # F2 1 … F2 9


class TooManyConversations(Refusal):
    """This desk has as many conversations as it can show; one has to be finished before another begins."""


class Lookup(StrEnum):
    """How far finding out who has the number is."""

    LOOKING = "looking"
    FOUND = "found"  # also when nobody has it
    UNREADABLE = "unreadable"  # no phone number at all: an inner one, 112, or a slip of the exchange
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Ringing:
    """A call that rings, or one that was answered before it was clear which of several people calls.

    `conversation_id` is there once it was answered. `is_folded`: the agent said "later"; it goes on ringing.
    `needs_room`: our telephone was picked up while there was no place for another conversation.
    """

    call: Call
    lookup: Lookup = Lookup.LOOKING
    candidates: tuple[PartySummary, ...] = ()
    is_folded: bool = False
    needs_room: bool = False
    conversation_id: UUID | None = None

    @property
    def is_anonymous(self) -> bool:
        return not self.call.number

    @property
    def is_answered(self) -> bool:
        return self.conversation_id is not None

    @property
    def is_choice(self) -> bool:
        """Whether the number alone does not tell which person it is."""
        return len(self.candidates) > 1

    @property
    def is_shown(self) -> bool:
        """Whether it has something to ask for: to be answered, or who it is."""
        return not self.is_folded and (not self.is_answered or self.is_choice)

    @property
    def only(self) -> PartySummary | None:
        """The one person or organisation with this number."""
        return self.candidates[0] if len(self.candidates) == 1 else None


class Rings:
    """The calls that ask something of this desk, by their id."""

    def __init__(self) -> None:
        self._rings: dict[str, Ringing] = {}

    def all(self) -> tuple[Ringing, ...]:
        return tuple(self._rings.values())

    def get(self, call_id: str) -> Ringing | None:
        return self._rings.get(call_id)

    def put(self, ring: Ringing) -> Ringing:
        self._rings[ring.call.call_id] = ring
        return ring

    def drop(self, call_id: str) -> Ringing | None:
        """Takes it out and answers it; None when it was not there."""
        return self._rings.pop(call_id, None)

    def front(self) -> Ringing | None:
        """What a card shows: the call that rings longest, else the answered one of which nobody knows who it is."""
        shown = [ring for ring in self._rings.values() if ring.is_shown]
        return min(shown, key=lambda ring: (ring.is_answered, ring.call.first_at), default=None)

    def waiting(self) -> int:
        """How many calls ring, folded ones too."""
        return sum(not ring.is_answered for ring in self._rings.values())

    def folded(self) -> int:
        """How many of those that ring the agent put off."""
        return sum(ring.is_folded and not ring.is_answered for ring in self._rings.values())


def ref(party: PartySummary) -> PartyRef:
    """As a conversation refers to them."""
    return PartyRef(party.id, party.kind, party.title, party.disclosure_restricted)


def is_untouched(ongoing: Ongoing, filled_in: PartyRef | None) -> bool:
    """Whether the agent did nothing yet in a conversation that the desk began with `filled_in` as speaker."""
    looked_up = any(question.looked_up for question in ongoing.questions)
    said = ongoing.identity_how or ongoing.subject is not None or ongoing.speaker != filled_in
    return ongoing.is_empty and not looked_up and not said
