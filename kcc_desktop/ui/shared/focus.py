"""Gives the focus back after something that floats is gone. Knows no screen."""

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def give_back(widget: QWidget | None) -> None:
    """To `widget`, unless it is gone by now: a row may have been built anew in the meantime."""
    if widget is not None and shiboken6.isValid(widget):
        widget.setFocus(Qt.FocusReason.PopupFocusReason)
