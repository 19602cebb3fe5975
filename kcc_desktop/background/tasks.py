"""Runs work off the main thread and hands the outcome back on it. Knows no screen."""

import itertools
import logging
import threading
import time
import weakref
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QMetaMethod, QObject, Signal, Slot

from kcc_desktop.background.workers import Workers
from kcc_desktop.domain.errors import Outage, Refusal

log = logging.getLogger(__name__)

DATABASE, NETWORK, DISK = "database", "network", "disk"
WORKERS = {DATABASE: 2, NETWORK: 16, DISK: 1}


class Task(QObject):
    """One piece of background work, as its screen sees it. Only ever touched on the main thread.

    Never a child of its owner: a slot like partial(self.show, …) may hold the last reference to the owner, which
    would then be deleted from inside the deletion of its own child, and that crashes.
    """

    succeeded = Signal(object)
    failed = Signal(object)  # Exception: a Refusal, an Outage, or a bug


@dataclass(slots=True)
class _Entry:
    task: Task
    owner: "weakref.ref[QObject]"
    pool: str
    key: tuple[int, str] | None
    replaced: bool = False

    def is_awaited(self) -> bool:
        """Whether the owner is still there and asked for nothing newer."""
        owner = self.owner()
        return not self.replaced and owner is not None and shiboken6.isValid(owner)


class TaskRunner(QObject):
    """Lives as long as the program; `run` is called on the main thread.

    Workers signal the runner and never a screen: a signal sent from a worker to an object that the main thread is
    deleting crashes the process. Database and network have threads of their own, so that a register that hangs never
    holds up a query; so has the disk, one thread that works in order, so that a database that hangs never holds up
    the drafts.

    `unhandled` carries each failure that no screen took: nobody connected to the task's `failed`, or its owner is
    gone. The program has one presenter for it. `idle` tells that all work has been delivered.
    """

    unhandled = Signal(object)  # Exception
    outage = Signal(object)  # Outage: of the database, whoever else takes it
    idle = Signal()
    _settled = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._home = threading.get_ident()
        self._pools = {name: Workers(name, most) for name, most in WORKERS.items()}
        self._entries: dict[int, _Entry] = {}
        self._newest: dict[tuple[int, str], int] = {}
        self._running: Counter[str] = Counter()
        self._numbers = itertools.count()
        self._closing = self._is_closed = False
        self._gate = threading.Lock()
        self._settled.connect(self._deliver)

    def run(self, work: Callable[[], Any], owner: QObject, *, pool: str = DATABASE, key: str | None = None) -> Task:
        """Start `work`, which must not capture a widget, and return the task to connect to before control returns
        to the event loop.

        The outcome is dropped when `owner` is gone by then (a failure goes to `unhandled`), or when `owner` started a
        newer task with the same `key`: of many searches while typing only the last one counts, and one that has not
        begun is not run at all. So a key is for reading, never for writing. Nothing starts any more after `close`:
        a screen that reloads itself while the program is leaving gets a task that stays silent.
        """
        if threading.get_ident() != self._home:
            raise RuntimeError("tasks are started on the main thread")
        number, task = next(self._numbers), Task()
        if self._closing:
            log.warning("a task was not started: the program is leaving")
            return task
        scoped = (id(owner), key) if key is not None else None
        entry = _Entry(task, weakref.ref(owner), pool, scoped)
        if scoped is not None:
            self._replace(self._newest.get(scoped))
            self._newest[scoped] = number
        self._entries[number] = entry
        self._running[pool] += 1
        self._pools[pool].start(partial(self._settle, number, work))
        return task

    def running(self, pool: str | None = None) -> int:
        """How many tasks were started (on `pool`, or at all) and have not yet been delivered or dropped."""
        return self._running.total() if pool is None else self._running[pool]

    def is_idle(self) -> bool:
        return self.running() == 0

    def close(self, wait_ms: int = 2000) -> bool:
        """Let the work of disk and database finish, waited-for writes included; True when it did within `wait_ms`.

        Its outcomes are still delivered. The network's work is left where it is: nothing it does arrives any more.
        """
        self._closing = True
        self._pools[NETWORK].close()
        until = time.monotonic() + wait_ms / 1000
        done = [self._pools[name].wait(until - time.monotonic()) for name in (DISK, DATABASE)]
        QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)
        for pool in self._pools.values():
            pool.close()
        with self._gate:
            self._is_closed = True
        return all(done)

    def _settle(self, number: int, work: Callable[[], Any]) -> None:
        """What a worker does. It never holds the task: the last reference to a QObject must go on the main thread.

        The gate makes sure that no worker signals a runner that is being taken down.
        """
        result, error = None, None
        try:
            if not self._entries[number].replaced:
                result = work()
        except BaseException as exc:  # SystemExit in a worker is a bug to show as well, not the end of a thread
            error = exc
        with self._gate:
            if not self._is_closed:
                self._settled.emit(number, result, error)
        del error  # its traceback holds this frame, and the two would keep each other

    def _replace(self, number: int | None) -> None:
        entry = self._entries.get(number) if number is not None else None
        if entry is not None and entry.is_awaited():  # else it belonged to an earlier owner
            entry.replaced = True

    @Slot(int, object, object)
    def _deliver(self, number: int, result: object, error: Exception | None) -> None:
        entry = self._entries.pop(number)
        if entry.key is not None and self._newest.get(entry.key) == number:
            del self._newest[entry.key]
        try:
            if error is None:
                self._succeed(entry, result)
            else:
                self._fail(entry, error)
        finally:
            entry.task.deleteLater()
            self._running[entry.pool] -= 1
            if self.is_idle():
                self.idle.emit()

    def _succeed(self, entry: _Entry, result: object) -> None:
        if entry.is_awaited():
            entry.task.succeeded.emit(result)

    def _fail(self, entry: _Entry, error: Exception) -> None:
        if entry.pool == DATABASE and isinstance(error, Outage):
            self.outage.emit(error)
        if entry.replaced and isinstance(error, Refusal | Outage):
            return  # the newer task of the same key meets it too, and tells
        if entry.is_awaited() and entry.task.isSignalConnected(QMetaMethod.fromSignal(entry.task.failed)):
            entry.task.failed.emit(error)
        elif self.isSignalConnected(QMetaMethod.fromSignal(self.unhandled)):
            self.unhandled.emit(error)
        else:
            log.error("a task failed with %s and nobody is there to tell", type(error).__name__)
