"""Op locatie: what is not planned yet, the visitors' days as lanes, the visit that is meant with the map above it."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.safety_notes import SafetyNote
from kcc_desktop.domain.visits import Visit, VisitState
from kcc_desktop.services.agents import AgentService
from kcc_desktop.services.day_sheets import DaySheetService
from kcc_desktop.services.safety_notes import SafetyNoteService
from kcc_desktop.services.visits import VisitService
from kcc_desktop.ui.shared import formatting, theme
from kcc_desktop.ui.shared.basics import column, hairline, row
from kcc_desktop.ui.shared.panel import Panel
from kcc_desktop.ui.visits import possible
from kcc_desktop.ui.visits.better_card import BetterCard
from kcc_desktop.ui.visits.board import PLACEABLE, Board, Shown
from kcc_desktop.ui.visits.day_view import DayView
from kcc_desktop.ui.visits.details import Details
from kcc_desktop.ui.visits.dragging import Dragging
from kcc_desktop.ui.visits.map import RouteMap
from kcc_desktop.ui.visits.map_routes import routes_of
from kcc_desktop.ui.visits.safety import Safety
from kcc_desktop.ui.visits.taking_along import TakingAlong
from kcc_desktop.ui.visits.unplanned import Unplanned
from kcc_desktop.ui.visits.visiting import Visiting

UNPLANNED, SIDE = 296, 304  # at 100 % text
_MOST = 0.27  # of the width, either side: with large text the lanes keep room
_TICK_MS = 60_000


class LocationPanel(Panel):
    def __init__(
        self,
        visits: VisitService,
        sheets: DaySheetService,
        safety: SafetyNoteService,
        agents: AgentService,
        tasks: TaskRunner,
        now: Callable[[], datetime],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._today = today
        self.board = Board(visits, tasks, now, today(), self)
        self.unplanned, self.day, self.map = Unplanned(), DayView(now, today), RouteMap()
        self.lanes, self.head = self.day.lanes, self.day.head
        self.details, self.better = Details(), BetterCard()
        self.along = TakingAlong(sheets, tasks, self)
        self.visiting = Visiting(visits, tasks, self.unplanned, self)
        self.safety = Safety(safety, agents, tasks, self.unplanned, self.meant, today, self)
        self._dragging = Dragging(self.board, self.lanes, self.unplanned, now, self)
        self._opened: Visit | None = None
        self._meant: UUID | None = None
        self._awaited: UUID | None = None
        self._side = QWidget()
        self._lay_out()
        self._connect()
        self._clock = QTimer(self, interval=_TICK_MS)
        self._clock.timeout.connect(self.day.tick)
        self._clock.start()
        self.follow_theme()
        self._show(self.board.now())

    def _lay_out(self) -> None:
        side = column(self.map, hairline(), self.details, self.better, gap=0)
        side.setStretch(2, 1)
        side.setStretch(3, 1)
        self._side.setLayout(side)
        whole = row(self.unplanned, hairline(True), self.day, hairline(True), self._side, gap=0)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        board = self.board
        board.changed.connect(self._show)
        board.done.connect(self._on_done)
        self.unplanned.wanted.connect(board.begin_placing)
        self.unplanned.given_up.connect(board.stop_placing)
        self.unplanned.place_chosen.connect(board.choose_place)
        self.unplanned.dropped.connect(self._drop)
        self.unplanned.chosen.connect(self._on_unplanned_chosen)
        self.lanes.chosen.connect(self._on_lane_chosen)
        self.lanes.opened.connect(self._open)
        self.lanes.place_chosen.connect(board.choose_place)
        self.lanes.dropped.connect(self._drop)
        self.map.picked.connect(self._on_picked)
        self.details.pressed.connect(self._press)
        self.details.open_wanted.connect(self._open_meant)
        self.better.applied.connect(self._apply)
        self.better.left.connect(self._leave_better)
        self.head.previous.connect(self._day_before)
        self.head.following.connect(self._day_after)
        self.head.today.connect(self._go_today)
        self.head.optimise.connect(board.optimise)
        self.along.told.connect(self.details.say)
        self.visiting.told.connect(self.details.say)
        self.visiting.opened.connect(self._on_opened)
        self.visiting.changed.connect(board.load)
        self.details.notes.end_wanted.connect(self.safety.end)
        self.safety.told.connect(self.details.say)
        self.safety.read_out.connect(self._on_notes)
        self.safety.allowed.connect(self._show_meant)
        self.safety.changed.connect(board.load)

    # What every panel is

    def slots(self) -> Mapping[str, Callable[[], object]]:
        return {
            "visit_unplanned": self._to_unplanned,
            "visit_lanes": self.day.focus_lanes,
            "visit_previous_day": self._day_before,
            "visit_today": self._go_today,
            "visit_next_day": self._day_after,
            "visit_place": self._place,
            "visit_unplan": self._unplan,
            "visit_optimise": self.board.optimise,
            "visit_forward": self._forward,
            "visit_safety": self.safety.read,
            "visit_warn": self.safety.write,
            "visit_end_safety": self.details.notes.to_end,
            "visit_outcome": self._ask_outcome,
            "visit_follow_up": self._follow_up,
            "visit_navigate": self._navigate,
            "visit_sheet": partial(self._take_along, "pdf"),
            "visit_calendar": partial(self._take_along, "ics"),
        }

    def why_not(self, name: str) -> str:
        if name in possible.ALWAYS or name in self._possible():
            return ""
        return self.tr("choose a visit first")

    def come_forward(self) -> None:
        self.safety.learn()
        self.board.load()

    def cover(self) -> None:
        """Nobody is at the desk: what was opened, and what was read of safety notes, is not in sight any more."""
        self._opened = None
        self.details.show_notes(())
        self.visiting.put_away()
        self.safety.put_away()
        self._show_meant()

    def home(self) -> QWidget:
        return self.lanes

    def later(self) -> bool:
        shown = self.board.now()
        if self.visiting.put_away() or self.safety.put_away():
            return True
        if shown.better is not None:
            self._leave_better()
        elif shown.placing is not None:
            self.board.stop_placing()
        else:
            return False
        return True

    def restyle(self) -> None:
        width = self.width()
        self.unplanned.setFixedWidth(min(theme.px(UNPLANNED), max(theme.px(120), round(width * _MOST))))
        self._side.setFixedWidth(min(theme.px(SIDE), max(theme.px(120), round(width * _MOST))))
        self.map.setFixedHeight(min(theme.px(230), max(120, round(self.height() * 0.3))))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()

    # Showing

    @Slot(object)
    def _show(self, shown: Shown) -> None:
        self.waiting.emit(len(shown.unplanned))
        self.day.show_board(shown)
        self.unplanned.show_board(shown)
        self.better.show_better(shown.better, is_busy=shown.is_busy)
        self.details.setVisible(shown.better is None)
        self._show_meant()

    @Slot()
    def _show_meant(self) -> None:
        shown = self.board.now()
        if self._awaited is not None and not shown.is_loading and shown.visit(self._awaited) is not None:
            self._meant, self._opened, self._awaited = self._awaited, None, None
            self.lanes.choose_visit(self._meant)
        visit = shown.visit(self._meant)
        if visit is None:
            self._meant = None
        whole = self._opened if self._opened is not None and visit is not None and self._opened.id == visit.id else None
        if whole is not None and visit is not None and whole.state is not visit.state:
            whole = self._opened = None  # something was done to it: what was opened is old
        lane = self.lanes.lane()
        day = shown.days[lane] if 0 <= lane < len(shown.days) else None
        if visit is not None:
            self.details.show_visit(whole or visit, is_whole=whole is not None)
        else:
            self.details.show_day(day)
        self.details.set_possible(frozenset(self._possible()), possible.forward_words(visit))
        self.map.show_routes(*routes_of(shown, lane), self._meant)

    def meant(self) -> Visit | None:
        """The visit that is meant: in the day, or in the list at the left."""
        return self.board.now().visit(self._meant)

    def _possible(self) -> frozenset[str]:
        return possible.of(
            self.meant(),
            has_day=self.lanes.lane() >= 0,
            may_warn=self.safety.may_write,
            has_read=bool(self.details.notes.buttons),
        )

    @Slot(object)
    def _on_done(self, visit: Visit) -> None:
        """What was planned is what is meant now, on the day where it stands, as soon as that is read."""
        self._awaited = visit.id
        if visit.state is VisitState.PLANNED and visit.starts_at is not None:
            self.board.go(formatting.local(visit.starts_at).date())
            self.day.focus_lanes()

    # Meaning a visit

    def _mean(self, visit_id: UUID | None) -> None:
        if visit_id != self._meant:
            self._meant, self._opened = visit_id, None
            self.details.say("")
        if visit_id is not None:
            self.lanes.choose_visit(visit_id)
        self._show_meant()

    @Slot(object)
    def _on_unplanned_chosen(self, visit_id: UUID | None) -> None:
        if visit_id is not None and self.unplanned.list.hasFocus():
            self._mean(visit_id)

    @Slot()
    def _on_lane_chosen(self) -> None:
        visit_id = self.lanes.visit_id()
        if visit_id != self._meant:
            self._meant, self._opened = visit_id, None
            self.details.say("")
        self._show_meant()

    @Slot(object)
    def _on_picked(self, visit_id: UUID) -> None:
        self._mean(visit_id)

    @Slot()
    def _open_meant(self) -> None:
        if self._meant is not None:
            self._open(self._meant)

    @Slot(object)
    def _open(self, visit_id: UUID) -> None:
        """All of it, numbers and notes too; who opened it is written down."""
        self._mean(visit_id)
        self.visiting.open(visit_id)

    @Slot(object)
    def _on_opened(self, visit: Visit) -> None:
        if visit.id == self._meant:
            self._opened = visit
            self._show_meant()

    @Slot(object, object)
    def _on_notes(self, visit_id: UUID, notes: tuple[SafetyNote, ...]) -> None:
        if visit_id == self._meant:
            self.details.show_notes(notes)
            self._show_meant()

    # Days

    def _go_by(self, days: int) -> None:
        self.board.go(self.board.now().on + timedelta(days=days))

    @Slot()
    def _day_before(self) -> None:
        self._go_by(-1)

    @Slot()
    def _day_after(self) -> None:
        self._go_by(1)

    @Slot()
    def _go_today(self) -> None:
        self.board.go(self._today())

    @Slot()
    def _to_unplanned(self) -> None:
        self.unplanned.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self.unplanned.visit_id() is None and self.board.now().unplanned:
            self.unplanned.list.choose(0)
        self._mean(self.unplanned.visit_id())

    # Placing

    @Slot()
    def _place(self) -> None:
        visit = self.meant()
        wanted = visit.id if visit is not None and visit.state in PLACEABLE else self.unplanned.visit_id()
        if wanted is not None:
            self.board.begin_placing(wanted)
            self.unplanned.places.show()  # what is not seen takes no focus
            self.unplanned.places.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _drop(self) -> None:
        self.board.drop()

    # Doing

    @Slot(str)
    def _press(self, name: str) -> None:
        self.slots()[name]()

    @Slot()
    def _unplan(self) -> None:
        visit = self.meant()
        if visit is not None and "visit_unplan" in self._possible():
            self.board.unplan(visit.id)

    @Slot()
    def _forward(self) -> None:
        visit = self.meant()
        if visit is not None:
            self.board.go_on(visit)

    @Slot()
    def _follow_up(self) -> None:
        visit = self.meant()
        if visit is not None and "visit_follow_up" in self._possible():
            self.visiting.follow_up(visit)

    @Slot()
    def _ask_outcome(self) -> None:
        visit = self.meant()
        if visit is not None and "visit_outcome" in self._possible():
            self.visiting.ask_outcome(visit)

    @Slot()
    def _navigate(self) -> None:
        visit = self.meant()
        if visit is not None and "visit_navigate" in self._possible():
            self.along.navigate(visit)

    def _take_along(self, kind: str) -> None:
        lane, shown = self.lanes.lane(), self.board.now()
        if 0 <= lane < len(shown.days):
            self.along.keep(shown.days[lane].worker, shown.on, kind)

    @Slot()
    def _apply(self) -> None:
        self.board.apply()

    @Slot()
    def _leave_better(self) -> None:
        self.board.leave_better()
        self.day.focus_lanes()
