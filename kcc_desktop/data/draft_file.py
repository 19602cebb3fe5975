"""The small encrypted file under drafts and outbox: opening it, and what its failures mean. Knows no draft.

A file that opens with no key looks the same whether the key is wrong or the file is damaged, so a fingerprint of the
key lies beside it (`drafts.db.check`): a wrong key changes nothing, damage sets the file aside.
"""

import hmac
import secrets
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import sqlcipher3.dbapi2 as sqlcipher

from kcc_desktop.domain.drafts import DraftsAway, DraftsSetAside, DraftsTooNew
from kcc_desktop.domain.keys import WrongKey

OURS = 0x4B434344  # "KCCD", the file's application_id
VERSION = 1
BUSY_TIMEOUT_MS = 5000
_PASSING = ("SQLITE_BUSY", "SQLITE_BUSY_RECOVERY", "SQLITE_IOERR")
_DAMAGED = ("SQLITE_NOTADB", "SQLITE_CORRUPT")
_PLAIN = b"SQLite format 3\0"

T = TypeVar("T")


class _Foreign(Exception):
    """A database, and not ours."""


class DraftFile:
    """One connection behind a lock, opened when first used and again after each failure.

    `schema` makes the tables of an empty file. Every writing commit is on disk when it returns.
    """

    def __init__(self, path: Path, key: str, schema: tuple[str, ...]) -> None:
        self._path, self._key, self._schema = path, key, schema
        self._lock = threading.Lock()
        self._connection: Any = None
        self._inode: tuple[int, int] | None = None

    def write(self, work: Callable[[Any], T]) -> T:
        """`work`'s answer after its commit; it gets the connection, its transaction begun.

        Refuses with WrongKey, DraftsSetAside, DraftsTooNew; DraftsAway when the disk is full, read-only or gone.
        """
        with self._lock:
            return self._telling(self._in_transaction, work)

    def read(self, work: Callable[[Any], T]) -> T:
        """`work`'s answer; refuses as `write` does."""
        with self._lock:
            return self._telling(lambda connection, work: work(connection), work)

    def close(self) -> None:
        with self._lock:
            self._hang_up()

    def _in_transaction(self, connection: Any, work: Callable[[Any], T]) -> T:
        connection.execute("BEGIN IMMEDIATE")
        try:
            answer = work(connection)
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        return answer

    def _telling(self, run: Callable[[Any, Callable[[Any], T]], T], work: Callable[[Any], T]) -> T:
        try:
            if self._connection is None:
                self._connection = self._open_beside_others()
                self._inode = self._file_there()
            elif self._file_there() != self._inode:
                raise OSError("another process set the file aside, or somebody removed it")
            return run(self._connection, work)
        except sqlcipher.IntegrityError:
            raise
        except _Foreign:
            raise self._set_aside() from None
        except sqlcipher.DatabaseError as error:
            name = str(getattr(error, "sqlite_errorname", None) or type(error).__name__)
            if name.startswith(_DAMAGED):
                raise self._set_aside() from None
            self._hang_up()
            raise DraftsAway(name) from None
        except OSError as error:
            self._hang_up()
            raise DraftsAway(type(error).__name__) from None

    def _open(self) -> Any:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._check_key()
        connection = sqlcipher.connect(str(self._path), check_same_thread=False, isolation_level=None)
        try:
            connection.execute(f"PRAGMA key = \"x'{self._key}'\"")
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
            connection.execute("BEGIN")
            _know(connection)  # before anything below could change a file that is not ours
            connection.execute("COMMIT")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA temp_store = MEMORY")
            self._in_transaction(connection, self._make)
        except BaseException:
            connection.close()
            raise
        return connection

    def _open_beside_others(self) -> Any:
        """`_open`, again while another process opens or leaves the file at this moment.

        SQLite answers a change of journal in that moment at once with one of `_PASSING`, without the busy timeout.
        """
        until = time.monotonic() + BUSY_TIMEOUT_MS / 1000
        while True:
            try:
                return self._open()
            except sqlcipher.OperationalError as error:
                if getattr(error, "sqlite_errorname", "") not in _PASSING or time.monotonic() > until:
                    raise
            time.sleep(0.01 + secrets.randbelow(20) / 1000)

    def _make(self, connection: Any) -> None:
        """The tables, unless another process made them since we looked."""
        if _know(connection):
            return
        for statement in self._schema:
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {OURS}")
        connection.execute(f"PRAGMA user_version = {VERSION}")

    def _check_key(self) -> None:
        """WrongKey when the fingerprint beside an existing file is another key's; written beside a new one."""
        beside = self._path.with_name(f"{self._path.name}.check")
        mine = hmac.digest(bytes.fromhex(self._key), b"kcc-desktop drafts fingerprint", "sha512")[:16].hex()
        if not self._path.exists() or self._path.stat().st_size == 0:
            replacement = beside.with_name(f"{beside.name}.{secrets.token_hex(4)}")
            replacement.write_text(mine, encoding="ascii")
            replacement.replace(beside)
            return
        with self._path.open("rb") as file:
            if file.read(len(_PLAIN)) == _PLAIN:
                raise _Foreign
        if beside.exists() and beside.read_text(encoding="ascii", errors="replace") != mine:
            raise WrongKey

    def _file_there(self) -> tuple[int, int] | None:
        try:
            found = self._path.stat()
        except FileNotFoundError:
            return None
        return found.st_dev, found.st_ino

    def _set_aside(self) -> DraftsSetAside | DraftsAway:
        """What to raise after the file was renamed; the side file goes first, or a new file would swallow it.

        When another process did so already, the name belongs to its new file by now and stays where it is.
        """
        was = self._inode if self._connection is not None else self._file_there()
        self._hang_up()
        if self._file_there() != was:
            return DraftsAway("moved")
        name = f"{self._path.name}.aside-{datetime.now(UTC):%Y%m%dT%H%M%S%f}"
        try:
            for ending in ("-wal", "-shm", ""):
                with suppress(FileNotFoundError):
                    self._path.with_name(self._path.name + ending).rename(self._path.with_name(name + ending))
        except OSError as error:  # Windows keeps what another process has open where it is
            return DraftsAway(type(error).__name__)
        return DraftsSetAside(name)

    def _hang_up(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(sqlcipher.DatabaseError):
                connection.close()


def _know(connection: Any) -> bool:
    """Whether the file is ours and holds tables; False for an empty one. Refuses with DraftsTooNew."""
    (owner,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if tables and owner != OURS:
        raise _Foreign
    if tables and version > VERSION:
        raise DraftsTooNew
    return bool(tables)
