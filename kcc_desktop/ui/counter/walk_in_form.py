"""A ticket for who comes without an appointment: what for, how many, what they need; a name only when they give it."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain import approaches
from kcc_desktop.domain.appointments import ProductFacts, UnlessReason
from kcc_desktop.domain.calendar import CounterKind
from kcc_desktop.domain.counter import Board, DigitalOffer, Need, TicketLine
from kcc_desktop.domain.counter_commands import IssueTicket
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.products import Product
from kcc_desktop.ui.catalogue import Catalogue
from kcc_desktop.ui.counter import choosing, words
from kcc_desktop.ui.services import Services
from kcc_desktop.ui.shared import approach_words, keys, theme
from kcc_desktop.ui.shared.basics import Paragraph, Text, column, row
from kcc_desktop.ui.shared.buttons import Button, Choice, Segment, SegmentRow
from kcc_desktop.ui.shared.check import Check
from kcc_desktop.ui.shared.fields import TextField, field
from kcc_desktop.ui.shared.form_panel import FormPanel
from kcc_desktop.ui.shared.picker import Picker
from kcc_desktop.ui.shared.rows import Row

_NEXT = {
    DigitalOffer.OFFERED: DigitalOffer.ACCEPTED,
    DigitalOffer.ACCEPTED: DigitalOffer.SENT,
    DigitalOffer.SENT: DigitalOffer.OFFERED,
}
_MOST_PERSONS = 6
_UNLESS = tuple(UnlessReason)
_NUMBERED = tuple(enumerate(_UNLESS, 1))
_FEW, _MORE = _NUMBERED[:3], _NUMBERED[3:]  # in two rows: five do not fit beside each other


class WalkInForm(FormPanel):
    """`saved` carries the `Ticket`."""

    def __init__(self, column_widget: QWidget, services: Services, tasks: TaskRunner, catalogue: Catalogue) -> None:
        super().__init__(column_widget, tasks, "", "")
        self.set_title(self.tr("Without an appointment"))
        self.save_button.setText(self.tr("Give a ticket"))
        self._services, self._catalogue = services, catalogue
        self._board: Board | None = None
        self._product: Product | None = None
        self._host_id: UUID | None = None
        self._facts: ProductFacts | None = None
        self._picker: Picker | None = None
        self._id = new_id()
        self.product = Choice("", name=self.tr("Product"), placeholder=self.tr("What for, or for whom?"))
        self.persons = SegmentRow(
            *(Segment(str(n), height=theme.CONTROL_SMALL, on=n == 1) for n in range(1, _MOST_PERSONS + 1)),
            name=self.tr("Persons"),
        )
        self.name = TextField(self.tr("Name"), self.tr("Only when they give it"))
        self.needs = {one: Check(words.need(one)[0]) for one in Need}
        self.first = Check(self.tr("goes first: accessibility or medical"))
        self._online = Paragraph("", "near")
        self.unless = SegmentRow(
            *(Segment(words.say(words.UNLESS[one]), keys=str(n), height=theme.CONTROL_SMALL) for n, one in _FEW),
            name=self.tr("Why at the counter"),
        )
        self.unless_more = SegmentRow(
            *(Segment(words.say(words.UNLESS[one]), keys=str(n), height=theme.CONTROL_SMALL) for n, one in _MORE),
            name=self.tr("Why at the counter"),
        )
        self._offer = DigitalOffer.OFFERED
        self.online = Button("", icon="globe", keys=keys.shown("counter_online"), height=theme.CONTROL_SMALL)
        self.online.clicked.connect(self.step_online)
        self._digital = QWidget()
        self._digital.setLayout(
            column(
                self._online,
                self.online,
                Text(self.tr("Why at the counter"), theme.CAPTION, tone="muted"),
                self.unless,
                self.unless_more,
                gap=theme.XS,
            )
        )
        product_field, name_field = field(self.tr("Product or host"), self.product), field(self.tr("Name"), self.name)
        self._known_as(product=product_field, name=name_field)
        checks = column(row(*self.needs.values(), None), self.first, gap=0)
        self._lay_out(product_field, field(self.tr("Persons"), self.persons), self._digital, name_field, checks)
        self.product.clicked.connect(self.pick)
        self.unless.chosen.connect(self._on_unless)
        self.unless_more.chosen.connect(self._on_unless_more)

    def _first(self) -> QWidget:
        return self.product

    def begin(self, board: Board) -> None:
        """An empty one, the list of products open: typing finds one, Enter takes it."""
        if not self.isVisible():
            self._clear()
        self._board = board
        self.appear()
        self.pick()

    @Slot()
    def pick(self) -> None:
        board = self._board
        if board is None:
            return
        hosts = [one for one in board.counters if one.kind is CounterKind.HOST]
        self._rows = [Row(one.name, icon="file-text", key=one) for one in self._catalogue.products]
        self._rows += [Row(one.name, one.room, icon="user", key=one.id) for one in hosts]
        if self._picker is None:
            name = self.tr("Product or host")
            self._picker = Picker(self.window(), name, name)
            self._picker.picked.connect(self._on_picked)
            self._picker.typed.connect(self._on_typed)
        self._picker.open_at(self.product, self._rows, nothing=self.tr("Nothing by that name"))

    @Slot(str)
    def _on_typed(self, typed: str) -> None:
        if self._picker is not None:
            self._picker.set_rows([one for one in self._rows if choosing.fits(one.title, typed)])

    @Slot(object)
    def _on_picked(self, picked: object) -> None:
        if isinstance(picked, Product):
            self._product, self._host_id, self._facts = picked, None, None
            self._offer = DigitalOffer.OFFERED
            self.product.setText(picked.name)
            task = self._tasks.run(partial(self._services.appointments.facts, [picked.id]), self, key="walk_in_facts")
            task.succeeded.connect(self._on_facts)
        elif isinstance(picked, UUID) and self._board is not None:
            desk = self._board.counter(picked)
            self._product, self._host_id, self._facts = None, picked, None
            self.product.setText(desk.name if desk is not None else "")
        self._show_digital()

    @Slot(object)
    def _on_facts(self, facts: dict[UUID, ProductFacts]) -> None:
        self._facts = facts.get(self._product.id) if self._product is not None else None
        self._show_digital()

    def _show_digital(self) -> None:
        """*Digitaal, tenzij*: the way online is offered, and who stays says why."""
        is_digital = self._is_digital()
        self._digital.setVisible(is_digital)
        if is_digital and self._facts is not None:
            link = self._facts.digital_link
            said = self.tr("This is done online. Offer that first, or say why not.")
            self._online.set_text(f"{said} {link}".strip())
            self.online.setText(approach_words.online(approaches.DigitalOffer(self._offer.value)))
        self.settle()

    @Slot()
    def step_online(self) -> None:
        """One further: offered, accepted, sent (then its address is on the clipboard), and offered again."""
        if not self.isVisible() or not self._is_digital() or self._facts is None:
            return
        self._offer = _NEXT[self._offer]
        if self._offer is DigitalOffer.SENT:
            QGuiApplication.clipboard().setText(self._facts.digital_link)
        self._show_digital()

    def _is_digital(self) -> bool:
        on = self._board.on if self._board is not None else None
        return self._facts is not None and on is not None and self._facts.is_digital_on(on)

    @Slot(int)
    def _on_unless(self, _number: int) -> None:
        self.unless_more.choose(-1)

    @Slot(int)
    def _on_unless_more(self, _number: int) -> None:
        self.unless.choose(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit is a reason, where no text field has the focus."""
        number = event.key() - Qt.Key.Key_0
        if self._digital.isVisible() and not event.modifiers() and 1 <= number <= len(_UNLESS):
            self.unless.choose(number - 1 if number <= len(_FEW) else -1)
            self.unless_more.choose(number - 1 - len(_FEW) if number > len(_FEW) else -1)
        else:
            super().keyPressEvent(event)

    def _reason(self) -> UnlessReason | None:
        if self.unless.index() >= 0:
            return _UNLESS[self.unless.index()]
        return _UNLESS[len(_FEW) + self.unless_more.index()] if self.unless_more.index() >= 0 else None

    def _save(self) -> None:
        if self._board is None:
            return
        persons = self.persons.index() + 1
        is_digital = self._is_digital()
        command = IssueTicket(
            self._id,
            self._board.location_id,
            (TicketLine(self._product.id, persons),) if self._product is not None else (),
            name=self.name.text(),
            needs=frozenset(one for one, check in self.needs.items() if check.isChecked()),
            goes_first=self.first.isChecked(),
            unless=self._reason() if is_digital else None,
            digital_offer=self._offer if is_digital else None,
            host_id=self._host_id,
        )
        self._submit(partial(self._services.reception.issue, command), None)

    @Slot(object)
    def _on_done(self, answer: object) -> None:
        self._outcome = answer
        super()._on_done(answer)

    def _on_saved(self) -> None:
        self._clear()
        super()._on_saved()

    def _clear(self) -> None:
        self._id = new_id()
        self._offer = DigitalOffer.OFFERED
        self._product, self._host_id, self._facts = None, None, None
        self.product.setText("")
        self.persons.choose(0)
        self.name.clear()
        for check in (*self.needs.values(), self.first):
            check.setChecked(False)
        self.unless.choose(-1)
        self.unless_more.choose(-1)
        self._digital.hide()
