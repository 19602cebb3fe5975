"""A location of twenty counters with years of appointments behind it and sixty days before it, written in bulk.

Nearly full in the coming days, half full at the end: a search goes through all of the full ones. Every appointment has
its text, its attendee and its five minutes, as booking it would have left them; the guards of the tables are off
meanwhile. Made anew each week, since what lies ahead counts from today.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice, product
from random import Random
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, insert, select, text

from kcc_desktop.data.agents import AgentRow
from kcc_desktop.data.appointments import AppointmentRow, AppointmentTextRow, AttendeeRow, OccupancyRow
from kcc_desktop.data.calendars import CounterRow, LocationRow, ProductFactsRow
from kcc_desktop.data.database import Database
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.data.schema import REVISION
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.appointments import REFERENCE_LENGTH, REFERENCE_LETTERS
from kcc_desktop.domain.quanta import quantum_on
from tests.services.town_hall import HERE, TownHall

COUNTERS, AHEAD = 20, 67  # sixty days, and a week in which it is used
OPENS, QUANTA, LENGTH = 9 * 60, 96, 3
_MANY = 50_000
_TABLES = (OccupancyRow, AppointmentRow, AppointmentTextRow, AttendeeRow)


@dataclass(frozen=True)
class Hall:
    """What is measured: one location and its product of a quarter of an hour."""

    location_id: UUID
    product_id: UUID
    counter_ids: tuple[UUID, ...]


@dataclass(frozen=True)
class History:
    years: int

    @property
    def family(self) -> str:
        return f"calendar_{self.years}_schema_"

    @property
    def name(self) -> str:
        return f"{self.family}{REVISION}_{_monday():%Y_%m_%d}"

    def build_in(self, database: Database) -> None:
        make_first_agent(database, "Noor Jansen", "KCC", {Role.TEAM_LEAD})
        hall = TownHall(database, counters=COUNTERS)
        database.unguarded_write(lambda connection: _write(connection, hall, self.years))
        if database.dialect == "postgresql":
            with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.execute(text("VACUUM ANALYZE"))


def hall_of(database: Database) -> Hall:
    def work(connection: Connection) -> Hall:
        location = connection.scalars(select(LocationRow.id)).one()
        passport = connection.scalars(select(ProductFactsRow.product_id).where(ProductFactsRow.skill != "")).one()
        counters = connection.scalars(select(CounterRow.id).order_by(CounterRow.position)).all()
        return Hall(location, passport, tuple(counters))

    return database.unguarded_read(work)


def rows_in(database: Database) -> int:
    return database.unguarded_read(lambda c: c.scalar(text("SELECT count(*) FROM occupancy")))


def _monday() -> date:
    today = datetime.now(UTC).date()
    return today - timedelta(days=today.weekday())


def _write(connection: Connection, hall: TownHall, years: int) -> None:
    is_sqlite = connection.dialect.name == "sqlite"
    guards = _off(connection)
    agent = connection.scalars(select(AgentRow.id)).one()
    planned = _appointments(hall, years)
    while some := list(islice(planned, _MANY)):
        sheets: dict[type, list[dict[str, Any]]] = {row: [] for row in _TABLES}
        for id_, reference, counter, quantum, on in some:
            sheets[OccupancyRow] += [
                {"resource_id": counter, "quantum": quantum + step, "owner_id": id_} for step in range(LENGTH)
            ]
            sheets[AppointmentRow].append(
                {
                    "id": id_,
                    "reference": reference,
                    "state": "booked" if on >= _monday() else "completed",
                    "location_id": hall.location,
                    "counter_id": counter,
                    "quantum": quantum,
                    "quanta": LENGTH,
                    "local_on": on,
                    "made_at": datetime(2020, 1, 1, tzinfo=UTC),
                    "made_by": agent,
                }
            )
            sheets[AppointmentTextRow].append({"appointment_id": id_, "name": "Fatima de Vries"})
            sheets[AttendeeRow].append({"appointment_id": id_, "position": 0, "product_id": hall.passport})
        for row, rows in sheets.items():
            if is_sqlite:
                connection.execute(insert(row), rows)
            else:
                _copy(connection, row, rows)
    for statement in guards:
        connection.execute(text(statement))


def _appointments(hall: TownHall, years: int) -> Iterator[tuple[UUID, str, UUID, int, date]]:
    chance, number = Random(f"calendar {years}"), 0
    references = ("".join(letters) for letters in product(REFERENCE_LETTERS, repeat=REFERENCE_LENGTH))
    for back in range(-365 * years, AHEAD):
        on = _monday() + timedelta(days=back)
        share = 0.98 if back <= 10 else 0.90 if back <= 25 else 0.40
        if on.weekday() < 5:
            first = quantum_on(on, OPENS, HERE)
            for counter in hall.counters:
                for at in range(0, QUANTA, LENGTH):
                    if chance.random() < share:
                        number += 1
                        yield UUID(int=(0x7 << 76) | number), next(references), counter, first + at, on


def _off(connection: Connection) -> list[str]:
    """The guards, and what brings them back."""
    if connection.dialect.name == "sqlite":
        names = ", ".join(f"'{row.__tablename__}'" for row in _TABLES)
        found = connection.execute(
            text(f"SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ({names})")
        ).all()
        for name, _ in found:
            connection.execute(text(f"DROP TRIGGER {name}"))
        return [sql for _, sql in found]
    for row in _TABLES:
        connection.execute(text(f"ALTER TABLE {row.__tablename__} DISABLE TRIGGER USER"))
    return [f"ALTER TABLE {row.__tablename__} ENABLE TRIGGER USER" for row in _TABLES]


def _copy(connection: Connection, row: type, rows: list[dict[str, Any]]) -> None:
    """With the defaults that an insert by the mapping would fill in."""
    table = row.__table__
    filled = {
        column.name: column.default.arg
        for column in table.columns
        if column.default is not None and column.default.is_scalar and column.name not in rows[0]
    }
    columns = [*rows[0], *filled]
    with connection.connection.cursor().copy(f"COPY {table.name} ({', '.join(columns)}) FROM STDIN") as copy:
        for one in rows:
            copy.write_row([*one.values(), *filled.values()])
