"""Somebody who was noted as missing came after all: one key puts it right, for a day."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.appointments import Appointment
from kcc_desktop.services.appointments import AppointmentService
from kcc_desktop.ui.shared.basics import Paragraph
from kcc_desktop.ui.timeline.appointment_card import AppointmentCard


class CameForm(AppointmentCard):
    def __init__(
        self, detail: Appointment, appointments: AppointmentService, tasks: TaskRunner, parent: QWidget
    ) -> None:
        super().__init__(detail, appointments, tasks, parent)
        self.set_words(self.tr("They came after all"), self.about(), self.tr("Put it right"))
        self.add(Paragraph(self.tr("The appointment counts as planned again, when its time is still free."), "muted"))

    def first_field(self) -> QWidget:
        return self.save_button

    @Slot()
    def save(self) -> None:
        self.accept()
        self.set_busy(True)
        task = self._tasks.run(partial(self._appointments.ends.came_after_all, self._detail.id), self)
        task.succeeded.connect(self._on_saved)
        task.failed.connect(self._on_refused)
