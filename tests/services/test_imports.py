"""Persons of the register: all of them, their family, whole or not at all, and twice the same changes nothing."""

import json

import pytest
from sqlalchemy import func, select

from kcc_desktop.data.change_log import ChangeRow
from kcc_desktop.data.parties import PartyAddressRow, PartyRelationRow, PartyRow, PersonRow
from kcc_desktop.domain.errors import NotAllowed
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.imports import BadFile, Doubt
from kcc_desktop.domain.names import PersonName
from kcc_desktop.domain.party_commands import RegisterPerson
from kcc_desktop.services.imports import ImportService
from kcc_desktop.services.parties import PartyService
from tests.integrations.importing import EXAMPLES
from tests.services.importing import counts, make_administrator, reasons, rows

PERSON = {
    "aNummer": "8940402024",
    "burgerservicenummer": "999993653",
    "naam": {"voornamen": "Suzanne", "geslachtsnaam": "Moulin", "aanduidingNaamgebruik": {"code": "E"}},
    "geboorte": {"datum": "19500000"},
    "verblijfplaats": {"straat": "Boterdiep", "huisnummer": "31", "postcode": "3077AW", "woonplaats": "Rotterdam"},
}


@pytest.fixture
def service(database):
    make_administrator(database)
    return ImportService(database)


def written(tmp_path, *records):
    file = tmp_path / "persons.json"
    file.write_text(json.dumps(records), encoding="utf-8")
    return file


def family(database):
    """(who, relation, name, whether that person is linked) of everybody."""
    other = PartyRow.__table__.alias("other")
    statement = (
        select(PersonRow.surname, PartyRelationRow.relation, PartyRelationRow.name, other.c.title)
        .join(PersonRow, PersonRow.party_id == PartyRelationRow.party_id)
        .outerjoin(other, other.c.id == PartyRelationRow.related_id)
    )
    return database.unguarded_read(lambda c: sorted((tuple(row) for row in c.execute(statement)), key=str))


def test_all_test_persons_come_in_and_are_found(service, database, test_data):
    file = test_data / "brp-testpersonen-rvig-20220502.json"
    report = service.persons(file)
    assert counts(report) == (687, 0, 0)
    assert sum(doubt.reason == "same_bsn" for doubt in report.doubts) == 5
    assert Doubt("no_bsn", (200, 218)) in report.doubts
    assert Doubt("odd_death_date", (529,)) in report.doubts
    relations = rows(database, PartyRelationRow.id, PartyRelationRow.related_id)
    linked = sum(related is not None for _id, related in relations)
    assert (len(relations), linked) == (1585, 761)
    again = service.persons(file)
    assert (counts(again), again.doubts) == ((0, 0, 687), report.doubts)
    assert rows(database, PartyRelationRow.id, PartyRelationRow.related_id) == relations
    lost = lost_persons(PartyService(database), database)
    assert lost == []


def lost_persons(parties, database):
    """Everybody whose name and birth date do not put them among the first ten."""
    lost = []
    for party_id, surname, birth_date in rows(database, PersonRow.party_id, PersonRow.surname, PersonRow.birth_date):
        known = surname if surname != "." else ""
        whole = birth_date if "00" not in (birth_date[4:6], birth_date[6:]) else ""
        if not known or not whole:
            continue  # an unknown name or date cannot be typed; the A-number finds them
        found = parties.search(f"{known} {whole}", 10).parties
        if party_id not in {party.id for party in found}:
            lost.append((known, birth_date))
    return lost


def test_family_is_linked_when_it_is_here(service, database):
    assert counts(service.persons(EXAMPLES / "persons.json")) == (2, 0, 0)
    assert family(database) == [
        ("Bakker", "partner", "Fatima Zahra de Vries", "Fatima Zahra de Vries-Bakker"),
        ("Vries", "child", "Noor Bakker", None),
        ("Vries", "parent", "Amina Haddad", None),
        ("Vries", "partner", "Jan Bakker", "Jan Bakker"),
    ]
    assert counts(service.persons(EXAMPLES / "persons.json")) == (0, 0, 2)


def test_a_relative_who_comes_later_is_linked_the_next_time(service, database, tmp_path):
    persons = json.loads((EXAMPLES / "persons.json").read_text(encoding="utf-8"))
    service.persons(written(tmp_path, persons[0]))
    assert ("Vries", "partner", "Jan Bakker", None) in family(database)
    assert counts(service.persons(written(tmp_path, *persons))) == (1, 1, 0)
    assert ("Vries", "partner", "Jan Bakker", "Jan Bakker") in family(database)
    assert counts(service.persons(written(tmp_path, *persons))) == (0, 0, 2)


def test_a_relative_whose_number_is_two_peoples_is_named_only(service, database, tmp_path):
    child = {"naam": {"geslachtsnaam": "Moulin"}, "burgerservicenummer": "999990019"}
    twins = [{**PERSON, "aNummer": f"894040202{n}", "burgerservicenummer": "999990019"} for n in (5, 6)]
    report = service.persons(written(tmp_path, {**PERSON, "kinderen": [child]}, *twins))
    assert reasons(report) == [("same_bsn", (2, 3)), ("relation_twice", (1,))]
    assert family(database) == [("Moulin", "child", "Moulin", None)]


def test_nobody_is_their_own_family(service, database, tmp_path):
    itself = {"naam": {"geslachtsnaam": "Moulin"}, "burgerservicenummer": PERSON["burgerservicenummer"]}
    service.persons(written(tmp_path, {**PERSON, "partners": [itself]}))
    assert family(database) == [("Moulin", "partner", "Moulin", None)]


def test_an_a_number_says_more_than_a_bsn(service, database, tmp_path):
    twins = [{**PERSON, "aNummer": f"894040202{n}", "burgerservicenummer": "999990019"} for n in (5, 6)]
    twins[1]["naam"] = {"geslachtsnaam": "Ander"}
    child = {"naam": {"geslachtsnaam": "Moulin"}, "burgerservicenummer": "999990019", "aNummer": "8940402026"}
    service.persons(written(tmp_path, {**PERSON, "kinderen": [child]}, *twins))
    assert family(database) == [("Moulin", "child", "Moulin", "Ander")]


def test_family_that_the_register_no_longer_names_goes(service, database, tmp_path):
    child = {"naam": {"geslachtsnaam": "Moulin"}}
    service.persons(written(tmp_path, {**PERSON, "kinderen": [child, {**child, "geboorte": {"datum": "20100101"}}]}))
    assert len(family(database)) == 2
    assert counts(service.persons(written(tmp_path, {**PERSON, "kinderen": [child]}))) == (0, 1, 0)
    assert family(database) == [("Moulin", "child", "Moulin", None)]


def test_somebody_the_desk_wrote_down_with_the_same_bsn_is_named(service, database, tmp_path):
    command = RegisterPerson(new_id(), PersonName(surname="Moulin"), bsn=PERSON["burgerservicenummer"])
    PartyService(database).register_person(command)
    report = service.persons(written(tmp_path, PERSON))
    assert (counts(report), reasons(report)) == ((1, 0, 0), [("bsn_elsewhere", (1,))])


def test_where_post_arrives_is_not_where_somebody_lives(service, database, tmp_path):
    place = PERSON["verblijfplaats"]
    service.persons(written(tmp_path, {**PERSON, "verblijfplaats": {**place, "functieAdres": {"code": "B"}}}))
    assert rows(database, PartyAddressRow.kind, PartyAddressRow.street) == [("correspondence", "Boterdiep")]
    assert counts(service.persons(written(tmp_path, PERSON))) == (0, 1, 0)
    assert rows(database, PartyAddressRow.kind, PartyAddressRow.street) == [("residence", "Boterdiep")]


def test_what_the_desk_keeps_stays(service, database, tmp_path):
    service.persons(written(tmp_path, PERSON))
    party = rows(database, PersonRow.party_id)[0][0]
    database.unguarded_write(lambda c: c.execute(PersonRow.__table__.update().values(preferred_name="Suus Moulin")))
    moved = {**PERSON, "verblijfplaats": {**PERSON["verblijfplaats"], "straat": "Maasstraat"}}
    assert counts(service.persons(written(tmp_path, moved))) == (0, 1, 0)
    assert rows(database, PartyRow.id, PartyRow.title) == [(party, "Suus Moulin")]
    parties = PartyService(database)
    assert [found.id for found in parties.search("maasstraat").parties] == [party]
    assert parties.search("boterdiep").parties == ()


def test_what_changed_is_told_and_nothing_else(service, database, tmp_path):
    other = {**PERSON, "aNummer": "8940402025", "burgerservicenummer": "999990019"}
    service.persons(written(tmp_path, PERSON, other))
    before = len(rows(database, ChangeRow.sequence))
    service.persons(written(tmp_path, PERSON, {**other, "geboorte": {"datum": "19500101"}}))
    told = rows(database, ChangeRow.entity, ChangeRow.entity_id, order=[ChangeRow.sequence])[before:]
    changed = rows(database, PersonRow.party_id, PersonRow.birth_date)
    assert told == [("party", next(party for party, born in changed if born == "19500101"))]


def test_names_longer_than_a_list_has_room_for_come_in_whole(service, database, tmp_path):
    name = {"voornamen": "V" * 200, "geslachtsnaam": "G" * 200}
    file = written(tmp_path, {**PERSON, "naam": name, "kinderen": [{"naam": name}]})
    assert counts(service.persons(file)) == (1, 0, 0)
    assert counts(service.persons(file)) == (0, 0, 1)
    assert [len(surname) for (surname,) in rows(database, PersonRow.surname)] == [200]


def test_an_incomplete_date_stays_as_it_is(service, database, tmp_path):
    service.persons(written(tmp_path, PERSON))
    assert rows(database, PersonRow.birth_date) == [("19500000",)]


def test_the_same_bsn_twice_is_named_and_both_come_in(service, database, tmp_path):
    report = service.persons(written(tmp_path, PERSON, {**PERSON, "aNummer": "8940402025"}))
    assert report.doubts == (Doubt("same_bsn", (1, 2)),)
    assert rows(database, func.count(PersonRow.party_id)) == [(2,)]


def test_a_changed_person_is_changed(service, database, tmp_path):
    service.persons(written(tmp_path, PERSON))
    report = service.persons(written(tmp_path, {**PERSON, "geheimhoudingPersoonsgegevens": "7"}))
    assert (report.added, report.changed) == (0, 1)
    found = PartyService(database).search("moulin").parties
    assert found[0].disclosure_restricted


def test_more_people_than_one_statement_takes(service, database, tmp_path):
    people = [{**PERSON, "aNummer": f"{1000000000 + n}", "burgerservicenummer": ""} for n in range(1001)]
    people[900]["ouders"] = [{"naam": {"geslachtsnaam": "Moulin"}, "aNummer": "1000000003"}]
    assert counts(service.persons(written(tmp_path, *people))) == (1001, 0, 0)
    assert family(database) == [("Moulin", "parent", "Moulin", "Suzanne Moulin")]
    assert counts(service.persons(written(tmp_path, *people))) == (0, 0, 1001)


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
    assert rows(database, func.count(PersonRow.party_id)) == [(0,)]


def test_a_missing_and_a_foreign_file_are_refused(service, tmp_path):
    with pytest.raises(BadFile, match="not_found"):
        service.persons(tmp_path / "nowhere.json")
    (tmp_path / "x.json").write_bytes(b"no json")
    with pytest.raises(BadFile, match="no_json"):
        service.persons(tmp_path / "x.json")


def test_an_agent_does_not_import(database, tmp_path):
    with pytest.raises(NotAllowed):
        ImportService(database).persons(written(tmp_path, PERSON))
