"""Moves a contact that was recorded on the wrong citizen: who it belongs to is searched in here. Or to nobody."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.contact_commands import MoveContact, ReasonNeeded
from kcc_desktop.domain.contacts import ContactDetail
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.parties import PartyKind, PartySummary
from kcc_desktop.domain.party_answers import SearchAnswer
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.parties import PartyService
from kcc_desktop.ui.shared import formatting, theme, wording
from kcc_desktop.ui.shared.basics import Text
from kcc_desktop.ui.shared.fields import TextField, field
from kcc_desktop.ui.shared.rows import Row, row_list
from kcc_desktop.ui.timeline.form_card import FormCard

_WHILE_TYPING_MS = 120
_SHOWN = 5
_NOBODY = "nobody"


class MoveForm(FormCard):
    """`moved` carries the contact's id."""

    moved = Signal(object)  # UUID

    def __init__(
        self,
        detail: ContactDetail,
        contacts: ContactService,
        parties: PartyService,
        tasks: TaskRunner,
        parent: QWidget,
    ) -> None:
        self._detail, self._contacts, self._parties, self._tasks = detail, contacts, parties, tasks
        self._found: tuple[PartySummary, ...] = ()
        self._command: MoveContact | None = None
        super().__init__(parent)
        self.set_words(
            self.tr("Move this contact"),
            self.tr("It leaves this timeline, with its tasks, and stands on the right one from then on."),
            self.tr("Move"),
        )
        self._make_fields()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_WHILE_TYPING_MS)
        self._soon.timeout.connect(self._search)
        self._show_rows()

    def first_field(self) -> QWidget:
        return self.who

    def target(self) -> UUID | str | None:
        """The chosen party's id, "nobody" for an anonymous contact, None while nothing is chosen."""
        row = self.results.current_row()
        key = row.key if row is not None else None
        return key if isinstance(key, UUID | str) else None

    @Slot()
    def save(self) -> None:
        target, reason = self.target(), self.reason.text().strip()
        if target is None:
            self._who_field.refuse(self.tr("Choose whose contact it is, or nobody."))
            self.who.setFocus()
            return
        if not reason:
            self._reason_field.refuse(wording.sentence(ReasonNeeded())[1])
            self.reason.setFocus()
            return
        into = target if isinstance(target, UUID) else None
        command = self._command
        if command is None or (command.into_party_id, command.reason) != (into, reason):
            # Pressed twice, or again after an outage, it is the same move.
            self._command = command = MoveContact(new_id(), self._detail.id, into, reason)
        self.accept()
        self.set_busy(True)
        task = self._tasks.run(partial(self._contacts.move, command), self)
        task.succeeded.connect(self._on_saved)
        task.failed.connect(self._on_refused)

    def _make_fields(self) -> None:
        self.who = TextField(self.tr("Whose contact is it?"), self.tr("Name, birth date, postcode, phone"))
        self.who.setMaxLength(200)
        self.who.textChanged.connect(self._typed)
        self.who.installEventFilter(self)
        self.results = row_list(self.tr("Whose contact is it?"), [], compact=True, fit=False)
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.results.selectionModel().currentChanged.connect(self._on_chosen)
        self.results.clicked.connect(self._to_reason)
        self._more = Text("", theme.CAPTION, tone="muted", elided=True)
        self.reason = TextField(self.tr("Why do you move it?"), self.tr("So that a colleague understands it later"))
        self.reason.textEdited.connect(self.reason.accept)
        self._who_field = field(self.tr("Whose contact is it?"), self.who)
        self._reason_field = field(self.tr("Why do you move it?"), self.reason)
        self.add(self._who_field, self.results, self._more, self._reason_field)

    @Slot()
    def _typed(self) -> None:
        self._who_field.accept()
        self._soon.start()

    @Slot()
    def _search(self) -> None:
        self._soon.stop()
        typed = self.who.text().strip()
        if not typed:
            self._on_found(SearchAnswer(()))
            return
        task = self._tasks.run(partial(self._parties.search, typed), self, key="search")
        task.succeeded.connect(self._on_found)
        task.failed.connect(self._on_not_searched)

    @Slot(object)
    def _on_found(self, answer: SearchAnswer) -> None:
        self._found = tuple(party for party in answer.parties if party.id != self._detail.party_id)
        if answer.more:
            self._more.setText(self.tr("There are more. Type on."))
        elif self.who.text().strip() and not self._found:
            self._more.setText(self.tr("Nobody found. Type another name or number."))
        else:
            self._more.setText("")
        self._more.setVisible(bool(self._more.text()))
        self._show_rows()

    def _show_rows(self) -> None:
        rows = [_party_row(party, self.who.text()) for party in self._found]
        if self._detail.party_id is not None:
            nobody = self.tr("Nobody: an anonymous contact")
            rows.append(Row(nobody, self.tr("It is counted and stands on no timeline"), icon="user", key=_NOBODY))
        self.results.set_rows(rows)
        # Only a name that was searched for is chosen by itself, never "nobody".
        self.results.choose(0 if self._found else -1)
        shown = sum(self.results.sizeHintForRow(number) for number in range(min(len(rows), _SHOWN)))
        self.results.setFixedHeight(max(1, shown))
        self._show_target()
        self._resettle()

    @Slot()
    def _on_chosen(self) -> None:
        self._who_field.accept()
        self._show_target()

    def _show_target(self) -> None:
        row, target = self.results.current_row(), self.target()
        if target == _NOBODY:
            self.save_button.setText(self.tr("Make it anonymous"))
        elif row is not None and target is not None:
            self.save_button.setText(self.tr("Move to {name}").format(name=row.title[:28]))
        else:
            self.save_button.setText(self.tr("Move"))

    @Slot(QModelIndex)
    def _to_reason(self, _index: QModelIndex) -> None:
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.who and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event)
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        steps: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Down: partial(self._step, 1),
            Qt.Key.Key_Up: partial(self._step, -1),
        }
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        if event.key() in steps:
            steps[event.key()]()
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.reason.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return False

    def _step(self, by: int) -> None:
        count = self.results.model().rowCount()
        if count:
            current = self.results.currentIndex().row()
            self.results.choose(min(max(current + by, 0), count - 1))

    @Slot(object)
    def _on_saved(self, _nothing: object) -> None:
        self.set_busy(False)
        self.moved.emit(self._detail.id)

    @Slot(object)
    def _on_refused(self, error: Exception) -> None:
        self.set_busy(False)
        if isinstance(error, Refusal | Outage):
            title, why = wording.sentence(error)
            self.refuse(title, why, "near" if isinstance(error, Outage) else "over")
        else:
            self._tasks.unhandled.emit(error)

    @Slot(object)
    def _on_not_searched(self, error: Exception) -> None:
        if isinstance(error, Refusal | Outage):
            self._more.setText(wording.sentence(error)[0])
            self._more.show()
        else:
            self._tasks.unhandled.emit(error)


def _party_row(party: PartySummary, typed: str) -> Row:
    """Name, and what tells two of the same name apart; what a restriction covers is not in there."""
    born = formatting.partial_date(party.born) if party.born is not None else ""
    parts = (born, party.place, party.number_masked)
    icon = "buildings" if party.kind is PartyKind.ORGANISATION else "user"
    if party.disclosure_restricted:
        icon = "eye-slash"
    return Row(party.title, " · ".join(part for part in parts if part), icon=icon, key=party.id, match=typed)
