"""What arrives by itself comes in once, on the timeline of whom it is of or on nobody's, and in the right queue."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, insert, select, update

from kcc_desktop.data.arrivals import ArrivalRow, AttachmentContentRow, AttachmentRow
from kcc_desktop.data.audit import AuditLineRow
from kcc_desktop.data.contacts import ContactRow, ConversationRow, ProductRow, TimelineEntryRow
from kcc_desktop.data.parties import DigitalAddressRow, OrganisationRow, PartyRow, PersonRow
from kcc_desktop.data.work import QueueRow, TaskRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.contact_commands import CorrectContact
from kcc_desktop.domain.contacts import ContactKind, IdentityLevel
from kcc_desktop.domain.errors import InvalidValue, NotAllowed, NotFound
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.incoming import (
    AttachmentRules,
    GivenAttachment,
    IncomingConversation,
    LeftOut,
    OtherContent,
    Sender,
    VerifiedIdentity,
)
from kcc_desktop.domain.names import PersonName
from kcc_desktop.domain.party_commands import RegisterPerson
from kcc_desktop.domain.timeline import EntryKind
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.incoming import IncomingService
from kcc_desktop.services.parties import PartyService
from kcc_desktop.services.work import WorkService
from tests.services.office import make_case, make_product, restrict, roles, to_another_cluster, told

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
PDF = GivenAttachment("brief.pdf", "application/pdf", b"%PDF-1.7 ...")


@pytest.fixture
def service(database):
    return IncomingService(database)


def form(**changes):
    sender = Sender(**{name: changes.pop(name) for name in tuple(changes) if name in Sender.__slots__})
    made = IncomingConversation("website", "F-1", "e-form", MONDAY, sender, "Ik ben verhuisd.", "Verhuizing doorgeven")
    return replace(made, **changes)


def resident(database, *addresses):
    party = new_id()
    email = next((address for address in addresses if "@" in address), "")
    phone = next((address for address in addresses if "@" not in address), "")
    PartyService(database).register_person(
        RegisterPerson(party, PersonName(surname="Moulin"), phone=phone, email=email)
    )
    return party


def count(database, row, *where):
    return database.unguarded_read(lambda c: c.scalar(select(func.count()).select_from(row).where(*where)))


def arrival_of(database, received):
    """As whoever opens its item sees it."""
    contact = WorkService(database).open(received.task_id).task.contact_id
    return IncomingService(database).arrival(contact)


def on_timeline(database, party):
    statement = select(TimelineEntryRow.kind).where(TimelineEntryRow.party_id == party)
    return sorted(database.unguarded_read(lambda c: c.scalars(statement).all()))


def queue(database, code, **values):
    row = {"code": code, "name": code, "norm_value": 4, "norm_unit": "hours", **values}
    database.unguarded_write(lambda c: c.execute(insert(QueueRow).values(**row)))
    return code


def test_a_form_becomes_a_contact_on_a_timeline_and_an_item_in_a_queue(database, service):
    party = resident(database, "0612345678", "ine@voorbeeld.nl")
    received = service.receive(form(name="Ine Moulin", phone="06-12345678", email="Ine@Voorbeeld.nl"))
    assert (received.party_id, received.matches, received.is_new) == (party, 1, True)
    assert on_timeline(database, party) == [EntryKind.CONTACT, EntryKind.TASK]
    detail = WorkService(database).open(received.task_id)
    assert detail.item.queue_code == "general"
    assert detail.item.channel_code == "e-form"
    assert detail.item.created_at == MONDAY
    assert detail.item.task.due_at == datetime(2026, 3, 4, 16, 0, tzinfo=UTC)  # two working days, until five here
    assert detail.item.task.title == "Verhuizing doorgeven"
    arrival = arrival_of(database, received)
    assert (arrival.source, arrival.name, arrival.phone) == ("website", "Ine Moulin", "06-12345678")
    assert arrival.identity is IdentityLevel.NOT_ESTABLISHED  # a number is no proof
    assert arrival.candidates == ()
    opened = ContactService(database).open(detail.task.contact_id)
    assert opened.summary == "Verhuizing doorgeven\n\nIk ben verhuisd."
    assert opened.language == "nld"
    assert {("party", party), ("task", received.task_id)} <= told(database)


def test_it_comes_in_once_and_other_content_under_its_id_is_refused(database, service):
    first = service.receive(form(attachments=(PDF,)))
    again = service.receive(form(attachments=(PDF,)))
    assert (again.is_new, again.reference, again.task_id) == (False, first.reference, first.task_id)
    same_moment = service.receive(form(attachments=(PDF,), arrived_at=MONDAY.astimezone()))
    assert not same_moment.is_new
    for other in (
        form(text="Iets anders", attachments=(PDF,)),
        form(),
        form(attachments=(replace(PDF, content=b"%PDF-2"),)),
        form(name="Iemand anders", attachments=(PDF,)),
    ):
        with pytest.raises(OtherContent):
            service.receive(other)
    assert [count(database, row) for row in (ConversationRow, ContactRow, TaskRow, ArrivalRow, AttachmentRow)] == [
        1
    ] * 5
    assert service.receive(form(source="app")).is_new  # another source counts for itself


def test_who_knows_it_already_hears_so_also_when_it_is_not_theirs_to_see(database, service):
    first = service.receive(form())
    make_confidential(database)
    to_another_cluster(database)
    again = service.receive(form())
    assert (again.is_new, again.reference) == (False, first.reference)


def make_confidential(database):
    contact = database.unguarded_read(lambda c: c.scalar(select(ContactRow.id)))
    ContactService(database).correct(
        CorrectContact(contact, 1, "gevoelig", ContactKind.QUESTION, "task", "Gevoelig", "", None, True)
    )


def test_two_with_one_number_are_shown_and_nobody_is_chosen(database, service):
    one, two = resident(database, "0612345678"), resident(database, "0612345678", "ine@voorbeeld.nl")
    received = service.receive(form(phone="0612345678"))
    assert (received.party_id, received.matches) == (None, 2)
    assert on_timeline(database, one) == on_timeline(database, two) == []
    arrival = arrival_of(database, received)
    assert {party.id for party in arrival.candidates} == {one, two}
    both = service.receive(form(outside_id="F-2", phone="0612345678", email="ine@voorbeeld.nl"))
    assert both.party_id == two  # the only one of whom both are


def test_details_of_two_people_are_of_neither(database, service):
    one, two = resident(database, "0612345678"), resident(database, "ine@voorbeeld.nl")
    received = service.receive(form(phone="0612345678", email="ine@voorbeeld.nl"))
    assert (received.party_id, received.matches) == (None, 2)
    assert {p.id for p in arrival_of(database, received).candidates} == {one, two}


def test_nobody_known_is_on_nobodys_timeline(database, service):
    for number, sender in enumerate((Sender(), Sender("<b>X</b>", "geen nummer", "geen adres", "'; DROP TABLE"))):
        received = service.receive(replace(form(outside_id=str(number)), sender=sender))
        assert (received.party_id, received.matches) == (None, 0)
        assert arrival_of(database, received).candidates == ()
    assert count(database, TimelineEntryRow) == 0


def test_a_reference_names_whose_case_or_task_it_is(database, service):
    party = resident(database, "0612345678")
    make_case(database, party)
    assert service.receive(form(reference="z2026-000117")).party_id == party
    task = service.receive(form(outside_id="F-2", phone="0612345678"))
    assert service.receive(form(outside_id="F-3", reference=task.reference)).party_id == party


def test_only_who_logged_in_is_established(database, service):
    party, other = resident(database), resident(database, "0612345678")
    company = resident(database)
    database.unguarded_write(
        lambda c: c.execute(update(PersonRow).where(PersonRow.party_id == party).values(bsn="999993653"))
    )
    verified = VerifiedIdentity(IdentityLevel.DIGID, bsn="999993653")
    received = service.receive(form(verified=verified, phone="0612345678"))  # somebody else's number says nothing now
    assert received.party_id == party
    arrival = arrival_of(database, received)
    assert arrival.identity is IdentityLevel.DIGID
    unknown = VerifiedIdentity(IdentityLevel.DIGID, bsn="999990019")
    received = service.receive(form(outside_id="F-2", verified=unknown, phone="0612345678"))
    assert (received.party_id, received.matches) == (None, 0)
    assert [p.id for p in arrival_of(database, received).candidates] == [other]
    for wrong in (
        VerifiedIdentity(IdentityLevel.DOCUMENT_SEEN, bsn="999993653"),
        VerifiedIdentity(IdentityLevel.DIGID),
        VerifiedIdentity(IdentityLevel.EHERKENNING, bsn="999993653"),
    ):
        with pytest.raises(InvalidValue, match="verified"):
            service.receive(form(outside_id="F-3", verified=wrong))
    assert company not in {received.party_id}


def test_a_company_gets_what_is_its_own(database, service):
    party = new_id()

    def put(connection):
        connection.execute(insert(PartyRow).values(id=party, kind="organisation", title="Bakker", sort_key="bakker"))
        connection.execute(insert(OrganisationRow).values(party_id=party, name="Bakker", kvk_number="90001234"))
        connection.execute(
            insert(DigitalAddressRow).values(
                id=new_id(),
                party_id=party,
                kind="email",
                value="info@bakker.nl",
                label="",
                is_preferred=False,
                version=1,
            )
        )

    database.unguarded_write(put)
    assert service.receive(form(email="INFO@bakker.nl")).party_id == party
    verified = VerifiedIdentity(IdentityLevel.EHERKENNING, kvk_number="90001234")
    assert service.receive(form(outside_id="F-2", verified=verified)).party_id == party


def test_who_died_is_a_candidate_and_no_more(database, service):
    party = resident(database, "0612345678")
    database.unguarded_write(
        lambda c: c.execute(update(PersonRow).where(PersonRow.party_id == party).values(is_deceased=True))
    )
    received = service.receive(form(phone="0612345678"))
    assert (received.party_id, received.matches) == (None, 1)
    assert [p.id for p in arrival_of(database, received).candidates] == [party]


def test_the_number_of_who_is_covered_is_not_shown(database, service):
    party = resident(database, "0612345678")
    restrict(database, party)
    received = service.receive(form(phone="0612345678", email="x@voorbeeld.nl"))
    arrival = arrival_of(database, received)
    assert (received.party_id, arrival.phone, arrival.email) == (party, "", "")


def test_product_and_language_say_which_queue(database, service):
    queue(database, "burgerzaken")
    queue(database, "engels", languages="eng deu", position=2)
    queue(database, "oud", languages="fra", is_in_use=False)
    product = make_product(database, "Verhuizing", queue_code="burgerzaken", upl_uri="http://upl/verhuizing")
    wanted = {
        "1": ({"product": " verhuizing"}, "burgerzaken", product),
        "2": ({"product": "http://upl/verhuizing"}, "burgerzaken", product),
        "3": ({"product": "Verhuizing", "language": "eng"}, "engels", product),
        "4": ({"product": "Onbekend"}, "general", None),
        "5": ({"language": "fra"}, "general", None),
        "6": ({}, "general", None),
    }
    for outside_id, (changes, code, of_product) in wanted.items():
        detail = WorkService(database).open(service.receive(form(outside_id=outside_id, **changes)).task_id)
        assert (detail.item.queue_code, detail.product_id) == (code, of_product), outside_id
    four_hours = WorkService(database).open(form(outside_id="3").task_id).item.task.due_at
    assert four_hours == MONDAY + timedelta(hours=4)


def test_files_are_listed_and_kept_within_the_rules(database):
    service = IncomingService(database, rules=AttachmentRules(2000, frozenset({"pdf", "txt"})))
    given = (
        PDF,
        GivenAttachment("../../geheim/foto\u202egpj.exe", "image/jpeg", b"MZ"),
        GivenAttachment("groot.txt", "text/plain; charset=utf-8", b"x" * 2001),
        GivenAttachment("nep.pdf", "application/pdf", b"MZ\x90"),
        GivenAttachment("zonder", "", b"x"),
        GivenAttachment("con.txt", "<script>", b"x"),
    )
    received = service.receive(form(attachments=given))
    listed = arrival_of(database, received).attachments
    assert [(one.name, one.media_type, one.size, one.left_out) for one in listed] == [
        ("brief.pdf", "application/pdf", len(PDF.content), None),
        ("_.._geheim_foto_gpj.exe", "image/jpeg", 2, LeftOut.KIND),
        ("groot.txt", "text/plain", 2001, LeftOut.TOO_BIG),
        ("nep.pdf", "application/pdf", 3, LeftOut.KIND),
        ("zonder", "application/octet-stream", 1, LeftOut.KIND),
        ("_con.txt", "application/octet-stream", 1, None),
    ]
    assert count(database, AttachmentContentRow) == 2
    assert service.attachment(listed[0].id).content == PDF.content
    with pytest.raises(NotFound):
        service.attachment(listed[1].id)
    opened = select(AuditLineRow.result).where(AuditLineRow.object_kind == "attachment").order_by(AuditLineRow.number)
    assert database.unguarded_read(lambda c: c.scalars(opened).all()) == ["done", "refused"]


def test_a_file_is_as_confidential_as_what_it_came_with(database, service):
    received = service.receive(form(attachments=(PDF,)))
    attachment = arrival_of(database, received).attachments[0].id
    make_confidential(database)
    assert service.attachment(attachment).name == "brief.pdf"
    to_another_cluster(database)
    with pytest.raises(NotFound):
        service.attachment(attachment)
    roles(database, Role.ADMINISTRATOR)
    with pytest.raises(NotAllowed):
        service.attachment(attachment)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"source": "Mijn Site"}, "source"),
        ({"source": ""}, "source"),
        ({"outside_id": " \n"}, "outside_id"),
        ({"outside_id": "x" * 201}, "outside_id"),
        ({"channel_code": "fax"}, "channel"),
        ({"arrived_at": MONDAY.replace(tzinfo=None)}, "arrived_at"),
        ({"arrived_at": datetime(2999, 1, 1, tzinfo=UTC)}, "arrived_at"),
        ({"text": " \x00", "subject": ""}, "text"),
        ({"text": "x" * 20_001}, "text"),
        ({"subject": "x" * 201}, "subject"),
        ({"language": "NL"}, "language"),
        ({"attachments": (PDF,) * 21}, "attachments"),
    ],
)
def test_what_cannot_be_is_refused_by_its_field(database, service, changes, field):
    with pytest.raises(InvalidValue) as refused:
        service.receive(form(**changes))
    assert refused.value.field == field
    assert count(database, ConversationRow) == 0


def test_who_may_not_record_contacts_receives_nothing(database, service):
    roles(database, Role.ADMINISTRATOR, Role.EDITOR)
    with pytest.raises(NotAllowed):
        service.receive(form())
    assert count(database, ConversationRow) == count(database, ProductRow) == 0
