"""The head of the panel: which day, how much is in it, and the way to other days."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from kcc_desktop.ui.shared import formatting, keys, theme
from kcc_desktop.ui.shared import visit_words as words
from kcc_desktop.ui.shared.basics import Paragraph, Text, column, row
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.visits.board import Shown

_BESIDE = 600  # at 100 % text: so wide that the day and the buttons have room beside each other


class DayHead(QWidget):
    previous = Signal()
    today = Signal()
    following = Signal()
    optimise = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = Text("", theme.TITLE, strong=True, elided=True)
        self._sum = Text("", theme.CAPTION, tone="muted", elided=True)
        self._problem = Paragraph("", "over")
        self._better = Button(
            self.tr("Better order"), icon="path", keys=keys.shown("visit_optimise"), name=keys.title("visit_optimise")
        )
        before = Button("", icon="caret-left", name=keys.title("visit_previous_day"))
        self._now = Button(self.tr("Today"), keys=keys.shown("visit_today"))
        after = Button("", icon="caret-right", name=keys.title("visit_next_day"))
        before.clicked.connect(self.previous)
        self._now.clicked.connect(self.today)
        after.clicked.connect(self.following)
        self._better.clicked.connect(self.optimise)
        named = column(self._day, self._sum, gap=0)
        self._line = row(named, row(self._better, before, self._now, after, gap=theme.S), gap=theme.S)
        self._line.setStretch(0, 1)
        self.setLayout(column(self._line, self._problem, gap=theme.XS, margins=(theme.XL, theme.M, theme.L, theme.M)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With large text the buttons stand below the day."""
        super().resizeEvent(event)
        is_narrow = self.width() < theme.px(_BESIDE)
        self._line.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)

    def take_focus(self) -> None:
        """When nothing of the day is there to have it."""
        self._now.setFocus(Qt.FocusReason.OtherFocusReason)

    def has_focus_or_nobody(self) -> bool:
        """Whether nothing else has it that the hand is at."""
        focused = self.window().focusWidget()
        return focused is None or focused is self._now or not focused.isVisible()

    def show_board(self, shown: Shown, today_is: date, problem: str, tone: str) -> None:
        """`problem`: what was refused or is away, said below the day."""
        day = formatting.long_day(shown.on, today_is)
        is_today = shown.on == today_is
        self._day.setText(self.tr("Today · {day}").format(day=day) if is_today else day[:1].upper() + day[1:])
        say = words.VisitWords()
        count = sum(not stop.is_hold and not stop.is_second for one in shown.days for stop in one.stops)
        driving = sum(one.driving_minutes for one in shown.days)
        parts = [say.visitors(len(shown.days)), say.visits(count), say.driving(driving)] if shown.days else []
        if shown.read_at is not None and tone == "near":
            parts.append(self.tr("as of {time}").format(time=formatting.time(shown.read_at)))
        self._sum.setText(" · ".join(parts))
        self._problem.set_text(problem, tone or "over")
        self._problem.setVisible(bool(problem))
        self._better.setEnabled(bool(shown.days) and not shown.is_busy)
        self._better.setText(
            self.tr("Looking …") if shown.is_busy and shown.better is None else self.tr("Better order")
        )
