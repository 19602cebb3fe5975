import subprocess
import sys
import threading
import time

import pytest
from sqlalchemy import text

from kcc_desktop.background.changes import ChangeWatcher
from kcc_desktop.data import change_log
from kcc_desktop.data.database import Database, open_sqlite
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.changes import Change
from kcc_desktop.domain.errors import DatabaseAway
from kcc_desktop.domain.identity import new_id
from kcc_desktop.services.changes import ChangeService
from tests.conftest import SQLITE_KEY


class Heard:
    """What a watcher told, and on which thread."""

    def __init__(self, watcher):
        self.changes, self.reloads, self.lost, self.found, self.elsewhere = [], 0, [], 0, 0
        watcher.changed.connect(self._changed)
        watcher.reload_all.connect(self._reload)
        watcher.lost.connect(self.lost.append)
        watcher.found.connect(self._found)
        self.bugs = []
        watcher.unexpected.connect(self.bugs.append)

    def _changed(self, changes):
        self.elsewhere += threading.current_thread() is not threading.main_thread()
        self.changes += changes

    def _reload(self):
        self.reloads += 1

    def _found(self):
        self.found += 1


@pytest.fixture
def watch(qtbot, request):
    """Start a watcher on a database and wait until it listens."""
    watchers = []

    def start(database):
        watcher = ChangeWatcher(ChangeService(database))
        heard = Heard(watcher)
        watchers.append((watcher, heard))
        with qtbot.waitSignal(watcher.found, timeout=10_000):
            watcher.start()
        return heard

    yield start
    for watcher, heard in watchers:
        watcher.stop()
        assert heard.bugs == []


def write(database, *ids):
    def work(unit):
        for entity_id in ids:
            unit.changed("party", entity_id)

    database.write(work)


def address(engine):
    return engine.url.render_as_string(hide_password=False) if engine.dialect.name == "postgresql" else None


@pytest.fixture
def other_desktop(engine, database, tmp_path):
    """A process of its own on the same database."""
    place = address(engine) or str(tmp_path / "kcc.db")
    command = [sys.executable, "-m", "tests.background.writing_child", place, SQLITE_KEY]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        yield child
        child.stdin.close()
        child.wait(30)


def test_what_another_desktop_writes_arrives_within_a_second(qtbot, watch, database, other_desktop):
    heard = watch(database)
    for _ in range(5):
        thing = Change("party", entity_id := new_id())
        other_desktop.stdin.write(f"{entity_id}\n")
        other_desktop.stdin.flush()
        assert other_desktop.stdout.readline().strip() == str(entity_id)
        written = time.monotonic()
        qtbot.waitUntil(lambda thing=thing: thing in heard.changes, timeout=10_000)
        assert time.monotonic() - written < 1
    assert len(heard.changes) == 5
    assert heard.elsewhere == 0


def test_what_this_desktop_writes_is_told_by_the_same_door_once(qtbot, watch, database):
    heard, ids = watch(database), [new_id() for _ in range(20)]
    for entity_id in ids:
        write(database, entity_id)
    qtbot.waitUntil(lambda: len(heard.changes) >= 20, timeout=10_000)
    assert heard.changes == [Change("party", entity_id) for entity_id in ids]


def test_two_desktops_hear_each_other(qtbot, watch, database, engine, tmp_path):
    again = Database(engine if address(engine) else open_sqlite(tmp_path / "kcc.db", SQLITE_KEY))
    one, two, thing = watch(database), watch(again), new_id()
    write(again, thing)
    qtbot.waitUntil(lambda: len(one.changes) == len(two.changes) == 1, timeout=10_000)
    again.close()


def test_a_restore_reloads_all(qtbot, watch, database):
    heard = watch(database)
    database.unguarded_write(change_log.raise_epoch)
    qtbot.waitUntil(lambda: heard.reloads == 1, timeout=10_000)
    thing = new_id()
    write(database, thing)
    qtbot.waitUntil(lambda: heard.changes == [Change("party", thing)], timeout=10_000)


def test_very_many_changes_are_one_reload(qtbot, watch, database, monkeypatch):
    monkeypatch.setattr("kcc_desktop.background.changes.MOST", 50)
    heard = watch(database)
    write(database, *(new_id() for _ in range(51)))
    qtbot.waitUntil(lambda: heard.reloads == 1, timeout=10_000)
    assert heard.changes == []
    write(database, thing := new_id())
    qtbot.waitUntil(lambda: heard.changes == [Change("party", thing)], timeout=10_000)


def test_one_listens_beside_the_two(qtbot, watch, database, engine):
    watch(database)
    with engine.connect(), engine.connect():
        assert engine.pool.checkedout() == 2
    if engine.dialect.name == "postgresql":
        count = database.unguarded_read(
            lambda c: c.scalar(text("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"))
        )
        assert count == 3


def test_a_transaction_that_was_under_way_is_told_when_it_ends(qtbot, watch, postgresql_engine, postgresql_database):
    heard, early, late = watch(postgresql_database), new_id(), new_id()
    with postgresql_engine.connect() as slow:
        change_log.note(slow, [Change("party", late)])
        write(postgresql_database, early)
        qtbot.wait(400)  # long enough for a careless reader to have passed both
        slow.commit()
    ended = time.monotonic()
    qtbot.waitUntil(lambda: len(heard.changes) == 2, timeout=10_000)
    assert time.monotonic() - ended < 1
    assert {change.entity_id for change in heard.changes} == {early, late}


def test_a_silent_transaction_in_the_way_delays_and_loses_nothing(qtbot, watch, postgresql_engine, postgresql_database):
    heard, thing = watch(postgresql_database), new_id()
    with postgresql_engine.connect() as silent:
        silent.execute(text("SELECT pg_current_xact_id()"))
        write(postgresql_database, thing)
        qtbot.wait(200)
        assert heard.changes == []
        silent.rollback()
    ended = time.monotonic()
    qtbot.waitUntil(lambda: heard.changes == [Change("party", thing)], timeout=10_000)
    assert time.monotonic() - ended < 1


def test_a_connection_that_is_cut_comes_back_and_what_was_written_meanwhile_is_told(qtbot, watch, postgresql_database):
    database = postgresql_database
    heard, thing = watch(database), new_id()

    def cut(connection):
        connection.execute(
            text(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
        )
        change_log.note(connection, [Change("party", thing)])

    database.unguarded_write(cut)
    qtbot.waitUntil(lambda: heard.changes == [Change("party", thing)], timeout=10_000)
    assert [type(error) for error in heard.lost] == [DatabaseAway]
    assert (heard.found, heard.reloads) == (2, 0)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody move a file that is open")
def test_a_file_that_goes_is_told_and_another_in_its_place_is_all_read_anew(
    qtbot, watch, sqlite_database, sqlite_template, tmp_path
):
    write(sqlite_database, new_id())
    heard = watch(sqlite_database)
    path = tmp_path / "kcc.db"
    for ending in ("-wal", "-shm", ""):
        path.with_name(path.name + ending).rename(tmp_path / f"away{ending}")
    qtbot.waitUntil(lambda: len(heard.lost) == 1, timeout=10_000)
    assert not path.exists()
    ready = tmp_path / "ready.db"  # of the same epoch, and with fewer changes than were told
    ready.write_bytes(sqlite_template)
    engine = open_sqlite(ready, SQLITE_KEY)
    make_first_agent(Database(engine), "Noor Jansen", "KCC", {Role.AGENT})
    engine.dispose()
    ready.rename(path)
    qtbot.waitUntil(lambda: heard.found == 2, timeout=10_000)
    qtbot.waitUntil(lambda: heard.reloads == 1, timeout=10_000)


def test_a_database_that_was_away_at_the_start_is_all_read_when_it_comes(qtbot, sqlite_template, tmp_path):
    engine = open_sqlite(tmp_path / "folder" / "kcc.db", SQLITE_KEY)
    watcher = ChangeWatcher(ChangeService(Database(engine)))
    heard = Heard(watcher)
    with qtbot.waitSignal(watcher.lost, timeout=10_000):
        watcher.start()
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "kcc.db").write_bytes(sqlite_template)
    qtbot.waitUntil(lambda: heard.reloads == 1, timeout=10_000)
    watcher.stop()
    engine.dispose()


def test_stopping_is_soon_and_nothing_is_told_after_it(qtbot, database):
    watcher = ChangeWatcher(ChangeService(database))
    heard = Heard(watcher)
    with qtbot.waitSignal(watcher.found, timeout=10_000):
        watcher.start()
    write(database, new_id())
    began = time.monotonic()
    watcher.stop()
    assert time.monotonic() - began < 1
    qtbot.wait(100)
    assert heard.changes == []
    assert "changes" not in [thread.name for thread in threading.enumerate()]


def test_a_bug_is_told_and_the_watch_goes_on(qtbot, database, monkeypatch):
    monkeypatch.setattr("kcc_desktop.background.changes.TRY_AGAIN_SECONDS", 0.05)
    service = ChangeService(database)
    watcher = ChangeWatcher(service)
    heard, feed, broken = Heard(watcher), service.feed(), [True]
    monkeypatch.setattr(service, "feed", lambda: feed)
    read = feed.read

    def read_badly(place, most):
        if broken:
            broken.pop()
            raise ZeroDivisionError
        return read(place, most)

    monkeypatch.setattr(feed, "read", read_badly)
    with qtbot.waitSignal(watcher.unexpected, timeout=10_000) as told:
        watcher.start()
    assert isinstance(told.args[0], ZeroDivisionError)
    write(database, thing := new_id())
    qtbot.waitUntil(lambda: heard.changes == [Change("party", thing)], timeout=10_000)
    watcher.stop()


def test_the_service_tells_what_came_after_a_place(database):
    service, thing = ChangeService(database), new_id()
    start = service.position()
    write(database, thing)
    write(database, thing)
    changes, after = service.since(start)
    assert changes == (Change("party", thing),)
    assert service.since(after)[0] == ()
