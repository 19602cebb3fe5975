"""How, when and in what language somebody wants to be reached, how they are called, and whether they need help."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.contacts import Channel
from kcc_desktop.domain.parties import PartyCard
from kcc_desktop.domain.party_commands import ChangePreferences
from kcc_desktop.ui.catalogue import label
from kcc_desktop.ui.parties import words
from kcc_desktop.ui.parties.flow import Flow
from kcc_desktop.ui.parties.forms.toggles import Toggle
from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.basics import column
from kcc_desktop.ui.shared.buttons import Choice
from kcc_desktop.ui.shared.fields import TextField, field
from kcc_desktop.ui.shared.picker import Picker
from kcc_desktop.ui.shared.rows import Row


class PreferenceFields(QWidget):
    """`resized` when it shows more or less."""

    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._channels: tuple[Channel, ...] = ()
        self._channel_code, self._language_code = "", "nld"
        self.channel = Choice("", name=self.tr("Preferred channel"), placeholder=self.tr("no preference"))
        self.channel.clicked.connect(self._pick_channel)
        self.moment = TextField(placeholder=self.tr("after 16:00"))
        self.language = Choice("", name=self.tr("Language"))
        self.language.clicked.connect(self._pick_language)
        self.called = TextField()
        self.help = Toggle(self.tr("needs help to arrange things online"))
        self.help.toggled.connect(self._on_help)
        self.consent = Toggle(self.tr("agrees that we note this"))
        toggles = QWidget()
        toggles.setAccessibleName(self.tr("Digital help"))
        toggles.setLayout(Flow(self.help, self.consent))
        self.help_field = field(self.tr("Digital help"), toggles)
        self._called_field = field(self.tr("Wants to be called"), self.called)
        self.fields = {
            "channel": field(self.tr("Preferred channel"), self.channel),
            "moment": field(self.tr("Best moment"), self.moment),
            "language": field(self.tr("Language"), self.language),
            "preferred_name": self._called_field,
        }
        self.setLayout(column(*self.fields.values(), self.help_field, gap=theme.M))
        self._channel_picker: Picker | None = None
        self._language_picker: Picker | None = None

    def fill(self, card: PartyCard, channels: tuple[Channel, ...]) -> None:
        """As the card has it."""
        self._channels = channels
        wanted = card.preferences
        self._set_channel(wanted.channel)
        self._set_language(wanted.language)
        self.moment.setText(wanted.moment)
        self.called.setText(_called(card))
        self._called_field.setVisible(card.person is not None)
        self.help.set_on(wanted.needs_digital_help)
        self.consent.set_on(wanted.digital_help_agreed_on is not None)
        self._on_help(wanted.needs_digital_help)

    def rebase(self, was: PartyCard, now: PartyCard) -> None:
        """What the agent did not touch follows the newer card."""
        mine = self.command(was)
        if mine.channel == was.preferences.channel:
            self._set_channel(now.preferences.channel)
        if mine.language == was.preferences.language:
            self._set_language(now.preferences.language)
        if mine.moment == was.preferences.moment:
            self.moment.setText(now.preferences.moment)
        if mine.needs_digital_help == was.preferences.needs_digital_help:
            self.help.set_on(now.preferences.needs_digital_help)
            self.consent.set_on(now.preferences.digital_help_agreed_on is not None)
        if mine.preferred_name == _called(was):
            self.called.setText(_called(now))

    def command(self, card: PartyCard) -> ChangePreferences:
        """What the fields say, as a change of this card."""
        return ChangePreferences(
            card.id,
            card.preferences.version,
            self._channel_code,
            self.moment.text().strip(),
            self._language_code,
            self.help.isChecked(),
            self.consent.isChecked(),
            self.called.text().strip(),
        )

    def differ(self, card: PartyCard) -> bool:
        """Whether saving would change this card."""
        before, now = card.preferences, self.command(card)
        return (now.channel, now.moment, now.language, now.needs_digital_help, now.preferred_name) != (
            before.channel,
            before.moment,
            before.language,
            before.needs_digital_help,
            _called(card),
        )

    @Slot(bool)
    def _on_help(self, needed: bool) -> None:
        self.consent.setVisible(needed)
        self.help_field.accept()
        self.resized.emit()

    def _set_channel(self, code: str) -> None:
        self._channel_code = code
        channel = next((one for one in self._channels if one.code == code), None)
        self.channel.setText(label(channel) if channel else code)

    def _set_language(self, code: str) -> None:
        self._language_code = code
        self.language.setText(words.language(code))

    @Slot()
    def _pick_channel(self) -> None:
        if self._channel_picker is None:
            self._channel_picker = Picker(self.window(), self.tr("Preferred channel"), self.tr("Type a channel"))
            self._channel_picker.picked.connect(self._on_channel)
            self._channel_picker.typed.connect(self._on_channel_typed)
        self._channel_picker.open_at(self.channel, self._channel_rows(""))

    def _channel_rows(self, typed: str) -> list[Row]:
        rows = [Row(self.tr("no preference"), icon="prohibit", key="")]
        rows += [Row(label(one), icon=one.icon, match=typed, key=one.code) for one in self._channels]
        return [row for row in rows if typed.casefold() in row.title.casefold()]

    @Slot(str)
    def _on_channel_typed(self, text: str) -> None:
        if self._channel_picker is not None:
            self._channel_picker.set_rows(self._channel_rows(text.strip()))

    @Slot(object)
    def _on_channel(self, code: object) -> None:
        self._set_channel(str(code))

    @Slot()
    def _pick_language(self) -> None:
        if self._language_picker is None:
            self._language_picker = Picker(self.window(), self.tr("Language"), self.tr("Type a language"))
            self._language_picker.picked.connect(self._on_language)
            self._language_picker.typed.connect(self._on_language_typed)
        self._language_picker.open_at(self.language, self._language_rows(""))

    def _language_rows(self, typed: str) -> list[Row]:
        codes = [code for code in words.LANGUAGES if code != "dut"]
        rows = [Row(words.language(code), match=typed, key=code) for code in codes]
        return [row for row in rows if typed.casefold() in row.title.casefold()]

    @Slot(str)
    def _on_language_typed(self, text: str) -> None:
        if self._language_picker is not None:
            self._language_picker.set_rows(self._language_rows(text.strip()))

    @Slot(object)
    def _on_language(self, code: object) -> None:
        self._set_language(str(code))


def _called(card: PartyCard) -> str:
    return card.person.name.preferred_name if card.person is not None else ""
