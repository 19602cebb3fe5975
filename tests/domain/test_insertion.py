"""Where a visit goes into a day: the drive before and after, breaks, clock changes, and what is promised."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcc_desktop.domain.calendar import WeeklyHours, bits
from kcc_desktop.domain.day_schedule import Job, Shift, is_kept, timed
from kcc_desktop.domain.insertion import Route, Taken, Wanted, best, gaps, promise
from kcc_desktop.domain.local_time import HERE
from kcc_desktop.domain.quanta import instant_of, quanta_for, quantum_on
from kcc_desktop.domain.travel import ByDistance, Point, TravelSource, kilometres
from kcc_desktop.domain.workers import Worker

TRAVEL = ByDistance()
HOME, NEAR, FAR = Point(52.711, 5.749), Point(52.714, 5.752), Point(52.640, 5.610)
DAY = date(2026, 11, 25)
FIRST = quantum_on(DAY, 0, HERE)
NINE, FIVE = 108, 204


def route(*stops, working=None, number=1, on=DAY, **changes):
    first = quantum_on(on, 0, HERE)
    taken = tuple(Taken(first + begin, quanta, point) for begin, quanta, point in stops)
    mask = bits(NINE, FIVE) if working is None else working
    return Route(UUID(int=number), f"Werker {number}", on, first, mask, taken, HOME, **changes)


def begins(one, wanted):
    found = 0
    for gap in gaps(one, wanted, TRAVEL):
        found |= gap.begins
    return {place for place in range(found.bit_length()) if found >> place & 1}


def test_distance_is_as_the_crow_flies_and_a_drive_a_third_longer():
    assert kilometres(Point(52.0, 5.0), Point(53.0, 5.0)) == pytest.approx(111.2, abs=0.1)
    assert TRAVEL.minutes(HOME, HOME) == 0
    # 10 km at 28 km/h and 135 %: 29 minutes, and one and a half to park and walk.
    assert ByDistance(100, 60, 0).minutes(Point(52.0, 5.0), Point(52.5396, 5.0)) in (60, 61)
    assert TRAVEL.leg(HOME, FAR).source is TravelSource.DISTANCE


def test_the_first_drive_is_in_working_time_and_so_is_the_last():
    assert begins(route(), Wanted(NEAR, 12, FIRST)) == set(range(NINE + 1, FIVE - 12 - 1 + 1))


def test_nobody_is_late_at_the_stop_after():
    drive = quanta_for(TRAVEL.minutes(NEAR, FAR))
    one = route((NINE + 30, 6, FAR))
    before = [gap for gap in gaps(one, Wanted(NEAR, 6, FIRST), TRAVEL) if gap.after.minutes > 3]
    last = max(place for gap in before for place in range(300) if gap.begins >> place & 1)
    assert last + 6 + drive == NINE + 30


def test_a_drive_takes_place_in_no_break():
    lunch = bits(NINE, 144) | bits(150, FIVE)
    drive = quanta_for(TRAVEL.minutes(FAR, NEAR))
    found = begins(route((138, 6, FAR), working=lunch), Wanted(NEAR, 6, FIRST))
    assert min(place for place in found if place > 138) == 150 + drive


def test_of_several_days_and_workers_each_is_proposed():
    routes = [route(number=number, on=DAY + timedelta(days=days)) for number in (1, 2) for days in (0, 1, 2)]
    found = best(routes, Wanted(NEAR, 12, FIRST), TRAVEL, 5)
    assert len(found) == 5
    assert len({one.on for one in found}) == 3
    assert len({one.worker_id for one in found}) == 2
    assert [one.extra_minutes for one in found] == sorted(one.extra_minutes for one in found)


def test_one_day_of_one_worker_still_gives_three():
    found = best([route()], Wanted(NEAR, 12, FIRST), TRAVEL, 5)
    assert len(found) == 3
    spans = sorted((one.quantum, one.quantum + one.quanta) for one in found)
    assert all(end <= begin for (_, end), (begin, _) in pairwise(spans))


def test_less_driving_comes_first_and_says_how_much():
    there = route((140, 6, NEAR), number=2)
    found = best([route(number=1), there], Wanted(NEAR, 6, FIRST), TRAVEL, 3)
    assert (found[0].worker, found[0].extra_minutes) == ("Werker 2", 0)
    assert {(one.worker, one.extra_minutes) for one in found} == {
        ("Werker 2", 0),
        ("Werker 1", 2 * TRAVEL.minutes(HOME, NEAR)),
    }


def test_two_visitors_at_once_or_not_at_all():
    wanted = Wanted(NEAR, 12, FIRST)
    (one, *_rest) = best([route(number=1), route((NINE, 60, HOME), number=2)], wanted, TRAVEL, 1, with_second=True)
    assert {one.worker, one.second_worker} == {"Werker 1", "Werker 2"}
    assert one.quantum - FIRST > NINE + 60
    full = route((NINE, FIVE - NINE, HOME), number=2)
    assert best([route(number=1), full], wanted, TRAVEL, 1, with_second=True) == ()
    only = best([route(number=1), route(number=2, may_lead=False)], wanted, TRAVEL, 3, with_second=True)
    assert {one.worker for one in only} == {"Werker 1"}


@given(st.integers(0, 2**60 - 1), st.integers(1, 12), st.data())
def test_a_promise_is_where_somebody_can_be(usable, quanta, data):
    places = [place for place in range(60) if usable >> place & bits(0, quanta) == bits(0, quanta)]
    if places:
        begin = data.draw(st.sampled_from(places))
        since, until = promise(usable, begin, quanta)
        assert since <= begin
        assert begin + quanta <= until
        assert until - since <= max(24, quanta + 6)
        assert usable & bits(since, until) == bits(since, until)


@given(
    st.lists(st.tuples(st.integers(0, 80), st.integers(1, 8), st.sampled_from([HOME, NEAR, FAR])), max_size=5),
    st.integers(1, 12),
    st.sampled_from([NEAR, FAR]),
)
def test_what_is_proposed_keeps_the_whole_day(wishes, quanta, point):
    """A day is built up by insertions alone; after each of them everybody is in time, and home."""
    day = route()
    for begin, length, where in [*wishes, (0, quanta, point)]:
        found = best([day], Wanted(where, length, FIRST + NINE + begin), TRAVEL, 1)
        if found:
            stops = [(one.quantum - FIRST, one.quanta, one.point) for one in day.stops]
            stops.append((found[0].quantum - FIRST, length, where))
            day = route(*sorted(stops))
    jobs = [Job(one.point, one.quanta, 0, 0, frozenset()) for one in day.stops]
    shift = Shift(
        day.worker_id, HOME, day.working, tuple(range(len(jobs))), tuple(one.quantum - FIRST for one in day.stops)
    )
    assert is_kept(shift, jobs, TRAVEL)


_STOPS = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 8), st.sampled_from([HOME, NEAR, FAR])), max_size=4)


def everywhere(one, wanted):
    """For each quantum of the day where the visit could begin, the least driving more: every quantum is tried."""
    points = [(0, one.start), *((end.quantum + end.quanta - one.first, end.point) for end in one.stops)]
    nexts = [*((stop.quantum - one.first, stop.point) for stop in one.stops), (300, one.start)]
    found = {}
    for begin in range(300 - wanted.quanta):
        for (since, here), (until, there) in zip(points, nexts, strict=True):
            end = begin + wanted.quanta
            there_by, away = TRAVEL.minutes(here, wanted.point), TRAVEL.minutes(wanted.point, there)
            at_work = [place for place in range(since, until) if one.working >> place & 1]
            if (
                one.first + begin >= wanted.earliest
                and set(range(begin, end)) <= set(at_work)
                and sum(place < begin for place in at_work) >= quanta_for(there_by)
                and sum(place >= end for place in at_work) >= quanta_for(away)
            ):
                more = there_by + away - (TRAVEL.minutes(here, there) if one.stops else 0)
                found[begin] = min(found.get(begin, more), more)
    return found


@given(st.lists(st.tuples(st.integers(0, 1), st.booleans(), _STOPS), max_size=5), st.integers(1, 30))
def test_a_pair_is_found_where_trying_all_pairs_finds_one(days, quanta):
    """The same first proposal, and at each single moment the same least driving, as of all pairs at all moments."""
    routes = []
    for number, (later, may_lead, wishes) in enumerate(days, 1):
        stops, since = [], NINE
        for gap, length, point in wishes:
            if since + gap + length <= FIVE:
                stops.append((since + gap, length, point))
                since += gap + length
        working = bits(NINE, 144) | bits(150, FIVE)
        for begin, length, _ in stops:
            working |= bits(begin, begin + length)
        on = DAY + timedelta(days=later)
        routes.append(route(*stops, working=working, number=number, on=on, may_lead=may_lead))
    wanted = Wanted(FAR, quanta, FIRST + NINE + 3)
    single = {one.worker_id: everywhere(one, wanted) for one in routes}
    pairs = [
        (lead.on, begin, single[lead.worker_id][begin] + single[other.worker_id][begin])
        for lead in routes
        for other in routes
        if lead.may_lead and lead.on == other.on and lead is not other
        for begin in single[lead.worker_id].keys() & single[other.worker_id].keys()
    ]
    first = best(routes, wanted, TRAVEL, 1, with_second=True)
    assert bool(first) is bool(pairs)
    if pairs:
        began = min(on for on, _, _ in pairs)
        assert first[0].extra_minutes + (first[0].on - began).days == min(
            more + (on - began).days for on, _, more in pairs
        )
    for on in {one.on for one in routes}:
        day = [one for one in routes if one.on == on]
        for begin in range(NINE, FIVE, 7):
            exact = replace(wanted, start=day[0].first + begin)
            least = min((more for there, at, more in pairs if (there, at) == (on, begin)), default=None)
            found = best(day, exact, TRAVEL, 1, with_second=True)
            assert [one.extra_minutes for one in found] == ([] if least is None else [least])
            assert all(one.quantum == exact.start for one in found)


def test_an_order_is_timed_as_early_as_promises_allow():
    jobs = [Job(NEAR, 6, 120, 160, frozenset({0})), Job(FAR, 6, 0, 300, frozenset({0}))]
    shift = Shift(UUID(int=1), HOME, bits(NINE, FIVE))
    first, second = timed(shift, (0, 1), jobs, TRAVEL)
    assert (first.start, second.start) == (120, 126 + quanta_for(TRAVEL.minutes(NEAR, FAR)))
    late = [Job(NEAR, 6, 100, 108, frozenset({0}))]
    assert timed(shift, (0,), late, TRAVEL) is None
    home_too_late = [Job(FAR, 6, FIVE - 7, FIVE - 6, frozenset({0}))]
    assert timed(shift, (0,), home_too_late, TRAVEL) is None


@pytest.mark.parametrize(
    ("day", "opens"),
    [
        (date(2026, 3, 29), datetime(2026, 3, 29, 6, 30, tzinfo=UTC)),  # the clock goes forward at two
        (date(2026, 10, 25), datetime(2026, 10, 25, 7, 30, tzinfo=UTC)),  # and back at three
        (date(2028, 2, 29), datetime(2028, 2, 29, 7, 30, tzinfo=UTC)),
        (date(2026, 12, 31), datetime(2026, 12, 31, 7, 30, tzinfo=UTC)),
    ],
)
def test_working_hours_are_by_the_clock_on_the_wall(day, opens):
    rule = WeeklyHours(UUID(int=1), day.weekday(), 510, 1020, date(2020, 1, 1))
    worker = Worker(UUID(int=1), "Anna", 1, frozenset(), (), HOME, hours=(rule,))
    first, mask = worker.staffed(day)
    low = (mask & -mask).bit_length() - 1
    assert instant_of(first + low) == opens
    assert mask.bit_count() == 102
    part = Wanted(HOME, 6, first, part=(12 * 60, 17 * 60))
    one = Route(worker.id, "Anna", day, first, mask, (), HOME)
    (gap,) = gaps(one, part, TRAVEL)
    assert instant_of(first + (gap.begins & -gap.begins).bit_length() - 1).astimezone(HERE).hour == 12


def test_a_worker_goes_to_postcodes_that_begin_like_their_areas():
    worker = Worker(UUID(int=1), "Anna", 1, frozenset(), ("8302", "8316"), HOME)
    assert worker.goes_to("8302 AB")
    assert worker.goes_to("")
    assert not worker.goes_to("8301AA")
