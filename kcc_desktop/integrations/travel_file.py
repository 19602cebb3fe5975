"""Reads a municipality's own travel times, from a CSV: minutes from one zone's middle to another's.

Columns: `from_latitude`, `from_longitude`, `to_latitude`, `to_longitude` (degrees, WGS 84) and `minutes`. A point
belongs to the nearest zone within three kilometres; within one zone, and where no zone is near, the distance tells.
A small one: tests/integrations/examples/travel_times.csv.
"""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from kcc_desktop.domain.travel import ByDistance, Drive, Leg, Point, TravelSource, kilometres
from kcc_desktop.integrations.csv_file import Column, Line, read_lines

_ENDS = (("from_latitude", "from_longitude"), ("to_latitude", "to_longitude"))
COLUMNS = (*(Column(name, needed=True, limit=20) for pair in _ENDS for name in pair), Column("minutes", needed=True))
NEAR_KM = 3.0
_LONGEST = 24 * 60


class MatrixTimes:
    """`estimate` tells what the table does not."""

    def __init__(self, minutes: dict[Drive, int], estimate: ByDistance) -> None:
        self._minutes, self._estimate = minutes, estimate
        self._zones = tuple(dict.fromkeys(point for drive in minutes for point in drive))
        self._zone = lru_cache(maxsize=50_000)(self._nearest)

    def prepare(self, drives: Iterable[Drive]) -> None:
        """Nothing is needed beforehand: the table was read."""

    def leg(self, start: Point, end: Point) -> Leg:
        here, there = self._zone(start), self._zone(end)
        minutes = self._minutes.get((here, there)) if here is not None and there is not None else None
        return self._estimate.leg(start, end) if minutes is None else Leg(minutes, TravelSource.MATRIX)

    def _nearest(self, point: Point) -> Point | None:
        nearest = min(self._zones, key=lambda zone: kilometres(point, zone), default=None)
        return nearest if nearest is not None and kilometres(point, nearest) <= NEAR_KM else None


def read_travel_times(file: Path, estimate: ByDistance) -> MatrixTimes:
    """Refuses the whole file with BadFile: line and reason."""
    minutes: dict[Drive, int] = {}
    for line in read_lines(file, COLUMNS):
        start, end = (Point(_degrees(line, latitude), _degrees(line, longitude)) for latitude, longitude in _ENDS)
        if start != end:
            minutes[start, end] = _minutes(line)
    return MatrixTimes(minutes, estimate)


def _degrees(line: Line, name: str) -> float:
    text = line.needed(name).replace(",", ".")
    try:
        value = float(text)
    except ValueError:
        line.refuse("degrees_characters", name)
    if not -180 <= value <= 180:
        line.refuse("degrees_characters", name)
    return value


def _minutes(line: Line) -> int:
    text = line.needed("minutes")
    if not text.isdecimal() or int(text) > _LONGEST:
        line.refuse("no_number", "minutes", str(_LONGEST))
    return int(text)
