import gc
import threading

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt

from kcc_desktop.background.garbage import GarbageCollection
from kcc_desktop.background.tasks import TaskRunner


@pytest.fixture(autouse=True)
def _interpreters_own(_garbage_of_the_test):
    """As Python comes: what is tried here takes it over."""
    gc.enable()


class Screen(QObject):
    def __init__(self):
        super().__init__()
        self.me = self


@pytest.fixture
def collection(qapp):
    collection = GarbageCollection()
    yield collection
    collection.stop()


def allocate():
    """Enough objects at once for the interpreter to collect every generation of its own accord."""
    return len([[] for _ in range(200_000)])


@pytest.fixture
def tasks(qapp):
    runner = TaskRunner()
    yield runner
    runner.close()


def close_a_screen(destroyed_on):
    screen = Screen()
    screen.destroyed.connect(
        lambda: destroyed_on.append(threading.current_thread()), Qt.ConnectionType.DirectConnection
    )


def run_a_busy_worker(qtbot, tasks):
    with qtbot.waitSignal(tasks.idle):
        tasks.run(allocate, tasks)


def test_without_it_a_worker_destroys_a_closed_screen(qtbot, tasks):
    """What this module is for; when this fails the interpreter or Qt has learnt it, and the module can go."""
    gc.collect()
    destroyed_on = []
    close_a_screen(destroyed_on)
    run_a_busy_worker(qtbot, tasks)
    assert destroyed_on
    assert threading.main_thread() not in destroyed_on


def test_a_closed_screen_is_destroyed_on_the_main_thread(qtbot, tasks, collection):
    destroyed_on = []
    close_a_screen(destroyed_on)
    run_a_busy_worker(qtbot, tasks)
    assert destroyed_on == []
    for _ in range(800):
        close_a_screen(destroyed_on)
    collection.collect_what_is_due()
    assert len(destroyed_on) == 801
    assert set(destroyed_on) == {threading.main_thread()}


def test_old_garbage_goes_as_well(collection):
    for _ in range(400):
        gc.collect(0)
        gc.collect(1)
        collection.collect_what_is_due()
    assert gc.get_count()[2] <= 31


def test_the_interpreter_gets_it_back(qapp):
    collection = GarbageCollection()
    assert not gc.isenabled()
    collection.stop()
    assert gc.isenabled()
    shiboken6.delete(collection)
