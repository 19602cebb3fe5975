"""Who speaks for whom: reads, and the rows that begin and end it."""

from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, Connection, Select, bindparam, insert, literal, select, union_all
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from kcc_desktop.data.database import Work
from kcc_desktop.data.parties import PartyRow, RepresentationEndRow, RepresentationRow
from kcc_desktop.domain.local_time import local_day
from kcc_desktop.domain.parties import PartyKind, Representation, RepresentationGround
from kcc_desktop.domain.party_commands import AddRepresentation, EndRepresentation

_party: BindParameter[UUID] = bindparam("party")


def _way(outgoing: bool, here: Any, there: Any) -> Select[Any]:
    return (
        select(
            literal(outgoing).label("outgoing"),
            RepresentationRow.__table__,
            PartyRow.id.label("other"),
            PartyRow.kind,
            PartyRow.title,
            PartyRow.sort_key,
            RepresentationEndRow.at.label("ended_at"),
            RepresentationEndRow.ended_on,
        )
        .join(PartyRow, PartyRow.id == there)
        .outerjoin(RepresentationEndRow, RepresentationEndRow.representation_id == RepresentationRow.id)
        .where(here == _party)
    )


_BOTH_WAYS = union_all(
    _way(True, RepresentationRow.representative_id, RepresentationRow.represented_id),
    _way(False, RepresentationRow.represented_id, RepresentationRow.representative_id),
)


def representations(connection: Connection, party_id: UUID) -> tuple[Representation, ...]:
    """Both ways, for whom this party speaks first; what ended or lapsed is among them and says so."""
    rows = connection.execute(_BOTH_WAYS, {"party": party_id}).all()
    return tuple(_representation(row) for row in sorted(rows, key=lambda row: (not row.outgoing, row.sort_key)))


def _representation(row: Any) -> Representation:
    return Representation(
        row.id,
        bool(row.outgoing),
        row.other,
        PartyKind(row.kind),
        row.title,
        RepresentationGround(row.ground),
        row.function,
        row.valid_from,
        row.valid_until,
        row.ended_on or (local_day(row.ended_at) if row.ended_at is not None else None),
    )


def pair(connection: Connection, representation_id: UUID) -> tuple[UUID, UUID] | None:
    """Who speaks and for whom, ended or not; None when there is no such representation."""
    row = connection.execute(
        select(RepresentationRow.representative_id, RepresentationRow.represented_id).where(
            RepresentationRow.id == representation_id
        )
    ).first()
    return (row.representative_id, row.represented_id) if row is not None else None


def add(unit: Work, command: AddRepresentation) -> None:
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


def end(unit: Work, command: EndRepresentation) -> bool:
    """Whether it had not ended before and does now: of two desks at once one is first."""
    before = select(RepresentationEndRow.at).where(RepresentationEndRow.representation_id == command.id)
    if unit.connection.scalar(before) is not None:
        return False
    upsert = sqlite_insert if unit.connection.dialect.name == "sqlite" else postgresql_insert
    ended = unit.connection.execute(
        upsert(RepresentationEndRow)
        .values(representation_id=command.id, at=unit.now, by=unit.agent.id, ended_on=command.ended_on)
        .on_conflict_do_nothing()
        .returning(RepresentationEndRow.representation_id)
    ).first()
    return ended is not None
