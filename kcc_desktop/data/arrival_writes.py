"""Writes how something arrived, beside the contact that it became, and says which queue it goes to."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from sqlalchemy import insert, select

from kcc_desktop.data.arrivals import ArrivalRow, ArrivalTextRow, AttachmentContentRow, AttachmentRow
from kcc_desktop.data.contacts import ProductRow
from kcc_desktop.data.database import Work
from kcc_desktop.data.work import QueueRow
from kcc_desktop.domain.folding import fold
from kcc_desktop.domain.incoming import AttachmentRules, IncomingConversation, MatchedBy
from kcc_desktop.domain.work import GENERAL_QUEUE, NormUnit, QueueNorm


@dataclass(frozen=True, slots=True)
class Destination:
    queue_code: str
    norm: QueueNorm


def product_of(unit: Work, said: str) -> UUID | None:
    """The product of this name or UPL address; None where there is none, or more than one."""
    if not said:
        return None
    rows = unit.connection.execute(
        select(ProductRow.id, ProductRow.name, ProductRow.upl_name, ProductRow.upl_uri)
    ).all()
    for spelled in (
        lambda row: row.upl_uri == said,
        lambda row: fold(row.name) == fold(said),
        lambda row: bool(row.upl_name) and fold(row.upl_name) == fold(said),
    ):
        found = [row.id for row in rows if spelled(row)]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def destination(unit: Work, product_id: UUID | None, language: str) -> Destination:
    """A queue that is there for the language goes first: who cannot read it cannot answer. Then the product's own,
    then the general one. What went out of use takes nothing.
    """
    rows = unit.connection.execute(
        select(QueueRow.__table__).where(QueueRow.is_in_use).order_by(QueueRow.position, QueueRow.code)
    ).all()
    of_product = unit.connection.scalar(select(ProductRow.queue_code).where(ProductRow.id == product_id))
    by_language = [row for row in rows if language in row.languages.split()]
    wanted: list[Any] = [row for row in by_language if row.code == of_product] or by_language
    wanted += [row for row in rows if row.code == of_product]
    wanted += [row for row in rows if row.code == GENERAL_QUEUE]
    row = wanted[0]  # the general queue never goes out of use
    return Destination(row.code, QueueNorm(row.norm_value, NormUnit(row.norm_unit)))


def put_arrival(
    unit: Work, incoming: IncomingConversation, matched_by: MatchedBy, matches: int, rules: AttachmentRules
) -> None:
    """After its contact. What `rules` leave out is listed without what is in it."""
    contact_id, sender = incoming.contact_id, incoming.sender
    unit.connection.execute(
        insert(ArrivalRow).values(
            contact_id=contact_id,
            source=incoming.source,
            outside_id=incoming.outside_id,
            product=incoming.product,
            matched_by=matched_by,
            matches=matches,
        )
    )
    unit.connection.execute(
        insert(ArrivalTextRow).values(
            contact_id=contact_id,
            name=sender.name,
            phone=sender.phone,
            email=sender.email,
            reference=sender.reference,
        )
    )
    for position, given in enumerate(incoming.attachments):
        attachment_id, left_out = uuid5(contact_id, f"attachment {position}"), rules.left_out(given)
        unit.connection.execute(
            insert(AttachmentRow).values(
                id=attachment_id,
                contact_id=contact_id,
                position=position,
                name=given.name,
                media_type=given.media_type,
                size=len(given.content),
                left_out=left_out or "",
            )
        )
        if left_out is None:
            unit.connection.execute(
                insert(AttachmentContentRow).values(
                    attachment_id=attachment_id, contact_id=contact_id, content=given.content
                )
            )
