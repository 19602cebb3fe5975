"""The three ways in which something does not happen. Knows no words for a screen.

A refusal is a rule that said no; an outage passes by itself; everything else is a bug. Each
refusal is its own class beside the rule it belongs to and carries facts, never a sentence.
"""


class Refusal(Exception):
    """A rule said no. Nothing is wrong with the program; the screen says what would be right."""


class Outage(Exception):
    """Something outside is away. Trying later may help, and nothing that was typed is lost."""


class DatabaseAway(Outage):
    """The database cannot be reached, is locked too long, or its disk is full or read-only."""


class DatabaseDamaged(Refusal):
    """The database's file is damaged. A copy must be put back; the program does not mend it."""


class RegisterAway(Outage):
    """Another system does not answer."""


class NotAllowed(Refusal):
    """The agent lacks the role for this. `needed` names the permission."""

    def __init__(self, needed: str) -> None:
        super().__init__(needed)
        self.needed = needed


class NotFound(Refusal):
    """There is no such thing, or it is not this agent's to see."""


class AlreadyDone(Refusal):
    """Somebody was first: the thing is no longer in the state the move starts from."""


class InvalidValue(Refusal):
    """A field holds what it cannot hold. `field` and `reason` are stable words, not sentences.

    `reason` is worded for people by the screen (`ui/shared/wording.py`) and by the command line.
    """

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(f"{field}: {reason}")
        self.field = field
        self.reason = reason
