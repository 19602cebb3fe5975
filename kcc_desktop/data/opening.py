"""Opens the database that a desktop works on: the team's by its URL, else the embedded file under its key.

Knows neither where a key comes from (`keys.py`) nor what stands in the database.
"""

import re
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Engine

from kcc_desktop.data.database import open_postgresql, open_sqlite
from kcc_desktop.data.keys import find_key
from kcc_desktop.domain.errors import DatabaseAway

KeyFinder = Callable[[Path], str]


def open_database(url: str, file: Path, key_for: KeyFinder = find_key) -> Engine:
    """The team's PostgreSQL when `url` is given, else the encrypted `file`, made when it is first written to.

    `key_for` is asked for the key of the file, and only then; what it refuses is refused here. The engine connects
    when first used, so a wrong key shows then.
    """
    if url:
        return open_postgresql(re.sub(r"^postgres(ql)?://", "postgresql+psycopg://", url))
    _make_folder(file)
    return open_sqlite(file, key_for(file))


def open_plain(file: Path) -> Engine:
    """The file without encryption: for a demo, which says so, and for nothing else."""
    _make_folder(file)
    return open_sqlite(file, None)


def _make_folder(file: Path) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseAway(type(error).__name__) from None
