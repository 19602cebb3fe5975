"""Reads queues and what waits in them as values: what an agent may not see is not there, and not counted."""

from collections.abc import Collection
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import and_, bindparam, case, func, or_, select
from sqlalchemy.orm import aliased

from kcc_desktop.data.agents import AgentRow, ClusterRow, skills_of
from kcc_desktop.data.contact_reads import sight, visible_to
from kcc_desktop.data.contacts import ContactRow, ConversationRow, ProductRow
from kcc_desktop.data.database import Look, Work
from kcc_desktop.data.parties import PartyRow
from kcc_desktop.data.task_reads import newest_secrecy, title_of
from kcc_desktop.data.work import ColleagueRow, QueueRow, TaskRow, TaskTextRow
from kcc_desktop.domain.approaches import CallReason
from kcc_desktop.domain.contacts import Confidentiality
from kcc_desktop.domain.work import (
    GENERAL_QUEUE,
    ColleagueKind,
    NormUnit,
    OwnQueue,
    QueueNorm,
    TaskKind,
    TaskState,
    TaskSummary,
    WorkItem,
    WorkQueue,
    WorkState,
    norm_state,
)

_TAKER, _MEANT = aliased(AgentRow), aliased(AgentRow)
OPEN = TaskRow.state == TaskState.OPEN.value
# As confidential as the newest version of its contact; one that came from none is everybody's who reads contacts.
SEEN = visible_to(
    func.coalesce(newest_secrecy(), ContactRow.confidentiality, Confidentiality.OPEN.value), ContactRow.owner_cluster_id
)
ITEM = (
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
        TaskRow.product_id,
        TaskRow.meant_for,
        TaskRow.calling_at,
        TaskRow.reason,
        _TAKER.name.label("taker"),
        _MEANT.name.label("meant_for_name"),
        ColleagueRow.name.label("owner"),
        ColleagueRow.kind.label("owner_kind"),
        TaskTextRow.explanation,
        PartyRow.title.label("citizen"),
        ProductRow.name.label("product"),
        func.coalesce(TaskRow.channel_code, ConversationRow.channel_code).label("channel"),
    )
    .outerjoin(ContactRow, ContactRow.id == TaskRow.contact_id)
    .outerjoin(ConversationRow, ConversationRow.id == ContactRow.conversation_id)
    .outerjoin(PartyRow, PartyRow.id == TaskRow.party_id)
    .outerjoin(ProductRow, ProductRow.id == TaskRow.product_id)
    .outerjoin(_TAKER, _TAKER.id == TaskRow.taken_by)
    .outerjoin(_MEANT, _MEANT.id == TaskRow.meant_for)
    .outerjoin(ColleagueRow, ColleagueRow.id == TaskRow.owner_colleague_id)
    .outerjoin(TaskTextRow, TaskTextRow.task_id == TaskRow.id)
    .where(SEEN)
)
_ONE = ITEM.where(TaskRow.id == bindparam("task"))
_WAITS = and_(OPEN, TaskRow.taken_by.is_(None))


def how_many(rule: Any) -> Any:
    return func.coalesce(func.sum(case((rule, 1), else_=0)), 0)


_COUNTS = (
    select(
        TaskRow.queue_code,
        how_many(TaskRow.taken_by.is_(None)).label("waiting"),
        how_many(TaskRow.taken_by.is_not(None)).label("taken"),
        how_many(and_(TaskRow.taken_by.is_(None), TaskRow.due_at < bindparam("now", type_=TaskRow.due_at.type))).label(
            "over"
        ),
        func.min(case((TaskRow.taken_by.is_(None), TaskRow.created_at)), type_=TaskRow.created_at.type).label("oldest"),
        func.min(case((TaskRow.taken_by.is_(None), TaskRow.due_at)), type_=TaskRow.due_at.type).label("first_due"),
    )
    .outerjoin(ContactRow, ContactRow.id == TaskRow.contact_id)
    .where(OPEN, SEEN)
    .group_by(TaskRow.queue_code)
)
_QUEUES = (
    select(QueueRow.__table__, ClusterRow.name.label("cluster"))
    .outerjoin(ClusterRow, ClusterRow.id == QueueRow.cluster_id)
    .order_by(QueueRow.position, QueueRow.name, QueueRow.code)
)


def queues(look: Look) -> tuple[WorkQueue, ...]:
    """Every queue in its order, with what waits in it that the agent may see.

    One that went out of use stays as long as something is in it.
    """
    counts = {row.queue_code: row for row in look.connection.execute(_COUNTS, {"now": look.now, **sight(look.agent)})}
    found = []
    mine = skills_of(look.connection, look.agent.id)
    for row in look.connection.execute(_QUEUES):
        count = counts.get(row.code)
        if count is None and not row.is_in_use:
            continue
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


def own_queue(look: Look) -> OwnQueue | None:
    """The first one of this agent's cluster, else the general one; None where that went out of use too."""
    is_own = and_(QueueRow.cluster_id.is_not(None), QueueRow.cluster_id == look.agent.cluster_id)
    row = look.connection.execute(
        select(QueueRow.code, QueueRow.name, QueueRow.norm_value, QueueRow.norm_unit)
        .where(QueueRow.is_in_use, or_(is_own, QueueRow.code == GENERAL_QUEUE))
        .order_by(case((is_own, 0), else_=1), QueueRow.position, QueueRow.name)
        .limit(1)
    ).first()
    return OwnQueue(row.code, row.name, QueueNorm(row.norm_value, NormUnit(row.norm_unit))) if row else None


def fitting(unit: Look | Work, queue_codes: Collection[str]) -> frozenset[str]:
    """Those of these queues whose every skill the agent has; a code that is no queue's is none."""
    mine = skills_of(unit.connection, unit.agent.id)
    rows = unit.connection.execute(select(QueueRow.code, QueueRow.skills).where(QueueRow.code.in_(sorted(queue_codes))))
    return frozenset(row.code for row in rows if mine.issuperset(row.skills.split()))


def norm_of(unit: Work, queue_code: str) -> QueueNorm | None:
    """None when there is no such queue, or it went out of use."""
    row = unit.connection.execute(
        select(QueueRow.norm_value, QueueRow.norm_unit).where(QueueRow.code == queue_code, QueueRow.is_in_use)
    ).first()
    return QueueNorm(row.norm_value, NormUnit(row.norm_unit)) if row is not None else None


def one(look: Look | Work, task_id: UUID) -> WorkItem | None:
    """The item, closed ones too, or None when there is none to see."""
    row = look.connection.execute(_ONE, {"task": task_id, **sight(look.agent)}).first()
    return item_of(row) if row is not None else None


def fits(agent_id: UUID, now: datetime) -> Any:
    """What "next" may give this agent: of no partner organisation, its next try has come, and meant for nobody else.

    What is late is anybody's: whoever it was handed to may be ill. Within a query that has the owner's row.
    """
    return and_(
        or_(TaskRow.next_try_at.is_(None), TaskRow.next_try_at <= now),
        or_(TaskRow.meant_for.is_(None), TaskRow.meant_for == agent_id, TaskRow.due_at < now),
        func.coalesce(ColleagueRow.kind, "") != ColleagueKind.PARTNER.value,
    )


def most_urgent(
    unit: Look | Work, queue_codes: Collection[str], within: Any = None, order: Any = TaskRow.due_at
) -> UUID | None:
    """What waits in these queues (`within` a list, by its order), is nobody's, and may be given now; locked for who
    writes.

    On PostgreSQL what other desks are taking at this moment is passed over; a file has one writer at a time.
    """
    statement = (
        select(TaskRow.id)
        .outerjoin(ContactRow, ContactRow.id == TaskRow.contact_id)
        .outerjoin(ColleagueRow, ColleagueRow.id == TaskRow.owner_colleague_id)
        .where(
            _WAITS,
            TaskRow.queue_code.in_(sorted(queue_codes)),
            fits(unit.agent.id, unit.now),
            SEEN,
            *([within] if within is not None else []),
        )
        .order_by(order, TaskRow.reference)
        .limit(1)
    )
    if isinstance(unit, Work):
        statement = statement.with_for_update(of=TaskRow, skip_locked=True)
    found: UUID | None = unit.connection.scalar(statement, sight(unit.agent))
    return found


def item_of(row: Any) -> WorkItem:
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
        row.product_id,
        row.rappels,
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
        row.citizen or "",
        row.product or "",
        row.channel or "",
        row.meant_for,
        row.meant_for_name or "",
        row.owner_kind == ColleagueKind.PARTNER,
        row.calling_at,
        CallReason(row.reason) if row.reason else None,
    )
