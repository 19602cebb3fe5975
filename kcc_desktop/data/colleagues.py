"""Reads the colleagues, departments, groups and partners that work can go to."""

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from kcc_desktop.data.contacts import ProductRow
from kcc_desktop.data.work import ColleagueRow
from kcc_desktop.domain.folding import fold
from kcc_desktop.domain.work import Colleague, ColleagueKind

_COLLEAGUES = select(
    ColleagueRow.id,
    ColleagueRow.kind,
    ColleagueRow.name,
    ColleagueRow.department,
    ColleagueRow.function,
    ColleagueRow.phone,
    ColleagueRow.email,
    ColleagueRow.availability,
).order_by(ColleagueRow.name, ColleagueRow.id)


def every(connection: Connection) -> tuple[Colleague, ...]:
    """A municipality has some hundreds; by name."""
    return tuple(map(_colleague, connection.execute(_COLLEAGUES)))


def of_kind(connection: Connection, kind: ColleagueKind) -> tuple[Colleague, ...]:
    return tuple(map(_colleague, connection.execute(_COLLEAGUES.where(ColleagueRow.kind == kind.value))))


def one(connection: Connection, colleague_id: UUID) -> Colleague | None:
    row = connection.execute(_COLLEAGUES.where(ColleagueRow.id == colleague_id)).first()
    return _colleague(row) if row is not None else None


def owner_of(connection: Connection, product_id: UUID) -> Colleague | None:
    """The department whose name the product names as its owner; capitals and accents may differ."""
    owner = fold(connection.scalar(select(ProductRow.owner).where(ProductRow.id == product_id)) or "").strip()
    if not owner:
        return None
    departments = of_kind(connection, ColleagueKind.DEPARTMENT)
    return next((unit for unit in departments if fold(unit.name).strip() == owner), None)


def _colleague(row: Any) -> Colleague:
    return Colleague(
        row.id,
        ColleagueKind(row.kind),
        row.name,
        row.department,
        row.function,
        row.phone,
        row.email,
        row.availability,
    )
