"""Each documented format: its example is read whole, and what is wrong in it is named."""

import contextlib
import csv
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.cases import CaseRole, CaseStep
from kcc_desktop.domain.imports import BadFile, ImportedRelation, NamedParty, Tally
from kcc_desktop.domain.parties import AddressKind, Relation
from kcc_desktop.domain.work import ColleagueKind
from kcc_desktop.integrations import case_file, colleague_file, organisation_file, product_file
from kcc_desktop.integrations.brp_file import read_persons
from kcc_desktop.integrations.case_file import read_cases
from kcc_desktop.integrations.colleague_file import read_colleagues
from kcc_desktop.integrations.organisation_file import read_organisations
from kcc_desktop.integrations.product_file import read_products

EXAMPLES = Path(__file__).parent / "examples"


@pytest.fixture
def written(tmp_path):
    def write(text, name="list.csv"):
        file = tmp_path / name
        file.write_text(text if isinstance(text, str) else json.dumps(text), encoding="utf-8")
        return file

    return write


def refusal(read, *arguments):
    with pytest.raises(BadFile) as refused:
        read(*arguments)
    return refused.value.line, refused.value.reason, refused.value.name


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


def test_products_of_a_municipality():
    passport, waste = read_products(EXAMPLES / "products.csv", Tally())
    assert passport.answer.splitlines()[1] == "Neem uw oude paspoort en een pasfoto mee."
    assert (passport.upl_name, waste.upl_uri, waste.owner) == (None, "", "Afval")


def test_a_column_that_is_not_there_says_nothing(written):
    (product,) = read_products(written("naam;link\nPaspoort;\n"), Tally())
    assert (product.keywords, product.link) == (None, "")


def test_the_upl_is_read_and_its_row_without_a_name_is_listed(test_data):
    tally = Tally()
    products = read_products(test_data / "upl-gemeente-2023-10-04.csv", tally)
    assert len(products) == 469
    assert products[0].upl_uri == "http://standaarden.overheid.nl/owms/terms/AangifteVertrekBuitenland"
    assert all(product.name == product.upl_name and product.owner is None for product in products)
    assert [(doubt.reason, doubt.lines) for doubt in tally.doubts()] == [("upl_no_name_yet", (2,))]


def test_of_the_list_of_all_governments_only_what_is_municipal_is_read(written):
    file = written("UniformeProductnaam,URI,Rijk,Gemeente\nPaspoort,http://x/p,,X\nVisum,http://x/v,X,\n")
    assert [product.name for product in read_products(file, Tally())] == ["Paspoort"]


@pytest.mark.parametrize(
    ("rows", "reason", "name"),
    [
        ("Paspoort;;\nPASPOORT;;", "product_twice", "naam"),
        ("Paspoort;;\nPaspoort;http://x/p;", "product_twice", "naam"),
        ("Paspoort;http://x/p;\nPas;http://x/p;", "product_twice", "upl_uri"),
        ("Pas;;\nPaspoort;paspoort;", "no_web_address", "upl_uri"),
        ("Pas;;\nPaspoort;;javascript:alert(1)", "no_web_address", "link"),
        ("Pas;;\n;http://x/p;", "required", "naam"),
    ],
)
def test_a_bad_row_of_products_is_named(written, rows, reason, name):
    assert refusal(read_products, written(f"naam;upl_uri;link\n{rows}\n"), Tally()) == (3, reason, name)


def test_colleagues_and_departments():
    department, sanne, uwv = read_colleagues(EXAMPLES / "colleagues.csv")
    assert (department.kind, sanne.kind, uwv.kind) == (
        ColleagueKind.DEPARTMENT,
        ColleagueKind.PERSON,
        ColleagueKind.PARTNER,
    )
    assert (sanne.key, sanne.phone, sanne.email) == ("mw-17", "4517", "s.deboer@voorbeeld.example")


@pytest.mark.parametrize(
    ("row", "reason", "name"),
    [
        ("a;medewerker;Sanne;", "key_twice", "key"),
        (";medewerker;Sanne;", "required", "key"),
        ("b;;Sanne;", "required", "kind"),
        ("b;robot;Sanne;", "choice", "kind"),
        ("b;person;;", "required", "name"),
        ("b;person;Sanne;sanne", "email_characters", "email"),
    ],
)
def test_a_bad_row_of_colleagues_is_named(written, row, reason, name):
    file = written(f"key;kind;name;email\na;DEPARTMENT;Burgerzaken;\n{row}\n")
    assert refusal(read_colleagues, file) == (3, reason, name)


def test_cases_with_their_steps_and_people():
    permit, passport = read_cases(EXAMPLES / "cases.csv")
    assert permit.case.description == 'Dakkapel aan de voorzijde, "Lange Nering 14a"'
    assert (permit.case.started_on, permit.case.decide_by) == (date(2026, 3, 2), date(2026, 4, 27))
    assert permit.case.steps == (
        CaseStep(1, "Ontvangen", date(2026, 3, 2)),
        CaseStep(2, "In behandeling", date(2026, 3, 5)),
        CaseStep(3, "Besluit", None),
    )
    assert permit.named == (
        NamedParty(2, CaseRole.APPLICANT, bsn="999990019"),
        NamedParty(3, CaseRole.INTERESTED, kvk_number="90000011"),
    )
    assert (passport.case.result, passport.case.ended_on) == ("Verstrekt", date(2026, 3, 3))
    assert passport.named[0].role is CaseRole.APPLICANT


@pytest.mark.parametrize(
    ("row", "reason", "name"),
    [
        ("Z2;Kap;;;;;;", "required", "started_on"),
        ("Z2;;2026-03-02;;;;;", "required", "type"),
        (";Kap;2026-03-02;;;;;", "required", "reference"),
        ("Z2;Kap;2 maart;;;;;", "day_characters", "started_on"),
        ("Z2;Kap;2026-02-30;;;;;", "day_range", "started_on"),
        ("Z2;Kap;2026-03-02;2026-03-01;;;;", "ends_before_start", "ended_on"),
        ("Z2;Kap;2026-03-02;;Ontvangen=ooit;;;", "day_characters", "steps"),
        ("Z2;Kap;2026-03-02;;=2026-03-02;;;", "step", "steps"),
        ("Z2;Kap;2026-03-02;;;999990018;;", "bsn_checksum", "bsn"),
        ("Z2;Kap;2026-03-02;;;999990019;90000011;", "one_party", "kvk_number"),
        ("Z2;Kap;2026-03-02;;;999990019;;buurman", "choice", "role"),
        ("Z1;Kap;2026-03-02;;;;;", "case_twice", "reference"),
        ("Z1;Bouw;;;;999990019;;", "case_differs", "type"),
    ],
)
def test_a_bad_row_of_cases_is_named(written, row, reason, name):
    header = "reference;type;started_on;ended_on;steps;bsn;kvk_number;role"
    file = written(f"{header}\nZ1;Kap;2026-03-02;;;;;\n{row}\n")
    assert refusal(read_cases, file) == (3, reason, name)


GOOD = (
    "2026-03-02",
    "999990019",
    "90000044",
    "000012345678",
    "ja",
    "person",
    "aanvrager",
    "http://x/p",
    "Ontvangen=02-03-2026|Besluit",
)
ODD = ("", "31-02-2026", "999990018", "12", "-1", "٣", "javascript:x", "=|=", "\u202e", "x" * 400)
CELLS = st.sampled_from((*GOOD, *ODD)) | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
READERS = {
    case_file: read_cases,
    colleague_file: read_colleagues,
    product_file: lambda file: read_products(file, Tally()),
    organisation_file: lambda file: read_organisations(file, Tally()),
}


@pytest.mark.parametrize("module", READERS)
@given(data=st.data())
def test_any_row_is_read_or_refused_in_words(tmp_path_factory, module, data):
    columns = [column for column in module.COLUMNS if column.needed or data.draw(st.booleans())]
    rows = data.draw(st.lists(st.lists(CELLS, min_size=len(columns), max_size=len(columns)), max_size=4))
    file = tmp_path_factory.getbasetemp() / "any.csv"
    with file.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened, delimiter=";").writerows([[column.name for column in columns], *rows])
    with contextlib.suppress(BadFile):
        assert len(READERS[module](file)) <= max(len(rows), 2)


ANYTHING = st.sampled_from(
    [None, True, -1, 10**20, 1.5, "", "x" * 400, "\x00", "\ud800", "٣", [], [[]], {}, [{}], "O", "2"]
)


@pytest.mark.parametrize(
    ("example", "read"), [("persons", read_persons), ("organisations", lambda file: read_organisations(file, Tally()))]
)
@given(data=st.data())
def test_any_field_of_any_kind_is_read_or_refused_in_words(tmp_path_factory, example, read, data):
    records = json.loads((EXAMPLES / f"{example}.json").read_text(encoding="utf-8"))
    for _change in range(data.draw(st.integers(1, 3))):
        spot = data.draw(st.sampled_from(records)) if records else {}
        while isinstance(spot, dict) and spot:
            name = data.draw(st.sampled_from(sorted(spot)))
            inner = spot[name][0] if isinstance(spot[name], list) and spot[name] else spot[name]
            if not isinstance(inner, dict) or data.draw(st.booleans()):
                spot[name] = data.draw(ANYTHING)
                break
            spot = inner
    file = tmp_path_factory.getbasetemp() / "any.json"
    file.write_text(json.dumps(records), encoding="utf-8")
    with contextlib.suppress(BadFile):
        read(file)


def test_a_large_file_of_records_is_read(tmp_path):
    file = tmp_path / "large.json"
    padding = "x" * 1000
    records = (
        f'{{"aNummer": "{10**9 + n}", "naam": {{"geslachtsnaam": "Vries"}}, "nationaliteiten": ["{padding}"]}}'
        for n in range(50_000)
    )
    file.write_text(f"[{','.join(records)}]", encoding="utf-8")  # 54 MB
    assert len(read_persons(file)) == 50_000
