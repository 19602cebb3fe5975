"""Opens the invented municipality: a plain file of its own, made when it is missing, and anew on every other day.

A demo is not encrypted, which the desk says. What was practised in it lasts for a day.
"""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine, select
from sqlalchemy.exc import DBAPIError

from kcc_desktop.data.change_log import DatabaseStateRow
from kcc_desktop.data.database import Database
from kcc_desktop.data.opening import open_plain
from kcc_desktop.data.upgrade import SchemaState, schema_state, upgrade
from kcc_desktop.demo.municipality import build, generator
from kcc_desktop.domain.errors import DatabaseAway, Refusal
from kcc_desktop.domain.local_time import local_day

FILE = "demo.db"
_SEED = 1


def open_demo(folder: Path, residents: int, now: datetime | None = None) -> Database:
    """The municipality of `residents` people in `folder`, as it is on the day of `now`. 5,000 take some seconds.

    DatabaseAway when the folder cannot be written.
    """
    moment = now or datetime.now(UTC)
    file = folder / FILE
    if not _is_fresh(file, residents, moment):
        _make(file, residents, moment)
    return Database(open_plain(file), origin="demo")


def _is_fresh(file: Path, residents: int, now: datetime) -> bool:
    """Whether it is whole, of this program's schema and generator, this size, and made today."""
    if not file.exists():
        return False
    engine = open_plain(file)
    try:
        if schema_state(engine) is not SchemaState.CURRENT:
            return False
        state = Database(engine).unguarded_read(
            lambda c: c.execute(select(DatabaseStateRow.generator, DatabaseStateRow.made_at)).first()
        )
        return (
            state is not None
            and state.generator == generator(residents, _SEED)
            and local_day(state.made_at) == local_day(now)
        )
    except (DBAPIError, DatabaseAway, Refusal):
        return False  # damaged, or no database at all: it is only a demo
    finally:
        engine.dispose()


def _make(file: Path, residents: int, now: datetime) -> None:
    """Built beside the old one, which it replaces when it is whole."""
    made = file.with_name(f"new-{file.name}")
    try:
        _remove(made)
        engine = open_plain(made)
        try:
            upgrade(engine)
            build(Database(engine, origin="demo"), residents=residents, seed=_SEED, now=now)
            _close_log(engine)
        finally:
            engine.dispose()
        _remove(file)
        made.replace(file)
    except OSError as error:
        raise DatabaseAway(type(error).__name__) from error


def _close_log(engine: Engine) -> None:
    """Everything into the one file, so that it can be moved without its log."""
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def _remove(file: Path) -> None:
    for ending in ("", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            file.with_name(f"{file.name}{ending}").unlink()
