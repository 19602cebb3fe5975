"""Dutch names as values (BRP `naam`, `aanduidingNaamgebruik`)."""

from dataclasses import dataclass
from enum import StrEnum


class NameUsage(StrEnum):
    """How somebody wants to be addressed: own name, partner's, partner's before or after the own."""

    OWN = "E"
    PARTNER = "P"
    PARTNER_FIRST = "V"
    PARTNER_LAST = "N"


@dataclass(frozen=True, slots=True)
class PersonName:
    given_names: str = ""
    prefix: str = ""
    surname: str = ""
    title: str = ""
    partner_prefix: str = ""
    partner_surname: str = ""
    usage: NameUsage = NameUsage.OWN
    gender: str | None = None
    preferred_name: str = ""
