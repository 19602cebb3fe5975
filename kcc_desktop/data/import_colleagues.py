"""Puts colleagues and departments in place: by what their source calls them. Nobody is taken off: tasks name them."""

from sqlalchemy import select

from kcc_desktop.data.database import Work
from kcc_desktop.data.import_products import doubt_owners
from kcc_desktop.data.imports import Values, insert_all, is_same, update_all
from kcc_desktop.data.work import ColleagueRow
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.imports import ImportedColleague, Tally


def put_colleagues(unit: Work, colleagues: list[ImportedColleague], tally: Tally) -> None:
    """Write all of them; count in `tally`, and doubt owners of products that are still no department here."""
    known = {row.source_key: row for row in unit.connection.execute(select(ColleagueRow.__table__))}
    new: list[Values] = []
    other: list[Values] = []
    for colleague in colleagues:
        wanted, row = _values(colleague), known.get(colleague.key)
        if row is None:
            new.append({"id": new_id(), "source_key": colleague.key, **wanted})
        elif is_same(row, wanted):
            tally.unchanged += 1
        else:
            other.append({"id": row.id, **wanted})
    insert_all(unit.connection, ColleagueRow, new)
    update_all(unit.connection, ColleagueRow, other, "id")
    tally.added, tally.changed = len(new), len(other)
    for values in (*new, *other):
        unit.changed("colleague", values["id"])
    doubt_owners(unit.connection, tally)


def _values(colleague: ImportedColleague) -> Values:
    return {
        "kind": colleague.kind.value,
        "name": colleague.name,
        "department": colleague.department,
        "function": colleague.function,
        "phone": colleague.phone,
        "email": colleague.email,
        "availability": colleague.availability,
    }
