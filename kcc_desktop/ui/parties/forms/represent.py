"""Keeps that somebody speaks for another: on what ground, and until when."""

from collections.abc import Callable
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.ongoing import PartyRef
from kcc_desktop.domain.parties import PartyKind, RepresentationGround
from kcc_desktop.domain.party_commands import AddRepresentation
from kcc_desktop.domain.written_dates import parse_day
from kcc_desktop.services.parties import PartyService
from kcc_desktop.ui.parties import words
from kcc_desktop.ui.parties.behalf import Standing, capacity_for
from kcc_desktop.ui.parties.forms.party_choice import PartyChoice
from kcc_desktop.ui.shared.buttons import Choice
from kcc_desktop.ui.shared.fields import TextField, beside, field
from kcc_desktop.ui.shared.form_panel import FormPanel
from kcc_desktop.ui.shared.picker import Picker
from kcc_desktop.ui.shared.rows import Row

_FOR_COMPANIES = (
    RepresentationGround.DIRECTOR,
    RepresentationGround.CONTACT_PERSON,
    RepresentationGround.EHERKENNING,
    RepresentationGround.WRITTEN_AUTHORISATION,
)
_FOR_PEOPLE = (
    RepresentationGround.WRITTEN_AUTHORISATION,
    RepresentationGround.HELPER,
    RepresentationGround.PARENTAL_AUTHORITY,
    RepresentationGround.GUARDIANSHIP,
    RepresentationGround.CURATORSHIP,
    RepresentationGround.DIGID_MACHTIGEN,
)


class RepresentForm(FormPanel):
    """`saved` carries (conversation id or None, speaker's id, `Standing`)."""

    def __init__(
        self, column_widget: QWidget, parties: PartyService, tasks: TaskRunner, today: Callable[[], date]
    ) -> None:
        super().__init__(column_widget, tasks, "", "")
        self.save_button.setText(self.tr("Save"))
        self._parties, self._today = parties, today
        self._speaker: PartyRef | None = None
        self._conversation: UUID | None = None
        self._id = new_id()
        self._ground: RepresentationGround | None = None
        self.represented = PartyChoice(self.tr("Speaks for"), parties, tasks)
        self.represented.picked.connect(self._on_represented)
        self.ground = Choice("", icon="scales", name=self.tr("On what ground"), placeholder=self.tr("Choose"))
        self.ground.clicked.connect(self.pick_ground)
        self._ground_field = field(self.tr("On what ground"), self.ground)
        self.function = TextField(placeholder=self.tr("bookkeeper, neighbour"))
        function = field(self.tr("What are they to them (may stay empty)"), self.function)
        self.start, self.end = TextField(placeholder="12-07-2026"), TextField(placeholder="12-07-2027")
        start, end = field(self.tr("From (may stay empty)"), self.start), field(self.tr("Until"), self.end)
        self._known_as(
            represented=self.represented.field,
            ground=self._ground_field,
            function=function,
            valid_from=start,
            valid_until=end,
        )
        self._lay_out(self.represented, self._ground_field, function, beside(start, end, shares=(1, 1)))
        self._picker: Picker | None = None

    def open_for(self, conversation: UUID | None, speaker: PartyRef, represented: PartyRef | None) -> None:
        """What was typed for this speaker before is still there, unless it is about somebody else."""
        is_other = represented is not None and represented != self.represented.ref()
        if self._speaker is None or speaker.id != self._speaker.id or is_other:
            self._id = new_id()
            self._set_ground(None)
            for edit in (self.function, self.start, self.end):
                edit.clear()
            self.represented.show_ref(represented)
        self._speaker, self._conversation = speaker, conversation
        self.set_title(self.tr("{name} speaks for somebody else").format(name=speaker.title))
        self.appear()

    def _first(self) -> QWidget:
        return self.ground if self.represented.ref() is not None else self.represented.choice

    @Slot()
    def pick_ground(self) -> None:
        if self._picker is None:
            self._picker = Picker(self.window(), self.tr("On what ground"), self.tr("Type a ground"))
            self._picker.picked.connect(self._on_ground)
            self._picker.typed.connect(self._on_ground_typed)
        self._picker.open_at(self.ground, self._ground_rows(""))

    def _ground_rows(self, typed: str) -> list[Row]:
        ref = self.represented.ref()
        grounds = _FOR_COMPANIES if ref is not None and ref.kind is PartyKind.ORGANISATION else _FOR_PEOPLE
        rows = [Row(words.ground(one), match=typed, key=one) for one in grounds]
        return [row for row in rows if typed.casefold() in row.title.casefold()]

    @Slot(str)
    def _on_ground_typed(self, text: str) -> None:
        if self._picker is not None:
            self._picker.set_rows(self._ground_rows(text.strip()))

    @Slot(object)
    def _on_ground(self, chosen: object) -> None:
        if isinstance(chosen, RepresentationGround):
            self._set_ground(chosen)

    def _set_ground(self, chosen: RepresentationGround | None) -> None:
        self._ground = chosen
        self.ground.setText(words.ground(chosen) if chosen is not None else "")
        self._ground_field.accept()

    @Slot(object)
    def _on_represented(self, ref: PartyRef) -> None:
        allowed = _FOR_COMPANIES if ref.kind is PartyKind.ORGANISATION else _FOR_PEOPLE
        if self._ground not in allowed:
            self._set_ground(None)
        self.ground.setFocus()

    def _save(self) -> None:
        speaker, ref, ground = self._speaker, self.represented.ref(), self._ground
        problems: list[InvalidValue] = []
        if ref is None:
            problems.append(InvalidValue("represented", "missing"))
        if ground is None:
            problems.append(InvalidValue("ground", "missing"))
        start, end = self._day(self.start, "valid_from", problems), self._day(self.end, "valid_until", problems)
        if problems or speaker is None or ref is None or ground is None:
            self.refuse(*problems)
            return
        command = AddRepresentation(self._id, speaker.id, ref.id, ground, self.function.text(), start, end)
        standing = Standing(ref, capacity_for(ref.kind), ground, self.function.text().strip(), end, valid_from=start)
        self._submit(partial(self._parties.add_representation, command), (self._conversation, speaker.id, standing))

    def _day(self, edit: TextField, name: str, problems: list[InvalidValue]) -> date | None:
        if not edit.text().strip():
            return None
        try:
            return parse_day(edit.text(), self._today())
        except InvalidValue as error:
            problems.append(InvalidValue(name, error.reason))
            return None

    def _on_saved(self) -> None:
        super()._on_saved()
        self._speaker = None
