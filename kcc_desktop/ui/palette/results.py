"""What the palette has for a text: actions and products from memory, all else from the services.

Pure but for `look_up`, which a worker runs. Knows no widget and words nothing.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from kcc_desktop.domain.appointments import Appointment, reference_in
from kcc_desktop.domain.bookings_elsewhere import BookingElsewhere
from kcc_desktop.domain.cases import CaseSummary
from kcc_desktop.domain.errors import Refusal
from kcc_desktop.domain.folding import fold
from kcc_desktop.domain.list_search import find_in
from kcc_desktop.domain.parties import PartyKind, PartyOverview, PartySummary
from kcc_desktop.domain.party_answers import SearchAnswer
from kcc_desktop.domain.products import Product
from kcc_desktop.domain.visits import Visit
from kcc_desktop.domain.work import TaskSummary

LONGEST = 200  # characters that are looked at; whoever pastes a letter searches for nobody
MOST_ACTIONS, MOST_PRODUCTS, MOST_PARTIES, MOST_AT_HOME = 5, 6, 20, 5
_SHORTEST_INSIDE = 3
_ODD = re.compile("[\x00-\x1f\x7f\u2028\u2029\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Action:
    """Something the window can do. `key` is as shown on its cap; `note` says where, or why not now."""

    id: str
    text: str
    key: str = ""
    icon: str = ""
    is_enabled: bool = True
    note: str = ""


@dataclass(frozen=True, slots=True)
class Results:
    """What is to be shown for `text`; without a text: what the agent is likely to want.

    `more`: there are more people than were looked through. `corrected`: what was searched for instead.
    """

    text: str = ""
    actions: tuple[Action, ...] = ()
    products: tuple[Product, ...] = ()
    parties: tuple[PartySummary, ...] = ()
    cases: tuple[CaseSummary, ...] = ()
    tasks: tuple[TaskSummary, ...] = ()
    appointments: tuple[Appointment | BookingElsewhere, ...] = ()
    visits: tuple[Visit, ...] = ()
    more: bool = False
    corrected: str = ""

    @property
    def count(self) -> int:
        people = (self.actions, self.products, self.parties)
        return sum(map(len, (*people, self.cases, self.tasks, self.appointments, self.visits)))


class Parties(Protocol):
    def search(self, text: str, limit: int = ...) -> SearchAnswer: ...


class Cases(Protocol):
    def find(self, reference: str) -> CaseSummary | None: ...


class Tasks(Protocol):
    def find(self, reference: str) -> TaskSummary | None: ...


class Appointments(Protocol):
    def find(self, reference: str) -> Appointment | None: ...


class BookingsElsewhere(Protocol):
    def find(self, reference: str) -> tuple[BookingElsewhere, ...]: ...


class Visits(Protocol):
    def find(self, reference: str) -> Visit | None: ...


def clean(text: str) -> str:
    """What can be searched of what was typed or pasted: one line of printable words."""
    return " ".join(_ODD.sub(" ", text[:LONGEST]).split())


def from_memory(text: str, actions: tuple[Action, ...], products: tuple[Product, ...]) -> Results:
    """The actions and products that have every word of `text`; those that can be done now stand first."""
    done = find_in(actions, text, len(actions), _said_of_action)
    ordered = sorted(done, key=lambda action: not action.is_enabled)
    found = find_in(products, text, MOST_PRODUCTS, _said_of_product)
    if len(found) < MOST_PRODUCTS:
        found = (*found, *_inside(products, text, found))[:MOST_PRODUCTS]
    return Results(text, tuple(ordered[:MOST_ACTIONS]), found)


def look_up(
    parties: Parties,
    cases: Cases,
    tasks: Tasks,
    appointments: Appointments,
    text: str,
    visits: Visits | None = None,
    elsewhere: BookingsElsewhere | None = None,
) -> Results:
    """People by `text`, and the case, task, appointment or visit whose reference it is.

    A role that may not see one sees the others.
    """
    found = Results(text)
    try:
        answer = parties.search(text, MOST_PARTIES)
        found = replace(found, parties=answer.parties, more=answer.more, corrected=_words(answer))
    except Refusal:
        pass
    try:
        if reference_in(text):
            planned = appointments.find(text)
            found = replace(found, appointments=(planned,) if planned else ())
            visit = visits.find(text) if visits is not None and planned is None else None
            found = replace(found, visits=(visit,) if visit else ())
        if elsewhere is not None and " " not in text:
            found = replace(found, appointments=(*found.appointments, *elsewhere.find(text)))
        if not any(sign.isdigit() for sign in text):
            return found  # a case's and a task's reference have a number in them
        case, task = cases.find(text), tasks.find(text)
    except Refusal:
        return found
    return replace(found, cases=(case,) if case else (), tasks=(task,) if task else ())


class Recent:
    """What this agent used and whom they looked at since the program started. In memory only, and forgotten at once
    when asked: who was looked at is personal."""

    def __init__(self) -> None:
        self._used: Counter[str] = Counter()
        self._people: list[PartySummary] = []

    def used(self, action_id: str) -> None:
        self._used[action_id] += 1

    def looked_at(self, party: PartySummary) -> None:
        others = [known for known in self._people if known.id != party.id]
        self._people = [party, *others][:MOST_AT_HOME]

    def forget_people(self) -> None:
        self._people = []

    def at_home(self, actions: tuple[Action, ...], products: tuple[Product, ...]) -> Results:
        """For an empty field: what was used most, what is asked most, who was looked at last."""
        ready = [action for action in actions if action.is_enabled]
        ready.sort(key=lambda action: -self._used[action.id])
        return Results("", tuple(ready[:MOST_AT_HOME]), products[:MOST_AT_HOME], tuple(self._people))


def summary_of(overview: PartyOverview) -> PartySummary:
    """The line of somebody whose card was opened; what a restriction covers is not on it."""
    card = overview.card
    restricted = card.warnings.disclosure_restricted
    place = "" if card.is_covered else next((shown.address.place for shown in card.addresses), "")
    number = card.organisation.kvk_number if card.organisation is not None else ""
    return PartySummary(
        id=card.id,
        kind=card.kind,
        title=card.title,
        place=place,
        born=card.person.born if card.person is not None and not restricted else None,
        number_masked=f"•••• {number[-4:]}" if number and card.kind is PartyKind.ORGANISATION else "",
        disclosure_restricted=restricted,
        is_deceased=card.warnings.is_deceased,
        last_contact_at=None,
        open_promises=len(overview.promises),
    )


def _said_of_action(action: Action) -> Iterator[str]:
    yield action.text


def _said_of_product(product: Product) -> Iterator[str]:
    yield from (product.name, product.keywords, product.upl_name)


def _inside(products: Iterable[Product], text: str, already: tuple[Product, ...]) -> Iterator[Product]:
    """Dutch joins words: "pas" is meant to find "Stadspas" too, after everything that begins with it."""
    folded = fold(text)
    if len(folded) < _SHORTEST_INSIDE:
        return
    known = {product.id for product in already}
    for product in products:
        if product.id not in known and folded in fold(product.name):
            yield product


def _words(answer: SearchAnswer) -> str:
    """What was looked for in place of what was typed."""
    return " ".join(word for _typed, word in answer.corrected)
