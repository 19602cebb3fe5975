"""A counter that serves nobody for a while: never over a promise without a word, and by the clock on the wall."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import delete, func, select, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from kcc_desktop.data.appointments import AppointmentEventRow, AppointmentRow, OccupancyRow
from kcc_desktop.data.audit import AuditLineRow
from kcc_desktop.data.blocks import BlockRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.appointments import (
    AppointmentState,
    CancelAppointment,
    CancelledBy,
    OverbookAppointment,
    PastMoment,
    SlotTaken,
)
from kcc_desktop.domain.blocks import CloseLocation, PlaceBlock, Recurrence, Repeat, TimePromised
from kcc_desktop.domain.errors import InvalidValue, NotAllowed, NotFound
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.quanta import instant_of
from kcc_desktop.services.blocks import BlockService
from kcc_desktop.services.timeline import TimelineService
from tests.services.conversations import make_party
from tests.services.office import roles, told
from tests.services.town_hall import HERE, TownHall

NINE, TEN = 9 * 60, 10 * 60


@pytest.fixture
def hall(database):
    roles(database, Role.TEAM_LEAD)
    return TownHall(database)


@pytest.fixture
def blocks(database):
    return BlockService(database)


def block(hall, *counters, **changes):
    return replace(
        PlaceBlock(new_id(), hall.location, counters or hall.counters[:1], hall.tomorrow, NINE, TEN, "Training"),
        **changes,
    )


def actions(database):
    return database.unguarded_read(lambda c: c.scalars(select(AuditLineRow.action)).all())


def test_a_blocked_counter_is_not_offered_and_free_again_after_it(hall, blocks):
    placed = blocks.place(block(hall, *hall.counters))
    assert (placed.times, placed.days) == (2, 1)
    assert hall.first().starts_at.astimezone(HERE).hour == 10
    owner = hall.database.unguarded_read(lambda c: c.scalar(select(BlockRow.id)))
    blocks.end(owner)
    blocks.end(owner)  # twice is once
    first = hall.first()
    assert first.starts_at.astimezone(HERE).hour == 9
    assert len(first.counters) == 1  # the other counter is still blocked
    assert hall.wrong_owners() == ([], {})
    assert {("block", placed.id)} <= told(hall.database)
    assert actions(hall.database)[-2:] == ["block", "unblock"]


def test_a_block_over_a_promise_says_whose_and_lies_round_it_when_told_to(hall, blocks):
    booked = hall.booked(None, replace(hall.first(), quantum=hall.first().quantum + 3))
    with pytest.raises(TimePromised) as refused:
        blocks.place(block(hall, booked.counter_id))
    (one,) = refused.value.in_the_way
    assert (one.reference, one.starts_at, one.ends_at) == (booked.reference, booked.starts_at, booked.ends_at)
    assert (one.counter, one.is_held) == (booked.counter, False)
    assert hall.wrong_owners() == ([], {})  # nothing was placed beside it
    placed = blocks.place(block(hall, booked.counter_id, goes_round=True))
    assert (placed.times, placed.days) == (2, 1)
    assert [one.reference for one in placed.in_the_way] == [booked.reference]
    assert hall.wrong_owners() == ([], {})
    hall.service.cancel(CancelAppointment(booked.id, CancelledBy.CITIZEN))  # whose time is free, and only it
    assert hall.wrong_owners() == ([], {})


def test_a_hold_of_a_colleague_is_in_the_way_until_it_runs_out(hall, blocks):
    held = hall.held()
    with pytest.raises(TimePromised) as refused:
        blocks.place(block(hall, held.counter_id))
    assert [one.is_held for one in refused.value.in_the_way] == [True]
    past = datetime.now(HERE) - timedelta(minutes=1)
    for row, key in ((AppointmentRow, AppointmentRow.id), (OccupancyRow, OccupancyRow.owner_id)):
        statement = update(row).where(key == held.id).values(expires_at=past)
        hall.database.unguarded_write(lambda c, statement=statement: c.execute(statement))
    assert blocks.place(block(hall, held.counter_id)).times == 1
    assert hall.wrong_owners() == ([], {})


def test_what_is_wholly_promised_is_not_blocked_round(hall, blocks):
    first = hall.first()
    for step in range(0, 12, 3):
        hall.booked(None, replace(first, quantum=first.quantum + step, counters=hall.counters[:1]))
    with pytest.raises(TimePromised) as refused:
        blocks.place(block(hall, goes_round=True))
    assert len(refused.value.in_the_way) == 4


def test_what_repeats_stays_at_its_time_on_the_wall(hall, blocks):
    """Across both changes of the clock, with a day on which it is not; ended from a day on, at once."""
    first = hall.tomorrow
    rule = Recurrence(Repeat.WEEKLY, until_on=first + timedelta(days=370), exceptions=frozenset({first + timedelta(7)}))
    placed = blocks.place(block(hall, on=first, recurrence=rule))
    rows = hall.database.unguarded_read(lambda c: c.execute(select(BlockRow.__table__)).all())
    assert placed.days == len(rows) == 52
    assert {instant_of(row.quantum).astimezone(HERE).hour for row in rows} == {9}
    assert {instant_of(row.quantum).hour for row in rows} == {7, 8}  # in UTC it moves
    assert first + timedelta(7) not in {row.local_on for row in rows}
    third = sorted(rows, key=lambda row: row.local_on)[2]
    assert blocks.end_from(third.id) == 50
    assert blocks.end_from(third.id) == 0
    left = hall.database.unguarded_read(lambda c: c.scalar(select(func.count()).select_from(OccupancyRow)))
    assert left == 2 * 12
    assert hall.wrong_owners() == ([], {})


def test_one_rule_for_many_counters_and_days_is_one_transaction(hall, blocks):
    rule = Recurrence(Repeat.WEEKLY, until_on=hall.tomorrow + timedelta(days=200), weekdays=frozenset(range(5)))
    command = block(hall, *hall.counters, from_minute=12 * 60, until_minute=12 * 60 + 30, recurrence=rule)
    assert blocks.place(command).times > 200
    assert blocks.place(command).times > 200  # once only
    assert hall.wrong_owners() == ([], {})


@pytest.mark.parametrize(
    ("changes", "field", "reason"),
    [
        ({"reason": " "}, "reason", "empty"),
        ({"counter_ids": ()}, "counters", "empty"),
        ({"until_minute": NINE}, "until", "not_after_from"),
        ({"until_minute": NINE + 7}, "from", "not_in_fives"),
        ({"recurrence": Recurrence(Repeat.WEEKLY)}, "until_on", "empty"),
        ({"recurrence": Recurrence(Repeat.WEEKLY, until_on=date(2020, 1, 1))}, "until_on", "before_first"),
        ({"recurrence": Recurrence(Repeat.WEEKLY, every=0)}, "every", "not_positive"),
        ({"recurrence": Recurrence(Repeat.WEEKLY, until_on=date(2099, 1, 1))}, "until_on", "too_far"),
    ],
)
def test_what_cannot_be_is_refused(hall, blocks, changes, field, reason):
    with pytest.raises(InvalidValue) as refused:
        blocks.place(block(hall, **changes))
    assert (refused.value.field, refused.value.reason) == (field, reason)


def test_what_is_over_or_nowhere_is_refused(hall, blocks):
    with pytest.raises(PastMoment):
        blocks.place(block(hall, on=hall.tomorrow - timedelta(days=7)))
    with pytest.raises(NotFound):
        blocks.place(block(hall, new_id()))
    with pytest.raises(NotFound):
        blocks.end(new_id())


def test_who_blocks_and_overbooks_has_the_right_to(hall, blocks):
    booked = hall.booked(None)
    placed = blocks.place(block(hall, from_minute=TEN, until_minute=TEN + 5))
    owner = hall.database.unguarded_read(lambda c: c.scalar(select(BlockRow.id)))
    roles(hall.database, Role.AGENT)
    for refused in (
        lambda: blocks.place(block(hall)),
        lambda: blocks.end(owner),
        lambda: blocks.close(CloseLocation(new_id(), None, hall.tomorrow, hall.tomorrow, "Feest")),
        lambda: hall.service.overbook(extra(hall, booked)),
    ):
        with pytest.raises(NotAllowed):
            refused()
    roles(hall.database, Role.COUNTER)
    with pytest.raises(NotAllowed):
        hall.service.overbook(extra(hall, booked))
    blocks.end(owner)
    assert placed.id


def test_the_database_itself_keeps_a_blocks_time(hall, blocks):
    blocks.place(block(hall))
    owner = hall.database.unguarded_read(lambda c: c.scalar(select(BlockRow.id)))

    def refused(statement):
        with pytest.raises(DBAPIError):
            hall.database.unguarded_write(lambda c: c.execute(statement))

    refused(delete(OccupancyRow).where(OccupancyRow.owner_id == owner))
    refused(update(BlockRow).values(quantum=1))
    refused(delete(BlockRow))
    blocks.end(owner)
    with pytest.raises(IntegrityError):
        hall.database.unguarded_write(lambda c: c.execute(update(BlockRow).values(state="active")))


def test_a_plain_login_without_the_right_blocks_nothing_by_hand(team_database):
    hall = TownHall(team_database)
    row = {"id": new_id(), "series_id": new_id(), "location_id": hall.location, "resource_id": hall.counters[0]}
    row |= {"quantum": 1, "quanta": 1, "local_on": hall.tomorrow}
    with pytest.raises(DBAPIError, match=r"row-level security|without its time"):
        team_database.write(lambda unit: unit.connection.execute(BlockRow.__table__.insert().values(**row)))


def test_a_closure_that_comes_late_lists_what_was_promised_and_takes_nothing_away(hall, blocks):
    booked = hall.booked(None)
    roles(hall.database, Role.EDITOR, Role.TEAM_LEAD)
    later = hall.booked(None, replace(hall.first(), quantum=hall.first().quantum + 60))
    morning = CloseLocation(new_id(), hall.location, hall.tomorrow, hall.tomorrow, "Storing", 9 * 60, 12 * 60)
    with pytest.raises(TimePromised) as refused:
        blocks.close(morning)
    assert [one.reference for one in refused.value.in_the_way] == [booked.reference]
    assert blocks.in_the_way_of(replace(morning, from_minute=None, until_minute=None, location_id=None)) == (
        *refused.value.in_the_way,
        *(one for one in blocks.in_the_way_of(replace(morning, from_minute=12 * 60, until_minute=17 * 60))),
    )
    told_at_once = blocks.close(replace(morning, knowing=True))
    assert [one.reference for one in told_at_once] == [booked.reference]
    assert hall.first().starts_at.astimezone(HERE).hour >= 12
    assert hall.wrong_owners() == ([], {})
    assert {booked.id, later.id} <= {one.id for one in hall.service.day(hall.location, hall.tomorrow)[1]}


def extra(hall, booked, **changes):
    begin = int(booked.starts_at.timestamp()) // 300
    command = OverbookAppointment(
        new_id(), booked.counter_id, begin, hall.wish(), None, "Jan Bakker", "Spoed: reis morgen"
    )
    return replace(command, **changes)


def test_one_too_many_stands_in_a_lane_of_its_own_with_a_reason(hall):
    booked, party = hall.booked(None), make_party(hall.database)
    with pytest.raises(InvalidValue):
        hall.service.overbook(extra(hall, booked, reason=" "))
    command = extra(hall, booked, party_id=party)
    made = hall.service.overbook(command)
    assert (made.state, made.is_extra, made.counter_id) == (AppointmentState.BOOKED, True, booked.counter_id)
    assert hall.service.overbook(command).id == made.id  # twice is once
    assert [entry.id for entry in TimelineService(hall.database).page(party).entries] == [made.id]
    events = hall.database.unguarded_read(
        lambda c: c.execute(
            select(AppointmentEventRow.to_state, AppointmentEventRow.reason).where(
                AppointmentEventRow.appointment_id == made.id
            )
        ).all()
    )
    assert [tuple(event) for event in events] == [("booked", "Spoed: reis morgen")]
    assert actions(hall.database)[-1] == "overbook"
    hall.service.overbook(extra(hall, booked))  # the third; there is no fourth
    with pytest.raises(SlotTaken) as refused:
        hall.service.overbook(extra(hall, booked))
    assert refused.value.next_best
    assert hall.wrong_owners() == ([], {})
    hall.service.cancel(CancelAppointment(made.id, CancelledBy.CITIZEN))
    assert hall.wrong_owners() == ([], {})
    assert hall.first().quantum == booked.starts_at.timestamp() // 300  # the other counter; nobody is offered a lane


def test_a_counter_that_is_free_after_all_is_not_overbooked(hall):
    booked = hall.booked(None)
    hall.service.cancel(CancelAppointment(booked.id, CancelledBy.CITIZEN))
    assert not hall.service.overbook(extra(hall, booked)).is_extra
