"""What the forms of an opened visit share: who is told, and that it is no longer as it was shown."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.errors import AlreadyDone, Outage, Refusal
from kcc_desktop.domain.visits import Visit
from kcc_desktop.services.visits import VisitService
from kcc_desktop.ui.shared import formatting, wording
from kcc_desktop.ui.timeline import visit_sheet
from kcc_desktop.ui.timeline.form_card import FormCard
from kcc_desktop.ui.timeline.sheet import joined


class VisitCard(FormCard):
    """`arranged` carries the visit as it was and as it is now, `outdated` the one that changed meanwhile."""

    arranged = Signal(object, object)
    outdated = Signal(object)

    def __init__(self, detail: Visit, visits: VisitService, tasks: TaskRunner, parent: QWidget) -> None:
        self._detail, self._visits, self._tasks = detail, visits, tasks
        super().__init__(parent)

    def about(self) -> str:
        """What it is about, in a line: "Keukentafelgesprek · do 5 mrt, tussen 10:15 en 11:40"."""
        return joined(self._detail.title, visit_sheet.window(self._detail))

    @Slot(object)
    def _on_saved(self, after: Visit) -> None:
        self.set_busy(False)
        self.arranged.emit(self._detail, after)

    @Slot(object)
    def _on_refused(self, error: Exception) -> None:
        self.set_busy(False)
        if isinstance(error, AlreadyDone):
            self.set_busy(True)  # for good: nothing is to be done about it from here
            task = self._tasks.run(partial(_now, self._visits, self._detail), self)
            task.succeeded.connect(self._show_how_it_stands)
            task.failed.connect(self._on_not_known)
        elif isinstance(error, Refusal | Outage):
            title, why = wording.sentence(error)
            self.refuse(title, why, "near" if isinstance(error, Outage) else "over")
        else:
            self._tasks.unhandled.emit(error)

    @Slot(object)
    def _show_how_it_stands(self, now: Visit) -> None:
        """A colleague was first: what they did, so that the citizen can be told."""
        title, _ = wording.sentence(AlreadyDone())
        if now.id != self._detail.id and now.starts_at is not None:
            when = f"{formatting.long_day(now.starts_at)} {formatting.time(now.starts_at)}"
            why = wording.fill(self.tr("It was moved to {moment}, {who}."), moment=when, who=now.worker)
        else:
            why = wording.fill(self.tr("How it stands now: {state}."), state=visit_sheet.state(now))
        self.refuse(title, why)
        self.close_button.setFocus()
        self.outdated.emit(now)

    @Slot(object)
    def _on_not_known(self, error: Exception) -> None:
        if isinstance(error, Refusal | Outage):
            self.refuse(*wording.sentence(AlreadyDone()))
        else:
            self._tasks.unhandled.emit(error)


def _now(service: VisitService, before: Visit) -> Visit:
    """As it is; of one that was moved, however often, what took its place."""
    found = service.open(before.id)
    while found.moved_to is not None:
        found = service.open(found.moved_to)
    return found
