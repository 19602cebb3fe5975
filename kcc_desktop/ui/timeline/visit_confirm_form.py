"""The confirmation of a visit: read it, copy it as text, or keep it as a letter; in Dutch or in English."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.visit_confirmations import VisitConfirmation
from kcc_desktop.domain.visits import Visit
from kcc_desktop.services.visit_confirmations import VisitConfirmationService
from kcc_desktop.services.visits import VisitService
from kcc_desktop.ui.shared import theme, wording
from kcc_desktop.ui.shared.basics import Paragraph, column
from kcc_desktop.ui.shared.rows import Row, row_list
from kcc_desktop.ui.shared.segments import Segment, SegmentRow
from kcc_desktop.ui.timeline.reading import LongText
from kcc_desktop.ui.timeline.visit_card import VisitCard

_COPY, _KEEP, _REMIND = range(3)
_LANGUAGES = ("nl", "en")


class VisitConfirmForm(VisitCard):
    """1 copies the text, 2 asks where the letter is kept, 3 copies the reminder. Made anew each time it is opened."""

    def __init__(
        self,
        detail: Visit,
        visits: VisitService,
        confirmations: VisitConfirmationService,
        tasks: TaskRunner,
        parent: QWidget,
    ) -> None:
        self._made: VisitConfirmation | None = None
        self._confirmations = confirmations
        super().__init__(detail, visits, tasks, parent)
        self.set_words(self.tr("Confirmation"), self.about(), self.tr("Do it"))
        rows = [
            Row(self.tr("Copy the text"), icon="copy-simple", keys="1", key=_COPY),
            Row(self.tr("Keep the letter (PDF)"), icon="envelope-simple", keys="2", key=_KEEP),
        ]
        if detail.window_from is not None:
            rows.append(Row(self.tr("Copy the reminder"), icon="bell-simple", keys="3", key=_REMIND))
        self._count = len(rows)
        self.ways = row_list(self.tr("What to do with it"), rows, compact=True, selected=0)
        self.ways.installEventFilter(self)
        languages = (self.tr("In Dutch"), self.tr("In English"))
        self.language = SegmentRow(
            *(Segment(name, height=theme.CONTROL_SMALL, size=theme.CAPTION) for name in languages),
            name=self.tr("Language"),
        )
        self.language.choose(0)
        self.language.chosen.connect(self._on_language)
        self._said = Paragraph("", "muted")
        self._text = column()
        self._shown: LongText | None = None
        self.add(self.ways, self.language, self._said, self._text)
        self._ask()

    def first_field(self) -> QWidget:
        return self.ways

    @Slot(int)
    def _on_language(self, _number: int) -> None:
        self._ask()

    def _ask(self) -> None:
        self._made = None
        self.set_busy(True)
        self._say(self.tr("Writing the confirmation …"))
        language = _LANGUAGES[max(0, self.language.index())]
        ask = partial(self._confirmations.confirm, self._detail.id, language)
        task = self._tasks.run(ask, self, key="visit-confirmation")
        task.succeeded.connect(self._on_made)
        task.failed.connect(self._on_refused)

    @Slot()
    def save(self) -> None:
        if self._made is None:
            return
        way = self.ways.currentIndex().row()
        if way == _KEEP:
            self._ask_where(self._made)
        else:
            QGuiApplication.clipboard().setText(self._made.reminder if way == _REMIND else self._made.text)
            self._say(self.tr("The text is copied."), "good")

    @Slot(object)
    def _on_made(self, made: VisitConfirmation) -> None:
        self._made = made
        self.set_busy(False)
        self._say("" if made.address else self.tr("No address on the letter: there is none, or it is covered."))
        if self._shown is not None:
            self._text.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = LongText(made.text)
        self._shown.grew.connect(self._resettle)
        self._text.addWidget(self._shown)
        self._shown.show()  # at once: what is not shown yet has no height
        self._resettle()

    @Slot(object)
    def _on_refused(self, error: Exception) -> None:
        self._say("")
        super()._on_refused(error)

    def _ask_where(self, made: VisitConfirmation) -> None:
        name = self.tr("Visit {code}.pdf").format(code=made.reference)
        dialog = QFileDialog(self, self.tr("Keep the letter (PDF)"), name, "PDF (*.pdf)")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._on_where)
        dialog.open()

    @Slot(str)
    def _on_where(self, path: str) -> None:
        if self._made is None or not path:
            return
        task = self._tasks.run(partial(_keep, Path(path), self._made.letter), self)
        task.succeeded.connect(self._on_kept)
        task.failed.connect(self._on_refused)

    @Slot(object)
    def _on_kept(self, kept: Path | None) -> None:
        if kept is None:
            title = self.tr("The letter could not be kept there")
            self.refuse(title, self.tr("Choose another place, or another name."))
            return
        self.accept()
        self._say(wording.fill(self.tr("The letter is kept as {name}."), name=kept.name), "good")

    def _say(self, text: str, tone: str = "muted") -> None:
        self._said.set_text(text, tone)
        self._said.setVisible(bool(text))
        self._resettle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.ways and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event)
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or not self.save_button.isEnabled():
            return False
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < self._count:
            self.ways.choose(number)
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        self.save()
        return True


def _keep(path: Path, letter: bytes) -> Path | None:
    """Where it is kept now; None when nothing can be written there."""
    try:
        path.write_bytes(letter)
    except OSError:
        return None
    return path
