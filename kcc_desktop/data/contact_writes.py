"""Writes a finished conversation: its contacts, texts, tasks and timeline entries."""

import dataclasses
import hashlib
import json
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, insert, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from kcc_desktop.data.cases import ContactCaseRow
from kcc_desktop.data.contacts import (
    AnonymousCountRow,
    ContactRow,
    ContactTextRow,
    ConversationRow,
    HandoverRow,
    LookedUpRow,
    ParticipantRow,
)
from kcc_desktop.data.database import Work
from kcc_desktop.data.parties import PartyActivityRow
from kcc_desktop.data.timeline_writes import put_on_timeline
from kcc_desktop.data.work import TaskNumberRow, TaskRow, TaskTextRow
from kcc_desktop.domain.contacts import (
    Confidentiality,
    ContactDraft,
    ConversationRecorded,
    MunicipalRole,
    RecordConversation,
    TaskWish,
)
from kcc_desktop.domain.timeline import EntryKind
from kcc_desktop.domain.work import TaskState


def digest(command: RecordConversation) -> str:
    """A hash of all that the command says, so that the same id with other content shows as the bug it is."""
    body = json.dumps(dataclasses.asdict(command), default=str, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(body.encode("ascii")).hexdigest()


def confidentiality(contact: ContactDraft) -> Confidentiality:
    if contact.municipal_role is MunicipalRole.ENFORCEMENT:
        return Confidentiality.ENFORCEMENT
    return Confidentiality.CONFIDENTIAL if contact.is_confidential else Confidentiality.OPEN


def recorded_before(connection: Connection, command: RecordConversation) -> ConversationRecorded | None:
    """What an earlier submit of the same command recorded. Same id with other content raises ValueError."""
    row = connection.execute(
        select(ConversationRow.recorded_at, ConversationRow.content_digest).where(ConversationRow.id == command.id)
    ).first()
    if row is None:
        return None
    if row.content_digest != digest(command):
        raise ValueError("the same conversation id was submitted with other content")
    contacts = connection.execute(
        select(ContactRow.id, ContactRow.party_id)
        .where(ContactRow.conversation_id == command.id)
        .order_by(ContactRow.position)
    ).all()
    references = connection.scalars(
        select(TaskRow.reference).where(TaskRow.contact_id.in_([c.id for c in contacts])).order_by(TaskRow.reference)
    )
    return ConversationRecorded(
        command.id,
        row.recorded_at,
        tuple(contact.id for contact in contacts),
        tuple(references),
        frozenset(contact.party_id for contact in contacts if contact.party_id is not None),
    )


def record(unit: Work, command: RecordConversation) -> ConversationRecorded:
    connection = unit.connection
    connection.execute(insert(ConversationRow).values(**_conversation(unit, command)))
    if command.participants:
        connection.execute(
            insert(ParticipantRow),
            [
                {"conversation_id": command.id, "position": n, "role": p.role, "party_id": p.party_id, "name": p.name}
                for n, p in enumerate(command.participants)
            ],
        )
    references: list[str] = []
    for position, contact in enumerate(command.contacts):
        if command.count_only and contact.party_id is None and not contact.tasks:
            _count(unit, command, contact)
            continue
        _record_contact(unit, command, contact, position)
        references.extend(_make_task(unit, contact, wish) for wish in contact.tasks)
    kept = [c for c in command.contacts if not (command.count_only and c.party_id is None and not c.tasks)]
    return ConversationRecorded(
        command.id,
        unit.now,
        tuple(contact.id for contact in kept),
        tuple(references),
        frozenset(contact.party_id for contact in kept if contact.party_id is not None),
    )


def _conversation(unit: Work, command: RecordConversation) -> dict[str, Any]:
    return {
        "id": command.id,
        "channel_code": command.channel_code,
        "direction": command.direction,
        "started_at": command.started_at,
        "ended_at": command.ended_at,
        "recorded_at": unit.now,
        "recorded_by": unit.agent.id,
        "capacity": command.capacity,
        "identity": command.identity,
        "identity_how": command.identity_how,
        "language": command.language,
        "caller_number": command.caller_number,
        "external_id": command.external_id,
        "wait_seconds": command.wait_seconds,
        "hold_seconds": command.hold_seconds,
        "content_digest": digest(command),
    }


def _count(unit: Work, command: RecordConversation, contact: ContactDraft) -> None:
    unit.connection.execute(
        insert(AnonymousCountRow).values(
            id=contact.id,
            at=unit.now,
            agent_id=unit.agent.id,
            channel_code=command.channel_code,
            product_id=contact.product_id,
        )
    )


def _record_contact(unit: Work, command: RecordConversation, contact: ContactDraft, position: int) -> None:
    connection, place, secrecy = unit.connection, contact.place, confidentiality(contact)
    connection.execute(
        insert(ContactRow).values(
            id=contact.id,
            conversation_id=command.id,
            position=position,
            party_id=contact.party_id,
            occurred_at=command.started_at,
            recorded_at=unit.now,
            recorded_by=unit.agent.id,
            owner_cluster_id=unit.agent.cluster_id,
            kind=contact.kind,
            outcome_code=contact.outcome_code,
            authority=contact.authority.strip(),
            product_id=contact.product_id,
            municipal_role=contact.municipal_role,
            confidentiality=secrecy,
            place=place.text if place else "",
            latitude=place.latitude if place else None,
            longitude=place.longitude if place else None,
        )
    )
    connection.execute(
        insert(ContactTextRow).values(contact_id=contact.id, version=1, summary=contact.summary, note=contact.note)
    )
    if contact.looked_up:
        seen = {(found.kind, found.id) for found in contact.looked_up}
        connection.execute(
            insert(LookedUpRow), [{"contact_id": contact.id, "kind": kind, "object_id": id_} for kind, id_ in seen]
        )
    if contact.case_ids:
        connection.execute(
            insert(ContactCaseRow), [{"contact_id": contact.id, "case_id": id_} for id_ in set(contact.case_ids)]
        )
    if contact.handovers:
        connection.execute(
            insert(HandoverRow), [{**dataclasses.asdict(wish), "contact_id": contact.id} for wish in contact.handovers]
        )
    if contact.party_id is not None:
        put_on_timeline(
            unit,
            contact.party_id,
            EntryKind.CONTACT,
            contact.id,
            command.started_at,
            owner_cluster_id=unit.agent.cluster_id,
            channel_code=command.channel_code,
            secrecy=secrecy,
        )
        _note_activity(unit, contact.party_id)


def _note_activity(unit: Work, party_id: UUID) -> None:
    upsert = sqlite_insert if unit.connection.dialect.name == "sqlite" else postgresql_insert
    unit.connection.execute(
        upsert(PartyActivityRow)
        .values(party_id=party_id, last_contact_at=unit.now)
        .on_conflict_do_update(index_elements=["party_id"], set_={"last_contact_at": unit.now})
    )


def _make_task(unit: Work, contact: ContactDraft, wish: TaskWish) -> str:
    reference = _next_reference(unit)
    unit.connection.execute(
        insert(TaskRow).values(
            id=wish.id,
            reference=reference,
            kind=wish.kind,
            state=TaskState.OPEN,
            contact_id=contact.id,
            party_id=contact.party_id,
            owner_colleague_id=wish.owner_colleague_id,
            product_id=wish.product_id or contact.product_id,
            due_at=wish.due_at,
            created_at=unit.now,
            created_by=unit.agent.id,
        )
    )
    unit.connection.execute(insert(TaskTextRow).values(task_id=wish.id, phone=wish.phone, explanation=wish.explanation))
    if contact.party_id is not None:
        put_on_timeline(
            unit,
            contact.party_id,
            EntryKind.TASK,
            wish.id,
            unit.now,
            owner_cluster_id=unit.agent.cluster_id,
            secrecy=confidentiality(contact),
        )
    return reference


def _next_reference(unit: Work) -> str:
    """A number that can be read out; the row's lock makes two desktops wait for each other, briefly."""
    year = unit.now.year
    upsert = sqlite_insert if unit.connection.dialect.name == "sqlite" else postgresql_insert
    unit.connection.execute(upsert(TaskNumberRow).values(year=year, last=0).on_conflict_do_nothing())
    number = unit.connection.scalar(
        update(TaskNumberRow)
        .where(TaskNumberRow.year == year)
        .values(last=TaskNumberRow.last + 1)
        .returning(TaskNumberRow.last)
    )
    return f"T{year}-{number:06d}"
