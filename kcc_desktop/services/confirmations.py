"""What a citizen gets about an appointment: one use case, one transaction, and the documents made after it."""

from uuid import UUID

from kcc_desktop.data import appointment_reads, citizen_texts, party_cards
from kcc_desktop.data.database import Database, Work
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.appointments import Appointment, AppointmentState
from kcc_desktop.domain.citizen_texts import Audience, TextKind, TextLanguage, fill
from kcc_desktop.domain.confirmations import Confirmation
from kcc_desktop.domain.errors import AlreadyDone, NotFound
from kcc_desktop.domain.parties import AddressKind, PartyAddress, PartyCard, PartyKind

OwnTexts = dict[TextKind, str]
_PROMISED = frozenset({AppointmentState.BOOKED, AppointmentState.CHECKED_IN})
# A letter goes where somebody wants their post.
_WRITTEN = (TextKind.CONFIRMATION, TextKind.LETTER)
_DUTCH = "nld"
_POST = (AddressKind.CORRESPONDENCE, AddressKind.RESIDENCE, AddressKind.VISIT)


class ConfirmationService:
    """`town` is the municipality's name, as it signs."""

    def __init__(self, database: Database, town: str) -> None:
        self._database, self._town = database, town

    def confirm(self, appointment_id: UUID) -> Confirmation:
        """The confirmation as text and as letter; audited. The address is left out where it is covered.

        Refuses with NotFound, and with AlreadyDone what is no longer promised (called off, moved, over).
        """

        def work(unit: Work) -> tuple[Appointment, PartyCard | None, OwnTexts]:
            unit.agent.require(Permission.READ_CONTACT)
            found = appointment_reads.one(unit, appointment_id)
            if found is None:
                raise NotFound
            if found.state not in _PROMISED:
                raise AlreadyDone
            unit.audit("confirm", "appointment", appointment_id)
            card = party_cards.card(unit.connection, found.party_id) if found.party_id is not None else None
            return found, card, _own_texts(unit, found, card)

        found, card, own = self._database.write(work)
        # Loaded when the first letter is written: ReportLab takes a moment that nobody should wait for at the start.
        from kcc_desktop.reports import confirmation_words
        from kcc_desktop.reports.letter import letter

        language = confirmation_words.language_of(found.language)
        name = card.title if card is not None else found.name
        standard = confirmation_words.text(found, name, self._town, language)
        said = confirmation_words.places(found, name, self._town, language)
        text, paper = (fill(own[kind], said) if kind in own else standard for kind in _WRITTEN)
        address = _address(card) if card is not None else ()
        heading = confirmation_words.title(language)
        return Confirmation(found.id, found.reference, text, address, letter(address, heading, paper))


def _own_texts(unit: Work, found: Appointment, card: PartyCard | None) -> OwnTexts:
    """What the town says in its own words; a kind that is not in it is said in the program's."""
    is_company = card is not None and card.kind is PartyKind.ORGANISATION
    audience = Audience.ORGANISATION if is_company else Audience.RESIDENT
    language = TextLanguage.DUTCH if found.language == _DUTCH else TextLanguage.ENGLISH
    texts = (citizen_texts.text_for(unit.connection, kind, audience, language) for kind in _WRITTEN)
    return {one.kind: one.body for one in texts if one.is_own}


def _address(card: PartyCard) -> tuple[str, ...]:
    """Name and address as on an envelope; nothing when the address is covered or not known."""
    known: dict[AddressKind, PartyAddress] = {shown.kind: shown for shown in card.addresses}
    chosen = next((known[kind] for kind in _POST if kind in known), None)
    if chosen is None:
        return ()
    address = chosen.address
    lines = address.foreign_lines or (address.line1(), address.line2())
    return tuple(line for line in (card.title, *lines, address.country if address.foreign_lines else "") if line)
