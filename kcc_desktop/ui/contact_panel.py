"""The Contact screen: who it is, everything that went before, and this contact, beside each other."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kcc_desktop.ui.contacts.this_contact import ThisContact
from kcc_desktop.ui.parties.who_column import WhoColumn
from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.basics import Restyled, hairline, row
from kcc_desktop.ui.timeline.timeline_column import TimelineColumn

WHO, CONTACT = 304, 376  # at 100 % text
# With large text on a small screen the sides give way before the timeline does.
_MOST_WHO, _MOST_CONTACT = 0.29, 0.36


class ContactPanel(Restyled, QWidget):
    def __init__(
        self, who: WhoColumn, timeline: TimelineColumn, contact: ThisContact, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.who, self.timeline, self.contact = who, timeline, contact
        box = row(who, hairline(True), timeline, hairline(True), contact, gap=0)
        box.setStretch(2, 1)
        self.setLayout(box)
        self.follow_theme()

    def restyle(self) -> None:
        width = self.width()
        self.who.setFixedWidth(min(theme.px(WHO), round(width * _MOST_WHO)))
        self.contact.setFixedWidth(min(theme.px(CONTACT), round(width * _MOST_CONTACT)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.restyle()
