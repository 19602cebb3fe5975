"""Dates, times, numbers and phone numbers as people here read them, in both languages, through both clock changes."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kcc_desktop.domain.dates import PartialDate
from kcc_desktop.ui.shared import formatting
from kcc_desktop.ui.shared.translation import use_language

WEDNESDAY = date(2026, 3, 4)
NOW = datetime(2026, 3, 4, 9, 42, 7, tzinfo=UTC)


@pytest.fixture
def english(look):
    use_language(look, "en")


@pytest.mark.parametrize(
    ("instant", "shown"),
    [
        (datetime(2026, 3, 4, 9, 2, tzinfo=UTC), "10:02"),
        (datetime(2026, 7, 4, 9, 2, tzinfo=UTC), "11:02"),
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), "01:59"),  # the clock goes forward
        (datetime(2026, 3, 29, 1, 0, tzinfo=UTC), "03:00"),
        (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), "02:30"),  # the clock goes back: this half hour comes twice
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "02:30"),
        (datetime(2026, 10, 25, 2, 30, tzinfo=UTC), "03:30"),
        (datetime(2026, 3, 4, 4, 2, tzinfo=timezone(timedelta(hours=-5))), "10:02"),
    ],
)
def test_times_are_by_the_clock_of_the_municipality(instant, shown):
    assert formatting.time(instant) == shown


def test_seconds_are_shown_where_something_was_kept():
    assert formatting.time(NOW, seconds=True) == "10:42:07"


def test_an_instant_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="without a zone"):
        formatting.time(datetime(2026, 3, 4, 10, 2))  # noqa: DTZ001


def test_a_day_has_its_year_only_when_it_is_another():
    assert formatting.day(WEDNESDAY, WEDNESDAY) == "wo 4 mrt"
    assert formatting.day(date(2025, 12, 31), WEDNESDAY) == "wo 31 dec 2025"
    assert formatting.long_day(date(2026, 3, 5), WEDNESDAY) == "donderdag 5 maart"
    assert formatting.full_date(date(1987, 7, 12)) == "12-07-1987"


def test_an_instant_just_before_utc_midnight_is_the_next_day_here():
    assert formatting.day(datetime(2026, 3, 3, 23, 30, tzinfo=UTC), WEDNESDAY) == "wo 4 mrt"
    assert formatting.day(datetime(2026, 7, 3, 22, 30, tzinfo=UTC), WEDNESDAY) == "za 4 jul"


def test_english_days(english):
    assert formatting.day(WEDNESDAY, WEDNESDAY) == "Wed 4 Mar"
    assert formatting.long_day(date(2025, 3, 5), WEDNESDAY) == "Wednesday 5 March 2025"
    assert formatting.count(12345) == "12,345"


@pytest.mark.parametrize(
    ("day", "heading"),
    [
        (date(2026, 3, 9), ("Komt nog", "")),
        (date(2026, 3, 5), ("Morgen", "do 5 mrt")),
        (date(2026, 3, 4), ("Vandaag", "wo 4 mrt")),
        (date(2026, 3, 3), ("Gisteren", "di 3 mrt")),
        (date(2026, 3, 2), ("Maandag", "ma 2 mrt")),
        (date(2026, 3, 1), ("Vorige week", "23 februari – 1 maart")),
        (date(2026, 2, 23), ("Vorige week", "23 februari – 1 maart")),
        (date(2026, 2, 22), ("Februari", "2026")),
        (date(2025, 12, 31), ("December", "2025")),
    ],
)
def test_days_are_grouped_the_way_one_remembers(day, heading):
    assert formatting.day_heading(day, WEDNESDAY) == heading


def test_on_a_monday_yesterday_is_not_last_week():
    monday = date(2026, 3, 16)
    assert formatting.day_heading(date(2026, 3, 15), monday)[0] == "Gisteren"
    assert formatting.day_heading(date(2026, 3, 14), monday) == ("Vorige week", "9 – 15 maart")


@given(st.integers(-30, 800), st.integers(0, 3000))
@settings(max_examples=200, deadline=None)
def test_headings_never_go_back_and_forth(qapp, offset, start):
    today = date(2024, 1, 1) + timedelta(days=start)
    day_by_day = [formatting.day_heading(today - timedelta(days=offset + at), today) for at in range(60)]
    seen = []
    for heading in day_by_day:
        if not seen or seen[-1] != heading:
            assert heading not in seen
            seen.append(heading)


@pytest.mark.parametrize(
    ("ago", "shown"),
    [
        (timedelta(seconds=20), "zojuist"),
        (timedelta(minutes=1), "1 minuut geleden"),
        (timedelta(minutes=59, seconds=59), "59 minuten geleden"),
        (timedelta(hours=1), "09:42"),
        (timedelta(days=1), "di 3 mrt 10:42"),
        (timedelta(minutes=-5), "over 5 minuten"),
    ],
)
def test_words_for_when_only_under_an_hour(ago, shown):
    assert formatting.relative(NOW - ago, NOW) == shown


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0, "00:00"), (134, "02:14"), (134.9, "02:14"), (3600, "1:00:00"), (36_134, "10:02:14"), (-5, "00:00")],
)
def test_a_timer_counts_minutes_and_then_hours(seconds, shown):
    assert formatting.timer(seconds) == shown


def test_a_promise_can_be_read_out():
    due = datetime(2026, 3, 5, 16, 0, tzinfo=UTC)
    assert formatting.promise_moment(due, WEDNESDAY) == "donderdag 5 maart vóór 17:00 uur"
    after_the_change = datetime(2026, 3, 30, 15, 0, tzinfo=UTC)
    assert formatting.promise_moment(after_the_change, WEDNESDAY) == "maandag 30 maart vóór 17:00 uur"
    assert formatting.promise_moment(due.replace(year=2027), WEDNESDAY) == "vrijdag 5 maart 2027 vóór 17:00 uur"


def test_a_promise_in_english(english):
    due = datetime(2026, 3, 5, 16, 0, tzinfo=UTC)
    assert formatting.promise_moment(due, WEDNESDAY) == "Thursday 5 March before 17:00"


@pytest.mark.parametrize(
    ("e164", "shown"),
    [
        ("+31612345678", "06-12 34 56 78"),
        ("+31527123456", "0527-12 34 56"),
        ("+31201234567", "020-123 45 67"),
        ("+31881234567", "088-123 45 67"),
        ("+31481123456", "0481-12 34 56"),
        ("+31111123456", "0111-12 34 56"),
        ("+318001234", "0800-1234"),
        ("+319001234", "0900-1234"),
        ("+318001234567", "0800-1 23 45 67"),
        ("+31140527", "14 0527"),
        ("+49301234567", "+49 30 1234567"),
        ("+3221234567", "+32 2 123 45 67"),
        ("+31123", "+31 123"),
        ("anoniem", "anoniem"),
        ("", ""),
        ("+999", "+999"),
    ],
)
def test_phone_numbers_in_the_notation_of_here(e164, shown):
    assert formatting.phone(e164) == shown


@given(st.from_regex(r"\A\+31[1-9][0-9]{2,10}\Z"))
@settings(max_examples=200, deadline=None)
def test_no_digit_of_a_number_is_lost(e164):
    digits = "".join(c for c in formatting.phone(e164) if c.isdigit())
    assert digits in (e164[1:], f"0{e164[3:]}", e164[3:])


@pytest.mark.parametrize(
    ("text", "shown", "age"),
    [
        ("19870712", "12-07-1987", "38 jaar"),
        ("20250304", "04-03-2025", "1 jaar"),
        ("19870700", "07-1987", ""),
        ("19500000", "1950", ""),
        ("00000000", "onbekend", ""),
        ("20270101", "01-01-2027", ""),
    ],
)
def test_what_is_unknown_of_a_birth_date_stays_unknown(text, shown, age):
    born = PartialDate.from_text(text)
    assert (formatting.partial_date(born), formatting.age(born, WEDNESDAY)) == (shown, age)
    assert formatting.birth(born, WEDNESDAY) == (f"{shown} ({age})" if age else shown)


def test_nobody_knows_a_date_that_is_not_there():
    assert (formatting.partial_date(None), formatting.age(None, WEDNESDAY)) == ("onbekend", "")


def test_counts_are_grouped():
    assert [formatting.count(n) for n in (0, 999, 1234, 1_000_000)] == ["0", "999", "1.234", "1.000.000"]
