"""Writes parties and keeps their search tokens; the transaction is the caller's."""

from uuid import UUID

from sqlalchemy import Connection, insert, select

from kcc_desktop.data import search
from kcc_desktop.data.database import Work
from kcc_desktop.data.parties import (
    AgreedMessageRow,
    DigitalAddressRow,
    OrganisationRow,
    PartyAddressRow,
    PartyRow,
    PersonRow,
    RepresentationRow,
)
from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.parties import (
    AddDigitalAddress,
    AddRepresentation,
    AddressKind,
    DigitalAddressKind,
    PartyKind,
    RegisterOrganisation,
    RegisterPerson,
)

DESK = "desk"  # the source of what an agent typed


def exists(connection: Connection, party_id: UUID) -> bool:
    return connection.scalar(select(PartyRow.id).where(PartyRow.id == party_id)) is not None


def add_person(unit: Work, command: RegisterPerson, title: str, sort_key: str) -> None:
    name = command.name
    _add_party(unit, command.id, PartyKind.PERSON, title, sort_key)
    unit.connection.execute(
        insert(PersonRow).values(
            party_id=command.id,
            bsn=command.bsn,
            given_names=name.given_names,
            prefix=name.prefix,
            surname=name.surname,
            title=name.title,
            partner_prefix=name.partner_prefix,
            partner_surname=name.partner_surname,
            name_usage=name.usage,
            preferred_name=name.preferred_name,
            gender=name.gender or "O",
            birth_date=command.born.to_text() if command.born else "",
        )
    )
    if command.address is not None:
        _add_address(unit.connection, command.id, AddressKind.RESIDENCE, command.address)


def add_organisation(unit: Work, command: RegisterOrganisation, sort_key: str) -> None:
    _add_party(unit, command.id, PartyKind.ORGANISATION, command.name, sort_key)
    unit.connection.execute(
        insert(OrganisationRow).values(
            party_id=command.id,
            name=command.name,
            kvk_number=command.kvk_number,
            branch_number=command.branch_number,
            rsin=command.rsin,
        )
    )
    if command.address is not None:
        _add_address(unit.connection, command.id, AddressKind.VISIT, command.address)


def _add_party(unit: Work, party_id: UUID, kind: PartyKind, title: str, sort_key: str) -> None:
    unit.connection.execute(
        insert(PartyRow).values(
            id=party_id, kind=kind, title=title, sort_key=sort_key[:300], source=DESK, source_on=unit.now.date()
        )
    )


def _add_address(connection: Connection, party_id: UUID, kind: AddressKind, address: Address) -> None:
    connection.execute(
        insert(PartyAddressRow).values(
            party_id=party_id,
            kind=kind,
            street=address.street,
            house_number=address.house_number,
            letter=address.letter,
            addition=address.addition,
            designation=address.designation,
            postcode=address.postcode,
            place=address.place,
            country=address.country,
            foreign_lines="\n".join(address.foreign_lines),
        )
    )


def address_in_use(connection: Connection, party_id: UUID, kind: DigitalAddressKind, value: str) -> UUID | None:
    return connection.scalar(
        select(DigitalAddressRow.id).where(
            DigitalAddressRow.party_id == party_id,
            DigitalAddressRow.kind == kind.value,
            DigitalAddressRow.value == value,
            DigitalAddressRow.ended_at.is_(None),
        )
    )


def add_digital_address(unit: Work, command: AddDigitalAddress, value: str) -> None:
    unit.connection.execute(
        insert(DigitalAddressRow).values(
            id=command.id,
            party_id=command.party_id,
            kind=command.kind,
            value=value,
            label=command.label,
            is_preferred=command.is_preferred,
            source=DESK,
            source_on=unit.now.date(),
        )
    )
    if command.agreed_to:
        unit.connection.execute(
            insert(AgreedMessageRow),
            [{"address_id": command.id, "kind": kind, "agreed_at": unit.now} for kind in command.agreed_to],
        )


def add_representation(unit: Work, command: AddRepresentation) -> None:
    unit.connection.execute(
        insert(RepresentationRow).values(
            id=command.id,
            representative_id=command.representative_id,
            represented_id=command.represented_id,
            ground=command.ground,
            function=command.function,
            valid_from=command.valid_from,
            valid_until=command.valid_until,
        )
    )


def reindex(connection: Connection, party_id: UUID) -> None:
    """Write the party's tokens anew from its rows: names, numbers, birth date, address, phones, mail."""
    reindex_all(connection, [party_id])


def reindex_all(connection: Connection, party_ids: list[UUID]) -> None:
    """The same for many parties in four reads; at most some hundreds at a time."""
    texts: dict[UUID, list[str]] = {party_id: [] for party_id in party_ids}
    for person in connection.execute(select(PersonRow.__table__).where(PersonRow.party_id.in_(party_ids))):
        words = texts[person.party_id]
        words += [person.given_names, person.prefix, person.surname, person.partner_prefix, person.partner_surname]
        words += [person.preferred_name, person.bsn, person.a_number, *birth_date_tokens(person.birth_date)]
        words += [f"{person.prefix}{person.surname}".replace(" ", "").replace("'", "")]
    for organisation in connection.execute(
        select(OrganisationRow.__table__).where(OrganisationRow.party_id.in_(party_ids))
    ):
        words = texts[organisation.party_id]
        words += [organisation.name, organisation.trade_names, organisation.kvk_number]
        words += [organisation.branch_number, organisation.rsin]
    for row in connection.execute(select(PartyAddressRow.__table__).where(PartyAddressRow.party_id.in_(party_ids))):
        texts[row.party_id] += [row.street, row.place, row.postcode.replace(" ", ""), str(row.house_number or "")]
    for party_id, value in connection.execute(
        select(DigitalAddressRow.party_id, DigitalAddressRow.value).where(
            DigitalAddressRow.party_id.in_(party_ids), DigitalAddressRow.ended_at.is_(None)
        )
    ):
        texts[party_id].append(value)
        if value.startswith("+31"):
            texts[party_id].append("0" + value[3:])
    search.index_parties(connection, texts)


def birth_date_tokens(text: str) -> list[str]:
    """A complete birth date as people type it without signs: 12071987 and 19870712."""
    if len(text) != 8 or "00" in (text[4:6], text[6:]):
        return []
    return [text, text[6:] + text[4:6] + text[:4]]
