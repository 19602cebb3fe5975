"""Use cases that change what the desk keeps of residents and organisations. Each call is one transaction."""

from uuid import UUID

from kcc_desktop.data import disclosures, party_changes, party_contact_details, party_writes, representations
from kcc_desktop.data.database import Database, Work
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.errors import AlreadyDone, InvalidValue, NotFound
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.local_time import local_day
from kcc_desktop.domain.names import full_name, sort_key, sort_key_text
from kcc_desktop.domain.parties import DigitalAddressKind
from kcc_desktop.domain.party_commands import (
    AddDigitalAddress,
    AddRepresentation,
    ChangeDigitalAddress,
    ChangePreferences,
    EndRepresentation,
    Heard,
    NoteDeath,
    RefuseDisclosure,
    RegisterOrganisation,
    RegisterPerson,
)
from kcc_desktop.domain.registering import (
    check_end,
    fit_digital,
    fit_organisation,
    fit_person,
    fit_refusal,
    fit_representation,
)


class PartyChanges:
    """One half of `PartyService`, which is the front door to both."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def register_person(self, command: RegisterPerson) -> UUID:
        """Somebody no register knew. Twice the same command is once. Refuses with InvalidValue."""
        command = fit_person(command)

        def work(unit: Work) -> UUID:
            unit.agent.require(Permission.EDIT_PARTY)
            if party_writes.registered_before(unit.connection, command):
                return command.id
            party_writes.add_person(unit, command, full_name(command.name)[:300], sort_key(command.name))
            return _finish(unit, command.id, command.phone, command.email)

        return self._database.write(work)

    def register_organisation(self, command: RegisterOrganisation) -> UUID:
        """A company no register knew. Twice the same command is once. Refuses with InvalidValue."""
        command = fit_organisation(command)

        def work(unit: Work) -> UUID:
            unit.agent.require(Permission.EDIT_PARTY)
            if party_writes.registered_before(unit.connection, command):
                return command.id
            party_writes.add_organisation(unit, command, sort_key_text(command.name))
            return _finish(unit, command.id, command.phone, command.email)

        return self._database.write(work)

    def add_digital_address(self, command: AddDigitalAddress) -> None:
        """A number or mail address for an existing party. Refuses with InvalidValue, AddressKnown, NotFound."""
        value = fit_digital(command.kind, command.value)

        def work(unit: Work) -> None:
            unit.agent.require(Permission.EDIT_PARTY)
            if party_changes.add_digital_address(unit, command, value):
                _told(unit, "add_digital_address", command.party_id)

        self._database.write(work)

    def attach_number(self, party_id: UUID, number: str, address_id: UUID) -> None:
        """This number belongs to this party, from now on if it did not already; `address_id` is made by the caller.

        Refuses with InvalidValue and NotFound.
        """
        command = AddDigitalAddress(address_id, party_id, DigitalAddressKind.PHONE, number)
        value = fit_digital(command.kind, number)

        def work(unit: Work) -> None:
            unit.agent.require(Permission.EDIT_PARTY)
            if party_contact_details.address_in_use(unit.connection, party_id, command.kind, value) is not None:
                return
            if party_changes.add_digital_address(unit, command, value):
                _told(unit, "add_digital_address", party_id)

        self._database.write(work)

    def change_digital_address(self, command: ChangeDigitalAddress) -> None:
        """Another value, label, preference, or other messages agreed to. Twice the same command is once.

        Refuses with InvalidValue, NotFound, AddressKnown (the party has the new value already), AddressChanged (a
        colleague changed it after `based_on`) and AlreadyDone (a colleague ended it).
        """

        def work(unit: Work) -> None:
            unit.agent.require(Permission.EDIT_PARTY)
            party_id = party_changes.change_digital_address(unit, command)
            if party_id is not None:
                _told(unit, "change_digital_address", party_id)

        self._database.write(work)

    def end_digital_address(self, address_id: UUID, heard: Heard | None = None) -> None:
        """Nobody is reached there any more. Refuses with NotFound, and AlreadyDone when a colleague ended it first."""

        def work(unit: Work) -> None:
            unit.agent.require(Permission.EDIT_PARTY)
            row = party_contact_details.address_row(unit.connection, address_id)
            if row is None:
                raise NotFound
            if not party_contact_details.end(unit, address_id, heard):
                raise AlreadyDone
            party_writes.reindex(unit.connection, row.party_id)
            _told(unit, "end_digital_address", row.party_id)

        self._database.write(work)

    def change_preferences(self, command: ChangePreferences) -> None:
        """How, when and in what language somebody wants to be reached, digital help, and how they are called.

        Refuses with InvalidValue, NotFound, ConsentNeeded, and PreferencesChanged when a colleague changed them after
        `based_on`.
        """

        def work(unit: Work) -> None:
            unit.agent.require(Permission.EDIT_PARTY)
            if party_changes.change_preferences(unit, command):
                _told(unit, "change_preferences", command.party_id)

        self._database.write(work)

    def add_representation(self, command: AddRepresentation) -> None:
        """Somebody speaks for another. Twice the same id is once. Refuses with InvalidValue and NotFound."""
        command = fit_representation(command)

        def work(unit: Work) -> None:
            unit.agent.require(Permission.EDIT_PARTY)
            if representations.pair(unit.connection, command.id) is not None:
                return
            both = (command.representative_id, command.represented_id)
            if not all(party_writes.exists(unit.connection, party_id) for party_id in both):
                raise NotFound
            representations.add(unit, command)
            _told(unit, "add_representation", *both)

        self._database.write(work)

    def end_representation(self, command: EndRepresentation) -> None:
        """Somebody speaks for another no longer; that they did stays on both cards.

        Refuses with NotFound, AlreadyDone when it ended before, and InvalidValue("ended_on", "future" | "outside").
        """

        def work(unit: Work) -> None:
            unit.agent.require(Permission.EDIT_PARTY)
            both = representations.pair(unit.connection, command.id)
            if both is None:
                raise NotFound
            known = {one.id: one for one in representations.representations(unit.connection, both[0])}
            check_end(known[command.id], command.ended_on, local_day(unit.now))
            if not representations.end(unit, command):
                raise AlreadyDone
            _told(unit, "end_representation", *both)

        self._database.write(work)

    def note_death(self, command: NoteDeath) -> None:
        """Somebody died: no message goes to them any more. Twice is once.

        Refuses with NotFound (also an organisation), and InvalidValue("died_on", "future").
        """

        def work(unit: Work) -> None:
            unit.agent.require(Permission.EDIT_PARTY)
            if command.died_on > local_day(unit.now):
                raise InvalidValue("died_on", "future")
            noted = party_changes.note_death(unit, command.party_id, command.died_on)
            if noted is None:
                raise NotFound
            if noted:
                _told(unit, "note_death", command.party_id)

        self._database.write(work)

    def refuse_disclosure(self, command: RefuseDisclosure) -> None:
        """Keep what somebody asked for and did not get, on the timeline. Twice the same id is once.

        Refuses with InvalidValue("asked", "empty" | "too_long") and NotFound.
        """
        command = fit_refusal(command)

        def work(unit: Work) -> None:
            unit.agent.require(Permission.RECORD_CONTACT)
            if disclosures.was_noted(unit.connection, command.id):
                return
            if not party_writes.exists(unit.connection, command.party_id):
                raise NotFound
            disclosures.refuse(unit, command)
            _told(unit, "refuse_disclosure", command.party_id)

        self._database.write(work)


def _finish(unit: Work, party_id: UUID, phone: str, email: str) -> UUID:
    for kind, value in ((DigitalAddressKind.PHONE, phone), (DigitalAddressKind.EMAIL, email)):
        if value:
            party_contact_details.add(unit, AddDigitalAddress(new_id(), party_id, kind, value), value)
    party_writes.reindex(unit.connection, party_id)
    _told(unit, "register", party_id)
    return party_id


def _told(unit: Work, action: str, *party_ids: UUID) -> None:
    for party_id in party_ids:
        unit.audit(action, "party", party_id)
        unit.changed("party", party_id)
