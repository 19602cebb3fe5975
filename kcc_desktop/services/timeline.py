"""The one timeline of a party. Reading only; each kind is opened through its own service."""

from dataclasses import replace
from uuid import UUID

from kcc_desktop.data import timeline
from kcc_desktop.data.database import Database, Look
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.notes import clean
from kcc_desktop.domain.timeline import TimelineCounts, TimelineFilter, TimelineMark, TimelinePage

PAGE = 50


class TimelineService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def page(
        self, party_id: UUID, wanted: TimelineFilter | None = None, after: TimelineMark | None = None, size: int = PAGE
    ) -> TimelinePage:
        """Newest first; what the agent may not see is absent. Refuses with NotAllowed."""

        asked = wanted or TimelineFilter()
        asked = replace(asked, text=clean(asked.text))

        def work(look: Look) -> TimelinePage:
            look.agent.require(Permission.READ_CONTACT)
            return timeline.page(look, party_id, asked, after, size)

        return self._database.read(work)

    def counts(self, party_id: UUID) -> TimelineCounts:
        def work(look: Look) -> TimelineCounts:
            look.agent.require(Permission.READ_CONTACT)
            return timeline.counts(look, party_id)

        return self._database.read(work)
