"""Gives the focus back after something that floats is gone. Knows no screen."""

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

HOME = "focus_home"  # a window's property: the widget that gets the focus when the one from before is not there


def give_back(widget: QWidget | None) -> None:
    """To `widget` as long as it can be seen; else to its window's home.

    It may have been built anew in the meantime, or hidden: Qt gives the focus to a hidden widget too, which then takes
    keys that were meant for something else.
    """
    if widget is None or not shiboken6.isValid(widget):
        return
    home = widget.window().property(HOME)
    for wanted in (widget, home):
        if isinstance(wanted, QWidget) and shiboken6.isValid(wanted) and wanted.isVisible() and wanted.isEnabled():
            wanted.setFocus(Qt.FocusReason.PopupFocusReason)
            return
