"""The breaks of those who sit at the counters of the invented municipality: time blocked as a team lead would."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import Connection, insert, select

from kcc_desktop.data.agents import AgentRow, session_name
from kcc_desktop.data.appointments import OccupancyRow
from kcc_desktop.data.blocks import BlockRow, BlockSeriesRow
from kcc_desktop.data.calendar_reads import hours, taken
from kcc_desktop.domain.blocks import Repeat
from kcc_desktop.domain.calendar import Counter, CounterKind, Day, Hours, Mask, bits
from kcc_desktop.domain.local_time import local_day
from kcc_desktop.domain.quanta import MINUTES, quantum_on

_REASON = "Pauze"
_FIRST, _SECOND, _LASTS = 12 * 60, 12 * 60 + 45, 45  # one half of them goes first


def of_counter(place: Hours, counter: Counter, day: Day) -> Mask:
    """When this one has a break that day; nobody plans anything then."""
    if counter.kind is not CounterKind.DESK:
        return 0
    zone = place.location.zone
    begin = quantum_on(day.on, _FIRST if counter.position % 2 else _SECOND, zone) - day.first
    return bits(begin, begin + _LASTS // MINUTES)


def take_breaks(connection: Connection, now: datetime, days: int, ids: Iterator[bytes]) -> None:
    """A rule for each counter, and its blocks on all days on which that time is still free."""
    me = connection.execute(select(AgentRow.id).where(AgentRow.login == session_name(connection))).scalar_one()
    today = local_day(now)
    for place in hours(connection, today):
        spread = tuple(place.days(today, days))
        for counter in place.counters:
            if counter.kind is CounterKind.DESK and spread:
                _take(connection, place, counter, spread, now, (me, today), ids)


def _take(
    connection: Connection,
    place: Hours,
    counter: Counter,
    days: tuple[Day, ...],
    now: datetime,
    by: tuple[UUID, date],
    ids: Iterator[bytes],
) -> None:
    first, end = days[0].first, days[-1].first + days[-1].length
    full = taken(connection, [counter.id], first, end, now).get(counter.id, 0)
    (me, today), series = by, UUID(bytes=next(ids))
    blocks, occupied = [], []
    for day in days:
        mask = of_counter(place, counter, day)
        sits = {one.id: staffed for one, staffed in day.staffed}.get(counter.id, 0)
        if sits & mask != mask or (full >> (day.first - first)) & mask:
            continue
        begin, block = day.first + (mask & -mask).bit_length() - 1, UUID(bytes=next(ids))
        occupied += [
            {"resource_id": counter.id, "quantum": begin + step, "owner_id": block} for step in range(mask.bit_count())
        ]
        blocks.append(
            {
                "id": block,
                "series_id": series,
                "location_id": place.location.id,
                "resource_id": counter.id,
                "quantum": begin,
                "quanta": mask.bit_count(),
                "local_on": day.on,
            }
        )
    if not blocks:
        return
    from_minute = _FIRST if counter.position % 2 else _SECOND
    connection.execute(
        insert(BlockSeriesRow).values(
            id=series,
            location_id=place.location.id,
            reason=_REASON,
            from_minute=from_minute,
            until_minute=from_minute + _LASTS,
            first_on=today,
            repeats=Repeat.WEEKLY.value,
            weekdays="01234",
            until_on=today + timedelta(days=len(days)),
            made_at=now - timedelta(days=9),
            made_by=me,
        )
    )
    connection.execute(insert(OccupancyRow), occupied)
    connection.execute(insert(BlockRow), blocks)
