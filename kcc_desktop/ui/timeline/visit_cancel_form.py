"""Calls a visit off: whose wish it is takes one key, why may be said."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.appointments import CancelledBy
from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.visit_commands import CancelVisit
from kcc_desktop.domain.visits import Visit
from kcc_desktop.services.visits import VisitService
from kcc_desktop.ui.shared import wording
from kcc_desktop.ui.shared.fields import TextField, field
from kcc_desktop.ui.shared.rows import Row, row_list
from kcc_desktop.ui.timeline.visit_card import VisitCard

_BY = tuple(CancelledBy)


class VisitCancelForm(VisitCard):
    """1 or 2 calls it off at once; the reason, when there is one, is typed before. A click only chooses."""

    def __init__(self, detail: Visit, visits: VisitService, tasks: TaskRunner, parent: QWidget) -> None:
        super().__init__(detail, visits, tasks, parent)
        self.set_words(self.tr("Call the visit off"), self.about(), self.tr("Call off"))
        self.reason = TextField(self.tr("Why"), self.tr("For colleagues; may be left out"))
        self.reason.textEdited.connect(self.reason.accept)
        names = {
            CancelledBy.CITIZEN: self.tr("The citizen does not want it now"),
            CancelledBy.MUNICIPALITY: self.tr("The municipality cannot make it"),
        }
        rows = [Row(names[one], keys=str(number), key=one) for number, one in enumerate(_BY, 1)]
        self.by = row_list(self.tr("Whose wish it is"), rows, compact=True, selected=0)
        self.by.installEventFilter(self)
        self.add(field(self.tr("Why"), self.reason), field(self.tr("Whose wish it is"), self.by))

    def first_field(self) -> QWidget:
        return self.by

    @Slot()
    def save(self) -> None:
        row = self.by.current_row()
        by = row.key if row is not None and isinstance(row.key, CancelledBy) else CancelledBy.CITIZEN
        self.accept()
        self.set_busy(True)
        command = CancelVisit(self._detail.id, by, self.reason.text())
        task = self._tasks.run(partial(self._visits.cancel, command), self)
        task.succeeded.connect(self._on_saved)
        task.failed.connect(self._on_refused)

    @Slot(object)
    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, InvalidValue) and error.field == "reason":
            self.set_busy(False)
            self.reason.refuse(wording.sentence(error)[1])
            self.reason.setFocus()
            return
        super()._on_refused(error)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.by and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event)
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self.save_button.isEnabled():
            return False
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < len(_BY):
            self.by.choose(number)
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        self.save()
        return True
