"""Reads queues and what waits in them as values: what an agent may not see is not there, and not counted."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import and_, bindparam, case, func, or_, select
from sqlalchemy.orm import aliased

from kcc_desktop.data.agents import AgentRow, ClusterRow, skills_of
from kcc_desktop.data.contact_reads import sight, visible_to
from kcc_desktop.data.contacts import ContactRow
from kcc_desktop.data.database import Look, Work
from kcc_desktop.data.task_reads import newest_secrecy, title_of
from kcc_desktop.data.work import ColleagueRow, QueueRow, TaskRow, TaskTextRow
from kcc_desktop.domain.contacts import Confidentiality
from kcc_desktop.domain.work import (
    NormUnit,
    QueueNorm,
    TaskKind,
    TaskState,
    TaskSummary,
    WorkItem,
    WorkMark,
    WorkPage,
    WorkQueue,
    WorkState,
    norm_state,
)

_TAKER = aliased(AgentRow)
_OPEN = TaskRow.state == TaskState.OPEN.value
# As confidential as the newest version of its contact; one that came from none is everybody's who reads contacts.
_seen = visible_to(
    func.coalesce(newest_secrecy(), ContactRow.confidentiality, Confidentiality.OPEN.value), ContactRow.owner_cluster_id
)
_ITEM = (
    select(
        TaskRow.id,
        TaskRow.reference,
        TaskRow.kind,
        TaskRow.state,
        TaskRow.due_at,
        TaskRow.party_id,
        TaskRow.queue_code,
        TaskRow.created_at,
        TaskRow.taken_by,
        TaskRow.taken_at,
        TaskRow.attempts,
        TaskRow.next_try_at,
        TaskRow.rappels,
        _TAKER.name.label("taker"),
        ColleagueRow.name.label("owner"),
        TaskTextRow.explanation,
    )
    .outerjoin(ContactRow, ContactRow.id == TaskRow.contact_id)
    .outerjoin(_TAKER, _TAKER.id == TaskRow.taken_by)
    .outerjoin(ColleagueRow, ColleagueRow.id == TaskRow.owner_colleague_id)
    .outerjoin(TaskTextRow, TaskTextRow.task_id == TaskRow.id)
    .where(_seen)
)
_ONE = _ITEM.where(TaskRow.id == bindparam("task"))
_WAITS = and_(_OPEN, TaskRow.taken_by.is_(None))


def _how_many(rule: Any) -> Any:
    return func.coalesce(func.sum(case((rule, 1), else_=0)), 0)


_COUNTS = (
    select(
        TaskRow.queue_code,
        _how_many(TaskRow.taken_by.is_(None)).label("waiting"),
        _how_many(TaskRow.taken_by.is_not(None)).label("taken"),
        _how_many(and_(TaskRow.taken_by.is_(None), TaskRow.due_at < bindparam("now", type_=TaskRow.due_at.type))).label(
            "over"
        ),
        func.min(case((TaskRow.taken_by.is_(None), TaskRow.created_at)), type_=TaskRow.created_at.type).label("oldest"),
        func.min(case((TaskRow.taken_by.is_(None), TaskRow.due_at)), type_=TaskRow.due_at.type).label("first_due"),
    )
    .outerjoin(ContactRow, ContactRow.id == TaskRow.contact_id)
    .where(_OPEN, _seen)
    .group_by(TaskRow.queue_code)
)
_QUEUES = (
    select(QueueRow.__table__, ClusterRow.name.label("cluster"))
    .outerjoin(ClusterRow, ClusterRow.id == QueueRow.cluster_id)
    .order_by(QueueRow.position, QueueRow.name, QueueRow.code)
)


def queues(look: Look) -> tuple[WorkQueue, ...]:
    """Every queue in its order, with what waits in it that the agent may see."""
    counts = {row.queue_code: row for row in look.connection.execute(_COUNTS, {"now": look.now, **sight(look.agent)})}
    found = []
    mine = skills_of(look.connection, look.agent.id)
    for row in look.connection.execute(_QUEUES):
        count = counts.get(row.code)
        found.append(
            WorkQueue(
                row.code,
                row.name,
                row.cluster or "",
                frozenset(row.skills.split()),
                QueueNorm(row.norm_value, NormUnit(row.norm_unit)),
                count.waiting if count else 0,
                count.taken if count else 0,
                count.over if count else 0,
                count.oldest if count else None,
                norm_state(count.first_due if count else None, look.now),
                mine.issuperset(row.skills.split()),
            )
        )
    return tuple(found)


def fitting(unit: Look | Work, queue_codes: Collection[str]) -> frozenset[str]:
    """Those of these queues whose every skill the agent has; a code that is no queue's is none."""
    mine = skills_of(unit.connection, unit.agent.id)
    rows = unit.connection.execute(select(QueueRow.code, QueueRow.skills).where(QueueRow.code.in_(sorted(queue_codes))))
    return frozenset(row.code for row in rows if mine.issuperset(row.skills.split()))


def norm_of(unit: Work, queue_code: str) -> QueueNorm | None:
    """None when there is no such queue."""
    row = unit.connection.execute(
        select(QueueRow.norm_value, QueueRow.norm_unit).where(QueueRow.code == queue_code)
    ).first()
    return QueueNorm(row.norm_value, NormUnit(row.norm_unit)) if row is not None else None


def items(look: Look, queue_code: str, after: WorkMark | None, size: int) -> WorkPage:
    """At most `size` open items, what runs out first first, going on after `after`; without numbers to call."""
    statement = _ITEM.where(_OPEN, TaskRow.queue_code == queue_code).order_by(TaskRow.due_at, TaskRow.reference)
    if after is not None:
        later = and_(TaskRow.due_at == after.due_at, TaskRow.reference > after.reference)
        statement = statement.where(TaskRow.due_at >= after.due_at, or_(TaskRow.due_at > after.due_at, later))
    rows = look.connection.execute(statement.limit(size + 1), sight(look.agent)).all()
    found = tuple(map(_item, rows[:size]))
    last = found[-1].task if len(rows) > size else None
    return WorkPage(found, WorkMark(last.due_at, last.reference) if last is not None else None)


def one(look: Look | Work, task_id: UUID) -> WorkItem | None:
    """The item, closed ones too, or None when there is none to see."""
    row = look.connection.execute(_ONE, {"task": task_id, **sight(look.agent)}).first()
    return _item(row) if row is not None else None


def most_urgent(unit: Look | Work, queue_codes: Collection[str]) -> UUID | None:
    """What waits in these queues, is nobody's, and whose next try has come; locked for who writes.

    On PostgreSQL what other desks are taking at this moment is passed over; a file has one writer at a time.
    """
    statement = (
        select(TaskRow.id)
        .outerjoin(ContactRow, ContactRow.id == TaskRow.contact_id)
        .where(
            _WAITS,
            TaskRow.queue_code.in_(sorted(queue_codes)),
            or_(TaskRow.next_try_at.is_(None), TaskRow.next_try_at <= unit.now),
            _seen,
        )
        .order_by(TaskRow.due_at, TaskRow.reference)
        .limit(1)
    )
    if isinstance(unit, Work):
        statement = statement.with_for_update(of=TaskRow, skip_locked=True)
    found: UUID | None = unit.connection.scalar(statement, sight(unit.agent))
    return found


def _item(row: Any) -> WorkItem:
    state = WorkState(row.state)
    task = TaskSummary(
        row.id,
        row.reference,
        TaskKind(row.kind),
        TaskState(row.state),
        title_of(row.explanation, row.reference),
        row.owner or "",
        row.due_at,
        "",
        row.party_id,
    )
    return WorkItem(
        task,
        WorkState.TAKEN if row.taken_by is not None else state,
        row.queue_code,
        row.created_at,
        row.taken_by,
        row.taker or "",
        row.taken_at,
        row.attempts,
        row.next_try_at,
        row.rappels,
    )
