"""Moves visits from state to state, each by one conditional statement, with its event and its time."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select, update

from kcc_desktop.data import references, visit_making, worker_days
from kcc_desktop.data.database import Work
from kcc_desktop.data.timeline_writes import take_off_timelines
from kcc_desktop.data.visits import (
    VisitReportRow,
    VisitRow,
)
from kcc_desktop.domain.appointments import HOLD_MINUTES
from kcc_desktop.domain.local_time import local_day
from kcc_desktop.domain.quanta import instant_of, quanta_for, quantum_at
from kcc_desktop.domain.travel import Point
from kcc_desktop.domain.visit_commands import BookVisit, HoldVisit, ReportVisit, RequestVisit, VisitWords
from kcc_desktop.domain.visits import VisitProposal, VisitState, state_after

_NOWHERE: dict[str, Any] = {
    "worker_id": None,
    "second_worker_id": None,
    "quantum": None,
    "local_on": None,
    "travel_minutes": None,
    "travel_source": "",
}


@dataclass(frozen=True, slots=True)
class Standing:
    """What decides about a visit's next move."""

    state: VisitState
    workers: tuple[UUID, ...]
    quantum: int | None
    quanta: int
    window: tuple[int, int] | None

    @property
    def days(self) -> set[tuple[UUID, Any]]:
        if self.quantum is None:
            return set()
        on = local_day(instant_of(self.quantum))
        return {(worker_id, on) for worker_id in self.workers}


def standing(unit: Work, visit_id: UUID) -> Standing | None:
    """None when there is no such visit, or it is not this agent's to see."""
    row = unit.connection.execute(
        select(
            VisitRow.state,
            VisitRow.worker_id,
            VisitRow.second_worker_id,
            VisitRow.quantum,
            VisitRow.quanta,
            VisitRow.window_from,
            VisitRow.window_until,
        ).where(VisitRow.id == visit_id)
    ).first()
    if row is None:
        return None
    window = (row.window_from, row.window_until) if row.window_from is not None else None
    workers = tuple(one for one in (row.worker_id, row.second_worker_id) if one is not None)
    return Standing(VisitState(row.state), workers, row.quantum, row.quanta, window)


def hold(unit: Work, command: HoldVisit, point: Point) -> bool:
    """In the workers' days for ten minutes; False, to be rolled back, when their time is taken."""
    expires_at = unit.now + timedelta(minutes=HOLD_MINUTES)
    proposal = command.proposal
    if not worker_days.put_in(
        unit, command.id, proposal.worker_ids, proposal.quantum, proposal.quanta, point, expires_at
    ):
        return False
    visit_making.make(
        unit,
        command.id,
        command.need,
        VisitState.HELD,
        proposal.quanta,
        **_in_day(proposal),
        window_from=proposal.window[0],
        window_until=proposal.window[1],
        conversation_id=command.conversation_id,
        confidentiality=command.secrecy.value,
        expires_at=expires_at,
    )
    return True


def extend(unit: Work, visit_id: UUID) -> bool:
    """Ten minutes from now; False when it is no longer held by this agent. One that ran out and is still there, too."""
    expires_at = unit.now + timedelta(minutes=HOLD_MINUTES)
    moved = unit.connection.scalar(
        update(VisitRow)
        .where(VisitRow.id == visit_id, VisitRow.state == VisitState.HELD, VisitRow.made_by == unit.agent.id)
        .values(expires_at=expires_at)
        .returning(VisitRow.id)
    )
    if moved is not None:
        worker_days.keep(unit, visit_id, expires_at)
    return moved is not None


def book(unit: Work, command: BookVisit, words: VisitWords) -> bool:
    """The hold is promised and stands in the day from now on; False when it is no longer held."""
    visit_id = command.id
    values: dict[str, Any] = {"party_id": words.party_id, "confidentiality": words.secrecy.value, "expires_at": None}
    values["contact_id"] = command.contact_id
    if command.conversation_id is not None:
        values["conversation_id"] = command.conversation_id
    if not _move(unit, visit_id, (VisitState.HELD,), VisitState.PLANNED, through=VisitState.BOOKED, **values):
        return False
    worker_days.keep(unit, visit_id, None)
    visit_making.say(unit, visit_id, words)
    visit_making.show(unit, visit_id)
    return True


def request(unit: Work, command: RequestVisit) -> None:
    """Promised or only asked for, and in nobody's day."""
    window = command.need.window
    visit_making.make(
        unit,
        command.id,
        command.need,
        VisitState.BOOKED,
        quanta_for(command.need.minutes),
        window_from=None if window is None else quantum_at(window[0]),
        window_until=None if window is None else quantum_at(window[1]),
        party_id=command.words.party_id,
        conversation_id=command.conversation_id,
        contact_id=command.contact_id,
        confidentiality=command.words.secrecy.value,
    )
    visit_making.say(unit, command.id, command.words)
    visit_making.show(unit, command.id)


def plan(unit: Work, visit_id: UUID, proposal: VisitProposal, point: Point) -> bool:
    """Into the workers' days, whose time is claimed first; False, to be rolled back, when it is taken or planned."""
    if not worker_days.put_in(unit, visit_id, proposal.worker_ids, proposal.quantum, proposal.quanta, point):
        return False
    return _move(unit, visit_id, (VisitState.BOOKED,), VisitState.PLANNED, **_in_day(proposal))


def promise(unit: Work, visit_id: UUID, window: tuple[int, int]) -> None:
    """What nothing was promised about is promised from now on, and stands on the timeline at that moment."""
    unit.connection.execute(
        update(VisitRow)
        .where(VisitRow.id == visit_id, VisitRow.window_from.is_(None))
        .values(window_from=window[0], window_until=window[1])
    )
    take_off_timelines(unit, [visit_id])
    visit_making.show(unit, visit_id)


def unplan(unit: Work, visit_id: UUID, reason: str = "") -> bool:
    """Out of the day; the promise stays."""
    moved = _move(unit, visit_id, (VisitState.PLANNED,), VisitState.BOOKED, reason=reason, **_NOWHERE)
    if moved:
        worker_days.take_out(unit, visit_id)
    return moved


def give_up(unit: Work, visit_id: UUID, reason: str) -> bool:
    """Its time is free, since another visit takes its place."""
    moved = _move(unit, visit_id, (VisitState.BOOKED, VisitState.PLANNED), VisitState.RESCHEDULED, reason=reason)
    if moved:
        worker_days.take_out(unit, visit_id)
        take_off_timelines(unit, [visit_id])
    return moved


def take_its_place(unit: Work, old_id: UUID, new_id: UUID, proposal: VisitProposal, point: Point) -> bool:
    """The same visit at another time, under the same code; False, to be rolled back, when the time is taken."""
    if not worker_days.put_in(unit, new_id, proposal.worker_ids, proposal.quantum, proposal.quanta, point):
        return False
    window = {"window_from": proposal.window[0], "window_until": proposal.window[1]}
    visit_making.copy(unit, old_id, new_id, VisitState.PLANNED, replaces_id=old_id, **window, **_in_day(proposal))
    visit_making.show(unit, new_id)
    return True


def follow_up(unit: Work, after_id: UUID, new_id: UUID, quanta: int | None) -> None:
    """The same once more, in nobody's day and with nothing promised."""
    values: dict[str, Any] = {} if quanta is None else {"quanta": quanta}
    reference = references.drawn(unit.connection, VisitRow)
    values |= {"reference": reference, "window_from": None, "window_until": None, "follow_up_of": after_id}
    visit_making.copy(
        unit,
        after_id,
        new_id,
        VisitState.BOOKED,
        replaces_id=None,
        conversation_id=None,
        contact_id=None,
        **values,
        **_NOWHERE,
    )
    visit_making.show(unit, new_id)


def cancel(unit: Work, visit_id: UUID, by_whom: str, reason: str) -> bool:
    allowed = (VisitState.BOOKED, VisitState.PLANNED, VisitState.DISPATCHED, VisitState.EN_ROUTE)
    moved = _move(unit, visit_id, allowed, VisitState.CANCELLED, by_whom=by_whom, reason=reason)
    if moved:
        worker_days.take_out(unit, visit_id)
    return moved


def let_go(unit: Work, visit_id: UUID) -> bool:
    """A hold that is not wanted after all."""
    moved = _move(unit, visit_id, (VisitState.HELD,), VisitState.RELEASED, expires_at=None)
    if moved:
        worker_days.take_out(unit, visit_id)
    return moved


def go_on(unit: Work, visit_id: UUID, allowed: Sequence[VisitState], into: VisitState) -> bool:
    """Sent out, on the way, on location. False when it was in none of `allowed`."""
    return _move(unit, visit_id, allowed, into)


def report(unit: Work, command: ReportVisit, allowed: Sequence[VisitState]) -> bool:
    """How it ended, once."""
    into = state_after(command.outcome)
    values: dict[str, Any] = {"outcome": command.outcome.value, "identity_checked": command.identity_checked}
    if not _move(unit, command.id, allowed, into, **values):
        return False
    unit.connection.execute(
        insert(VisitReportRow).values(
            visit_id=command.id, report=command.report, signed_by=command.signed_by, signature=command.signature
        )
    )
    worker_days.is_over(unit, command.id)
    return True


def _move(
    unit: Work,
    visit_id: UUID,
    allowed: Collection[VisitState],
    into: VisitState,
    *,
    through: VisitState | None = None,
    by_whom: str = "",
    reason: str = "",
    **values: Any,
) -> bool:
    """One conditional statement for each state it may come from, so that the event tells which it was."""
    for state in allowed:
        found = unit.connection.scalar(
            update(VisitRow)
            .where(VisitRow.id == visit_id, VisitRow.state == state)
            .values(state=into.value, **values)
            .returning(VisitRow.id)
        )
        if found is not None:
            before = state.value
            if through is not None:
                visit_making.note_event(unit, visit_id, before, through.value)
                before = through.value
            visit_making.note_event(unit, visit_id, before, into.value, by_whom, reason)
            return True
    return False


def _in_day(proposal: VisitProposal) -> dict[str, Any]:
    return {
        "worker_id": proposal.worker_id,
        "second_worker_id": proposal.second_worker_id,
        "quantum": proposal.quantum,
        "local_on": local_day(proposal.starts_at),
        "travel_minutes": proposal.before_minutes,
        "travel_source": proposal.source.value,
    }
