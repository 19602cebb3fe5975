"""What was done otherwise than the rule proposes is counted, with what stands behind each number."""

from datetime import timedelta

import pytest

from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.appointments import OverbookAppointment, UnlessReason
from kcc_desktop.domain.approaches import Approach, ChosenApproach, OverrideReason
from kcc_desktop.domain.errors import InvalidValue, NotAllowed
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.local_time import local_day
from kcc_desktop.domain.overrides import OverrideKind
from kcc_desktop.domain.quanta import quantum_at
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.overrides import LONGEST_DAYS, OverrideService
from tests.services.conversations import conversation, make_party, question
from tests.services.counter_hall import CounterHall
from tests.services.office import roles

CARE = ChosenApproach(Approach.INDIVIDUAL_SUPPORT, Approach.STANDARDISED, OverrideReason.COMPLEX)


@pytest.fixture
def today(database):
    return database.read(lambda look: local_day(look.now))


def report(database, today, **changes):
    return OverrideService(database).report(**{"from_on": today, "until_on": today} | changes).counts


def told(counts):
    return [(one.kind, one.product, one.reason, one.chosen, len(one.items)) for one in counts]


def test_each_kind_is_counted_by_product_and_reason(database, today):
    roles(database, Role.TEAM_LEAD)
    hall = CounterHall(database)
    asked = question(make_party(database), product_id=hall.passport, handling=CARE)
    ContactService(database).record(conversation(asked))
    booked = [hall.booked(None, None, hall.form, unless=UnlessReason.NO_DIGID) for _ in range(2)]
    ticket = hall.walked_in(hall.form, unless=UnlessReason.PREFERS)
    plain = hall.booked(None)
    extra = hall.service.overbook(
        OverbookAppointment(
            new_id(), plain.counter_id, quantum_at(plain.starts_at), hall.wish(), None, "Jan Bakker", "Spoed"
        )
    )
    found = report(database, today)
    assert told(found) == [
        (OverrideKind.APPROACH, "Paspoort", "complex", "individual_support", 1),
        (OverrideKind.COUNTER, "Verhuizing", "no_digid", "", 2),
        (OverrideKind.WALK_IN, "Verhuizing", "prefers", "", 1),
        (OverrideKind.OVERBOOKED, "Paspoort", "Spoed", "", 1),
    ]
    assert [{item.id for item in one.items} for one in found] == [
        {asked.id},
        {one.id for one in booked},
        {ticket.id},
        {extra.id},
    ]
    assert [item.reference for item in found[3].items] == [extra.reference]
    tomorrow = today + timedelta(days=1)
    assert report(database, today, from_on=tomorrow, until_on=tomorrow) == ()


def test_it_is_for_team_leads_and_for_a_year(database, today):
    with pytest.raises(NotAllowed):
        report(database, today)
    roles(database, Role.TEAM_LEAD)
    for begin in (today + timedelta(days=1), today - timedelta(days=LONGEST_DAYS + 1)):
        with pytest.raises(InvalidValue):
            report(database, today, from_on=begin)
