"""The line that says names are covered because nobody was at the desk, and shows them again. Knows no name."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kcc_desktop.ui.shared import keys, theme
from kcc_desktop.ui.shared.basics import Icon, Text, row
from kcc_desktop.ui.shared.buttons import Button


class CoveredLine(QWidget):
    """Hidden until something is covered. `action`: whose key stands in it; `wanted`: pressed."""

    wanted = Signal()

    def __init__(self, action: str) -> None:
        super().__init__()
        self.reveal = Button(
            self.tr("Show names"), icon="eye", keys=keys.shown(action), rank="quiet", height=theme.CONTROL_SMALL
        )
        self.reveal.clicked.connect(self.wanted)
        said = Text(self.tr("Names are covered: nobody was at the desk."), tone="muted", elided=True)
        line = row(Icon("eye-slash"), said, self.reveal, gap=theme.S, margins=(0, 0, 0, theme.S))
        line.setStretch(1, 1)
        self.setLayout(line)
        self.hide()
