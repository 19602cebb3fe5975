"""The right column while no conversation goes on: what was recorded last, and how to begin the next."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.contact_commands import ConversationRecorded
from kcc_desktop.domain.ongoing import Ongoing
from kcc_desktop.ui.catalogue import Catalogue, label
from kcc_desktop.ui.shared import formatting, keys, theme, wording
from kcc_desktop.ui.shared.basics import Icon, Paragraph, Text, column, hairline, row
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.cards import Message, card

_OFFERED = 6


class Idle(QWidget):
    """`new_wanted` carries the channel's code of the conversation to begin."""

    new_wanted = Signal(str)

    def __init__(self, catalogue: Catalogue, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._buttons: dict[str, Button] = {}
        ready = Message(
            "headset",
            self.tr("Ready for the next conversation"),
            self.tr("Looking things up needs no conversation: {keys} searches.").format(keys=keys.shown("palette")),
        )
        self._title = Text("", strong=True, elided=True)
        self._detail = Paragraph("", "muted")
        self._promise = Paragraph("")
        words = column(self._title, self._detail, self._promise, gap=theme.XS)
        box = row(column(Icon("check-circle", "good", theme.ICON_LARGE), None), words)
        box.setStretch(1, 1)
        self._last = card(box, self.tr("Last recorded"), "well")
        self._last.hide()
        self._offers = column(gap=theme.S)
        self.setLayout(
            column(
                ready,
                self._last,
                hairline(),
                Text(self.tr("Begin a conversation yourself"), strong=True, elided=True),
                self._offers,
                None,
                gap=theme.M,
            )
        )
        self.setAccessibleName(ready.accessibleName())
        catalogue.changed.connect(self._offer_channels)
        self._offer_channels()

    def show_recorded(self, ongoing: Ongoing, recorded: ConversationRecorded) -> None:
        who = ongoing.party.title if ongoing.party else self.tr("anonymous")
        promises = [
            self.tr("{reference} · {owner} · {moment}").format(
                reference=promise.reference, owner=promise.owner, moment=formatting.promise_moment(promise.due_at)
            )
            for promise in recorded.promises
        ]
        promises += [self.tr("Reported with number {reference}").format(reference=one) for one in recorded.reports]
        self._say(self.tr("Recorded {time}").format(time=formatting.time(recorded.recorded_at)), who, *promises)

    def promise_text(self) -> str:
        """The numbers that were given out with the last contact."""
        return self._promise.text()

    def show_kept(self, ongoing: Ongoing) -> None:
        """The database is away: it is finished here and goes out by itself."""
        who = ongoing.party.title if ongoing.party else self.tr("anonymous")
        self._say(
            self.tr("Kept on this computer"), self.tr("{who} · goes out when the connection is back").format(who=who)
        )

    def _say(self, title: str, detail: str, *promises: str) -> None:
        self._title.setText(title)
        self._detail.set_text(detail)
        self._promise.set_text("\n".join(promises))
        self._promise.setVisible(bool(promises))
        self._last.show()
        self.setAccessibleName(wording.sentences(title, detail, *promises))

    @Slot()
    def _offer_channels(self) -> None:
        for channel in self._catalogue.channels[:_OFFERED]:
            if channel.code not in self._buttons:
                hint = keys.shown("new_conversation") if not self._buttons else ""
                button = Button(label(channel), icon=channel.icon, keys=hint, wide=True)
                button.setProperty("channel", channel.code)
                button.clicked.connect(self._on_pressed)
                self._buttons[channel.code] = button
                self._offers.addWidget(button)

    @Slot()
    def _on_pressed(self) -> None:
        self.new_wanted.emit(str(self.sender().property("channel")))
