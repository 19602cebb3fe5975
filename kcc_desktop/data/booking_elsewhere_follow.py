"""Bookings in another calendar go where the contact goes in which they were made, as confidential as it is.

What a correction makes more or less confidential follows in the database by itself. Whose name it is in there is
changed there: nothing here says it.
"""

from uuid import UUID

from sqlalchemy import select, update

from kcc_desktop.data import booking_elsewhere_writes
from kcc_desktop.data.bookings_elsewhere import BookingElsewhereRow
from kcc_desktop.data.database import Work
from kcc_desktop.domain.contacts import Confidentiality


def follow(unit: Work, contact_id: UUID, party_id: UUID | None, secrecy: Confidentiality) -> None:
    """What was booked in this contact stands with `party_id` from now on."""
    row = BookingElsewhereRow
    found = unit.connection.execute(
        select(row.id, row.party_id, row.confidentiality).where(row.contact_id == contact_id).order_by(row.id)
    ).all()
    for one in found:
        if one.party_id == party_id and one.confidentiality == secrecy.value:
            continue
        unit.connection.execute(
            update(row).where(row.id == one.id).values(party_id=party_id, confidentiality=secrecy.value)
        )
        booking_elsewhere_writes.show(unit, one.id)
        unit.changed("appointment", one.id)
