"""Writes parties and keeps their search tokens; the transaction is the caller's."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, insert, select, update

from kcc_desktop.data import search_index
from kcc_desktop.data.database import Work
from kcc_desktop.data.parties import (
    DigitalAddressRow,
    OrganisationRow,
    PartyAddressRow,
    PartyRow,
    PersonRow,
)
from kcc_desktop.data.party_contact_details import DESK
from kcc_desktop.data.party_words import organisation_names, person_names
from kcc_desktop.domain import findable
from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.local_time import local_day
from kcc_desktop.domain.names import PersonName, full_name
from kcc_desktop.domain.parties import AddressKind, DigitalAddressKind, PartyKind
from kcc_desktop.domain.party_commands import ChangePreferences, RegisterOrganisation, RegisterPerson


def exists(connection: Connection, party_id: UUID) -> bool:
    return connection.scalar(select(PartyRow.id).where(PartyRow.id == party_id)) is not None


def registered_before(connection: Connection, command: RegisterPerson | RegisterOrganisation) -> bool:
    """Whether an earlier submit of the same command registered the party. Same id with other content: ValueError.

    What a register or a colleague changed since then is not compared.
    """
    row = connection.execute(select(PartyRow.source, PartyRow.kind).where(PartyRow.id == command.id)).first()
    if row is None:
        return False
    if (row.kind == PartyKind.PERSON) != isinstance(command, RegisterPerson):
        raise ValueError("the same party id was submitted with other content")
    if row.source == DESK:
        if isinstance(command, RegisterPerson):
            wanted, every = _person(command), select(PersonRow.__table__).where(PersonRow.party_id == command.id)
        else:
            wanted = _organisation(command)
            every = select(OrganisationRow.__table__).where(OrganisationRow.party_id == command.id)
        kept = connection.execute(every).one()
        if any(getattr(kept, column) != value for column, value in wanted.items() if column != "preferred_name"):
            raise ValueError("the same party id was submitted with other content")
    return True


def add_person(unit: Work, command: RegisterPerson, title: str, sort_key: str) -> None:
    _add_party(unit, command.id, PartyKind.PERSON, title, sort_key)
    unit.connection.execute(insert(PersonRow).values(party_id=command.id, **_person(command)))
    if command.address is not None:
        _add_address(unit.connection, command.id, AddressKind.RESIDENCE, command.address)


def add_organisation(unit: Work, command: RegisterOrganisation, sort_key: str) -> None:
    _add_party(unit, command.id, PartyKind.ORGANISATION, command.name, sort_key)
    unit.connection.execute(insert(OrganisationRow).values(party_id=command.id, **_organisation(command)))
    if command.address is not None:
        _add_address(unit.connection, command.id, AddressKind.VISIT, command.address)


def _person(command: RegisterPerson) -> dict[str, Any]:
    name = command.name
    return {
        "bsn": command.bsn,
        "given_names": name.given_names,
        "prefix": name.prefix,
        "surname": name.surname,
        "title": name.title,
        "partner_prefix": name.partner_prefix,
        "partner_surname": name.partner_surname,
        "name_usage": name.usage.value,
        "preferred_name": name.preferred_name,
        "gender": name.gender or "O",
        "birth_date": command.born.to_text() if command.born else "",
    }


def _organisation(command: RegisterOrganisation) -> dict[str, Any]:
    return {
        "name": command.name,
        "kvk_number": command.kvk_number,
        "branch_number": command.branch_number,
        "rsin": command.rsin,
    }


def _add_party(unit: Work, party_id: UUID, kind: PartyKind, title: str, sort_key: str) -> None:
    unit.connection.execute(
        insert(PartyRow).values(
            id=party_id, kind=kind, title=title, sort_key=sort_key[:300], source=DESK, source_on=local_day(unit.now)
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


def prefer(unit: Work, command: ChangePreferences, agreed_on: date | None) -> bool:
    """Whether the version the command is based on still stood, and is the next one now."""
    changed = unit.connection.execute(
        update(PartyRow)
        .where(PartyRow.id == command.party_id, PartyRow.preferences_version == command.based_on)
        .values(
            preferred_channel=command.channel,
            preferred_moment=command.moment,
            language=command.language,
            needs_digital_help=command.needs_digital_help,
            digital_help_agreed_on=agreed_on,
            preferences_version=command.based_on + 1,
        )
        .returning(PartyRow.id)
    ).first()
    return changed is not None


def rename(unit: Work, party_id: UUID, name: PersonName) -> None:
    """Somebody is called otherwise than the register says."""
    unit.connection.execute(
        update(PersonRow).where(PersonRow.party_id == party_id).values(preferred_name=name.preferred_name)
    )
    unit.connection.execute(update(PartyRow).where(PartyRow.id == party_id).values(title=full_name(name)[:300]))
    reindex(unit.connection, party_id)


def reindex(connection: Connection, party_id: UUID) -> None:
    """Write the party's tokens anew from its rows: names, numbers, birth date, address, phones, mail."""
    reindex_all(connection, [party_id])


def reindex_all(connection: Connection, party_ids: list[UUID]) -> None:
    """The same for many parties in four reads; at most some hundreds at a time.

    The parties are locked first: of two desktops that change one, the second reads what the first wrote. Not so hard
    that whoever only refers to them would wait.
    """
    connection.execute(
        select(PartyRow.id).where(PartyRow.id.in_(party_ids)).order_by(PartyRow.id).with_for_update(key_share=True)
    )
    names: dict[UUID, set[str]] = {party_id: set() for party_id in party_ids}
    others: dict[UUID, set[str]] = {party_id: set() for party_id in party_ids}
    for person in connection.execute(select(PersonRow.__table__).where(PersonRow.party_id.in_(party_ids))):
        names[person.party_id].update(person_names(person))
        others[person.party_id].update(findable.birth_words(person.birth_date))
        for number in (person.bsn, person.a_number):
            others[person.party_id].update(findable.secret_words(number))
    for organisation in connection.execute(
        select(OrganisationRow.__table__).where(OrganisationRow.party_id.in_(party_ids))
    ):
        names[organisation.party_id].update(organisation_names(organisation))
        numbers = (organisation.kvk_number, organisation.branch_number, organisation.rsin)
        others[organisation.party_id].update(number for number in numbers if number)
    for row in connection.execute(select(PartyAddressRow.__table__).where(PartyAddressRow.party_id.in_(party_ids))):
        words = findable.address_words(row.street, row.house_number, row.letter, row.postcode, row.place)
        names[row.party_id].update(word for word in words if word.isalpha())
        others[row.party_id].update(words)
    for party_id, kind, value in connection.execute(
        select(DigitalAddressRow.party_id, DigitalAddressRow.kind, DigitalAddressRow.value).where(
            DigitalAddressRow.party_id.in_(party_ids), DigitalAddressRow.ended_at.is_(None)
        )
    ):
        is_phone = kind == DigitalAddressKind.PHONE
        others[party_id].update(findable.phone_words(value) if is_phone else findable.mail_words(value))
    search_index.index_parties(
        connection,
        {party_id: search_index.Words(frozenset(names[party_id]), frozenset(others[party_id])) for party_id in names},
    )
