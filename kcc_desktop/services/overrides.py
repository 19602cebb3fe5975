"""Use case of a team lead: what was done otherwise than the rule proposes, and why."""

from datetime import date, datetime, time, timedelta

from kcc_desktop.data import override_reads
from kcc_desktop.data.database import Database, Look
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.local_time import HERE
from kcc_desktop.domain.overrides import OverrideReport, counted

LONGEST_DAYS = 400


class OverrideService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def report(self, from_on: date, until_on: date) -> OverrideReport:
        """Of these local days, both included.

        Refuses with NotAllowed (it is for team leads), and with InvalidValue("period", "out_of_range"): the end lies
        before the begin, or more than 400 days after it.
        """
        if not timedelta(0) <= until_on - from_on <= timedelta(days=LONGEST_DAYS):
            raise InvalidValue("period", "out_of_range")
        since = datetime.combine(from_on, time(), HERE)
        until = datetime.combine(until_on + timedelta(days=1), time(), HERE)

        def work(look: Look) -> OverrideReport:
            look.agent.require(Permission.ASSIGN)
            return OverrideReport(from_on, until_on, counted(override_reads.lines(look, since, until)))

        return self._database.read(work)
