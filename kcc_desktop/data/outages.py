"""What a driver's error means: the database is away, damaged, closed to this key, or work that is begun again."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from kcc_desktop.domain.errors import DatabaseAway, DatabaseDamaged
from kcc_desktop.domain.keys import WrongKey

RETRIES = 5
_BUSY_TRIES = 3
# Serialisation failure, deadlock, and a unique key that another desktop took in the same moment: tried again with
# the same ids, the work finds what the other wrote and answers or refuses as it would have a moment later.
_AGAIN = {"40001", "40P01", "23505"}
_READ_ONLY = "25006"  # PostgreSQL takes nothing now: a copy that is not in use yet, or its owner is at work
# SQLite says OperationalError for a full disk and for a wrong statement alike; only these pass by themselves.
_SQLITE_AWAY = ("locked", "locking", "busy", "unable to open", "readonly", "disk i/o", "is full")


@contextmanager
def telling_outages() -> Iterator[None]:
    """Driver errors that mean "away" become DatabaseAway; a constraint or a bug stays what it is."""
    try:
        yield
    except DBAPIError as error:
        told = _told(error.orig, error)
        if told is None:
            raise
        raise told from error
    except sqlcipher.Error as error:  # from the driver itself: copies are made without SQLAlchemy
        told = _told(error, None)
        if told is None:
            raise
        raise told from error
    except PoolTimeout as error:
        raise DatabaseAway("busy") from error


def _told(error: BaseException | None, wrapped: DBAPIError | None) -> Exception | None:
    """What `error` means to us; None for a constraint or a bug."""
    name = str(getattr(error, "sqlite_errorname", ""))
    if name.startswith("SQLITE_NOTADB"):
        return WrongKey()
    if name.startswith("SQLITE_CORRUPT"):
        return DatabaseDamaged()
    if isinstance(error, sqlcipher.Error):
        is_away = any(words in str(error).lower() for words in _SQLITE_AWAY)
    else:
        is_away = isinstance(wrapped, OperationalError | InterfaceError) or bool(
            wrapped and wrapped.connection_invalidated
        )
        is_away = is_away or getattr(error, "sqlstate", None) == _READ_ONLY
    return DatabaseAway(name or type(error).__name__) if is_away else None


def tries(error: DBAPIError) -> int:
    """How often work that met this is begun in all: once, unless it passes by itself."""
    if getattr(error.orig, "sqlstate", None) in _AGAIN:
        return RETRIES
    # SQLite lets whoever asks at the right instant in; one that waited five seconds in vain is no outage yet. Nor is
    # one that could not even ask, because too many others did ("locking protocol").
    is_busy = str(getattr(error.orig, "sqlite_errorname", "")).startswith(("SQLITE_BUSY", "SQLITE_PROTOCOL"))
    return _BUSY_TRIES if is_busy else 1
