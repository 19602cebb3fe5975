"""What residents reported about the street in the last weeks and nobody mended yet, made of the contacts about it."""

from datetime import datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy import Connection, insert, select

from kcc_desktop.data.agents import AgentRow, session_name
from kcc_desktop.data.contacts import ContactRow, ProductRow
from kcc_desktop.data.parties import PartyAddressRow, PersonRow
from kcc_desktop.data.street_reports import (
    StreetEventRow,
    StreetNumberRow,
    StreetReporterRow,
    StreetReportRow,
    StreetReportTextRow,
)
from kcc_desktop.demo.field_work import point_of
from kcc_desktop.domain.contacts import Confidentiality
from kcc_desktop.domain.local_time import local_day
from kcc_desktop.domain.parties import AddressKind
from kcc_desktop.domain.street_reports import ReportMove, ReportState

_WEEKS, _MOST = 4, 40
_BEGUN = 0.4  # of those that are older than a week somebody is on so many


def report_streets(connection: Connection, now: datetime, seed: int) -> None:
    """In the reporter's own street, so that a neighbour with the same postcode finds it."""
    chance = Random(f"street {seed}")
    me = connection.execute(select(AgentRow.id).where(AgentRow.login == session_name(connection))).scalar_one()
    contacts = connection.execute(
        select(
            ContactRow.id,
            ContactRow.party_id,
            ContactRow.product_id,
            ContactRow.recorded_at,
            PartyAddressRow.street,
            PartyAddressRow.postcode,
            PartyAddressRow.place,
        )
        .join(ProductRow, ProductRow.id == ContactRow.product_id)
        .join(PersonRow, PersonRow.party_id == ContactRow.party_id)
        .join(PartyAddressRow, PartyAddressRow.party_id == ContactRow.party_id)
        .where(
            ProductRow.is_street_report,
            PersonRow.restriction == 0,
            ContactRow.confidentiality == Confidentiality.OPEN.value,
            ContactRow.recorded_at >= now - timedelta(weeks=_WEEKS),
            PartyAddressRow.kind == AddressKind.RESIDENCE.value,
            PartyAddressRow.postcode != "",
        )
        .order_by(ContactRow.recorded_at, ContactRow.id)
        .limit(_MOST)
    ).all()
    year = local_day(now).year
    rows: dict[type, list[dict[str, Any]]] = {
        kind: [] for kind in (StreetReportRow, StreetReportTextRow, StreetReporterRow, StreetEventRow)
    }
    for number, contact in enumerate(contacts, 1):
        point, at = point_of(contact.postcode, contact.place), contact.recorded_at
        is_begun = now - at > timedelta(weeks=1) and chance.random() < _BEGUN
        rows[StreetReportRow].append(
            {
                "id": contact.id,
                "reference": f"M{year}-{number:06d}",
                "product_id": contact.product_id,
                "latitude": point.latitude,
                "longitude": point.longitude,
                "state": (ReportState.IN_PROGRESS if is_begun else ReportState.OPEN).value,
                "reported_at": at,
                "reported_by": me,
                "reporters": 1,
                "moves": 2 if is_begun else 1,
            }
        )
        rows[StreetReportTextRow].append({"report_id": contact.id, "place": f"{contact.street}, {contact.place}"})
        rows[StreetReporterRow].append(
            {"contact_id": contact.id, "report_id": contact.id, "party_id": contact.party_id, "at": at}
        )
        moves = [(ReportMove.REPORTED, at), (ReportMove.BEGUN, at + timedelta(days=5))][: 2 if is_begun else 1]
        rows[StreetEventRow] += [
            {"report_id": contact.id, "number": place, "move": move.value, "at": moment, "actor_id": me}
            for place, (move, moment) in enumerate(moves, 1)
        ]
    for kind, made in rows.items():
        if made:
            connection.execute(insert(kind), made)
    connection.execute(insert(StreetNumberRow).values(year=year, last=len(contacts)))
