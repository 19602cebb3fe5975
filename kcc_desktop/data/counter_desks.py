"""Opens, pauses and closes counters, each by one conditional statement, with its event."""

from uuid import UUID

from sqlalchemy import ColumnElement, insert, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from kcc_desktop.data.counter import CounterEventRow, CounterStateRow
from kcc_desktop.data.database import Work
from kcc_desktop.domain.counter import CounterState


def staff(unit: Work, counter_id: UUID, state: CounterState, *, takes_over: bool = False) -> bool:
    """This agent sits there from now on; False when a colleague does, unless their place is taken over."""
    upsert = sqlite_insert if unit.connection.dialect.name == "sqlite" else postgresql_insert
    unit.connection.execute(
        upsert(CounterStateRow)
        .values(counter_id=counter_id, state=CounterState.CLOSED.value, agent_id=None, since=unit.now, moves=0)
        .on_conflict_do_nothing()
    )
    free = CounterStateRow.agent_id.is_(None) | (CounterStateRow.agent_id == unit.agent.id)
    conditions = () if takes_over else (free,)
    return _move(unit, counter_id, state, unit.agent.id, *conditions)


def close(unit: Work, counter_id: UUID) -> bool:
    """False when it is not this agent's."""
    return _move(unit, counter_id, CounterState.CLOSED, None, CounterStateRow.agent_id == unit.agent.id)


def others_of(unit: Work, counter_id: UUID) -> list[UUID]:
    """Where this agent sits besides there: nobody sits at two counters."""
    return list(
        unit.connection.scalars(
            select(CounterStateRow.counter_id)
            .where(CounterStateRow.agent_id == unit.agent.id, CounterStateRow.counter_id != counter_id)
            .order_by(CounterStateRow.counter_id)
        )
    )


def lock(unit: Work, counter_id: UUID) -> bool:
    """Two calls for one counter wait for each other; False when this agent has it not open."""
    got = unit.connection.scalar(
        select(CounterStateRow.counter_id)
        .where(
            CounterStateRow.counter_id == counter_id,
            CounterStateRow.agent_id == unit.agent.id,
            CounterStateRow.state == CounterState.OPEN.value,
        )
        .with_for_update()
    )
    return got is not None


def _move(
    unit: Work, counter_id: UUID, state: CounterState, agent_id: UUID | None, *conditions: ColumnElement[bool]
) -> bool:
    moves = unit.connection.scalar(
        update(CounterStateRow)
        .where(CounterStateRow.counter_id == counter_id, *conditions)
        .values(state=state.value, agent_id=agent_id, since=unit.now, moves=CounterStateRow.moves + 1)
        .returning(CounterStateRow.moves)
    )
    if moves is None:
        return False
    unit.connection.execute(
        insert(CounterEventRow).values(
            counter_id=counter_id,
            number=moves,
            state=state.value,
            agent_id=agent_id,
            at=unit.now,
            actor_id=unit.agent.id,
        )
    )
    return True
