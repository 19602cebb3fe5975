"""Locations, counters, their hours, and what an appointment for a product needs, as rows."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, Float, ForeignKey, String, Text, UniqueConstraint, true
from sqlalchemy.orm import Mapped, mapped_column

from kcc_desktop.data.base import Base
from kcc_desktop.data.columns import Day, Id, one_of
from kcc_desktop.domain.calendar import CounterKind


class LocationRow(Base):
    __tablename__ = "location"
    __table_args__ = (CheckConstraint("step_minutes >= 5 AND step_minutes % 5 = 0", name="step"),)

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    code: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    address: Mapped[str] = mapped_column(String(300), default="")
    zone: Mapped[str] = mapped_column(String(60), default="Europe/Amsterdam")
    step_minutes: Mapped[int] = mapped_column(default=5)
    latitude: Mapped[float | None] = mapped_column(Float)
    longitude: Mapped[float | None] = mapped_column(Float)
    is_open: Mapped[bool] = mapped_column(default=True)  # False: no longer in use


class CounterRow(Base):
    __tablename__ = "counter"
    __table_args__ = (UniqueConstraint("location_id", "name"), one_of("kind", CounterKind))

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    location_id: Mapped[UUID] = mapped_column(Id, ForeignKey("location.id"))
    name: Mapped[str] = mapped_column(String(40))
    position: Mapped[int]
    skills: Mapped[str] = mapped_column(Text, default="")  # words with blanks between
    is_in_use: Mapped[bool] = mapped_column(default=True)
    kind: Mapped[str] = mapped_column(String(4), default=CounterKind.DESK.value, server_default="desk")
    room: Mapped[str] = mapped_column(String(40), default="", server_default="")  # where a host receives


class WeeklyHoursRow(Base):
    """When a location is open, or a counter staffed: exactly one of the two is named."""

    __tablename__ = "weekly_hours"
    __table_args__ = (
        CheckConstraint("weekday BETWEEN 0 AND 6", name="weekday"),
        CheckConstraint(
            "from_minute >= 0 AND from_minute < until_minute AND until_minute <= 1440 "
            "AND from_minute % 5 = 0 AND until_minute % 5 = 0",
            name="minutes",
        ),
        CheckConstraint("(location_id IS NULL) <> (counter_id IS NULL)", name="one_owner"),
    )

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    location_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("location.id"), index=True)
    counter_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("counter.id"), index=True)
    weekday: Mapped[int]
    from_minute: Mapped[int]
    until_minute: Mapped[int]
    valid_from: Mapped[date] = mapped_column(Day)
    valid_until: Mapped[date | None] = mapped_column(Day)


class ClosureRow(Base):
    """Without a location: everywhere. Without minutes: whole days."""

    __tablename__ = "closure"
    __table_args__ = (
        CheckConstraint("from_on <= until_on", name="days"),
        CheckConstraint(
            "(from_minute IS NULL) = (until_minute IS NULL) AND (from_minute IS NULL OR from_minute < until_minute)",
            name="minutes",
        ),
    )

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    location_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("location.id"))
    from_on: Mapped[date] = mapped_column(Day)
    until_on: Mapped[date] = mapped_column(Day, index=True)
    from_minute: Mapped[int | None]
    until_minute: Mapped[int | None]
    reason: Mapped[str] = mapped_column(String(120), default="")


class ProductFactsRow(Base):
    """A product without a row here has no appointments."""

    __tablename__ = "product_facts"
    __table_args__ = (CheckConstraint("base_minutes > 0 AND extra_minutes >= 0 AND most_persons > 0", name="sizes"),)

    product_id: Mapped[UUID] = mapped_column(Id, ForeignKey("product.id"), primary_key=True)
    base_minutes: Mapped[int]
    extra_minutes: Mapped[int] = mapped_column(default=0)
    most_persons: Mapped[int] = mapped_column(default=1)
    bring: Mapped[str] = mapped_column(Text, default="")  # a line a thing
    in_person: Mapped[bool] = mapped_column(default=False)
    skill: Mapped[str] = mapped_column(String(40), default="")
    digital_from: Mapped[date | None] = mapped_column(Day)
    digital_link: Mapped[str] = mapped_column(String(300), default="")
    combines: Mapped[str] = mapped_column(String(40), default="", server_default="")
    asks_consent_below: Mapped[int] = mapped_column(default=0, server_default="0")  # an age; 0: not asked
    asks_authority_below: Mapped[int] = mapped_column(default=0, server_default="0")
    bring_child: Mapped[str] = mapped_column(Text, default="", server_default="")  # besides, for whoever is no adult
    # What it is called in the town's other calendar; "": whatever has its name there.
    calendar_code: Mapped[str] = mapped_column(String(80), default="", server_default="")
    # False: nothing new is planned; what was promised stands.
    is_in_use: Mapped[bool] = mapped_column(default=True, server_default=true())


class ProductLocationRow(Base):
    """Where a product is done; none: everywhere."""

    __tablename__ = "product_location"

    product_id: Mapped[UUID] = mapped_column(Id, ForeignKey("product_facts.product_id"), primary_key=True)
    location_id: Mapped[UUID] = mapped_column(Id, ForeignKey("location.id"), primary_key=True)
