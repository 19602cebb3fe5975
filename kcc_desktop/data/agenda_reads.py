"""Reads some days of a location: what is taken of each, its blocks, and one day's appointments in words.

What this agent may not see is known from its five minutes alone.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter
from typing import Any
from uuid import UUID

from sqlalchemy import Select, bindparam, select

from kcc_desktop.data import agenda_visits, calendar_reads
from kcc_desktop.data.agents import AgentRow
from kcc_desktop.data.appointments import AppointmentRow, AppointmentTextRow, AttendeeRow
from kcc_desktop.data.blocks import BlockRow, BlockSeriesRow
from kcc_desktop.data.calendars import ProductFactsRow
from kcc_desktop.data.contact_reads import sight, visible_to
from kcc_desktop.data.contacts import ProductRow
from kcc_desktop.data.database import Look
from kcc_desktop.domain.agenda import Agenda, AgendaDay, AgendaEvent, EventKind, Lane, LaneKind, agenda_days
from kcc_desktop.domain.appointments import AppointmentState, titled
from kcc_desktop.domain.blocks import BlockState
from kcc_desktop.domain.calendar import Counter, CounterKind, Mask, bits, stretches
from kcc_desktop.domain.quanta import quantum_on

_SHOWN = ("held", "booked", "checked_in", "in_service", "completed", "no_show")
_FREE_AGAIN = frozenset({AppointmentState.COMPLETED, AppointmentState.NO_SHOW})
_WORDS: Select[Any] = (
    select(  # type: ignore[assignment]
        AppointmentRow.id,
        AppointmentRow.counter_id,
        AppointmentRow.lane_id,
        AppointmentRow.quantum,
        AppointmentRow.quanta,
        AppointmentRow.state,
        AppointmentRow.expires_at,
        AppointmentRow.reference,
        AppointmentRow.party_id,
        AppointmentTextRow.name,
        AgentRow.name.label("by"),
        ProductRow.name.label("product"),
        ProductFactsRow.skill,
    )
    .join(AgentRow, AgentRow.id == AppointmentRow.made_by)
    .outerjoin(AppointmentTextRow, AppointmentTextRow.appointment_id == AppointmentRow.id)
    .join(AttendeeRow, AttendeeRow.appointment_id == AppointmentRow.id)
    .join(ProductRow, ProductRow.id == AttendeeRow.product_id)
    .outerjoin(ProductFactsRow, ProductFactsRow.product_id == AttendeeRow.product_id)
    .where(
        AppointmentRow.location_id == bindparam("location"),
        AppointmentRow.local_on == bindparam("in_words"),
        AppointmentRow.state.in_(_SHOWN),
        visible_to(AppointmentRow.confidentiality, AppointmentRow.owner_cluster_id),
    )
    .order_by(AppointmentRow.quantum, AppointmentRow.id, AttendeeRow.position)
)
_BLOCKS: Select[Any] = (
    select(  # type: ignore[assignment]
        BlockRow.id,
        BlockRow.series_id,
        BlockRow.resource_id,
        BlockRow.local_on,
        BlockRow.quantum,
        BlockRow.quanta,
        BlockSeriesRow.reason,
        AgentRow.name.label("by"),
    )
    .join(BlockSeriesRow, BlockSeriesRow.id == BlockRow.series_id)
    .join(AgentRow, AgentRow.id == BlockSeriesRow.made_by)
    .where(
        BlockRow.location_id == bindparam("location"),
        BlockRow.local_on >= bindparam("from_on"),
        BlockRow.local_on <= bindparam("until_on"),
        BlockRow.state == BlockState.ACTIVE.value,
    )
    .order_by(BlockRow.quantum)
)


def agenda(look: Look, location_id: UUID, from_on: date, count: int, in_words: date) -> Agenda | None:
    """So many days from one on; None when there is no such location."""
    found = calendar_reads.hours(look.connection, from_on, {location_id})
    if not found:
        return None
    hours, zone = found[0], found[0].location.zone
    counters = tuple(_lane(counter) for counter in hours.counters)
    known = [lane.id for lane in counters]
    until_on = from_on + timedelta(days=count)
    spread = quantum_on(from_on, 0, zone), quantum_on(until_on, 0, zone)
    workers, visits = agenda_visits.on_location(look, from_on, until_on - timedelta(days=1))
    lanes = (*counters, *(Lane(one.id, one.name, LaneKind.WORKER, one.skills) for one in workers))
    taken = calendar_reads.taken(look.connection, known, *spread, look.now)
    held = calendar_reads.taken(look.connection, known, *spread, look.now, only_held=True)
    days = agenda_days(hours, from_on, count, taken, held, workers)
    events = list(_appointments(look, location_id, in_words))
    events += _blocks(look, location_id, from_on, until_on - timedelta(days=1))
    for day in days:
        if day.on == in_words:
            events += _unseen(day, events)
    events += visits
    place = {lane.id: number for number, lane in enumerate(lanes)}
    shown = sorted((one for one in events if one.lane_id in place), key=lambda one: (one.quantum, place[one.lane_id]))
    return Agenda(hours.location, lanes, days, tuple(shown), in_words, look.now)


def _lane(counter: Counter) -> Lane:
    kind = LaneKind.HOST if counter.kind is CounterKind.HOST else LaneKind.COUNTER
    return Lane(counter.id, counter.name, kind, counter.skills)


def _appointments(look: Look, location_id: UUID, on: date) -> Iterator[AgendaEvent]:
    """Of one day, each once: the answer has a row for each person who comes."""
    where = {"location": location_id, "in_words": on, **sight(look.agent)}
    for _, group in groupby(look.connection.execute(_WORDS, where), key=attrgetter("id")):
        people = list(group)
        row = people[0]
        if row.expires_at is not None and row.expires_at <= look.now:
            continue
        state = AppointmentState(row.state)
        yield AgendaEvent(
            row.id,
            row.counter_id,
            EventKind.HOLD if state is AppointmentState.HELD else EventKind.APPOINTMENT,
            on,
            row.quantum,
            row.quanta,
            state,
            row.reference,
            titled([one.product for one in people]),
            row.name or "",
            len(people),
            row.party_id,
            row.by,
            row.expires_at,
            is_extra=row.lane_id is not None,
            skills=frozenset(one.skill for one in people if one.skill),
        )


def _blocks(look: Look, location_id: UUID, from_on: date, until_on: date) -> Iterator[AgendaEvent]:
    where = {"location": location_id, "from_on": from_on, "until_on": until_on}
    for row in look.connection.execute(_BLOCKS, where):
        yield AgendaEvent(
            row.id,
            row.resource_id,
            EventKind.BLOCK,
            row.local_on,
            row.quantum,
            row.quanta,
            by=row.by,
            reason=row.reason,
            series_id=row.series_id,
        )


def _unseen(day: AgendaDay, events: Iterable[AgendaEvent]) -> Iterator[AgendaEvent]:
    """What is taken in a lane by nothing that is shown. It has no id that a screen could ask about: the lane's."""
    seen: dict[UUID, Mask] = {}
    for one in events:
        if one.on == day.on and not one.is_extra and one.state not in _FREE_AGAIN:
            seen[one.lane_id] = seen.get(one.lane_id, 0) | bits(one.quantum - day.first, one.end - day.first)
    for lane_id, mask in day.taken.items():
        for begin, end in stretches(mask & ~seen.get(lane_id, 0)):
            yield AgendaEvent(lane_id, lane_id, EventKind.TAKEN, day.on, day.first + begin, end - begin)
