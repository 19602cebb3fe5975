"""Reads the lists of work that an agent looks at, in parts and counted: what they may not see is not there."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import and_, case, func, or_, select

from kcc_desktop.data.agents import AgentRow
from kcc_desktop.data.contact_reads import sight
from kcc_desktop.data.contacts import ContactRow
from kcc_desktop.data.database import Look, Work
from kcc_desktop.data.work import ColleagueRow, QueueRow, TaskRow, WorkEventRow, WorkEventTextRow
from kcc_desktop.data.work_reads import ITEM, OPEN, SEEN, fits, fitting, how_many, item_of, most_urgent, queues
from kcc_desktop.domain.promises import Week
from kcc_desktop.domain.work import WorkEvent, WorkItem, WorkMark, WorkMove, WorkPage
from kcc_desktop.domain.work_lists import (
    NEAR,
    ListCounts,
    ListKind,
    Narrowing,
    WorkBoard,
    WorkList,
    last_night,
)


def listed(
    look: Look, wanted: WorkList, narrowing: Narrowing, after: WorkMark | None, size: int, hours: Week
) -> WorkPage:
    """At most `size` open items, what runs out first first (of the night: what came first), going on after `after`."""
    order = _order(wanted)
    inside = (_in(look, wanted, hours), _narrowed(look, narrowing))
    statement = ITEM.where(OPEN, *inside).order_by(order, TaskRow.reference)
    if after is not None:
        later = and_(order == after.at, TaskRow.reference > after.reference)
        statement = statement.where(order >= after.at, or_(order > after.at, later))
    rows = look.connection.execute(statement.limit(size + 1), sight(look.agent)).all()
    found = tuple(map(item_of, rows[:size]))
    return WorkPage(found, mark_of(wanted, found[-1]) if len(rows) > size else None)


def among(
    look: Look, wanted: WorkList, narrowing: Narrowing, task_ids: Collection[UUID], hours: Week
) -> dict[UUID, WorkItem]:
    """Those of these tasks that stand in the list now."""
    inside = (_in(look, wanted, hours), _narrowed(look, narrowing))
    statement = ITEM.where(TaskRow.id.in_(sorted(task_ids)), OPEN, *inside)
    return {row.id: item_of(row) for row in look.connection.execute(statement, sight(look.agent))}


def first(unit: Look | Work, queue_codes: Collection[str], wanted: WorkList | None, hours: Week) -> UUID | None:
    """What "next" gives of these queues: the most urgent, of a list the first in its own order."""
    if wanted is None:
        return most_urgent(unit, queue_codes)
    return most_urgent(unit, queue_codes, _in(unit, wanted, hours), _order(wanted))


def mark_of(wanted: WorkList, item: WorkItem) -> WorkMark:
    """Where an item stands in the order of its list."""
    at = item.created_at if wanted.kind is ListKind.NIGHT else item.task.due_at
    return WorkMark(at, item.task.reference)


def board(look: Look, hours: Week) -> WorkBoard:
    """Every list with its counts, in one pass over what is open."""
    found = queues(look)
    counts: dict[WorkList, ListCounts] = {}
    waiting = 0
    for row in look.connection.execute(_counted(look, hours), sight(look.agent)):
        one = _counts(row, "")
        if row.queue_code in {queue.code for queue in found}:
            counts[WorkList(ListKind.QUEUE, row.queue_code)] = one
            waiting += one.fits
        for kind in _PERSONAL:
            wanted = WorkList(kind)
            counts[wanted] = counts.get(wanted, ListCounts()).plus(_counts(row, kind.value))
    return WorkBoard(found, counts, look.agent.cluster_name, waiting, _fitting(look), look.agent.id)


def history(look: Look, task_id: UUID) -> tuple[WorkEvent, ...]:
    """Every move of a task that is the agent's to see, the newest first."""
    rows = look.connection.execute(
        select(
            WorkEventRow.move,
            WorkEventRow.at,
            WorkEventRow.outcome,
            WorkEventRow.next_try_at,
            _ACTOR.c.name.label("actor"),
            _MEANT.c.name.label("agent"),
            QueueRow.name.label("queue"),
            ColleagueRow.name.label("colleague"),
            WorkEventTextRow.text,
        )
        .join(_ACTOR, _ACTOR.c.id == WorkEventRow.actor_id)
        .outerjoin(_MEANT, _MEANT.c.id == WorkEventRow.agent_id)
        .outerjoin(QueueRow, QueueRow.code == WorkEventRow.queue_code)
        .outerjoin(ColleagueRow, ColleagueRow.id == WorkEventRow.colleague_id)
        .outerjoin(WorkEventTextRow, WorkEventTextRow.event_id == WorkEventRow.id)
        .where(WorkEventRow.task_id == task_id)
        .order_by(WorkEventRow.number.desc())
    )
    return tuple(
        WorkEvent(
            WorkMove(row.move),
            row.at,
            row.actor,
            row.outcome,
            row.queue or "",
            row.agent or row.colleague or "",
            row.next_try_at,
            row.text or "",
        )
        for row in rows
    )


_ACTOR, _MEANT = AgentRow.__table__.alias(), AgentRow.__table__.alias()
_PERSONAL = (ListKind.MINE, ListKind.PROMISED, ListKind.NOT_REACHED, ListKind.NIGHT)


def _order(wanted: WorkList) -> Any:
    return TaskRow.created_at if wanted.kind is ListKind.NIGHT else TaskRow.due_at


def _in(look: Look | Work, wanted: WorkList, hours: Week) -> Any:
    if wanted.kind is ListKind.QUEUE:
        return TaskRow.queue_code == wanted.queue_code
    me = look.agent.id
    if wanted.kind is ListKind.MINE:
        return or_(TaskRow.taken_by == me, and_(TaskRow.taken_by.is_(None), TaskRow.meant_for == me))
    if wanted.kind is ListKind.PROMISED:
        return TaskRow.created_by == me
    if wanted.kind is ListKind.NOT_REACHED:
        return TaskRow.attempts > 0
    closed, opened = last_night(look.now, hours)
    return and_(TaskRow.created_at >= closed, TaskRow.created_at < opened)


def _narrowed(look: Look, narrowing: Narrowing) -> Any:
    nobodys = TaskRow.taken_by.is_(None)
    return {
        Narrowing.ALL: TaskRow.id.is_not(None),
        Narrowing.FITS: and_(nobodys, fits(look.agent.id, look.now), TaskRow.queue_code.in_(sorted(_fitting(look)))),
        Narrowing.FREE: and_(nobodys, TaskRow.meant_for.is_(None), _ours()),
        Narrowing.OVER: TaskRow.due_at < look.now,
        Narrowing.NOT_REACHED: TaskRow.attempts > 0,
    }[narrowing]


def _fitting(look: Look) -> frozenset[str]:
    """The queues that ask for no skill which the agent has not."""
    return fitting(look, look.connection.scalars(select(QueueRow.code)).all())


def _ours() -> Any:
    return func.coalesce(ColleagueRow.kind, "") != "partner"


def _counted(look: Look, hours: Week) -> Any:
    narrowed = {one: _narrowed(look, one) for one in _COUNTED}
    near = and_(TaskRow.due_at >= look.now, TaskRow.due_at <= look.now + NEAR)
    columns = []
    personal = ((kind.value, _in(look, WorkList(kind), hours)) for kind in _PERSONAL)
    for prefix, rule in (("", TaskRow.id.is_not(None)), *personal):
        columns += [
            how_many(rule).label(f"{prefix}everything"),
            *(how_many(and_(rule, narrowed[one])).label(f"{prefix}{one.value}") for one in _COUNTED),
            how_many(and_(rule, near)).label(f"{prefix}near"),
            *(_least(rule, column).label(f"{prefix}{name}") for name, column in _LEAST.items()),
        ]
    return (
        select(TaskRow.queue_code, *columns)
        .outerjoin(ContactRow, ContactRow.id == TaskRow.contact_id)
        .outerjoin(ColleagueRow, ColleagueRow.id == TaskRow.owner_colleague_id)
        .where(OPEN, SEEN)
        .group_by(TaskRow.queue_code)
    )


_COUNTED = (Narrowing.FITS, Narrowing.FREE, Narrowing.OVER, Narrowing.NOT_REACHED)
_LEAST = {"oldest_at": TaskRow.created_at, "first_due_at": TaskRow.due_at, "next_try_at": TaskRow.next_try_at}


def _least(rule: Any, column: Any) -> Any:
    return func.min(case((rule, column)), type_=column.type)


def _counts(row: Any, prefix: str) -> ListCounts:
    said = row._mapping
    names = ("everything", "fits", "free", "over", "near", "not_reached", *_LEAST)
    return ListCounts(**{name: said[f"{prefix}{name}"] for name in names})
