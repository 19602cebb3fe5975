"""What a citizen gets about an appointment: one use case, one transaction, and the documents made after it."""

from datetime import datetime
from uuid import UUID

from kcc_desktop.data import appointment_reads, party_cards
from kcc_desktop.data.database import Database, Work
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.appointments import Appointment, AppointmentState
from kcc_desktop.domain.citizen_texts import TextKind
from kcc_desktop.domain.confirmations import Confirmation, Deceased
from kcc_desktop.domain.errors import AlreadyDone, NotFound
from kcc_desktop.domain.parties import AddressKind, PartyAddress, PartyCard
from kcc_desktop.services.appointment_texts import OwnTexts, own_texts, written

_TOLD = frozenset({AppointmentState.BOOKED, AppointmentState.CHECKED_IN, AppointmentState.CANCELLED})
_POST = (AddressKind.CORRESPONDENCE, AddressKind.RESIDENCE, AddressKind.VISIT)


class ConfirmationService:
    """`town` is the municipality's name, as it signs."""

    def __init__(self, database: Database, town: str) -> None:
        self._database, self._town = database, town

    def confirm(self, appointment_id: UUID) -> Confirmation:
        """The confirmation as text, letter and calendar file; audited. The address is left out where it is covered.

        Of one that was cancelled: the word that it is off. Refuses with NotFound, with AlreadyDone what is no longer
        promised (moved, over), and with Deceased: nobody writes to who died.
        """

        def work(unit: Work) -> tuple[Appointment, PartyCard | None, OwnTexts, datetime]:
            unit.agent.require(Permission.READ_CONTACT)
            found = appointment_reads.one(unit, appointment_id)
            if found is None:
                raise NotFound
            if found.state not in _TOLD:
                raise AlreadyDone
            card = party_cards.card(unit.connection, found.party_id) if found.party_id is not None else None
            if card is not None and card.warnings.is_deceased:
                raise Deceased
            unit.audit("confirm", "appointment", appointment_id)
            return found, card, own_texts(unit.connection, found, card), unit.now

        return self._made(*self._database.write(work))

    def _made(self, found: Appointment, card: PartyCard | None, own: OwnTexts, now: datetime) -> Confirmation:
        # Loaded when the first letter is written: ReportLab takes a moment that nobody should wait for at the start.
        from kcc_desktop.reports import confirmation_words
        from kcc_desktop.reports.calendar_file import calendar_file
        from kcc_desktop.reports.letter import letter

        language = confirmation_words.language_of(found.language)
        is_off = found.state is AppointmentState.CANCELLED
        said = written(found, card, self._town, own)
        plain = confirmation_words.text(found, card.title if card is not None else found.name, self._town, language)
        address = _address(card) if card is not None else ()
        reminder = said[TextKind.REMINDER]
        return Confirmation(
            found.id,
            found.reference,
            said[TextKind.CONFIRMATION],
            address,
            letter(address, confirmation_words.title(found, language), said[TextKind.LETTER]),
            calendar_file(found, confirmation_words.in_calendar(self._town, language), reminder or plain, now),
            reminder,
            is_off,
        )


def _address(card: PartyCard) -> tuple[str, ...]:
    """Name and address as on an envelope; nothing when the address is covered or not known."""
    known: dict[AddressKind, PartyAddress] = {shown.kind: shown for shown in card.addresses}
    chosen = next((known[kind] for kind in _POST if kind in known), None)
    if chosen is None:
        return ()
    address = chosen.address
    lines = address.foreign_lines or (address.line1(), address.line2())
    return tuple(line for line in (card.title, *lines, address.country if address.foreign_lines else "") if line)
