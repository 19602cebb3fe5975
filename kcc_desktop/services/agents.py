"""Who works at this desk and who else does; who is let in, and who is not any more."""

from kcc_desktop.data import agent_writes, agents
from kcc_desktop.data.database import Database, Look, Work
from kcc_desktop.domain.agents import (
    AddAgent,
    Agent,
    AgentName,
    ChangeAgent,
    Entry,
    ListedAgent,
    LoginTaken,
    Permission,
)
from kcc_desktop.domain.errors import AlreadyDone, InvalidValue, NotFound
from kcc_desktop.domain.notes import line

LONGEST_LOGIN, LONGEST_NAME, LONGEST_CLUSTER = 63, 200, 100  # PostgreSQL's names end at 63 bytes


class AgentService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def me(self) -> Agent:
        """The agent of this login with cluster and roles, as they are now. Refuses with UnknownLogin."""
        return self._database.read(lambda look: look.agent)

    def begin_session(self) -> Agent:
        """The agent, of whom it is kept that their desktop started now. Refuses with UnknownLogin."""

        def work(unit: Work) -> Agent:
            agents.begin_session(unit.connection, unit.head.chain_id, unit.agent.id, unit.now)
            return unit.agent

        return self._database.write(work)

    def names(self) -> tuple[AgentName, ...]:
        """Everybody who may log in, by name."""
        return self._database.read(lambda look: agents.names(look.connection))

    def every(self) -> tuple[ListedAgent, ...]:
        """Everybody with login and roles, also who ended. Refuses with NotAllowed."""

        def work(look: Look) -> tuple[ListedAgent, ...]:
            look.agent.require(Permission.ADMINISTER)
            return agent_writes.every(look.connection)

        return self._database.read(work)

    def add(self, command: AddAgent) -> Entry:
        """Let somebody in; who ended before and comes back under the same name keeps their row.

        Refuses with NotAllowed, LoginTaken, UnknownCluster, and InvalidValue of "login", "name", "cluster", "roles".
        """
        login, name = _told(command.login, "login", LONGEST_LOGIN), _told(command.name, "name", LONGEST_NAME)
        cluster = _told(command.cluster, "cluster", LONGEST_CLUSTER)
        if not command.roles:
            raise InvalidValue("roles", "empty")

        def work(unit: Work) -> Entry:
            agent_writes.hold(unit)
            known = agent_writes.by_login(unit.connection, login)
            if known is not None and (known.is_active or known.name != name):
                raise LoginTaken
            cluster_id = agent_writes.cluster_id(unit, cluster, may_make=command.may_make_cluster)
            if known is None:
                agent_id = agent_writes.add(unit, login, name, cluster_id)
            else:
                agent_id = known.id
                agent_writes.change(unit, agent_id, cluster_id=cluster_id, is_active=True)
            agent_writes.give_roles(unit, agent_id, command.roles)
            unit.audit("add_agent", "agent", agent_id)
            unit.changed("agent", agent_id)
            return agent_writes.let_in(unit.connection, login)

        return self._database.write(work)

    def change(self, command: ChangeAgent) -> None:
        """Another name, cluster, other roles or skills. Refuses as `add`, with NotFound and LastAdministrator."""
        values: dict[str, object] = {}
        if command.name is not None:
            values["name"] = _told(command.name, "name", LONGEST_NAME)
        cluster = None if command.cluster is None else _told(command.cluster, "cluster", LONGEST_CLUSTER)
        if command.roles is not None and not command.roles:
            raise InvalidValue("roles", "empty")

        def work(unit: Work) -> None:
            agent_writes.hold(unit)
            known = agent_writes.by_login(unit.connection, command.login)
            if known is None or not known.is_active:
                raise NotFound
            new = dict(values)
            if cluster is not None:
                new["cluster_id"] = agent_writes.cluster_id(unit, cluster, may_make=command.may_make_cluster)
            unit.audit("change_agent", "agent", known.id)
            unit.changed("agent", known.id)
            agent_writes.change(unit, known.id, **new)
            if command.skills is not None:
                agent_writes.give_skills(unit, known.id, command.skills)
            if command.roles is not None:
                agent_writes.give_roles(unit, known.id, command.roles)
                agent_writes.check_administrator(unit.connection)

        self._database.write(work)

    def end(self, login: str) -> Entry:
        """Somebody works here no longer; what they did stays theirs.

        Refuses with NotAllowed, NotFound, LastAdministrator, and AlreadyDone when it was ended before.
        """

        def work(unit: Work) -> Entry:
            agent_writes.hold(unit)
            known = agent_writes.by_login(unit.connection, login)
            if known is None:
                raise NotFound
            if not known.is_active:
                raise AlreadyDone
            unit.audit("end_agent", "agent", known.id)
            unit.changed("agent", known.id)
            agent_writes.change(unit, known.id, is_active=False)
            agent_writes.check_administrator(unit.connection)
            return agent_writes.put_out(unit.connection, login)

        return self._database.write(work)


def _told(text: str, field: str, longest: int) -> str:
    """Refuses with InvalidValue(field, "empty" | "too_long")."""
    told = line(text, field, longest)
    if not told:
        raise InvalidValue(field, "empty")
    return told
