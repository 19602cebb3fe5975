"""Keeps that somebody died, as far as the desk knows before the register says so."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.parties import PartyCard
from kcc_desktop.domain.party_commands import NoteDeath
from kcc_desktop.domain.written_dates import parse_day
from kcc_desktop.services.parties import PartyService
from kcc_desktop.ui.shared import formatting
from kcc_desktop.ui.shared.basics import Paragraph
from kcc_desktop.ui.shared.fields import TextField, field
from kcc_desktop.ui.shared.form_panel import FormPanel


class DeathForm(FormPanel):
    """`saved` carries the party's id."""

    def __init__(
        self, column_widget: QWidget, parties: PartyService, tasks: TaskRunner, today: Callable[[], date]
    ) -> None:
        super().__init__(column_widget, tasks, "", "")
        self.set_title(self.tr("Somebody died"))
        self.save_button.setText(self.tr("Keep it"))
        self._parties, self._today = parties, today
        self._card: PartyCard | None = None
        self.day = TextField(placeholder="12-07-2026")
        day = field(self.tr("Day of death"), self.day)
        self._says = Paragraph("", "muted")
        self._known_as(died_on=day)
        self._lay_out(self._says, day)

    def open_for(self, card: PartyCard) -> None:
        self._card = card
        self.day.setText(formatting.full_date(self._today()))
        text = self.tr("{name} gets no messages and no letters any more. What is planned stays until you call it off.")
        self._says.set_text(text.format(name=card.title))
        self.appear()
        self.day.selectAll()

    def _first(self) -> QWidget:
        return self.day

    def _save(self) -> None:
        if self._card is None:
            return
        try:
            day = parse_day(self.day.text(), self._today())
        except InvalidValue as error:
            self.refuse(InvalidValue("died_on", error.reason))
            return
        self._submit(partial(self._parties.note_death, NoteDeath(self._card.id, day)), self._card.id)
