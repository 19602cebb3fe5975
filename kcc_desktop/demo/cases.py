"""Invented cases with their steps and terms, in every state. Terms are those of the field's facts, as an example."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from kcc_desktop.demo.calendar import DAYS, Calendar
from kcc_desktop.demo.draws import Weighted, one_of
from kcc_desktop.demo.happened import Handled

RECEIVED, HANDLED, WAITING, DECIDED, ENDED = (
    "Ontvangen",
    "In behandeling",
    "Wacht op aanvulling",
    "Besluit genomen",
    "Afgerond",
)


@dataclass(frozen=True, slots=True)
class CaseType:
    name: str
    department: str
    weeks: int
    about: tuple[str, ...]
    is_for_companies: bool = False


TYPES = Weighted.of(
    [
        (CaseType("Verhuizing binnen de gemeente", "Burgerzaken", 4, ("Aangifte online", "Aangifte aan de balie")), 18),
        (CaseType("Kwijtschelding belastingen", "Belastingen", 8, ("Aanslag van dit jaar",)), 16),
        (CaseType("Gehandicaptenparkeerkaart", "Sociaal Loket", 8, ("Eerste aanvraag", "Verlenging")), 7),
        (CaseType("Hulp in huis (Wmo)", "Sociaal Loket", 8, ("Melding en gesprek thuis",)), 13),
        (CaseType("Bijstand", "Financieel Loket", 8, ("Aanvraag levensonderhoud",)), 8),
        (CaseType("Bijzondere bijstand", "Financieel Loket", 8, ("Kosten wasmachine", "Kosten bril")), 6),
        (CaseType("Omgevingsvergunning bouw", "Vergunningen", 8, ("Dakkapel", "Aanbouw", "Schuur"), True), 9),
        (CaseType("Omgevingsvergunning uitweg", "Vergunningen", 8, ("Tweede inrit",), True), 3),
        (CaseType("Parkeervergunning", "Vergunningen", 8, ("Bewonersvergunning",)), 6),
        (CaseType("Evenementenvergunning", "Vergunningen", 8, ("Dorpsfeest", "Buurtfeest"), True), 3),
        (CaseType("Bezwaar", "Bestuur", 12, ("WOZ-beschikking", "Besluit kwijtschelding"), True), 6),
        (CaseType("Klacht", "Bestuur", 6, ("Wachttijd", "Bejegening"), True), 3),
        (CaseType("Melding openbare ruimte", "Openbare ruimte", 2, ("Losse tegels", "Lantaarnpaal"), True), 8),
        (CaseType("Leerlingenvervoer", "Onderwijs", 8, ("Nieuw schooljaar",)), 3),
        (CaseType("Naturalisatie", "Burgerzaken", 52, ("Verzoek",)), 3),
    ]
)


class Cases:
    """Thinks up cases; the same for the same seed."""

    def __init__(self, seed: int, calendar: Calendar, handlers: dict[str, list[str]], ids: Iterator[bytes]) -> None:
        """`handlers`: the names of a department's people."""
        self._chance = Random(f"cases {seed}")
        self._calendar = calendar
        self._handlers = handlers
        self._ids = ids

    def some(self, party_id: bytes, *, is_company: bool) -> Handled | None:
        """A case for one party in eight, most of them ended."""
        chance = self._chance
        if chance.random() > 0.125:
            return None
        kind = TYPES.pick(chance)
        if is_company and not kind.is_for_companies:
            return None
        term = kind.weeks * 7
        # Half of them are young enough to be running; a few of those run over their term.
        days_ago = int(chance.random() * term * 1.15) if chance.random() < 0.4 else int(chance.random() * (DAYS - 30))
        return self.made(kind, party_id, self._calendar.open_day(days_ago))

    def made(self, kind: CaseType, party_id: bytes, days_ago: int, *, step: str | None = None) -> Handled:
        """A case that started so many days ago; `step` is where it stands, drawn when it is not given."""
        chance, calendar = self._chance, self._calendar
        started_on = calendar.days[days_ago]
        term = kind.weeks * 7
        where = step or self._step(days_ago, term)
        names = [RECEIVED, HANDLED, *([WAITING] if where == WAITING else []), DECIDED, ENDED]
        took = min(days_ago, int(term * (0.3 + 0.6 * chance.random())))
        reached: list[tuple[str, str | None]] = []
        for place, name in enumerate(names):
            is_reached = place <= names.index(where)
            day = started_on + timedelta(days=took * place // len(names))
            reached.append((name, day.isoformat() if is_reached else None))
        ended_on = (started_on + timedelta(days=took)).isoformat() if where == ENDED else None
        decide_by: date = started_on + timedelta(days=term)
        return Handled(
            next(self._ids),
            kind.name,
            one_of(chance, kind.about),
            where,
            started_on.isoformat(),
            decide_by.isoformat(),
            ended_on,
            one_of(chance, self._handlers[kind.department]),
            kind.department,
            one_of(chance, ("Toegekend", "Toegekend", "Afgewezen", "Ingetrokken")) if ended_on else "",
            tuple(reached),
            calendar.at(days_ago, 0),
            ((party_id, "applicant"),),
        )

    def _step(self, days_ago: int, term: int) -> str:
        chance = self._chance
        if days_ago > term * 1.15 or (days_ago > term * 0.5 and chance.random() < 0.6):
            return ENDED
        if days_ago < 3:
            return RECEIVED
        return one_of(chance, (HANDLED, HANDLED, HANDLED, WAITING, DECIDED))
