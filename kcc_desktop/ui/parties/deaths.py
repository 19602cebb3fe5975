"""What one key does about a death: keep it, or call off what is still to come for whoever died."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from kcc_desktop.background.tasks import NETWORK, TaskRunner
from kcc_desktop.services.appointments import AppointmentService
from kcc_desktop.services.bookings_elsewhere import BookingElsewhereService
from kcc_desktop.ui.parties.forms.desk import Forms
from kcc_desktop.ui.shared import wording
from kcc_desktop.ui.shared.translation import Plural
from kcc_desktop.ui.viewing import Viewing


class CalledOffWords(Plural):
    """The words here that depend on a number."""

    def called_off(self, number: int) -> str:
        return self.tr("%n appointment(s) called off by the municipality.", "", number)


class Deaths(QObject):
    """One a column. `told`: words, tone, and whether it can be undone."""

    told = Signal(str, str, bool)
    failed = Signal(object)

    def __init__(
        self,
        appointments: AppointmentService,
        elsewhere: BookingElsewhereService,
        tasks: TaskRunner,
        viewing: Viewing,
        forms: Forms,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._appointments, self._elsewhere = appointments, elsewhere
        self._tasks, self._viewing, self._forms = tasks, viewing, forms
        forms.died.connect(self._on_died)

    @Slot()
    def act(self) -> None:
        """Of somebody alive the form; of somebody who died, everything to come is called off."""
        overview = self._viewing.now().overview
        if overview is None:
            return
        card = overview.card
        if card.person is None:
            self.told.emit(self.tr("A company does not die; the trade register says when it ends."), "near", False)
        elif not card.warnings.is_deceased:
            self._forms.open_death(card)
        elif not overview.appointments:
            self.told.emit(wording.fill(self.tr("Nothing is planned for {name}."), name=card.title), "near", False)
        else:
            task = self._tasks.run(partial(_call_off, self._appointments, self._elsewhere, card.id), self, pool=NETWORK)
            task.succeeded.connect(partial(self._on_called_off, card.id))
            task.failed.connect(self.failed)

    @Slot(object)
    def _on_died(self, party_id: UUID) -> None:
        self.told.emit(self.tr("Kept. No message goes out any more."), "good", False)
        self._viewing.reload_if_shown(frozenset({party_id}))

    def _on_called_off(self, party_id: UUID, cancelled: tuple[UUID, ...]) -> None:
        if cancelled:
            self.told.emit(CalledOffWords().called_off(len(cancelled)), "good", False)
        else:
            text = self.tr("Others come along. Ask the family, and call it off or leave it.")
            self.told.emit(text, "near", False)
        self._viewing.reload_if_shown(frozenset({party_id}))


def _call_off(ours: AppointmentService, elsewhere: BookingElsewhereService, party_id: UUID) -> tuple[UUID, ...]:
    """Ours first: the other calendar may not answer."""
    return (*ours.ends.cancel_of_deceased(party_id), *elsewhere.cancel_of_deceased(party_id))
