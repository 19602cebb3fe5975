"""Puts register persons in place: by A-number, so that a second import finds what the first one made."""

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select, update

from kcc_desktop.data import party_writes
from kcc_desktop.data.database import Work
from kcc_desktop.data.parties import PartyAddressRow, PartyRow, PersonRow
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.imports import ImportedPerson
from kcc_desktop.domain.names import full_name, sort_key
from kcc_desktop.domain.parties import AddressKind, PartyKind

BRP = "BRP"


def put_person(unit: Work, person: ImportedPerson) -> str:
    """ "added", "changed" or "unchanged"; contact details that the desk keeps are never touched."""
    connection, wanted = unit.connection, _person_values(person)
    address = _address_values(person)
    known = connection.execute(select(PersonRow.__table__).where(PersonRow.a_number == person.a_number)).first()
    if known is None:
        party_id = new_id()
        _add(unit, party_id, person, wanted, address)
        return "added"
    party_id = known.party_id
    if all(getattr(known, column) == value for column, value in wanted.items()) and _has(connection, party_id, address):
        return "unchanged"
    connection.execute(update(PersonRow).where(PersonRow.party_id == party_id).values(**wanted))
    connection.execute(
        update(PartyRow)
        .where(PartyRow.id == party_id)
        .values(title=full_name(person.name), sort_key=sort_key(person.name)[:300], source_on=unit.now.date())
    )
    connection.execute(delete(PartyAddressRow).where(_residence(party_id)))
    if address is not None:
        connection.execute(insert(PartyAddressRow).values(party_id=party_id, **address))
    party_writes.reindex(connection, party_id)
    unit.changed("party", party_id)
    return "changed"


def _add(
    unit: Work, party_id: UUID, person: ImportedPerson, wanted: dict[str, Any], address: dict[str, Any] | None
) -> None:
    unit.connection.execute(
        insert(PartyRow).values(
            id=party_id,
            kind=PartyKind.PERSON,
            title=full_name(person.name),
            sort_key=sort_key(person.name)[:300],
            source=BRP,
            source_on=unit.now.date(),
        )
    )
    unit.connection.execute(insert(PersonRow).values(party_id=party_id, **wanted))
    if address is not None:
        unit.connection.execute(insert(PartyAddressRow).values(party_id=party_id, **address))
    party_writes.reindex(unit.connection, party_id)
    unit.changed("party", party_id)


def _residence(party_id: UUID) -> Any:
    table = PartyAddressRow.__table__
    return (table.c.party_id == party_id) & (table.c.kind == AddressKind.RESIDENCE.value)


def _has(connection: Connection, party_id: UUID, address: dict[str, Any] | None) -> bool:
    row = connection.execute(select(PartyAddressRow.__table__).where(_residence(party_id))).first()
    if row is None or address is None:
        return row is None and address is None
    return all(getattr(row, column) == value for column, value in address.items())


def _person_values(person: ImportedPerson) -> dict[str, Any]:
    name = person.name
    return {
        "a_number": person.a_number,
        "bsn": person.bsn,
        "given_names": name.given_names,
        "prefix": name.prefix,
        "surname": name.surname,
        "title": name.title,
        "partner_prefix": name.partner_prefix,
        "partner_surname": name.partner_surname,
        "name_usage": name.usage.value,
        "gender": name.gender or "O",
        "birth_date": person.birth_date,
        "birth_place": person.birth_place,
        "death_date": person.death_date,
        "is_deceased": person.is_deceased,
        "restriction": person.restriction,
        "under_investigation": person.under_investigation,
        "under_curatorship": person.under_curatorship,
        "suspension": person.suspension,
    }


def _address_values(person: ImportedPerson) -> dict[str, Any] | None:
    address = person.address
    if address is None:
        return None
    return {
        "kind": AddressKind.RESIDENCE.value,
        "street": address.street,
        "house_number": address.house_number,
        "letter": address.letter,
        "addition": address.addition,
        "designation": address.designation,
        "postcode": address.postcode,
        "place": address.place,
        "country": address.country,
        "foreign_lines": "\n".join(address.foreign_lines),
    }
