"""Products and services of the municipality, as far as a conversation needs them."""

from dataclasses import dataclass
from uuid import UUID

from kcc_desktop.domain.approaches import Approach, DigitalWay, Fee


@dataclass(frozen=True, slots=True)
class Product:
    """`asked` counts how often contacts named it: the most asked stand first (vision R34).

    `is_street_report`: a contact about it that names a place is a report about the street.
    """

    id: UUID
    name: str
    upl_name: str
    upl_uri: str
    keywords: str
    owner: str  # the department that owns it
    answer: str  # B1 text the agent can read out
    link: str
    asked: int
    is_street_report: bool = False
    approach: Approach | None = None  # what fits; None: nobody said
    advises_contact: bool = False  # a talk does more here than a form
    digital: DigitalWay | None = None
    fees: tuple[Fee, ...] = ()
