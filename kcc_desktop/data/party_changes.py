"""Changes to what the desk keeps of a party, each refused when a colleague was first."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import select, update

from kcc_desktop.data import party_contact_details as details
from kcc_desktop.data import party_writes
from kcc_desktop.data.contacts import ChannelRow
from kcc_desktop.data.database import Work
from kcc_desktop.data.parties import PartyRow, PersonRow
from kcc_desktop.data.party_cards import name_of
from kcc_desktop.domain.errors import AlreadyDone, NotFound
from kcc_desktop.domain.local_time import local_day
from kcc_desktop.domain.parties import DigitalAddressKind
from kcc_desktop.domain.party_commands import (
    AddDigitalAddress,
    AddressChanged,
    AddressKnown,
    ChangeDigitalAddress,
    ChangePreferences,
    PreferencesChanged,
)
from kcc_desktop.domain.registering import fit_digital, fit_label, fit_preferences


def note_death(unit: Work, party_id: UUID, died_on: date) -> bool | None:
    """False when it was known already; None when there is no such person."""
    known = unit.connection.scalar(select(PersonRow.is_deceased).where(PersonRow.party_id == party_id))
    if known is None or known:
        return None if known is None else False
    unit.connection.execute(
        update(PersonRow).where(PersonRow.party_id == party_id).values(is_deceased=True, death_date=f"{died_on:%Y%m%d}")
    )
    return True


def add_digital_address(unit: Work, command: AddDigitalAddress, value: str) -> bool:
    """Whether it is new; False: the same command was here before. Refuses with NotFound and AddressKnown."""
    command = replace(command, label=fit_label(command.label))
    if not party_writes.exists(unit.connection, command.party_id):
        raise NotFound
    if details.address_row(unit.connection, command.id) is not None:
        return False
    if details.address_in_use(unit.connection, command.party_id, command.kind, value) is not None:
        raise AddressKnown
    details.add(unit, command, value)
    party_writes.reindex(unit.connection, command.party_id)
    return True


def change_digital_address(unit: Work, command: ChangeDigitalAddress) -> UUID | None:
    """Whose address was changed; None: it is already as it should be. Refuses as `PartyService` says."""
    connection, label = unit.connection, fit_label(command.label)
    row = details.address_row(connection, command.id)
    if row is None:
        raise NotFound
    party_id: UUID = row.party_id
    kind = DigitalAddressKind(row.kind)
    value = fit_digital(kind, command.value)
    if row.ended_at is not None:
        if value != row.value and details.address_row(connection, command.replacement_id) is not None:
            return None
        raise AlreadyDone
    if value != row.value:
        if details.address_in_use(connection, party_id, kind, value) is not None:
            raise AddressKnown
        if not details.end(unit, command.id, command.heard, command.based_on):
            raise AddressChanged
        added = AddDigitalAddress(
            command.replacement_id,
            party_id,
            kind,
            value,
            label,
            command.is_preferred,
            command.agreed_to,
            command.heard,
        )
        details.add(unit, added, value)
        party_writes.reindex(connection, party_id)
        return party_id
    if (row.label, row.is_preferred) == (label, command.is_preferred) and command.agreed_to == details.agreed_now(
        connection, command.id
    ):
        return None
    if not details.change(unit, row, command.based_on, label, is_preferred=command.is_preferred):
        raise AddressChanged
    details.agree(unit, command.id, command.agreed_to, command.heard)
    return party_id


def change_preferences(unit: Work, command: ChangePreferences) -> bool:
    """Whether anything changed; False: it is already so. Refuses as `PartyService` says."""
    connection = unit.connection
    command = fit_preferences(command, frozenset(connection.scalars(select(ChannelRow.code))))
    row = connection.execute(select(PartyRow.__table__).where(PartyRow.id == command.party_id)).first()
    if row is None:
        raise NotFound
    name = name_of(connection, command.party_id)
    agreed_on: date | None = None
    if command.needs_digital_help:
        agreed_on = row.digital_help_agreed_on or local_day(unit.now)
    now = (
        row.preferred_channel,
        row.preferred_moment,
        row.language,
        row.needs_digital_help,
        row.digital_help_agreed_on,
        name.preferred_name if name is not None else command.preferred_name,
    )
    wanted = (command.channel, command.moment, command.language, command.needs_digital_help, agreed_on)
    if now == (*wanted, command.preferred_name):
        return False
    if not party_writes.prefer(unit, command, agreed_on):
        raise PreferencesChanged
    if name is not None and name.preferred_name != command.preferred_name:
        party_writes.rename(unit, command.party_id, replace(name, preferred_name=command.preferred_name))
    return True
