"""Cases (zaken) as the desk shows them; they are handled elsewhere. Knows no case system."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class CaseRole(StrEnum):
    APPLICANT = "applicant"
    INTERESTED = "interested"
    REPRESENTATIVE = "representative"


@dataclass(frozen=True, slots=True)
class CaseStep:
    """One status of a case; `reached_on` is empty for a step still to come."""

    ordinal: int
    name: str
    reached_on: date | None


@dataclass(frozen=True, slots=True)
class CaseSummary:
    id: UUID
    reference: str
    case_type: str
    status: str
    started_on: date
    decide_by: date | None  # the decision term; Awb 4:13 unless a special law names another
    ended_on: date | None
    handler: str

    @property
    def is_open(self) -> bool:
        return self.ended_on is None


@dataclass(frozen=True, slots=True)
class CaseDetail:
    summary: CaseSummary
    description: str
    department: str
    result: str
    steps: tuple[CaseStep, ...]
