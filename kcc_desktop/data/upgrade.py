"""Brings a database's schema to this program's, and tells when it is older or newer.

Alembic costs a quarter of a second to import, so it is loaded only when there is work for it.
"""

from enum import StrEnum
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import ProgrammingError

from kcc_desktop.data.keys import find_key, holds_something
from kcc_desktop.data.opening import KeyFinder, open_database
from kcc_desktop.data.outages import telling_outages
from kcc_desktop.data.schema import REVISION
from kcc_desktop.domain.agents import UnknownLogin
from kcc_desktop.domain.errors import Refusal
from kcc_desktop.resources import migrations

_MAY_NOT = "42501"
_WITH_LANES = "0014"
_IN_LANES = (
    "SELECT count(*) FROM appointment WHERE lane_id IS NOT NULL "
    "AND state IN ('held', 'booked', 'checked_in', 'in_service')"
)


class SchemaState(StrEnum):
    EMPTY = "empty"
    OLDER = "older"
    CURRENT = "current"
    NEWER = "newer"
    FOREIGN = "foreign"


class SchemaTooNew(Refusal):
    """A newer program made this database; this one would not understand what stands in it."""


class NotOurDatabase(Refusal):
    """The file opens and holds another program's tables; nothing is added to them."""


class SchemaTooOld(Refusal):
    """The team's database must first be upgraded by its owner: `kcc-desktop database upgrade`."""


def schema_state(engine: Engine) -> SchemaState:
    """What the database is to this program. A team's database may hold other tables beside ours, a file may not.

    Refuses with UnknownLogin a login that is not in the group of a team's desks.
    """
    with telling_outages(), engine.connect() as connection:
        tables = inspect(connection).get_table_names()
        if "alembic_version" not in tables:
            return SchemaState.FOREIGN if tables and engine.dialect.name == "sqlite" else SchemaState.EMPTY
        try:
            revision = connection.scalar(text("SELECT version_num FROM alembic_version"))
        except ProgrammingError as error:
            if getattr(error.orig, "sqlstate", None) == _MAY_NOT:
                raise UnknownLogin from error
            raise
    if revision == REVISION:
        return SchemaState.CURRENT
    return SchemaState.NEWER if str(revision or "") > REVISION else SchemaState.OLDER


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Run all migrations up to `revision` in one transaction. Refuses with SchemaTooNew and NotOurDatabase."""
    _refuse_others(schema_state(engine))
    _run(engine, "upgrade", revision)


def downgrade(engine: Engine, revision: str) -> None:
    """Run the migrations back to `revision`; ValueError where promises would lose their time by it."""
    with telling_outages(), engine.connect() as connection:
        _refuse_lanes(connection, revision)
    _run(engine, "downgrade", revision)


def _refuse_lanes(connection: Connection, revision: str) -> None:
    """Before 0014 a counter had one lane: an appointment in another has no time there, and the counter's is taken."""
    if revision != "base" and revision >= _WITH_LANES:
        return
    columns = {column["name"] for column in inspect(connection).get_columns("appointment")}
    if "lane_id" in columns and connection.scalar(text(_IN_LANES)):
        raise ValueError("appointments in extra lanes still stand: cancel, move or finish them before going back")


def _run(engine: Engine, direction: str, revision: str) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(migrations()).replace("%", "%%"))
    with telling_outages(), engine.execution_options(kcc_writes=True).begin() as connection:
        config.attributes["connection"] = connection
        getattr(command, direction)(config, revision)


def differences(connection: Connection) -> list[str]:
    """What the database has otherwise than the program's rows say; empty when they agree."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from kcc_desktop.data.schema import METADATA

    return [str(difference) for difference in compare_metadata(MigrationContext.configure(connection), METADATA)]


def open_ready(url: str, file: Path, key_for: KeyFinder = find_key) -> Engine:
    """The engine of a database that this program understands; a file that is not there is not made.

    Refuses with SchemaTooOld, SchemaTooNew, NotOurDatabase, WrongKey, and as `key_for` does.
    """
    if not url and not holds_something(file):
        raise SchemaTooOld
    engine = open_database(url, file, key_for)
    try:
        state = schema_state(engine)
        _refuse_others(state)
        if state is not SchemaState.CURRENT:
            raise SchemaTooOld
    except BaseException:
        engine.dispose()
        raise
    return engine


def _refuse_others(state: SchemaState) -> None:
    if state is SchemaState.NEWER:
        raise SchemaTooNew
    if state is SchemaState.FOREIGN:
        raise NotOurDatabase
