"""Below an address: since when somebody agreed to what, how they said so, and what they took back."""

from collections.abc import Callable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.party_answers import Consent
from kcc_desktop.ui.parties import words
from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.basics import Paragraph, column, row
from kcc_desktop.ui.shared.buttons import Button

_SHOWN = 3  # the newest; the others unfold


class AgreedLines(QWidget):
    """Hidden while nothing was ever said. `resized`: other lines stand there."""

    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[str] = []
        self._said = Paragraph("", "muted", theme.CAPTION)
        self.more = Button("", rank="quiet", height=theme.CONTROL_SMALL)
        self.more.clicked.connect(self._toggle)
        self._unfolded = False
        self.setLayout(column(self._said, row(self.more, None), gap=0))
        self.hide()

    def show_consents(self, found: tuple[Consent, ...], channel: Callable[[str], str]) -> None:
        """The newest first; `channel` words a channel's code."""
        self._lines = [words.agreed(one, channel) for one in found]
        self._show()

    def tell(self, text: str) -> None:
        """Said in place of the lines."""
        self._lines = [text]
        self._show()

    def text(self) -> str:
        """As shown."""
        return self._said.text()

    @Slot()
    def _toggle(self) -> None:
        self._unfolded = not self._unfolded
        self._show()

    def _show(self) -> None:
        self.setVisible(bool(self._lines))
        self._said.set_text("\n".join(self._lines if self._unfolded else self._lines[:_SHOWN]))
        self.more.setVisible(len(self._lines) > _SHOWN)
        self.more.setText(self.tr("only the newest") if self._unfolded else self.tr("what was agreed before"))
        self.more.set_icon("caret-up" if self._unfolded else "caret-down")
        self.resized.emit()
