"""What products cost, per year and channel, as a list of the town. Nothing refers to a fee, so that one may go."""

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select

from kcc_desktop.data.approaches import ProductFeeRow
from kcc_desktop.data.contacts import ProductRow
from kcc_desktop.data.database import Work
from kcc_desktop.data.list_store import Stored, unknown
from kcc_desktop.domain.list_kinds import ANY
from kcc_desktop.domain.lists import CellProblem, EntryRefused, Values


class FeeStore:
    """A fee's id is what makes it that fee: product, year, channel, for whom."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        products = connection.execute(select(ProductRow.id, ProductRow.name)).all()
        self._names: dict[UUID, str] = {row.id: row.name for row in products}
        self._products: dict[str, list[UUID]] = {}
        for row in products:
            self._products.setdefault(row.name.casefold(), []).append(row.id)

    def stored(self) -> list[Stored]:
        """The newest year first, then by product."""
        rows = self._connection.execute(
            select(ProductFeeRow.__table__, ProductRow.name)
            .join(ProductRow, ProductRow.id == ProductFeeRow.product_id)
            .order_by(ProductFeeRow.year.desc(), ProductRow.name, ProductFeeRow.channel, ProductFeeRow.label)
        )
        return [
            Stored(
                _id(row.product_id, row.year, row.channel, row.label),
                {
                    "product": row.name,
                    "year": row.year,
                    "channel": row.channel or ANY,
                    "label": row.label,
                    "amount": row.cents,
                    "example": row.is_example,
                },
            )
            for row in rows
        ]

    def settle(self, values: Values) -> Values:
        return {**values, "product": self._names[self._product(values)]}

    def add(self, unit: Work, values: Values) -> str:
        row = self._row(values)
        unit.connection.execute(insert(ProductFeeRow).values(**row))
        return _id(row["product_id"], row["year"], row["channel"], row["label"])

    def change(self, unit: Work, entry_id: str, values: Values) -> None:
        """Another product, year or channel is another fee: make that one, and take this one away."""
        row = self._row(values)
        if _id(row["product_id"], row["year"], row["channel"], row["label"]) != entry_id:
            raise EntryRefused((CellProblem("year", "another_fee"),))
        self.remove(unit, entry_id)
        self.add(unit, values)

    def remove(self, unit: Work, entry_id: str) -> None:
        product_id, year, channel, label = entry_id.split("/", 3)
        unit.connection.execute(
            delete(ProductFeeRow).where(
                ProductFeeRow.product_id == UUID(product_id),
                ProductFeeRow.year == int(year),
                ProductFeeRow.channel == channel,
                ProductFeeRow.label == label,
            )
        )

    def told_as(self, entry_id: str) -> UUID:
        """The product's: whoever shows that shows its fees."""
        return UUID(entry_id.split("/", 1)[0])

    def _product(self, values: Values) -> UUID:
        found = self._products.get(str(values["product"]).casefold(), [])
        if len(found) > 1:
            raise EntryRefused((CellProblem("product", "several"),))
        return found[0] if found else unknown("product", self._names.values())

    def _row(self, values: Values) -> dict[str, Any]:
        return {
            "product_id": self._product(values),
            "year": values["year"],
            "channel": "" if values["channel"] == ANY else values["channel"],
            "label": values["label"],
            "cents": values["amount"],
            "is_example": values["example"],
        }


def _id(product_id: UUID, year: int, channel: str, label: str) -> str:
    return f"{product_id}/{year}/{channel}/{label}"
