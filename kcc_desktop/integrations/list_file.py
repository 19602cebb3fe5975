"""Reads a town's own lists from a CSV: comma, semicolon or tab, UTF-8 or Windows-1252, Dutch or English headings.

The columns are the fields of `domain/list_kinds.py`: the English name, or the Dutch one. A row that is wrong is named
and left out; a header that is wrong refuses the file. Small ones: tests/integrations/examples/lists/.
"""

from pathlib import Path

from kcc_desktop.domain.imports import BadFile
from kcc_desktop.domain.list_fields import CellKind, ListField
from kcc_desktop.domain.list_kinds import FIELDS
from kcc_desktop.domain.lists import CellProblem, ListKind, ListLine, RefusedLine
from kcc_desktop.integrations.csv_file import Column, read_lines

_MANY_LINES = (CellKind.LINES, CellKind.LETTER)


def read_list(file: Path, kind: ListKind) -> tuple[list[ListLine], list[RefusedLine]]:
    """The rows in the file's order, and those that are no rows. Refuses the whole file with BadFile."""
    refused: list[RefusedLine] = []

    def refuse(bad: BadFile) -> None:
        refused.append(RefusedLine(bad.line, CellProblem(bad.name, bad.reason, bad.detail)))

    lines = [
        ListLine(line.number, line.cells, line.headers)
        for line in read_lines(file, columns(kind), windows_allowed=True, refused=refuse)
    ]
    return lines, refused


def columns(kind: ListKind) -> tuple[Column, ...]:
    return tuple(_column(field) for field in FIELDS[kind])


def _column(field: ListField) -> Column:
    return Column(
        field.name,
        field.also,
        needed=field.needed and field.of_key and not field.empty,
        limit=field.limit,
        lines=field.kind in _MANY_LINES,
    )
