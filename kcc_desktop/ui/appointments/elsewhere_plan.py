"""What is being planned in the town's other calendar, as one frozen value: its times and what is given."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from uuid import UUID

from kcc_desktop.domain.appointment_door import CustomerField, TimeElsewhere, missing
from kcc_desktop.domain.bookings_elsewhere import AskElsewhere, FoundElsewhere
from kcc_desktop.domain.free_time import PartOfDay
from kcc_desktop.ui.question_plan import QuestionPlan


@dataclass(frozen=True, slots=True)
class ElsewherePlan(QuestionPlan):
    """`found`: what the calendar answered, None until it did. `typed`: what the agent filled in.

    `booking`: the id of the booking that is asked for; `is_unsure`: it may be there, nothing is booked before somebody
    looked.
    """

    party_id: UUID | None = None
    their_product: str = ""  # the agent said which of theirs it is
    part: PartOfDay = PartOfDay.ANY
    found: FoundElsewhere | None = None
    times: tuple[TimeElsewhere, ...] = ()
    typed: Mapping[CustomerField, str] = field(default_factory=dict)
    booking: UUID | None = None
    is_unsure: bool = False

    @property
    def on_offer(self) -> int:
        return len(self.products) if self.asks_product else len(self.times)

    @property
    def asks_product(self) -> bool:
        """Whether the agent has to say which of the calendar's products it is."""
        return self.found is not None and self.found.product is None

    @property
    def products(self) -> tuple[tuple[str, str], ...]:
        return () if self.found is None else tuple((one.id, one.name) for one in self.found.products)

    @property
    def time(self) -> TimeElsewhere | None:
        return self.times[self.chosen] if not self.asks_product and self.chosen < len(self.times) else None

    def ask(self) -> AskElsewhere:
        return AskElsewhere(self.product_id, self.party_id, self.their_product, self.part)

    def customer(self) -> dict[CustomerField, str]:
        """What is given: what we know of what is asked for, and what was typed."""
        known = self.found.known if self.found is not None else {}
        return {**known, **{name: text.strip() for name, text in self.typed.items() if text.strip()}}

    def to_fill_in(self) -> tuple[CustomerField, ...]:
        """What has to be given and we do not know, in the calendar's order; of a group where one is enough, one."""
        lacking = missing(self.found.fields, self.found.known) if self.found is not None else None
        return () if lacking is None else (*lacking.fields, *(group[0] for group in lacking.one_of))

    def is_missing(self) -> bool:
        return self.found is not None and missing(self.found.fields, self.customer()) is not None

    def at(self, part: PartOfDay) -> "ElsewherePlan":
        return replace(self, part=part)

    def filled(self, name: CustomerField, text: str) -> "ElsewherePlan":
        return replace(self, typed={**self.typed, name: text})
