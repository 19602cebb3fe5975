"""Two desks at one report in the same moment, and twenty thousand reports in one town."""

import time
from contextlib import closing, suppress

import pytest
from sqlalchemy import select, text

from kcc_desktop.data import contact_writes, street_report_reads, street_report_writes, work_reads
from kcc_desktop.data.street_reports import StreetMessageRow, StreetReporterRow
from kcc_desktop.domain.errors import AlreadyDone
from kcc_desktop.domain.street_reports import CloseReport, ReportState
from kcc_desktop.domain.work import GENERAL_QUEUE
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.street_reports import StreetReportService
from tests.services.conversations import conversation, make_party, question
from tests.services.office import make_product
from tests.services.racing import Race
from tests.services.test_street_reports import MESSAGE, place, say

REPORTS = 20_000


@pytest.fixture
def race(postgresql_engine):
    """A file has one writer at a time: there the second simply comes later."""
    return Race(postgresql_engine)


@pytest.fixture
def lamps(race):
    return make_product(race.one, "Kapotte straatverlichting", is_street_report=True)


def joining(lamps, report, party):
    return conversation(question(party, product_id=lamps, place=place(5), joins_report=report))


def record(unit, command):
    contact_writes.record(unit, command, contact_writes.digest(command))


def close(unit, report):
    assert street_report_writes.close(unit, report)
    norm = work_reads.norm_of(unit, GENERAL_QUEUE)
    found = street_report_reads.one(unit, report)
    street_report_writes.tell_reporters(
        unit, found, CloseReport(report, MESSAGE), GENERAL_QUEUE, norm.runs_out(unit.now)
    )


def told(race):
    return race.one.unguarded_read(lambda c: c.scalars(select(StreetMessageRow.party_id)).all())


def test_one_citizen_at_two_desks_is_one_reporter(race, lamps):
    report, citizen = say(race.one, lamps, make_party(race.one)), make_party(race.one, "Jan Bakker")
    first, second = joining(lamps, report, citizen), joining(lamps, report, citizen)
    race.run(lambda unit: record(unit, first), lambda: ContactService(race.two).record(second))
    assert StreetReportService(race.one).get(report).reporters == 2
    assert len(race.one.unguarded_read(lambda c: c.scalars(select(StreetReporterRow.contact_id)).all())) == 2


def test_who_joins_just_before_it_is_closed_is_told_too(race, lamps):
    parties = [make_party(race.one), make_party(race.one, "Jan Bakker")]
    report = say(race.one, lamps, parties[0])
    command = joining(lamps, report, parties[1])
    race.run(
        lambda unit: record(unit, command),
        lambda: StreetReportService(race.two).close(CloseReport(report, MESSAGE)),
    )
    assert set(told(race)) == set(parties)


def test_who_joins_just_after_it_was_closed_reports_anew(race, lamps):
    parties = [make_party(race.one), make_party(race.one, "Jan Bakker")]
    report = say(race.one, lamps, parties[0])
    command = joining(lamps, report, parties[1])
    race.run(lambda unit: close(unit, report), lambda: ContactService(race.two).record(command))
    assert told(race) == [parties[0]]
    (anew,) = StreetReportService(race.one).undone()
    assert (anew.id, anew.state, anew.reporters) == (command.contacts[0].id, ReportState.OPEN, 1)


def test_of_two_who_close_it_one_tells_everybody(race, lamps):
    party = make_party(race.one)
    report = say(race.one, lamps, party)
    refused = []

    def second():
        with suppress(AlreadyDone):
            StreetReportService(race.two).close(CloseReport(report, MESSAGE))
            return
        refused.append(True)

    race.run(lambda unit: close(unit, report), second)
    assert (told(race), refused) == ([party], [True])


# A town of some 20 by 20 kilometres, all of it about one product and open.
_MANY = {
    "postgresql": "INSERT INTO street_report (id, reference, product_id, latitude, longitude, state, reported_at, "
    "reported_by, reporters, moves) SELECT gen_random_uuid(), 'X' || n, :product, 52.6 + random() * 0.2, "
    "5.6 + random() * 0.3, 'open', statement_timestamp(), :me, 1, 1 FROM generate_series(1, :many) AS n",
    "sqlite": "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < :many) "
    "INSERT INTO street_report (id, reference, product_id, latitude, longitude, state, reported_at, "
    "reported_by, reporters, moves) SELECT randomblob(16), 'X' || n, :product, "
    "52.6 + abs(random() % 100000) / 500000.0, 5.6 + abs(random() % 100000) / 333333.0, 'open', "
    "CAST(unixepoch('subsec') * 1000000 AS INTEGER), :me, 1, 1 "
    "FROM numbers",
}


def test_many_reports_are_looked_through_while_typing(database):
    """How long it takes is printed and not judged: a machine that does other things too would fail it."""
    lamps = make_product(database, "Kapotte straatverlichting", is_street_report=True)
    me = database.read(lambda look: look.agent.id)
    given = {"product": lamps, "me": me, "many": REPORTS}

    def fill(connection):
        """Without the contacts they came from: those are not what is looked through."""
        connection.execute(text("SET session_replication_role = replica"))
        connection.execute(text(_MANY["postgresql"]), given)
        connection.execute(text("SET session_replication_role = origin"))
        connection.execute(text("ANALYZE street_report"))

    if database.dialect == "postgresql":
        database.unguarded_write(fill)
    else:
        with closing(database.engine.raw_connection()) as raw:  # keys are switched off outside of a transaction
            raw.execute("PRAGMA foreign_keys = OFF")
            raw.execute(_MANY["sqlite"], {**given, "product": lamps.bytes, "me": me.bytes})
            raw.execute("PRAGMA foreign_keys = ON")
    service = StreetReportService(database)
    taken, found = [], 0
    for step in range(40):
        began = time.perf_counter()
        around = service.around(lamps, place(step * 150), limit=500)
        taken.append((time.perf_counter() - began) * 1000)
        found += len(around.reports)
    print(f"{database.dialect}: {sorted(taken)[20]:.1f} ms in the middle, {sorted(taken)[37]:.1f} ms of 19 in 20")
    assert found > 40
