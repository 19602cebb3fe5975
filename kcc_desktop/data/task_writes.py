"""Writes the tasks and callbacks that a contact leaves behind."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import insert, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from kcc_desktop.data.contacts import ProductRow
from kcc_desktop.data.database import Work
from kcc_desktop.data.parties import PartyRow
from kcc_desktop.data.timeline_writes import put_on_timeline
from kcc_desktop.data.work import QueueRow, TaskCaseRow, TaskNumberRow, TaskRow, TaskTextRow
from kcc_desktop.domain.contacts import Confidentiality, ContactDraft, TaskWish
from kcc_desktop.domain.local_time import local_day
from kcc_desktop.domain.recording import dialable
from kcc_desktop.domain.timeline import EntryKind
from kcc_desktop.domain.work import GENERAL_QUEUE, EnterWork, TaskKind, TaskState


def queue_of(unit: Work, wanted: str) -> str:
    """The queue that was asked for; the general one where a municipality has none of that name."""
    if not wanted:
        return GENERAL_QUEUE
    known = unit.connection.scalar(select(QueueRow.code).where(QueueRow.code == wanted))
    return known or GENERAL_QUEUE


def make_task(
    unit: Work, contact: ContactDraft, wish: TaskWish, secrecy: Confidentiality, came_at: datetime | None = None
) -> None:
    """As confidential as its contact, and its contact's cluster's own."""
    put_task(
        unit,
        wish,
        contact_id=contact.id,
        party_id=contact.party_id,
        product_id=wish.product_id or contact.product_id,
        secrecy=secrecy,
        owner_cluster_id=unit.agent.cluster_id,
        queue_code=queue_of(unit, wish.queue_code),
        came_at=came_at,
    )


def put_task(
    unit: Work,
    wish: TaskWish,
    *,
    contact_id: UUID | None,
    party_id: UUID | None,
    product_id: UUID | None,
    secrecy: Confidentiality,
    owner_cluster_id: UUID | None,
    queue_code: str = GENERAL_QUEUE,
    channel_code: str | None = None,
    came_at: datetime | None = None,
) -> str:
    """A task that a contact gives rise to, also a colleague's, or that came by `channel_code` without one; the
    reference by which it is known. `came_at`: when it came in, now when nothing is said.
    """
    came_at = came_at or unit.now
    reference = _next_reference(unit)
    unit.connection.execute(
        insert(TaskRow).values(
            id=wish.id,
            reference=reference,
            kind=wish.kind,
            state=TaskState.OPEN,
            contact_id=contact_id,
            party_id=party_id,
            owner_colleague_id=wish.owner_colleague_id,
            product_id=product_id,
            due_at=wish.due_at,
            created_at=came_at,
            created_by=unit.agent.id,
            queue_code=queue_code,
            channel_code=channel_code,
        )
    )
    unit.connection.execute(insert(TaskTextRow).values(task_id=wish.id, phone=wish.phone, explanation=wish.explanation))
    if wish.case_ids:
        unit.connection.execute(
            insert(TaskCaseRow), [{"task_id": wish.id, "case_id": case_id} for case_id in set(wish.case_ids)]
        )
    if party_id is not None:
        put_on_timeline(
            unit, party_id, EntryKind.TASK, wish.id, came_at, owner_cluster_id=owner_cluster_id, secrecy=secrecy
        )
    return reference


def put_entered(unit: Work, command: EnterWork, due_at: datetime, came_at: datetime | None = None) -> None:
    """Work that came from no talk at the desk: a callback where there is a number to call."""
    kind = TaskKind.CALLBACK if command.phone.strip() else TaskKind.TASK
    put_task(
        unit,
        TaskWish(command.id, kind, None, command.text, dialable(command.phone), due_at),
        contact_id=None,
        party_id=command.party_id,
        product_id=command.product_id,
        secrecy=Confidentiality.OPEN,
        owner_cluster_id=None,
        queue_code=command.queue_code,
        channel_code=command.channel_code,
        came_at=came_at,
    )


def are_there(unit: Work, party_id: UUID | None, product_id: UUID | None) -> bool:
    """Whether both are known; None always is."""
    party = party_id is None or unit.connection.scalar(select(PartyRow.id).where(PartyRow.id == party_id)) is not None
    wanted = select(ProductRow.id).where(ProductRow.id == product_id)
    return party and (product_id is None or unit.connection.scalar(wanted) is not None)


def _next_reference(unit: Work) -> str:
    """A number that can be read out; the row's lock makes two desktops wait for each other, briefly."""
    year = local_day(unit.now).year
    upsert = sqlite_insert if unit.connection.dialect.name == "sqlite" else postgresql_insert
    unit.connection.execute(upsert(TaskNumberRow).values(year=year, last=0).on_conflict_do_nothing())
    number = unit.connection.scalar(
        update(TaskNumberRow)
        .where(TaskNumberRow.year == year)
        .values(last=TaskNumberRow.last + 1)
        .returning(TaskNumberRow.last)
    )
    return f"T{year}-{number:06d}"
