"""The Werk panel: the queues at the left, their items at the right, one opened in place, every action with a key."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.work import EnterWork, TakenByColleague, WorkItem, WorkMark
from kcc_desktop.domain.work_lists import ListKind, Narrowing, WorkBoard, WorkList
from kcc_desktop.ui.catalogue import Catalogue
from kcc_desktop.ui.services import Services
from kcc_desktop.ui.shared import theme, wording
from kcc_desktop.ui.shared.basics import Layer, column, hairline, row
from kcc_desktop.ui.shared.panel import Panel
from kcc_desktop.ui.work import delegate, words
from kcc_desktop.ui.work.delegate import WorkDelegate
from kcc_desktop.ui.work.head import Head
from kcc_desktop.ui.work.model import WorkModel
from kcc_desktop.ui.work.moving import Moving
from kcc_desktop.ui.work.new_work_form import CitizenPart, NewWorkForm
from kcc_desktop.ui.work.opened import ItemPlanner, Opened
from kcc_desktop.ui.work.picking import Picking
from kcc_desktop.ui.work.queues import Queues
from kcc_desktop.ui.work.reading import WorkReading
from kcc_desktop.ui.work.view import Heading, WorkView
from kcc_desktop.ui.work_store import WorkStore

QUEUES = 296  # at 100 % text
_MOST_QUEUES = 0.3
_TICK_MS = 60_000  # norms run on while nothing happens
_OWN_ORDER = (ListKind.NIGHT, ListKind.NOT_REACHED)  # lists that "next" goes through as they stand
_WATCHED = 100  # rows whose onlookers are asked for


class WorkPanel(Panel):
    """`call_wanted` carries the `WorkDetail` of an item that is to be called about."""

    call_wanted = Signal(object)

    def __init__(
        self,
        services: Services,
        tasks: TaskRunner,
        store: WorkStore,
        catalogue: Catalogue,
        now: Callable[[], datetime],
        planners: Mapping[str, ItemPlanner],
        citizen: Callable[[str], CitizenPart],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._store, self._catalogue, self._now = tasks, store, catalogue, now
        self._citizen = citizen
        self._form: NewWorkForm | None = None
        self.setAccessibleName(self.tr("Work"))
        self.queues = Queues(now)
        self.head = Head()
        self.model = WorkModel(self._mark_of, self._spoken, self)
        self.painter = WorkDelegate(self._icon_of, now, self)
        self.view = WorkView(self.model, self.painter, self.tr("Items"))
        self.reading = WorkReading(store, tasks, self.model, self)
        self.moving = Moving(store, tasks, self)
        picking = Picking(self, self.head.take)
        self.opened = Opened(self, self.view, picking, self.moving, services, tasks, store, catalogue, now, planners)
        self._heading = Heading(self.view)
        right = Layer("surface", column(self.head, self._heading, self.view, gap=0), self.tr("Items"))
        box = row(self.queues, hairline(vertical=True), right, gap=0)
        box.setStretch(2, 1)
        self.setLayout(box)
        self._connect()
        for planner in planners.values():
            planner.refused.connect(self.say_refused)
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._show_time)
        self._tick.start()
        self.follow_theme()
        self._on_board(store.board())
        self.reading.show(self.queues.wanted(), self.head.narrowing())

    def _connect(self) -> None:
        self.queues.chosen.connect(self._on_list)
        self.queues.view.entered.connect(self.focus_items)
        self.head.take.clicked.connect(self.opened.take)
        self.head.next.clicked.connect(self.next)
        self.head.new.clicked.connect(self.enter)
        self.head.narrowed.connect(self._on_narrowed)
        self.view.pressed_item.connect(self.opened.toggle)
        self.view.more_wanted.connect(self.reading.read_on)
        self.reading.loaded.connect(self._on_loaded)
        self.reading.failed.connect(self._on_not_read)
        self.reading.renewed.connect(self._on_renewed)
        self.moving.moved.connect(self._on_moved)
        self.moving.refused.connect(self._on_refused)
        self.moving.nothing_left.connect(self._on_nothing_left)
        self.opened.call_wanted.connect(self.call_wanted)
        self.opened.failed.connect(self._on_refused)
        self.opened.onlookers.changed.connect(self._on_onlookers)
        self._store.changed.connect(self._on_board)
        self._catalogue.changed.connect(self.view.viewport().update)

    # What the window asks of a panel

    def slots(self) -> Mapping[str, Callable[[], object]]:
        chips = {f"work_show_{n}": partial(self.head.narrow, one) for n, one in enumerate(words.NARROWINGS, 1)}
        return {
            "work_new": self.enter,
            "work_next": self.next,
            "work_queues": self.focus_queues,
            **self.opened.slots(),
            **chips,
        }

    @Slot()
    def enter(self) -> None:
        """A form for what came in elsewhere, for the queue in front."""
        if self._form is None:
            citizen = self._citizen(self.tr("Resident or company"))
            self._form = NewWorkForm(self.queues, self._store.service, self._catalogue, citizen, self._tasks)
            self._form.saved.connect(self._on_entered)
        self._form.open_form(self._store.board().queues, self.queues.wanted().queue_code, None)

    @Slot(object)
    def _on_entered(self, command: EnterWork) -> None:
        self._store.touch([command.id])
        self.head.say(self.tr("It stands in the queue."), "good")

    def why_not(self, name: str) -> str:
        needs = name in self.opened.slots() and self.view.current_item() is None
        return self.tr("choose an item first") if needs else ""

    def come_forward(self) -> None:
        self._store.load()
        self.reading.reload()
        self.opened.load()

    def cover(self) -> None:
        """The opened row is closed; what is typed for new work stays in its form."""
        self.opened.close()
        if self._form is not None:
            self._form.put_away()

    def home(self) -> QWidget:
        return self.view

    def later(self) -> bool:
        return self.opened.later()

    @property
    def card(self) -> QWidget | None:
        """What stands open in a row; None when nothing does."""
        return self.opened.card

    # Lists

    @Slot()
    def focus_queues(self) -> None:
        self.queues.focus()

    @Slot()
    def focus_items(self) -> None:
        self.focus_home()

    @Slot(object)
    def _on_list(self, wanted: WorkList) -> None:
        self.opened.close()
        self.head.say("")
        self._show_head()
        self.reading.show(wanted, self.head.narrowing())

    @Slot(object)
    def _on_narrowed(self, narrowing: Narrowing) -> None:
        self.opened.close()
        self.reading.show(self.queues.wanted(), narrowing)

    @Slot(object)
    def _on_board(self, board: WorkBoard) -> None:
        self.painter.me = board.agent_id
        self.queues.show_board(board)
        self._show_head()
        self.waiting.emit(board.fits)

    def _show_head(self) -> None:
        self.head.show_list(self.queues.wanted(), self._store.board())
        self._heading.set_by_age(self.queues.wanted().kind is ListKind.NIGHT)

    @Slot()
    def _on_loaded(self) -> None:
        """What was chosen stays so where it still is; an item that left the list is closed."""
        self.opened.close_if_gone()
        self.view.choose(self.painter.current)
        self._show_empty()
        if self.isVisible():
            self._watch()

    def _show_empty(self) -> None:
        is_empty = self.model.rowCount() == 0
        self.head.show_empty(is_empty)
        self._heading.setVisible(not is_empty)

    @Slot(object)
    def _on_not_read(self, error: Refusal | Outage) -> None:
        self.head.say(*_told(error))

    @Slot(object)
    def _on_renewed(self, task_ids: frozenset[UUID]) -> None:
        self._show_empty()
        self.opened.renew(task_ids)

    @Slot()
    def _show_time(self) -> None:
        self.view.viewport().update()
        self.queues.show_board(self._store.board())

    # Moves

    @Slot()
    def next(self) -> None:
        """The most urgent that fits me, of the queue in front, else of all; it opens."""
        wanted, board = self.queues.wanted(), self._store.board()
        codes = [wanted.queue_code] if wanted.kind is ListKind.QUEUE else [queue.code for queue in board.queues]
        fitting = [code for code in codes if code in board.fitting]
        if fitting:
            self.moving.next(fitting, wanted if wanted.kind in _OWN_ORDER else None)
        else:
            self._on_nothing_left()

    @Slot(str, object)
    def _on_moved(self, name: str, item: WorkItem) -> None:
        said, self.opened.done_with = self.opened.done_with, ""
        self.head.say(said, "good")
        self.opened.after(name, item)
        if name == "next":
            self.model.put(item)
            self._show_empty()
            self.view.choose(item.task.id)
            self.opened.open(item.task.id)
            self.focus_items()

    @Slot(object, object)
    def _on_refused(self, task_id: UUID | None, error: Exception) -> None:
        if not isinstance(error, Refusal | Outage):
            self._tasks.unhandled.emit(error)
            return
        text, tone = _told(error)
        if isinstance(error, TakenByColleague):
            text, tone = self.tr("{name} was first and works on it.").format(name=error.name), "near"
        if self.opened.is_about(task_id):
            self.opened.say(text, tone)
        else:
            self.head.say(text, tone)

    @Slot(object)
    def say_refused(self, error: Refusal | Outage) -> None:
        """What another part of the desk was refused about the item in front."""
        item = self.view.current_item()
        self._on_refused(item.task.id if item is not None else None, error)

    @Slot()
    def _on_nothing_left(self) -> None:
        self.head.say(self.tr("Nothing is left here that fits you."), "good")

    # Who looks too

    @Slot(object)
    def _on_onlookers(self, names: dict[UUID, tuple[str, ...]]) -> None:
        says = self.tr("looks too: {names}")
        self.painter.looking = {task_id: says.format(names=", ".join(who)) for task_id, who in names.items()}
        self.view.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._watch()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.opened.onlookers.watch(())

    def _watch(self) -> None:
        self.opened.onlookers.watch(tuple(item.task.id for item in self.model.items()[:_WATCHED]))

    # Geometry and words

    def restyle(self) -> None:
        queues = min(theme.px(QUEUES), round(self.width() * _MOST_QUEUES))
        self.queues.setFixedWidth(queues)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()

    def _mark_of(self, item: WorkItem) -> WorkMark:
        is_night = self.queues.wanted().kind is ListKind.NIGHT
        return WorkMark(item.created_at if is_night else item.task.due_at, item.task.reference)

    def _spoken(self, item: WorkItem) -> str:
        return delegate.spoken(item, self._now(), self._store.board().agent_id)

    def _icon_of(self, code: str) -> str:
        channel = self._catalogue.channel(code)
        return channel.icon if channel is not None else ""


def _told(error: Refusal | Outage) -> tuple[str, str]:
    return wording.sentences(*wording.sentence(error)), "over" if isinstance(error, Refusal) else "near"
