"""Writes very many rows at once, for the owner of a database that nobody works in: a demo, a benchmark.

Rows go to the driver as it stores them, past the mapping: ids as 16 bytes, instants as microseconds since 1970, days
as ISO text. What guards a desk's writes stands aside while the owner loads the past (rows of other agents, and, in a
large load, indexes and references) and is back and true before the commit; nothing of a failed load stays.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Boolean, Column, Engine, Table, text

from kcc_desktop.data.base import Base
from kcc_desktop.data.columns import Id, Instant
from kcc_desktop.data.outages import telling_outages

FULL = 40_000  # rows in all sheets together, then they are written

Row = tuple[Any, ...]
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_ESCAPED = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


class Sheet:
    """Rows of one table, kept until the load writes them. Columns that are not named get their default."""

    def __init__(self, table: Table, columns: tuple[str, ...], is_scattered: bool) -> None:
        self.table = table
        self.is_scattered = is_scattered
        self.columns = [table.c[name] for name in columns]
        self.constants = [column for column in table.c if column.name not in columns]
        self.rows: list[Row] = []
        self.add = self.rows.append


class BulkLoad:
    """The sheets of one load. `flush` writes them, tables that others refer to first."""

    def __init__(self, write: Callable[[Sheet], None]) -> None:
        self._write = write
        self._sheets: list[Sheet] = []

    def sheet(self, row: type[Base], columns: str, *, is_scattered: bool = False) -> Sheet:
        """For rows with these columns, named with a space between.

        `is_scattered`: the rows come in another order than their key's, and there are very many.
        """
        table = row.__table__
        assert isinstance(table, Table)
        made = Sheet(table, tuple(columns.split()), is_scattered)
        self._sheets.append(made)
        order = {table: place for place, table in enumerate(Base.metadata.sorted_tables)}
        self._sheets.sort(key=lambda sheet: order[sheet.table])
        return made

    def flush_when_full(self) -> None:
        if sum(len(sheet.rows) for sheet in self._sheets) >= FULL:
            self.flush()

    def flush(self) -> None:
        for sheet in self._sheets:
            if sheet.rows:
                self._write(sheet)
                sheet.rows.clear()


@contextmanager
def bulk_load(engine: Engine, *, is_large: bool = False) -> Iterator[BulkLoad]:
    """One load in one transaction. `is_large`: indexes and references are made after the rows, which is then faster."""
    opened = _sqlite if engine.dialect.name == "sqlite" else _postgresql
    with telling_outages(), opened(engine, is_large) as load:
        yield load
        load.flush()


def _constant(column: Column[Any]) -> Any:
    if column.default is not None and column.default.is_scalar:
        return column.default.arg  # type: ignore[attr-defined]
    if column.nullable:
        return None
    raise ValueError(f"{column} has no default: the load must name it")


@contextmanager
def _sqlite(engine: Engine, is_large: bool) -> Iterator[BulkLoad]:
    raw = engine.raw_connection()
    driver: Any = raw.driver_connection
    cache_size = driver.execute("PRAGMA cache_size").fetchone()[0]
    try:
        # The load is made anew when the machine stops in the middle, so it need not be on disk row by row. Pages
        # that are new need no journal of the old kind, where the log would hold everything a second time.
        pragmas = ("foreign_keys = OFF", "synchronous = OFF", "cache_size = -262144")
        for pragma in (*pragmas, "journal_mode = TRUNCATE") if is_large else pragmas:
            driver.execute(f"PRAGMA {pragma}").fetchall()
        driver.execute("BEGIN IMMEDIATE")
        aside = "type = 'trigger'"
        if is_large:
            aside += " OR type = 'index' AND sql IS NOT NULL"
        kept = driver.execute(f"SELECT type, name, sql FROM sqlite_master WHERE {aside}").fetchall()
        for kind, name, _ in kept:
            driver.execute(f'DROP {kind} "{name}"')
        staged: dict[str, list[str]] = {}
        yield BulkLoad(lambda sheet: _insert(driver, sheet, staged if is_large else None))
        for statements in (*staged.values(), [sql for _, _, sql in kept]):
            for sql in statements:
                driver.execute(sql)
        broken = driver.execute("PRAGMA foreign_key_check").fetchone()
        if broken is not None:
            raise ValueError(f"a row of {broken[0]} refers to no row of {broken[2]}")
        driver.execute("COMMIT")
        driver.execute("PRAGMA optimize")
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except BaseException:
        if driver.in_transaction:
            driver.execute("ROLLBACK")
        raise
    finally:
        back = ("journal_mode = WAL", "foreign_keys = ON", "synchronous = FULL", f"cache_size = {cache_size}")
        for pragma in back:
            driver.execute(f"PRAGMA {pragma}").fetchall()
        raw.close()


def _insert(driver: Any, sheet: Sheet, staged: dict[str, list[str]] | None) -> None:
    columns = [*sheet.columns, *sheet.constants]
    names = ", ".join(f'"{column.name}"' for column in columns)
    values = ["?"] * len(sheet.columns) + [_literal(_constant(column)) for column in sheet.constants]
    table = into = sheet.table.name
    if sheet.is_scattered and staged is not None:
        # Written as they come and sorted once, instead of all over the tree for each row.
        into = f"{table}_staged"
        if table not in staged:
            driver.execute(f"CREATE TEMP TABLE {into} AS SELECT {names} FROM {table} WHERE 0")
            key = ", ".join(f'"{column.name}"' for column in sheet.table.primary_key)
            staged[table] = [
                f"INSERT INTO {table} ({names}) SELECT {names} FROM {into} ORDER BY {key}",
                f"DROP TABLE {into}",
            ]
    driver.executemany(f"INSERT INTO {into} ({names}) VALUES ({', '.join(values)})", sheet.rows)


def _literal(value: Any) -> str:
    if value is None:
        return "NULL"
    return str(int(value)) if isinstance(value, int) else "'" + str(value).replace("'", "''") + "'"


@contextmanager
def _postgresql(engine: Engine, is_large: bool) -> Iterator[BulkLoad]:
    raw = engine.raw_connection()
    driver: Any = raw.driver_connection
    try:
        with driver.cursor() as cursor:
            cursor.execute("SET LOCAL synchronous_commit = off")
            cursor.execute("SET LOCAL maintenance_work_mem = '256MB'")
            tables = [table.name for table in Base.metadata.sorted_tables]
            for table in tables:
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
            kept = _set_aside(cursor, tables) if is_large else []
            yield BulkLoad(lambda sheet: _copy(cursor, sheet))
            for sql in kept:
                cursor.execute(sql)
            for table in tables:
                cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER USER")
        driver.commit()
    except BaseException:
        driver.rollback()
        raise
    finally:
        raw.close()
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM (ANALYZE)"))  # index-only reads need it


def _set_aside(cursor: Any, tables: list[str]) -> list[str]:
    """Drop references, keys and indexes; answers the statements that make them again, in the order they need."""
    ours = {"tables": tables}
    cursor.execute(
        "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid), contype FROM pg_constraint "
        "WHERE conrelid::regclass::text = ANY(%(tables)s) AND contype IN ('p', 'u', 'f') "
        "ORDER BY contype <> 'f', conname",
        ours,
    )
    constraints = cursor.fetchall()
    cursor.execute(
        "SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index AS i "
        "WHERE i.indrelid::regclass::text = ANY(%(tables)s) AND NOT EXISTS "
        "(SELECT 1 FROM pg_constraint AS c WHERE c.conindid = i.indexrelid AND c.contype IN ('p', 'u'))",
        ours,
    )
    indexes = cursor.fetchall()
    for table, name, _, _ in constraints:
        cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
    for name, _ in indexes:
        cursor.execute(f"DROP INDEX {name}")
    # Keys before the references to them.
    again = [f'ALTER TABLE {table} ADD CONSTRAINT "{name}" {sql}' for table, name, sql, _ in reversed(constraints)]
    again.sort(key=lambda sql: " FOREIGN KEY " in sql)
    return again + [sql for _, sql in indexes]


def _copy(cursor: Any, sheet: Sheet) -> None:
    columns = [*sheet.columns, *sheet.constants]
    names = ", ".join(f'"{column.name}"' for column in columns)
    written = [_writer(column) for column in sheet.columns]
    end = "".join(f"\t{_written(_constant(column))}" for column in sheet.constants) + "\n"
    lines = [
        "\t".join([_NULL if value is None else write(value) for write, value in zip(written, row, strict=True)]) + end
        for row in sheet.rows
    ]
    with cursor.copy(f"COPY {sheet.table.name} ({names}) FROM STDIN") as copy:
        copy.write("".join(lines))


_NULL = "\\N"


def _writer(column: Column[Any]) -> Callable[[Any], str]:
    """How one value of the column is written in COPY's text format."""
    if isinstance(column.type, Id):
        return bytes.hex
    if isinstance(column.type, Instant):
        return _instant
    if isinstance(column.type, Boolean):
        return _boolean
    if column.type.python_type is bytes:
        return lambda value: f"\\\\x{value.hex()}"
    return _text if column.type.python_type is str else str


def _instant(microseconds: int) -> str:
    return (_EPOCH + timedelta(microseconds=microseconds)).isoformat()


def _boolean(value: bool) -> str:
    return "t" if value else "f"


def _text(value: str) -> str:
    return value.translate(_ESCAPED) if "\\" in value or "\n" in value or "\t" in value or "\r" in value else value


def _written(value: Any) -> str:
    if value is None:
        return _NULL
    return _boolean(value) if isinstance(value, bool) else _text(str(value))
