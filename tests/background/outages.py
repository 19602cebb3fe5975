"""A database that is really away for a while: its file has another name, or its server lets nobody in."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, text


@contextmanager
def away(engine: Engine, administration: Engine | None, path: Path) -> Iterator[None]:
    if engine.dialect.name == "sqlite":
        _rename(path, path.with_name("away.db"))
        yield
        _rename(path.with_name("away.db"), path)
        return
    assert administration is not None
    name = engine.url.database
    with administration.connect() as connection:
        connection.execute(text(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false"))
        connection.execute(text(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'"))
        yield
        connection.execute(text(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true"))


def _rename(old: Path, new: Path) -> None:
    for ending in ("-wal", "-shm", ""):
        if (side := old.with_name(old.name + ending)).exists():
            side.rename(new.with_name(new.name + ending))
