"""Opening hours, staffing and closures as lists of the town: rules, which nothing refers to, so that they may go."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select, update

from kcc_desktop.data.calendars import ClosureRow, CounterRow, LocationRow, WeeklyHoursRow
from kcc_desktop.data.database import Work
from kcc_desktop.data.list_store import Names, Stored
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.list_kinds import WEEKDAYS
from kcc_desktop.domain.lists import CellProblem, EntryRefused, Values


class HoursStore:
    """When a location is open; with a counter: when that is staffed."""

    def __init__(self, connection: Connection) -> None:
        self._connection, self._names = connection, Names(connection)

    def stored(self) -> list[Stored]:
        """By location, its own hours first, then counter by counter; Monday first."""
        rows = self._connection.execute(
            select(WeeklyHoursRow.__table__, CounterRow.name.label("counter"), LocationRow.name.label("location"))
            .outerjoin(CounterRow, CounterRow.id == WeeklyHoursRow.counter_id)
            .join(
                LocationRow,
                (LocationRow.id == WeeklyHoursRow.location_id) | (LocationRow.id == CounterRow.location_id),
            )
        ).all()
        in_order = sorted(
            rows,
            key=lambda row: (row.location, row.counter or "", row.weekday, row.from_minute, row.valid_from),
        )
        return [
            Stored(
                str(row.id),
                {
                    "location": row.location,
                    "counter": row.counter or "",
                    "weekday": WEEKDAYS[row.weekday],
                    "from": row.from_minute,
                    "until": row.until_minute,
                    "valid_from": row.valid_from,
                    "valid_until": row.valid_until,
                },
            )
            for row in in_order
        ]

    def settle(self, values: Values) -> Values:
        place = self._names.location(str(values["location"]))
        counter = str(values["counter"])
        if counter:
            counter = self._names.counters[self._names.counter(place, counter)][1]
        return {**values, "location": self._names.location_names[place], "counter": counter}

    def add(self, unit: Work, values: Values) -> str:
        rule_id = new_id()
        unit.connection.execute(insert(WeeklyHoursRow).values(id=rule_id, **self._row(values)))
        return str(rule_id)

    def change(self, unit: Work, entry_id: str, values: Values) -> None:
        unit.connection.execute(
            update(WeeklyHoursRow).where(WeeklyHoursRow.id == UUID(entry_id)).values(**self._row(values))
        )

    def remove(self, unit: Work, entry_id: str) -> None:
        unit.connection.execute(delete(WeeklyHoursRow).where(WeeklyHoursRow.id == UUID(entry_id)))

    def told_as(self, entry_id: str) -> UUID:
        return UUID(entry_id)

    def _row(self, values: Values) -> dict[str, Any]:
        place = self._names.location(str(values["location"]))
        counter = str(values["counter"])
        return {
            "location_id": None if counter else place,
            "counter_id": self._names.counter(place, counter) if counter else None,
            "weekday": WEEKDAYS.index(str(values["weekday"])),
            "from_minute": values["from"],
            "until_minute": values["until"],
            "valid_from": values["valid_from"],
            "valid_until": values["valid_until"],
        }


class ClosureStore:
    def __init__(self, connection: Connection) -> None:
        self._connection, self._names = connection, Names(connection)

    def stored(self) -> list[Stored]:
        """The latest first."""
        rows = self._connection.execute(
            select(ClosureRow.__table__).order_by(ClosureRow.from_on.desc(), ClosureRow.from_minute, ClosureRow.id)
        )
        return [
            Stored(
                str(row.id),
                {
                    "location": self._names.location_names.get(row.location_id, ""),
                    "from_on": row.from_on,
                    "until_on": row.until_on,
                    "from": row.from_minute,
                    "until": row.until_minute,
                    "reason": row.reason,
                },
            )
            for row in rows
        ]

    def settle(self, values: Values) -> Values:
        """Without a last day it is one day."""
        name = str(values["location"])
        place = self._names.location_names[self._names.location(name)] if name else ""
        until = values["until_on"] or values["from_on"]
        begin = values["from_on"]
        if isinstance(begin, date) and isinstance(until, date) and until < begin:
            raise EntryRefused((CellProblem("until_on", "ends_before_start"),))
        return {**values, "location": place, "until_on": until}

    def add(self, unit: Work, values: Values) -> str:
        closure_id = new_id()
        unit.connection.execute(insert(ClosureRow).values(id=closure_id, **self._row(values)))
        return str(closure_id)

    def change(self, unit: Work, entry_id: str, values: Values) -> None:
        unit.connection.execute(update(ClosureRow).where(ClosureRow.id == UUID(entry_id)).values(**self._row(values)))

    def remove(self, unit: Work, entry_id: str) -> None:
        unit.connection.execute(delete(ClosureRow).where(ClosureRow.id == UUID(entry_id)))

    def told_as(self, entry_id: str) -> UUID:
        return UUID(entry_id)

    def _row(self, values: Values) -> dict[str, Any]:
        name = str(values["location"])
        return {
            "location_id": self._names.location(name) if name else None,
            "from_on": values["from_on"],
            "until_on": values["until_on"],
            "from_minute": values["from"],
            "until_minute": values["until"],
            "reason": values["reason"],
        }
