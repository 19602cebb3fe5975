"""What a desk asks of visits. Ids are the desktop's: the same command again changes nothing and answers the visit."""

from dataclasses import dataclass, field
from uuid import UUID

from kcc_desktop.domain.appointments import CancelledBy
from kcc_desktop.domain.contacts import Confidentiality
from kcc_desktop.domain.visits import VisitNeed, VisitOutcome, VisitProposal

LONGEST_ACCESS = 500
LONGEST_REPORT = 20_000
LARGEST_SIGNATURE = 200_000  # bytes of PNG
MOST_INVITED = 12


@dataclass(frozen=True, slots=True)
class HoldVisit:
    """Keep a place in a worker's day for ten minutes while talking. The id becomes the visit's."""

    id: UUID
    need: VisitNeed
    proposal: VisitProposal
    conversation_id: UUID | None = None
    secrecy: Confidentiality = Confidentiality.OPEN  # of the contact it is planned in


@dataclass(frozen=True, slots=True)
class VisitWords:
    """What is said about a visit; personal, and kept apart. `invited`: others who are asked to be there.

    `contact_name` and `contact_phone`: who lets the visitor in, when that is not the citizen. `materials`: each one
    thing to bring. `interpreter`: the language, "" for none.
    """

    party_id: UUID | None
    name: str
    invited: tuple[UUID, ...] = ()
    phone: str = ""
    email: str = ""
    contact_name: str = ""
    contact_phone: str = ""
    access: str = ""
    materials: tuple[str, ...] = ()
    interpreter: str = ""
    note: str = ""
    secrecy: Confidentiality = Confidentiality.OPEN  # of the contact it is planned in


@dataclass(frozen=True, slots=True)
class BookVisit:
    """Make the hold of this id a visit that stands in the worker's day.

    `contact_id`: of the question it is planned in, which becomes a contact when the talk ends.
    """

    id: UUID
    words: VisitWords
    conversation_id: UUID | None = None
    contact_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class RequestVisit:
    """A visit without a time yet: it waits among the unplanned. `need.window`: what was promised already, if so."""

    id: UUID
    need: VisitNeed
    words: VisitWords
    conversation_id: UUID | None = None
    contact_id: UUID | None = None  # as of BookVisit


@dataclass(frozen=True, slots=True)
class PlanVisit:
    """Put an unplanned visit into a worker's day. Where nothing was promised, the proposal's window is from now on."""

    id: UUID
    proposal: VisitProposal


@dataclass(frozen=True, slots=True)
class MoveVisit:
    """Another time is promised: a new visit takes its place, in one transaction. `reason` is for colleagues."""

    id: UUID
    new_id: UUID
    proposal: VisitProposal
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CancelVisit:
    id: UUID
    by: CancelledBy
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ReportVisit:
    """How it ended. `signature`: a PNG, by `signed_by`. `identity_checked`: a document was seen, and is theirs."""

    id: UUID
    outcome: VisitOutcome
    report: str = ""
    identity_checked: bool = False
    signed_by: str = ""
    signature: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class FollowUpVisit:
    """Once more, after a failed or partly done one: an unplanned visit with the same facts and words."""

    id: UUID
    after_id: UUID
    minutes: int | None = None  # None: as long as before
