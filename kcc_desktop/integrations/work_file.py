"""Reads work that another system hands over from a CSV: forms, messages, what is still to follow after a talk.

Columns (Dutch names in brackets), all of them may be left out but the first five: `id` [kenmerk] (what the system that
sends it calls it, and nothing else that is ever sent), `queue` [wachtrij] and `channel` [kanaal] by their codes,
`received_at` [ontvangen] (24-11-2026 14:05, 2026-11-24 14:05 or with an offset: 2026-11-24T14:05:30+01:00), `text`
[tekst] (several lines may be); `product`, `bsn` or `kvk_number` [kvk_nummer] of somebody known here, `name` [naam],
`phone` [telefoon], `email` [e-mail]. A row that is wrong is named and left
out; a header that is wrong refuses the file. A small one: tests/integrations/examples/work.csv.
"""

from datetime import datetime
from pathlib import Path

from kcc_desktop.domain.identifiers import parse_bsn, parse_kvk_number
from kcc_desktop.domain.imports import BadFile, NamedParty
from kcc_desktop.domain.list_fields import Unfit
from kcc_desktop.domain.lists import CellProblem, RefusedLine
from kcc_desktop.domain.notes import clean
from kcc_desktop.domain.work_imports import ImportedWork, parse_moment
from kcc_desktop.integrations.csv_file import Column, Line, read_lines

COLUMNS = (
    Column("id", ("kenmerk",), needed=True),
    Column("queue", ("wachtrij",), needed=True, limit=40),
    Column("channel", ("kanaal",), needed=True, limit=20),
    Column("received_at", ("ontvangen", "ontvangen_op"), needed=True, limit=40),
    Column("text", ("tekst",), needed=True, limit=20_000, lines=True),
    Column("product"),
    Column("bsn", limit=20),
    Column("kvk_number", ("kvk_nummer", "kvk"), limit=20),
    Column("name", ("naam",)),
    Column("phone", ("telefoon",), limit=40),
    Column("email", ("e-mail", "mail"), limit=254),
)


def read_work(file: Path) -> tuple[list[ImportedWork], list[RefusedLine]]:
    """The rows in the file's order, and those that are no work. Refuses the whole file with BadFile."""
    items: list[ImportedWork] = []
    refused: list[RefusedLine] = []

    def refuse(bad: BadFile) -> None:
        refused.append(RefusedLine(bad.line, CellProblem(bad.name, bad.reason, bad.detail)))

    for line in read_lines(file, COLUMNS, windows_allowed=True, refused=refuse):
        try:
            items.append(_item(line))
        except BadFile as bad:
            refuse(bad)
    return items, refused


def _item(line: Line) -> ImportedWork:
    return ImportedWork(
        line.number,
        line.headers,
        line.needed("id"),
        line.needed("queue"),
        line.needed("channel"),
        _received_at(line),
        clean(line.needed("text"), "task").strip() or line.refuse("required", "text"),
        line["product"],
        _who(line),
        ", ".join(part for part in (line["name"], line["email"]) if part),
        line["phone"],
    )


def _received_at(line: Line) -> datetime:
    try:
        return parse_moment(line.needed("received_at"))
    except Unfit as unfit:
        line.refuse(unfit.reason, "received_at")


def _who(line: Line) -> NamedParty | None:
    bsn, kvk_number = line.parsed("bsn", parse_bsn, ""), line.parsed("kvk_number", parse_kvk_number, "")
    if bsn and kvk_number:
        line.refuse("one_party", "kvk_number")
    return NamedParty(line.number, bsn=bsn, kvk_number=kvk_number) if bsn or kvk_number else None
