"""Picks a person or company: what is typed is searched off the main thread."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.ongoing import PartyRef
from kcc_desktop.domain.parties import PartyKind, PartySummary
from kcc_desktop.domain.party_answers import SearchAnswer
from kcc_desktop.services.parties import PartyService
from kcc_desktop.ui.shared import formatting
from kcc_desktop.ui.shared.basics import column
from kcc_desktop.ui.shared.buttons import Choice
from kcc_desktop.ui.shared.fields import Field, field
from kcc_desktop.ui.shared.picker import Picker
from kcc_desktop.ui.shared.rows import Row

_MOST = 9


def summary_row(found: PartySummary, typed: str) -> Row:
    """One line; of a restricted person neither place nor birth date is there to be shown."""
    parts = [formatting.partial_date(found.born) if found.born else "", found.place, found.number_masked]
    if found.is_deceased:
        parts.append(QCoreApplication.translate("Parties", "deceased"))
    if found.disclosure_restricted:
        parts.append(QCoreApplication.translate("Parties", "disclosure restricted"))
    icon = "buildings" if found.kind is PartyKind.ORGANISATION else "user"
    guarded = "eye-slash" if found.disclosure_restricted else ""
    detail = " · ".join(part for part in parts if part)
    return Row(found.title, detail, icon, detail_icon=guarded, match=typed, key=found.id)


class PartyChoice(QWidget):
    """A field that opens the list; `picked` carries a `PartyRef`."""

    picked = Signal(object)

    def __init__(self, label: str, parties: PartyService, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parties, self._tasks, self._label = parties, tasks, label
        self.choice = Choice("", icon="user", name=label, placeholder=self.tr("Type a name, birth date or KVK number"))
        self.choice.clicked.connect(self.pick)
        self.field: Field = field(label, self.choice)
        self.setLayout(column(self.field, gap=0))
        self._picker: Picker | None = None
        self._found: dict[UUID, PartySummary] = {}
        self._ref: PartyRef | None = None

    def ref(self) -> PartyRef | None:
        return self._ref

    def show_ref(self, ref: PartyRef | None) -> None:
        self._ref = ref
        self.choice.setText(ref.title if ref is not None else "")
        self.choice.set_icon("buildings" if ref is not None and ref.kind is PartyKind.ORGANISATION else "user")
        self.field.accept()

    @Slot()
    def pick(self) -> None:
        if self._picker is None:
            self._picker = Picker(self.window(), self._label, self.tr("Type a name, birth date or KVK number"))
            self._picker.typed.connect(self._on_typed)
            self._picker.picked.connect(self._on_picked)
        self._picker.open_at(self.choice, [], nothing=self.tr("Type at least two letters."))

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        if self._picker is not None and len(text.strip()) < 2:
            self._picker.set_rows([])
            return
        task = self._tasks.run(partial(self._parties.search, text, _MOST), self, key="parties")
        task.succeeded.connect(partial(self._on_found, text))

    def _on_found(self, text: str, answer: SearchAnswer) -> None:
        if self._picker is not None and self._picker.text() == text:
            self._found.update({one.id: one for one in answer.parties})
            self._picker.set_rows([summary_row(one, text) for one in answer.parties])

    @Slot(object)
    def _on_picked(self, key: object) -> None:
        found = self._found.get(key) if isinstance(key, UUID) else None
        if found is not None:
            self.show_ref(PartyRef(found.id, found.kind, found.title, found.disclosure_restricted))
            self.picked.emit(self._ref)
