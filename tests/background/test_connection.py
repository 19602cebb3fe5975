import sys
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QObject

from kcc_desktop.background.connection import ConnectionWatch
from kcc_desktop.background.tasks import DISK
from kcc_desktop.data.change_log import position
from kcc_desktop.domain.drafts import DraftsAway
from kcc_desktop.domain.errors import DatabaseAway, NotAllowed, RegisterAway
from kcc_desktop.services.connection import ConnectionService

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows lets nobody move a file that is open")


@pytest.fixture
def watch(database, tasks, monkeypatch):
    monkeypatch.setattr("kcc_desktop.background.connection.ASK_AGAIN_MS", 200)
    return ConnectionWatch(ConnectionService(database), tasks, tasks)


def read(database, tasks, owner):
    """Any work of a screen."""
    task = tasks.run(lambda: database.unguarded_read(position), owner)
    task.failed.connect(lambda error: None)
    return task


def test_one_outage_of_any_work_is_away_and_the_first_answer_is_back(qtbot, watch, database, tasks, database_away):
    screen, told, before = QObject(), [], datetime.now(UTC)
    watch.changed.connect(told.append)
    assert (watch.is_online, watch.offline_since) == (True, None)
    with database_away():
        with qtbot.waitSignal(watch.changed, timeout=10_000):
            read(database, tasks, screen)
        assert not watch.is_online
        assert before <= watch.offline_since <= datetime.now(UTC)
        since = watch.offline_since
        with qtbot.waitSignal(read(database, tasks, screen).failed, timeout=10_000):
            pass
        assert watch.offline_since == since
    with qtbot.waitSignal(watch.changed, timeout=10_000):
        pass
    assert told == [False, True]
    with qtbot.waitSignal(read(database, tasks, screen).succeeded, timeout=10_000):
        pass


def test_it_goes_on_asking_for_as_long_as_it_takes(qtbot, watch, database_away):
    with database_away():
        watch.tell(DatabaseAway())
        qtbot.waitUntil(lambda: watch._tasks.running() > 0, timeout=10_000)
        qtbot.waitUntil(watch._tasks.is_idle, timeout=10_000)
        assert not watch.is_online
    qtbot.waitUntil(lambda: watch.is_online, timeout=10_000)


@pytest.mark.parametrize("error", [NotAllowed("x"), RegisterAway(), DraftsAway(), ZeroDivisionError(), "away"])
def test_only_the_database_itself_says_that_it_is_away(watch, error):
    watch.tell(error)
    assert watch.is_online


def test_an_outage_of_the_drafts_disk_is_another_thing(qtbot, watch, tasks):
    def fail():
        raise DatabaseAway

    screen = QObject()
    with qtbot.waitSignal(tasks.unhandled):
        tasks.run(fail, screen, pool=DISK)
    assert watch.is_online


def test_a_disk_that_can_be_read_and_not_written_is_away(qtbot, tasks, sqlite_database, monkeypatch):
    monkeypatch.setattr("kcc_desktop.background.connection.ASK_AGAIN_MS", 50)
    watch = ConnectionWatch(ConnectionService(sqlite_database), tasks, tasks)
    with sqlite_database.engine.connect() as one, sqlite_database.engine.connect() as other:
        for connection in (one, other):
            connection.exec_driver_sql("PRAGMA query_only = ON")
    watch.tell(DatabaseAway())
    for _ in range(3):
        qtbot.waitUntil(lambda: tasks.running() > 0, timeout=10_000)
        qtbot.waitUntil(tasks.is_idle, timeout=10_000)
    assert not watch.is_online
    assert sqlite_database.unguarded_read(position)
    sqlite_database.engine.dispose()
    qtbot.waitUntil(lambda: watch.is_online, timeout=10_000)
