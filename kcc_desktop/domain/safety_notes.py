"""Notes on what a visitor must know to stay safe. For named roles only; each has a ground, an author and an end."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from kcc_desktop.domain.addresses import Address

LONGEST_SAFETY_NOTE = 2000
LONGEST_SAFETY_MONTHS = 24  # a note that nobody looks at again must not follow somebody for life
USUAL_SAFETY_DAYS = 182  # half a year: looked at again rather than forgotten


class SafetyGround(StrEnum):
    AGGRESSION = "aggression"  # towards a colleague, reported
    THREAT = "threat"
    ANIMAL = "animal"
    PLACE = "place"  # the house or the way to it
    OTHER = "other"


GROUND_LABELS = {
    SafetyGround.AGGRESSION: ("Agressie", "Aggression"),
    SafetyGround.THREAT: ("Bedreiging", "Threat"),
    SafetyGround.ANIMAL: ("Hond of ander dier", "Dog or other animal"),
    SafetyGround.PLACE: ("Onveilige plek", "Unsafe place"),
    SafetyGround.OTHER: ("Anders", "Other"),
}


@dataclass(frozen=True, slots=True)
class SafetyNote:
    id: UUID
    party_id: UUID | None
    ground: SafetyGround
    text: str
    made_by: str
    made_at: datetime
    ends_on: date  # the last day it counts


@dataclass(frozen=True, slots=True)
class AddSafetyNote:
    """About somebody, or about an address whoever lives there; at least one of the two."""

    id: UUID
    party_id: UUID | None
    ground: SafetyGround
    text: str
    ends_on: date
    address: Address | None = None


def address_key(address: Address) -> str:
    """What makes it the same front door: postcode, number, letter and addition; "" when there is no postcode."""
    postcode = "".join(address.postcode.split()).upper()
    if not postcode or address.house_number is None:
        return ""
    return f"{postcode}/{address.house_number}{address.letter}{address.addition}".upper()
