"""What every panel behind a door of the rail is. Knows no panel."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from kcc_desktop.ui.shared.basics import Restyled


class Panel(Restyled, QWidget):
    """One screen of the desk. Made when its door is first opened; kept, and shown again as it was left."""

    waiting = Signal(int)  # how much waits behind its door

    def slots(self) -> Mapping[str, Callable[[], object]]:
        """What each of its keys in `key_table` does, by the action's id."""
        return {}

    def why_not(self, _name: str) -> str:
        """What is missing for one of its actions, in words for the palette; "" when nothing is."""
        return ""

    def come_forward(self) -> None:
        """Its door was opened: whatever it shows may be old."""

    def cover(self) -> None:
        """Nobody is at the desk: what was opened is not in sight any more, in front or behind another door."""

    def home(self) -> QWidget:
        """What has the focus when nothing else has."""
        return self

    def later(self) -> bool:
        """Escape: close what lies on top in here. False when nothing does."""
        return False

    def focus_home(self) -> None:
        self.home().setFocus(Qt.FocusReason.OtherFocusReason)
