"""The window's own figures: ring to painted card, key to painted results, first paint, start, and growth.

Runs in a process of its own on a copy of a town's encrypted file, because start-up and memory are what is measured:
`python -m tests.benchmarks.window FILE CALLERS` writes one JSON object; who calls was drawn by another process, so
that only the desk's own questions take memory. Times are from the event to the end of the paint.
"""

import json
import random
import sys
import tempfile
import time
from pathlib import Path

BEGUN = time.perf_counter()

from kcc_desktop.bootstrap.loading import load_what_needs_no_qt  # noqa: E402  (measured from before the imports)

load_what_needs_no_qt()  # as the program does
import psutil  # noqa: E402
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402

from kcc_desktop.background.tasks import TaskRunner  # noqa: E402
from kcc_desktop.bootstrap.running import RunningDesk  # noqa: E402
from kcc_desktop.data.database import Database, open_sqlite  # noqa: E402
from kcc_desktop.data.drafts import DraftStore  # noqa: E402
from kcc_desktop.domain.calls import CallLog, call_event  # noqa: E402
from kcc_desktop.settings import Settings  # noqa: E402
from kcc_desktop.ui.application import make_application  # noqa: E402
from tests.benchmarks.callers import Callers  # noqa: E402

KEY = "ab" * 32  # of invented people
HELD_MS = 50.0
CALLS = 1000
LETTERS, RINGS = 400, 200
_BEAT_MS = 5


class Painted(QObject):
    """Counts the paints of one widget, so that "it is on the screen" is a fact and not a hope."""

    def __init__(self, widget):
        super().__init__(widget)
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched, event):
        if event.type() == QEvent.Type.Paint:
            self.count += 1
        return False


class Watchdog(QObject):
    """How long the main thread was held at a stretch, seen as a beat that came late."""

    def __init__(self):
        super().__init__()
        self.held = []
        self._last = time.perf_counter()
        self._beat = QTimer(self, interval=_BEAT_MS, timerType=Qt.TimerType.PreciseTimer)
        self._beat.timeout.connect(self._tick)
        self._beat.start()

    def _tick(self):
        now = time.perf_counter()
        late = (now - self._last) * 1000 - _BEAT_MS
        if late > HELD_MS:
            self.held.append(late)
        self._last = now


class Loaded(QObject):
    """When the card and the first page of the timeline came from the database."""

    def __init__(self, viewing):
        super().__init__(viewing)
        self.at = 0.0
        viewing.changed.connect(self._note)

    def _note(self, viewed):
        if viewed.overview is not None and not self.at:
            self.at = time.perf_counter()


class Bench:
    def __init__(self, file):
        self.app, self.loop = make_application(Settings()), QEventLoop()
        self.database = Database(open_sqlite(file, KEY), origin="benchmark")
        folder = Path(tempfile.mkdtemp(prefix="kcc-bench-"))
        self.tasks = TaskRunner()
        self.running = RunningDesk(
            self.app, Settings(), self.database, DraftStore(folder / "drafts.db", KEY), self.tasks, watches=False
        )
        self.window, self.desk = self.running.window, self.running.desk
        self.chance = random.Random(7)
        self.watchdog = Watchdog()  # its beat also wakes a loop that waits
        self.log, self.number = CallLog(), 0

    def until(self, holds):
        end = time.perf_counter() + 20
        while not holds():
            # Waiting gives the workers their turn, as the program's own loop does.
            self.loop.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.perf_counter() > end:
                raise TimeoutError("the window did not get there in 20 seconds")

    def settle(self):
        self.until(self.tasks.is_idle)
        self.app.processEvents()
        # What was closed goes for good only in a loop that ends, and this one does not.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def start(self):
        """Milliseconds from the interpreter's first line of ours until an agent can type."""
        paints = Painted(self.window.frame)
        self.running.start()
        self.until(lambda: paints.count and self.desk.catalogue.channels)
        usable = (time.perf_counter() - BEGUN) * 1000
        self.window.activateWindow()
        self.settle()
        return usable

    def ring(self, number, state):
        event = call_event(number, call_id=f"bench-{self.number}", state=state, at=self.desk.now())
        self.log, call = self.log.apply(event)
        if call is not None:
            self.window.incoming.on_call(call)

    def rings(self, people):
        card, times = self.window.ring_card, []
        paints = Painted(card)
        for person in people:
            self.number += 1
            begun, before = time.perf_counter(), paints.count
            self.ring(person.number, "ringing")
            self.until(lambda: self.tasks.is_idle() and self.window.incoming.front() is not None)
            self.until(lambda before=before: paints.count > before)
            self.app.processEvents()
            times.append((time.perf_counter() - begun) * 1000)
            self.ring(person.number, "ended")
            card.dismiss_notice()
            self.settle()
        return times

    def letters(self, people):
        palette, times = self.window.palette_card, []
        palette.reveal()
        self.settle()
        field = self.app.focusWidget()
        for person in people:
            born = f"{person.birth_date[6:]}{person.birth_date[4:6]}{person.birth_date[:4]}"
            given = person.given_names.partition(" ")[0]
            text = self.chance.choice((f"{person.surname} {born}", f"{given} {person.surname}"))
            field.clear()
            self.settle()
            for letter in text.lower():
                begun = time.perf_counter()
                QTest.keyClick(field, letter)
                self.settle()
                times.append((time.perf_counter() - begun) * 1000)
            if len(times) >= LETTERS:
                break
        palette.dismiss()
        self.settle()
        return times

    def timelines(self, party):
        """The longest timeline of the town, from its data in hand to painted; and from the wish to painted."""
        paints, whole, in_hand = Painted(self.window.timeline.view.viewport()), [], []
        for _ in range(20):
            self.desk.viewing.back()
            self.settle()
            loaded = Loaded(self.desk.viewing)
            begun, before = time.perf_counter(), paints.count
            self.desk.viewing.look_at(party)
            self.until(lambda before=before: self.tasks.is_idle() and paints.count > before)
            end = time.perf_counter()
            whole.append((end - begun) * 1000)
            in_hand.append((end - loaded.at) * 1000)
            loaded.deleteLater()
        return whole, in_hand

    def calls(self, people):
        """A thousand calls from ring to recorded; [resident, of it our own] megabytes after a tenth, half, all."""
        process, memory = psutil.Process(), []
        for turn in range(CALLS):
            person = people[turn % len(people)]
            self.number += 1
            self.ring(person.number, "ringing")
            self.settle()
            self.ring(person.number, "answered")
            self.settle()
            self.window.incoming.answer_unchosen()
            self.window.contact.note.edit.setPlainText(f"Vraag over paspoort {turn}")
            self.window.contact.finish()
            self.ring(person.number, "ended")
            self.until(lambda: self.desk.conversations.active() is None)
            self.settle()
            if turn in (CALLS // 10, CALLS // 2, CALLS - 1):
                memory.append([process.memory_info().rss / 1e6, process.memory_full_info().uss / 1e6])
        return memory


def main(file, callers):
    bench = Bench(file)
    usable = bench.start()
    people, longest = callers.people, callers.longest
    bench.rings(people[:5])  # what is loaded once is not what is measured
    bench.watchdog.held.clear()
    result = {"start_to_usable_ms": [usable]}
    result["ring_to_card_ms"] = bench.rings(people[5 : 5 + RINGS])
    result["key_to_results_ms"] = bench.letters(people)
    whole, in_hand = bench.timelines(longest)
    result |= {"timeline_entries": callers.entries, "timeline_paint_ms": in_hand, "timeline_from_wish_ms": whole}
    result["memory_mb"] = bench.calls(people)
    result["held_over_50_ms"] = bench.watchdog.held
    bench.running.stop()
    print(json.dumps(result))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Callers.read(Path(sys.argv[2])))
