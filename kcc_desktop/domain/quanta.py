"""Time as the calendar keeps it: quanta of five minutes, numbered from 1970 in UTC.

Never another size: what is stored is a number, and another size would be another number.
"""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

MINUTES = 5
_QUANTUM = timedelta(minutes=MINUTES)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DAY_MINUTES = 24 * 60
_ASKED_AGAIN = 4096  # of quantum_on: who plans twenty people's weeks asks a few hundred of them a thousand times


def quantum_at(instant: datetime) -> int:
    """The quantum that holds this instant."""
    return (instant - _EPOCH) // _QUANTUM


def instant_of(quantum: int) -> datetime:
    """When it begins (UTC)."""
    return _EPOCH + quantum * _QUANTUM


def quanta_for(minutes: int) -> int:
    """How many hold so many minutes; the last one may be partly used."""
    return -(-minutes // MINUTES)


@lru_cache(maxsize=_ASKED_AGAIN)
def quantum_on(day: date, minute: int, zone: ZoneInfo) -> int:
    """The quantum at so many minutes after local midnight, by the clock on the wall; 1440 is the next midnight.

    A time that the clock shows twice in autumn is the first of the two; one that it skips in spring is as long after
    midnight as it says.
    """
    on = day + timedelta(days=minute // _DAY_MINUTES)
    hour, past = divmod(minute % _DAY_MINUTES, 60)
    return quantum_at(datetime.combine(on, time(hour, past), zone).astimezone(UTC))
