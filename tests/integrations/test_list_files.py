"""Products, colleagues and cases: each example is read whole, and what is wrong in a row is named."""

from datetime import date

import pytest

from kcc_desktop.domain.cases import CaseRole, CaseStep
from kcc_desktop.domain.imports import NamedParty, Tally
from kcc_desktop.domain.work import ColleagueKind
from kcc_desktop.integrations.case_file import read_cases
from kcc_desktop.integrations.colleague_file import read_colleagues
from kcc_desktop.integrations.product_file import read_products
from tests.integrations.importing import EXAMPLES, refusal


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
