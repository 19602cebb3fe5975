"""Who else has a citizen, a contact or a piece of work open at this moment. What is over leaves nothing behind."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

LASTS = timedelta(minutes=2)  # by the database's clock, unless the desk says again that it looks
AGAIN_AFTER = timedelta(minutes=1)


class LookingKind(StrEnum):
    PARTY = "party"
    CONTACT = "contact"
    TASK = "task"
    APPOINTMENT = "appointment"
    VISIT = "visit"


@dataclass(frozen=True, slots=True)
class Sight:
    """What is looked at."""

    kind: LookingKind
    id: UUID


@dataclass(frozen=True, slots=True)
class Onlooker:
    """A colleague who has it open, or changes it."""

    agent_id: UUID
    name: str
    sight: Sight
    since: datetime
    is_editing: bool
