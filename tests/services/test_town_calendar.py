"""One conversation with whatever calendar stands behind the door: our own on three databases, and JCC's."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select, update

from kcc_desktop.data.appointments import AppointmentRow
from kcc_desktop.data.audit import AuditLineRow
from kcc_desktop.data.calendars import ProductFactsRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.appointment_door import (
    CreateBooking,
    CustomerField,
    DoorRefused,
    FieldsMissing,
    WantedProduct,
    WrongBooking,
)
from kcc_desktop.domain.appointments import PastMoment
from kcc_desktop.domain.errors import NotAllowed, NotFound
from kcc_desktop.domain.identity import new_id
from kcc_desktop.integrations.jcc_warp import JccWarp
from kcc_desktop.services.town_calendar import CalendarChoice, TownCalendar
from tests.integrations.jcc_desk import CLIENT, SECRET, jcc
from tests.services.office import roles
from tests.services.town_hall import TownHall

HERE = ZoneInfo("Europe/Amsterdam")
WHO = {CustomerField.LAST_NAME: "De Vries", CustomerField.EMAIL: "f@voorbeeld.nl", CustomerField.PHONE: "0612345678"}


@pytest.fixture
def hall(database):
    return TownHall(database)


@pytest.fixture
def own(database, hall):
    return TownCalendar(database, CalendarChoice())


@pytest.fixture
def elsewhere(database):
    with jcc() as (desk, root):
        choice = CalendarChoice("jcc", root, CLIENT)
        calendar = TownCalendar(database, choice, JccWarp(root, CLIENT, lambda: SECRET))
        calendar.desk = desk
        yield calendar


def chosen(calendar):
    """The first product, its first location, and the first time from tomorrow on."""
    wanted = (WantedProduct(calendar.products()[0].id),)
    place = calendar.locations(wanted)[0]
    tomorrow = datetime.now(HERE).date() + timedelta(days=1)
    days = calendar.dates(wanted, place.id, tomorrow, tomorrow + timedelta(days=10))
    return wanted, place, calendar.times(wanted, place.id, days[0])


@pytest.mark.parametrize("which", ["own", "elsewhere"])
def test_the_same_conversation_books_and_cancels(request, database, which):
    calendar = request.getfixturevalue(which)
    wanted, place, times = chosen(calendar)
    assert calendar.required_fields(wanted)
    booked = calendar.create(CreateBooking(new_id(), wanted, place.id, times[3], WHO))
    assert (booked.starts_at, booked.location_id) == (times[3], place.id)
    assert booked.products == (wanted[0].product_id,)
    assert calendar.details(booked.id).starts_at == times[3]
    calendar.cancel(booked.id)
    actions = set(database.unguarded_read(lambda c: list(c.scalars(select(AuditLineRow.action)))))
    assert {"book", "open", "cancel"} <= actions


def test_our_own_offers_what_the_town_hall_has(own, hall):
    wanted, place, times = chosen(own)
    assert {one.name for one in own.products()} == {"Paspoort", "Verhuizing"}
    assert [one.id for one in own.products([str(hall.passport)])] == [str(hall.form)]
    assert (place.id, place.name) == (str(hall.location), "Gemeentehuis")
    assert times[0].astimezone(HERE).strftime("%H:%M") == "09:00"
    assert len(own.dates(wanted, place.id, hall.tomorrow, hall.tomorrow + timedelta(days=6))) == 7
    assert own.dates(wanted, place.id, hall.tomorrow + timedelta(days=200), hall.tomorrow + timedelta(days=210)) == ()


def test_what_does_not_go_together_is_not_offered_beside_it(own, hall, database):
    def part(connection):
        for product, word in ((hall.passport, "reisdocumenten"), (hall.form, "verhuizen")):
            connection.execute(
                update(ProductFactsRow).where(ProductFactsRow.product_id == product).values(combines=word)
            )

    database.unguarded_write(part)
    assert own.products([str(hall.passport)]) == ()
    assert len(own.products()) == 2


def test_our_own_books_once_however_often_it_is_asked(own, hall, database):
    wanted, place, times = chosen(own)
    booking = CreateBooking(new_id(), wanted, place.id, times[0], WHO)
    assert own.create(booking) == own.create(booking)
    assert database.unguarded_read(lambda c: len(list(c.execute(select(AppointmentRow.id))))) == 1
    assert hall.wrong_owners() == ([], {})


def test_our_own_refuses_what_is_gone_over_or_nameless(own, hall):
    wanted, place, times = chosen(own)
    for _ in hall.counters:
        own.create(CreateBooking(new_id(), wanted, place.id, times[0], WHO))
    with pytest.raises(DoorRefused):
        own.create(CreateBooking(new_id(), wanted, place.id, times[0], WHO))
    with pytest.raises(PastMoment):
        own.create(CreateBooking(new_id(), wanted, place.id, times[0] - timedelta(days=30), WHO))
    with pytest.raises(FieldsMissing) as refused:
        own.create(CreateBooking(new_id(), wanted, place.id, times[9], {}))
    assert refused.value.fields == (CustomerField.LAST_NAME,)
    for wrong in (str(new_id()), "no id"):
        with pytest.raises(NotFound):
            own.details(wrong)


def test_what_another_calendar_booked_wrong_is_not_audited_as_booked(elsewhere, database):
    wanted, place, times = chosen(elsewhere)
    elsewhere.desk.shift = timedelta(hours=2)
    with pytest.raises(WrongBooking):
        elsewhere.create(CreateBooking(new_id(), wanted, place.id, times[0], WHO))
    assert elsewhere.desk.bookings == {}
    assert database.unguarded_read(lambda c: list(c.scalars(select(AuditLineRow.action)))) == []


def test_who_may_not_plan_asks_no_calendar(elsewhere, database):
    roles(database, Role.EDITOR)
    with pytest.raises(NotAllowed):
        elsewhere.products()
    with pytest.raises(NotAllowed):
        elsewhere.check()
    assert elsewhere.desk.requests == []
    roles(database, Role.ADMINISTRATOR)
    assert (elsewhere.check().products, elsewhere.check().locations) == (2, 1)
