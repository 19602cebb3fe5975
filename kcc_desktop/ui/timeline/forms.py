"""The forms that lie above the timeline. What was typed in one is kept until it is saved, also when it was closed."""

from uuid import UUID

from PySide6.QtCore import QObject, QRect, Signal, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.appointments import Appointment
from kcc_desktop.domain.bookings_elsewhere import BookingElsewhere
from kcc_desktop.domain.contacts import ContactDetail
from kcc_desktop.domain.visits import Visit
from kcc_desktop.ui.catalogue import Catalogue
from kcc_desktop.ui.services import Services
from kcc_desktop.ui.timeline.appointment_card import AppointmentCard
from kcc_desktop.ui.timeline.booking_forms import BookingCancelForm, BookingCard, BookingSettleForm
from kcc_desktop.ui.timeline.came_form import CameForm
from kcc_desktop.ui.timeline.cancel_form import CancelForm
from kcc_desktop.ui.timeline.confirm_form import ConfirmForm
from kcc_desktop.ui.timeline.correct_form import CorrectForm
from kcc_desktop.ui.timeline.form_card import FormCard
from kcc_desktop.ui.timeline.move_form import MoveForm
from kcc_desktop.ui.timeline.reschedule_form import RescheduleForm
from kcc_desktop.ui.timeline.visit_cancel_form import VisitCancelForm
from kcc_desktop.ui.timeline.visit_card import VisitCard
from kcc_desktop.ui.timeline.visit_confirm_form import VisitConfirmForm
from kcc_desktop.ui.timeline.visit_move_form import VisitMoveForm

_MOST_KEPT = 10
_ARRANGING = (
    RescheduleForm,
    CancelForm,
    ConfirmForm,
    CameForm,
    VisitMoveForm,
    VisitCancelForm,
    VisitConfirmForm,
    BookingCancelForm,
    BookingSettleForm,
)


class Forms(QObject):
    """One form is open at a time. `corrected` and `moved` carry the contact's id."""

    corrected = Signal(object)  # UUID
    moved = Signal(object)  # UUID
    arranged = Signal(object, object)  # Appointment as it was, and as it is now
    outdated = Signal(object)  # Appointment: not as it was shown
    closed = Signal()
    editing = Signal(object)  # the id of the contact that a form is open to change; None: none is

    def __init__(self, services: Services, tasks: TaskRunner, catalogue: Catalogue, parent: QWidget) -> None:
        super().__init__(parent)
        self._services, self._tasks, self._catalogue, self._column = services, tasks, catalogue, parent
        self.closed.connect(self._on_closed)
        self._kept: dict[tuple[type[FormCard], UUID], FormCard] = {}

    def shown(self) -> FormCard | None:
        return next((form for form in self._kept.values() if not form.isHidden()), None)

    def is_open(self) -> bool:
        return self.shown() is not None

    def open_correct(self, detail: ContactDetail, room: QRect) -> None:
        """With what was typed before, when it was closed unsaved; a newer version is then met when saving."""
        form = self._kept.get((CorrectForm, detail.id))
        if form is None:
            made = CorrectForm(detail, self._services.contacts, self._tasks, self._catalogue, self._column)
            made.corrected.connect(self._on_corrected)
            form = self._keep(detail.id, made)
        self._open(form, room)
        self.editing.emit(detail.id)

    def open_move(self, detail: ContactDetail, room: QRect) -> None:
        form = self._kept.get((MoveForm, detail.id))
        if form is None:
            made = MoveForm(detail, self._services.contacts, self._services.parties, self._tasks, self._column)
            made.moved.connect(self._on_moved)
            form = self._keep(detail.id, made)
        self._open(form, room)
        self.editing.emit(detail.id)

    def open_reschedule(self, detail: Appointment | Visit, room: QRect) -> None:
        """Always anew: the times on offer are those of now."""
        made: AppointmentCard | VisitCard
        if isinstance(detail, Visit):
            made = VisitMoveForm(detail, self._services.visits, self._tasks, self._column)
        else:
            made = RescheduleForm(detail, self._services.appointments, self._tasks, self._column)
        self._open_for(detail, made, room)

    def open_cancel(self, detail: Appointment | BookingElsewhere | Visit, room: QRect) -> None:
        made: AppointmentCard | BookingCard | VisitCard
        if isinstance(detail, BookingElsewhere):
            made = BookingCancelForm(detail, self._services.bookings_elsewhere, self._tasks, self._column)
        elif isinstance(detail, Visit):
            made = VisitCancelForm(detail, self._services.visits, self._tasks, self._column)
        else:
            made = CancelForm(detail, self._services.appointments, self._tasks, self._column)
        self._open_for(detail, made, room)

    def open_confirm(self, detail: Appointment | Visit, room: QRect) -> None:
        services = self._services
        made: AppointmentCard | VisitCard
        if isinstance(detail, Visit):
            made = VisitConfirmForm(detail, services.visits, services.visit_confirmations, self._tasks, self._column)
        else:
            made = ConfirmForm(detail, services.appointments, services.confirmations, self._tasks, self._column)
        self._open_for(detail, made, room)

    def open_came(self, detail: Appointment, room: QRect) -> None:
        self._open_for(detail, CameForm(detail, self._services.appointments, self._tasks, self._column), room)

    def open_settle(self, detail: BookingElsewhere, room: QRect) -> None:
        made = BookingSettleForm(detail, self._services.bookings_elsewhere, self._tasks, self._column)
        self._open_for(detail, made, room)

    def _open_for(
        self,
        detail: Appointment | BookingElsewhere | Visit,
        made: AppointmentCard | BookingCard | VisitCard,
        room: QRect,
    ) -> None:
        self._drop((type(made), detail.id))
        made.arranged.connect(self._on_arranged)
        made.outdated.connect(self.outdated)
        self._open(self._keep(detail.id, made), room)

    def close_open(self) -> bool:
        """Close the open form; False when none was open."""
        form = self.shown()
        if form is None:
            return False
        form.close_form()
        return True

    def hide_open(self) -> None:
        """Another party is shown: the form goes too, and nobody gets the focus."""
        form = self.shown()
        if form is not None:
            form.hide()
            self.editing.emit(None)

    def settle(self, room: QRect) -> None:
        """The column has another size."""
        form = self.shown()
        if form is not None:
            form.settle(room)

    def _open(self, form: FormCard, room: QRect) -> None:
        self.hide_open()
        form.open_in(room)

    def _keep(self, contact_id: UUID, form: FormCard) -> FormCard:
        form.closed.connect(self.closed)
        self._kept[type(form), contact_id] = form
        while len(self._kept) > _MOST_KEPT:
            self._drop(next(iter(self._kept)))
        return form

    def _drop(self, key: tuple[type[FormCard], UUID]) -> None:
        form = self._kept.pop(key, None)
        if form is not None:
            form.hide()
            form.deleteLater()

    @Slot()
    def _on_closed(self) -> None:
        self.editing.emit(None)

    @Slot(object)
    def _on_corrected(self, contact_id: UUID) -> None:
        self._drop((CorrectForm, contact_id))
        self.closed.emit()
        self.corrected.emit(contact_id)

    @Slot(object)
    def _on_moved(self, contact_id: UUID) -> None:
        for kind in (CorrectForm, MoveForm):
            self._drop((kind, contact_id))
        self.closed.emit()
        self.moved.emit(contact_id)

    @Slot(object, object)
    def _on_arranged(
        self, before: Appointment | BookingElsewhere | Visit, after: Appointment | BookingElsewhere | Visit
    ) -> None:
        for kind in _ARRANGING:
            self._drop((kind, before.id))
        self.closed.emit()
        self.arranged.emit(before, after)
