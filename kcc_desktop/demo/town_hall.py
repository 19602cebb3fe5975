"""The counters of the invented municipality, when they are staffed, and what is planned there in the coming weeks."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from uuid import UUID

from sqlalchemy import Connection, insert, select

from kcc_desktop.data.agents import AgentRow, session_name
from kcc_desktop.data.appointments import (
    AppointmentEventRow,
    AppointmentRow,
    AppointmentTextRow,
    AttendeeRow,
    OccupancyRow,
)
from kcc_desktop.data.calendar_reads import hours
from kcc_desktop.data.calendars import (
    ClosureRow,
    CounterRow,
    LocationRow,
    ProductFactsRow,
    WeeklyHoursRow,
)
from kcc_desktop.data.contacts import ProductRow, TimelineEntryRow
from kcc_desktop.data.parties import PartyRow, PersonRow
from kcc_desktop.demo import breaks
from kcc_desktop.domain.appointments import REFERENCE_LENGTH, REFERENCE_LETTERS, AppointmentState
from kcc_desktop.domain.calendar import CounterKind, Day, Hours, bits
from kcc_desktop.domain.contacts import Confidentiality
from kcc_desktop.domain.holidays import holidays_in
from kcc_desktop.domain.local_time import local_day
from kcc_desktop.domain.quanta import instant_of, quanta_for
from kcc_desktop.domain.timeline import EntryKind
from kcc_desktop.resources import resource

WEEKS_AHEAD = 4
_FULL, _QUIET = 0.92, 0.25  # how much of a day is planned: tomorrow, and in four weeks
_ALWAYS = date(2020, 1, 1)
_OPENS, _CLOSES, _LATE = 8 * 60 + 30, 17 * 60, 20 * 60
_THURSDAY = 3
# Code, name, address, counters; the first one is the town hall.
LOCATIONS = (
    ("gemeentehuis", "Gemeentehuis Emmeloord", "Voorbeeldplein 1, 8302 AB Emmeloord"),
    ("marknesse", "Servicepunt Marknesse", "Voorbeeldweg 4, 8316 AA Marknesse"),
)
COUNTERS = (
    ("gemeentehuis", "Balie 1", "documents register"),
    ("gemeentehuis", "Balie 2", "documents register"),
    ("gemeentehuis", "Balie 3", "documents register"),
    ("gemeentehuis", "Balie 4", "documents civil register"),
    ("gemeentehuis", "Balie 5", "civil care"),
    ("marknesse", "Balie", "documents register"),
)
# Colleagues who receive visitors by appointment, each in a room.
HOSTS = (
    ("gemeentehuis", "Henk Dekker", "Kamer 1.08"),
    ("gemeentehuis", "Karin Postma", "Spreekkamer 2"),
)
_MARKNESSE_DAYS = (1, 3)  # Tuesday and Thursday


@dataclass(frozen=True, slots=True)
class _Line:
    product: str
    minutes: int
    more: int
    most: int
    skill: str
    online_for_days: int | None
    asks_below: int
    bring: tuple[str, ...]
    bring_child: tuple[str, ...]


def lines() -> tuple[_Line, ...]:
    """What the file says of each product with appointments."""
    blocks = resource("demo/appointments.txt").read_text(encoding="utf-8").split("\n# ")[1:]
    return tuple(_line(block.strip().splitlines()) for block in blocks)


def _line(block: list[str]) -> _Line:
    product, minutes, more, most, skill, online, *asks = (part.strip() for part in block[0].split("|"))
    bring, child = (tuple(one[2:] for one in block[1:] if one.startswith(mark)) for mark in "-+")
    online_for, asks_below = int(online) if online else None, int(asks[0]) if asks else 0
    return _Line(product, int(minutes), int(more), int(most), skill, online_for, asks_below, bring, child)


def open_town_hall(connection: Connection, today: date, ids: Iterator[bytes]) -> None:
    """Locations, counters, hours, closures, and what appointments need."""
    places = {code: UUID(bytes=next(ids)) for code, _, _ in LOCATIONS}
    connection.execute(
        insert(LocationRow),
        [{"id": places[code], "code": code, "name": name, "address": address} for code, name, address in LOCATIONS],
    )
    counters = [UUID(bytes=next(ids)) for _ in COUNTERS]
    connection.execute(
        insert(CounterRow),
        [
            {"id": id_, "location_id": places[code], "name": name, "position": position, "skills": skills}
            for position, (id_, (code, name, skills)) in enumerate(zip(counters, COUNTERS, strict=True), 1)
        ],
    )
    hosts = [UUID(bytes=next(ids)) for _ in HOSTS]
    connection.execute(
        insert(CounterRow),
        [
            {
                "id": id_,
                "location_id": places[code],
                "name": name,
                "position": position,
                "skills": "",
                "kind": CounterKind.HOST.value,
                "room": room,
            }
            for position, (id_, (code, name, room)) in enumerate(zip(hosts, HOSTS, strict=True), 90)
        ],
    )
    for host, (code, _, _) in zip(hosts, HOSTS, strict=True):
        _open(connection, code, "counter_id", host, ids)
    for code, place in places.items():
        _open(connection, code, "location_id", place, ids)
    for counter, (code, _, _) in zip(counters, COUNTERS, strict=True):
        _open(connection, code, "counter_id", counter, ids)
    for year in (today.year, today.year + 1):
        for day in sorted(holidays_in(year)):
            if day.weekday() < 5:
                connection.execute(
                    insert(ClosureRow).values(id=UUID(bytes=next(ids)), from_on=day, until_on=day, reason="Feestdag")
                )
    products = dict(connection.execute(select(ProductRow.name, ProductRow.id)).all())
    connection.execute(
        insert(ProductFactsRow),
        [
            {
                "product_id": products[line.product],
                "base_minutes": line.minutes,
                "extra_minutes": line.more,
                "most_persons": line.most,
                "bring": "\n".join(line.bring),
                "bring_child": "\n".join(line.bring_child),
                "asks_consent_below": line.asks_below,
                "asks_authority_below": line.asks_below,
                "in_person": line.online_for_days is None,
                "skill": line.skill,
                "digital_from": None if line.online_for_days is None else today - timedelta(days=line.online_for_days),
                "digital_link": "",
            }
            for line in lines()
        ],
    )


def _open(connection: Connection, code: str, column: str, owner: UUID, ids: Iterator[bytes]) -> None:
    weekdays = range(5) if code == LOCATIONS[0][0] else _MARKNESSE_DAYS
    for weekday in weekdays:
        late = code == LOCATIONS[0][0] and weekday == _THURSDAY
        connection.execute(
            insert(WeeklyHoursRow).values(
                id=UUID(bytes=next(ids)),
                weekday=weekday,
                from_minute=_OPENS,
                until_minute=_LATE if late else _CLOSES,
                valid_from=_ALWAYS,
                **{column: owner},
            )
        )


def plan_ahead(connection: Connection, now: datetime, seed: int, ids: Iterator[bytes]) -> None:
    """What residents planned already: nearly all of tomorrow, less and less after it."""
    chance = Random(f"town hall {seed}")
    me = connection.execute(select(AgentRow.id).where(AgentRow.login == session_name(connection))).scalar_one()
    people = connection.execute(
        select(PartyRow.id, PartyRow.title)
        .join(PersonRow, PersonRow.party_id == PartyRow.id)
        .where(PersonRow.restriction == 0, PersonRow.death_date == "")
        .order_by(PartyRow.sort_key, PartyRow.id)
        .limit(2000)
    ).all()
    products = dict(connection.execute(select(ProductRow.name, ProductRow.id)).all())
    sheets: dict[type, list[dict[str, object]]] = {
        row: [] for row in (OccupancyRow, AppointmentRow, AppointmentTextRow, AttendeeRow, AppointmentEventRow)
    }
    sheets[TimelineEntryRow] = []
    today = local_day(now)
    for place in hours(connection, today):
        for number, day in enumerate(place.days(today, 7 * WEEKS_AHEAD)):
            share = max(_QUIET, _FULL - number * (_FULL - _QUIET) / (5 * WEEKS_AHEAD))
            for planned in _fill(place, day, share, chance):
                put_appointment(sheets, planned, me, chance.choice(people), products, now, chance, next(ids))
    for row, rows in sheets.items():
        if rows:
            connection.execute(insert(row), rows)


@dataclass(frozen=True, slots=True)
class Planned:
    """One appointment that is to be: where, when and what for."""

    place: Hours
    counter_id: UUID
    on: date
    quantum: int
    quanta: int
    line: _Line


def _fill(place: Hours, day: Day, share: float, chance: Random) -> Iterator[Planned]:
    for counter, sits in day.staffed:
        staffed = sits & ~breaks.of_counter(place, counter, day)
        able = [line for line in lines_by_skill(frozenset(counter.skills)) if line.minutes <= 30]
        at = (staffed & -staffed).bit_length() - 1
        while at < staffed.bit_length():
            line = chance.choice(able)
            quanta = quanta_for(line.minutes)
            if staffed & bits(at, at + quanta) == bits(at, at + quanta) and chance.random() < share:
                yield Planned(place, counter.id, day.on, day.first + at, quanta, line)
            at += quanta


def lines_by_skill(skills: frozenset[str]) -> list[_Line]:
    return [line for line in lines() if line.skill in skills]


def put_appointment(
    sheets: dict[type, list[dict[str, object]]],
    planned: Planned,
    me: UUID,
    person: tuple[UUID, str],
    products: dict[str, UUID],
    now: datetime,
    chance: Random,
    id_: bytes,
) -> None:
    appointment_id, (party_id, name) = UUID(bytes=id_), person
    made_at = now - timedelta(days=1 + int(chance.random() * 9), minutes=int(chance.random() * 400))
    sheets[OccupancyRow].extend(
        {"resource_id": planned.counter_id, "quantum": planned.quantum + step, "owner_id": appointment_id}
        for step in range(planned.quanta)
    )
    sheets[AppointmentRow].append(
        {
            "id": appointment_id,
            "reference": "".join(chance.choice(REFERENCE_LETTERS) for _ in range(REFERENCE_LENGTH)),
            "state": AppointmentState.BOOKED.value,
            "location_id": planned.place.location.id,
            "counter_id": planned.counter_id,
            "quantum": planned.quantum,
            "quanta": planned.quanta,
            "local_on": planned.on,
            "party_id": party_id,
            "made_at": made_at,
            "made_by": me,
        }
    )
    sheets[AppointmentTextRow].append({"appointment_id": appointment_id, "name": name})
    sheets[AttendeeRow].append(
        {"appointment_id": appointment_id, "position": 0, "product_id": products[planned.line.product]}
    )
    sheets[AppointmentEventRow].append(
        {
            "appointment_id": appointment_id,
            "from_state": "",
            "to_state": AppointmentState.BOOKED.value,
            "at": made_at,
            "actor_id": me,
        }
    )
    sheets[TimelineEntryRow].append(
        {
            "party_id": party_id,
            "at": instant_of(planned.quantum),
            "object_id": appointment_id,
            "kind": EntryKind.APPOINTMENT.value,
            "channel_code": "",
            "confidentiality": Confidentiality.OPEN.value,
            "owner_cluster_id": None,
        }
    )
