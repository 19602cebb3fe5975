"""Reads visits: one, a party's, those in nobody's day, and those that stand in workers' days."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, bindparam, literal_column, or_, select
from sqlalchemy.orm import aliased

from kcc_desktop.data import covering, safety_notes
from kcc_desktop.data.agents import AgentRow
from kcc_desktop.data.contact_reads import sight, visible_to
from kcc_desktop.data.contacts import ProductRow
from kcc_desktop.data.database import Look, Work
from kcc_desktop.data.parties import PartyRow
from kcc_desktop.data.references import is_called
from kcc_desktop.data.visits import (
    VisitEventRow,
    VisitPartyRow,
    VisitPlaceRow,
    VisitReportRow,
    VisitRow,
    VisitStopRow,
    VisitTextRow,
)
from kcc_desktop.data.workers import WorkerRow
from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.contacts import Confidentiality
from kcc_desktop.domain.quanta import MINUTES, instant_of
from kcc_desktop.domain.travel import Point, TravelSource
from kcc_desktop.domain.visits import (
    OVER,
    ComingVisit,
    Invited,
    PointQuality,
    Visit,
    VisitOutcome,
    VisitPlace,
    VisitState,
)

# As words in the statement: an index of some rows is only used when it is plain that they are those.
_BOOKED: ColumnElement[str] = literal_column(f"'{VisitState.BOOKED.value}'")
_later = VisitRow.__table__.alias("later")
_worker, _second = aliased(WorkerRow), aliased(WorkerRow)
# How it ended before anybody came: once at most, since nothing leads out of these states.
_ended = and_(
    VisitEventRow.visit_id == VisitRow.id,
    VisitEventRow.to_state.in_([VisitState.CANCELLED.value, VisitState.RESCHEDULED.value]),
)
_ROWS: Select[Any] = (
    select(
        VisitRow.__table__,
        _worker.name.label("worker"),
        _second.name.label("second_worker"),
        ProductRow.name.label("product"),
        *(column for column in VisitPlaceRow.__table__.c if column.name not in {"visit_id", "address_key"}),
        VisitPlaceRow.address_key,
        *(column for column in VisitTextRow.__table__.c if column.name not in {"visit_id"}),
        VisitReportRow.report,
        VisitReportRow.signed_by,
        VisitReportRow.signature,
        AgentRow.name.label("made_by_name"),
        _later.c.id.label("moved_to"),
        VisitEventRow.reason,
    )
    .join(AgentRow, AgentRow.id == VisitRow.made_by)
    .outerjoin(_worker, _worker.id == VisitRow.worker_id)
    .outerjoin(_second, _second.id == VisitRow.second_worker_id)
    .join(ProductRow, ProductRow.id == VisitRow.product_id)
    .join(VisitPlaceRow, VisitPlaceRow.visit_id == VisitRow.id)
    .outerjoin(VisitTextRow, VisitTextRow.visit_id == VisitRow.id)
    .outerjoin(VisitReportRow, VisitReportRow.visit_id == VisitRow.id)
    .outerjoin(_later, _later.c.replaces_id == VisitRow.id)
    .outerjoin(VisitEventRow, _ended)
    .where(visible_to(VisitRow.confidentiality, VisitRow.owner_cluster_id))
)
_STOPS = (
    select(VisitStopRow.__table__)
    .where(
        VisitStopRow.worker_id.in_(bindparam("workers", expanding=True)),
        VisitStopRow.local_on >= bindparam("from_on"),
        VisitStopRow.local_on <= bindparam("until_on"),
        or_(VisitStopRow.expires_at.is_(None), VisitStopRow.expires_at > bindparam("now")),
    )
    .order_by(VisitStopRow.quantum, VisitStopRow.visit_id)
)

_COMING = (
    select(VisitRow.id, ProductRow.name, VisitRow.window_from, VisitRow.window_until)
    .select_from(VisitPartyRow)
    .join(VisitRow, VisitRow.id == VisitPartyRow.visit_id)
    .join(ProductRow, ProductRow.id == VisitRow.product_id)
    .where(
        VisitPartyRow.party_id == bindparam("party"),
        VisitRow.state.not_in([state.value for state in OVER | {VisitState.HELD}]),
        visible_to(VisitRow.confidentiality, VisitRow.owner_cluster_id),
    )
    .order_by(VisitRow.window_from.is_(None), VisitRow.window_from, VisitRow.id)
)


def one(look: Look | Work, visit_id: UUID) -> Visit | None:
    """With everything that was said, as its door shows it."""
    found = _read(look, VisitRow.id == visit_id)
    return found[0] if found else None


def by_reference(look: Look, reference: str) -> Visit | None:
    """The one that has this code now."""
    found = _read(look, is_called(VisitRow, reference))
    return found[0] if found else None


def of_ids(look: Look | Work, ids: Collection[UUID]) -> dict[UUID, Visit]:
    """Those of them that are this agent's to see."""
    return {visit.id: visit for visit in _read(look, VisitRow.id.in_(list(ids)))} if ids else {}


def unplanned(look: Look | Work) -> tuple[Visit, ...]:
    """In nobody's day: what was promised first, then the oldest."""
    found = _read(look, VisitRow.state == _BOOKED)
    return tuple(
        sorted(found, key=lambda one: (one.window_from is None, one.window_from or one.made_at, one.made_at, one.id))
    )


def coming_of(look: Look, party_id: UUID) -> tuple[Visit, ...]:
    """Of whoever it is for or who is invited: not over, the next first, what has no moment yet last."""
    ids = look.connection.scalars(
        select(VisitPartyRow.visit_id)
        .join(VisitRow, VisitRow.id == VisitPartyRow.visit_id)
        .where(VisitPartyRow.party_id == party_id, VisitRow.state.not_in([state.value for state in OVER]))
    ).all()
    found = of_ids(look, ids).values()
    return tuple(
        sorted(found, key=lambda one: (one.window_from is None, one.window_from or one.made_at, one.made_at, one.id))
    )


def coming_lines(look: Look, party_id: UUID) -> tuple[ComingVisit, ...]:
    """The same in lines, with nothing of where or who."""
    return tuple(
        ComingVisit(visit_id, title, *(None if quantum is None else instant_of(quantum) for quantum in window))
        for visit_id, title, *window in look.connection.execute(_COMING, {"party": party_id, **sight(look.agent)})
    )


def stops(look: Look | Work, workers: Collection[UUID], from_on: date, until_on: date) -> list[Any]:
    """Rows of where workers are on these days, without holds that ran out, in order of time."""
    asked = {"workers": list(workers), "from_on": from_on, "until_on": until_on, "now": look.now}
    return list(look.connection.execute(_STOPS, asked)) if workers else []


def _read(look: Look | Work, *where: ColumnElement[bool]) -> list[Visit]:
    rows = look.connection.execute(_ROWS.where(*where).order_by(VisitRow.quantum, VisitRow.id), sight(look.agent)).all()
    people = _invited(look, [row.id for row in rows])
    about = {party.party_id for invited in people.values() for party in invited}
    noted = safety_notes.subjects(look, about, {row.address_key for row in rows if row.address_key})
    covered: frozenset[UUID] = frozenset()
    if not look.agent.may(Permission.VISIT):  # who goes there must know where
        covered = covering.covered_among(look.connection, about)
    return [
        _visit(
            row,
            people.get(row.id, ()),
            has_note=row.address_key in noted or any(one.party_id in noted for one in people.get(row.id, ())),
            is_covered=any(one.party_id in covered for one in people.get(row.id, ())),
        )
        for row in rows
    ]


def _invited(look: Look | Work, ids: Collection[UUID]) -> dict[UUID, tuple[Invited, ...]]:
    found: dict[UUID, list[Invited]] = {}
    if ids:
        for visit_id, party_id, name in look.connection.execute(
            select(VisitPartyRow.visit_id, VisitPartyRow.party_id, PartyRow.title)
            .outerjoin(PartyRow, PartyRow.id == VisitPartyRow.party_id)
            .where(VisitPartyRow.visit_id.in_(list(ids)))
            .order_by(VisitPartyRow.visit_id, VisitPartyRow.position)
        ):
            found.setdefault(visit_id, []).append(Invited(party_id, name or ""))
    return {visit_id: tuple(many) for visit_id, many in found.items()}


def _visit(row: Any, invited: tuple[Invited, ...], *, has_note: bool, is_covered: bool) -> Visit:
    address = Address(row.street, row.house_number, row.letter, row.addition, row.designation, row.postcode, row.place)
    place = VisitPlace(address, Point(row.latitude, row.longitude), PointQuality(row.quality))
    if is_covered:
        place = VisitPlace(Address(place=row.place), place.point.rounded() if place.point else None, place.quality)
    return Visit(
        id=row.id,
        reference=row.reference,
        state=VisitState(row.state),
        title=row.product,
        place=place,
        minutes=row.quanta * MINUTES,
        product_id=row.product_id,
        skills=frozenset(row.skills.split()),
        with_second=row.with_second,
        worker_id=row.worker_id,
        worker=row.worker or "",
        second_worker_id=row.second_worker_id,
        second_worker=row.second_worker or "",
        starts_at=None if row.quantum is None else instant_of(row.quantum),
        ends_at=None if row.quantum is None else instant_of(row.quantum + row.quanta),
        window_from=None if row.window_from is None else instant_of(row.window_from),
        window_until=None if row.window_until is None else instant_of(row.window_until),
        before_minutes=row.travel_minutes,
        travel_source=TravelSource(row.travel_source) if row.travel_source else None,
        party_id=row.party_id,
        invited=invited,
        name=row.name or (invited[0].name if invited else ""),
        phone="" if is_covered else row.phone or "",
        contact_name=row.contact_name or "",
        contact_phone="" if is_covered else row.contact_phone or "",
        access="" if is_covered else row.access or "",
        materials=tuple((row.materials or "").splitlines()),
        interpreter=row.interpreter or "",
        note=row.note or "",
        has_safety_note=has_note,
        is_covered=is_covered,
        expires_at=row.expires_at,
        outcome=VisitOutcome(row.outcome) if row.outcome else None,
        report=row.report or "",
        identity_checked=row.identity_checked,
        signed_by=row.signed_by or "",
        signature=row.signature or b"",
        follow_up_of=row.follow_up_of,
        moved_to=row.moved_to,
        conversation_id=row.conversation_id,
        made_by=row.made_by_name,
        made_at=row.made_at,
        reason=row.reason or "",
    )


def secrecy_of(look: Look | Work, visit_id: UUID) -> Confidentiality:
    """How confidential it is."""
    return Confidentiality(
        look.connection.scalars(select(VisitRow.confidentiality).where(VisitRow.id == visit_id)).one()
    )
