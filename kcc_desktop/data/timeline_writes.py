"""Puts things on a party's timeline and takes them off, in the transaction of the thing itself."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, insert

from kcc_desktop.data.contacts import TimelineEntryRow
from kcc_desktop.data.database import Work
from kcc_desktop.domain.contacts import Confidentiality
from kcc_desktop.domain.timeline import EntryKind


def put_on_timeline(
    unit: Work,
    party_id: UUID,
    kind: EntryKind,
    object_id: UUID,
    at: datetime,
    *,
    owner_cluster_id: UUID | None,
    channel_code: str = "",
    secrecy: Confidentiality = Confidentiality.OPEN,
) -> None:
    """`owner_cluster_id`: whose confidential thing it is, also when another cluster's agent puts it here."""
    unit.connection.execute(
        insert(TimelineEntryRow).values(
            party_id=party_id,
            at=at,
            object_id=object_id,
            kind=kind,
            channel_code=channel_code,
            confidentiality=secrecy,
            owner_cluster_id=owner_cluster_id,
        )
    )


def put_cases_on_timelines(unit: Work, parts: Iterable[tuple[UUID, UUID, datetime]]) -> None:
    """Many at once: whose timeline, the case, and when it started. Cases are no cluster's own."""
    rows = [
        {
            "party_id": party_id,
            "at": at,
            "object_id": case_id,
            "kind": EntryKind.CASE.value,
            "channel_code": "",
            "confidentiality": Confidentiality.OPEN.value,
            "owner_cluster_id": None,
        }
        for party_id, case_id, at in parts
    ]
    if rows:
        unit.connection.execute(insert(TimelineEntryRow), rows)


def take_off_timelines(unit: Work, object_ids: Iterable[UUID]) -> None:
    """From whoever's timeline they stand on."""
    unit.connection.execute(delete(TimelineEntryRow).where(TimelineEntryRow.object_id.in_(list(object_ids))))
