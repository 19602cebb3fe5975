"""Which item of work this call is about, what becomes of it when it is finished, and that nobody picked up."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.ongoing import Ongoing, WorkRef
from kcc_desktop.ui.shared import formatting, keys, theme
from kcc_desktop.ui.shared.basics import Icon, Layer, Paragraph, Text, column, row
from kcc_desktop.ui.shared.buttons import Button, Segment, SegmentRow


class WorkCard(Layer):
    """`changed` carries the `WorkRef`; `not_reached` that nobody picked up."""

    changed = Signal(object)
    not_reached = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._ref: WorkRef | None = None
        super().__init__("well")
        self.setParent(parent)
        self.setAccessibleName(self.tr("You call about"))
        self._title = Paragraph("", strong=True)
        self._promised = Text("", theme.CAPTION, tone="muted", elided=True)
        self._end = SegmentRow(
            Segment(self.tr("Done after this"), icon="check", height=theme.CONTROL_SMALL, size=theme.CAPTION),
            Segment(self.tr("Stays open"), icon="clock", height=theme.CONTROL_SMALL, size=theme.CAPTION),
            name=self.tr("What becomes of it"),
        )
        self._end.chosen.connect(self._on_end)
        nobody = Button(
            self.tr("Not reached"),
            icon="phone-x",
            keys=keys.shown("not_reached"),
            rank="quiet",
            height=theme.CONTROL_SMALL,
        )
        nobody.clicked.connect(self.not_reached)
        words = column(Text(self.tr("You call about"), theme.CAPTION, tone="muted"), self._title, self._promised, gap=2)
        head = row(column(Icon("phone-outgoing", "brand"), None), words, gap=theme.S)
        head.setStretch(1, 1)
        self.setLayout(column(head, self._end, row(nobody, None), gap=theme.S, margins=(theme.M,)))
        self.hide()

    def show_ongoing(self, ongoing: Ongoing) -> None:
        self._ref = ref = ongoing.work
        self.setVisible(ref is not None)
        if ref is not None:
            self._title.set_text(ref.title)
            promised = self.tr("{reference} · promised {moment}")
            self._promised.setText(
                promised.format(reference=ref.reference, moment=formatting.promise_moment(ref.due_at))
            )
            self._end.choose(0 if ref.closes else 1)

    def _on_end(self, number: int) -> None:
        if self._ref is not None:
            self.changed.emit(self._ref.closing(number == 0))
