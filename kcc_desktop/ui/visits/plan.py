"""A visit that is being planned for a question, as one frozen value: where, the wish, the proposals, what is held."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from kcc_desktop.domain.appointments import ProductFacts
from kcc_desktop.domain.free_time import PartOfDay
from kcc_desktop.domain.ongoing import PartyRef
from kcc_desktop.domain.visits import Visit, VisitNeed, VisitPlace, VisitProposal
from kcc_desktop.ui.held_plan import HeldPlan

USUAL_MINUTES = 30  # for a product that nobody gave a length yet
STEP_MINUTES, SHORTEST_MINUTES, LONGEST_MINUTES = 5, 5, 8 * 60


class Asks(StrEnum):
    """What the agent is to say about the place before anybody can be sent there."""

    NOTHING = "nothing"
    ADDRESS = "address"  # nobody's, or none known
    UNCOVERING = "uncovering"  # there is one, and a restriction covers it
    POINT = "point"  # neither the address nor its postcode is on the map


@dataclass(frozen=True, slots=True)
class VisitPlan(HeldPlan[Visit]):
    """Where, the wish, and who could come."""

    party_id: UUID | None
    place: VisitPlace | None = None
    asks: Asks = Asks.NOTHING
    facts: ProductFacts | None = None
    minutes: int = USUAL_MINUTES
    part: PartOfDay = PartOfDay.ANY
    with_second: bool = False
    contact: str = ""
    interpreter: str = ""
    access: str = ""
    materials: str = ""
    invited: tuple[PartyRef, ...] = ()  # beside whom it is for
    proposals: tuple[VisitProposal, ...] = ()
    has_safety_note: bool = False

    @property
    def on_offer(self) -> int:
        return len(self.proposals)

    @property
    def proposal(self) -> VisitProposal | None:
        return self.proposals[self.chosen] if self.chosen < len(self.proposals) else None

    @property
    def about(self) -> frozenset[UUID]:
        """Everybody who is to be there."""
        return frozenset({one.id for one in self.invited} | ({self.party_id} if self.party_id is not None else set()))

    def need(self) -> VisitNeed:
        """What is looked for. Refuses with ValueError as long as it is not known where."""
        if self.place is None:
            raise ValueError("nobody said where")
        skills = frozenset({self.facts.skill}) if self.facts is not None and self.facts.skill else frozenset()
        return VisitNeed(
            self.place, self.minutes, self.product_id, skills=skills, with_second=self.with_second, part=self.part
        )
