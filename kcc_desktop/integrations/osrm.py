"""Asks an OSRM server for driving times (its `table` service). Knows no visit: degrees go out, seconds come back.

Each pair is asked for once; a server that is away is left alone for a while, and the distance tells meanwhile. Points
are rounded to a hundred metres before they leave, and no name goes with them.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from kcc_desktop.domain.errors import RegisterAway
from kcc_desktop.domain.travel import ByDistance, Drive, Leg, Point, TravelSource
from kcc_desktop.integrations.http import HttpSystem

MOST_POINTS = 100  # what a server answers in one table unless it is told otherwise
_MOST_KEPT = 200_000  # pairs
_PATIENCE = (0.5, 1.5)  # seconds: somebody is on the telephone


class OsrmTimes:
    """`estimate` tells what the server does not."""

    def __init__(self, url: str, estimate: ByDistance, system: HttpSystem | None = None) -> None:
        self._estimate = estimate
        self._system = system if system is not None else HttpSystem("OSRM", url, patience=_PATIENCE)
        self._known: dict[Drive, int] = {}

    def prepare(self, drives: Iterable[Drive]) -> None:
        """Asks for what is not known yet, as few times as it takes. Never refuses: away is told by each leg."""
        wanted = list(dict.fromkeys(one for one in drives if one[0] != one[1] and one not in self._known))
        if len(self._known) + len(wanted) > _MOST_KEPT:
            self._known = {}
        try:
            for points in _tables(wanted):
                self._ask(points)
        except RegisterAway:
            return

    def leg(self, start: Point, end: Point) -> Leg:
        if start == end:
            return Leg(0, TravelSource.OSRM)
        minutes = self._known.get((start, end))
        return Leg(minutes, TravelSource.OSRM) if minutes is not None else self._estimate.leg(start, end)

    def _ask(self, points: list[Point]) -> None:
        where = ";".join(f"{point.longitude:.5f},{point.latitude:.5f}" for point in points)
        answer = self._system.get(f"table/v1/driving/{where}", [("annotations", "duration")])
        for start, row in zip(points, _durations(answer.body, len(points)), strict=True):
            for end, seconds in zip(points, row, strict=True):
                if seconds is not None and start != end:
                    # The road's time, and as always some to park and walk.
                    self._known[start, end] = -int(-(seconds + self._estimate.stop_seconds) // 60)


def _durations(body: Any, count: int) -> list[list[float | None]]:
    """The table of seconds. RegisterAway for whatever is no such table."""
    rows = body.get("durations") if isinstance(body, dict) and body.get("code") == "Ok" else None
    if not isinstance(rows, list) or len(rows) != count:
        raise RegisterAway("OSRM")
    for row in rows:
        if not isinstance(row, list) or len(row) != count:
            raise RegisterAway("OSRM")
        if not all(value is None or (isinstance(value, (int, float)) and 0 <= value < 86_400) for value in row):
            raise RegisterAway("OSRM")
    return rows


def _tables(drives: list[Drive]) -> Iterator[list[Point]]:
    """Points to ask for together: both ends of a drive stand in one table."""
    points: dict[Point, None] = {}
    for drive in drives:
        more = [point for point in drive if point not in points]
        if len(points) + len(more) > MOST_POINTS:
            yield list(points)
            points, more = {}, list(drive)
        points.update(dict.fromkeys(more))
    if points:
        yield list(points)
