"""Days of a location: by the clock on the wall, in summer, in winter and on the days between."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcc_desktop.domain.calendar import Closure, Counter, Hours, Location, WeeklyHours, bits, every, ones, runs
from kcc_desktop.domain.free_time import PartOfDay, Wanted, offers
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.quanta import instant_of, quanta_for, quantum_at, quantum_on

HERE = ZoneInfo("Europe/Amsterdam")
LOCATION = Location(new_id(), "hal", "Gemeentehuis", "", HERE, 15)
ONE = Counter(new_id(), LOCATION.id, "1", 1, frozenset({"passport"}))
TWO = Counter(new_id(), LOCATION.id, "2", 2, frozenset())
ALWAYS = date(2020, 1, 1)
SUMMER, WINTER = date(2026, 3, 29), date(2026, 10, 25)  # the clock changes, both a Sunday


def every_day(owner, begin, end):
    return [WeeklyHours(owner, weekday, begin * 60, end * 60, ALWAYS) for weekday in range(7)]


def place(*closures, begin=9, end=17):
    hours = every_day(LOCATION.id, begin, end)
    staffing = [*every_day(ONE.id, begin, end), *every_day(TWO.id, begin + 3, end)]
    return Hours(LOCATION, (ONE, TWO), tuple(hours), tuple(staffing), closures)


def wall(quantum):
    return instant_of(quantum).astimezone(HERE).strftime("%H:%M")


def begins(hours, day, wanted, taken=None):
    return [wall(offer.quantum) for offer in offers(LOCATION, hours.day(day), taken or {}, wanted)]


@pytest.mark.parametrize(
    ("day", "quanta"), [(date(2026, 1, 5), 288), (SUMMER, 276), (WINTER, 300), (date(2028, 2, 29), 288)]
)
def test_a_day_has_as_many_quanta_as_it_has_hours(day, quanta):
    assert place().day(day).length == quanta


@pytest.mark.parametrize("day", [SUMMER, WINTER, date(2026, 7, 1), date(2026, 12, 31), date(2028, 2, 29)])
def test_the_office_opens_at_nine_by_the_clock_on_the_wall(day):
    found = begins(place(), day, Wanted(quanta_for(30), 0))
    assert (found[0], found[1], found[-1]) == ("09:00", "09:15", "16:30")


def test_an_office_that_is_open_while_the_clock_changes():
    assert len(begins(place(begin=0, end=4), WINTER, Wanted(quanta_for(60), 0))) == 5 * 4 - 3
    assert len(begins(place(begin=0, end=4), SUMMER, Wanted(quanta_for(60), 0))) == 3 * 4 - 3


def test_what_begins_before_closing_and_ends_after_it_is_not_offered():
    assert begins(place(), date(2026, 3, 4), Wanted(quanta_for(50), 0))[-1] == "16:00"


def test_a_skill_narrows_who_can_do_it():
    (day,) = place().days(date(2026, 3, 4), 1, frozenset({"passport"}))
    assert [counter for counter, _ in day.staffed] == [ONE]
    assert list(place().days(date(2026, 3, 4), 1, frozenset({"wedding"}))) == []


def test_the_least_busy_counter_stands_first():
    day = place().day(date(2026, 3, 4))
    noon = quantum_on(day.on, 12 * 60, HERE) - day.first
    taken = {ONE.id: bits(noon + 24, noon + 30)}
    (found, *_) = offers(LOCATION, day, taken, Wanted(3, day.first + noon))
    assert (wall(found.quantum), found.counters) == ("12:00", (TWO.id, ONE.id))


def test_parts_of_the_day_and_days_of_the_week():
    wednesday = date(2026, 3, 4)
    assert begins(place(), wednesday, Wanted(6, 0, PartOfDay.MORNING))[-1] == "11:45"
    assert begins(place(), wednesday, Wanted(6, 0, PartOfDay.AFTERNOON))[0] == "12:00"
    assert begins(place(), wednesday, Wanted(6, 0, PartOfDay.EVENING)) == []
    assert begins(place(), wednesday, Wanted(6, 0, weekdays=frozenset({0, 1}))) == []


def test_closures():
    wednesday = date(2026, 3, 4)
    whole = Closure(None, wednesday, wednesday, reason="Koningsdag")
    lunch = Closure(LOCATION.id, wednesday, wednesday, 12 * 60, 13 * 60)
    elsewhere = Closure(new_id(), wednesday, wednesday)
    assert place(whole).day(wednesday).staffed == ()
    assert place(whole).closed_because(wednesday) == "Koningsdag"
    assert place(lunch, elsewhere).closed_because(wednesday) is None
    found = begins(place(lunch, elsewhere), wednesday, Wanted(6, 0))
    assert [at for at in found if "11:30" <= at <= "13:00"] == ["11:30", "13:00"]


def test_rules_hold_from_a_day_until_a_day():
    rule = WeeklyHours(LOCATION.id, 2, 540, 1020, date(2026, 3, 4), date(2026, 3, 11))
    assert [rule.holds_on(date(2026, 3, day)) for day in (4, 5, 11, 18)] == [True, False, True, False]


@given(st.integers(0, 2**64), st.integers(1, 12))
def test_runs_are_where_so_many_follow_each_other(mask, need):
    wanted = [place for place in range(65) if all(mask >> (place + step) & 1 for step in range(need))]
    assert list(ones(runs(mask, need))) == wanted


@given(st.datetimes(datetime(1970, 1, 1), datetime(2100, 1, 1)))  # noqa: DTZ001 - made UTC below
def test_a_quantum_holds_its_instant(naive):
    instant = naive.replace(tzinfo=UTC)
    quantum = quantum_at(instant)
    assert instant_of(quantum) <= instant < instant_of(quantum + 1)


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(0, 287))
def test_the_wall_says_what_was_asked(day, number):
    minute = number * 5
    quantum = quantum_on(day, minute, HERE)
    shown = instant_of(quantum).astimezone(HERE)
    if not time(2) <= time(minute // 60, minute % 60) < time(3):  # skipped on one day a year
        assert (shown.date(), shown.hour * 60 + shown.minute) == (day, minute)


def test_bits_and_steps():
    assert list(ones(bits(2, 5))) == [2, 3, 4]
    assert bits(5, 2) == 0
    assert list(ones(every(3, 10))) == [0, 3, 6, 9]
    assert [quanta_for(minutes) for minutes in (1, 5, 6, 30)] == [1, 1, 2, 6]
