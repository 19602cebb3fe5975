"""The days that are shown as routes for the map. Paints nothing."""

from kcc_desktop.domain.visit_days import Stop
from kcc_desktop.domain.visits import PointQuality, Visit
from kcc_desktop.ui.shared import formatting
from kcc_desktop.ui.visits import conflicts
from kcc_desktop.ui.visits.board import Shown
from kcc_desktop.ui.visits.map import MapRoute, MapStop


def routes_of(shown: Shown, lane: int) -> tuple[tuple[MapRoute, ...], int]:
    """One a worker, then what is not planned yet; and which of them is meant."""
    routes = [
        MapRoute(day.worker.name, day.worker.start, tuple(one for stop in day.stops if (one := _of_stop(stop))))
        for day in shown.days
    ]
    waiting = tuple(one for visit in shown.unplanned if (one := _of_visit(visit, visit.title)))
    return (*routes, MapRoute("", None, waiting)), lane


def _of_stop(stop: Stop) -> MapStop | None:
    if stop.visit is None:
        return None
    return _of_visit(stop.visit, f"{conflicts.named(stop)} {formatting.time(stop.starts_at)}")


def _of_visit(visit: Visit, name: str) -> MapStop | None:
    """None where its point is not to be shown."""
    point = visit.place.point
    if point is None or visit.is_covered:
        return None
    return MapStop(visit.id, point, name, visit.place.quality is not PointQuality.EXACT)
