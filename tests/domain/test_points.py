"""Points: read as maps copy them, and as far apart as the earth has it."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kcc_desktop.domain.points import box, metres_between, parse_point, parse_postcode
from kcc_desktop.domain.travel import Point

# The Poldertoren and the church of Ens, by public maps to some ten metres; 8.9 km by the same maps.
POLDERTOREN, ENS = Point(52.7108, 5.7486), Point(52.6386, 5.8253)
POINTS = st.builds(Point, st.floats(-89, 89), st.floats(-179.9, 179.9))


@pytest.mark.parametrize(
    "text",
    [
        "52.7108, 5.7486",
        "52.7108,5.7486",
        "52.7108 5.7486",
        "52,7108; 5,7486",
        "bij de lantaarnpaal 52.7108, 5.7486 aan de overkant",
        "https://www.openstreetmap.org/#map=18/52.7108/5.7486",
        "https://maps.example/@52.7108,5.7486,17z",
        "geo:52.7108,5.7486",
    ],
)
def test_a_point_is_read_as_maps_copy_it(text):
    assert parse_point(text) == POLDERTOREN


@pytest.mark.parametrize(
    "text", ["", "Kerkstraat 12", "8302 XK 12", "06-12345678", "52.7, 5.7", "152.7108, 5.7486", "1.234.567"]
)
def test_what_is_no_point_is_none(text):
    assert parse_point(text) is None


def test_south_and_west_are_read_too():
    assert parse_point("-33.8568, 151.2153") == Point(-33.8568, 151.2153)
    assert parse_point("91.0000, 5.7486 of 52.7108, 5.7486") == POLDERTOREN


def test_a_postcode_is_found_in_an_address():
    assert parse_postcode("Kerkstraat 12, 8302 xk Emmeloord") == parse_postcode("8302XK") == "8302XK"
    for text in ("", "0302 XK", "8302 XKL", "183021XK", "52.7108"):
        assert parse_postcode(text) == ""


def test_distances():
    assert metres_between(POLDERTOREN, POLDERTOREN) == 0
    assert 9_300 < metres_between(POLDERTOREN, ENS) < 9_700
    assert metres_between(Point(0, 0), Point(0, 1)) == pytest.approx(111_195, abs=5)
    assert metres_between(Point(0, 179.9), Point(0, -179.9)) == pytest.approx(22_239, abs=5)


@given(POINTS, POINTS)
def test_it_is_as_far_there_as_back(one, other):
    assert metres_between(one, other) == pytest.approx(metres_between(other, one), abs=0.01)


@given(POINTS, st.floats(0, 2 * math.pi), st.floats(0, 1), st.floats(1, 5000))
def test_the_box_holds_whatever_is_near(centre, way, part, metres):
    """Some point at most so far away, in whichever direction."""
    step = part * metres / 111_195
    north = centre.latitude + step * math.cos(way)
    east = centre.longitude + step * math.sin(way) / math.cos(math.radians(centre.latitude))
    assume(abs(north) <= 90 and abs(east) <= 180)
    near = Point(north, east)
    assume(metres_between(centre, near) <= metres)
    corner, other = box(centre, metres)
    assert corner.latitude <= near.latitude <= other.latitude
    assert corner.longitude <= near.longitude <= other.longitude


@given(st.floats(-85, 85), st.floats(-170, 170))
def test_the_box_is_not_much_larger_than_it_must_be(latitude, longitude):
    corner, other = box(Point(latitude, longitude), 100)
    assert metres_between(corner, other) < 100 * 2 * math.sqrt(2) * 1.1
