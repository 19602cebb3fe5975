"""Keeps what somebody asked for and did not get: "verstrekking geweigerd"."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.party_commands import RefuseDisclosure
from kcc_desktop.services.parties import PartyService
from kcc_desktop.ui.shared import wording
from kcc_desktop.ui.shared.basics import Paragraph
from kcc_desktop.ui.shared.fields import NoteField, field
from kcc_desktop.ui.shared.form_panel import FormPanel


class RefusalForm(FormPanel):
    """`saved` carries the party's id."""

    def __init__(self, column_widget: QWidget, parties: PartyService, tasks: TaskRunner) -> None:
        super().__init__(column_widget, tasks, "", "")
        self.save_button.setText(self.tr("Record the refusal"))
        self._parties = parties
        self._party_id: UUID | None = None
        self._conversation: UUID | None = None
        self._refusal_id = new_id()
        self._say_this = Paragraph("")
        self.asked = NoteField(self.tr("What was asked, and by whom?"), lines=4, most=8)
        asked = field(self.tr("What was asked, and by whom?"), self.asked)
        self._known_as(asked=asked)
        self._lay_out(self._say_this, asked)

    def open_for(self, party_id: UUID, title: str, conversation: UUID | None) -> None:
        """What was typed about this party before and not saved is still there."""
        self.set_title(self.tr("Disclosure refused"))
        if party_id != self._party_id:
            self._refusal_id = new_id()
            self.asked.setPlainText("")
        self._party_id, self._conversation = party_id, conversation
        self._say_this.set_text(
            wording.fill(
                self.tr("Say: “I cannot tell you anything about this.” It stands in the contacts of {name}."),
                name=title,
            )
        )
        self.appear()

    def _first(self) -> QWidget:
        return self.asked

    def _save(self) -> None:
        if self._party_id is None:
            return
        command = RefuseDisclosure(self._refusal_id, self._party_id, self._conversation, self.asked.toPlainText())
        self._submit(partial(self._parties.refuse_disclosure, command), self._party_id)

    def _on_saved(self) -> None:
        super()._on_saved()
        self._party_id = None  # what is typed next is another refusal
