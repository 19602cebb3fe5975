"""Points on the map as they are typed or pasted, and what lies near one."""

import math
import re

from kcc_desktop.domain.travel import Point, kilometres

_KM_PER_DEGREE = 111.19  # of latitude: a little less than it is, so that nothing near falls out of the box
# "52.7108, 5.7486", as maps copy it; a comma for the decimals only where a blank or ";" parts the two.
_PAIR = re.compile(r"(?<![\d.,])(-?\d{1,2}\.\d{3,})\s*[,;/ ]\s*(-?\d{1,3}\.\d{3,})(?!\.?\d)")
_COMMA_PAIR = re.compile(r"(?<![\d.,])(-?\d{1,2},\d{3,})\s*[; ]\s*(-?\d{1,3},\d{3,})(?!,?\d)")
_POSTCODE = re.compile(r"(?<!\d)([1-9]\d{3}) ?([A-Za-z]{2})(?![A-Za-z])")


def metres_between(one: Point, other: Point) -> float:
    """As the crow flies."""
    return kilometres(one, other) * 1000


def box(centre: Point, metres: float) -> tuple[Point, Point]:
    """South-west and north-east corner of a box that holds everything within so many metres.

    Across the date line and at the poles it is the whole width.
    """
    up = metres / 1000 / _KM_PER_DEGREE
    south, north = max(-90.0, centre.latitude - up), min(90.0, centre.latitude + up)
    narrow = math.cos(math.radians(max(abs(south), abs(north))))
    wide = up / narrow if narrow > 1e-9 else 360.0
    if centre.longitude - wide < -180 or centre.longitude + wide > 180:
        return Point(south, -180.0), Point(north, 180.0)
    return Point(south, centre.longitude - wide), Point(north, centre.longitude + wide)


def parse_point(text: str) -> Point | None:
    """The first point in what was typed or pasted, a map's address too; None where there is none.

    Three decimals at least (some hundred metres): a house number and a postcode are no point.
    """
    for pattern in (_PAIR, _COMMA_PAIR):
        for found in pattern.finditer(text):
            point = Point(*(float(part.replace(",", ".")) for part in found.groups()))
            if abs(point.latitude) <= 90 and abs(point.longitude) <= 180:
                return point
    return None


def parse_postcode(text: str) -> str:
    """The first Dutch postcode in it as "8302XK"; "" where there is none."""
    found = _POSTCODE.search(text)
    return "".join(found.groups()).upper() if found is not None else ""
