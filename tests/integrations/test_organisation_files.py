"""Organisations out of answers of the KVK APIs and out of lists."""

import pytest

from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.imports import BadFile, Tally
from kcc_desktop.domain.parties import AddressKind
from kcc_desktop.integrations.organisation_file import read_organisations
from tests.integrations.importing import EXAMPLES, refusal


def test_an_organisation_and_its_branches_come_out_of_kvk_answers():
    (bakery, coffee), _unit = read_organisations(EXAMPLES / "organisations.json", Tally())
    assert (bakery.key, bakery.branch_number) == (("90000011", ""), "000012345678")
    assert bakery.trade_names == ("Koffie aan de Ring", "Bakkerij Het Nagelerkruis B.V.")
    assert (bakery.rsin, bakery.legal_form, bakery.is_active) == ("999990044", "Besloten Vennootschap", True)
    assert bakery.addresses == {
        AddressKind.VISIT: Address("Ring", 3, postcode="8308 AL", place="Nagele"),
        AddressKind.CORRESPONDENCE: Address("Postbus", 12, postcode="8300 AA", place="Emmeloord"),
    }
    assert (coffee.key, coffee.is_main, coffee.is_partial) == (("90000011", "000012345690"), False, True)


def test_one_answer_on_an_ended_foreign_and_shielded_organisation(written):
    profile = {
        "kvkNummer": "90000044",
        "naam": "Pulp",
        "materieleRegistratie": {"datumAanvang": "20000101", "datumEinde": "20240101"},
        "_embedded": {
            "eigenaar": {
                "rsin": "992340594",
                "adressen": [
                    {"type": "bezoekadres", "indAfgeschermd": "Ja", "straatnaam": "Geheim"},
                    {
                        "type": "correspondentieadres",
                        "straatHuisnummer": "53 Rue de Tilsitt",
                        "postcodeWoonplaats": "13501 Parijs",
                        "land": "Frankrijk",
                    },
                ],
            }
        },
    }
    tally = Tally()
    ((pulp,), _unit) = read_organisations(written({"status": 200, "body": profile}, "kvk.json"), tally)
    assert (pulp.is_active, pulp.rsin, pulp.addresses[AddressKind.VISIT]) == (False, None, None)
    abroad = Address(country="Frankrijk", foreign_lines=("53 Rue de Tilsitt", "13501 Parijs"))
    assert pulp.addresses[AddressKind.CORRESPONDENCE] == abroad
    assert {doubt.reason for doubt in tally.doubts()} == {"odd_rsin", "address_kept_from_view"}


@pytest.mark.parametrize("whole_first", [True, False])
def test_what_is_told_whole_goes_before_a_search_result(written, whole_first):
    whole = {
        "kvkNummer": "90000044",
        "naam": "Pulp",
        "_embedded": {"hoofdvestiging": {"adressen": [{"straatnaam": "Ring", "huisnummer": 3, "plaats": "Nagele"}]}},
    }
    result = {
        "kvkNummer": "90000044",
        "vestigingsnummer": "000012345678",
        "naam": "Papier",
        "type": "hoofdvestiging",
        "adres": {"binnenlandsAdres": {"straatnaam": "Ring", "plaats": "Nagele"}},
    }
    answers = [whole, {"resultaten": [result]}]
    file = written(answers if whole_first else answers[::-1], "kvk.json")
    ((pulp,), _unit) = read_organisations(file, Tally())
    assert (pulp.name, pulp.branch_number) == ("Pulp", "000012345678")
    assert pulp.addresses[AddressKind.VISIT].house_number == 3


@pytest.mark.parametrize(
    ("answer", "reason", "name"),
    [
        ({"naam": "Pulp"}, "no_organisation", ""),
        ({"kvkNummer": "9000", "naam": "Pulp"}, "kvk_number_length", ""),
        ({"kvkNummer": "90000044"}, "required", "naam"),
        (
            {"resultaten": [{"kvkNummer": "90000044", "naam": "P", "type": "nevenvestiging"}]},
            "required",
            "vestigingsnummer",
        ),
        ({"resultaten": [{"kvkNummer": "90000044", "naam": "P", "type": "filiaal"}]}, "choice", "resultaten.type"),
        ({"kvkNummer": "90000044", "vestigingsnummer": "12", "eersteHandelsnaam": "P"}, "branch_number_length", ""),
    ],
)
def test_what_is_no_kvk_answer_is_named(written, answer, reason, name):
    assert refusal(read_organisations, written([{"fout": []}, answer], "kvk.json"), Tally()) == (2, reason, name)


def test_the_kvk_test_set_is_read(test_data):
    tally = Tally()
    found, _unit = read_organisations(test_data / "kvk" / "kvk-test-responses.json", tally)
    assert sorted((one.key, one.name, one.legal_form) for one in found) == [
        (("69599084", ""), "Test EMZ Dagobert", "Eenmanszaak"),
        (("69599084", "000038509520"), "Test EMZ Nevenvestiging Govert", None),
        (("90000749", ""), "Global Conron", "Vereniging van Eigenaars"),
        (("90001354", ""), "Grand Joyflex B.V.", None),
    ]
    assert [(doubt.reason, doubt.lines) for doubt in tally.doubts()] == [("kvk_error", (2, 4, 7, 9, 11, 13))]
    ((association,), _unit) = read_organisations(test_data / "kvk" / "basisprofiel_response_vve.json", tally)
    assert association.addresses[AddressKind.VISIT].line1() == "Blaauwweg 163"
    for name, missing in (("testnummers", "name / naam"), ("testvestigingen", "kvk_number / kvk_nummer, name / naam")):
        with pytest.raises(BadFile, match="columns_missing") as refused:
            read_organisations(test_data / "kvk" / f"kvk-{name}.csv", tally)
        assert refused.value.detail == missing


def test_results_of_a_search_may_stand_by_themselves(written):
    one = {"kvkNummer": "90000044", "vestigingsnummer": "000012345678", "naam": "Pulp", "type": "nevenvestiging"}
    ((pulp,), _unit) = read_organisations(written([one], "kvk.json"), Tally())
    assert (pulp.key, pulp.is_partial) == (("90000044", "000012345678"), True)


def test_organisations_come_from_a_list_too():
    found, _unit = read_organisations(EXAMPLES / "organisations.csv", Tally())
    assert [(one.key, one.branch_number, one.is_active) for one in found] == [
        (("90000022", ""), "000098765432", True),
        (("90000022", "000098765444"), "000098765444", True),
        (("90000033", ""), "", False),
    ]
    assert found[0].trade_names == ("Luttelgeest Tweewielers", "LTW")
    assert found[0].addresses == {AddressKind.VISIT: Address("Kamperweg", 7, postcode="8315 RA", place="Luttelgeest")}
    assert found[2].addresses == {AddressKind.VISIT: None}


@pytest.mark.parametrize(
    ("row", "line", "reason", "name"),
    [
        ("1;Pulp;;", 3, "kvk_number_length", "kvk"),
        ("90000055;;;", 3, "required", "naam"),
        ("90000055;Pulp;98765432;", 3, "branch_number_length", "vestigingsnummer"),
        ("90000055;Pulp;;vijf", 3, "no_number", "huisnummer"),
        ("9000 0044;Pulp;;", 3, "organisation_twice", "kvk"),
    ],
)
def test_a_bad_row_of_organisations_is_named(written, row, line, reason, name):
    file = written(f"kvk;naam;vestigingsnummer;huisnummer;plaats\n90000044;Papier;;;\n{row};Nagele\n")
    assert refusal(read_organisations, file, Tally()) == (line, reason, name)


def test_a_file_of_another_name_is_known_by_its_first_sign(written):
    found, _unit = read_organisations(written('\ufeff {"kvkNummer": "90000044", "naam": "Pulp"}', "kvk.txt"), Tally())
    assert [one.name for one in found] == ["Pulp"]
