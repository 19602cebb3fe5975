"""Notices: what every desk must know now, above all that a digital product is down."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Notice:
    """ "Digital product X is down": a line every desk sees until it ends. `until`: when it is expected to end."""

    id: UUID
    text: str
    product_id: UUID | None
    since: datetime
    until: datetime | None
    put_by: str = ""


@dataclass(frozen=True, slots=True)
class PutNotice:
    id: UUID
    text: str
    product_id: UUID | None = None
    until: datetime | None = None
