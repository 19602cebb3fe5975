import os
import subprocess
import sys
import threading
import time
import weakref
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject

from kcc_desktop.background.tasks import DATABASE, NETWORK, TaskRunner
from kcc_desktop.domain.errors import DatabaseAway


@pytest.fixture
def tasks(qapp):
    runner = TaskRunner()
    yield runner
    runner.close()
    qapp.processEvents()


def fail():
    raise ZeroDivisionError


def test_outcomes_arrive_on_the_main_thread(qtbot, tasks):
    owner, seen = QObject(), []

    def note(value):
        seen.append((value, threading.current_thread() is threading.main_thread()))

    for number in range(200):
        tasks.run(lambda number=number: number, owner).succeeded.connect(note)
    qtbot.waitUntil(lambda: len(seen) == 200)
    assert sorted(seen) == [(number, True) for number in range(200)]


def test_work_runs_off_the_main_thread_and_never_on_more_threads_than_the_database_has_connections(qtbot, tasks):
    owner, seen = QObject(), []
    for _ in range(40):
        tasks.run(threading.current_thread, owner).succeeded.connect(seen.append)
    with qtbot.waitSignal(tasks.idle):
        pass
    assert len(set(seen)) <= 2
    assert threading.main_thread() not in seen


def test_closing_the_screen_during_a_task_is_harmless(qtbot, tasks):
    outcomes, release = [], threading.Event()
    for _ in range(50):
        owner = QObject()
        tasks.run(release.wait, owner).succeeded.connect(outcomes.append)
        shiboken6.delete(owner)
    marker = QObject()
    done = tasks.run(release.wait, marker)
    with qtbot.waitSignal(done.succeeded):
        release.set()
    assert outcomes == []


def test_a_screen_that_only_its_own_task_still_holds_goes_without_a_crash(qtbot, tasks):
    seen = []

    class Screen(QObject):
        def show(self, number, outcome):
            seen.append((number, outcome))

    def open_and_forget(number):
        screen = Screen()
        tasks.run(lambda: "found", screen).succeeded.connect(partial(screen.show, number))
        return weakref.ref(screen)

    screens = [open_and_forget(number) for number in range(50)]
    with qtbot.waitSignal(tasks.idle):
        pass
    qtbot.waitUntil(lambda: all(screen() is None for screen in screens))
    assert sorted(seen) == [(number, "found") for number in range(50)]


def test_only_the_newest_of_a_key_is_delivered(qtbot, tasks):
    owner, seen = QObject(), []
    for number in range(20):
        tasks.run(lambda number=number: number, owner, key="search").succeeded.connect(seen.append)
    with qtbot.waitSignal(tasks.idle):
        pass
    assert seen == [19]


def test_a_search_that_was_replaced_before_it_began_is_not_run(qtbot, tasks):
    owner, release, ran = QObject(), threading.Event(), []
    for _ in range(2):
        tasks.run(release.wait, owner)
    for number in range(20):
        tasks.run(lambda number=number: ran.append(number), owner, key="search")
    with qtbot.waitSignal(tasks.idle):
        release.set()
    assert ran == [19]


def test_two_screens_may_use_the_same_key(qtbot, tasks):
    one, other, seen = QObject(), QObject(), []
    for owner in (one, other):
        tasks.run(lambda owner=owner: owner is one, owner, key="search").succeeded.connect(seen.append)
    with qtbot.waitSignal(tasks.idle):
        pass
    assert sorted(seen) == [False, True]


def test_a_hanging_register_holds_up_no_query(qtbot, tasks):
    owner, release = QObject(), threading.Event()
    for _ in range(40):
        tasks.run(release.wait, owner, pool=NETWORK)
    query = tasks.run(lambda: 42, owner)
    with qtbot.waitSignal(query.succeeded, timeout=1000):
        pass
    assert (tasks.running(NETWORK), tasks.running(DATABASE), tasks.is_idle()) == (40, 0, False)
    with qtbot.waitSignal(tasks.idle):
        release.set()
    assert tasks.is_idle()


def test_failure_reaches_the_screen_and_not_the_presenter(qtbot, tasks):
    owner, presented = QObject(), []
    tasks.unhandled.connect(presented.append)
    task = tasks.run(fail, owner)
    with qtbot.waitSignal(tasks.idle), qtbot.waitSignal(task.failed) as failed:
        pass
    assert isinstance(failed.args[0], ZeroDivisionError)
    assert presented == []


def test_a_failure_nobody_connected_to_reaches_the_presenter(qtbot, tasks):
    owner = QObject()
    with qtbot.waitSignal(tasks.unhandled) as presented:
        tasks.run(fail, owner)
    assert isinstance(presented.args[0], ZeroDivisionError)


def test_a_failure_after_its_screen_closed_reaches_the_presenter(qtbot, tasks):
    owner, release, by_screen = QObject(), threading.Event(), []

    def record():
        release.wait()
        raise DatabaseAway

    tasks.run(record, owner).failed.connect(by_screen.append)
    shiboken6.delete(owner)
    with qtbot.waitSignal(tasks.unhandled) as presented:
        release.set()
    assert isinstance(presented.args[0], DatabaseAway)
    assert by_screen == []


def test_of_a_replaced_search_an_outage_is_silent_and_a_bug_is_not(qtbot, tasks):
    owner, release, presented = QObject(), threading.Event(), []
    tasks.unhandled.connect(presented.append)
    started = threading.Barrier(3)

    def break_off(error):
        started.wait()
        release.wait()
        raise error

    tasks.run(lambda: break_off(DatabaseAway()), owner, key="outage")
    tasks.run(lambda: break_off(ZeroDivisionError()), owner, key="bug")
    started.wait()
    for key in ("outage", "bug"):
        tasks.run(lambda: None, owner, key=key)
    with qtbot.waitSignal(tasks.idle):
        release.set()
    assert [type(error) for error in presented] == [ZeroDivisionError]


def test_a_worker_that_calls_exit_is_told_and_works_on(qtbot, tasks):
    owner = QObject()
    with qtbot.waitSignal(tasks.unhandled) as presented:
        tasks.run(sys.exit, owner)
    assert isinstance(presented.args[0], SystemExit)
    again = tasks.run(lambda: 42, owner)
    with qtbot.waitSignal(again.succeeded):
        pass


def test_work_that_starts_work_is_not_idle_in_between(qtbot, tasks):
    owner, idle = QObject(), []
    tasks.idle.connect(lambda: idle.append(len(seen)))
    seen = []

    def next_one(number):
        seen.append(number)
        if number < 5:
            tasks.run(lambda: number + 1, owner).succeeded.connect(next_one)

    tasks.run(lambda: 1, owner).succeeded.connect(next_one)
    qtbot.waitUntil(lambda: bool(idle))
    assert idle == [5]


def test_closing_finishes_every_write_and_delivers_it(qtbot, qapp):
    tasks, owner, seen, late = TaskRunner(), QObject(), [], []
    for number in range(100):
        task = tasks.run(lambda number=number: number, owner)
        task.succeeded.connect(seen.append)
        task.succeeded.connect(lambda number: tasks.run(lambda: late.append(number), owner))
    assert tasks.close()
    assert sorted(seen) == list(range(100))
    assert late == []


def test_tasks_start_on_the_main_thread_only(qtbot, tasks):
    owner = QObject()
    task = tasks.run(lambda: tasks.run(fail, owner), owner)
    with qtbot.waitSignal(task.failed) as failed:
        pass
    assert isinstance(failed.args[0], RuntimeError)


HANGING = """
import threading
from PySide6.QtCore import QCoreApplication, QObject
from kcc_desktop.background.tasks import NETWORK, TaskRunner
application, owner, begun = QCoreApplication([]), QObject(), threading.Event()
tasks = TaskRunner()
def hang():
    begun.set()
    threading.Event().wait(60)
tasks.run(hang, owner, pool=NETWORK)
begun.wait()
tasks.close()
"""


def test_leaving_does_not_wait_for_a_call_that_hangs():
    began = time.monotonic()
    left = subprocess.run([sys.executable, "-c", HANGING], timeout=30, env=os.environ, check=False)
    assert left.returncode == 0
    assert time.monotonic() - began < 20
