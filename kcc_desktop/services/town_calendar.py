"""Use cases of the town's calendar, whichever stands behind the door: who may, and what is audited of a stranger's.

Our own calendar audits what it does itself; of another system's booking the audit keeps an id made from its number.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid5

from kcc_desktop.data import keys
from kcc_desktop.data.database import Database
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.appointment_door import (
    AppointmentDoor,
    CreateBooking,
    DoorBooking,
    DoorField,
    DoorLocation,
    DoorLocked,
    DoorProduct,
    WantedProduct,
)
from kcc_desktop.integrations.jcc_warp import JccWarp
from kcc_desktop.services.appointments import AppointmentService
from kcc_desktop.services.own_calendar import OwnCalendar

OWN, JCC = "own", "jcc"
_ELSEWHERE = UUID("5e0f3b52-0d1c-5a55-9a2b-0b0d3c1f6e16")


@dataclass(frozen=True, slots=True)
class CalendarChoice:
    """Which calendar the town has, from the settings. The secret is in the keyring, never here."""

    kind: str = OWN
    url: str = ""
    client: str = ""


@dataclass(frozen=True, slots=True)
class CalendarCheck:
    """What the calendar answered when it was tried."""

    kind: str
    products: int
    locations: int


class TownCalendar:
    """All of it refuses with NotAllowed, and with what the door refuses with. Slow: another system may take seconds."""

    def __init__(self, database: Database, choice: CalendarChoice, door: AppointmentDoor | None = None) -> None:
        self._database, self._choice = database, choice
        self._door: AppointmentDoor = door or _door(database, choice)

    def choice(self) -> CalendarChoice:
        """Which calendar this is."""
        return self._choice

    def is_own(self) -> bool:
        """Whether it is ours, which needs no door to be booked in."""
        return self._choice.kind == OWN

    def door(self) -> AppointmentDoor:
        """For whoever writes down here what is booked there: it asks for no role and audits nothing."""
        return self._door

    def products(self, chosen: Sequence[str] = ()) -> tuple[DoorProduct, ...]:
        self._require(Permission.PLAN)
        return self._door.products(chosen)

    def locations(self, wanted: Sequence[WantedProduct]) -> tuple[DoorLocation, ...]:
        self._require(Permission.PLAN)
        return self._door.locations(wanted)

    def dates(
        self, wanted: Sequence[WantedProduct], location_id: str, from_on: date, until_on: date
    ) -> tuple[date, ...]:
        self._require(Permission.PLAN)
        return self._door.dates(wanted, location_id, from_on, until_on)

    def times(self, wanted: Sequence[WantedProduct], location_id: str, on: date) -> tuple[datetime, ...]:
        self._require(Permission.PLAN)
        return self._door.times(wanted, location_id, on)

    def required_fields(self, wanted: Sequence[WantedProduct]) -> tuple[DoorField, ...]:
        self._require(Permission.PLAN)
        return self._door.required_fields(wanted)

    def create(self, booking: CreateBooking) -> DoorBooking:
        """Booked, and audited; what another system booked is audited after it, with an id made from its own."""
        self._require(Permission.PLAN)
        booked = self._door.create(booking)
        self._audit("book", booked.id)
        return booked

    def details(self, booking_id: str) -> DoorBooking:
        self._require(Permission.READ_CONTACT)
        found = self._door.details(booking_id)
        self._audit("open", booking_id)
        return found

    def cancel(self, booking_id: str) -> None:
        self._require(Permission.PLAN)
        self._door.cancel(booking_id)
        self._audit("cancel", booking_id)

    def check(self) -> CalendarCheck:
        """Whether the calendar answers, and with how much. For an administrator."""
        self._require(Permission.ADMINISTER)
        products = self._door.products()
        locations = self._door.locations([WantedProduct(products[0].id)]) if products else ()
        return CalendarCheck(self._choice.kind, len(products), len(locations))

    def keep_secret(self, secret: str) -> None:
        """Into the keyring of whoever this is. Refuses with KeyringAway."""
        self._require(Permission.ADMINISTER)
        keys.keep_secret(_secret_name(self._choice), secret)

    def _require(self, needed: Permission) -> None:
        self._database.read(lambda look: look.agent.require(needed))

    def _audit(self, action: str, booking_id: str) -> None:
        if self._choice.kind != OWN:
            told_as = uuid5(_ELSEWHERE, f"{self._choice.kind} {booking_id}")
            self._database.write(lambda unit: unit.audit(action, "booking_elsewhere", told_as))


def _door(database: Database, choice: CalendarChoice) -> AppointmentDoor:
    if choice.kind == OWN:
        return OwnCalendar(database, AppointmentService(database))

    def secret() -> str:
        return keys.secret(_secret_name(choice)) or _locked()

    return JccWarp(choice.url, choice.client, secret)


def _secret_name(choice: CalendarChoice) -> str:
    return f"calendar {choice.kind} {choice.client}"


def _locked() -> str:
    raise DoorLocked
