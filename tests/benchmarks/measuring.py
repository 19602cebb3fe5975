"""Times a call of the product beside the bare driver doing the same: the same statements, rows and values.

What the product asks the database is taken down while it does so; the bare driver then sends exactly that, fetches all
rows and builds the values that the product answered. Both take turns, so that a busy moment strikes both.
"""

import dataclasses
import gc
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import event

from kcc_desktop.data import change_log
from kcc_desktop.data.agents import connected_agent
from kcc_desktop.data.database import Database, Work

Statement = tuple[str, Any, bool]


@dataclass(frozen=True)
class Timing:
    """Milliseconds of many runs."""

    samples: tuple[float, ...]

    def at(self, share: float) -> float:
        ordered = sorted(self.samples)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))]

    @property
    def p50(self) -> float:
        return self.at(0.50)

    @property
    def p95(self) -> float:
        return self.at(0.95)

    @property
    def most(self) -> float:
        return max(self.samples)


@dataclass(frozen=True)
class Figure:
    """One line of the table. `bare` is empty where there is nothing to compare with; `unit` is ms unless told."""

    name: str
    product: Timing
    bare: Timing | None = None
    budget_p95: float | None = None
    unit: str = "ms"

    @property
    def is_within(self) -> bool:
        """Its own budget, and at most 2 ms over the bare driver or three times it, whichever is larger."""
        if self.budget_p95 is not None and self.product.p95 > self.budget_p95:
            return False
        return self.bare is None or self.product.p50 <= max(self.bare.p50 + 2.0, self.bare.p50 * 3.0)


class Rehearsal(Database):
    """Runs each use case as ever and takes it back, so that the bare driver can do the same for good."""

    def _write_once(self, work: Callable[[Work], Any]) -> Any:
        with self._writing.connect() as connection:
            agent, now = connected_agent(connection)
            unit = Work(connection, agent, now, self._head)
            answer = work(unit)
            change_log.note(connection, unit.changes)
            connection.rollback()
        self._head = unit.head
        return answer


class Bench:
    """One database with its services and a driver connection of its own."""

    def __init__(self, database: Database, driver: Any) -> None:
        self.database = database
        self.rehearsal = Rehearsal(database.engine, origin="bare")
        self._driver = driver

    def compare(
        self, name: str, calls: Sequence[tuple[Callable[[], Any], Callable[[], Any]]], budget_p95: float | None = None
    ) -> Figure:
        """`calls`: the product's call and the same call on the rehearsal, once for each run."""
        prepared = [(product, *self._rehearsed(rehearsal)) for product, rehearsal in calls]
        warm = prepared[: max(3, len(prepared) // 20)]
        for product, statements, answer in warm:
            product()
            if not _writes(statements):
                self._bare(statements, answer)
        ours, bare = [], []
        with collecting_no_garbage():  # both build the same values; the collector would strike one of them
            for turn, (product, statements, answer) in enumerate(prepared):
                for is_ours in (True, False) if turn % 2 else (False, True):
                    started = time.perf_counter()
                    if is_ours:
                        product()
                    else:
                        self._bare(statements, answer)
                    (ours if is_ours else bare).append((time.perf_counter() - started) * 1000)
        return Figure(name, Timing(tuple(ours)), Timing(tuple(bare)), budget_p95)

    def _rehearsed(self, call: Callable[[], Any]) -> tuple[list[Statement], Any]:
        with taken_down(self.database) as statements:
            answer = call()
        return statements, answer

    def _bare(self, statements: list[Statement], answer: Any) -> None:
        cursor = self._driver.cursor()
        for sql, parameters, many in statements:
            if many:
                cursor.executemany(sql, parameters)
            else:
                cursor.execute(sql, parameters)
                if cursor.description is not None:
                    cursor.fetchall()
        built(answer)
        cursor.close()
        if _writes(statements):
            self._driver.commit()
        else:
            self._driver.rollback()


def _writes(statements: list[Statement]) -> bool:
    return any(sql.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE")) for sql, _, _ in statements)


@contextmanager
def collecting_no_garbage() -> Iterator[None]:
    """As at a desk, where only the main thread collects, between keys (background/garbage.py): no call pays for it."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


@contextmanager
def taken_down(database: Database) -> Iterator[list[Statement]]:
    """The statements that reach the driver meanwhile, as it gets them."""
    statements: list[Statement] = []

    def note(_c: Any, _cursor: Any, sql: str, parameters: Any, _context: Any, many: bool) -> None:
        statements.append((sql, parameters, many))

    event.listen(database.engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(database.engine, "before_cursor_execute", note)


def built(value: Any) -> Any:
    """The same values again, as whoever reads rows has to build them."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return type(value)(*(built(getattr(value, field.name)) for field in dataclasses.fields(value)))
    if isinstance(value, tuple | list | frozenset):
        return type(value)(built(each) for each in value)
    return UUID(bytes=value.bytes) if isinstance(value, UUID) else value
