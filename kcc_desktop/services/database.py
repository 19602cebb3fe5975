"""Care of the database: upgrade, check, back up, restore. For its owner, without an agent's role."""

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Engine

from kcc_desktop.data import backup, upgrade
from kcc_desktop.data.agents import has_any_agent, session_name
from kcc_desktop.data.database import Database, open_sqlite
from kcc_desktop.data.first_start import fill_lists, make_first_agent
from kcc_desktop.data.opening import key_for, open_database, salt_beside
from kcc_desktop.domain.agents import Role

FIRST_CLUSTER = "KCC"


@dataclass(frozen=True, slots=True)
class Health:
    """`state` is a SchemaState's word; `problems` are technical lines without personal data."""

    state: str
    problems: tuple[str, ...]

    @property
    def is_sound(self) -> bool:
        return self.state == upgrade.SchemaState.CURRENT and not self.problems


class DatabaseCare:
    def __init__(self, url: str, file: Path) -> None:
        self._url, self._file = url, file

    def _open(self, file: Path | None = None) -> Engine:
        return open_database(self._url if file is None else "", file or self._file)

    def upgrade(self) -> None:
        """Make or upgrade the schema and fill the lists. Refuses with SchemaTooNew.

        In a new database the login that makes it becomes the first agent, who may also administer:
        somebody has to let the others in.
        """
        engine = self._open()
        upgrade.upgrade(engine)
        database = Database(engine)
        if not database.unguarded_read(has_any_agent):
            login = database.unguarded_read(session_name)
            make_first_agent(database, login, FIRST_CLUSTER, {Role.AGENT, Role.ADMINISTRATOR})
        database.unguarded_write(fill_lists)
        engine.dispose()

    def check(self) -> Health:
        engine = self._open()
        state = upgrade.schema_state(engine)
        found: list[str] = []
        if state is upgrade.SchemaState.CURRENT:
            found = backup.problems(engine)
            with engine.connect() as connection:
                found += upgrade.differences(connection)
        engine.dispose()
        return Health(state.value, tuple(found))

    def back_up(self, file: Path) -> None:
        """Copy into the new `file`, under the same key. Refuses with FileInTheWay, OwnBackupNeeded."""
        engine = self._open()
        if file.exists():
            raise backup.FileInTheWay
        if self._url:
            raise backup.OwnBackupNeeded
        target = open_sqlite(file, key_for(self._file))
        backup.back_up(engine, target, file)
        target.dispose()
        salt = salt_beside(self._file)
        if salt.exists():  # without it the copy would open on this machine only
            salt_beside(file).write_bytes(salt.read_bytes())
        engine.dispose()

    def restore(self, file: Path) -> None:
        """Replace the content by that of `file`; nothing happens unless it is sound."""
        if self._url:
            raise backup.OwnBackupNeeded
        if not file.exists():
            raise backup.NotSound
        key = key_for(file) if salt_beside(file).exists() else key_for(self._file)
        engine, source = self._open(), open_sqlite(file, key)
        backup.restore(engine, source)
        upgrade.upgrade(engine)
        source.dispose()
        engine.dispose()
