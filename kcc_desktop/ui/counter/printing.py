"""Makes the paper of a ticket and keeps it where the agent says, off the main thread."""

from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.counter import TicketPaper
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.services.counter import CounterService
from kcc_desktop.ui.shared import wording


class Printing(QObject):
    """`said`: title, sentence, tone."""

    said = Signal(str, str, str)

    def __init__(self, counter: CounterService, tasks: TaskRunner, panel: QWidget) -> None:
        super().__init__(panel)
        self._counter, self._tasks, self._panel = counter, tasks, panel
        self._made: TicketPaper | None = None

    def make(self, ticket_id: UUID) -> None:
        task = self._tasks.run(partial(self._counter.paper, ticket_id), self)
        task.succeeded.connect(self._on_made)
        task.failed.connect(self._on_failed)

    @Slot(object)
    def _on_made(self, paper: TicketPaper) -> None:
        self._made = paper
        name = self.tr("Ticket {number}.pdf").format(number=paper.number)
        dialog = QFileDialog(self._panel, self.tr("Keep the ticket (PDF)"), name, "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.keep)
        dialog.open()

    @Slot(str)
    def keep(self, path: str) -> None:
        """Where the agent said."""
        if self._made is not None and path:
            task = self._tasks.run(partial(_keep, Path(path), self._made.pdf), self)
            task.succeeded.connect(self._on_kept)

    @Slot(object)
    def _on_kept(self, kept: Path | None) -> None:
        if kept is None:
            self.said.emit(self.tr("The ticket could not be kept there"), self.tr("Choose another place."), "near")
        else:
            self.said.emit(wording.fill(self.tr("The ticket is kept as {name}."), name=kept.name), "", "good")

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Refusal | Outage):
            raise error
        self.said.emit(*wording.sentence(error), "near")


def _keep(path: Path, pdf: bytes) -> Path | None:
    """Where it is kept now; None when nothing can be written there."""
    try:
        path.write_bytes(pdf)
    except OSError:
        return None
    return path
