"""A small window of its own before the desk: the one card in it asks or tells something."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLayout, QWidget

from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.basics import Restyled, column, row
from kcc_desktop.ui.shared.cards import card

_WIDTH, _HEIGHT = 560, 380


class Door(Restyled, QWidget):
    def __init__(self, content: QLayout, title: str) -> None:
        super().__init__()
        self.setWindowTitle(title)
        self._card = card(content, title, pad=theme.XL)
        self.setLayout(column(None, row(theme.XL, self._card, theme.XL, gap=0), None))
        self.follow_theme()

    def restyle(self) -> None:
        self.resize(QSize(theme.px(_WIDTH), theme.px(_HEIGHT)))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), theme.ink("canvas"))
