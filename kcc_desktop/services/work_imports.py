"""Use case of work that other systems hand over in a file, until the channels have doors of their own."""

from pathlib import Path

from kcc_desktop.data import doors
from kcc_desktop.data.database import Database, Work
from kcc_desktop.data.import_work import WorkImporter, refused
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.lists import EntryRefused
from kcc_desktop.domain.promises import OFFICE_WEEK, Week
from kcc_desktop.domain.work_imports import WorkReport
from kcc_desktop.integrations.work_file import read_work


class WorkImportService:
    """A file is looked at first and then brought in; both do the same, and looking is rolled back.

    Both refuse with BadFile and NotAllowed: it is an import, which is an administrator's, and it enters work, which
    is for who records contacts. An administrator alone reads no contact content.
    """

    def __init__(self, database: Database, hours: Week = OFFICE_WEEK) -> None:
        """`hours`: when this office is open, by which norms are counted."""
        self._database, self._hours = database, hours

    def look_at(self, file: Path) -> WorkReport:
        """What bringing in this file would do; nothing is written."""
        try:
            return self._import(file, only_looks=True)
        except _OnlyLooking as looked:
            return looked.report

    def bring_in(self, file: Path) -> WorkReport:
        """All lines that are right, in one transaction; those that are not are named. Twice changes nothing.

        Each stands in its queue since it was received, and on the timeline of whom it is from when they are known.
        """
        return self._import(file, only_looks=False)

    def _import(self, file: Path, *, only_looks: bool) -> WorkReport:
        items, wrong = read_work(file)

        def work(unit: Work) -> WorkReport:
            unit.agent.require(Permission.ADMINISTER)
            unit.agent.require(Permission.RECORD_CONTACT)
            doors.hold_imports(unit.connection)
            importer = WorkImporter(unit, items, self._hours)
            added, unchanged, stayed_out = 0, 0, list(wrong)
            for item in items:
                try:
                    entered = importer.put(item)
                except EntryRefused as bad:
                    stayed_out += refused(item, bad.problems)
                    continue
                if entered is None:
                    unchanged += 1
                    continue
                added += 1
                unit.audit("enter", "task", entered.id)
                unit.changed("task", entered.id)
                if entered.party_id is not None:
                    unit.changed("party", entered.party_id)
            unit.audit("import_work", "import", new_id())
            report = WorkReport(added, unchanged, tuple(sorted(stayed_out, key=lambda one: one.line)))
            if only_looks:
                raise _OnlyLooking(report)
            return report

        return self._database.write(work)


class _OnlyLooking(Exception):
    """Within a transaction that is to be rolled back."""

    def __init__(self, report: WorkReport) -> None:
        super().__init__()
        self.report = report
