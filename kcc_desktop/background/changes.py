"""Tells on the main thread what any desktop wrote, this one too. Knows ids, and neither a screen nor a table."""

import logging
import threading
import time

from PySide6.QtCore import QObject, Signal, Slot

from kcc_desktop.domain.changes import Position
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.services.changes import MOST, ChangeFeed, ChangeService

log = logging.getLogger(__name__)

READ_ANYWAY_SECONDS = 5.0  # the net under a bell that was missed
TRY_AGAIN_SECONDS = 2.0
_LONGEST_LEAVING_SECONDS = 2.0


class ChangeWatcher(QObject):
    """Lives as long as the program; has one thread and one connection, which come back by themselves.

    `changed` carries a tuple of `Change`, in order and each once. After `reload_all` everything shown is to be read
    anew: the content was replaced, or more changed than is worth telling. `lost` (with the outage) and `found` tell
    when its connection goes and comes. `unexpected` carries a bug; the watch goes on after it.
    """

    changed = Signal(object)  # tuple[Change, ...]
    reload_all = Signal()
    lost = Signal(object)  # Exception
    found = Signal()
    unexpected = Signal(object)  # Exception
    _told = Signal(str, object)

    def __init__(self, changes: ChangeService, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._changes = changes
        self._stop = threading.Event()
        self._gate = threading.Lock()
        self._thread = threading.Thread(target=self._watch, name="changes", daemon=True)
        self._place: Position | None = None
        self._is_away = False
        self._told.connect(self._pass_on)

    def start(self) -> None:
        """Watch from now on. What was read before the first `found` may miss a change; a later one is told."""
        self._thread.start()

    def stop(self) -> None:
        """Nothing is told any more. Waits for the connection to be closed, two seconds at most."""
        with self._gate:
            self._stop.set()
        if self._thread.is_alive():
            self._thread.join(_LONGEST_LEAVING_SECONDS)

    @Slot(str, object)
    def _pass_on(self, what: str, value: object) -> None:
        """On the main thread: a worker signals this object and nobody else."""
        if self._stop.is_set():
            return
        if what in ("reload_all", "found"):
            getattr(self, what).emit()
        else:
            getattr(self, what).emit(value)

    def _tell(self, what: str, value: object = None) -> None:
        with self._gate:
            if not self._stop.is_set():
                self._told.emit(what, value)

    def _watch(self) -> None:
        feed = self._changes.feed()
        while not self._stop.is_set():
            try:
                self._begin(feed)
                while not self._stop.is_set():
                    self._read(feed)
                    self._wait(feed)
            except (Outage, Refusal) as error:
                if not self._is_away:
                    self._tell("lost", error)
                self._is_away = True
            except Exception as error:  # one bug must not leave the screens stale for the rest of the day
                log.warning("watching for changes failed with %s and begins anew", type(error).__name__)
                self._tell("unexpected", error)
            finally:
                feed.close()
            self._stop.wait(TRY_AGAIN_SECONDS)

    def _begin(self, feed: ChangeFeed) -> None:
        """Go on where the last connection stopped, so that what was written meanwhile is told too."""
        here = feed.open()
        if self._is_away or self._place is None:
            self._tell("found")
        if self._place is None:
            if self._is_away:  # what was shown since the start was read without anybody watching
                self._tell("reload_all")
            self._place = here
        elif not self._place.leads_to(here):
            self._tell("reload_all")
            self._place = here
        self._is_away = False

    def _read(self, feed: ChangeFeed) -> None:
        before = self._place
        if before is None:
            return
        changes, self._place = feed.read(before, MOST)
        if not before.leads_to(self._place) or len(changes) > MOST:
            self._place = feed.open()
            self._tell("reload_all")
        elif changes:
            self._tell("changed", tuple(dict.fromkeys(changes)))

    def _wait(self, feed: ChangeFeed) -> None:
        until = time.monotonic() + READ_ANYWAY_SECONDS
        while not self._stop.is_set() and not feed.wait(self._stop) and time.monotonic() < until:
            pass
