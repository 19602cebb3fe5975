"""Where a party lives and can be reached: reads and changes. An ended address keeps its row."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, Connection, bindparam, delete, insert, select, update

from kcc_desktop.data.agents import AgentRow
from kcc_desktop.data.contacts import ChannelRow
from kcc_desktop.data.database import Work
from kcc_desktop.data.parties import AgreedMessageRow, ConsentRow, DigitalAddressRow, PartyAddressRow
from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.local_time import local_day
from kcc_desktop.domain.parties import (
    AddressKind,
    DigitalAddress,
    DigitalAddressKind,
    MessageKind,
    PartyAddress,
    Source,
)
from kcc_desktop.domain.party_answers import Consent
from kcc_desktop.domain.party_commands import AddDigitalAddress, Heard

DESK = "desk"  # the source of what an agent typed

_party: BindParameter[UUID] = bindparam("party")
_ADDRESSES = select(PartyAddressRow.__table__).where(PartyAddressRow.party_id == _party)
_DIGITAL = (
    select(DigitalAddressRow.__table__, AgreedMessageRow.kind.label("agreed"))
    .outerjoin(AgreedMessageRow, AgreedMessageRow.address_id == DigitalAddressRow.id)
    .where(DigitalAddressRow.party_id == _party, DigitalAddressRow.ended_at.is_(None))
    .order_by(DigitalAddressRow.is_preferred.desc(), DigitalAddressRow.kind.desc(), DigitalAddressRow.id)
)


def addresses(connection: Connection, party_id: UUID, source: Source) -> tuple[PartyAddress, ...]:
    return tuple(
        PartyAddress(
            AddressKind(row.kind),
            Address(
                street=row.street,
                house_number=row.house_number,
                letter=row.letter,
                addition=row.addition,
                designation=row.designation,
                postcode=row.postcode,
                place=row.place,
                country=row.country,
                foreign_lines=tuple(row.foreign_lines.splitlines()),
            ),
            source,
        )
        for row in connection.execute(_ADDRESSES, {"party": party_id})
    )


def digital_addresses(connection: Connection, party_id: UUID) -> tuple[DigitalAddress, ...]:
    """The addresses in use, the preferred ones first."""
    rows = connection.execute(_DIGITAL, {"party": party_id}).all()
    agreed: dict[UUID, set[MessageKind]] = {}
    for row in rows:
        kinds = agreed.setdefault(row.id, set())
        if row.agreed is not None:
            kinds.add(MessageKind(row.agreed))
    once = {row.id: row for row in rows}
    return tuple(
        DigitalAddress(
            row.id,
            DigitalAddressKind(row.kind),
            row.value,
            row.label,
            row.is_preferred,
            frozenset(agreed[row.id]),
            row.verified_at,
            Source(row.source, row.source_on),
            row.version,
        )
        for row in once.values()
    )


def address_row(connection: Connection, address_id: UUID) -> Any:
    """The address as it stands, ended or not; None when there is none."""
    return connection.execute(select(DigitalAddressRow.__table__).where(DigitalAddressRow.id == address_id)).first()


def address_in_use(connection: Connection, party_id: UUID, kind: DigitalAddressKind, value: str) -> UUID | None:
    return connection.scalar(
        select(DigitalAddressRow.id).where(
            DigitalAddressRow.party_id == party_id,
            DigitalAddressRow.kind == kind.value,
            DigitalAddressRow.value == value,
            DigitalAddressRow.ended_at.is_(None),
        )
    )


def add(unit: Work, command: AddDigitalAddress, value: str) -> None:
    if command.is_preferred:
        _prefer_none(unit, command.party_id, command.kind)
    unit.connection.execute(
        insert(DigitalAddressRow).values(
            id=command.id,
            party_id=command.party_id,
            kind=command.kind,
            value=value,
            label=command.label,
            is_preferred=command.is_preferred,
            source=DESK,
            source_on=local_day(unit.now),
        )
    )
    agree(unit, command.id, command.agreed_to, command.heard)


def change(unit: Work, row: Any, based_on: int, label: str, *, is_preferred: bool) -> bool:
    """Whether the version `based_on` still stood and is changed now; the value stays."""
    if is_preferred and not row.is_preferred:
        _prefer_none(unit, row.party_id, DigitalAddressKind(row.kind))
    return _move(unit, row.id, based_on, {"label": label, "is_preferred": is_preferred, "version": based_on + 1})


def end(unit: Work, address_id: UUID, heard: Heard | None, based_on: int | None = None) -> bool:
    """Whether it was still in use (in the version `based_on`) and is not any more; what was agreed ends with it."""
    ended = _move(unit, address_id, based_on, {"ended_at": unit.now, "is_preferred": False})
    if ended:
        agree(unit, address_id, frozenset(), heard)
    return ended


def _move(unit: Work, address_id: UUID, based_on: int | None, values: dict[str, Any]) -> bool:
    move = update(DigitalAddressRow).where(DigitalAddressRow.id == address_id, DigitalAddressRow.ended_at.is_(None))
    if based_on is not None:
        move = move.where(DigitalAddressRow.version == based_on)
    moved = unit.connection.execute(move.values(**values).returning(DigitalAddressRow.id)).first()
    return moved is not None


def _prefer_none(unit: Work, party_id: UUID, kind: DigitalAddressKind) -> None:
    """One number and one mail address is the preferred one."""
    unit.connection.execute(
        update(DigitalAddressRow)
        .where(
            DigitalAddressRow.party_id == party_id,
            DigitalAddressRow.kind == kind.value,
            DigitalAddressRow.is_preferred,
            DigitalAddressRow.ended_at.is_(None),
        )
        .values(is_preferred=False, version=DigitalAddressRow.version + 1)
    )


def agreed_now(connection: Connection, address_id: UUID) -> frozenset[MessageKind]:
    kinds = connection.scalars(select(AgreedMessageRow.kind).where(AgreedMessageRow.address_id == address_id))
    return frozenset(MessageKind(kind) for kind in kinds)


def agree(unit: Work, address_id: UUID, wanted: frozenset[MessageKind], heard: Heard | None) -> None:
    """From now on exactly these kinds of message; each that came or went is a line of its own.

    Refuses with InvalidValue("channel", "unknown") what was heard on a channel that there is not.
    """
    before = agreed_now(unit.connection, address_id)
    given, taken_back = sorted(wanted - before), sorted(before - wanted)
    if taken_back:
        unit.connection.execute(
            delete(AgreedMessageRow).where(
                AgreedMessageRow.address_id == address_id, AgreedMessageRow.kind.in_(taken_back)
            )
        )
    if given:
        rows = [{"address_id": address_id, "kind": kind, "agreed_at": unit.now} for kind in given]
        unit.connection.execute(insert(AgreedMessageRow), rows)
    lines = [_line(unit, address_id, kind, heard, is_given=True) for kind in given]
    lines += [_line(unit, address_id, kind, heard, is_given=False) for kind in taken_back]
    if lines:
        if heard is not None:
            _require_channel(unit.connection, heard.channel_code)
        unit.connection.execute(insert(ConsentRow), lines)


def _require_channel(connection: Connection, code: str) -> None:
    if connection.scalar(select(ChannelRow.code).where(ChannelRow.code == code)) is None:
        raise InvalidValue("channel", "unknown")


def _line(unit: Work, address_id: UUID, kind: MessageKind, heard: Heard | None, *, is_given: bool) -> dict[str, Any]:
    return {
        "id": new_id(),
        "address_id": address_id,
        "kind": kind,
        "is_given": is_given,
        "at": unit.now,
        "by": unit.agent.id,
        "channel_code": heard.channel_code if heard is not None else None,
        "conversation_id": heard.conversation_id if heard is not None else None,
    }


def consents(connection: Connection, address_ids: Collection[UUID]) -> dict[UUID, tuple[Consent, ...]]:
    """Every line of each of these addresses, the newest first; an address without any is left out."""
    rows = connection.execute(
        select(
            ConsentRow.address_id,
            ConsentRow.kind,
            ConsentRow.is_given,
            ConsentRow.at,
            AgentRow.name,
            ConsentRow.channel_code,
            ConsentRow.conversation_id,
        )
        .join(AgentRow, AgentRow.id == ConsentRow.by)
        .where(ConsentRow.address_id.in_(address_ids))
        .order_by(ConsentRow.at.desc(), ConsentRow.kind)
    )
    found: dict[UUID, tuple[Consent, ...]] = {}
    for address_id, kind, is_given, at, by, channel_code, conversation_id in rows:
        line = Consent(MessageKind(kind), is_given, at, by, channel_code or "", conversation_id)
        found[address_id] = (*found.get(address_id, ()), line)
    return found
