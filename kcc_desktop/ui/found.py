"""What happens with what the palette found: a product is picked, a case or task is shown with whom it belongs to."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from kcc_desktop.domain.appointments import Appointment
from kcc_desktop.domain.bookings_elsewhere import BookingElsewhere
from kcc_desktop.domain.cases import CaseDetail, CaseSummary
from kcc_desktop.domain.contacts import LookedUp, LookedUpKind
from kcc_desktop.domain.products import Product
from kcc_desktop.domain.timeline import EntryKind
from kcc_desktop.domain.visits import Visit
from kcc_desktop.domain.work import TaskSummary
from kcc_desktop.ui.desk import Desk
from kcc_desktop.ui.palette.palette import Palette
from kcc_desktop.ui.shared import formatting, visit_words
from kcc_desktop.ui.timeline.timeline_column import TimelineColumn


class Found(QObject):
    """Also for what is chosen in the left column. `nobodys`: an appointment that stands on no timeline, in words."""

    nobodys = Signal(str)

    def __init__(self, desk: Desk, palette: Palette, timeline: TimelineColumn, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._palette, self._timeline = desk, palette, timeline
        palette.product_chosen.connect(self.show_product)
        palette.case_chosen.connect(self.show_case)
        palette.task_chosen.connect(self.show_task)
        palette.appointment_chosen.connect(self.show_appointment)
        palette.visit_chosen.connect(self.show_visit)
        desk.catalogue.changed.connect(self._tell_products)

    @Slot(object)
    def show_product(self, product: Product) -> None:
        self._desk.editing.pick_product(product)

    @Slot(object)
    def open_case(self, case_id: UUID) -> None:
        """Of whoever is shown."""
        self._open(EntryKind.CASE, case_id)

    @Slot(object)
    def open_task(self, task_id: UUID) -> None:
        self._open(EntryKind.TASK, task_id)

    @Slot(object)
    def open_appointment(self, appointment_id: UUID) -> None:
        self._open(EntryKind.APPOINTMENT, appointment_id)

    @Slot(object)
    def open_visit(self, visit_id: UUID) -> None:
        self._open(EntryKind.VISIT, visit_id)

    def _open(self, kind: EntryKind, object_id: UUID) -> None:
        party_id = self._desk.viewing.now().party_id
        if party_id is not None:
            self._timeline.open_entry(party_id, kind, object_id)

    @Slot(object)
    def show_case(self, case: CaseSummary) -> None:
        """With whoever it belongs to; it is part of what this contact looked up."""
        ongoing = self._desk.conversations.active()
        if ongoing is not None:
            self._desk.conversations.put(ongoing.looking_at(LookedUp(LookedUpKind.CASE, case.id, case.reference)))
        task = self._desk.background.tasks.run(partial(self._desk.services.cases.open, case.id), self, key="case")
        task.succeeded.connect(self._on_case)

    @Slot(object)
    def show_task(self, task: TaskSummary) -> None:
        if task.party_id is not None:
            self._desk.viewing.look_at(task.party_id)
            self._timeline.open_entry(task.party_id, EntryKind.TASK, task.id)

    @Slot(object)
    def show_appointment(self, appointment: Appointment | BookingElsewhere) -> None:
        """With whoever it is for, else with the first of those who come along and are known here."""
        along = appointment.attendees if isinstance(appointment, Appointment) else ()
        comers = (appointment.party_id, *(one.party_id for one in along))
        party_id = next((one for one in comers if one is not None), None)
        if party_id is None:
            when = f"{formatting.long_day(appointment.starts_at)} {formatting.time(appointment.starts_at)}"
            self.nobodys.emit(f"{appointment.title} · {when} · {appointment.location}")
            return
        self._desk.viewing.look_at(party_id)
        self._timeline.open_entry(party_id, EntryKind.APPOINTMENT, appointment.id)

    @Slot(object)
    def show_visit(self, visit: Visit) -> None:
        """With whoever it is for."""
        if visit.party_id is None:
            self.nobodys.emit(
                " · ".join(part for part in (visit.title, visit_words.window(visit), visit.worker) if part)
            )
            return
        self._desk.viewing.look_at(visit.party_id)
        self._timeline.open_entry(visit.party_id, EntryKind.VISIT, visit.id)

    @Slot(object)
    def _on_case(self, case: CaseDetail) -> None:
        if case.parties:
            party = case.parties[0]
            self._desk.viewing.look_at(party.party_id, party.name)
            self._timeline.open_entry(party.party_id, EntryKind.CASE, case.summary.id)

    @Slot()
    def _tell_products(self) -> None:
        self._palette.set_products(self._desk.catalogue.products)
