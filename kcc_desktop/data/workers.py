"""Who goes out, when they work, what keeps them away, and where a postcode lies, as rows."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Float, ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from kcc_desktop.data.base import Base
from kcc_desktop.data.columns import Day, Id, Instant


class WorkerRow(Base):
    """Somebody who visits; with an agent's login or without, as a partner's people are."""

    __tablename__ = "worker"
    __table_args__ = (
        CheckConstraint("latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180", name="start"),
        Index(None, "agent_id"),
    )

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    position: Mapped[int]
    skills: Mapped[str] = mapped_column(Text, default="")  # words with blanks between
    areas: Mapped[str] = mapped_column(Text, default="")  # how postcodes begin, blanks between; "": everywhere
    latitude: Mapped[float] = mapped_column(Float)
    longitude: Mapped[float] = mapped_column(Float)
    start_address: Mapped[str] = mapped_column(String(300), default="")
    cluster_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("cluster.id"))
    agent_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("agent.id"))
    is_in_use: Mapped[bool] = mapped_column(default=True)


class WorkerHoursRow(Base):
    """When a worker works, by the clock on the wall; from a day, until a day."""

    __tablename__ = "worker_hours"
    __table_args__ = (
        CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
        CheckConstraint(
            "from_minute >= 0 AND from_minute < until_minute AND until_minute <= 1440 "
            "AND from_minute % 5 = 0 AND until_minute % 5 = 0",
            name="minutes",
        ),
    )

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    worker_id: Mapped[UUID] = mapped_column(Id, ForeignKey("worker.id"), index=True)
    weekday: Mapped[int]
    from_minute: Mapped[int]
    until_minute: Mapped[int]
    valid_from: Mapped[date] = mapped_column(Day)
    valid_until: Mapped[date | None] = mapped_column(Day)


class WorkerAbsenceRow(Base):
    """A worker's time that is not for visits: it owns exactly its quanta of the worker until it is ended."""

    __tablename__ = "worker_absence"
    __table_args__ = (CheckConstraint("quanta > 0", name="quanta"), Index(None, "worker_id", "quantum"))

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    worker_id: Mapped[UUID] = mapped_column(Id, ForeignKey("worker.id"))
    quantum: Mapped[int]
    quanta: Mapped[int]
    reason: Mapped[str] = mapped_column(String(120), default="")  # names no health
    made_at: Mapped[datetime] = mapped_column(Instant)
    made_by: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"))
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
    ended_by: Mapped[UUID | None] = mapped_column(Id, ForeignKey("agent.id"))


class WorkerDayRow(Base):
    """Counts what changed in a worker's day. Whoever changes it holds this row, so that two never judge it at once."""

    __tablename__ = "worker_day"

    worker_id: Mapped[UUID] = mapped_column(Id, ForeignKey("worker.id"), primary_key=True)
    local_on: Mapped[date] = mapped_column(Day, primary_key=True)
    version: Mapped[int] = mapped_column(default=0)


class PostcodePointRow(Base):
    """Where a postcode lies, from a table that was imported."""

    __tablename__ = "postcode_point"
    __table_args__ = (
        CheckConstraint("latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180", name="degrees"),
    )

    postcode: Mapped[str] = mapped_column(String(6), primary_key=True)  # without a blank
    latitude: Mapped[float] = mapped_column(Float)
    longitude: Mapped[float] = mapped_column(Float)
