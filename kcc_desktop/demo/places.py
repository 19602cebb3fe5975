"""Where the invented people live: the polder's real villages, invented streets and postcodes.

Villages, their share and their four digits are facts; streets are made of words that no land registry was asked
about, and the letters of a postcode are those least in use (F, I, O, Q, U, Y stood in none before 2005; SA, SD and SS
in none ever), so that no real household is hit.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from random import Random

from kcc_desktop.demo.draws import Weighted, one_of

# Name, digits, inhabitants (municipal facts, section 8; Schokland has hardly any).
VILLAGES = (
    ("Emmeloord", ("8301", "8302", "8303", "8304", "8305"), 26_000),
    ("Marknesse", ("8316",), 3_775),
    ("Ens", ("8307",), 3_110),
    ("Tollebeek", ("8309",), 2_455),
    ("Luttelgeest", ("8315",), 2_285),
    ("Nagele", ("8308",), 1_940),
    ("Creil", ("8312",), 1_670),
    ("Rutten", ("8313",), 1_655),
    ("Espel", ("8311",), 1_515),
    ("Bant", ("8314",), 1_495),
    ("Kraggenburg", ("8317",), 1_445),
)
_FIRST = (
    "Klaver;Graan;Zaaiers;Ploeg;Halm;Koolzaad;Vlas;Gerst;Haver;Tarwe;Aardappel;Bieten;Uien;Wilgen;Populieren;Meidoorn;"
    "Kievit;Grutto;Leeuwerik;Wulp;Scholekster;Zwaluw;Reiger;Buizerd;Otter;Haas;Fuut;Meerkoet;Slenk;Kwelder;Terp;Dijkers;"
    "Polder;Sluis;Gemaal;Tocht;Vaart;Boezem;Kavel;Pionier;Kreek;Zuiderzee;Schokker;Tjalk;Botter;Anker;Baken;Tulpen;"
    "Narcissen;Krokus;Hyacinten;Lisdodde;Riet;Biezen;Zegge;Waterlelie;Berken;Elzen;Essen;Beuken;Linden;Kastanje;Esdoorn;"
    "Hazelaar;Vlier;Braam;Bosbes;Appel;Peren;Pruimen;Kersen;Molen;Bakkers;Smids;Kuipers;Wevers;Timmer;Herders;Vissers"
)
_SECOND = "straat;laan;weg;hof;pad;akker;kamp;dreef;wal;hoek;veld;singel;plantsoen;erf;kade;tuin"
_BEFORE = ("", "Nieuwe ", "Oude ", "Lange ", "Korte ", "Hoge ", "Lage ")
_RARE = "FIOQUY"
_NEVER = {"SA", "SD", "SS"}
_KEPT = {("8302", "XK")}  # where the persona live
HOUSES = 44  # an address a household, so many in a street
_ON_ONE_POSTCODE = 15


@dataclass(frozen=True, slots=True)
class Home:
    street: str
    house_number: int
    letter: str
    addition: str
    postcode: str
    place: str


class Town:
    """Gives out addresses, one after another, spread over the villages as their inhabitants are."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._villages = Weighted.of([(_addresses(name, digits), size) for name, digits, size in VILLAGES])

    def next_home(self) -> Home:
        street, number, postcode, place = next(self._villages.pick(self._chance))
        odd = self._chance.random()
        letter = one_of(self._chance, "abc") if odd < 0.04 else ""
        addition = one_of(self._chance, ("bis", "1", "2", "III")) if odd > 0.985 else ""
        return Home(street, number, letter, addition, postcode, place)


def _addresses(place: str, digits: tuple[str, ...]) -> Iterator[tuple[str, int, str, str]]:
    """Street by street, odd numbers up and even numbers down, a new pair of letters for some houses each."""
    letters = {four: _pairs(four) for four in digits}
    for turn, street in enumerate(_streets(place)):
        four = digits[turn % len(digits)]
        for house in range(HOUSES):
            if house % _ON_ONE_POSTCODE == 0:
                postcode = f"{four} {next(letters[four])}"
            yield street, house + 1, postcode, place


def _streets(place: str) -> Iterator[str]:
    """Every village has its own order, so that small towns do not all have the same streets."""
    names = [first + second for first, second in product(_FIRST.split(";"), _SECOND.split(";"))]
    Random(f"streets of {place}").shuffle(names)
    while True:
        for before in _BEFORE:
            for name in names:
                yield f"{before}{name.lower().capitalize()}"


def _pairs(four: str) -> Iterator[str]:
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    every = [a + b for a, b in product(alphabet, alphabet) if a + b not in _NEVER and (four, a + b) not in _KEPT]
    every.sort(key=lambda pair: (not set(pair) & set(_RARE), pair))
    while True:
        yield from every
