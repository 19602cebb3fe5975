"""Use cases of blocks and closures: a counter that serves nobody for a while, a location that is closed.

Neither takes away what was promised. Who is in the way is told by reference and time; a block is then laid round them,
a closure leaves them standing for somebody to move.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from kcc_desktop.data import block_reads, block_writes, calendar_reads
from kcc_desktop.data.database import Database, Look, Work
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.appointments import PastMoment
from kcc_desktop.domain.blocks import (
    LONGEST_REASON,
    MOST_TIMES,
    CloseLocation,
    InTheWay,
    PlaceBlock,
    PlacedBlock,
    Span,
    TimePromised,
    check_minutes,
    occurrences,
    spans,
)
from kcc_desktop.domain.calendar import Closure, Hours
from kcc_desktop.domain.errors import InvalidValue, NotFound
from kcc_desktop.domain.notes import line
from kcc_desktop.domain.quanta import quantum_at


class BlockService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def place(self, command: PlaceBlock) -> PlacedBlock:
        """All its times, or none. Twice with one id is once.

        Refuses with TimePromised (who is in the way; with `goes_round` it is laid round them), PastMoment, NotAllowed,
        NotFound (no such location or counter), InvalidValue("reason" | "counters", "empty"), ("until_on", …),
        ("every", …), ("from" | "until", …).
        """
        command = replace(command, reason=_reason(command.reason))

        def work(unit: Work) -> PlacedBlock:
            unit.agent.require(Permission.BLOCK)
            before = block_writes.placed_before(unit, command.id)
            if before is not None:
                return before
            placed = block_writes.place(unit, command, _wanted(unit, command))
            if not isinstance(placed, PlacedBlock):
                raise TimePromised(placed)  # takes back what was placed beside it
            unit.audit("block", "block_series", command.id)
            unit.changed("block", command.id)
            return placed

        return self._database.write(work)

    def end(self, block_id: UUID) -> None:
        """This one time is free again. Twice is once. Refuses with NotFound, NotAllowed."""

        def work(unit: Work) -> None:
            unit.agent.require(Permission.BLOCK)
            found = block_reads.series_of(unit, block_id)
            if found is None:
                raise NotFound
            if block_writes.end(unit, block_id):
                unit.audit("unblock", "block", block_id)
                unit.changed("block", found[0])

        self._database.write(work)

    def end_from(self, block_id: UUID) -> int:
        """This one and all later ones of the same rule, at every counter; how many were still there.

        Refuses with NotFound, NotAllowed.
        """

        def work(unit: Work) -> int:
            unit.agent.require(Permission.BLOCK)
            found = block_reads.series_of(unit, block_id)
            if found is None:
                raise NotFound
            ended = block_writes.end_series(unit, *found)
            if ended:
                unit.audit("unblock", "block_series", found[0])
                unit.changed("block", found[0])
            return len(ended)

        return self._database.write(work)

    def close(self, command: CloseLocation) -> tuple[InTheWay, ...]:
        """The location is closed then; what was promised stays, and is the answer, for somebody to move.

        Refuses with TimePromised while there is such, unless `knowing`; NotFound, NotAllowed, PastMoment,
        InvalidValue("until_on", "before_first"), ("from" | "until", …), ("reason", "too_long").
        """
        command = replace(command, reason=line(command.reason, "reason", LONGEST_REASON))
        _check_days(command)
        closure = _closure(command)

        def work(unit: Work) -> tuple[InTheWay, ...]:
            unit.agent.require(Permission.KEEP_LISTS)
            places = _places(unit, command)
            promised = block_reads.in_the_way_of_closure(unit, closure, _ids(places))
            if promised and not command.knowing:
                raise TimePromised(promised)
            if all(command.until_on < unit.now.astimezone(place.location.zone).date() for place in places):
                raise PastMoment
            block_writes.close(unit, command)
            unit.audit("close", "closure", command.id)
            unit.changed("closure", command.id)
            return promised

        return self._database.write(work)

    def in_the_way_of(self, command: CloseLocation) -> tuple[InTheWay, ...]:
        """Which appointments a closure would come too late for, in order of time. Refuses as `close` does."""
        _check_days(command)

        def work(look: Look) -> tuple[InTheWay, ...]:
            look.agent.require(Permission.KEEP_LISTS)
            return block_reads.in_the_way_of_closure(look, _closure(command), _ids(_places(look, command)))

        return self._database.read(work)


def _wanted(unit: Work, command: PlaceBlock) -> list[tuple[date, Span]]:
    """Every time of every counter; those that are over are left out."""
    if not command.counter_ids:
        raise InvalidValue("counters", "empty")
    check_minutes(command.from_minute, command.until_minute)
    hours = calendar_reads.hours(unit.connection, command.on, {command.location_id})
    if not hours or not set(command.counter_ids) <= {counter.id for counter in hours[0].counters}:
        raise NotFound
    days = occurrences(command.on, command.recurrence)
    if len(days) * len(command.counter_ids) > MOST_TIMES:
        raise InvalidValue("until_on", "too_many")
    now = quantum_at(unit.now)
    wanted = [one for one in spans(command, days, hours[0].location.zone) if one[1].end > now]
    if not wanted:
        raise PastMoment
    return wanted


def _places(look: Look | Work, command: CloseLocation) -> Sequence[Hours]:
    wanted = () if command.location_id is None else {command.location_id}
    places = calendar_reads.hours(look.connection, command.from_on, wanted)
    if not places:
        raise NotFound
    return places


def _ids(places: Sequence[Hours]) -> list[UUID]:
    return [place.location.id for place in places]


def _check_days(command: CloseLocation) -> None:
    if command.until_on < command.from_on:
        raise InvalidValue("until_on", "before_first")
    if command.from_minute is not None and command.until_minute is not None:
        check_minutes(command.from_minute, command.until_minute)
    elif (command.from_minute is None) != (command.until_minute is None):
        raise InvalidValue("until", "not_after_from")


def _closure(command: CloseLocation) -> Closure:
    return Closure(
        command.location_id,
        command.from_on,
        command.until_on,
        command.from_minute,
        command.until_minute,
        command.reason,
    )


def _reason(text: str) -> str:
    kept = line(text, "reason", LONGEST_REASON)
    if not kept:
        raise InvalidValue("reason", "empty")
    return kept
