"""Reports about the street on this desk: the form that opens with its key, and what the desk says afterwards."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.street_reports import ReportClosed, StreetReport
from kcc_desktop.services.street_reports import StreetReportService
from kcc_desktop.ui.street.report_form import StreetReportForm


class StreetReports(QObject):
    """Made once by the window. `told`: tone, what is so, what comes of it."""

    told = Signal(str, str, str)

    def __init__(
        self, service: StreetReportService, tasks: TaskRunner, column: QWidget, now: Callable[[], datetime]
    ) -> None:
        super().__init__(column)
        self._service, self._tasks, self._column, self._now = service, tasks, column, now
        self.form: StreetReportForm | None = None

    @Slot()
    def open_form(self) -> None:
        if self.form is None:
            self.form = StreetReportForm(self._column, self._service, self._tasks, self._now)
            self.form.begun.connect(self._on_begun)
            self.form.closed_report.connect(self._on_closed)
        self.form.open_form()

    @Slot(object)
    def _on_begun(self, report: StreetReport) -> None:
        title = self.tr("{reference} is in progress").format(reference=report.reference)
        self.told.emit("good", title, self.tr("Whoever reports it next is told so."))

    @Slot(object)
    def _on_closed(self, closed: ReportClosed) -> None:
        title = self.tr("{reference} is solved").format(reference=closed.report.reference)
        why = self.tr("%n message(s) to reporters wait in the queue.", "", len(closed.messages))
        self.told.emit("good", title, why)
