"""What is being planned for a question, as one frozen value: the wish, the times on offer, the one that is held."""

from dataclasses import dataclass
from uuid import UUID

from kcc_desktop.domain.appointments import Appointment, Attendee, ProductFacts, TimeWish, UnlessReason
from kcc_desktop.domain.free_time import Offer, PartOfDay


@dataclass(frozen=True, slots=True)
class Plan:
    """`chosen` is a place in `offers`; `held` the hold on it, None while it is made (`holding`) or was refused."""

    conversation_id: UUID
    question_id: UUID
    product_id: UUID
    product: str
    persons: int = 1
    part: PartOfDay = PartOfDay.ANY
    help: bool = False
    facts: ProductFacts | None = None
    offers: tuple[Offer, ...] = ()
    chosen: int = 0
    holding: UUID | None = None
    held: Appointment | None = None
    unless: UnlessReason | None = None
    is_looking: bool = True
    is_booking: bool = False
    problem: Exception | None = None

    @property
    def offer(self) -> Offer | None:
        return self.offers[self.chosen] if self.chosen < len(self.offers) else None

    @property
    def minutes(self) -> int:
        offer = self.offer
        return 0 if offer is None else round((offer.ends_at - offer.starts_at).total_seconds() / 60)

    def wish(self) -> TimeWish:
        """So many persons, counted until somebody names them: who it is for is said when it is booked."""
        return TimeWish((Attendee(self.product_id),) * self.persons, part=self.part, needs_digital_help=self.help)
