"""Copies of an embedded database, made while desktops work, and put back with every desktop told."""

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text

from kcc_desktop.data import audit, change_log
from kcc_desktop.data.database import Database
from kcc_desktop.data.outages import telling_outages
from kcc_desktop.data.upgrade import NotOurDatabase, SchemaState, SchemaTooNew, schema_state
from kcc_desktop.domain.errors import DatabaseAway, DatabaseDamaged, Refusal

_LEAP = 1000  # restores of one database, and a copy as old as that


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


def check_copy(source: Engine) -> None:
    """Refuses with NotSound or SchemaTooNew a copy that must not be put back."""
    try:
        state = schema_state(source)
        if state is SchemaState.NEWER:
            raise SchemaTooNew
        is_sound = state not in (SchemaState.EMPTY, SchemaState.FOREIGN) and not damage(source)
    except DatabaseDamaged:
        is_sound = False
    if not is_sound:
        raise NotSound


def restore(engine: Engine, source: Engine) -> None:
    """Put the content of `source`, which was checked, into `engine`'s database and raise the epoch: desktops reload.

    Refuses with OwnBackupNeeded and NotOurDatabase.
    """
    if engine.dialect.name != "sqlite":
        raise OwnBackupNeeded
    if schema_state(engine) is SchemaState.FOREIGN:
        raise NotOurDatabase
    # Never lower than before: a desktop that has seen epoch n must see n + 1, whatever the copy says.
    present = Database(engine).unguarded_read(change_log.epoch) if schema_state(engine) is SchemaState.CURRENT else 0
    _copy(source, engine)
    Database(engine).unguarded_write(lambda c: change_log.raise_epoch(c, at_least=present + 1))


def set_aside(file: Path) -> Path:
    """Give a damaged database another name, for whoever may still get something out of it; the new name."""
    aside = file.with_name(f"{file.name}.damaged-{datetime.now(UTC):%Y%m%dT%H%M%S%f}")
    try:
        for ending in ("-wal", "-shm", ""):
            with suppress(FileNotFoundError):
                file.with_name(file.name + ending).rename(aside.with_name(aside.name + ending))
    except OSError as error:  # Windows keeps what a desk has open where it is
        raise DatabaseAway(type(error).__name__) from error
    return aside


def leap(engine: Engine) -> None:
    """Raise the epoch beyond any that a database which cannot be read any more may have had."""
    Database(engine).unguarded_write(lambda c: change_log.raise_epoch(c, at_least=change_log.epoch(c) + _LEAP))


def damage(engine: Engine) -> list[str]:
    """Damaged pages and references to nothing: what a copy must not have. Empty when there is none."""
    if engine.dialect.name != "sqlite":
        return []
    with telling_outages(), engine.connect() as connection:
        found = [str(row[0]) for row in connection.execute(text("PRAGMA integrity_check")) if row[0] != "ok"]
        return found + [f"foreign key: {row[0]}" for row in connection.execute(text("PRAGMA foreign_key_check"))]


def audit_gaps(engine: Engine) -> list[str]:
    """Audit lines that do not follow from the one before: somebody must look into it, and the rest can be used."""
    with telling_outages(), engine.connect() as connection:
        return [f"audit: {chain} line {number}" for chain, number in audit.broken_lines(connection)]


def problems(engine: Engine) -> list[str]:
    """All that is wrong; empty when sound."""
    return damage(engine) + audit_gaps(engine)


def _copy(source: Engine, target: Engine) -> None:
    with telling_outages():
        reading: Any = source.raw_connection()
        writing: Any = target.raw_connection()
        try:
            reading.driver_connection.backup(writing.driver_connection)
        finally:
            reading.close()
            writing.close()
