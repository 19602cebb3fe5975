"""Above the items: which list it is, how it stands, what of it is shown, and the two likeliest things to do."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from kcc_desktop.domain.work_lists import ListKind, Narrowing, WorkBoard, WorkList
from kcc_desktop.ui.shared import keys, theme
from kcc_desktop.ui.shared.basics import Badge, Paragraph, Restyled, Text, column, row
from kcc_desktop.ui.shared.buttons import Button, Chip
from kcc_desktop.ui.shared.cards import Message
from kcc_desktop.ui.shared.flow import FlowLayout
from kcc_desktop.ui.work import delegate, words

_NARROW = 700  # below this width at 100 % text the head stands in two lines


class Head(Restyled, QWidget):
    """`narrowed` carries the `Narrowing` that holds now."""

    narrowed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._title = Text("", theme.TITLE, strong=True, elided=True)
        self._summary = Text("", tone="muted", elided=True)
        self._late = Badge("", tone="over", icon="warning")
        self.take = Button(self.tr("Take"), icon="hand", keys=keys.shown("work_take"))
        self.next = Button(self.tr("Next"), icon="arrow-right", keys=keys.shown("work_next"))
        self.new = Button(self.tr("New work"), icon="plus", keys=keys.shown("work_new"), rank="quiet")
        self.chips = {
            narrowing: Chip(words.say(text), icon=icon, on=narrowing is Narrowing.ALL)
            for narrowing, (text, icon) in words.NARROWINGS.items()
        }
        flow = FlowLayout(theme.S, theme.S)
        for narrowing, chip in self.chips.items():
            chip.clicked.connect(partial(self.narrow, narrowing))
            flow.addWidget(chip)
        self._sorted = Text("", theme.CAPTION, tone="muted")
        self.said = Paragraph("", "near")
        self.said.hide()
        self._empty = Message("tray", "", "")
        self._empty.hide()
        names = column(self._title, self._summary, gap=0)
        actions = row(self._late, self.new, self.take, self.next, None, gap=theme.S)
        self._first = row(names, column(actions, gap=0), gap=theme.S)
        self._first.setStretch(0, 1)
        chips = row(flow, self._sorted, gap=theme.S)
        chips.setStretch(0, 1)
        said = column(self.said, self._empty, gap=theme.S)
        self.setLayout(column(self._first, chips, said, gap=theme.M, margins=(delegate.PAD, theme.L, delegate.PAD, 0)))
        self.follow_theme()

    def restyle(self) -> None:
        self._sorted.setFixedHeight(theme.grown(theme.CONTROL_SMALL, theme.CAPTION))
        is_narrow = self.width() * 100 < _NARROW * theme.text_scale()
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._first.setDirection(direction)
        self._sorted.setVisible(not is_narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()

    def narrowing(self) -> Narrowing:
        return next((one for one, chip in self.chips.items() if chip.isChecked()), Narrowing.ALL)

    def narrow(self, narrowing: Narrowing) -> None:
        """Show only these; exactly one chip is on."""
        for one, chip in self.chips.items():
            chip.setChecked(one is narrowing)
        self.narrowed.emit(narrowing)

    def show_list(self, wanted: WorkList, board: WorkBoard) -> None:
        counts = board.of(wanted)
        queue = next((one for one in board.queues if one.code == wanted.queue_code), None)
        self._title.setText(words.list_title(wanted, board.queues))
        self._summary.setText(words.summary(counts, queue))
        self._late.set_badge(words.WorkWords().past_norm(counts.over), "over", "warning")
        self._late.setVisible(counts.over > 0)
        is_night = wanted.kind is ListKind.NIGHT
        self._sorted.setText(self.tr("oldest first") if is_night else self.tr("sorted by norm"))
        for narrowing, chip in self.chips.items():
            chip.set_count(str(counts.of(narrowing)))

    def show_empty(self, is_empty: bool) -> None:
        """What is so in place of the items, and what to do."""
        if self.narrowing() is not Narrowing.ALL:
            title, why = self.tr("Nothing like this here"), self.tr("Show all, or choose another queue.")
        else:
            title, why = self.tr("Nothing waits here"), self.tr("Choose another queue, or next.")
        self._empty.set_message("check-circle", title, why)
        self._empty.setVisible(is_empty)

    def say(self, text: str, tone: str = "near") -> None:
        """A sentence above the items; "" for none."""
        self.said.set_text(text, tone)
        self.said.setVisible(bool(text))
