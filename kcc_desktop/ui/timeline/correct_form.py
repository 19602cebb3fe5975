"""Corrects a recorded contact: a new version with a reason, the old one stays. Asks the contact service only."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.contact_commands import AuthorityNeeded, ContactChanged, CorrectContact, ReasonNeeded
from kcc_desktop.domain.contacts import Confidentiality, ContactDetail, ContactKind, OutcomeNeeds
from kcc_desktop.domain.errors import InvalidValue, Outage, Refusal
from kcc_desktop.domain.notes import clean
from kcc_desktop.domain.products import Product
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.ui.catalogue import Catalogue, label
from kcc_desktop.ui.shared import formatting, theme, wording
from kcc_desktop.ui.shared.basics import Layer, Paragraph, Text, column, row
from kcc_desktop.ui.shared.buttons import Choice
from kcc_desktop.ui.shared.check import Check
from kcc_desktop.ui.shared.fields import Field, NoteField, TextField, field
from kcc_desktop.ui.shared.picker import Picker
from kcc_desktop.ui.shared.rows import Row
from kcc_desktop.ui.shared.segments import Segment, SegmentRow
from kcc_desktop.ui.timeline import terms
from kcc_desktop.ui.timeline.form_card import FormCard
from kcc_desktop.ui.timeline.reading import LongText

_KINDS = (ContactKind.QUESTION, ContactKind.REQUEST, ContactKind.SIGNAL)
_MOST_ROWS = 50


class CorrectForm(FormCard):
    """`corrected` carries the contact's id."""

    corrected = Signal(object)  # UUID

    def __init__(
        self,
        detail: ContactDetail,
        contacts: ContactService,
        tasks: TaskRunner,
        catalogue: Catalogue,
        parent: QWidget,
    ) -> None:
        self._detail, self._contacts, self._tasks, self._catalogue = detail, contacts, tasks, catalogue
        self._based_on = detail.version
        self._outcome_code, self._product_id, self._product = detail.outcome_code, detail.product_id, detail.product
        self._outcome_picker: Picker | None = None
        self._product_picker: Picker | None = None
        super().__init__(parent)
        self._word()
        self._make_fields()
        self._show_choices()

    def first_field(self) -> QWidget:
        return self.summary

    @Slot()
    def save(self) -> None:
        if not self._is_right():
            return
        command = CorrectContact(
            contact_id=self._detail.id,
            based_on=self._based_on,
            reason=self.reason.text().strip(),
            kind=_KINDS[self.kind.index()],
            outcome_code=self._outcome_code,
            summary=self.summary.toPlainText(),
            note=self.note.toPlainText(),
            product_id=self._product_id,
            is_confidential=self.confidential.isChecked(),
            authority=self.authority.text().strip() if self._needs_authority() else "",
        )
        self.accept()
        self.set_busy(True)
        task = self._tasks.run(partial(self._contacts.correct, command), self)
        task.succeeded.connect(self._on_saved)
        task.failed.connect(self._on_refused)

    def _word(self) -> None:
        self.set_words(
            self.tr("Correct this contact"),
            self.tr("What was recorded stays and can be read; this becomes the newer version."),
            self.tr("Save the correction"),
        )

    def _make_fields(self) -> None:
        detail = self._detail
        self.summary = NoteField(self.tr("The citizen may read this"), lines=3, most=8)
        self.summary.setPlainText(detail.summary)
        self.note = NoteField(self.tr("Only for colleagues"), lines=2, most=6)
        self.note.setPlainText(detail.note)
        segments = [Segment(terms.kind(kind), height=theme.CONTROL_SMALL) for kind in _KINDS]
        self.kind = SegmentRow(*segments, name=self.tr("Kind"))
        self.kind.choose(_KINDS.index(detail.kind))
        self.outcome = Choice("", name=self.tr("Outcome"))
        self.outcome.clicked.connect(self._pick_outcome)
        self.product = Choice("", icon="tag", name=self.tr("Product"), placeholder=self.tr("No product"))
        self.product.clicked.connect(self._pick_product)
        self.authority = TextField(self.tr("Referred to"), self.tr("Such as UWV or Belastingdienst"), detail.authority)
        self.confidential = Check(self.tr("Confidential"))
        self.confidential.setChecked(detail.confidentiality is not Confidentiality.OPEN)
        self.confidential.setEnabled(detail.confidentiality is not Confidentiality.ENFORCEMENT)
        self.reason = TextField(self.tr("Why do you correct it?"), self.tr("So that a colleague understands it later"))
        self.reason.textEdited.connect(self.reason.accept)
        self._newer = Layer("near", column(margins=(theme.M,), gap=theme.XS))
        self._newer.hide()
        self._summary_field = field(self.tr("The citizen may read this"), self.summary)
        self._note_field = field(self.tr("Only for colleagues"), self.note)
        self._authority_field = field(self.tr("Referred to"), self.authority)
        self._reason_field = field(self.tr("Why do you correct it?"), self.reason)
        self.add(
            self._newer,
            self._summary_field,
            self._note_field,
            field(self.tr("Kind"), self.kind),
            field(self.tr("Outcome"), self.outcome),
            self._authority_field,
            field(self.tr("Product"), self.product),
            row(self.confidential, None),
            self._reason_field,
        )

    def _show_choices(self) -> None:
        found = self._catalogue.outcome(self._outcome_code)
        self.outcome.setText(label(found) if found is not None else terms.of_labels(self._detail.labels))
        self.product.setText(self._product)
        self._authority_field.setVisible(self._needs_authority())

    def _needs_authority(self) -> bool:
        found = self._catalogue.outcome(self._outcome_code)
        return found is not None and found.needs is OutcomeNeeds.AUTHORITY

    def _is_right(self) -> bool:
        """What can be said without asking: refused in place, the first of them gets the focus."""
        wrong: list[Field] = []
        for holder, text in ((self._summary_field, self.summary), (self._note_field, self.note)):
            holder.accept()
            try:
                clean(text.toPlainText())
            except InvalidValue as error:
                holder.refuse(wording.value_reason(error))
                wrong.append(holder)
        if self._needs_authority() and not self.authority.text().strip():
            self._authority_field.refuse(wording.sentence(AuthorityNeeded())[1])
            wrong.append(self._authority_field)
        if not self.reason.text().strip():
            self._reason_field.refuse(wording.sentence(ReasonNeeded())[1])
            wrong.append(self._reason_field)
        if wrong:
            wrong[0].control.setFocus()
        return not wrong

    @Slot()
    def _pick_outcome(self) -> None:
        if self._outcome_picker is None:
            self._outcome_picker = Picker(self.window(), self.tr("Outcome"), self.tr("Type a few letters"))
            self._outcome_picker.typed.connect(self._show_outcomes)
            self._outcome_picker.picked.connect(self._take_outcome)
        self._outcome_picker.open_at(self.outcome, self._outcome_rows(""))

    @Slot(str)
    def _show_outcomes(self, typed: str) -> None:
        if self._outcome_picker is not None:
            self._outcome_picker.set_rows(self._outcome_rows(typed))

    def _outcome_rows(self, typed: str) -> list[Row]:
        outcomes = self._catalogue.outcomes
        found = [outcome for outcome in outcomes if typed.lower() in label(outcome).lower()]
        return [Row(label(outcome), key=outcome.code, match=typed) for outcome in found]

    @Slot(object)
    def _take_outcome(self, code: str) -> None:
        self._outcome_code = code
        self._show_choices()

    @Slot()
    def _pick_product(self) -> None:
        if self._product_picker is None:
            self._product_picker = Picker(self.window(), self.tr("Product"), self.tr("Type a few letters"))
            self._product_picker.typed.connect(self._show_products)
            self._product_picker.picked.connect(self._take_product)
        self._product_picker.open_at(self.product, self._product_rows(""))

    @Slot(str)
    def _show_products(self, typed: str) -> None:
        if self._product_picker is not None:
            self._product_picker.set_rows(self._product_rows(typed))

    def _product_rows(self, typed: str) -> list[Row]:
        words = typed.lower().split()
        found = [p for p in self._catalogue.products if all(word in _searched(p) for word in words)]
        rows = [Row(product.name, icon="tag", key=product.id, match=typed) for product in found[:_MOST_ROWS]]
        none = Row(self.tr("No product"), icon="x", key="")
        return rows if typed.strip() else [none, *rows]

    @Slot(object)
    def _take_product(self, product_id: object) -> None:
        product = next((p for p in self._catalogue.products if p.id == product_id), None)
        self._product_id = product.id if product is not None else None
        self._product = product.name if product is not None else ""
        self._show_choices()

    @Slot(object)
    def _on_saved(self, _version: object) -> None:
        self.set_busy(False)
        self.corrected.emit(self._detail.id)

    @Slot(object)
    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, ContactChanged):
            task = self._tasks.run(partial(self._contacts.open, self._detail.id), self)
            task.succeeded.connect(self._show_newer)
            task.failed.connect(self._on_refused)
            return
        self.set_busy(False)
        if isinstance(error, AuthorityNeeded):
            self._authority_field.show()
            self._authority_field.refuse(wording.sentence(error)[1])
            self.authority.setFocus()
        elif isinstance(error, Refusal | Outage):
            title, why = wording.sentence(error)
            self.refuse(title, why, "near" if isinstance(error, Outage) else "over")
        else:
            self._tasks.unhandled.emit(error)

    @Slot(object)
    def _show_newer(self, newer: ContactDetail) -> None:
        """A colleague was first: their version is shown above what was typed. Saving goes on from theirs."""
        self.set_busy(False)
        self._based_on = newer.version
        version = newer.versions[-1]
        title, why = wording.sentence(ContactChanged())
        said = self.tr("{who}, {when}: {reason}").format(
            who=version.made_by, when=formatting.relative(version.made_at, newer.recorded_at), reason=version.reason
        )
        box = self._newer.layout()
        while box is not None and box.count():
            item = box.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.deleteLater()
        if box is not None:
            for part in (
                Paragraph(title, "near", theme.LEAD, strong=True),
                Paragraph(why),
                Text(said, theme.CAPTION, tone="muted", elided=True),
                LongText(newer.summary),
                LongText(newer.note, "muted"),
            ):
                box.addWidget(part)
        self._newer.show()
        self._newer.setAccessibleName(wording.sentences(title, newer.summary[:500]))
        self.save_button.setText(self.tr("Save over it"))
        self._scroll.verticalScrollBar().setValue(0)
        self._resettle()


def _searched(product: Product) -> str:
    return f"{product.name} {product.keywords}".lower()
