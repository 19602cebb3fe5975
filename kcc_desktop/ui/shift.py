"""The end of a shift: what was taken goes back to its queues, and nobody closes the desk on it without being asked."""

from PySide6.QtCore import QObject, Signal, Slot

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.changes import Change
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.presence import PresenceState
from kcc_desktop.services.work import WorkService
from kcc_desktop.ui.frame.asking import Asking
from kcc_desktop.ui.presence import Presences
from kcc_desktop.ui.shared import wording


class Shift(QObject):
    """Made once by the window. `may_close_now`: the desk was asked to close, and now it may."""

    may_close_now = Signal()

    def __init__(
        self, work: WorkService, tasks: TaskRunner, presences: Presences, asking: Asking, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._work, self._tasks, self._presences, self._asking = work, tasks, presences, asking
        self._taken = 0
        self._is_let_go = False

    @property
    def taken(self) -> int:
        """How many items this desk's agent is working on, as it was last read."""
        return self._taken

    @Slot()
    def load(self) -> None:
        task = self._tasks.run(self._work.count_taken, self, key="taken")
        task.succeeded.connect(self._on_counted)
        task.failed.connect(self._on_not_counted)

    def on_changes(self, changes: tuple[Change, ...]) -> None:
        """What any desk wrote, this one too."""
        if any(change.entity == "task" for change in changes):
            self.load()

    @Slot()
    def end(self) -> None:
        """Done for today: away, and what was taken waits for a colleague."""
        task = self._tasks.run(self._work.return_mine, self)
        task.succeeded.connect(self._on_ended)
        task.failed.connect(self._on_not_ended)

    def may_close(self) -> bool:
        """Whether the desk may close now; when not, a question stands in the window. Asked twice it may."""
        if self._is_let_go or not self._taken or self._asking.isVisible():
            return True
        self._asking.ask(
            self.tr("You are still working on %n item(s)", "", self._taken),
            self.tr("Put back, a colleague can go on with them. Kept, they stay yours and nobody else sees to them."),
            (self.tr("Put back and close"), "arrow-u-up-left", self._put_back_and_close),
            (self.tr("Keep and close"), "push-pin", self.let_close),
            (self.tr("Stay here"), "x", None),
        )
        return False

    @Slot()
    def let_close(self) -> None:
        self.let_go()
        self.may_close_now.emit()

    def let_go(self) -> None:
        """The program ends: nothing is asked any more."""
        self._is_let_go = True

    @Slot()
    def _put_back_and_close(self) -> None:
        task = self._tasks.run(self._work.return_mine, self)
        task.succeeded.connect(self.let_close)
        task.failed.connect(self._on_not_ended)

    @Slot(object)
    def _on_ended(self, returned: int) -> None:
        self._taken = 0
        self._presences.choose(PresenceState.AWAY)
        if returned:
            self._asking.ask(
                self.tr("Done for today"),
                self.tr("%n item(s) went back to the queues; a colleague goes on with them.", "", returned),
                (self.tr("Good"), "check", None),
            )

    @Slot(object)
    def _on_not_ended(self, error: Exception) -> None:
        if not isinstance(error, Refusal | Outage):
            self._tasks.unhandled.emit(error)
            return
        title, why = wording.sentence(error)
        self._asking.ask(
            title,
            why,
            (self.tr("Try again"), "arrows-clockwise", self.end),
            (self.tr("Stay here"), "x", None),
        )

    @Slot(object)
    def _on_counted(self, taken: int) -> None:
        self._taken = taken

    @Slot(object)
    def _on_not_counted(self, error: Exception) -> None:
        """Whoever may not work on anything has nothing; away it is asked again with the next change."""
        if not isinstance(error, Refusal | Outage):
            self._tasks.unhandled.emit(error)
