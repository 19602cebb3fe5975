"""Locations and counters as lists of the town. What appointments name is never taken away: it goes out of use."""

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, insert, select, update

from kcc_desktop.data.calendars import CounterRow, LocationRow
from kcc_desktop.data.database import Work
from kcc_desktop.data.list_store import Names, Stored
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.lists import CellProblem, EntryRefused, Values


class LocationStore:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def stored(self) -> list[Stored]:
        """Those in use first, by name."""
        rows = self._connection.execute(
            select(LocationRow.__table__).order_by(LocationRow.is_open.desc(), LocationRow.name)
        )
        self._names: dict[str, str] = {}  # by name, whose it is
        found = []
        for row in rows:
            self._names[row.name.casefold()] = row.code
            found.append(
                Stored(
                    str(row.id),
                    {
                        "code": row.code,
                        "name": row.name,
                        "address": row.address,
                        "zone": row.zone,
                        "step": row.step_minutes,
                        "latitude": row.latitude,
                        "longitude": row.longitude,
                        "in_use": row.is_open,
                    },
                )
            )
        return found

    def settle(self, values: Values) -> Values:
        """Other lists name a location by its name, so that no two have the same."""
        owner = self._names.get(str(values["name"]).casefold())
        if owner not in (None, values["code"]):
            raise EntryRefused((CellProblem("name", "twice"),))
        return values

    def add(self, unit: Work, values: Values) -> str:
        location_id = new_id()
        unit.connection.execute(insert(LocationRow).values(id=location_id, code=values["code"], **self._row(values)))
        return str(location_id)

    def change(self, unit: Work, entry_id: str, values: Values) -> None:
        unit.connection.execute(
            update(LocationRow).where(LocationRow.id == UUID(entry_id)).values(code=values["code"], **self._row(values))
        )

    def told_as(self, entry_id: str) -> UUID:
        return UUID(entry_id)

    def _row(self, values: Values) -> dict[str, Any]:
        self._names[str(values["name"]).casefold()] = str(values["code"])
        return {
            "name": values["name"],
            "address": values["address"],
            "zone": values["zone"],
            "step_minutes": values["step"],
            "latitude": values["latitude"],
            "longitude": values["longitude"],
            "is_open": values["in_use"],
        }


class CounterStore:
    def __init__(self, connection: Connection) -> None:
        self._connection, self._names = connection, Names(connection)

    def stored(self) -> list[Stored]:
        """By location, in the order of the day's columns."""
        rows = self._connection.execute(
            select(CounterRow.__table__, LocationRow.name.label("location"))
            .join(LocationRow, LocationRow.id == CounterRow.location_id)
            .order_by(LocationRow.name, CounterRow.is_in_use.desc(), CounterRow.position, CounterRow.name)
        )
        return [
            Stored(
                str(row.id),
                {
                    "location": row.location,
                    "name": row.name,
                    "position": row.position,
                    "skills": tuple(sorted(row.skills.split())),
                    "in_use": row.is_in_use,
                },
            )
            for row in rows
        ]

    def settle(self, values: Values) -> Values:
        place = self._names.location(str(values["location"]))
        return {**values, "location": self._names.location_names[place]}

    def add(self, unit: Work, values: Values) -> str:
        counter_id, place = new_id(), self._names.location(str(values["location"]))
        unit.connection.execute(insert(CounterRow).values(id=counter_id, location_id=place, **_counter_row(values)))
        return str(counter_id)

    def change(self, unit: Work, entry_id: str, values: Values) -> None:
        """A counter stays where it is: appointments name it together with its location."""
        counter_id, place = UUID(entry_id), self._names.location(str(values["location"]))
        if self._names.counters[counter_id][0] != place:
            raise EntryRefused((CellProblem("location", "stays"),))
        unit.connection.execute(update(CounterRow).where(CounterRow.id == counter_id).values(**_counter_row(values)))

    def told_as(self, entry_id: str) -> UUID:
        return UUID(entry_id)


def _counter_row(values: Values) -> dict[str, Any]:
    skills = values["skills"]
    assert isinstance(skills, tuple)
    return {
        "name": values["name"],
        "position": values["position"],
        "skills": " ".join(skills),
        "is_in_use": values["in_use"],
    }
