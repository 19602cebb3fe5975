"""Why a visit cannot stand somewhere in a day, in words, before it is let go there. The service has the last word.

As far as a screen can see: who works, who is away, what stands there, what was promised. What remains is the driving.
"""

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from kcc_desktop.domain.visit_days import Stop, WorkerDay
from kcc_desktop.domain.visits import Visit
from kcc_desktop.ui.shared import formatting


def against(day: WorkerDay, visit: Visit, starts_at: datetime, now: datetime) -> str:
    """The first thing that is against it; "" when nothing is to be seen: then the drive decides, and the service."""
    ends_at = starts_at + timedelta(minutes=visit.minutes)
    if starts_at < now:
        return QCoreApplication.translate("VisitConflicts", "That moment is over")
    missing = visit.skills - day.worker.skills
    if missing:
        text = QCoreApplication.translate("VisitConflicts", "{worker} cannot do this: {skills}")
        return text.format(worker=day.worker.name, skills=", ".join(sorted(missing)))
    if not any(since <= starts_at and ends_at <= until for since, until in day.working):
        text = QCoreApplication.translate("VisitConflicts", "{worker} does not work then")
        return text.format(worker=day.worker.name)
    in_the_way = _in_the_way(day, starts_at, ends_at)
    if in_the_way:
        return in_the_way
    begin, end = visit.window_from, visit.window_until
    if begin is not None and end is not None and (starts_at < begin or ends_at > end):
        return QCoreApplication.translate("VisitConflicts", "Promised was {day}, between {begin} and {end}").format(
            day=formatting.day(begin), begin=formatting.time(begin), end=formatting.time(end)
        )
    return ""


def _in_the_way(day: WorkerDay, starts_at: datetime, ends_at: datetime) -> str:
    taken = [(one.starts_at, one.ends_at, one.reason) for one in day.absences]
    taken += [(one.starts_at, one.ends_at, named(one)) for one in day.stops]
    for begin, end, name in taken:
        if begin < ends_at and starts_at < end:
            return QCoreApplication.translate("VisitConflicts", "{what} stands there, {begin}–{end}").format(
                what=name or QCoreApplication.translate("VisitConflicts", "Something else"),
                begin=formatting.time(begin),
                end=formatting.time(end),
            )
    return ""


def named(stop: Stop) -> str:
    """Where a stop is, in a word; of what is not this agent's to see only that it is there."""
    if stop.visit is None:
        if stop.is_hold:
            return QCoreApplication.translate("VisitConflicts", "On hold by a colleague")
        return QCoreApplication.translate("VisitConflicts", "Another visit")
    address = stop.visit.place.address
    return address.place or address.line1() or address.postcode
