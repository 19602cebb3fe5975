"""Use cases of carrying visits out: sent out, on the way, there, how it ended, and once more. Each move once."""

from dataclasses import replace
from uuid import UUID

from kcc_desktop.data import visit_reads, visit_writes
from kcc_desktop.data.database import Work
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.appointments import LONGEST_NAME
from kcc_desktop.domain.errors import AlreadyDone, InvalidValue
from kcc_desktop.domain.notes import clean, line
from kcc_desktop.domain.quanta import quanta_for
from kcc_desktop.domain.visit_commands import (
    LARGEST_SIGNATURE,
    LONGEST_REPORT,
    FollowUpVisit,
    ReportVisit,
)
from kcc_desktop.domain.visits import Visit, VisitOutcome, VisitState, state_after
from kcc_desktop.services.visit_days import require_any
from kcc_desktop.services.visit_search import LONGEST, SHORTEST
from kcc_desktop.services.visit_taking import VisitTaking
from kcc_desktop.services.visit_words import known, told

_PNG = b"\x89PNG\r\n\x1a\n"


class VisitOutcomes(VisitTaking):
    def dispatch(self, visit_id: UUID) -> Visit:
        """Sent out to the worker: from now on it is not planned elsewhere. Twice is once. AlreadyDone, NotFound."""
        return self._go_on("dispatch", visit_id, (VisitState.PLANNED,), VisitState.DISPATCHED, Permission.PLAN)

    def en_route(self, visit_id: UUID) -> Visit:
        """The worker is on the way. Twice is once. Refuses with AlreadyDone, NotFound."""
        return self._go_on("en_route", visit_id, (VisitState.DISPATCHED,), VisitState.EN_ROUTE)

    def on_site(self, visit_id: UUID) -> Visit:
        """The worker is there. Twice is once. Refuses with AlreadyDone, NotFound."""
        return self._go_on("on_site", visit_id, (VisitState.EN_ROUTE,), VisitState.ON_SITE)

    def report(self, command: ReportVisit) -> Visit:
        """The outcome, and completed, failed or partly done by it. Twice is once.

        On the way it can only have failed. Refuses with AlreadyDone (the visitor was never there, or it is over),
        NotFound, InvalidValue ("signature", "no_png" | "too_large"), ("signed_by", "empty" | "too_long"), ("report",
        "empty" | "too_long"): only what was simply done needs no words.
        """
        command = _clean(command)
        into = state_after(command.outcome)
        allowed = [VisitState.ON_SITE]
        if into is VisitState.FAILED:
            allowed.append(VisitState.EN_ROUTE)

        def work(unit: Work) -> Visit:
            unit.agent.require(Permission.VISIT)
            before = known(unit, command.id)
            if before.state is into and before.outcome is command.outcome:
                return before
            self._hold_own_days(unit, command.id)
            if not visit_writes.report(unit, command, allowed):
                raise AlreadyDone
            return told(unit, "report", command.id)

        return self._database.write(work)

    def follow_up(self, command: FollowUpVisit) -> Visit:
        """A new unplanned visit after this one. Twice is once.

        Refuses with AlreadyDone (it is not failed or partly done), NotFound, InvalidValue("minutes", "out_of_range").
        """
        if command.minutes is not None and not SHORTEST <= command.minutes <= LONGEST:
            raise InvalidValue("minutes", "out_of_range")

        def work(unit: Work) -> Visit:
            require_any(unit.agent, Permission.VISIT, Permission.PLAN)
            before = visit_reads.one(unit, command.id)
            if before is not None:
                return before
            if known(unit, command.after_id).state not in {VisitState.FAILED, VisitState.PARTLY_DONE}:
                raise AlreadyDone
            quanta = None if command.minutes is None else quanta_for(command.minutes)
            visit_writes.follow_up(unit, command.after_id, command.id, quanta)
            return told(unit, "follow_up", command.id)

        return self._database.write(work)

    def _go_on(
        self,
        action: str,
        visit_id: UUID,
        allowed: tuple[VisitState, ...],
        into: VisitState,
        also: Permission = Permission.VISIT,
    ) -> Visit:
        def work(unit: Work) -> Visit:
            require_any(unit.agent, Permission.VISIT, also)
            before = known(unit, visit_id)
            if before.state is into:
                return before
            if not visit_writes.go_on(unit, visit_id, allowed, into):
                raise AlreadyDone
            return told(unit, action, visit_id)

        return self._database.write(work)


def _clean(command: ReportVisit) -> ReportVisit:
    report = clean(command.report, "report").strip()
    if len(report) > LONGEST_REPORT:
        raise InvalidValue("report", "too_long")
    if not report and command.outcome is not VisitOutcome.DONE:
        raise InvalidValue("report", "empty")
    signed_by = line(command.signed_by, "signed_by", LONGEST_NAME)
    if command.signature:
        if not command.signature.startswith(_PNG):
            raise InvalidValue("signature", "no_png")
        if len(command.signature) > LARGEST_SIGNATURE:
            raise InvalidValue("signature", "too_large")
        if not signed_by:
            raise InvalidValue("signed_by", "empty")
    return replace(command, report=report, signed_by=signed_by)
