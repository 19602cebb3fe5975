"""Reads and writes safety notes. That there is one is told to who plans or goes there; the text to named roles only."""

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ARRAY, ColumnElement, Date, String, Uuid, bindparam, insert, or_, select, text, update

from kcc_desktop.data.agents import AgentRow
from kcc_desktop.data.database import Look, Work
from kcc_desktop.data.visits import SafetyNoteRow, SafetyNoteTextRow, VisitPartyRow, VisitPlaceRow
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.local_time import local_day
from kcc_desktop.domain.safety_notes import AddSafetyNote, SafetyGround, SafetyNote, address_key

# Past row security, which keeps the notes themselves from whoever may only know that there are some.
_SUBJECTS = text("SELECT about, address FROM kcc_safety_subjects(:parties, :addresses, :today)").bindparams(
    bindparam("parties", type_=ARRAY(Uuid())),
    bindparam("addresses", type_=ARRAY(String())),
    bindparam("today", type_=Date()),
)
_NOTES = (
    select(SafetyNoteRow.__table__, SafetyNoteTextRow.text, AgentRow.name.label("who"))
    .join(SafetyNoteTextRow, SafetyNoteTextRow.note_id == SafetyNoteRow.id)
    .join(AgentRow, AgentRow.id == SafetyNoteRow.made_by)
    .order_by(SafetyNoteRow.made_at.desc(), SafetyNoteRow.id.desc())
)


def subjects(look: Look | Work, parties: Collection[UUID], addresses: Collection[str]) -> frozenset[UUID | str]:
    """Those of the parties and addresses about which a note counts today; none for who has no business with it."""
    if not (parties or addresses) or not (look.agent.may(Permission.PLAN) or look.agent.may(Permission.VISIT)):
        return frozenset()
    today = local_day(look.now)
    if look.connection.dialect.name == "sqlite":
        rows = look.connection.execute(
            select(SafetyNoteRow.party_id, SafetyNoteRow.address_key).where(
                *_counting(today), _about(parties, addresses)
            )
        ).all()
    else:
        asked = {"parties": list(parties), "addresses": list(addresses), "today": today}
        rows = list(look.connection.execute(_SUBJECTS, asked))
    return frozenset(one for row in rows for one in row if one)


def of(look: Look | Work, parties: Collection[UUID], addresses: Collection[str]) -> tuple[SafetyNote, ...]:
    """Those that count today, newest first."""
    rows = look.connection.execute(_NOTES.where(*_counting(local_day(look.now)), _about(parties, addresses)))
    return tuple(map(_note, rows))


def one(look: Look | Work, note_id: UUID) -> SafetyNote | None:
    row = look.connection.execute(_NOTES.where(SafetyNoteRow.id == note_id)).first()
    return None if row is None else _note(row)


def subject_of_visit(look: Look | Work, visit_id: UUID) -> tuple[set[UUID], set[str]]:
    """Everybody invited, and the address."""
    parties = look.connection.scalars(select(VisitPartyRow.party_id).where(VisitPartyRow.visit_id == visit_id))
    addresses = look.connection.scalars(select(VisitPlaceRow.address_key).where(VisitPlaceRow.visit_id == visit_id))
    return set(parties), {key for key in addresses if key}


def add(unit: Work, command: AddSafetyNote) -> None:
    unit.connection.execute(
        insert(SafetyNoteRow).values(
            id=command.id,
            party_id=command.party_id,
            address_key="" if command.address is None else address_key(command.address),
            ground=command.ground.value,
            ends_on=command.ends_on,
            made_at=unit.now,
            made_by=unit.agent.id,
        )
    )
    unit.connection.execute(insert(SafetyNoteTextRow).values(note_id=command.id, text=command.text))


def end(unit: Work, note_id: UUID) -> bool:
    """False when it ended before, or there is none."""
    found = unit.connection.scalar(
        update(SafetyNoteRow)
        .where(SafetyNoteRow.id == note_id, SafetyNoteRow.ended_at.is_(None))
        .values(ended_at=unit.now, ended_by=unit.agent.id)
        .returning(SafetyNoteRow.id)
    )
    return found is not None


def _counting(today: date) -> tuple[ColumnElement[bool], ...]:
    return SafetyNoteRow.ended_at.is_(None), SafetyNoteRow.ends_on >= today


def _about(parties: Collection[UUID], addresses: Collection[str]) -> ColumnElement[bool]:
    return or_(
        SafetyNoteRow.party_id.in_(list(parties)), SafetyNoteRow.address_key.in_([one for one in addresses if one])
    )


def _note(row: Any) -> SafetyNote:
    return SafetyNote(row.id, row.party_id, SafetyGround(row.ground), row.text, row.who, row.made_at, row.ends_on)
