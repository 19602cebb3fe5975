"""The keys of the left column that open a form, and what follows from what was saved. Paints nothing itself."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from kcc_desktop.domain.ongoing import PartyRef
from kcc_desktop.domain.parties import DigitalAddress, PartyCard
from kcc_desktop.ui.conversations import Conversations
from kcc_desktop.ui.parties.behalf import Standing
from kcc_desktop.ui.parties.behalf_row import standing_words
from kcc_desktop.ui.parties.forms.desk import Forms
from kcc_desktop.ui.parties.revealing import Revealing
from kcc_desktop.ui.parties.speaking import Speaker
from kcc_desktop.ui.shared import wording
from kcc_desktop.ui.viewing import Viewing


class FormActions(QObject):
    """One a column. `told`: words, tone, and whether it can be undone."""

    told = Signal(str, str, bool)

    def __init__(
        self,
        conversations: Conversations,
        viewing: Viewing,
        speaker: Speaker,
        revealing: Revealing,
        forms: Forms,
        today: Callable[[], date],
    ) -> None:
        super().__init__(forms)
        self._conversations, self._viewing, self._speaker = conversations, viewing, speaker
        self._revealing, self._forms, self._today = revealing, forms, today
        revealing.covered.connect(forms.let_go)
        forms.registered.connect(self._on_registered)
        forms.represented.connect(self._on_represented)
        forms.refused.connect(self._on_refused)
        forms.changed.connect(self._on_changed)

    @Slot()
    def edit_details(self) -> None:
        card = self._card()
        if card is None:
            return
        self._forms.open_details(card, self._known_addresses(card))

    def _known_addresses(self, card: PartyCard) -> tuple[DigitalAddress, ...] | None:
        """None while they are covered."""
        if not card.is_covered:
            return card.digital_addresses
        uncovered = self._revealing.of(card.id)
        return uncovered.details.digital_addresses if uncovered is not None else None

    def show_newer(self, card: PartyCard) -> None:
        """The card was read again."""
        self._forms.show_newer(card, self._known_addresses(card))

    @Slot()
    def register_person(self) -> None:
        ongoing = self._conversations.active()
        self._forms.open_register(ongoing.id if ongoing else None, self._speaker.number())

    @Slot()
    def refuse_disclosure(self) -> None:
        card, ongoing = self._card(), self._conversations.active()
        if card is not None:
            self._forms.open_refusal(card, ongoing.id if ongoing else None)

    @Slot(object)
    def _on_registered(self, outcome: tuple[UUID | None, PartyRef]) -> None:
        conversation_id, ref = outcome
        ongoing = self._conversations.get(conversation_id) if conversation_id is not None else None
        self.told.emit(self.tr("{name} is registered.").format(name=ref.title), "good", False)
        if ongoing is not None and ongoing.speaker is None:
            self._conversations.put(ongoing.spoken_by(ref))
        else:
            self._viewing.look_at(ref.id, ref.title)

    @Slot(object)
    def _on_represented(self, outcome: tuple[UUID | None, UUID, Standing]) -> None:
        conversation_id, speaker_id, standing = outcome
        ongoing = self._conversations.get(conversation_id) if conversation_id is not None else None
        is_same = ongoing is not None and ongoing.speaker is not None and ongoing.speaker.id == speaker_id
        if ongoing is not None and is_same and standing.holds_on(self._today()):
            self._conversations.put(ongoing.on_behalf_of(standing.subject, standing.capacity))
        self._on_changed(speaker_id)
        if standing.subject is not None:
            text = wording.fill(self.tr("Kept: {standing}."), standing=standing_words(standing))
            self.told.emit(text, "good", False)

    @Slot(object)
    def _on_refused(self, party_id: UUID) -> None:
        self.told.emit(self.tr("The refusal stands in the contacts."), "good", False)
        self._on_changed(party_id)

    @Slot(object)
    def _on_changed(self, party_id: UUID) -> None:
        self._viewing.reload_if_shown(frozenset({party_id}))

    @Slot()
    def add_representation(self) -> None:
        """For whom the person shown, or who speaks, may speak too."""
        ongoing, card = self._conversations.active(), self._card()
        if ongoing is not None and ongoing.speaker is not None:
            aside = self._viewing.now().ref if self._viewing.now().is_aside else None
            self._forms.open_represent(ongoing.id, ongoing.speaker, aside)
        elif card is not None and card.person is not None:
            self._forms.open_represent(None, _ref(card), None)

    def _card(self) -> PartyCard | None:
        overview = self._viewing.now().overview
        return overview.card if overview is not None else None


def _ref(card: PartyCard) -> PartyRef:
    return PartyRef(card.id, card.kind, card.title, card.warnings.disclosure_restricted)
