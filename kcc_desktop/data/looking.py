"""Who has what open: rows that last as long as somebody looks, and are gone afterwards."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, String, and_, delete, or_, select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Mapped, mapped_column

from kcc_desktop.data.agents import AgentRow
from kcc_desktop.data.base import Base
from kcc_desktop.data.columns import Id, Instant, one_of
from kcc_desktop.data.database import Look, Work
from kcc_desktop.domain.looking import LASTS, LookingKind, Onlooker, Sight


class LookingRow(Base):
    __tablename__ = "looking"
    __table_args__ = (one_of("kind", LookingKind),)

    entity_id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    kind: Mapped[str] = mapped_column(String(12), primary_key=True)
    agent_id: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"), primary_key=True)
    since: Mapped[datetime] = mapped_column(Instant)
    expires_at: Mapped[datetime] = mapped_column(Instant, index=True)
    is_editing: Mapped[bool]


def look(unit: Work, sight: Sight, *, is_editing: bool) -> None:
    """This agent looks, or goes on looking; whatever ran out is taken away with it."""
    unit.connection.execute(delete(LookingRow).where(LookingRow.expires_at <= unit.now))
    upsert: Any = sqlite_insert if unit.connection.dialect.name == "sqlite" else postgresql_insert
    changing = {"expires_at": unit.now + LASTS, "is_editing": is_editing}
    unit.connection.execute(
        upsert(LookingRow)
        .values(entity_id=sight.id, kind=sight.kind.value, agent_id=unit.agent.id, since=unit.now, **changing)
        .on_conflict_do_update(index_elements=["entity_id", "kind", "agent_id"], set_=changing)
    )


def leave(unit: Work, sights: Collection[Sight] | None) -> None:
    """This agent looks there no more; None: nowhere."""
    gone = delete(LookingRow).where(LookingRow.agent_id == unit.agent.id)
    unit.connection.execute(gone if sights is None else gone.where(_any_of(sights)))


def others(unit: Look | Work, sights: Collection[Sight]) -> tuple[Onlooker, ...]:
    """Colleagues who look there now; who changes something first, then who came first."""
    if not sights:
        return ()
    rows = unit.connection.execute(
        select(LookingRow.__table__, AgentRow.name)
        .join(AgentRow, AgentRow.id == LookingRow.agent_id)
        .where(_any_of(sights), LookingRow.agent_id != unit.agent.id, LookingRow.expires_at > unit.now)
        .order_by(LookingRow.is_editing.desc(), LookingRow.since, AgentRow.name)
    )
    return tuple(
        Onlooker(row.agent_id, row.name, Sight(LookingKind(row.kind), row.entity_id), row.since, row.is_editing)
        for row in rows
    )


def _any_of(sights: Collection[Sight]) -> Any:
    by_kind = {kind: [sight.id for sight in sights if sight.kind is kind] for kind in {one.kind for one in sights}}
    return or_(*(and_(LookingRow.entity_id.in_(ids), LookingRow.kind == kind.value) for kind, ids in by_kind.items()))
