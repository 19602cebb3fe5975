"""What a desk must know of things that its agent may not see: through functions of the database in the team edition.

A file is opened by one account, whose agent the services check; there the tables answer.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, insert, select, text, update

from kcc_desktop.data.arrivals import ArrivalRow
from kcc_desktop.data.columns import Id
from kcc_desktop.data.contacts import ContactRow, ConversationRow, TimelineEntryRow
from kcc_desktop.data.street_reports import StreetReporterRow
from kcc_desktop.data.visits import VisitEventRow, VisitRow
from kcc_desktop.data.work import ColleagueRow, TaskRow, TaskTextRow
from kcc_desktop.domain.timeline import EntryKind
from kcc_desktop.domain.visits import VisitState


class Promised(NamedTuple):
    id: UUID
    reference: str
    kind: str
    state: str
    due_at: datetime
    party_id: UUID | None
    owner: str | None
    explanation: str | None
    phone: str | None


_IS_CONTACT = select(select(ContactRow.id).where(ContactRow.id == bindparam("thing", type_=Id)).exists())
_IS_TASK = select(select(TaskRow.id).where(TaskRow.id == bindparam("thing", type_=Id)).exists())
_RECORDED = (
    select(ContactRow.id, ContactRow.party_id)
    .where(ContactRow.conversation_id == bindparam("conversation", type_=Id))
    .order_by(ContactRow.position)
)
_PROMISED = (
    select(
        TaskRow.id,
        TaskRow.reference,
        TaskRow.kind,
        TaskRow.state,
        TaskRow.due_at,
        TaskRow.party_id,
        ColleagueRow.name.label("owner"),
        TaskTextRow.explanation,
        TaskTextRow.phone,
    )
    .outerjoin(ColleagueRow, ColleagueRow.id == TaskRow.owner_colleague_id)
    .outerjoin(TaskTextRow, TaskTextRow.task_id == TaskRow.id)
    .where(TaskRow.contact_id.in_(bindparam("contacts", expanding=True)))
    .order_by(TaskRow.reference)
)
_STAYS = select(
    select(TimelineEntryRow.object_id)
    .join(ContactRow, ContactRow.id == TimelineEntryRow.object_id)
    .where(
        ContactRow.conversation_id == bindparam("conversation", type_=Id),
        TimelineEntryRow.party_id == bindparam("party", type_=Id),
    )
    .exists()
)
_STANDING = select(TimelineEntryRow.object_id).where(
    TimelineEntryRow.object_id.in_(bindparam("contacts", expanding=True)),
    TimelineEntryRow.kind == EntryKind.CONTACT.value,
    TimelineEntryRow.party_id.in_(bindparam("parties", expanding=True)),
)


class Reporter(NamedTuple):
    contact_id: UUID
    party_id: UUID
    confidentiality: str
    owner_cluster_id: UUID | None


class Arrived(NamedTuple):
    """`content_digest` of what arrived; the reference of what it left to be done."""

    content_digest: str
    reference: str
    matches: int


_ARRIVED = (
    select(ConversationRow.content_digest, TaskRow.reference, ArrivalRow.matches)
    .join(ContactRow, ContactRow.conversation_id == ConversationRow.id)
    .join(ArrivalRow, ArrivalRow.contact_id == ContactRow.id)
    .join(TaskRow, TaskRow.contact_id == ContactRow.id)
    .where(ConversationRow.id == bindparam("conversation", type_=Id))
)
_REPORTERS = (
    select(
        StreetReporterRow.contact_id,
        TimelineEntryRow.party_id,
        TimelineEntryRow.confidentiality,
        TimelineEntryRow.owner_cluster_id,
    )
    .join(TimelineEntryRow, TimelineEntryRow.object_id == StreetReporterRow.contact_id)
    .where(
        StreetReporterRow.report_id == bindparam("report", type_=Id),
        TimelineEntryRow.kind == EntryKind.CONTACT.value,
    )
)


def _is_team(connection: Connection) -> bool:
    return connection.dialect.name == "postgresql"


def is_contact(connection: Connection, contact_id: UUID) -> bool:
    """Whether there is such a contact, whoever may see it."""
    asked: Any = text("SELECT kcc_is_contact(:thing)") if _is_team(connection) else _IS_CONTACT
    return bool(connection.scalar(asked, {"thing": contact_id}))


def is_task(connection: Connection, task_id: UUID) -> bool:
    """Whether there is such a task, whoever may see it."""
    asked: Any = text("SELECT kcc_is_task(:thing)") if _is_team(connection) else _IS_TASK
    return bool(connection.scalar(asked, {"thing": task_id}))


def recorded(connection: Connection, conversation_id: UUID) -> list[Any]:
    """Id and party of each contact that this agent recorded in the conversation, or may see, in order."""
    if _is_team(connection):
        asked: Any = text("SELECT contact_id AS id, party_id FROM kcc_recorded(:conversation) ORDER BY position_in")
    else:
        asked = _RECORDED
    return list(connection.execute(asked, {"conversation": conversation_id}))


def promised(connection: Connection, contact_ids: Collection[UUID]) -> list[Promised]:
    """The tasks that this agent made in these contacts, or may see, in order of their references."""
    asked: Any = text("SELECT * FROM kcc_promised(:contacts) ORDER BY reference") if _is_team(connection) else _PROMISED
    return [Promised(*row) for row in connection.execute(asked, {"contacts": list(contact_ids)})]


def stays(connection: Connection, conversation_id: UUID, party_id: UUID) -> bool:
    """Whether any contact of the conversation stands on the party's timeline."""
    asked: Any = text("SELECT kcc_stays(:conversation, :party)") if _is_team(connection) else _STAYS
    return bool(connection.scalar(asked, {"conversation": conversation_id, "party": party_id}))


def standing_with(connection: Connection, contact_ids: Collection[UUID], party_ids: Collection[UUID]) -> set[UUID]:
    """Which of these contacts stand on a timeline of one of these parties."""
    asked: Any = text("SELECT contact_id FROM kcc_standing_with(:contacts, :parties)")
    given = {"contacts": list(contact_ids), "parties": list(party_ids)}
    return set(connection.scalars(asked if _is_team(connection) else _STANDING, given))


def reporters(connection: Connection, report_id: UUID) -> list[Reporter]:
    """Each contact in which a report about the street was reported, and on whose timeline it stands now."""
    asked: Any = text("SELECT * FROM kcc_reporters(:report)") if _is_team(connection) else _REPORTERS
    return [Reporter(*row) for row in connection.execute(asked, {"report": report_id})]


def arrived(connection: Connection, conversation_id: UUID) -> Arrived | None:
    """What arrived as this conversation before, whoever received it; None when nothing did."""
    asked: Any = text("SELECT * FROM kcc_arrived(:conversation)") if _is_team(connection) else _ARRIVED
    row = connection.execute(asked, {"conversation": conversation_id}).first()
    return Arrived(*row) if row is not None else None


def hold_contact(connection: Connection, contact_id: UUID) -> None:
    """Until the end of the transaction nobody else changes this contact; a file has one writer anyway.

    Not the row's own lock: that is only for who may change the row, which is written once.
    """
    if _is_team(connection):
        connection.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"contact {contact_id}", 0))))


def hold_imports(connection: Connection) -> None:
    """The same for everything that an import compares with before it writes: one import at a time.

    What somebody at a desk wrote down may stand there twice and is told of, so that no unique key can say it.
    """
    if _is_team(connection):
        connection.execute(select(func.pg_advisory_xact_lock(func.hashtextextended("import", 0))))


def let_go_of_hold(connection: Connection, visit_id: UUID, now: datetime, actor_id: UUID) -> bool:
    """A visit's hold that ran out is released, whoever held it; False when it was kept or let go meanwhile."""
    if connection.dialect.name == "postgresql":
        return bool(connection.scalar(select(func.kcc_let_go_of_hold(visit_id))))
    held, released = VisitState.HELD.value, VisitState.RELEASED.value
    found = connection.execute(
        update(VisitRow)
        .where(VisitRow.id == visit_id, VisitRow.state == held, VisitRow.expires_at <= now)
        .values(state=released, expires_at=None)
    )
    if found.rowcount == 1:
        event = {"from_state": held, "to_state": released, "reason": "ran out", "at": now, "actor_id": actor_id}
        connection.execute(insert(VisitEventRow).values(visit_id=visit_id, **event))
    return found.rowcount == 1
