"""What the tests of work in the background share."""

from functools import partial

import pytest

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.data.database import Database
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.domain.agents import Role
from tests.background.outages import away
from tests.garbage import _garbage, _garbage_of_the_test  # noqa: F401 (pytest finds them by name)


@pytest.fixture
def tasks(qapp):
    runner = TaskRunner()
    yield runner
    runner.close()
    qapp.processEvents()


@pytest.fixture
def database_away(engine, request, tmp_path):
    """A context in which the database is away, for real; twice a test if need be."""
    administration = request.getfixturevalue("postgresql_template") if engine.dialect.name == "postgresql" else None
    return partial(away, engine, administration, tmp_path / "kcc.db")


@pytest.fixture
def postgresql_database(postgresql_engine):
    return _with_agent(postgresql_engine)


@pytest.fixture
def sqlite_database(sqlite_engine):
    return _with_agent(sqlite_engine)


def _with_agent(engine):
    database = Database(engine, origin="test")
    make_first_agent(database, "Noor Jansen", "KCC", {Role.AGENT})
    return database
