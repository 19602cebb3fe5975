"""Corrections and moves of recorded contacts: rows of their own, the contact itself stays."""

from typing import Any
from uuid import UUID

from sqlalchemy import and_, delete, func, insert, literal, select, update

from kcc_desktop.data import (
    appointment_follow,
    booking_elsewhere_follow,
    disclosures,
    doors,
    products,
    search_index,
    visit_follow,
)
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
from kcc_desktop.data.parties import PartyActivityRow
from kcc_desktop.data.timeline_writes import put_on_timeline, take_off_timelines
from kcc_desktop.data.work import TaskRow
from kcc_desktop.domain.contact_commands import CorrectContact, MoveContact
from kcc_desktop.domain.contacts import Confidentiality, MunicipalRole
from kcc_desktop.domain.timeline import EntryKind


def newest_version(unit: Work, contact_id: UUID) -> int:
    """The contact's newest version; it is held first, so that two corrections come one after the other."""
    doors.hold_contact(unit.connection, contact_id)
    corrected = unit.connection.scalar(
        select(func.max(ContactCorrectionRow.version)).where(ContactCorrectionRow.contact_id == contact_id)
    )
    return corrected or 1


def correct(unit: Work, command: CorrectContact, party_id: UUID | None) -> int:
    """Add the version after `based_on`; answers its number. `party_id`: on whose timeline the contact stands.

    How confidential the contact and its tasks are on a timeline follows in the database.
    """
    version = command.based_on + 1
    before = _newest(unit, command.contact_id)
    secrecy = Confidentiality.CONFIDENTIAL if command.is_confidential else Confidentiality.OPEN
    if before.municipal_role == MunicipalRole.ENFORCEMENT:
        secrecy = Confidentiality.ENFORCEMENT
    unit.connection.execute(
        insert(ContactCorrectionRow).values(
            contact_id=command.contact_id,
            version=version,
            made_at=unit.now,
            made_by=unit.agent.id,
            reason=command.reason,
            kind=command.kind,
            outcome_code=command.outcome_code,
            authority=command.authority,
            product_id=command.product_id,
            confidentiality=secrecy,
        )
    )
    unit.connection.execute(
        insert(ContactTextRow).values(
            contact_id=command.contact_id, version=version, summary=command.summary, note=command.note
        )
    )
    if party_id is not None and secrecy != before.confidentiality:
        _note_last_contact(unit, party_id)
    if before.product_id != command.product_id:
        if before.product_id is not None:
            products.note_not_asked(unit, before.product_id)
        products.note_asked(unit, [command.product_id] if command.product_id is not None else [])
    return version


def corrected_before(unit: Work, command: CorrectContact) -> int | None:
    """The version that an earlier submit of the same command by the same agent made; None when there is none."""
    version = command.based_on + 1
    row = unit.connection.execute(
        select(ContactCorrectionRow.__table__, ContactTextRow.summary, ContactTextRow.note)
        .outerjoin(
            ContactTextRow,
            and_(
                ContactTextRow.contact_id == ContactCorrectionRow.contact_id,
                ContactTextRow.version == ContactCorrectionRow.version,
            ),
        )
        .where(ContactCorrectionRow.contact_id == command.contact_id, ContactCorrectionRow.version == version)
    ).first()
    if row is None or row.made_by != unit.agent.id:
        return None
    is_same = all(
        getattr(row, column) == getattr(command, column)
        for column in ("reason", "kind", "outcome_code", "authority", "product_id", "summary", "note")
    )
    is_confidential = row.confidentiality == Confidentiality.CONFIDENTIAL
    is_enforced = row.confidentiality == Confidentiality.ENFORCEMENT
    return version if is_same and (is_enforced or is_confidential == command.is_confidential) else None


def move(unit: Work, command: MoveContact) -> UUID | None:
    """Take the contact, its tasks, appointments, visits and what was refused to another timeline; answers whose it was.

    The contact is held first: two moves come one after the other and both stay readable.
    """
    connection = unit.connection
    doors.hold_contact(connection, command.contact_id)
    row = connection.execute(
        select(
            ContactRow.party_id,
            ContactRow.owner_cluster_id,
            ContactRow.conversation_id,
            ConversationRow.channel_code,
            ConversationRow.started_at,
        )
        .join(ConversationRow, ConversationRow.id == ContactRow.conversation_id)
        .where(ContactRow.id == command.contact_id)
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
            reason=command.reason,
            at=unit.now,
            by=unit.agent.id,
        )
    )
    secrecy = Confidentiality(_newest(unit, command.contact_id).confidentiality)
    tasks = connection.execute(
        update(TaskRow)
        .where(TaskRow.contact_id == command.contact_id)
        .values(party_id=command.into_party_id)
        .returning(TaskRow.id, TaskRow.created_at)
    ).all()
    things = [command.contact_id, *(task.id for task in tasks)]
    take_off_timelines(unit, things)
    if command.into_party_id is not None:
        put_on_timeline(
            unit,
            command.into_party_id,
            EntryKind.CONTACT,
            command.contact_id,
            row.started_at,
            owner_cluster_id=row.owner_cluster_id,
            channel_code=row.channel_code,
            secrecy=secrecy,
        )
        for task in tasks:
            put_on_timeline(
                unit,
                command.into_party_id,
                EntryKind.TASK,
                task.id,
                task.created_at,
                owner_cluster_id=row.owner_cluster_id,
                secrecy=secrecy,
            )
    appointment_follow.follow(unit, command.contact_id, command.into_party_id, secrecy)
    visit_follow.follow(unit, command.contact_id, command.into_party_id, secrecy)
    booking_elsewhere_follow.follow(unit, command.contact_id, command.into_party_id, secrecy)
    if was is not None:
        disclosures.move(unit, row.conversation_id, was, command.into_party_id)
    for party_id in sorted({party_id for party_id in (was, command.into_party_id) if party_id is not None}):
        _note_last_contact(unit, party_id)
    return was


def _newest(unit: Work, contact_id: UUID) -> Any:
    """What the newest version says, and in which role the municipality acted, which no version changes."""
    first = unit.connection.execute(
        select(ContactRow.product_id, ContactRow.confidentiality, ContactRow.municipal_role).where(
            ContactRow.id == contact_id
        )
    ).one()
    corrected = unit.connection.execute(
        select(
            ContactCorrectionRow.product_id,
            ContactCorrectionRow.confidentiality,
            literal(first.municipal_role).label("municipal_role"),
        )
        .where(ContactCorrectionRow.contact_id == contact_id)
        .order_by(ContactCorrectionRow.version.desc())
        .limit(1)
    ).first()
    return corrected or first


def _note_last_contact(unit: Work, party_id: UUID) -> None:
    """Who never called does not stand first among the candidates at a ring, nor in a search.

    Open contacts count, as when they are recorded. What two desktops would write is locked before it is read, in the
    order in which a recording writes it.
    """
    for row in (PartyActivityRow, search_index.SearchPartyRow):
        unit.connection.execute(select(row.party_id).where(row.party_id == party_id).with_for_update())
    last = unit.connection.scalar(
        select(TimelineEntryRow.at)
        .where(
            TimelineEntryRow.party_id == party_id,
            TimelineEntryRow.kind == EntryKind.CONTACT.value,
            TimelineEntryRow.confidentiality == Confidentiality.OPEN.value,
        )
        .order_by(TimelineEntryRow.at.desc())
        .limit(1)
    )
    unit.connection.execute(delete(PartyActivityRow).where(PartyActivityRow.party_id == party_id))
    if last is not None:
        unit.connection.execute(insert(PartyActivityRow).values(party_id=party_id, last_contact_at=last))
    search_index.take_back_contact(unit.connection, party_id, last)


def moved_before(unit: Work, move_id: UUID) -> bool:
    return unit.connection.scalar(select(ContactMoveRow.id).where(ContactMoveRow.id == move_id)) is not None
