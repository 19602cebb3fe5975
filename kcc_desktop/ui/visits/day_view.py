"""The day in the middle of the panel: its head, the lanes, and what stands there when there are none."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.ui.shared import theme, wording
from kcc_desktop.ui.shared.basics import column, hairline
from kcc_desktop.ui.shared.cards import Message, Skeleton
from kcc_desktop.ui.visits.board import Shown
from kcc_desktop.ui.visits.head import DayHead
from kcc_desktop.ui.visits.lane_items import places_of
from kcc_desktop.ui.visits.lanes import LaneArea, Lanes


class DayView(QWidget):
    def __init__(self, now: Callable[[], datetime], today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now, self._today = now, today
        self.head, self.lanes = DayHead(), Lanes()
        self._area = LaneArea(self.lanes)
        self._nobody = Message("car-simple", self.tr("Nobody goes out on this day"), self.tr("Choose another day."))
        self._loading = Skeleton(5)
        self._states = QWidget()
        self._states.setLayout(column(self._nobody, self._loading, None, margins=(theme.XL,)))
        box = column(self.head, hairline(), self._area, self._states, gap=0)
        box.setStretch(2, 1)
        self.setLayout(box)

    def show_board(self, shown: Shown) -> None:
        self.lanes.show_days(shown.days, shown.on, self._now())
        self.lanes.show_places(places_of(shown.days, shown.places, shown.on), shown.place)
        problem, tone = "", ""
        if isinstance(shown.problem, Refusal | Outage) and shown.placing is None:
            problem = wording.sentences(*wording.sentence(shown.problem))
            tone = "near" if isinstance(shown.problem, Outage) else "over"
        self.head.show_board(shown, self._today(), problem, tone)
        self._show_states(shown)

    @Slot()
    def focus_lanes(self) -> None:
        self.lanes.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def tick(self) -> None:
        """The clock line moves on."""
        self.lanes.set_now(self._now())

    def _show_states(self, shown: Shown) -> None:
        """The lanes stay while another day is read; what is hidden would give the focus to anything."""
        is_first = shown.read_at is None and shown.is_loading and not self._area.isVisible()
        has_days = bool(shown.days) or (shown.is_loading and not is_first)
        was_there = not self._area.isHidden()
        if not has_days and self.lanes.hasFocus():
            self.head.take_focus()
        self._loading.setVisible(is_first)
        self._nobody.setVisible(not has_days and not is_first and not isinstance(shown.problem, Outage))
        self._states.setVisible(not has_days)
        self._area.setVisible(has_days)
        if has_days and not was_there and self.isVisible() and self.head.has_focus_or_nobody():
            self.focus_lanes()
