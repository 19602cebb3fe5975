"""Appointments and whose five minutes are whose, as rows. Words that people typed stand apart."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, false, text
from sqlalchemy.orm import Mapped, mapped_column

from kcc_desktop.data.base import Base
from kcc_desktop.data.columns import Day, Id, Instant, Sequence, one_of
from kcc_desktop.domain.appointments import AppointmentState, Said, UnlessReason
from kcc_desktop.domain.contacts import Confidentiality


class OccupancyRow(Base):
    """One row for each five minutes of a counter or worker: its key is what makes double booking impossible.

    A product booked, a hold, a block and a visit all own rows here. The rows of a hold that ran out block nobody:
    whoever wants the time takes them away first.
    """

    __tablename__ = "occupancy"
    __table_args__ = (Index(None, "owner_id"), {"sqlite_with_rowid": False})

    resource_id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    quantum: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    owner_id: Mapped[UUID] = mapped_column(Id)
    expires_at: Mapped[datetime | None] = mapped_column(Instant)


class AppointmentRow(Base):
    __tablename__ = "appointment"
    __table_args__ = (
        one_of("state", AppointmentState),
        one_of("unless_reason", UnlessReason, empty=True),
        one_of("confidentiality", Confidentiality),
        CheckConstraint("quanta > 0", name="quanta"),
        CheckConstraint("(state = 'held') = (expires_at IS NOT NULL)", name="hold_expires"),
        # A citizen keeps the code when the appointment moves.
        Index(
            "uq_appointment_reference_in_use",
            "reference",
            unique=True,
            sqlite_where=text("state <> 'rescheduled'"),
            postgresql_where=text("state <> 'rescheduled'"),
        ),
        Index(None, "location_id", "local_on"),
        Index(None, "party_id", "quantum"),
    )

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    reference: Mapped[str] = mapped_column(String(12))
    state: Mapped[str] = mapped_column(String(12))
    location_id: Mapped[UUID] = mapped_column(Id, ForeignKey("location.id"))
    counter_id: Mapped[UUID] = mapped_column(Id, ForeignKey("counter.id"))
    lane_id: Mapped[UUID | None] = mapped_column(
        Id, ForeignKey("counter_lane.id")
    )  # overbooked: not the counter itself
    quantum: Mapped[int]
    quanta: Mapped[int]
    local_on: Mapped[date] = mapped_column(Day)
    party_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("party.id"))
    conversation_id: Mapped[UUID | None] = mapped_column(Id)  # recorded when the talk ends, which is later
    language: Mapped[str] = mapped_column(String(3), default="nld")
    unless_reason: Mapped[str] = mapped_column(String(14), default="")
    confidentiality: Mapped[str] = mapped_column(String(12), default=Confidentiality.OPEN.value)
    owner_cluster_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("cluster.id"))  # whose confidential one it is
    help_minutes: Mapped[int] = mapped_column(default=0, server_default="0")  # planned in for digital help
    needs_interpreter: Mapped[bool] = mapped_column(default=False, server_default=false())
    contact_id: Mapped[UUID | None] = mapped_column(Id, index=True)  # recorded later than the appointment
    moves: Mapped[int] = mapped_column(default=0, server_default="0")  # how often it was put at another time
    expires_at: Mapped[datetime | None] = mapped_column(Instant)
    replaces_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("appointment.id"), unique=True)
    made_at: Mapped[datetime] = mapped_column(Instant)
    made_by: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"))


class AppointmentTextRow(Base):
    """The personal part."""

    __tablename__ = "appointment_text"

    appointment_id: Mapped[UUID] = mapped_column(Id, ForeignKey("appointment.id"), primary_key=True)
    name: Mapped[str] = mapped_column(String(200), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    email: Mapped[str] = mapped_column(String(254), default="")
    note: Mapped[str] = mapped_column(Text, default="")


class AttendeeRow(Base):
    """One person of an appointment and what they come for; named or by age, or neither."""

    __tablename__ = "appointment_attendee"
    __table_args__ = (one_of("consent", Said, empty=True), one_of("authority", Said, empty=True))

    appointment_id: Mapped[UUID] = mapped_column(Id, ForeignKey("appointment.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    product_id: Mapped[UUID] = mapped_column(Id, ForeignKey("product.id"))
    party_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("party.id"))
    name: Mapped[str] = mapped_column(String(200), default="")
    age: Mapped[int | None]
    consent: Mapped[str] = mapped_column(String(3), default="", server_default="")
    authority: Mapped[str] = mapped_column(String(3), default="", server_default="")


class AppointmentEventRow(Base):
    """Every move, append-only: figures are counted from these, never from fields that change."""

    __tablename__ = "appointment_event"
    __table_args__ = (Index(None, "appointment_id"),)

    number: Mapped[int] = mapped_column(Sequence, primary_key=True, autoincrement=True)
    appointment_id: Mapped[UUID] = mapped_column(Id, ForeignKey("appointment.id"))
    from_state: Mapped[str] = mapped_column(String(12))
    to_state: Mapped[str] = mapped_column(String(12))
    by_whom: Mapped[str] = mapped_column(String(12), default="")  # of a cancellation
    reason: Mapped[str] = mapped_column(String(300), default="")
    at: Mapped[datetime] = mapped_column(Instant)
    actor_id: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"))
