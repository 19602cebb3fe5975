"""Books one citizen more at a counter that is taken: for whom, and why it cannot be otherwise."""

from functools import partial
from uuid import UUID

from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.agenda_moves import Place
from kcc_desktop.domain.appointments import OverbookAppointment, TimeWish
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.quanta import instant_of
from kcc_desktop.services.appointments import AppointmentService
from kcc_desktop.ui.shared import formatting
from kcc_desktop.ui.shared.basics import Paragraph
from kcc_desktop.ui.shared.fields import TextField, field
from kcc_desktop.ui.shared.form_panel import FormPanel


class OverbookForm(FormPanel):
    def __init__(self, beside: QWidget, tasks: TaskRunner, service: AppointmentService) -> None:
        super().__init__(beside, tasks, self.tr("One more than there is room for"), self.tr("Overbook"))
        self._service = service
        self._place: Place | None = None
        self._wish: TimeWish | None = None
        self._party: UUID | None = None
        self._id = new_id()
        self._about = Paragraph("")
        self.name = TextField(self.tr("Who comes"))
        self.reason = TextField(self.tr("Why"), self.tr("Travels tomorrow, was sent away …"))
        fields = {"name": field(self.tr("Who comes"), self.name), "reason": field(self.tr("Why"), self.reason)}
        self._lay_out(self._about, fields["name"], fields["reason"])
        self._known_as(**fields)

    def open_at(self, place: Place, wish: TimeWish, product: str, counter: str, who: tuple[UUID, str] | None) -> None:
        """`who`: the citizen of the running conversation, when there is one."""
        self._place, self._wish, self._id = place, wish, new_id()
        self._party = who[0] if who is not None else None
        at = instant_of(place.quantum)
        self._about.set_text(
            self.tr("{product}, {day} {time}, {counter}. Seen as extra by everybody.").format(
                product=product, day=formatting.day(at), time=formatting.time(at), counter=counter
            )
        )
        self.name.setText(who[1] if who is not None else "")
        self.reason.setText("")
        self.appear()

    def _first(self) -> QWidget:
        return self.reason if self.name.text() else self.name

    def _save(self) -> None:
        if self._place is None or self._wish is None:
            return
        command = OverbookAppointment(
            self._id,
            self._place.lane_id,
            self._place.quantum,
            self._wish,
            self._party,
            self.name.text(),
            self.reason.text(),
        )
        self._submit(partial(self._service.overbook, command), command)
