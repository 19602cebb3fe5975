"""When somebody calls back: working days, holidays, the local clock over summer and winter time."""

from datetime import UTC, date, datetime, time

import pytest

from kcc_desktop.domain.holidays import holidays_in
from kcc_desktop.domain.local_time import HERE
from kcc_desktop.domain.promises import OFFICE_WEEK, Holidays, callback_due


def here(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=HERE)


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-03-04 10:00", "2026-03-06 17:00"),  # Wednesday to Friday
        ("2026-03-06 16:59", "2026-03-10 17:00"),  # over a weekend
        ("2026-03-06 18:00", "2026-03-10 17:00"),  # after closing time is still that day
        ("2026-03-07 12:00", "2026-03-10 17:00"),  # a Saturday counts from Monday
        ("2026-04-02 10:00", "2026-04-08 17:00"),  # Good Friday, Easter Monday
        ("2026-04-24 10:00", "2026-04-29 17:00"),  # the King's birthday on a Monday
        ("2026-05-04 10:00", "2026-05-07 17:00"),  # the fifth of May, not a fifth year
        ("2027-05-04 10:00", "2027-05-10 17:00"),  # the fifth of May and Ascension Day, one after the other
        ("2026-12-24 10:00", "2026-12-29 17:00"),  # Christmas, Boxing Day on a Saturday
        ("2026-12-31 10:00", "2027-01-05 17:00"),  # New Year's Day
    ],
)
def test_the_second_working_day(now, due):
    assert callback_due(here(now)).astimezone(HERE) == here(due)


@pytest.mark.parametrize(
    ("now", "utc"),
    [
        ("2026-03-27 10:00", "2026-03-31 15:00"),  # summer time begins on Sunday 29 March
        ("2026-10-23 10:00", "2026-10-27 16:00"),  # and ends on Sunday 25 October
    ],
)
def test_the_promise_is_local_time_whatever_the_clocks_do(now, utc):
    due = callback_due(here(now))
    assert due == datetime.fromisoformat(utc).replace(tzinfo=UTC)
    assert due.tzinfo is UTC
    assert due.astimezone(HERE).time() == time(17)


def test_the_day_begins_by_the_local_clock():
    late = datetime(2026, 6, 30, 22, 30, tzinfo=UTC)  # half past midnight on Wednesday, here
    assert callback_due(late).astimezone(HERE).date() == date(2026, 7, 3)


def test_a_day_that_closes_earlier_ends_the_promise_earlier():
    half_friday = (*OFFICE_WEEK[:4], (time(8, 30), time(12)), None, None)
    assert callback_due(here("2026-03-04 10:00"), hours=half_friday).astimezone(HERE) == here("2026-03-06 12:00")


def test_an_evening_opening_does_not_stretch_the_promise():
    late_thursday = (*OFFICE_WEEK[:3], (time(8, 30), time(20)), *OFFICE_WEEK[4:])
    assert callback_due(here("2026-03-03 10:00"), hours=late_thursday).astimezone(HERE) == here("2026-03-05 17:00")


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-03-04 10:00", "2026-03-04 17:00"),
        ("2026-03-04 17:00", "2026-03-05 17:00"),
        ("2026-03-06 17:30", "2026-03-09 17:00"),
        ("2026-03-08 10:00", "2026-03-09 17:00"),
    ],
)
def test_today_is_promised_only_while_it_can_be_kept(now, due):
    assert callback_due(here(now), 0).astimezone(HERE) == here(due)


def test_the_office_has_closed_days_of_its_own():
    bridge = Holidays({date(2026, 5, 15)})  # the Friday after Ascension Day
    assert callback_due(here("2026-05-12 10:00"), holidays=bridge).astimezone(HERE) == here("2026-05-18 17:00")


def test_an_office_that_never_opens_promises_nothing():
    with pytest.raises(ValueError, match="no working day"):
        callback_due(here("2026-03-04 10:00"), hours=(None,) * 7)


@pytest.mark.parametrize("year", range(2025, 2036))
def test_the_fifth_of_may_is_a_holiday_each_year(year):
    assert date(year, 5, 5) in holidays_in(year)


def test_the_holidays_of_a_year():
    assert sorted(day.strftime("%d-%m") for day in holidays_in(2026)) == sorted(
        ["01-01", "03-04", "05-04", "06-04", "27-04", "05-05", "14-05", "24-05", "25-05", "25-12", "26-12"]
    )


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2013, 4, 30), "the Queen's birthday, until 2013"),
        (date(2014, 4, 26), "the King's, moved from the Sunday"),
        (date(2038, 4, 23), "Good Friday of the latest Easter but one in the calendar"),
        (date(2038, 4, 26), "its Monday"),
        (date(2008, 5, 1), "Ascension Day of an early Easter"),
        (date(2031, 4, 26), "the King's, moved again"),
    ],
)
def test_days_that_move(day, why):
    assert day in holidays_in(day.year), why
