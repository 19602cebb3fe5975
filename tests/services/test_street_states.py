"""Whatever desks report, join, take up and close in whatever order: who reported it is told once."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test
from sqlalchemy import func, select

from kcc_desktop.data.database import Database, open_sqlite
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.data.street_reports import StreetEventRow, StreetMessageRow, StreetReporterRow, StreetReportRow
from kcc_desktop.data.work import TaskRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.errors import AlreadyDone
from kcc_desktop.domain.street_reports import CloseReport, ReportState
from kcc_desktop.services.street_reports import StreetReportService
from tests.conftest import SQLITE_KEY
from tests.services.conversations import make_party
from tests.services.office import make_product
from tests.services.test_street_reports import place, say

CITIZENS = 3
_DESK, _WHO, _WHICH = st.integers(0, 1), st.integers(0, CITIZENS), st.integers(0, 5)


def machine(desks, lamps, citizens):
    services = [StreetReportService(desk) for desk in desks]
    owner = desks[0]

    class Street(RuleBasedStateMachine):
        def __init__(self):
            super().__init__()
            self.state, self.known, self.nameless = {}, {}, {}

        def which(self, number):
            return list(self.state)[number % len(self.state)]

        def adds(self, report, citizen):
            if citizen is None:
                self.nameless[report] += 1
            else:
                self.known[report].add(citizen)

        def begins(self, report, citizen):
            self.state[report] = ReportState.OPEN
            self.known[report], self.nameless[report] = set(), 0
            self.adds(report, citizen)

        @rule(desk=_DESK, who=_WHO)
        def report(self, desk, who):
            citizen = citizens[who]
            self.begins(say(desks[desk], lamps, citizen), citizen)

        @precondition(lambda self: self.state)
        @rule(desk=_DESK, who=_WHO, which=_WHICH)
        def join(self, desk, who, which):
            report, citizen = self.which(which), citizens[who]
            contact = say(desks[desk], lamps, citizen, place(10), report)
            if self.state[report] is ReportState.CLOSED:
                self.begins(contact, citizen)
            else:
                self.adds(report, citizen)

        @precondition(lambda self: self.state)
        @rule(desk=_DESK, which=_WHICH)
        def take_up(self, desk, which):
            report = self.which(which)
            try:
                services[desk].begin(report)
            except AlreadyDone:
                assert self.state[report] is ReportState.CLOSED
            else:
                assert self.state[report] is not ReportState.CLOSED
                self.state[report] = ReportState.IN_PROGRESS

        @precondition(lambda self: self.state)
        @rule(desk=_DESK, which=_WHICH)
        def close(self, desk, which):
            report = self.which(which)
            try:
                closed = services[desk].close(CloseReport(report, "Klaar"))
            except AlreadyDone:
                assert self.state[report] is ReportState.CLOSED
            else:
                assert self.state[report] is not ReportState.CLOSED
                assert len(closed.messages) == len(self.known[report])
                self.state[report] = ReportState.CLOSED

        @invariant()
        def all_desks_see_what_happened(self):
            for service in services:
                for report, state in self.state.items():
                    seen = service.get(report)
                    assert (seen.state, seen.reporters) == (state, len(self.known[report]) + self.nameless[report])

        @invariant()
        def reporters_events_and_messages_agree(self):
            def work(connection):
                for row in connection.execute(
                    select(StreetReportRow.__table__).where(StreetReportRow.id.in_(self.state))
                ):
                    count = select(func.count()).select_from(StreetReporterRow)
                    assert connection.scalar(count.where(StreetReporterRow.report_id == row.id)) == row.reporters
                    numbers = select(StreetEventRow.number).where(StreetEventRow.report_id == row.id)
                    found = connection.scalars(numbers.order_by(StreetEventRow.number)).all()
                    assert found == list(range(1, row.moves + 1))
                    told = select(StreetMessageRow.party_id).where(StreetMessageRow.report_id == row.id)
                    is_closed = self.state[row.id] is ReportState.CLOSED
                    assert set(connection.scalars(told)) == (self.known[row.id] if is_closed else set())
                tasks = connection.scalar(select(func.count()).select_from(TaskRow))
                assert tasks == connection.scalar(select(func.count()).select_from(StreetMessageRow))

            owner.unguarded_read(work)

    return Street


def test_who_reported_it_is_told_once(engine, tmp_path, request):
    one = Database(engine, origin="one")
    make_first_agent(one, "Noor Jansen", "KCC", {Role.AGENT})
    make_first_agent(one, "Sanne Bakker", "Ruimte", {Role.BACK_OFFICE}, login="sanne")
    if one.dialect == "sqlite":
        other = open_sqlite(tmp_path / "kcc.db", SQLITE_KEY, login="sanne")
    else:
        other = request.getfixturevalue("plain_engine")("sanne")
    two = Database(other, origin="two")
    lamps = make_product(one, "Kapotte straatverlichting", is_street_report=True)
    citizens = [*(make_party(one, f"Inwoner {number}") for number in range(CITIZENS)), None]
    run_state_machine_as_test(
        lambda: machine([one, two], lamps, citizens)(),
        settings=settings(max_examples=8, stateful_step_count=15, deadline=None),
    )
    two.close()
