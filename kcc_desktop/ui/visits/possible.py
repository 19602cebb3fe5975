"""What can be done with a visit in the panel, by its state; the service has the last word."""

from PySide6.QtCore import QCoreApplication

from kcc_desktop.domain.visits import Visit, VisitState

# Needs no visit.
ALWAYS = frozenset(
    {
        "visit_unplanned",
        "visit_lanes",
        "visit_previous_day",
        "visit_today",
        "visit_next_day",
        "visit_optimise",
        "visit_place",
    }
)
_OF_STATE = {
    VisitState.PLANNED: {"visit_forward", "visit_unplan"},
    VisitState.DISPATCHED: {"visit_forward"},
    VisitState.EN_ROUTE: {"visit_forward"},
    VisitState.ON_SITE: {"visit_outcome"},
    VisitState.FAILED: {"visit_follow_up"},
    VisitState.PARTLY_DONE: {"visit_follow_up"},
}


def of(visit: Visit | None, *, has_day: bool, may_warn: bool = False, has_read: bool = False) -> frozenset[str]:
    """The actions' names. Without a visit: those of the worker's day. `has_read`: notes are in sight."""
    if visit is None:
        return frozenset({"visit_sheet", "visit_calendar"}) if has_day else frozenset()
    found = set(_OF_STATE.get(visit.state, ()))
    if visit.has_safety_note:
        found.add("visit_safety")
    if may_warn:
        found.add("visit_warn")
        if has_read:
            found.add("visit_end_safety")
    if not visit.is_over and visit.place.point is not None and not visit.is_covered:
        found.add("visit_navigate")
    return frozenset(found)


def forward_words(visit: Visit | None) -> str:
    """What the next step is called; "" when there is none."""
    if visit is None:
        return ""
    return {
        VisitState.PLANNED: QCoreApplication.translate("Visits", "Send out"),
        VisitState.DISPATCHED: QCoreApplication.translate("Visits", "On the way"),
        VisitState.EN_ROUTE: QCoreApplication.translate("Visits", "Arrived"),
    }.get(visit.state, "")
