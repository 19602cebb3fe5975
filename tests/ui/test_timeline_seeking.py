"""A case or promise that was chosen elsewhere opens in the timeline, wherever it stands."""

from datetime import date

import pytest

from kcc_desktop.data.case_writes import put_case
from kcc_desktop.domain.cases import CaseRole, ImportedCase, ImportedCaseParty
from kcc_desktop.domain.timeline import EntryKind
from tests.ui.timeline_desk import TimelineDesk


@pytest.fixture
def desk(database, qtbot, shown):
    made = TimelineDesk(database, qtbot)
    shown(made.column, 680, 760)
    made.settle()
    yield made
    made.close()


def make_case(database, party):
    case = ImportedCase(
        reference="Z-2020-1",
        case_type="Kapvergunning",
        started_on=date(2020, 2, 1),
        parties=(ImportedCaseParty(role=CaseRole.APPLICANT, party_id=party),),
    )
    database.write(lambda unit: put_case(unit, case))


def test_an_old_case_opens_behind_many_contacts(desk, database):
    party = desk.fatima
    desk.many(70)
    make_case(database, party)
    (case,) = desk.services.cases.of_party(party)
    desk.look_at(party)
    desk.column.open_entry(party, EntryKind.CASE, case.id)
    desk.settle()
    assert desk.column.opening.row.entry.id == case.id
    assert desk.column.chips.names() == ["Zaken"]


def test_what_is_not_there_ends_the_search(desk, database):
    party = desk.fatima
    desk.record("Paspoort kwijt")
    desk.look_at(party)
    desk.column.open_entry(party, EntryKind.CASE, party)
    desk.settle()
    assert desk.column.opening.row is None
    assert desk.column.chips.names() == []
