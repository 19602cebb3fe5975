"""Whose address and contact details are covered by a disclosure restriction: of oneself, of a housemate or family."""

from collections.abc import Collection
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
    Connection,
    Select,
    and_,
    bindparam,
    func,
    literal,
    or_,
    select,
    union_all,
)

from kcc_desktop.data.parties import PartyAddressRow, PartyRelationRow, PersonRow
from kcc_desktop.domain.parties import AddressKind

_ids: BindParameter[UUID] = bindparam("ids", expanding=True)
_own, _other = PartyAddressRow.__table__.alias("own"), PartyAddressRow.__table__.alias("other")
_HOUSEMATE, _FAMILY = "housemate", "family"


def _same(column: str) -> ColumnElement[bool]:
    """Where one of the two has no postcode somebody typed the rest, in letters of any size."""
    return func.lower(_own.c[column]) == func.lower(_other.c[column])


def _with_somebody(*same: ColumnElement[bool]) -> Select[tuple[UUID, str]]:
    """Whose address of any kind, a company's too, is where somebody else lives under a restriction."""
    return (
        select(_own.c.party_id, literal(_HOUSEMATE))
        .join(_other, and_(_own.c.house_number == _other.c.house_number, *same))
        .join(PersonRow, PersonRow.party_id == _other.c.party_id)
        .where(
            _own.c.party_id.in_(_ids),
            _own.c.party_id != _other.c.party_id,
            _other.c.kind == AddressKind.RESIDENCE.value,
            PersonRow.restriction != 0,
        )
    )


_written_alike = (
    _same("street"),
    _same("letter"),
    _same("addition"),
    _own.c.street != "",
    or_(_own.c.place == "", _other.c.place == "", _same("place")),
)
# Who shares an address with, or is family of, somebody else under a disclosure restriction.
_ARMS: tuple[Any, ...] = (
    _with_somebody(
        _own.c.postcode == _other.c.postcode,
        _own.c.letter == _other.c.letter,
        _own.c.addition == _other.c.addition,
        _own.c.postcode != "",
    ),
    # Each of these two by an index of its own: the other's without a postcode, and one's own.
    _with_somebody(_other.c.postcode == "", _own.c.postcode != "", *_written_alike),
    _with_somebody(_own.c.postcode == "", *_written_alike),
    select(PartyRelationRow.party_id, literal(_FAMILY))
    .join(PersonRow, PersonRow.party_id == PartyRelationRow.related_id)
    .where(PartyRelationRow.party_id.in_(_ids), PersonRow.restriction != 0),
    select(PartyRelationRow.related_id, literal(_FAMILY))
    .join(PersonRow, PersonRow.party_id == PartyRelationRow.party_id)
    .where(PartyRelationRow.related_id.in_(_ids), PersonRow.restriction != 0),
)
_SHARING: CompoundSelect[Any] = union_all(*_ARMS)
_COVERED: CompoundSelect[Any] = union_all(
    *_ARMS,
    select(PersonRow.party_id, literal("oneself")).where(PersonRow.party_id.in_(_ids), PersonRow.restriction != 0),
)


class Sharing(NamedTuple):
    """Whose address or number would give away somebody who is under a disclosure restriction."""

    housemates: frozenset[UUID]
    family: frozenset[UUID]


def sharing_restriction(connection: Connection, ids: Collection[UUID]) -> Sharing:
    """Those of `ids` who live with, or are family of, somebody else who has a disclosure restriction."""
    rows = connection.execute(_SHARING, {"ids": list(ids)}).all()
    return Sharing(
        frozenset(party_id for party_id, why in rows if why == _HOUSEMATE),
        frozenset(party_id for party_id, why in rows if why == _FAMILY),
    )


def is_covered(connection: Connection, party_id: UUID) -> bool:
    """Whether address and contact details are covered: under a restriction, or with or of somebody who is."""
    return bool(covered_among(connection, [party_id]))


def covered_among(connection: Connection, ids: Collection[UUID]) -> frozenset[UUID]:
    """Those of `ids` whose address and contact details are covered."""
    if not ids:
        return frozenset()
    return frozenset(party_id for party_id, _why in connection.execute(_COVERED, {"ids": list(ids)}))
