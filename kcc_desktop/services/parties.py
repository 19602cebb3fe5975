"""Use cases of residents and organisations. Each call is one transaction."""

from dataclasses import replace
from uuid import UUID

from kcc_desktop.data import (
    case_reads,
    disclosures,
    party_cards,
    party_changes,
    party_contact_details,
    party_reads,
    party_writes,
    representations,
    search,
    task_reads,
    timeline,
)
from kcc_desktop.data.database import Database, Look, Work
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.cases import CaseSummary
from kcc_desktop.domain.errors import AlreadyDone, NotFound
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.local_time import local_day
from kcc_desktop.domain.names import full_name, sort_key, sort_key_text
from kcc_desktop.domain.parties import (
    AddDigitalAddress,
    AddRepresentation,
    ChangeDigitalAddress,
    ChangePreferences,
    Consent,
    DigitalAddressKind,
    DisclosureRefused,
    PartyCard,
    PartyOverview,
    PartySummary,
    PurposeNeeded,
    RefuseDisclosure,
    RegisterOrganisation,
    RegisterPerson,
    Revealed,
)
from kcc_desktop.domain.phone import is_anonymous, parse_phone
from kcc_desktop.domain.purposes import Purpose
from kcc_desktop.domain.registering import (
    fit_digital,
    fit_organisation,
    fit_person,
    fit_refusal,
    fit_representation,
)
from kcc_desktop.domain.timeline import TimelineFilter
from kcc_desktop.domain.work import TaskSummary

FIRST_PAGE = 50


class PartyService:
    def __init__(self, database: Database) -> None:
        self._database = database

    # Finding

    def search(self, text: str, limit: int = 20) -> tuple[tuple[PartySummary, ...], bool]:
        """Parties that have every word of `text`, most likely first; True: there are more, type on."""

        def work(look: Look) -> tuple[tuple[PartySummary, ...], bool]:
            look.agent.require(Permission.READ_PARTY)
            ids, more = search.find(look.connection, text, limit)
            found = party_reads.summaries(look, ids)
            return tuple(found[party_id] for party_id in ids), more

        return self._database.read(work)

    def with_number(self, number: str) -> tuple[PartySummary, ...]:
        """Who can be reached at this number: open promises first, then the last contact. A number is no proof.

        Companies too, through whoever speaks for them: `via` names that person. Refuses with InvalidValue.
        """
        if is_anonymous(number):
            return ()
        value = parse_phone(number)

        def work(look: Look) -> tuple[PartySummary, ...]:
            look.agent.require(Permission.READ_PARTY)
            via = party_reads.with_number(look.connection, value, local_day(look.now))
            found = party_reads.summaries(look, via.keys())
            named = (replace(party, via=via[party.id]) for party in found.values())
            return tuple(sorted(named, key=_most_likely))

        return self._database.read(work)

    def summary(self, party_id: UUID) -> PartySummary:
        """One party's line. Refuses with NotFound."""

        def work(look: Look) -> PartySummary:
            look.agent.require(Permission.READ_PARTY)
            found = party_reads.summaries(look, [party_id])
            if party_id not in found:
                raise NotFound
            return found[party_id]

        return self._database.read(work)

    # Looking

    def overview(self, party_id: UUID, size: int = FIRST_PAGE) -> PartyOverview:
        """All that the screen shows of somebody, in one transaction; audited like opening the card.

        Refuses with NotAllowed and NotFound.
        """

        def work(unit: Work) -> PartyOverview:
            unit.agent.require(Permission.READ_PARTY)
            unit.agent.require(Permission.READ_CONTACT)
            look = Look(unit.connection, unit.agent, unit.now)
            return PartyOverview(
                _opened(unit, party_id),
                case_reads.open_of(unit.connection, party_id),
                task_reads.open_of(look, party_id),
                timeline.counts(look, party_id),
                timeline.page(look, party_id, TimelineFilter(), None, size),
            )

        return self._database.write(work)

    def open_card(self, party_id: UUID) -> PartyCard:
        """The card; audited. What a restriction covers is not in it. Refuses with NotAllowed, NotFound."""

        def work(unit: Work) -> PartyCard:
            unit.agent.require(Permission.READ_PARTY)
            return _opened(unit, party_id)

        return self._database.write(work)

    def reveal(self, party_id: UUID, purpose: str) -> Revealed:
        """BSN, addresses and contact details for one stated purpose; audited.

        Refuses with PurposeNeeded what is no `Purpose`: the audit holds no free text.
        """
        if purpose not in set(Purpose):
            raise PurposeNeeded

        def work(unit: Work) -> Revealed:
            unit.agent.require(Permission.REVEAL)
            revealed = party_cards.uncovered(unit.connection, party_id)
            if revealed is None:
                raise NotFound
            unit.audit("reveal", "party", party_id, purpose=Purpose(purpose).value)
            return revealed

        return self._database.write(work)

    def open_cases(self, party_id: UUID) -> tuple[CaseSummary, ...]:
        def work(look: Look) -> tuple[CaseSummary, ...]:
            look.agent.require(Permission.READ_CONTACT)
            return case_reads.open_of(look.connection, party_id)

        return self._database.read(work)

    def open_promises(self, party_id: UUID) -> tuple[TaskSummary, ...]:
        def work(look: Look) -> tuple[TaskSummary, ...]:
            look.agent.require(Permission.READ_CONTACT)
            return task_reads.open_of(look, party_id)

        return self._database.read(work)

    def consents(self, address_id: UUID) -> tuple[Consent, ...]:
        """What somebody agreed to at this address and took back, when, and who noted it; the newest first."""

        def work(look: Look) -> tuple[Consent, ...]:
            look.agent.require(Permission.READ_PARTY)
            return party_contact_details.consents(look.connection, address_id)

        return self._database.read(work)

    # Registering

    def register_person(self, command: RegisterPerson) -> UUID:
        """Somebody no register knew. Twice the same id is once. Refuses with InvalidValue."""
        command = fit_person(command)

        def work(unit: Work) -> UUID:
            unit.agent.require(Permission.EDIT_PARTY)
            if party_writes.exists(unit.connection, command.id):
                return command.id
            party_writes.add_person(unit, command, full_name(command.name), sort_key(command.name))
            return _finish(unit, command.id, command.phone, command.email)

        return self._database.write(work)

    def register_organisation(self, command: RegisterOrganisation) -> UUID:
        """A company no register knew. Twice the same id is once. Refuses with InvalidValue."""
        command = fit_organisation(command)

        def work(unit: Work) -> UUID:
            unit.agent.require(Permission.EDIT_PARTY)
            if party_writes.exists(unit.connection, command.id):
                return command.id
            party_writes.add_organisation(unit, command, sort_key_text(command.name))
            return _finish(unit, command.id, command.phone, command.email)

        return self._database.write(work)

    # Changing

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

    def end_digital_address(self, address_id: UUID) -> None:
        """Nobody is reached there any more. Refuses with NotFound, and AlreadyDone when a colleague ended it first."""

        def work(unit: Work) -> None:
            unit.agent.require(Permission.EDIT_PARTY)
            row = party_contact_details.address_row(unit.connection, address_id)
            if row is None:
                raise NotFound
            if not party_contact_details.end(unit, address_id):
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

    def end_representation(self, representation_id: UUID) -> None:
        """Somebody speaks for another no longer. Refuses with NotFound, and AlreadyDone when it ended before."""

        def work(unit: Work) -> None:
            unit.agent.require(Permission.EDIT_PARTY)
            both = representations.pair(unit.connection, representation_id)
            if both is None:
                raise NotFound
            if representations.has_ended(unit.connection, representation_id):
                raise AlreadyDone
            representations.end(unit, representation_id)
            _told(unit, "end_representation", *both)

        self._database.write(work)

    # Refusing to tell

    def refuse_disclosure(self, command: RefuseDisclosure) -> None:
        """Keep what somebody asked for and did not get, on the timeline. Twice the same id is once.

        Refuses with InvalidValue("asked", "empty" | "too_long") and NotFound.
        """
        command = fit_refusal(command)

        def work(unit: Work) -> None:
            unit.agent.require(Permission.RECORD_CONTACT)
            if disclosures.refusal(unit.connection, command.id) is not None:
                return
            if not party_writes.exists(unit.connection, command.party_id):
                raise NotFound
            disclosures.refuse(unit, command)
            _told(unit, "refuse_disclosure", command.party_id)

        self._database.write(work)

    def refusal(self, refusal_id: UUID) -> DisclosureRefused:
        """What was asked, from the timeline; audited. Refuses with NotFound."""

        def work(unit: Work) -> DisclosureRefused:
            unit.agent.require(Permission.READ_CONTACT)
            found = disclosures.refusal(unit.connection, refusal_id)
            if found is None:
                raise NotFound
            unit.audit("open", "disclosure_refusal", refusal_id)
            return found

        return self._database.write(work)


def _most_likely(party: PartySummary) -> tuple[int, float]:
    """Who has an open promise calls about it; then who called last."""
    return -party.open_promises, -(party.last_contact_at.timestamp() if party.last_contact_at else 0.0)


def _opened(unit: Work, party_id: UUID) -> PartyCard:
    card = party_cards.card(unit.connection, party_id)
    if card is None:
        raise NotFound
    unit.audit("open", "party", party_id)
    return card


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
