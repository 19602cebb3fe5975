"""The item that is looked at: its opened row, and everything that can be done with it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Protocol
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.agents import AgentName
from kcc_desktop.domain.errors import AlreadyDone
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.incoming import Arrival
from kcc_desktop.domain.ongoing import PlannedRef, ProductRef
from kcc_desktop.domain.products import Product
from kcc_desktop.domain.work import Colleague, HandOverWork, WorkDetail, WorkItem, WorkOutcome, WorkQueue
from kcc_desktop.ui.catalogue import Catalogue
from kcc_desktop.ui.services import Services
from kcc_desktop.ui.shared import formatting
from kcc_desktop.ui.shared.rows import Row
from kcc_desktop.ui.work import choosing, words
from kcc_desktop.ui.work.item_card import ItemCard
from kcc_desktop.ui.work.moving import Moving
from kcc_desktop.ui.work.onlookers import Onlookers
from kcc_desktop.ui.work.picking import Picking
from kcc_desktop.ui.work.view import WorkView
from kcc_desktop.ui.work_store import WorkStore

_FOUND = 20


class ItemPlanner(Protocol):
    """What plans for an item in its opened row: a widget that another folder makes, by the action that begins it."""

    ready: SignalInstance
    booked: SignalInstance  # UUID of the item, PlannedRef
    left: SignalInstance
    refused: SignalInstance

    def widget(self) -> QWidget: ...

    def is_open(self) -> bool: ...

    def begin(self, detail: WorkDetail, product: ProductRef) -> None: ...

    def leave(self) -> None: ...


class Opened(QObject):
    """`call_wanted` carries the `WorkDetail` of an item to call about; `failed` an item's id and why not."""

    call_wanted = Signal(object)
    failed = Signal(object, object)

    def __init__(
        self,
        panel: QWidget,
        view: WorkView,
        picking: Picking,
        moving: Moving,
        services: Services,
        tasks: TaskRunner,
        store: WorkStore,
        catalogue: Catalogue,
        now: Callable[[], datetime],
        planners: Mapping[str, ItemPlanner],
    ) -> None:
        super().__init__(panel)
        self._view, self._picking, self._moving = view, picking, moving
        self._services, self._tasks, self._store = services, tasks, store
        self._catalogue, self._now = catalogue, now
        self._planners, self._planner = planners, next(iter(planners.values()), None)
        self._agents: tuple[AgentName, ...] = ()
        self._whom: WorkQueue | AgentName | Colleague | None = None
        self._outcome: WorkOutcome | None = None
        self.done_with = ""  # what is told once the item that was planned for is closed
        self.card: ItemCard | None = None
        self.onlookers = Onlookers(services.looking, tasks, self)
        for planner in planners.values():
            planner.ready.connect(self._on_ready)
            planner.left.connect(self._on_left)
            planner.booked.connect(self._on_booked)

    def load(self) -> None:
        """To whom an item can be handed."""
        task = self._tasks.run(self._services.agents.names, self, key="names")
        task.succeeded.connect(self._on_agents)

    # The row

    @Slot(object)
    def toggle(self, task_id: UUID) -> None:
        """Open it in place; pressed again it is closed."""
        if self._view.opened_id() == task_id:
            self.close()
        else:
            self.open(task_id)

    def open(self, task_id: UUID) -> None:
        item = self._view.item_of(task_id)
        if item is None or self._view.opened_id() == task_id:
            return
        self.close()
        self.card = ItemCard(item, self._now, self._store.board().agent_id)
        self.card.grew.connect(self._view.fit_card_soon)
        self.card.wanted.connect(self.do)
        self.card.closed.connect(self.close)
        self.card.reason_given.connect(self._on_reason)
        self.card.told.connect(self._on_told)
        self._view.open_row(task_id, self.card)
        self.onlookers.open(task_id)
        self._view.choose(task_id)
        self._load(task_id)

    @Slot()
    def close(self) -> None:
        if self._planner is not None:
            self._planner.leave()
        if self.card is not None:
            self.card.put_part(None)
        self._view.close_row()
        self.onlookers.close()
        self.card, self._whom, self._outcome = None, None, None

    def later(self) -> bool:
        """Escape: what was begun in the row first, then the row; False when none is open."""
        if self._planner is not None and self._planner.is_open():
            self._planner.leave()
        elif self.card is None:
            return False
        elif self.card.later():
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.close()
        return True

    def renew(self, task_ids: frozenset[UUID]) -> None:
        """These rows were read again: an open one shows how it is now, one that left the list is closed."""
        if self.card is None or self.card.item.task.id not in task_ids:
            return
        item = self._view.item_of(self.card.item.task.id)
        if item is None:
            self.close()
        else:
            self.card.show_item(item)
            self._load(item.task.id)

    def close_if_gone(self) -> None:
        if self.card is not None and self._view.item_of(self.card.item.task.id) is None:
            self.close()

    def is_about(self, task_id: UUID | None) -> bool:
        return self.card is not None and self.card.item.task.id == task_id

    def _load(self, task_id: UUID) -> None:
        task = self._tasks.run(partial(self._store.service.open, task_id), self, key="detail")
        task.succeeded.connect(self._on_detail)
        task.failed.connect(partial(self.failed.emit, task_id))

    @Slot(object)
    def _on_detail(self, detail: WorkDetail) -> None:
        if self.card is not None and self.is_about(detail.item.task.id):
            self.card.show_detail(detail)
            if detail.task.contact_id is not None:
                read = partial(self._services.incoming.arrival, detail.task.contact_id)
                task = self._tasks.run(read, self, key="arrival")
                task.succeeded.connect(partial(self._on_arrival, detail.item.task.id))
                task.failed.connect(partial(self.failed.emit, detail.item.task.id))

    def _on_arrival(self, task_id: UUID, arrival: Arrival | None) -> None:
        if self.card is not None and self.is_about(task_id):
            self.card.show_arrival(arrival)

    # What is done with it

    def slots(self) -> dict[str, Callable[[], object]]:
        return {
            "work_take": self.take,
            "work_call": self.call,
            "work_plan": partial(self.plan, "work_plan"),
            "work_visit": partial(self.plan, "work_visit"),
            "work_hand_over": self.hand_over,
            "work_not_reached": self.not_reached,
            "work_close": self.close_item,
            "work_give_back": self.give_back,
        }

    @Slot(str)
    def do(self, name: str) -> None:
        self.slots()[name]()

    @Slot()
    def take(self) -> None:
        item = self._view.current_item()
        if item is not None:
            self._moving.take(item.task.id)

    @Slot()
    def give_back(self) -> None:
        item = self._view.current_item()
        if item is not None:
            self._moving.give_back(item.task.id)

    @Slot()
    def call(self) -> None:
        """Calling out takes the item; who is to be called is read first."""
        self._with_detail(self.call_wanted.emit)

    def _with_detail(self, work: Callable[[WorkDetail], None]) -> None:
        item = self._view.current_item()
        if item is None:
            return
        task = self._tasks.run(partial(self._store.service.open, item.task.id), self)
        task.succeeded.connect(work)
        task.failed.connect(partial(self.failed.emit, item.task.id))

    @Slot()
    def not_reached(self) -> None:
        """When it is tried again: the first of the list with one Enter."""
        item = self._view.current_item()
        if item is not None:
            rows = choosing.tries(self._now(), self._store.hours)
            self._picking.pick(self.tr("When again?"), rows, partial(self._on_try, item.task.id))

    def _on_try(self, task_id: UUID, at: object) -> None:
        if isinstance(at, datetime):
            self._moving.not_reached(task_id, at)

    @Slot()
    def close_item(self) -> None:
        """How it ended; then what the citizen is told, which may stay empty."""
        item = self._view.current_item()
        if item is not None:
            self._picking.pick(self.tr("How did it end?"), choosing.outcomes(), partial(self._on_outcome, item.task.id))

    def _on_outcome(self, task_id: UUID, outcome: object) -> None:
        card = self._card_of(task_id)
        if card is not None and isinstance(outcome, WorkOutcome):
            self._outcome = outcome
            card.ask_told(words.say(words.OUTCOMES[outcome][0]))

    def _card_of(self, task_id: UUID) -> ItemCard | None:
        """Its row, opened; None where it went away while something was picked for it, which is told."""
        self.open(task_id)
        if self.is_about(task_id):
            return self.card
        self.failed.emit(task_id, AlreadyDone())
        return None

    @Slot(str)
    def _on_told(self, text: str) -> None:
        if self.card is not None and self._outcome is not None:
            self._moving.close(self.card.item.task.id, self._outcome, text)

    # Handing over

    @Slot()
    def hand_over(self) -> None:
        """To a queue of another team, an agent, a colleague or a partner organisation; then why."""
        item = self._view.current_item()
        if item is not None:
            then, search = partial(self._on_target, item.task.id), partial(self._search, item)
            self._picking.pick(self.tr("To whom?"), self._targets(item, (), ""), then, search)

    def _search(self, item: WorkItem, text: str) -> list[Row]:
        if text.strip():
            find = partial(self._services.colleagues.find, text, _FOUND)
            task = self._tasks.run(find, self, key="colleagues")
            task.succeeded.connect(partial(self._on_found, item, text))
        return self._targets(item, (), text)

    def _on_found(self, item: WorkItem, text: str, found: tuple[Colleague, ...]) -> None:
        self._catalogue.remember(found)
        self._picking.show_found(text, self._targets(item, found, text))

    def _targets(self, item: WorkItem, colleagues: tuple[Colleague, ...], typed: str) -> list[Row]:
        board = self._store.board()
        queues = [one for one in board.queues if one.code != item.queue_code]
        agents = [agent for agent in self._agents if agent.id != board.agent_id]
        return choosing.targets(queues, agents, colleagues, typed)

    def _on_target(self, task_id: UUID, whom: object) -> None:
        card = self._card_of(task_id)
        if card is not None and isinstance(whom, WorkQueue | AgentName | Colleague):
            self._whom = whom
            card.ask_reason(whom.name)

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
        self._moving.hand_over(command)

    # Planning in place

    def plan(self, name: str) -> None:
        """In its row; what it is about is asked first where nobody said so."""
        item = self._view.current_item()
        self._planner = self._planners.get(name)
        if item is not None and self._planner is not None and not self._planner.is_open():
            self.open(item.task.id)
            self._with_detail(self._plan)

    def _plan(self, detail: WorkDetail) -> None:
        if detail.product_id is not None:
            self._plan_product(detail, ProductRef(detail.product_id, detail.task.product))
            return
        rows = [Row(product.name, product.owner, "tag", key=product) for product in self._catalogue.products]
        self._picking.pick(self.tr("Which product?"), rows, partial(self._on_product, detail))

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
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object, object)
    def _on_booked(self, task_id: UUID, planned: PlannedRef) -> None:
        """What was asked is arranged: the item is closed with what was agreed."""
        self._on_left()
        day, begin = formatting.day(planned.starts_at), formatting.time(planned.starts_at)
        if planned.until is None:
            told = self.tr("Appointment {day} {time}, {place}. Code {code}.")
            self.done_with = told.format(day=day, time=begin, place=planned.place, code=planned.reference)
        else:
            told = self.tr("Visit {day} between {begin} and {end}. Code {code}.")
            end = formatting.time(planned.until)
            self.done_with = told.format(day=day, begin=begin, end=end, code=planned.reference)
        self._moving.close(task_id, WorkOutcome.SETTLED, self.done_with)

    @Slot(object)
    def _on_agents(self, agents: tuple[AgentName, ...]) -> None:
        self._agents = agents

    def say(self, text: str, tone: str) -> None:
        if self.card is not None:
            self.card.say(text, tone)

    def after(self, name: str, item: WorkItem) -> None:
        """A move was made: what left this agent's hands is closed on screen too."""
        if not self.is_about(item.task.id):
            return
        if name in ("hand_over", "not_reached", "close"):
            self.close()
        else:
            self.say("", "muted")
