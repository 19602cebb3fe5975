"""Notices as rows: what every desk is told until it ends."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, Text, insert, or_, select, update
from sqlalchemy.orm import Mapped, mapped_column

from kcc_desktop.data.agents import AgentRow
from kcc_desktop.data.base import Base
from kcc_desktop.data.columns import Id, Instant
from kcc_desktop.data.database import Look, Work
from kcc_desktop.domain.notices import Notice, PutNotice


class NoticeRow(Base):
    """`until` is when it is expected to end; `ended_at` when somebody ended it."""

    __tablename__ = "notice"

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    text: Mapped[str] = mapped_column(Text)
    product_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("product.id"))
    since: Mapped[datetime] = mapped_column(Instant)
    put_by: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"))
    until: Mapped[datetime | None] = mapped_column(Instant)
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
    ended_by: Mapped[UUID | None] = mapped_column(Id, ForeignKey("agent.id"))


def current(look: Look) -> tuple[Notice, ...]:
    """What holds by the database's clock, the newest first."""
    rows = look.connection.execute(
        select(NoticeRow.id, NoticeRow.text, NoticeRow.product_id, NoticeRow.since, NoticeRow.until, AgentRow.name)
        .join(AgentRow, AgentRow.id == NoticeRow.put_by)
        .where(NoticeRow.ended_at.is_(None), or_(NoticeRow.until.is_(None), NoticeRow.until > look.now))
        .order_by(NoticeRow.since.desc(), NoticeRow.id)
    )
    return tuple(Notice(*row) for row in rows)


def exists(unit: Work, notice_id: UUID) -> bool:
    return unit.connection.scalar(select(NoticeRow.id).where(NoticeRow.id == notice_id)) is not None


def put(unit: Work, command: PutNotice) -> None:
    unit.connection.execute(
        insert(NoticeRow).values(
            id=command.id,
            text=command.text,
            product_id=command.product_id,
            since=unit.now,
            put_by=unit.agent.id,
            until=command.until,
        )
    )


def end(unit: Work, notice_id: UUID) -> bool:
    """Whether it was still on and is ended now."""
    ended = unit.connection.execute(
        update(NoticeRow)
        .where(NoticeRow.id == notice_id, NoticeRow.ended_at.is_(None))
        .values(ended_at=unit.now, ended_by=unit.agent.id)
        .returning(NoticeRow.id)
    ).first()
    return ended is not None
