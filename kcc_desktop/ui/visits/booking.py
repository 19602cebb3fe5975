"""What a conversation says about a visit that is booked from it, and what the visit leaves in the conversation."""

from kcc_desktop.domain.ongoing import Ongoing, PlannedRef
from kcc_desktop.domain.visit_commands import VisitWords
from kcc_desktop.domain.visits import Visit
from kcc_desktop.ui.held_plan import number_to_call, question_of, secrecy_of
from kcc_desktop.ui.visits.plan import VisitPlan


def words_of(ongoing: Ongoing, plan: VisitPlan) -> VisitWords:
    """Its note is what the agent wrote down."""
    party = ongoing.party
    return VisitWords(
        party.id if party else None,
        party.title if party else "",
        invited=tuple(one.id for one in plan.invited),
        phone=number_to_call(ongoing),
        contact_name=plan.contact,
        access=plan.access,
        materials=tuple(one.strip() for one in plan.materials.split(",") if one.strip()),
        interpreter=plan.interpreter,
        note=question_of(ongoing, plan.question_id).summary.strip(),
        secrecy=secrecy_of(ongoing, plan.question_id),
    )


def promised(visit: Visit) -> PlannedRef | None:
    """How the conversation remembers it; None while nobody was told when."""
    begin, end = visit.window_from or visit.starts_at, visit.window_until or visit.ends_at
    if begin is None or end is None:
        return None
    return PlannedRef(visit.id, visit.reference, begin, visit.worker, until=end, has_safety_note=visit.has_safety_note)
