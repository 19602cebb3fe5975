"""Keeps that somebody no longer speaks for another, and from which day. What was stays on both cards."""

from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.parties import PartyCard, PartyKind, Representation
from kcc_desktop.domain.party_commands import EndRepresentation
from kcc_desktop.domain.written_dates import parse_day
from kcc_desktop.services.parties import PartyService
from kcc_desktop.ui.parties import entries, words
from kcc_desktop.ui.shared import formatting
from kcc_desktop.ui.shared.basics import Paragraph
from kcc_desktop.ui.shared.buttons import Choice
from kcc_desktop.ui.shared.fields import TextField, field
from kcc_desktop.ui.shared.form_panel import FormPanel
from kcc_desktop.ui.shared.picker import Picker
from kcc_desktop.ui.shared.rows import Row


class EndRepresentationForm(FormPanel):
    """`saved` carries (the card's id, its title, `Representation`)."""

    def __init__(
        self, column_widget: QWidget, parties: PartyService, tasks: TaskRunner, today: Callable[[], date]
    ) -> None:
        super().__init__(column_widget, tasks, "", "")
        self.set_title(self.tr("No longer on behalf of"))
        self.save_button.setText(self.tr("End it"))
        self._parties, self._today = parties, today
        self._card: PartyCard | None = None
        self._ends: Representation | None = None
        self._others: tuple[Representation, ...] = ()
        self.which = Choice("", icon="users", name=self.tr("Which one"), placeholder=self.tr("Choose"))
        self.which.clicked.connect(self.pick)
        which = field(self.tr("Which one"), self.which)
        self.day = TextField(placeholder="12-07-2026")
        day = field(self.tr("From which day"), self.day)
        self._says = Paragraph("", "muted")
        self._known_as(representation=which, ended_on=day)
        self._lay_out(which, day, self._says)
        self._picker: Picker | None = None

    def open_for(self, card: PartyCard, wanted: UUID | None) -> None:
        """`wanted` is the one a row shows; None, or one that is over meanwhile: the first there is."""
        self._card, self._others = card, entries.endable(card, self._today())
        self.day.setText(formatting.full_date(self._today()))
        found = next((one for one in self._others if one.id == wanted), None)
        self._choose(found or (self._others[0] if len(self._others) == 1 else None))
        self.appear()
        self.day.selectAll()

    def _first(self) -> QWidget:
        return self.which if self._ends is None else self.day

    @Slot()
    def pick(self) -> None:
        if self._picker is None:
            self._picker = Picker(self.window(), self.tr("Which one"), self.tr("Type a name"))
            self._picker.picked.connect(self._on_picked)
            self._picker.typed.connect(self._on_typed)
        self._picker.open_at(self.which, self._rows(""))

    def _rows(self, typed: str) -> list[Row]:
        found = (one for one in self._others if typed.casefold() in one.name.casefold())
        return [
            Row(
                one.name,
                " · ".join(part for part in (self._way(one), one.function, words.ground(one.ground)) if part),
                "buildings" if one.party_kind is PartyKind.ORGANISATION else "user",
                match=typed,
                key=one,
            )
            for one in found
        ]

    def _way(self, one: Representation) -> str:
        return self.tr("is spoken for") if one.outgoing else self.tr("speaks")

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        if self._picker is not None:
            self._picker.set_rows(self._rows(text.strip()))

    @Slot(object)
    def _on_picked(self, chosen: object) -> None:
        if isinstance(chosen, Representation):
            self._choose(chosen)
            self.day.setFocus()

    def _choose(self, one: Representation | None) -> None:
        self._ends = one
        self.which.setText(one.name if one is not None else "")
        if one is not None and self._card is not None:
            speaker, other = (self._card.title, one.name) if one.outgoing else (one.name, self._card.title)
            text = self.tr("From that day {speaker} no longer speaks for {other}. That they did stays on the card.")
            self._says.set_text(text.format(speaker=speaker, other=other))
        self._says.setVisible(one is not None)

    def _save(self) -> None:
        card, ends, problems = self._card, self._ends, list[InvalidValue]()
        if ends is None:
            problems.append(InvalidValue("representation", "missing"))
        try:
            day = parse_day(self.day.text(), self._today())
        except InvalidValue as error:
            problems.append(InvalidValue("ended_on", error.reason))
        if problems or card is None or ends is None:
            self.refuse(*problems)
            return
        work = partial(self._parties.end_representation, EndRepresentation(ends.id, day))
        self._submit(work, (card.id, card.title, ends))
