"""Reads parties as lines of a list. What a restriction covers is not in them."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import BindParameter, Connection, and_, bindparam, literal, or_, select, union_all

from kcc_desktop.data import task_reads
from kcc_desktop.data.columns import Day
from kcc_desktop.data.covering import sharing_restriction
from kcc_desktop.data.database import Look
from kcc_desktop.data.parties import (
    DigitalAddressRow,
    OrganisationRow,
    PartyActivityRow,
    PartyAddressRow,
    PartyRow,
    PersonRow,
    RepresentationEndRow,
    RepresentationRow,
)
from kcc_desktop.domain.dates import PartialDate
from kcc_desktop.domain.parties import AddressKind, PartyKind, PartySummary

_ids: BindParameter[UUID] = bindparam("ids", expanding=True)
_SUMMARIES = (
    select(
        PartyRow.id,
        PartyRow.kind,
        PartyRow.title,
        PersonRow.birth_date,
        PersonRow.restriction,
        PersonRow.is_deceased,
        OrganisationRow.kvk_number,
        PartyAddressRow.place,
        PartyActivityRow.last_contact_at,
    )
    .outerjoin(PersonRow, PersonRow.party_id == PartyRow.id)
    .outerjoin(OrganisationRow, OrganisationRow.party_id == PartyRow.id)
    .outerjoin(
        PartyAddressRow,
        and_(
            PartyAddressRow.party_id == PartyRow.id,
            PartyAddressRow.kind.in_((AddressKind.RESIDENCE.value, AddressKind.VISIT.value)),
        ),
    )
    .outerjoin(PartyActivityRow, PartyActivityRow.party_id == PartyRow.id)
    .where(PartyRow.id.in_(_ids))
)
_number: BindParameter[str] = bindparam("number")
_today: BindParameter[date] = bindparam("today", type_=Day)
_WITH_NUMBER = union_all(
    select(DigitalAddressRow.party_id, literal("").label("via"), literal("").label("sort_key")).where(
        DigitalAddressRow.value == _number, DigitalAddressRow.ended_at.is_(None)
    ),
    select(RepresentationRow.represented_id, PartyRow.title, PartyRow.sort_key)
    .join(DigitalAddressRow, DigitalAddressRow.party_id == RepresentationRow.representative_id)
    .join(PartyRow, PartyRow.id == RepresentationRow.representative_id)
    .join(OrganisationRow, OrganisationRow.party_id == RepresentationRow.represented_id)
    .outerjoin(RepresentationEndRow, RepresentationEndRow.representation_id == RepresentationRow.id)
    .where(
        DigitalAddressRow.value == _number,
        DigitalAddressRow.ended_at.is_(None),
        RepresentationEndRow.representation_id.is_(None),
        or_(RepresentationRow.valid_from.is_(None), RepresentationRow.valid_from <= _today),
        or_(RepresentationRow.valid_until.is_(None), RepresentationRow.valid_until >= _today),
    ),
)


def partial_date(text: str) -> PartialDate | None:
    return PartialDate.from_text(text) if text else None


def kinds(connection: Connection, ids: Collection[UUID]) -> dict[UUID, PartyKind]:
    """Of those that are there."""
    if not ids:
        return {}
    rows = connection.execute(select(PartyRow.id, PartyRow.kind).where(PartyRow.id.in_(_ids)), {"ids": list(ids)})
    return {party_id: PartyKind(kind) for party_id, kind in rows}


def with_number(connection: Connection, number: str, today: date) -> dict[UUID, str]:
    """Who can be reached at this E.164 number, and companies through whoever speaks for them: that person's name.

    A company that has the number itself has no name beside it.
    """
    rows = connection.execute(_WITH_NUMBER, {"number": number, "today": today}).all()
    found: dict[UUID, str] = {}
    for party_id, via, _sort_key in sorted(rows, key=lambda row: row.sort_key):
        found.setdefault(party_id, via)
    return found


def most_likely(party: PartySummary) -> tuple[int, float]:
    """For sorting: who has an open promise calls about it; then who called last."""
    return -party.open_promises, -(party.last_contact_at.timestamp() if party.last_contact_at else 0.0)


def summaries(look: Look, ids: Collection[UUID]) -> dict[UUID, PartySummary]:
    """One line per party. A restricted person's place and birth date are left out; of who shares, the place."""
    if not ids:
        return {}
    rows = look.connection.execute(_SUMMARIES, {"ids": list(ids)}).all()
    promises = task_reads.how_many_open(look, ids)
    housemates, family = sharing_restriction(look.connection, ids)
    found = {}
    for row in rows:
        restricted = bool(row.restriction)
        is_covered = restricted or row.id in housemates or row.id in family
        found[row.id] = PartySummary(
            id=row.id,
            kind=PartyKind(row.kind),
            title=row.title,
            place="" if is_covered else row.place or "",
            born=None if restricted else partial_date(row.birth_date or ""),
            number_masked=f"•••• {row.kvk_number[-4:]}" if row.kvk_number else "",
            disclosure_restricted=restricted,
            is_deceased=bool(row.is_deceased),
            last_contact_at=row.last_contact_at,
            open_promises=promises.get(row.id, 0),
        )
    return found
