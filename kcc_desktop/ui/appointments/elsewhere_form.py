"""Plans an appointment in the town's other calendar, beside the note: the same card and keys as for our own.

What is different is said: that calendar holds no time while somebody talks, and wants to know things.
"""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.appointment_door import TimeElsewhere, WrongBooking
from kcc_desktop.domain.bookings_elsewhere import TimeGone
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.free_time import PartOfDay
from kcc_desktop.ui.appointments.elsewhere_plan import ElsewherePlan
from kcc_desktop.ui.appointments.elsewhere_planning import ElsewherePlanning
from kcc_desktop.ui.appointments.given_part import GivenPart
from kcc_desktop.ui.shared import elsewhere_words, formatting, theme, times, wording
from kcc_desktop.ui.shared.basics import Icon, Layer, Paragraph, Text, column, row
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.rows import Row, row_list
from kcc_desktop.ui.shared.segments import Segment, SegmentRow

_PARTS = tuple(PartOfDay)


class ElsewhereForm(Layer):
    """Shows the `ElsewherePlanning`'s plan. `closed`: nothing is planned (any more), the hand goes back to the note."""

    closed = Signal()
    opened = Signal(bool)  # it needs the room, or gives it back

    def __init__(self, planning: ElsewherePlanning, parent: QWidget | None = None) -> None:
        super().__init__("well")
        self.setParent(parent)
        self.setAccessibleName(self.tr("Plan an appointment"))
        self._planning = planning
        self._system = elsewhere_words.system(planning.system())
        self._is_open = False
        self._title = Text("", strong=True, elided=True)
        away = Button("", icon="x", rank="quiet", height=theme.CONTROL_SMALL, name=self.tr("Plan nothing"))
        away.clicked.connect(self.close_form)
        self.part = SegmentRow(
            *(Segment(times.part(one), height=theme.CONTROL_SMALL, size=theme.CAPTION) for one in _PARTS),
            name=self.tr("Part of the day"),
        )
        self.part.chosen.connect(self._on_part)
        self._which = Paragraph("", strong=True)
        self._where = Text("", theme.CAPTION, tone="muted", elided=True)
        self.times = row_list(self.tr("Free times"), [], compact=True)
        self.times.installEventFilter(self)
        self.times.clicked.connect(self._on_clicked)
        self._said = Paragraph("")
        self.given = GivenPart(planning)
        self.given.entered.connect(self.book)
        self._holds = Paragraph("", "muted", theme.CAPTION)
        self.book_button = Button(self.tr("Book"), icon="calendar-check", keys="↵", rank="primary", wide=True)
        self.book_button.clicked.connect(self.book)
        self._bring = Paragraph("", "muted", theme.CAPTION)
        head = row(Icon("calendar-plus", "brand"), self._title, None, away, gap=theme.S)
        self.setLayout(
            column(
                head,
                self._said,
                self._which,
                self.part,
                self._where,
                self.times,
                self.given,
                self._holds,
                self.book_button,
                self._bring,
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
        plan = self._planning.plan()
        if not self._planning.book() and plan is not None and plan.is_missing():
            self.given.focus_missing()

    @Slot(object)
    def _show(self, plan: ElsewherePlan | None) -> None:
        if plan is None and self._has_focus():
            self.closed.emit()  # first: what is hidden gives the focus to the next button, and Enter would press it
        self.setVisible(plan is not None)
        if self._is_open != (plan is not None):
            self._is_open = plan is not None
            self.opened.emit(self._is_open)
        if plan is None:
            return
        self._title.setText(plan.product)
        self.part.choose(_PARTS.index(plan.part))
        self.part.setVisible(not plan.asks_product)
        self._which.set_text(wording.fill(self.tr("What is this called in {system}?"), system=self._system))
        self._which.setVisible(plan.asks_product)
        self.times.set_rows(self._rows(plan))
        self.times.setVisible(plan.on_offer > 0)
        if plan.on_offer:
            self.times.choose(plan.chosen)
        elif self.times.hasFocus() and not plan.is_looking:
            self.part.segments()[self.part.index()].setFocus(Qt.FocusReason.OtherFocusReason)
        self._say(plan)
        self.given.show_plan(plan)
        self._tell(plan)

    def _has_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _rows(self, plan: ElsewherePlan) -> list[Row]:
        """Times, with where on each line only when it differs; or the calendar's products."""
        places = {one.location for one in plan.times}
        where = places.pop() if len(places) == 1 and not plan.asks_product else ""
        self._where.setText(where)
        self._where.setVisible(bool(where))
        if plan.asks_product:
            return [Row(name, icon="tag", key=key) for key, name in plan.products]
        return [_time_row(one, with_place=not where) for one in plan.times]

    def _say(self, plan: ElsewherePlan) -> None:
        """Looking, booking, nothing free, gone meanwhile, maybe booked, or an outage: one sentence."""
        text, tone, problem = "", "muted", plan.problem
        if plan.is_looking:
            text = wording.fill(self.tr("Looking in {system} …"), system=self._system)
        elif plan.is_booking:
            text = wording.fill(self.tr("Booking in {system} …"), system=self._system)
        elif plan.is_unsure and not (isinstance(problem, WrongBooking)):
            text = self.tr("Maybe booked: look in {system} first. It is on the timeline; nothing is asked for again.")
            text, tone = wording.fill(text, system=self._system), "over"
        elif isinstance(problem, TimeGone):
            text, tone = self.tr("Somebody just took that time. These are the first that are left."), "near"
        elif isinstance(problem, Refusal | Outage):
            text, tone = wording.sentences(*wording.sentence(problem)), "over"
        self._said.set_text(text, tone)
        self._said.setVisible(bool(text))

    def _tell(self, plan: ElsewherePlan) -> None:
        """What is not held, what to bring, and whether it can be booked."""
        is_ready = plan.has_choice and not plan.is_looking and not plan.is_booking and not plan.is_unsure
        holds = self.tr("{system} keeps no time for you: it is yours when it is booked.")
        self._holds.set_text(wording.fill(holds, system=self._system))
        self._holds.setVisible(plan.time is not None and not plan.is_unsure)
        bring = plan.found.product.bring if plan.found is not None and plan.found.product is not None else ""
        self._bring.set_text(wording.fill(self.tr("Bring: {things}"), things=bring))
        self._bring.setVisible(bool(bring))
        self.book_button.setText(self.tr("This is it") if plan.asks_product else self.tr("Book"))
        self.book_button.setEnabled(is_ready)

    # Keys: they are this list's, so that a letter in the note stays a letter

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.times and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        key, plan = Qt.Key(event.key()), self._planning.plan()
        if plan is None or event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.book()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._planning.choose(plan.chosen + (1 if key == Qt.Key.Key_Down else -1))
        else:
            return False
        return True

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._planning.choose(index.row())

    @Slot(int)
    def _on_part(self, number: int) -> None:
        plan = self._planning.plan()
        if plan is not None:
            self._planning.change(plan.at(_PARTS[number]))


def _time_row(one: TimeElsewhere, *, with_place: bool) -> Row:
    """ "wo 4 mrt 14:00", and where below it."""
    when = f"{formatting.day(one.starts_at)} {formatting.time(one.starts_at)}"
    return Row(when, detail=one.location if with_place else "", icon="clock", key=(one.location_id, one.starts_at))
