"""One appointment of the agenda, opened: who comes, for what, with what, and what can be done with it."""

from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.agenda import AgendaEvent
from kcc_desktop.domain.appointments import Appointment
from kcc_desktop.services.appointments import AppointmentService
from kcc_desktop.ui.agenda import words
from kcc_desktop.ui.shared import formatting, keys, theme
from kcc_desktop.ui.shared.basics import Paragraph, row
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.form_panel import FormPanel


class EventCard(FormPanel):
    """Opening is audited: with it come number and note. `move_wanted`, `cancel_wanted` carry the event."""

    move_wanted = Signal(object)
    cancel_wanted = Signal(object)
    party_wanted = Signal(object)  # the appointment

    def __init__(self, beside: QWidget, tasks: TaskRunner, service: AppointmentService) -> None:
        super().__init__(beside, tasks, "", self.tr("To this resident"))
        self._service, self._runner = service, tasks
        self._event: AgendaEvent | None = None
        self._detail: Appointment | None = None
        self._lines = Paragraph("")
        self._bring = Paragraph("", "muted")
        self._move = Button(self.tr("Another time"), icon="calendar-plus", keys=keys.shown("agenda_move"))
        self._cancel = Button(self.tr("Call off"), icon="prohibit", keys=keys.shown("agenda_cancel"))
        self._move.clicked.connect(self._want_move)
        self._cancel.clicked.connect(self._want_cancel)
        self._lay_out(self._lines, self._bring, row(self._move, self._cancel, None, gap=theme.S))

    def open_for(self, event: AgendaEvent) -> None:
        self._event, self._detail = event, None
        self.set_title(words.title(event))
        self._lines.set_text(f"{formatting.long_day(event.on)}, {words.times(event)}")
        self._bring.hide()
        for button in (self._move, self._cancel):
            button.setVisible(event.can_move)
        self.save_button.setEnabled(False)
        task = self._runner.run(partial(self._service.open, event.id), self, key="open")
        task.succeeded.connect(self._show)
        task.failed.connect(self._on_failed)
        self.appear()

    def cover(self) -> None:
        """Away, without what was read for it; an answer that is still on its way comes to nothing."""
        self._event, self._detail = None, None
        self.set_title("")
        self._lines.set_text("")
        self._bring.set_text("")
        self.put_away()

    @Slot(object)
    def _show(self, detail: Appointment) -> None:
        if self._event is None:
            return
        self._detail = detail
        lines = [
            f"{formatting.long_day(detail.starts_at)}, {formatting.time(detail.starts_at)} – "
            f"{formatting.time(detail.ends_at)}",
            f"{detail.location} · {detail.counter}",
            detail.name,
            formatting.phone(detail.phone),
            self.tr("Code {code}").format(code=detail.reference),
            self.tr("Made by {who}").format(who=detail.made_by),
            self.tr("Extra: {reason}").format(reason=detail.reason) if detail.is_extra and detail.reason else "",
            detail.note,
        ]
        self._lines.set_text("\n".join(line for line in lines if line))
        self._bring.set_text(self.tr("Bring: {things}").format(things="; ".join(detail.bring)) if detail.bring else "")
        self._bring.setVisible(bool(detail.bring))
        self.save_button.setEnabled(detail.party_id is not None)
        self.settle()

    def _first(self) -> QWidget:
        return self._move if self._move.isVisibleTo(self) else self._close

    def _save(self) -> None:
        if self._detail is not None and self._detail.party_id is not None:
            self.put_away()
            self.party_wanted.emit(self._detail)

    @Slot()
    def _want_move(self) -> None:
        self.put_away()
        if self._event is not None:
            self.move_wanted.emit(self._event)

    @Slot()
    def _want_cancel(self) -> None:
        self.put_away()
        if self._event is not None:
            self.cancel_wanted.emit(self._event)
