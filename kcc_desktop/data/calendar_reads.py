"""Reads the calendar: rules of locations, what products need, and which time is taken."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, or_, select

from kcc_desktop.data.calendars import (
    ClosureRow,
    CounterRow,
    LocationRow,
    ProductFactsRow,
    ProductLocationRow,
    WeeklyHoursRow,
)
from kcc_desktop.data.columns import driver_id, driver_instant
from kcc_desktop.data.contacts import ProductRow
from kcc_desktop.domain.appointments import ProductFacts
from kcc_desktop.domain.calendar import Closure, Counter, CounterKind, Hours, Location, Mask, WeeklyHours

_BITS = 60  # quanta in one number of the answer: what SQLite's integers hold


def hours(connection: Connection, from_on: date, location_ids: Collection[UUID] = ()) -> tuple[Hours, ...]:
    """The rules that hold on or after `from_on`, by location name; all locations when none are named."""
    wanted = select(LocationRow.__table__).where(LocationRow.is_open).order_by(LocationRow.name)
    if location_ids:
        wanted = wanted.where(LocationRow.id.in_(list(location_ids)))
    locations = [
        Location(row.id, row.code, row.name, row.address, ZoneInfo(row.zone), row.step_minutes)
        for row in connection.execute(wanted)
    ]
    ids = [location.id for location in locations]
    counters = [
        Counter(
            row.id,
            row.location_id,
            row.name,
            row.position,
            frozenset(row.skills.split()),
            CounterKind(row.kind),
            row.room,
        )
        for row in connection.execute(
            select(CounterRow.__table__)
            .where(CounterRow.location_id.in_(ids), CounterRow.is_in_use)
            .order_by(CounterRow.position, CounterRow.name)
        )
    ]
    place_of = {counter.id: counter.location_id for counter in counters}
    rules = _rules(connection, from_on, ids, [counter.id for counter in counters])
    closures = [
        Closure(row.location_id, row.from_on, row.until_on, row.from_minute, row.until_minute, row.reason)
        for row in connection.execute(
            select(ClosureRow.__table__)
            .where(
                ClosureRow.until_on >= from_on, or_(ClosureRow.location_id.is_(None), ClosureRow.location_id.in_(ids))
            )
            .order_by(ClosureRow.from_on)
        )
    ]
    return tuple(
        Hours(
            location,
            tuple(one for one in counters if one.location_id == location.id),
            tuple(rule for rule in rules if rule.owner_id == location.id),
            tuple(rule for rule in rules if place_of.get(rule.owner_id) == location.id),
            tuple(one for one in closures if one.location_id in (None, location.id)),
        )
        for location in locations
    )


def _rules(connection: Connection, from_on: date, locations: list[UUID], counters: list[UUID]) -> list[WeeklyHours]:
    wanted = select(WeeklyHoursRow.__table__).where(
        or_(WeeklyHoursRow.location_id.in_(locations), WeeklyHoursRow.counter_id.in_(counters)),
        or_(WeeklyHoursRow.valid_until.is_(None), WeeklyHoursRow.valid_until >= from_on),
    )
    return [
        WeeklyHours(
            row.location_id or row.counter_id,
            row.weekday,
            row.from_minute,
            row.until_minute,
            row.valid_from,
            row.valid_until,
        )
        for row in connection.execute(wanted)
    ]


def product_facts(
    connection: Connection, product_ids: Collection[UUID], *, to_plan: bool = False
) -> dict[UUID, ProductFacts]:
    """What appointments for these products need; those without appointments are not in it.

    `to_plan`: nor those that went out of use, for which nothing new is planned.
    """
    ids = list(product_ids)
    places: dict[UUID, set[UUID]] = {}
    for product_id, location_id in connection.execute(
        select(ProductLocationRow.product_id, ProductLocationRow.location_id).where(
            ProductLocationRow.product_id.in_(ids)
        )
    ):
        places.setdefault(product_id, set()).add(location_id)
    rows = connection.execute(
        select(ProductFactsRow.__table__, ProductRow.name)
        .join(ProductRow, ProductRow.id == ProductFactsRow.product_id)
        .where(ProductFactsRow.product_id.in_(ids), *([ProductFactsRow.is_in_use] if to_plan else []))
    )
    return {
        row.product_id: ProductFacts(
            row.product_id,
            row.name,
            row.base_minutes,
            row.extra_minutes,
            row.most_persons,
            tuple(row.bring.splitlines()),
            row.in_person,
            row.skill,
            frozenset(places.get(row.product_id, ())),
            row.digital_from,
            row.digital_link,
            row.combines,
            row.asks_consent_below,
            row.asks_authority_below,
            tuple(row.bring_child.splitlines()),
        )
        for row in rows
    }


def with_appointments(connection: Connection) -> tuple[ProductFacts, ...]:
    """Every product that has appointments, by name."""
    facts = product_facts(connection, connection.scalars(select(ProductFactsRow.product_id)).all())
    return tuple(sorted(facts.values(), key=lambda product: (product.name, product.product_id)))


def taken(
    connection: Connection,
    resources: Iterable[UUID],
    first: int,
    end: int,
    now: datetime,
    *,
    only_held: bool = False,
) -> dict[UUID, Mask]:
    """By resource, a one for each quantum from `first` up to `end` that is occupied; holds that ran out are not.

    The bits are put together by the database, sixty to a number: rows of twenty full counters cost ten times as much
    to fetch as to read. `now`: the database's clock.
    """
    ids = list(resources)
    if not ids:
        return {}
    is_sqlite = connection.dialect.name == "sqlite"
    given: dict[str, object] = {"first": first, "end": end, "now": driver_instant(now, connection.dialect.name)}
    mark = ":{}" if is_sqlite else "%({})s"
    names = []
    for number, resource in enumerate(ids):
        given[f"r{number}"] = resource.bytes if is_sqlite else resource
        names.append(mark.format(f"r{number}"))
    block = f"(quantum - {mark.format('first')}) / {_BITS}"
    place = f"(quantum - {mark.format('first')}) {'%' if is_sqlite else '%%'} {_BITS}"
    # Each quantum is one row, so that their sum is their union.
    bits = f"sum(1 << ({place}))" if is_sqlite else f"bit_or(1::bigint << ({place})::int)"
    sql = (
        f"SELECT resource_id, {block} AS block, {bits} FROM occupancy WHERE resource_id IN ({', '.join(names)}) "
        f"AND quantum >= {mark.format('first')} AND quantum < {mark.format('end')} "
        f"AND ({'' if only_held else 'expires_at IS NULL OR '}expires_at > {mark.format('now')}) "
        "GROUP BY resource_id, block"
    )
    masks: dict[UUID, Mask] = {}
    for resource_id, number, value in connection.exec_driver_sql(sql, given):
        resource = driver_id(resource_id)
        masks[resource] = masks.get(resource, 0) | (int(value) << (int(number) * _BITS))
    return masks


def zone_of(connection: Connection, location_id: UUID) -> ZoneInfo:
    return ZoneInfo(connection.execute(select(LocationRow.zone).where(LocationRow.id == location_id)).scalar_one())


def location_of(connection: Connection, counter_id: UUID) -> UUID | None:
    return connection.scalar(select(CounterRow.location_id).where(CounterRow.id == counter_id))
