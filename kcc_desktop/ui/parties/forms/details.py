"""Changes how somebody is reached: numbers, addresses, what may be sent there, preferences and help."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.contacts import Channel
from kcc_desktop.domain.errors import InvalidValue, Outage, Refusal
from kcc_desktop.domain.parties import DigitalAddress, DigitalAddressKind, PartyCard
from kcc_desktop.domain.party_answers import Consent
from kcc_desktop.domain.party_commands import AddressKnown, ConsentNeeded, Heard
from kcc_desktop.services.parties import PartyService
from kcc_desktop.ui.catalogue import label
from kcc_desktop.ui.parties.forms.address_editor import AddressEditor
from kcc_desktop.ui.parties.forms.preferences import PreferenceFields
from kcc_desktop.ui.shared import theme, wording
from kcc_desktop.ui.shared.basics import Paragraph, column, hairline, heading
from kcc_desktop.ui.shared.form_panel import FormPanel

Step = tuple[object, Callable[[], Any]]
PREFERENCES = "preferences"


def run_steps(steps: Sequence[Step]) -> list[tuple[object, Refusal]]:
    """Each step in a transaction of its own; what was refused, by the step's key. An outage stops the rest."""
    refused: list[tuple[object, Refusal]] = []
    for key, step in steps:
        try:
            step()
        except Refusal as error:
            refused.append((key, error))
    return refused


def _sets_preferred(editor: AddressEditor) -> bool:
    return editor.preferred().isChecked()


class DetailsForm(FormPanel):
    """Of one party. `changed` tells that something was saved, also when something else was refused."""

    changed = Signal(object)  # the party's id

    def __init__(self, column_widget: QWidget, parties: PartyService, tasks: TaskRunner) -> None:
        super().__init__(column_widget, tasks, "", "")
        self.save_button.setText(self.tr("Save"))
        self._parties = parties
        self._card: PartyCard | None = None
        self._heard: Heard | None = None
        self._channels: tuple[Channel, ...] = ()
        self.holds_covered = False  # it shows what was uncovered for a minute
        self.editors: list[AddressEditor] = []
        self._covered = Paragraph("", "muted", theme.CAPTION)
        self._addresses = QWidget()
        self._address_box = column(gap=theme.L)
        self._addresses.setLayout(self._address_box)
        self.preferences = PreferenceFields()
        self.preferences.resized.connect(self._on_resized)
        self._known_as(**self.preferences.fields)
        self._lay_out(self._covered, self._addresses, hairline(), heading(self.tr("Preferences")), self.preferences)

    def open_for(
        self,
        card: PartyCard,
        known: tuple[DigitalAddress, ...] | None,
        channels: tuple[Channel, ...],
        heard: Heard | None = None,
    ) -> None:
        """What was typed for this card before and not saved is still there. `known` None: they are covered now.
        `heard` is the conversation in which they say what may be sent."""
        self._heard, self._channels = heard, channels
        is_same = self._card is not None and self._card.id == card.id and self.is_typed_in()
        if not is_same:
            self._fill(card, known or (), channels)
        self.holds_covered = card.is_covered and known is not None
        self._covered.setVisible(known is None)
        self._covered.set_text(self.tr("What is there already is covered. You can add something new."))
        self.appear()
        self._read_consents()

    def party_id(self) -> UUID | None:
        return self._card.id if self._card is not None else None

    def is_typed_in(self) -> bool:
        """Whether saving would do something."""
        return any(editor.is_typed_in() for editor in self.editors) or self._wishes_differ()

    def _fill(self, card: PartyCard, known: tuple[DigitalAddress, ...], channels: tuple[Channel, ...]) -> None:
        self._card = card
        self.set_title(self.tr("Reach {name}").format(name=card.title))
        self._show_addresses(known)
        self.preferences.fill(card, channels)

    def rebase(self, card: PartyCard, known: tuple[DigitalAddress, ...] | None) -> None:
        """The card was read again: what the agent did not touch follows, what they typed stays."""
        before = self._card
        if before is None or before.id != card.id or card is before:
            return
        by_id = {address.id: address for address in known or ()}
        if known is not None:
            for editor in list(self.editors):
                address_id = editor.address_id()
                if address_id is not None and address_id not in by_id and not editor.is_typed_in():
                    self._drop(editor)
                elif address_id is not None:
                    editor.rebase(by_id.get(address_id))
        self.preferences.rebase(before, card)
        self._card = card
        if self.isVisible():
            self._read_consents()

    def let_go(self) -> None:
        """What was uncovered is covered again: only what the agent is changing stays."""
        for editor in list(self.editors):
            if editor.address_id() is not None and not editor.is_typed_in():
                self._drop(editor)
        if not self.is_typed_in():
            self.put_away()

    def _drop(self, editor: AddressEditor) -> None:
        self.editors.remove(editor)
        self._address_box.removeWidget(editor)
        editor.hide()
        editor.deleteLater()

    def _show_addresses(self, known: tuple[DigitalAddress, ...]) -> None:
        for old in list(self.editors):
            self._drop(old)
        for kind in DigitalAddressKind:
            ours = [address for address in known if address.kind is kind]
            for address in (*ours, None):
                editor = AddressEditor(kind, address)
                editor.value.textEdited.connect(self.settle)
                editor.became_preferred.connect(self._on_preferred)
                editor.lines.resized.connect(self._on_resized)
                self.editors.append(editor)
                self._address_box.addWidget(editor)

    def _read_consents(self) -> None:
        ids = [address_id for editor in self.editors if (address_id := editor.address_id()) is not None]
        if ids:
            task = self._tasks.run(partial(self._parties.consents, ids), self, key="consents")
            task.succeeded.connect(self._on_consents)
            task.failed.connect(self._on_consents_unread)

    @Slot(object)
    def _on_consents(self, found: dict[UUID, tuple[Consent, ...]]) -> None:
        for editor in self.editors:
            address_id = editor.address_id()
            if address_id is not None:
                editor.lines.show_consents(found.get(address_id, ()), self._channel)

    @Slot(object)
    def _on_consents_unread(self, error: Exception) -> None:
        """What may be sent is known by the card; since when is not, and that is said where it would stand."""
        if not isinstance(error, (Refusal, Outage)):
            raise error
        for editor in self.editors:
            if editor.address_id() is not None:
                editor.lines.tell(self.tr("Since when cannot be read now."))

    def _channel(self, code: str) -> str:
        return next((label(channel) for channel in self._channels if channel.code == code), code)

    def _first(self) -> QWidget:
        return self.editors[0].value

    # Saving

    def _save(self) -> None:
        card = self._card
        if card is None:
            return
        steps: list[Step] = []
        # Whatever becomes the preferred one touches the one before: it comes last.
        for editor in sorted(self.editors, key=_sets_preferred):
            if not editor.is_typed_in():
                continue
            address_id = editor.address_id()
            if address_id is None:
                steps.append(
                    (editor, partial(self._parties.add_digital_address, editor.add_command(card.id, self._heard)))
                )
            elif editor.is_ended:
                steps.append((editor, partial(self._parties.end_digital_address, address_id, self._heard)))
            else:
                steps.append(
                    (editor, partial(self._parties.change_digital_address, editor.change_command(self._heard)))
                )
        if self._wishes_differ():
            wished = self.preferences.command(card)
            steps.append((PREFERENCES, partial(self._parties.change_preferences, wished)))
        if not steps:
            self.put_away()
            return
        self._run(steps)

    def _run(self, steps: list[Step]) -> None:
        # The worker gets numbers for keys: an editor is a widget.
        self._steps = [key for key, _step in steps]
        numbered: list[Step] = [(number, step) for number, (_key, step) in enumerate(steps)]
        self.save_button.setEnabled(False)
        task = self._tasks.run(partial(run_steps, numbered), self)
        task.succeeded.connect(self._on_steps)
        task.failed.connect(self._on_failed)

    @Slot(object)
    def _on_steps(self, refused: list[tuple[int, Refusal]]) -> None:
        self.save_button.setEnabled(True)
        party_id = self.party_id()
        self.changed.emit(party_id)  # also when all was refused: then the card is older than somebody's change
        if not refused:
            self._card = None
            self.put_away()
            self.saved.emit(party_id)
            return
        for number, error in refused:
            self._refuse_step(self._steps[number], error)
        self.settle()

    def _refuse_step(self, key: object, error: Refusal) -> None:
        if isinstance(key, AddressEditor) and isinstance(error, (InvalidValue, AddressKnown)):
            is_label = isinstance(error, InvalidValue) and error.field == "label"
            at = key.label_field() if is_label else key.value_field
            at.refuse(wording.value_reason(error) if isinstance(error, InvalidValue) else wording.sentence(error)[1])
            at.control.setFocus()
        elif isinstance(error, ConsentNeeded):
            self.preferences.help_field.refuse(wording.sentence(error)[1])
            self.preferences.consent.setFocus()
        else:
            self.refuse(error)

    def _wishes_differ(self) -> bool:
        return self._card is not None and self.preferences.differ(self._card)

    @Slot()
    def _on_resized(self) -> None:
        if self.isVisible():
            self.settle()

    @Slot(object)
    def _on_preferred(self, chosen: AddressEditor) -> None:
        for editor in self.editors:
            if editor is not chosen and editor.kind() is chosen.kind():
                editor.preferred().set_on(False)
