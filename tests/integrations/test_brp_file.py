"""Persons of the register: names, family, addresses, and what is wrong named by its field."""

import pytest

from kcc_desktop.domain.imports import ImportedRelation
from kcc_desktop.domain.parties import Relation
from kcc_desktop.integrations.brp_file import read_persons
from tests.integrations.importing import EXAMPLES, refusal


def test_family_and_where_post_arrives_come_with_a_person():
    fatima, jan = read_persons(EXAMPLES / "persons.json")
    assert fatima.relations == (
        ImportedRelation(Relation.PARTNER, "Jan Bakker", "19850000", "999990020"),
        ImportedRelation(Relation.PARENT, "Amina Haddad", "19560000"),
        ImportedRelation(Relation.CHILD, "Noor Bakker", "20150301", "999990032"),
    )
    assert (fatima.address.line1(), fatima.correspondence) == ("Lange Nering 14a", None)
    assert (jan.address, jan.correspondence.line2()) == (None, "8302 EK Emmeloord")


def test_who_was_a_partner_is_no_family_and_gives_no_name():
    _fatima, jan = read_persons(EXAMPLES / "persons.json")
    assert [relation.name for relation in jan.relations] == ["Fatima Zahra de Vries"]
    assert jan.name.partner_surname == "Vries"


def test_a_relatives_unreadable_number_or_date_does_not_cost_the_relative(written):
    parent = {"naam": {"geslachtsnaam": "Haddad"}, "burgerservicenummer": "123", "geboorte": {"datum": "1956"}}
    person = {"aNummer": "1000000012", "naam": {"geslachtsnaam": "Vries"}, "ouders": [parent]}
    (read,) = read_persons(written([person], "p.json"))
    assert read.relations == (ImportedRelation(Relation.PARENT, "Haddad", "00000000"),)
    assert read.odd_relation


@pytest.mark.parametrize(
    ("field", "value", "reason", "name"),
    [
        ("naam", {"geslachtsnaam": "x" * 201}, "too_long", "naam.geslachtsnaam"),
        ("naam", {"geslachtsnaam": 5}, "no_text", "naam.geslachtsnaam"),
        ("naam", {"geslachtsnaam": "a\x00b"}, "control_signs", "naam.geslachtsnaam"),
        (
            "naam",
            {"geslachtsnaam": "V", "aanduidingNaamgebruik": {"code": "X"}},
            "choice",
            "naam.aanduidingNaamgebruik.code",
        ),
        ("naam", "Vries", "no_group", "naam"),
        ("naam", {}, "no_person", ""),
        ("aNummer", None, "no_person", ""),
        ("geslacht", {"code": "Z"}, "choice", "geslacht.code"),
        ("geheimhoudingPersoonsgegevens", "9", "no_number", "geheimhoudingPersoonsgegevens"),
        ("geheimhoudingPersoonsgegevens", True, "no_number", "geheimhoudingPersoonsgegevens"),
        ("naam", {"geslachtsnaam": " "}, "no_person", ""),
        ("opschortingBijhouding", {"reden": {"code": "Z"}}, "choice", "opschortingBijhouding.reden.code"),
        ("verblijfplaats", {"huisnummer": "1e6"}, "no_number", "verblijfplaats.huisnummer"),
        ("partners", {"naam": {}}, "no_groups", "partners"),
    ],
)
def test_a_field_of_another_kind_is_named(written, field, value, reason, name):
    person = {"aNummer": "1000000012", "naam": {"geslachtsnaam": "Vries"}}
    file = written([person, {**person, "aNummer": "1000000023", field: value}], "p.json")
    assert refusal(read_persons, file) == (2, reason, name)


def test_a_large_file_of_records_is_read(tmp_path):
    file = tmp_path / "large.json"
    padding = "x" * 1000
    records = (
        f'{{"aNummer": "{10**9 + n}", "naam": {{"geslachtsnaam": "Vries"}}, "nationaliteiten": ["{padding}"]}}'
        for n in range(50_000)
    )
    file.write_text(f"[{','.join(records)}]", encoding="utf-8")  # 54 MB
    assert len(read_persons(file)) == 50_000
