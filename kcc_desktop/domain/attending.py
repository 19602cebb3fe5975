"""Who comes to an appointment: how long it takes, what is asked about a child, and who brings what."""

from collections.abc import Sequence
from typing import TypeVar
from uuid import UUID

from kcc_desktop.domain.appointments import MOST_PERSONS, OLDEST, Attendee, ProductFacts
from kcc_desktop.domain.errors import InvalidValue, Refusal

T = TypeVar("T")


class NotTogether(Refusal):
    """These products are not done in one appointment."""

    def __init__(self, products: tuple[str, ...]) -> None:
        super().__init__()
        self.products = products


class AnswerNeeded(Refusal):
    """The product asks about a child whether the other parent consents, or who has authority. `person`: which one."""

    def __init__(self, person: int) -> None:
        super().__init__()
        self.person = person


def minutes_for(facts: dict[UUID, ProductFacts], attendees: tuple[Attendee, ...], *, digital_help_minutes: int) -> int:
    """How long it takes: per product its base, and its extra for each further person.

    Refuses with InvalidValue("attendees", …): nobody, too many, or a product without appointments; with NotTogether.
    """
    if not attendees:
        raise InvalidValue("attendees", "empty")
    if len(attendees) > MOST_PERSONS:
        raise InvalidValue("attendees", "too_many")
    counts: dict[UUID, int] = {}
    for one in attendees:
        counts[one.product_id] = counts.get(one.product_id, 0) + 1
    _check_together(facts, attendees)
    minutes = digital_help_minutes
    for product_id, persons in counts.items():
        product = facts.get(product_id)
        if product is None:
            raise InvalidValue("product", "no_appointments")
        if persons > product.most_persons:
            raise InvalidValue("attendees", "too_many")
        minutes += product.base_minutes + (persons - 1) * product.extra_minutes
    return minutes


def who(text: str) -> tuple[str, int | None]:
    """Name and age as they were typed in one field: "Sami 9", "9", "Sami", "" (nothing said)."""
    words = text.split()
    numbers = [word for word in words if word.isascii() and word.isdecimal() and len(word) <= 3]
    if not numbers or int(numbers[-1]) > OLDEST:
        return " ".join(words), None
    words.reverse()
    words.remove(numbers[-1])  # the last one: a name is said before an age
    return " ".join(reversed(words)), int(numbers[-1])


def unanswered(facts: dict[UUID, ProductFacts], attendees: Sequence[Attendee]) -> int | None:
    """The first person about whom the product asks something that nobody answered; None when all is said."""
    for number, one in enumerate(attendees):
        product = facts.get(one.product_id)
        if product is None:
            continue
        if product.asks_consent(one.age) and one.consent is None:
            return number
        if product.asks_authority(one.age) and one.authority is None:
            return number
    return None


def bring_lists(lists: Sequence[tuple[T, tuple[str, ...]]]) -> tuple[tuple[tuple[T, ...], tuple[str, ...]], ...]:
    """Who brings what: what everybody brings first, then, together, those who bring the same besides.

    Each is (who, things), in the order in which they come; who brings nothing is in none.
    """
    if not lists:
        return ()
    shared = tuple(thing for thing in lists[0][1] if all(thing in things for _, things in lists))
    merged: dict[tuple[str, ...], list[T]] = {}
    for who_comes, things in lists:
        rest = tuple(thing for thing in things if thing not in shared)
        if rest:
            merged.setdefault(rest, []).append(who_comes)
    everybody = tuple(who_comes for who_comes, _ in lists)
    return ((everybody, shared),) * bool(shared) + tuple((tuple(some), things) for things, some in merged.items())


def _check_together(facts: dict[UUID, ProductFacts], attendees: Sequence[Attendee]) -> None:
    known = {one.product_id: facts[one.product_id] for one in attendees if one.product_id in facts}
    if len({product.combines for product in known.values()} - {""}) > 1:
        raise NotTogether(tuple(product.name for product in known.values()))
