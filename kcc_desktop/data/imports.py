"""What every import does alike: work in batches, compare before writing, keep a party's addresses and words."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import islice
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import Connection, Row, Table, bindparam, delete, insert, select, update

from kcc_desktop.data import party_writes
from kcc_desktop.data.database import Work
from kcc_desktop.data.parties import PartyAddressRow, PartyRow
from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.local_time import local_day
from kcc_desktop.domain.parties import AddressKind, PartyKind

# One statement for so many rows: 5,000 persons one by one took 13 s on PostgreSQL, in batches 3 s.
BATCH = 400

T = TypeVar("T")

Values = dict[str, Any]
Addresses = dict[AddressKind, Values]


def batches(things: Iterable[T]) -> Iterator[list[T]]:
    rest = iter(things)
    while batch := list(islice(rest, BATCH)):
        yield batch


def is_same(row: "Row[Any]", values: Mapping[str, Any]) -> bool:
    return all(getattr(row, column) == value for column, value in values.items())


def insert_all(connection: Connection, table: Any, rows: list[Values]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def update_all(connection: Connection, table: Any, rows: list[Values], key: str) -> None:
    """Each row's values where the row's `key` is; all rows have the same columns."""
    if rows:
        its: Table = table.__table__
        columns: dict[str, Any] = {name: bindparam(f"new_{name}") for name in rows[0] if name != key}
        connection.execute(
            update(its).where(its.c[key] == bindparam("old_key")).values(columns),
            [{("old_key" if name == key else f"new_{name}"): value for name, value in row.items()} for row in rows],
        )


def party_values(unit: Work, party_id: UUID, kind: PartyKind, title: str, sort_key: str, source: str) -> Values:
    """A party's own row; a title longer than lists have room for is cut, the name itself stands elsewhere."""
    return {
        "id": party_id,
        "kind": kind.value,
        "title": title[:300],
        "sort_key": sort_key[:300],
        "source": source,
        "source_on": local_day(unit.now),
    }


def address_values(address: Address) -> Values:
    return {
        "street": address.street,
        "house_number": address.house_number,
        "letter": address.letter,
        "addition": address.addition,
        "designation": address.designation,
        "postcode": address.postcode,
        "place": address.place,
        "country": address.country,
        "foreign_lines": "\n".join(address.foreign_lines),
    }


def addresses_of(connection: Connection, party_ids: Collection[UUID]) -> dict[UUID, Addresses]:
    """The addresses each of the parties has now."""
    found: dict[UUID, Addresses] = {party_id: {} for party_id in party_ids}
    for batch in batches(party_ids):
        for row in connection.execute(select(PartyAddressRow.__table__).where(PartyAddressRow.party_id.in_(batch))):
            values = {name: value for name, value in row._mapping.items() if name not in {"party_id", "kind"}}
            found[row.party_id][AddressKind(row.kind)] = values
    return found


def replace_addresses(connection: Connection, wanted: Mapping[UUID, Addresses], *, known: Collection[UUID]) -> None:
    """Each party has exactly these addresses afterwards; `known` are those that may have had some."""
    for batch in batches(known):
        connection.execute(delete(PartyAddressRow).where(PartyAddressRow.party_id.in_(batch)))
    rows = [
        {"party_id": party_id, "kind": kind.value, **values}
        for party_id, addresses in wanted.items()
        for kind, values in addresses.items()
    ]
    insert_all(connection, PartyAddressRow, rows)


def retitle(unit: Work, rows: list[tuple[UUID, str, str]], source: str) -> None:
    """New title and sort key of parties, where they are from and from when."""
    update_all(
        unit.connection,
        PartyRow,
        [
            {"id": party_id, "title": title[:300], "sort_key": sort_key[:300]}
            | {"source": source, "source_on": local_day(unit.now)}
            for party_id, title, sort_key in rows
        ],
        "id",
    )


def tell_of_parties(unit: Work, party_ids: Collection[UUID], *, found_by_new_words: Collection[UUID]) -> None:
    """The change log's lines, and the search words of those whose words may have changed."""
    for batch in batches(found_by_new_words):
        party_writes.reindex_all(unit.connection, batch)
    for party_id in party_ids:
        unit.changed("party", party_id)
