"""Use cases of cases: looking at them. They are handled elsewhere; an import brings them."""

from uuid import UUID

from kcc_desktop.data import case_reads
from kcc_desktop.data.database import Database, Look, Work
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.cases import CaseDetail, CaseSummary
from kcc_desktop.domain.errors import NotFound
from kcc_desktop.domain.notes import LONGEST_REFERENCE, cut


class CaseService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def of_party(self, party_id: UUID) -> tuple[CaseSummary, ...]:
        """Open ones first, the nearest decision first; then those that ended, the last first."""

        def work(look: Look) -> tuple[CaseSummary, ...]:
            look.agent.require(Permission.READ_CONTACT)
            return case_reads.open_of(look.connection, party_id) + case_reads.ended_of(look.connection, party_id)

        return self._database.read(work)

    def open(self, case_id: UUID) -> CaseDetail:
        """With its steps, done and still to come, and who has a part in it; audited. Refuses with NotFound."""

        def work(unit: Work) -> CaseDetail:
            unit.agent.require(Permission.READ_CONTACT)
            detail = case_reads.detail(unit.connection, case_id)
            if detail is None:
                raise NotFound
            unit.audit("open", "case", case_id)
            return detail

        return self._database.write(work)

    def find(self, reference: str) -> CaseSummary | None:
        """The case with exactly this reference, small letters for capitals; None when there is none."""

        wanted = cut(reference, LONGEST_REFERENCE)

        def work(look: Look) -> CaseSummary | None:
            look.agent.require(Permission.READ_CONTACT)
            return case_reads.by_reference(look.connection, wanted)

        return self._database.read(work) if wanted else None
