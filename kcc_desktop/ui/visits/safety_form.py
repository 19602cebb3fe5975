"""A safety note being written: about whom or which front door, on what ground, in which words, until when it counts."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.safety_notes import (
    GROUND_LABELS,
    USUAL_SAFETY_DAYS,
    AddSafetyNote,
    SafetyGround,
    address_key,
)
from kcc_desktop.domain.visits import Visit
from kcc_desktop.domain.written_dates import parse_day
from kcc_desktop.services.safety_notes import SafetyNoteService
from kcc_desktop.ui.shared import formatting
from kcc_desktop.ui.shared.fields import Field, NoteField, TextField
from kcc_desktop.ui.shared.form_panel import FormPanel
from kcc_desktop.ui.shared.labels import of_labels
from kcc_desktop.ui.shared.rows import Row, row_list

_GROUNDS = tuple(SafetyGround)


@dataclass(frozen=True, slots=True)
class _Subject:
    title: str
    icon: str
    party_id: UUID | None = None
    address: Address | None = None


def _subjects(visit: Visit) -> tuple[_Subject, ...]:
    """Everybody invited, then the address; a covered address is not there to be named."""
    people = [_Subject(one.name or visit.name, "user", party_id=one.party_id) for one in visit.invited]
    address = visit.place.address
    if visit.is_covered or not address_key(address):
        return tuple(people)
    where = ", ".join(part for part in (address.line1(), address.line2()) if part)
    return (*people, _Subject(where, "house", address=address))


class SafetyForm(FormPanel):
    """Ctrl+Enter keeps it. `saved` carries the `Visit` it was written at; `is_kept` afterwards: write a new one."""

    def __init__(
        self, beside: QWidget, safety: SafetyNoteService, tasks: TaskRunner, visit: Visit, today: date
    ) -> None:
        super().__init__(beside, tasks, self.tr("Write a safety note"), self.tr("Keep the note"))
        self._safety, self._visit, self._today, self._id = safety, visit, today, new_id()
        self._subjects = _subjects(visit)
        self.is_kept = False
        title = self.tr("Safety note")
        self.set_title(f"{title} · {visit.title}")
        about = [Row(one.title, icon=one.icon, key=one.party_id) for one in self._subjects]
        self.about = row_list(self.tr("About"), about, compact=True, selected=0)
        grounds = [Row(of_labels(GROUND_LABELS[one]), keys=str(n), key=one) for n, one in enumerate(_GROUNDS, 1)]
        self.ground = row_list(self.tr("Ground"), grounds, compact=True, selected=0)
        self.ground.installEventFilter(self)
        self.note = NoteField(self.tr("What a visitor must know to stay safe"), 3, 8)
        self.ends_on = TextField(
            self.tr("Counts up to and including"), text=formatting.full_date(today + timedelta(days=USUAL_SAFETY_DAYS))
        )
        fields = {
            "subject": Field(self.tr("About"), self.about),
            "ground": Field(self.tr("Ground"), self.ground),
            "safety_text": Field(self.tr("What a visitor must know to stay safe"), self.note),
            "ends_on": Field(self.tr("Counts up to and including"), self.ends_on),
        }
        self._lay_out(*fields.values())
        self._known_as(**fields)

    def is_of(self, visit: Visit) -> bool:
        """Whether what is typed here is about this visit, and not kept yet."""
        return self._visit.id == visit.id and not self.is_kept

    def _first(self) -> QWidget:
        return self.ground

    def _save(self) -> None:
        line = self.about.currentIndex().row()
        subject = self._subjects[line] if 0 <= line < len(self._subjects) else None
        try:
            ends_on = self._end()
        except InvalidValue as error:
            self.refuse(error)
            return
        command = AddSafetyNote(
            self._id,
            subject.party_id if subject is not None else None,
            _GROUNDS[max(0, self.ground.currentIndex().row())],
            self.note.toPlainText(),
            ends_on,
            subject.address if subject is not None else None,
        )
        self._submit(partial(self._safety.add, command), self._visit)

    def _end(self) -> date:
        """Refuses with InvalidValue ("ends_on", "empty" | "characters" | "range")."""
        typed = self.ends_on.text().strip()
        if not typed:
            raise InvalidValue("ends_on", "empty")
        try:
            return parse_day(typed, self._today)
        except InvalidValue as error:
            raise InvalidValue("ends_on", error.reason) from error

    def _on_saved(self) -> None:
        self.is_kept = True
        super()._on_saved()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if watched is self.ground and is_key and isinstance(event, QKeyEvent) and not event.modifiers():
            number = event.key() - Qt.Key.Key_1
            if 0 <= number < len(_GROUNDS):
                self.ground.choose(number)
                return True
        return super().eventFilter(watched, event)
