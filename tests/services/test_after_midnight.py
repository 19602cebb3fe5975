"""Half past midnight, when UTC still has the day before: rules that hold from or until a day go by the clock here."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from sqlalchemy import update

from kcc_desktop.data.agents import connected_agent
from kcc_desktop.data.calendars import ProductFactsRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.appointments import AppointmentState, BookAppointment, PastMoment, UnlessNeeded, UnlessReason
from kcc_desktop.domain.blocks import CloseLocation
from kcc_desktop.domain.identity import new_id
from kcc_desktop.services.blocks import BlockService
from tests.services.office import roles
from tests.services.town_hall import HERE, TownHall


@pytest.fixture
def hall(database):
    return TownHall(database)


@pytest.fixture
def after_midnight(monkeypatch):
    """A function after which the database's clock stands at half past midnight of the hall's tomorrow."""

    def go_to(hall):
        moment = datetime.combine(hall.tomorrow, time(0, 30), HERE).astimezone(UTC)
        assert moment.date() == hall.tomorrow - timedelta(days=1)
        monkeypatch.setattr(
            "kcc_desktop.data.database.connected_agent", lambda connection: (connected_agent(connection)[0], moment)
        )

    return go_to


def online_from(hall, day):
    statement = update(ProductFactsRow).where(ProductFactsRow.product_id == hall.form).values(digital_from=day)
    hall.database.unguarded_write(lambda c: c.execute(statement))


def test_what_is_done_online_from_today_is_asked_about_from_midnight(hall, after_midnight):
    online_from(hall, hall.tomorrow)
    held = hall.held(None, hall.form)
    after_midnight(hall)
    with pytest.raises(UnlessNeeded):
        hall.service.book(BookAppointment(held.id, None, "Fatima de Vries"))
    booked = hall.service.book(BookAppointment(held.id, None, "Fatima de Vries", unless=UnlessReason.NO_DIGID))
    assert booked.state is AppointmentState.BOOKED


def test_yesterday_is_over_from_midnight(hall, after_midnight):
    roles(hall.database, Role.EDITOR)
    today, blocks = hall.tomorrow, BlockService(hall.database)
    yesterday = today - timedelta(days=1)
    after_midnight(hall)
    for place in (hall.location, None):
        with pytest.raises(PastMoment):
            blocks.close(CloseLocation(new_id(), place, yesterday, yesterday, "Storing"))
    closed = CloseLocation(new_id(), hall.location, yesterday, today, "Storing")
    assert blocks.close(closed) == blocks.close(replace(closed, id=new_id(), location_id=None)) == ()
