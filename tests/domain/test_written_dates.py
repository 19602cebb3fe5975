"""Birth dates in the notations people use."""

import contextlib
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcc_desktop.domain.dates import PartialDate
from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.written_dates import parse_birth_date, parse_day

TODAY = date(2026, 3, 4)
WHOLE = PartialDate(1987, 7, 12)


@pytest.mark.parametrize(
    "text",
    [
        "12-07-1987",
        "12-7-1987",
        "12/7/87",
        "12.07.1987",
        "12 07 1987",
        "12071987",
        "19870712",
        "1987-07-12",
        "12 juli 1987",
        "12 JUL 1987",
        "12juli1987",
        "July 12, 1987",
        " 12 - 07 - 1987 ",
        "１２-07-1987",
    ],
)
def test_one_day_in_any_notation(text):
    assert parse_birth_date(text, TODAY) == WHOLE


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("1950", PartialDate(1950, None, None)),
        ("07-1950", PartialDate(1950, 7, None)),
        ("juli 1950", PartialDate(1950, 7, None)),
        ("1950-07", PartialDate(1950, 7, None)),
        ("20-12-2012", PartialDate(2012, 12, 20)),
        ("20122012", PartialDate(2012, 12, 20)),
        ("1-1-26", PartialDate(2026, 1, 1)),
        ("1-1-27", PartialDate(1927, 1, 1)),
        ("4-3-26", PartialDate(2026, 3, 4)),
        ("5-3-26", PartialDate(1926, 3, 5)),
        ("april 26", PartialDate(1926, 4, None)),
        ("00-05-1980", PartialDate(1980, 5, None)),
        ("00-00-1980", PartialDate(1980, None, None)),
        ("19500000", PartialDate(1950, None, None)),
        ("19500700", PartialDate(1950, 7, None)),
        ("1950-07-00", PartialDate(1950, 7, None)),
    ],
)
def test_a_part_stays_a_part_and_a_short_year_is_never_to_come(text, born):
    assert parse_birth_date(text, TODAY) == born


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "characters"),
        ("vorig jaar", "characters"),
        ("12-13-1987", "range"),
        ("30-02-1987", "range"),
        ("1-1-1", "range"),
        ("12-00-1987", "range"),
        ("00000000", "range"),
        ("05-03-2026", "future"),
        ("2027", "future"),
        ("1-2-3-4", "characters"),
    ],
)
def test_what_is_no_birth_date_is_refused_with_a_reason(text, reason):
    with pytest.raises(InvalidValue) as refused:
        parse_birth_date(text, TODAY)
    assert (refused.value.field, refused.value.reason) == ("birth_date", reason)


@given(st.text(max_size=20))
def test_any_text_is_a_date_or_refused(text):
    with contextlib.suppress(InvalidValue):
        assert parse_birth_date(text, TODAY).to_text()


@given(st.dates(min_value=date(1900, 1, 1), max_value=TODAY))
def test_every_day_is_read_back(day):
    assert parse_birth_date(day.strftime("%d-%m-%Y"), TODAY) == PartialDate(day.year, day.month, day.day)


@pytest.mark.parametrize("text", ["31-12-2027", "31-12-27", "31 december 2027", "31122027", "2027-12-31"])
def test_a_day_may_be_to_come(text):
    assert parse_day(text, TODAY) == date(2027, 12, 31)


@pytest.mark.parametrize(("text", "reason"), [("2027", "characters"), ("31-11-2027", "range"), ("", "characters")])
def test_what_is_no_whole_day_is_refused(text, reason):
    with pytest.raises(InvalidValue) as refused:
        parse_day(text, TODAY)
    assert (refused.value.field, refused.value.reason) == ("day", reason)
