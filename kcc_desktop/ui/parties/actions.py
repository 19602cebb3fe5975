"""The keys of the left column that ask for a choice: how established, as what, for what. Paints nothing itself."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.domain.contacts import IdentityLevel
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.establishing import WAYS, is_enough
from kcc_desktop.domain.parties import PartyCard, PartyKind
from kcc_desktop.domain.purposes import Purpose
from kcc_desktop.ui.conversations import Conversations
from kcc_desktop.ui.parties import words
from kcc_desktop.ui.parties.behalf import Standing, current
from kcc_desktop.ui.parties.behalf_row import ground_words, standing_words
from kcc_desktop.ui.parties.card_view import CardView
from kcc_desktop.ui.parties.facts import has_covered
from kcc_desktop.ui.parties.forms.desk import Forms
from kcc_desktop.ui.parties.revealing import Revealing
from kcc_desktop.ui.parties.short_list import ShortList
from kcc_desktop.ui.parties.speaking import Speaker
from kcc_desktop.ui.shared import keys, wording
from kcc_desktop.ui.shared.rows import Row
from kcc_desktop.ui.viewing import Viewing

_SOMEBODY_ELSE = "somebody_else"


class Actions(QObject):
    """One a column. `told`: words, tone, and whether it can be undone."""

    told = Signal(str, str, bool)

    def __init__(
        self,
        card: CardView,
        conversations: Conversations,
        viewing: Viewing,
        speaker: Speaker,
        revealing: Revealing,
        forms: Forms,
        today: Callable[[], date],
    ) -> None:
        super().__init__(card)
        self._view, self._conversations, self._viewing, self._speaker = card, conversations, viewing, speaker
        self._revealing, self._forms, self._today = revealing, forms, today
        self._list: ShortList | None = None
        self._open_for = ""  # which key opened the list
        revealing.failed.connect(self.tell_failure)

    # Who it is

    @Slot()
    def establish(self) -> None:
        """One key: the usual way. Again, or where there is no usual way: the list."""
        if self._closed_again("identity"):
            return
        problem = self.why_nobody()
        if problem:
            self.told.emit(problem, "near", False)
            return
        way = self._speaker.usual_way()
        if way is not None:
            self._speaker.establish(way)
        else:
            self.choose_way()

    @Slot()
    def choose_way(self) -> None:
        """How it was established, 1–7."""
        ongoing = self._conversations.active()
        if ongoing is None:
            return
        restricted = self._speaker.is_restricted()
        weak = self.tr("not enough")
        rows = [
            Row(
                words.level(way),
                icon="shield-check" if is_enough(way, restricted=restricted) else "shield",
                trailing=weak if restricted and way.may_be_told and not is_enough(way, restricted=True) else "",
                trailing_tone="near",
                keys=str(number),
                key=way,
            )
            for number, way in enumerate(WAYS, start=1)
        ]
        note = self.tr("Disclosure restricted: questions are not enough.") if restricted else ""
        is_open = ongoing.identity is IdentityLevel.NOT_ESTABLISHED
        chosen = IdentityLevel.CALLED_BACK if is_open and restricted else ongoing.identity
        place = 0 if is_open and not restricted else WAYS.index(chosen)
        self._open("identity", self._view.identity, self.tr("How was it established?"), rows, note, place)

    def why_nobody(self) -> str:
        """Why nothing can be said of a caller now; "" when it can."""
        ongoing, viewed = self._conversations.active(), self._viewing.now()
        if ongoing is None:
            return self.tr("No conversation is going on. {key} begins one.").format(key=keys.shown("new_conversation"))
        if ongoing.party is None:
            return self.tr("Nobody is with this conversation yet. Search, then put them with it.")
        if viewed.is_aside:
            return self.tr("You look at somebody else. Go back first ({key}).").format(key=keys.shown("later"))
        return ""

    # As what they speak

    @Slot()
    def on_behalf(self) -> None:
        """To and fro where there is one other way to speak, else the list."""
        if self._closed_again("on_behalf"):
            return
        found, ongoing = self._speaker.standings(), self._conversations.active()
        if ongoing is None or (ongoing.party is None and len(found) < 2):
            self.told.emit(self.why_nobody(), "near", False)
            return
        if len(found) == 2 and found[1].is_recorded:
            self.choose_standing(found[1 - current(ongoing, found)])
        else:
            self._open_standings()

    @Slot()
    def attach(self) -> None:
        """Whoever is shown is who speaks; somebody who died is whom it is about."""
        card = self._card()
        if card is None or not card.warnings.is_deceased:
            self._viewing.attach()
            return
        about = (one for one in self._speaker.standings() if one.subject is not None and one.subject.id == card.id)
        standing = next(about, None)
        if standing is not None:
            self.choose_standing(standing)

    @Slot(object)
    def choose_standing(self, standing: Standing | None) -> None:
        """None: the list. Where no mandate is kept yet, its form opens first."""
        ongoing = self._conversations.active()
        if ongoing is None:
            return
        if standing is None:
            self._open_standings()
        elif not standing.is_recorded and ongoing.speaker is not None:
            self._forms.open_represent(ongoing.id, ongoing.speaker, standing.subject)
        else:
            self._speaker.speak_as(standing)
            after = self._conversations.active()
            if after is not None and after.party is not None:
                text = wording.fill(self.tr("You now see the contacts of {name}."), name=after.party.title)
                self.told.emit(text, "good", False)

    def _open_standings(self) -> None:
        ongoing, found = self._conversations.active(), self._speaker.standings()
        if ongoing is None:
            return
        rows = [self._standing_row(number, one) for number, one in enumerate(found[:8], start=1)]
        if ongoing.speaker is not None and ongoing.speaker.kind is PartyKind.PERSON:
            other = self.tr("on behalf of somebody else …")
            rows.append(Row(other, icon="magnifying-glass", keys=str(len(rows) + 1), key=_SOMEBODY_ELSE))
        place = current(ongoing, found)
        self._open("on_behalf", self._view.behalf_anchor(), self.tr("As what do they speak?"), rows, "", place)

    def _standing_row(self, number: int, one: Standing) -> Row:
        icon = "user"
        if one.subject is not None:
            icon = "buildings" if one.subject.kind is PartyKind.ORGANISATION else "users"
        detail = ground_words(one, self._today()) if one.subject is not None else ""
        tone = "muted" if one.is_recorded else "near"
        return Row(standing_words(one), detail, icon, keys=str(number), detail_tone=tone, key=one)

    # What is covered

    @Slot()
    def reveal(self) -> None:
        """For what? Then for a minute. Again: covered."""
        if self._closed_again("reveal"):
            return
        card = self._card()
        if card is None:
            return
        if self._revealing.of(card.id) is not None:
            self._revealing.cover()
        elif not has_covered(card):
            self.told.emit(self.tr("Nothing is covered here."), "near", False)
        else:
            rows = [
                Row(words.purpose(one), icon="eye", keys=str(number), key=one)
                for number, one in enumerate(Purpose, start=1)
            ]
            note = self.tr("It stands in the log, and is covered again after a minute.")
            self._open("reveal", self._view.reveal, self.tr("What do you look this up for?"), rows, note, 0)

    # Shared

    def close(self) -> None:
        """Another card is shown: no list of the one before stays open."""
        if self._list is not None:
            self._list.close_unpicked()

    def _card(self) -> PartyCard | None:
        overview = self._viewing.now().overview
        return overview.card if overview is not None else None

    def _open(self, key: str, anchor: QWidget, title: str, rows: list[Row], note: str, chosen: int) -> None:
        if self._list is None:
            self._list = ShortList(self._view.window())
            self._list.picked.connect(self._on_picked)
        self._open_for = key
        self._list.open_at(anchor, title, rows, note=note, chosen=chosen)

    def _closed_again(self, key: str) -> bool:
        """The key that opened the list closes it; another key opens its own."""
        if self._list is None or self._list.isHidden():
            return False
        self._list.close_unpicked()
        return self._open_for == key

    @Slot(object)
    def _on_picked(self, key: object) -> None:
        if isinstance(key, IdentityLevel):
            self._speaker.establish(key)
        elif isinstance(key, Purpose):
            card = self._card()
            if card is not None:
                self._revealing.ask(card.id, key)
        elif isinstance(key, Standing):
            self.choose_standing(key)
        elif key == _SOMEBODY_ELSE:
            ongoing = self._conversations.active()
            if ongoing is not None and ongoing.speaker is not None:
                self._forms.open_represent(ongoing.id, ongoing.speaker, None)

    @Slot(object)
    def tell_failure(self, error: Exception) -> None:
        """Refused or away: in words. A bug is raised: it has its own dialog."""
        if not isinstance(error, (Refusal, Outage)):
            raise error
        title, why = wording.sentence(error)
        self.told.emit(wording.sentences(title, why), "near" if isinstance(error, Outage) else "over", False)
