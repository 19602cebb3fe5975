"""Two desktops at once at what one party is known by. SQLite has one writer, who never meets another."""

from datetime import timedelta

from sqlalchemy import select

from kcc_desktop.data import contact_writes, party_changes
from kcc_desktop.data.search_index import SearchPartyRow
from kcc_desktop.domain.contact_commands import MoveContact
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.names import PersonName
from kcc_desktop.domain.parties import DigitalAddressKind
from kcc_desktop.domain.party_commands import AddDigitalAddress, RegisterPerson
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.parties import PartyService
from tests.services.conversations import START, conversation, question
from tests.services.racing import Race


def resident(database):
    return PartyService(database).register_person(RegisterPerson(new_id(), PersonName("Anna", "", "Aalders")))


def test_two_changes_of_one_party_are_both_found(postgresql_engine):
    race = Race(postgresql_engine)
    party = resident(race.one)
    phone = AddDigitalAddress(new_id(), party, DigitalAddressKind.PHONE, "")
    mail = AddDigitalAddress(new_id(), party, DigitalAddressKind.EMAIL, "anna@voorbeeld.nl")
    race.run(
        lambda unit: party_changes.add_digital_address(unit, phone, "+31612345678"),
        lambda: PartyService(race.two).add_digital_address(mail),
    )
    for typed in ("0612345678", "anna@voorbeeld.nl"):
        assert [found.id for found in PartyService(race.one).search(typed).parties] == [party]
    words = race.one.unguarded_read(lambda c: c.scalar(select(SearchPartyRow.words)))
    assert {"0612345678", "anna@voorbeeld.nl"} <= set(words.split())


def test_a_contact_that_is_recorded_during_a_move_is_the_last_one(postgresql_engine):
    race = Race(postgresql_engine)
    anna, other = resident(race.one), resident(race.one)
    moved, later = question(anna), conversation(question(anna), started_at=START + timedelta(days=1))
    ContactService(race.one).record(conversation(moved))
    race.run(
        lambda unit: contact_writes.record(unit, later, contact_writes.digest(later)),
        lambda: ContactService(race.two).move(MoveContact(new_id(), moved.id, other, "verkeerd")),
    )
    assert PartyService(race.one).summary(anna).last_contact_at == later.started_at
    assert [found.id for found in PartyService(race.one).search("aalders").parties] == [anna, other]
