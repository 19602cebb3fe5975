"""Reports about the street as rows: what and where, who reported it, how it went, and who is to be told."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Float, ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from kcc_desktop.data.base import Base
from kcc_desktop.data.columns import Id, Instant, one_of
from kcc_desktop.domain.street_reports import ReportMove, ReportState


class StreetNumberRow(Base):
    """Counts reports per year: M2026-000123."""

    __tablename__ = "street_number"

    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int]


class StreetReportRow(Base):
    """Its id is that of the contact in which it was first reported."""

    __tablename__ = "street_report"
    __table_args__ = (
        one_of("state", ReportState),
        CheckConstraint("latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180", name="point"),
        CheckConstraint("(state = 'closed') = (closed_at IS NOT NULL)", name="closed_at"),
        Index(None, "product_id", "state", "latitude", "longitude"),
        Index(None, "state", "reported_at"),
    )

    id: Mapped[UUID] = mapped_column(Id, ForeignKey("contact.id"), primary_key=True)
    reference: Mapped[str] = mapped_column(String(20), unique=True)
    product_id: Mapped[UUID] = mapped_column(Id, ForeignKey("product.id"))
    latitude: Mapped[float] = mapped_column(Float)
    longitude: Mapped[float] = mapped_column(Float)
    state: Mapped[str] = mapped_column(String(12))
    reported_at: Mapped[datetime] = mapped_column(Instant)
    reported_by: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"))
    closed_at: Mapped[datetime | None] = mapped_column(Instant)
    reporters: Mapped[int]
    moves: Mapped[int]


class StreetReportTextRow(Base):
    """The place in words: it may be somebody's own front door."""

    __tablename__ = "street_report_text"

    report_id: Mapped[UUID] = mapped_column(Id, ForeignKey("street_report.id"), primary_key=True)
    place: Mapped[str] = mapped_column(Text)


class StreetReporterRow(Base):
    """In which contact somebody reported it, each citizen once; without `party_id`: nobody knows who."""

    __tablename__ = "street_reporter"
    __table_args__ = (UniqueConstraint("report_id", "party_id"),)

    contact_id: Mapped[UUID] = mapped_column(Id, ForeignKey("contact.id"), primary_key=True)
    report_id: Mapped[UUID] = mapped_column(Id, ForeignKey("street_report.id"))
    party_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("party.id"))
    at: Mapped[datetime] = mapped_column(Instant)


class StreetEventRow(Base):
    """Every move, append-only, numbered by the report's row. Says that somebody joined, not who."""

    __tablename__ = "street_event"
    __table_args__ = (one_of("move", ReportMove),)

    report_id: Mapped[UUID] = mapped_column(Id, ForeignKey("street_report.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    move: Mapped[str] = mapped_column(String(12))
    at: Mapped[datetime] = mapped_column(Instant)
    actor_id: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"))


class StreetMessageRow(Base):
    """Whom the end of a report is to be told, and the task of telling them: once each."""

    __tablename__ = "street_message"

    report_id: Mapped[UUID] = mapped_column(Id, ForeignKey("street_report.id"), primary_key=True)
    party_id: Mapped[UUID] = mapped_column(Id, ForeignKey("party.id"), primary_key=True)
    task_id: Mapped[UUID] = mapped_column(Id, ForeignKey("internal_task.id"), unique=True)
