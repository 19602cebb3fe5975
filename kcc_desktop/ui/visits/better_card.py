"""A better order of the day, before anybody applies it: what it saves, what moves, and what does not fit, with why."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from kcc_desktop.domain.quanta import instant_of
from kcc_desktop.domain.visit_days import WHY_NOT_LABELS, BetterDay, LeftAsItWas, PlannedStop
from kcc_desktop.ui.shared import formatting, theme
from kcc_desktop.ui.shared import visit_words as words
from kcc_desktop.ui.shared.basics import Layer, Paragraph, Text, column, heading, row
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.labels import of_labels
from kcc_desktop.ui.shared.rows import Row, row_list


class BetterCard(Layer):
    """Enter applies, Escape leaves the day as it is."""

    applied = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("surface")
        self.setParent(parent)
        self.setAccessibleName(self.tr("A better order"))
        self._saves = Paragraph("", size=theme.LEAD, strong=True)
        self._moves = Paragraph("", "muted")
        self.moved = row_list(self.tr("What moves"), [], compact=True)
        self._stay = Text(self.tr("What stays where it is"), strong=True, elided=True)
        self._why = Text("", theme.CAPTION, tone="muted", elided=True)
        self.stays = row_list(self.tr("What stays where it is"), [], compact=True)
        self.apply_button = Button(self.tr("Apply"), icon="check", keys="↵", rank="primary", wide=True)
        self.apply_button.clicked.connect(self.applied)
        leave = Button(self.tr("Leave it"), keys="Esc", wide=True)
        leave.clicked.connect(self.left)
        inside = QWidget()
        parts = (self._saves, self._moves, self.moved, self._stay, self.stays, self._why, None)
        inside.setLayout(column(*parts, gap=theme.S, margins=(theme.L, 0, theme.L, 0)))
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        head, foot = heading(self.tr("A better order")), row(leave, self.apply_button, gap=theme.S)
        head.setContentsMargins(theme.L, theme.L, theme.L, 0)
        foot.setContentsMargins(theme.L, 0, theme.L, theme.L)
        whole = column(head, area, foot, gap=theme.S)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.hide()

    def show_better(self, better: BetterDay | None, *, is_busy: bool = False) -> None:
        was_hidden = self.isHidden()
        self.setVisible(better is not None)
        if better is None:
            return
        say = words.VisitWords()
        self._saves.set_text(
            self.tr("{now} becomes {later}").format(
                now=say.driving(better.driving_minutes_now), later=say.driving(better.driving_minutes)
            )
        )
        moved = better.moved
        added = sum(stop.was_quantum is None for stop in moved)
        parts = [say.added(added)] if added else []
        parts += [say.moved(len(moved) - added)] if len(moved) > added else []
        self._moves.set_text("\n".join(parts) if parts else self.tr("This day cannot be better."))
        self.moved.set_rows([_moved(stop) for stop in moved])
        self.moved.setVisible(bool(moved))
        self.stays.set_rows([_stays(one) for one in better.left])
        self._stay.setVisible(bool(better.left))
        self.stays.setVisible(bool(better.left))
        self._why.setText(say.left(len(better.left)) if better.left else self.tr("Everything fits."))
        self.apply_button.setEnabled(bool(moved) and not is_busy)
        if was_hidden:
            self.apply_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not event.modifiers():
            self._leave()
            return
        super().keyPressEvent(event)

    @Slot()
    def _leave(self) -> None:
        self.left.emit()


def _moved(stop: PlannedStop) -> Row:
    when = formatting.time(instant_of(stop.quantum))
    title = f"{' '.join(stop.reference)} · {when} {stop.worker}"
    return Row(title, detail=_before(stop), icon="arrow-right", key=stop.visit_id)


def _before(stop: PlannedStop) -> str:
    if stop.was_quantum is None:
        return words.was_unplanned()
    return words.was_at(formatting.time(instant_of(stop.was_quantum)), stop.was_worker_id != stop.worker_id)


def _stays(one: LeftAsItWas) -> Row:
    why = of_labels(WHY_NOT_LABELS[one.why])
    return Row(" ".join(one.reference), detail=why, icon="warning", icon_tone="near", key=one.visit_id)
