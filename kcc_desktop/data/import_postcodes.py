"""Puts where postcodes lie in place. None is taken off: a table of one municipality says nothing of the others."""

from sqlalchemy import select

from kcc_desktop.data.database import Work
from kcc_desktop.data.imports import Values, batches, insert_all, update_all
from kcc_desktop.data.workers import PostcodePointRow
from kcc_desktop.domain.imports import ImportedPostcode, Tally


def put_postcodes(unit: Work, postcodes: list[ImportedPostcode], tally: Tally) -> None:
    """Write all of them; count in `tally`."""
    rows = unit.connection.execute(select(PostcodePointRow.__table__))
    known = {row.postcode: (row.latitude, row.longitude) for row in rows}
    new: list[Values] = []
    other: list[Values] = []
    for one in postcodes:
        point = {"latitude": one.point.latitude, "longitude": one.point.longitude}
        if one.postcode not in known:
            new.append({"postcode": one.postcode, **point})
        elif known[one.postcode] == tuple(one.point):
            tally.unchanged += 1
        else:
            other.append({"postcode": one.postcode, **point})
    for batch in batches(new):
        insert_all(unit.connection, PostcodePointRow, batch)
    update_all(unit.connection, PostcodePointRow, other, "postcode")
    tally.added, tally.changed = len(new), len(other)
