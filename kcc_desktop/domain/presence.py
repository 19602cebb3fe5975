"""What somebody who works here is doing now, as colleagues see it. Why somebody is not there is nobody's to write down.

A call and its wrap-up set it by themselves; the rest an agent says. A desk that gives no sign of life is nobody's.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from kcc_desktop.domain.folding import fold
from kcc_desktop.domain.work import Colleague, ColleagueKind

SIGN_OF_LIFE = timedelta(minutes=1)  # so often a desk tells that it is there


class PresenceState(StrEnum):
    AVAILABLE = "available"
    IN_CONVERSATION = "in_conversation"
    WRAP_UP = "wrap_up"
    BREAK = "break"
    CONSULTATION = "consultation"
    AWAY = "away"


# What an agent says of themselves; the other two follow from what goes on at the desk.
CHOSEN = (PresenceState.AVAILABLE, PresenceState.BREAK, PresenceState.CONSULTATION, PresenceState.AWAY)


@dataclass(frozen=True, slots=True)
class Presence:
    """What one desk shows. Pure: every move gives a new one.

    `chosen` is what the agent said last; `talking` and `wrapping_up` say what goes on.
    """

    chosen: PresenceState = PresenceState.AVAILABLE
    talking: bool = False
    wrapping_up: bool = False

    @property
    def state(self) -> PresenceState:
        if self.talking:
            return PresenceState.IN_CONVERSATION
        return PresenceState.WRAP_UP if self.wrapping_up else self.chosen

    def choosing(self, state: PresenceState) -> "Presence":
        """Said by the agent, during a conversation too: it shows when that is over. Others raise ValueError."""
        if state not in CHOSEN:
            raise ValueError(f"nobody chooses {state}")
        return Presence(state, self.talking, self.wrapping_up)

    def going_on(self, *, talking: bool, wrapping_up: bool) -> "Presence":
        """Who was away and talks to a citizen is there again; a break or a consultation goes on afterwards."""
        is_back = self.chosen is PresenceState.AWAY and talking and not self.talking
        return Presence(PresenceState.AVAILABLE if is_back else self.chosen, talking, wrapping_up)


@dataclass(frozen=True, slots=True)
class ColleaguePresence:
    """One agent as colleagues see them; `since` None: never seen yet."""

    agent_id: UUID
    name: str
    cluster_name: str
    state: PresenceState
    since: datetime | None


@dataclass(frozen=True, slots=True)
class PresenceMove:
    """One line of the history. `last_seen_at`: until when the state before it was certain; None for the first."""

    state: PresenceState
    at: datetime
    last_seen_at: datetime | None


def as_seen(
    state: PresenceState, since: datetime, seen_at: datetime, now: datetime, patience: timedelta
) -> tuple[PresenceState, datetime]:
    """State and since when, as others are to take it: without a sign of life for so long, away since the last one."""
    if state is not PresenceState.AWAY and now - seen_at > patience:
        return PresenceState.AWAY, seen_at
    return state, since


def presence_of(colleague: Colleague, agents: Iterable[ColleaguePresence]) -> ColleaguePresence | None:
    """The agent with this colleague's name; None for a department, a stranger, and where two have the name."""
    if colleague.kind is not ColleagueKind.PERSON:
        return None
    found = [agent for agent in agents if fold(agent.name) == fold(colleague.name)]
    return found[0] if len(found) == 1 else None
