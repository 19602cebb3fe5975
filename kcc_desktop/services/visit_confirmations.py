"""What a citizen gets about a visit: one use case, one transaction, and the documents made after it."""

from uuid import UUID

from kcc_desktop.data import party_cards, visit_reads
from kcc_desktop.data.database import Database, Work
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.citizen_texts import TextKind, TextLanguage
from kcc_desktop.domain.confirmations import Deceased
from kcc_desktop.domain.errors import AlreadyDone, NotFound
from kcc_desktop.domain.parties import AddressKind, PartyAddress, PartyCard
from kcc_desktop.domain.visit_confirmations import VisitConfirmation
from kcc_desktop.domain.visits import Visit, VisitState
from kcc_desktop.services.visit_texts import bodies, written

_PROMISED = frozenset({VisitState.BOOKED, VisitState.PLANNED, VisitState.DISPATCHED})
# A letter goes where somebody wants their post.
_POST = (AddressKind.CORRESPONDENCE, AddressKind.RESIDENCE, AddressKind.VISIT)


class VisitConfirmationService:
    """`town` is the municipality's name, as it signs."""

    def __init__(self, database: Database, town: str) -> None:
        self._database, self._town = database, town

    def confirm(self, visit_id: UUID, language: str) -> VisitConfirmation:
        """As text, letter and reminder, in "nl" or "en", in the town's own words where it has them; audited.

        The address is left out where it is covered.

        Refuses with NotFound, with AlreadyDone what is no longer promised, and with Deceased.
        """

        def work(unit: Work) -> tuple[Visit, PartyCard | None, dict[TextKind, str]]:
            unit.agent.require(Permission.READ_CONTACT)
            found = visit_reads.one(unit, visit_id)
            if found is None:
                raise NotFound
            if found.state not in _PROMISED:
                raise AlreadyDone
            card = party_cards.card(unit.connection, found.party_id) if found.party_id is not None else None
            if card is not None and card.warnings.is_deceased:
                raise Deceased
            unit.audit("confirm", "visit", visit_id)
            return found, card, bodies(unit.connection, card, TextLanguage(language))

        found, card, texts = self._database.write(work)
        # Loaded when the first letter is written: ReportLab takes a moment that nobody should wait for at the start.
        from kcc_desktop.reports import visit_confirmation_words as words
        from kcc_desktop.reports.letter import letter

        said = written(found, card, self._town, language, texts)
        address = _address(card) if card is not None else ()
        return VisitConfirmation(
            found.id,
            found.reference,
            said[TextKind.VISIT],
            address,
            letter(address, words.title(language), said[TextKind.VISIT_LETTER]),
            said[TextKind.VISIT_REMINDER] if found.window_from is not None else "",
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
