"""What is typed about somebody, in one notation or refused by its field; whatever it is, it can be kept."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.identifiers import parse_postcode
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.list_search import find_in
from kcc_desktop.domain.names import PersonName
from kcc_desktop.domain.notes import cut, line
from kcc_desktop.domain.party_commands import RegisterPerson
from kcc_desktop.domain.registering import fit_person, is_language


@pytest.mark.parametrize("text", ["8302 ZZ", "8302zz", " 8302  Zz ", "1000AA", "9999 WZ"])
def test_a_postcode_has_one_notation(text):
    kept = parse_postcode(text)
    assert (len(kept), kept[4], kept) == (7, " ", kept.upper())
    assert parse_postcode(kept) == kept


@pytest.mark.parametrize(
    "text", ["", "8302", "0302 ZZ", "8302 SA", "8302 SD", "8302 ss", "8302 Z1", "83O2 ZZ", "٨302 ZZ"]
)
def test_what_is_no_postcode(text):
    with pytest.raises(InvalidValue) as refused:
        parse_postcode(text)
    assert (refused.value.field, refused.value.reason) == ("postcode", "pattern")


@given(st.text(max_size=400), st.integers(min_value=1, max_value=200))
def test_a_line_is_one_line_or_refused(text, longest):
    kept = cut(text, longest)
    assert len(kept) <= longest
    assert not set(kept) & set("\n\r\t\0\x0b\x85")
    if len(cut(text, 400)) > longest:
        with pytest.raises(InvalidValue, match="field: too_long"):
            line(text, "field", longest)
    else:
        assert line(text, "field", longest) == kept == line(kept, "field", longest)


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_whatever_name_is_typed_is_kept_fit_or_refused(given_names, prefix, surname):
    command = RegisterPerson(new_id(), PersonName(given_names, prefix, surname))
    with suppress(InvalidValue):  # a prefix too long, or no name at all
        fitted = fit_person(command)
        assert fit_person(fitted) == fitted
        fitted.name.surname.encode("utf-8")


@given(st.text(max_size=40))
def test_a_language_is_three_letters(code):
    assert is_language(code) == (len(code) == 3 and all("a" <= letter <= "z" for letter in code))


@given(st.lists(st.text(max_size=30), max_size=12), st.text(max_size=30))
def test_a_list_is_searched_with_anything(things, text):
    found = find_in(things, text, 5, lambda thing: [thing])
    assert len(found) <= 5
    assert set(found) <= set(things)
