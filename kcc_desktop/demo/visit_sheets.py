"""Collects the rows of invented visits and writes them at once: what the desks' own writes would have left."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, insert

from kcc_desktop.data.appointments import OccupancyRow
from kcc_desktop.data.contacts import TimelineEntryRow
from kcc_desktop.data.visits import (
    VisitEventRow,
    VisitPartyRow,
    VisitPlaceRow,
    VisitReportRow,
    VisitRow,
    VisitStopRow,
    VisitTextRow,
)
from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.appointments import REFERENCE_LENGTH, REFERENCE_LETTERS
from kcc_desktop.domain.contacts import Confidentiality
from kcc_desktop.domain.local_time import local_day, start_of
from kcc_desktop.domain.quanta import instant_of, quanta_for, quantum_at
from kcc_desktop.domain.safety_notes import address_key
from kcc_desktop.domain.timeline import EntryKind
from kcc_desktop.domain.travel import Point
from kcc_desktop.domain.visits import BLOCKING, OVER, PointQuality, VisitOutcome, VisitProposal, VisitState, state_after

# In the order in which rows must be there: a visit asks for its time when it is written.
_TABLES = (
    OccupancyRow,
    VisitStopRow,
    VisitRow,
    VisitPlaceRow,
    VisitTextRow,
    VisitReportRow,
    VisitPartyRow,
    VisitEventRow,
    TimelineEntryRow,
)
_ACCESS = ("", "", "", "Bel bij de achterdeur.", "Sleutel bij de buren op 14.", "Lift is kapot, derde verdieping.")
_MATERIALS = {"wmo": "Rolmaat\nFormulier plan", "burgerzaken": "Vingerafdrukapparaat", "ruimte": "Camera"}
_FAILED = (VisitOutcome.DOOR_CLOSED, "Niet thuis, briefje achtergelaten.")
_MORNING = (timedelta(hours=9), timedelta(hours=12))


class Resident(NamedTuple):
    party_id: UUID
    name: str
    street: str
    house_number: int
    letter: str
    addition: str
    postcode: str
    place: str
    point: Point


class Planned(NamedTuple):
    """Who is visited for what, and where it stands in whose day."""

    resident: Resident
    product_id: UUID
    skill: str
    proposal: VisitProposal


class VisitSheets:
    def __init__(self, now: datetime, me: UUID, chance: Random, ids: Iterator[bytes]) -> None:
        self.planned: list[Planned] = []
        self._now, self._me, self._chance, self._ids = now, me, chance, ids
        self._rows: dict[type, list[dict[str, Any]]] = {table: [] for table in _TABLES}
        self._under_way: set[UUID] = set()
        self._failed = 0

    def plan(self, planned: Planned) -> None:
        """What is over by now was done, or failed now and then; of each worker one is under way."""
        self.planned.append(planned)
        proposal, now = planned.proposal, quantum_at(self._now)
        state, outcome = VisitState.PLANNED, None
        if proposal.quantum + proposal.quanta <= now:
            self._failed += 1
            outcome = _FAILED[0] if self._failed % 9 == 4 else VisitOutcome.DONE
            state = state_after(outcome)
        elif local_day(proposal.starts_at) == local_day(self._now) and proposal.worker_id not in self._under_way:
            self._under_way.add(proposal.worker_id)
            state = VisitState.ON_SITE if proposal.quantum <= now else VisitState.DISPATCHED
        visit_id = UUID(bytes=next(self._ids))
        if state in BLOCKING:
            self._rows[OccupancyRow] += [
                {"resource_id": proposal.worker_id, "quantum": proposal.quantum + step, "owner_id": visit_id}
                for step in range(proposal.quanta)
            ]
        rounded = planned.resident.point.rounded()
        self._add(
            VisitStopRow,
            visit_id=visit_id,
            worker_id=proposal.worker_id,
            local_on=local_day(proposal.starts_at),
            quantum=proposal.quantum,
            quanta=proposal.quanta,
            latitude=rounded.latitude,
            longitude=rounded.longitude,
        )
        made_at = min(self._now, proposal.starts_at) - timedelta(days=1 + self._chance.randrange(8), minutes=40)
        self._visit(
            visit_id,
            planned.resident,
            planned.product_id,
            planned.skill,
            proposal.quanta,
            state,
            made_at,
            worker_id=proposal.worker_id,
            quantum=proposal.quantum,
            local_on=local_day(proposal.starts_at),
            window_from=proposal.window[0],
            window_until=proposal.window[1],
            travel_minutes=proposal.before_minutes,
            travel_source=proposal.source.value,
            outcome=outcome.value if outcome is not None else "",
            identity_checked=outcome is VisitOutcome.DONE,
        )
        if state in OVER:
            report = _FAILED[1] if outcome is _FAILED[0] else "Gesproken zoals afgesproken."
            self._add(VisitReportRow, visit_id=visit_id, report=report)

    def leave_unplanned(self, waiting: Sequence[tuple[Resident, UUID, int, str]]) -> None:
        """The first two were promised for tomorrow morning and the day after; nothing was about the others."""
        for number, (resident, product_id, minutes, skill) in enumerate(waiting):
            window: dict[str, Any] = {}
            if number < 2:
                day = start_of(local_day(self._now) + timedelta(days=1 + number))
                window = {"window_from": quantum_at(day + _MORNING[0]), "window_until": quantum_at(day + _MORNING[1])}
            self._visit(
                UUID(bytes=next(self._ids)),
                resident,
                product_id,
                skill,
                quanta_for(minutes),
                VisitState.BOOKED,
                self._now - timedelta(hours=5 + 19 * number),
                **window,
            )

    def write(self, connection: Connection) -> None:
        for table, rows in self._rows.items():
            if rows:
                columns = dict.fromkeys(name for row in rows for name in row)
                connection.execute(insert(table), [{**columns, **row} for row in rows])

    def _visit(
        self,
        visit_id: UUID,
        resident: Resident,
        product_id: UUID,
        skill: str,
        quanta: int,
        state: VisitState,
        made_at: datetime,
        **values: Any,
    ) -> None:
        address = Address(
            resident.street,
            resident.house_number,
            resident.letter,
            resident.addition,
            postcode=resident.postcode,
            place=resident.place,
        )
        self._add(
            VisitRow,
            id=visit_id,
            reference="".join(self._chance.choice(REFERENCE_LETTERS) for _ in range(REFERENCE_LENGTH)),
            state=state.value,
            product_id=product_id,
            skills=skill,
            with_second=False,
            quanta=quanta,
            party_id=resident.party_id,
            confidentiality=Confidentiality.OPEN.value,
            made_at=made_at,
            made_by=self._me,
            **{"travel_source": "", "outcome": "", "identity_checked": False, **values},
        )
        self._add(
            VisitPlaceRow,
            visit_id=visit_id,
            street=address.street,
            house_number=address.house_number,
            letter=address.letter,
            addition=address.addition,
            postcode="".join(address.postcode.split()),
            place=address.place,
            address_key=address_key(address),
            latitude=resident.point.latitude,
            longitude=resident.point.longitude,
            quality=PointQuality.POSTCODE.value,
        )
        access = self._chance.choice(_ACCESS)
        materials = _MATERIALS.get(skill, "")
        self._add(VisitTextRow, visit_id=visit_id, name=resident.name, access=access, materials=materials)
        self._add(VisitPartyRow, visit_id=visit_id, party_id=resident.party_id, position=0)
        self._add(VisitEventRow, visit_id=visit_id, from_state="", to_state=state.value, at=made_at, actor_id=self._me)
        promised = values.get("window_from")
        self._add(
            TimelineEntryRow,
            party_id=resident.party_id,
            at=made_at if promised is None else instant_of(promised),
            object_id=visit_id,
            kind=EntryKind.VISIT.value,
            channel_code="",
            confidentiality=Confidentiality.OPEN.value,
        )

    def _add(self, table: type, **row: Any) -> None:
        self._rows[table].append(row)
