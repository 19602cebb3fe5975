"""What the conversation in front says of the card that is shown, and the moves on it. Knows no widget."""

from collections.abc import Callable
from datetime import date
from uuid import UUID

from PySide6.QtCore import QObject, Slot

from kcc_desktop.domain.contacts import IdentityLevel
from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.establishing import usual_way
from kcc_desktop.domain.ongoing import Ongoing, PartyRef
from kcc_desktop.domain.parties import PartyCard, Representation
from kcc_desktop.domain.phone import is_anonymous, parse_phone
from kcc_desktop.ui.conversations import Conversations
from kcc_desktop.ui.parties import words
from kcc_desktop.ui.parties.behalf import Standing, current, standings
from kcc_desktop.ui.parties.card_view import Speaking
from kcc_desktop.ui.viewing import Viewed, Viewing


class Speaker(QObject):
    """Who the conversation in front is with. Remembers for whom each speaker may speak, as their card said."""

    def __init__(
        self,
        conversations: Conversations,
        viewing: Viewing,
        today: Callable[[], date],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._conversations, self._viewing, self._today = conversations, viewing, today
        self._represented: dict[UUID, tuple[Representation, ...]] = {}

    def remember(self, card: PartyCard) -> None:
        """A card was read: the conversation's references to it are renewed, and what it says of whom they represent
        is kept while it is needed."""
        ref = PartyRef(card.id, card.kind, card.title, card.warnings.disclosure_restricted)
        for ongoing in self._conversations.all():
            if ongoing.speaker is not None and ongoing.speaker.id == card.id:
                self._represented[card.id] = card.representations
                if ongoing.speaker != ref:
                    self._conversations.put(ongoing.spoken_by(ref))
            elif ongoing.subject is not None and ongoing.subject.id == card.id and ongoing.subject != ref:
                self._conversations.put(ongoing.on_behalf_of(ref, ongoing.capacity))
        over = {one.id for one in card.representations if one.is_over_on(self._today())}
        for one in card.representations:
            if one.id in over and not one.outgoing:
                self._forget(one.party_id, one.id)
        speakers = {ongoing.speaker.id for ongoing in self._conversations.all() if ongoing.speaker is not None}
        self._represented = {key: kept for key, kept in self._represented.items() if key in speakers}

    def speaking(self, viewed: Viewed) -> Speaking | None:
        """None when no conversation goes on, or when it is with somebody else than is shown."""
        ongoing = self._conversations.active()
        if ongoing is None or viewed.overview is None or viewed.is_aside or ongoing.party is None:
            return None
        found = self.standings()
        speaker = ongoing.speaker.title if ongoing.speaker and ongoing.speaker.id != viewed.party_id else ""
        return Speaking(
            ongoing.identity,
            ongoing.identity_how,
            self.is_restricted(),
            found,
            current(ongoing, found),
            speaker,
            self.new_number(viewed.overview.card) if not speaker else "",
        )

    def standings(self) -> tuple[Standing, ...]:
        """As what the caller may speak; empty without a conversation."""
        ongoing, viewed = self._conversations.active(), self._viewing.now()
        if ongoing is None:
            return ()
        represented = self._represented_by(ongoing.speaker.id) if ongoing.speaker is not None else ()
        aside = viewed.overview.card if viewed.is_aside and viewed.overview is not None else None
        return standings(ongoing, represented, aside, self._today())

    def _represented_by(self, speaker_id: UUID) -> tuple[Representation, ...]:
        """The card on screen knows it, also when it was read before its person spoke; another card does not."""
        overview = self._viewing.now().overview
        if overview is not None and overview.card.id == speaker_id:
            self._represented[speaker_id] = overview.card.representations
        return self._represented.get(speaker_id, ())

    def is_restricted(self) -> bool:
        """Whether whoever speaks, or whom it is about, has a disclosure restriction."""
        ongoing = self._conversations.active()
        if ongoing is None:
            return False
        return any(ref.disclosure_restricted for ref in (ongoing.speaker, ongoing.subject) if ref is not None)

    def usual_way(self) -> IdentityLevel | None:
        """What one key establishes now; None: say how."""
        ongoing = self._conversations.active()
        if ongoing is None or ongoing.identity is not IdentityLevel.NOT_ESTABLISHED:
            return None
        return usual_way(ongoing.channel_code, restricted=self.is_restricted())

    @Slot(object)
    def establish(self, level: IdentityLevel) -> None:
        ongoing = self._conversations.active()
        if ongoing is not None:
            self._conversations.put(ongoing.established(level, words.how(level)))

    def speak_as(self, standing: Standing) -> None:
        ongoing = self._conversations.active()
        if ongoing is not None:
            self._conversations.put(ongoing.on_behalf_of(standing.subject, standing.capacity))

    def end(self, speaker_id: UUID, subject_id: UUID, representation_id: UUID) -> None:
        """A representation ended: whoever speaks by it, and by no other, speaks for themselves again."""
        self._forget(speaker_id, representation_id)
        left = self._represented.get(speaker_id, ())
        if any(one.outgoing and one.party_id == subject_id and one.holds_on(self._today()) for one in left):
            return
        for ongoing in self._conversations.all():
            spoken_by, about = ongoing.speaker, ongoing.subject
            if spoken_by and about and (spoken_by.id, about.id) == (speaker_id, subject_id):
                self._conversations.put(ongoing.on_behalf_of(None))

    def _forget(self, speaker_id: UUID, representation_id: UUID) -> None:
        known = self._represented.get(speaker_id)
        if known is not None:
            self._represented[speaker_id] = tuple(one for one in known if one.id != representation_id)

    def number(self) -> str:
        """The caller's number in one notation; "" when none came along."""
        ongoing = self._conversations.active()
        return _number(ongoing) if ongoing is not None else ""

    def unreadable_number(self) -> str:
        """What the exchange reported, where it is no number anybody can have; "" when it is one, or none came."""
        ongoing = self._conversations.active()
        if ongoing is None or is_anonymous(ongoing.caller_number) or _number(ongoing):
            return ""
        return ongoing.caller_number

    def new_number(self, card: PartyCard) -> str:
        """The caller's number when the card does not have it, as far as it tells; a covered one tells nothing."""
        number = self.number()
        known = {address.value for address in card.digital_addresses}
        return "" if card.is_covered or number in known else number


def shown_of(ongoing: Ongoing) -> tuple[object, ...]:
    """What of a conversation the column shows."""
    return (
        ongoing.speaker,
        ongoing.subject,
        ongoing.capacity,
        ongoing.identity,
        ongoing.identity_how,
        ongoing.caller_number,
        ongoing.channel_code,
    )


def _number(ongoing: Ongoing) -> str:
    text = ongoing.caller_number
    if is_anonymous(text):
        return ""
    if text.startswith("+"):  # as the telephone's events have it already
        return text
    try:
        return parse_phone(text)
    except InvalidValue:
        return ""
