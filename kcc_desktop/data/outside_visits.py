"""Which promised visits no longer fit the hours and areas of whoever goes there. Tells of times, never of people."""

from typing import Any

from sqlalchemy import Connection, select, text

from kcc_desktop.data import worker_reads
from kcc_desktop.data.database import Work
from kcc_desktop.data.visits import VisitPlaceRow, VisitRow, VisitStopRow
from kcc_desktop.domain.lists import OutsideVisit
from kcc_desktop.domain.quanta import instant_of, quantum_at
from kcc_desktop.domain.visits import VisitState
from kcc_desktop.domain.workers import Worker

_PROMISED = (VisitState.PLANNED, VisitState.DISPATCHED)
_PAST_ROW_SECURITY = text(
    "SELECT reference, worker_id, local_on, quantum, quanta, postcode FROM kcc_promised_visits(:since)"
)


def outside(unit: Work) -> tuple[OutsideVisit, ...]:
    """What is promised from now on and lies outside its worker's hours or area, or whose worker is out of use."""
    rows = _promised(unit.connection, quantum_at(unit.now))
    if not rows:
        return ()
    from_on, ids = min(row.local_on for row in rows), {row.worker_id for row in rows}
    people = {one.id: one for one in worker_reads.workers(unit.connection, from_on, ids)}
    in_use = {one.id for one in worker_reads.workers(unit.connection, from_on)}
    return tuple(
        OutsideVisit(row.reference, row.worker_id, instant_of(row.quantum), people[row.worker_id].name)
        for row in sorted(rows, key=lambda row: (row.quantum, row.reference))
        if row.worker_id not in in_use or not _fits(people[row.worker_id], row)
    )


def _fits(worker: Worker, row: Any) -> bool:
    return worker.works_at(row.quantum, row.quanta, row.local_on) and worker.goes_to(row.postcode)


def _promised(connection: Connection, since: int) -> list[Any]:
    if connection.dialect.name == "postgresql":
        return list(connection.execute(_PAST_ROW_SECURITY, {"since": since}))
    return list(
        connection.execute(
            select(
                VisitRow.reference,
                VisitStopRow.worker_id,
                VisitStopRow.local_on,
                VisitStopRow.quantum,
                VisitStopRow.quanta,
                VisitPlaceRow.postcode,
            )
            .join(VisitStopRow, VisitStopRow.visit_id == VisitRow.id)
            .join(VisitPlaceRow, VisitPlaceRow.visit_id == VisitRow.id)
            .where(VisitRow.state.in_([state.value for state in _PROMISED]), VisitStopRow.quantum >= since)
        )
    )
