"""Who is there: told by each desk of its own agent, seen by all, kept as it went."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test
from sqlalchemy import select, text, update
from sqlalchemy.exc import DBAPIError

from kcc_desktop.data.database import Database, open_sqlite
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.data.presence import PresenceEventRow, PresenceRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.errors import NotAllowed
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.presence import (
    CHOSEN,
    ColleaguePresence,
    Presence,
    PresenceState,
    as_seen,
    presence_of,
)
from kcc_desktop.domain.work import Colleague, ColleagueKind
from kcc_desktop.services.presence import PATIENCE, PresenceService
from tests.conftest import SQLITE_KEY
from tests.services.office import roles, told

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)


@pytest.fixture
def service(database):
    return PresenceService(database)


@pytest.fixture
def other_desk(database, request, tmp_path):
    """Sanne's own desk on the same database: a team lead, or what a test makes of her."""
    make_first_agent(database, "Sanne Bakker", "KCC", {Role.AGENT}, login="sanne")
    if database.dialect == "sqlite":
        engine = open_sqlite(tmp_path / "kcc.db", SQLITE_KEY, login="sanne")
    else:
        engine = request.getfixturevalue("plain_engine")("sanne")
    yield Database(engine, origin="sanne")
    engine.dispose()


def mine(service, name="Noor Jansen"):
    return next(one for one in service.colleagues() if one.name == name)


def moves(database):
    rows = select(PresenceEventRow.number, PresenceEventRow.state).order_by(PresenceEventRow.number)
    return database.unguarded_read(lambda c: [tuple(row) for row in c.execute(rows)])


def silent_for(database, minutes):
    """The last sign of life was so long ago, by the database's clock."""
    before = datetime.now(UTC) - timedelta(minutes=minutes)
    database.unguarded_write(lambda c: guarded_off(c, update(PresenceRow).values(seen_at=before)))


def guarded_off(connection, statement):
    """What no desk may do: as time does it."""
    is_file = connection.dialect.name == "sqlite"
    name = "actor_presence_update" if is_file else "actor_presence"
    body = connection.scalar(text("SELECT sql FROM sqlite_master WHERE name = :n"), {"n": name}) if is_file else ""
    connection.execute(text(f"DROP TRIGGER {name}" if is_file else f"ALTER TABLE presence DISABLE TRIGGER {name}"))
    connection.execute(statement)
    connection.execute(text(body if is_file else f"ALTER TABLE presence ENABLE TRIGGER {name}"))


def test_who_never_came_is_away(service):
    seen = mine(service)
    assert (seen.state, seen.since, seen.cluster_name) == (PresenceState.AWAY, None, "KCC")


def test_what_a_desk_tells_all_see_and_it_is_kept(database, service, other_desk):
    assert service.tell(PresenceState.AVAILABLE)
    assert not service.tell(PresenceState.AVAILABLE)
    assert service.tell(PresenceState.IN_CONVERSATION)
    assert mine(PresenceService(other_desk)).state is PresenceState.IN_CONVERSATION
    assert moves(database) == [(1, "available"), (2, "in_conversation")]
    me = database.read(lambda look: look.agent.id)
    assert ("presence", me) in told(database)
    first, second = service.history(me, LONG_AGO)
    assert (first.last_seen_at, second.last_seen_at is not None) == (None, True)
    assert first.at <= second.last_seen_at <= second.at


def test_a_sign_of_life_tells_nobody_anything(database, service):
    service.tell(PresenceState.AVAILABLE)
    before = len(told(database)), mine(service)
    service.tell(PresenceState.AVAILABLE)
    assert (len(told(database)), mine(service)) == before


def test_a_desk_that_crashed_does_not_stay_available(database, service):
    service.tell(PresenceState.AVAILABLE)
    silent_for(database, 4)
    assert mine(service).state is PresenceState.AVAILABLE
    silent_for(database, 6)
    gone = mine(service)
    assert gone.state is PresenceState.AWAY
    assert gone.since < datetime.now(UTC) - timedelta(minutes=5)
    assert service.tell(PresenceState.AVAILABLE), "back again: a state of its own in the history"
    me = database.read(lambda look: look.agent.id)
    back = service.history(me, LONG_AGO)[-1]
    assert back.at - back.last_seen_at > PATIENCE
    assert mine(service).since == back.at


def test_patience_is_the_offices_to_say(database):
    PresenceService(database).tell(PresenceState.BREAK)
    silent_for(database, 6)
    assert mine(PresenceService(database, timedelta(minutes=10))).state is PresenceState.BREAK


def test_a_colleagues_history_is_for_who_assigns_work(database, service, other_desk):
    service.tell(PresenceState.BREAK)
    me = database.read(lambda look: look.agent.id)
    with pytest.raises(NotAllowed):
        PresenceService(other_desk).history(me, LONG_AGO)
    make_team_lead(database, "sanne")
    assert [move.state for move in PresenceService(other_desk).history(me, LONG_AGO)] == [PresenceState.BREAK]


def make_team_lead(database, login):
    add = text("INSERT INTO agent_role (agent_id, role) SELECT id, 'team_lead' FROM agent WHERE login = :login")
    database.unguarded_write(lambda c: c.execute(add, {"login": login}))


def test_every_role_has_a_presence(database, service):
    roles(database, Role.AUDITOR)
    assert service.tell(PresenceState.AVAILABLE)


def test_nobody_speaks_for_a_colleague_and_nothing_is_rewritten(database, service, other_desk):
    service.tell(PresenceState.AVAILABLE)
    sanne = other_desk.read(lambda look: look.agent.id)
    tries = [
        "INSERT INTO presence (agent_id, state, since, seen_at, moves) "
        "SELECT :sanne, state, since, seen_at, 1 FROM presence",
        "INSERT INTO presence_event (agent_id, number, state, at) SELECT :sanne, 1, state, since FROM presence",
        "UPDATE presence_event SET state = 'break'",
        "DELETE FROM presence_event",
        "DELETE FROM presence",
    ]
    for sql in tries:
        with pytest.raises(DBAPIError):
            database.write(
                lambda unit, sql=sql: unit.connection.execute(
                    text(sql), {"sanne": sanne if database.dialect == "postgresql" else sanne.bytes}
                )
            )
    changed = 0
    with suppress(DBAPIError):
        update_of_colleague = text("UPDATE presence SET state = 'break'")
        changed = other_desk.write(lambda unit: unit.connection.execute(update_of_colleague).rowcount)
    assert changed == 0
    assert mine(service).state is PresenceState.AVAILABLE


def test_no_state_and_no_column_has_room_for_a_reason():
    assert {state.value for state in PresenceState} == {
        "available",
        "in_conversation",
        "wrap_up",
        "break",
        "consultation",
        "away",
    }
    assert {column.name for column in PresenceEventRow.__table__.columns} == {
        "agent_id",
        "number",
        "state",
        "at",
        "last_seen_at",
    }


def test_a_call_and_its_wrap_up_set_it_and_what_was_chosen_comes_back():
    desk = Presence().choosing(PresenceState.BREAK).going_on(talking=True, wrapping_up=False)
    assert desk.state is PresenceState.IN_CONVERSATION
    desk = desk.choosing(PresenceState.CONSULTATION).going_on(talking=False, wrapping_up=True)
    assert desk.state is PresenceState.WRAP_UP
    assert desk.going_on(talking=False, wrapping_up=False).state is PresenceState.CONSULTATION
    away = Presence().choosing(PresenceState.AWAY)
    assert away.going_on(talking=False, wrapping_up=True).going_on(talking=False, wrapping_up=False) == away
    during = Presence().going_on(talking=True, wrapping_up=False).choosing(PresenceState.AWAY)
    assert during.going_on(talking=True, wrapping_up=False) == during, "said during the last call of the day"
    assert during.going_on(talking=False, wrapping_up=False).state is PresenceState.AWAY
    talked = away.going_on(talking=True, wrapping_up=False).going_on(talking=False, wrapping_up=False)
    assert talked.state is PresenceState.AVAILABLE
    with pytest.raises(ValueError, match="nobody chooses"):
        desk.choosing(PresenceState.WRAP_UP)


def test_silence_is_away_since_the_last_sign_of_life():
    since = datetime(2026, 3, 4, 9, tzinfo=UTC)
    seen_at, patience = since + timedelta(minutes=10), timedelta(minutes=5)
    still = seen_at + patience
    assert as_seen(PresenceState.BREAK, since, seen_at, still, patience) == (PresenceState.BREAK, since)
    later = still + timedelta(seconds=1)
    assert as_seen(PresenceState.BREAK, since, seen_at, later, patience) == (PresenceState.AWAY, seen_at)
    assert as_seen(PresenceState.AWAY, since, seen_at, later, patience) == (PresenceState.AWAY, since)


def test_a_colleague_is_found_by_name_where_one_has_it():
    def agent(name):
        return ColleaguePresence(new_id(), name, "KCC", PresenceState.BREAK, None)

    def colleague(name, kind=ColleagueKind.PERSON):
        return Colleague(new_id(), kind, name, "", "", "", "", "")

    jose, ruben, other = agent("José de Boer"), agent("Ruben Smit"), agent("Ruben Smit")
    assert presence_of(colleague("Jose de Boer"), [jose, ruben]) is jose
    assert presence_of(colleague("Ruben Smit"), [jose, ruben, other]) is None
    assert presence_of(colleague("Ruben Smit", ColleagueKind.GROUP), [ruben]) is None
    assert presence_of(colleague("Iris Mulder"), [ruben]) is None


_DESK, _STATE = st.integers(0, 1), st.sampled_from(list(PresenceState))


def machine(desks, owner):
    services = [PresenceService(desk) for desk in desks]
    me = [desk.read(lambda look: look.agent.id) for desk in desks]

    class Desks(RuleBasedStateMachine):
        def __init__(self):
            super().__init__()
            self.seen = {}
            for number, service in enumerate(services):
                service.tell(PresenceState.AVAILABLE)
                self.seen[me[number]] = PresenceState.AVAILABLE

        @rule(desk=_DESK, state=_STATE)
        def tell(self, desk, state):
            assert services[desk].tell(state) is (self.seen[me[desk]] is not state)
            self.seen[me[desk]] = state

        @rule()
        def everybody_is_silent(self):
            silent_for(owner, 6)
            self.seen = dict.fromkeys(self.seen, PresenceState.AWAY)

        @invariant()
        def all_desks_see_the_same(self):
            for service in services:
                assert {one.agent_id: one.state for one in service.colleagues()} == self.seen

        @invariant()
        def the_last_move_is_the_state_and_none_is_lost(self):
            def work(connection):
                for row in connection.execute(select(PresenceRow.__table__)):
                    events = select(PresenceEventRow.number, PresenceEventRow.state).where(
                        PresenceEventRow.agent_id == row.agent_id
                    )
                    told_of = connection.execute(events.order_by(PresenceEventRow.number)).all()
                    assert [event.number for event in told_of] == list(range(1, row.moves + 1))
                    assert told_of[-1].state == row.state

            owner.unguarded_read(work)

    return Desks


def test_whatever_desks_tell_in_whatever_order(engine, tmp_path, request):
    one = Database(engine, origin="one")
    make_first_agent(one, "Noor Jansen", "KCC", {Role.AGENT})
    make_first_agent(one, "Sanne Bakker", "KCC", {Role.AGENT}, login="sanne")
    if one.dialect == "sqlite":
        other = open_sqlite(tmp_path / "kcc.db", SQLITE_KEY, login="sanne")
    else:
        other = request.getfixturevalue("plain_engine")("sanne")
    two = Database(other, origin="two")
    run_state_machine_as_test(
        lambda: machine([one, two], one)(), settings=settings(max_examples=8, stateful_step_count=20, deadline=None)
    )
    two.close()


def test_only_what_nobody_else_sets_is_chosen():
    assert set(PresenceState) - set(CHOSEN) == {PresenceState.IN_CONVERSATION, PresenceState.WRAP_UP}
