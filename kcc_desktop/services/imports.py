"""Imports of registers' files: whole or not at all, and the same file twice changes nothing."""

from collections import Counter, defaultdict
from pathlib import Path

from kcc_desktop.data import imports
from kcc_desktop.data.database import Database, Work
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.imports import Doubt, ImportedPerson, ImportReport
from kcc_desktop.integrations.brp_file import read_persons


class ImportService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def persons(self, file: Path) -> ImportReport:
        """Bring in the BRP persons of `file` in one transaction.

        Refuses with NotAllowed (an administrator imports) and BadFile. Doubles by BSN and persons
        without one come in and are listed: a BSN is no key, the A-number carries them.
        """
        persons = read_persons(file)

        def work(unit: Work) -> ImportReport:
            unit.agent.require(Permission.ADMINISTER)
            done = Counter(imports.put_person(unit, person) for person in persons)
            unit.audit("import_persons", "import", new_id())
            return ImportReport(done["added"], done["changed"], done["unchanged"], doubts_about(persons))

        return self._database.write(work)


def doubts_about(persons: list[ImportedPerson]) -> tuple[Doubt, ...]:
    """What to look at: the same BSN twice, no BSN at all, an unreadable date of death."""
    lines: dict[str, list[int]] = defaultdict(list)
    for line, person in enumerate(persons, 1):
        if person.bsn:
            lines[person.bsn].append(line)
    found = [Doubt("same_bsn", tuple(same)) for same in lines.values() if len(same) > 1]
    found += [Doubt("no_bsn", (line,)) for line, person in enumerate(persons, 1) if not person.bsn]
    found += [Doubt("odd_death_date", (line,)) for line, person in enumerate(persons, 1) if person.odd_death_date]
    return tuple(found)
