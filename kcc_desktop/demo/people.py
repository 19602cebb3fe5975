"""Invented people in invented households: who lives with whom, how old, called what. Knows no table.

Shares are made to look like a farming municipality and are nobody's statistics.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice
from random import Random

from kcc_desktop.demo import names
from kcc_desktop.demo.draws import Weighted, one_of
from kcc_desktop.demo.numbers import MAIL, a_numbers, bsns, phones
from kcc_desktop.demo.places import Home, Town
from kcc_desktop.domain.folding import words
from kcc_desktop.domain.names import NameUsage, PersonName


@dataclass(slots=True)
class Resident:
    """One invented person; dates are the register's eight digits."""

    id: bytes
    name: PersonName
    born: str
    a_number: str
    bsn: str
    birth_place: str = ""
    died: str = ""
    restriction: int = 0
    under_investigation: bool = False
    under_curatorship: bool = False
    suspension: str = ""
    phones: list[str] = field(default_factory=list)
    email: str = ""
    channel: str = ""
    moment: str = ""
    language: str = "nld"
    needs_help: bool = False
    is_adult: bool = True

    @property
    def gender(self) -> str:
        return self.name.gender or "O"


@dataclass(slots=True)
class Household:
    """`partners` live together; `children` are theirs, whoever is the parent."""

    home: Home
    parents: list[Resident]
    children: list[Resident]

    @property
    def residents(self) -> list[Resident]:
        return [*self.parents, *self.children]


_ORIGINS = Weighted.of(
    [("nl", 845), ("pol", 55), ("syr", 18), ("mar", 12), ("tur", 12), ("sur", 8), ("ukr", 18), ("rou", 16), ("eng", 16)]
)
# Couples, one person, couples with children, one parent; how old the eldest may be.
_KINDS = Weighted.of(
    [(("single", 18, 96), 36), (("couple", 24, 92), 28), (("family", 24, 58), 28), (("parent", 22, 56), 8)]
)
_SURNAMES = Weighted.long_tailed(names.COMMON, head=9, steepness=0.75)
_STEMS = Weighted.long_tailed(names.STEMS, head=12, steepness=0.8)
_ENDINGS = Weighted.long_tailed([*names.ENDINGS, *names.PLACES], head=6, steepness=0.6)
_PLACES = Weighted.long_tailed(names.PLACES, head=6, steepness=0.6)
_ELSEWHERE = {
    origin: tuple(Weighted.long_tailed(some, head=8, steepness=0.6) for some in lists)
    for origin, lists in names.ELSEWHERE.items()
}
_FOREIGN_PLACES = {"pol": "Lublin", "syr": "Homs", "mar": "Nador", "tur": "Konya", "sur": "Paramaribo", "ukr": "Odesa"}
_BIRTH_PLACES = ("Noordoostpolder", "Zwolle", "Lelystad", "Kampen", "Steenwijk", "Urk", "Emmeloord", "Heerenveen")
# As often as in the register's own test set; the meaning of each value is the register's.
_RESTRICTIONS = Weighted.of([(2, 16), (7, 16), (1, 9), (3, 3), (5, 1), (6, 1)])
_MOMENTS = ("", "", "na 16:00", "in de ochtend", "op vrijdag", "niet op woensdag")
_CHANNELS = Weighted.of([("", 60), ("phone", 18), ("e-mail", 14), ("counter", 4), ("letter", 2), ("chat", 2)])


def _cohorts(old: list[str], middle: list[str], new: list[str]) -> tuple[Weighted[str], Weighted[str], Weighted[str]]:
    old_, middle_, new_ = (Weighted.long_tailed(some, head=6, steepness=0.7) for some in (old, middle, new))
    return old_, middle_, new_


_GIVEN = {
    "M": _cohorts(names.OLD_MEN, names.MIDDLE_MEN, names.NEW_MEN),
    "V": _cohorts(names.OLD_WOMEN, names.MIDDLE_WOMEN, names.NEW_WOMEN),
}


class Population:
    """Household after household, the same ones for the same seed and day."""

    def __init__(self, seed: int, today: date, ids: Iterator[bytes]) -> None:
        self._chance = Random(f"people {seed}")
        self._town = Town(Random(f"town {seed}"))
        self._today = today
        self._ids = ids
        self._a_numbers = a_numbers()
        # The first numbers stay free for the people of the pictures (`persona`).
        self._bsns = islice(bsns(), 20, None)
        self._phones = phones()

    def households(self, residents: int) -> Iterator[Household]:
        """As many whole households as it takes to have `residents` people, the last one cut to fit."""
        left = residents
        while left > 0:
            household = self._household()
            if len(household.residents) > left:
                household.children = household.children[: max(0, left - len(household.parents))]
                household.parents = household.parents[:left]
            left -= len(household.residents)
            yield household

    def new_home(self) -> Home:
        return self._town.next_home()

    def new_phone(self) -> str:
        return next(self._phones)

    def _household(self) -> Household:
        chance = self._chance
        kind, youngest, eldest = _KINDS.pick(chance)
        origin = _ORIGINS.pick(chance)
        age = int(youngest + (eldest - youngest) * (chance.random() + chance.random()) / 2)
        first = self._adult(origin, age, one_of(chance, "MV"))
        parents = [first]
        if kind in ("couple", "family"):
            same = chance.random() < 0.03
            gender = first.gender if same else ("V" if first.gender == "M" else "M")
            other_origin = origin if chance.random() < 0.93 else _ORIGINS.pick(chance)
            second = self._adult(other_origin, max(18, age + int(chance.gauss(0, 3))), gender)
            parents.append(second)
            if chance.random() < 0.72:
                self._marry(first, second)
        children = []
        if kind in ("family", "parent"):
            name = next((parent.name for parent in parents if parent.gender == "M"), first.name)
            for _ in range(1 + int(chance.random() * 2.6)):
                child_age = int(chance.random() * min(21, max(1, age - 19)))
                children.append(self._child(origin, child_age, name))
        household = Household(self._town.next_home(), parents, children)
        self._reach(household)
        self._mark(household, age)
        return household

    def _adult(self, origin: str, age: int, gender: str) -> Resident:
        particle, surname = self._surname(origin, gender)
        given = self._given(origin, gender, self._today.year - age)
        resident = self._resident(PersonName(given, particle, surname, gender=gender), age, origin)
        if origin != "nl" and self._chance.random() < 0.35:
            resident.language = names.LANGUAGES.get(origin, "nld")
        return resident

    def _child(self, origin: str, age: int, parent: PersonName) -> Resident:
        gender = one_of(self._chance, "MV")
        given = self._given(origin, gender, self._today.year - age)
        child = self._resident(PersonName(given, parent.prefix, parent.surname, gender=gender), age, "nl")
        child.is_adult = age >= 18
        return child

    def _resident(self, name: PersonName, age: int, origin: str) -> Resident:
        chance = self._chance
        day = self._today - timedelta(days=age * 365 + age // 4 + int(chance.random() * 365))
        born = day.strftime("%Y%m%d")
        if origin != "nl" and chance.random() < 0.05:
            born = one_of(chance, (f"{born[:4]}0000", f"{born[:6]}00", f"{born[:4]}0000", "00000000"))
        bsn = next(self._bsns) if chance.random() > 0.002 else ""
        resident = Resident(next(self._ids), name, born, next(self._a_numbers), bsn)
        resident.birth_place = one_of(chance, _BIRTH_PLACES) if origin == "nl" else _FOREIGN_PLACES.get(origin, "")
        return resident

    def _surname(self, origin: str, gender: str) -> tuple[str, str]:
        chance = self._chance
        if origin != "nl":
            surname = _ELSEWHERE[origin][0].pick(chance)
            return "", f"{surname[:-1]}a" if gender == "V" and surname.endswith(("ski", "cki", "zki")) else surname
        if chance.random() < 0.32:
            particle, _, surname = _SURNAMES.pick(chance).rpartition(" ")
            return particle, surname
        if chance.random() < 0.15:
            return one_of(chance, names.PARTICLES), _STEMS.pick(chance) + _PLACES.pick(chance)
        return "", _STEMS.pick(chance) + _ENDINGS.pick(chance)

    def _given(self, origin: str, gender: str, year: int) -> str:
        chance = self._chance
        if origin != "nl":
            return _ELSEWHERE[origin][1 if gender == "M" else 2].pick(chance)
        cohort = _GIVEN[gender][0 if year < 1955 else 1 if year < 1986 else 2]
        given = [cohort.pick(chance)]
        while len(given) < 4 and chance.random() < (0.5 if year < 1986 else 0.3):
            another = cohort.pick(chance)
            if another not in given:
                given.append(another)
        return " ".join(given)

    def _marry(self, one: Resident, other: Resident) -> None:
        """Each bears the other's name in the register; how they use it is their own choice."""
        usages = {"M": ("E", "E", "E", "E", "E", "E", "E", "N"), "V": ("E", "E", "E", "V", "V", "P", "P", "N")}
        married = []
        for own, partner in ((one.name, other.name), (other.name, one.name)):
            usage = NameUsage(one_of(self._chance, usages[own.gender or "V"]))
            married.append(
                PersonName(
                    own.given_names, own.prefix, own.surname, "", partner.prefix, partner.surname, usage, own.gender
                )
            )
        one.name, other.name = married

    def _reach(self, household: Household) -> None:
        chance = self._chance
        shared = next(self._phones) if chance.random() < 0.3 else ""
        for resident in household.residents:
            if not resident.is_adult:
                continue
            if chance.random() < 0.72:
                resident.phones.append(next(self._phones))
            if shared:
                resident.phones.append(shared)
            if chance.random() < 0.55:
                given = "".join(words(resident.name.given_names)[:1])[:1]
                family = "".join(words(f"{resident.name.prefix} {resident.name.surname}"))
                if family.isascii():
                    resident.email = f"{given}.{family}{resident.born[2:4] if chance.random() < 0.6 else ''}@{MAIL}"
            resident.channel = _CHANNELS.pick(chance)
            resident.moment = one_of(chance, _MOMENTS) if resident.channel == "phone" else ""
            resident.needs_help = chance.random() < 0.04

    def _mark(self, household: Household, age: int) -> None:
        """Death, restriction and what else must be impossible to overlook."""
        chance = self._chance
        for resident in household.residents:
            rare = chance.random()
            if rare < 0.012:
                resident.restriction = _RESTRICTIONS.pick(chance)
            elif rare < 0.016:
                resident.under_investigation = True
            elif rare < 0.018 and resident.is_adult:
                resident.under_curatorship = True
            elif rare < 0.024 and resident.is_adult:
                resident.suspension = "E"
        eldest = household.parents[-1]
        if age > 60 and chance.random() < (age - 55) / 250:
            died = self._today - timedelta(days=10 + int(chance.random() * 1500))
            eldest.died, eldest.suspension = died.strftime("%Y%m%d"), "O"
            eldest.phones.clear()
            eldest.email = ""
