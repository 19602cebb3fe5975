"""Reports about the street: a broken lamp, a loose tile. Whoever reports what is reported already joins it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from kcc_desktop.domain.folding import words
from kcc_desktop.domain.travel import Point

NEAR_METRES, NEAR_AGE = 100, timedelta(days=30)
LONGEST_MESSAGE = 1000
# As the Uniforme Productnamenlijst names them: "melding openbare ruimte (straatverlichting)" and its like.
_UPL = ["melding", "openbare", "ruimte"]


class ReportState(StrEnum):
    OPEN = "open"
    IN_PROGRESS = "in_progress"
    CLOSED = "closed"


class ReportMove(StrEnum):
    REPORTED = "reported"
    JOINED = "joined"
    BEGUN = "begun"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class NearbyReport:
    """What whoever is on the line may be told of a report that is there. Who reported it is not."""

    id: UUID
    reference: str
    state: ReportState
    reported_at: datetime
    reporters: int
    metres: int


@dataclass(frozen=True, slots=True)
class Around:
    """`point`: what the place stands for, None when nobody knows; `reports` near it, the nearest first.

    `is_of_postcode`: it is the middle of a postcode, from the imported table, and may be a street away.
    """

    point: Point | None
    reports: tuple[NearbyReport, ...] = ()
    is_of_postcode: bool = False


@dataclass(frozen=True, slots=True)
class StreetReport:
    """`place` in words, "" where it is not this agent's to see."""

    id: UUID
    reference: str
    product_id: UUID
    product: str
    place: str
    point: Point
    state: ReportState
    reported_at: datetime
    reporters: int
    closed_at: datetime | None


@dataclass(frozen=True, slots=True)
class CloseReport:
    """`message`: what every reporter is to be told."""

    report_id: UUID
    message: str
    queue_code: str = ""  # the general one when empty


@dataclass(frozen=True, slots=True)
class ReportClosed:
    """`messages`: a task for each reporter who is known, as it can be read out."""

    report: StreetReport
    messages: tuple[str, ...]


def is_street_product(upl_name: str) -> bool:
    """Whether the product list's own name says so; a municipality may say otherwise of each product."""
    return words(upl_name)[:3] == _UPL
