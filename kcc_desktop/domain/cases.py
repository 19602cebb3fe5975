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

    def is_late_on(self, day: date) -> bool:
        """Whether the decision term ran out while the case is still open."""
        return self.is_open and self.decide_by is not None and self.decide_by < day


@dataclass(frozen=True, slots=True)
class CaseParty:
    """Who has a part in a case, as the card shows them."""

    party_id: UUID
    name: str
    role: CaseRole


@dataclass(frozen=True, slots=True)
class CaseDetail:
    """`steps` in their order: done ones have a date, those still to come have none."""

    summary: CaseSummary
    description: str
    department: str
    result: str
    steps: tuple[CaseStep, ...]
    parties: tuple[CaseParty, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportedCaseParty:
    """Somebody with a part in a case, by one of our ids, a BSN, or a KVK number (with a branch number or without)."""

    role: CaseRole
    party_id: UUID | None = None
    bsn: str = ""
    kvk_number: str = ""
    branch_number: str = ""


@dataclass(frozen=True, slots=True)
class ImportedCase:
    """One case of a case system's export; `reference` is its key there."""

    reference: str
    case_type: str
    started_on: date
    description: str = ""
    decide_by: date | None = None
    ended_on: date | None = None
    status: str = ""
    handler: str = ""
    department: str = ""
    result: str = ""
    steps: tuple[CaseStep, ...] = ()
    parties: tuple[ImportedCaseParty, ...] = ()
