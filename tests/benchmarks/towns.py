"""Invented municipalities for benchmarks and counts, made once per schema and generator and kept.

They lie in KCC_BENCH_DIR, else in `bench/` of the checkout, else, when that cannot be written, in the temporary folder.
"""

import getpass
import os
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from kcc_desktop.data.database import Database, open_sqlite
from kcc_desktop.data.schema import REVISION
from kcc_desktop.data.upgrade import upgrade
from kcc_desktop.demo.municipality import GENERATOR_VERSION, build

KEY = "ab" * 32  # of invented people
NOW = datetime(2026, 11, 24, 9, 40, tzinfo=UTC)
_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Size:
    """`longest`: one company with so many contacts besides."""

    residents: int
    contacts_per_resident: float = 5.0
    longest: int = 0

    @property
    def name(self) -> str:
        """Says what it was made by, so that nothing older is taken for it."""
        contacts = f"{self.contacts_per_resident:g}".replace(".", "_")
        return f"town_{self.residents}_{contacts}_{self.longest}_schema_{REVISION}_generator_{GENERATOR_VERSION}"

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


def sqlite_town(size: Size) -> Path:
    """The encrypted file of this municipality; `KEY` opens it. Read it, or write to a copy."""
    file = folder() / f"{size.name}.db"
    if not file.exists():
        for older in folder().glob(f"town_{size.residents}_*.db*"):
            if not older.name.startswith(size.name.partition("_schema_")[0] + "_schema_"):
                continue
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
