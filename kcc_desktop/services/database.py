"""Care of the database: upgrade, check, back up, restore. For its owner, without an agent's role."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sqlalchemy import Engine

from kcc_desktop.data import backup, change_log, grants, team, upgrade
from kcc_desktop.data.agents import has_any_agent, session_name
from kcc_desktop.data.database import Database, Work, open_sqlite
from kcc_desktop.data.first_start import fill_lists, make_first_agent
from kcc_desktop.data.keys import check_key, copy_key_file, find_key, holds_something, key_file, key_place
from kcc_desktop.data.opening import KeyFinder, open_database
from kcc_desktop.domain.agents import Role, UnknownLogin
from kcc_desktop.domain.errors import DatabaseAway, DatabaseDamaged
from kcc_desktop.domain.keys import KeyPlace

FIRST_CLUSTER = "KCC"
DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Health:
    """`state` is a SchemaState's word or DAMAGED; `problems` are technical lines without personal data."""

    state: str
    problems: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        return self.state == upgrade.SchemaState.CURRENT and not self.problems


class DatabaseCare:
    """`url` is a team's PostgreSQL or empty, `file` the embedded database.

    Every call may refuse with WrongKey and NotOurDatabase, and as `key_for` does; it is asked for the file's key, or
    for a copy's.
    """

    def __init__(self, url: str, file: Path, key_for: KeyFinder = find_key) -> None:
        self._url, self._file, self._key_for = url, file, cache(key_for)  # nobody is asked twice

    def upgrade(self) -> None:
        """Make or upgrade the schema and fill the lists. Refuses with SchemaTooNew.

        Of a team's database with TableOwnerNeeded too, and with GroupMissing when the owner may not make the group.

        In a new database the login that makes it becomes the first agent, who may also administer:
        somebody has to let the others in.
        """
        with self._opened() as engine:
            self._require_owner(engine)
            upgrade.upgrade(engine)
            database = Database(engine)
            if not database.unguarded_read(has_any_agent):
                login = database.unguarded_read(session_name)
                make_first_agent(database, login, FIRST_CLUSTER, {Role.AGENT, Role.ADMINISTRATOR})
            database.unguarded_write(fill_lists)

    def check(self) -> Health:
        """How the database is; a file that is not there is not made. Refuses with TableOwnerNeeded."""
        if not self._is_there():
            return Health(upgrade.SchemaState.EMPTY, ())
        try:
            with self._opened() as engine:
                self._require_owner(engine)
                state = upgrade.schema_state(engine)
                found: list[str] = []
                if state is upgrade.SchemaState.CURRENT:
                    found = backup.problems(engine)
                    found += Database(engine).unguarded_read(upgrade.differences)
                    found += Database(engine).unguarded_read(grants.problems)
        except DatabaseDamaged:
            return Health(DAMAGED, ())
        return Health(state.value, tuple(found))

    def back_up(self, file: Path) -> KeyPlace:
        """Copy into the new `file` under the same key, and what says where that is; answers where the key is kept.

        Refuses with FileInTheWay, OwnBackupNeeded, NotSound (there is nothing to copy).
        """
        if self._url:
            raise backup.OwnBackupNeeded
        if not self._is_there():
            raise backup.NotSound
        if file.exists() or key_file(file).exists():
            raise backup.FileInTheWay
        key = self._key_for(self._file)
        try:
            with _disposed(open_sqlite(self._file, key)) as engine, _disposed(open_sqlite(file, key)) as target:
                state = upgrade.schema_state(engine)  # a wrong key shows before the copy is begun
                backup.back_up(engine, target, file)
                if state is upgrade.SchemaState.CURRENT:
                    _note(engine, "back_up")
            copy_key_file(self._file, file)
        except BaseException:  # half a copy would be taken for one
            for ending in ("", "-wal", "-shm"):
                with suppress(OSError):
                    file.with_name(file.name + ending).unlink()
            raise
        return key_place(self._file)

    def restore(self, file: Path) -> tuple[str, ...]:
        """Replace the content by that of `file`; nothing happens unless it is sound.

        Answers a line for each place in its audit where lines do not follow: that is to be looked into, and makes
        nothing else of the copy useless.

        Refuses with NotSound and SchemaTooNew.
        The copy opens with the key that its own key file leads to, without one with the key of the database. A
        database too damaged to be opened is set aside under another name.
        """
        if self._url:
            raise backup.OwnBackupNeeded
        if not file.is_file():
            raise backup.NotSound
        # With neither, find the copy's key lost before a key is made for a database that will not come.
        has_own = key_file(file).exists() or not self._is_there()
        key = self._key_for(file if has_own else self._file)
        with _disposed(open_sqlite(file, key)) as source:
            backup.check_copy(source)
            was_damaged = self._is_damaged()
            if was_damaged:
                backup.set_aside(self._file)
            with self._opened() as engine:
                backup.restore(engine, source)
                upgrade.upgrade(engine)
                if was_damaged:
                    backup.leap(engine)
                _note(engine, "restore")
                return tuple(backup.audit_gaps(engine))

    def show_key(self) -> str:
        """The key of the file, for whoever keeps it on paper; the audit says that it was shown. 64 hex digits.

        Refuses with WrongKey.
        """
        key = self._key_for(self._file)
        check_key(self._file, key)
        with suppress(DatabaseDamaged), self._opened() as engine:
            if upgrade.schema_state(engine) is upgrade.SchemaState.CURRENT:
                _note(engine, "show_key")
        return key

    def _require_owner(self, engine: Engine) -> None:
        if self._url:
            Database(engine).unguarded_read(team.require_owner)

    def _is_damaged(self) -> bool:
        """So much that nothing can be copied over it."""
        try:
            with self._opened() as engine:
                upgrade.schema_state(engine)
        except DatabaseDamaged:
            return True
        return False

    def _is_there(self) -> bool:
        return bool(self._url) or holds_something(self._file)

    @contextmanager
    def _opened(self) -> Iterator[Engine]:
        with _disposed(open_database(self._url, self._file, self._key_for)) as engine:
            yield engine


@contextmanager
def _disposed(engine: Engine) -> Iterator[Engine]:
    try:
        yield engine
    finally:
        engine.dispose()


def _note(engine: Engine, action: str) -> None:
    """A line in the audit: who did this to the whole database.

    A login that is no agent's has no name in it, and a disk that takes nothing keeps nobody from making a copy.
    """

    def work(unit: Work) -> None:
        database_id = change_log.database_id(unit.connection)
        if database_id is not None:
            unit.audit(action, "database", database_id)

    with suppress(UnknownLogin, DatabaseAway):
        Database(engine, origin="care").write(work)
