"""The Werk panel: the queues at the left, their items at the right, one opened in place, every action with a key."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal, SignalInstance, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.agents import AgentName
from kcc_desktop.domain.appointments import Appointment
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.ongoing import ProductRef
from kcc_desktop.domain.products import Product
from kcc_desktop.domain.work import (
    Colleague,
    HandOverWork,
    TakenByColleague,
    WorkDetail,
    WorkItem,
    WorkMark,
    WorkOutcome,
    WorkQueue,
)
from kcc_desktop.domain.work_lists import ListKind, Narrowing, WorkBoard, WorkList
from kcc_desktop.ui.catalogue import Catalogue
from kcc_desktop.ui.services import Services
from kcc_desktop.ui.shared import formatting, keys, theme, wording
from kcc_desktop.ui.shared.basics import Badge, Layer, Paragraph, Text, column, hairline, row
from kcc_desktop.ui.shared.buttons import Button, Chip
from kcc_desktop.ui.shared.cards import Message
from kcc_desktop.ui.shared.flow import FlowLayout
from kcc_desktop.ui.shared.panel import Panel
from kcc_desktop.ui.shared.picker import Picker
from kcc_desktop.ui.shared.rows import Row
from kcc_desktop.ui.work import choosing, delegate, words
from kcc_desktop.ui.work.delegate import WorkDelegate
from kcc_desktop.ui.work.item_card import ItemCard
from kcc_desktop.ui.work.model import WorkModel
from kcc_desktop.ui.work.moving import Moving
from kcc_desktop.ui.work.onlookers import Onlookers
from kcc_desktop.ui.work.queues import Queues
from kcc_desktop.ui.work.reading import WorkReading
from kcc_desktop.ui.work.view import Heading, WorkView
from kcc_desktop.ui.work_store import WorkStore

QUEUES = 296  # at 100 % text
_MOST_QUEUES = 0.3
_NARROW = 700  # below this width at 100 % text the head stands in two lines
_TICK_MS = 60_000  # norms run on while nothing happens
_FOUND = 20
_WATCHED = 100  # rows whose onlookers are asked for


class ItemPlanner(Protocol):
    """What plans for an item in its opened row: a widget that another folder makes, by the action that begins it."""

    ready: SignalInstance
    booked: SignalInstance  # UUID of the item, Appointment
    left: SignalInstance
    refused: SignalInstance

    def widget(self) -> QWidget: ...

    def is_open(self) -> bool: ...

    def begin(self, detail: WorkDetail, product: ProductRef) -> None: ...

    def leave(self) -> None: ...


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
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._planners, self._planner = planners, next(iter(planners.values()), None)
        self._services, self._tasks, self._store = services, tasks, store
        self._catalogue, self._now = catalogue, now
        self._agents: tuple[AgentName, ...] = ()
        self._done_with = ""  # what is told once the item is closed
        self._whom: WorkQueue | AgentName | Colleague | None = None
        self.setAccessibleName(self.tr("Work"))
        self.model = WorkModel(self._mark_of, self._spoken, self)
        self.reading = WorkReading(store, tasks, self.model, self)
        self.moving = Moving(store, tasks, self)
        self.onlookers = Onlookers(services.looking, tasks, self)
        self._make_parts()
        self._lay_out()
        self._connect()
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._show_time)
        self._tick.start()
        self.follow_theme()
        self._on_board(store.board())
        self.reading.show(self.queues.wanted(), self._narrowing())

    def _make_parts(self) -> None:
        self.queues = Queues(self._now)
        self.painter = WorkDelegate(self._icon_of, self._now, self)
        self.view = WorkView(self.model, self.painter, self.tr("Items"))
        self._title = Text("", theme.TITLE, strong=True, elided=True)
        self._summary = Text("", tone="muted", elided=True)
        self._late = Badge("", tone="over", icon="warning")
        self._take = Button(self.tr("Take"), icon="hand", keys=keys.shown("work_take"))
        self._next = Button(self.tr("Next"), icon="arrow-right", keys=keys.shown("work_next"))
        self.chips = {
            narrowing: Chip(words.say(text), icon=icon, on=narrowing is Narrowing.ALL)
            for narrowing, (text, icon) in words.NARROWINGS.items()
        }
        self._said = Paragraph("", "near")
        self._said.hide()
        self._empty = Message("tray", "", "")
        self._empty.hide()
        self._sorted = Text(self.tr("sorted by norm"), theme.CAPTION, tone="muted")
        self._picker: Picker | None = None
        self._picking: Callable[[object], None] | None = None
        self.card: ItemCard | None = None

    def _lay_out(self) -> None:
        names = column(self._title, self._summary, gap=0)
        actions = row(self._late, self._take, self._next, None, gap=theme.S)
        self._head = row(names, column(actions, gap=0), gap=theme.S)
        self._head.setStretch(0, 1)
        flow = FlowLayout(theme.S, theme.S)
        for chip in self.chips.values():
            flow.addWidget(chip)
        self._sorted.setFixedHeight(theme.grown(theme.CONTROL_SMALL, theme.CAPTION))
        chips = row(flow, self._sorted, gap=theme.S)
        chips.setStretch(0, 1)
        said = column(self._said, self._empty, gap=theme.S)
        top = column(self._head, chips, said, gap=theme.M, margins=(delegate.PAD, theme.L, delegate.PAD, 0))
        self._heading = Heading(self.view)
        right = Layer("surface", column(top, self._heading, self.view, gap=0), self.tr("Items"))
        box = row(self.queues, hairline(vertical=True), right, gap=0)
        box.setStretch(2, 1)
        self.setLayout(box)

    def _connect(self) -> None:
        self.queues.chosen.connect(self._on_list)
        self.queues.view.entered.connect(self.focus_items)
        self.view.pressed_item.connect(self.open_item)
        self.view.more_wanted.connect(self.reading.read_on)
        self._take.clicked.connect(self.take)
        self._next.clicked.connect(self.next)
        for chip in self.chips.values():
            chip.clicked.connect(self._on_chip)
        self.reading.loaded.connect(self._on_loaded)
        self.reading.failed.connect(self._on_not_read)
        self.reading.renewed.connect(self._on_renewed)
        self.moving.moved.connect(self._on_moved)
        self.moving.refused.connect(self._on_refused)
        self.moving.nothing_left.connect(self._on_nothing_left)
        self._store.changed.connect(self._on_board)
        for planner in self._planners.values():
            planner.ready.connect(self._on_ready)
            planner.left.connect(self._on_left)
            planner.booked.connect(self._on_booked)
            planner.refused.connect(self.say_refused)
        self.onlookers.changed.connect(self._on_onlookers)
        self._catalogue.changed.connect(self.view.viewport().update)

    # What the window asks of a panel

    def slots(self) -> Mapping[str, Callable[[], object]]:
        chips = {f"work_show_{n}": partial(self._press_chip, one) for n, one in enumerate(self.chips, 1)}
        return {
            "work_next": self.next,
            "work_take": self.take,
            "work_call": self.call,
            "work_plan": self.plan,
            "work_hand_over": self.hand_over,
            "work_not_reached": self.not_reached,
            "work_close": self.close_item,
            "work_give_back": self.give_back,
            "work_queues": self.focus_queues,
            **chips,
        }

    def why_not(self, name: str) -> str:
        needs = name in _OF_ITEM and self.view.current_item() is None
        return self.tr("choose an item first") if needs else ""

    def come_forward(self) -> None:
        self._store.load()
        self.reading.reload()
        self._tasks.run(self._services.agents.names, self, key="names").succeeded.connect(self._on_agents)

    def home(self) -> QWidget:
        return self.view

    def later(self) -> bool:
        if self._planner is not None and self._planner.is_open():
            self._planner.leave()
            return True
        if self.card is not None and self.card.later():
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if self.card is not None:
            self.close_row()
            return True
        return False

    # Lists

    @Slot()
    def focus_queues(self) -> None:
        self.queues.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def focus_items(self) -> None:
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(object)
    def _on_list(self, wanted: WorkList) -> None:
        self.close_row()
        self._say("")
        self._show_head()
        self.reading.show(wanted, self._narrowing())

    def _narrowing(self) -> Narrowing:
        return next((one for one, chip in self.chips.items() if chip.isChecked()), Narrowing.ALL)

    @Slot()
    def _on_chip(self) -> None:
        pressed = self.sender()
        self._narrow(next((one for one, chip in self.chips.items() if chip is pressed), Narrowing.ALL))

    def _press_chip(self, narrowing: Narrowing) -> None:
        self._narrow(narrowing)

    def _narrow(self, narrowing: Narrowing) -> None:
        for one, chip in self.chips.items():
            chip.setChecked(one is narrowing)
        self.close_row()
        self.reading.show(self.queues.wanted(), narrowing)

    @Slot(object)
    def _on_board(self, board: WorkBoard) -> None:
        self.painter.me = board.agent_id
        self.queues.show_board(board)
        self._show_head()
        self.waiting.emit(board.fits)

    def _show_head(self) -> None:
        board, wanted = self._store.board(), self.queues.wanted()
        counts = board.of(wanted)
        queue = next((one for one in board.queues if one.code == wanted.queue_code), None)
        self._title.setText(words.list_title(wanted, board.queues))
        self._summary.setText(words.summary(counts, queue))
        self._late.set_badge(words.WorkWords().past_norm(counts.over), "over", "warning")
        self._late.setVisible(counts.over > 0)
        is_night = wanted.kind is ListKind.NIGHT
        self._sorted.setText(self.tr("oldest first") if is_night else self.tr("sorted by norm"))
        for narrowing, chip in self.chips.items():
            chip.set_count(str(counts.of(narrowing)))

    @Slot()
    def _on_loaded(self) -> None:
        """What was chosen stays so where it still is; an item that left the list is closed."""
        if self.card is not None and self.model.place_of(self.card.item.task.id) < 0:
            self.close_row()
        self.view.choose(self.painter.current)
        if self.isVisible():
            self._watch()
        self._show_empty()

    def _show_empty(self) -> None:
        is_empty = self.model.rowCount() == 0
        narrowed = self._narrowing() is not Narrowing.ALL
        title = self.tr("Nothing like this here") if narrowed else self.tr("Nothing waits here")
        why = self.tr("Show all, or choose another queue.") if narrowed else self.tr("Choose another queue, or next.")
        self._empty.set_message("check-circle", title, why)
        self._empty.setVisible(is_empty)
        self._heading.setVisible(not is_empty)
        self.view.setVisible(True)

    @Slot(object)
    def _on_not_read(self, error: Refusal | Outage) -> None:
        self._say(wording.sentences(*wording.sentence(error)), "over" if isinstance(error, Refusal) else "near")

    @Slot(object)
    def _on_renewed(self, task_ids: frozenset[UUID]) -> None:
        self._show_empty()
        if self.card is None or self.card.item.task.id not in task_ids:
            return
        number = self.model.place_of(self.card.item.task.id)
        item = self.model.item_at(number)
        if item is None:
            self.close_row()
        else:
            self.card.show_item(item)
            self._load_detail(item.task.id)

    @Slot()
    def _show_time(self) -> None:
        self.view.viewport().update()
        self.queues.show_board(self._store.board())

    # One item

    @Slot(object)
    def open_item(self, task_id: UUID) -> None:
        """Open it in place; the one that is open is closed."""
        if self.view.opened_id() == task_id:
            self.close_row()
            return
        item = self.model.item_at(self.model.place_of(task_id))
        if item is None:
            return
        self.close_row()
        self.card = ItemCard(item, self._now, self._store.board().agent_id)
        self.card.grew.connect(self.view.fit_card_soon)
        self.card.wanted.connect(self._on_wanted)
        self.card.closed.connect(self.close_row)
        self.card.reason_given.connect(self._on_reason)
        self.view.open_row(task_id, self.card)
        self.onlookers.open(task_id)
        self.view.choose(task_id)
        self._load_detail(task_id)

    @Slot()
    def close_row(self) -> None:
        if self._planner is not None:
            self._planner.leave()
        if self.card is not None:
            self.card.put_part(None)
        self.view.close_row()
        self.onlookers.close()
        self.card = None
        self._whom = None

    def _load_detail(self, task_id: UUID) -> None:
        task = self._tasks.run(partial(self._store.service.open, task_id), self, key="detail")
        task.succeeded.connect(self._on_detail)
        task.failed.connect(partial(self._on_refused, task_id))

    @Slot(object)
    def _on_detail(self, detail: WorkDetail) -> None:
        if self.card is not None and self.card.item.task.id == detail.item.task.id:
            self.card.show_detail(detail)

    @Slot(str)
    def _on_wanted(self, name: str) -> None:
        self.slots()[name]()

    @Slot()
    def next(self) -> None:
        """The most urgent that fits me, of the queue in front, else of all; it opens."""
        wanted = self.queues.wanted()
        queues = self._store.board().queues
        codes = [wanted.queue_code] if wanted.kind is ListKind.QUEUE else [queue.code for queue in queues]
        fitting = [code for code in codes if code in self._store.board().fitting]
        if fitting:
            self.moving.next(fitting)
        else:
            self._on_nothing_left()

    @Slot()
    def take(self) -> None:
        item = self.view.current_item()
        if item is not None:
            self.moving.take(item.task.id)

    @Slot()
    def give_back(self) -> None:
        item = self.view.current_item()
        if item is not None:
            self.moving.give_back(item.task.id)

    @Slot()
    def call(self) -> None:
        """Calling out takes the item."""
        self._with_detail(self._call)

    def _call(self, detail: WorkDetail) -> None:
        self.call_wanted.emit(detail)

    @Slot()
    def plan(self) -> None:
        """An appointment for what is asked, in place; what it is about is asked first where nobody said so."""
        self._begin("work_plan")

    def _begin(self, name: str) -> None:
        item = self.view.current_item()
        self._planner = self._planners.get(name)
        if item is None or self._planner is None or self._planner.is_open():
            return
        if self.view.opened_id() != item.task.id:
            self.open_item(item.task.id)
        self._with_detail(self._plan)

    def _plan(self, detail: WorkDetail) -> None:
        if detail.product_id is not None:
            self._plan_product(detail, ProductRef(detail.product_id, detail.task.product))
            return
        rows = [Row(product.name, product.owner, "tag", key=product) for product in self._catalogue.products]
        self._pick(self.tr("Which product?"), rows, partial(self._on_product, detail))

    def _on_product(self, detail: WorkDetail, product: object) -> None:
        if isinstance(product, Product):
            self._plan_product(detail, ProductRef(product.id, product.name))

    def _plan_product(self, detail: WorkDetail, product: ProductRef) -> None:
        if self._planner is not None:
            self._planner.begin(detail, product)

    @Slot()
    def _on_ready(self) -> None:
        if self.card is not None and self._planner is not None:
            self.card.put_part(self._planner.widget())

    @Slot()
    def _on_left(self) -> None:
        if self.card is not None:
            self.card.put_part(None)
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object, object)
    def _on_booked(self, task_id: UUID, appointment: Appointment) -> None:
        """What was asked is arranged: the item is closed with what was agreed."""
        self._on_left()
        told = self.tr("Appointment {day} {time}, {place}. Code {code}.").format(
            day=formatting.day(appointment.starts_at),
            time=formatting.time(appointment.starts_at),
            place=appointment.location,
            code=appointment.reference,
        )
        self._done_with = told
        self.moving.close(task_id, WorkOutcome.SETTLED, told)

    def _with_detail(self, work: Callable[[WorkDetail], None]) -> None:
        """Do it as soon as the item is read; its row opens first."""
        item = self.view.current_item()
        if item is None:
            return
        task = self._tasks.run(partial(self._store.service.open, item.task.id), self)
        task.succeeded.connect(work)
        task.failed.connect(partial(self._on_refused, item.task.id))

    @Slot()
    def not_reached(self) -> None:
        """When it is tried again: the first of the list with one Enter."""
        self._pick(self.tr("When again?"), choosing.tries(self._now()), self._on_try)

    def _on_try(self, at: object) -> None:
        item = self.view.current_item()
        if item is not None and isinstance(at, datetime):
            self.moving.not_reached(item.task.id, at)

    @Slot()
    def close_item(self) -> None:
        self._pick(self.tr("How did it end?"), choosing.outcomes(), self._on_outcome)

    def _on_outcome(self, outcome: object) -> None:
        item = self.view.current_item()
        if item is not None and isinstance(outcome, WorkOutcome):
            self.moving.close(item.task.id, outcome)

    @Slot()
    def hand_over(self) -> None:
        """To a queue of another team, an agent, a colleague or a partner organisation; then why."""
        self._pick(self.tr("To whom?"), self._targets(()), self._on_target)

    def _targets(self, colleagues: tuple[Colleague, ...], typed: str = "") -> list[Row]:
        item = self.view.current_item()
        queues = [one for one in self._store.board().queues if item is None or one.code != item.queue_code]
        me = self._store.board().agent_id
        agents = [agent for agent in self._agents if agent.id != me]
        return choosing.targets(queues, agents, colleagues, typed)

    def _on_target(self, whom: object) -> None:
        item = self.view.current_item()
        if item is None or not isinstance(whom, WorkQueue | AgentName | Colleague):
            return
        if self.view.opened_id() != item.task.id:
            self.open_item(item.task.id)
        self._whom = whom
        if self.card is not None:
            self.card.ask_reason(whom.name)

    @Slot(str)
    def _on_reason(self, reason: str) -> None:
        whom = self._whom
        if self.card is None or whom is None:
            return
        command = HandOverWork(new_id(), self.card.item.task.id, reason)
        if isinstance(whom, WorkQueue):
            command = replace(command, queue_code=whom.code)
        elif isinstance(whom, AgentName):
            command = replace(command, agent_id=whom.id)
        else:
            command = replace(command, colleague_id=whom.id)
        self.moving.hand_over(command)

    # Choosing from a list

    def _pick(self, title: str, rows: list[Row], then: Callable[[object], None]) -> None:
        item = self.view.current_item()
        if item is None:
            return
        if self._picker is None:
            self._picker = Picker(self.window(), self.tr("Choose"), self.tr("Type to search"))
            self._picker.typed.connect(self._on_typed)
            self._picker.picked.connect(self._on_picked)
        self._picking, self._rows = then, rows
        self._picker.setAccessibleName(title)
        self._picker.set_title(title)
        anchor = self._take
        self._picker.open_at(anchor, rows, nothing=self.tr("Nobody and nothing has this name."))

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        if self._picker is None:
            return
        if self._picking != self._on_target:
            number = int(text) if text.isdecimal() and len(text) == 1 else 0
            if 0 < number <= len(self._rows):  # a single digit picks at once
                self._picker.close_unpicked()
                self._on_picked(self._rows[number - 1].key)
                return
            self._picker.set_rows([one for one in self._rows if text.casefold() in one.title.casefold()])
            return
        self._picker.set_rows(self._targets((), text))
        if text.strip():
            find = partial(self._services.colleagues.find, text, _FOUND)
            self._tasks.run(find, self, key="colleagues").succeeded.connect(partial(self._on_found, text))

    def _on_found(self, text: str, found: tuple[Colleague, ...]) -> None:
        if self._picker is not None and self._picker.isVisible() and self._picker.text() == text:
            self._catalogue.remember(found)
            self._picker.set_rows(self._targets(found, text))

    @Slot(object)
    def _on_picked(self, key: object) -> None:
        if self._picking is not None:
            self._picking(key)

    # What came of it

    @Slot(str, object)
    def _on_moved(self, name: str, item: WorkItem) -> None:
        said, self._done_with = self._done_with, ""
        self._say(said, "good")
        if name in ("hand_over", "not_reached", "close") and self.view.opened_id() == item.task.id:
            self.close_row()
        if self.card is not None and self.card.item.task.id == item.task.id:
            self.card.say("")
        if name != "next":
            return
        self.model.put(item)
        self._show_empty()
        self.view.choose(item.task.id)
        if self.view.opened_id() != item.task.id:
            self.open_item(item.task.id)
        self.focus_items()

    @Slot(object, object)
    def _on_refused(self, task_id: UUID | None, error: Exception) -> None:
        if not isinstance(error, Refusal | Outage):
            self._tasks.unhandled.emit(error)
            return
        text, tone = wording.sentences(*wording.sentence(error)), "over" if isinstance(error, Refusal) else "near"
        if isinstance(error, TakenByColleague):
            text, tone = self.tr("{name} was first and works on it.").format(name=error.name), "near"
        if self.card is not None and self.card.item.task.id == task_id:
            self.card.say(text, tone)
        else:
            self._say(text, tone)

    @Slot(object)
    def say_refused(self, error: Refusal | Outage) -> None:
        """What another part of the desk was refused about the item in front."""
        item = self.view.current_item()
        self._on_refused(item.task.id if item is not None else None, error)

    @Slot()
    def _on_nothing_left(self) -> None:
        self._say(self.tr("Nothing is left here that fits you."), "good")

    def _say(self, text: str, tone: str = "near") -> None:
        self._said.set_text(text, tone)
        self._said.setVisible(bool(text))

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
        self.onlookers.watch(())

    def _watch(self) -> None:
        self.onlookers.watch(tuple(item.task.id for item in self.model.items()[:_WATCHED]))

    @Slot(object)
    def _on_agents(self, agents: tuple[AgentName, ...]) -> None:
        self._agents = agents

    # Geometry and words

    def restyle(self) -> None:
        queues = min(theme.px(QUEUES), round(self.width() * _MOST_QUEUES))
        self.queues.setFixedWidth(queues)
        is_narrow = (self.width() - queues) * 100 < _NARROW * theme.text_scale()
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._head.setDirection(direction)
        self._sorted.setVisible(not is_narrow)

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


_OF_ITEM = frozenset(
    {
        "work_take",
        "work_call",
        "work_plan",
        "work_hand_over",
        "work_not_reached",
        "work_close",
        "work_give_back",
    }
)
