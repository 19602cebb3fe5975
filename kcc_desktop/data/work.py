"""Tasks, callbacks and the colleagues they go to, as rows."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from kcc_desktop.data.base import Base
from kcc_desktop.data.columns import Id, Instant, one_of
from kcc_desktop.domain.work import ColleagueKind, TaskKind, TaskState


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
