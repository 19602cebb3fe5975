"""What is typed and not yet recorded, and what is finished and not yet sent. Knows no file."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from kcc_desktop.domain.errors import Outage, Refusal


@dataclass(frozen=True, slots=True)
class Draft:
    """A conversation in progress as it was last kept. `document` is JSON made and understood by the desk."""

    id: UUID
    document: str = field(repr=False)
    revision: int
    saved_at: datetime


@dataclass(frozen=True, slots=True)
class OutboxItem:
    """A finished command whose database is away. `last_error` is the name of an exception's class, or empty."""

    command_id: UUID
    kind: str
    document: str = field(repr=False)
    kept_at: datetime
    attempts: int
    last_error: str


@dataclass(frozen=True, slots=True)
class Delivery:
    """What one round of sending came to.

    `answers` are what sending gave, oldest first. `left` waits still, the ids in `refused` and `bugs` among it.
    `outage` ended the round.
    """

    answers: tuple[object, ...] = field(repr=False)
    left: tuple[UUID, ...]
    refused: tuple[tuple[UUID, Refusal], ...] = ()
    bugs: tuple[tuple[UUID, Exception], ...] = ()
    outage: Outage | None = None


class DraftsSetAside(Refusal):
    """The file of drafts was damaged or not ours. It lies under `name` now, untouched; a new one can be begun."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class DraftsTooNew(Refusal):
    """A newer version of the program wrote the file of drafts. It was left alone."""


class DraftsAway(Outage):
    """The file of drafts and outbox cannot be read or written: its disk is full, read-only or gone."""
