"""The head of the panel: which day, how much is in it, and the way to other days."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kcc_desktop.ui.shared import formatting, keys, theme
from kcc_desktop.ui.shared import visit_words as words
from kcc_desktop.ui.shared.basics import Paragraph, Text, column, row
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.visits.board import Shown


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
        words_ = column(self._day, self._sum, gap=0)
        line = row(words_, self._better, before, self._now, after, gap=theme.S)
        line.setStretch(0, 1)
        self.setLayout(column(line, self._problem, gap=theme.XS, margins=(theme.XL, theme.M, theme.L, theme.M)))

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
