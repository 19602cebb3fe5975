"""Reads how something arrived, for whoever opens it: its sender, who that may be, and the files that came along."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, select

from kcc_desktop.data import arrival_matches, party_reads
from kcc_desktop.data.arrivals import ArrivalRow, ArrivalTextRow, AttachmentContentRow, AttachmentRow
from kcc_desktop.data.contacts import ContactRow, ConversationRow
from kcc_desktop.data.covering import is_covered
from kcc_desktop.data.database import Look
from kcc_desktop.domain.contacts import IdentityLevel
from kcc_desktop.domain.incoming import Arrival, Attachment, AttachmentFile, LeftOut, Sender
from kcc_desktop.domain.local_time import local_day
from kcc_desktop.domain.parties import PartySummary

_ARRIVAL = (
    select(
        ArrivalRow.source,
        ArrivalRow.product,
        ArrivalRow.matches,
        ConversationRow.started_at,
        ConversationRow.identity,
        ArrivalTextRow.name,
        ArrivalTextRow.phone,
        ArrivalTextRow.email,
        ArrivalTextRow.reference,
    )
    .join(ContactRow, ContactRow.id == ArrivalRow.contact_id)
    .join(ConversationRow, ConversationRow.id == ContactRow.conversation_id)
    .outerjoin(ArrivalTextRow, ArrivalTextRow.contact_id == ArrivalRow.contact_id)
)


def of_contact(look: Look, contact_id: UUID, party_id: UUID | None) -> Arrival | None:
    """None for what somebody at a desk recorded. `party_id`: on whose timeline it stands now.

    Who it may be is looked up as it is known now. To be asked for what the agent may see.
    """
    row = look.connection.execute(_ARRIVAL.where(ArrivalRow.contact_id == contact_id)).first()
    if row is None:
        return None
    arrival = Arrival(
        row.source,
        row.started_at,
        IdentityLevel(row.identity),
        row.name or "",
        row.phone or "",
        row.email or "",
        row.reference or "",
        row.product,
        row.matches,
        attachments=attachments(look.connection, contact_id),
    )
    if party_id is not None:
        return replace(arrival, phone="", email="") if is_covered(look.connection, party_id) else arrival
    return replace(arrival, candidates=_candidates(look, arrival, local_day(look.now)))


def attachments(connection: Connection, contact_id: UUID) -> tuple[Attachment, ...]:
    """In the order in which they came."""
    rows = connection.execute(
        select(AttachmentRow.__table__).where(AttachmentRow.contact_id == contact_id).order_by(AttachmentRow.position)
    )
    return tuple(
        Attachment(row.id, row.name, row.media_type, row.size, LeftOut(row.left_out) if row.left_out else None)
        for row in rows
    )


def contact_of(look: Look, attachment_id: UUID) -> UUID | None:
    """Which contact a file came with."""
    return look.connection.scalar(select(AttachmentRow.contact_id).where(AttachmentRow.id == attachment_id))


def file(look: Look, attachment_id: UUID) -> AttachmentFile | None:
    """None when it was not kept, or is gone."""
    row = look.connection.execute(
        select(AttachmentRow.name, AttachmentContentRow.content)
        .join(AttachmentContentRow, AttachmentContentRow.attachment_id == AttachmentRow.id)
        .where(AttachmentRow.id == attachment_id)
    ).first()
    return AttachmentFile(row.name, bytes(row.content)) if row is not None else None


def _candidates(look: Look, arrival: Arrival, today: date) -> tuple[PartySummary, ...]:
    """Open promises first, then the last contact; as at a ring."""
    sender = Sender(phone=arrival.phone, email=arrival.email, reference=arrival.reference)
    _one, everybody = arrival_matches.of_details(look.connection, sender, today)
    return tuple(sorted(party_reads.summaries(look, everybody).values(), key=party_reads.most_likely))
