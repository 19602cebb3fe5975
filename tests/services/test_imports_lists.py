"""Products, colleagues and cases: once by their key, doubts named, a municipality's own words kept."""

import pytest
from sqlalchemy import insert, select

from kcc_desktop.data.agents import AgentRoleRow
from kcc_desktop.data.cases import CasePartyRow, CaseRow, CaseStepRow
from kcc_desktop.data.contacts import ProductRow
from kcc_desktop.data.parties import OrganisationRow, PersonRow
from kcc_desktop.data.work import ColleagueRow
from kcc_desktop.domain.errors import NotAllowed
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.imports import BadFile, Doubt, Unit
from kcc_desktop.domain.names import PersonName
from kcc_desktop.domain.party_commands import RegisterPerson
from kcc_desktop.services.imports import ImportService
from kcc_desktop.services.parties import PartyService
from tests.integrations.importing import EXAMPLES
from tests.services.importing import counts, make_administrator, reasons, rows

UPL = "upl_naam,uri,burger\npaspoort,http://standaarden.overheid.nl/owms/terms/paspoort,X\nkap,http://x/kap,X\n"
NAMES = (ProductRow.name, ProductRow.upl_name, ProductRow.owner)


@pytest.fixture
def service(database):
    make_administrator(database)
    return ImportService(database)


@pytest.fixture
def written(tmp_path):
    def write(text):
        file = tmp_path / "list.csv"
        file.write_text(text, encoding="utf-8")
        return file

    return write


def test_the_upl_comes_in_once(service, database, test_data):
    file = test_data / "upl-gemeente-2023-10-04.csv"
    report = service.products(file)
    assert (counts(report), report.unit, reasons(report)) == ((469, 0, 0), Unit.LINE, [("upl_no_name_yet", (2,))])
    assert counts(service.products(file)) == (0, 0, 469)


def test_own_words_stay_when_the_upl_is_read_again(service, database, written):
    service.products(written(UPL))
    report = service.products(EXAMPLES / "products.csv")
    assert counts(report) == (1, 1, 0)
    own = [("Grofvuil laten ophalen", "", "Afval"), ("Paspoort aanvragen", "paspoort", "Burgerzaken")]
    assert rows(database, *NAMES) == [*own, ("kap", "kap", "")]
    assert counts(service.products(written(UPL))) == (0, 0, 2)
    assert rows(database, *NAMES) == [*own, ("kap", "kap", "")]
    assert counts(service.products(EXAMPLES / "products.csv")) == (0, 0, 2)


def test_a_new_name_in_the_upl_is_taken_over_where_nobody_chose_another(service, database, written):
    service.products(written(UPL))
    service.products(EXAMPLES / "products.csv")
    renamed = UPL.replace("\npaspoort,", "\nreisdocument,").replace("\nkap,", "\nbomen,")
    assert counts(service.products(written(renamed))) == (0, 2, 0)
    assert [name for name, _upl, _owner in rows(database, *NAMES)] == [
        "Grofvuil laten ophalen",
        "Paspoort aanvragen",
        "bomen",
    ]


def test_own_products_before_the_upl_are_one_with_it(service, database, written):
    service.products(written("naam;eigenaar\nKap;Groen\n"))
    service.products(written("naam;upl_uri\nkap;http://x/kap\n"))
    assert counts(service.products(written(UPL))) == (1, 1, 0)
    assert rows(database, *NAMES) == [("kap", "kap", "Groen"), ("paspoort", "paspoort", "")]


def test_a_column_that_is_not_there_changes_nothing_and_an_empty_cell_does(service, database, written):
    service.products(EXAMPLES / "products.csv")
    assert counts(service.products(written("naam\nGrofvuil laten ophalen\n"))) == (0, 0, 1)
    assert counts(service.products(written("naam;eigenaar\nGrofvuil laten ophalen;\n"))) == (0, 1, 0)
    assert rows(database, ProductRow.name, ProductRow.owner)[0] == ("Grofvuil laten ophalen", "")


def test_a_name_that_several_products_have_is_listed(service, database, written):
    service.products(written("naam;upl_uri\nKap;http://x/1\nKap;http://x/2\n"))
    report = service.products(written("naam;eigenaar\nkap;Groen\n"))
    assert (counts(report), reasons(report)[0]) == ((0, 0, 0), ("product_name_twice", (2,)))


def test_two_lines_that_are_one_product_here_are_refused(service, database, written):
    service.products(written("naam;upl_uri\nKap;http://x/1\n"))
    with pytest.raises(BadFile) as refused:
        service.products(written("naam;upl_uri\nBomen;http://x/1\nkap;\n"))
    assert (refused.value.line, refused.value.reason) == (3, "product_twice")
    assert rows(database, ProductRow.name) == [("Kap",)]


def test_an_owner_that_is_no_department_is_named(service, database, written):
    assert Doubt("owner_unknown", (4,), "Afval") in service.products(EXAMPLES / "products.csv").doubts
    report = service.colleagues(EXAMPLES / "colleagues.csv")
    assert report.doubts == (Doubt("owner_unknown", (), "Afval"),)
    assert service.colleagues(written("key;kind;name\nafd-afval;afdeling;afval\n")).doubts == ()
    assert service.products(EXAMPLES / "products.csv").doubts == ()


def test_colleagues_come_in_once_and_keep_their_id(service, database, written):
    assert counts(service.colleagues(EXAMPLES / "colleagues.csv")) == (3, 0, 0)
    assert counts(service.colleagues(EXAMPLES / "colleagues.csv")) == (0, 0, 3)
    before = rows(database, ColleagueRow.source_key, ColleagueRow.id)
    text = (EXAMPLES / "colleagues.csv").read_text(encoding="utf-8").replace("4517", "4518")
    assert counts(service.colleagues(written(text))) == (0, 1, 2)
    assert rows(database, ColleagueRow.source_key, ColleagueRow.id) == before
    assert ("mw-17", "4518") in rows(database, ColleagueRow.source_key, ColleagueRow.phone)


def parts(database):
    """(reference, role, whose) of everybody who has a part in a case."""
    statement = (
        select(CaseRow.reference, CasePartyRow.role, PersonRow.surname, OrganisationRow.name)
        .join(CasePartyRow, CasePartyRow.case_id == CaseRow.id)
        .outerjoin(PersonRow, PersonRow.party_id == CasePartyRow.party_id)
        .outerjoin(OrganisationRow, OrganisationRow.party_id == CasePartyRow.party_id)
    )
    found = database.unguarded_read(lambda c: c.execute(statement).all())
    return sorted((row.reference, row.role, row.surname or row.name) for row in found)


def test_cases_come_in_once_with_their_people(service, database):
    service.persons(EXAMPLES / "persons.json")
    service.organisations(EXAMPLES / "organisations.json")
    report = service.cases(EXAMPLES / "cases.csv")
    assert (counts(report), report.doubts, report.unit) == ((2, 0, 0), (), Unit.LINE)
    assert parts(database) == [
        ("Z2026-000117", "applicant", "Vries"),
        ("Z2026-000117", "interested", "Bakkerij Het Nagelerkruis"),
        ("Z2026-000118", "applicant", "Bakker"),
    ]
    assert len(rows(database, CaseStepRow.name)) == 3
    assert counts(service.cases(EXAMPLES / "cases.csv")) == (0, 0, 2)


def test_a_changed_case_is_changed(service, database, written):
    text = "reference;type;started_on;status\nZ1;Kap;2026-03-02;Ontvangen\n"
    service.cases(written(text))
    assert counts(service.cases(written(text.replace("Ontvangen", "Besluit")))) == (0, 1, 0)
    assert rows(database, CaseRow.reference, CaseRow.status) == [("Z1", "Besluit")]


def test_a_number_of_nobody_or_of_two_is_named_and_the_case_comes_in(service, database, written):
    parties = PartyService(database)
    for surname in ("Bakker", "Smit"):
        parties.register_person(RegisterPerson(new_id(), PersonName(surname=surname), bsn="999990019"))
    service.persons(EXAMPLES / "persons.json")
    text = "reference;type;started_on;bsn;a_number;kvk_number;branch_number\n"
    text += "Z1;Kap;2026-03-02;999990019;;;\nZ2;Kap;2026-03-02;999990056;;;\nZ3;Kap;2026-03-02;999990019;1000000012;;\n"
    text += "Z4;Kap;2026-03-02;;;90000011;\nZ5;Kap;2026-03-02;999990020;;;\nZ6;Kap;2026-03-02;;;;\n"
    report = service.cases(written(text))
    assert counts(report) == (6, 0, 0)
    assert reasons(report) == [("party_twice", (2,)), ("party_unknown", (3, 5))]
    assert parts(database) == [("Z3", "applicant", "Vries"), ("Z5", "applicant", "Bakker")]


@pytest.mark.parametrize(
    ("numbers", "whose"),
    [
        ("90000011;", "Bakkerij Het Nagelerkruis"),
        ("90000011;000012345678", "Bakkerij Het Nagelerkruis"),
        ("90000011;000012345690", "Koffie aan de Ring"),
        (";000012345690", "Koffie aan de Ring"),
        ("90000033;000012345690", None),
    ],
)
def test_a_company_is_found_by_its_number_and_a_branch_by_its_own(service, database, written, numbers, whose):
    service.organisations(EXAMPLES / "organisations.json")
    text = f"reference;type;started_on;kvk_number;branch_number\nZ1;Kap;2026-03-02;{numbers}\n"
    report = service.cases(written(text))
    assert parts(database) == ([("Z1", "applicant", whose)] if whose else [])
    assert reasons(report) == ([] if whose else [("party_unknown", (2,))])


@pytest.mark.parametrize(
    "text",
    ["=cmd|' /C calc'!A0", "<b>vet</b>", "'; DROP TABLE case_file; --", "👩‍👧 Zoë \u202etxt", "שלום", 'een ""citaat""'],
)
def test_what_looks_like_something_else_is_kept_as_text(service, database, written, text):
    file = written(f'reference;type;started_on;description\nZ1;"{text}";2026-03-02;"{text}"\n')
    service.cases(file)
    said = text.replace('""', '"')
    assert rows(database, CaseRow.case_type, CaseRow.description) == [(said, said)]
    assert counts(service.cases(file)) == (0, 0, 1)


@pytest.mark.parametrize("kind", ["products", "colleagues", "cases"])
def test_a_bad_last_line_leaves_everything_as_it_was(service, database, written, kind):
    example = (EXAMPLES / f"{kind}.csv").read_text(encoding="utf-8")
    with pytest.raises(BadFile, match="ragged"):
        getattr(service, kind)(written(example + "x\n"))
    tables = (ProductRow.id, ColleagueRow.id, CaseRow.id)
    assert [rows(database, column) for column in tables] == [[], [], []]


def test_an_editor_imports_products_and_nothing_else(database, test_data):
    agent = database.read(lambda look: look.agent.id)
    database.unguarded_write(lambda c: c.execute(insert(AgentRoleRow).values(agent_id=agent, role="editor")))
    service = ImportService(database)
    assert service.products(EXAMPLES / "products.csv").added == 2
    for kind in ("cases", "colleagues", "organisations"):
        with pytest.raises(NotAllowed):
            getattr(service, kind)(EXAMPLES / f"{kind}.csv")
