"""Messages to citizens as rows: what is to be sent, what became of it, and apart from it the words and the address."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint, false
from sqlalchemy.orm import Mapped, mapped_column

from kcc_desktop.data.base import Base
from kcc_desktop.data.columns import Id, Instant, one_of
from kcc_desktop.domain.citizen_texts import TextLanguage
from kcc_desktop.domain.contacts import Confidentiality
from kcc_desktop.domain.messages import (
    Delivery,
    Hindrance,
    MessageChannel,
    MessageState,
    OutgoingKind,
    SubjectKind,
)


class OutgoingMessageRow(Base):
    """Nothing is planned twice: the key is what it is about, its kind and when it is due.

    `is_called_off`: what it is about was moved or cancelled while it was being sent, so that it is not sent again.
    """

    __tablename__ = "outgoing_message"
    __table_args__ = (
        one_of("subject_kind", SubjectKind),
        one_of("kind", OutgoingKind),
        one_of("channel", MessageChannel),
        one_of("language", TextLanguage),
        one_of("state", MessageState),
        one_of("delivery", Delivery, empty=True),
        one_of("hindrance", Hindrance, empty=True),
        one_of("confidentiality", Confidentiality),
        UniqueConstraint("subject_id", "kind", "due_at", name="uq_outgoing_message_subject_id_kind_due_at"),
        Index(None, "state", "due_at"),
        Index(None, "party_id"),
    )

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    subject_kind: Mapped[str] = mapped_column(String(12))
    subject_id: Mapped[UUID] = mapped_column(Id)
    kind: Mapped[str] = mapped_column(String(16))
    party_id: Mapped[UUID] = mapped_column(Id, ForeignKey("party.id"))
    address_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("digital_address.id"))  # none for a letter
    channel: Mapped[str] = mapped_column(String(8))
    language: Mapped[str] = mapped_column(String(2))
    due_at: Mapped[datetime] = mapped_column(Instant)
    useful_until: Mapped[datetime | None] = mapped_column(Instant)
    planned_at: Mapped[datetime] = mapped_column(Instant)
    planned_by: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"))
    confidentiality: Mapped[str] = mapped_column(String(12))
    owner_cluster_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("cluster.id"))
    state: Mapped[str] = mapped_column(String(12))
    attempts: Mapped[int] = mapped_column(default=0)
    not_before: Mapped[datetime] = mapped_column(Instant)  # due, or when a carrier that was away is tried again
    sender_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("agent.id"))
    moved_at: Mapped[datetime] = mapped_column(Instant)
    is_called_off: Mapped[bool] = mapped_column(default=False, server_default=false())
    carrier: Mapped[str] = mapped_column(String(12), default="")
    carrier_id: Mapped[str] = mapped_column(String(120), default="")
    delivery: Mapped[str] = mapped_column(String(12), default="")
    hindrance: Mapped[str] = mapped_column(String(16), default="")


class OutgoingTextRow(Base):
    """The personal part: where it goes and what it says."""

    __tablename__ = "outgoing_text"

    message_id: Mapped[UUID] = mapped_column(Id, ForeignKey("outgoing_message.id"), primary_key=True)
    recipient: Mapped[str] = mapped_column(String(400))
    subject: Mapped[str] = mapped_column(String(200))
    body: Mapped[str] = mapped_column(Text)


class MessageEventRow(Base):
    """Every move, written once."""

    __tablename__ = "message_event"

    message_id: Mapped[UUID] = mapped_column(Id, ForeignKey("outgoing_message.id"), primary_key=True)
    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    from_state: Mapped[str] = mapped_column(String(12))
    to_state: Mapped[str] = mapped_column(String(12))
    hindrance: Mapped[str] = mapped_column(String(16), default="")
    at: Mapped[datetime] = mapped_column(Instant)
    actor_id: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"))
