from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from kcc_desktop.data.audit import AuditLineRow
from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.contact_commands import MoveContact
from kcc_desktop.domain.contacts import Capacity, MunicipalRole, TaskWish
from kcc_desktop.domain.dates import PartialDate
from kcc_desktop.domain.errors import NotAllowed, NotFound
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.local_time import local_day
from kcc_desktop.domain.names import PersonName
from kcc_desktop.domain.parties import Branch, Relation, RepresentationGround
from kcc_desktop.domain.party_commands import (
    AddRepresentation,
    EndRepresentation,
    RefuseDisclosure,
    RegisterOrganisation,
    RegisterPerson,
)
from kcc_desktop.domain.timeline import EntryKind
from kcc_desktop.domain.work import TaskKind
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.parties import PartyService
from kcc_desktop.services.timeline import TimelineService
from tests.services.conversations import START, conversation, question
from tests.services.office import make_case, relate, restrict, roles

HOME = Address(street="Voorbeeldlaan", house_number=12, postcode="8302 ZZ", place="Emmeloord")
ELSEWHERE = Address(street="Anderelaan", house_number=3, postcode="8316 ZZ", place="Marknesse")


@pytest.fixture
def service(database):
    return PartyService(database)


def resident(service, given="Fatima", **changes):
    name = PersonName(given, "de", "Vries", gender="V")
    return service.register_person(RegisterPerson(new_id(), name, PartialDate(1987, 7, 12), **changes))


def company(service, name="Hoekstra", **changes):
    return service.register_organisation(RegisterOrganisation(new_id(), name, **changes))


def record(database, party_id, *tasks, **changes):
    ContactService(database).record(conversation(question(party_id, tasks=tasks), **changes))


def promise(**changes):
    return TaskWish(new_id(), TaskKind.CALLBACK, None, "Belt terug", "", START + timedelta(days=2), **changes)


def test_one_call_gives_all_that_the_screen_shows(database, service):
    party = resident(service, address=HOME, phone="0612345678")
    record(database, party, promise())
    make_case(database, party)
    service.refuse_disclosure(RefuseDisclosure(new_id(), party, None, "adres"))
    overview = service.overview(party)
    assert overview.card == service.open_card(party)
    assert overview.cases == service.open_cases(party)
    assert overview.promises == service.open_promises(party)
    timeline = TimelineService(database)
    assert (overview.counts, overview.first_page) == (timeline.counts(party), timeline.page(party))
    assert (len(overview.cases), len(overview.promises), overview.counts.total) == (1, 1, 4)
    assert {entry.kind for entry in overview.first_page.entries} == {
        EntryKind.CONTACT,
        EntryKind.TASK,
        EntryKind.CASE,
        EntryKind.DISCLOSURE_REFUSAL,
    }


def test_an_overview_opens_the_card_and_says_so(database, service):
    party = resident(service)
    service.overview(party)
    actions = database.unguarded_read(
        lambda c: list(c.scalars(select(AuditLineRow.action).where(AuditLineRow.object_id == party)))
    )
    assert sorted(actions) == ["open", "register"]
    with pytest.raises(NotFound):
        service.overview(new_id())
    roles(database, Role.ADMINISTRATOR)
    with pytest.raises(NotAllowed):
        service.overview(party)


def test_an_overview_shows_nothing_that_is_hidden(database, service):
    party = resident(service)
    hidden = question(party, municipal_role=MunicipalRole.ENFORCEMENT, tasks=(promise(),))
    ContactService(database).record(conversation(hidden))
    overview = service.overview(party)
    assert (overview.promises, overview.counts.total, overview.first_page.entries) == ((), 0, ())
    roles(database, Role.TEAM_LEAD)
    assert service.overview(party).counts.total == 2


def test_family_is_on_the_card_partner_first(database, service):
    party, child = resident(service), resident(service, "Youssef")
    relate(database, party, "child", child)
    relate(database, party, "partner", name="Jan Bakker", birth_date="19850000")
    relatives = service.open_card(party).person.relations
    assert [(one.relation, one.name, one.party_id, one.born) for one in relatives] == [
        (Relation.PARTNER, "Jan Bakker", None, PartialDate(1985, None, None)),
        (Relation.CHILD, "Youssef de Vries", child, PartialDate(1987, 7, 12)),
    ]


@pytest.mark.parametrize("is_named_by", ["the child", "the parent"])
def test_a_parents_restriction_covers_the_childs_card(database, service, is_named_by):
    parent, child = resident(service, address=HOME), resident(service, "Youssef", address=ELSEWHERE, phone="0612345678")
    if is_named_by == "the child":
        relate(database, child, "parent", parent)
    else:
        relate(database, parent, "child", child)
    assert service.open_card(child).addresses
    restrict(database, parent)
    card = service.open_card(child)
    assert (card.is_covered, card.addresses, card.digital_addresses) == (True, (), ())
    assert (card.warnings.disclosure_restricted, card.warnings.family_restricted) == (False, True)
    (line,) = service.search("youssef").parties
    assert (line.place, line.born) == ("", PartialDate(1987, 7, 12))
    if is_named_by == "the child":
        (relative,) = card.person.relations
        assert (relative.disclosure_restricted, relative.born) == (True, None)


@pytest.mark.parametrize("who", ["oneself", "a parent"])
def test_a_promise_does_not_give_a_covered_number_away(database, service, who):
    parent, party = resident(service, "Jan"), resident(service)
    relate(database, party, "parent", parent)
    record(database, party, replace(promise(), phone="0612345678"))
    assert service.overview(party).promises[0].phone == "+31612345678"
    restrict(database, party if who == "oneself" else parent)
    assert service.overview(party).promises[0].phone == ""
    assert service.open_promises(party)[0].phone == ""


def test_a_strangers_restriction_covers_nothing(database, service):
    stranger, party = resident(service, "Jan", address=HOME), resident(service, address=ELSEWHERE)
    restrict(database, stranger)
    assert service.open_card(party).addresses
    assert service.summary(party).place == "Marknesse"


def test_a_company_has_its_branches(service):
    main = company(service, kvk_number="90004471")
    branch = company(service, "Hoekstra Oost", kvk_number="90004471", branch_number="000012345678", address=HOME)
    company(service, "Anders", kvk_number="90004472")
    assert service.open_card(main).organisation.branches == (
        Branch(branch, "Hoekstra Oost", "000012345678", "Emmeloord"),
    )
    assert service.open_card(company(service, "Zonder nummer")).organisation.branches == ()


def mandate(service, representative, represented, ground=RepresentationGround.CONTACT_PERSON, **changes):
    command = AddRepresentation(new_id(), representative, represented, ground, **changes)
    service.add_representation(command)
    return command.id


def test_a_number_finds_the_company_through_its_contact_person(service):
    person, office = resident(service, phone="0612345678"), company(service)
    mandate(service, person, office)
    assert {(found.id, found.via) for found in service.with_number("0612345678")} == {
        (person, ""),
        (office, "Fatima de Vries"),
    }


def test_a_company_with_the_number_itself_needs_nobody(service):
    person, office = resident(service, phone="0612345678"), company(service, phone="0612345678")
    mandate(service, person, office)
    assert [found.via for found in service.with_number("0612345678")] == ["", ""]


def test_who_speaks_no_longer_for_a_company_does_not_find_it(database, service):
    person = resident(service, phone="0612345678")
    today = local_day(database.read(lambda look: look.now))
    day = timedelta(days=1)
    mandate(service, person, company(service, "Voorbij"), valid_until=today - day)
    mandate(service, person, company(service, "Nog niet"), valid_from=today + day)
    service.end_representation(EndRepresentation(mandate(service, person, company(service, "Beëindigd")), today))
    mandate(service, person, company(service, "Nu"), valid_from=today, valid_until=today)
    mandate(service, person, resident(service, "Oma"), RepresentationGround.WRITTEN_AUTHORISATION)
    assert {found.title for found in service.with_number("0612345678")} == {"Fatima de Vries", "Nu"}


def test_an_open_promise_stands_before_a_later_call(database, service):
    first, second, third = (resident(service, name, phone="0612345678") for name in ("Anna", "Bea", "Carla"))
    record(database, first, promise())
    record(database, second)
    record(database, third)
    assert [found.id for found in service.with_number("0612345678")] == [first, third, second]
    assert service.summary(first).open_promises == 1


def test_a_summary_of_somebody_who_is_not_there(service):
    with pytest.raises(NotFound):
        service.summary(new_id())


def test_who_never_called_does_not_stand_first(database, service):
    """A contact that stood on the wrong citizen takes the last contact along."""
    wrong, right = resident(service, "Anna"), resident(service, "Bea")
    contacts = ContactService(database)
    (contact_id,) = contacts.record(conversation(question(wrong))).contact_ids
    contacts.move(MoveContact(new_id(), contact_id, right, "verkeerde inwoner"))
    found = service.search("vries").parties
    assert [party.id for party in found] == [right, wrong]
    assert service.summary(wrong).last_contact_at is None
    assert service.summary(right).last_contact_at == START


def test_as_a_resident_and_for_a_company_are_two_timelines(database, service):
    person, office = resident(service), company(service)
    record(database, person)
    record(database, office, capacity=Capacity.FOR_ORGANISATION)
    timeline = TimelineService(database)
    for party, capacity in ((person, Capacity.RESIDENT), (office, Capacity.FOR_ORGANISATION)):
        (entry,) = timeline.page(party).entries
        assert ContactService(database).open(entry.id).capacity is capacity
