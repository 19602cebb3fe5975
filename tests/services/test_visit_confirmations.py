"""What a citizen gets about a visit, on both databases and as a plain login."""

import pytest
from sqlalchemy import select

from kcc_desktop.data.audit import AuditLineRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.appointments import CancelledBy
from kcc_desktop.domain.dates import PartialDate
from kcc_desktop.domain.errors import AlreadyDone, NotFound
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.lists import EntryRefused, ListKind, SaveEntry
from kcc_desktop.domain.local_time import HERE
from kcc_desktop.domain.names import PersonName
from kcc_desktop.domain.party_commands import RegisterPerson
from kcc_desktop.domain.visit_commands import CancelVisit
from kcc_desktop.reports import confirmation_words
from kcc_desktop.services.day_sheets import DaySheetService
from kcc_desktop.services.lists import ListService
from kcc_desktop.services.parties import PartyService
from kcc_desktop.services.visit_confirmations import VisitConfirmationService
from tests.services.field_team import FieldTeam
from tests.services.office import roles


def register(database):
    party = new_id()
    name = PersonName(given_names="Fatima", prefix="de", surname="Vries", gender="V")
    PartyService(database).register_person(RegisterPerson(party, name, born=PartialDate.from_text("19870712")))
    return party


@pytest.fixture
def team(database):
    return FieldTeam(database)


@pytest.fixture
def service(database):
    return VisitConfirmationService(database, "Noordoostpolder")


def actions(database):
    return database.unguarded_read(lambda c: c.scalars(select(AuditLineRow.action)).all())


def test_it_says_who_comes_between_which_hours_and_is_written_down(database, team, service):
    booked = team.booked(register(database))
    made = service.confirm(booked.id, "nl")
    begin, end = (moment.astimezone(HERE) for moment in (booked.window_from, booked.window_until))
    assert f"tussen {begin:%H:%M} en {end:%H:%M} uur" in made.text
    assert f"Wie komt er: {booked.worker}" in made.text
    assert f"Uw code: {' '.join(booked.reference)}" in made.text
    assert made.text.endswith("Gemeente Noordoostpolder")
    assert made.letter.startswith(b"%PDF-")
    assert "confirm" in actions(database)
    assert "between" in service.confirm(booked.id, "en").text


def test_what_waits_without_a_time_says_that_it_will_be_told(database, team, service):
    waiting = team.requested(register(database))
    made = service.confirm(waiting.id, "nl")
    assert "Wanneer: dat laten wij u nog weten\nWaar: Voorbeeldstraat 12" in made.text  # and not who comes
    assert made.reminder == ""


def test_the_program_says_it_in_full(database, team, service):
    booked = team.booked(register(database))
    begin, end = (moment.astimezone(HERE) for moment in (booked.window_from, booked.window_until))
    code = " ".join(booked.reference)
    facts = (
        f"Wanneer: {confirmation_words.day(begin, 'nl')}, tussen {begin:%H:%M} en {end:%H:%M} uur\n"
        f"Wie komt er: {booked.worker}\nWaar: Voorbeeldstraat 12, 8302 AB Emmeloord\n"
        f"Waarvoor: Keukentafelgesprek\nUw code: {code}\n\n"
        "Bent u er niet, of komt een andere tijd u beter uit? Bel ons dan en noem uw code."
    )
    made = service.confirm(booked.id, "nl")
    assert made.text == (
        "Beste Fatima de Vries,\n\nWij hebben met u afgesproken dat wij bij u langskomen.\n\n"
        f"{facts}\n\nMet vriendelijke groet,\nGemeente Noordoostpolder"
    )
    assert made.reminder == f"Denkt u aan het bezoek van de gemeente Noordoostpolder?\n{facts}"


def test_a_town_says_it_in_its_own_words(database, team, service):
    booked = team.booked(register(database))
    before = service.confirm(booked.id, "nl")
    lists = ListService(database)
    roles(database, Role.AGENT, Role.EDITOR)

    def say(kind, body, audience="resident"):
        (entry,) = [one for one in lists.entries(ListKind.TEXTS) if one.id == f"{kind}/{audience}/nl"]
        lists.save(SaveEntry(ListKind.TEXTS, entry.id, {**entry.cells, "body": body}, entry.cells))

    say("visit", "{aanhef}\n\nTot {datum} tussen {begin} en {einde}, {wie} komt!")
    say("visit", "Voor bedrijven", audience="organisation")
    made = service.confirm(booked.id, "nl")
    begin = booked.window_from.astimezone(HERE)
    end = booked.window_until.astimezone(HERE)
    told = f"Tot {confirmation_words.day(begin, 'nl')} tussen {begin:%H:%M} en {end:%H:%M}, {booked.worker} komt!"
    assert made.text == f"Beste Fatima de Vries,\n\n{told}"
    assert (made.letter, made.reminder) == (before.letter, before.reminder)  # texts of their own
    assert service.confirm(booked.id, "en").text.startswith("Dear Fatima")
    say("visit_letter", "Tot dan!")
    say("visit_remind", "Morgen komt {wie}.")
    made = service.confirm(booked.id, "nl")
    assert (made.letter != before.letter, made.reminder) == (True, f"Morgen komt {booked.worker}.")
    with pytest.raises(EntryRefused) as refused:
        say("visit", "Neem mee: {meenemen}")
    assert refused.value.problems[0].reason == "unknown_place"
    with pytest.raises(EntryRefused):
        say("confirmation", "{wie}")


def test_what_is_off_is_not_confirmed(database, team, service):
    booked = team.booked(register(database))
    team.service.cancel(CancelVisit(booked.id, CancelledBy.CITIZEN))
    with pytest.raises(AlreadyDone):
        service.confirm(booked.id, "nl")
    with pytest.raises(NotFound):
        service.confirm(new_id(), "nl")


def test_the_day_sheet_has_what_is_promised_and_leaves_out_what_is_over(database, team):
    party = register(database)
    first = team.booked(party, words={"phone": "+31612345678", "access": "Achterom"})
    on = first.starts_at.astimezone(HERE).date()
    sheets = DaySheetService(database, team.service, "Noordoostpolder")
    files = sheets.make(first.worker_id, on, "nl")
    assert files.name == f"dagstaat-{on.isoformat()}"
    assert files.sheet.startswith(b"%PDF-")
    said = files.calendar.decode().replace("\r\n ", "")
    assert " ".join(first.reference) in said
    assert "Achterom" not in said
    assert {"open", "print"} <= set(actions(database))
    team.service.cancel(CancelVisit(first.id, CancelledBy.CITIZEN))
    assert "BEGIN:VEVENT" not in sheets.make(first.worker_id, on, "en").calendar.decode()
