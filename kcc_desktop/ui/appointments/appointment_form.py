"""Plans an appointment beside the note: the first free time is there already, Enter books it."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.appointments import SlotTaken, UnlessReason
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.free_time import PartOfDay
from kcc_desktop.ui.appointments import words
from kcc_desktop.ui.appointments.plan import Plan
from kcc_desktop.ui.appointments.planning import Planning
from kcc_desktop.ui.shared import formatting, theme, times, wording
from kcc_desktop.ui.shared.basics import Icon, Layer, Paragraph, Text, column, row
from kcc_desktop.ui.shared.buttons import Button, Segment, SegmentRow
from kcc_desktop.ui.shared.rows import Row, row_list

_PARTS = tuple(PartOfDay)
_REASONS = tuple(UnlessReason)


class AppointmentForm(Layer):
    """Shows the `Planning`'s plan. `closed`: nothing is planned (any more), the hand goes back to the note."""

    closed = Signal()
    opened = Signal(bool)  # it needs the room, or gives it back

    def __init__(self, planning: Planning, parent: QWidget | None = None) -> None:
        super().__init__("well")
        self.setParent(parent)
        self.setAccessibleName(self.tr("Plan an appointment"))
        self._planning = planning
        self._is_open = False
        self._title = Text("", strong=True, elided=True)
        self._length = Text("", theme.CAPTION, tone="muted")
        away = Button("", icon="x", rank="quiet", height=theme.CONTROL_SMALL, name=self.tr("Plan nothing"))
        away.clicked.connect(self.close_form)
        self._fewer = Button("", icon="minus", height=theme.CONTROL_SMALL, name=self.tr("One person fewer"))
        self._more = Button("", icon="plus", height=theme.CONTROL_SMALL, name=self.tr("One person more"))
        self._persons = Text("")
        self._fewer.clicked.connect(self._on_fewer)
        self._more.clicked.connect(self._on_more)
        self._part = SegmentRow(
            *(Segment(times.part(one), height=theme.CONTROL_SMALL, size=theme.CAPTION) for one in _PARTS),
            name=self.tr("Part of the day"),
        )
        self._part.chosen.connect(self._on_part)
        self.times = row_list(self.tr("Free times"), [], compact=True)
        self.times.installEventFilter(self)
        self.times.clicked.connect(self._on_clicked)
        self._said = Paragraph("")
        self._why = Paragraph(self.tr("This can be done online. Why at the counter?"), strong=True)
        self._where = Text("", theme.CAPTION, tone="muted", elided=True)
        self.reasons = row_list(self.tr("Why at the counter"), [], compact=True)
        self.reasons.clicked.connect(self._on_reason_clicked)
        self._bring = Paragraph("", "muted", theme.CAPTION)
        self._held = Text("", theme.CAPTION, tone="muted", elided=True)
        self.book_button = Button(self.tr("Book"), icon="calendar-check", keys="↵", rank="primary", wide=True)
        self.book_button.clicked.connect(self.book)
        head = row(Icon("calendar-plus", "brand"), self._title, None, self._length, away, gap=theme.S)
        people = row(self._fewer, self._persons, self._more, None, gap=theme.S)
        self.setLayout(
            column(
                head,
                people,
                self._why,
                self.reasons,
                self._part,
                self._where,
                self.times,
                self._said,
                self._bring,
                self._held,
                self.book_button,
                gap=theme.S,
                margins=(theme.M,),
            )
        )
        planning.changed.connect(self._show)
        self._show(None)

    def begin(self) -> bool:
        """Open on the question in front; False when it names no product yet."""
        if not self._planning.begin():
            return False
        self.times.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    @Slot()
    def close_form(self) -> None:
        """Not while a booking is under way: it may have been done already."""
        if not self._planning.is_booking():
            self._planning.leave()

    def is_busy(self) -> bool:
        return self._planning.is_booking()

    @Slot()
    def book(self) -> None:
        if not self._planning.book() and self._planning.needs_reason():
            self.reasons.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _show(self, plan: Plan | None) -> None:
        if plan is None and self._has_focus():
            self.closed.emit()  # first: what is hidden gives the focus to the next button, and Enter would press it
        self.setVisible(plan is not None)
        if self._is_open != (plan is not None):
            self._is_open = plan is not None
            self.opened.emit(self._is_open)
        if plan is None:
            return
        say = words.PlannedWords()
        self._title.setText(plan.product)
        self._length.setText(say.minutes(plan.minutes) if plan.minutes else "")
        self._persons.setText(say.persons(plan.persons))
        self._fewer.setEnabled(plan.persons > 1)
        self._more.setEnabled(plan.facts is not None and plan.persons < plan.facts.most_persons)
        self._part.choose(_PARTS.index(plan.part))
        self.times.set_rows(self._time_rows(plan))
        if not plan.offers and self.times.hasFocus():
            self._part.segments()[self._part.index()].setFocus(Qt.FocusReason.OtherFocusReason)
        self.times.setVisible(bool(plan.offers))
        if plan.offers:
            self.times.choose(plan.chosen)
        self._say(plan)
        needs = self._planning.needs_reason()
        self._why.setVisible(needs)
        self.reasons.setVisible(needs)
        if needs:
            self.reasons.set_rows(
                [Row(words.reason(one), keys=str(number), key=one) for number, one in enumerate(_REASONS, 1)]
            )
        bring = plan.facts.bring if plan.facts is not None else ()
        self._bring.set_text(self.tr("Bring: {things}").format(things="; ".join(bring)) if bring else "")
        self._bring.setVisible(bool(bring))
        held = plan.held
        until = formatting.time(held.expires_at) if held is not None and held.expires_at is not None else ""
        self._held.setText(self.tr("Kept for you until {time}").format(time=until) if until else "")
        self.book_button.setEnabled(held is not None and not plan.is_booking and not needs)

    def _has_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _time_rows(self, plan: Plan) -> list[Row]:
        """Where, on each line, only when it differs."""
        places = {offer.location for offer in plan.offers}
        self._where.setText(places.pop() if len(places) == 1 else "")
        self._where.setVisible(bool(self._where.text()))
        return [times.offer_row(offer, with_place=not self._where.text()) for offer in plan.offers]

    def _say(self, plan: Plan) -> None:
        """Looking, nothing free, taken by somebody, or an outage: one sentence in the place of the list."""
        text, tone = "", "muted"
        if plan.is_looking:
            text = self.tr("Looking for a time …")
        elif isinstance(plan.problem, SlotTaken):
            text, tone = self.tr("A colleague just took that time. These are the nearest."), "near"
        elif isinstance(plan.problem, Refusal | Outage):
            title, why = wording.sentence(plan.problem)
            text, tone = f"{title}. {why}" if why else title, "over"
        elif plan.problem is not None:
            text, tone = self.tr("This went wrong. What you typed is kept. Try again."), "over"
        self._said.set_text(text, tone)
        self._said.setVisible(bool(text))

    # Keys: they are this list's, so that a letter in the note stays a letter

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.times and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        key, plan = event.key(), self._planning.plan()
        if plan is None:
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.book()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._planning.choose(plan.chosen + (1 if key == Qt.Key.Key_Down else -1))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._on_more()
        elif key == Qt.Key.Key_Minus:
            self._on_fewer()
        elif event.text().isdecimal() and self._planning.needs_reason() and 0 < int(event.text()) <= len(_REASONS):
            self._planning.set_unless(_REASONS[int(event.text()) - 1])
        else:
            return False
        return True

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._planning.choose(index.row())

    @Slot(QModelIndex)
    def _on_reason_clicked(self, index: QModelIndex) -> None:
        self._planning.set_unless(_REASONS[index.row()])
        self.times.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _on_part(self, number: int) -> None:
        self._planning.set_part(_PARTS[number])

    @Slot()
    def _on_more(self) -> None:
        plan = self._planning.plan()
        if plan is not None:
            self._planning.set_persons(plan.persons + 1)

    @Slot()
    def _on_fewer(self) -> None:
        plan = self._planning.plan()
        if plan is not None:
            self._planning.set_persons(plan.persons - 1)
