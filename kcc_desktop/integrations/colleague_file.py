"""Reads the colleagues, departments, groups and partners that work can go to, from a CSV.

Columns (Dutch names in brackets): `key` [sleutel] (what the source calls them; it stays theirs),
`kind` [soort] (person, department, group, partner; or medewerker, afdeling, groep, partner) and `name`
[naam] are needed; `department` [afdeling], `function` [functie], `phone` [telefoon] (an extension will
do), `email` [e-mail] and `availability` [bereikbaarheid]. A small one: tests/integrations/examples/colleagues.csv.
"""

from pathlib import Path

from kcc_desktop.domain.imports import ImportedColleague
from kcc_desktop.domain.phone import parse_email
from kcc_desktop.domain.work import ColleagueKind
from kcc_desktop.integrations.csv_file import Column, Line, read_lines

COLUMNS = (
    Column("key", ("sleutel",), needed=True),
    Column("kind", ("soort",), needed=True, limit=20),
    Column("name", ("naam",), needed=True),
    Column("department", ("afdeling",), limit=120),
    Column("function", ("functie",), limit=120),
    Column("phone", ("telefoon",), limit=40),
    Column("email", ("e-mail",), limit=254),
    Column("availability", ("bereikbaarheid",)),
)
_KINDS = {
    "medewerker": ColleagueKind.PERSON,
    "afdeling": ColleagueKind.DEPARTMENT,
    "groep": ColleagueKind.GROUP,
    "partner": ColleagueKind.PARTNER,
    **{kind.value: kind for kind in ColleagueKind},
}


def read_colleagues(file: Path) -> list[ImportedColleague]:
    """All of them in the file's order. Refuses the whole file with BadFile: line and reason."""
    colleagues: list[ImportedColleague] = []
    keys: set[str] = set()
    for line in read_lines(file, COLUMNS):
        colleague = _colleague(line)
        if colleague.key in keys:
            line.refuse("key_twice", "key")
        keys.add(colleague.key)
        colleagues.append(colleague)
    return colleagues


def _colleague(line: Line) -> ImportedColleague:
    line.needed("kind")
    return ImportedColleague(
        line.number,
        key=line.needed("key"),
        kind=line.choice("kind", _KINDS),
        name=line.needed("name"),
        department=line["department"],
        function=line["function"],
        phone=line["phone"],
        email=line.parsed("email", parse_email, ""),
        availability=line["availability"],
    )
