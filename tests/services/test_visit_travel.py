"""Proposals and days say where their travel times come from, and go on without the server that tells them."""

import pytest

from kcc_desktop.domain.travel import ByDistance, TravelSource
from kcc_desktop.integrations.osrm import OsrmTimes
from tests.integrations.roads import Roads
from tests.services.field_team import FAR, NEAR, FieldTeam


@pytest.fixture
def roads():
    server = Roads()
    yield server
    server.close()


def test_a_route_planner_tells_the_drives_and_the_distance_when_it_is_away(database, roads):
    team = FieldTeam(database, 1, travel=OsrmTimes(roads.url, ByDistance()))
    first = team.booked(point=FAR)
    assert (first.travel_source, first.before_minutes) == (TravelSource.OSRM, 23)
    (best, *_rest) = team.service.propose(team.need(NEAR))
    assert best.source is TravelSource.OSRM
    day = team.service.day(team.workers[0], team.tomorrow)
    assert {stop.drive.source for stop in day.stops} == {TravelSource.OSRM}
    roads.answer = "down for repairs"
    again = FieldTeam(database, 1, travel=OsrmTimes(roads.url, ByDistance()), code="again")
    assert {one.source for one in again.service.propose(again.need())} == {TravelSource.DISTANCE}
