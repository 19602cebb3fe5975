"""Where the arrows lead in the agenda: from event to event, and from day to day. Knows no widget."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from kcc_desktop.domain.agenda import AgendaEvent, Lane

_SATURDAY = 5


def along(now: AgendaEvent, here: Sequence[AgendaEvent], by: int) -> AgendaEvent:
    """Up or down in the lane of `now`; it stays where there is no more."""
    lane = [event for event in here if event.lane_id == now.lane_id]
    return lane[min(max(lane.index(now) + by, 0), len(lane) - 1)]


def beside(now: AgendaEvent, here: Iterable[AgendaEvent], lanes: Sequence[Lane], by: int) -> AgendaEvent | None:
    """In the nearest lane to that side that has anything, the one nearest in time; None past the last one."""
    place = _places(lanes)
    own = place.get(now.lane_id, 0)
    aside = [event for event in here if (place.get(event.lane_id, 0) - own) * by > 0]
    return min(
        aside,
        key=lambda event: (abs(place.get(event.lane_id, 0) - own), abs(event.quantum - now.quantum)),
        default=None,
    )


def entered(here: Iterable[AgendaEvent], lanes: Sequence[Lane], by: int) -> AgendaEvent | None:
    """The first event of a day that is come to from that side; None on an empty one."""
    place = _places(lanes)
    return min(here, key=lambda event: (by * place.get(event.lane_id, 0), event.quantum), default=None)


def day_beside(shown: Iterable[date], on: date, by: int) -> date:
    """The next or previous of the days that are shown; past them the next working day."""
    aside = [day for day in shown if (day > on if by > 0 else day < on)]
    if aside:
        return min(aside) if by > 0 else max(aside)
    day = on + timedelta(days=by)
    while day.weekday() >= _SATURDAY:
        day += timedelta(days=by)
    return day


def _places(lanes: Sequence[Lane]) -> dict[object, int]:
    return {lane.id: number for number, lane in enumerate(lanes)}
