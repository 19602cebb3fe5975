"""Use cases of tasks and callbacks: looking at one. They are made with the contact they come from."""

from uuid import UUID

from kcc_desktop.data import doors, task_reads
from kcc_desktop.data.database import Database, Look, Work
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.errors import NotFound
from kcc_desktop.domain.notes import LONGEST_REFERENCE, cut
from kcc_desktop.domain.work import TaskDetail, TaskSummary


class TaskService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def open(self, task_id: UUID) -> TaskDetail:
        """The whole task. NotFound also when its contact is not this agent's to see; audited, both."""

        def work(unit: Work) -> TaskDetail | None:
            unit.agent.require(Permission.READ_CONTACT)
            detail = task_reads.detail(Look(unit.connection, unit.agent, unit.now), task_id)
            if detail is not None:
                unit.audit("open", "task", task_id)
            elif doors.is_task(unit.connection, task_id):
                unit.audit("open", "task", task_id, result="refused")
            return detail

        # Not from within: a refusal that is raised there takes its line back.
        found = self._database.write(work)
        if found is None:
            raise NotFound
        return found

    def find(self, reference: str) -> TaskSummary | None:
        """The task with exactly this reference, small letters for capitals; None when there is none to see."""

        wanted = cut(reference, LONGEST_REFERENCE)

        def work(look: Look) -> TaskSummary | None:
            look.agent.require(Permission.READ_CONTACT)
            return task_reads.by_reference(look, wanted)

        return self._database.read(work) if wanted else None
