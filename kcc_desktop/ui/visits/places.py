"""Where an unplanned visit could go: first in the day that is shown, else on the days after it. Knows no widget."""

from datetime import date, datetime, time, timedelta

from kcc_desktop.domain.local_time import HERE
from kcc_desktop.domain.visits import NoVisitPossible, Visit, VisitNeed, VisitProposal
from kcc_desktop.services.visits import VisitService

_OF_DAY, _ELSEWHERE = 24, 5


def places_for(visits: VisitService, visit: Visit, on: date, now: datetime) -> tuple[VisitProposal, ...]:
    """Within what was promised. Refuses as `VisitService.propose_for` when there is no place at all."""
    window = _window(visit, on, now)
    if window is not None:
        need = VisitNeed(
            visit.place,
            visit.minutes,
            visit.product_id,
            skills=visit.skills,
            with_second=visit.with_second,
            from_on=on,
            window=window,
            is_anywhere=True,  # whom a planner chooses goes there; areas only steer what is proposed
        )
        try:
            found = visits.propose(need, _OF_DAY)
        except NoVisitPossible:
            found = ()
        of_day = tuple(one for one in found if one.on == on)
        if of_day:
            return of_day
    return visits.propose_for(visit.id, _ELSEWHERE)


def _window(visit: Visit, on: date, now: datetime) -> tuple[datetime, datetime] | None:
    """The day, as far as it was promised and is still to come; None when nothing of it is."""
    begin = datetime.combine(on, time(), HERE)
    end = datetime.combine(on + timedelta(days=1), time(), HERE)
    begin, end = max(begin, now), end
    if visit.window_from is not None and visit.window_until is not None:
        begin, end = max(begin, visit.window_from), min(end, visit.window_until)
    return (begin, end) if end - begin >= timedelta(minutes=visit.minutes) else None
