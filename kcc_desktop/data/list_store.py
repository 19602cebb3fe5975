"""What every list of the town does alike: names become rows, entries are compared, and written when they differ."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID

from sqlalchemy import Connection, select

from kcc_desktop.data.agents import AgentRow, ClusterRow
from kcc_desktop.data.calendars import CounterRow, LocationRow
from kcc_desktop.data.contacts import ProductRow
from kcc_desktop.data.database import Work
from kcc_desktop.data.work import ColleagueRow, QueueRow
from kcc_desktop.data.workers import WorkerRow
from kcc_desktop.domain.list_kinds import FIELDS, key_of
from kcc_desktop.domain.lists import CellProblem, EntryRefused, ListKind, ListNames, Values
from kcc_desktop.domain.work import ColleagueKind

_SHOWN = 12  # names that a refusal tells of


@dataclass(frozen=True, slots=True)
class Stored:
    """An entry as it is kept."""

    id: str
    values: Values


class Store(Protocol):
    """One list in the database, for the length of a transaction. What others refer to goes out of use, never away."""

    def stored(self) -> list[Stored]:
        """All entries in the order they are shown in."""

    def settle(self, values: Values) -> Values:
        """The same with names as they are written here. Refuses names that are nobody's with EntryRefused."""

    def add(self, unit: Work, values: Values) -> str:
        """A new entry; answers its id."""

    def change(self, unit: Work, entry_id: str, values: Values) -> None:
        """The entry is so from now on."""

    def told_as(self, entry_id: str) -> UUID:
        """Its id in the change log and the audit."""


class RemovingStore(Store, Protocol):
    """A list of what nothing refers to: hours, closures, own texts."""

    def remove(self, unit: Work, entry_id: str) -> None:
        """The entry is gone; a text is the program's own again."""


class Names:
    """Locations, counters and clusters by what people call them."""

    def __init__(self, connection: Connection) -> None:
        locations = connection.execute(
            select(LocationRow.id, LocationRow.code, LocationRow.name).order_by(LocationRow.is_open.desc())
        ).all()
        self.location_names: dict[UUID, str] = {row.id: row.name for row in locations}
        self._locations: dict[str, UUID] = {}
        for row in locations:
            self._locations.setdefault(row.name.casefold(), row.id)
        for row in locations:
            self._locations.setdefault(row.code.casefold(), row.id)
        counters = connection.execute(select(CounterRow.id, CounterRow.location_id, CounterRow.name)).all()
        self.counters: dict[UUID, tuple[UUID, str]] = {row.id: (row.location_id, row.name) for row in counters}
        self._counters = {(row.location_id, row.name.casefold()): row.id for row in counters}
        clusters = connection.execute(select(ClusterRow.id, ClusterRow.name)).all()
        self.cluster_names: dict[UUID, str] = {row.id: row.name for row in clusters}
        self._clusters = {row.name.casefold(): row.id for row in clusters}
        queues = connection.execute(select(QueueRow.code, QueueRow.name).order_by(QueueRow.is_in_use.desc())).all()
        self.queue_names: dict[str | None, str] = {row.code: row.name for row in queues}
        self._queues: dict[str, str] = {}
        for code, name in queues:
            self._queues.setdefault(name.casefold(), code)
        for code, _name in queues:
            self._queues.setdefault(code.casefold(), code)

    def location(self, name: str, field: str = "location") -> UUID:
        """By name or code. Refuses with EntryRefused, naming those there are."""
        found = self._locations.get(name.casefold())
        return found or unknown(field, self.location_names.values())

    def counter(self, location_id: UUID, name: str) -> UUID:
        """Refuses with EntryRefused, naming those of the location."""
        found = self._counters.get((location_id, name.casefold()))
        return found or unknown("counter", (one for place, one in self.counters.values() if place == location_id))

    def cluster(self, name: str) -> UUID:
        """Refuses with EntryRefused, naming those there are."""
        return self._clusters.get(name.casefold()) or unknown("cluster", self.cluster_names.values())

    def queue(self, name: str) -> str:
        """Its code, by name or code. Refuses with EntryRefused, naming those there are."""
        return self._queues.get(name.casefold()) or str(unknown("queue", self.queue_names.values()))


def list_names(connection: Connection) -> ListNames:
    """What is in use, by name."""
    counters: dict[str, list[str]] = {}
    for location, name in connection.execute(
        select(LocationRow.name, CounterRow.name)
        .join(LocationRow, LocationRow.id == CounterRow.location_id)
        .where(LocationRow.is_open, CounterRow.is_in_use)
        .order_by(CounterRow.position, CounterRow.name)
    ):
        counters.setdefault(location, []).append(name)
    return ListNames(
        tuple(connection.scalars(select(LocationRow.name).where(LocationRow.is_open).order_by(LocationRow.name))),
        {location: tuple(names) for location, names in counters.items()},
        tuple(connection.scalars(select(ClusterRow.name).order_by(ClusterRow.name))),
        tuple(
            connection.scalars(
                select(ColleagueRow.name)
                .where(ColleagueRow.kind == ColleagueKind.DEPARTMENT.value)
                .order_by(ColleagueRow.name)
            )
        ),
        tuple(connection.scalars(select(WorkerRow.name).where(WorkerRow.is_in_use).order_by(WorkerRow.name))),
        tuple(connection.scalars(select(AgentRow.login).where(AgentRow.is_active).order_by(AgentRow.login))),
        tuple(connection.scalars(select(ProductRow.name).order_by(ProductRow.name))),
        tuple(connection.scalars(select(QueueRow.name).where(QueueRow.is_in_use).order_by(QueueRow.position))),
    )


def unknown(field: str, names: Iterable[str]) -> UUID:
    """Never answers: refuses with EntryRefused and what would be right."""
    there = sorted(set(names))
    more = ", …" if len(there) > _SHOWN else ""
    raise EntryRefused((CellProblem(field, "unknown" if there else "none_yet", ", ".join(there[:_SHOWN]) + more),))


class Entries:
    """The entries of one list while it is written: found by key, each once."""

    def __init__(self, kind: ListKind, store: Store) -> None:
        self._kind, self._store = kind, store
        self._by_id = {one.id: one for one in store.stored()}
        self._ids: dict[tuple[object, ...], list[str]] = {}
        for one in self._by_id.values():
            self._ids.setdefault(key_of(kind, one.values), []).append(one.id)

    def get(self, entry_id: str) -> Stored | None:
        return self._by_id.get(entry_id)

    def of_key(self, values: Values) -> Stored | None:
        """The one with this key. Refuses with EntryRefused when there are two."""
        found = self._ids.get(key_of(self._kind, values), [])
        if len(found) > 1:
            raise EntryRefused((CellProblem(self._key_name(), "several"),))
        return self._by_id[found[0]] if found else None

    def put(self, unit: Work, before: Stored | None, values: Values) -> tuple[Stored, bool]:
        """The entry as it is kept, and whether that is a change. Refuses with EntryRefused: another has this key."""
        same_key = [one for one in self._ids.get(key_of(self._kind, values), []) if before is None or one != before.id]
        if same_key:
            raise EntryRefused((CellProblem(self._key_name(), "twice"),))
        if before is not None and before.values == values:
            return before, False
        if before is None:
            entry_id = self._store.add(unit, values)
        else:
            entry_id = before.id
            self._store.change(unit, entry_id, values)
            self._ids[key_of(self._kind, before.values)].remove(entry_id)
        kept = Stored(entry_id, dict(values))
        self._by_id[entry_id] = kept
        self._ids.setdefault(key_of(self._kind, values), []).append(entry_id)
        return kept, True

    def _key_name(self) -> str:
        return next(field.name for field in FIELDS[self._kind] if field.of_key)


def merged(before: Mapping[str, object] | None, new: Values, given: Values) -> Values:
    """What an entry holds when a file tells of some of its fields only: the rest stays, or is as for a new one."""
    return {**(before if before is not None else new), **given}
