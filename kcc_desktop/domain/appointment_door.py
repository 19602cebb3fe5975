"""The one door to whatever calendar a town has: products, locations, dates, times, fields, and a booking. Knows none.

The order in which Dutch appointment systems are asked (appointments-queues-visits facts, 1.4). Our own calendar stands
behind this door by default; a town that has JCC keeps it. Moments are instants: what a system says without a zone is
read by the clock on the wall of the location before it comes through here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from kcc_desktop.domain.errors import Refusal


class CustomerField(StrEnum):
    """What a calendar may want to know of somebody. A BSN is asked for by some; it is never kept here."""

    FIRST_NAME = "first_name"
    INITIALS = "initials"
    PREFIX = "prefix"
    LAST_NAME = "last_name"
    BIRTH_DATE = "birth_date"
    BSN = "bsn"
    NATIONALITY = "nationality"
    LANGUAGE = "language"
    EMAIL = "email"
    PHONE = "phone"
    MOBILE = "mobile"
    STREET = "street"
    HOUSE_NUMBER = "house_number"
    ADDITION = "addition"
    POSTCODE = "postcode"
    CITY = "city"
    COUNTRY = "country"


class FieldsMissing(Refusal):
    """The calendar wants to know more. `fields` are needed; of each group in `one_of` one is enough."""

    def __init__(self, fields: tuple[CustomerField, ...], one_of: tuple[tuple[CustomerField, ...], ...] = ()) -> None:
        super().__init__(", ".join(fields))
        self.fields, self.one_of = fields, one_of


class WrongBooking(Refusal):
    """The calendar booked something else than was asked: another time, place or product, or a time that is over.

    `booked_at`: the time it says, None when it names none. `is_cancelled` False: it could not be taken back, and
    somebody has to do it there; `booking_id` is its number.
    """

    def __init__(self, booked_at: datetime | None, *, is_cancelled: bool, booking_id: str = "") -> None:
        super().__init__()
        self.booked_at, self.is_cancelled, self.booking_id = booked_at, is_cancelled, booking_id


class BookingUnsure(Refusal):
    """The calendar went away in the middle: whether the time is booked is to be seen there, before trying again.

    `booking_id`: the number it gave it before it went away, "" when it gave none.
    """

    def __init__(self, booking_id: str = "") -> None:
        super().__init__()
        self.booking_id = booking_id


class DoorRefused(Refusal):
    """The calendar says no: the time is gone, or a rule of its own."""


class DoorLocked(Refusal):
    """The calendar does not let this program in: its name or its secret is wrong."""


@dataclass(frozen=True, slots=True)
class DoorProduct:
    """`most`: for how many at once, None when it is not said. `bring`: what to take along, in the calendar's words."""

    id: str
    name: str
    bring: str = ""
    most: int | None = None


@dataclass(frozen=True, slots=True)
class DoorLocation:
    id: str
    name: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class TimeElsewhere:
    """A free time at a place of the calendar."""

    location_id: str
    location: str
    starts_at: datetime


@dataclass(frozen=True, slots=True)
class WantedProduct:
    product_id: str
    persons: int = 1


@dataclass(frozen=True, slots=True)
class DoorField:
    """`group`: of the fields with one word here, one is enough."""

    name: CustomerField
    is_needed: bool
    group: str = ""


@dataclass(frozen=True, slots=True)
class CreateBooking:
    """`id` is made by the desktop; our own calendar books it once however often it is asked."""

    id: UUID
    wanted: tuple[WantedProduct, ...]
    location_id: str
    starts_at: datetime
    customer: Mapping[CustomerField, str] = field(default_factory=dict)
    remarks: str = ""


@dataclass(frozen=True, slots=True)
class DoorBooking:
    """A booking as the calendar tells of it. `reference` can be read out."""

    id: str
    reference: str
    starts_at: datetime
    ends_at: datetime
    location_id: str
    location: str
    products: tuple[str, ...]
    is_cancelled: bool = False


class AppointmentDoor(Protocol):
    """All refuse with RegisterAway while the calendar does not answer, and with DoorLocked."""

    def products(self, chosen: Sequence[str] = ()) -> tuple[DoorProduct, ...]:
        """What there are appointments for; with `chosen`, what goes together with it."""

    def locations(self, wanted: Sequence[WantedProduct]) -> tuple[DoorLocation, ...]:
        """Where all of it is done."""

    def dates(
        self, wanted: Sequence[WantedProduct], location_id: str, from_on: date, until_on: date
    ) -> tuple[date, ...]:
        """The days with a free time, up to and including the last."""

    def times(self, wanted: Sequence[WantedProduct], location_id: str, on: date) -> tuple[datetime, ...]:
        """The free times of one local day, earliest first."""

    def required_fields(self, wanted: Sequence[WantedProduct]) -> tuple[DoorField, ...]:
        """What the calendar wants to know of who comes, in its order; what it hides is not in it."""

    def create(self, booking: CreateBooking) -> DoorBooking:
        """Book it. Refuses with PastMoment, FieldsMissing, DoorRefused, WrongBooking, BookingUnsure."""

    def details(self, booking_id: str) -> DoorBooking:
        """Refuses with NotFound."""

    def cancel(self, booking_id: str) -> None:
        """The time is free again; twice is once. Refuses with NotFound and DoorRefused."""


def missing(asked: Sequence[DoorField], given: Mapping[CustomerField, str]) -> FieldsMissing | None:
    """What is needed and not given; None when nothing is."""
    needed = tuple(one.name for one in asked if one.is_needed and not given.get(one.name))
    groups: dict[str, list[CustomerField]] = {}
    for one in asked:
        if one.group:
            groups.setdefault(one.group, []).append(one.name)
    open_groups = tuple(tuple(names) for names in groups.values() if not any(given.get(name) for name in names))
    return FieldsMissing(needed, open_groups) if needed or open_groups else None
