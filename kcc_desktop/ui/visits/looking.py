"""Finds where a visit goes and who could come: what runs off the main thread for the form. Knows no widget."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.parties import AddressKind, PartyAddress
from kcc_desktop.domain.visits import VisitPlace, VisitProposal
from kcc_desktop.services.parties import PartyService
from kcc_desktop.services.safety_notes import SafetyNoteService
from kcc_desktop.services.visits import VisitService
from kcc_desktop.ui.visits.plan import Asks, VisitPlan

# Where somebody is to be found; post goes elsewhere.
_WHERE = (AddressKind.RESIDENCE, AddressKind.VISIT)


@dataclass(frozen=True, slots=True)
class Looked:
    """Either a place with proposals, or what the agent is to say first."""

    place: VisitPlace | None = None
    asks: Asks = Asks.NOTHING
    proposals: tuple[VisitProposal, ...] = ()
    has_safety_note: bool = False


def address_of(addresses: Sequence[PartyAddress]) -> Address | None:
    """Where somebody lives, or a company can be visited; None for none in this country."""
    known = {shown.kind: shown.address for shown in addresses if shown.address.postcode}
    return next((known[kind] for kind in _WHERE if kind in known), None)


def look_for(
    visits: VisitService,
    parties: PartyService,
    safety: SafetyNoteService,
    plan: VisitPlan,
    uncovered: Address | None,
    limit: int,
) -> Looked:
    """Refuses as `VisitService.locate` and `propose` do. `uncovered`: what the agent has in sight for a purpose."""
    place = plan.place
    if place is None:
        address = uncovered
        if address is None and plan.party_id is not None:
            card = parties.open_card(plan.party_id)
            if card.is_covered:
                return Looked(asks=Asks.UNCOVERING)
            address = address_of(card.addresses)
        if address is None:
            return Looked(asks=Asks.ADDRESS)
        place = VisitPlace(address)
    if place.point is None:
        place = visits.locate(place.address)
    has_note = safety.is_there_one(plan.about, place.address)
    return Looked(place, Asks.NOTHING, visits.propose(replace(plan, place=place).need(), limit), has_note)
