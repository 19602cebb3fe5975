"""What stands in place of the list when there is nothing to list, and why. Knows the reader's phases, no service."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.errors import NotAllowed, NotFound, Outage, Refusal
from kcc_desktop.ui.shared import keys, theme, wording
from kcc_desktop.ui.shared.basics import Icon, Layer, Paragraph, column, row
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.cards import Message, Skeleton
from kcc_desktop.ui.timeline.reader import Phase, TimelineReader

_SKELETON_AFTER_MS = 150


class States(QWidget):
    """Shows one of: nobody, loading, empty, empty by a filter, refused, away. `is_needed` is False for a list."""

    search_wanted = Signal()
    filter_off = Signal()
    again = Signal()

    def __init__(self, reader: TimelineReader) -> None:
        super().__init__()
        self._reader = reader
        self._key: object = None
        self.message = Message("chats", "", "")
        self.skeleton = Skeleton(5, self.tr("Contacts are loading"))
        self.setLayout(column(self.message, self.skeleton, None, margins=(theme.XL, theme.L, theme.XL, theme.L)))
        self.skeleton.hide()
        self._late = QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_SKELETON_AFTER_MS)
        self._late.timeout.connect(self._show_skeleton)

    def is_needed(self, filter_names: list[str], rows: int) -> bool:
        """Bring it up to date; whether it is shown in place of the list."""
        reader = self._reader
        if reader.phase is Phase.LOADING:
            self.message.hide()
            if not self._late.isActive() and not self.skeleton.isVisible():
                self._late.start()
            return rows == 0
        self._late.stop()
        self.skeleton.hide()
        if reader.phase is Phase.READY and rows:
            return False
        self.message.show()
        self._word(filter_names)
        return True

    def first_button(self) -> Button | None:
        """What there is to do; the list's key goes there while there is no list."""
        buttons = self.message.buttons() if self.message.isVisible() else []
        return buttons[0] if buttons else None

    def set_pad(self, pad: int) -> None:
        """As far from the sides as the list's own words."""
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(pad, theme.L, pad, theme.L)

    @Slot()
    def _show_skeleton(self) -> None:
        if self._reader.phase is Phase.LOADING:
            self.skeleton.show()

    def _word(self, filter_names: list[str]) -> None:
        reader = self._reader
        if reader.phase is Phase.NOBODY:
            self._nobody()
        elif reader.phase is Phase.FAILED and reader.error is not None:
            self._failed(reader.error)
        elif reader.wanted.is_empty:
            title, why = self.tr("No contacts yet"), self.tr("What you record now is the first.")
            self._say("chats", title, why, "muted", [])
        else:
            self._filtered(filter_names)

    def _nobody(self) -> None:
        find = Button(self.tr("Search"), icon="magnifying-glass", keys=keys.shown("palette"))
        find.clicked.connect(self.search_wanted)
        title = self.tr("Nobody is shown yet")
        why = self.tr("Search for a resident or a company. Everything that went before comes here.")
        self._say("user-focus", title, why, "muted", [find])

    def _filtered(self, names: list[str]) -> None:
        reader = self._reader
        total = reader.counts.total if reader.counts is not None else 0
        off = Button(self.tr("Filter off"), icon="x", keys="Esc")
        off.clicked.connect(self.filter_off)
        if reader.wanted.text and not names:
            title = self.tr("Nothing found for “{text}”").format(text=reader.wanted.text[:60])
        elif reader.wanted.text:
            title = self.tr("Nothing found for “{text}” in {filters}").format(
                text=reader.wanted.text[:60], filters=", ".join(names)
            )
        else:
            title = self.tr("Nothing under {filters}").format(filters=", ".join(names))
        why = self.tr("There are %n other contact(s).", "", total)
        self._say("funnel", title, why, "muted", [off])

    def _failed(self, error: Exception) -> None:
        if isinstance(error, NotAllowed | NotFound):
            title, why = self.tr("You may not see these contacts"), wording.sentence(error)[1]
            self._say("lock-key", title, why, "over", [])
            return
        again = Button(self.tr("Try again"), icon="arrows-clockwise")
        again.clicked.connect(self.again)
        if isinstance(error, Outage):
            title, why = wording.sentence(error)
            self._say("wifi-slash", title, why, "near", [again])
        elif isinstance(error, Refusal):
            title, why = wording.sentence(error)
            self._say("warning", title, why, "over", [again])
        else:
            title, why = self.tr("The contacts cannot be shown"), self.tr("Something went wrong in the desk itself.")
            self._say("warning", title, why, "over", [again])

    def _say(self, icon: str, title: str, why: str, tone: str, buttons: list[Button]) -> None:
        self.message.set_message(icon, title, why, tone)
        key = (icon, title)
        if key == self._key:  # the same state: a button that has the focus keeps it
            for button in buttons:
                button.deleteLater()
            return
        self._key = key
        self.message.set_buttons(*buttons)


class OldNotice(Layer):
    """Above the list: what is shown may be old, because the newest could not be read."""

    again = Signal()

    def __init__(self) -> None:
        self._words = Paragraph("")
        button = Button("", height=theme.CONTROL_SMALL)
        words = column(None, self._words, None, gap=0)
        box = row(Icon("warning", "near"), words, button, margins=(theme.S,))
        box.setStretch(1, 1)
        super().__init__("near", box)
        button.setText(self.tr("Try again"))
        button.clicked.connect(self.again)
        self.hide()

    def tell(self, error: Exception | None) -> None:
        """Why; None takes it away."""
        if isinstance(error, Outage | Refusal):
            title, _why = wording.sentence(error)
            text = self.tr("{what}. What you see may be old.").format(what=title)
            self._words.set_text(text)
            self.setAccessibleName(text)
        self.setVisible(isinstance(error, Outage | Refusal))
