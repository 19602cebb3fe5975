"""A small invented municipality, built once for each database and only read by these tests."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import text

from kcc_desktop.data.database import Database, open_postgresql, open_sqlite
from kcc_desktop.demo.municipality import build
from tests.conftest import SQLITE_KEY, _psycopg

# A Tuesday morning; the demo's day is whatever day it is made.
NOW = datetime(2026, 3, 3, 9, 40, tzinfo=UTC)
RESIDENTS = 700


@pytest.fixture(scope="session")
def sqlite_town(sqlite_template, tmp_path_factory):
    file = tmp_path_factory.mktemp("town") / "kcc.db"
    file.write_bytes(sqlite_template)
    database = Database(open_sqlite(file, SQLITE_KEY), origin="test")
    build(database, residents=RESIDENTS, now=NOW)
    yield database
    database.close()


@pytest.fixture(scope="session")
def postgresql_town(postgresql_server, postgresql_template):
    with postgresql_template.connect() as connection:
        connection.execute(text("CREATE DATABASE kcc_town TEMPLATE kcc_template"))
    database = Database(open_postgresql(_psycopg(postgresql_server.get_uri(database="kcc_town"))), origin="test")
    build(database, residents=RESIDENTS, now=NOW)
    yield database
    database.close()
    with postgresql_template.connect() as connection:
        connection.execute(text("DROP DATABASE kcc_town WITH (FORCE)"))


@pytest.fixture(params=["sqlite", "postgresql"])
def town(request):
    return request.getfixturevalue(f"{request.param}_town")
