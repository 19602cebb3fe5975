"""What a day at the counter came to, each figure with what it counts and of how many. Shows what it is handed."""

from dataclasses import dataclass
from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from kcc_desktop.domain.counter import FEWEST, CounterFigures
from kcc_desktop.ui.shared import formatting, theme
from kcc_desktop.ui.shared.basics import Layer, Text, column, row
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.flow import FlowLayout

_DAY = timedelta(days=1)
_MOST = 0.4  # of the height in which who waits stands too


@dataclass(frozen=True, slots=True)
class Figure:
    """`of`: of how many it is counted, in words; `formula`: how."""

    label: str
    value: str
    of: str
    formula: str


class Figures(Layer):
    """`day_wanted` carries the day to show; Left and Right go a day back and on, never past today.

    Up and Down scroll where there is no room for all.
    """

    day_wanted = Signal(object)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__("canvas")
        self.setAccessibleName(self.tr("Figures of the day"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._on: date | None = None
        self._today: date | None = None
        self.before = self._button("caret-left", self.tr("The day before"))
        self.after = self._button("caret-right", self.tr("The day after"))
        close = self._button("x", self.tr("Close"))
        self._title = Text("", strong=True, elided=True)
        self._norm_seconds = 0
        head = row(self._title, self.before, self.after, close, gap=theme.S)
        head.setStretch(0, 1)
        self._flow = FlowLayout(theme.S, theme.S)
        self._tiles = QWidget()
        self._tiles.setLayout(self._flow)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._tiles)
        self.setLayout(column(head, self._scroll, gap=theme.S, margins=(theme.M,)))
        self.before.clicked.connect(self.day_before)
        self.after.clicked.connect(self.day_after)
        close.clicked.connect(self.closed)
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as the tiles are, as long as who waits is seen below them; else they scroll."""
        parent = self.parentWidget()
        if parent is not None:
            wanted = self._flow.heightForWidth(self._scroll.viewport().width())
            self._scroll.setFixedHeight(min(wanted, int(parent.height() * _MOST)))

    def _button(self, icon: str, name: str) -> Button:
        return Button("", icon=icon, rank="quiet", height=theme.CONTROL_SMALL, name=name)

    @property
    def on(self) -> date | None:
        """The day that is shown."""
        return self._on

    def show_day(self, on: date, today: date, found: CounterFigures, norm_seconds: int) -> None:
        """Of `on`; what is counted of fewer than five says so instead."""
        self._on, self._today, self._norm_seconds = on, today, norm_seconds
        title = self.tr("today") if on == today else formatting.long_day(on)
        self._title.setText(self.tr("Figures: {day}").format(day=title))
        self.after.setEnabled(on < today)
        self._flow.clear()
        for figure in self.figures(found):
            self._flow.addWidget(_tile(figure))
        self.show()
        self._fit()

    def figures(self, found: CounterFigures) -> list[Figure]:
        """In the order in which they are read."""
        of_waits = self.tr("n = {number}").format(number=found.waited)
        of_all = self.tr("n = {number}").format(number=found.issued)
        of_expected = self.tr("n = {number}").format(number=found.expected)
        norm = self._norm_seconds // 60
        return [
            Figure(self.tr("Helped"), str(found.served), of_all, self.tr("Tickets of this day that were finished")),
            Figure(
                self.tr("Waited, typical"),
                self._time(found.median_wait, found.waited),
                of_waits,
                self.tr("Median of the time from ticket to first call, in minutes"),
            ),
            Figure(
                self.tr("Waited longest"),
                self._time(found.longest_wait, found.waited),
                of_waits,
                self.tr("Longest time from ticket to first call, in minutes"),
            ),
            Figure(
                self.tr("Within the norm"),
                self._share(found.within_norm, found.waited),
                of_waits,
                self.tr("Share that was called within {minutes} minutes").format(minutes=norm),
            ),
            Figure(
                self.tr("On time"),
                self._share(found.on_time, found.expected),
                of_expected,
                self.tr("Share of appointments called within five minutes of their time"),
            ),
            Figure(
                self.tr("Did not come"),
                str(found.no_show),
                of_all,
                self.tr("Tickets that were called and whose citizen was not there"),
            ),
            Figure(self.tr("Went away"), str(found.left), of_all, self.tr("Tickets whose citizen left without help")),
            Figure(
                self.tr("Without appointment"),
                str(found.walk_ins),
                of_all,
                self.tr("Tickets of who came without an appointment"),
            ),
        ]

    def _time(self, seconds: int | None, observed: int) -> str:
        return self.tr("too few") if seconds is None or observed < FEWEST else formatting.timer(seconds)

    def _share(self, share: float | None, observed: int) -> str:
        return self.tr("too few") if share is None or observed < FEWEST else f"{round(share * 100)} %"

    @Slot()
    def day_before(self) -> None:
        if self._on is not None:
            self.day_wanted.emit(self._on - _DAY)

    @Slot()
    def day_after(self) -> None:
        if self._on is not None and self._today is not None and self._on < self._today:
            self.day_wanted.emit(self._on + _DAY)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Left:
            self.day_before()
        elif event.key() == Qt.Key.Key_Right:
            self.day_after()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            bar = self._scroll.verticalScrollBar()
            step = bar.pageStep() // 2
            bar.setValue(bar.value() + (step if event.key() == Qt.Key.Key_Down else -step))
        else:
            super().keyPressEvent(event)


def _tile(figure: Figure) -> QWidget:
    tile = Layer(
        "surface",
        column(
            Text(figure.label, theme.CAPTION, tone="muted"),
            Text(figure.value, theme.LEAD, strong=True, figures=True),
            Text(figure.of, theme.CAPTION, tone="muted"),
            gap=0,
            margins=(theme.S,),
        ),
        f"{figure.label}: {figure.value}, {figure.of}",
    )
    tile.setToolTip(figure.formula)
    tile.setAccessibleDescription(figure.formula)
    return tile
