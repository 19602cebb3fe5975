"""What agents are doing, each in one row, and how it went, append-only. Who has no row was never seen."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ForeignKey, String, insert, select, update
from sqlalchemy.orm import Mapped, mapped_column

from kcc_desktop.data.agents import AgentRow, ClusterRow
from kcc_desktop.data.base import Base
from kcc_desktop.data.columns import Id, Instant, one_of
from kcc_desktop.data.database import Look, Work
from kcc_desktop.domain.presence import ColleaguePresence, PresenceMove, PresenceState, as_seen


class PresenceRow(Base):
    """`seen_at`: the last sign of life of a desk of theirs."""

    __tablename__ = "presence"
    __table_args__ = (one_of("state", PresenceState),)

    agent_id: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"), primary_key=True)
    state: Mapped[str] = mapped_column(String(20))
    since: Mapped[datetime] = mapped_column(Instant)
    seen_at: Mapped[datetime] = mapped_column(Instant)
    moves: Mapped[int]


class PresenceEventRow(Base):
    """Every change, written once. `last_seen_at`: until when the state before it was certain."""

    __tablename__ = "presence_event"
    __table_args__ = (one_of("state", PresenceState),)

    agent_id: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    state: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime] = mapped_column(Instant)
    last_seen_at: Mapped[datetime | None] = mapped_column(Instant)


def tell(unit: Work, state: PresenceState, patience: timedelta) -> bool:
    """The agent's state from now on, and a sign of life; True when colleagues see something else than before."""
    me, now = unit.agent.id, unit.now
    mine = select(PresenceRow.state, PresenceRow.since, PresenceRow.seen_at, PresenceRow.moves)
    before = unit.connection.execute(mine.where(PresenceRow.agent_id == me).with_for_update()).first()
    if before is None:
        unit.connection.execute(
            insert(PresenceRow).values(agent_id=me, state=state.value, since=now, seen_at=now, moves=1)
        )
        _note(unit, 1, state, None)
        return True
    seen, _since = as_seen(PresenceState(before.state), before.since, before.seen_at, now, patience)
    values: dict[str, object] = {"seen_at": now}
    if seen is not state or before.state != state.value:
        values |= {"state": state.value, "since": now, "moves": before.moves + 1}
        _note(unit, before.moves + 1, state, before.seen_at)
    unit.connection.execute(update(PresenceRow).where(PresenceRow.agent_id == me).values(**values))
    return seen is not state


def _note(unit: Work, number: int, state: PresenceState, last_seen_at: datetime | None) -> None:
    unit.connection.execute(
        insert(PresenceEventRow).values(
            agent_id=unit.agent.id, number=number, state=state.value, at=unit.now, last_seen_at=last_seen_at
        )
    )


def everybody(look: Look, patience: timedelta) -> tuple[ColleaguePresence, ...]:
    """All who may log in, by name; who was never seen, or not for `patience`, is away."""
    rows = look.connection.execute(
        select(
            AgentRow.id,
            AgentRow.name,
            ClusterRow.name.label("cluster"),
            PresenceRow.state,
            PresenceRow.since,
            PresenceRow.seen_at,
        )
        .outerjoin(ClusterRow, ClusterRow.id == AgentRow.cluster_id)
        .outerjoin(PresenceRow, PresenceRow.agent_id == AgentRow.id)
        .where(AgentRow.is_active)
        .order_by(AgentRow.name, AgentRow.id)
    )
    found = []
    for row in rows:
        state, since = PresenceState.AWAY, None
        if row.state is not None:
            state, since = as_seen(PresenceState(row.state), row.since, row.seen_at, look.now, patience)
        found.append(ColleaguePresence(row.id, row.name, row.cluster or "", state, since))
    return tuple(found)


def history(look: Look, agent_id: UUID, since: datetime) -> tuple[PresenceMove, ...]:
    """In order."""
    rows = look.connection.execute(
        select(PresenceEventRow.state, PresenceEventRow.at, PresenceEventRow.last_seen_at)
        .where(PresenceEventRow.agent_id == agent_id, PresenceEventRow.at >= since)
        .order_by(PresenceEventRow.number)
    )
    return tuple(PresenceMove(PresenceState(row.state), row.at, row.last_seen_at) for row in rows)
