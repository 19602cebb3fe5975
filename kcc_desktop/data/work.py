"""Tasks, callbacks, the queues they stand in, and the colleagues they go to, as rows."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, true
from sqlalchemy.orm import Mapped, mapped_column

from kcc_desktop.data.base import Base
from kcc_desktop.data.columns import Id, Instant, one_of
from kcc_desktop.domain.work import (
    GENERAL_QUEUE,
    ColleagueKind,
    NormUnit,
    TaskKind,
    TaskState,
    WorkMove,
    WorkOutcome,
)


class ColleagueRow(Base):
    __tablename__ = "colleague"
    __table_args__ = (one_of("kind", ColleagueKind),)

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    name: Mapped[str] = mapped_column(String(200))
    department: Mapped[str] = mapped_column(String(120), default="")
    function: Mapped[str] = mapped_column(String(120), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    email: Mapped[str] = mapped_column(String(254), default="")
    availability: Mapped[str] = mapped_column(String(200), default="")
    source_key: Mapped[str] = mapped_column(String(200), unique=True)


class TaskNumberRow(Base):
    """Counts task references per year: T2026-000123."""

    __tablename__ = "task_number"

    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int]


class TaskRow(Base):
    __tablename__ = "internal_task"
    __table_args__ = (
        one_of("kind", TaskKind),
        one_of("state", TaskState),
        Index(None, "party_id", "state", "due_at"),
        Index(None, "contact_id"),
        Index(None, "state", "due_at"),
        Index(None, "queue_code", "state", "due_at", "reference"),
    )

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    reference: Mapped[str] = mapped_column(String(20), unique=True)
    kind: Mapped[str] = mapped_column(String(10))
    state: Mapped[str] = mapped_column(String(10))
    contact_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("contact.id"))
    party_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("party.id"))
    owner_colleague_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("colleague.id"))
    product_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("product.id"))
    due_at: Mapped[datetime] = mapped_column(Instant)
    created_at: Mapped[datetime] = mapped_column(Instant)
    created_by: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"))
    closed_at: Mapped[datetime | None] = mapped_column(Instant)
    # Nullable only because a file takes no column that refers to something and has a value; the database refuses NULL.
    queue_code: Mapped[str | None] = mapped_column(String(40), ForeignKey("work_queue.code"), default=GENERAL_QUEUE)
    taken_by: Mapped[UUID | None] = mapped_column(Id, ForeignKey("agent.id"), index=True)
    taken_at: Mapped[datetime | None] = mapped_column(Instant)
    attempts: Mapped[int] = mapped_column(default=0, server_default="0")
    next_try_at: Mapped[datetime | None] = mapped_column(Instant)
    rappels: Mapped[int] = mapped_column(default=0, server_default="0")
    moves: Mapped[int] = mapped_column(default=0, server_default="0")
    channel_code: Mapped[str | None] = mapped_column(String(20), ForeignKey("channel.code"))  # its contact's, if None
    meant_for: Mapped[UUID | None] = mapped_column(Id, ForeignKey("agent.id"), index=True)
    calling_at: Mapped[datetime | None] = mapped_column(Instant)


class QueueRow(Base):
    """Where work waits; a norm says within how much time."""

    __tablename__ = "work_queue"
    __table_args__ = (one_of("norm_unit", NormUnit), CheckConstraint("norm_value > 0", name="norm_value"))

    code: Mapped[str] = mapped_column(String(40), primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    cluster_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("cluster.id"))
    skills: Mapped[str] = mapped_column(Text, default="")  # words with a space between
    norm_value: Mapped[int]
    norm_unit: Mapped[str] = mapped_column(String(12))
    position: Mapped[int] = mapped_column(default=0)
    # False: nothing new goes in; what waits there is still taken.
    is_in_use: Mapped[bool] = mapped_column(default=True, server_default=true())
    languages: Mapped[str] = mapped_column(
        Text, default="", server_default=""
    )  # what arrives in one of these comes here


class WorkEventRow(Base):
    """Every move of a task, append-only. Its number follows from the task's row, so that none is lost or doubled."""

    __tablename__ = "work_event"
    __table_args__ = (one_of("move", WorkMove), one_of("outcome", WorkOutcome, empty=True))

    task_id: Mapped[UUID] = mapped_column(Id, ForeignKey("internal_task.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    id: Mapped[UUID] = mapped_column(Id, unique=True)
    move: Mapped[str] = mapped_column(String(12))
    outcome: Mapped[str] = mapped_column(String(12), default="")
    queue_code: Mapped[str] = mapped_column(String(40), ForeignKey("work_queue.code"))
    colleague_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("colleague.id"))
    next_try_at: Mapped[datetime | None] = mapped_column(Instant)
    at: Mapped[datetime] = mapped_column(Instant)
    actor_id: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"))
    agent_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("agent.id"))  # to whom it was handed


class WorkEventTextRow(Base):
    """What somebody wrote about a move: the personal part."""

    __tablename__ = "work_event_text"

    event_id: Mapped[UUID] = mapped_column(Id, ForeignKey("work_event.id"), primary_key=True)
    task_id: Mapped[UUID] = mapped_column(Id, ForeignKey("internal_task.id"), index=True)
    text: Mapped[str] = mapped_column(Text)


class TaskTextRow(Base):
    """The personal part of a task."""

    __tablename__ = "task_text"

    task_id: Mapped[UUID] = mapped_column(Id, ForeignKey("internal_task.id"), primary_key=True)
    phone: Mapped[str] = mapped_column(String(40), default="")
    explanation: Mapped[str] = mapped_column(Text, default="")


class TaskCaseRow(Base):
    """Which cases a task is about."""

    __tablename__ = "task_case"

    task_id: Mapped[UUID] = mapped_column(Id, ForeignKey("internal_task.id"), primary_key=True)
    case_id: Mapped[UUID] = mapped_column(Id, ForeignKey("case_file.id"), primary_key=True, index=True)
