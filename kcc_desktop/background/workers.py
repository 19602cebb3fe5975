"""Threads that work through a line of callables. Knows neither Qt nor what the work is.

Qt's own pool waits for ever in its destructor, and `concurrent.futures` joins its threads at exit: with either, one
register that hangs keeps the program from ending. These threads are daemons: leaving never waits for them.
"""

import threading
import time
from collections import deque
from collections.abc import Callable


class Workers:
    """At most `most` threads, started when first needed. `start` and the others may be called from any thread."""

    def __init__(self, name: str, most: int) -> None:
        self._name, self._most = name, most
        self._waiting: deque[Callable[[], None]] = deque()
        self._threads = 0
        self._busy = 0
        self._is_closed = False
        self._moved = threading.Condition()

    def start(self, work: Callable[[], None]) -> None:
        """Line up `work`, which keeps its own exceptions: one that escapes costs the thread its place."""
        with self._moved:
            self._waiting.append(work)
            if len(self._waiting) > self._threads - self._busy and self._threads < self._most:
                self._threads += 1
                threading.Thread(target=self._serve, name=f"{self._name}-{self._threads}", daemon=True).start()
            self._moved.notify_all()

    def close(self) -> None:
        """Forget what nobody has begun; the threads end, each after what it is doing."""
        with self._moved:
            self._waiting.clear()
            self._is_closed = True
            self._moved.notify_all()

    def wait(self, seconds: float) -> bool:
        """True when everything lined up was finished within `seconds`."""
        until = time.monotonic() + seconds
        with self._moved:
            return self._moved.wait_for(self._is_done, timeout=max(0.0, until - time.monotonic()))

    def _is_done(self) -> bool:
        return not self._waiting and self._busy == 0

    def _serve(self) -> None:
        while True:
            with self._moved:
                self._moved.wait_for(lambda: self._waiting or self._is_closed)
                if not self._waiting:
                    return
                work = self._waiting.popleft()
                self._busy += 1
            try:
                work()
            finally:
                del work  # what it holds must not live until the next one comes
                with self._moved:
                    self._busy -= 1
                    self._moved.notify_all()
