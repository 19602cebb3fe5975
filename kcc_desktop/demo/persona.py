"""The people of the pictures: always there, whatever the seed, with their stories dated back from now."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from kcc_desktop.demo.calendar import MINUTE, Calendar
from kcc_desktop.demo.cases import HANDLED, WAITING, Cases, CaseType
from kcc_desktop.demo.companies import Company
from kcc_desktop.demo.happened import Promise, Told
from kcc_desktop.demo.ledger import Ledger
from kcc_desktop.demo.numbers import (
    BUSIEST_KVK,
    FATIMA_BSN,
    FATIMA_PHONE,
    HOEKSTRA_KVK,
    HOEKSTRA_PHONE,
    MAIL,
    PASMAN_KVK,
    bsns,
)
from kcc_desktop.demo.office import Office
from kcc_desktop.demo.people import Resident
from kcc_desktop.demo.persona_stories import FATIMA_LATELY, FATIMA_LONG_AGO, OTHERS, Line
from kcc_desktop.demo.places import Home
from kcc_desktop.domain.names import NameUsage, PersonName, full_name

EMMELOORD = Home("Lange Dreef", 118, "", "", "8302 XK", "Emmeloord")
MARKNESSE = Home("Voorbeeldlaan", 12, "", "", "8316 QX", "Marknesse")
_MOVING = CaseType("Verhuizing binnen de gemeente", "Burgerzaken", 4, ("Wacht op huurcontract",))
_REMISSION = CaseType("Kwijtschelding belastingen", "Belastingen", 8, ("Aanslag van dit jaar",))


class Persona:
    """Writes them into the ledger; knows the office they call."""

    def __init__(self, ledger: Ledger, calendar: Calendar, office: Office, cases: Cases, ids: Iterator[bytes]) -> None:
        self._ledger, self._calendar, self._office, self._cases, self._ids = ledger, calendar, office, cases, ids
        self._bsns = bsns()
        self._on = calendar.iso[20]
        self._residents = 0

    def settle(self) -> int:
        """All of them; answers how many residents that are."""
        self._fatima()
        self._hoekstra()
        for line in OTHERS:
            self._other(line)
        return self._residents

    def busiest(self, home: Home) -> Company:
        """A company that calls all day, for a timeline of ten thousand contacts."""
        speaker = self._person("Bertus Jan", "", "Kraanbrink", "19710214", "M")
        self._live(speaker, home, None)
        return Company(
            next(self._ids),
            "Woningcorporatie De Polder",
            "Stichting",
            BUSIEST_KVK,
            "999800000003",
            "",
            home,
            phones=["+31527000003"],
            speaker=speaker,
            function="contactpersoon",
        )

    def _fatima(self) -> None:
        calendar, ids = self._calendar, self._ids
        fatima = self._person("Fatima", "de", "Vries", "19870712", "V")
        fatima.bsn, fatima.restriction = FATIMA_BSN, 7
        fatima.phones, fatima.email = [FATIMA_PHONE], f"f.devries@{MAIL}"
        fatima.channel, fatima.moment = "phone", "na 16:00"
        born = calendar.today - timedelta(days=9 * 365 + 100)  # nine, on a leap day too
        youssef = self._person("Youssef", "de", "Vries", born.strftime("%Y%m%d"), "M")
        youssef.is_adult = False
        last_at = 0
        for line in FATIMA_LATELY:
            last_at = max(last_at, self._contact(fatima, line, EMMELOORD))
        for line in FATIMA_LONG_AGO:
            self._contact(fatima, line, EMMELOORD)
        self._live(fatima, EMMELOORD, last_at)
        self._live(youssef, EMMELOORD, None)
        self._ledger.relation(next(ids), fatima.id, "child", youssef)
        self._ledger.relation(next(ids), youssef.id, "parent", fatima)
        self._ledger.represents(next(ids), fatima.id, youssef.id, "parental_authority", "", None)
        # Three days are left of a term of four weeks.
        moving = self._cases.made(_MOVING, fatima.id, _MOVING.weeks * 7 - 3, step=WAITING)
        self._ledger.case(moving)
        self._ledger.case(self._cases.made(_REMISSION, fatima.id, 23, step=HANDLED))

    def _hoekstra(self) -> None:
        calendar, ids = self._calendar, self._ids
        jan_willem = self._person("Jan Willem", "", "Hoekstra", "19680315", "M")
        aaltje = self._person("Aaltje", "", "Brands", "19710928", "V")
        aaltje.name = replace(aaltje.name, partner_surname="Hoekstra", usage=NameUsage.PARTNER_FIRST)
        jan_willem.name = replace(jan_willem.name, partner_surname="Brands")
        jan_willem.phones, aaltje.phones = [HOEKSTRA_PHONE], [HOEKSTRA_PHONE]
        called = Line(
            1, 10 * 60 + 25, "phone", "Iris Mulder", "task", "Grofvuil ophalen", "Grofvuil is niet opgehaald",
            "Stond op tijd aan de weg. Collega zoekt uit wat er misging en belt vandaag terug.",
            owner="Afval en milieu", due=(0, 17 * 60),
        )  # fmt: skip
        asked = Line(
            51, 11 * 60 + 5, "phone", "Lotte Bakker", "answered", "Paspoort aanvragen", "Paspoort verlengen",
            "Kan met een afspraak aan de balie.",
        )  # fmt: skip
        self._live(jan_willem, MARKNESSE, self._contact(jan_willem, called, MARKNESSE))
        self._live(aaltje, MARKNESSE, self._contact(aaltje, asked, MARKNESSE))
        for one, other in ((jan_willem, aaltje), (aaltje, jan_willem)):
            self._ledger.relation(next(ids), one.id, "partner", other)
        self._company(
            "Hoekstra Akkerbouw V.O.F.", HOEKSTRA_KVK, "999800000001", MARKNESSE, jan_willem, calendar.iso[900]
        )

    def _other(self, line: tuple[str, ...]) -> None:
        given, prefix, surname, partner, gender, born, street, postcode, place, *_ = line
        number = 3 + self._residents
        home = Home(street, number, "", "", postcode, place)
        resident = self._person(given, prefix, surname, born, gender)
        if partner:
            resident.name = replace(resident.name, partner_surname=partner, usage=NameUsage.PARTNER_FIRST)
        resident.phones = [f"+3152700{number:04d}"]
        told = OTHERS[line]
        last_at = self._contact(resident, told, home) if told is not None else None
        self._live(resident, home, last_at)
        if surname == "Pasman":
            self._company("Pasman Loonwerk", PASMAN_KVK, "999800000002", home, resident, self._calendar.iso[700])
        if given == "Anna":
            daughter = self._person("Jinte", "", surname, "20180503", "V")
            daughter.is_adult = False
            self._live(daughter, home, None)
            self._ledger.relation(next(self._ids), resident.id, "child", daughter)
            self._ledger.relation(next(self._ids), daughter.id, "parent", resident)
            self._ledger.represents(next(self._ids), resident.id, daughter.id, "parental_authority", "", None)

    def _person(self, given: str, prefix: str, surname: str, born: str, gender: str) -> Resident:
        self._residents += 1
        name = PersonName(given, prefix, surname, gender=gender)
        number = f"09999999{self._residents:02d}"
        return Resident(next(self._ids), name, born, number, next(self._bsns), birth_place="Noordoostpolder")

    def _live(self, resident: Resident, home: Home, last_at: int | None) -> None:
        self._ledger.resident(resident, home, self._on, self._ids, last_at)
        if last_at is not None:
            self._ledger.active(resident.id, last_at)

    def _company(self, name: str, kvk: str, branch: str, home: Home, speaker: Resident, since: str) -> None:
        company = Company(next(self._ids), name, "Vennootschap onder firma", kvk, branch, "", home)
        self._ledger.company(company, self._on, self._ids, None)
        self._ledger.represents(next(self._ids), speaker.id, company.id, "contact_person", "vennoot", since)

    def _contact(self, resident: Resident, line: Line, home: Home) -> int:
        """What the line tells, on that person's timeline; answers the instant it was recorded."""
        calendar, desk = self._calendar, self._office.desk(line.who)
        days_ago = line.days_ago if line.channel == "e-form" else calendar.open_day(line.days_ago)
        at = calendar.at(days_ago, line.minute)
        identity, how = line.identity
        told = Told(
            next(self._ids),
            next(self._ids),
            line.channel,
            at,
            min(at + line.minutes * MINUTE, calendar.now_at),
            desk.id,
            desk.cluster_id,
            line.outcome,
            self._office.product(line.product),
            f"{line.title}\n{line.rest}".strip(),
            line.note,
            identity=identity,
            identity_how=how,
            caller_number=resident.phones[0] if line.channel == "phone" else "",
            wait_seconds=14 if line.channel == "phone" else 0,
            kind="request" if line.outcome in ("task", "appointment") else "question",
        )
        self._ledger.told(told, resident.id, [("speaker", resident.id, full_name(resident.name))])
        if line.owner:
            self._promise(resident, line, told, days_ago)
        return told.ended_at

    def _promise(self, resident: Resident, line: Line, told: Told, days_ago: int) -> None:
        calendar = self._calendar
        is_open = line.due is not None
        self._ledger.promise(
            Promise(
                next(self._ids),
                "callback",
                "open" if is_open else "done",
                told.contact_id,
                resident.id,
                self._office.colleague_ids[line.owner],
                told.product_id,
                self._due(line.due) if line.due is not None else calendar.due(days_ago),
                told.ended_at,
                None if is_open else told.ended_at + 26 * 60 * MINUTE,
                told.agent_id,
                told.cluster_id,
                (resident.phones or [""])[0],
                f"{line.promise or line.title}\n{line.rest}".strip(),
                calendar.year_of(days_ago),
                is_told=True,
            )
        )

    def _due(self, due: tuple[int, int]) -> int:
        """Either so many minutes from now, or, when that is 0, that minute of today or of the next working day."""
        from_now, minute = due
        calendar = self._calendar
        if from_now:
            return calendar.now_at + from_now * MINUTE
        today = calendar.local(calendar.today, minute // 60, minute % 60)
        return today if today > calendar.now_at and calendar.is_worked_today else calendar.due(0, 1)
