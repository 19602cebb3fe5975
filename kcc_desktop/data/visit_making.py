"""Writes what a visit is: its row, where and for whom, what was said, and where it is shown. Moves nothing."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select

from kcc_desktop.data import references
from kcc_desktop.data.database import Work
from kcc_desktop.data.timeline_writes import put_on_timeline
from kcc_desktop.data.visits import VisitEventRow, VisitPartyRow, VisitPlaceRow, VisitRow, VisitTextRow
from kcc_desktop.domain.contacts import Confidentiality
from kcc_desktop.domain.quanta import instant_of
from kcc_desktop.domain.safety_notes import address_key
from kcc_desktop.domain.timeline import EntryKind
from kcc_desktop.domain.visit_commands import VisitWords
from kcc_desktop.domain.visits import VisitNeed, VisitPlace, VisitState


def make(unit: Work, visit_id: UUID, need: VisitNeed, state: VisitState, quanta: int, **values: Any) -> None:
    unit.connection.execute(
        insert(VisitRow).values(
            id=visit_id,
            reference=references.drawn(unit.connection, VisitRow),
            state=state.value,
            product_id=need.product_id,
            skills=" ".join(sorted(need.skills)),
            with_second=need.with_second,
            quanta=quanta,
            owner_cluster_id=unit.agent.cluster_id,
            made_at=unit.now,
            made_by=unit.agent.id,
            **values,
        )
    )
    unit.connection.execute(insert(VisitPlaceRow).values(visit_id=visit_id, **_place(need.place)))
    note_event(unit, visit_id, "", state.value)


def copy(unit: Work, old_id: UUID, new_id: UUID, state: VisitState, **values: Any) -> None:
    """A visit with the old one's facts, place, words and guests, and these values of its own."""
    old = unit.connection.execute(select(VisitRow.__table__).where(VisitRow.id == old_id)).one()
    own = {"state": state.value, "outcome": "", "identity_checked": False, "expires_at": None}
    made = {"id": new_id, "made_at": unit.now, "made_by": unit.agent.id}
    unit.connection.execute(insert(VisitRow).values({**old._mapping, **own, **made, **values}))
    for table in (VisitPlaceRow, VisitTextRow):
        row = unit.connection.execute(select(table.__table__).where(table.visit_id == old_id)).first()
        if row is not None:
            unit.connection.execute(insert(table).values({**row._mapping, "visit_id": new_id}))
    _invite(unit, new_id, parties_of(unit, old_id))
    note_event(unit, new_id, "", state.value)


def say(unit: Work, visit_id: UUID, words: VisitWords) -> None:
    unit.connection.execute(
        insert(VisitTextRow).values(
            visit_id=visit_id,
            name=words.name,
            phone=words.phone,
            email=words.email,
            contact_name=words.contact_name,
            contact_phone=words.contact_phone,
            access=words.access,
            materials="\n".join(words.materials),
            interpreter=words.interpreter,
            note=words.note,
        )
    )
    people = ([words.party_id] if words.party_id is not None else []) + list(words.invited)
    _invite(unit, visit_id, tuple(dict.fromkeys(people)))


def parties_of(unit: Work, visit_id: UUID) -> tuple[UUID, ...]:
    return tuple(
        unit.connection.scalars(
            select(VisitPartyRow.party_id).where(VisitPartyRow.visit_id == visit_id).order_by(VisitPartyRow.position)
        )
    )


def show(unit: Work, visit_id: UUID) -> None:
    """On the timeline of everybody invited, at the promised moment, or when it was asked for."""
    row = unit.connection.execute(select(VisitRow.__table__).where(VisitRow.id == visit_id)).one()
    at = row.made_at if row.window_from is None else instant_of(row.window_from)
    for party_id in sorted(parties_of(unit, visit_id)):
        put_on_timeline(
            unit,
            party_id,
            EntryKind.VISIT,
            visit_id,
            at,
            owner_cluster_id=row.owner_cluster_id,
            secrecy=Confidentiality(row.confidentiality),
        )
        unit.changed("party", party_id)


def _place(place: VisitPlace) -> dict[str, Any]:
    address, point = place.address, place.point
    assert point is not None  # the service looked it up, or refused
    return {
        "street": address.street,
        "house_number": address.house_number,
        "letter": address.letter,
        "addition": address.addition,
        "designation": address.designation,
        "postcode": "".join(address.postcode.split()).upper(),
        "place": address.place,
        "address_key": address_key(address),
        "latitude": point.latitude,
        "longitude": point.longitude,
        "quality": place.quality.value,
    }


def _invite(unit: Work, visit_id: UUID, people: Sequence[UUID]) -> None:
    if people:
        unit.connection.execute(
            insert(VisitPartyRow),
            [
                {"visit_id": visit_id, "party_id": party_id, "position": position}
                for position, party_id in enumerate(people)
            ],
        )


def note_event(unit: Work, visit_id: UUID, before: str, after: str, by_whom: str = "", reason: str = "") -> None:
    unit.connection.execute(
        insert(VisitEventRow).values(
            visit_id=visit_id,
            from_state=before,
            to_state=after,
            by_whom=by_whom,
            reason=reason,
            at=unit.now,
            actor_id=unit.agent.id,
        )
    )
