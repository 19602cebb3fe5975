"""Writes a finished conversation: its contacts, texts, tasks and timeline entries."""

import dataclasses
import hashlib
import json
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, insert, select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from kcc_desktop.data import (
    appointment_follow,
    booking_elsewhere_follow,
    doors,
    products,
    search_index,
    street_report_reads,
    street_report_writes,
    task_reads,
    visit_follow,
)
from kcc_desktop.data.approaches import ContactApproachRow
from kcc_desktop.data.cases import ContactCaseRow
from kcc_desktop.data.contacts import (
    AnonymousCountRow,
    ContactRow,
    ContactTextRow,
    ConversationRow,
    HandoverRow,
    HandoverTextRow,
    LookedUpRow,
    ParticipantRow,
)
from kcc_desktop.data.database import Work
from kcc_desktop.data.parties import PartyActivityRow
from kcc_desktop.data.task_writes import make_task
from kcc_desktop.data.timeline_writes import put_on_timeline
from kcc_desktop.domain.contact_commands import ConversationRecorded, RecordConversation
from kcc_desktop.domain.contacts import (
    Capacity,
    Confidentiality,
    ContactDraft,
    ContactKind,
    Direction,
    HandoverWish,
    IdentityLevel,
    MunicipalRole,
)
from kcc_desktop.domain.timeline import EntryKind

SENT_OUTCOME = "sent"  # of a message that went out by itself


def digest(command: Any) -> str:
    """A hash of all that a command, or what arrived, says, so that the same id with other content shows.

    What says no more than its default is left out: a command from the outbox of an older program is still the same.
    """
    body = json.dumps(_said(command), default=str, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(body.encode("ascii")).hexdigest()


def _said(value: Any) -> Any:
    if dataclasses.is_dataclass(value):
        said = ((field, getattr(value, field.name)) for field in dataclasses.fields(value))
        return {field.name: _said(part) for field, part in said if part != field.default}
    if isinstance(value, datetime):
        return value.astimezone(UTC)  # the same moment, in whichever zone it was said
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    return [_said(part) for part in value] if isinstance(value, tuple) else value


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
    contacts = doors.recorded(connection, command.id)
    parties = (contact.party_id for contact in contacts)
    return _outcome(connection, command.id, row.recorded_at, [contact.id for contact in contacts], parties)


def record(
    unit: Work, command: RecordConversation, content_digest: str, came_at: datetime | None = None
) -> ConversationRecorded:
    """`command` as it is to be written; `content_digest` of what was submitted. `came_at`: when what it leaves to be
    done came in, now when nothing is said.
    """
    kept = [(n, contact) for n, contact in enumerate(command.contacts) if not is_only_counted(command, contact)]
    is_bare = command.count_only and not kept
    _record_conversation(unit, command, content_digest, is_bare=is_bare)
    for contact in command.contacts:
        if is_only_counted(command, contact):
            _count(unit, command, contact)
    for position, contact in kept:
        _record_contact(unit, command, contact, position)
    for _position, contact in kept:
        street_report_writes.report(unit, contact)  # before tasks, as whoever closes a report has it
    for _position, contact in kept:
        for wish in contact.tasks:
            make_task(unit, contact, wish, confidentiality(contact), came_at)
        appointment_follow.follow(unit, contact.id, contact.party_id, confidentiality(contact))
        visit_follow.follow(unit, contact.id, contact.party_id, confidentiality(contact))
        booking_elsewhere_follow.follow(unit, contact.id, contact.party_id, confidentiality(contact))
    # What other desktops wait for comes last and in one order for all.
    parties = {contact.party_id for _position, contact in kept if contact.party_id is not None}
    hidden = {contact.id for _position, contact in kept if confidentiality(contact) is not Confidentiality.OPEN}
    open_of = {contact.party_id for _position, contact in kept if contact.id not in hidden}
    for party_id in sorted(parties & open_of):
        _note_activity(unit, party_id)
    products.note_asked(unit, [c.product_id for c in command.contacts if c.product_id is not None])
    return _outcome(unit.connection, command.id, unit.now, [contact.id for _n, contact in kept], parties)


def record_message(
    unit: Work,
    message_id: UUID,
    party_id: UUID,
    *,
    channel_code: str,
    language: str,
    summary: str,
    secrecy: Confidentiality,
) -> None:
    """A message that went out by itself: a conversation nobody talked in, with one contact of the same id."""
    unit.connection.execute(
        insert(ConversationRow).values(
            id=message_id,
            channel_code=channel_code,
            direction=Direction.OUTBOUND.value,
            started_at=unit.now,
            ended_at=unit.now,
            recorded_at=unit.now,
            recorded_by=unit.agent.id,
            capacity=Capacity.RESIDENT.value,
            identity=IdentityLevel.NOT_ESTABLISHED.value,
            language=language,
            content_digest=hashlib.sha256(message_id.bytes).hexdigest(),
        )
    )
    unit.connection.execute(
        insert(ContactRow).values(
            id=message_id,
            conversation_id=message_id,
            position=0,
            party_id=party_id,
            occurred_at=unit.now,
            recorded_at=unit.now,
            recorded_by=unit.agent.id,
            owner_cluster_id=unit.agent.cluster_id,
            kind=ContactKind.SIGNAL.value,
            outcome_code=SENT_OUTCOME,
            municipal_role=MunicipalRole.SERVICE.value,
            confidentiality=secrecy.value,
        )
    )
    unit.connection.execute(insert(ContactTextRow).values(contact_id=message_id, version=1, summary=summary, note=""))
    put_on_timeline(
        unit,
        party_id,
        EntryKind.CONTACT,
        message_id,
        unit.now,
        owner_cluster_id=unit.agent.cluster_id,
        channel_code=channel_code,
        secrecy=secrecy,
    )
    unit.changed("contact", message_id)
    unit.changed("party", party_id)


def is_only_counted(command: RecordConversation, contact: ContactDraft) -> bool:
    """An anonymous question that nobody has to do anything for leaves a count and no contact."""
    place = contact.place
    is_to_be_mended = contact.joins_report is not None or (place is not None and place.latitude is not None)
    asks_something = bool(contact.tasks or contact.handovers) or is_to_be_mended
    return command.count_only and contact.party_id is None and not asks_something


def _outcome(
    connection: Connection,
    conversation_id: UUID,
    recorded_at: Any,
    contact_ids: list[UUID],
    party_ids: Iterable[UUID | None],
) -> ConversationRecorded:
    promises = task_reads.promised(connection, contact_ids)
    return ConversationRecorded(
        conversation_id,
        recorded_at,
        tuple(contact_ids),
        tuple(promise.reference for promise in promises),
        frozenset(party_id for party_id in party_ids if party_id is not None),
        promises,
        street_report_reads.references(connection, contact_ids),
    )


def _record_conversation(unit: Work, command: RecordConversation, content_digest: str, *, is_bare: bool) -> None:
    """A conversation that was only counted says nothing about who it was with."""
    unit.connection.execute(
        insert(ConversationRow).values(
            id=command.id,
            channel_code=command.channel_code,
            direction=command.direction,
            started_at=command.started_at,
            ended_at=command.ended_at,
            recorded_at=unit.now,
            recorded_by=unit.agent.id,
            capacity=command.capacity,
            identity=command.identity,
            identity_how="" if is_bare else command.identity_how,
            language=command.language,
            caller_number="" if is_bare else command.caller_number,
            external_id=command.external_id,
            wait_seconds=command.wait_seconds,
            hold_seconds=command.hold_seconds,
            content_digest=content_digest,
        )
    )
    if command.participants and not is_bare:
        unit.connection.execute(
            insert(ParticipantRow),
            [
                {"conversation_id": command.id, "position": n, "role": p.role, "party_id": p.party_id, "name": p.name}
                for n, p in enumerate(command.participants)
            ],
        )


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
            authority=contact.authority,
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
    _record_handovers(connection, contact)
    _record_handling(connection, contact)
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


def _record_handling(connection: Connection, contact: ContactDraft) -> None:
    chosen = contact.handling
    if chosen.says_something:
        connection.execute(
            insert(ContactApproachRow).values(
                contact_id=contact.id,
                approach=chosen.approach or "",
                proposed=chosen.proposed or "",
                reason=chosen.reason or "",
                digital=chosen.digital or "",
            )
        )


def _record_handovers(connection: Connection, contact: ContactDraft) -> None:
    if not contact.handovers:
        return
    connection.execute(insert(HandoverRow), [_handover(contact, wish) for wish in contact.handovers])
    notes = [{"handover_id": wish.id, "note": wish.note} for wish in contact.handovers if wish.note]
    if notes:
        connection.execute(insert(HandoverTextRow), notes)


def _handover(contact: ContactDraft, wish: HandoverWish) -> dict[str, Any]:
    return {
        "id": wish.id,
        "contact_id": contact.id,
        "kind": wish.kind,
        "state": wish.state,
        "colleague_id": wish.colleague_id,
    }


def _note_activity(unit: Work, party_id: UUID) -> None:
    """Of open contacts only: a last contact that nobody may see would tell that there was one."""
    upsert = sqlite_insert if unit.connection.dialect.name == "sqlite" else postgresql_insert
    unit.connection.execute(
        upsert(PartyActivityRow)
        .values(party_id=party_id, last_contact_at=unit.now)
        .on_conflict_do_update(index_elements=["party_id"], set_={"last_contact_at": unit.now})
    )
    search_index.note_contact(unit.connection, party_id, unit.now)
