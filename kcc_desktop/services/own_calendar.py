"""Our own calendar behind the door that every calendar stands behind. Its ids are UUIDs, as text."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from kcc_desktop.data.calendar_reads import hours
from kcc_desktop.data.database import Database, Look
from kcc_desktop.data.list_products import plannable
from kcc_desktop.domain.appointment_door import (
    CreateBooking,
    CustomerField,
    DoorBooking,
    DoorField,
    DoorLocation,
    DoorProduct,
    DoorRefused,
    WantedProduct,
    missing,
)
from kcc_desktop.domain.appointments import (
    Appointment,
    AppointmentState,
    Attendee,
    BookAppointment,
    CancelAppointment,
    CancelledBy,
    HoldTime,
    NoTimeLeft,
    NotOffered,
    PastMoment,
    SlotTaken,
    TimeWish,
    UnlessNeeded,
    UnlessReason,
)
from kcc_desktop.domain.errors import AlreadyDone, NotFound
from kcc_desktop.domain.free_time import Offer
from kcc_desktop.domain.local_time import local_day
from kcc_desktop.services.appointments import AppointmentService

_OF_A_DAY = 300  # more than there are quanta in one
_FIELDS = (
    DoorField(CustomerField.LAST_NAME, is_needed=True),
    DoorField(CustomerField.PHONE, is_needed=False),
    DoorField(CustomerField.EMAIL, is_needed=False),
)


class OwnCalendar:
    """An AppointmentDoor on the appointments of this database."""

    def __init__(self, database: Database, appointments: AppointmentService) -> None:
        self._database, self._appointments = database, appointments

    def products(self, chosen: Sequence[str] = ()) -> tuple[DoorProduct, ...]:
        ids = self._database.read(lambda look: plannable(look.connection))
        facts = self._appointments.facts(ids)
        groups = {facts[one].combines for one in ids if str(one) in chosen and one in facts} - {""}
        return tuple(
            DoorProduct(str(one), facts[one].name, "\n".join(facts[one].bring), facts[one].most_persons)
            for one in ids
            if one in facts and str(one) not in chosen and len(groups | ({facts[one].combines} - {""})) <= 1
        )

    def locations(self, wanted: Sequence[WantedProduct]) -> tuple[DoorLocation, ...]:
        facts = self._appointments.facts([UUID(one.product_id) for one in wanted])
        allowed = [one.location_ids for one in facts.values() if one.location_ids]

        def work(look: Look) -> tuple[DoorLocation, ...]:
            return tuple(
                DoorLocation(str(one.location.id), one.location.name, one.location.address)
                for one in hours(look.connection, look.now.date())
                if all(one.location.id in places for places in allowed)
            )

        return self._database.read(work)

    def dates(
        self, wanted: Sequence[WantedProduct], location_id: str, from_on: date, until_on: date
    ) -> tuple[date, ...]:
        found: list[date] = []
        day = from_on
        while day <= until_on:
            first = self._offers(wanted, location_id, day, 1)
            if not first:
                break
            day = local_day(first[0].starts_at)
            if day <= until_on:
                found.append(day)
            day += timedelta(days=1)
        return tuple(found)

    def times(self, wanted: Sequence[WantedProduct], location_id: str, on: date) -> tuple[datetime, ...]:
        offers = self._offers(wanted, location_id, on, _OF_A_DAY)
        return tuple(one.starts_at for one in offers if local_day(one.starts_at) == on)

    def required_fields(self, wanted: Sequence[WantedProduct]) -> tuple[DoorField, ...]:
        return _FIELDS

    def create(self, booking: CreateBooking) -> DoorBooking:
        lacking = missing(_FIELDS, booking.customer)
        if lacking is not None:
            raise lacking
        offer = next(
            (
                one
                for one in self._offers(booking.wanted, booking.location_id, local_day(booking.starts_at), _OF_A_DAY)
                if one.starts_at == booking.starts_at
            ),
            None,
        )
        if offer is None and not self._is_booked(booking.id):
            raise PastMoment if booking.starts_at <= self._now() else DoorRefused
        try:
            if offer is not None:
                self._appointments.hold(HoldTime(booking.id, offer, _wish(booking.wanted, booking.location_id)))
            booked = self._appointments.book(_command(booking, None))
        except UnlessNeeded:  # whoever comes through the door has chosen to come
            booked = self._appointments.book(_command(booking, UnlessReason.OTHER))
        except SlotTaken:
            raise DoorRefused from None
        except AlreadyDone:  # asked for once more with the same id
            booked = self._appointments.open(booking.id)
        return _booking(booked)

    def details(self, booking_id: str) -> DoorBooking:
        return _booking(self._appointments.open(_id(booking_id)))

    def cancel(self, booking_id: str) -> None:
        try:
            self._appointments.cancel(CancelAppointment(_id(booking_id), CancelledBy.CITIZEN))
        except AlreadyDone:
            raise DoorRefused from None

    def _offers(
        self, wanted: Sequence[WantedProduct], location_id: str, from_on: date, limit: int
    ) -> tuple[Offer, ...]:
        try:
            return self._appointments.offers(_wish(wanted, location_id, from_on), limit)
        except (NoTimeLeft, NotOffered):
            return ()

    def _is_booked(self, appointment_id: UUID) -> bool:
        try:
            return self._appointments.open(appointment_id).state is AppointmentState.BOOKED
        except NotFound:
            return False

    def _now(self) -> datetime:
        return self._database.read(lambda look: look.now)


def _wish(wanted: Sequence[WantedProduct], location_id: str, from_on: date | None = None) -> TimeWish:
    people = tuple(Attendee(UUID(one.product_id)) for one in wanted for _ in range(one.persons))
    return TimeWish(people, _id(location_id), from_on=from_on)


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound from None


def _command(booking: CreateBooking, unless: UnlessReason | None) -> BookAppointment:
    who = booking.customer
    parts = (CustomerField.FIRST_NAME, CustomerField.PREFIX, CustomerField.LAST_NAME)
    return BookAppointment(
        booking.id,
        None,
        " ".join(who[part] for part in parts if who.get(part)),
        phone=who.get(CustomerField.PHONE, ""),
        email=who.get(CustomerField.EMAIL, ""),
        note=booking.remarks,
        unless=unless,
    )


def _booking(found: Appointment) -> DoorBooking:
    return DoorBooking(
        str(found.id),
        found.reference,
        found.starts_at,
        found.ends_at,
        str(found.location_id),
        found.location,
        tuple(sorted({str(one.product_id) for one in found.attendees})),
        is_cancelled=found.state is AppointmentState.CANCELLED,
    )
