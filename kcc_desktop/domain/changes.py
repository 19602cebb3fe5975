"""What somebody wrote, as ids, and how far a desktop has read about it. Knows no database and no content."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was written: a kind of thing ("party", "conversation" …) and its id."""

    entity: str
    entity_id: UUID


@dataclass(frozen=True, slots=True)
class Position:
    """How far a desktop has read: a sequence on SQLite, a transaction's number on PostgreSQL.

    A higher epoch means that the database's content was replaced: everything shown is to be read anew.
    """

    epoch: int
    sequence: int
    transaction_number: int = 0

    def leads_to(self, later: "Position") -> bool:
        """Whether `later` is a place in the same log, further on or equal; if not, it is another log."""
        return (
            self.epoch == later.epoch
            and self.sequence <= later.sequence
            and self.transaction_number <= later.transaction_number
        )
