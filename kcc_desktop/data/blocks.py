"""Blocks of a counter's or worker's time, and the extra lanes of a counter that is overbooked, as rows."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kcc_desktop.data.base import Base
from kcc_desktop.data.columns import Day, Id, Instant, one_of
from kcc_desktop.domain.blocks import BlockState, Repeat, ResourceKind

EXTRA_LANES = (2, 3)  # beside the counter itself, which is the first


class CounterLaneRow(Base):
    """One citizen more at a counter than it serves: lane 2 and 3 beside the counter itself, each a resource."""

    __tablename__ = "counter_lane"
    __table_args__ = (
        UniqueConstraint("counter_id", "number"),
        CheckConstraint("number BETWEEN 2 AND 3", name="number"),
    )

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    counter_id: Mapped[UUID] = mapped_column(Id, ForeignKey("counter.id"))
    number: Mapped[int]


class BlockSeriesRow(Base):
    """What was asked for, once or by a rule: why, when by the clock on the wall, and which days not."""

    __tablename__ = "block_series"
    __table_args__ = (
        one_of("repeats", Repeat),
        CheckConstraint("every > 0", name="every"),
        CheckConstraint(
            "from_minute >= 0 AND from_minute < until_minute AND until_minute <= 1440 "
            "AND from_minute % 5 = 0 AND until_minute % 5 = 0",
            name="minutes",
        ),
    )

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    location_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("location.id"))
    reason: Mapped[str] = mapped_column(String(120))
    from_minute: Mapped[int]
    until_minute: Mapped[int]
    first_on: Mapped[date] = mapped_column(Day)
    repeats: Mapped[str] = mapped_column(String(16), default=Repeat.NEVER.value)
    every: Mapped[int] = mapped_column(default=1)
    weekdays: Mapped[str] = mapped_column(String(7), default="")  # digits, Monday is 0
    until_on: Mapped[date | None] = mapped_column(Day)
    exceptions: Mapped[str] = mapped_column(Text, default="")  # days with blanks between
    made_at: Mapped[datetime] = mapped_column(Instant)
    made_by: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"))


class BlockRow(Base):
    """One run of five minutes of one resource; it owns exactly these while it is active."""

    __tablename__ = "block"
    __table_args__ = (
        one_of("state", BlockState),
        one_of("resource_kind", ResourceKind),
        CheckConstraint("quanta > 0", name="quanta"),
        Index(None, "location_id", "local_on"),
        Index(None, "series_id", "local_on"),
        Index(None, "resource_id", "quantum"),
    )

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    series_id: Mapped[UUID] = mapped_column(Id, ForeignKey("block_series.id"))
    state: Mapped[str] = mapped_column(String(8), default=BlockState.ACTIVE.value)
    location_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("location.id"))
    resource_kind: Mapped[str] = mapped_column(String(8), default=ResourceKind.COUNTER.value)
    resource_id: Mapped[UUID] = mapped_column(Id)
    quantum: Mapped[int]
    quanta: Mapped[int]
    local_on: Mapped[date] = mapped_column(Day)
