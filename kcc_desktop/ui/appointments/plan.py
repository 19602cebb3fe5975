"""What is being planned for a question, as one frozen value: who comes, the wish, the times on offer, what is held."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from kcc_desktop.domain.appointments import (
    MOST_PERSONS,
    Appointment,
    Attendee,
    BeingBooked,
    ProductFacts,
    Said,
    TimeWish,
    UnlessReason,
)
from kcc_desktop.domain.attending import bring_lists, who
from kcc_desktop.domain.free_time import Offer, PartOfDay
from kcc_desktop.domain.ongoing import PartyRef
from kcc_desktop.ui.held_plan import HeldPlan


class Asking(StrEnum):
    """What has to be answered before it is booked, one after the other."""

    UNLESS = "unless"
    CONSENT = "consent"
    AUTHORITY = "authority"


@dataclass(frozen=True, slots=True)
class Plan(HeldPlan[Appointment]):
    """`catalogue`: all products with appointments, by id; empty until it is known. `person`: the one in front."""

    people: tuple[Attendee, ...]
    today: date
    person: int = 0
    part: PartOfDay = PartOfDay.ANY
    weekdays: frozenset[int] = frozenset()
    help: bool = False
    interpreter: bool = False
    catalogue: tuple[ProductFacts, ...] = ()
    offers: tuple[Offer, ...] = ()
    elsewhere: tuple[BeingBooked, ...] = ()
    unless: UnlessReason | None = None

    @property
    def on_offer(self) -> int:
        return len(self.offers)

    @property
    def persons(self) -> int:
        return len(self.people)

    @property
    def offer(self) -> Offer | None:
        return self.offers[self.chosen] if self.chosen < len(self.offers) else None

    @property
    def minutes(self) -> int:
        offer = self.offer
        return 0 if offer is None else round((offer.ends_at - offer.starts_at).total_seconds() / 60)

    @property
    def facts(self) -> ProductFacts | None:
        """Of the question's product; None until it is known, or without appointments."""
        return self.of_product(self.product_id)

    def of_product(self, product_id: UUID) -> ProductFacts | None:
        return next((one for one in self.catalogue if one.product_id == product_id), None)

    @property
    def is_named(self) -> bool:
        """Whether somebody said who comes, or that they come for different things."""
        first = self.people[0]
        return any(one != Attendee(first.product_id) for one in self.people)

    def wish(self) -> TimeWish:
        """What takes time: so many persons, each for something. Who they are is said when it is booked."""
        people = tuple(Attendee(one.product_id) for one in self.people)
        return TimeWish(people, part=self.part, weekdays=self.weekdays, needs_digital_help=self.help)

    def room_for_more(self) -> bool:
        last = self.people[-1].product_id
        facts, number = self.of_product(last), sum(one.product_id == last for one in self.people)
        return len(self.people) < MOST_PERSONS and facts is not None and number < facts.most_persons

    def with_more(self, number: int) -> "Plan":
        """So many persons; who is added comes for what the last one comes for, and is in front."""
        people = self.people[:number]
        people += (Attendee(self.people[-1].product_id),) * (number - len(people))
        return replace(self, people=people, person=len(people) - 1)

    def with_person(self, number: int, person: Attendee) -> "Plan":
        people = (*self.people[:number], person, *self.people[number + 1 :])
        return replace(self, people=people)

    def with_front(self, number: int) -> "Plan":
        """Whose name or product is changed next."""
        return replace(self, person=number)

    def at(self, part: PartOfDay) -> "Plan":
        return replace(self, part=part)

    def toggled(self, *, weekday: int | None = None, help_wanted: bool = False, interpreter: bool = False) -> "Plan":
        """A day the citizen prefers, help or an interpreter: wished for, or no longer."""
        return replace(
            self,
            weekdays=self.weekdays if weekday is None else self.weekdays ^ {weekday},
            help=self.help != help_wanted,
            interpreter=self.interpreter != interpreter,
        )

    def named(self, text: str) -> "Plan":
        """Name and age of the one in front, in one line; answers about a child hold as long as the age does."""
        one = self.people[self.person]
        name, age = who(text)
        if name != one.name:
            one = replace(one, party_id=None)
        if age != one.age:
            one = replace(one, consent=None, authority=None)
        return self.with_person(self.person, replace(one, name=name, age=age))

    def coming_for(self, product_id: UUID) -> "Plan":
        """The one in front comes for something else."""
        one = replace(self.people[self.person], product_id=product_id, consent=None, authority=None)
        return self.with_person(self.person, one)

    def asking(self) -> tuple[Asking, tuple[int, ...]] | None:
        """What is asked now and about whom; None when everything is said."""
        facts = (self.of_product(one.product_id) for one in self.people)
        if self.unless is None and any(one is not None and one.is_digital_on(self.today) for one in facts):
            return Asking.UNLESS, ()
        for asking in (Asking.CONSENT, Asking.AUTHORITY):
            about = tuple(number for number, one in enumerate(self.people) if self._is_open(asking, one))
            if about:
                return asking, about
        return None

    def answers(self) -> tuple[UnlessReason | Said, ...]:
        """What can be answered to what is asked now."""
        asked = self.asking()
        if asked is None:
            return ()
        return tuple(UnlessReason) if asked[0] is Asking.UNLESS else (Said.YES, Said.NO)

    def answered(self, answer: UnlessReason | Said) -> "Plan":
        """The same answer for all it is asked about."""
        asked = self.asking()
        if asked is None:
            return self
        if isinstance(answer, UnlessReason):
            return replace(self, unless=answer, problem=None)
        asking, about = asked
        plan = replace(self, problem=None)
        for number in about:
            one = plan.people[number]
            is_consent = asking is Asking.CONSENT
            said = replace(one, consent=answer) if is_consent else replace(one, authority=answer)
            plan = plan.with_person(number, said)
        return plan

    def begun_for(self, party: PartyRef | None) -> "Plan":
        """The first one is whoever the conversation is with, unless somebody else was named there."""
        first = self.people[0]
        if first.party_id is None and (first.name or first.age is not None):
            return self
        if party is None:
            return self.with_person(0, replace(first, name="", party_id=None))
        return self.with_person(0, replace(first, name=party.title, party_id=party.id))

    def attendees_for(self, party: PartyRef | None) -> tuple[Attendee, ...]:
        """Who comes, as it was said; the first is whoever it is booked for, when nobody was named there."""
        if not self.is_named:
            return ()
        return self.begun_for(party).people

    def bring(self) -> tuple[tuple[tuple[int, ...], tuple[str, ...]], ...]:
        """Who brings what, by their places."""
        facts = ((number, self.of_product(one.product_id), one.age) for number, one in enumerate(self.people))
        return bring_lists([(number, one.bring_of(age) if one is not None else ()) for number, one, age in facts])

    def _is_open(self, asking: Asking, one: Attendee) -> bool:
        facts = self.of_product(one.product_id)
        if facts is None:
            return False
        if asking is Asking.CONSENT:
            return facts.asks_consent(one.age) and one.consent is None
        return facts.asks_authority(one.age) and one.authority is None
