"""Moves tasks between agents and queues, each by one conditional statement, with its event."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import case, insert, literal, select, update

from kcc_desktop.data.agents import AgentRow
from kcc_desktop.data.columns import Instant
from kcc_desktop.data.database import Look, Work
from kcc_desktop.data.work import ColleagueRow, TaskRow, WorkEventRow, WorkEventTextRow
from kcc_desktop.domain.work import (
    AddRappel,
    CloseWork,
    HandOverWork,
    NoteAttempt,
    TaskState,
    WorkMove,
)

_NOBODYS: dict[str, Any] = {"taken_by": None, "taken_at": None, "calling_at": None}


def task_of_move(unit: Look | Work, move_id: UUID) -> UUID | None:
    """Which task a move was made of that is written already; None when it is not."""
    return unit.connection.scalar(select(WorkEventRow.task_id).where(WorkEventRow.id == move_id))


def is_colleague(unit: Work, colleague_id: UUID) -> bool:
    return unit.connection.scalar(select(ColleagueRow.id).where(ColleagueRow.id == colleague_id)) is not None


def is_agent(unit: Work, agent_id: UUID) -> bool:
    """Whether somebody with this id works here now."""
    return unit.connection.scalar(select(AgentRow.id).where(AgentRow.id == agent_id, AgentRow.is_active)) is not None


def take(unit: Work, move_id: UUID, task_id: UUID) -> bool:
    """False when it is somebody's or closed."""
    return _move(
        unit,
        move_id,
        task_id,
        TaskRow.taken_by.is_(None),
        WorkMove.TAKEN,
        taken_by=unit.agent.id,
        taken_at=unit.now,
        meant_for=None,
        next_try_at=None,
    )


def say_calling(unit: Work, task_id: UUID, *, calls: bool) -> bool:
    """What is mine is being called about now, or is not any more; no move of it. False when it is not mine."""
    statement = (
        update(TaskRow)
        .where(TaskRow.id == task_id, TaskRow.taken_by == unit.agent.id)
        .values(calling_at=unit.now if calls else None)
    )
    return bool(unit.connection.execute(statement).rowcount)


def give_back(unit: Work, move_id: UUID, task_id: UUID) -> bool:
    """False when it is not this agent's."""
    return _move(unit, move_id, task_id, TaskRow.taken_by == unit.agent.id, WorkMove.GIVEN_BACK, **_NOBODYS)


def hand_over(unit: Work, command: HandOverWork, runs_out_at: datetime | None) -> bool:
    """False when a colleague works on it or it is closed. `runs_out_at`: when the other queue's norm does; what was
    promised for sooner still stands.
    """
    values = dict(_NOBODYS)
    if command.queue_code:
        values["queue_code"] = command.queue_code
    if runs_out_at is not None:
        values["due_at"] = case((TaskRow.due_at > runs_out_at, literal(runs_out_at, Instant)), else_=TaskRow.due_at)
    if command.colleague_id is not None:
        values["owner_colleague_id"] = command.colleague_id
    values["meant_for"] = command.agent_id
    return _move(
        unit,
        command.id,
        command.task_id,
        _mine_or_nobodys(unit),
        WorkMove.HANDED_OVER,
        text=command.reason,
        colleague_id=command.colleague_id,
        agent_id=command.agent_id,
        **values,
    )


def note_attempt(unit: Work, command: NoteAttempt) -> bool:
    """It waits again, for anybody, until the next try."""
    return _move(
        unit,
        command.id,
        command.task_id,
        _mine_or_nobodys(unit),
        WorkMove.NOT_REACHED,
        text=command.note,
        attempts=TaskRow.attempts + 1,
        next_try_at=command.next_try_at,
        **_NOBODYS,
    )


def close(unit: Work, command: CloseWork) -> bool:
    move = command.outcome.move
    return _move(
        unit,
        command.id,
        command.task_id,
        _mine_or_nobodys(unit),
        move,
        text=command.told,
        outcome=command.outcome.value,
        state=TaskState(move.value).value,
        closed_at=unit.now,
        next_try_at=None,
        **_NOBODYS,
    )


def add_rappel(unit: Work, command: AddRappel) -> bool:
    """Whoever works on it goes on; False when it is closed. Somebody who asks again waits for no next try."""
    return _move(
        unit,
        command.id,
        command.task_id,
        TaskRow.id.is_not(None),
        WorkMove.RAPPEL,
        text=command.note,
        rappels=TaskRow.rappels + 1,
    )


def taken_of(unit: Look | Work, agent_id: UUID) -> list[UUID]:
    """In one order for every desk, so that none waits for another crosswise."""
    return list(
        unit.connection.scalars(
            select(TaskRow.id).where(TaskRow.taken_by == agent_id).order_by(TaskRow.due_at, TaskRow.reference)
        )
    )


def take_back(unit: Work, move_id: UUID, task_id: UUID, agent_id: UUID) -> bool:
    """From that agent, whoever asks; False when it is theirs no more."""
    return _move(unit, move_id, task_id, TaskRow.taken_by == agent_id, WorkMove.RETURNED, **_NOBODYS)


def _mine_or_nobodys(unit: Work) -> Any:
    return TaskRow.taken_by.is_(None) | (TaskRow.taken_by == unit.agent.id)


def _move(
    unit: Work,
    move_id: UUID,
    task_id: UUID,
    allowed: Any,
    move: WorkMove,
    *,
    text: str = "",
    outcome: str = "",
    colleague_id: UUID | None = None,
    agent_id: UUID | None = None,
    **values: Any,
) -> bool:
    """One conditional statement, whose row numbers the event."""
    moved = unit.connection.execute(
        update(TaskRow)
        .where(TaskRow.id == task_id, TaskRow.state == TaskState.OPEN.value, allowed)
        .values(moves=TaskRow.moves + 1, **values)
        .returning(TaskRow.moves, TaskRow.queue_code, TaskRow.next_try_at)
    ).first()
    if moved is None:
        return False
    unit.connection.execute(
        insert(WorkEventRow).values(
            task_id=task_id,
            number=moved.moves,
            id=move_id,
            move=move.value,
            outcome=outcome,
            queue_code=moved.queue_code,
            colleague_id=colleague_id,
            next_try_at=moved.next_try_at if move is WorkMove.NOT_REACHED else None,
            at=unit.now,
            actor_id=unit.agent.id,
            agent_id=agent_id,
        )
    )
    if text:
        unit.connection.execute(insert(WorkEventTextRow).values(event_id=move_id, task_id=task_id, text=text))
    return True
