"""Builds the invented municipality in an upgraded, empty database: people, companies, years of contacts.

Deterministic: the same seed, size and moment give the same municipality. Everything is dated back from the moment.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from random import Random

from sqlalchemy import update

from kcc_desktop.data import change_log, products
from kcc_desktop.data.bulk import bulk_load
from kcc_desktop.data.change_log import DatabaseStateRow
from kcc_desktop.data.database import Database
from kcc_desktop.demo.breaks import take_breaks
from kcc_desktop.demo.calendar import Calendar
from kcc_desktop.demo.cases import Cases
from kcc_desktop.demo.companies import Companies, Company
from kcc_desktop.demo.counter import staff_counters
from kcc_desktop.demo.draws import Ids
from kcc_desktop.demo.field_work import go_out
from kcc_desktop.demo.happened import Told
from kcc_desktop.demo.history import Caller, History
from kcc_desktop.demo.ledger import Ledger
from kcc_desktop.demo.office import Office, open_office
from kcc_desktop.demo.people import Household, Population, Resident
from kcc_desktop.demo.persona import Persona
from kcc_desktop.demo.staff import ME
from kcc_desktop.demo.street import report_streets
from kcc_desktop.demo.town_hall import WEEKS_AHEAD, open_town_hall, plan_ahead
from kcc_desktop.demo.work import Dealer
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.names import full_name

GENERATOR_VERSION = 11  # raise it when the same seed gives another municipality
CONTACTS_PER_RESIDENT = 5.0
_MESSAGES = ("confirmation", "status", "reminder")
_ANONYMOUS = 0.05  # questions of a household that are only counted, for each contact of one person
LARGE = 20_000  # residents; from here on indexes are made after the rows


def generator(residents: int, seed: int) -> str:
    """What `DatabaseStateRow.generator` says of a municipality that was built whole."""
    return f"municipality {GENERATOR_VERSION}: {residents} residents, seed {seed}"


def build(
    database: Database,
    *,
    residents: int = 5000,
    seed: int = 1,
    now: datetime | None = None,
    contacts_per_resident: float = CONTACTS_PER_RESIDENT,
    longest: int = 0,
) -> None:
    """Fill the database; whose login builds it becomes Noor Jansen. `longest`: one more party with so many contacts.

    The owner of the tables does this: guards stand aside while the past is loaded, and are back afterwards.
    """
    moment = (now or datetime.now(UTC)).replace(microsecond=0)
    calendar = Calendar(moment)
    office = open_office(database, _ids(seed, "office"))
    with bulk_load(database.engine, is_large=residents >= LARGE) as load:
        at_work = [desk.id for desk, _ in office.desks.get("", []) if desk.name != ME]
        dealer = Dealer(seed, moment, office.desk(ME).id, at_work)
        ledger = Ledger(load, dealer, _ids(seed, "work"))
        _Town(ledger, calendar, office, seed, contacts_per_resident).fill(residents, longest, load.flush_when_full)
        ledger.close()
    database.unguarded_write(products.recount)
    places = _ids(seed, "town hall")
    database.unguarded_write(lambda c: open_town_hall(c, calendar.today, places))
    database.unguarded_write(lambda c: plan_ahead(c, moment, seed, places))
    outside = _ids(seed, "field work")
    database.unguarded_write(lambda c: go_out(c, moment, seed, outside))
    database.unguarded_write(lambda c: report_streets(c, moment, seed))
    staff_counters(database, moment, seed, places)
    pauses = _ids(seed, "breaks")
    database.unguarded_write(lambda c: take_breaks(c, moment, 7 * WEEKS_AHEAD, pauses))
    database.write(lambda unit: unit.audit("load_demo", "database", new_id()))
    database.unguarded_write(
        lambda c: c.execute(update(DatabaseStateRow).values(is_demo=True, generator=generator(residents, seed)))
    )
    database.unguarded_write(change_log.raise_epoch)


def _ids(seed: int, what: str) -> Iterator[bytes]:
    made = Ids(seed, what)
    while True:
        yield made.next()


class _Town:
    """One run of the generators, household by household, so that a million people need no more memory than a few."""

    def __init__(
        self,
        ledger: Ledger,
        calendar: Calendar,
        office: Office,
        seed: int,
        contacts_per_resident: float,
    ) -> None:
        self._ledger, self._calendar = ledger, calendar
        people, self._ids = _ids(seed, "people"), _ids(seed, "links")
        happened = _ids(seed, "happened")
        self._chance = Random(f"town {seed}")
        # The people are those of this year, so that they stay who they are from day to day.
        self._population = Population(seed, calendar.today.replace(month=1, day=1), people)
        self._companies = Companies(seed, self._population, people)
        self._history = History(seed, calendar, office.products, office.desks, office.owners, happened)
        self._cases = Cases(seed, calendar, office.handlers, happened)
        self._persona = Persona(ledger, calendar, office, self._cases, _ids(seed, "persona"))
        # Two thirds of all people are adults, and some of those never call.
        self._mean = contacts_per_resident * 1.42
        self._on = calendar.iso[20]
        self._me = office.desk(ME).id

    def fill(self, residents: int, longest: int, flush: Callable[[], None]) -> None:
        flush()
        settled = self._persona.settle()
        for household in self._population.households(max(0, residents - settled)):
            companies = self._companies.of(household)
            self._relate(household)
            for resident in household.residents:
                self._settle(resident, household)
            for company in companies:
                self._open(company)
            if self._chance.random() < _ANONYMOUS * self._mean:
                self._ledger.counted(*self._history.question())
            flush()
        if longest:
            self._open(self._persona.busiest(self._population.new_home()), longest)

    def _settle(self, resident: Resident, household: Household) -> None:
        number = self._number_of_contacts() if resident.is_adult else 0
        name, home = full_name(resident.name), household.home
        caller = Caller(
            resident.id,
            name,
            home.street,
            resident.phones[0] if resident.phones else "",
            resident.language,
            resident.id,
            name,
            is_restricted=resident.restriction != 0,
        )
        contacts, last_at = self._talk(caller, number)
        mail_id = self._ledger.resident(resident, home, self._on, self._ids, last_at)
        if mail_id is not None:
            self._agree(mail_id)
        if resident.is_adult:
            self._handle(resident.id, contacts, is_company=False)

    def _open(self, company: Company, number: int | None = None) -> None:
        speaker = company.speaker
        assert speaker is not None
        caller = Caller(
            company.id,
            company.name,
            company.home.street,
            (company.phones or speaker.phones or [""])[0],
            "nld",
            speaker.id,
            full_name(speaker.name),
            capacity="for_organisation",
        )
        contacts, last_at = self._talk(caller, self._number_of_contacts() if number is None else number)
        self._ledger.company(company, self._on, self._ids, last_at)
        self._ledger.represents(
            next(self._ids), speaker.id, company.id, company.ground, company.function, self._calendar.iso[900]
        )
        self._handle(company.id, contacts, is_company=True)

    def _handle(self, party_id: bytes, contacts: list[Told], *, is_company: bool) -> None:
        """Perhaps a case, and the first contact after it began was about it."""
        case = self._cases.some(party_id, is_company=is_company)
        if case is None:
            return
        self._ledger.case(case)
        after = [told for told in contacts if told.started_at > case.started_at]
        if after:
            self._ledger.about(min(after, key=lambda told: told.started_at).contact_id, case.id)

    def _agree(self, mail_id: bytes) -> None:
        """What is to be sent to a mail address, as far as somebody agreed to it."""
        chance = self._chance
        if chance.random() < 0.5:
            at = self._calendar.at(self._calendar.open_day(30 + int(chance.random() * 600)), 600)
            for kind in _MESSAGES[: 1 + int(chance.random() * len(_MESSAGES))]:
                self._ledger.agreed(mail_id, kind, at, self._me, next(self._ids))

    def _talk(self, caller: Caller, number: int) -> tuple[list[Told], int | None]:
        """So many contacts, and the instant of the last one that anybody may see."""
        contacts: list[Told] = []
        last_at: int | None = None
        for _ in range(number):
            told, promise, speakers = self._history.contact(caller)
            self._ledger.told(told, caller.party_id, speakers)
            contacts.append(told)
            if promise is not None:
                self._ledger.promise(promise)
            if told.secrecy == "open" and (last_at is None or told.ended_at > last_at):
                last_at = told.ended_at
        if last_at is not None:
            self._ledger.active(caller.party_id, last_at)
        return contacts, last_at

    def _number_of_contacts(self) -> int:
        """Most people seldom, a few very often."""
        chance = self._chance
        often = 3.2 if chance.random() < 0.06 else 0.86
        return min(160, int(chance.expovariate(1.0) * self._mean * often))

    def _relate(self, household: Household) -> None:
        """Partners, parents and children by name, and who speaks for a child."""
        parents, children, add = household.parents, household.children, self._ledger.relation
        for one in parents:
            for other in parents:
                if one is not other:
                    add(next(self._ids), one.id, "partner", other)
            for child in children:
                add(next(self._ids), one.id, "child", child)
                add(next(self._ids), child.id, "parent", one)
                if not child.is_adult and not one.died:
                    self._ledger.represents(next(self._ids), one.id, child.id, "parental_authority", "", None)
