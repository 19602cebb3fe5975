"""Where travel times come from on this desktop: an OSRM server, a table, or the distance; the first that is set."""

import logging
from pathlib import Path

from kcc_desktop.domain.imports import BadFile
from kcc_desktop.domain.travel import ByDistance, TravelTimes
from kcc_desktop.settings.options import Settings

log = logging.getLogger(__name__)


def travel_times(settings: Settings) -> TravelTimes:
    """Never refuses: a table that cannot be read is logged, and the distance tells, as every answer says."""
    estimate = ByDistance(settings.travel_detour_percent, settings.travel_km_per_hour, settings.travel_stop_seconds)
    if settings.osrm_url:
        from kcc_desktop.integrations.osrm import OsrmTimes  # loads an HTTP client, which most desks need not

        return OsrmTimes(settings.osrm_url, estimate)
    if settings.travel_matrix:
        from kcc_desktop.integrations.travel_file import read_travel_times

        try:
            return read_travel_times(Path(settings.travel_matrix), estimate)
        except BadFile as refused:
            log.warning("the table of travel times was not read: %s", refused)
    return estimate
