"""Reads a party's timeline page by page off the main thread and lays it out into the model. Knows no widget.

Entries come from the overview (the first page, at once) and from the timeline service (what is filtered, what is
further down). After a change everything that was loaded is read again, from the top down, and only what differs moves.
"""

from collections.abc import Callable, Hashable
from datetime import datetime
from enum import Enum
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.timeline import TimelineCounts, TimelineEntry, TimelineFilter, TimelineMark, TimelinePage
from kcc_desktop.services.timeline import PAGE, TimelineService
from kcc_desktop.ui.timeline.days import Days, Span
from kcc_desktop.ui.timeline.model import TimelineModel
from kcc_desktop.ui.timeline.rows import DayRow, EntryRow, Folding, LiveRow, Tail, TailRow, lay_out
from kcc_desktop.ui.viewing import Viewed

_LARGEST_PAGE = 4 * PAGE
_NEAR = 8 * PAGE
_CLOCK_MS = 30_000


class Phase(Enum):
    NOBODY = "nobody"
    LOADING = "loading"  # nothing of this party, or of this filter, is in hand yet
    READY = "ready"
    FAILED = "failed"


class TimelineReader(QObject):
    """`changed`: phase, counts, filter or error are others; the rows tell for themselves through the model."""

    changed = Signal()

    def __init__(
        self,
        timeline: TimelineService,
        tasks: TaskRunner,
        model: TimelineModel,
        now: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._timeline, self._tasks, self._model, self._now = timeline, tasks, model, now
        self.party_id: UUID | None = None
        self.wanted = TimelineFilter()
        self.shown = TimelineFilter()  # what is on screen is what this leaves, until what is wanted has been read
        self.counts: TimelineCounts | None = None
        self.phase = Phase.NOBODY
        self.error: Exception | None = None  # beside READY: what is shown may be old
        self._first_page: TimelinePage | None = None
        self._entries: list[TimelineEntry] = []
        self._next: TimelineMark | None = None
        self._tail: Tail | None = None
        self._folding = Folding()
        self._live: LiveRow | None = None
        self._days = Days(now())
        self._known: dict[Hashable, EntryRow] = {}
        self._size = PAGE
        self._deepest: int | None = None  # how far a reading over goes; None for all that is loaded
        self._turn = 0  # of another turn (party, filter) nothing is taken any more
        model.more_wanted.connect(self.load_more)
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._look_at_the_clock)
        self._clock.start(_CLOCK_MS)

    @property
    def entries(self) -> tuple[TimelineEntry, ...]:
        """What is loaded, newest first."""
        return tuple(self._entries)

    @property
    def is_complete(self) -> bool:
        return self._next is None

    def follow(self, viewed: Viewed) -> None:
        """Another party, a newer overview of the same, or the news that it could not be read."""
        if viewed.party_id != self.party_id:
            self._begin(viewed.party_id)
        overview, error = viewed.overview, viewed.error
        if overview is None:
            if self.party_id is not None and self.phase is not Phase.READY:
                self._set(Phase.FAILED if error is not None else Phase.LOADING, error)
            elif self.phase is Phase.READY:
                self._set(Phase.READY, error)
            return
        before = (self._first_page, self.counts)
        self._first_page, self.counts = overview.first_page, overview.counts
        if self.phase is not Phase.READY and self.wanted.is_empty:
            self._replace(overview.first_page)
            self.phase = Phase.READY
        elif before != (overview.first_page, overview.counts):
            self._take_first_page(overview.first_page, all_of_it=before[1] != overview.counts)
        self._set(self.phase, error)

    def narrow(self, wanted: TimelineFilter) -> None:
        """Show what `wanted` leaves; what is there stays until that has been read."""
        if wanted == self.wanted:
            return
        self.wanted = wanted
        self._turn += 1
        self._size, self._tail = PAGE, None
        if self.party_id is None:
            return
        if wanted.is_empty and self._first_page is not None:
            self._replace(self._first_page)
            self._set(Phase.READY, None)
            return
        if self.phase is Phase.FAILED:
            self._entries = []
            self.phase = Phase.LOADING
        self._read_first()
        self.changed.emit()

    def fold(self, folding: Folding) -> None:
        """Confidential entries are shown, or folded, from now on."""
        if folding != self._folding:
            self._folding = folding
            self._show()

    def set_live(self, live: LiveRow | None) -> None:
        """The conversation that goes on with this party, as it is now."""
        before, self._live = self._live, live
        if live == before:
            return
        same = live is not None and before is not None and live.key == before.key
        if not (same and live is not None and self._model.put(live)):
            self._show()

    @Slot()
    def load_more(self) -> None:
        """The next page; asked for by the model when its end comes near, or once more after it failed."""
        if self._next is None or self.party_id is None or self.shown != self.wanted:
            return
        self._set_tail(Tail.LOADING)
        self._size = min(self._size * 2, _LARGEST_PAGE)
        self._ask(partial(self._on_more, self._turn), "more", self._next, self._size)

    @Slot()
    def read_again(self) -> None:
        """Everything that is loaded, from the top down; when nothing could be loaded: the beginning."""
        if self.party_id is None:
            return
        if self.phase is Phase.FAILED or (self.phase is Phase.READY and not self._entries):
            self._turn += 1
            self._set(Phase.LOADING if not self._entries else self.phase, None)
            self._read_first()
            return
        self._deepest = None
        self._read_over([], None)

    def _begin(self, party_id: UUID | None) -> None:
        self._turn += 1
        self.party_id, self.counts, self._first_page = party_id, None, None
        self.wanted = self.shown = TimelineFilter()
        self.error, self._size = None, PAGE
        self._entries, self._next, self._tail = [], None, None
        self._folding, self._live = Folding(), None
        self.phase = Phase.NOBODY if party_id is None else Phase.LOADING
        self._show()
        self.changed.emit()

    def _take_first_page(self, page: TimelinePage, *, all_of_it: bool) -> None:
        """The newest as they are now, at once; then what was loaded below them is read over.

        Not `all_of_it`: no more and no fewer than there were, so only what lies near is looked at again.
        """
        self._deepest = None if all_of_it else _NEAR
        if not self.wanted.is_empty:
            self._read_over([], None)
            return
        loaded = len(self._entries)
        self._join(list(page.entries), page.next)
        if loaded > len(page.entries) and page.next is not None:
            self._read_over(list(page.entries), page.next)

    def _read_first(self) -> None:
        self._ask(partial(self._on_first, self._turn), "first", None, PAGE)

    def _read_over(self, read: list[TimelineEntry], after: TimelineMark | None) -> None:
        """Read on below `read` until as much was read as there is on screen."""
        size = max(PAGE, min(_LARGEST_PAGE, len(self._entries) - len(read)))
        self._ask(partial(self._on_over, self._turn, read), "over", after, size, quiet=True)

    def _ask(
        self,
        on_page: Callable[[TimelinePage], None],
        key: str,
        after: TimelineMark | None,
        size: int,
        *,
        quiet: bool = False,
    ) -> None:
        if self.party_id is None:
            return
        work = partial(self._timeline.page, self.party_id, self.wanted, after, size)
        task = self._tasks.run(work, self, key=key)
        task.succeeded.connect(on_page)
        on_error = {"more": self._on_no_more, "first": self._on_no_first}.get(key, self._on_no_change)
        task.failed.connect(partial(on_error, self._turn))

    def _on_first(self, turn: int, page: TimelinePage) -> None:
        if turn == self._turn:
            self._replace(page)
            self._set(Phase.READY, None)

    def _on_no_first(self, turn: int, error: Exception) -> None:
        self._tell_bug(error)
        if turn == self._turn:
            self._entries, self._next = [], None
            self._show()
            self._set(Phase.FAILED, error)

    def _on_more(self, turn: int, page: TimelinePage) -> None:
        if turn != self._turn:
            return
        there = {entry.id for entry in self._entries}
        fresh = [entry for entry in page.entries if entry.id not in there]
        section = self._model.last_section()
        self._entries.extend(fresh)
        self._next, self._tail = page.next, None
        if section is None or section.span is Span.COMING:
            self._show()
        else:
            rows = lay_out(fresh, self._days, self._folding, after=section)
            self._known.update((row.key, row) for row in rows if isinstance(row, EntryRow))
            self._model.append(rows, has_more=self._next is not None)
        self.changed.emit()

    def _on_no_more(self, turn: int, error: Exception) -> None:
        self._tell_bug(error)
        if turn == self._turn:
            self._set_tail(Tail.FAILED)

    def _on_over(self, turn: int, read: list[TimelineEntry], page: TimelinePage) -> None:
        if turn != self._turn:
            return
        read = [*read, *page.entries]
        wanted = len(self._entries) if self._deepest is None else min(self._deepest, len(self._entries))
        if page.next is not None and len(read) < wanted:
            self._read_over(read, page.next)
            return
        self._join(read, page.next)
        self._set(Phase.READY, None)

    def _on_no_change(self, turn: int, error: Exception) -> None:
        """What is on screen stays, and says that it may be old."""
        self._tell_bug(error)
        if turn == self._turn:
            self._set(self.phase, error)

    def _tell_bug(self, error: Exception) -> None:
        """What is neither a refusal nor an outage is nobody's to word: it goes where all of them go."""
        if not isinstance(error, Refusal | Outage):
            self._tasks.unhandled.emit(error)

    def _join(self, read: list[TimelineEntry], after: TimelineMark | None) -> None:
        """`read` in place of what stood there, above what was loaded further down."""
        below: list[TimelineEntry] = []
        if after is not None:
            seen = {entry.id for entry in read}
            edge = (after.at, after.id)
            below = [e for e in self._entries if (e.at, e.id) < edge and e.id not in seen]
        if not below:
            self._next = after
        there = {entry.id: entry for entry in self._entries}
        same = (there[e.id] if there.get(e.id) == e else e for e in read)
        self._entries = [*same, *below]
        self._show()

    def _replace(self, page: TimelinePage) -> None:
        self._entries, self._next, self._tail = list(page.entries), page.next, None
        self.shown = self.wanted
        self._show()

    def _set(self, phase: Phase, error: Exception | None) -> None:
        self.phase, self.error = phase, error
        self.changed.emit()

    def _set_tail(self, tail: Tail | None) -> None:
        self._tail = tail
        self._model.set_tail(TailRow(tail) if tail is not None else None)

    def _show(self) -> None:
        self._days = Days(self._now())
        live = self._live if self.wanted.is_empty and self.party_id is not None else None
        rows = lay_out(self._entries, self._days, self._folding, live, known=self._known)
        self._known = {row.key: row for row in rows if isinstance(row, EntryRow)}
        if self._tail is not None:
            rows.append(TailRow(self._tail))
        self._model.show(rows, has_more=self._next is not None and self._tail is None)

    @Slot()
    def _look_at_the_clock(self) -> None:
        """At midnight today becomes yesterday; an appointment that has begun is no longer to come."""
        first = self._model.row_at(0)
        coming = isinstance(first, DayRow) and first.section.span is Span.COMING
        if coming or Days(self._now()).today != self._days.today:
            self._show()
