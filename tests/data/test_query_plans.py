"""What the screen pop asks walks indexes on both databases, whatever the planner thinks of a small table."""

import re
from functools import partial

import pytest
from sqlalchemy import event, text

from kcc_desktop.data.database import Database
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.appointments import (
    BookAppointment,
    CancelAppointment,
    CancelledBy,
    HoldTime,
    MoveAppointment,
)
from kcc_desktop.domain.contact_commands import CorrectContact, MoveContact
from kcc_desktop.domain.contacts import ContactKind, TaskWish
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.names import PersonName
from kcc_desktop.domain.party_commands import RegisterPerson
from kcc_desktop.domain.safety_notes import AddSafetyNote, SafetyGround
from kcc_desktop.domain.timeline import EntryKind, TimelineFilter, TimelineMark
from kcc_desktop.domain.visit_commands import BookVisit, CancelVisit, HoldVisit, PlanVisit, VisitWords
from kcc_desktop.domain.work import TaskKind
from kcc_desktop.services.agenda import AgendaService
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.parties import PartyService
from kcc_desktop.services.safety_notes import SafetyNoteService
from kcc_desktop.services.tasks import TaskService
from kcc_desktop.services.timeline import TimelineService
from tests.services.conversations import START, conversation, make_party, question
from tests.services.counter_hall import CounterHall
from tests.services.field_team import FieldTeam, place
from tests.services.office import make_case, make_colleague, make_product, relate, roles
from tests.services.town_hall import TownHall

# As long as the office is large, however many citizens there are.
SHORT = {"agent", "agent_role", "channel", "cluster", "colleague", "database_state", "outcome", "product"}
SHORT |= {"worker", "worker_hours"}
SHORT |= {"product_activity"}
RULES = {"location", "counter", "weekly_hours", "closure", "product_facts", "product_location"}


@pytest.fixture(params=["sqlite", "postgresql", "desk"])
def database(request):
    """A desk of a plain login, too: row security takes no index away."""
    if request.param == "desk":
        return request.getfixturevalue("team_database")
    opened = Database(request.getfixturevalue(f"{request.param}_engine"), origin="test")
    make_first_agent(opened, "Noor Jansen", "KCC", {Role.AGENT})
    return opened


@pytest.fixture
def party_id(database):
    """Somebody with one of everything."""
    parties = PartyService(database)
    party = parties.register_person(RegisterPerson(new_id(), PersonName("Fatima", "de", "Vries"), phone="0612345678"))
    wish = TaskWish(new_id(), TaskKind.CALLBACK, make_colleague(database), "Belt terug", "", START)
    ContactService(database).record(conversation(question(party, product_id=make_product(database), tasks=(wish,))))
    make_case(database, party)
    relate(database, party, "partner", make_party(database, "Jan Bakker"))
    return party


def plans(database, ask):
    """Each statement of `ask` with its plan, one line a step."""
    said = []

    def note(_connection, _cursor, statement, parameters, _context, many):
        said.append((statement, parameters[0] if many else parameters))

    event.listen(database.engine, "before_cursor_execute", note)
    ask()
    event.remove(database.engine, "before_cursor_execute", note)
    return [(statement, explained(database, statement, parameters)) for statement, parameters in said]


def explained(database, statement, parameters):
    if not re.match(r"SELECT|UPDATE|DELETE|WITH", statement):
        return []
    with database.engine.connect() as connection:
        cursor = connection.connection.cursor()
        if database.dialect == "postgresql":
            for way in ("seqscan", "bitmapscan", "sort"):  # what is left of these has no index to use
                cursor.execute(f"SET LOCAL enable_{way} = off")
            cursor.execute(f"EXPLAIN (COSTS OFF) {statement}", parameters)
            return [row[0] for row in cursor.fetchall()]
        cursor.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
        return [row[3] for row in cursor.fetchall()]


def scanned(steps):
    """The tables read from end to end."""
    found = (re.search(r"Seq Scan on (\w+)|^SCAN (\w+)", step) for step in steps)
    names = {name[1] or name[2] for name in found if name} - SHORT - {"CONSTANT", "span"}
    # "span" are the five minutes that are claimed, "anon_…" the rows of a part of the statement itself.
    return {name for name in names if not name.startswith("anon_")}


def assert_indexed(database, ask):
    read = plans(database, ask)
    assert read
    assert [(statement, steps) for statement, steps in read if scanned(steps)] == []
    return read


def test_a_screen_pop_reads_no_table_from_end_to_end(database, party_id):
    parties = PartyService(database)
    assert_indexed(database, lambda: parties.with_number("0612345678"))
    assert_indexed(database, lambda: parties.overview(party_id))


@pytest.mark.parametrize(
    "wanted",
    [
        TimelineFilter(),
        TimelineFilter(kinds=frozenset({EntryKind.TASK})),
        TimelineFilter(channels=frozenset({"phone"})),
        TimelineFilter(text="paspoort"),
    ],
)
def test_a_page_of_a_timeline_is_one_walk_along_an_index(database, party_id, wanted):
    after = TimelineMark(START.replace(year=2030), new_id())
    timeline = TimelineService(database)
    TownHall(database).booked(party_id, note="Paspoort voor de reis")
    FieldTeam(database).booked(party_id, words={"note": "Paspoort ligt klaar"})
    for mark in (None, after):
        assert_indexed(database, lambda mark=mark: timeline.page(party_id, wanted, mark))
    walk = next(
        steps
        for statement, steps in plans(database, lambda: timeline.page(party_id))
        if "timeline_entry.at DESC" in statement
    )
    assert not [step for step in walk if "Sort" in step or "TEMP B-TREE" in step]


def test_counts_are_read_from_an_index_alone(database, party_id):
    counting = assert_indexed(database, lambda: TimelineService(database).counts(party_id))
    (steps,) = [steps for statement, steps in counting if "count(*)" in statement]
    assert any("ix_timeline_entry_count" in step for step in steps), steps


def test_promises_are_found_by_the_citizen_and_not_along_the_timeline(database, party_id):
    parties = PartyService(database)
    for ask in (lambda: parties.open_promises(party_id), lambda: parties.summary(party_id)):
        (steps,) = [steps for _statement, steps in plans(database, ask) if any("internal_task" in s for s in steps)]
        assert any("ix_internal_task_party_id_state_due_at" in step for step in steps), steps
        assert any("ix_timeline_entry_object" in step for step in steps), steps


def test_opening_correcting_and_moving_a_contact_reads_no_table_from_end_to_end(database, party_id):
    service, other = ContactService(database), make_party(database, "Anna Smit")
    entries = TimelineService(database).page(party_id).entries
    contact_id = next(entry.id for entry in entries if entry.kind is EntryKind.CONTACT)
    task_id = next(entry.id for entry in entries if entry.kind is EntryKind.TASK)
    correction = CorrectContact(contact_id, 1, "verstaan", ContactKind.REQUEST, "answered", "", "", None, False)
    assert_indexed(database, lambda: service.open(contact_id))
    assert_indexed(database, lambda: TaskService(database).open(task_id))
    assert_indexed(database, lambda: service.correct(correction))
    assert_indexed(database, lambda: service.move(MoveContact(new_id(), contact_id, other, "verkeerd")))


def test_recording_reads_no_table_from_end_to_end(database, party_id):
    service, command = ContactService(database), conversation(question(party_id))
    assert_indexed(database, lambda: service.record(command))
    assert_indexed(database, lambda: service.record(command))


def test_the_counter_reads_its_own_day_and_no_other(database):
    hall = CounterHall(database)
    hall.arrived(10)
    hall.walked_in()
    counter = hall.opened()
    for ask in (
        lambda: hall.counter.board(hall.location),
        lambda: hall.counter.waiting_room(hall.location),
        lambda: hall.counter.call_next(new_id(), counter),
    ):
        read = plans(database, ask)
        assert [(said, steps) for said, steps in read if scanned(steps) - RULES - {"counter_state"}] == []


def test_reading_keeps_what_postgresql_has_planned(postgresql_engine):
    database = Database(postgresql_engine)
    make_first_agent(database, "Noor Jansen", "KCC", {Role.AGENT})
    parties = PartyService(database)
    for _ in range(8):
        parties.with_number("0612345678")
    kept = database.unguarded_read(lambda c: c.scalar(text("SELECT count(*) FROM pg_prepared_statements")))
    assert kept >= 2  # who asks, and what is asked


def test_days_of_an_agenda_are_ranges_of_an_index_whatever_lies_behind_them(database):
    """Only rules, which are few, are read whole: never the history of appointments, blocks or what is taken."""
    hall = TownHall(database)
    hall.booked(None)
    ask = partial(AgendaService(database).days, hall.location, hall.tomorrow, 7, hall.tomorrow)
    read = [(statement, steps) for statement, steps in plans(database, ask) if scanned(steps) - RULES]
    assert read == []
    for table, index in (
        ("occupancy", "pk_occupancy|PRIMARY KEY"),
        ("appointment", "ix_appointment_location_id_local_on"),
        ("block", "ix_block_location_id_local_on"),
    ):
        steps = [step for statement, found in plans(database, ask) for step in found if f"FROM {table}" in statement]
        assert any(re.search(index, step) for step in steps), (table, steps)


def test_a_search_for_time_is_a_range_of_each_counter_whatever_lies_behind_it(database):
    hall = TownHall(database)
    hall.booked(None)
    read = plans(database, lambda: hall.service.offers(hall.wish()))
    assert [(statement, steps) for statement, steps in read if scanned(steps) - RULES] == []
    ranges = [step for statement, steps in read for step in steps if "FROM occupancy" in statement]
    assert any(re.search(r"quantum>\? AND quantum<\?|quantum >= .*quantum <", step) for step in ranges), ranges


def test_an_appointment_is_held_booked_found_and_moved_without_reading_a_table_from_end_to_end(database, party_id):
    hall = TownHall(database)
    service, wish = hall.service, hall.wish()
    held, booked = hall.held(), hall.booked(party_id)
    first, then = service.offers(wish, 2)
    moved = new_id()
    for ask in (
        lambda: service.hold(HoldTime(new_id(), first, wish)),
        lambda: service.book(BookAppointment(held.id, party_id, "Fatima de Vries")),
        lambda: service.find(booked.reference),
        lambda: service.move(MoveAppointment(booked.id, moved, then)),
        lambda: service.cancel(CancelAppointment(moved, CancelledBy.CITIZEN)),
    ):
        read = plans(database, ask)
        assert [(said, steps) for said, steps in read if scanned(steps) - RULES] == []


def test_visits_are_planned_and_looked_at_without_reading_a_table_from_end_to_end(database, party_id):
    roles(database, Role.TEAM_LEAD)
    team = FieldTeam(database)
    visit = team.booked(party_id)
    waiting = team.requested(party_id)
    held = team.held()
    # All of an index that holds nothing but these.
    walks = [steps for _, steps in plans(database, team.service.unplanned)]
    assert any("ix_visit_unplanned" in step for steps in walks for step in steps)
    SafetyNoteService(database).add(
        AddSafetyNote(new_id(), party_id, SafetyGround.ANIMAL, "hond", team.tomorrow, place().address)
    )
    service, need = team.service, team.need()
    proposal = service.propose(need)[0]
    for ask in (
        lambda: service.propose(need),
        lambda: service.hold(HoldVisit(new_id(), need, proposal)),
        lambda: service.book(BookVisit(held.id, VisitWords(party_id, "Anna"))),
        lambda: service.plan(PlanVisit(waiting.id, service.propose_for(waiting.id)[-1])),
        lambda: service.find(visit.reference),
        lambda: service.day(team.workers[0], team.tomorrow),
        lambda: service.days(team.tomorrow),
        lambda: service.week(team.workers[0], team.tomorrow),
        lambda: service.coming_of(party_id),
        lambda: service.find(visit.reference),
        lambda: service.open(visit.id),
        lambda: SafetyNoteService(database).of_visit(visit.id),
        lambda: service.unplan(visit.id),
        lambda: service.cancel(CancelVisit(visit.id, CancelledBy.CITIZEN)),
    ):
        assert_indexed(database, ask)
