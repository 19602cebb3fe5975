"""What is down, on this desk: read, told by whoever may, and ended. Between the notice line, the form and the service.

Which roles may is decided by the service each time; what is known here only says so before somebody types for nothing.
"""

from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.agents import Agent, Permission
from kcc_desktop.domain.changes import Change
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.notices import Notice
from kcc_desktop.services.notices import NoticeService
from kcc_desktop.ui.catalogue import Catalogue
from kcc_desktop.ui.frame.notice_line import NoticeLine
from kcc_desktop.ui.notices.report_form import ReportForm
from kcc_desktop.ui.shared import wording
from kcc_desktop.ui.shared.focus import give_back


class Noticing(QObject):
    """One a window. `told`: tone, what is so, why. `changed`: whether this agent may report is known, or is another."""

    told = Signal(str, str, str)
    changed = Signal()

    def __init__(
        self,
        notices: NoticeService,
        tasks: TaskRunner,
        catalogue: Catalogue,
        line: NoticeLine,
        column: QWidget,
        today: Callable[[], date],
    ) -> None:
        super().__init__(line)
        self._notices, self._tasks, self._catalogue = notices, tasks, catalogue
        self._line, self._column, self._today = line, column, today
        self._may = True  # until the agent is known; the service says no all the same
        self.form: ReportForm | None = None
        line.end_pressed.connect(self.end)

    def set_agent(self, agent: Agent) -> None:
        self._may = agent.may(Permission.PUT_NOTICE)
        self._line.set_may_end(self._may)
        self.changed.emit()

    def why_not(self) -> str:
        """Why this agent cannot report an outage; "" when they can."""
        return "" if self._may else self.tr("is for a team lead or an editor")

    @Slot()
    def load(self) -> None:
        task = self._tasks.run(self._notices.current, self, key="notices")
        task.succeeded.connect(self._on_read)

    @Slot(object)
    def on_changes(self, changes: tuple[Change, ...]) -> None:
        """What any desk wrote, this one too."""
        if any(change.entity == "notice" for change in changes):
            self.load()

    @Slot()
    def report(self) -> None:
        """The form, for whoever may; a sentence for the others."""
        if not self._may:
            self.told.emit(
                "near",
                self.tr("You cannot report an outage"),
                self.tr("A team lead or an editor can. Tell them what does not work."),
            )
            return
        if self.form is None:
            self.form = ReportForm(self._column, self._notices, self._catalogue, self._tasks, self._today)
            self.form.saved.connect(self.load)
        self.form.open_form()

    @Slot(object)
    def end(self, notice_id: UUID) -> None:
        """It works again: the line goes from every desk."""
        task = self._tasks.run(partial(self._notices.end, notice_id), self)
        task.succeeded.connect(self.load)
        task.failed.connect(self._on_not_ended)

    @Slot(object)
    def _on_not_ended(self, error: Exception) -> None:
        if not isinstance(error, (Refusal, Outage)):
            raise error
        self.told.emit("near", *wording.sentence(error))
        self.load()  # a colleague may have been first

    @Slot(object)
    def _on_read(self, notices: tuple[Notice, ...]) -> None:
        had_focus = self._line.isAncestorOf(self._line.window().focusWidget())
        self._line.set_notices(list(notices))
        if had_focus:
            give_back(self._line)
