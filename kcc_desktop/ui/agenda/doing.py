"""What can be done with what is chosen in the agenda: opened, moved, called off, blocked, overbooked."""

from collections.abc import Callable
from typing import TypeVar, cast
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.agenda import AgendaEvent, EventKind
from kcc_desktop.domain.agents import Permission
from kcc_desktop.services.appointments import AppointmentService
from kcc_desktop.services.blocks import BlockService
from kcc_desktop.ui.agenda import words
from kcc_desktop.ui.agenda.block_form import BlockForm, UnblockForm
from kcc_desktop.ui.agenda.cancel_form import CancelForm
from kcc_desktop.ui.agenda.event_card import EventCard
from kcc_desktop.ui.agenda.moving import Moving
from kcc_desktop.ui.agenda.overbook_form import OverbookForm
from kcc_desktop.ui.agenda.store import AgendaStore
from kcc_desktop.ui.agenda.week_view import WeekView
from kcc_desktop.ui.catalogue import Catalogue
from kcc_desktop.ui.shared.form_panel import FormPanel

Who = tuple[UUID, str]
F = TypeVar("F", bound=FormPanel)
S = TypeVar("S")


class Doing(QObject):
    """Made by the panel; its forms are made when first asked for. `done` tells in words what was done."""

    done = Signal(str)
    party_wanted = Signal(object)  # the appointment whose citizen is to be looked at
    visits_wanted = Signal()  # the panel of who is on location

    def __init__(
        self,
        column: QWidget,
        week: WeekView,
        store: AgendaStore,
        moving: Moving,
        services: tuple[AppointmentService, BlockService],
        catalogue: Catalogue,
        tasks: TaskRunner,
        who: Callable[[], Who | None],
    ) -> None:
        super().__init__(week)
        self._column, self._week, self._store, self._moving = column, week, store, moving
        self._appointments, self._blocks = services
        self._catalogue, self._tasks, self._who = catalogue, tasks, who
        self._forms: dict[object, FormPanel] = {}

    def why_not(self, name: str) -> str:
        """What is missing for an action, "" when nothing is."""
        event, agent = self._week.event_now(), self._store.agent
        if name in ("agenda_move", "agenda_cancel"):
            return "" if event is not None and event.can_move else self.tr("choose an appointment first")
        if name == "agenda_block" and (agent is None or not agent.may(Permission.BLOCK)):
            return self.tr("your role does not block time")
        if name == "agenda_overbook":
            if agent is None or not agent.may(Permission.OVERBOOK):
                return self.tr("your role does not overbook")
            if self._store.wanted.product_id is None:
                return self.tr("choose a product first")
            place = self._week.place_now()
            if place is None or place.lane_id not in {lane.id for lane in self._store.counters()}:
                return self.tr("choose a time first")
        return ""

    def form(self) -> FormPanel | None:
        """The one that is open."""
        return next((one for one in self._forms.values() if one.isVisible()), None)

    def cover(self) -> None:
        """Nobody is at the desk: what is typed stays in its form, what was read of an appointment does not."""
        for form in self._forms.values():
            if isinstance(form, EventCard):
                form.cover()
            else:
                form.put_away()

    @Slot(object)
    def open_event(self, event: AgendaEvent) -> None:
        """An appointment as a card, a block to end it, a visit where visits are; what is only a time opens nothing."""
        if event.kind is EventKind.APPOINTMENT:
            self._made(EventCard, self._appointments).open_for(event)
        elif event.kind is EventKind.VISIT:
            self.visits_wanted.emit()
        elif event.kind is EventKind.BLOCK and not self._says_no("agenda_block"):
            about = (event.reason, words.spoken(event, self._lane(event.lane_id)), event.by)
            self._made(UnblockForm, self._blocks).open_for(event.id, "\n".join(about))

    @Slot()
    def move(self) -> None:
        event = self._week.event_now()
        if not self._says_no("agenda_move") and event is not None:
            self.begin_move(event)

    @Slot(object)
    def begin_move(self, event: AgendaEvent) -> None:
        self._moving.begin(event)
        self._week.setFocus()

    @Slot()
    def cancel(self) -> None:
        event = self._week.event_now()
        if not self._says_no("agenda_cancel") and event is not None:
            self.cancel_event(event)

    @Slot(object)
    def cancel_event(self, event: AgendaEvent) -> None:
        self._made(CancelForm, self._appointments).open_for(event)

    @Slot()
    def block(self) -> None:
        agenda = self._store.agenda
        if not self._says_no("agenda_block") and agenda is not None:
            form = self._made(BlockForm, self._blocks)
            form.open_at(agenda, self._store.on, self._store.today(), self._week.place_now())

    @Slot()
    def overbook(self) -> None:
        place, wish = self._week.place_now(), self._store.wish()
        product = self._catalogue.product(self._store.wanted.product_id)
        if self._says_no("agenda_overbook") or place is None or wish is None or product is None:
            return
        form = self._made(OverbookForm, self._appointments)
        form.open_at(place, wish, product.name, self._lane(place.lane_id), self._who())

    def _made(self, kind: Callable[[QWidget, TaskRunner, S], F], service: S) -> F:
        """The one form of its kind."""
        found = self._forms.get(kind)
        if found is None:
            found = self._forms[kind] = kind(self._column, self._tasks, service)
            found.saved.connect(self._on_saved)
            if isinstance(found, EventCard):
                found.move_wanted.connect(self.begin_move)
                found.cancel_wanted.connect(self.cancel_event)
                found.party_wanted.connect(self.party_wanted)
        return cast(F, found)

    def _says_no(self, name: str) -> bool:
        why = self.why_not(name)
        if why:
            self.done.emit(why)
        return bool(why)

    def _lane(self, lane_id: UUID) -> str:
        agenda = self._store.agenda
        return next((one.name for one in agenda.lanes if one.id == lane_id), "") if agenda is not None else ""

    @Slot(object)
    def _on_saved(self, _outcome: object) -> None:
        self._store.read()
        self._store.look()
