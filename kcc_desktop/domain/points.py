"""Points on the map (WGS 84): read from what was typed or pasted, and how far they are apart."""

import math
import re
from dataclasses import dataclass

_EARTH_METRES = 6_371_008.8  # mean radius
_METRES_PER_DEGREE = math.pi * _EARTH_METRES / 180
# "52.7108, 5.7486", as maps copy it; a comma for the decimals only where a blank or ";" parts the two.
_PAIR = re.compile(r"(?<![\d.,])(-?\d{1,2}\.\d{3,})\s*[,;/ ]\s*(-?\d{1,3}\.\d{3,})(?!\.?\d)")
_COMMA_PAIR = re.compile(r"(?<![\d.,])(-?\d{1,2},\d{3,})\s*[; ]\s*(-?\d{1,3},\d{3,})(?!,?\d)")


@dataclass(frozen=True, slots=True)
class Point:
    """Degrees; latitude between -90 and 90, longitude between -180 and 180 (else ValueError)."""

    latitude: float
    longitude: float

    def __post_init__(self) -> None:
        if not (abs(self.latitude) <= 90 and abs(self.longitude) <= 180):
            raise ValueError("not a point on the earth")

    def metres_to(self, other: "Point") -> float:
        """Along the ground, as the crow flies (haversine)."""
        here, there = math.radians(self.latitude), math.radians(other.latitude)
        across = math.radians(other.longitude - self.longitude)
        half = math.sin((there - here) / 2) ** 2 + math.cos(here) * math.cos(there) * math.sin(across / 2) ** 2
        return 2 * _EARTH_METRES * math.asin(min(1.0, math.sqrt(half)))

    def box(self, metres: float) -> tuple["Point", "Point"]:
        """South-west and north-east corner of a box that holds everything within so many metres.

        Across the date line and at the poles it is the whole width.
        """
        up = metres / _METRES_PER_DEGREE * 1.001  # a thousandth more, so that rounding leaves nothing out
        south, north = max(-90.0, self.latitude - up), min(90.0, self.latitude + up)
        narrow = math.cos(math.radians(max(abs(south), abs(north))))
        wide = up / narrow if narrow > 1e-9 else 360.0
        if self.longitude - wide < -180 or self.longitude + wide > 180:
            return Point(south, -180.0), Point(north, 180.0)
        return Point(south, self.longitude - wide), Point(north, self.longitude + wide)


def parse_point(text: str) -> Point | None:
    """The first point in what was typed or pasted, a map's address too; None where there is none.

    Three decimals at least (some hundred metres): a house number and a postcode are no point.
    """
    for pattern in (_PAIR, _COMMA_PAIR):
        for found in pattern.finditer(text):
            try:
                return Point(*(float(part.replace(",", ".")) for part in found.groups()))
            except ValueError:
                continue
    return None
