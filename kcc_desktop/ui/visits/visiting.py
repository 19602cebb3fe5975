"""What is done with one visit beside the day: it is opened, reported, and done once more. Knows no lane."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.visit_commands import FollowUpVisit
from kcc_desktop.domain.visits import Visit
from kcc_desktop.services.visits import VisitService
from kcc_desktop.ui.shared import wording
from kcc_desktop.ui.visits.outcome_form import OutcomeForm


class Visiting(QObject):
    """`opened` carries the whole visit, `told` a sentence and its tone; `changed`: the day is to be read again."""

    opened = Signal(object)
    told = Signal(str, str)
    changed = Signal()

    def __init__(
        self,
        visits: VisitService,
        tasks: TaskRunner,
        beside: QWidget,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._visits, self._tasks, self._beside = visits, tasks, beside
        self.form: OutcomeForm | None = None

    def open(self, visit_id: UUID) -> None:
        """All of it, numbers and notes too; who opened it is written down."""
        task = self._tasks.run(partial(self._visits.open, visit_id), self, key="open-visit")
        task.succeeded.connect(self.opened)
        task.failed.connect(self._on_refused)

    def follow_up(self, visit: Visit) -> None:
        task = self._tasks.run(partial(self._visits.follow_up, FollowUpVisit(new_id(), visit.id)), self)
        task.succeeded.connect(self._on_followed_up)
        task.failed.connect(self._on_refused)

    def ask_outcome(self, visit: Visit) -> None:
        """The form, beside the left column."""
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
        self.form = OutcomeForm(self._beside, self._visits, self._tasks, visit)
        self.form.saved.connect(self._on_reported)
        self.form.appear()

    def put_away(self) -> bool:
        """The open form; False when none is."""
        if self.form is None or not self.form.isVisible():
            return False
        self.form.put_away()
        return True

    @Slot(object)
    def _on_followed_up(self, _visit: Visit) -> None:
        self.told.emit(self.tr("It waits among the visits that are not planned yet."), "good")
        self.changed.emit()

    @Slot(object)
    def _on_reported(self, _visit: Visit) -> None:
        self.told.emit(self.tr("The report is kept."), "good")
        self.changed.emit()

    @Slot(object)
    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, Refusal | Outage):
            self.told.emit(wording.sentences(*wording.sentence(error)), "over")
        else:
            self._tasks.unhandled.emit(error)
