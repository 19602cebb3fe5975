"""An opened appointment or visit is moved or called off: its form, and what follows at once."""

from dataclasses import replace

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.appointments import Appointment, AppointmentState
from kcc_desktop.domain.bookings_elsewhere import BookingElsewhere, ElsewhereState
from kcc_desktop.domain.ongoing import Ongoing, PlannedRef
from kcc_desktop.domain.visits import Visit, VisitState
from kcc_desktop.ui.conversations import Conversations
from kcc_desktop.ui.timeline.forms import Forms
from kcc_desktop.ui.timeline.opening import Opening
from kcc_desktop.ui.timeline.seeking import Seeking
from kcc_desktop.ui.viewing import Viewing

Planned = Appointment | BookingElsewhere | Visit


class Arranging(QObject):
    """One a column, in whose room the forms lie."""

    def __init__(
        self,
        column: QWidget,
        forms: Forms,
        opening: Opening,
        seeking: Seeking,
        conversations: Conversations,
        viewing: Viewing,
    ) -> None:
        super().__init__(column)
        self._column, self._forms, self._opening, self._seeking = column, forms, opening, seeking
        self._conversations, self._viewing = conversations, viewing
        opening.reschedule.connect(self._on_reschedule)
        opening.cancel.connect(self._on_cancel)
        opening.confirm.connect(self._on_confirm)
        opening.came.connect(self._on_came)
        opening.settle.connect(self._on_settle)
        forms.arranged.connect(self._on_arranged)
        forms.outdated.connect(self._on_outdated)

    @Slot(object)
    def _on_reschedule(self, detail: Appointment | Visit) -> None:
        self._forms.open_reschedule(detail, self._column.rect())

    @Slot(object)
    def _on_cancel(self, detail: Planned) -> None:
        self._forms.open_cancel(detail, self._column.rect())

    @Slot(object)
    def _on_confirm(self, detail: Appointment | Visit) -> None:
        self._forms.open_confirm(detail, self._column.rect())

    @Slot(object)
    def _on_came(self, detail: Appointment) -> None:
        self._forms.open_came(detail, self._column.rect())

    @Slot(object)
    def _on_settle(self, detail: BookingElsewhere) -> None:
        self._forms.open_settle(detail, self._column.rect())

    @Slot(object, object)
    def _on_arranged(self, before: Planned, after: Planned) -> None:
        """The row of the new time opens in place of the old one; one that was called off stays open and says so."""
        for ongoing in self._conversations.all():
            followed = following(ongoing, before, after)
            if followed != ongoing:
                self._conversations.put(followed)
        self._viewing.reload()
        party_id = self._viewing.now().party_id
        if after.id != before.id and party_id is not None:
            self._seeking.wait_for(party_id, after.id)
        else:
            self._opening.load_again()

    @Slot(object)
    def _on_outdated(self, _now: Planned) -> None:
        self._opening.load_again()
        self._viewing.reload()


def following(ongoing: Ongoing, before: Planned, after: Planned) -> Ongoing:
    """The conversation with what was planned in it as it is now: at another time, or no longer planned."""
    ref = _ref(after)
    stays = ref is not None
    questions = tuple(
        replace(
            question,
            planned=tuple(
                ref if planned.id == before.id and ref is not None else planned
                for planned in question.planned
                if stays or planned.id != before.id
            ),
        )
        for question in ongoing.questions
    )
    return replace(ongoing, questions=questions)


def _ref(after: Planned) -> PlannedRef | None:
    """What is read out of it; None for what was called off."""
    if isinstance(after, BookingElsewhere):
        if after.state is not ElsewhereState.BOOKED:
            return None
        return PlannedRef(after.id, after.reference, after.starts_at, after.location)
    if isinstance(after, Appointment):
        if after.state is AppointmentState.CANCELLED:
            return None
        return PlannedRef(after.id, after.reference, after.starts_at, after.location)
    if after.state is VisitState.CANCELLED or after.window_from is None:
        return None
    return PlannedRef(
        after.id,
        after.reference,
        after.window_from,
        after.worker,
        until=after.window_until,
        has_safety_note=after.has_safety_note,
    )
