from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select, update

from kcc_desktop.data.audit import AuditLineRow
from kcc_desktop.data.parties import PartyAddressRow, PersonRow
from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.dates import PartialDate
from kcc_desktop.domain.errors import InvalidValue, NotFound
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.names import PersonName
from kcc_desktop.domain.parties import DigitalAddressKind, PurposeNeeded
from kcc_desktop.domain.party_answers import SearchAnswer
from kcc_desktop.domain.party_commands import AddDigitalAddress, AddressKnown, RegisterOrganisation, RegisterPerson
from kcc_desktop.services.parties import PartyService

HOME = Address(street="Voorbeeldlaan", house_number=12, postcode="8302 ZZ", place="Emmeloord")


@pytest.fixture
def service(database):
    return PartyService(database)


def resident(service, given="Fatima", surname="Vries", **changes):
    command = RegisterPerson(
        new_id(),
        PersonName(given, "de", surname, gender="V"),
        PartialDate(1987, 7, 12),
        **{"address": HOME} | changes,
    )
    return service.register_person(command)


@pytest.mark.parametrize(
    "text",
    ["vries", "de vries", "VRÍES fat", "devries", "12071987", "19870712", "8302zz 12", "voorbeeldlaan", "0612345678"],
)
def test_a_resident_is_found_by(service, text):
    party = resident(service, phone="06-1234 5678")
    resident(service, "Jan", "Bakker", phone="06-1111 2222") if text in ("vries", "0612345678") else None
    answer = service.search(text)
    assert answer.parties[0].id == party
    assert answer.more is False


@pytest.mark.parametrize(
    ("number", "typed"),
    [
        ("0612345678", "612345678"),
        ("0612345678", "sip:0612345678@pbx"),
        ("0612345678", "tel:+31612345678"),
        ("14 030", "14 030"),
        ("14 030", "14030"),
        ("14 0527", "14 0527"),
    ],
)
def test_a_number_is_found_as_telephones_and_people_write_it(service, number, typed):
    party = resident(service, phone=number)
    resident(service, "Jan", "Bakker", phone="0201234567", address=None)
    assert [found.id for found in service.search(typed).parties] == [party]


def test_a_pasted_letter_is_no_outage(service):
    assert service.search("woord " * 3000) == SearchAnswer(())


def test_a_name_in_another_script_is_found(service):
    party = resident(service, "Олена", "Шевченко")
    assert service.search("шевч").parties[0].id == party


def test_whole_words_stand_before_beginnings(service):
    longer = resident(service, surname="Vriesland")
    exact = resident(service, surname="Vries")
    assert [p.id for p in service.search("vries").parties] == [exact, longer]


@pytest.mark.parametrize(
    "number", ["06-1234 5678", "0031612345678", "+31 6 12345678", "sip:0612345678@pbx", "06/12345678"]
)
def test_a_number_in_any_notation_pops_the_same_person(service, number):
    party = resident(service, phone="0612345678")
    assert [p.id for p in service.with_number(number)] == [party]


def test_an_anonymous_caller_matches_nobody(service):
    resident(service, phone="0612345678")
    assert service.with_number("anonymous") == ()


def test_a_number_is_attached_once(service):
    party = resident(service)
    add = AddDigitalAddress(new_id(), party, DigitalAddressKind.PHONE, "0527 12 34 56")
    service.add_digital_address(add)
    service.add_digital_address(add)
    with pytest.raises(AddressKnown):
        service.add_digital_address(AddDigitalAddress(new_id(), party, DigitalAddressKind.PHONE, "(0527) 123456"))
    assert [p.id for p in service.with_number("+31527123456")] == [party]


@pytest.mark.parametrize(("phone", "reason"), [("06-1234 56", "too_short"), ("abc", "not_a_number")])
def test_a_wrong_number_says_what_is_wrong(service, phone, reason):
    with pytest.raises(InvalidValue) as refused:
        resident(service, phone=phone)
    assert (refused.value.field, refused.value.reason) == ("phone", reason)


def test_a_bsn_is_not_unique_and_shown_masked(service):
    first = resident(service, bsn="999990019")
    second = resident(service, "Jan", "Bakker", bsn="999990019")
    assert {p.id for p in service.search("999990019").parties} == {first, second}
    assert service.open_card(first).person.bsn_masked == "••••• 0019"


def test_opening_a_card_is_audited(service, database):
    party = resident(service)
    service.open_card(party)
    actions = database.unguarded_read(
        lambda c: list(c.scalars(select(AuditLineRow.action).where(AuditLineRow.object_id == party)))
    )
    assert sorted(actions) == ["open", "register"]


def test_a_restriction_covers_address_and_contact_details_also_of_housemates(service, database):
    party, housemate = resident(service, phone="0612345678"), resident(service, "Youssef")
    restrict(database, party)
    card = service.open_card(party)
    assert card.warnings.disclosure_restricted
    assert (card.addresses, card.digital_addresses) == ((), ())
    at_home = service.open_card(housemate)
    assert at_home.warnings.housemate_restricted
    assert at_home.addresses == ()
    summary = next(p for p in service.search("fatima").parties if p.id == party)
    assert (summary.place, summary.born) == ("", None)
    beside = next(p for p in service.search("youssef").parties if p.id == housemate)
    assert (beside.place, beside.born) == ("", PartialDate(1987, 7, 12))


@pytest.mark.parametrize(
    ("home", "own"),
    [
        (HOME, HOME),
        (HOME, replace(HOME, postcode="", street="voorbeeldlaan")),
        (HOME, replace(HOME, postcode="", place="")),
        (replace(HOME, postcode=""), HOME),
        (replace(HOME, postcode="", letter="A"), replace(HOME, postcode="", letter="a", place="EMMELOORD")),
    ],
)
@pytest.mark.parametrize("kind", ["residence", "correspondence", "company"])
def test_an_address_covers_whoever_uses_it_however_it_is_written(service, database, home, own, kind):
    restricted = resident(service, address=home)
    if kind == "company":
        company = RegisterOrganisation(new_id(), "Vries Klussen", "12345678", address=own, phone="0612345678")
        other = service.register_organisation(company)
    else:
        other = resident(service, "Bea", address=own)
        database.unguarded_write(
            lambda c: c.execute(update(PartyAddressRow).where(PartyAddressRow.party_id == other).values(kind=kind))
        )
    assert service.open_card(other).addresses
    restrict(database, restricted)
    card = service.open_card(other)
    assert (card.is_covered, card.addresses, card.digital_addresses) == (True, (), ())
    assert service.summary(other).place == ""
    if kind == "company":
        beside = RegisterOrganisation(new_id(), "Vries Klussen Zwolle", "12345678", "000012345678")
        branches = service.open_card(service.register_organisation(beside)).organisation.branches
        assert [branch.place for branch in branches] == [""]


@pytest.mark.parametrize(
    "elsewhere",
    [
        replace(HOME, house_number=14),
        replace(HOME, letter="A"),
        replace(HOME, postcode="", place="Urk"),
        replace(HOME, postcode="", street="Voorbeeldweg"),
        replace(HOME, postcode="", street=""),
    ],
)
def test_a_restriction_covers_nobody_elsewhere(service, database, elsewhere):
    restrict(database, resident(service))
    assert service.open_card(resident(service, "Bea", address=elsewhere)).is_covered is False


def test_uncovering_needs_a_purpose_and_is_audited_with_it(service, database):
    party = resident(service, bsn="999990019", phone="0612345678")
    restrict(database, party)
    with pytest.raises(PurposeNeeded):
        service.reveal(party, "")
    revealed = service.reveal(party, "address_check")
    assert (revealed.bsn, revealed.addresses[0].address.place) == ("999990019", "Emmeloord")
    purposes = database.unguarded_read(
        lambda c: list(c.scalars(select(AuditLineRow.purpose).where(AuditLineRow.action == "reveal")))
    )
    assert purposes == ["address_check"]


def test_an_organisation_is_found_by_its_number(service):
    party = service.register_organisation(RegisterOrganisation(new_id(), "Hoekstra Akkerbouw V.O.F.", "90004471"))
    found = service.search("90004471").parties[0]
    assert (found.id, found.number_masked) == (party, "•••• 4471")


def test_a_card_that_is_not_there_is_refused(service):
    with pytest.raises(NotFound):
        service.open_card(new_id())


def test_age_counts_full_years():
    assert PartialDate(1987, 7, 12).age_on(date(2026, 7, 11)) == 38


def restrict(database, party):
    database.unguarded_write(
        lambda c: c.execute(update(PersonRow).where(PersonRow.party_id == party).values(restriction=7))
    )
