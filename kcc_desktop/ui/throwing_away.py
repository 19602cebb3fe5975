"""A conversation that comes to nothing is thrown away: one key, and once more where something was typed."""

from PySide6.QtCore import QObject, QTimer, Slot

from kcc_desktop.domain.ongoing import Ongoing
from kcc_desktop.ui.contacts.this_contact import ThisContact
from kcc_desktop.ui.desk import Desk
from kcc_desktop.ui.shared import keys

_ASKED_FOR_MS = 10_000


class ThrowingAway(QObject):
    """Made once by the window. Nothing of what goes is recorded, and nothing brings it back: so it is asked."""

    def __init__(self, desk: Desk, contact: ThisContact, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._contact = desk, contact
        self._asked: Ongoing | None = None
        self._patience = QTimer(self, singleShot=True, interval=_ASKED_FOR_MS)
        self._patience.timeout.connect(self._forget)

    @Slot()
    def throw_away(self) -> None:
        """At once when nothing was typed, picked or promised; else at the second time, with nothing changed since."""
        ongoing = self._desk.conversations.active()
        if ongoing is None or self._desk.finishing.is_busy(ongoing.id):
            return
        if ongoing.is_empty or self._asked == ongoing:
            self._forget()
            self._desk.finishing.throw_away(ongoing.id)
            return
        self._asked = ongoing
        self._patience.start()
        why = self.tr("Nothing of it is recorded, and nothing brings it back. Press {key} once more to throw it away.")
        title = self.tr("Throw this conversation away?")
        self._contact.say("near", title, why.format(key=keys.shown("throw_away")))

    @Slot()
    def _forget(self) -> None:
        self._asked = None
        self._patience.stop()
