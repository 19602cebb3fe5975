"""What a visitor takes along: the day sheet, the day as a calendar file, the way to a door. Names stand in no link."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.day_sheets import DaySheetFiles
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.visits import Visit
from kcc_desktop.domain.workers import Worker
from kcc_desktop.services.day_sheets import DaySheetService
from kcc_desktop.ui.shared import wording
from kcc_desktop.ui.shared.translation import language

_FILTERS = {"pdf": "PDF (*.pdf)", "ics": "iCalendar (*.ics)"}


class TakingAlong(QObject):
    """`told` carries a sentence and its tone."""

    told = Signal(str, str)

    def __init__(
        self,
        sheets: DaySheetService,
        tasks: TaskRunner,
        panel: QWidget,
        open_link: Callable[[QUrl], bool] = QDesktopServices.openUrl,
    ) -> None:
        super().__init__(panel)
        self._sheets, self._tasks, self._panel, self._open_link = sheets, tasks, panel, open_link
        self._made: DaySheetFiles | None = None
        self._kind = "pdf"

    def keep(self, worker: Worker, on: date, kind: str) -> None:
        """Make the sheet of this day, then ask where it is kept. `kind`: "pdf" or "ics"."""
        self._kind = kind
        task = self._tasks.run(partial(self._sheets.make, worker.id, on, language()), self._panel, key="day-sheet")
        task.succeeded.connect(self._ask_where)
        task.failed.connect(self._on_refused)

    def navigate(self, visit: Visit) -> None:
        """A link with coordinates and nothing else; copied too, for a telephone beside the desk."""
        link = link_to(visit)
        if link:
            QGuiApplication.clipboard().setText(link)
            self._open_link(QUrl(link))
            self.told.emit(self.tr("The link to the place is copied: {link}").format(link=link), "good")

    @Slot(object)
    def _ask_where(self, made: DaySheetFiles) -> None:
        self._made = made
        dialog = QFileDialog(self._panel, self.tr("Keep the day"), f"{made.name}.{self._kind}", _FILTERS[self._kind])
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(self._kind)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.keep_at)
        dialog.open()

    @Slot(str)
    def keep_at(self, path: str) -> None:
        """Write what was made there."""
        made = self._made
        if made is None or not path:
            return
        content = made.sheet if self._kind == "pdf" else made.calendar
        task = self._tasks.run(partial(_write, Path(path), content), self._panel)
        task.succeeded.connect(self._on_kept)
        task.failed.connect(self._on_refused)

    @Slot(object)
    def _on_kept(self, kept: Path | None) -> None:
        if kept is None:
            self.told.emit(self.tr("It could not be kept there. Choose another place, or another name."), "over")
        else:
            self.told.emit(wording.fill(self.tr("The day is kept as {name}."), name=kept.name), "good")

    @Slot(object)
    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, Refusal | Outage):
            self.told.emit(wording.sentences(*wording.sentence(error)), "over")
        else:
            self._tasks.unhandled.emit(error)


def link_to(visit: Visit) -> str:
    """A `geo:` link (RFC 5870); "" where there is no point, or it is covered."""
    point = visit.place.point
    if point is None or visit.is_covered:
        return ""
    return f"geo:{point.latitude:.5f},{point.longitude:.5f}"


def _write(path: Path, content: bytes) -> Path | None:
    """Where it is kept now; None when nothing can be written there."""
    try:
        path.write_bytes(content)
    except OSError:
        return None
    return path
