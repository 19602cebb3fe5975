"""What a citizen gets about a visit, on both databases and as a plain login."""

import pytest
from sqlalchemy import select

from kcc_desktop.data.audit import AuditLineRow
from kcc_desktop.domain.appointments import CancelledBy
from kcc_desktop.domain.dates import PartialDate
from kcc_desktop.domain.errors import AlreadyDone, NotFound
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.local_time import HERE
from kcc_desktop.domain.names import PersonName
from kcc_desktop.domain.party_commands import RegisterPerson
from kcc_desktop.domain.visit_commands import CancelVisit
from kcc_desktop.services.day_sheets import DaySheetService
from kcc_desktop.services.parties import PartyService
from kcc_desktop.services.visit_confirmations import VisitConfirmationService
from tests.services.field_team import FieldTeam


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
    assert "dat laten wij u nog weten" in service.confirm(waiting.id, "nl").text


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
