"""The line below the palette's rows: which keys do what to the current row, and how much was found."""

from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.parties import PartySummary
from kcc_desktop.domain.products import Product
from kcc_desktop.ui.palette.results import Action
from kcc_desktop.ui.shared import keys, theme
from kcc_desktop.ui.shared.basics import KeyHint, Text, row


class PaletteFoot(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._does = Text("", theme.CAPTION, tone="muted")
        self._enter = KeyHint(keys.shown_text("Return"))
        self._other_key = KeyHint("")
        self._other = Text("", theme.CAPTION, tone="muted")
        self._told = Text("", theme.CAPTION, tone="muted", elided=True)
        self._always = (KeyHint("↑ ↓"), Text(self.tr("choose"), theme.CAPTION, tone="muted"))
        keys_there = (*self._always, theme.S, self._enter, self._does, theme.S, self._other_key, self._other)
        self.setLayout(row(*keys_there, None, self._told, margins=(theme.L, theme.S, theme.L, 2)))

    def tell(self, words: str) -> None:
        """How much was found, how fast."""
        self._told.setText(words)

    def show_keys(self, key: object, *, attaches: bool, has_conversation: bool) -> None:
        """What Enter does to the current row (`key` is the thing it stands for), and what it can do besides."""
        is_party, other = isinstance(key, PartySummary), ("", "")
        if is_party and attaches:
            does = self.tr("put in this conversation")
            other = keys.shown_text("Shift+Return"), self.tr("only look")
        elif is_party:
            does = self.tr("open")
            if has_conversation:
                other = keys.shown_text("Ctrl+Return"), self.tr("put in this conversation")
        elif isinstance(key, Action):
            does = self.tr("do it")
        else:
            does = self.tr("choose it") if isinstance(key, Product) else self.tr("open")
        for shown in (*self._always, self._enter, self._does):
            shown.setVisible(key is not None)
        self._does.setText(does)
        self._other_key.set_keys(other[0])
        self._other.setText(other[1])
        for shown in (self._other_key, self._other):
            shown.setVisible(bool(other[0]))
