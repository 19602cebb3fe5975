"""How a visit ended: an outcome from the list, what was done, identity, a signature, and whether it is done again."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.visit_commands import FollowUpVisit, ReportVisit
from kcc_desktop.domain.visits import OUTCOME_LABELS, Visit, VisitOutcome, VisitState, state_after
from kcc_desktop.services.visits import VisitService
from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.basics import column, row
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.check import Check
from kcc_desktop.ui.shared.fields import Field, NoteField, TextField
from kcc_desktop.ui.shared.form_panel import FormPanel
from kcc_desktop.ui.shared.labels import of_labels
from kcc_desktop.ui.shared.rows import Row, row_list
from kcc_desktop.ui.visits.signature import SignaturePad

_OUTCOMES = tuple(VisitOutcome)


class OutcomeForm(FormPanel):
    """Ctrl+Enter keeps it. `saved` carries the `Visit` as it was."""

    def __init__(self, column_widget: QWidget, visits: VisitService, tasks: TaskRunner, visit: Visit) -> None:
        super().__init__(column_widget, tasks, self.tr("How did it go?"), self.tr("Keep the report"))
        self._visits, self._visit, self._again_id = visits, visit, new_id()
        self.set_title(f"{self.tr('How did it go?')} · {visit.title}")
        rows = [
            Row(of_labels(OUTCOME_LABELS[one]), keys=str(number), key=one) for number, one in enumerate(_OUTCOMES, 1)
        ]
        self.outcomes = row_list(self.tr("Outcome"), rows, compact=True, selected=0)
        self.outcomes.installEventFilter(self)
        self.outcomes.selectionModel().currentChanged.connect(self._on_outcome)
        self.report = NoteField(self.tr("What was done, what was agreed"), 3, 8)
        self._report = Field(self.tr("Report"), self.report)
        self.identity = Check(self.tr("Identity document seen"))
        self.again = Check(self.tr("Plan another visit"))
        self.pad = SignaturePad(self.tr("Signature"))
        self.on_paper = Check(self.tr("Signed on paper"))
        self.on_paper.toggled.connect(self._on_paper)
        self._wipe = Button(self.tr("Wipe"), icon="eraser", rank="quiet", height=theme.CONTROL_SMALL)
        self._wipe.clicked.connect(self.pad.wipe)
        self.signer = TextField(self.tr("Signed by"), text=visit.name)
        self._signer = Field(self.tr("Signed by"), self.signer)
        signing = column(self.pad, row(self.on_paper, None, self._wipe, gap=theme.S), self._signer, gap=theme.XS)
        self._lay_out(
            Field(self.tr("Outcome"), self.outcomes), self._report, column(self.identity, self.again, gap=0), signing
        )
        self._known_as(report=self._report, signed_by=self._signer)
        self._on_outcome()

    def _first(self) -> QWidget:
        return self.outcomes

    def outcome(self) -> VisitOutcome:
        return _OUTCOMES[max(0, self.outcomes.currentIndex().row())]

    def _save(self) -> None:
        """On paper there is a name and no picture; a picture without a name is refused by the service."""
        signature = b"" if self.on_paper.isChecked() else self.pad.png()
        signs = bool(signature) or self.on_paper.isChecked()
        signer = self.signer.text().strip() if signs else ""
        if signs and not signer:
            self.refuse(InvalidValue("signed_by", "empty"))
            return
        if self.on_paper.isChecked():
            signer = self.tr("{name} (on paper)").format(name=signer)
        command = ReportVisit(
            self._visit.id,
            self.outcome(),
            self.report.toPlainText().strip(),
            identity_checked=self.identity.isChecked(),
            signed_by=signer,
            signature=signature,
        )
        after = FollowUpVisit(self._again_id, self._visit.id) if self._wants_again() else None
        self._submit(partial(_keep, self._visits, command, after), self._visit)

    def _wants_again(self) -> bool:
        return not self.again.isHidden() and self.again.isChecked()

    @Slot()
    def _on_outcome(self) -> None:
        """What did not work out is done again, unless somebody says no."""
        is_done = state_after(self.outcome()) is VisitState.COMPLETED
        self.again.setVisible(not is_done)
        self.again.setChecked(not is_done)

    @Slot(bool)
    def _on_paper(self, on_paper: bool) -> None:
        self.pad.setVisible(not on_paper)
        self._wipe.setVisible(not on_paper)
        self.settle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if watched is self.outcomes and is_key and isinstance(event, QKeyEvent) and not event.modifiers():
            number = event.key() - Qt.Key.Key_1
            if 0 <= number < len(_OUTCOMES):
                self.outcomes.choose(number)
                return True
        return super().eventFilter(watched, event)


def _keep(visits: VisitService, command: ReportVisit, after: FollowUpVisit | None) -> None:
    """The report, and the visit after it: pressed again after an outage, both are there once."""
    visits.report(command)
    if after is not None:
        visits.follow_up(after)
