"""Agents, their roles and clusters as rows, and who the connection belongs to."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, ForeignKey, String, insert, select
from sqlalchemy.orm import Mapped, mapped_column

from kcc_desktop.data.base import Base
from kcc_desktop.data.columns import Id, Instant, database_now, one_of, session_login
from kcc_desktop.domain.agents import Agent, AgentName, Role, UnknownLogin


class ClusterRow(Base):
    __tablename__ = "cluster"

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    name: Mapped[str] = mapped_column(String(100), unique=True)


class AgentRow(Base):
    __tablename__ = "agent"

    id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    login: Mapped[str] = mapped_column(String(128), unique=True)
    name: Mapped[str] = mapped_column(String(200))
    cluster_id: Mapped[UUID | None] = mapped_column(Id, ForeignKey("cluster.id"))
    is_active: Mapped[bool] = mapped_column(default=True)


class AgentRoleRow(Base):
    __tablename__ = "agent_role"
    __table_args__ = (one_of("role", Role),)

    agent_id: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"), primary_key=True)
    role: Mapped[str] = mapped_column(String(20), primary_key=True)


class AgentSkillRow(Base):
    """What an agent can do, in the words that queues and counters ask for."""

    __tablename__ = "agent_skill"

    agent_id: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"), primary_key=True)
    skill: Mapped[str] = mapped_column(String(40), primary_key=True)


_WHO = (
    select(
        AgentRow.id,
        AgentRow.name,
        AgentRow.cluster_id,
        ClusterRow.name.label("cluster_name"),
        AgentRoleRow.role,
        database_now().label("now"),
    )
    .outerjoin(ClusterRow, ClusterRow.id == AgentRow.cluster_id)
    .outerjoin(AgentRoleRow, AgentRoleRow.agent_id == AgentRow.id)
    .where(AgentRow.login == session_login(), AgentRow.is_active)
)


def connected_agent(connection: Connection) -> tuple[Agent, datetime]:
    """The agent this connection belongs to and the database's clock. Refuses with UnknownLogin."""
    rows = connection.execute(_WHO).all()
    if not rows:
        raise UnknownLogin
    first = rows[0]
    roles = frozenset(Role(row.role) for row in rows if row.role is not None)
    agent = Agent(first.id, first.name, first.cluster_id, first.cluster_name or "", roles)
    return agent, first.now


def names(connection: Connection) -> tuple[AgentName, ...]:
    rows = connection.execute(
        select(AgentRow.id, AgentRow.name, ClusterRow.name.label("cluster_name"))
        .outerjoin(ClusterRow, ClusterRow.id == AgentRow.cluster_id)
        .where(AgentRow.is_active)
        .order_by(AgentRow.name, AgentRow.id)
    )
    return tuple(AgentName(row.id, row.name, row.cluster_name or "") for row in rows)


def skills_of(connection: Connection, agent_id: UUID) -> frozenset[str]:
    return frozenset(connection.scalars(select(AgentSkillRow.skill).where(AgentSkillRow.agent_id == agent_id)))


def has_any_agent(connection: Connection) -> bool:
    return connection.scalar(select(AgentRow.id).limit(1)) is not None


def session_name(connection: Connection) -> str:
    """The login as the database sees it."""
    return str(connection.scalar(select(session_login())))


class AgentSessionRow(Base):
    """When an agent's desktop started, so that rights can be reviewed (BIO2 5.18)."""

    __tablename__ = "agent_session"

    chain_id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    agent_id: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"), index=True)
    started_at: Mapped[datetime] = mapped_column(Instant)


def begin_session(connection: Connection, chain_id: UUID, agent_id: UUID, at: datetime) -> None:
    """Keep that the session started; once, however often it is told."""
    if connection.scalar(select(AgentSessionRow.agent_id).where(AgentSessionRow.chain_id == chain_id)) is None:
        connection.execute(insert(AgentSessionRow).values(chain_id=chain_id, agent_id=agent_id, started_at=at))
