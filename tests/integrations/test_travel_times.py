"""Travel times of a server that knows the roads, of a town's own table, and of the distance when those do not tell."""

import json
from itertools import permutations

import pytest

from kcc_desktop.domain.imports import BadFile
from kcc_desktop.domain.travel import ByDistance, Point, TravelSource
from kcc_desktop.integrations.osrm import MOST_POINTS, OsrmTimes
from kcc_desktop.integrations.travel_file import read_travel_times
from kcc_desktop.services.travel import travel_times
from kcc_desktop.settings.options import Settings
from tests.integrations.importing import EXAMPLES
from tests.integrations.roads import Roads

HOME, FAR = Point(52.711, 5.749), Point(52.640, 5.610)
ESTIMATE = ByDistance()


@pytest.fixture
def roads():
    server = Roads()
    yield server
    server.close()


def test_the_server_tells_and_each_pair_is_asked_once(roads):
    times = OsrmTimes(roads.url, ESTIMATE)
    times.prepare([(HOME, FAR), (FAR, HOME)])
    leg = times.leg(HOME, FAR)
    # 0.139 + 0.071 degrees: 1,260 seconds, and 90 to park and walk.
    assert (leg.minutes, leg.source) == (23, TravelSource.OSRM)
    times.prepare([(HOME, FAR)])
    (asked,) = roads.asked
    assert asked == "/table/v1/driving/5.74900,52.71100;5.61000,52.64000?annotations=duration"
    assert times.leg(HOME, HOME).minutes == 0


def test_many_points_take_as_few_tables_as_fit(roads):
    times = OsrmTimes(roads.url, ESTIMATE)
    around = [Point(52.0 + number / 1000, 5.0) for number in range(250)]
    times.prepare([pair for point in around for pair in ((HOME, point), (point, HOME))])
    assert len(roads.asked) == 3
    assert max(path.count(";") + 1 for path in roads.asked) == MOST_POINTS
    assert {times.leg(HOME, point).source for point in around} == {TravelSource.OSRM}


@pytest.mark.parametrize(
    "answer",
    [
        "no json",
        "[]",
        '{"code": "NoTable"}',
        '{"code": "Ok", "durations": [[0]]}',
        '{"code":"Ok","durations":[[0,-1],[1,0]]}',
    ],
)
def test_whatever_it_says_that_is_no_table_is_away(roads, answer):
    roads.answer = answer
    times = OsrmTimes(roads.url, ESTIMATE)
    times.prepare([(HOME, FAR)])
    assert times.leg(HOME, FAR) == ESTIMATE.leg(HOME, FAR)


def test_a_server_that_is_away_is_left_alone_and_the_distance_tells(roads):
    roads.close()
    times = OsrmTimes(roads.url, ESTIMATE)
    for _ in range(3):
        times.prepare([(HOME, FAR)])
    assert times.leg(HOME, FAR).source is TravelSource.DISTANCE


def test_what_has_no_road_is_estimated(roads):
    roads.answer = json.dumps({"code": "Ok", "durations": [[0, None], [600, 0]]})
    times = OsrmTimes(roads.url, ESTIMATE)
    times.prepare(list(permutations((HOME, FAR), 2)))
    assert times.leg(HOME, FAR).source is TravelSource.DISTANCE
    assert times.leg(FAR, HOME) == times.leg(FAR, HOME)
    assert times.leg(FAR, HOME).minutes == 12


def test_a_towns_own_table_by_the_nearest_zone():
    times = read_travel_times(EXAMPLES / "travel_times.csv", ESTIMATE)
    beside = Point(52.715, 5.751)
    assert (times.leg(beside, FAR).minutes, times.leg(FAR, beside).minutes) == (17, 19)
    assert times.leg(beside, FAR).source is TravelSource.MATRIX
    assert times.leg(HOME, beside).source is TravelSource.DISTANCE
    assert times.leg(HOME, Point(52.9, 6.4)).source is TravelSource.DISTANCE


@pytest.mark.parametrize(("cell", "wrong"), [("52.7;5.7;x;5.6;3", "degrees"), ("52.7;5.7;52.6;5.6;-3", "no_number")])
def test_a_table_with_a_mistake_is_not_read(tmp_path, cell, wrong):
    file = tmp_path / "times.csv"
    file.write_text(f"from_latitude;from_longitude;to_latitude;to_longitude;minutes\n{cell}\n", encoding="utf-8")
    with pytest.raises(BadFile, match=wrong):
        read_travel_times(file, ESTIMATE)
    assert travel_times(Settings(travel_matrix=str(file))).leg(HOME, FAR) == ESTIMATE.leg(HOME, FAR)


def test_the_settings_say_which(roads):
    assert travel_times(Settings(travel_km_per_hour=40)) == ByDistance(km_per_hour=40)
    table = travel_times(Settings(travel_matrix=str(EXAMPLES / "travel_times.csv")))
    assert table.leg(HOME, FAR).source is TravelSource.MATRIX
    server = travel_times(Settings(osrm_url=roads.url, travel_matrix="nowhere.csv"))
    server.prepare([(HOME, FAR)])
    assert server.leg(HOME, FAR).source is TravelSource.OSRM
