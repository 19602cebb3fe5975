from dataclasses import replace

import pytest
from sqlalchemy import select

from kcc_desktop.data.audit import AuditLineRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.contact_commands import CorrectContact
from kcc_desktop.domain.contacts import ContactKind, MunicipalRole, TaskWish
from kcc_desktop.domain.errors import NotAllowed, NotFound
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.names import PersonName
from kcc_desktop.domain.party_commands import RegisterPerson
from kcc_desktop.domain.work import TaskKind, TaskState
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.parties import PartyService
from kcc_desktop.services.tasks import TaskService
from tests.services.conversations import START, conversation, make_party, question
from tests.services.office import make_case, make_colleague, make_product, relate, restrict, roles, to_another_cluster


@pytest.fixture
def service(database):
    return TaskService(database)


def wish(**changes):
    values = {"owner_colleague_id": None, "explanation": "Belt terug\nover het dak", "phone": "0612345678"}
    return TaskWish(new_id(), TaskKind.CALLBACK, due_at=START, **(values | changes))


def test_a_task_with_all_that_was_promised(database, service):
    party = make_party(database)
    case_id, product = make_case(database, party), make_product(database, "Dakkapel")
    made = wish(owner_colleague_id=make_colleague(database, "Vergunningen"), product_id=product, case_ids=(case_id,))
    recorded = ContactService(database).record(conversation(question(party, tasks=(made,))))
    detail = service.open(made.id)
    (promise,) = recorded.promises
    assert replace(detail.summary, product_id=None) == promise  # who recorded it knows what it is about
    assert (promise.reference, promise.kind, promise.state) == (
        recorded.task_references[0],
        TaskKind.CALLBACK,
        TaskState.OPEN,
    )
    assert (promise.title, promise.owner, promise.due_at, promise.phone, promise.party_id) == (
        "Belt terug",
        "Vergunningen",
        START,
        "+31612345678",
        party,
    )
    assert (detail.explanation, detail.contact_id, detail.created_by, detail.closed_at) == (
        "Belt terug\nover het dak",
        recorded.contact_ids[0],
        "Noor Jansen",
        None,
    )
    assert (detail.product, detail.case_references) == ("Dakkapel", ("Z2026-000117",))


def test_opening_a_task_is_audited(database, service):
    made = wish()
    ContactService(database).record(conversation(question(None, tasks=(made,))))
    service.open(made.id)
    actions = database.unguarded_read(
        lambda c: list(c.scalars(select(AuditLineRow.action).where(AuditLineRow.object_id == made.id)))
    )
    assert actions == ["open"]


@pytest.mark.parametrize("who", ["oneself", "a parent"])
def test_a_task_does_not_give_a_covered_number_away(database, service, who):
    parties = PartyService(database)
    parent, party = (
        parties.register_person(RegisterPerson(new_id(), PersonName(n, "", "Vries"))) for n in ("Jan", "Eva")
    )
    relate(database, party, "parent", parent)
    made = wish()
    ContactService(database).record(conversation(question(party, tasks=(made,))))
    assert service.open(made.id).summary.phone == "+31612345678"
    restrict(database, party if who == "oneself" else parent)
    assert service.open(made.id).summary.phone == ""


def test_finding_a_task_leaves_no_line_and_tells_no_number(database, service):
    made = wish()
    recorded = ContactService(database).record(conversation(question(make_party(database), tasks=(made,))))
    found = service.find(recorded.task_references[0])
    assert (found.id, found.phone) == (made.id, "")


@pytest.mark.parametrize("is_anonymous", [False, True])
def test_the_task_of_a_hidden_contact_is_hidden(database, service, is_anonymous):
    party = None if is_anonymous else make_party(database)
    made = wish()
    hidden = question(party, municipal_role=MunicipalRole.ENFORCEMENT, tasks=(made,))
    ContactService(database).record(conversation(hidden))
    with pytest.raises(NotFound):
        service.open(made.id)
    roles(database, Role.TEAM_LEAD)
    assert service.open(made.id).summary.id == made.id


def test_a_task_follows_the_newest_version_of_its_contact(database, service):
    made = wish()
    contacts = ContactService(database)
    (contact_id,) = contacts.record(conversation(question(None, tasks=(made,)))).contact_ids
    contacts.correct(
        CorrectContact(contact_id, 1, "gevoelig", ContactKind.QUESTION, "answered", "", "", None, is_confidential=True)
    )
    assert service.open(made.id)
    to_another_cluster(database)
    with pytest.raises(NotFound):
        service.open(made.id)


def test_a_task_that_is_not_there_or_not_to_be_read(database, service):
    with pytest.raises(NotFound):
        service.open(new_id())
    roles(database, Role.ADMINISTRATOR)
    with pytest.raises(NotAllowed):
        service.open(new_id())
