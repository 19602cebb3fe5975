"""Finds the question and the field that a refusal is about. Knows the rules by their refusals, and no widget."""

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from uuid import UUID

from kcc_desktop.domain.contact_commands import AuthorityNeeded
from kcc_desktop.domain.contacts import OutcomeNeeds
from kcc_desktop.domain.errors import InvalidValue, Refusal
from kcc_desktop.domain.notes import LONGEST
from kcc_desktop.domain.ongoing import NothingToRecord, Ongoing, OwnerNeeded, Question
from kcc_desktop.domain.recording import cleaned


class Spot(StrEnum):
    """What is to be mended; COLUMN: no field of its own."""

    NOTE = "note"
    INTERNAL = "internal"
    OWNER = "owner"
    PHONE = "phone"
    AUTHORITY = "authority"
    PLACE = "place"
    COLUMN = "column"


def find(error: Exception, ongoing: Ongoing, needs: Callable[[str], OutcomeNeeds]) -> tuple[UUID, Spot]:
    """The id of the question, and the spot in it. `needs` says what an outcome's code asks for."""
    if isinstance(error, NothingToRecord):
        return ongoing.question.id, Spot.NOTE
    for question in ongoing.questions:
        if _is_refused_so(question, error, ongoing, needs):
            return question.id, _spot(error, question)
    return ongoing.question.id, Spot.COLUMN


def _is_refused_so(
    question: Question, error: Exception, ongoing: Ongoing, needs: Callable[[str], OutcomeNeeds]
) -> bool:
    """Whether the rules say the same of this question alone."""
    if isinstance(error, AuthorityNeeded):
        return needs(question.outcome) is OutcomeNeeds.AUTHORITY and not question.authority.strip()
    alone = replace(ongoing, questions=(question,), current=0)
    try:
        cleaned(alone.to_command(ongoing.ended_at or ongoing.started_at))
    except Refusal as refusal:
        same_field = getattr(refusal, "field", None) == getattr(error, "field", None)
        return type(refusal) is type(error) and same_field
    return False


def _spot(error: Exception, question: Question) -> Spot:
    if isinstance(error, OwnerNeeded):
        return Spot.OWNER
    if isinstance(error, AuthorityNeeded):
        return Spot.AUTHORITY
    if not isinstance(error, InvalidValue):
        return Spot.COLUMN
    if error.field == "note":
        if len(question.summary.strip()) > LONGEST:
            return Spot.NOTE
        return Spot.INTERNAL if len(question.internal.strip()) > LONGEST else Spot.COLUMN
    return next((spot for spot in (Spot.PHONE, Spot.AUTHORITY, Spot.PLACE) if spot == error.field), Spot.COLUMN)
