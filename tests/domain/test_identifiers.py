import contextlib
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcc_desktop.domain.dates import PartialDate
from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.identifiers import masked_bsn, parse_bsn, parse_kvk_number, valid_bsns
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.phone import is_anonymous, parse_email, parse_phone

# Computed by the rule of facts, municipal domain 5.1.
TEST_BSNS = ["999990007", "999990019", "999990020", "999990032", "999990044"]


def test_invented_numbers_pass_the_test():
    numbers = valid_bsns(999_990_000)
    assert [next(numbers) for _ in TEST_BSNS] == TEST_BSNS


def test_one_wrong_digit_shows():
    for place in range(9):
        digits = list(TEST_BSNS[1])
        digits[place] = str((int(digits[place]) + 1) % 10)
        with pytest.raises(InvalidValue, match="checksum"):
            parse_bsn("".join(digits))


@pytest.mark.parametrize(
    ("text", "reason"), [("12", "length"), ("99999001x", "characters"), ("٩٩٩٩٩٠٠١٩", "characters")]
)
def test_a_bsn_says_what_is_wrong(text, reason):
    with pytest.raises(InvalidValue) as refused:
        parse_bsn(text)
    assert refused.value.reason == reason


def test_a_bsn_may_have_signs_and_lack_its_zero():
    assert parse_bsn("9999.90.019") == "999990019"
    assert masked_bsn("999990019") == "••••• 0019"


@given(st.text())
def test_whatever_is_typed_gives_nine_digits_or_a_refusal(text):
    with contextlib.suppress(InvalidValue):
        assert re.fullmatch("[0-9]{9}", parse_bsn(text))
    with contextlib.suppress(InvalidValue):
        assert re.fullmatch("[0-9]{8}", parse_kvk_number(text))
    with contextlib.suppress(InvalidValue):
        assert parse_email(text).count("@") == 1


# Measured with phonenumbers for region NL (facts, contact centre 1a).
@pytest.mark.parametrize(
    ("typed", "e164"),
    [
        ("0612345678", "+31612345678"),
        ("06-12345678", "+31612345678"),
        ("06-1234 5678", "+31612345678"),
        ("0031612345678", "+31612345678"),
        ("(030) 286 00 00", "+31302860000"),
        ("14 030", "+3114030"),
        ("0800-1234", "+318001234"),
        ("sip:0612345678@pbx", "+31612345678"),
    ],
)
def test_a_phone_number_in_any_notation(typed, e164):
    assert parse_phone(typed) == e164


@pytest.mark.parametrize("text", ["anonymous", "", " Anoniem ", "sip:anonymous@anonymous.invalid"])
def test_no_number_is_told_as_such(text):
    assert is_anonymous(text)


@pytest.mark.parametrize("text", ["19500000", "00000000", "19870712", "19870700"])
def test_incomplete_dates_come_back_as_they_are(text):
    assert PartialDate.from_text(text).to_text() == text


@pytest.mark.parametrize("text", ["19871301", "19870230", "1987", "abcdefgh"])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(InvalidValue):
        PartialDate.from_text(text)


def test_ids_grow_with_time_and_say_what_they_are():
    first, second = new_id(), new_id()
    assert first != second
    assert (first.version, first.variant) == (7, "specified in RFC 4122")
