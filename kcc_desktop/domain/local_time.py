"""Where the municipality is: days begin and end by this clock, instants are kept in UTC."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

HERE = ZoneInfo("Europe/Amsterdam")


def start_of(day: date) -> datetime:
    """The local midnight a day begins with, as an instant (UTC)."""
    return datetime.combine(day, time(), HERE).astimezone(UTC)


def local_day(instant: datetime) -> date:
    """The day it is here at that instant."""
    return instant.astimezone(HERE).date()
