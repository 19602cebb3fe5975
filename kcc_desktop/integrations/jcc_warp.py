"""JCC-Afspraken through its WARP REST API, behind the door of `domain/appointment_door.py`.

No OpenAPI document is public; what is here follows the calls and recorded answers of Open Formulieren's client
(appointments-endpoints.md in the specifications: paths and parameters; field states 0 visible, 1 hidden, 2 required; a
field that is not named is visible). JCC tells times without a zone: they are by the clock of the municipality. It has
booked other times and products than were asked for, so that every booking is read back, and taken back when it is not
what was wanted.
"""

import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import Any

from kcc_desktop.domain.appointment_door import (
    BookingUnsure,
    CreateBooking,
    CustomerField,
    DoorBooking,
    DoorField,
    DoorLocation,
    DoorLocked,
    DoorProduct,
    DoorRefused,
    WantedProduct,
    WrongBooking,
    missing,
)
from kcc_desktop.domain.appointments import PastMoment
from kcc_desktop.domain.errors import NotFound, Outage, Refusal, RegisterAway
from kcc_desktop.domain.local_time import HERE
from kcc_desktop.integrations.http import Answer, HttpSystem, MaybeDone

_API = "api/warp/v1"
_LONGEST_SPAN = timedelta(days=50)  # it answers no longer one
_HIDDEN, _REQUIRED = 1, 2
_NAMES: dict[CustomerField, tuple[str, str]] = {
    # What it is called where fields are asked for, and in a booking.
    CustomerField.FIRST_NAME: ("firstName", "firstName"),
    CustomerField.INITIALS: ("initials", "initials"),
    CustomerField.PREFIX: ("lastNamePrefix", "lastNamePrefix"),
    CustomerField.LAST_NAME: ("lastName", "lastName"),
    CustomerField.BIRTH_DATE: ("birthDate", "birthDate"),
    CustomerField.BSN: ("socialSecurityNumber", "socialSecurityNumber"),
    CustomerField.NATIONALITY: ("nationality", "nationalityId"),
    CustomerField.LANGUAGE: ("language", "languageId"),
    CustomerField.EMAIL: ("emailAddress", "emailAddress"),
    CustomerField.PHONE: ("mainPhoneNumber", "phoneNumber"),
    CustomerField.MOBILE: ("mobilePhoneNumber", "mobilePhoneNumber"),
    CustomerField.STREET: ("streetName", "streetName"),
    CustomerField.HOUSE_NUMBER: ("houseNumber", "houseNumber"),
    CustomerField.ADDITION: ("houseNumberSuffix", "houseNumberSuffix"),
    CustomerField.POSTCODE: ("postalCode", "postalCode"),
    CustomerField.CITY: ("city", "city"),
    CustomerField.COUNTRY: ("country", "addressCountryId"),
}
_GROUPS = {
    "areFirstNameOrInitialsRequired": ("name", (CustomerField.FIRST_NAME, CustomerField.INITIALS)),
    "isAnyPhoneNumberRequired": ("phone", (CustomerField.PHONE, CustomerField.MOBILE)),
}


class JccWarp:
    """An AppointmentDoor. `now` is asked whether a time is over; `language` is what the system answers in."""

    def __init__(
        self,
        root: str,
        client_id: str,
        secret: Callable[[], str],
        *,
        language: str = "nl",
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        system: HttpSystem | None = None,
    ) -> None:
        self._http = system or HttpSystem("JCC", root)
        self._client_id, self._secret, self._language, self._now = client_id, secret, language, now
        self._token, self._token_until = "", 0.0

    def products(self, chosen: Sequence[str] = ()) -> tuple[DoorProduct, ...]:
        params = [("selectedActivityId", one) for one in chosen]
        path = "activity/listforappointment/additional" if chosen else "activity/listforappointment"
        return tuple(
            DoorProduct(
                _text(one, "id"),
                _text(one, "description"),
                _text(one, "necessities"),
                one.get("maxCountForEvent") or None,
            )
            for one in _list(self._get(path, params))
        )

    def locations(self, wanted: Sequence[WantedProduct]) -> tuple[DoorLocation, ...]:
        params = [("selectedActivityId", one.product_id) for one in wanted]
        return tuple(
            DoorLocation(_text(one, "id"), _text(one, "description").strip(), _address(one.get("address") or {}))
            for one in _list(self._get("location/forappointment", params))
            if one.get("isActive", True)
        )

    def dates(
        self, wanted: Sequence[WantedProduct], location_id: str, from_on: date, until_on: date
    ) -> tuple[date, ...]:
        found = _dict(self._get("activity/appointmentdaterange", [("activityId", one.product_id) for one in wanted]))
        first = max(from_on, _moment(found.get("minDate")).date(), self._now().astimezone(HERE).date())
        last = min(until_on, _moment(found.get("maxDate")).date())
        days: set[date] = set()
        while first <= last:
            end = min(last, first + _LONGEST_SPAN - timedelta(days=1))
            days |= {moment.date() for moment in self._times(wanted, location_id, first, end)}
            first = end + timedelta(days=1)
        return tuple(sorted(days))

    def times(self, wanted: Sequence[WantedProduct], location_id: str, on: date) -> tuple[datetime, ...]:
        return tuple(
            moment.astimezone(UTC)
            for moment in self._times(wanted, location_id, on, on)
            if moment.date() == on and moment > self._now()
        )

    def required_fields(self, wanted: Sequence[WantedProduct]) -> tuple[DoorField, ...]:
        said = _dict(
            self._get("customer/customerfields/required", [("selectedActivityId", one.product_id) for one in wanted])
        )
        states = {one: said.get(asked, 0) for one, (asked, _sent) in _NAMES.items()}
        states[CustomerField.LAST_NAME] = _REQUIRED  # always, whatever is said
        groups: dict[CustomerField, str] = {}
        for flag, (group, names) in _GROUPS.items():
            if not said.get(flag):
                continue
            if all(states[one] == _HIDDEN for one in names):
                states[names[0]] = _REQUIRED  # it is asked for and not shown: then the first of them is
            groups.update(dict.fromkeys(names, group))
        return tuple(
            DoorField(one, states[one] == _REQUIRED, groups.get(one, "")) for one in _NAMES if states[one] != _HIDDEN
        )

    def create(self, booking: CreateBooking) -> DoorBooking:
        if booking.starts_at <= self._now():
            raise PastMoment
        lacking = missing(self.required_fields(booking.wanted), booking.customer)
        if lacking is not None:
            raise lacking
        try:
            answer = self._call("POST", "appointment", json=self._body(booking))
        except MaybeDone:
            raise BookingUnsure from None
        said = answer.body if isinstance(answer.body, dict) else {}
        if answer.status >= 400 or not said.get("acknowledgeIsSuccess") or not said.get("id"):
            raise DoorRefused
        return self._read_back(str(said["id"]), booking)

    def details(self, booking_id: str) -> DoorBooking:
        answer = self._call("GET", "appointment", [("id", booking_id)])
        if answer.status in (400, 404) or not isinstance(answer.body, dict):
            raise NotFound
        return _booking(answer.body)

    def cancel(self, booking_id: str) -> None:
        answer = self._call("DELETE", "appointment", [("id", booking_id)])
        if answer.status == 404:
            raise NotFound
        said = answer.body if isinstance(answer.body, dict) else {}
        if answer.status >= 400 or said.get("acknowledgeIsSuccess") is False:
            raise DoorRefused

    def _body(self, booking: CreateBooking) -> dict[str, Any]:
        """As it was recorded: local wall time with its offset, so that it is right too when the offset gets lost."""
        begin = booking.starts_at.astimezone(HERE)
        minutes = self._minutes(booking.wanted, begin.date())
        end = (booking.starts_at + timedelta(minutes=minutes)).astimezone(HERE)
        customer: dict[str, Any] = {
            _NAMES[name][1]: int(text) if name is CustomerField.HOUSE_NUMBER and text.isdigit() else text
            for name, text in booking.customer.items()
            if text
        }
        return {
            "id": None,
            "activityList": [{"activityId": one.product_id, "amount": one.persons} for one in booking.wanted],
            "customerList": [{"gender": 0, **customer, "id": None, "isMainCustomer": True}],
            "fromDateTime": begin.isoformat(timespec="seconds"),
            "toDateTime": end.isoformat(timespec="seconds"),
            "locationId": booking.location_id,
            "message": booking.remarks,
            "fieldList": None,
        }

    def _minutes(self, wanted: Sequence[WantedProduct], on: date) -> int:
        answer = self._get("appointment/calculateduration", [*_amounts(wanted), ("dateTime", on.isoformat())])
        if not isinstance(answer, int) or isinstance(answer, bool) or not 0 < answer <= 24 * 60:
            raise RegisterAway("JCC")
        return answer

    def _read_back(self, booking_id: str, booking: CreateBooking) -> DoorBooking:
        """What is booked now; what was not wanted is taken back."""
        try:
            booked = self.details(booking_id)
        except (Outage, NotFound):
            self._take_back(booking_id, None, BookingUnsure(booking_id))
        asked = sorted(one.product_id for one in booking.wanted)
        is_right = (
            booked.starts_at == booking.starts_at
            and booked.starts_at > self._now()
            and booked.location_id == booking.location_id
            and sorted(booked.products) == asked
        )
        if not is_right:
            self._take_back(booking_id, booked.starts_at, None)
        return booked

    def _take_back(self, booking_id: str, booked_at: datetime | None, otherwise: Refusal | None) -> Any:
        """Never answers: refuses, saying whether it could be taken back."""
        is_cancelled = False
        with suppress(Outage, NotFound, DoorRefused, DoorLocked):
            self.cancel(booking_id)
            is_cancelled = True
        if otherwise is not None and not is_cancelled:
            raise otherwise
        raise WrongBooking(booked_at, is_cancelled=is_cancelled, booking_id=booking_id)

    def _times(self, wanted: Sequence[WantedProduct], location_id: str, first: date, last: date) -> list[datetime]:
        params = [
            ("locationId", location_id),
            ("fromDate", first.isoformat()),
            # With one day for both it answers nothing.
            ("toDate", (last + timedelta(days=1) if first == last else last).isoformat()),
            *_amounts(wanted),
        ]
        said = _dict(self._get("appointment/availabletimelist", params)).get("availableTimesList") or []
        moments = sorted({_moment(one) for one in _list(said)})
        # On the day the clock skips an hour, a time in it is none.
        return [one for one in moments if one.astimezone(UTC).astimezone(HERE).replace(fold=0) == one]

    # Calling

    def _get(self, path: str, params: Sequence[tuple[str, str | int]] = ()) -> Any:
        answer = self._call("GET", path, params)
        if answer.status >= 400:
            raise DoorRefused
        return answer.body

    def _call(self, method: str, path: str, params: Sequence[tuple[str, str | int]] = (), **body: Any) -> Answer:
        """With a token, and once more with a new one when it was not good any more."""
        for is_again in (False, True):
            headers = {"Authorization": f"Bearer {self._known_token(anew=is_again)}", "language": self._language}
            if method == "GET":
                answer = self._http.get(f"{_API}/{path}", params, headers)
            else:
                answer = self._http.write(method, f"{_API}/{path}", headers, params=list(params), **body)
            if answer.status not in (401, 403):
                return answer
        raise DoorLocked

    def _known_token(self, *, anew: bool) -> str:
        if anew or not self._token or time.monotonic() >= self._token_until:
            said = self._new_token()
            self._token = str(said["access_token"])
            seconds = said.get("expires_in")
            self._token_until = time.monotonic() + (0.9 * seconds if isinstance(seconds, int) else 300)
        return self._token

    def _new_token(self) -> dict[str, Any]:
        form = {"grant_type": "client_credentials", "scope": "warp-api"}
        who = (self._client_id, self._secret())
        try:
            answer = self._http.write("POST", f"{_API}/connect/token", data=form, auth=who)
        except MaybeDone:  # another token does no harm
            raise RegisterAway("JCC") from None
        if answer.status in (400, 401, 403):
            raise DoorLocked
        if answer.status >= 400 or not isinstance(answer.body, dict) or not answer.body.get("access_token"):
            raise RegisterAway("JCC")
        return answer.body


def _amounts(wanted: Sequence[WantedProduct]) -> list[tuple[str, str | int]]:
    return [pair for one in wanted for pair in (("activityId", one.product_id), ("amount", one.persons))]


def _booking(said: Mapping[str, Any]) -> DoorBooking:
    location = said.get("location") or {}
    products = [one.get("activity") or {} for one in said.get("activityList") or []]
    return DoorBooking(
        _text(said, "id"),
        str(said.get("number") or ""),
        _moment(said.get("startDateTime")).astimezone(UTC),
        _moment(said.get("endDateTime")).astimezone(UTC),
        _text(location, "id"),
        _text(location, "description").strip(),
        tuple(_text(one, "id") for one in products),
    )


def _moment(said: object) -> datetime:
    """An instant; without a zone it is by the clock here. Something else is no answer: RegisterAway."""
    try:
        moment = datetime.fromisoformat(str(said))
    except ValueError:
        raise RegisterAway("JCC") from None
    return moment.replace(tzinfo=HERE) if moment.tzinfo is None else moment.astimezone(HERE)


def _address(said: Mapping[str, Any]) -> str:
    number = f"{said.get('houseNumber') or ''}{said.get('houseNumberSuffix') or ''}"
    street = " ".join(part for part in (said.get("streetName") or "", number) if part)
    place = " ".join(part for part in (said.get("postalCode") or "", said.get("city") or "") if part)
    return ", ".join(part for part in (street, place) if part)


def _text(said: Mapping[str, Any], name: str) -> str:
    return str(said.get(name) or "")


def _list(said: object) -> list[Any]:
    if not isinstance(said, list):
        raise RegisterAway("JCC")
    return said


def _dict(said: object) -> dict[str, Any]:
    if not isinstance(said, dict):
        raise RegisterAway("JCC")
    return said
