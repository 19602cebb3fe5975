"""*Passend organiseren*: what fits a question, what was chosen instead and why, and the online way that was offered.

Source of the four categories: the municipality's vision, R19-R23; that the choice is proposed and never forced: R24.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class Approach(StrEnum):
    STANDARDISED = "standardised"  # one question: online, a fixed script, a short slot
    INDIVIDUAL_SUPPORT = "individual_support"  # care and help: personal contact, few words, the neighbourhood team
    INFRASTRUCTURE = "infrastructure"  # roads and squares: in the system's order, an initiative gets a person
    LIVEABILITY = "liveability"  # life in the neighbourhood: together with whom it concerns


class OverrideReason(StrEnum):
    """Why something else fits than what the product says; counted, so no words that people type."""

    COMPLEX = "complex"
    SIMPLE = "simple"
    INITIATIVE = "initiative"
    WISH = "wish"
    OTHER = "other"


class CallReason(StrEnum):
    """Why the municipality calls by itself: the product says that a talk does more (R14), or an idea was told (R21)."""

    ADVISED = "advised"
    INITIATIVE = "initiative"


class DigitalOffer(StrEnum):
    """How far it came with the online way: what was sent was accepted, and what was accepted was offered."""

    OFFERED = "offered"
    DECLINED = "declined"
    ACCEPTED = "accepted"
    SENT = "sent"


class FeeChannel(StrEnum):
    DIGITAL = "digital"
    COUNTER = "counter"
    ANY = ""


@dataclass(frozen=True, slots=True)
class ChosenApproach:
    """What a contact says about how it was handled. `proposed`: what the product says, None when it says nothing."""

    approach: Approach | None = None
    proposed: Approach | None = None
    reason: OverrideReason | None = None
    digital: DigitalOffer | None = None

    @property
    def is_override(self) -> bool:
        return self.approach is not self.proposed

    @property
    def says_something(self) -> bool:
        """Whether there is anything to keep: a choice, or an offer that was made."""
        return self.is_override or self.digital is not None


AS_PROPOSED = ChosenApproach()
SHORT_NOTE = 300  # characters: of care and help no more is written down than the colleague needs (R20)


def reason_to_call(approach: Approach | None, handling: ChosenApproach, *, is_advised: bool) -> CallReason | None:
    """Why a call by ourselves is proposed; None where none is.

    Care and help goes to the neighbourhood team, who call. Whether what somebody says about a road is a defect or an
    idea only the agent knows: the proposal is there, and is made by whoever heard an idea.
    """
    if approach is Approach.INDIVIDUAL_SUPPORT:
        return None
    if handling.is_override and handling.reason is OverrideReason.INITIATIVE:
        return CallReason.INITIATIVE
    if is_advised:
        return CallReason.ADVISED
    return CallReason.INITIATIVE if approach is Approach.INFRASTRUCTURE else None


@dataclass(frozen=True, slots=True)
class Fee:
    """What a product costs in a year. `label` tells for whom or how ("18 jaar en ouder", "met spoed").

    `is_example`: invented, and said so wherever it is shown.
    """

    product_id: UUID
    year: int
    channel: FeeChannel
    label: str
    cents: int
    is_example: bool = False


@dataclass(frozen=True, slots=True)
class DigitalWay:
    """From when something is done online, and where."""

    valid_from: date
    link: str

    def is_open_on(self, day: date) -> bool:
        return self.valid_from <= day


def fees_on(fees: tuple[Fee, ...], day: date) -> tuple[Fee, ...]:
    """Those of the newest year that has begun; none when all are of years to come."""
    begun = [fee.year for fee in fees if fee.year <= day.year]
    return tuple(fee for fee in fees if begun and fee.year == max(begun))
