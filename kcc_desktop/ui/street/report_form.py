"""What becomes of a report about the street: somebody is on it, or it is done and everybody who reported it hears."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.errors import AlreadyDone, InvalidValue, NotFound
from kcc_desktop.domain.list_search import find_in
from kcc_desktop.domain.street_reports import CloseReport, ReportClosed, ReportState, StreetReport
from kcc_desktop.services.street_reports import StreetReportService
from kcc_desktop.ui.shared import formatting, street_words
from kcc_desktop.ui.shared.basics import Paragraph, column
from kcc_desktop.ui.shared.buttons import Button, Choice
from kcc_desktop.ui.shared.fields import NoteField, field
from kcc_desktop.ui.shared.form_panel import FormPanel
from kcc_desktop.ui.shared.picker import Picker
from kcc_desktop.ui.shared.rows import Row

_MOST = 50


class StreetReportForm(FormPanel):
    """`begun` carries the StreetReport, `closed_report` what came of closing it."""

    begun = Signal(object)
    closed_report = Signal(object)

    def __init__(
        self, column_widget: QWidget, service: StreetReportService, tasks: TaskRunner, now: Callable[[], datetime]
    ) -> None:
        super().__init__(column_widget, tasks, "", "")
        self.set_title(self.tr("A report about the street"))
        self._service, self._now = service, now
        self._reports: tuple[StreetReport, ...] = ()
        self._report: StreetReport | None = None
        self._proposed = ""
        self.choice = Choice("", icon="map-pin", name=self.tr("Which report"), placeholder=self.tr("Choose"))
        self.choice.clicked.connect(self.pick)
        self._about = Paragraph("", "muted")
        self.begin_button = Button(self.tr("Somebody is on it"), icon="wrench", wide=True)
        self.begin_button.clicked.connect(self.begin)
        self.message = NoteField(self.tr("What everybody who reported it is to be told"), lines=3, most=6)
        told = field(self.tr("What everybody who reported it is to be told"), self.message)
        self._known_as(told=told, report=field(self.tr("Which report"), self.choice))
        self._lay_out(self._fields["report"], column(self._about, self.begin_button), told)
        self._picker: Picker | None = None
        self._show_report(None)

    def open_form(self) -> None:
        """What was typed before and not saved is still there; the reports are those of now."""
        self.appear()
        self._read()

    def _read(self) -> None:
        task = self._tasks.run(self._service.undone, self, key="undone")
        task.succeeded.connect(self._on_read)
        task.failed.connect(self._on_failed)

    def _first(self) -> QWidget:
        return self.choice

    @Slot(object)
    def _on_read(self, reports: tuple[StreetReport, ...]) -> None:
        self._reports = reports
        if self._report is not None:
            self._show_report(next((one for one in reports if one.id == self._report.id), None))
        elif self.isVisible():
            self.pick()

    @Slot()
    def pick(self) -> None:
        if self._picker is None:
            self._picker = Picker(self.window(), self.tr("Which report"), self.tr("Number, product or place"))
            self._picker.typed.connect(self._on_typed)
            self._picker.picked.connect(self._on_picked)
        self._picker.open_at(self.choice, self._rows(""), nothing=self.tr("No open report was found."))

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        if self._picker is not None:
            self._picker.set_rows(self._rows(text.strip()))

    def _rows(self, typed: str) -> list[Row]:
        found = find_in(self._reports, typed, _MOST, _texts) if typed else self._reports[:_MOST]
        return [
            Row(
                one.reference,
                " · ".join(part for part in (one.product, one.place) if part),
                "map-pin",
                trailing=street_words.state(one.state),
                match=typed,
                key=one,
            )
            for one in found
        ]

    @Slot(object)
    def _on_picked(self, chosen: object) -> None:
        if isinstance(chosen, StreetReport):
            self._show_report(chosen)
            self.message.setFocus()

    def _show_report(self, report: StreetReport | None) -> None:
        self._report = report
        self._about.setVisible(report is not None)
        self.begin_button.setVisible(report is not None and report.state is ReportState.OPEN)
        self.choice.setText(report.reference if report is not None else "")
        reporters = report.reporters if report is not None else 0
        self.save_button.setText(self.tr("Solved: tell %n reporter(s)", "", reporters) if report else self.tr("Solved"))
        if report is not None:
            self._fields["report"].accept()
            parts = (report.product, report.place, formatting.moment(report.reported_at, self._now()))
            words = (*parts, street_words.state(report.state), self.tr("%n reporter(s)", "", reporters))
            self._about.set_text(" · ".join(part for part in words if part))
            if self.message.toPlainText().strip() in ("", self._proposed):
                self._proposed = self.tr("What you reported to us (“{product}”, number {reference}) is solved.").format(
                    product=report.product, reference=report.reference
                )
                self.message.setPlainText(self._proposed)
        if self.isVisible():
            self.settle()

    @Slot()
    def begin(self) -> None:
        """Somebody is on it: whoever reports it next hears so."""
        if self._report is None:
            return
        task = self._tasks.run(partial(self._service.begin, self._report.id), self)
        task.succeeded.connect(self._on_begun)
        task.failed.connect(self._on_failed)

    @Slot(object)
    def _on_begun(self, report: StreetReport) -> None:
        self._show_report(report)
        self.message.setFocus()
        self.begun.emit(report)

    def _save(self) -> None:
        if self._report is None:
            self.refuse(InvalidValue("report", "missing"))
            return
        said = self.message.toPlainText().strip()
        words = self.tr("Let them know: {message}").format(message=said) if said else ""
        command = CloseReport(self._report.id, words)
        self.save_button.setEnabled(False)
        task = self._tasks.run(partial(self._service.close, command), self)
        task.succeeded.connect(self._on_closed)
        task.failed.connect(self._on_failed)

    @Slot(object)
    def _on_closed(self, closed: ReportClosed) -> None:
        self.save_button.setEnabled(True)
        self._show_report(None)
        self._proposed = ""
        self.message.setPlainText("")
        self.put_away()
        self.closed_report.emit(closed)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        super()._on_failed(error)
        if isinstance(error, AlreadyDone | NotFound):  # how it stands by now is shown; what was typed stays
            self._read()


def _texts(report: StreetReport) -> tuple[str, str, str]:
    return report.reference, report.product, report.place
