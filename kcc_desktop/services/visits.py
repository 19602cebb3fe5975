"""The one front door of visits: planning them while talking, the workers' days, and what came of them.

No use case looks first and writes then: whoever writes holds the worker's day, reads it again and checks that the
drive before and after still fits. Whoever comes second gets the next best proposals in the same answer.
"""

from datetime import date
from uuid import UUID

from kcc_desktop.data.database import Database
from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.travel import ByDistance, TravelTimes
from kcc_desktop.domain.visit_commands import (
    BookVisit,
    CancelVisit,
    FollowUpVisit,
    HoldVisit,
    MoveVisit,
    PlanVisit,
    ReportVisit,
    RequestVisit,
)
from kcc_desktop.domain.visit_days import BetterDay, WorkerDay
from kcc_desktop.domain.visits import Visit, VisitNeed, VisitPlace, VisitProposal
from kcc_desktop.domain.workers import Worker


class VisitService:
    """`travel`: where travel times come from; by default distance times a factor."""

    def __init__(self, database: Database, travel: TravelTimes | None = None) -> None:
        self._database = database
        self._travel = travel if travel is not None else ByDistance()

    def locate(self, address: Address) -> VisitPlace:
        """The address with its postcode's point, marked as such. Refuses with AddressNotLocated."""
        raise NotImplementedError

    def propose(self, need: VisitNeed, limit: int = 5) -> tuple[VisitProposal, ...]:
        """At most `limit`, the best first; at least three when there are so many, over several days and workers.

        Refuses with NoVisitPossible, NoWorkerAble, NoWorkerThere, OutsideWorkingHours, WindowTooShort, VisitInPast,
        AddressNotLocated, InvalidValue ("minutes", …) or ("product", "unknown").
        """
        raise NotImplementedError

    def propose_for(self, visit_id: UUID, limit: int = 5, *, as_promised: bool = True) -> tuple[VisitProposal, ...]:
        """For a visit that is there: within its promise, or anywhere, to move it. Refuses as `propose`, and NotFound."""
        raise NotImplementedError

    def hold(self, command: HoldVisit) -> Visit:
        """Ten minutes for talking, seen by colleagues. Held twice with one id is once.

        Refuses with VisitTimeTaken (and the next best), AlreadyDone (the hold ended), and as `propose`.
        """
        raise NotImplementedError

    def extend(self, visit_id: UUID) -> Visit:
        """Ten minutes more, for whoever holds it. Refuses with AlreadyDone when it is held no longer."""
        raise NotImplementedError

    def let_go(self, visit_id: UUID) -> None:
        """The hold is not wanted; one that is gone already is no mistake."""
        raise NotImplementedError

    def book(self, command: BookVisit) -> Visit:
        """The hold becomes a planned visit on every invited party's timeline, also when it ran out and nobody took it.

        Twice is once. Refuses with VisitTimeTaken (and the next best), VisitInPast, NotAllowed (more confidential
        than this agent may see), NotFound, InvalidValue.
        """
        raise NotImplementedError

    def request(self, command: RequestVisit) -> Visit:
        """An unplanned visit. Twice is once. Refuses as `propose` where no time is asked for, and as `book`."""
        raise NotImplementedError

    def plan(self, command: PlanVisit) -> Visit:
        """Into a worker's day. Refuses with VisitTimeTaken, OutsidePromise, AlreadyDone, NotFound, and as `propose`."""
        raise NotImplementedError

    def unplan(self, visit_id: UUID) -> Visit:
        """Out of the day, its time free; the promise stays. Twice is once. Refuses with AlreadyDone, NotFound."""
        raise NotImplementedError

    def move(self, command: MoveVisit) -> Visit:
        """Another time is promised; the old is free and the new one taken in the same moment, or nothing changes.

        Answers the new visit. Refuses with VisitTimeTaken, AlreadyDone, NotFound, and as `propose`.
        """
        raise NotImplementedError

    def cancel(self, command: CancelVisit) -> Visit:
        """Its time is free at once. Twice is once. Refuses with AlreadyDone (over, or the visitor is there), NotFound."""
        raise NotImplementedError

    def workers(self) -> tuple[Worker, ...]:
        """Everybody who goes out, in their order, with hours, areas and skills."""
        raise NotImplementedError

    def day(self, worker_id: UUID, on: date) -> WorkerDay:
        """One worker's local day, in order of time, with the drives. Refuses with NotFound."""
        raise NotImplementedError

    def days(self, on: date) -> tuple[WorkerDay, ...]:
        """That day of everybody who works or has a visit then."""
        raise NotImplementedError

    def week(self, worker_id: UUID, monday: date) -> tuple[WorkerDay, ...]:
        """Seven days of one worker. Refuses with NotFound."""
        raise NotImplementedError

    def unplanned(self) -> tuple[Visit, ...]:
        """What is in nobody's day: those whose promise comes first, then the oldest."""
        raise NotImplementedError

    def open(self, visit_id: UUID) -> Visit:
        """The whole visit, audited. Refuses with NotFound. Without numbers where contact details are covered."""
        raise NotImplementedError

    def find(self, reference: str) -> Visit | None:
        """The one with this code, small letters for capitals; None when there is none."""
        raise NotImplementedError

    def coming_of(self, party_id: UUID) -> tuple[Visit, ...]:
        """Of whoever it is for or who is invited: promised and not over, the next first."""
        raise NotImplementedError

    def optimise(self, on: date, worker_ids: frozenset[UUID] = frozenset(), seconds: float = 5.0) -> BetterDay:
        """A better order of that day, of these workers or all; takes about `seconds`. Nothing is changed.

        Refuses with SolverMissing when the extra `routes` is not installed.
        """
        raise NotImplementedError

    def apply(self, better: BetterDay) -> tuple[WorkerDay, ...]:
        """All of it in one transaction. Refuses with DayMoved when any of the days changed since it was read."""
        raise NotImplementedError

    def dispatch(self, visit_id: UUID) -> Visit:
        """Sent out to the worker: from now on it is not planned elsewhere. Twice is once. AlreadyDone, NotFound."""
        raise NotImplementedError

    def en_route(self, visit_id: UUID) -> Visit:
        """The worker is on the way. Twice is once. Refuses with AlreadyDone, NotFound."""
        raise NotImplementedError

    def on_site(self, visit_id: UUID) -> Visit:
        """The worker is there. Twice is once. Refuses with AlreadyDone, NotFound."""
        raise NotImplementedError

    def report(self, command: ReportVisit) -> Visit:
        """The outcome, and completed, failed or partly done by it. Twice is once.

        Refuses with AlreadyDone (the visitor was never there, or it is over), NotFound, InvalidValue ("signature",
        "no_png" | "too_large"), ("signed_by", "empty"), ("report", "empty" | "too_long").
        """
        raise NotImplementedError

    def follow_up(self, command: FollowUpVisit) -> Visit:
        """A new unplanned visit after this one. Twice is once. Refuses with AlreadyDone (not failed), NotFound."""
        raise NotImplementedError
