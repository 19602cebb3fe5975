"""Visits as rows. Where and what people said stands apart; where a worker is when stands apart from who and why."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Float, ForeignKey, Index, LargeBinary, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from kcc_desktop.data.base import Base
from kcc_desktop.data.columns import Day, Id, Instant, Sequence, one_of
from kcc_desktop.domain.contacts import Confidentiality
from kcc_desktop.domain.safety_notes import SafetyGround
from kcc_desktop.domain.travel import TravelSource
from kcc_desktop.domain.visits import PointQuality, VisitOutcome, VisitState

_IN_A_DAY = "'held', 'planned', 'dispatched', 'en_route', 'on_site', 'completed', 'failed', 'partly_done'"


class VisitRow(Base):
    __tablename__ = "visit"
    __table_args__ = (
        one_of("state", VisitState),
        one_of("outcome", VisitOutcome, empty=True),
        one_of("travel_source", TravelSource, empty=True),
        one_of("confidentiality", Confidentiality),
        CheckConstraint("quanta > 0", name="quanta"),
        CheckConstraint("(state = 'held') = (expires_at IS NOT NULL)", name="hold_expires"),
        CheckConstraint(
            f"state NOT IN ({_IN_A_DAY}) OR (worker_id IS NOT NULL AND quantum IS NOT NULL AND local_on IS NOT NULL "
            "AND (second_worker_id IS NOT NULL) = with_second)",
            name="in_a_day",
        ),
        CheckConstraint(
            "state <> 'booked' OR (worker_id IS NULL AND second_worker_id IS NULL AND quantum IS NULL "
            "AND local_on IS NULL)",
            name="unplanned",
        ),
        CheckConstraint("second_worker_id IS NULL OR second_worker_id <> worker_id", name="two_workers"),
        # The promise is hard: a planned visit lies in it, wholly.
        CheckConstraint(
            "(window_from IS NULL) = (window_until IS NULL) AND (window_from IS NULL OR quantum IS NULL "
            "OR (window_from <= quantum AND quantum + quanta <= window_until))",
            name="promise",
        ),
        # A citizen keeps the code when the visit moves.
        Index(
            "uq_visit_reference_in_use",
            "reference",
            unique=True,
            sqlite_where=text("state <> 'rescheduled'"),
            postgresql_where=text("state <> 'rescheduled'"),
        ),
        Index(
            "ix_visit_unplanned",
            "made_at",
            sqlite_where=text("state = 'booked'"),
            postgresql_where=text("state = 'booked'"),
        ),
        Index(None, "worker_id", "local_on"),
        Index(None, "second_worker_id", "local_on"),
        Index(None, "follow_up_of"),
    )

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    reference: Mapped[str] = mapped_column(String(12))
    state: Mapped[str] = mapped_column(String(12))
    product_id: Mapped[UUID] = mapped_column(Id, ForeignKey("product.id"))
    skills: Mapped[str] = mapped_column(Text, default="")  # words with blanks between
    with_second: Mapped[bool] = mapped_column(default=False)
    quanta: Mapped[int]
    worker_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("worker.id"))
    second_worker_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("worker.id"))
    quantum: Mapped[int | None]
    local_on: Mapped[date | None] = mapped_column(Day)
    window_from: Mapped[int | None]
    window_until: Mapped[int | None]
    travel_minutes: Mapped[int | None]  # the drive there, when it was planned
    travel_source: Mapped[str] = mapped_column(String(10), default="")
    party_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("party.id"))
    conversation_id: Mapped[UUID | None] = mapped_column(Id)  # recorded when the talk ends, which is later
    contact_id: Mapped[UUID | None] = mapped_column(Id, index=True)  # of the question; recorded later, too
    confidentiality: Mapped[str] = mapped_column(String(12), default=Confidentiality.OPEN.value)
    owner_cluster_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("cluster.id"))
    expires_at: Mapped[datetime | None] = mapped_column(Instant)
    outcome: Mapped[str] = mapped_column(String(20), default="")
    identity_checked: Mapped[bool] = mapped_column(default=False)
    replaces_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("visit.id"), unique=True)
    follow_up_of: Mapped[UUID | None] = mapped_column(Id, ForeignKey("visit.id"))
    made_at: Mapped[datetime] = mapped_column(Instant)
    made_by: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"))


class VisitPlaceRow(Base):
    """Where: personal, since it is somebody's front door."""

    __tablename__ = "visit_place"
    __table_args__ = (one_of("quality", PointQuality), Index(None, "address_key"))

    visit_id: Mapped[UUID] = mapped_column(Id, ForeignKey("visit.id"), primary_key=True)
    street: Mapped[str] = mapped_column(String(120), default="")
    house_number: Mapped[int | None]
    letter: Mapped[str] = mapped_column(String(10), default="")
    addition: Mapped[str] = mapped_column(String(40), default="")
    designation: Mapped[str] = mapped_column(String(20), default="")
    postcode: Mapped[str] = mapped_column(String(10), default="")
    place: Mapped[str] = mapped_column(String(120), default="")
    address_key: Mapped[str] = mapped_column(String(80), default="")
    latitude: Mapped[float] = mapped_column(Float)
    longitude: Mapped[float] = mapped_column(Float)
    quality: Mapped[str] = mapped_column(String(10))


class VisitTextRow(Base):
    """What was said: personal."""

    __tablename__ = "visit_text"

    visit_id: Mapped[UUID] = mapped_column(Id, ForeignKey("visit.id"), primary_key=True)
    name: Mapped[str] = mapped_column(String(200), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    email: Mapped[str] = mapped_column(String(254), default="")
    contact_name: Mapped[str] = mapped_column(String(200), default="")
    contact_phone: Mapped[str] = mapped_column(String(40), default="")
    access: Mapped[str] = mapped_column(Text, default="")
    materials: Mapped[str] = mapped_column(Text, default="")  # a line a thing
    interpreter: Mapped[str] = mapped_column(String(60), default="")
    note: Mapped[str] = mapped_column(Text, default="")


class VisitReportRow(Base):
    """How it went: personal, written once. `signature`: a PNG."""

    __tablename__ = "visit_report"

    visit_id: Mapped[UUID] = mapped_column(Id, ForeignKey("visit.id"), primary_key=True)
    report: Mapped[str] = mapped_column(Text, default="")
    signed_by: Mapped[str] = mapped_column(String(200), default="")
    signature: Mapped[bytes] = mapped_column(LargeBinary, default=b"")


class VisitPartyRow(Base):
    """Whoever is invited; the first is whom it is for."""

    __tablename__ = "visit_party"
    __table_args__ = (Index(None, "party_id"),)

    visit_id: Mapped[UUID] = mapped_column(Id, ForeignKey("visit.id"), primary_key=True)
    party_id: Mapped[UUID] = mapped_column(Id, ForeignKey("party.id"), primary_key=True)
    position: Mapped[int]


class VisitStopRow(Base):
    """Where a worker is when, to a hundred metres, without who or why: whoever plans counts the drive around it.

    A worker that a visit names has its stop while the visit stands in the day, and what became of it afterwards.
    """

    __tablename__ = "visit_stop"
    __table_args__ = (Index(None, "worker_id", "local_on"),)

    visit_id: Mapped[UUID] = mapped_column(Id, primary_key=True)  # like occupied time, it is there before its visit
    worker_id: Mapped[UUID] = mapped_column(Id, ForeignKey("worker.id"), primary_key=True)
    local_on: Mapped[date] = mapped_column(Day)
    quantum: Mapped[int]
    quanta: Mapped[int]
    latitude: Mapped[float] = mapped_column(Float)
    longitude: Mapped[float] = mapped_column(Float)
    expires_at: Mapped[datetime | None] = mapped_column(Instant)


class VisitEventRow(Base):
    """Every move, append-only: figures are counted from these, never from fields that change."""

    __tablename__ = "visit_event"
    __table_args__ = (Index(None, "visit_id"),)

    number: Mapped[int] = mapped_column(Sequence, primary_key=True, autoincrement=True)
    visit_id: Mapped[UUID] = mapped_column(Id, ForeignKey("visit.id"))
    from_state: Mapped[str] = mapped_column(String(12))
    to_state: Mapped[str] = mapped_column(String(12))
    by_whom: Mapped[str] = mapped_column(String(12), default="")  # of a cancellation
    reason: Mapped[str] = mapped_column(String(300), default="")
    at: Mapped[datetime] = mapped_column(Instant)
    actor_id: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"))


class SafetyNoteRow(Base):
    """That there is one, about whom or which front door, why, and until when."""

    __tablename__ = "safety_note"
    __table_args__ = (
        one_of("ground", SafetyGround),
        CheckConstraint("party_id IS NOT NULL OR address_key <> ''", name="subject"),
        CheckConstraint("(ended_at IS NULL) = (ended_by IS NULL)", name="ended"),
        Index(None, "party_id"),
        Index(None, "address_key"),
    )

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    party_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("party.id"))
    address_key: Mapped[str] = mapped_column(String(80), default="")
    ground: Mapped[str] = mapped_column(String(12))
    ends_on: Mapped[date] = mapped_column(Day)
    made_at: Mapped[datetime] = mapped_column(Instant)
    made_by: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"))
    ended_at: Mapped[datetime | None] = mapped_column(Instant)
    ended_by: Mapped[UUID | None] = mapped_column(Id, ForeignKey("agent.id"))


class SafetyNoteTextRow(Base):
    __tablename__ = "safety_note_text"

    note_id: Mapped[UUID] = mapped_column(Id, ForeignKey("safety_note.id"), primary_key=True)
    text: Mapped[str] = mapped_column(Text)
