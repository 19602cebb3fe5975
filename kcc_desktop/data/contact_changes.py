"""Corrections and moves of recorded contacts: rows of their own, the contact itself stays."""

from uuid import UUID

from sqlalchemy import func, insert, or_, select, update

from kcc_desktop.data.contact_reads import standing_on
from kcc_desktop.data.contacts import (
    ContactCorrectionRow,
    ContactMoveRow,
    ContactRow,
    ContactTextRow,
    ConversationRow,
    TimelineEntryRow,
)
from kcc_desktop.data.database import Work
from kcc_desktop.data.timeline_writes import put_on_timeline, take_off_timelines
from kcc_desktop.data.work import TaskRow
from kcc_desktop.domain.contacts import Confidentiality, CorrectContact, MoveContact, MunicipalRole
from kcc_desktop.domain.timeline import EntryKind


def newest_version(unit: Work, contact_id: UUID) -> int:
    """The contact's newest version; its row is locked first, so that two corrections come one after the other."""
    unit.connection.execute(select(ContactRow.id).where(ContactRow.id == contact_id).with_for_update())
    corrected = unit.connection.scalar(
        select(func.max(ContactCorrectionRow.version)).where(ContactCorrectionRow.contact_id == contact_id)
    )
    return corrected or 1


def correct(unit: Work, command: CorrectContact) -> int:
    """Add the version after `based_on`; answers its number."""
    version = command.based_on + 1
    role = unit.connection.scalar(select(ContactRow.municipal_role).where(ContactRow.id == command.contact_id))
    secrecy = Confidentiality.CONFIDENTIAL if command.is_confidential else Confidentiality.OPEN
    if role == MunicipalRole.ENFORCEMENT:
        secrecy = Confidentiality.ENFORCEMENT
    unit.connection.execute(
        insert(ContactCorrectionRow).values(
            contact_id=command.contact_id,
            version=version,
            made_at=unit.now,
            made_by=unit.agent.id,
            reason=command.reason.strip(),
            kind=command.kind,
            outcome_code=command.outcome_code,
            authority=command.authority.strip(),
            product_id=command.product_id,
            confidentiality=secrecy,
        )
    )
    unit.connection.execute(
        insert(ContactTextRow).values(
            contact_id=command.contact_id, version=version, summary=command.summary, note=command.note
        )
    )
    unit.connection.execute(
        update(TimelineEntryRow)
        .where(
            or_(
                TimelineEntryRow.object_id == command.contact_id,
                TimelineEntryRow.object_id.in_(select(TaskRow.id).where(TaskRow.contact_id == command.contact_id)),
            )
        )
        .values(confidentiality=secrecy.value)
    )
    return version


def move(unit: Work, command: MoveContact) -> UUID | None:
    """Take the contact and its tasks off one timeline and put them on another; answers whose it was.

    The contact's row is locked first: two moves come one after the other and both stay readable.
    """
    connection = unit.connection
    row = connection.execute(
        select(
            ContactRow.party_id, ContactRow.owner_cluster_id, ConversationRow.channel_code, ConversationRow.started_at
        )
        .join(ConversationRow, ConversationRow.id == ContactRow.conversation_id)
        .where(ContactRow.id == command.contact_id)
        .with_for_update(of=ContactRow)
    ).one()
    was = standing_on(connection, command.contact_id, row.party_id)
    number = connection.scalar(
        select(func.count()).select_from(ContactMoveRow).where(ContactMoveRow.contact_id == command.contact_id)
    )
    connection.execute(
        insert(ContactMoveRow).values(
            id=command.id,
            contact_id=command.contact_id,
            number=(number or 0) + 1,
            from_party_id=was,
            into_party_id=command.into_party_id,
            reason=command.reason.strip(),
            at=unit.now,
            by=unit.agent.id,
        )
    )
    secrecy = connection.scalar(
        select(TimelineEntryRow.confidentiality).where(TimelineEntryRow.object_id == command.contact_id)
    )
    tasks = connection.execute(
        update(TaskRow)
        .where(TaskRow.contact_id == command.contact_id)
        .values(party_id=command.into_party_id)
        .returning(TaskRow.id, TaskRow.created_at)
    ).all()
    things = [command.contact_id, *(task.id for task in tasks)]
    take_off_timelines(unit, things)
    if command.into_party_id is not None:
        secret = Confidentiality(secrecy or _recorded_secrecy(unit, command.contact_id))
        put_on_timeline(
            unit,
            command.into_party_id,
            EntryKind.CONTACT,
            command.contact_id,
            row.started_at,
            owner_cluster_id=row.owner_cluster_id,
            channel_code=row.channel_code,
            secrecy=secret,
        )
        for task in tasks:
            put_on_timeline(
                unit,
                command.into_party_id,
                EntryKind.TASK,
                task.id,
                task.created_at,
                owner_cluster_id=row.owner_cluster_id,
                secrecy=secret,
            )
    return was


def _recorded_secrecy(unit: Work, contact_id: UUID) -> str:
    """For a contact that stood on nobody's timeline: what its newest version says."""
    corrected = unit.connection.scalar(
        select(ContactCorrectionRow.confidentiality)
        .where(ContactCorrectionRow.contact_id == contact_id)
        .order_by(ContactCorrectionRow.version.desc())
        .limit(1)
    )
    first = unit.connection.scalar(select(ContactRow.confidentiality).where(ContactRow.id == contact_id))
    return str(corrected or first)


def moved_before(unit: Work, move_id: UUID) -> bool:
    return unit.connection.scalar(select(ContactMoveRow.id).where(ContactMoveRow.id == move_id)) is not None
