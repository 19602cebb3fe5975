"""Why the desk does not open, and what would help. Knows no way of mending it."""

from PySide6.QtCore import Signal

from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.ui.shared import theme, wording
from kcc_desktop.ui.shared.basics import Text, column
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.cards import Message
from kcc_desktop.ui.start.door import Door


class StartProblem(Door):
    """`again` wants another try, `left` the end."""

    again = Signal()
    left = Signal()

    def __init__(self, error: Refusal | Outage, code: str = "") -> None:
        title, why = wording.sentence(error)
        self._again = Button("", icon="arrow-clockwise", rank="primary")
        self._leave = Button("")
        message = Message("warning", title, why, self._again, self._leave, tone="over")
        box = column(message)
        if code:
            box.addWidget(Text(code, theme.CAPTION, tone="muted"))
        super().__init__(box, "KCC Desktop")
        self._again.setText(self.tr("Try again"))
        self._leave.setText(self.tr("Close"))
        self._again.clicked.connect(self.again)
        self._leave.clicked.connect(self.left)
