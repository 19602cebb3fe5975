"""Reads products and keeps how often each is asked for: a counter row each, never a count over contacts."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, ForeignKey, delete, func, insert, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Mapped, mapped_column

from kcc_desktop.data.approaches import ProductFeeRow
from kcc_desktop.data.base import Base
from kcc_desktop.data.calendars import ProductFactsRow
from kcc_desktop.data.columns import Id, Instant
from kcc_desktop.data.contacts import AnonymousCountRow, ContactRow, ProductRow
from kcc_desktop.data.database import Work
from kcc_desktop.domain.approaches import Approach, DigitalWay, Fee, FeeChannel
from kcc_desktop.domain.products import Product


class ProductActivityRow(Base):
    """How often contacts named a product; counting them anew would read millions of rows."""

    __tablename__ = "product_activity"

    product_id: Mapped[UUID] = mapped_column(Id, ForeignKey("product.id"), primary_key=True)
    asked: Mapped[int] = mapped_column(default=0)
    last_asked_at: Mapped[datetime] = mapped_column(Instant)


_PRODUCTS = (
    select(
        ProductRow.id,
        ProductRow.name,
        ProductRow.upl_name,
        ProductRow.upl_uri,
        ProductRow.keywords,
        ProductRow.owner,
        ProductRow.answer,
        ProductRow.link,
        func.coalesce(ProductActivityRow.asked, 0),
        ProductRow.is_street_report,
        ProductRow.approach,
        ProductRow.advises_contact,
        ProductFactsRow.digital_from,
        ProductFactsRow.digital_link,
    )
    .outerjoin(ProductActivityRow, ProductActivityRow.product_id == ProductRow.id)
    .outerjoin(ProductFactsRow, ProductFactsRow.product_id == ProductRow.id)
    .order_by(func.coalesce(ProductActivityRow.asked, 0).desc(), ProductRow.name, ProductRow.id)
)


def every(connection: Connection, limit: int | None = None) -> tuple[Product, ...]:
    """The most asked first, then by name."""
    costs: dict[UUID, list[Fee]] = {}
    for fee in fees(connection):
        costs.setdefault(fee.product_id, []).append(fee)
    rows = connection.execute(_PRODUCTS.limit(limit))
    return tuple(_product(row, tuple(costs.get(row.id, ()))) for row in rows)


def one(connection: Connection, product_id: UUID) -> Product | None:
    row = connection.execute(_PRODUCTS.where(ProductRow.id == product_id)).first()
    return _product(row, fees(connection, product_id)) if row is not None else None


def fees(connection: Connection, product_id: UUID | None = None) -> tuple[Fee, ...]:
    """Of one product or of all, the newest year first."""
    wanted = select(ProductFeeRow.__table__).order_by(
        ProductFeeRow.year.desc(), ProductFeeRow.channel.desc(), ProductFeeRow.label
    )
    if product_id is not None:
        wanted = wanted.where(ProductFeeRow.product_id == product_id)
    return tuple(
        Fee(row.product_id, row.year, FeeChannel(row.channel), row.label, row.cents, row.is_example)
        for row in connection.execute(wanted)
    )


def _product(row: Any, costs: tuple[Fee, ...]) -> Product:
    *plain, approach, advises, digital_from, digital_link = row
    digital = DigitalWay(digital_from, digital_link or row.link) if digital_from is not None else None
    fits = Approach(approach) if approach else None
    return replace(Product(*plain), approach=fits, advises_contact=advises, digital=digital, fees=costs)


def note_asked(unit: Work, product_ids: Iterable[UUID]) -> None:
    """Once more for each. In one order for every desktop, and last in the transaction: the row's lock is short."""
    upsert: Any = sqlite_insert if unit.connection.dialect.name == "sqlite" else postgresql_insert
    for product_id in sorted(product_ids):
        unit.connection.execute(
            upsert(ProductActivityRow)
            .values(product_id=product_id, asked=1, last_asked_at=unit.now)
            .on_conflict_do_update(
                index_elements=["product_id"],
                set_={"asked": ProductActivityRow.asked + 1, "last_asked_at": unit.now},
            )
        )


def note_not_asked(unit: Work, product_id: UUID) -> None:
    """Once less: a correction says that it was about something else."""
    unit.connection.execute(
        update(ProductActivityRow)
        .where(ProductActivityRow.product_id == product_id, ProductActivityRow.asked > 0)
        .values(asked=ProductActivityRow.asked - 1)
    )


def recount(connection: Connection) -> None:
    """Count anew over all contacts and counted questions, after a bulk load; corrections are not looked at."""
    named = (
        select(ContactRow.product_id, ContactRow.recorded_at.label("at"))
        .where(ContactRow.product_id.is_not(None))
        .union_all(
            select(AnonymousCountRow.product_id, AnonymousCountRow.at).where(AnonymousCountRow.product_id.is_not(None))
        )
        .subquery()
    )
    connection.execute(delete(ProductActivityRow))
    connection.execute(
        insert(ProductActivityRow).from_select(
            ["product_id", "asked", "last_asked_at"],
            select(named.c.product_id, func.count(), func.max(named.c.at)).group_by(named.c.product_id),
        )
    )
