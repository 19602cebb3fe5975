"""Visits go where the contact goes in which they were planned: to its citizen, as confidential as it is.

What a correction makes more or less confidential follows in the database by itself.
"""

from uuid import UUID

from sqlalchemy import delete, insert, select, update

from kcc_desktop.data import visit_making
from kcc_desktop.data.database import Work
from kcc_desktop.data.parties import PartyRow
from kcc_desktop.data.timeline_writes import take_off_timelines
from kcc_desktop.data.visits import VisitPartyRow, VisitRow, VisitTextRow
from kcc_desktop.domain.contacts import Confidentiality
from kcc_desktop.domain.visits import VisitState

# Neither stands on a timeline: the one is only held, the other has another in its place.
_NOWHERE = frozenset({VisitState.HELD, VisitState.RELEASED, VisitState.RESCHEDULED})


def follow(unit: Work, contact_id: UUID, party_id: UUID | None, secrecy: Confidentiality) -> frozenset[UUID]:
    """What was planned in this contact stands with `party_id` from now on; answers the visits that changed."""
    rows = unit.connection.execute(
        select(VisitRow.id, VisitRow.state, VisitRow.party_id, VisitRow.confidentiality)
        .where(VisitRow.contact_id == contact_id)
        .order_by(VisitRow.id)
    ).all()
    changed = [row for row in rows if row.party_id != party_id or row.confidentiality != secrecy.value]
    for row in changed:
        unit.connection.execute(
            update(VisitRow).where(VisitRow.id == row.id).values(party_id=party_id, confidentiality=secrecy.value)
        )
        if row.party_id != party_id:
            _name_anew(unit, row.id, row.party_id, party_id)
        if row.state not in _NOWHERE:
            take_off_timelines(unit, [row.id])
            visit_making.show(unit, row.id)
        unit.changed("visit", row.id)
    return frozenset(row.id for row in changed)


def _name_anew(unit: Work, visit_id: UUID, was: UUID | None, now: UUID | None) -> None:
    """The wrong citizen leaves, with their name; who else is invited stays."""
    title = unit.connection.scalar(select(PartyRow.title).where(PartyRow.id == now)) if now is not None else ""
    unit.connection.execute(update(VisitTextRow).where(VisitTextRow.visit_id == visit_id).values(name=title or ""))
    invited = visit_making.parties_of(unit, visit_id)
    if was in invited:
        unit.connection.execute(
            delete(VisitPartyRow).where(VisitPartyRow.visit_id == visit_id, VisitPartyRow.party_id == was)
        )
    if now is not None and now not in invited:
        # Whom it is for stands before the others, who are counted from nought.
        unit.connection.execute(insert(VisitPartyRow).values(visit_id=visit_id, party_id=now, position=-1))
