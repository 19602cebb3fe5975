"""What was asked for and not given, as rows: the fact is written once, the words stand apart."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, ForeignKey, Text, insert, select
from sqlalchemy.orm import Mapped, mapped_column

from kcc_desktop.data.agents import AgentRow
from kcc_desktop.data.base import Base
from kcc_desktop.data.columns import Id, Instant
from kcc_desktop.data.database import Work
from kcc_desktop.data.timeline_writes import put_on_timeline
from kcc_desktop.domain.parties import DisclosureRefused, RefuseDisclosure
from kcc_desktop.domain.timeline import EntryKind


class DisclosureRefusalRow(Base):
    """`conversation_id` may be of a conversation that is still going on, and is no key for that reason."""

    __tablename__ = "disclosure_refusal"

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    party_id: Mapped[UUID] = mapped_column(Id, ForeignKey("party.id"), index=True)
    conversation_id: Mapped[UUID | None] = mapped_column(Id)
    at: Mapped[datetime] = mapped_column(Instant)
    by: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"))


class DisclosureRefusalTextRow(Base):
    """Personal text: who asked for what."""

    __tablename__ = "disclosure_refusal_text"

    refusal_id: Mapped[UUID] = mapped_column(Id, ForeignKey("disclosure_refusal.id"), primary_key=True)
    asked: Mapped[str] = mapped_column(Text)


def refuse(unit: Work, command: RefuseDisclosure) -> None:
    connection = unit.connection
    connection.execute(
        insert(DisclosureRefusalRow).values(
            id=command.id,
            party_id=command.party_id,
            conversation_id=command.conversation_id,
            at=unit.now,
            by=unit.agent.id,
        )
    )
    connection.execute(insert(DisclosureRefusalTextRow).values(refusal_id=command.id, asked=command.asked))
    put_on_timeline(
        unit,
        command.party_id,
        EntryKind.DISCLOSURE_REFUSAL,
        command.id,
        unit.now,
        owner_cluster_id=unit.agent.cluster_id,
    )


def refusal(connection: Connection, refusal_id: UUID) -> DisclosureRefused | None:
    """Text that retention destroyed is empty."""
    row = connection.execute(
        select(
            DisclosureRefusalRow.id,
            DisclosureRefusalRow.party_id,
            DisclosureRefusalRow.at,
            AgentRow.name,
            DisclosureRefusalTextRow.asked,
        )
        .join(AgentRow, AgentRow.id == DisclosureRefusalRow.by)
        .outerjoin(DisclosureRefusalTextRow, DisclosureRefusalTextRow.refusal_id == DisclosureRefusalRow.id)
        .where(DisclosureRefusalRow.id == refusal_id)
    ).first()
    if row is None:
        return None
    return DisclosureRefused(row.id, row.party_id, row.at, row.name, row.asked or "")
