"""Tickets, their numbers and events, and who staffs which counter, as rows. Who somebody is stands apart.

A ticket's own row says nothing about anybody: numbers hang on a wall, and the queue must be the same for every desk.
"""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from kcc_desktop.data.base import Base
from kcc_desktop.data.columns import Day, Id, Instant, one_of
from kcc_desktop.domain.appointments import UnlessReason
from kcc_desktop.domain.contacts import Confidentiality, IdentityLevel
from kcc_desktop.domain.counter import CounterState, DigitalOffer, TicketMove, TicketSource, TicketState

_BUSY = "state IN ('called', 'serving')"


class TicketNumberRow(Base):
    """Counts the numbers of one local day of a location, per letter."""

    __tablename__ = "ticket_number"

    location_id: Mapped[UUID] = mapped_column(Id, ForeignKey("location.id"), primary_key=True)
    local_on: Mapped[date] = mapped_column(Day, primary_key=True)
    prefix: Mapped[str] = mapped_column(String(2), primary_key=True)
    last: Mapped[int]


class TicketRow(Base):
    __tablename__ = "queue_ticket"
    __table_args__ = (
        one_of("state", TicketState),
        one_of("source", TicketSource),
        one_of("unless_reason", UnlessReason, empty=True),
        one_of("digital_offer", DigitalOffer, empty=True),
        one_of("identity", IdentityLevel),
        one_of("confidentiality", Confidentiality),
        CheckConstraint("priority BETWEEN 0 AND 2", name="priority"),
        CheckConstraint("state <> 'waiting' OR counter_id IS NULL", name="waits_nowhere"),
        CheckConstraint("state NOT IN ('called', 'serving', 'on_hold') OR counter_id IS NOT NULL", name="at_a_counter"),
        UniqueConstraint("location_id", "local_on", "prefix", "number"),
        # One citizen at a counter at a time, whatever two desks do.
        Index(
            "uq_queue_ticket_at_counter",
            "counter_id",
            unique=True,
            sqlite_where=text(_BUSY),
            postgresql_where=text(_BUSY),
        ),
        Index(None, "location_id", "local_on", "state"),
    )

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    location_id: Mapped[UUID] = mapped_column(Id, ForeignKey("location.id"))
    local_on: Mapped[date] = mapped_column(Day)
    prefix: Mapped[str] = mapped_column(String(2))
    number: Mapped[int]
    state: Mapped[str] = mapped_column(String(8))
    source: Mapped[str] = mapped_column(String(8))
    priority: Mapped[int]
    due_at: Mapped[datetime] = mapped_column(Instant)
    skills: Mapped[str] = mapped_column(Text, default="")  # words with a blank between, in order
    wanted_counter_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("counter.id"))
    counter_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("counter.id"))
    needs: Mapped[str] = mapped_column(String(60), default="")
    language: Mapped[str] = mapped_column(String(3), default="nld")
    unless_reason: Mapped[str] = mapped_column(String(14), default="")
    digital_offer: Mapped[str] = mapped_column(String(8), default="")
    identity: Mapped[str] = mapped_column(String(20), default=IdentityLevel.NOT_ESTABLISHED.value)
    outcome_code: Mapped[str] = mapped_column(String(30), default="")
    appointment_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("appointment.id"), unique=True)
    conversation_id: Mapped[UUID | None] = mapped_column(Id, unique=True)  # recorded when the talk ends, which is later
    confidentiality: Mapped[str] = mapped_column(String(12), default=Confidentiality.OPEN.value)
    owner_cluster_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("cluster.id"))
    called_at: Mapped[datetime | None] = mapped_column(Instant)  # the first time
    announced_at: Mapped[datetime | None] = mapped_column(Instant)  # the last time: that the wall shows
    served_at: Mapped[datetime | None] = mapped_column(Instant)
    host_told_at: Mapped[datetime | None] = mapped_column(Instant)
    created_at: Mapped[datetime] = mapped_column(Instant)
    created_by: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"))
    moves: Mapped[int] = mapped_column(default=0)


class TicketTextRow(Base):
    """The personal part."""

    __tablename__ = "queue_ticket_text"

    ticket_id: Mapped[UUID] = mapped_column(Id, ForeignKey("queue_ticket.id"), primary_key=True)
    party_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("party.id"))
    name: Mapped[str] = mapped_column(String(200), default="")
    note: Mapped[str] = mapped_column(Text, default="")


class TicketLineRow(Base):
    """What somebody comes for, and what they were sent on for."""

    __tablename__ = "queue_ticket_line"

    ticket_id: Mapped[UUID] = mapped_column(Id, ForeignKey("queue_ticket.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    product_id: Mapped[UUID] = mapped_column(Id, ForeignKey("product.id"))
    persons: Mapped[int] = mapped_column(default=1)
    is_sent_on: Mapped[bool] = mapped_column(default=False)


class TicketEventRow(Base):
    """Every move, append-only: figures are counted from these. Its number follows from the ticket's row."""

    __tablename__ = "ticket_event"
    __table_args__ = (one_of("move", TicketMove),)

    ticket_id: Mapped[UUID] = mapped_column(Id, ForeignKey("queue_ticket.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    id: Mapped[UUID] = mapped_column(Id, unique=True)
    move: Mapped[str] = mapped_column(String(12))
    from_state: Mapped[str] = mapped_column(String(8))
    to_state: Mapped[str] = mapped_column(String(8))
    counter_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("counter.id"))
    identity_how: Mapped[str] = mapped_column(String(200), default="")
    at: Mapped[datetime] = mapped_column(Instant)
    actor_id: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"))


class CounterStateRow(Base):
    """Whether a counter is open and who sits there; without a row it is closed."""

    __tablename__ = "counter_state"
    __table_args__ = (
        one_of("state", CounterState),
        CheckConstraint("(state = 'closed') = (agent_id IS NULL)", name="staffed"),
        Index(None, "agent_id"),
    )

    counter_id: Mapped[UUID] = mapped_column(Id, ForeignKey("counter.id"), primary_key=True)
    state: Mapped[str] = mapped_column(String(6))
    agent_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("agent.id"))
    since: Mapped[datetime] = mapped_column(Instant)
    moves: Mapped[int] = mapped_column(default=0)


class CounterEventRow(Base):
    """Every opening, pause and closing, append-only."""

    __tablename__ = "counter_event"
    __table_args__ = (one_of("state", CounterState),)

    counter_id: Mapped[UUID] = mapped_column(Id, ForeignKey("counter.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    state: Mapped[str] = mapped_column(String(6))
    agent_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("agent.id"))
    at: Mapped[datetime] = mapped_column(Instant)
    actor_id: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"))
