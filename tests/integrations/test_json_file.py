"""The JSON reader: record by record, each field of its kind, nothing that a database cannot keep."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kcc_desktop.domain.imports import BadFile, Unit
from kcc_desktop.integrations.json_file import Fields, WrongField, read_records


@pytest.fixture
def file(tmp_path):
    return tmp_path / "list.json"


def records(file, content):
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return [(number, fields.values) for number, fields in read_records(file)]


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_list_or_one_object_is_read(file, mark):
    assert records(file, mark + ' [ {"a": 1} , {"b": null} ] \n') == [(1, {"a": 1}), (2, {"b": None})]
    assert records(file, mark + '{"a": 1}') == [(1, {"a": 1})]
    assert records(file, "[]") == []


@pytest.mark.parametrize(
    ("content", "line", "unit", "reason"),
    [
        (b"", 0, Unit.RECORD, "empty"),
        (b'[{"a": "\xe9"}]', 1, Unit.LINE, "encoding"),
        ('[{"a": 1}]'.encode("utf-16"), 0, Unit.RECORD, "utf16"),
        (b'[{"a": "\x00"}]', 1, Unit.LINE, "control_signs"),
        ('[{"a": 1},\n{"b": }]', 2, Unit.LINE, "no_json"),
        ('[{"a": 1}\n{"b": 1}]', 2, Unit.LINE, "no_json"),
        ('[{"a": 1},]', 1, Unit.LINE, "no_json"),
        ('[{"a": 1}\n\n', 3, Unit.LINE, "no_json"),
        ('[{"a": 1}]\nx', 2, Unit.LINE, "no_json"),
        ('[{"a": NaN}]', 1, Unit.LINE, "no_json"),
        (f'[{{"a": {"9" * 5000}}}]', 1, Unit.LINE, "no_json"),
        ("nonsense", 1, Unit.LINE, "no_json"),
        ('"text"', 0, Unit.RECORD, "no_records"),
        ("[1]", 0, Unit.RECORD, "no_records"),
        ('[{"a": 1}, ["b"]]', 0, Unit.RECORD, "no_records"),
        ('[{}, {"a": ' + "[" * 100_000 + "]" * 100_000 + "}]", 2, Unit.RECORD, "too_deep"),
        ('{"a":' * 100_000 + "1" + "}" * 100_000, 1, Unit.RECORD, "too_deep"),
    ],
)
def test_a_bad_file_is_refused_with_its_place(file, content, line, unit, reason):
    with pytest.raises(BadFile) as refused:
        records(file, content)
    assert (refused.value.line, refused.value.unit, refused.value.reason) == (line, unit, reason)


@pytest.mark.parametrize(
    ("value", "reason"),
    [
        (5, "no_text"),
        (["x"], "no_text"),
        ("x" * 11, "too_long"),
        ("\x00", "control_signs"),
        ("\ud800", "control_signs"),
    ],
)
def test_text_is_text_that_can_be_kept(value, reason):
    with pytest.raises(WrongField) as refused:
        Fields({"b": {"a": value}}).group("b").text("a", 10)
    assert (refused.value.name, refused.value.reason) == ("b.a", reason)


def test_text_stands_on_one_line():
    fields = Fields({"a": "one\ntwo\u2028three", "b": None})
    assert (fields.text("a", 20), fields.text("b", 20), fields.text("c", 20)) == ("one two three", "", "")


@pytest.mark.parametrize("value", [True, -1, 1.5, 100, "100", "x", "٣", "9" * 30, [1]])
def test_a_number_is_a_whole_number_within_bounds(value):
    with pytest.raises(WrongField, match="no_number"):
        Fields({"a": value}).number("a", 99)
    assert [Fields({"a": good}).number("a", 99) for good in (7, "7", "", None)] == [7, 7, None, None]


def test_a_group_is_an_object_and_groups_are_a_list_of_them():
    for name, value in (("group", "x"), ("groups", {"a": 1}), ("groups", [{}, 1])):
        with pytest.raises(WrongField, match="no_group"):
            getattr(Fields({"a": value}), name)("a")
    assert Fields({}).group("a").values == {}
    assert Fields({"a": None}).groups("a") == []


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=12,
)


@given(st.lists(st.dictionaries(st.text(max_size=5), json_values, max_size=4), max_size=4), st.sampled_from([None, 1]))
def test_what_json_wrote_is_what_is_read(tmp_path_factory, written, indent):
    path = tmp_path_factory.getbasetemp() / "written.json"
    path.write_text(json.dumps(written, indent=indent), encoding="utf-8")
    assert [fields.values for _number, fields in read_records(path)] == written
