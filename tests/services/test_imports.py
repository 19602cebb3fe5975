import json

import pytest
from sqlalchemy import func, insert, select

from kcc_desktop.data.agents import AgentRoleRow
from kcc_desktop.data.parties import PersonRow
from kcc_desktop.domain.errors import NotAllowed
from kcc_desktop.domain.imports import BadFile, Doubt
from kcc_desktop.services.imports import ImportService
from kcc_desktop.services.parties import PartyService

PERSON = {
    "aNummer": "8940402024",
    "burgerservicenummer": "999993653",
    "naam": {"voornamen": "Suzanne", "geslachtsnaam": "Moulin", "aanduidingNaamgebruik": {"code": "E"}},
    "geboorte": {"datum": "19500000"},
    "verblijfplaats": {"straat": "Boterdiep", "huisnummer": "31", "postcode": "3077AW", "woonplaats": "Rotterdam"},
}


@pytest.fixture
def service(database):
    agent = database.read(lambda look: look.agent.id)
    database.unguarded_write(lambda c: c.execute(insert(AgentRoleRow).values(agent_id=agent, role="administrator")))
    return ImportService(database)


def written(tmp_path, *records):
    file = tmp_path / "persons.json"
    file.write_text(json.dumps(records), encoding="utf-8")
    return file


def test_all_test_persons_come_in_and_are_found(service, database, test_data):
    file = test_data / "brp-testpersonen-rvig-20220502.json"
    report = service.persons(file)
    assert (report.added, report.changed, report.unchanged) == (687, 0, 0)
    assert sum(doubt.reason == "same_bsn" for doubt in report.doubts) == 5
    assert sum(doubt.reason == "no_bsn" for doubt in report.doubts) == 2
    assert [doubt.lines for doubt in report.doubts if doubt.reason == "odd_death_date"] == [(529,)]
    again = service.persons(file)
    assert (again.added, again.changed, again.unchanged) == (0, 0, 687)
    lost = lost_persons(PartyService(database), database)
    assert lost == []


def lost_persons(parties, database):
    """Everybody whose name and birth date do not put them among the first ten."""
    rows = database.unguarded_read(
        lambda c: c.execute(select(PersonRow.party_id, PersonRow.surname, PersonRow.birth_date)).all()
    )
    lost = []
    for row in rows:
        surname = row.surname if row.surname != "." else ""
        whole = row.birth_date if "00" not in (row.birth_date[4:6], row.birth_date[6:]) else ""
        if not surname or not whole:
            continue  # an unknown name or date cannot be typed; the A-number finds them
        found, _more = parties.search(f"{surname} {whole}", 10)
        if row.party_id not in {party.id for party in found}:
            lost.append((row.surname, row.birth_date))
    return lost


def test_an_incomplete_date_stays_as_it_is(service, database, tmp_path):
    service.persons(written(tmp_path, PERSON))
    assert database.unguarded_read(lambda c: c.scalar(select(PersonRow.birth_date))) == "19500000"


def test_the_same_bsn_twice_is_named_and_both_come_in(service, database, tmp_path):
    report = service.persons(written(tmp_path, PERSON, {**PERSON, "aNummer": "8940402025"}))
    assert report.doubts == (Doubt("same_bsn", (1, 2)),)
    assert database.unguarded_read(lambda c: c.scalar(select(func.count()).select_from(PersonRow))) == 2


def test_a_changed_person_is_changed(service, database, tmp_path):
    service.persons(written(tmp_path, PERSON))
    report = service.persons(written(tmp_path, {**PERSON, "geheimhoudingPersoonsgegevens": "7"}))
    assert (report.added, report.changed) == (0, 1)
    found = PartyService(database).search("moulin")[0]
    assert found[0].disclosure_restricted


@pytest.mark.parametrize(
    ("second", "reason"),
    [
        ({**PERSON, "burgerservicenummer": "999993654"}, "bsn_checksum"),
        (PERSON, "a_number_twice"),
        ({**PERSON, "aNummer": "12"}, "a_number_length"),
        ({**PERSON, "geboorte": {"datum": "19501301"}}, "date_range"),
        ({"aNummer": "8940402024"}, "no_person"),
    ],
)
def test_a_bad_file_is_refused_whole_with_its_line(service, database, tmp_path, second, reason):
    with pytest.raises(BadFile) as refused:
        service.persons(written(tmp_path, PERSON, second))
    assert (refused.value.line, refused.value.reason) == (2, reason)
    assert database.unguarded_read(lambda c: c.scalar(select(func.count()).select_from(PersonRow))) == 0


def test_a_missing_and_a_foreign_file_are_refused(service, tmp_path):
    with pytest.raises(BadFile, match="not_found"):
        service.persons(tmp_path / "nowhere.json")
    (tmp_path / "x.json").write_bytes(b"\xff\xfe no json")
    with pytest.raises(BadFile, match="no_json"):
        service.persons(tmp_path / "x.json")


def test_an_agent_does_not_import(database, tmp_path):
    with pytest.raises(NotAllowed):
        ImportService(database).persons(written(tmp_path, PERSON))
