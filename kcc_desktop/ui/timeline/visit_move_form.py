"""Another time for a visit: who could come when, with the driving it costs; Enter promises it.

Nothing is held meanwhile: the move gives up the old time and takes the new one in one transaction.
"""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.visit_commands import MoveVisit
from kcc_desktop.domain.visits import Visit, VisitProposal, VisitTimeTaken
from kcc_desktop.services.visits import VisitService
from kcc_desktop.ui.shared import visit_words, wording
from kcc_desktop.ui.shared.basics import Paragraph
from kcc_desktop.ui.shared.fields import TextField, field
from kcc_desktop.ui.shared.rows import row_list
from kcc_desktop.ui.timeline.visit_card import VisitCard

OFFERED = 6


class VisitMoveForm(VisitCard):
    """A digit or the arrows choose, Enter moves it there."""

    def __init__(self, detail: Visit, visits: VisitService, tasks: TaskRunner, parent: QWidget) -> None:
        self._proposals: tuple[VisitProposal, ...] = ()
        self._command: MoveVisit | None = None
        super().__init__(detail, visits, tasks, parent)
        self.set_words(self.tr("Another time"), self.about(), self.tr("Promise this time"))
        self._said = Paragraph("", "muted")
        self.times = row_list(self.tr("Who could come, and when"), [], compact=True)
        self.times.installEventFilter(self)
        self.reason = TextField(self.tr("Why"), self.tr("For colleagues; may be left out"))
        self.add(self._said, self.times, field(self.tr("Why"), self.reason))
        self._say(self.tr("Looking who could come …"))
        ask = partial(visits.propose_for, detail.id, OFFERED, as_promised=False)
        task = tasks.run(ask, self, key="proposals")
        task.succeeded.connect(self._on_proposals)
        task.failed.connect(self._on_none)

    def first_field(self) -> QWidget:
        return self.times

    def proposals(self) -> tuple[VisitProposal, ...]:
        """As shown."""
        return self._proposals

    @Slot()
    def save(self) -> None:
        number = self.times.currentIndex().row()
        if not 0 <= number < len(self._proposals):
            return
        proposal, reason = self._proposals[number], self.reason.text()
        command = self._command
        if command is None or (command.proposal, command.reason) != (proposal, reason):
            # Pressed twice, or again after an outage, it is the same move.
            self._command = command = MoveVisit(self._detail.id, new_id(), proposal, reason)
        self.accept()
        self.set_busy(True)
        task = self._tasks.run(partial(self._visits.move, command), self)
        task.succeeded.connect(self._on_saved)
        task.failed.connect(self._on_refused)

    @Slot(object)
    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, VisitTimeTaken) and error.next_best:
            self.set_busy(False)
            self._show(error.next_best)
            self._say(self.tr("A colleague just took that time. These are the next best."), "near")
            return
        super()._on_refused(error)

    @Slot(object)
    def _on_proposals(self, proposals: tuple[VisitProposal, ...]) -> None:
        had_focus = self.times.hasFocus() or (self.isVisible() and self.focusWidget() is None)
        self._say("")
        self._show(proposals)
        if had_focus:
            self.times.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_none(self, error: Exception) -> None:
        self._show(())
        if isinstance(error, Refusal | Outage):
            self._say(wording.sentences(*wording.sentence(error)), "over" if isinstance(error, Refusal) else "near")
        else:
            self._tasks.unhandled.emit(error)

    def _show(self, proposals: tuple[VisitProposal, ...]) -> None:
        self._proposals = proposals
        self.times.set_rows([visit_words.proposal_row(one, number) for number, one in enumerate(proposals, 1)])
        self.times.choose(0 if proposals else -1)
        self.set_busy(not proposals)
        self._resettle()

    def _say(self, text: str, tone: str = "muted") -> None:
        self._said.set_text(text, tone)
        self._said.setVisible(bool(text))
        self._resettle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.times and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            number = event.key() - Qt.Key.Key_1
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.save_button.isEnabled():
                self.save()
                return True
            if 0 <= number < len(self._proposals):
                self.times.choose(number)
                return True
        return super().eventFilter(watched, event)
