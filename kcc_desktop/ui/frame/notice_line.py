"""A line under the conversations: "digital product X is down", for as long as it is. Knows notices, changes none."""

from datetime import UTC, datetime
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kcc_desktop.domain.notices import Notice
from kcc_desktop.ui.shared import formatting, theme
from kcc_desktop.ui.shared.basics import Icon, Layer, Text, column, row
from kcc_desktop.ui.shared.buttons import Button

NOTICE_HEIGHT = 32


class _Line(QWidget):
    """One notice: what is down, since when, until when it is expected to be."""

    end_pressed = Signal(object)  # UUID

    def __init__(self, notice: Notice, now: datetime, *, may_end: bool) -> None:
        super().__init__()
        self._id: UUID = notice.id
        self._when = Text(self._times(notice, now), theme.CAPTION, tone="near", elided=True)
        self.trailing = row(gap=theme.S)
        text = Text(notice.text, strong=True, tone="near", elided=True)
        bar = row(Icon("warning", "near"), text, self._when, None)
        bar.addLayout(self.trailing)
        if may_end:
            name = self.tr("It works again: {text}").format(text=notice.text)
            end = Button(self.tr("It works again"), icon="check", rank="quiet", height=theme.CONTROL_SMALL, name=name)
            end.clicked.connect(self._on_end)
            self.trailing.addWidget(end)
        self.setLayout(bar)
        self.setAccessibleName(f"{notice.text}, {self._when.text()}")

    @Slot()
    def _on_end(self) -> None:
        self.end_pressed.emit(self._id)

    def _times(self, notice: Notice, now: datetime) -> str:
        since = self.tr("since {time}").format(time=formatting.moment(notice.since, now))
        if notice.until is None:
            return since
        until = self.tr("expected until {time}").format(time=formatting.moment(notice.until, now))
        return f"{since} · {until}"


class NoticeLine(Layer):
    """The newest notice; the others are counted and unfold with one key. Nothing is shown when there is none.

    `end_pressed` carries the id of one that is over; only who may end one has a button for it.
    """

    end_pressed = Signal(object)  # UUID

    def __init__(self) -> None:
        self._notices: list[Notice] = []
        self._unfolded = self._may_end = False
        self._lines: list[_Line] = []
        self._box: QVBoxLayout = column(gap=0, margins=(theme.L, 0, theme.S, 0))
        super().__init__("near", self._box)
        self.setAccessibleName(self.tr("Notices"))
        self.hide()

    def set_notices(self, notices: list[Notice]) -> None:
        """What every desk must know now, the newest first."""
        if notices != self._notices:
            self._notices = list(notices)
            self._unfolded = self._unfolded and len(notices) > 1
            self._build()

    def set_may_end(self, may: bool) -> None:
        """Whether this agent's role ends notices."""
        if may != self._may_end:
            self._may_end = may
            self._build()

    def notices(self) -> list[Notice]:
        """As shown."""
        return list(self._notices)

    @Slot()
    def _toggle(self) -> None:
        self._unfolded = not self._unfolded
        self._build()

    def _build(self) -> None:
        for old in self._lines:
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        now = datetime.now(UTC)
        shown = self._notices if self._unfolded else self._notices[:1]
        self._lines = [_Line(notice, now, may_end=self._may_end) for notice in shown]
        for line in self._lines:
            line.end_pressed.connect(self.end_pressed)
            self._box.addWidget(line)
        if len(self._notices) > 1:
            more = Button("", rank="quiet", height=theme.CONTROL_SMALL)
            more.setText(self.tr("show one") if self._unfolded else self.tr("and %n more", "", len(self._notices) - 1))
            more.set_icon("caret-up" if self._unfolded else "caret-down")
            more.clicked.connect(self._toggle)
            self._lines[0].trailing.addWidget(more)
        self.restyle()
        self.setVisible(bool(self._notices))

    def restyle(self) -> None:
        for line in self._lines:
            line.setFixedHeight(theme.grown(NOTICE_HEIGHT))
        self.setFixedHeight(theme.grown(NOTICE_HEIGHT) * max(1, len(self._lines)))
