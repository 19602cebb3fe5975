import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import insert, select
from sqlalchemy.exc import DBAPIError

from kcc_desktop.data.audit import AuditLineRow
from kcc_desktop.data.database import Database
from kcc_desktop.data.disclosures import DisclosureRefusalRow, DisclosureRefusalTextRow, RefusalDestructionRow
from kcc_desktop.data.parties import ConsentRow, DigitalAddressRow, RepresentationEndRow
from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.errors import AlreadyDone, InvalidValue, NotAllowed, NotFound
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.local_time import local_day
from kcc_desktop.domain.names import PersonName
from kcc_desktop.domain.parties import DigitalAddressKind, MessageKind, RepresentationGround
from kcc_desktop.domain.party_commands import (
    AddDigitalAddress,
    AddRepresentation,
    AddressChanged,
    AddressKnown,
    ChangeDigitalAddress,
    ChangePreferences,
    ConsentNeeded,
    EndRepresentation,
    Heard,
    PreferencesChanged,
    RefuseDisclosure,
    RegisterOrganisation,
    RegisterPerson,
)
from kcc_desktop.domain.timeline import DISCLOSURE_REFUSED, EntryKind, TimelineFilter
from kcc_desktop.services.parties import PartyService
from kcc_desktop.services.timeline import TimelineService
from tests.conftest import TeamDatabase
from tests.services.office import roles, told

PHONE, EMAIL = DigitalAddressKind.PHONE, DigitalAddressKind.EMAIL


@pytest.fixture
def service(database):
    return PartyService(database)


def resident(service, given="Fatima", **changes):
    return service.register_person(RegisterPerson(new_id(), PersonName(given, "de", "Vries", gender="V"), **changes))


def number(service, party_id, value="0612345678", **changes):
    command = AddDigitalAddress(new_id(), party_id, PHONE, value, **changes)
    service.add_digital_address(command)
    return command.id


def change(address, value=None, **changes):
    """A change of what the card shows."""
    command = ChangeDigitalAddress(
        address.id, address.version, address.value, address.label, address.is_preferred, address.agreed_to
    )
    return replace(command, **({"value": value} if value else {}), **changes)


def shown(service, party_id):
    return service.open_card(party_id).digital_addresses


def actions(database, object_id):
    return database.unguarded_read(
        lambda c: list(c.scalars(select(AuditLineRow.action).where(AuditLineRow.object_id == object_id)))
    )


def test_a_label_and_a_preference_change_in_place(database, service):
    party = resident(service)
    number(service, party, is_preferred=True)
    other = number(service, party, "0527123456")
    address = next(address for address in shown(service, party) if address.id == other)
    service.change_digital_address(change(address, label=" werk ", is_preferred=True))
    first, second = shown(service, party)
    assert (first.id, first.label, first.is_preferred, first.version) == (other, "werk", True, 2)
    assert not second.is_preferred
    assert "change_digital_address" in actions(database, party)


def test_another_number_takes_the_place_of_the_old_one(database, service):
    party = resident(service)
    number(service, party, agreed_to=frozenset({MessageKind.REMINDER}))
    (address,) = shown(service, party)
    command = change(address, "06 8765 4321", agreed_to=frozenset({MessageKind.STATUS}))
    service.change_digital_address(command)
    (now,) = shown(service, party)
    assert (now.id, now.value, now.agreed_to) == (
        command.replacement_id,
        "+31687654321",
        frozenset({MessageKind.STATUS}),
    )
    assert service.with_number("0612345678") == ()
    assert [found.id for found in service.with_number("0687654321")] == [party]
    assert [found.id for found in service.search("0687654321").parties] == [party]
    kept = database.unguarded_read(
        lambda c: c.execute(select(DigitalAddressRow.value).where(DigitalAddressRow.id == address.id)).scalar()
    )
    assert kept == "+31612345678"
    assert [line.is_given for line in service.consents([address.id])[address.id]] == [False, True]


def test_the_same_change_twice_is_once(service):
    party = resident(service)
    number(service, party)
    (address,) = shown(service, party)
    for command in (change(address, label="werk"), change(replace(address, version=2), "0687654321")):
        service.change_digital_address(command)
        before = shown(service, party)
        service.change_digital_address(command)
        assert shown(service, party) == before


def test_a_colleagues_newer_address_refuses_mine(service):
    party = resident(service)
    number(service, party)
    (address,) = shown(service, party)
    service.change_digital_address(change(address, label="werk"))
    for mine in (change(address, label="thuis"), change(address, "0687654321")):
        with pytest.raises(AddressChanged):
            service.change_digital_address(mine)
    service.end_digital_address(address.id)
    with pytest.raises(AlreadyDone):
        service.change_digital_address(change(replace(address, version=2), label="thuis"))
    assert shown(service, party) == ()


def test_a_value_the_party_has_already_is_refused(service):
    party = resident(service)
    number(service, party)
    number(service, party, "0687654321")
    address = next(address for address in shown(service, party) if address.value == "+31612345678")
    with pytest.raises(AddressKnown):
        service.change_digital_address(change(address, "06-87654321"))
    with pytest.raises(InvalidValue):
        service.change_digital_address(change(address, "06-8765"))
    with pytest.raises(NotFound):
        service.change_digital_address(replace(change(address), id=new_id()))


def test_an_ended_number_reaches_nobody_and_keeps_its_row(database, service):
    party = resident(service)
    address_id = number(service, party)
    service.end_digital_address(address_id)
    assert shown(service, party) == ()
    assert service.with_number("0612345678") == ()
    assert service.search("0612345678").parties == ()
    with pytest.raises(AlreadyDone):
        service.end_digital_address(address_id)
    with pytest.raises(NotFound):
        service.end_digital_address(new_id())
    number(service, party)
    assert len(shown(service, party)) == 1
    assert ("party", party) in told(database)


def test_who_agreed_to_what_and_who_noted_it(database, service):
    party = resident(service)
    command = AddDigitalAddress(
        new_id(), party, EMAIL, "fatima@voorbeeld.nl", agreed_to=frozenset({MessageKind.REMINDER, MessageKind.SURVEY})
    )
    service.add_digital_address(command)
    (address,) = shown(service, party)
    service.change_digital_address(change(address, agreed_to=frozenset({MessageKind.REMINDER})))
    assert shown(service, party)[0].agreed_to == {MessageKind.REMINDER}
    lines = service.consents([command.id])[command.id]
    assert [(line.kind, line.is_given, line.by) for line in lines] == [
        (MessageKind.SURVEY, False, "Noor Jansen"),
        (MessageKind.REMINDER, True, "Noor Jansen"),
        (MessageKind.SURVEY, True, "Noor Jansen"),
    ]
    with pytest.raises(DBAPIError, match="written once"):
        database.unguarded_write(lambda c: c.execute(ConsentRow.__table__.delete()))


def test_how_somebody_agreed_and_took_it_back_is_kept(service):
    party = resident(service)
    called, wrote = Heard(new_id(), "phone"), Heard(new_id(), "letter")
    both = frozenset({MessageKind.REMINDER, MessageKind.SURVEY})
    command = AddDigitalAddress(new_id(), party, EMAIL, "fatima@voorbeeld.nl", agreed_to=both, heard=called)
    service.add_digital_address(command)
    (address,) = shown(service, party)
    reminder = frozenset({MessageKind.REMINDER})
    service.change_digital_address(change(address, agreed_to=reminder, heard=wrote))
    service.end_digital_address(command.id)
    found = service.consents([command.id, new_id()])
    assert list(found) == [command.id]
    assert [(one.kind, one.is_given, one.channel_code, one.conversation_id) for one in found[command.id]] == [
        (MessageKind.REMINDER, False, "", None),
        (MessageKind.SURVEY, False, "letter", wrote.conversation_id),
        (MessageKind.REMINDER, True, "phone", called.conversation_id),
        (MessageKind.SURVEY, True, "phone", called.conversation_id),
    ]


def test_nobody_agrees_on_a_channel_that_there_is_not(service):
    party = resident(service)
    with pytest.raises(InvalidValue, match="unknown"):
        number(service, party, agreed_to=frozenset({MessageKind.STATUS}), heard=Heard(new_id(), "rooksignaal"))
    assert shown(service, party) == ()


def test_a_number_is_somebodys_in_one_call(service):
    party = resident(service)
    first, second = new_id(), new_id()
    service.attach_number(party, "06-1234 5678", first)
    service.attach_number(party, "0031612345678", first)
    service.attach_number(party, "+31 6 12345678", second)
    assert [address.id for address in shown(service, party)] == [first]
    assert [found.id for found in service.with_number("0612345678")] == [party]
    with pytest.raises(NotFound):
        service.attach_number(new_id(), "0612345678", new_id())
    with pytest.raises(InvalidValue):
        service.attach_number(party, "anonymous", new_id())


def preferences(party_id, based_on=1, **changes):
    values = {"channel": "phone", "moment": "na 17 uur", "language": "eng"}
    help_ = {"needs_digital_help": False, "digital_help_agreed": False}
    return ChangePreferences(party_id, based_on, **(values | help_ | changes))


def test_preferences_are_kept(service):
    party = resident(service)
    service.change_preferences(preferences(party))
    kept = service.open_card(party).preferences
    assert (kept.channel, kept.moment, kept.language, kept.version) == ("phone", "na 17 uur", "eng", 2)


def test_digital_help_has_the_day_it_was_agreed(database, service):
    party = resident(service)
    with pytest.raises(ConsentNeeded):
        service.change_preferences(preferences(party, needs_digital_help=True))
    service.change_preferences(preferences(party, needs_digital_help=True, digital_help_agreed=True))
    kept = service.open_card(party).preferences
    today = local_day(database.read(lambda look: look.now))
    assert (kept.needs_digital_help, kept.digital_help_agreed_on) == (True, today)
    service.change_preferences(preferences(party, kept.version))
    assert service.open_card(party).preferences.digital_help_agreed_on is None


def test_a_colleagues_newer_preferences_refuse_mine_and_the_same_ones_do_not(service):
    party = resident(service)
    service.change_preferences(preferences(party))
    service.change_preferences(preferences(party))
    with pytest.raises(PreferencesChanged):
        service.change_preferences(preferences(party, moment="'s ochtends"))
    assert service.open_card(party).preferences.version == 2


def test_of_two_desktops_that_change_one_card_one_is_first(database, service):
    party = resident(service)
    number(service, party)
    desktops = [service, PartyService(Database(database.engine))]
    for turn in range(10):
        card, gate = service.open_card(party), threading.Barrier(2)
        (address,) = card.digital_addresses

        def change_both(which, card=card, address=address, gate=gate, turn=turn):
            gate.wait()
            refused = 0
            for attempt in (
                lambda: which[1].change_digital_address(change(address, label=f"{which[0]}{turn}")),
                lambda: which[1].change_preferences(
                    preferences(party, card.preferences.version, moment=f"{which[0]}{turn}")
                ),
            ):
                try:
                    attempt()
                except (AddressChanged, PreferencesChanged):
                    refused += 1
            return refused

        with ThreadPoolExecutor(2) as both:
            assert sum(both.map(change_both, enumerate(desktops))) == 2
    card = service.open_card(party)
    assert (card.digital_addresses[0].version, card.preferences.version) == (11, 11)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"channel": "pigeon"}, "channel"),
        ({"language": "english"}, "language"),
        ({"moment": "x" * 101}, "moment"),
        ({"preferred_name": "x" * 201}, "preferred_name"),
    ],
)
def test_a_preference_that_cannot_be(service, changes, field):
    with pytest.raises(InvalidValue) as refused:
        service.change_preferences(preferences(resident(service), **changes))
    assert refused.value.field == field


def test_somebody_is_called_otherwise_than_the_register_says(service):
    party = resident(service)
    service.change_preferences(preferences(party, preferred_name="Faatje de Vries"))
    assert service.open_card(party).title == "Faatje de Vries"
    assert [found.title for found in service.search("faatje").parties] == ["Faatje de Vries"]
    service.change_preferences(preferences(party, 2))
    assert service.open_card(party).title == "Fatima de Vries"
    assert service.search("faatje").parties == ()


def test_a_company_has_preferences_too(service):
    company = service.register_organisation(RegisterOrganisation(new_id(), "Hoekstra"))
    service.change_preferences(preferences(company))
    assert service.open_card(company).preferences.channel == "phone"
    with pytest.raises(NotFound):
        service.change_preferences(preferences(new_id()))


def mandate(representative, represented, **changes):
    command = AddRepresentation(
        new_id(), representative, represented, RepresentationGround.WRITTEN_AUTHORISATION, "buurvrouw"
    )
    return replace(command, **changes)


def test_somebody_speaks_for_another_until_it_ends(service):
    neighbour, old = resident(service, "Jan"), resident(service)
    command = mandate(neighbour, old, valid_from=date(2026, 1, 1))
    service.add_representation(command)
    service.add_representation(command)
    (out,), (into,) = (service.open_card(party).representations for party in (neighbour, old))
    assert (out.outgoing, out.party_id, out.name, out.function) == (True, old, "Fatima de Vries", "buurvrouw")
    assert (into.outgoing, into.party_id, into.ground) == (
        False,
        neighbour,
        RepresentationGround.WRITTEN_AUTHORISATION,
    )
    end = EndRepresentation(command.id, date(2026, 3, 3))
    service.end_representation(end)
    (out,), (into,) = (service.open_card(party).representations for party in (neighbour, old))
    assert out.ended_on == into.ended_on == date(2026, 3, 3)
    assert (out.holds_on(date(2026, 3, 2)), out.holds_on(date(2026, 3, 3))) == (True, False)
    with pytest.raises(AlreadyDone):
        service.end_representation(end)
    with pytest.raises(NotFound):
        service.end_representation(replace(end, id=new_id()))


def test_who_ended_a_mandate_and_that_it_ended_is_on_record(database, service):
    neighbour, old = resident(service, "Jan"), resident(service)
    command = mandate(neighbour, old)
    service.add_representation(command)
    service.end_representation(EndRepresentation(command.id, date(2026, 3, 3)))
    (row,) = database.unguarded_read(lambda c: c.execute(select(RepresentationEndRow.__table__)).all())
    agent = database.read(lambda look: look.agent)
    assert (row.representation_id, row.by, row.ended_on) == (command.id, agent.id, date(2026, 3, 3))
    lines = database.unguarded_read(
        lambda c: c.scalars(select(AuditLineRow.object_id).where(AuditLineRow.action == "end_representation")).all()
    )
    assert set(lines) == {neighbour, old}


def test_a_mandate_ends_on_a_day_that_is_there_and_on_which_it_held(database, service):
    today = local_day(database.read(lambda look: look.now))
    day = timedelta(days=1)
    parties = resident(service, "Jan"), resident(service)
    held = mandate(*parties, valid_from=today - 10 * day, valid_until=today - 2 * day)
    begins = mandate(*parties, valid_from=today + 5 * day)
    for command in (held, begins):
        service.add_representation(command)
    for command, ended_on, reason in (
        (held, today + day, "future"),
        (held, today - 11 * day, "outside"),
        (held, today - day, "outside"),
        (begins, today - day, "outside"),
    ):
        with pytest.raises(InvalidValue, match=reason):
            service.end_representation(EndRepresentation(command.id, ended_on))
    service.end_representation(EndRepresentation(held.id, today - 3 * day))
    service.end_representation(EndRepresentation(begins.id, today))
    assert not any(one.holds_on(today + 6 * day) for one in service.open_card(parties[0]).representations)


def test_what_ended_before_there_was_a_day_ended_on_the_day_it_was_noted(database, service):
    neighbour, old = resident(service, "Jan"), resident(service)
    command = mandate(neighbour, old)
    service.add_representation(command)
    at = database.read(lambda look: look.now)

    def end(unit):
        row = {"representation_id": command.id, "at": at, "by": unit.agent.id}
        unit.connection.execute(insert(RepresentationEndRow).values(**row))

    database.write(end)
    assert [one.ended_on for one in service.open_card(old).representations] == [local_day(at)]


def test_a_mandate_that_cannot_be(service):
    party = resident(service)
    with pytest.raises(InvalidValue, match="same"):
        service.add_representation(mandate(party, party))
    with pytest.raises(NotFound):
        service.add_representation(mandate(party, new_id()))
    with pytest.raises(InvalidValue, match="range"):
        service.add_representation(
            mandate(party, resident(service), valid_from=date(2026, 2, 1), valid_until=date(2026, 1, 1))
        )


def test_what_was_refused_stands_on_the_timeline(database, service):
    party = resident(service)
    command = RefuseDisclosure(new_id(), party, new_id(), "Iemand vroeg het adres\nnoemde zich haar broer")
    service.refuse_disclosure(command)
    service.refuse_disclosure(command)
    timeline = TimelineService(database)
    (entry,) = timeline.page(party).entries
    assert (entry.kind, entry.id, entry.title, entry.detail) == (
        EntryKind.DISCLOSURE_REFUSAL,
        command.id,
        "Iemand vroeg het adres",
        "noemde zich haar broer",
    )
    assert (entry.who, entry.labels) == ("Noor Jansen", DISCLOSURE_REFUSED)
    assert len(timeline.page(party, TimelineFilter(text="broer")).entries) == 1
    opened = service.refusal(command.id)
    assert (opened.party_id, opened.by, opened.asked) == (party, "Noor Jansen", command.asked)
    assert "refuse_disclosure" in actions(database, party)
    assert actions(database, command.id) == ["open"]


def test_a_refusal_says_what_was_asked_and_of_whom(service):
    with pytest.raises(InvalidValue, match="empty"):
        service.refuse_disclosure(RefuseDisclosure(new_id(), resident(service), None, " \n "))
    with pytest.raises(NotFound):
        service.refuse_disclosure(RefuseDisclosure(new_id(), new_id(), None, "adres"))
    with pytest.raises(NotFound):
        service.refusal(new_id())


def test_a_refusal_is_not_rewritten_and_its_words_can_be_destroyed(database, service):
    command = RefuseDisclosure(new_id(), resident(service), None, "adres van de buurman")
    service.refuse_disclosure(command)
    with pytest.raises(DBAPIError, match="written once"):
        database.unguarded_write(lambda c: c.execute(DisclosureRefusalRow.__table__.delete()))
    words = DisclosureRefusalTextRow.__table__.delete()
    with pytest.raises(DBAPIError, match="through its door"):
        database.unguarded_write(lambda c: c.execute(words))

    def destroy(unit):
        values = {"refusal_id": command.id, "ground": "bewaartermijn", "at": unit.now, "by": unit.agent.id}
        unit.connection.execute(insert(RefusalDestructionRow).values(**values))
        unit.connection.execute(words)

    if isinstance(database, TeamDatabase):  # what has to go is no desk's to say
        with pytest.raises(DBAPIError, match="permission denied"):
            database.write(destroy)
        return
    database.write(destroy)
    assert service.refusal(command.id).asked == ""


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": PersonName()}, "surname"),
        ({"name": PersonName("x" * 201, "", "Vries")}, "given_names"),
        ({"bsn": "999990018"}, "bsn"),
        ({"address": Address("Laan", 1, postcode="8302 SS")}, "postcode"),
        ({"email": "fatima"}, "email"),
    ],
)
def test_a_person_that_cannot_be(service, changes, field):
    command = RegisterPerson(new_id(), PersonName("Fatima", "de", "Vries"))
    with pytest.raises(InvalidValue) as refused:
        service.register_person(replace(command, **changes))
    assert refused.value.field == field


def test_numbers_and_postcodes_are_kept_in_one_notation(service):
    party = resident(service, bsn="9999 90.019", address=Address("Laan", 1, postcode=" 8302zz", place="Emmeloord"))
    company = service.register_organisation(RegisterOrganisation(new_id(), "Hoekstra\0 V.O.F.", "9000 4471"))
    card = service.open_card(party)
    assert (card.person.bsn_masked, card.addresses[0].address.postcode) == ("••••• 0019", "8302 ZZ")
    assert service.reveal(party, "identity_check").bsn == "999990019"
    assert service.open_card(company).organisation.kvk_number == "90004471"
    assert service.open_card(company).title == "Hoekstra V.O.F."


def test_an_address_abroad_has_no_dutch_postcode(service):
    party = resident(service, address=Address("Rue", 1, postcode="75001", place="Paris", country="Frankrijk"))
    assert service.open_card(party).addresses[0].address.postcode == "75001"


def test_who_only_visits_changes_no_card(database, service):
    party = resident(service)
    address = number(service, party)
    roles(database, Role.VISITOR)
    changing = (
        lambda: service.attach_number(party, "0687654321", new_id()),
        lambda: service.end_digital_address(address),
        lambda: service.change_preferences(preferences(party)),
        lambda: service.end_representation(EndRepresentation(new_id(), date(2026, 3, 3))),
        lambda: service.change_digital_address(ChangeDigitalAddress(address, 1, "0612345678", "", False, frozenset())),
    )
    for attempt in changing:
        with pytest.raises(NotAllowed):
            attempt()
    service.refuse_disclosure(RefuseDisclosure(new_id(), party, None, "adres"))


def test_the_same_registration_twice_is_once_and_another_under_its_id_is_a_bug(service):
    person = RegisterPerson(new_id(), PersonName("Fatima", "de", "Vries", gender="V"), phone="06 1234 5678")
    company = RegisterOrganisation(new_id(), "Bakkerij Smit", "12345678")
    for register, command in ((service.register_person, person), (service.register_organisation, company)):
        assert register(command) == register(command) == command.id
    with pytest.raises(ValueError, match="other content"):
        service.register_person(replace(person, name=PersonName("Jan", "", "Smit")))
    with pytest.raises(ValueError, match="other content"):
        service.register_organisation(replace(company, name="Bakkerij Jansen"))
    with pytest.raises(ValueError, match="other content"):
        service.register_organisation(replace(company, id=person.id))
