"""Invented companies of the polder, some with branches, each with somebody who speaks for it. Knows no table."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from kcc_desktop.demo.draws import Weighted, one_of
from kcc_desktop.demo.numbers import MAIL, branch_numbers, kvk_numbers, rsins
from kcc_desktop.demo.people import Household, Population, Resident
from kcc_desktop.demo.places import Home
from kcc_desktop.domain.folding import words


@dataclass(slots=True)
class Company:
    """A company, or a branch of one besides its main branch (`is_main` False)."""

    id: bytes
    name: str
    legal_form: str
    kvk_number: str
    branch_number: str
    rsin: str
    home: Home
    trade_names: tuple[str, ...] = ()
    is_main: bool = True
    is_active: bool = True
    phones: list[str] = field(default_factory=list)
    email: str = ""
    speaker: Resident | None = None
    ground: str = "contact_person"
    function: str = ""


# How a name is made, how often, and what the one who speaks for it is called.
_KINDS = Weighted.of(
    [
        (("{surname} Akkerbouw", "Vennootschap onder firma", "V.O.F.", "vennoot"), 16),
        (("Mts. {surname}", "Maatschap", "", "maat"), 8),
        (("Loonbedrijf {surname}", "Besloten Vennootschap", "B.V.", "directeur"), 9),
        (("Bloembollen {surname}", "Vennootschap onder firma", "V.O.F.", "vennoot"), 5),
        (("Melkveebedrijf {surname}", "Maatschap", "", "maat"), 6),
        (("Bakkerij {surname}", "Eenmanszaak", "", "eigenaar"), 5),
        (("Bouwbedrijf {surname}", "Besloten Vennootschap", "B.V.", "directeur"), 7),
        (("Garage {surname}", "Eenmanszaak", "", "eigenaar"), 6),
        (("Kapsalon {given}", "Eenmanszaak", "", "eigenaar"), 7),
        (("Café {surname}", "Eenmanszaak", "", "eigenaar"), 4),
        (("{surname} Installatietechniek", "Besloten Vennootschap", "B.V.", "bedrijfsleider"), 6),
        (("Hoveniersbedrijf {surname}", "Eenmanszaak", "", "eigenaar"), 6),
        (("{surname} Transport", "Besloten Vennootschap", "B.V.", "planner"), 5),
        (("Administratiekantoor {surname}", "Eenmanszaak", "", "eigenaar"), 4),
        (("Fysiotherapie {place}", "Maatschap", "", "praktijkhouder"), 2),
        (("Dorpshuis {place}", "Stichting", "", "voorzitter"), 2),
        (("Sportvereniging {place}", "Vereniging", "", "secretaris"), 2),
    ]
)
_WITH_RSIN = ("Besloten Vennootschap", "Vennootschap onder firma", "Maatschap", "Stichting", "Vereniging")


class Companies:
    """One company for some thirty residents."""

    def __init__(self, seed: int, population: Population, ids: Iterator[bytes]) -> None:
        self._chance = Random(f"companies {seed}")
        self._population = population
        self._ids = ids
        # The first numbers stay free for the companies of the pictures.
        self._kvk_numbers, self._rsins, self._branches = kvk_numbers(), rsins(), branch_numbers()
        self._since_last = 0

    def of(self, household: Household) -> list[Company]:
        """The company, with its branches, that somebody of this household speaks for; most have none."""
        self._since_last += len(household.residents)
        speaker = household.parents[0]
        if self._since_last < 30 or speaker.died or speaker.restriction:
            return []
        self._since_last = 0
        return self._found(speaker, household.home)

    def _found(self, speaker: Resident, home: Home) -> list[Company]:
        chance = self._chance
        pattern, legal_form, ending, function = _KINDS.pick(chance)
        family = f"{speaker.name.prefix} {speaker.name.surname}".strip()
        given = speaker.name.given_names.split()[0]
        name = pattern.format(surname=family[0].upper() + family[1:], given=given, place=home.place)
        at_home = chance.random() < 0.5
        main = Company(
            next(self._ids),
            f"{name} {ending}".strip(),
            legal_form,
            next(self._kvk_numbers),
            next(self._branches),
            next(self._rsins) if legal_form in _WITH_RSIN else "",
            home if at_home else self._population.new_home(),
            is_active=chance.random() > 0.03,
            phones=[self._population.new_phone()] if chance.random() < 0.8 else [],
            speaker=speaker,
            ground="director" if function in ("directeur", "eigenaar", "vennoot", "maat") else "contact_person",
            function=function,
        )
        address = "".join(words(name))
        if address.isascii() and chance.random() < 0.7:
            main.email = f"info@{address[:30]}.{MAIL}"
        found = [main]
        if legal_form == "Besloten Vennootschap" and chance.random() < 0.25:
            for _ in range(1 + int(chance.random() * 3)):
                branch_home = self._population.new_home()
                found.append(
                    Company(
                        next(self._ids),
                        f"{main.name} {branch_home.place}",
                        legal_form,
                        main.kvk_number,
                        next(self._branches),
                        "",
                        branch_home,
                        is_main=False,
                        phones=[self._population.new_phone()] if chance.random() < 0.5 else [],
                        speaker=speaker,
                        function=one_of(chance, ("vestigingsmanager", "contactpersoon")),
                    )
                )
        return found
