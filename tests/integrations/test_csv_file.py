"""The CSV reader on what people's spreadsheets make, and on what nobody should."""

import contextlib
import csv
import io
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from kcc_desktop.domain.imports import BadFile, Unit
from kcc_desktop.integrations import file_text
from kcc_desktop.integrations.csv_file import Column, Line, parse_day, read_header, read_lines

COLUMNS = (Column("name", ("naam",), needed=True), Column("note", ("notitie",), limit=50_000, lines=True))


@pytest.fixture
def file(tmp_path):
    return tmp_path / "list.csv"


def cells(file, content, columns=COLUMNS):
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return [(line.number, line.cells) for line in read_lines(file, columns)]


def refused(file, content, columns=COLUMNS):
    with pytest.raises(BadFile) as error:
        cells(file, content, columns)
    assert error.value.unit is Unit.LINE or error.value.line == 0
    return error.value.line, error.value.reason


@pytest.mark.parametrize("sign", [";", ",", "\t"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_usual_form_is_read(file, sign, mark, end):
    text = end.join([f"Naam{sign}Notitie", f"Jan{sign}één", f"Eva{sign}", ""])
    assert cells(file, mark + text.encode()) == [
        (2, {"name": "Jan", "note": "één"}),
        (3, {"name": "Eva", "note": ""}),
    ]


def test_a_separator_in_the_data_does_not_decide(file):
    assert cells(file, 'naam,notitie\n"a;b;c;d","x"\n')[0][1] == {"name": "a;b;c;d", "note": "x"}


def test_lines_are_counted_as_an_editor_counts_them(file):
    text = 'sep=;\r\n\r\nnaam;notitie\r\nJan;"een\r\ntwee"\r\n\r\n;\r\nEva;x\r\n'
    assert cells(file, text) == [(4, {"name": "Jan", "note": "een\ntwee"}), (8, {"name": "Eva", "note": "x"})]
    assert refused(file, text + "Noor\r\n") == (9, "ragged")


def test_a_line_break_in_a_name_becomes_a_space(file):
    assert cells(file, 'naam;notitie\n"Jan\r\nde Vries";\n')[0][1]["name"] == "Jan de Vries"


@pytest.mark.parametrize(
    "text",
    [
        "=cmd|' /C calc'!A0",
        "@SUM(1+1)",
        "<script>alert(1)</script>",
        "'; DROP TABLE party; --",
        "👩‍👩‍👧 Zoë",
        "שלום עולם",
        "%s {0}",
    ],
)
def test_what_looks_like_something_else_is_text(file, text):
    assert cells(file, f'naam;notitie\n"{text}";"{text}"\n')[0][1] == {"name": text, "note": text}


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        (b"", 0, "empty"),
        (b"\xef\xbb\xbf \r\n\t\n", 0, "empty"),
        ("naam;notitie\nJan;x\n".encode("utf-16"), 0, "utf16"),
        ("naam;notitie\nJan;x\nAndré;y\n".encode("windows-1252"), 3, "encoding"),
        (b"PK\x03\x04 a workbook", 0, "workbook"),
        (b"naam;notitie\nJan;\x00\n", 2, "control_signs"),
        (b"naam;notitie\nJan;\x1b[2J\n", 2, "control_signs"),
        ("notitie\nx\n", 1, "columns_missing"),
        ("[{}]\n", 1, "columns_missing"),
        ("naam;notitie;leeftijd\nJan;x;8\n", 1, "columns_unknown"),
        ("naam;Naam\nJan;x\n", 1, "column_twice"),
        ("naam;notitie\nJan\n", 2, "ragged"),
        ("naam;notitie\nJan;x\nEva;y;z\n", 3, "ragged"),
        ('naam;notitie\nJan;"x"y\n', 2, "quotes"),
        ('naam;notitie\nJan;x\nEva;"y\n\n\n', 3, "quotes"),
        (f"naam;notitie\n{'J' * 201};x\n", 2, "too_long"),
        (f"naam;notitie\nJan;{'x' * 200_000}\n", 2, "too_long"),
    ],
)
def test_a_bad_file_is_refused_with_its_line(file, content, line, reason):
    assert refused(file, content) == (line, reason)


def test_a_refusal_names_the_columns_as_the_file_does(file):
    file.write_text("Naam;Leeftijd;Kleur\x9b31m\n", encoding="utf-8")
    with pytest.raises(BadFile) as error:
        list(read_lines(file, COLUMNS))
    assert error.value.detail == "“Leeftijd”, “Kleur?31m”"
    file.write_text(f"NAAM\n{'J' * 300}\n", encoding="utf-8")
    with pytest.raises(BadFile) as error:
        list(read_lines(file, COLUMNS))
    assert (error.value.name, error.value.detail) == ("NAAM", "200")


def test_a_spreadsheets_empty_columns_and_rows_are_passed_over(file):
    assert cells(file, "naam;notitie;;\nJan;x;;\n;;;\n") == [(2, {"name": "Jan", "note": "x"})]


def test_what_is_no_file_is_refused(tmp_path):
    for path, reason in ((tmp_path, "directory"), (tmp_path / "nowhere.csv", "not_found")):
        with pytest.raises(BadFile) as error:
            list(read_lines(path, COLUMNS))
        assert error.value.reason == reason


def test_a_file_may_be_large_but_not_without_end(file, monkeypatch):
    file.write_text("naam;notitie\n" + f"Jan;{'x' * 990}\n" * 50_000, encoding="utf-8")  # 50 MB
    before = time.process_time()
    assert sum(1 for _line in read_lines(file, COLUMNS)) == 50_000
    assert time.process_time() - before < 20  # about one second; a quadratic reader takes minutes
    monkeypatch.setattr(file_text, "LARGEST", 1_000_000)
    with pytest.raises(BadFile, match="too_big"):
        list(read_lines(file, COLUMNS))


def test_one_quote_that_nobody_closes_does_not_eat_a_large_file(file):
    file.write_text('naam;notitie\nJan;"' + "x;y\n" * 2_000_000, encoding="utf-8")
    with pytest.raises(BadFile) as error:
        list(read_lines(file, COLUMNS))
    assert error.value.line == 2


@pytest.mark.parametrize("text", ["2026-11-24", "20261124", "24-11-2026", "24/11/2026", "24.11.2026"])
def test_a_date_has_several_notations(text):
    assert parse_day(text).isoformat() == "2026-11-24"


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("31-02-2026", "day_range"),
        ("01-01-0001", "day_range"),
        ("24-11-26", "day_characters"),
        ("٢٤-١١-٢٠٢٦", "day_characters"),
    ],
)
def test_a_date_that_is_none_says_so(cell, reason):
    with pytest.raises(BadFile, match=reason):
        Line(7, {"day": cell}, {}).day("day")


any_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
kept_text = any_text.filter(lambda text: not file_text.UNFIT.search(text) and "\r" not in text)


@given(rows=st.lists(st.tuples(kept_text, kept_text), max_size=8), sign=st.sampled_from(";,\t"))
@example(rows=[('"', "\n"), (" ", "\u2028")], sign=";")
def test_what_a_csv_writer_wrote_is_what_is_read(tmp_path_factory, rows, sign):
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=sign, quoting=csv.QUOTE_ALL)
    writer.writerows([("naam", "notitie"), *rows])
    path = tmp_path_factory.getbasetemp() / "written.csv"
    path.write_text(written.getvalue(), encoding="utf-8", newline="")
    read = [(line["name"], line["note"]) for line in read_lines(path, COLUMNS)]
    names = [" ".join(name.splitlines()).strip() if "\n" in name else name.strip() for name, _note in rows]
    expected = [(name, note.strip()) for name, (_name, note) in zip(names, rows, strict=True)]
    assert read == [pair for pair in expected if any(pair)]


@given(
    content=st.one_of(
        st.binary(max_size=300), any_text.map(str.encode), st.text('naam;,"\n\r\t =', max_size=80).map(str.encode)
    )
)
def test_whatever_the_file_holds_it_is_read_or_refused(tmp_path_factory, content):
    path = tmp_path_factory.getbasetemp() / "whatever.csv"
    for start in (b"naam;notitie\n", b""):
        path.write_bytes(start + content)
        for read in (lambda: list(read_lines(path, COLUMNS)), lambda: read_header(path)):
            with contextlib.suppress(BadFile):  # anything else is a traceback on somebody's screen
                read()
