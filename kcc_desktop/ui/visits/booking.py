"""What a conversation says about a visit that is booked from it, and what the visit leaves in the conversation."""

from dataclasses import replace
from uuid import UUID

from kcc_desktop.domain.contacts import Confidentiality, MunicipalRole
from kcc_desktop.domain.ongoing import Ongoing, PlannedRef, Question
from kcc_desktop.domain.visit_commands import VisitWords
from kcc_desktop.domain.visits import Visit
from kcc_desktop.ui.visits.plan import VisitPlan


def secrecy_of(ongoing: Ongoing, question_id: UUID) -> Confidentiality:
    """A visit is as confidential as the contact it is planned in."""
    question = _question(ongoing, question_id)
    if question.municipal_role is MunicipalRole.ENFORCEMENT:
        return Confidentiality.ENFORCEMENT
    return Confidentiality.CONFIDENTIAL if question.is_confidential else Confidentiality.OPEN


def words_of(ongoing: Ongoing, plan: VisitPlan) -> VisitWords:
    """Its note is what the agent wrote down."""
    party = ongoing.party
    return VisitWords(
        party.id if party else None,
        party.title if party else "",
        invited=tuple(one.id for one in plan.invited),
        phone=ongoing.caller_number if ongoing.caller_number.startswith("+") else "",
        contact_name=plan.contact,
        access=plan.access,
        materials=tuple(one.strip() for one in plan.materials.split(",") if one.strip()),
        interpreter=plan.interpreter,
        note=_question(ongoing, plan.question_id).summary.strip(),
        secrecy=secrecy_of(ongoing, plan.question_id),
    )


def with_planned(ongoing: Ongoing, question_id: UUID, visit: Visit) -> Ongoing:
    """The conversation with the visit among what its question promised."""
    begin, end = visit.window_from or visit.starts_at, visit.window_until or visit.ends_at
    if begin is None or end is None:
        return ongoing
    ref = PlannedRef(visit.id, visit.reference, begin, visit.worker, until=end, has_safety_note=visit.has_safety_note)
    questions = tuple(
        replace(question, planned=(*question.planned, ref)) if question.id == question_id else question
        for question in ongoing.questions
    )
    return replace(ongoing, questions=questions)


def _question(ongoing: Ongoing, question_id: UUID) -> Question:
    return next(one for one in ongoing.questions if one.id == question_id)
