"""Safety notes of the visit that is meant: read, written, ended. For named roles; the service has the last word."""

from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.agents import Agent, Permission
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.safety_notes import SafetyNote
from kcc_desktop.domain.visits import Visit
from kcc_desktop.services.agents import AgentService
from kcc_desktop.services.safety_notes import SafetyNoteService
from kcc_desktop.ui.shared import wording
from kcc_desktop.ui.visits.safety_form import SafetyForm


class Safety(QObject):
    """`read_out` carries a visit's notes, `told` a sentence and its tone; `changed`: the day is to be read again.

    `allowed`: whether this agent may write them is known, or is otherwise now.
    """

    read_out = Signal(object, object)  # the visit's id, its notes
    told = Signal(str, str)
    changed = Signal()
    allowed = Signal()

    def __init__(
        self,
        safety: SafetyNoteService,
        agents: AgentService,
        tasks: TaskRunner,
        beside: QWidget,
        meant: Callable[[], Visit | None],
        today: Callable[[], date],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._safety, self._agents, self._tasks, self._beside = safety, agents, tasks, beside
        self._meant, self._today = meant, today
        self.form: SafetyForm | None = None
        self.may_write = False

    def learn(self) -> None:
        """What this agent may, as it is now. Until that is known: nothing, and without the database no more."""
        self._tasks.run(self._agents.me, self, key="visit-agent").succeeded.connect(self._on_agent)

    @Slot()
    def read(self) -> None:
        """The notes themselves; who read them is written down, and who may not is told so."""
        visit = self._meant()
        if visit is not None and visit.has_safety_note:
            self._read(visit.id)

    @Slot()
    def write(self) -> None:
        """The form, beside the left column; with what was typed at this visit and not kept yet."""
        visit = self._meant()
        if visit is None or not self.may_write:
            return
        if self.form is None or not self.form.is_of(visit):
            self.forget()
            self.form = SafetyForm(self._beside, self._safety, self._tasks, visit, self._today())
            self.form.saved.connect(self._on_written)
        self.form.appear()

    @Slot(object)
    def end(self, note_id: UUID) -> None:
        visit = self._meant()
        if visit is not None:
            task = self._tasks.run(partial(self._safety.end, note_id), self)
            task.succeeded.connect(partial(self._on_ended, visit.id))
            task.failed.connect(self._on_refused)

    def put_away(self) -> bool:
        """The open form; False when none is."""
        if self.form is None or not self.form.isVisible():
            return False
        self.form.put_away()
        return True

    def forget(self) -> None:
        """The form goes, with what was typed."""
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None

    def _read(self, visit_id: UUID) -> None:
        task = self._tasks.run(partial(self._safety.of_visit, visit_id), self, key="visit-safety")
        task.succeeded.connect(partial(self._on_read, visit_id))
        task.failed.connect(self._on_refused)

    def _on_read(self, visit_id: UUID, notes: tuple[SafetyNote, ...]) -> None:
        self.read_out.emit(visit_id, notes)

    @Slot(object)
    def _on_agent(self, agent: Agent) -> None:
        self.may_write = agent.may(Permission.READ_SAFETY)
        self.allowed.emit()

    @Slot(object)
    def _on_written(self, visit: Visit) -> None:
        self.told.emit(self.tr("The safety note is kept."), "good")
        self._read(visit.id)
        self.changed.emit()

    def _on_ended(self, visit_id: UUID, _answer: object) -> None:
        self.told.emit(self.tr("The safety note no longer counts."), "good")
        self._read(visit_id)
        self.changed.emit()

    @Slot(object)
    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, Refusal | Outage):
            self.told.emit(wording.sentences(*wording.sentence(error)), "over")
        else:
            self._tasks.unhandled.emit(error)
