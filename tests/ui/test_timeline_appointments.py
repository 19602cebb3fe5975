"""An appointment on the timeline: what its opened row tells, and what is done with it from there."""

import pytest

from kcc_desktop.domain.appointments import (
    Attendee,
    BookAppointment,
    CancelAppointment,
    CancelledBy,
    HoldTime,
    TimeWish,
    UnlessReason,
)
from kcc_desktop.domain.identity import new_id
from tests.services.town_hall import TownHall
from tests.ui.timeline_desk import TimelineDesk
from tests.ui.window_desk import shown_texts


@pytest.fixture
def desk(database, qtbot, shown):
    made = TimelineDesk(database, qtbot)
    shown(made.column, 680, 760)
    made.settle()
    yield made
    made.close()


@pytest.fixture
def hall(database):
    return TownHall(database)


def card_of(desk):
    return desk.column.opening.card()


def test_an_opened_appointment_tells_all_that_is_asked_about_it(desk, hall):
    people = (Attendee(hall.passport, party_id=desk.fatima), Attendee(hall.form, "Sami", 7))
    wish = TimeWish(people, from_on=hall.tomorrow)
    held = hall.service.hold(HoldTime(new_id(), hall.service.offers(wish, 1)[0], wish))
    said = {"phone": "+31612345678", "note": "komt met een rolstoel", "unless": UnlessReason.NO_DIGID}
    booked = hall.service.book(BookAppointment(held.id, desk.fatima, "Fatima de Vries", **said))
    desk.look_at()
    desk.open(booked.id)
    told = "\n".join(shown_texts(card_of(desk)))
    for words in (
        "9:00",
        "9:25",
        "Gemeentehuis",
        " ".join(booked.reference),
        "06-12 34 56 78",
        "Fatima de Vries · Paspoort",
        "Sami · 7 jaar · Verhuizing",
        "Pasfoto",
        "komt met een rolstoel",
        "Noor Jansen",
        "Gepland",
    ):
        assert words in told


def test_who_called_it_off_and_why_stands_in_the_row(desk, hall):
    booked = hall.booked(desk.fatima)
    hall.service.cancel(CancelAppointment(booked.id, CancelledBy.MUNICIPALITY, "balie dicht"))
    desk.look_at()
    desk.open(booked.id)
    assert "Afgezegd · door de gemeente · balie dicht" in "\n".join(shown_texts(card_of(desk)))
