"""Products with what an appointment for them needs, as a list of the town.

A product that contacts or appointments name is never taken away; one without minutes has no appointments.
"""

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select, update

from kcc_desktop.data.calendars import ProductFactsRow, ProductLocationRow
from kcc_desktop.data.contacts import ProductRow
from kcc_desktop.data.database import Work
from kcc_desktop.data.list_store import Names, Stored
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.lists import CellProblem, EntryRefused, Values

_WORDS = ("name", "keywords", "owner", "answer", "link")


class ProductStore:
    def __init__(self, connection: Connection) -> None:
        self._connection, self._names = connection, Names(connection)
        self._with_facts: set[UUID] = set()

    def stored(self) -> list[Stored]:
        """By name."""
        places: dict[UUID, list[str]] = {}
        for row in self._connection.execute(select(ProductLocationRow.__table__)):
            places.setdefault(row.product_id, []).append(self._names.location_names[row.location_id])
        rows = self._connection.execute(
            select(
                ProductRow.id,
                *(getattr(ProductRow, name) for name in _WORDS),
                ProductRow.is_street_report,
                ProductRow.approach,
                ProductRow.advises_contact,
                ProductRow.queue_code,
                ProductFactsRow.base_minutes,
                ProductFactsRow.extra_minutes,
                ProductFactsRow.most_persons,
                ProductFactsRow.bring,
                ProductFactsRow.bring_child,
                ProductFactsRow.combines,
                ProductFactsRow.asks_consent_below,
                ProductFactsRow.asks_authority_below,
                ProductFactsRow.in_person,
                ProductFactsRow.skill,
                ProductFactsRow.digital_from,
                ProductFactsRow.digital_link,
                ProductFactsRow.is_in_use,
            )
            .outerjoin(ProductFactsRow, ProductFactsRow.product_id == ProductRow.id)
            .order_by(ProductRow.name, ProductRow.id)
        ).all()
        self._with_facts = {row.id for row in rows if row.base_minutes is not None}
        return [
            Stored(str(row.id), _values(row, self._names.queue_names.get(row.queue_code, ""), places.get(row.id, [])))
            for row in rows
        ]

    def settle(self, values: Values) -> Values:
        names = values["locations"]
        assert isinstance(names, tuple)
        places = (self._names.location(name, "locations") for name in names)
        queue = str(values["queue"])
        values = {**values, "queue": self._names.queue_names[self._names.queue(queue)] if queue else ""}
        settled = {**values, "locations": tuple(sorted({self._names.location_names[place] for place in places}))}
        if values["minutes"] is None:  # no appointments, so nothing of what they need
            return {**settled, **_WITHOUT}
        return settled

    def add(self, unit: Work, values: Values) -> str:
        product_id = new_id()
        unit.connection.execute(
            insert(ProductRow).values(id=product_id, upl_name="", upl_uri="", **self._product_row(values))
        )
        self._write_facts(unit, product_id, values)
        return str(product_id)

    def change(self, unit: Work, entry_id: str, values: Values) -> None:
        """What contacts and bookings name keeps its appointment facts: it goes out of use instead."""
        product_id = UUID(entry_id)
        if values["minutes"] is None and product_id in self._with_facts:
            raise EntryRefused((CellProblem("minutes", "out_of_use_instead"),))
        unit.connection.execute(
            update(ProductRow).where(ProductRow.id == product_id).values(**self._product_row(values))
        )
        self._write_facts(unit, product_id, values)

    def told_as(self, entry_id: str) -> UUID:
        return UUID(entry_id)

    def _write_facts(self, unit: Work, product_id: UUID, values: Values) -> None:
        if values["minutes"] is None:
            return
        row = _facts_row(values)
        if product_id in self._with_facts:
            unit.connection.execute(
                update(ProductFactsRow).where(ProductFactsRow.product_id == product_id).values(**row)
            )
        else:
            unit.connection.execute(insert(ProductFactsRow).values(product_id=product_id, **row))
            self._with_facts.add(product_id)
        unit.connection.execute(delete(ProductLocationRow).where(ProductLocationRow.product_id == product_id))
        names = values["locations"]
        assert isinstance(names, tuple)
        for name in names:
            unit.connection.execute(
                insert(ProductLocationRow).values(
                    product_id=product_id, location_id=self._names.location(name, "locations")
                )
            )

    def _product_row(self, values: Values) -> dict[str, Any]:
        queue = str(values["queue"])
        return {
            **{name: values[name] for name in _WORDS},
            "is_street_report": values["street_report"],
            "approach": values["approach"],
            "advises_contact": values["advises_contact"],
            "queue_code": self._names.queue(queue) if queue else None,
        }


_WITHOUT: Values = {
    "extra_minutes": 0,
    "most_persons": 1,
    "bring": (),
    "bring_child": (),
    "combines": "",
    "consent_below": 0,
    "authority_below": 0,
    "in_person": False,
    "skill": "",
    "locations": (),
    "digital_from": None,
    "digital_link": "",
    "in_use": True,
}


def _values(row: Any, queue: str, places: list[str]) -> Values:
    words = {
        **{name: getattr(row, name) for name in _WORDS},
        "street_report": row.is_street_report,
        "approach": row.approach,
        "advises_contact": row.advises_contact,
        "queue": queue,
    }
    if row.base_minutes is None:
        return {**words, "minutes": None, **_WITHOUT}
    return {
        **words,
        "minutes": row.base_minutes,
        "extra_minutes": row.extra_minutes,
        "most_persons": row.most_persons,
        "bring": tuple(row.bring.splitlines()),
        "bring_child": tuple(row.bring_child.splitlines()),
        "combines": row.combines,
        "consent_below": row.asks_consent_below,
        "authority_below": row.asks_authority_below,
        "in_person": row.in_person,
        "skill": row.skill,
        "locations": tuple(sorted(places)),
        "digital_from": row.digital_from,
        "digital_link": row.digital_link,
        "in_use": row.is_in_use,
    }


def _facts_row(values: Values) -> dict[str, Any]:
    bring, bring_child = values["bring"], values["bring_child"]
    assert isinstance(bring, tuple)
    assert isinstance(bring_child, tuple)
    return {
        "base_minutes": values["minutes"],
        "extra_minutes": values["extra_minutes"],
        "most_persons": values["most_persons"],
        "bring": "\n".join(bring),
        "bring_child": "\n".join(bring_child),
        "combines": values["combines"],
        "asks_consent_below": values["consent_below"],
        "asks_authority_below": values["authority_below"],
        "in_person": values["in_person"],
        "skill": values["skill"],
        "digital_from": values["digital_from"],
        "digital_link": values["digital_link"],
        "is_in_use": values["in_use"],
    }


def plannable(connection: Connection) -> list[UUID]:
    """The products with appointments, by name."""
    return list(
        connection.scalars(
            select(ProductFactsRow.product_id)
            .join(ProductRow, ProductRow.id == ProductFactsRow.product_id)
            .where(ProductFactsRow.is_in_use)
            .order_by(ProductRow.name, ProductRow.id)
        )
    )
