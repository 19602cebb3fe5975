"""Whether something in the agenda can lie elsewhere, and what is against it: told before it is dropped.

Only says what the agenda knew when it was read. What is free in the end is decided where it is booked.
"""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from kcc_desktop.domain.agenda import Agenda, AgendaEvent, EventKind, Lane, LaneKind
from kcc_desktop.domain.appointments import AppointmentState
from kcc_desktop.domain.calendar import bits
from kcc_desktop.domain.quanta import quantum_at

_FREE_AGAIN = frozenset({AppointmentState.COMPLETED, AppointmentState.NO_SHOW})


class Against(StrEnum):
    PAST = "past"
    CLOSED = "closed"  # nobody sits there the whole time
    UNABLE = "unable"  # this lane does not do it
    TAKEN = "taken"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something would lie."""

    lane_id: UUID
    quantum: int


@dataclass(frozen=True, slots=True)
class Conflict:
    """`with_event`: what lies there, when that is known."""

    why: Against
    with_event: AgendaEvent | None = None


def conflicts(agenda: Agenda, event: AgendaEvent, place: Place) -> tuple[Conflict, ...]:
    """What is against `event` lying there; empty when nothing is. Its own time is never in its way."""
    end = place.quantum + event.quanta
    found = []
    if place.quantum < quantum_at(agenda.now) + 1:
        found.append(Conflict(Against.PAST))
    day = next((one for one in agenda.days if one.first <= place.quantum < one.first + one.length), None)
    if day is None or not day.can_serve(place.lane_id, place.quantum, end):
        found.append(Conflict(Against.CLOSED))
    lane = next((one for one in agenda.lanes if one.id == place.lane_id), None)
    if lane is not None and lane.id != event.lane_id and not _does(agenda, lane, event):
        found.append(Conflict(Against.UNABLE))
    others = [one for one in agenda.events if _lies_in(one, place, end) and one.id != event.id]
    found += [Conflict(Against.TAKEN, one) for one in others]
    if day is not None and not others:
        mask = day.taken.get(place.lane_id, 0) & bits(place.quantum - day.first, end - day.first)
        if event.lane_id == place.lane_id and not event.is_extra:
            mask &= ~bits(event.quantum - day.first, event.end - day.first)
        if mask:
            found.append(Conflict(Against.TAKEN))
    return tuple(found)


def _does(agenda: Agenda, lane: Lane, event: AgendaEvent) -> bool:
    """A counter with the skills; whoever comes for a host comes for that one alone."""
    from_lane = next((one for one in agenda.lanes if one.id == event.lane_id), lane)
    is_at_counters = lane.kind is LaneKind.COUNTER and from_lane.kind is LaneKind.COUNTER
    return is_at_counters and event.skills <= lane.skills


def _lies_in(event: AgendaEvent, place: Place, end: int) -> bool:
    return (
        event.lane_id == place.lane_id
        and not event.is_extra
        and event.quantum < end
        and place.quantum < event.end
        and (event.kind is not EventKind.APPOINTMENT or event.state not in _FREE_AGAIN)
    )
