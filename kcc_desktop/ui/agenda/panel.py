"""The Agenda panel: the search at the left, the days at the right."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.changes import ChangeWatcher
from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.appointments import Appointment
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.services.appointments import AppointmentService
from kcc_desktop.services.blocks import BlockService
from kcc_desktop.ui.agenda.doing import Doing, Who
from kcc_desktop.ui.agenda.header import AgendaHeader
from kcc_desktop.ui.agenda.moving import Moving
from kcc_desktop.ui.agenda.search_column import SearchColumn
from kcc_desktop.ui.agenda.store import AgendaStore
from kcc_desktop.ui.agenda.week_view import WeekView
from kcc_desktop.ui.catalogue import Catalogue
from kcc_desktop.ui.shared import formatting, theme, wording
from kcc_desktop.ui.shared.basics import Layer, column, hairline, row
from kcc_desktop.ui.shared.covered import CoveredLine
from kcc_desktop.ui.shared.panel import Panel

LEFT = 264  # at 100 % text
_MOST_LEFT = 0.3
_TICK_MS = 20_000  # the clock's line


class AgendaPanel(Panel):
    """`party_wanted` carries the appointment whose citizen is to be looked at; `visits_wanted`: who is on location."""

    party_wanted = Signal(object)
    visits_wanted = Signal()

    def __init__(
        self,
        store: AgendaStore,
        services: tuple[AppointmentService, BlockService],
        catalogue: Catalogue,
        tasks: TaskRunner,
        who: Callable[[], Who | None],
        watcher: ChangeWatcher | None,
    ) -> None:
        super().__init__()
        self._tasks = tasks
        store.setParent(self)
        self.store, self.moving = store, Moving(store, services[0], tasks, self)
        self.search = SearchColumn(store, services[0], catalogue, tasks)
        self.header = AgendaHeader(store, self.moving)
        self.week = WeekView(store, self.moving)
        self.doing = Doing(self.search, self.week, store, self.moving, services, catalogue, tasks, who)
        self.covered = CoveredLine("agenda_reveal")
        line = column(self.covered, margins=(theme.L, 0, theme.L, 0))
        right = column(self.header, line, hairline(), self.week, gap=0)
        right.setStretch(3, 1)
        box = row(self.search, hairline(True), Layer("surface", right, self.tr("Days")), gap=0)
        box.setStretch(2, 1)
        self.setLayout(box)
        self.covered.wanted.connect(self.reveal)
        self.week.opened.connect(self.doing.open_event)
        self.week.touched.connect(self._be_quiet)
        self.search.free_chosen.connect(self._show_free)
        self.doing.done.connect(self.header.say)
        self.header.now_wanted.connect(self.go_today)
        self.doing.party_wanted.connect(self.party_wanted)
        self.doing.visits_wanted.connect(self.visits_wanted)
        self.moving.dropped.connect(self._moved)
        for failing in (store.failed, self.moving.failed):
            failing.connect(self._refused)
        if watcher is not None:
            watcher.changed.connect(store.on_changes)
            watcher.reload_all.connect(store.load)
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self.week.viewport().update)
        self._tick.start()
        self.follow_theme()

    def slots(self) -> Mapping[str, Callable[[], object]]:
        return {
            "agenda_reveal": self.reveal,
            "agenda_first_free": self.search.focus_free,
            "agenda_day": partial(self.store.set_week, False),
            "agenda_week": partial(self.store.set_week, True),
            "agenda_today": self.go_today,
            "agenda_previous": partial(self.store.step, -1),
            "agenda_next": partial(self.store.step, 1),
            "agenda_move": self.doing.move,
            "agenda_cancel": self.doing.cancel,
            "agenda_block": self.doing.block,
            "agenda_overbook": self.doing.overbook,
        }

    def why_not(self, name: str) -> str:
        if name == "agenda_reveal":
            return self.tr("nothing is covered") if self.covered.isHidden() else ""
        return self.doing.why_not(name)

    def come_forward(self) -> None:
        self.store.load()

    def cover(self) -> None:
        """Nobody is at the desk: what was opened is away, and no name is in sight."""
        self.doing.cover()
        self._set_covered(True)

    @Slot()
    def reveal(self) -> None:
        """Somebody is here again."""
        self._set_covered(False)
        self.week.setFocus()

    def _set_covered(self, is_covered: bool) -> None:
        self.covered.setVisible(is_covered)
        self.week.set_covered(is_covered)

    def home(self) -> QWidget:
        return self.week

    def later(self) -> bool:
        form = self.doing.form()
        if form is not None:
            form.put_away()
            return True
        return self.moving.leave() or self.store.forget_free()

    def restyle(self) -> None:
        self.search.setFixedWidth(min(theme.px(LEFT), round(self.width() * _MOST_LEFT)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()

    @Slot()
    def go_today(self) -> None:
        self.store.go_to(self.store.today())
        self.week.go_to_now()

    @Slot()
    def _show_free(self) -> None:
        self.week.setFocus()
        self.week.choose_offer()

    @Slot(object)
    def _moved(self, appointment: Appointment) -> None:
        at = appointment.starts_at
        told = self.tr("Moved to {when}, {counter}. The code stays {code}.").format(
            when=f"{formatting.day(at)} {formatting.time(at)}",
            counter=appointment.counter,
            code=appointment.reference,
        )
        self.header.say(told, "good")
        self.week.choose_when_here(appointment.id)

    @Slot()
    def _be_quiet(self) -> None:
        if self.moving.moved is None:
            self.header.say("")

    @Slot(object)
    def _refused(self, error: Exception) -> None:
        if isinstance(error, Refusal | Outage):
            tone = "over" if isinstance(error, Refusal) else "near"
            self.header.say(wording.sentences(*wording.sentence(error)), tone)
        else:
            self._tasks.unhandled.emit(error)
