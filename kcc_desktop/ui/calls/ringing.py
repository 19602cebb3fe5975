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


def ref(party: PartySummary) -> PartyRef:
    """As a conversation refers to them."""
    return PartyRef(party.id, party.kind, party.title, party.disclosure_restricted)


def is_untouched(ongoing: Ongoing) -> bool:
    """Whether the agent did nothing yet in a conversation that the desk began."""
    looked_up = any(question.looked_up for question in ongoing.questions)
    return ongoing.is_empty and not looked_up and not ongoing.identity_how and ongoing.subject is None
