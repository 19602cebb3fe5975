"""Reads a CSV whose header is documented: comma, semicolon or tab, each cell checked, each refusal with its line.

Lines are counted as a text editor counts them: the header is line 1, and a cell with line breaks in
it counts for as many lines as it has; a row is named by the line it starts on. Quotes are doubled
inside quoted cells (RFC 4180). What looks like a formula, HTML or SQL is text like any other.
"""

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NoReturn, TypeVar

from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.imports import BadFile, Unit
from kcc_desktop.domain.list_fields import Unfit, day_in
from kcc_desktop.integrations.file_text import read_text

_DELIMITERS = (";", ",", "\t")
_EXCEL_HINT = re.compile(r"sep=(.)\s*")
_TEXT_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a documented header. `also` is its Dutch name or another; `limit` is in characters."""

    name: str
    also: tuple[str, ...] = ()
    needed: bool = False
    limit: int = 200
    lines: bool = False  # whether a cell keeps its line breaks


@dataclass(frozen=True, slots=True)
class Line:
    """One row: the line it starts on and its cells by column; a column the file lacks is an empty cell.

    `headers` are the columns' names as they stand in the file: a refusal speaks of those.
    """

    number: int
    cells: dict[str, str]
    headers: dict[str, str]

    def __getitem__(self, name: str) -> str:
        return self.cells.get(name, "")

    def given(self, name: str) -> str | None:
        """The cell, None when the file has no such column."""
        return self.cells.get(name)

    def needed(self, name: str) -> str:
        """The cell. Refuses an empty one."""
        return self[name] or self.refuse("required", name)

    def parsed(self, name: str, parse: Callable[[str], T], empty: T) -> T:
        """The cell through a parser that refuses with InvalidValue; `empty` for an empty cell."""
        if not self[name]:
            return empty
        try:
            return parse(self[name])
        except InvalidValue as error:
            self.refuse(f"{error.field}_{error.reason}", name)

    def day(self, name: str) -> date | None:
        """A date as 2026-11-24, 20261124 or 24-11-2026; None when empty."""
        return self.parsed(name, parse_day, None)

    def choice(self, name: str, words: dict[str, T]) -> T:
        """What `words` has for the cell, in any case. Refuses other words and names those that would be right."""
        word = self[name].casefold()
        return words[word] if word in words else self.refuse("choice", name, ", ".join(words))

    def refuse(self, reason: str, name: str = "", detail: str = "") -> NoReturn:
        raise BadFile(self.number, reason, self.headers.get(name, name), detail, Unit.LINE)


def parse_day(text: str) -> date:
    """Refuses with InvalidValue("day", "characters" | "range")."""
    try:
        return day_in(text)
    except Unfit as unfit:
        raise InvalidValue("day", unfit.reason.removeprefix("day_")) from unfit


def read_header(file: Path) -> tuple[str, ...]:
    """The column names as they stand in the file, to tell one documented header from another."""
    rows = _rows(read_text(file), _delimiter)
    return tuple(cell.strip() for cell in next(rows)[1])


def read_lines(
    file: Path,
    columns: tuple[Column, ...],
    *,
    others_allowed: bool = False,
    windows_allowed: bool = False,
    refused: Callable[[BadFile], None] | None = None,
) -> Iterator[Line]:
    """Each row with its cells, blank rows left out. With `refused`, a row that is wrong goes there, and the next comes.

    Refuses with BadFile: what `read_text` refuses, columns_missing, columns_unknown (unless
    `others_allowed`), column_twice, ragged, quotes, too_long; all with the line.
    """
    rows = _rows(read_text(file, windows_allowed=windows_allowed), lambda line: _delimiter(line, columns))
    number, header = next(rows)
    places = _places(number, header, columns, others_allowed)
    headers = {column.name: header[place].strip() for place, column in places}
    for number, row in rows:
        if not any(cell.strip() for cell in row):
            continue
        try:
            line = _line(number, row, len(header), places, headers)
        except BadFile as bad:
            if refused is None:
                raise
            refused(bad)
        else:
            yield line


def _line(number: int, row: list[str], many: int, places: list[tuple[int, Column]], headers: dict[str, str]) -> Line:
    if len(row) < many or any(cell.strip() for cell in row[many:]):
        raise BadFile(number, "ragged", "", f"{len(row)}, {many}", Unit.LINE)
    line = Line(number, {column.name: _cell(row[place], column) for place, column in places}, headers)
    for _place, column in places:
        if len(line[column.name]) > column.limit:
            line.refuse("too_long", column.name, str(column.limit))
    return line


def _cell(text: str, column: Column) -> str:
    if column.lines:
        return text.strip().replace("\r\n", "\n").replace("\r", "\n")
    return " ".join(text.splitlines()).strip() if "\n" in text or "\r" in text else text.strip()


def _rows(text: str, delimiter: Callable[[str], str]) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not empty with the line it starts on; the first one is the header."""
    lines = (found[0] for found in _TEXT_LINE.finditer(text))
    skipped, first = 0, ""
    for first in lines:
        hint = _EXCEL_HINT.fullmatch(first)
        if first.strip() and hint is None:
            break
        skipped += 1
    reader = csv.reader(_with_first(first, lines), delimiter=delimiter(first), strict=True)
    while True:
        number = skipped + reader.line_num + 1
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            long = "field limit" in str(error)
            limit = str(csv.field_size_limit())
            raise BadFile(number, "too_long" if long else "quotes", "", limit, Unit.LINE) from error
        if row:
            yield number, row


def _with_first(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest


def _delimiter(header: str, columns: tuple[Column, ...] = ()) -> str:
    """The sign that makes most known columns of the header, else most columns."""
    known = {name for column in columns for name in _names(column)}

    def worth(sign: str) -> tuple[int, int]:
        cells = [_bare(cell) for cell in header.split(sign)]
        return sum(cell in known for cell in cells), len(cells)

    return max(_DELIMITERS, key=worth)


def _places(
    number: int, header: list[str], columns: tuple[Column, ...], others_allowed: bool
) -> list[tuple[int, Column]]:
    named = {name: column for column in columns for name in _names(column)}
    while header and not header[-1].strip():
        header.pop()  # a spreadsheet leaves empty columns behind
    places: list[tuple[int, Column]] = []
    unknown = []
    for place, cell in enumerate(header):
        column = named.get(_bare(cell))
        if column is None:
            unknown.append(cell.strip())
        elif any(column is other for _place, other in places):
            raise BadFile(number, "column_twice", cell.strip(), unit=Unit.LINE)
        else:
            places.append((place, column))
    missing = [
        " / ".join((column.name, *column.also[:1]))
        for column in columns
        if column.needed and all(column is not one for _place, one in places)
    ]
    if missing:
        raise BadFile(number, "columns_missing", detail=", ".join(missing), unit=Unit.LINE)
    if unknown and not others_allowed:
        detail = ", ".join(_shown(name) for name in unknown[:5])
        raise BadFile(number, "columns_unknown", detail=detail, unit=Unit.LINE)
    return places


def _names(column: Column) -> set[str]:
    return {_bare(name) for name in (column.name, *column.also)}


def _bare(text: str) -> str:
    """A header as it is compared: case, quotes, spaces, underscores and dashes make no difference."""
    return re.sub(r"[\s_\-\"']+", "", text).casefold()


def _shown(name: str) -> str:
    """A stranger's column name, short and without signs that steer a terminal."""
    printable = "".join(sign if sign.isprintable() else "?" for sign in name)
    return f"“{printable[:40]}”"
