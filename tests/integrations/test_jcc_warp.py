"""JCC behind the door: the whole conversation with a real server, and its bad days."""

import socket
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from kcc_desktop.domain.appointment_door import (
    BookingUnsure,
    CreateBooking,
    CustomerField,
    DoorField,
    DoorLocked,
    DoorRefused,
    FieldsMissing,
    WantedProduct,
    WrongBooking,
)
from kcc_desktop.domain.appointments import PastMoment
from kcc_desktop.domain.errors import NotFound, RegisterAway
from kcc_desktop.domain.identity import new_id
from kcc_desktop.integrations.http import HttpSystem
from kcc_desktop.integrations.jcc_warp import JccWarp
from tests.integrations.jcc_desk import CLIENT, HALL, PARKING, PERMIT, SECRET, jcc

HERE = ZoneInfo("Europe/Amsterdam")
WANTED = (WantedProduct(PERMIT),)
WHO = {CustomerField.LAST_NAME: "Boei", CustomerField.EMAIL: "vat@voorbeeld.nl", CustomerField.HOUSE_NUMBER: "12"}


@pytest.fixture
def desk():
    with jcc() as both:
        yield both


def door_to(root, *, secret=SECRET, now=None, patience=(1, 2)):
    system = HttpSystem("JCC", root, patience=patience, sleep=lambda _seconds: None)
    more = {"now": lambda: now} if now else {}
    return JccWarp(root, CLIENT, lambda: secret, system=system, **more)


@pytest.fixture
def door(desk):
    return door_to(desk[1])


def first_time(door):
    days = door.dates(
        WANTED, HALL, datetime.now(HERE).date() + timedelta(days=1), datetime.now(HERE).date() + timedelta(days=4)
    )
    return door.times(WANTED, HALL, days[0])[0]


def booking(starts_at, **changes):
    return CreateBooking(new_id(), WANTED, HALL, starts_at, {**WHO, **changes})


def test_the_whole_conversation(desk, door):
    server, _root = desk
    assert [(one.id, one.most, one.bring) for one in door.products()] == [
        (PERMIT, 1, ""),
        (PARKING, None, "Kentekenbewijs"),
    ]
    assert [one.id for one in door.products([PERMIT])] == [PARKING]
    (hall,) = door.locations(WANTED)
    assert (hall.name, hall.address) == ("Gemeentehuis Meerbergen", "Raadhuisplein 1, 1234 AZ Meerbergen")
    starts_at = first_time(door)
    assert starts_at.astimezone(HERE).strftime("%H:%M") == "08:30"
    booked = door.create(booking(starts_at))
    assert (booked.reference, booked.starts_at, booked.ends_at) == (
        "4632",
        starts_at,
        starts_at + timedelta(minutes=30),
    )
    assert (booked.location_id, booked.products) == (HALL, (PERMIT,))
    (sent,) = [body for method, path, _asked, body in server.requests if (method, path) == ("POST", "appointment")]
    wall = starts_at.astimezone(HERE).isoformat(timespec="seconds")
    assert f'"fromDateTime": "{wall}"'.encode() in sent
    assert b'"houseNumber": 12' in sent
    assert door.details(booked.id) == booked
    door.cancel(booked.id)
    with pytest.raises(NotFound):
        door.details(booked.id)
    assert server.tokens == 1


def test_a_long_span_is_asked_in_pieces_and_one_day_as_two(desk, door):
    today = datetime.now(HERE).date()
    days = door.dates(WANTED, HALL, today, today + timedelta(days=120))
    assert days == tuple(today + timedelta(days=day) for day in range(121))
    asked = [query for _method, path, query, _body in desk[0].requests if path == "appointment/availabletimelist"]
    spans = [
        (datetime.fromisoformat(one["toDate"][0]) - datetime.fromisoformat(one["fromDate"][0])).days for one in asked
    ]
    assert len(spans) == 3
    assert all(1 <= span <= 50 for span in spans)


def test_fields_are_needed_optional_or_hidden_and_of_some_one_is_enough(desk, door):
    desk[0].fields = {
        "initials": 1, "firstName": 2, "socialSecurityNumber": 1, "emailAddress": 2, "isAnyPhoneNumberRequired": True,
    }  # fmt: skip
    fields = {one.name: one for one in door.required_fields(WANTED)}
    assert CustomerField.BSN not in fields
    assert CustomerField.INITIALS not in fields
    assert fields[CustomerField.LAST_NAME].is_needed
    assert fields[CustomerField.MOBILE] == DoorField(CustomerField.MOBILE, False, "phone")
    assert not fields[CustomerField.CITY].is_needed  # what is not named is visible
    with pytest.raises(FieldsMissing) as refused:
        door.create(booking(first_time(door)))
    assert refused.value.fields == (CustomerField.FIRST_NAME,)
    assert refused.value.one_of == ((CustomerField.PHONE, CustomerField.MOBILE),)
    desk[0].fields = {"mainPhoneNumber": 1, "mobilePhoneNumber": 1, "isAnyPhoneNumberRequired": True}
    fields = {one.name: one for one in door.required_fields(WANTED)}
    assert fields[CustomerField.PHONE].is_needed


@pytest.mark.parametrize("off", [timedelta(hours=-2), timedelta(hours=1), timedelta(days=-2920)])
def test_another_time_than_was_asked_is_taken_back(desk, door, off):
    desk[0].shift = off
    starts_at = first_time(door)
    with pytest.raises(WrongBooking) as refused:
        door.create(booking(starts_at))
    assert refused.value.is_cancelled
    wall = starts_at.astimezone(HERE).replace(tzinfo=None) + off
    assert refused.value.booked_at == wall.replace(tzinfo=HERE)
    assert desk[0].bookings == {}


def test_another_product_is_taken_back_and_what_cannot_be_is_said(desk, door):
    desk[0].bad["product"] = PARKING
    with pytest.raises(WrongBooking):
        door.create(booking(first_time(door)))
    assert desk[0].bookings == {}
    desk[0].bad["DELETE", "appointment"] = 500
    with pytest.raises(WrongBooking) as refused:
        door.create(booking(first_time(door)))
    assert not refused.value.is_cancelled
    assert len(desk[0].bookings) == 1


def test_a_time_that_is_over_is_not_asked_for(desk, door):
    with pytest.raises(PastMoment):
        door.create(booking(datetime.now(UTC) - timedelta(minutes=1)))
    assert desk[0].requests == []


def test_nothing_listens():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        root = f"http://127.0.0.1:{taken.getsockname()[1]}"
    with pytest.raises(RegisterAway):
        door_to(root).products()


@pytest.mark.parametrize("bad", [500, 503, "html", "cut"])
def test_bad_answers_are_an_outage_and_reading_is_tried_again(desk, door, bad):
    desk[0].bad["location/forappointment"] = [bad, None]
    assert len(door.locations(WANTED)) == 1
    desk[0].bad["location/forappointment"] = bad
    with pytest.raises(RegisterAway):
        door.locations(WANTED)


def test_a_system_that_stays_away_is_left_alone_for_a_while(desk):
    server, root = desk
    clock = [0.0]
    system = HttpSystem("JCC", root, sleep=lambda _seconds: None, clock=lambda: clock[0])
    server.bad["activity/listforappointment"] = 500
    door = JccWarp(root, CLIENT, lambda: SECRET, system=system)
    for _ in range(3):
        with pytest.raises(RegisterAway):
            door.products()
    many = len(server.requests)
    with pytest.raises(RegisterAway):
        door.products()
    assert len(server.requests) == many
    clock[0] += 31
    server.bad.clear()
    assert len(door.products()) == 2


def test_a_token_that_ran_out_is_renewed_once(desk, door):
    door.products()
    desk[0].tokens = 7  # the one in hand is not known any more
    assert len(door.products()) == 2
    assert desk[0].tokens == 8
    desk[0].bad["activity/listforappointment"] = 401
    with pytest.raises(DoorLocked):
        door.products()


def test_a_wrong_secret_is_no_outage(desk):
    with pytest.raises(DoorLocked):
        door_to(desk[1], secret="fout").products()


def test_it_says_no(desk, door):
    starts_at = first_time(door)
    desk[0].bad["says no"] = True
    with pytest.raises(DoorRefused):
        door.create(booking(starts_at))
    desk[0].bad["POST", "appointment"] = 422
    with pytest.raises(DoorRefused):
        door.create(booking(starts_at))


@pytest.mark.parametrize("bad", [500, "cut", "html"])
def test_gone_in_the_middle_of_booking_is_unsure_and_never_sent_twice(desk, door, bad):
    starts_at = first_time(door)
    desk[0].bad["POST", "appointment"] = bad
    with pytest.raises(BookingUnsure):
        door.create(booking(starts_at))
    assert [path for method, path, *_ in desk[0].requests].count("appointment") == 1


def test_what_cannot_be_read_back_is_taken_back(desk, door):
    starts_at = first_time(door)
    desk[0].bad["GET", "appointment"] = 500
    with pytest.raises(WrongBooking) as refused:
        door.create(booking(starts_at))
    assert (refused.value.booked_at, refused.value.is_cancelled) == (None, True)
    assert desk[0].bookings == {}


def test_no_log_line_holds_what_was_asked(desk, door, caplog):
    desk[0].bad["location/forappointment"] = 500
    with pytest.raises(RegisterAway):
        door.locations(WANTED)
    assert "JCC is away: 500" in caplog.text
    assert PERMIT not in caplog.text
    assert "http" not in caplog.text.replace("integrations.http", "").replace("http.py", "")


def test_times_are_those_of_the_clock_on_the_wall_on_the_days_it_changes(desk):
    server, root = desk
    early = datetime(2027, 3, 1, tzinfo=UTC)
    server.today = early.date()
    spring = date(2027, 3, 28)
    server.free = lambda first, last: [f"{spring}T01:55:00", f"{spring}T02:30:00", f"{spring}T03:00:00"]
    door = door_to(root, now=early)
    assert [one.strftime("%H:%M") for one in door.times(WANTED, HALL, spring)] == ["00:55", "01:00"]
    autumn = date(2027, 10, 31)
    server.free = lambda first, last: [f"{autumn}T09:00:00"]
    assert [one.strftime("%H:%M") for one in door.times(WANTED, HALL, autumn)] == ["08:00"]
