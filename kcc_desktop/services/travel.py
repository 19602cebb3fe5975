"""Where travel times come from on this desktop: an OSRM server, a table, or the distance; the first that is set."""

import logging
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from kcc_desktop.domain.imports import BadFile
from kcc_desktop.domain.travel import ByDistance, Drive, Leg, Point, TravelTimes
from kcc_desktop.settings.options import Settings

log = logging.getLogger(__name__)


def travel_times(settings: Settings) -> TravelTimes:
    """Reads and asks nothing yet: a window that starts waits for no file and loads no HTTP client."""
    estimate = ByDistance(settings.travel_detour_percent, settings.travel_km_per_hour, settings.travel_stop_seconds)
    return _WhenWanted(settings, estimate) if settings.osrm_url or settings.travel_matrix else estimate


class _WhenWanted:
    """Never refuses: a table that cannot be read is logged, and the distance tells, as every answer says."""

    def __init__(self, settings: Settings, estimate: ByDistance) -> None:
        self._settings, self._estimate = settings, estimate

    def prepare(self, drives: Iterable[Drive]) -> None:
        self._source.prepare(drives)

    def leg(self, start: Point, end: Point) -> Leg:
        return self._source.leg(start, end)

    @cached_property
    def _source(self) -> TravelTimes:
        if self._settings.osrm_url:
            from kcc_desktop.integrations.osrm import OsrmTimes

            return OsrmTimes(self._settings.osrm_url, self._estimate)
        from kcc_desktop.integrations.travel_file import read_travel_times

        try:
            return read_travel_times(Path(self._settings.travel_matrix), self._estimate)
        except BadFile as refused:
            log.warning("the table of travel times was not read: %s", refused)
            return self._estimate
