"""Use cases of residents and organisations. Each call is one transaction."""

from uuid import UUID

from sqlalchemy import Connection, select

from kcc_desktop.data import party_reads, party_writes, search
from kcc_desktop.data.database import Database, Look, Work
from kcc_desktop.data.parties import DigitalAddressRow, OrganisationRow, PartyRow, PersonRow
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.cases import CaseSummary
from kcc_desktop.domain.errors import NotFound
from kcc_desktop.domain.identifiers import (
    masked_bsn,
    parse_branch_number,
    parse_bsn,
    parse_kvk_number,
    parse_rsin,
)
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.names import full_name, sort_key, sort_key_text, spoken_name
from kcc_desktop.domain.parties import (
    AddDigitalAddress,
    AddRepresentation,
    AddressKnown,
    DigitalAddressKind,
    Gender,
    OrganisationFacts,
    PartyCard,
    PartyKind,
    PartySummary,
    PersonFacts,
    Preferences,
    PurposeNeeded,
    RegisterOrganisation,
    RegisterPerson,
    Revealed,
    Source,
    Warnings,
)
from kcc_desktop.domain.phone import is_anonymous, parse_email, parse_phone
from kcc_desktop.domain.work import TaskSummary


class PartyService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def search(self, text: str, limit: int = 20) -> tuple[tuple[PartySummary, ...], bool]:
        """Parties that have every word of `text`, most likely first; True: there are more, type on."""

        def work(look: Look) -> tuple[tuple[PartySummary, ...], bool]:
            look.agent.require(Permission.READ_PARTY)
            ids, more = search.find(look.connection, text, limit)
            found = party_reads.summaries(look, ids)
            return tuple(found[party_id] for party_id in ids), more

        return self._database.read(work)

    def with_number(self, number: str) -> tuple[PartySummary, ...]:
        """Who can be reached at this number: open promises first, then the last contact. A number is no proof."""
        if is_anonymous(number):
            return ()
        value = parse_phone(number)

        def work(look: Look) -> tuple[PartySummary, ...]:
            look.agent.require(Permission.READ_PARTY)
            ids = list(
                look.connection.scalars(
                    select(DigitalAddressRow.party_id)
                    .where(DigitalAddressRow.value == value, DigitalAddressRow.ended_at.is_(None))
                    .distinct()
                )
            )
            found = party_reads.summaries(look, ids).values()
            return tuple(sorted(found, key=_most_likely))

        return self._database.read(work)

    def open_card(self, party_id: UUID) -> PartyCard:
        """The card; audited. What a restriction covers is not in it. Refuses with NotAllowed, NotFound."""

        def work(unit: Work) -> PartyCard:
            unit.agent.require(Permission.READ_PARTY)
            card = _card(unit.connection, party_id)
            unit.audit("open", "party", party_id)
            return card

        return self._database.write(work)

    def reveal(self, party_id: UUID, purpose: str) -> Revealed:
        """BSN, addresses and contact details for one stated purpose (a code of the list); audited."""
        if not purpose:
            raise PurposeNeeded

        def work(unit: Work) -> Revealed:
            unit.agent.require(Permission.REVEAL)
            connection = unit.connection
            if not party_writes.exists(connection, party_id):
                raise NotFound
            bsn = connection.scalar(select(PersonRow.bsn).where(PersonRow.party_id == party_id)) or ""
            unit.audit("reveal", "party", party_id, purpose=purpose)
            return Revealed(
                bsn,
                party_reads.addresses(connection, party_id, _source(connection, party_id)),
                party_reads.digital_addresses(connection, party_id),
            )

        return self._database.write(work)

    def open_cases(self, party_id: UUID) -> tuple[CaseSummary, ...]:
        def work(look: Look) -> tuple[CaseSummary, ...]:
            look.agent.require(Permission.READ_CONTACT)
            return party_reads.open_cases(look.connection, party_id)

        return self._database.read(work)

    def open_promises(self, party_id: UUID) -> tuple[TaskSummary, ...]:
        def work(look: Look) -> tuple[TaskSummary, ...]:
            look.agent.require(Permission.READ_CONTACT)
            return party_reads.open_tasks(look, party_id)

        return self._database.read(work)

    def register_person(self, command: RegisterPerson) -> UUID:
        """Somebody no register knew. Twice the same id is once. Refuses with InvalidValue."""
        if command.bsn:
            parse_bsn(command.bsn)
        phone = parse_phone(command.phone) if command.phone else ""
        email = parse_email(command.email) if command.email else ""

        def work(unit: Work) -> UUID:
            unit.agent.require(Permission.EDIT_PARTY)
            if party_writes.exists(unit.connection, command.id):
                return command.id
            party_writes.add_person(unit, command, full_name(command.name), sort_key(command.name))
            return _finish(unit, command.id, phone, email)

        return self._database.write(work)

    def register_organisation(self, command: RegisterOrganisation) -> UUID:
        for number, check in (
            (command.kvk_number, parse_kvk_number),
            (command.branch_number, parse_branch_number),
            (command.rsin, parse_rsin),
        ):
            if number:
                check(number)
        phone = parse_phone(command.phone) if command.phone else ""
        email = parse_email(command.email) if command.email else ""

        def work(unit: Work) -> UUID:
            unit.agent.require(Permission.EDIT_PARTY)
            if party_writes.exists(unit.connection, command.id):
                return command.id
            party_writes.add_organisation(unit, command, sort_key_text(command.name))
            return _finish(unit, command.id, phone, email)

        return self._database.write(work)

    def add_digital_address(self, command: AddDigitalAddress) -> None:
        """A number or mail address for an existing party. Refuses with InvalidValue, AddressKnown, NotFound."""
        parse = parse_phone if command.kind is DigitalAddressKind.PHONE else parse_email
        value = parse(command.value)

        def work(unit: Work) -> None:
            unit.agent.require(Permission.EDIT_PARTY)
            if not party_writes.exists(unit.connection, command.party_id):
                raise NotFound
            known = party_writes.address_in_use(unit.connection, command.party_id, command.kind, value)
            if known == command.id:
                return
            if known is not None:
                raise AddressKnown
            party_writes.add_digital_address(unit, command, value)
            party_writes.reindex(unit.connection, command.party_id)
            unit.audit("add_digital_address", "party", command.party_id)
            unit.changed("party", command.party_id)

        self._database.write(work)

    def add_representation(self, command: AddRepresentation) -> None:
        def work(unit: Work) -> None:
            unit.agent.require(Permission.EDIT_PARTY)
            party_writes.add_representation(unit, command)
            for party_id in (command.representative_id, command.represented_id):
                unit.audit("add_representation", "party", party_id)
                unit.changed("party", party_id)

        self._database.write(work)


def _most_likely(party: PartySummary) -> tuple[int, float]:
    """Who has an open promise calls about it; then who called last."""
    return -party.open_promises, -(party.last_contact_at.timestamp() if party.last_contact_at else 0.0)


def _finish(unit: Work, party_id: UUID, phone: str, email: str) -> UUID:
    for kind, value in ((DigitalAddressKind.PHONE, phone), (DigitalAddressKind.EMAIL, email)):
        if value:
            party_writes.add_digital_address(unit, AddDigitalAddress(new_id(), party_id, kind, value), value)
    party_writes.reindex(unit.connection, party_id)
    unit.audit("register", "party", party_id)
    unit.changed("party", party_id)
    return party_id


def _source(connection: Connection, party_id: UUID) -> Source:
    row = connection.execute(select(PartyRow.source, PartyRow.source_on).where(PartyRow.id == party_id)).one()
    return Source(row.source, row.source_on)


def _card(connection: Connection, party_id: UUID) -> PartyCard:
    party = connection.execute(select(PartyRow.__table__).where(PartyRow.id == party_id)).first()
    if party is None:
        raise NotFound
    warnings, person, organisation, spoken = Warnings(), None, None, party.title
    if party.kind == PartyKind.PERSON:
        row = connection.execute(select(PersonRow.__table__).where(PersonRow.party_id == party_id)).one()
        warnings = party_reads.warnings_of(row, party_reads.housemate_is_restricted(connection, party_id))
        name = party_reads.person_name(row)
        spoken = spoken_name(name)
        born = party_reads.partial_date(row.birth_date)
        person = PersonFacts(
            name, born, row.birth_place, Gender(row.gender), masked_bsn(row.bsn), masked_bsn(row.a_number), ()
        )
    else:
        row = connection.execute(select(OrganisationRow.__table__).where(OrganisationRow.party_id == party_id)).one()
        organisation = OrganisationFacts(
            row.name,
            tuple(row.trade_names.splitlines()),
            row.legal_form,
            row.kvk_number,
            row.branch_number,
            row.rsin,
            row.is_active,
            (),
        )
    source = Source(party.source, party.source_on)
    covered = warnings.covers_address
    return PartyCard(
        id=party_id,
        kind=PartyKind(party.kind),
        title=party.title,
        spoken=spoken,
        warnings=warnings,
        is_covered=covered,
        addresses=() if covered else party_reads.addresses(connection, party_id, source),
        digital_addresses=() if covered else party_reads.digital_addresses(connection, party_id),
        preferences=Preferences(
            party.preferred_channel,
            party.preferred_moment,
            party.language,
            party.needs_digital_help,
            party.digital_help_agreed_on,
        ),
        person=person,
        organisation=organisation,
        representations=party_reads.representations(connection, party_id),
        source=source,
    )
