"""One telephone number or mail address in the form: value, what for, preferred, and which messages may go there."""

from uuid import UUID

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.parties import DigitalAddress, DigitalAddressKind, MessageKind
from kcc_desktop.domain.party_commands import AddDigitalAddress, ChangeDigitalAddress, Heard
from kcc_desktop.ui.parties import words
from kcc_desktop.ui.parties.flow import Flow
from kcc_desktop.ui.parties.forms.agreed_lines import AgreedLines
from kcc_desktop.ui.parties.forms.toggles import Toggle
from kcc_desktop.ui.shared import formatting, theme
from kcc_desktop.ui.shared.basics import Text, column, row
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.fields import Field, TextField, field


class AddressEditor(QWidget):
    """Without an address it is an empty place for a new one."""

    became_preferred = Signal(object)  # this editor: of one kind only one is

    def __init__(self, kind: DigitalAddressKind, address: DigitalAddress | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind, self._address = kind, address
        self._new_id, self._replacement_id = new_id(), new_id()
        self.is_ended = False
        is_phone = kind is DigitalAddressKind.PHONE
        self.value = TextField(text=self._shown(address))
        self._label = TextField(text=address.label if address else "")
        self.value_field = field(self._title(is_phone, address is None), self.value)
        self._label_field = field(self.tr("What for"), self._label)
        self._label.setPlaceholderText(self.tr("work, carer"))
        self._preferred = Toggle(self.tr("preferred"))
        self._preferred.set_on(bool(address and address.is_preferred))
        self._preferred.toggled.connect(self._on_preferred)
        self._agreed = {one: Toggle(words.message_kind(one), self._agreed_name(one)) for one in MessageKind}
        for one, toggle in self._agreed.items():
            toggle.set_on(bool(address and one in address.agreed_to))
        self._end = Button("", icon="trash", rank="quiet", name=self.tr("Stop using {value}"))
        self._end.clicked.connect(self._on_end)
        top = row(self.value_field, self._label_field, column(None, self._end, gap=0), gap=theme.S)
        top.setStretch(0, 3)
        top.setStretch(1, 2)
        self._more = QWidget()
        caption = Text(self.tr("May be sent there"), theme.CAPTION, tone="muted", elided=True)
        head = row(caption, None, self._preferred)
        self.lines = AgreedLines()
        self._more.setLayout(column(head, Flow(*self._agreed.values()), self.lines, gap=theme.XS + 2))
        self.setLayout(column(top, self._more, gap=theme.S))
        self._name_end()
        for part in (self._more, self._label_field, self._end):
            part.setVisible(address is not None)
        self.value.textEdited.connect(self._on_typed)

    def kind(self) -> DigitalAddressKind:
        return self._kind

    def address_id(self) -> UUID | None:
        """The address it changes; None for a new one."""
        return self._address.id if self._address is not None else None

    def is_typed_in(self) -> bool:
        """Whether saving would do something."""
        if self._address is None:
            return bool(self.value.text().strip())
        return self.is_ended or self._now() != (
            self._shown(self._address),
            self._address.label,
            self._address.is_preferred,
            self._address.agreed_to,
        )

    def rebase(self, newer: DigitalAddress | None) -> None:
        """How it stands now: what the agent did not touch follows, what they typed stays and is then a change of the
        newer one. None: a colleague ended it, what was typed would be a new one."""
        old = self._address
        if old is None or newer == old:
            return
        value, label, preferred, agreed = self._now()
        if newer is not None:
            self.value.setText(self._shown(newer) if value == self._shown(old) else value)
            self._label.setText(newer.label if label == old.label else label)
            self._preferred.set_on(newer.is_preferred if preferred == old.is_preferred else preferred)
            for one, toggle in self._agreed.items():
                touched = (one in agreed) != (one in old.agreed_to)
                toggle.set_on(toggle.isChecked() if touched else one in newer.agreed_to)
        self._address = newer

    def add_command(self, party_id: UUID, heard: Heard | None) -> AddDigitalAddress:
        value, label, preferred, agreed = self._now()
        return AddDigitalAddress(self._new_id, party_id, self._kind, value, label, preferred, agreed, heard)

    def change_command(self, heard: Heard | None) -> ChangeDigitalAddress:
        assert self._address is not None
        value, label, preferred, agreed = self._now()
        return ChangeDigitalAddress(
            self._address.id, self._address.version, value, label, preferred, agreed, self._replacement_id, heard
        )

    def label_field(self) -> Field:
        return self._label_field

    def preferred(self) -> Toggle:
        return self._preferred

    def agreed(self, kind: MessageKind) -> Toggle:
        return self._agreed[kind]

    def _now(self) -> tuple[str, str, bool, frozenset[MessageKind]]:
        agreed = frozenset(one for one, toggle in self._agreed.items() if toggle.isChecked())
        return self.value.text().strip(), self._label.text().strip(), self._preferred.isChecked(), agreed

    def _shown(self, address: DigitalAddress | None) -> str:
        if address is None:
            return ""
        return formatting.phone(address.value) if self._kind is DigitalAddressKind.PHONE else address.value

    def _title(self, is_phone: bool, is_new: bool) -> str:
        if is_new:
            return self.tr("Another phone number") if is_phone else self.tr("Another e-mail address")
        if is_phone:
            return QCoreApplication.translate("Parties", "Phone")
        return QCoreApplication.translate("Parties", "E-mail")

    def _agreed_name(self, kind: MessageKind) -> str:
        return self.tr("May be sent there: {kind}").format(kind=words.message_kind(kind))

    def _name_end(self) -> None:
        text = self.tr("Keep {value} after all") if self.is_ended else self.tr("Stop using {value}")
        self._end.set_name(text.format(value=self._shown(self._address)))

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self.value_field.accept()
        if self._address is None:
            self._more.setVisible(bool(text.strip()))
            self._label_field.setVisible(bool(text.strip()))

    @Slot(bool)
    def _on_preferred(self, on: bool) -> None:
        if on:
            self.became_preferred.emit(self)

    @Slot()
    def _on_end(self) -> None:
        self.is_ended = not self.is_ended
        for widget in (self.value, self._label, self._preferred, *self._agreed.values()):
            widget.setEnabled(not self.is_ended)
        self._end.set_icon("arrow-u-up-left" if self.is_ended else "trash")
        self._name_end()
        self.value_field.set_label(
            self.tr("Ends when you save")
            if self.is_ended
            else self._title(self._kind is DigitalAddressKind.PHONE, False)
        )
