"""Calls an appointment off from the agenda: whose wish it is takes one key, why may be said."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.agenda import AgendaEvent
from kcc_desktop.domain.appointments import CancelAppointment, CancelledBy
from kcc_desktop.services.appointments import AppointmentService
from kcc_desktop.ui.agenda import words
from kcc_desktop.ui.shared.fields import TextField, field
from kcc_desktop.ui.shared.form_panel import FormPanel
from kcc_desktop.ui.shared.rows import Row, row_list

_BY = tuple(CancelledBy)


class CancelForm(FormPanel):
    """1 or 2 calls it off at once; the reason, when there is one, is typed before."""

    def __init__(self, beside: QWidget, tasks: TaskRunner, service: AppointmentService) -> None:
        super().__init__(beside, tasks, self.tr("Call the appointment off"), self.tr("Call off"))
        self._service = service
        self._event: AgendaEvent | None = None
        self.reason = TextField(self.tr("Why"), self.tr("For colleagues; may be left out"))
        names = {
            CancelledBy.CITIZEN: self.tr("The citizen cannot come"),
            CancelledBy.MUNICIPALITY: self.tr("The municipality cannot make it"),
        }
        rows = [Row(names[one], keys=str(number), key=one) for number, one in enumerate(_BY, 1)]
        self.by = row_list(self.tr("Whose wish it is"), rows, compact=True, selected=0)
        self.by.installEventFilter(self)
        why = field(self.tr("Why"), self.reason)
        self._lay_out(why, field(self.tr("Whose wish it is"), self.by))
        self._known_as(reason=why)

    def open_for(self, event: AgendaEvent) -> None:
        self._event = event
        self.reason.setText("")
        self.by.choose(0)
        self.set_title(self.tr("Call off {what}, {when}").format(what=words.title(event), when=words.times(event)))
        self.appear()

    def _first(self) -> QWidget:
        return self.by

    def _save(self) -> None:
        row = self.by.current_row()
        by = row.key if row is not None and isinstance(row.key, CancelledBy) else CancelledBy.CITIZEN
        if self._event is not None:
            command = CancelAppointment(self._event.id, by, self.reason.text())
            self._submit(partial(self._service.cancel, command), self._event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.by and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            number = event.key() - Qt.Key.Key_1
            if 0 <= number < len(_BY):
                self.by.choose(number)
                self.save()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.save()
                return True
        return super().eventFilter(watched, event)
