"""Another time for an appointment: the same people and products, the times on offer, Enter moves it.

Nothing is held meanwhile: the move gives up the old time and takes the new one in one transaction, and whoever was
first leaves the nearest times that are still free.
"""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.appointments import Appointment, MoveAppointment, SlotTaken, TimeWish
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.free_time import Offer, PartOfDay
from kcc_desktop.domain.identity import new_id
from kcc_desktop.services.appointments import AppointmentService
from kcc_desktop.ui.shared import theme, times, wording
from kcc_desktop.ui.shared.basics import Paragraph
from kcc_desktop.ui.shared.fields import TextField, field
from kcc_desktop.ui.shared.rows import row_list
from kcc_desktop.ui.shared.segments import Segment, SegmentRow
from kcc_desktop.ui.timeline.appointment_card import AppointmentCard

OFFERED = 5
_PARTS = tuple(PartOfDay)


class RescheduleForm(AppointmentCard):
    def __init__(
        self, detail: Appointment, appointments: AppointmentService, tasks: TaskRunner, parent: QWidget
    ) -> None:
        self._offers: tuple[Offer, ...] = ()
        self._command: MoveAppointment | None = None
        super().__init__(detail, appointments, tasks, parent)
        self.set_words(self.tr("Another time"), self.about(), self.tr("Move to this time"))
        segments = [Segment(times.part(one), height=theme.CONTROL_SMALL, size=theme.CAPTION) for one in _PARTS]
        self.part = SegmentRow(*segments, name=self.tr("Part of the day"))
        self.part.choose(0)
        self.part.chosen.connect(self._on_part)
        self._said = Paragraph("", "muted")
        self.times = row_list(self.tr("Free times"), [], compact=True)
        self.times.installEventFilter(self)
        self.reason = TextField(self.tr("Why"), self.tr("For colleagues; may be left out"))
        self.add(self.part, self._said, self.times, field(self.tr("Why"), self.reason))
        self._look()

    def first_field(self) -> QWidget:
        return self.times

    def offers(self) -> tuple[Offer, ...]:
        """As shown."""
        return self._offers

    @Slot()
    def save(self) -> None:
        number = self.times.currentIndex().row()
        if not 0 <= number < len(self._offers):
            return
        offer, reason = self._offers[number], self.reason.text()
        command = self._command
        if command is None or (command.offer, command.reason) != (offer, reason):
            # Pressed twice, or again after an outage, it is the same move.
            self._command = command = MoveAppointment(self._detail.id, new_id(), offer, reason)
        self.accept()
        self.set_busy(True)
        task = self._tasks.run(partial(self._appointments.move, command), self)
        task.succeeded.connect(self._on_saved)
        task.failed.connect(self._on_refused)

    @Slot(object)
    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, SlotTaken):
            self.set_busy(False)
            self._show_offers(error.next_best)
            self._say(self.tr("A colleague just took that time. These are the nearest."), "near")
            return
        super()._on_refused(error)

    @Slot(int)
    def _on_part(self, _number: int) -> None:
        self._look()

    def _look(self) -> None:
        self._say(self.tr("Looking for a time …"))
        part = _PARTS[max(0, self.part.index())]
        wish = TimeWish(self._detail.attendees, part=part, host_id=self._detail.host_id)
        task = self._tasks.run(partial(self._appointments.offers, wish, OFFERED), self, key="offers")
        task.succeeded.connect(self._on_offers)
        task.failed.connect(self._on_no_offers)

    @Slot(object)
    def _on_offers(self, offers: tuple[Offer, ...]) -> None:
        had_focus = self.times.hasFocus() or (self.isVisible() and self.focusWidget() is None)
        self._say("")
        self._show_offers(offers)
        if had_focus:
            self.times.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_no_offers(self, error: Exception) -> None:
        self._show_offers(())
        if isinstance(error, Refusal | Outage):
            self._say(wording.sentences(*wording.sentence(error)), "over" if isinstance(error, Refusal) else "near")
        else:
            self._tasks.unhandled.emit(error)

    def _show_offers(self, offers: tuple[Offer, ...]) -> None:
        self._offers = offers
        self.times.set_rows([times.offer_row(offer) for offer in offers])
        self.times.choose(0 if offers else -1)
        self.set_busy(not offers)
        self._resettle()

    def _say(self, text: str, tone: str = "muted") -> None:
        self._said.set_text(text, tone)
        self._said.setVisible(bool(text))
        self._resettle()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.times and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if is_enter and self.save_button.isEnabled():
                self.save()
                return True
        return super().eventFilter(watched, event)
