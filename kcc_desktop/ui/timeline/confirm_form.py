"""The confirmation of an appointment, or that it is off: read it, copy it, keep it as a letter or a calendar file."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.appointments import Appointment, AppointmentState
from kcc_desktop.domain.confirmations import Confirmation
from kcc_desktop.services.appointments import AppointmentService
from kcc_desktop.services.confirmations import ConfirmationService
from kcc_desktop.ui.shared import wording
from kcc_desktop.ui.shared.basics import Paragraph, column
from kcc_desktop.ui.shared.rows import Row, row_list
from kcc_desktop.ui.timeline.appointment_card import AppointmentCard
from kcc_desktop.ui.timeline.reading import LongText

_COPY, _KEEP, _CALENDAR, _REMIND = range(4)


class ConfirmForm(AppointmentCard):
    """1 copies the text, 2 and 3 ask where letter and calendar file are kept, 4 copies the reminder.

    Made anew each time it is opened.
    """

    def __init__(
        self,
        detail: Appointment,
        appointments: AppointmentService,
        confirmations: ConfirmationService,
        tasks: TaskRunner,
        parent: QWidget,
    ) -> None:
        self._made: Confirmation | None = None
        super().__init__(detail, appointments, tasks, parent)
        is_off = detail.state is AppointmentState.CANCELLED
        title = self.tr("Tell that it is off") if is_off else self.tr("Confirmation")
        self.set_words(title, self.about(), self.tr("Do it"))
        rows = [
            Row(self.tr("Copy the text"), icon="copy-simple", keys="1", key=_COPY),
            Row(self.tr("Keep the letter (PDF)"), icon="envelope-simple", keys="2", key=_KEEP),
            Row(self.tr("Keep the calendar file (.ics)"), icon="calendar-blank", keys="3", key=_CALENDAR),
        ]
        if not is_off:
            rows.append(Row(self.tr("Copy the reminder"), icon="bell-simple", keys="4", key=_REMIND))
        self.ways = row_list(self.tr("What to do with it"), rows, compact=True, selected=0)
        self.ways.installEventFilter(self)
        self.ways.doubleClicked.connect(self._on_double_clicked)
        self._said = Paragraph(self.tr("Writing the confirmation …"), "muted")
        self._text = column()
        self.add(self.ways, self._said, self._text)
        self.set_busy(True)
        task = tasks.run(partial(confirmations.confirm, detail.id), self)
        task.succeeded.connect(self._on_made)
        task.failed.connect(self._on_refused)

    def first_field(self) -> QWidget:
        return self.ways

    @Slot()
    def save(self) -> None:
        if self._made is None:
            return
        way = self.ways.currentIndex().row()
        if way in (_KEEP, _CALENDAR):
            self._ask_where(self._made, way)
        else:
            QGuiApplication.clipboard().setText(self._made.reminder if way == _REMIND else self._made.text)
            self._say(self.tr("The text is copied."), "good")

    @Slot(object)
    def _on_made(self, made: Confirmation) -> None:
        self._made = made
        self.set_busy(False)
        missing = "" if made.address else self.tr("No address on the letter: there is none, or it is covered.")
        self._say(missing)
        text = LongText(made.text)
        text.grew.connect(self._resettle)
        self._text.addWidget(text)
        text.show()  # at once: what is not shown yet has no height
        self._resettle()

    @Slot(object)
    def _on_refused(self, error: Exception) -> None:
        self._say("")
        super()._on_refused(error)

    def _ask_where(self, made: Confirmation, way: int) -> None:
        ending, kind = ("pdf", "PDF (*.pdf)") if way == _KEEP else ("ics", "iCalendar (*.ics)")
        name = self.tr("Appointment {code}").format(code=made.reference)
        dialog = QFileDialog(self, self.tr("Where is it kept?"), f"{name}.{ending}", kind)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ending)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(partial(self._on_where, made.letter if way == _KEEP else made.calendar))
        dialog.open()

    def _on_where(self, content: bytes, path: str) -> None:
        if not path:
            return
        task = self._tasks.run(partial(_keep, Path(path), content), self)
        task.succeeded.connect(self._on_kept)
        task.failed.connect(self._on_refused)

    @Slot(object)
    def _on_kept(self, kept: Path | None) -> None:
        if kept is None:
            self.refuse(self.tr("It could not be kept there"), self.tr("Choose another place, or another name."))
            return
        self.accept()
        self._say(wording.fill(self.tr("Kept as {name}."), name=kept.name), "good")

    def _say(self, text: str, tone: str = "muted") -> None:
        self._said.set_text(text, tone)
        self._said.setVisible(bool(text))
        self._resettle()

    @Slot(QModelIndex)
    def _on_double_clicked(self, _index: QModelIndex) -> None:
        self.save()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.ways and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event)
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self.save_button.isEnabled():
            return False
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < self.ways.model().rowCount():
            self.ways.choose(number)
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        self.save()
        return True


def _keep(path: Path, content: bytes) -> Path | None:
    """Where it is kept now; None when nothing can be written there."""
    try:
        path.write_bytes(content)
    except OSError:
        return None
    return path
