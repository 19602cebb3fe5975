"""What was finished and then refused comes back to the desk, to be mended there. Knows no rule and no file."""

from uuid import UUID

from PySide6.QtCore import QObject, Slot

from kcc_desktop.ui.contacts.this_contact import ThisContact
from kcc_desktop.ui.desk import Desk
from kcc_desktop.ui.frame.status_bar import StatusBar
from kcc_desktop.ui.shared import keys


class GivingBack(QObject):
    """Made once by the window. One key brings back one conversation, in front, with why it was refused."""

    def __init__(self, desk: Desk, contact: ThisContact, bar: StatusBar, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._contact, self._bar = desk, contact, bar
        self._outbox = desk.background.outbox
        self._told: frozenset[UUID] = frozenset()
        self._outbox.waiting_changed.connect(self._show)
        self._outbox.refused.connect(self._on_refused)
        self._outbox.came_back.connect(desk.finishing.give_back)
        self._outbox.unreadable.connect(self._on_unreadable)
        bar.refused_pressed.connect(self.take_back)

    @Slot()
    def take_back(self) -> None:
        """The one that was kept first. What is being typed meanwhile waits, as with every switch."""
        if not self._outbox.refused_count:
            self._contact.say("near", self.tr("Nothing was refused"), self.tr("What you finished is on its way."))
        elif self._desk.conversations.is_full():
            self._contact.say_full()
        else:
            self._outbox.take_back()

    @Slot()
    def _show(self) -> None:
        self._bar.set_outbox(self._outbox.waiting, self._outbox.refused_count)

    @Slot(object)
    def _on_refused(self, ids: tuple[UUID, ...]) -> None:
        """Said once for each, beside whatever goes on; the status bar keeps saying it."""
        self._show()
        fresh, self._told = frozenset(ids) - self._told, frozenset(ids)
        if fresh:
            self._contact.say(
                "over",
                self.tr("%n kept contact(s) could not be recorded", "", len(ids)),
                self.tr("It is still on this computer. {key} brings it back, to mend it.").format(
                    key=keys.shown("take_back")
                ),
            )

    @Slot()
    def _on_unreadable(self) -> None:
        title = self.tr("What was refused cannot be read by this program")
        why = self.tr("Another version of the program kept it. It stays on this computer; ask the administrator.")
        self._contact.say("over", title, why)
