"""What is typed, read as the words of the index."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kcc_desktop.domain.asked import MOST_WORDS, readings
from kcc_desktop.domain.findable import (
    LONGEST,
    address_words,
    birth_words,
    mail_words,
    name_words,
    phone_words,
    secret_words,
)

TODAY = date(2026, 11, 24)


def forms(text):
    """The likeliest reading: each word's forms."""
    read = readings(text, TODAY)
    return [asked.forms for asked in read[0]] if read else []


@pytest.mark.parametrize(
    "typed",
    [
        "12-7-1987",
        "12-07-1987",
        "12/07/1987",
        "12.7.1987",
        "12 7 1987",
        "12/07/87",
        "12 juli 1987",
        "12 jul. 1987",
        "12 jul '87",
        "12juli1987",
        "1987-07-12",
    ],
)
def test_a_birth_date_in_any_notation_is_the_same_words(typed):
    assert forms(typed) == [("19870712", "12071987")]
    assert forms(f"de vries {typed}") == [("de",), ("vries",), ("19870712", "12071987")]


@pytest.mark.parametrize(
    ("typed", "begins"), [("12-7", "1207"), ("12-07-", "1207"), ("12-7-1", "12071"), ("12-7-198", "1207198")]
)
def test_a_date_that_is_being_typed_is_the_beginning_of_one(typed, begins):
    assert forms(typed) == [(begins,)]
    assert any(word.startswith(begins) for word in birth_words("19870712"))


def test_a_year_of_two_digits_may_go_on_as_four():
    assert forms("12-7-19") == [("20190712", "12072019", "120719")]


@pytest.mark.parametrize("typed", ["8302 XK 118", "8302xk 118", "8302XK118", " 8302  xk  118 "])
def test_postcode_and_number(typed):
    assert forms(typed) == [("8302xk",), ("118",)]


def test_four_digits_and_a_particle_may_be_no_postcode():
    likely, other = readings("8302 de vries", TODAY)
    assert [asked.forms[0] for asked in likely] == ["8302de", "vries"]
    assert [asked.forms[0] for asked in other] == ["8302", "de", "vries"]


@pytest.mark.parametrize(
    "typed",
    ["0612345678", "06-1234 5678", "06 12 34 56 78", "06/12345678", "(06) 12345678"],
)
def test_a_dutch_number_as_it_is_dialled_here(typed):
    ((number, *_),) = forms(typed)
    assert number == "0612345678"
    assert "0612345678" in phone_words("+31612345678")


@pytest.mark.parametrize("typed", ["+31612345678", "+31 6 1234 5678", "0031612345678", "+31 (0)6 12345678"])
def test_a_number_as_it_is_dialled_from_abroad(typed):
    assert forms(typed) == [("31612345678",)]
    assert "31612345678" in phone_words("+31612345678")


@pytest.mark.parametrize("typed", ["06-12", "06-1234", "06 12 34"])
def test_a_number_that_is_being_typed_is_the_beginning_of_one(typed):
    assert "0612345678".startswith(forms(typed)[0][0])


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("999990019", "999990019"),
        ("9999 90 019", "999990019"),
        ("999.990.019", "999990019"),
        ("9000 4471", "90004471"),
        ("0000 1234 5678", "000012345678"),
    ],
)
def test_a_number_grouped_in_any_way_is_one(typed, number):
    ((found, *secret),) = forms(typed)
    assert found == number
    # As long as a BSN it is looked for as one too, which is found in full only, and as a phone number without its zero.
    assert secret == ([*secret_words(number), f"0{number}"] if len(number) == 9 else [])


def test_a_mail_address_is_one_word_and_its_parts_are_in_the_index():
    assert forms("vries F.deVries@Voorbeeld.example") == [("vries",), ("f.devries@voorbeeld.example",)]
    assert mail_words("F.deVries@voorbeeld.example") == ["f.devries@voorbeeld.example", "devries", "voorbeeld"]


@pytest.mark.parametrize(
    ("typed", "found"),
    [("118a", "118a"), ("12julianastraat", "12"), ("VRÍES", "vries"), ("шевч", "шевч"), ("Ørsted", "orsted")],
)
def test_words_are_folded(typed, found):
    assert forms(typed)[0] == (found,)


def test_a_family_name_is_found_with_its_particles_apart_joined_and_short():
    assert set(name_words("van der", "Berg")) == {"van", "der", "berg", "vanderberg", "vd", "vdberg"}
    assert set(name_words("", "O'Brien")) == {"o", "brien", "obrien"}
    assert set(name_words("'t", "Hart")) == {"t", "hart", "thart"}


def test_an_incomplete_birth_date_is_found_by_its_year():
    assert birth_words("19500000") == ["19500000"]
    assert birth_words("00000000") == birth_words("") == []


def test_an_address_is_found_by_number_with_and_without_letter():
    assert address_words("Lange Dreef", 118, "A", "8302 XK", "Emmeloord") == [
        "lange",
        "dreef",
        "emmeloord",
        "8302xk",
        "118",
        "118a",
    ]


@example("+00")
@given(st.text(max_size=600))
def test_anything_typed_is_read(text):
    for reading in readings(text, TODAY):
        assert 0 < len(reading) <= MOST_WORDS
        assert all(0 < len(form) <= LONGEST for asked in reading for form in asked.forms)


@given(st.text(alphabet="0123456789 -/.+()", max_size=60))
def test_any_digits_are_read_and_none_is_lost(text):
    digits = {sign for sign in text if sign.isdigit()}
    read = readings(text, TODAY)
    if digits and len(text.split()) < MOST_WORDS:
        assert read
