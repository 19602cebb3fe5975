"""Who speaks for whom: reads, and the rows that begin and end it."""

from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, Connection, Select, bindparam, insert, literal, select, union_all

from kcc_desktop.data.database import Work
from kcc_desktop.data.parties import PartyRow, RepresentationEndRow, RepresentationRow
from kcc_desktop.domain.parties import PartyKind, Representation, RepresentationGround
from kcc_desktop.domain.party_commands import AddRepresentation

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
        )
        .join(PartyRow, PartyRow.id == there)
        .outerjoin(RepresentationEndRow, RepresentationEndRow.representation_id == RepresentationRow.id)
        .where(here == _party, RepresentationEndRow.representation_id.is_(None))
    )


_BOTH_WAYS = union_all(
    _way(True, RepresentationRow.representative_id, RepresentationRow.represented_id),
    _way(False, RepresentationRow.represented_id, RepresentationRow.representative_id),
)


def representations(connection: Connection, party_id: UUID) -> tuple[Representation, ...]:
    """Both ways, for whom this party speaks first; ended ones are left out, lapsed ones are not."""
    rows = connection.execute(_BOTH_WAYS, {"party": party_id}).all()
    return tuple(
        Representation(
            row.id,
            bool(row.outgoing),
            row.other,
            PartyKind(row.kind),
            row.title,
            RepresentationGround(row.ground),
            row.function,
            row.valid_from,
            row.valid_until,
        )
        for row in sorted(rows, key=lambda row: (not row.outgoing, row.sort_key))
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


def has_ended(connection: Connection, representation_id: UUID) -> bool:
    found = select(RepresentationEndRow.at).where(RepresentationEndRow.representation_id == representation_id)
    return connection.scalar(found) is not None


def end(unit: Work, representation_id: UUID) -> None:
    unit.connection.execute(
        insert(RepresentationEndRow).values(representation_id=representation_id, at=unit.now, by=unit.agent.id)
    )
