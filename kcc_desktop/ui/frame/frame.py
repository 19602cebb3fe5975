"""The frame round every panel. Puts the parts in their places; what they say, others tell them."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from kcc_desktop.ui.frame.asking import Asking
from kcc_desktop.ui.frame.key_sheet import KeySheet
from kcc_desktop.ui.frame.notice_line import NoticeLine
from kcc_desktop.ui.frame.presence_menu import PresenceMenu
from kcc_desktop.ui.frame.rail import Rail
from kcc_desktop.ui.frame.running_bar import RunningBar
from kcc_desktop.ui.frame.status_bar import StatusBar
from kcc_desktop.ui.frame.top_bar import TopBar
from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.basics import Restyled, column, hairline, row


class Frame(Restyled, QWidget):
    """rail | top bar, running conversations, notices, the panel, status bar."""

    def __init__(self, doors: tuple[str, ...] = ("contact",)) -> None:
        super().__init__()
        self.rail, self.top_bar, self.running_bar = Rail(doors), TopBar(), RunningBar()
        self.notice_line, self.status_bar = NoticeLine(), StatusBar()
        self._panels, self._door = QStackedWidget(), "contact"
        self._panels.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        body = column(
            self.top_bar, self.running_bar, self.notice_line, self._panels, hairline(), self.status_bar, gap=0
        )
        body.setStretch(3, 1)
        whole = row(self.rail, hairline(vertical=True), body, gap=0)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self.key_sheet = KeySheet(self)
        self.presence_menu, self.asking = PresenceMenu(self, self.top_bar.presence), Asking(self)
        self.status_bar.help_wanted.connect(self.show_keys)
        self.follow_theme()

    def set_panel(self, panel: QWidget, door: str = "contact") -> None:
        """Show the panel behind a door; one shown before is kept and comes back as it was left."""
        self._door = door
        if self._panels.indexOf(panel) < 0:
            self._panels.addWidget(panel)
        self._panels.setCurrentWidget(panel)

    def panel(self) -> QWidget | None:
        """The panel that is shown; None before the first."""
        return self._panels.currentWidget()

    @Slot()
    def show_keys(self) -> None:
        """Open the sheet of all keys that work here, or close it when it is open."""
        if self.key_sheet.isVisible():
            self.key_sheet.close_sheet()
        else:
            self.key_sheet.open_sheet(self._door)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme.ink("canvas"))
