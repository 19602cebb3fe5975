"""Opens one row of the timeline in place: asks the service of its kind, fills the card, says what can be done with it.

One row is open at a time. Whether a conversation goes on, and what belongs to it already, comes in from outside.
"""

from collections.abc import Callable, Hashable
from dataclasses import replace
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kcc_desktop.background.tasks import NETWORK, TaskRunner
from kcc_desktop.domain.appointments import Appointment
from kcc_desktop.domain.bookings_elsewhere import BookingElsewhere
from kcc_desktop.domain.cases import CaseDetail
from kcc_desktop.domain.contacts import ContactDetail, LookedUp, LookedUpKind
from kcc_desktop.domain.errors import NotFound, Outage, Refusal
from kcc_desktop.domain.party_answers import DisclosureRefused
from kcc_desktop.domain.timeline import EntryKind
from kcc_desktop.domain.visits import Visit
from kcc_desktop.domain.work import TaskDetail
from kcc_desktop.ui.services import Services
from kcc_desktop.ui.shared import formatting, wording
from kcc_desktop.ui.timeline import appointment_sheet, booking_sheet, sheet, terms, visit_sheet
from kcc_desktop.ui.timeline.card import OpenedCard
from kcc_desktop.ui.timeline.rows import EntryRow
from kcc_desktop.ui.timeline.sheet import Act, Detail, Sheet
from kcc_desktop.ui.timeline.view import TimelineView
from kcc_desktop.ui.timeline.words import Face, Words

_PATIENCE_MS = 80  # a row that opens sooner opens once, whole
_LOOKED_UP = {EntryKind.CONTACT: LookedUpKind.CONTACT, EntryKind.CASE: LookedUpKind.CASE}


class Opening(QObject):
    """`closed` carries the id of the row that was open."""

    to_note = Signal(str)
    attach = Signal(object)  # LookedUp
    correct = Signal(object)  # ContactDetail
    move = Signal(object)  # ContactDetail
    reschedule = Signal(object)  # Appointment or Visit
    cancel = Signal(object)  # Appointment, BookingElsewhere or Visit
    confirm = Signal(object)  # Appointment or Visit
    came = Signal(object)  # Appointment
    settle = Signal(object)  # BookingElsewhere
    closed = Signal(object)  # UUID
    offered = Signal()  # what can be done with the open row may be something else now

    def __init__(
        self,
        services: Services,
        tasks: TaskRunner,
        view: TimelineView,
        words: Words,
        now: Callable[[], datetime],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._tasks, self._view, self._words, self._now = tasks, view, words, now
        self._ask: dict[EntryKind, Callable[[UUID], Detail]] = {
            EntryKind.CONTACT: services.contacts.open,
            EntryKind.TASK: services.tasks.open,
            EntryKind.CASE: services.cases.open,
            EntryKind.APPOINTMENT: services.appointments.open,
            EntryKind.VISIT: services.visits.open,
            EntryKind.DISCLOSURE_REFUSAL: services.parties.refusal,
        }
        self._elsewhere = services.bookings_elsewhere
        self._row: EntryRow | None = None
        self._card: OpenedCard | None = None
        self._detail: Detail | None = None
        self._sheet: Sheet | None = None
        self._sought = ""
        self._is_talking, self._is_correcting, self._is_planning = False, True, True
        self._attached: frozenset[UUID] = frozenset()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._show_what_is_known)

    @property
    def row(self) -> EntryRow | None:
        """The row that is open, or is about to."""
        return self._row

    def detail(self) -> Detail | None:
        return self._detail

    def card(self) -> OpenedCard | None:
        return self._card

    def is_open(self, key: Hashable) -> bool:
        return self._row is not None and self._row.key == key

    def open(self, row: EntryRow, sought: str = "") -> None:
        """Open this row and no other; `sought` lights up in its texts."""
        self.close()
        self._row, self._sought = row, sought
        self._load()
        self._patience.start()

    @Slot()
    def close(self) -> bool:
        """Close the open row; False when none was open."""
        row, self._row = self._row, None
        self._patience.stop()
        self._detail, self._sheet, self._card = None, None, None
        card = self._view.close_row()
        if card is not None:
            card.deleteLater()
        if row is not None:
            self.closed.emit(row.entry.id)
            self.offered.emit()
        return row is not None

    def follow(self, row: EntryRow | None) -> None:
        """The open row looks different now, or is gone (None)."""
        if row is None or row.is_folded:
            self.close()
        elif row != self._row:
            self._row = row
            self._load()

    @Slot()
    def load_again(self) -> None:
        if self._row is not None:
            self._load()

    def during(self, *, is_talking: bool, attached: frozenset[UUID]) -> None:
        """Whether a conversation goes on, and what belongs to it already: the actions follow."""
        if (is_talking, attached) != (self._is_talking, self._attached):
            self._is_talking, self._attached = is_talking, attached
            self._offer()

    def allow(self, *, correcting: bool, planning: bool) -> None:
        """Whether the agent's roles let them correct and move contacts, and plan appointments."""
        if (correcting, planning) != (self._is_correcting, self._is_planning):
            self._is_correcting, self._is_planning = correcting, planning
            self._offer()

    def acts(self) -> tuple[Act, ...]:
        """What can be done with the open row now."""
        if self._sheet is None or self._detail is None:
            return ()
        return tuple(act for act in self._sheet.acts if self._is_possible(act))

    @Slot(object)
    def do(self, act: Act) -> bool:
        """Do it with the open row; False when that cannot be done now."""
        row, detail, sheet_shown = self._row, self._detail, self._sheet
        if act not in self.acts() or row is None or sheet_shown is None:
            return False
        if act is Act.TO_NOTE:
            self.to_note.emit(sheet_shown.for_note)
        elif act is Act.ATTACH:
            self.attach.emit(LookedUp(_LOOKED_UP[row.entry.kind], row.entry.id, sheet_shown.title))
        else:
            wanted = {
                Act.CORRECT: self.correct,
                Act.MOVE: self.move,
                Act.RESCHEDULE: self.reschedule,
                Act.CANCEL: self.cancel,
                Act.CONFIRM: self.confirm,
                Act.CAME: self.came,
                Act.SETTLE: self.settle,
            }
            wanted[act].emit(detail)
        return True

    def _is_possible(self, act: Act) -> bool:
        if act in (Act.TO_NOTE, Act.ATTACH):
            return self._is_talking
        if act in (Act.CORRECT, Act.MOVE):
            return self._is_correcting
        return self._is_planning or act is Act.CONFIRM

    def _load(self) -> None:
        if self._row is None:
            return
        ask = self._ask.get(self._row.entry.kind)
        if ask is None:
            self._show_what_is_known()
            return
        # The key: of two rows opened one after the other only the last one is shown.
        task = self._tasks.run(partial(ask, self._row.entry.id), self, key="open")
        task.succeeded.connect(partial(self._on_loaded, self._row.key))
        is_planned = self._row.entry.kind is EntryKind.APPOINTMENT
        task.failed.connect(partial(self._on_not_ours if is_planned else self._on_failed, self._row.key))

    def _on_not_ours(self, key: Hashable, error: Exception) -> None:
        """An appointment that our own calendar does not know stands in another one, which takes its time to answer."""
        if not isinstance(error, NotFound) or self._row is None or self._row.key != key:
            self._on_failed(key, error)
            return
        ask = partial(self._elsewhere.open, self._row.entry.id)
        task = self._tasks.run(ask, self, pool=NETWORK, key="open")
        task.succeeded.connect(partial(self._on_loaded, key))
        task.failed.connect(partial(self._on_failed, key))

    def _on_loaded(self, key: Hashable, detail: Detail) -> None:
        if self._row is None or self._row.key != key:
            return
        self._patience.stop()
        if self._sheet is not None and detail == self._detail:
            return
        self._detail = detail
        self._sheet = self._sheet_of(detail)
        self._fill()

    def _on_failed(self, key: Hashable, error: Exception) -> None:
        if self._row is None or self._row.key != key:
            return
        self._patience.stop()
        if not isinstance(error, Refusal | Outage):
            self._tasks.unhandled.emit(error)
            self.close()
            return
        face = self._words.face(self._row)
        title, why = wording.sentence(error)
        self._detail, self._sheet = None, None
        self._opened_card().show_failure(sheet.of_entry(self._row.entry, face.title), face, title, why)
        self._place()

    @Slot()
    def _show_what_is_known(self) -> None:
        """The row's own words, while the rest is on its way or when there is no more."""
        if self._row is not None and self._detail is None:
            face = self._words.face(self._row)
            self._sheet = sheet.of_entry(self._row.entry, face.title)
            self._fill()

    def _sheet_of(self, detail: Detail) -> Sheet:
        today = formatting.local(self._now()).date()
        title = self._words.face(self._row).title if self._row is not None else ""
        if isinstance(detail, ContactDetail):
            return sheet.of_contact(detail, self._words.channel(detail.channel_code), today)
        if isinstance(detail, TaskDetail):
            return sheet.of_task(detail, title, today)
        if isinstance(detail, CaseDetail):
            return sheet.of_case(detail, today)
        if isinstance(detail, Appointment):
            return appointment_sheet.of_appointment(detail, today)
        if isinstance(detail, BookingElsewhere):
            return booking_sheet.of_booking(detail, today)
        if isinstance(detail, Visit):
            return visit_sheet.of_visit(detail, today)
        assert isinstance(detail, DisclosureRefused)
        return sheet.of_refusal(detail, title, today)

    def _fill(self) -> None:
        if self._row is None or self._sheet is None:
            return
        self._opened_card().show_sheet(self._sheet, self._face(self._row), self._sought)
        self._offer()
        self._place()

    def _face(self, row: EntryRow) -> Face:
        """As the list shows it; the detail may be newer and then says how it ended."""
        face = self._words.face(row)
        if isinstance(self._detail, ContactDetail) and any(self._detail.labels):
            return replace(face, state=terms.of_labels(self._detail.labels))
        return face

    def _offer(self) -> None:
        """The actions below the words, as they are now."""
        if self._card is not None and self._row is not None:
            self._card.set_acts(self.acts(), attached=self._row.entry.id in self._attached)
            self._card.order_tabs(self._view)
        self.offered.emit()

    def _opened_card(self) -> OpenedCard:
        if self._card is None:
            self._card = OpenedCard()
            self._card.acted.connect(self.do)
            self._card.again.connect(self.load_again)
            self._card.closing.connect(self.close)
            self._card.grew.connect(self._view.card_grew)
            self._card.part_focused.connect(self._view.show_in_card)
        return self._card

    def _place(self) -> None:
        if self._row is not None and self._card is not None and self._view.opened_key() != self._row.key:
            self._view.open_row(self._row.key, self._card)
            self._card.order_tabs(self._view)
        elif self._card is not None:
            self._view.card_grew()  # other words, another height
