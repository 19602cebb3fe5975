"""Conversations and recorded contacts as rows. What was recorded is never rewritten.

A correction is a row of its own with a reason; personal text stands apart, so that retention can
destroy it through one guarded door while the audit chain still verifies.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Float, ForeignKey, Index, String, Text, false
from sqlalchemy.orm import Mapped, mapped_column

from kcc_desktop.data.base import Base
from kcc_desktop.data.columns import Id, Instant, one_of
from kcc_desktop.domain.contacts import (
    Capacity,
    Confidentiality,
    ContactKind,
    Direction,
    HandoverKind,
    HandoverState,
    IdentityLevel,
    LookedUpKind,
    MunicipalRole,
    OutcomeNeeds,
    ParticipantRole,
)
from kcc_desktop.domain.timeline import EntryKind


class ChannelRow(Base):
    __tablename__ = "channel"

    code: Mapped[str] = mapped_column(String(20), primary_key=True)
    label_nl: Mapped[str] = mapped_column(String(40))
    label_en: Mapped[str] = mapped_column(String(40))
    icon: Mapped[str] = mapped_column(String(40))
    is_live: Mapped[bool]
    position: Mapped[int]


class OutcomeRow(Base):
    __tablename__ = "outcome"
    __table_args__ = (one_of("needs", OutcomeNeeds),)

    code: Mapped[str] = mapped_column(String(30), primary_key=True)
    label_nl: Mapped[str] = mapped_column(String(80))
    label_en: Mapped[str] = mapped_column(String(80))
    needs: Mapped[str] = mapped_column(String(10))
    is_quick: Mapped[bool]
    position: Mapped[int]


class ProductRow(Base):
    __tablename__ = "product"

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    name: Mapped[str] = mapped_column(String(200))
    upl_name: Mapped[str] = mapped_column(String(200), default="")
    upl_uri: Mapped[str] = mapped_column(String(300), default="", index=True)
    keywords: Mapped[str] = mapped_column(Text, default="")
    owner: Mapped[str] = mapped_column(String(120), default="")
    answer: Mapped[str] = mapped_column(Text, default="")
    link: Mapped[str] = mapped_column(String(300), default="")
    approach: Mapped[str] = mapped_column(String(20), default="", server_default="")
    advises_contact: Mapped[bool] = mapped_column(default=False, server_default=false())
    is_street_report: Mapped[bool] = mapped_column(default=False, server_default=false())
    queue_code: Mapped[str | None] = mapped_column(
        String(40), ForeignKey("work_queue.code")
    )  # of what arrives about it


class ConversationRow(Base):
    __tablename__ = "conversation"
    __table_args__ = (
        one_of("direction", Direction),
        one_of("capacity", Capacity),
        one_of("identity", IdentityLevel),
        Index(None, "external_id"),
    )

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    channel_code: Mapped[str] = mapped_column(String(20), ForeignKey("channel.code"))
    direction: Mapped[str] = mapped_column(String(8))
    started_at: Mapped[datetime] = mapped_column(Instant)  # the desktop's claim
    ended_at: Mapped[datetime] = mapped_column(Instant)
    recorded_at: Mapped[datetime] = mapped_column(Instant)
    recorded_by: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"))
    capacity: Mapped[str] = mapped_column(String(20))
    identity: Mapped[str] = mapped_column(String(20))
    identity_how: Mapped[str] = mapped_column(String(200), default="")
    language: Mapped[str] = mapped_column(String(3), default="nld")
    caller_number: Mapped[str] = mapped_column(String(40), default="")
    external_id: Mapped[str] = mapped_column(String(120), default="")
    wait_seconds: Mapped[int] = mapped_column(default=0)
    hold_seconds: Mapped[int] = mapped_column(default=0)
    content_digest: Mapped[str] = mapped_column(String(64))  # same id with other content is a bug


class ParticipantRow(Base):
    __tablename__ = "contact_participant"
    __table_args__ = (one_of("role", ParticipantRole),)

    conversation_id: Mapped[UUID] = mapped_column(Id, ForeignKey("conversation.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    role: Mapped[str] = mapped_column(String(10))
    party_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("party.id"), index=True)
    name: Mapped[str] = mapped_column(String(300), default="")


class ContactRow(Base):
    """The first version and what no version changes. `party_id` is where it was recorded: see ContactMoveRow."""

    __tablename__ = "contact"
    __table_args__ = (
        one_of("kind", ContactKind),
        one_of("municipal_role", MunicipalRole),
        one_of("confidentiality", Confidentiality),
        Index(None, "conversation_id"),
    )

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    conversation_id: Mapped[UUID] = mapped_column(Id, ForeignKey("conversation.id"))
    position: Mapped[int]
    party_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("party.id"))
    occurred_at: Mapped[datetime] = mapped_column(Instant)
    recorded_at: Mapped[datetime] = mapped_column(Instant)
    recorded_by: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"))
    owner_cluster_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("cluster.id"))
    kind: Mapped[str] = mapped_column(String(10))
    outcome_code: Mapped[str] = mapped_column(String(30), ForeignKey("outcome.code"))
    authority: Mapped[str] = mapped_column(String(120), default="")
    product_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("product.id"))
    municipal_role: Mapped[str] = mapped_column(String(12))
    confidentiality: Mapped[str] = mapped_column(String(12))
    place: Mapped[str] = mapped_column(String(300), default="")
    latitude: Mapped[float | None] = mapped_column(Float)
    longitude: Mapped[float | None] = mapped_column(Float)


class ContactTextRow(Base):
    """Personal text of one version. Destroyed by retention through its guarded door, changed by nobody."""

    __tablename__ = "contact_text"

    contact_id: Mapped[UUID] = mapped_column(Id, ForeignKey("contact.id"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    summary: Mapped[str] = mapped_column(Text)
    note: Mapped[str] = mapped_column(Text)


class TextDestructionRow(Base):
    """The guarded door: text may go only for a contact that has a row here, with the ground it went on."""

    __tablename__ = "text_destruction"

    contact_id: Mapped[UUID] = mapped_column(Id, ForeignKey("contact.id"), primary_key=True)
    ground: Mapped[str] = mapped_column(String(80))
    at: Mapped[datetime] = mapped_column(Instant)
    by: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"))


class ContactCorrectionRow(Base):
    __tablename__ = "contact_correction"
    __table_args__ = (one_of("kind", ContactKind), one_of("confidentiality", Confidentiality))

    contact_id: Mapped[UUID] = mapped_column(Id, ForeignKey("contact.id"), primary_key=True)
    version: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    made_at: Mapped[datetime] = mapped_column(Instant)
    made_by: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"))
    reason: Mapped[str] = mapped_column(String(300))
    kind: Mapped[str] = mapped_column(String(10))
    outcome_code: Mapped[str] = mapped_column(String(30), ForeignKey("outcome.code"))
    authority: Mapped[str] = mapped_column(String(120), default="")
    product_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("product.id"))
    confidentiality: Mapped[str] = mapped_column(String(12))


class ContactMoveRow(Base):
    """The contact stood on the wrong citizen; the newest move says where it stands now."""

    __tablename__ = "contact_move"

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    contact_id: Mapped[UUID] = mapped_column(Id, ForeignKey("contact.id"), index=True)
    number: Mapped[int]
    from_party_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("party.id"))
    into_party_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("party.id"))
    reason: Mapped[str] = mapped_column(String(300))
    at: Mapped[datetime] = mapped_column(Instant)
    by: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"))


class LookedUpRow(Base):
    __tablename__ = "contact_looked_up"
    __table_args__ = (one_of("kind", LookedUpKind),)

    contact_id: Mapped[UUID] = mapped_column(Id, ForeignKey("contact.id"), primary_key=True)
    kind: Mapped[str] = mapped_column(String(8), primary_key=True)
    object_id: Mapped[UUID] = mapped_column(Id, primary_key=True)


class HandoverRow(Base):
    """Ruggespraak or warm transfer. Unanswered it is a callback too, whose id is the handover's own."""

    __tablename__ = "handover"
    __table_args__ = (one_of("kind", HandoverKind), one_of("state", HandoverState))

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    contact_id: Mapped[UUID] = mapped_column(Id, ForeignKey("contact.id"), index=True)
    kind: Mapped[str] = mapped_column(String(14))
    state: Mapped[str] = mapped_column(String(10))
    colleague_id: Mapped[UUID] = mapped_column(Id, ForeignKey("colleague.id"))


class HandoverTextRow(Base):
    """The note that travels along: personal text."""

    __tablename__ = "handover_text"

    handover_id: Mapped[UUID] = mapped_column(Id, ForeignKey("handover.id"), primary_key=True)
    note: Mapped[str] = mapped_column(Text)


class AnonymousCountRow(Base):
    """An anonymous question without follow-up, counted and nothing more."""

    __tablename__ = "anonymous_count"

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    at: Mapped[datetime] = mapped_column(Instant)
    agent_id: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"))
    channel_code: Mapped[str] = mapped_column(String(20), ForeignKey("channel.code"))
    product_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("product.id"))


class TimelineEntryRow(Base):
    """One row per thing on a party's timeline, written in the transaction of the thing itself."""

    __tablename__ = "timeline_entry"
    __table_args__ = (
        one_of("kind", EntryKind),
        one_of("confidentiality", Confidentiality),
        Index("ix_timeline_entry_object", "object_id"),
        # Counts for the filter's chips are read from here alone: 10,000 entries in a millisecond.
        Index("ix_timeline_entry_count", "party_id", "kind", "channel_code", "confidentiality", "owner_cluster_id"),
        {"sqlite_with_rowid": False},
    )

    party_id: Mapped[UUID] = mapped_column(Id, ForeignKey("party.id"), primary_key=True)
    at: Mapped[datetime] = mapped_column(Instant, primary_key=True)
    object_id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    channel_code: Mapped[str] = mapped_column(String(20), default="")
    confidentiality: Mapped[str] = mapped_column(String(12))
    owner_cluster_id: Mapped[UUID | None] = mapped_column(Id)
