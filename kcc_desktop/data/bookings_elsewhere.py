"""Appointments that stand in another calendar, as rows. Nothing personal: that is there, and the party is here."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from kcc_desktop.data.base import Base
from kcc_desktop.data.columns import Id, Instant, Sequence, one_of
from kcc_desktop.domain.bookings_elsewhere import ElsewhereState
from kcc_desktop.domain.contacts import Confidentiality


class BookingElsewhereRow(Base):
    __tablename__ = "booking_elsewhere"
    __table_args__ = (
        one_of("state", ElsewhereState),
        one_of("confidentiality", Confidentiality),
        # What is there once is here once.
        Index(
            "uq_booking_elsewhere_external_id",
            "system",
            "external_id",
            unique=True,
            sqlite_where=text("external_id <> ''"),
            postgresql_where=text("external_id <> ''"),
        ),
        Index(None, "reference"),
        Index(None, "party_id"),
    )

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    system: Mapped[str] = mapped_column(String(20))
    state: Mapped[str] = mapped_column(String(12))
    external_id: Mapped[str] = mapped_column(String(80), default="")
    reference: Mapped[str] = mapped_column(String(40), default="")  # as the other calendar gives it
    product_id: Mapped[UUID] = mapped_column(Id, ForeignKey("product.id"))
    title: Mapped[str] = mapped_column(String(200))  # what the other calendar calls it
    location: Mapped[str] = mapped_column(String(200), default="")
    starts_at: Mapped[datetime] = mapped_column(Instant)
    ends_at: Mapped[datetime | None] = mapped_column(Instant)
    party_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("party.id"))
    conversation_id: Mapped[UUID | None] = mapped_column(Id)  # recorded when the talk ends, which is later
    contact_id: Mapped[UUID | None] = mapped_column(Id, index=True)
    confidentiality: Mapped[str] = mapped_column(String(12), default=Confidentiality.OPEN.value)
    owner_cluster_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("cluster.id"))
    made_at: Mapped[datetime] = mapped_column(Instant)
    made_by: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"))


class BookingElsewhereEventRow(Base):
    """Every move, append-only."""

    __tablename__ = "booking_elsewhere_event"
    __table_args__ = (Index(None, "booking_id"),)

    number: Mapped[int] = mapped_column(Sequence, primary_key=True, autoincrement=True)
    booking_id: Mapped[UUID] = mapped_column(Id, ForeignKey("booking_elsewhere.id"))
    from_state: Mapped[str] = mapped_column(String(12))
    to_state: Mapped[str] = mapped_column(String(12))
    by_whom: Mapped[str] = mapped_column(String(12), default="")  # of a cancellation
    reason: Mapped[str] = mapped_column(String(300), default="")
    at: Mapped[datetime] = mapped_column(Instant)
    actor_id: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"))
