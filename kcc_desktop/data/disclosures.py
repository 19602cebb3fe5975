"""What was asked for and not given, as rows: the fact is written once, the words stand apart."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, ForeignKey, String, Text, delete, insert, select, update
from sqlalchemy.orm import Mapped, mapped_column

from kcc_desktop.data import doors
from kcc_desktop.data.agents import AgentRow
from kcc_desktop.data.base import Base
from kcc_desktop.data.columns import Id, Instant
from kcc_desktop.data.contacts import TimelineEntryRow
from kcc_desktop.data.database import Work
from kcc_desktop.data.timeline_writes import put_on_timeline
from kcc_desktop.domain.party_answers import DisclosureRefused
from kcc_desktop.domain.party_commands import RefuseDisclosure
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


class RefusalDestructionRow(Base):
    """The guarded door: words may go only of a refusal that has a row here, with the ground they went on."""

    __tablename__ = "refusal_destruction"

    refusal_id: Mapped[UUID] = mapped_column(Id, ForeignKey("disclosure_refusal.id"), primary_key=True)
    ground: Mapped[str] = mapped_column(String(80))
    at: Mapped[datetime] = mapped_column(Instant)
    by: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"))


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


def was_noted(connection: Connection, refusal_id: UUID) -> bool:
    found = connection.scalar(select(DisclosureRefusalRow.id).where(DisclosureRefusalRow.id == refusal_id))
    return found is not None


def move(unit: Work, conversation_id: UUID, was: UUID, into: UUID | None) -> None:
    """What was refused in a conversation goes where its last contact with `was` goes; its row says where it was noted.

    With nobody it stands on no timeline.
    """
    if doors.stays(unit.connection, conversation_id, was):
        return
    refused = list(
        unit.connection.scalars(
            select(DisclosureRefusalRow.id)
            .join(TimelineEntryRow, TimelineEntryRow.object_id == DisclosureRefusalRow.id)
            .where(
                TimelineEntryRow.party_id == was,
                TimelineEntryRow.kind == EntryKind.DISCLOSURE_REFUSAL.value,
                DisclosureRefusalRow.conversation_id == conversation_id,
            )
        )
    )
    theirs = (TimelineEntryRow.object_id.in_(refused), TimelineEntryRow.party_id == was)
    if into is None:
        unit.connection.execute(delete(TimelineEntryRow).where(*theirs))
    else:
        unit.connection.execute(update(TimelineEntryRow).where(*theirs).values(party_id=into))


def refusal(connection: Connection, refusal_id: UUID) -> DisclosureRefused | None:
    """With whose timeline it stands on now; None when there is none to see. Text that retention destroyed is empty."""
    row = connection.execute(
        select(
            DisclosureRefusalRow.id,
            TimelineEntryRow.party_id,
            DisclosureRefusalRow.at,
            AgentRow.name,
            DisclosureRefusalTextRow.asked,
        )
        .join(AgentRow, AgentRow.id == DisclosureRefusalRow.by)
        .join(TimelineEntryRow, TimelineEntryRow.object_id == DisclosureRefusalRow.id)
        .outerjoin(DisclosureRefusalTextRow, DisclosureRefusalTextRow.refusal_id == DisclosureRefusalRow.id)
        .where(DisclosureRefusalRow.id == refusal_id)
    ).first()
    if row is None:
        return None
    return DisclosureRefused(row.id, row.party_id, row.at, row.name, row.asked or "")
