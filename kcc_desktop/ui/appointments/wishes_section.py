"""What somebody wishes besides the product: part of the day, days, help with online, an interpreter."""

from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.free_time import PartOfDay
from kcc_desktop.ui.appointments.plan import Plan
from kcc_desktop.ui.appointments.planning import Planning
from kcc_desktop.ui.shared import formatting, theme, times
from kcc_desktop.ui.shared.basics import column, row
from kcc_desktop.ui.shared.buttons import Chip
from kcc_desktop.ui.shared.segments import Segment, SegmentRow

_PARTS = tuple(PartOfDay)
WORKDAYS = 5


class WishesSection(QWidget):
    """The part of the day always; the rest when somebody asks for it (`unfold`), or wished for it."""

    def __init__(self, planning: Planning, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._planning = planning
        self.part = SegmentRow(
            *(Segment(times.part(one), height=theme.CONTROL_SMALL, size=theme.CAPTION) for one in _PARTS),
            name=self.tr("Part of the day"),
        )
        self.part.chosen.connect(self._on_part)
        self.days = [
            Chip(formatting.weekday(number), name=formatting.weekday(number, is_long=True))
            for number in range(WORKDAYS)
        ]
        for number, chip in enumerate(self.days):
            chip.clicked.connect(partial(self._on_day, number))
        self.help = Chip(self.tr("Help with online"), icon="lifebuoy", keys="H")
        self.interpreter = Chip(self.tr("Interpreter"), icon="translate", keys="T")
        self.help.clicked.connect(self.toggle_help)
        self.interpreter.clicked.connect(self.toggle_interpreter)
        self._more = QWidget()
        self._more.setLayout(
            column(row(*self.days, None, gap=theme.XS), row(self.help, self.interpreter, None, gap=theme.XS), gap=6)
        )
        self._more.hide()
        self.setLayout(column(self.part, self._more, gap=6))

    def show_plan(self, plan: Plan) -> None:
        self.part.choose(_PARTS.index(plan.part))
        for number, chip in enumerate(self.days):
            chip.setChecked(number in plan.weekdays)
        self.help.setChecked(plan.help)
        self.interpreter.setChecked(plan.interpreter)
        if plan.weekdays or plan.help or plan.interpreter:
            self._more.show()

    def fold(self) -> None:
        self._more.hide()

    def unfold(self) -> None:
        """Show the rest, with the hand on the days."""
        self._more.show()
        self.days[0].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def toggle_help(self) -> None:
        plan = self._planning.plan()
        if plan is not None:
            self._planning.change(plan.toggled(help_wanted=True))

    @Slot()
    def toggle_interpreter(self) -> None:
        plan = self._planning.plan()
        if plan is not None:
            self._planning.change(plan.toggled(interpreter=True))

    @Slot(int)
    def _on_part(self, number: int) -> None:
        plan = self._planning.plan()
        if plan is not None:
            self._planning.change(plan.at(_PARTS[number]))

    def _on_day(self, number: int) -> None:
        plan = self._planning.plan()
        if plan is not None:
            self._planning.change(plan.toggled(weekday=number))
