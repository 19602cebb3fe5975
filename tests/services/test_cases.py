from datetime import date

import pytest
from sqlalchemy import select

from kcc_desktop.data.audit import AuditLineRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.cases import CaseRole, CaseStep
from kcc_desktop.domain.errors import NotAllowed, NotFound
from kcc_desktop.domain.identity import new_id
from kcc_desktop.services.cases import CaseService
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.timeline import TimelineService
from tests.services.conversations import conversation, make_party, question
from tests.services.office import make_case, roles


@pytest.fixture
def service(database):
    return CaseService(database)


@pytest.fixture
def party_id(database):
    return make_party(database)


def test_open_cases_stand_first_and_the_nearest_decision_before_them_all(database, service, party_id):
    make_case(database, party_id, reference="Z1", ended_on=date(2026, 3, 3))
    make_case(database, party_id, reference="Z2", decide_by=None)
    make_case(database, party_id, reference="Z3", decide_by=date(2026, 5, 1))
    make_case(database, party_id, reference="Z4", decide_by=date(2026, 4, 1))
    make_case(database, party_id, reference="Z5", ended_on=date(2026, 3, 4))
    make_case(database, make_party(database), reference="Z6")
    assert [case.reference for case in service.of_party(party_id)] == ["Z4", "Z3", "Z2", "Z5", "Z1"]


def test_a_case_has_its_steps_done_and_to_come(database, service, party_id):
    detail = service.open(make_case(database, party_id))
    assert (detail.summary.handler, detail.summary.decide_by, detail.department) == (
        "Jan Smit",
        date(2026, 4, 27),
        "Vergunningen",
    )
    assert detail.steps == (CaseStep(1, "Ontvangen", date(2026, 3, 2)), CaseStep(2, "In behandeling", None))
    assert [(part.party_id, part.name, part.role) for part in detail.parties] == [
        (party_id, "Fatima de Vries", CaseRole.APPLICANT)
    ]
    assert detail.summary.is_late_on(date(2026, 4, 28))
    assert not detail.summary.is_late_on(date(2026, 4, 27))


def test_opening_a_case_is_audited(database, service, party_id):
    case_id = make_case(database, party_id)
    service.open(case_id)
    actions = database.unguarded_read(
        lambda c: list(c.scalars(select(AuditLineRow.action).where(AuditLineRow.object_id == case_id)))
    )
    assert actions == ["open"]


@pytest.mark.parametrize("text", ["Z2026-000117", " z2026-000117 "])
def test_a_case_is_found_by_its_reference(database, service, party_id, text):
    case_id = make_case(database, party_id)
    assert service.find(text).id == case_id


@pytest.mark.parametrize("text", ["", "Z2026", "Z2026-000118"])
def test_part_of_a_reference_is_no_reference(database, service, party_id, text):
    make_case(database, party_id)
    assert service.find(text) is None


def test_a_contact_names_the_case_it_is_about(database, service, party_id):
    case_id = make_case(database, party_id)
    contacts = ContactService(database)
    recorded = contacts.record(conversation(question(party_id, case_ids=(case_id, case_id))))
    assert contacts.open(recorded.contact_ids[0]).case_references == ("Z2026-000117",)
    assert TimelineService(database).counts(party_id).by_kind == (("case", 1), ("contact", 1))


def test_who_reads_no_contacts_reads_no_cases(database, service, party_id):
    case_id = make_case(database, party_id)
    roles(database, Role.ADMINISTRATOR)
    for ask in (lambda: service.open(case_id), lambda: service.of_party(party_id), lambda: service.find("Z1")):
        with pytest.raises(NotAllowed):
            ask()


def test_a_case_that_is_not_there(service):
    with pytest.raises(NotFound):
        service.open(new_id())
