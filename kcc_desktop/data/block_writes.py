"""Places blocks and ends them. A block's time is claimed like any other: nothing here looks first."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import insert, select, update

from kcc_desktop.data import block_reads, calendar_reads, occupancy
from kcc_desktop.data.blocks import BlockRow, BlockSeriesRow
from kcc_desktop.data.calendars import ClosureRow
from kcc_desktop.data.database import Work
from kcc_desktop.domain.blocks import (
    BlockState,
    CloseLocation,
    InTheWay,
    PlaceBlock,
    PlacedBlock,
    ResourceKind,
    Span,
)
from kcc_desktop.domain.calendar import Mask, bits, stretches
from kcc_desktop.domain.identity import new_id

_TRIES = 4  # of laying a block round what is taken, while colleagues take more


def place(unit: Work, command: PlaceBlock, wanted: Sequence[tuple[date, Span]]) -> PlacedBlock | tuple[InTheWay, ...]:
    """The block, or what is in its way: then the caller rolls back, and nothing was placed."""
    ordered = sorted(wanted, key=lambda one: (one[1].resource_id.bytes, one[1].first))
    placed = [(new_id(), day, span) for day, span in ordered]
    in_the_way: list[InTheWay] = []
    if not occupancy.claim_all(unit, [(owner, span) for owner, _, span in placed]):
        placed = []
        for day, span in ordered:
            pieces, others = _round(unit, span)
            placed += [(owner, day, piece) for owner, piece in pieces]
            in_the_way += others
        if in_the_way and not (command.goes_round and placed):
            return tuple(sorted(in_the_way, key=lambda one: (one.starts_at, one.counter)))
    _insert(unit, command, placed)
    days = len({day for _, day, _ in placed})
    return PlacedBlock(command.id, len(placed), days, tuple(sorted(in_the_way, key=lambda one: one.starts_at)))


def placed_before(unit: Work, series_id: UUID) -> PlacedBlock | None:
    """What was placed under this id; None when nothing was."""
    if unit.connection.scalar(select(BlockSeriesRow.id).where(BlockSeriesRow.id == series_id)) is None:
        return None
    days = unit.connection.scalars(select(BlockRow.local_on).where(BlockRow.series_id == series_id)).all()
    return PlacedBlock(series_id, len(days), len(set(days)))


def end(unit: Work, block_id: UUID) -> bool:
    """Its time is free; False when it had ended, or is not there."""
    found = unit.connection.scalar(
        update(BlockRow)
        .where(BlockRow.id == block_id, BlockRow.state == BlockState.ACTIVE)
        .values(state=BlockState.ENDED.value)
        .returning(BlockRow.id)
    )
    if found is not None:
        occupancy.release(unit, found)
    return found is not None


def end_series(unit: Work, series_id: UUID, from_on: date) -> tuple[UUID, ...]:
    """All that are still active from that day on; which they were."""
    ended = unit.connection.scalars(
        update(BlockRow)
        .where(BlockRow.series_id == series_id, BlockRow.local_on >= from_on, BlockRow.state == BlockState.ACTIVE)
        .values(state=BlockState.ENDED.value)
        .returning(BlockRow.id)
    ).all()
    for block_id in sorted(ended):
        occupancy.release(unit, block_id)
    return tuple(ended)


def close(unit: Work, command: CloseLocation) -> None:
    unit.connection.execute(
        insert(ClosureRow).values(
            id=command.id,
            location_id=command.location_id,
            from_on=command.from_on,
            until_on=command.until_on,
            from_minute=command.from_minute,
            until_minute=command.until_minute,
            reason=command.reason,
        )
    )


def _round(unit: Work, span: Span) -> tuple[list[tuple[UUID, Span]], tuple[InTheWay, ...]]:
    """The free pieces of a span, claimed each, and what is taken of it; again while colleagues take more meanwhile."""
    in_the_way: tuple[InTheWay, ...] = ()
    for _ in range(_TRIES):
        occupancy.let_go_what_ran_out(unit, span.resource_id, span.first, span.end)
        in_the_way = block_reads.in_the_way(unit, [span])
        taken = calendar_reads.taken(unit.connection, [span.resource_id], span.first, span.end, unit.now)
        pieces = [(new_id(), piece) for piece in _free(span, taken.get(span.resource_id, 0))]
        if occupancy.claim_all(unit, pieces):
            return pieces, in_the_way
    return [], in_the_way


def _free(span: Span, taken: Mask) -> Iterable[Span]:
    for begin, end in stretches(bits(0, span.quanta) & ~taken):
        yield Span(span.resource_id, span.first + begin, span.first + end)


def _insert(unit: Work, command: PlaceBlock, placed: Sequence[tuple[UUID, date, Span]]) -> None:
    rule = command.recurrence
    unit.connection.execute(
        insert(BlockSeriesRow).values(
            id=command.id,
            location_id=command.location_id,
            reason=command.reason,
            from_minute=command.from_minute,
            until_minute=command.until_minute,
            first_on=command.on,
            repeats=rule.repeat.value,
            every=rule.every,
            weekdays="".join(str(day) for day in sorted(rule.weekdays)),
            until_on=rule.until_on,
            exceptions=" ".join(day.isoformat() for day in sorted(rule.exceptions)),
            made_at=unit.now,
            made_by=unit.agent.id,
        )
    )
    rows: list[dict[str, Any]] = [
        {
            "id": owner,
            "series_id": command.id,
            "state": BlockState.ACTIVE.value,
            "location_id": command.location_id,
            "resource_kind": ResourceKind.COUNTER.value,
            "resource_id": span.resource_id,
            "quantum": span.first,
            "quanta": span.quanta,
            "local_on": day,
        }
        for owner, day, span in placed
    ]
    if rows:
        unit.connection.execute(insert(BlockRow), rows)
