"""Lets agents in, changes them and ends them. An agent's row stays: what they did names them.

In the team edition whoever ends their own rights does so with their last statement: the database looks at each.
"""

from typing import Any
from uuid import UUID

from sqlalchemy import Connection, delete, func, insert, select, update

from kcc_desktop.data import team
from kcc_desktop.data.agents import AgentRoleRow, AgentRow, AgentSkillRow, ClusterRow, connected_agent, skills_of
from kcc_desktop.data.database import Work
from kcc_desktop.domain.agents import Entry, LastAdministrator, ListedAgent, Permission, Role, UnknownCluster
from kcc_desktop.domain.identity import new_id


def every(connection: Connection) -> tuple[ListedAgent, ...]:
    """Everybody, those who ended after the others, by name."""
    rows = connection.execute(
        select(AgentRow.login, AgentRow.name, ClusterRow.name.label("cluster_name"), AgentRow.is_active, AgentRow.id)
        .outerjoin(ClusterRow, ClusterRow.id == AgentRow.cluster_id)
        .order_by(AgentRow.is_active.desc(), AgentRow.name, AgentRow.login)
    ).all()
    roles: dict[UUID, set[Role]] = {}
    for agent_id, role in connection.execute(select(AgentRoleRow.agent_id, AgentRoleRow.role)):
        roles.setdefault(agent_id, set()).add(Role(role))
    skills: dict[UUID, set[str]] = {}
    for agent_id, skill in connection.execute(select(AgentSkillRow.agent_id, AgentSkillRow.skill)):
        skills.setdefault(agent_id, set()).add(skill)
    return tuple(
        ListedAgent(
            row.login,
            row.name,
            row.cluster_name or "",
            frozenset(roles.get(row.id, ())),
            row.is_active,
            frozenset(skills.get(row.id, ())),
        )
        for row in rows
    )


def hold(unit: Work) -> None:
    """One administrator at a time: two who end each other must not both succeed. A file has one writer anyway.

    Refuses with UnknownLogin and NotAllowed who is no administrator any more when it is their turn.
    """
    unit.agent.require(Permission.ADMINISTER)
    if unit.connection.dialect.name == "postgresql":
        unit.connection.execute(select(func.pg_advisory_xact_lock(func.hashtextextended("agents", 0))))
        agent, _now = connected_agent(unit.connection)
        agent.require(Permission.ADMINISTER)


def by_login(connection: Connection, login: str) -> Any:
    """The agent's row; None when there is none."""
    return connection.execute(select(AgentRow.__table__).where(AgentRow.login == login)).first()


def cluster_id(unit: Work, name: str, *, may_make: bool) -> UUID:
    """The cluster with this name, made when it `may_make` one. Refuses with UnknownCluster."""
    known = {row.name: row.id for row in unit.connection.execute(select(ClusterRow.__table__))}
    if name in known:
        return UUID(str(known[name]))
    if not may_make:
        raise UnknownCluster(tuple(sorted(known)))
    made = new_id()
    unit.connection.execute(insert(ClusterRow).values(id=made, name=name))
    return made


def add(unit: Work, login: str, name: str, cluster: UUID) -> UUID:
    agent_id = new_id()
    values = {"id": agent_id, "login": login, "name": name, "cluster_id": cluster, "is_active": True}
    unit.connection.execute(insert(AgentRow).values(**values))
    return agent_id


def change(unit: Work, agent_id: UUID, **values: Any) -> None:
    if values:
        unit.connection.execute(update(AgentRow).where(AgentRow.id == agent_id).values(**values))


def give_roles(unit: Work, agent_id: UUID, wanted: frozenset[Role]) -> None:
    """Exactly these from now on."""
    had = set(unit.connection.scalars(select(AgentRoleRow.role).where(AgentRoleRow.agent_id == agent_id)))
    given = [{"agent_id": agent_id, "role": role.value} for role in sorted(wanted) if role.value not in had]
    if given:
        unit.connection.execute(insert(AgentRoleRow), given)
    if gone := had - wanted:
        of_agent = delete(AgentRoleRow).where(AgentRoleRow.agent_id == agent_id, AgentRoleRow.role.in_(sorted(gone)))
        unit.connection.execute(of_agent)


def give_skills(unit: Work, agent_id: UUID, wanted: frozenset[str]) -> None:
    """Exactly these from now on."""
    had = skills_of(unit.connection, agent_id)
    if new := sorted(wanted - had):
        unit.connection.execute(insert(AgentSkillRow), [{"agent_id": agent_id, "skill": skill} for skill in new])
    if gone := sorted(had - wanted):
        unit.connection.execute(
            delete(AgentSkillRow).where(AgentSkillRow.agent_id == agent_id, AgentSkillRow.skill.in_(gone))
        )


def check_administrator(connection: Connection) -> None:
    """Refuses with LastAdministrator when nobody is left who may administer."""
    left = (
        select(AgentRow.id)
        .join(AgentRoleRow, AgentRoleRow.agent_id == AgentRow.id)
        .where(AgentRow.is_active, AgentRoleRow.role == Role.ADMINISTRATOR.value)
    )
    if connection.scalar(left.limit(1)) is None:
        raise LastAdministrator


def let_in(connection: Connection, login: str) -> Entry:
    """The login into the group of desks, where there is one and this login may say so."""
    if connection.dialect.name != "postgresql" or team.let_in(connection, login):
        return Entry()
    return Entry(is_settled=False, line=team.line_to_let_in(login))


def put_out(connection: Connection, login: str) -> Entry:
    if connection.dialect.name != "postgresql" or team.put_out(connection, login):
        return Entry()
    return Entry(is_settled=False, line=team.line_to_put_out(login))
