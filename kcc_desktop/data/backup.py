"""Copies of an embedded database, made while desktops work, and put back with every desktop told."""

from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text

from kcc_desktop.data import audit, change_log
from kcc_desktop.data.database import Database, telling_outages
from kcc_desktop.data.upgrade import SchemaState, SchemaTooNew, schema_state
from kcc_desktop.domain.errors import DatabaseAway, Refusal


class OwnBackupNeeded(Refusal):
    """A PostgreSQL database is backed up with PostgreSQL's own tools, by its owner."""


class FileInTheWay(Refusal):
    """A backup never overwrites a file."""


class NotSound(Refusal):
    """The file to restore is damaged, or it is no database of ours."""


def back_up(engine: Engine, target: Engine, file: Path) -> None:
    """Copy `engine`'s database into the new `file`, which `target` opens with the same key.

    Refuses with OwnBackupNeeded and FileInTheWay.
    """
    if engine.dialect.name != "sqlite":
        raise OwnBackupNeeded
    if file.exists():
        raise FileInTheWay
    try:
        _copy(engine, target)
    except OSError as error:
        raise DatabaseAway(type(error).__name__) from error


def restore(engine: Engine, source: Engine) -> None:
    """Put `source`'s content into `engine`'s database and raise the epoch, so that all desktops reload.

    Checked before anything is overwritten. Refuses with OwnBackupNeeded, NotSound, SchemaTooNew.
    """
    if engine.dialect.name != "sqlite":
        raise OwnBackupNeeded
    state = schema_state(source)
    if state is SchemaState.NEWER:
        raise SchemaTooNew
    if state in (SchemaState.EMPTY, SchemaState.FOREIGN) or problems(source):
        raise NotSound
    # Never lower than before: a desktop that has seen epoch n must see n + 1, whatever the copy says.
    present = Database(engine).unguarded_read(change_log.epoch) if schema_state(engine) is SchemaState.CURRENT else 0
    _copy(source, engine)
    Database(engine).unguarded_write(lambda c: change_log.raise_epoch(c, at_least=present + 1))


def problems(engine: Engine) -> list[str]:
    """What is wrong: damaged pages, broken references, audit lines that do not follow. Empty when sound."""
    found: list[str] = []
    with telling_outages(), engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            found += [str(row[0]) for row in connection.execute(text("PRAGMA integrity_check")) if row[0] != "ok"]
            found += [f"foreign key: {row[0]}" for row in connection.execute(text("PRAGMA foreign_key_check"))]
        found += [f"audit: {chain} line {number}" for chain, number in audit.broken_lines(connection)]
    return found


def _copy(source: Engine, target: Engine) -> None:
    with telling_outages():
        reading: Any = source.raw_connection()
        writing: Any = target.raw_connection()
        try:
            reading.driver_connection.backup(writing.driver_connection)
        finally:
            reading.close()
            writing.close()
