"""Who comes to the appointment: how many, each by name or age, and what each comes for."""

from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.folding import words as folded_words
from kcc_desktop.ui.appointments import words
from kcc_desktop.ui.appointments.plan import Plan
from kcc_desktop.ui.appointments.planning import Planning
from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.basics import Text, column, row
from kcc_desktop.ui.shared.buttons import Button, Choice
from kcc_desktop.ui.shared.fields import TextField
from kcc_desktop.ui.shared.picker import Picker
from kcc_desktop.ui.shared.rows import Row, row_list


class PeopleSection(QWidget):
    """One person is a figure and two buttons; with more each has a line. The one in front has a field while it is used.

    In the field + adds somebody, the arrows go to another person, Enter goes back to the times (`left`).
    """

    left = Signal()

    def __init__(self, planning: Planning, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._planning = planning
        self._fewer = Button("", icon="minus", height=theme.CONTROL_SMALL, name=self.tr("One person fewer"))
        self._more = Button("", icon="plus", height=theme.CONTROL_SMALL, name=self.tr("One person more"))
        self._count = Text("")
        self.list = row_list(self.tr("Who comes"), [], compact=True)
        self.list.installEventFilter(self)
        self.list.clicked.connect(self._on_clicked)
        self.field = TextField(self.tr("Name or age"), self.tr("Name, age or both: Sami 9"))
        self.field.setMaxLength(200)
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._on_typed)
        self.product = Choice("", icon="tag", keys="P", name=self.tr("What this person comes for"))
        self.product.clicked.connect(self.pick_product)
        self._picker: Picker | None = None
        self._fewer.clicked.connect(self.take_away)
        self._more.clicked.connect(self.add)
        self._front = QWidget()
        self._front.setLayout(row(self.field, self.product, gap=theme.S))
        self._front.hide()
        self._each = QWidget()
        self._each.setLayout(column(self.list, self._front, gap=theme.XS))
        head = row(self._fewer, self._count, self._more, None, gap=theme.S)
        self.setLayout(column(head, self._each, gap=theme.S))

    def show_plan(self, plan: Plan) -> None:
        say = words.PlannedWords()
        self._count.setText(say.persons(plan.persons))
        self._fewer.setEnabled(plan.persons > 1)
        self._more.setEnabled(plan.room_for_more())
        several = plan.persons > 1 or plan.is_named
        self._each.setVisible(several)
        if not several:
            return
        self.list.set_rows([words.person_row(plan, number) for number in range(plan.persons)])
        self.list.choose(plan.person)
        text = words.typed(plan.people[plan.person])
        if not self.field.hasFocus() or not _says_the_same(self.field.text(), text):
            self.field.setText(text)
        facts = plan.of_product(plan.people[plan.person].product_id)
        self.product.setText(facts.name if facts is not None else plan.product)

    @Slot()
    def add(self) -> None:
        plan = self._planning.plan()
        if plan is not None:
            self._planning.set_persons(plan.persons + 1)

    @Slot()
    def take_away(self) -> None:
        plan = self._planning.plan()
        if plan is not None:
            self._planning.set_persons(plan.persons - 1)

    def name_them(self) -> None:
        """The field of the one in front; of one person alone it comes to be seen."""
        self._open_front()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def close_front(self) -> None:
        """Somebody was named: the room goes back to the times."""
        self._front.hide()

    def _open_front(self) -> None:
        self._each.show()
        self._front.show()

    @Slot()
    def pick_product(self) -> None:
        """Another product for the one in front, from those that have appointments."""
        self._open_front()
        if self._picker is None:
            self._picker = Picker(self.window(), self.tr("Choose a product"), self.tr("Type a few letters"))
            self._picker.typed.connect(self._on_product_typed)
            self._picker.picked.connect(self._on_product_picked)
        self._picker.open_at(self.product, self._products(""), nothing=self.tr("No product has these words."))

    @Slot(str)
    def _on_product_typed(self, text: str) -> None:
        if self._picker is not None:
            self._picker.set_rows(self._products(text))

    @Slot(object)
    def _on_product_picked(self, key: object) -> None:
        plan = self._planning.plan()
        if plan is not None and isinstance(key, UUID):
            self._planning.change(plan.coming_for(key))
        self._leave()

    def _products(self, text: str) -> list[Row]:
        plan = self._planning.plan()
        if plan is None:
            return []
        typed = folded_words(text)
        return [
            Row(one.name, icon="tag", match=text, key=one.product_id)
            for one in plan.catalogue
            if all(any(word.startswith(part) for word in folded_words(one.name)) for part in typed)
        ]

    def _leave(self) -> None:
        self.left.emit()
        self.close_front()

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        plan = self._planning.plan()
        if plan is not None:
            self._planning.change(plan.named(text))

    @Slot(QModelIndex)
    def _on_clicked(self, index: QModelIndex) -> None:
        self._go_to(index.row())
        self.name_them()

    def _go_to(self, number: int) -> None:
        plan = self._planning.plan()
        if plan is not None and 0 <= number < plan.persons:
            self._planning.change(plan.with_front(number))
            self.field.setText(words.typed(plan.people[number]))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and watched in (self.list, self.field):
            return self._pressed(event, is_field=watched is self.field)
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent, *, is_field: bool) -> bool:
        key, plan = event.key(), self._planning.plan()
        if plan is None or event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        if key == Qt.Key.Key_Plus:
            self.add()
            self.field.clear()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._go_to(plan.person + (1 if key == Qt.Key.Key_Down else -1))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._leave()
        elif not is_field and key == Qt.Key.Key_P:
            self.pick_product()
        elif not is_field and key == Qt.Key.Key_N:
            self.name_them()
        elif not is_field and key == Qt.Key.Key_Minus:
            self.take_away()
        else:
            return False
        return True


def _says_the_same(typed: str, shown: str) -> bool:
    """While somebody types, what they typed stays as it is."""
    return typed.split() == shown.split()
