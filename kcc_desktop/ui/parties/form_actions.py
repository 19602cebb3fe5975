"""The keys of the left column that open a form, and what follows from what was saved. Paints nothing itself."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from kcc_desktop.domain.ongoing import PartyRef
from kcc_desktop.domain.parties import DigitalAddress, PartyCard, Representation
from kcc_desktop.domain.party_commands import Heard
from kcc_desktop.ui.conversations import Conversations
from kcc_desktop.ui.parties import entries
from kcc_desktop.ui.parties.behalf import Standing
from kcc_desktop.ui.parties.behalf_row import standing_words
from kcc_desktop.ui.parties.entries import Target
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
        forms.ended.connect(self._on_ended)
        forms.refused.connect(self._on_refused)
        forms.changed.connect(self._on_changed)

    @Slot()
    def edit_details(self) -> None:
        card = self._card()
        if card is None:
            return
        self._forms.open_details(card, self._known_addresses(card), self._heard())

    def _heard(self) -> Heard | None:
        """The conversation with whoever is shown; about a card that is looked at aside nothing is said in it."""
        ongoing, viewed = self._conversations.active(), self._viewing.now()
        if ongoing is None or ongoing.party is None or viewed.is_aside:
            return None
        return Heard(ongoing.id, ongoing.channel_code)

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
    def end_representation(self, target: Target | None) -> None:
        """Somebody no longer speaks for another; `target` is the row that shows it, None: of whoever is shown."""
        card = self._card()
        if card is None:
            return
        wanted = target.representation if target is not None else None
        if not entries.endable(card, self._today()):
            text = self.tr("Nobody speaks for {name} now, and {name} speaks for nobody.").format(name=card.title)
            self.told.emit(text, "near", False)
        elif target is None or wanted is not None:
            self._forms.open_end(card, wanted)

    @Slot(object)
    def _on_ended(self, outcome: tuple[UUID, str, Representation]) -> None:
        """Who speaks by it in a conversation that goes on speaks for themselves again."""
        card_id, title, ended = outcome
        both = (card_id, ended.party_id) if ended.outgoing else (ended.party_id, card_id)
        self._speaker.end(*both, ended.id)
        names = (title, ended.name) if ended.outgoing else (ended.name, title)
        text = self.tr("{speaker} no longer speaks for {other}.").format(speaker=names[0], other=names[1])
        self.told.emit(text, "good", False)
        for party_id in both:
            self._on_changed(party_id)

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
