"""Use cases of the town's own lists: looking, changing one entry, taking one away, and bringing in a file.

A file is first looked at and then brought in; both do the same, and looking is rolled back. What a change of hours,
counters, closures, locations or workers leaves outside the hours comes with the answer: somebody has to call those
people.
"""

from collections.abc import Callable, Mapping
from pathlib import Path

from sqlalchemy import Connection

from kcc_desktop.data import doors, outside_hours, outside_visits
from kcc_desktop.data.citizen_texts import TextStore
from kcc_desktop.data.database import Database, Look, Work
from kcc_desktop.data.list_fees import FeeStore
from kcc_desktop.data.list_hours import ClosureStore, HoursStore
from kcc_desktop.data.list_places import CounterStore, LocationStore
from kcc_desktop.data.list_products import ProductStore
from kcc_desktop.data.list_queues import QueueStore
from kcc_desktop.data.list_store import Entries, RemovingStore, Store, Stored, list_names, merged
from kcc_desktop.data.list_workers import WorkerHoursStore, WorkerStore
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.list_kinds import FIELDS, cells_of, check, new_values
from kcc_desktop.domain.lists import (
    ENTITIES,
    CellProblem,
    EntryChanged,
    EntryGone,
    EntryRefused,
    ListEntry,
    ListKind,
    ListLine,
    ListNames,
    ListReport,
    Outside,
    OutsideHours,
    RefusedLine,
    SavedEntry,
    SaveEntry,
    Values,
)
from kcc_desktop.integrations.list_file import read_list

_REMOVING: dict[ListKind, Callable[[Connection], RemovingStore]] = {
    ListKind.FEES: FeeStore,
    ListKind.HOURS: HoursStore,
    ListKind.CLOSURES: ClosureStore,
    ListKind.WORKER_HOURS: WorkerHoursStore,
    ListKind.TEXTS: TextStore,
}
_STORES: Mapping[ListKind, Callable[[Connection], Store]] = {
    ListKind.PRODUCTS: ProductStore,
    ListKind.QUEUES: QueueStore,
    ListKind.LOCATIONS: LocationStore,
    ListKind.COUNTERS: CounterStore,
    ListKind.WORKERS: WorkerStore,
    **_REMOVING,
}
_OF_CALENDAR = frozenset({ListKind.LOCATIONS, ListKind.HOURS, ListKind.COUNTERS, ListKind.CLOSURES})
_OF_WORKERS = frozenset({ListKind.WORKERS, ListKind.WORKER_HOURS})


class ListService:
    """All refuse with NotAllowed: who keeps the lists is an editor or an administrator."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def entries(self, kind: ListKind) -> tuple[ListEntry, ...]:
        """All of them, in the order of their list."""

        def work(look: Look) -> tuple[ListEntry, ...]:
            look.agent.require(Permission.KEEP_LISTS)
            return tuple(_entry(kind, one) for one in _STORES[kind](look.connection).stored())

        return self._database.read(work)

    def names(self) -> ListNames:
        """What other lists' entries are called, for choosing one."""

        def work(look: Look) -> ListNames:
            look.agent.require(Permission.KEEP_LISTS)
            return list_names(look.connection)

        return self._database.read(work)

    def save(self, command: SaveEntry) -> SavedEntry:
        """Keep an entry as its cells say.

        Refuses with EntryRefused (each problem with its field), EntryGone, and with EntryChanged when a colleague
        changed it since it was shown.
        """
        kind = command.kind

        def work(unit: Work) -> SavedEntry:
            unit.agent.require(Permission.KEEP_LISTS)
            values, problems = check(kind, command.cells)
            if problems:
                raise EntryRefused(problems)
            doors.hold_imports(unit.connection)  # one at a time: what is compared here is what is written over
            store = _STORES[kind](unit.connection)
            entries = Entries(kind, store)
            before = entries.get(command.id) if command.id else None
            if command.id:
                _check_unchanged(kind, before, command)
            was_outside = _outside(unit, kind)
            kept, is_change = entries.put(unit, before, store.settle(values))
            if is_change:
                _tell(unit, kind, store, kept.id, "change" if before else "add")
            return SavedEntry(_entry(kind, kept), _new(was_outside, _outside(unit, kind)))

        return self._database.write(work)

    def remove(self, kind: ListKind, entry_id: str) -> tuple[Outside, ...]:
        """Take hours or a closure away; a text is the program's own again. Gone already is no mistake.

        Answers what that leaves outside the hours.
        """

        def work(unit: Work) -> tuple[Outside, ...]:
            unit.agent.require(Permission.KEEP_LISTS)
            doors.hold_imports(unit.connection)
            store = _REMOVING[kind](unit.connection)
            if entry_id not in {one.id for one in store.stored()}:
                return ()
            was_outside = _outside(unit, kind)
            store.remove(unit, entry_id)
            _tell(unit, kind, store, entry_id, "remove")
            return _new(was_outside, _outside(unit, kind))

        return self._database.write(work)

    def look_at(self, kind: ListKind, file: Path) -> ListReport:
        """What bringing in this file would do; nothing is written. Refuses with BadFile."""
        lines, refused = read_list(file, kind)

        def work(unit: Work) -> ListReport:
            raise _OnlyLooking(_put_all(unit, kind, lines, refused))

        try:
            return self._database.write(work)
        except _OnlyLooking as looked:
            return looked.report

    def bring_in(self, kind: ListKind, file: Path) -> ListReport:
        """All lines that are right, in one transaction; those that are not are named. Twice changes nothing.

        What the file does not name stays. Refuses the whole file with BadFile when its header is wrong.
        """
        lines, refused = read_list(file, kind)

        def work(unit: Work) -> ListReport:
            return _put_all(unit, kind, lines, refused)

        return self._database.write(work)


class _OnlyLooking(Exception):
    """Within a transaction that is to be rolled back."""

    def __init__(self, report: ListReport) -> None:
        super().__init__()
        self.report = report


def _put_all(unit: Work, kind: ListKind, lines: list[ListLine], refused: list[RefusedLine]) -> ListReport:
    unit.agent.require(Permission.KEEP_LISTS)
    doors.hold_imports(unit.connection)
    store = _STORES[kind](unit.connection)
    entries = Entries(kind, store)
    was_outside = _outside(unit, kind)
    counts = {"added": 0, "changed": 0, "unchanged": 0}
    wrong = list(refused)
    seen: dict[str, int] = {}
    for line in lines:
        try:
            before, values = _wanted(kind, store, entries, line)
            if before is not None and before.id in seen:
                raise EntryRefused((CellProblem(_first_key(kind), "twice_in_file", str(seen[before.id])),))
            kept, is_change = entries.put(unit, before, values)
        except EntryRefused as bad:
            wrong += [
                RefusedLine(line.number, CellProblem(line.headers.get(one.name, one.name), one.reason, one.detail))
                for one in bad.problems
            ]
            continue
        seen[kept.id] = line.number
        counts["unchanged" if not is_change else "changed" if before else "added"] += 1
        if is_change:
            _tell(unit, kind, store, kept.id, "change" if before else "add")
    is_changed = counts["added"] or counts["changed"]
    outside = _new(was_outside, _outside(unit, kind)) if is_changed else ()
    return ListReport(
        kind,
        counts["added"],
        counts["changed"],
        counts["unchanged"],
        tuple(sorted(wrong, key=lambda one: one.line)),
        outside,
    )


def _wanted(kind: ListKind, store: Store, entries: Entries, line: ListLine) -> tuple[Stored | None, Values]:
    """The entry a line is about, and all of what it should hold."""
    given, problems = check(kind, line.cells, line.cells)
    if problems:
        raise EntryRefused(problems)
    whole = merged(None, new_values(kind), given)
    before = entries.of_key(store.settle(_filled(kind, whole)))
    if before is not None:
        whole = merged(before.values, {}, given)
    missing = tuple(
        CellProblem(field.name, "required") for field in FIELDS[kind] if field.needed and field.name not in whole
    )
    if missing:
        raise EntryRefused(missing)
    _values, problems = check(kind, cells_of(kind, whole))  # what must hold between what is known and what is new
    if problems:
        raise EntryRefused(problems)
    return before, store.settle(whole)


def _filled(kind: ListKind, values: Values) -> Values:
    """With something for every field, to find the entry by its key."""
    return {field.name: values.get(field.name, "") for field in FIELDS[kind]}


def _first_key(kind: ListKind) -> str:
    return next(field.name for field in FIELDS[kind] if field.of_key)


def _check_unchanged(kind: ListKind, before: Stored | None, command: SaveEntry) -> None:
    if before is None:
        raise EntryGone
    if command.shown is not None and cells_of(kind, before.values) != dict(command.shown):
        raise EntryChanged(_entry(kind, before))


def _entry(kind: ListKind, stored: Stored) -> ListEntry:
    return ListEntry(stored.id, cells_of(kind, stored.values), bool(stored.values.get("in_use", True)))


def _tell(unit: Work, kind: ListKind, store: Store, entry_id: str, action: str) -> None:
    told_as = store.told_as(entry_id)
    unit.audit(f"{action}_{ENTITIES[kind]}", ENTITIES[kind], told_as)
    unit.changed(ENTITIES[kind], told_as)


def _outside(unit: Work, kind: ListKind) -> tuple[Outside, ...]:
    if kind in _OF_WORKERS:
        return outside_visits.outside(unit)
    return outside_hours.outside(unit) if kind in _OF_CALENDAR else ()


def _new(before: tuple[Outside, ...], now: tuple[Outside, ...]) -> tuple[Outside, ...]:
    known = set(map(_same, before))
    return tuple(one for one in now if _same(one) not in known)


def _same(one: Outside) -> object:
    return (one.reference, one.starts_at) if isinstance(one, OutsideHours) else one
