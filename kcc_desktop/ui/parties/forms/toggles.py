"""Something that is on or off. Knows no feature."""

from kcc_desktop.ui.shared.buttons import Chip


class Toggle(Chip):
    """A chip that says only its word; whether it is on is told by its state, and by a check in it."""

    def __init__(self, text: str, name: str = "") -> None:
        super().__init__(text, name=name)
        self.toggled.connect(self._show_state)

    def set_on(self, on: bool) -> None:
        """Without `clicked`."""
        self.setChecked(on)
        self._show_state(on)

    def _show_state(self, on: bool) -> None:
        self.set_icon("check" if on else "")

    def _spoken(self) -> str:
        return self._name or self._words
