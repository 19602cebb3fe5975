"""Reads tasks and callbacks as values: a task is as confidential as the contact it came from."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, select

from kcc_desktop.data import doors
from kcc_desktop.data.agents import AgentRow
from kcc_desktop.data.cases import CaseRow
from kcc_desktop.data.contact_reads import may_see, not_only_of, sight, visible_to, wrong_parties
from kcc_desktop.data.contacts import ContactCorrectionRow, ContactRow, ProductRow, TimelineEntryRow
from kcc_desktop.data.covering import is_covered
from kcc_desktop.data.database import Look, Work
from kcc_desktop.data.work import ColleagueRow, TaskCaseRow, TaskRow, TaskTextRow, WorkEventRow, WorkEventTextRow
from kcc_desktop.domain.contacts import Confidentiality
from kcc_desktop.domain.work import TaskDetail, TaskKind, TaskState, TaskSummary, WorkOutcome

_SUMMARY = (
    select(
        TaskRow.id,
        TaskRow.reference,
        TaskRow.kind,
        TaskRow.state,
        TaskRow.due_at,
        TaskRow.party_id,
        TaskRow.product_id,
        TaskRow.rappels,
        ColleagueRow.name.label("owner"),
        TaskTextRow.explanation,
        TaskTextRow.phone,
    )
    .outerjoin(ColleagueRow, ColleagueRow.id == TaskRow.owner_colleague_id)
    .outerjoin(TaskTextRow, TaskTextRow.task_id == TaskRow.id)
)
# By the task's id alone: with the party too, SQLite walks the party's whole timeline to find three tasks.
_on_timeline = TimelineEntryRow.object_id == TaskRow.id
_seen = visible_to(TimelineEntryRow.confidentiality, TimelineEntryRow.owner_cluster_id)
_OPEN = (
    _SUMMARY.join(TimelineEntryRow, _on_timeline)
    .where(TaskRow.party_id == bindparam("party"), TaskRow.state == TaskState.OPEN.value, _seen)
    .order_by(TaskRow.due_at, TaskRow.reference)
)
_HOW_MANY = (
    select(TaskRow.party_id, func.count())
    .join(TimelineEntryRow, _on_timeline)
    .where(TaskRow.party_id.in_(bindparam("parties", expanding=True)), TaskRow.state == TaskState.OPEN.value, _seen)
    .group_by(TaskRow.party_id)
)

_TOLD = (
    select(WorkEventTextRow.text)
    .join(WorkEventRow, WorkEventRow.id == WorkEventTextRow.event_id)
    .where(
        WorkEventTextRow.task_id == bindparam("task"),
        WorkEventRow.move.in_(sorted({outcome.move.value for outcome in WorkOutcome})),
    )
)


def open_of(look: Look, party_id: UUID, *, covered: bool) -> tuple[TaskSummary, ...]:
    """The open promises to this party that the agent may see, the nearest due moment first.

    `covered`: without the number to call, which is a contact detail like any other.
    """
    found = map(_summary, look.connection.execute(_OPEN, {"party": party_id, **sight(look.agent)}))
    return tuple(replace(promise, phone="") if covered else promise for promise in found)


def how_many_open(look: Look, party_ids: Collection[UUID]) -> dict[UUID, int]:
    """How many open promises the agent may see, of those parties that have any."""
    rows = look.connection.execute(_HOW_MANY, {"parties": list(party_ids), **sight(look.agent)})
    return {party_id: count for party_id, count in rows if party_id is not None}


def promised(connection: Connection, contact_ids: Collection[UUID]) -> tuple[TaskSummary, ...]:
    """What was promised in these contacts, in order of the references: for who has just recorded them."""
    return tuple(map(_summary, doors.promised(connection, contact_ids))) if contact_ids else ()


def detail(look: Look, task_id: UUID) -> TaskDetail | None:
    """The task, or None when there is none to see; without the number to call where contact details are covered."""
    connection = look.connection
    row = connection.execute(
        _SUMMARY.add_columns(
            TaskRow.contact_id,
            TaskRow.created_at,
            TaskRow.closed_at,
            AgentRow.name.label("created_by"),
            ProductRow.name.label("product"),
            ContactRow.owner_cluster_id,
            func.coalesce(newest_secrecy(), ContactRow.confidentiality, Confidentiality.OPEN.value).label("secrecy"),
        )
        .join(AgentRow, AgentRow.id == TaskRow.created_by)
        .outerjoin(ProductRow, ProductRow.id == TaskRow.product_id)
        .outerjoin(ContactRow, ContactRow.id == TaskRow.contact_id)
        .where(TaskRow.id == task_id)
    ).first()
    if row is None or not may_see(look.agent, row.secrecy, row.owner_cluster_id):
        return None
    wrong = wrong_parties(connection, [row.contact_id]) - {row.party_id} if row.contact_id is not None else frozenset()
    references = connection.scalars(
        select(CaseRow.reference)
        .join(TaskCaseRow, TaskCaseRow.case_id == CaseRow.id)
        .where(TaskCaseRow.task_id == task_id, not_only_of(wrong, row.party_id))
        .order_by(CaseRow.reference)
    )
    summary = _summary(row)
    if row.party_id is not None and is_covered(connection, row.party_id):
        summary = replace(summary, phone="")
    return TaskDetail(
        summary,
        row.explanation or "",
        row.contact_id,
        row.created_at,
        row.created_by,
        row.closed_at,
        row.product or "",
        tuple(references),
        connection.scalar(_TOLD, {"task": task_id}) or "",
    )


def product_of(look: Look, task_id: UUID) -> UUID | None:
    """What a task is about; None also when there is none to see."""
    return look.connection.scalar(select(TaskRow.product_id).where(TaskRow.id == task_id))


def secrecy_of(unit: Look | Work, task_id: UUID) -> Confidentiality:
    """How confidential what is written about the task is: as its contact."""
    secrecy = func.coalesce(newest_secrecy(), ContactRow.confidentiality, Confidentiality.OPEN.value)
    found = unit.connection.execute(
        select(secrecy)
        .select_from(TaskRow)
        .outerjoin(ContactRow, ContactRow.id == TaskRow.contact_id)
        .where(TaskRow.id == task_id)
    )
    return Confidentiality(found.scalar_one())


def by_reference(look: Look, reference: str) -> TaskSummary | None:
    """The task with this reference, as typed or in capitals; None also when it is not the agent's to see.

    Without the number to call: finding leaves no line in the audit, and contact details are not read without one.
    """
    wanted = (reference, reference.upper())
    task_id = look.connection.scalar(select(TaskRow.id).where(TaskRow.reference.in_(wanted)))
    found = detail(look, task_id) if task_id is not None else None
    return replace(found.summary, phone="") if found is not None else None


def newest_secrecy() -> Any:
    """How confidential a task's contact is after its corrections; NULL when it has none. Within a query of tasks."""
    return (
        select(ContactCorrectionRow.confidentiality)
        .where(ContactCorrectionRow.contact_id == TaskRow.contact_id)
        .order_by(ContactCorrectionRow.version.desc())
        .limit(1)
        .scalar_subquery()
    )


def title_of(explanation: str | None, reference: str) -> str:
    """A task's line in a list: the first line of its explanation, else its number."""
    return (explanation or "").partition("\n")[0][:200] or reference


def _summary(row: Any) -> TaskSummary:
    return TaskSummary(
        row.id,
        row.reference,
        TaskKind(row.kind),
        TaskState(row.state),
        title_of(row.explanation, row.reference),
        row.owner or "",
        row.due_at,
        row.phone or "",
        row.party_id,
        getattr(row, "product_id", None),  # the door for who has just recorded tells neither
        getattr(row, "rappels", 0),
    )
