"""How long it takes to drive between two places, and where that figure comes from. Knows no network and no table.

Distance as the crow flies times a factor, at a speed, and a fixed time to park and walk: works on any machine without
data. The three figures are a municipality's to calibrate: settings, and nowhere facts (facts, 2.3).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple, Protocol

_EARTH_KM = 6371.0
_PLACES = 3  # decimals: within a hundred metres it is the same place to drive to


class TravelSource(StrEnum):
    DISTANCE = "distance"
    MATRIX = "matrix"  # a table of the municipality's own
    OSRM = "osrm"


# In Dutch and in English, wherever a travel time is shown.
SOURCE_LABELS = {
    TravelSource.DISTANCE: ("Geschat uit de afstand", "Estimated from the distance"),
    TravelSource.MATRIX: ("Uit de reistijdentabel", "From the table of travel times"),
    TravelSource.OSRM: ("Uit de routeplanner", "From the route planner"),
}


class Point(NamedTuple):
    """Degrees (WGS 84)."""

    latitude: float
    longitude: float

    def rounded(self) -> "Point":
        """To about a hundred metres: enough to drive by, and no longer one front door."""
        return Point(round(self.latitude, _PLACES), round(self.longitude, _PLACES))


Drive = tuple[Point, Point]  # from, to


@dataclass(frozen=True, slots=True)
class Leg:
    """One drive. `minutes` are whole and never fewer than it takes."""

    minutes: int
    source: TravelSource


class TravelTimes(Protocol):
    """Where travel times come from. `prepare` may ask another system; `leg` never does and always answers.

    What was not prepared, or not told, is estimated from the distance; the leg says so.
    """

    def prepare(self, drives: Iterable[Drive]) -> None: ...

    def leg(self, start: Point, end: Point) -> Leg: ...


@dataclass(frozen=True, slots=True)
class ByDistance:
    """The default, and what others fall back to."""

    detour_percent: int = 135
    km_per_hour: int = 28
    stop_seconds: int = 90

    def prepare(self, drives: Iterable[Drive]) -> None:
        """Nothing is needed beforehand."""

    def leg(self, start: Point, end: Point) -> Leg:
        return Leg(self.minutes(start, end), TravelSource.DISTANCE)

    def minutes(self, start: Point, end: Point) -> int:
        """0 within one place: nobody drives."""
        if start == end:
            return 0
        seconds = kilometres(start, end) * self.detour_percent * 36 / self.km_per_hour + self.stop_seconds
        return -int(-seconds // 60)


def kilometres(start: Point, end: Point) -> float:
    """As the crow flies."""
    north, south = radians(start.latitude), radians(end.latitude)
    half = sin((south - north) / 2) ** 2
    half += cos(north) * cos(south) * sin(radians(end.longitude - start.longitude) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(half)))
