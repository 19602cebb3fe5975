"""The engine for either database and the transaction every use case runs in. Knows no feature."""

import os
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError, DisconnectionError

from kcc_desktop.data import audit, change_log
from kcc_desktop.data.agents import connected_agent
from kcc_desktop.data.audit import AuditLine, ChainHead
from kcc_desktop.data.line import stand_in_line
from kcc_desktop.data.outages import RETRIES, telling_outages, tries
from kcc_desktop.domain.agents import Agent
from kcc_desktop.domain.changes import Change
from kcc_desktop.domain.errors import DatabaseAway
from kcc_desktop.domain.identity import new_id

BUSY_TIMEOUT_MS = 5000
CONNECTIONS = 2

# A server that is gone without a word is noticed within some 15 seconds, not after TCP's two hours.
_PATIENCE = {
    "connect_timeout": 5,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 5,
    "tcp_user_timeout": 15_000,
}

T = TypeVar("T")


@dataclass(slots=True)
class Work:
    """One writing transaction: who acts, what time the database has, and what is to be told after it."""

    connection: Connection
    agent: Agent
    now: datetime
    head: ChainHead
    changes: dict[Change, None] = field(default_factory=dict)  # in order, each once

    def audit(self, action: str, object_kind: str, object_id: UUID, *, result: str = "done", purpose: str = "") -> None:
        line = AuditLine(action, object_kind, object_id, result, purpose)
        self.head = audit.append(self.connection, self.head, line, self.agent.id, self.now)

    def changed(self, entity: str, entity_id: UUID) -> None:
        self.changes[Change(entity, entity_id)] = None


@dataclass(frozen=True, slots=True)
class Look:
    """One reading transaction and who reads."""

    connection: Connection
    agent: Agent
    now: datetime


class Database:
    """Runs each use case in one transaction: committed when the work returns, rolled back when it raises.

    Writing work may run again with the same ids after a deadlock (PostgreSQL), so it must not
    keep anything outside its transaction.
    """

    def __init__(self, engine: Engine, *, origin: str = "desktop") -> None:
        self.engine = engine
        self._reading = engine.execution_options(kcc_writes=False)
        self._writing = engine.execution_options(kcc_writes=True)
        self._head = ChainHead(new_id(), origin)
        self._is_head_sure = True
        self._epoch: int | None = None
        self._chain = threading.Lock()

    @property
    def dialect(self) -> str:
        return self.engine.dialect.name

    @property
    def session_id(self) -> UUID:
        """The id of this desktop session's audit chain; another one after the database was restored under it."""
        return self._head.chain_id

    def read(self, work: Callable[[Look], T]) -> T:
        """`work`'s answer. Refuses with UnknownLogin; an unreachable database is DatabaseAway."""
        # Committed, not rolled back: psycopg forgets every prepared statement at a rollback, and plans anew.
        with telling_outages(), self._reading.begin() as connection:
            agent, now = connected_agent(connection)
            return work(Look(connection, agent, now))

    def write(self, work: Callable[[Work], T]) -> T:
        """`work`'s answer after its commit, with audit lines and change log in the same transaction.

        One lock for the session's writes: its audit chain has one head. A desktop has two
        connections, so at most one other write waits, and SQLite has a single writer anyway.
        """
        with self._chain, telling_outages():
            for attempt in range(RETRIES):
                try:
                    return self._write_once(work)
                except DBAPIError as error:
                    if attempt + 1 >= tries(error):
                        raise
        raise AssertionError("the loop above always returns or raises")

    def _write_once(self, work: Callable[[Work], T]) -> T:
        with self._writing.begin() as connection:
            agent, now = connected_agent(connection)
            unit = Work(connection, agent, now, self._true_head(connection))
            answer = work(unit)
            change_log.note(connection, list(unit.changes))
            self._is_head_sure = False  # a commit whose answer gets lost may have been done
        self._head, self._is_head_sure = unit.head, True
        return answer

    def _true_head(self, connection: Connection) -> ChainHead:
        """Where the chain stands in the database: in memory it may be behind a lost answer or ahead of a restore.

        A file may be restored between two writes of a desk that works on: its chain is looked up each time, and
        another one begins when the epoch tells of it. A team's database is restored with nobody in it.
        """
        if connection.dialect.name != "sqlite":
            if not self._is_head_sure:
                self._head = audit.newest(connection, self._head)
            return self._head
        epoch = change_log.epoch(connection)
        if self._epoch not in (None, epoch):
            self._head = ChainHead(new_id(), self._head.origin)
        self._epoch = epoch
        return audit.newest(connection, self._head)

    def unguarded_read(self, work: Callable[[Connection], T]) -> T:
        """For what needs no agent: schema checks, backup, the first start."""
        with telling_outages(), self._reading.connect() as connection:
            return work(connection)

    def unguarded_write(self, work: Callable[[Connection], T]) -> T:
        """For what no agent does: the first agent's row, bulk loads of a demo by the owner."""
        with self._chain, telling_outages(), self._writing.begin() as connection:
            return work(connection)

    def ping(self) -> None:
        """Answers when something can be kept: on a full disk reading goes on. DatabaseAway when it cannot."""

        def write_something(connection: Connection) -> None:
            if connection.dialect.name == "sqlite":
                # The number stays what it is, and its page is written all the same.
                number = connection.exec_driver_sql("PRAGMA user_version").scalar()
                connection.exec_driver_sql(f"PRAGMA user_version = {number}")
            else:
                if connection.exec_driver_sql("SHOW transaction_read_only").scalar() == "on":
                    raise DatabaseAway("read only")
                connection.exec_driver_sql("SELECT pg_current_xact_id()")

        self.unguarded_write(write_something)

    def close(self) -> None:
        self.engine.dispose()


def account() -> str:
    """The OS account this process runs under, asked from the system: LOGNAME and USER are anybody's to set."""
    if sys.platform == "win32":
        return os.getlogin()
    import pwd

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:  # a container's user without an entry
        return f"uid-{os.getuid()}"


def open_sqlite(path: Path, key: str | None, *, login: str | None = None) -> Engine:
    """The engine for one SQLite file; `key` is 64 hex digits, None only for a demo that says so.

    The same module with and without a key. A passphrase is derived once per start, never here:
    deriving costs 142 ms a connection, a raw key 0.1 ms. A file that was there and is gone is away: it is not made
    anew, and nothing is written to what no name leads to any more.
    """
    who = login if login is not None else account()
    path = path.absolute()  # a program may change its folder, and the file must be found again
    was_there = False

    def connect() -> Any:
        nonlocal was_there
        if was_there and not path.exists():
            raise sqlcipher.OperationalError("unable to open the file: it is gone")
        connection = sqlcipher.connect(str(path), check_same_thread=False, isolation_level=None)
        try:
            _prepare(connection, key, who)
        except BaseException:
            connection.close()
            raise
        was_there = path.exists()
        return connection

    engine = create_engine(
        "sqlite://",
        module=sqlcipher,
        creator=connect,
        poolclass=QueuePool,
        pool_size=CONNECTIONS,
        max_overflow=0,
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin_sqlite)
    event.listen(engine, "connect", partial(_note_file, path))
    event.listen(engine, "checkout", _check_file)
    event.listen(engine, "commit", _check_file_before_commit)
    return engine


def _prepare(connection: Any, key: str | None, who: str) -> None:
    if key is not None:
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
        connection.execute("PRAGMA cipher_log_level = NONE")
    connection.create_function("kcc_login", 0, lambda: who)
    for pragma in (
        f"busy_timeout = {BUSY_TIMEOUT_MS}",
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        "recursive_triggers = ON",  # what REPLACE takes away is guarded like what is deleted
        "cache_size = -8000",
        "temp_store = MEMORY",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _which_file(path: Path) -> tuple[int, int] | None:
    """What tells one file from another that takes its name; None when there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def is_moved(info: dict[Any, Any]) -> bool:
    """Whether the file of a connection with this `info` was moved, removed or replaced; False on PostgreSQL."""
    path, opened = info.get("file", (None, None))
    return path is not None and _which_file(path) != opened


def _note_file(path: Path, _connection: Any, record: Any) -> None:
    record.info["file"] = path, _which_file(path)


def _check_file(_connection: Any, record: Any, _proxy: Any) -> None:
    """Such a connection goes; the next one opens what is there now."""
    if is_moved(record.info):
        raise DisconnectionError


def _check_file_before_commit(connection: Connection) -> None:
    """What would be written to a file without a name would be acknowledged and lost."""
    if is_moved(connection.connection.info):
        raise DatabaseAway("moved")


def open_postgresql(url: str) -> Engine:
    """The engine for a team's PostgreSQL; what is typed never reaches an error's text."""
    said = make_url(url).query
    return create_engine(
        url,
        connect_args={name: value for name, value in _PATIENCE.items() if name not in said},
        pool_size=CONNECTIONS,
        max_overflow=0,
        pool_pre_ping=False,
        hide_parameters=True,
        isolation_level="READ COMMITTED",
    )


def _begin_sqlite(connection: Connection) -> None:
    """A transaction that reads first and writes later fails at once when another writes in between."""
    if not connection.get_execution_options().get("kcc_writes", False):
        connection.exec_driver_sql("BEGIN")
        return
    file: Any = connection.connection.dbapi_connection
    file.execute("PRAGMA busy_timeout = 0")
    try:
        if not stand_in_line(file, BUSY_TIMEOUT_MS / 1000):
            connection.exec_driver_sql("BEGIN IMMEDIATE")  # a last time, for an error as every other
    finally:
        file.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
