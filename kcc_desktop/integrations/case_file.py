"""Reads a case system's export from a CSV.

Columns (Dutch names in brackets): `reference` [zaaknummer], `type` [zaaktype] and `started_on`
[startdatum] are needed; `description` [omschrijving], `decide_by` [uiterste_datum], `ended_on`
[einddatum], `status`, `handler` [behandelaar], `department` [afdeling], `result` [resultaat], `steps`
[statussen], and who it is about: `bsn`, `a_number` [a_nummer] or `kvk_number` [kvk_nummer] (with
`branch_number` [vestigingsnummer] or without) with a `role` [rol] (applicant, interested, representative;
or aanvrager, belanghebbende, gemachtigde; applicant when empty).

Dates are 24-11-2026 or 2026-11-24. Steps stand in their order with | between them, each with the day
it was reached when it was: `Ontvangen=02-03-2026|In behandeling|Besluit`. A case with several people
has a line for each, with the same reference; what describes the case is the same there, or empty.
A small one: tests/integrations/examples/cases.csv.
"""

from pathlib import Path

from kcc_desktop.domain.cases import CaseRole, CaseStep, ImportedCase
from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.identifiers import parse_a_number, parse_branch_number, parse_bsn, parse_kvk_number
from kcc_desktop.domain.imports import CaseInFile, NamedParty
from kcc_desktop.integrations.csv_file import Column, Line, parse_day, read_lines

_CASE_COLUMNS = (
    Column("type", ("zaaktype",), needed=True),
    Column("started_on", ("startdatum",), needed=True, limit=10),
    Column("description", ("omschrijving",), limit=20_000, lines=True),
    Column("decide_by", ("uiterste_datum", "uiterlijke_einddatum"), limit=10),
    Column("ended_on", ("einddatum",), limit=10),
    Column("status", limit=120),
    Column("handler", ("behandelaar",)),
    Column("department", ("afdeling",), limit=120),
    Column("result", ("resultaat",), limit=120),
    Column("steps", ("statussen", "stappen"), limit=10_000),
)
COLUMNS = (
    Column("reference", ("zaaknummer", "zaakidentificatie"), needed=True, limit=60),
    *_CASE_COLUMNS,
    Column("bsn", limit=20),
    Column("a_number", ("a_nummer", "anummer"), limit=20),
    Column("kvk_number", ("kvk_nummer", "kvk"), limit=20),
    Column("branch_number", ("vestigingsnummer",), limit=20),
    Column("role", ("rol",), limit=20),
)
_STEP_NAME = 120
_ROLES = {
    "aanvrager": CaseRole.APPLICANT,
    "belanghebbende": CaseRole.INTERESTED,
    "gemachtigde": CaseRole.REPRESENTATIVE,
    **{role.value: role for role in CaseRole},
}


def read_cases(file: Path) -> list[CaseInFile]:
    """Each case once, in the file's order, with everybody named for it. Refuses with BadFile: line and reason."""
    first: dict[str, Line] = {}
    cases: dict[str, ImportedCase] = {}
    named: dict[str, list[NamedParty]] = {}
    for line in read_lines(file, COLUMNS):
        reference = line.needed("reference")
        party = _party(line)
        if reference in cases:
            _same_case(first[reference], line)
            if party is None:
                line.refuse("case_twice", "reference")
        else:
            first[reference], cases[reference], named[reference] = line, _case(line, reference), []
        if party is not None:
            named[reference].append(party)
    return [CaseInFile(case, tuple(named[reference])) for reference, case in cases.items()]


def _same_case(first: Line, line: Line) -> None:
    for column in _CASE_COLUMNS:
        if line[column.name] and line[column.name] != first[column.name]:
            line.refuse("case_differs", column.name, str(first.number))


def _case(line: Line, reference: str) -> ImportedCase:
    started_on, ended_on = line.day("started_on") or line.refuse("required", "started_on"), line.day("ended_on")
    if ended_on is not None and ended_on < started_on:
        line.refuse("ends_before_start", "ended_on")
    return ImportedCase(
        reference,
        line.needed("type"),
        started_on,
        line["description"],
        decide_by=line.day("decide_by"),
        ended_on=ended_on,
        status=line["status"],
        handler=line["handler"],
        department=line["department"],
        result=line["result"],
        steps=tuple(_steps(line)),
    )


def _steps(line: Line) -> list[CaseStep]:
    steps: list[CaseStep] = []
    for part in line["steps"].split("|"):
        name, sign, day = (piece.strip() for piece in part.rpartition("="))
        name, day = (name, day) if sign else (day, "")
        if not name and not day:
            continue
        if not name or len(name) > _STEP_NAME:
            line.refuse("step", "steps", str(_STEP_NAME))
        try:
            reached_on = parse_day(day) if day else None
        except InvalidValue as error:
            line.refuse(f"day_{error.reason}", "steps")
        steps.append(CaseStep(len(steps) + 1, name, reached_on))
    return steps


def _party(line: Line) -> NamedParty | None:
    party = NamedParty(
        line.number,
        line.choice("role", _ROLES) if line["role"] else CaseRole.APPLICANT,
        a_number=line.parsed("a_number", parse_a_number, ""),
        bsn=line.parsed("bsn", parse_bsn, ""),
        kvk_number=line.parsed("kvk_number", parse_kvk_number, ""),
        branch_number=line.parsed("branch_number", parse_branch_number, ""),
    )
    person, company = bool(party.a_number or party.bsn), bool(party.kvk_number or party.branch_number)
    if person and company:
        line.refuse("one_party", "kvk_number")
    return party if person or company else None
