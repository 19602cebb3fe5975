"""Plans an appointment beside the note: the first free time is there already, Enter books it."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.appointments import SlotTaken
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.ui.appointments import words
from kcc_desktop.ui.appointments.people_section import PeopleSection
from kcc_desktop.ui.appointments.plan import Plan
from kcc_desktop.ui.appointments.planning import Planning
from kcc_desktop.ui.appointments.wishes_section import WishesSection
from kcc_desktop.ui.shared import formatting, theme, times, wording
from kcc_desktop.ui.shared.basics import Icon, Layer, Paragraph, Text, column, row
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.rows import Row, row_list

_MOST_ELSEWHERE = 2


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
        self.people = PeopleSection(planning)
        self.people.left.connect(self._on_people_left)
        self.wishes = WishesSection(planning)
        self.times = row_list(self.tr("Free times"), [], compact=True)
        self.times.installEventFilter(self)
        self.times.clicked.connect(self._on_clicked)
        self._said = Paragraph("")
        self._elsewhere = Paragraph("", "near", theme.CAPTION)
        self._why = Paragraph("", strong=True)
        self._where = Text("", theme.CAPTION, tone="muted", elided=True)
        self.reasons = row_list(self.tr("What is the answer?"), [], compact=True)
        self.reasons.clicked.connect(self._on_answer_clicked)
        self._bring = Paragraph("", "muted", theme.CAPTION)
        self._held = Text("", theme.CAPTION, tone="muted", elided=True)
        self._longer = Button(self.tr("Longer"), keys="E", rank="quiet", height=theme.CONTROL_SMALL)
        self._longer.set_name(self.tr("Keep the time ten minutes more"))
        self._longer.clicked.connect(planning.extend)
        self.book_button = Button(self.tr("Book"), icon="calendar-check", keys="↵", rank="primary", wide=True)
        self.book_button.clicked.connect(self.book)
        head = row(Icon("calendar-plus", "brand"), self._title, None, self._length, away, gap=theme.S)
        self._keeping = QWidget()
        self._keeping.setLayout(row(self._held, None, self._longer, gap=theme.S))
        self.setLayout(
            column(
                head,
                self.people,
                self._why,
                self.reasons,
                self.wishes,
                self._where,
                self.times,
                self._elsewhere,
                self._said,
                self._keeping,
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
        if not self._planning.book() and plan is not None and plan.asking() is not None:
            self.reasons.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _show(self, plan: Plan | None) -> None:
        if plan is None and self._has_focus():
            self.closed.emit()  # first: what is hidden gives the focus to the next button, and Enter would press it
        self.setVisible(plan is not None)
        if self._is_open != (plan is not None):
            self._is_open = plan is not None
            self.wishes.fold()
            self.people.close_front()
            self.opened.emit(self._is_open)
        if plan is None:
            return
        self._title.setText(plan.product)
        self._length.setText(words.PlannedWords().minutes(plan.minutes) if plan.minutes else "")
        self.people.show_plan(plan)
        self.wishes.show_plan(plan)
        self.times.set_rows(self._time_rows(plan))
        if not plan.offers and self.times.hasFocus():
            part = self.wishes.part
            part.segments()[part.index()].setFocus(Qt.FocusReason.OtherFocusReason)
        self.times.setVisible(bool(plan.offers))
        if plan.offers:
            self.times.choose(plan.chosen)
        self._say(plan)
        self._ask(plan)
        bring, is_asked = words.bring(plan), plan.asking() is not None
        self._bring.set_text(bring)
        self._bring.setVisible(bool(bring) and not is_asked)  # what is asked has the room while it is
        self._keeping.setVisible(not is_asked)
        held = plan.held
        until = formatting.time(held.expires_at) if held is not None and held.expires_at is not None else ""
        self._held.setText(self.tr("Kept for you until {time}").format(time=until) if until else "")
        self._longer.setEnabled(bool(until))
        self.book_button.setEnabled(held is not None and not plan.is_booking and plan.asking() is None)

    def _has_focus(self) -> bool:
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _ask(self, plan: Plan) -> None:
        """What has to be answered first, one after the other, each with one key."""
        asked = plan.asking()
        self._why.setVisible(asked is not None)
        self.reasons.setVisible(asked is not None)
        if asked is None:
            return
        asking, about = asked
        self._why.set_text(words.question(plan, asking, about))
        answers = enumerate(plan.answers(), 1)
        self.reasons.set_rows([Row(words.answer(asking, one), keys=str(number), key=one) for number, one in answers])

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
        others = [] if plan.is_looking else [words.elsewhere(one) for one in plan.elsewhere[:_MOST_ELSEWHERE]]
        self._elsewhere.set_text("\n".join(others))
        self._elsewhere.setVisible(bool(others))

    # Keys: they are this list's, so that a letter in the note stays a letter

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.times and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        key, plan = Qt.Key(event.key()), self._planning.plan()
        if plan is None or event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        letters = {
            Qt.Key.Key_Plus: self.people.add,
            Qt.Key.Key_Equal: self.people.add,
            Qt.Key.Key_Minus: self.people.take_away,
            Qt.Key.Key_N: self.people.name_them,
            Qt.Key.Key_P: self.people.pick_product,
            Qt.Key.Key_D: self.wishes.unfold,
            Qt.Key.Key_H: self.wishes.toggle_help,
            Qt.Key.Key_T: self.wishes.toggle_interpreter,
            Qt.Key.Key_E: self._planning.extend,
        }
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.book()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._planning.choose(plan.chosen + (1 if key == Qt.Key.Key_Down else -1))
        elif key in letters:
            letters[key]()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            return self._answer(key - Qt.Key.Key_1)
        else:
            return False
        return True

    def _answer(self, number: int) -> bool:
        plan = self._planning.plan()
        if plan is None or not 0 <= number < len(plan.answers()):
            return False
        self._planning.change(plan.answered(plan.answers()[number]))
        return True

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._planning.choose(index.row())

    @Slot(QModelIndex)
    def _on_answer_clicked(self, index: QModelIndex) -> None:
        self._answer(index.row())
        self.times.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_people_left(self) -> None:
        self.times.setFocus(Qt.FocusReason.OtherFocusReason)
