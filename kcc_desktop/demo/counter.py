"""The counters of the invented municipality today: who sits there, was served, waits, or visits a colleague."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select, update

from kcc_desktop.data.agents import AgentRow, session_name
from kcc_desktop.data.appointments import (
    AppointmentEventRow,
    AppointmentRow,
    AppointmentTextRow,
    AttendeeRow,
    OccupancyRow,
)
from kcc_desktop.data.bulk import BulkLoad, bulk_load
from kcc_desktop.data.calendar_reads import hours
from kcc_desktop.data.calendars import CounterRow, LocationRow, ProductFactsRow
from kcc_desktop.data.contacts import ProductRow, TimelineEntryRow
from kcc_desktop.data.counter import (
    CounterEventRow,
    CounterStateRow,
    TicketEventRow,
    TicketLineRow,
    TicketNumberRow,
    TicketRow,
    TicketTextRow,
)
from kcc_desktop.data.database import Database
from kcc_desktop.data.parties import PartyRow, PersonRow
from kcc_desktop.demo.calendar import microseconds
from kcc_desktop.demo.town_hall import HOSTS, LOCATIONS, Planned, lines, put_appointment
from kcc_desktop.domain.appointments import AppointmentState
from kcc_desktop.domain.calendar import CounterKind
from kcc_desktop.domain.counter import PREFIXES, Need, TicketMove, TicketSource, TicketState
from kcc_desktop.domain.local_time import HERE
from kcc_desktop.domain.quanta import instant_of, quanta_for, quantum_at

_STAFF = (("Samir Aydin", "Balie 2"), ("Willeke Terpstra", "Balie 4"))
_LATELY = 9  # tickets a product that were served on the days before, so that something can be said of how long it takes
# What those who came without an appointment want: product, minutes ago, name, needs.
_WALKED_IN = (
    ("Rijbewijs verlengen", 26, "", ()),
    ("Reisdocument ophalen", 19, "", ()),
    ("Paspoort aanvragen", 14, "Aya Bouzid", (Need.INTERPRETER,)),
    ("Overlijden aangeven", 9, "Jan Willem Hoekstra", ()),
    ("Uittreksel uit de basisregistratie", 6, "", (Need.WHEELCHAIR,)),
    ("Rijbewijs aanvragen", 2, "", ()),
)
_VISITS = ("Nederlander worden", "Schuldhulp")
_SOON = timedelta(minutes=12)


class _Sheets:
    """The rows of tickets; numbers go on by letter and day."""

    def __init__(self, load: BulkLoad, location: bytes, me: bytes, ids: Iterator[bytes]) -> None:
        self.load, self.location, self.me, self.ids = load, location, me, ids
        self.numbers: dict[tuple[date, str], int] = {}
        self.tickets = self.load.sheet(
            TicketRow,
            "id location_id local_on prefix number state source priority due_at skills counter_id needs appointment_id "
            "called_at announced_at served_at created_at created_by moves",
        )
        self.texts = self.load.sheet(TicketTextRow, "ticket_id party_id name")
        self.products = self.load.sheet(TicketLineRow, "ticket_id position product_id")
        self.events = self.load.sheet(
            TicketEventRow, "ticket_id number id move from_state to_state counter_id at actor_id"
        )
        self.last = self.load.sheet(TicketNumberRow, "location_id local_on prefix last")
        self.staff = self.load.sheet(CounterStateRow, "counter_id state agent_id since moves")
        self.staffed = self.load.sheet(CounterEventRow, "counter_id number state agent_id at actor_id")

    def ticket(
        self,
        on: date,
        source: TicketSource,
        product: tuple[bytes, str],
        came_at: datetime,
        *,
        name: str = "",
        party_id: bytes | None = None,
        appointment: tuple[bytes, datetime] | None = None,
        needs: tuple[Need, ...] = (),
        counter: bytes | None = None,
        called_at: datetime | None = None,
        done_at: datetime | None = None,
    ) -> None:
        """One that waits; with `called_at` it is called or served at `counter`, and with `done_at` it is over."""
        ticket_id, prefix = next(self.ids), PREFIXES[source]
        number = self.numbers[on, prefix] = self.numbers.get((on, prefix), 0) + 1
        moves = [(TicketMove.ISSUED, TicketState.WAITING, came_at)]
        if called_at is not None:
            moves.append((TicketMove.CALLED, TicketState.CALLED, called_at))
            moves.append((TicketMove.SERVED, TicketState.SERVING, called_at + timedelta(seconds=40)))
        if done_at is not None:
            moves.append((TicketMove.FINISHED, TicketState.DONE, done_at))
        before = ""
        for place, (move, state, at) in enumerate(moves):
            where = None if state is TicketState.WAITING else counter
            key = ticket_id if place == 0 else next(self.ids)
            self.events.add((ticket_id, place, key, move.value, before, state.value, where, microseconds(at), self.me))
            before = state.value
        called = None if called_at is None else microseconds(called_at)
        self.tickets.add(
            (
                ticket_id,
                self.location,
                on.isoformat(),
                prefix,
                number,
                before,
                source.value,
                0 if appointment is not None else 2,
                microseconds(appointment[1] if appointment is not None else came_at),
                product[1],
                counter,
                " ".join(sorted(needs)),
                appointment[0] if appointment is not None else None,
                called,
                called,
                None if called_at is None else microseconds(called_at + timedelta(seconds=40)),
                microseconds(came_at),
                self.me,
                len(moves) - 1,
            )
        )
        self.texts.add((ticket_id, party_id, name))
        self.products.add((ticket_id, 0, product[0]))

    def close(self) -> None:
        for (on, prefix), number in self.numbers.items():
            self.last.add((self.location, on.isoformat(), prefix, number))


def staff_counters(database: Database, now: datetime, seed: int, ids: Iterator[bytes]) -> None:
    """Of the town hall, on the day of `now`: two colleagues sit at a counter, the others are free."""
    chance = Random(f"counter {seed}")
    known = database.unguarded_read(_Known.read)
    database.unguarded_write(lambda c: _invite(c, known, now, chance, ids))
    here = database.unguarded_read(lambda c: _expected(c, known, now))
    database.unguarded_write(lambda c: _move_on(c, known, here, now))
    with bulk_load(database.engine) as load:
        sheets = _Sheets(load, known.location.bytes, known.me.bytes, ids)
        _served_lately(sheets, known, now, chance)
        for one in here:
            _arrived(sheets, known, one, now)
        for product, minutes, name, needs in _WALKED_IN:
            came_at = now - timedelta(minutes=minutes)
            what = known.products[product]
            sheets.ticket(
                known.today(now), TicketSource.WALK_IN, (what[0].bytes, what[1]), came_at, name=name, needs=needs
            )
        for name, counter in _STAFF:
            agent, desk = known.agents[name].bytes, known.counters[counter].bytes
            since = microseconds(now - timedelta(hours=2))
            sheets.staff.add((desk, "open", agent, since, 1))
            sheets.staffed.add((desk, 1, "open", agent, since, agent))
            what = known.products["Paspoort aanvragen" if counter == "Balie 2" else "Geboorteaangifte"]
            called_at = now - timedelta(minutes=6)
            sheets.ticket(
                known.today(now),
                TicketSource.WALK_IN,
                (what[0].bytes, what[1]),
                now - timedelta(minutes=21),
                counter=desk,
                called_at=called_at,
            )
        sheets.close()


@dataclass(frozen=True, slots=True)
class _Here:
    """An appointment of today whose time is near or over."""

    id: UUID
    starts_at: datetime
    counter_id: UUID
    party_id: UUID | None
    name: str
    product: str

    def is_over(self, now: datetime) -> bool:
        return self.starts_at < now - timedelta(minutes=25)


@dataclass(frozen=True, slots=True)
class _Known:
    """Ids by the names that this module uses."""

    me: UUID
    location: UUID
    counters: dict[str, UUID]
    agents: dict[str, UUID]
    products: dict[str, tuple[UUID, str]]  # with the skill

    @staticmethod
    def read(connection: Connection) -> "_Known":
        location = connection.execute(select(LocationRow.id).where(LocationRow.code == LOCATIONS[0][0])).scalar_one()
        counters = connection.execute(select(CounterRow.name, CounterRow.id).where(CounterRow.location_id == location))
        products = connection.execute(
            select(ProductRow.name, ProductRow.id, ProductFactsRow.skill).join(
                ProductFactsRow, ProductFactsRow.product_id == ProductRow.id
            )
        )
        return _Known(
            connection.execute(select(AgentRow.id).where(AgentRow.login == session_name(connection))).scalar_one(),
            location,
            {name: id_ for name, id_ in counters},
            {name: id_ for name, id_ in connection.execute(select(AgentRow.name, AgentRow.id))},
            {name: (id_, skill) for name, id_, skill in products},
        )

    def today(self, now: datetime) -> date:
        return now.astimezone(HERE).date()


def _invite(connection: Connection, known: _Known, now: datetime, chance: Random, ids: Iterator[bytes]) -> None:
    """A visitor for each colleague in a room, within the hour; on a day that the town hall is open."""
    (place,) = hours(connection, known.today(now), {known.location})
    day = place.day(known.today(now))
    staffed = {counter.name: mask for counter, mask in day.staffed if counter.kind is CounterKind.HOST}
    sheets: dict[type, list[dict[str, object]]] = {
        row: [] for row in (OccupancyRow, AppointmentRow, AppointmentTextRow, AttendeeRow, AppointmentEventRow)
    }
    sheets[TimelineEntryRow] = []
    people = connection.execute(
        select(PartyRow.id, PartyRow.title)
        .join(PersonRow, PersonRow.party_id == PartyRow.id)
        .where(PersonRow.restriction == 0, PersonRow.death_date == "")
        .order_by(PartyRow.sort_key.desc(), PartyRow.id)
        .limit(50)
    ).all()
    products = {name: id_ for name, (id_, _) in known.products.items()}
    known_lines = [line for line in lines() if line.product in _VISITS] or [lines()[0]]
    for number, (_, name, _) in enumerate(HOSTS):
        quantum = quantum_at(now + timedelta(minutes=10 + 15 * number))
        line = known_lines[number % len(known_lines)]
        if name in staffed and staffed[name] >> (quantum - day.first) & 1:
            planned = Planned(place, known.counters[name], day.on, quantum, quanta_for(30), line)
            person = chance.choice(people)
            put_appointment(sheets, planned, known.me, (person.id, person.title), products, now, chance, next(ids))
    for row, rows in sheets.items():
        if rows:
            connection.execute(insert(row), rows)


def _expected(connection: Connection, known: _Known, now: datetime) -> list[_Here]:
    """Who had an appointment until now, or has one in some minutes."""
    rows = connection.execute(
        select(
            AppointmentRow.id,
            AppointmentRow.quantum,
            AppointmentRow.counter_id,
            AppointmentRow.party_id,
            AppointmentTextRow.name,
            ProductRow.name.label("product"),
        )
        .join(AppointmentTextRow, AppointmentTextRow.appointment_id == AppointmentRow.id)
        .join(AttendeeRow, AttendeeRow.appointment_id == AppointmentRow.id)
        .join(ProductRow, ProductRow.id == AttendeeRow.product_id)
        .join(CounterRow, CounterRow.id == AppointmentRow.counter_id)
        .where(
            CounterRow.kind == CounterKind.DESK.value,
            AppointmentRow.location_id == known.location,
            AppointmentRow.local_on == known.today(now),
            AppointmentRow.quantum < quantum_at(now + _SOON),
        )
        .order_by(AppointmentRow.quantum, AppointmentRow.id)
    )
    found = [
        _Here(row.id, instant_of(row.quantum), row.counter_id, row.party_id, row.name, row.product) for row in rows
    ]
    near = [one for one in found if not one.is_over(now)]
    # Of those whose time is near half are here; the others are late, or still to come.
    return [one for one in found if one.is_over(now)] + near[::2]


def _move_on(connection: Connection, known: _Known, here: list[_Here], now: datetime) -> None:
    for one in here:
        state = AppointmentState.COMPLETED if one.is_over(now) else AppointmentState.CHECKED_IN
        connection.execute(update(AppointmentRow).where(AppointmentRow.id == one.id).values(state=state.value))
        if state is AppointmentState.COMPLETED:
            connection.execute(delete(OccupancyRow).where(OccupancyRow.owner_id == one.id))
        connection.execute(
            insert(AppointmentEventRow).values(
                appointment_id=one.id,
                from_state=AppointmentState.BOOKED.value,
                to_state=state.value,
                at=min(one.starts_at, now),
                actor_id=known.me,
            )
        )


def _arrived(sheets: _Sheets, known: _Known, one: _Here, now: datetime) -> None:
    product = known.products[one.product]
    came_at = min(one.starts_at - timedelta(minutes=6), now - timedelta(minutes=3))
    is_over = one.is_over(now)
    sheets.ticket(
        known.today(now),
        TicketSource.CHECK_IN,
        (product[0].bytes, product[1]),
        came_at,
        name=one.name,
        party_id=one.party_id.bytes if one.party_id is not None else None,
        appointment=(one.id.bytes, one.starts_at),
        counter=one.counter_id.bytes if is_over else None,
        called_at=one.starts_at + timedelta(minutes=2) if is_over else None,
        done_at=one.starts_at + timedelta(minutes=11) if is_over else None,
    )


def _served_lately(sheets: _Sheets, known: _Known, now: datetime, chance: Random) -> None:
    """On the days before, so that something can be said of how long it takes."""
    desk = known.counters["Balie 1"].bytes
    for line in lines():
        product = known.products[line.product]
        for number in range(_LATELY):
            came_at = now - timedelta(days=1 + number % 5, minutes=10 * number)
            called_at = came_at + timedelta(minutes=3 + number)
            took = timedelta(minutes=line.minutes * (0.8 + 0.5 * chance.random()))
            on = came_at.astimezone(HERE).date()
            sheets.ticket(
                on,
                TicketSource.WALK_IN,
                (product[0].bytes, product[1]),
                came_at,
                counter=desk,
                called_at=called_at,
                done_at=called_at + took,
            )
