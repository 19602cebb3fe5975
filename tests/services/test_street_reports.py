"""A broken lamp: reported, reported again and joined, closed, and everybody told once."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from kcc_desktop.data.audit import AuditLineRow
from kcc_desktop.data.calendars import LocationRow
from kcc_desktop.data.database import Database, open_sqlite
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.data.street_reports import (
    StreetEventRow,
    StreetMessageRow,
    StreetReporterRow,
    StreetReportRow,
    StreetReportTextRow,
)
from kcc_desktop.data.work import TaskRow
from kcc_desktop.data.workers import PostcodePointRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.contact_commands import MoveContact
from kcc_desktop.domain.contacts import MunicipalRole, Place
from kcc_desktop.domain.errors import AlreadyDone, InvalidValue, NotAllowed, NotFound
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.street_reports import CloseReport, ReportState, is_street_product
from kcc_desktop.domain.timeline import EntryKind, TimelineFilter
from kcc_desktop.domain.travel import Point
from kcc_desktop.domain.work import GENERAL_QUEUE
from kcc_desktop.domain.work_lists import in_queue
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.street_reports import StreetReportService
from kcc_desktop.services.tasks import TaskService
from kcc_desktop.services.timeline import TimelineService
from kcc_desktop.services.work import WorkService
from tests.conftest import SQLITE_KEY
from tests.services.conversations import conversation, make_party, question
from tests.services.office import make_product, put, roles, told

LAMP = Point(52.7108, 5.7486)
MESSAGE = "De lantaarn is gemaakt."
# A degree of latitude is 111,195 metres.
METRE = 1 / 111_195


def place(metres=0.0, words="Kerkstraat, bij nummer 4"):
    return Place(words, LAMP.latitude + metres * METRE, LAMP.longitude)


@pytest.fixture
def service(database):
    return StreetReportService(database)


@pytest.fixture
def lamps(database):
    return make_product(database, "Kapotte straatverlichting", is_street_report=True)


@pytest.fixture
def other_desk(database, request, tmp_path):
    """Sanne's desk: back office of another cluster."""
    make_first_agent(database, "Sanne Bakker", "Ruimte", {Role.BACK_OFFICE}, login="sanne")
    if database.dialect == "sqlite":
        engine = open_sqlite(tmp_path / "kcc.db", SQLITE_KEY, login="sanne")
    else:
        engine = request.getfixturevalue("plain_engine")("sanne")
    yield Database(engine, origin="sanne")
    engine.dispose()


def say(database, product, party=None, where=None, joins=None, **changes):
    """A recorded contact about the street; answers its id."""
    said = question(party, product_id=product, place=where or place(), joins_report=joins, **changes)
    ContactService(database).record(conversation(said))
    return said.id


def rows(database, *columns):
    return database.unguarded_read(lambda c: [tuple(row) for row in c.execute(select(*columns))])


def events(database, report):
    said = select(StreetEventRow.number, StreetEventRow.move).where(StreetEventRow.report_id == report)
    return database.unguarded_read(lambda c: [tuple(r) for r in c.execute(said.order_by(StreetEventRow.number))])


def aged(database, report, days):
    """It was reported so long ago; what guards it stands aside."""

    def work(connection):
        is_file = connection.dialect.name == "sqlite"
        name = "guard_street_report_update" if is_file else "guard_street_report"
        body = connection.scalar(text("SELECT sql FROM sqlite_master WHERE name = :n"), {"n": name}) if is_file else ""
        off = f"DROP TRIGGER {name}" if is_file else f"ALTER TABLE street_report DISABLE TRIGGER {name}"
        connection.execute(text(off))
        at = datetime.now(UTC) - timedelta(days=days)
        connection.execute(update(StreetReportRow).where(StreetReportRow.id == report).values(reported_at=at))
        connection.execute(text(body if is_file else f"ALTER TABLE street_report ENABLE TRIGGER {name}"))

    database.unguarded_write(work)


def test_a_contact_about_the_street_with_a_place_is_a_report(database, service, lamps):
    report = say(database, lamps, make_party(database))
    found = service.get(report)
    assert (found.product, found.place, found.state) == ("Kapotte straatverlichting", place().text, ReportState.OPEN)
    assert (found.point, found.reporters, found.closed_at) == (LAMP, 1, None)
    assert found.reference == f"M{found.reported_at.year}-000001"
    assert events(database, report) == [(1, "reported")]
    assert ("street_report", report) in told(database)


def test_without_a_point_or_about_something_else_it_is_none(database, service, lamps):
    passport = make_product(database, "Paspoort")
    say(database, lamps, where=Place("ergens"))
    say(database, passport)
    ContactService(database).record(conversation(question(None, place=place())))
    counted = question(None, product_id=lamps, place=Place("ergens"))
    ContactService(database).record(conversation(counted, count_only=True))
    assert service.undone() == ()


def test_what_is_to_be_mended_is_more_than_a_count(database, service, lamps):
    report = question(None, product_id=lamps, place=place())
    joined = question(None, product_id=lamps, joins_report=report.id)
    for said in (report, joined):
        ContactService(database).record(conversation(said, count_only=True))
    assert [(one.id, one.reporters) for one in service.undone()] == [(report.id, 2)]


def test_open_ones_nearby_show_and_never_who(database, service, lamps):
    near, nearer = say(database, lamps, make_party(database), place(80)), say(database, lamps, None, place(30))
    say(database, lamps, None, place(101))
    trees = make_product(database, "Bomen", is_street_report=True)
    say(database, trees, None, place(5))
    around = service.around(lamps, place())
    assert around.point == LAMP
    assert [(one.id, one.metres, one.state, one.reporters) for one in around.reports] == [
        (nearer, 30, ReportState.OPEN, 1),
        (near, 80, ReportState.OPEN, 1),
    ]
    assert not {"party", "who", "contact", "name"} & set(type(around.reports[0]).__slots__)
    assert len(service.around(lamps, place(), limit=1).reports) == 1


def test_closed_ones_and_those_of_long_ago_do_not(database, service, lamps):
    old, older, closed = (say(database, lamps, None, place(n)) for n in (1, 2, 3))
    aged(database, old, 29)
    aged(database, older, 31)
    service.close(CloseReport(closed, MESSAGE))
    assert [one.id for one in service.around(lamps, place()).reports] == [old]


def test_a_place_is_found_by_its_point_or_as_a_location(database, service, lamps):
    put(
        database,
        LocationRow,
        code="hal",
        name="Gemeentehuis",
        address="Harmen Visserplein 1, Emmeloord",
        latitude=LAMP.latitude,
        longitude=LAMP.longitude,
    )
    said = ("gemeentehuis", "Harmen Visserplein 1", "harmen visserplein 1, emmeloord", "52.7108, 5.7486")
    assert [service.around(lamps, Place(words)).point for words in said] == [LAMP] * 4
    for words in ("", "Kerkstraat 12", "Harmen"):
        assert service.around(lamps, Place(words)).point is None


def test_a_postcode_stands_for_its_middle_and_says_so(database, service, lamps):
    row = {"postcode": "8302XK", "latitude": LAMP.latitude, "longitude": LAMP.longitude}
    database.unguarded_write(lambda c: c.execute(insert(PostcodePointRow).values(**row)))
    report = say(database, lamps, None, place(50))
    around = service.around(lamps, Place("Kerkstraat 4, 8302 xk"))
    assert (around.point, around.is_of_postcode, [one.id for one in around.reports]) == (LAMP, True, [report])
    assert not service.around(lamps, place(20)).is_of_postcode
    assert service.around(lamps, Place("8302 ZZ")).point is None


def test_who_reports_the_same_joins_and_is_a_reporter_once(database, service, lamps):
    first, second = make_party(database), make_party(database, "Jan Bakker")
    report = say(database, lamps, first)
    joined = say(database, lamps, second, place(20), report)
    again = say(database, lamps, second, place(25), report)
    say(database, lamps, first, place(), report)
    say(database, lamps, None, place(), report)
    assert service.get(report).reporters == 3
    assert len(service.undone()) == 1
    assert events(database, report) == [(1, "reported"), (2, "joined"), (3, "joined")]
    reporters = rows(database, StreetReporterRow.contact_id, StreetReporterRow.party_id)
    assert {contact for contact, _party in reporters} >= {report, joined}
    assert again not in {contact for contact, _party in reporters}
    assert sorted(party is None for _contact, party in reporters) == [False, False, True]


def test_joining_needs_no_place(database, service, lamps):
    report = say(database, lamps)
    say(database, lamps, make_party(database), Place("bij de kerk"), report)
    assert service.get(report).reporters == 2


def test_a_closed_report_is_not_joined_but_reported_anew(database, service, lamps):
    report = say(database, lamps)
    service.close(CloseReport(report, MESSAGE))
    party = make_party(database)
    anew = say(database, lamps, party, place(), report)
    assert service.get(anew).state is ReportState.OPEN
    assert service.get(report).reporters == 1


def test_another_product_is_another_report(database, service, lamps):
    trees = make_product(database, "Bomen", is_street_report=True)
    report = say(database, lamps)
    other = say(database, trees, None, place(), report)
    assert (service.get(report).reporters, service.get(other).reporters) == (1, 1)


def test_the_same_conversation_sent_twice_reports_once(database, service, lamps):
    said = conversation(question(make_party(database), product_id=lamps, place=place()))
    contacts = ContactService(database)
    assert contacts.record(said) == contacts.record(said)
    (report,) = service.undone()
    assert report.reporters == 1


def test_closing_makes_a_task_for_each_reporter_once(database, service, lamps):
    parties = [make_party(database, name) for name in ("Fatima de Vries", "Jan Bakker", "Willem Visser")]
    report = say(database, lamps, parties[0])
    for party in parties[1:]:
        say(database, lamps, party, place(10), report)
    say(database, lamps, None, place(10), report)
    closed = service.close(CloseReport(report, f"  {MESSAGE}\n"))
    assert (closed.report.state, closed.report.reporters) == (ReportState.CLOSED, 4)
    assert closed.report.closed_at is not None
    items = WorkService(database).listed(in_queue(GENERAL_QUEUE)).items
    assert {item.task.party_id for item in items} == set(parties)
    assert {item.task.reference for item in items} == set(closed.messages)
    assert {item.task.title for item in items} == {MESSAGE}
    for party in parties:
        page = TimelineService(database).page(party, TimelineFilter(kinds=frozenset({EntryKind.TASK})))
        assert len(page.entries) == 1
    assert events(database, report)[-1] == (5, "closed")
    assert ("close", "street_report", report) in rows(
        database, AuditLineRow.action, AuditLineRow.object_kind, AuditLineRow.object_id
    )
    with pytest.raises(AlreadyDone):
        service.close(CloseReport(report, MESSAGE))
    assert len(rows(database, StreetMessageRow.task_id)) == 3


def test_who_stands_with_another_citizen_by_now_is_told_there(database, service, lamps):
    wrong, right = make_party(database, "Verkeerd"), make_party(database, "Goed")
    report = say(database, lamps, wrong)
    ContactService(database).move(MoveContact(new_id(), report, right, "naamgenoot"))
    also = say(database, lamps, right, place(), report)
    assert also != report
    assert len(service.close(CloseReport(report, MESSAGE)).messages) == 1
    assert rows(database, StreetMessageRow.party_id) == [(right,)]


def test_a_colleague_closes_it_and_confidential_reporters_are_told_too(database, service, other_desk, lamps):
    """They see neither the contact nor the task; it is made all the same, as confidential as the contact."""
    open_one, hidden = make_party(database, "Open"), make_party(database, "Vertrouwelijk")
    report = say(database, lamps, open_one)
    say(database, lamps, hidden, place(), report, is_confidential=True)
    theirs = StreetReportService(other_desk)
    assert theirs.begin(report).state is ReportState.IN_PROGRESS
    assert len(theirs.close(CloseReport(report, MESSAGE)).messages) == 2
    tasks = rows(database, TaskRow.id, TaskRow.party_id)
    assert {party for _task, party in tasks} == {open_one, hidden}
    secret = next(task for task, party in tasks if party == hidden)
    with pytest.raises(NotFound):
        TaskService(other_desk).open(secret)
    assert TaskService(database).open(secret).explanation == MESSAGE
    assert [item.task.party_id for item in WorkService(other_desk).listed(in_queue(GENERAL_QUEUE)).items] == [open_one]


def test_a_confidential_report_shows_that_it_is_there_and_not_where_in_words(database, service, other_desk, lamps):
    report = say(database, lamps, make_party(database), place(), is_confidential=True)
    theirs = StreetReportService(other_desk)
    assert [one.id for one in theirs.around(lamps, place()).reports] == [report]
    assert theirs.get(report).place == theirs.undone()[0].place == ""
    assert service.get(report).place == place().text


def test_beginning_is_said_once_and_goes_only_on(database, service, lamps):
    report = say(database, lamps)
    assert service.begin(report) == service.begin(report)
    assert events(database, report) == [(1, "reported"), (2, "begun")]
    assert [one.state for one in service.around(lamps, place()).reports] == [ReportState.IN_PROGRESS]
    service.close(CloseReport(report, MESSAGE))
    with pytest.raises(AlreadyDone):
        service.begin(report)


def test_what_is_refused(database, service, lamps):
    report = say(database, lamps)
    for command, field in (
        (CloseReport(report, " "), ("told", "empty")),
        (CloseReport(report, "x" * 1001), ("told", "too_long")),
        (CloseReport(report, MESSAGE, "nergens"), ("queue", "unknown")),
    ):
        with pytest.raises(InvalidValue) as refused:
            service.close(command)
        assert (refused.value.field, refused.value.reason) == field
    for call in (lambda: service.close(CloseReport(new_id(), MESSAGE)), lambda: service.begin(new_id())):
        with pytest.raises(NotFound):
            call()
    roles(database, Role.VISITOR)
    for call in (lambda: service.close(CloseReport(report, MESSAGE)), lambda: service.begin(report)):
        with pytest.raises(NotAllowed):
            call()
    assert service.around(lamps, place()).reports
    roles(database, Role.ADMINISTRATOR)
    for call in (service.undone, lambda: service.around(lamps, place()), lambda: service.get(report)):
        with pytest.raises(NotAllowed):
            call()


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE street_report SET state = 'open', closed_at = NULL",
        "UPDATE street_report SET reporters = reporters - 1",
        "UPDATE street_report SET latitude = 0",
        "DELETE FROM street_report",
        "UPDATE street_event SET move = 'begun'",
        "DELETE FROM street_reporter",
        "DELETE FROM street_message",
        "UPDATE street_report_text SET place = 'elders'",
        "DELETE FROM street_report_text",
        "UPDATE street_report SET state = 'closed'",
    ],
)
def test_the_database_guards_it(database, service, lamps, sql):
    closed, undone = say(database, lamps, make_party(database)), say(database, lamps, None, place(500))
    service.close(CloseReport(closed, MESSAGE))
    before = service.get(closed), service.get(undone)
    with pytest.raises(DBAPIError):
        database.write(lambda unit: unit.connection.execute(text(sql)))
    assert (service.get(closed), service.get(undone)) == before


def test_a_visitors_desk_may_join_and_not_close(team_database):
    """By the database's word; a file is guarded by the services alone."""
    lamps = make_product(team_database, "Kapotte straatverlichting", is_street_report=True)
    report = say(team_database, lamps)
    roles(team_database, Role.VISITOR)
    say(team_database, lamps, None, place(), report)
    assert StreetReportService(team_database).get(report).reporters == 2
    closing = text("UPDATE street_report SET state = 'closed', closed_at = statement_timestamp()")
    with pytest.raises(DBAPIError, match="who works moves a report"):
        team_database.write(lambda unit: unit.connection.execute(closing))


def test_nothing_personal_stands_outside_the_tables_of_text(database, lamps):
    say(database, lamps, make_party(database))
    assert {column.name for column in StreetReportRow.__table__.columns} & {"place", "note", "name", "text"} == set()
    assert rows(database, StreetReportTextRow.place) == [(place().text,)]
    assert rows(database, func.count(StreetReportRow.id)) == [(1,)]


def test_the_list_of_products_says_which_are_about_the_street():
    assert is_street_product("melding openbare ruimte (straatverlichting)")
    assert is_street_product("Melding Openbare Ruimte")
    assert not is_street_product("melding voorgenomen huwelijk")
    assert not is_street_product("")


def test_of_street_role_nobody_is_named_by_enforcement(database, service, lamps):
    report = say(database, lamps, make_party(database), municipal_role=MunicipalRole.ENFORCEMENT)
    assert [one.id for one in service.around(lamps, place()).reports] == [report]
