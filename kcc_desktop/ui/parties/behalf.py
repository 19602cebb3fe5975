"""As what somebody may speak: for themselves, for whom they represent, about somebody who died. Knows no widget."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kcc_desktop.domain.contacts import Capacity
from kcc_desktop.domain.ongoing import Ongoing, PartyRef
from kcc_desktop.domain.parties import PartyCard, PartyKind, Representation, RepresentationGround


@dataclass(frozen=True, slots=True)
class Standing:
    """One way to speak. `is_recorded`: a representation that holds today stands behind it, or none is needed."""

    subject: PartyRef | None = None
    capacity: Capacity = Capacity.RESIDENT
    ground: RepresentationGround | None = None
    function: str = ""
    valid_until: date | None = None
    is_recorded: bool = True
    valid_from: date | None = None

    def holds_on(self, day: date) -> bool:
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_until is None or day <= self.valid_until)


AS_RESIDENT = Standing()


def standings(
    ongoing: Ongoing, represented: Iterable[Representation], looked_at: PartyCard | None, today: date
) -> tuple[Standing, ...]:
    """First for themselves, then for whom the speaker may speak today, then for whoever is looked at aside.

    `represented` are the speaker's representations as far as they are known; an expired one is no way to speak. Whom
    the conversation is about now is always among them.
    """
    found = [AS_RESIDENT]
    for one in represented:
        if one.outgoing and one.holds_on(today):
            ref = PartyRef(one.party_id, one.party_kind, one.name)
            found.append(Standing(ref, capacity_for(one.party_kind), one.ground, one.function, one.valid_until))
    if looked_at is not None and (ongoing.speaker is None or looked_at.id != ongoing.speaker.id):
        ref = PartyRef(looked_at.id, looked_at.kind, looked_at.title, looked_at.warnings.disclosure_restricted)
        if looked_at.warnings.is_deceased:
            found = [one for one in found if one.subject is None or one.subject.id != ref.id]
            found.append(Standing(ref, Capacity.ABOUT_DECEASED))
        elif ongoing.speaker is not None and not _holds(found, ref):
            found.append(Standing(ref, capacity_for(looked_at.kind), is_recorded=False))
    if ongoing.subject is not None and not _holds(found, ongoing.subject):
        found.append(Standing(ongoing.subject, ongoing.capacity))
    return tuple(found)


def current(ongoing: Ongoing, found: tuple[Standing, ...]) -> int:
    """Which of them holds now."""
    if ongoing.subject is None:
        return 0
    return next((number for number, one in enumerate(found) if one.subject and one.subject.id == ongoing.subject.id), 0)


def _holds(found: list[Standing], ref: PartyRef) -> bool:
    return any(one.subject is not None and one.subject.id == ref.id for one in found)


def capacity_for(kind: PartyKind) -> Capacity:
    """As what somebody speaks for a person or for a company."""
    return Capacity.FOR_ORGANISATION if kind is PartyKind.ORGANISATION else Capacity.FOR_PERSON
