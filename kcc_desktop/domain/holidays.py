"""The holidays of Dutch law, year by year. Knows no desk's opening days and no royal decrees."""

from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

_FROM_EASTER = (-2, 0, 1, 39, 49, 50)  # Good Friday, Easter and its Monday, Ascension Day, Whit Sunday and its Monday
_FIXED = ((1, 1), (5, 5), (12, 25), (12, 26))
_SUNDAY = 6


@lru_cache(maxsize=64)
def holidays_in(year: int) -> frozenset[date]:
    """The holidays of the Algemene termijnenwet, article 3, Good Friday among them, and Easter and Whit Sunday.

    The fifth of May is one each year by that law. Days put on a par by royal decree are not in here.
    """
    easter_on = easter(year)
    days = {easter_on + timedelta(days=days) for days in _FROM_EASTER}
    return frozenset(days | {date(year, month, day) for month, day in _FIXED} | {_kings_day(year)})


def _kings_day(year: int) -> date:
    """The day on which the King's birthday is celebrated: 27 April, the day before when that is a Sunday."""
    birthday = date(year, 4, 27) if year >= 2014 else date(year, 4, 30)
    return birthday - timedelta(days=birthday.weekday() == _SUNDAY)
