"""Which promised times no longer fit the hours of their location and counter. Tells of times, never of people."""

from collections import defaultdict
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select, text

from kcc_desktop.data import calendar_reads
from kcc_desktop.data.appointments import AppointmentRow
from kcc_desktop.data.calendars import CounterRow, LocationRow
from kcc_desktop.data.database import Work
from kcc_desktop.domain.appointments import AppointmentState
from kcc_desktop.domain.calendar import bits
from kcc_desktop.domain.lists import OutsideHours
from kcc_desktop.domain.quanta import instant_of, quantum_at

_PROMISED = (AppointmentState.BOOKED, AppointmentState.CHECKED_IN, AppointmentState.IN_SERVICE)
_PAST_ROW_SECURITY = text(
    "SELECT reference, location_id, counter_id, quantum, quanta, local_on FROM kcc_promised_times(:since)"
)


def outside(unit: Work) -> tuple[OutsideHours, ...]:
    """What is promised from now on and has no staffed counter of an open location under it, by time."""
    by_day: dict[tuple[UUID, date], list[Any]] = defaultdict(list)
    for row in _promised(unit.connection, quantum_at(unit.now)):
        by_day[row.location_id, row.local_on].append(row)
    if not by_day:
        return ()
    locations = {place for place, _on in by_day}
    rules = {one.location.id: one for one in calendar_reads.hours(unit.connection, unit.now.date(), locations)}
    found: list[Any] = []
    for (place, on), rows in by_day.items():
        day = rules[place].day(on) if place in rules else None
        staffed = {} if day is None else {counter.id: mask for counter, mask in day.staffed}
        for row in rows:
            begin = row.quantum - (0 if day is None else day.first)
            whole = bits(begin, begin + row.quanta)
            if begin < 0 or staffed.get(row.counter_id, 0) & whole != whole:
                found.append(row)
    return _named(unit.connection, found)


def _promised(connection: Connection, since: int) -> list[Any]:
    if connection.dialect.name == "postgresql":
        return list(connection.execute(_PAST_ROW_SECURITY, {"since": since}))
    return list(
        connection.execute(
            select(
                AppointmentRow.reference,
                AppointmentRow.location_id,
                AppointmentRow.counter_id,
                AppointmentRow.quantum,
                AppointmentRow.quanta,
                AppointmentRow.local_on,
            ).where(AppointmentRow.state.in_([state.value for state in _PROMISED]), AppointmentRow.quantum >= since)
        )
    )


def _named(connection: Connection, rows: list[Any]) -> tuple[OutsideHours, ...]:
    if not rows:
        return ()
    places = dict(connection.execute(select(LocationRow.id, LocationRow.name)).all())
    counters = dict(connection.execute(select(CounterRow.id, CounterRow.name)).all())
    return tuple(
        OutsideHours(row.reference, places[row.location_id], counters[row.counter_id], instant_of(row.quantum))
        for row in sorted(rows, key=lambda row: (row.quantum, row.reference))
    )
