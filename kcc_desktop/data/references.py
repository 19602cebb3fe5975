"""Short codes that citizens read out: drawn by chance, so that nobody guesses a neighbour's."""

import secrets

from sqlalchemy import ColumnElement, Connection, and_, literal_column, select

from kcc_desktop.data.appointments import AppointmentRow
from kcc_desktop.data.visits import VisitRow
from kcc_desktop.domain.appointments import REFERENCE_LENGTH, REFERENCE_LETTERS

# Written out as in the index: a plan that is kept for any value could not use it.
_LEFT_BEHIND: ColumnElement[str] = literal_column("'rescheduled'")


def is_called(row: type[AppointmentRow | VisitRow], reference: str) -> ColumnElement[bool]:
    """What has this code now: one that was moved left it to the one it became."""
    return and_(row.reference == reference, row.state != _LEFT_BEHIND)


def drawn(connection: Connection, row: type[AppointmentRow | VisitRow]) -> str:
    """A code that nothing of that kind has.

    After five years with twenty counters one in three hundred is taken; another desk that draws the same in the same
    moment meets the unique key and begins again.
    """
    while True:
        code = "".join(secrets.choice(REFERENCE_LETTERS) for _ in range(REFERENCE_LENGTH))
        if connection.scalar(select(row.id).where(is_called(row, code))) is None:
            return code
