"""Organisations and branches: one row each, whatever file tells of them, and the desk's own words stay."""

import json

import pytest
from sqlalchemy import func

from kcc_desktop.data.parties import OrganisationRow, PartyAddressRow, PartyRow
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.imports import BadFile
from kcc_desktop.domain.party_commands import RegisterOrganisation
from kcc_desktop.services.imports import ImportService
from kcc_desktop.services.parties import PartyService
from tests.integrations.importing import EXAMPLES
from tests.services.importing import counts, make_administrator, reasons, rows

COLUMNS = (OrganisationRow.kvk_number, OrganisationRow.branch_number, OrganisationRow.name, OrganisationRow.is_main)
RING = {"type": "bezoekadres", "straatnaam": "Ring", "huisnummer": 3, "postcode": "8308AL", "plaats": "Nagele"}


@pytest.fixture
def service(database):
    make_administrator(database)
    return ImportService(database)


@pytest.fixture
def put(service, tmp_path):
    def imported(*answers):
        file = tmp_path / "kvk.json"
        file.write_text(json.dumps(answers), encoding="utf-8")
        return service.organisations(file)

    return imported


def profile(name="Pulp", branch="000012345678", addresses=(RING,), **more):
    return {
        "kvkNummer": "90000044",
        "naam": name,
        "_embedded": {
            "hoofdvestiging": {"vestigingsnummer": branch, "adressen": list(addresses)},
            "eigenaar": {"rsin": "999990044", "rechtsvorm": "BV"},
        },
        **more,
    }


def result(kind="hoofdvestiging", branch="000012345678", name="Pulp"):
    address = {"binnenlandsAdres": {"type": "bezoekadres", "straatnaam": "Ring", "plaats": "Nagele"}}
    one = {"kvkNummer": "90000044", "vestigingsnummer": branch, "naam": name, "type": kind, "adres": address}
    return {"resultaten": [one]}


@pytest.mark.parametrize("example", ["organisations.json", "organisations.csv"])
def test_the_examples_come_in_once_and_are_found(service, database, example):
    report = service.organisations(EXAMPLES / example)
    assert report.added in {2, 3}
    assert counts(service.organisations(EXAMPLES / example)) == (0, 0, report.added)
    parties = PartyService(database)
    for _kvk, branch, name, _is_main in rows(database, *COLUMNS):
        for words in (name, branch):
            assert name in {found.title for found in parties.search(words).parties} or not words


def test_the_kvk_test_set_comes_in_once(service, database, test_data):
    file = test_data / "kvk" / "kvk-test-responses.json"
    assert counts(service.organisations(file)) == (4, 0, 0)
    assert rows(database, *COLUMNS) == [
        ("69599084", "000038509504", "Test EMZ Dagobert", True),
        ("69599084", "000038509520", "Test EMZ Nevenvestiging Govert", False),
        ("90000749", "", "Global Conron", True),
        ("90001354", "990000541921", "Grand Joyflex B.V.", True),
    ]
    assert counts(service.organisations(file)) == (0, 0, 4)
    association = service.organisations(test_data / "kvk" / "basisprofiel_response_vve.json")
    assert (counts(association), reasons(association)) == ((0, 0, 1), [("odd_rsin", (1,))])


def test_a_search_result_adds_and_takes_nothing_away(put, database):
    put(profile(handelsnamen=[{"naam": "Papier", "volgorde": 1}]))
    assert counts(put(result())) == (0, 0, 1)
    assert counts(put(result(name="Papier"))) == (0, 0, 1)
    assert rows(database, OrganisationRow.name, OrganisationRow.legal_form) == [("Pulp", "BV")]
    assert rows(database, PartyAddressRow.house_number) == [(3,)]


def test_a_search_result_first_and_the_whole_later_are_one_organisation(put, database):
    assert counts(put(result("rechtspersoon", None))) == (1, 0, 0)
    assert counts(put(result())) == (0, 1, 0)
    assert counts(put(profile())) == (0, 1, 0)
    assert rows(database, *COLUMNS) == [("90000044", "000012345678", "Pulp", True)]
    assert counts(put(result("rechtspersoon", None))) == (0, 0, 1)


def test_another_branch_becomes_the_main_one(put, database):
    put(profile(), result("nevenvestiging", "000012345690", "Pulp Oost"))
    assert counts(put(profile(branch="000012345611"))) == (0, 1, 0)
    assert rows(database, *COLUMNS) == [
        ("90000044", "000012345611", "Pulp", True),
        ("90000044", "000012345690", "Pulp Oost", False),
    ]


def test_two_branches_that_change_places_keep_their_rows(put, database):
    put(profile(), result("nevenvestiging", "000012345690", "Pulp Oost"))
    swapped = profile("Pulp Oost", "000012345690"), result("nevenvestiging", "000012345678", "Pulp West")
    assert counts(put(*swapped)) == (0, 2, 0)
    assert [(branch, is_main) for _kvk, branch, _name, is_main in rows(database, *COLUMNS)] == [
        ("000012345678", False),
        ("000012345690", True),
    ]


def test_a_further_branch_does_not_take_the_organisations_row(put, database):
    put(result("nevenvestiging", "000012345690", "Pulp Oost"))
    assert counts(put(result("rechtspersoon", None))) == (1, 0, 0)
    assert [is_main for *_rest, is_main in rows(database, *COLUMNS)] == [True, False]


def test_what_a_desk_wrote_down_becomes_the_registers(put, database):
    party = PartyService(database).register_organisation(
        RegisterOrganisation(new_id(), "pulp", kvk_number="90000044", phone="0527 633 911")
    )
    assert counts(put(profile())) == (0, 1, 0)
    assert rows(database, PartyRow.id, PartyRow.title, PartyRow.source) == [(party, "Pulp", "KVK")]
    assert [found.id for found in PartyService(database).search("0527633911").parties] == [party]


def test_a_desks_branch_is_not_overwritten_by_the_organisation(put, database):
    parties = PartyService(database)
    parties.register_organisation(RegisterOrganisation(new_id(), "Pulp Oost", "90000044", "000012345690"))
    assert counts(put(profile())) == (1, 0, 0)
    assert counts(put(profile(), result("nevenvestiging", "000012345690", "Pulp Oost"))) == (0, 1, 1)


def test_an_organisation_that_stands_here_twice_is_named(put, database):
    parties = PartyService(database)
    for name in ("Pulp", "Pulp BV"):
        parties.register_organisation(RegisterOrganisation(new_id(), name, "90000044"))
    report = put(profile())
    assert (counts(report), reasons(report)) == ((0, 1, 0), [("kvk_twice", (1,))])


def test_an_address_that_is_gone_goes_and_one_not_told_of_stays(put, database):
    box = {"type": "correspondentieadres", "postbusnummer": 12, "postcode": "8300AA", "plaats": "Emmeloord"}
    put(profile(addresses=(RING, box)))
    assert counts(put(profile(addresses=()))) == (0, 0, 1)
    assert counts(put(profile())) == (0, 1, 0)
    assert rows(database, PartyAddressRow.kind) == [("visit",)]


def test_an_ended_organisation_stays_and_says_so(put, database):
    put(profile())
    assert counts(put(profile(materieleRegistratie={"datumEinde": "20240101"}))) == (0, 1, 0)
    assert rows(database, OrganisationRow.is_active) == [(False,)]


def test_columns_a_list_does_not_have_leave_what_is_known(service, put, database, tmp_path):
    put(profile())
    file = tmp_path / "list.csv"
    file.write_text("kvk_nummer;naam;actief\n90000044;Pulp;nee\n", encoding="utf-8")
    assert counts(service.organisations(file)) == (0, 1, 0)
    known = rows(database, OrganisationRow.legal_form, OrganisationRow.rsin, OrganisationRow.is_active)
    assert known == [("BV", "999990044", False)]
    assert rows(database, PartyAddressRow.house_number) == [(3,)]


def test_a_company_of_a_thousand_branches(service, database, tmp_path):
    file = tmp_path / "list.csv"
    lines = [f"90000044;Pulp {n};{n:012d}" for n in range(1, 1001)]
    file.write_text("\n".join(["kvk;name;branch_number", "90000044;Pulp;", *lines]), encoding="utf-8")
    assert counts(service.organisations(file)) == (1001, 0, 0)
    assert counts(service.organisations(file)) == (0, 0, 1001)


def test_a_bad_file_changes_nothing(put, database):
    with pytest.raises(BadFile) as refused:
        put(profile(), {"kvkNummer": "1", "naam": "x"})
    assert (refused.value.line, refused.value.reason) == (2, "kvk_number_length")
    assert rows(database, func.count(PartyRow.id)) == [(0,)]
