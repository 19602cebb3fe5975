"""Who lets whom in: an administrator does, nobody else, and one is always left."""

import threading

import pytest
from sqlalchemy import select, text

from kcc_desktop.data.agents import AgentRow
from kcc_desktop.data.audit import AuditLineRow
from kcc_desktop.data.database import Database, open_sqlite
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.domain.agents import (
    AddAgent,
    ChangeAgent,
    Entry,
    LastAdministrator,
    LoginTaken,
    Role,
    UnknownCluster,
    UnknownLogin,
    parse_roles,
)
from kcc_desktop.domain.errors import AlreadyDone, InvalidValue, NotAllowed, NotFound
from kcc_desktop.services.agents import AgentService
from tests.conftest import SQLITE_KEY, TeamDatabase
from tests.services.office import roles

PIET = AddAgent("piet", "Piet Smit", "KCC", frozenset({Role.AGENT}))


@pytest.fixture
def service(database):
    roles(database, Role.ADMINISTRATOR)
    return AgentService(database)


def listed(service):
    return {agent.login: (agent.name, agent.cluster_name, agent.roles, agent.is_active) for agent in service.every()}


def test_somebody_is_let_in_changed_and_ended(database, service):
    service.add(PIET)
    assert listed(service)["piet"] == ("Piet Smit", "KCC", {Role.AGENT}, True)
    service.change(
        ChangeAgent("piet", "Piet de Smit", "Wijkbeheer", frozenset({Role.COUNTER, Role.EDITOR}), may_make_cluster=True)
    )
    assert listed(service)["piet"] == ("Piet de Smit", "Wijkbeheer", {Role.COUNTER, Role.EDITOR}, True)
    service.end("piet")
    assert listed(service)["piet"][3] is False
    with pytest.raises(AlreadyDone):
        service.end("piet")
    with pytest.raises(NotFound):
        service.change(ChangeAgent("piet", "Piet"))
    lines = database.unguarded_read(lambda c: c.execute(select(AuditLineRow.action, AuditLineRow.object_kind)).all())
    assert [tuple(line) for line in lines] == [(f"{verb}_agent", "agent") for verb in ("add", "change", "end")]


def test_who_comes_back_is_the_same_and_a_login_is_never_anothers(database, service):
    service.add(PIET)
    who = select(AgentRow.id).where(AgentRow.login == "piet")
    before = database.unguarded_read(lambda c: c.scalar(who))
    with pytest.raises(LoginTaken):
        service.add(PIET)
    service.end("piet")
    with pytest.raises(LoginTaken):
        service.add(AddAgent("piet", "Piet Jansen", "KCC", frozenset({Role.AGENT})))
    service.add(AddAgent("piet", "Piet Smit", "KCC", frozenset({Role.EDITOR})))
    assert listed(service)["piet"] == ("Piet Smit", "KCC", {Role.EDITOR}, True)
    assert database.unguarded_read(lambda c: c.scalar(who)) == before


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.ADMINISTRATOR}))
def test_nobody_else_lets_anybody_in(database, role):
    roles(database, role)
    service = AgentService(database)
    for asked in (
        service.every,
        lambda: service.add(PIET),
        lambda: service.change(ChangeAgent("noor", roles=frozenset({Role.ADMINISTRATOR}))),
        lambda: service.end("noor"),
    ):
        with pytest.raises(NotAllowed):
            asked()


def test_the_last_administrator_stays(database, service):
    (me,) = listed(service)
    for asked in (lambda: service.end(me), lambda: service.change(ChangeAgent(me, roles=frozenset({Role.AGENT})))):
        with pytest.raises(LastAdministrator):
            asked()
    assert listed(service)[me] == ("Noor Jansen", "KCC", {Role.ADMINISTRATOR}, True)
    service.add(AddAgent("bea", "Bea Bos", "KCC", frozenset({Role.ADMINISTRATOR})))
    service.change(ChangeAgent(me, roles=frozenset({Role.AGENT})))
    with pytest.raises(NotAllowed):
        service.every()


def test_an_administrator_may_end_themselves_when_another_is_left(database, service):
    (me,) = listed(service)
    service.add(AddAgent("bea", "Bea Bos", "KCC", frozenset({Role.ADMINISTRATOR})))
    service.end(me)
    with pytest.raises(UnknownLogin):
        service.me()


def test_a_slip_of_the_pen_makes_no_cluster(service):
    with pytest.raises(UnknownCluster) as refused:
        service.add(AddAgent("piet", "Piet Smit", "KC", frozenset({Role.AGENT})))
    assert refused.value.known == ("KCC",)


@pytest.mark.parametrize(
    ("command", "field"),
    [
        (AddAgent(" ", "Piet", "KCC", frozenset({Role.AGENT})), "login"),
        (AddAgent("p" * 64, "Piet", "KCC", frozenset({Role.AGENT})), "login"),
        (AddAgent("piet", "", "KCC", frozenset({Role.AGENT})), "name"),
        (AddAgent("piet", "Piet", "", frozenset({Role.AGENT})), "cluster"),
        (AddAgent("piet", "Piet", "KCC", frozenset()), "roles"),
    ],
)
def test_an_agent_that_cannot_be(service, command, field):
    with pytest.raises(InvalidValue) as refused:
        service.add(command)
    assert refused.value.field == field


@pytest.mark.parametrize(("typed", "reason"), [("", "empty"), (",", "empty"), ("agent,baas", "unknown")])
def test_roles_that_are_none(typed, reason):
    with pytest.raises(InvalidValue) as refused:
        parse_roles(typed)
    assert refused.value.reason == reason
    assert parse_roles(" Agent, team_lead") == {Role.AGENT, Role.TEAM_LEAD}


@pytest.fixture(params=["sqlite", "desk"])
def two_administrators(request, tmp_path):
    """Two desks of two administrators at one database."""
    if request.param == "sqlite":
        request.getfixturevalue("sqlite_engine")
        engines = [open_sqlite(tmp_path / "kcc.db", SQLITE_KEY, login=login) for login in ("bea", "cas")]
    else:
        plain = request.getfixturevalue("plain_engine")
        engines = [plain("bea"), plain("cas")]
    owner = engines[0] if request.param == "sqlite" else request.getfixturevalue("postgresql_engine")
    for login in ("bea", "cas"):
        make_first_agent(Database(owner), login.title(), "KCC", {Role.ADMINISTRATOR}, login=login)
    yield {login: AgentService(Database(engine)) for login, engine in zip(("bea", "cas"), engines, strict=True)}
    for engine in engines:
        engine.dispose()


def test_of_two_administrators_who_end_each_other_one_is_left(two_administrators):
    together, outcomes = threading.Barrier(2), []

    def end(service, other):
        together.wait()
        try:
            service.end(other)
        except (LastAdministrator, UnknownLogin, NotAllowed) as refused:
            outcomes.append(refused)

    threads = [
        threading.Thread(target=end, args=(two_administrators[me], other))
        for me, other in (("bea", "cas"), ("cas", "bea"))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(outcomes) == 1


def members(engine):
    with engine.connect() as connection:
        return connection.scalars(
            text("SELECT member::regrole::text FROM pg_auth_members WHERE roleid = 'kcc_desk'::regrole ORDER BY 1")
        ).all()


@pytest.fixture
def unknown_login(postgresql_engine):
    """A login that the server has and that is in no group; with a name that has to be quoted."""
    with postgresql_engine.begin() as connection:
        connection.execute(text('CREATE ROLE "O\'Brien, 100%" LOGIN'))
    yield "O'Brien, 100%"
    with postgresql_engine.begin() as connection:
        connection.execute(text('DROP ROLE "O\'Brien, 100%"'))


def test_who_may_lets_the_login_into_the_group_and_out(postgresql_engine, unknown_login):
    database = Database(postgresql_engine)
    make_first_agent(database, "Noor Jansen", "KCC", {Role.ADMINISTRATOR})
    service = AgentService(database)
    assert service.add(AddAgent(unknown_login, "Pat O'Brien", "KCC", frozenset({Role.AGENT}))) == Entry()
    assert f'"{unknown_login}"' in members(postgresql_engine)
    assert service.end(unknown_login) == Entry()
    assert f'"{unknown_login}"' not in members(postgresql_engine)


def test_who_may_not_is_told_what_the_databases_administrator_runs(team_database, postgresql_engine, unknown_login):
    roles(team_database, Role.ADMINISTRATOR)
    service = AgentService(team_database)
    assert service.add(AddAgent(unknown_login, "Pat", "KCC", frozenset({Role.AGENT}))) == Entry(
        False, f'GRANT kcc_desk TO "{unknown_login}";'
    )
    assert f'"{unknown_login}"' not in members(postgresql_engine)
    with postgresql_engine.begin() as connection:
        connection.exec_driver_sql(f'GRANT kcc_desk TO "{unknown_login}"'.replace("%", "%%"))
    assert service.end(unknown_login) == Entry(False, f'REVOKE kcc_desk FROM "{unknown_login}";')
    assert isinstance(team_database, TeamDatabase)
    assert (
        service.add(AddAgent("nergens", "Nel", "KCC", frozenset({Role.AGENT}))).line == 'GRANT kcc_desk TO "nergens";'
    )
