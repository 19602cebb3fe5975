"""Brings a file into a list: looked at first, then written. Between the sheet that shows it and the service."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.imports import BadFile
from kcc_desktop.domain.lists import CellProblem, ListKind, ListReport
from kcc_desktop.services.lists import ListService
from kcc_desktop.ui.lists.import_sheet import ImportSheet
from kcc_desktop.ui.shared import wording


class FileImport(QObject):
    """One a panel. `wrote`: the list is another now."""

    wrote = Signal()

    def __init__(self, sheet: ImportSheet, lists: ListService, tasks: TaskRunner) -> None:
        super().__init__(sheet)
        self._sheet, self._lists, self._tasks = sheet, lists, tasks
        self._kind = ListKind.PRODUCTS
        self.choose_file: Callable[[], str] = self._ask

    def begin(self, kind: ListKind) -> bool:
        """Ask for a file and look at it; False when none was chosen."""
        chosen = self.choose_file()
        if not chosen:
            return False
        file = Path(chosen)
        self._kind = kind
        self._sheet.show_reading(file)
        task = self._tasks.run(partial(self._lists.look_at, kind, file), self)
        task.succeeded.connect(self._on_looked)
        task.failed.connect(self._on_refused)
        return True

    def write(self) -> None:
        """What was looked at, when there is something in it."""
        file, button = self._sheet.file, self._sheet.write_button
        if file is None or not button.isVisibleTo(self._sheet):
            return
        button.hide()
        task = self._tasks.run(partial(self._lists.bring_in, self._kind, file), self)
        task.succeeded.connect(self._on_brought_in)
        task.failed.connect(self._on_refused)

    @Slot(object)
    def _on_looked(self, report: ListReport) -> None:
        self._sheet.show_look(report)
        self._focus()

    @Slot(object)
    def _on_brought_in(self, report: ListReport) -> None:
        self._sheet.show_done(report)
        self._focus()
        self.wrote.emit()

    @Slot(object)
    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, BadFile):
            self._sheet.show_refused(CellProblem(error.name, error.reason, error.detail), error.line)
        elif isinstance(error, (Refusal, Outage)):
            self._sheet.say(wording.sentences(*wording.sentence(error)))
        else:
            raise error
        self._focus()

    def _focus(self) -> None:
        if self._sheet.isVisible():  # somebody may have gone elsewhere meanwhile
            self._sheet.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> str:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        title, kinds = self.tr("Bring in a file"), self.tr("Lists (*.csv *.txt)")
        return QFileDialog.getOpenFileName(self._sheet, title, folder, kinds)[0]
