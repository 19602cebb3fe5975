"""The forms of an appointment in another calendar: called off there, or somebody says whether it is there at all."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import NETWORK, TaskRunner
from kcc_desktop.domain.appointments import CancelledBy
from kcc_desktop.domain.bookings_elsewhere import (
    LONGEST_REFERENCE,
    BookingElsewhere,
    CancelElsewhere,
    SettleElsewhere,
)
from kcc_desktop.domain.errors import AlreadyDone, InvalidValue, Outage, Refusal
from kcc_desktop.services.bookings_elsewhere import BookingElsewhereService
from kcc_desktop.ui.shared import elsewhere_words, formatting, wording
from kcc_desktop.ui.shared.basics import Paragraph
from kcc_desktop.ui.shared.fields import TextField, field
from kcc_desktop.ui.shared.rows import Row, row_list
from kcc_desktop.ui.timeline.form_card import FormCard

_BY = tuple(CancelledBy)


class BookingCard(FormCard):
    """`arranged` carries the booking as it was and as it is now, `outdated` the one that changed meanwhile.

    A line of text to type, and a list of which 1 or 2 does it at once; a click only chooses.
    """

    arranged = Signal(object, object)
    outdated = Signal(object)

    def __init__(
        self, detail: BookingElsewhere, service: BookingElsewhereService, tasks: TaskRunner, parent: QWidget
    ) -> None:
        self._detail, self._service, self._tasks = detail, service, tasks
        super().__init__(parent)
        self.typed = TextField()
        self.typed.textEdited.connect(self.typed.accept)

    def about(self) -> str:
        """What it is about, in a line, and where it is kept."""
        at = self._detail.starts_at
        when = f"{formatting.long_day(at)} {formatting.time(at)}"
        return f"{self._detail.title} · {when} · {elsewhere_words.system(self._detail.system)}"

    def offer(self, name: str, rows: list[Row]) -> None:
        """What the keys choose from."""
        self.choices = row_list(name, rows, compact=True, selected=0)
        self.choices.installEventFilter(self)

    def first_field(self) -> QWidget:
        return self.choices

    @Slot(object)
    def _on_saved(self, after: BookingElsewhere) -> None:
        self.set_busy(False)
        self.arranged.emit(self._detail, after)

    @Slot(object)
    def _on_refused(self, error: Exception) -> None:
        self.set_busy(False)
        if isinstance(error, InvalidValue):
            self.typed.refuse(wording.sentences(*wording.sentence(error)))
            self.typed.setFocus()
        elif isinstance(error, Refusal | Outage):
            self.refuse(*wording.sentence(error), "near" if isinstance(error, Outage) else "over")
            if isinstance(error, AlreadyDone):
                self.outdated.emit(self._detail)
        else:
            self._tasks.unhandled.emit(error)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.choices and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event)
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self.save_button.isEnabled():
            return False
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < 2:
            self.choices.choose(number)
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        self.save()
        return True


class BookingCancelForm(BookingCard):
    """Called off there and here: whose wish it is takes one key, why may be said."""

    def __init__(
        self, detail: BookingElsewhere, service: BookingElsewhereService, tasks: TaskRunner, parent: QWidget
    ) -> None:
        super().__init__(detail, service, tasks, parent)
        self.set_words(self.tr("Call the appointment off"), self.about(), self.tr("Call off"))
        self.typed.setPlaceholderText(self.tr("For colleagues; may be left out"))
        names = {
            CancelledBy.CITIZEN: self.tr("The citizen cannot come"),
            CancelledBy.MUNICIPALITY: self.tr("The municipality cannot make it"),
        }
        rows = [Row(names[one], keys=str(number), key=one) for number, one in enumerate(_BY, 1)]
        self.offer(self.tr("Whose wish it is"), rows)
        self.add(field(self.tr("Why"), self.typed), field(self.tr("Whose wish it is"), self.choices))

    @Slot()
    def save(self) -> None:
        row = self.choices.current_row()
        by = row.key if row is not None and isinstance(row.key, CancelledBy) else CancelledBy.CITIZEN
        self.accept()
        self.set_busy(True)
        command = CancelElsewhere(self._detail.id, by, self.typed.text())
        task = self._tasks.run(partial(self._service.cancel, command), self, pool=NETWORK)
        task.succeeded.connect(self._on_saved)
        task.failed.connect(self._on_refused)


class BookingSettleForm(BookingCard):
    """Maybe booked: somebody looked there, and says whether it is, by which number."""

    def __init__(
        self, detail: BookingElsewhere, service: BookingElsewhereService, tasks: TaskRunner, parent: QWidget
    ) -> None:
        super().__init__(detail, service, tasks, parent)
        self.set_words(self.tr("Is it booked?"), self.about(), self.tr("Save"))
        look = self.tr("Look in {system} at this time. Nothing is asked for again by itself.")
        system = elsewhere_words.system(detail.system)
        self.typed.setPlaceholderText(wording.fill(self.tr("As {system} shows it"), system=system))
        self.typed.setMaxLength(LONGEST_REFERENCE)
        rows = [
            Row(self.tr("No, it is not there"), keys="1", key=False),
            Row(self.tr("Yes, by this number"), keys="2", key=True),
        ]
        self.offer(self.tr("Is it booked?"), rows)
        self.typed.textEdited.connect(self._on_number)
        self.add(
            Paragraph(wording.fill(look, system=system), "muted"),
            field(self.tr("Number there"), self.typed),
            field(self.tr("Is it booked?"), self.choices),
        )

    @Slot(str)
    def _on_number(self, typed: str) -> None:
        """Whoever types a number says that it is there."""
        self.choices.choose(1 if typed.strip() else 0)

    @Slot()
    def save(self) -> None:
        row = self.choices.current_row()
        reference = self.typed.text() if row is not None and row.key is True else None
        self.accept()
        self.set_busy(True)
        task = self._tasks.run(partial(self._service.settle, SettleElsewhere(self._detail.id, reference)), self)
        task.succeeded.connect(self._on_saved)
        task.failed.connect(self._on_refused)
