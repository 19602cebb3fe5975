"""Reads parties as lines of a list. What a restriction covers is not in them."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import BindParameter, Connection, and_, bindparam, literal, or_, select, union_all

from kcc_desktop.data import task_reads
from kcc_desktop.data.columns import Day
from kcc_desktop.data.database import Look
from kcc_desktop.data.parties import (
    DigitalAddressRow,
    OrganisationRow,
    PartyActivityRow,
    PartyAddressRow,
    PartyRelationRow,
    PartyRow,
    PersonRow,
    RepresentationEndRow,
    RepresentationRow,
)
from kcc_desktop.domain.dates import PartialDate
from kcc_desktop.domain.parties import AddressKind, PartyKind, PartySummary

_ids: BindParameter[UUID] = bindparam("ids", expanding=True)
_own, _other = PartyAddressRow.__table__.alias("own"), PartyAddressRow.__table__.alias("other")
_HOUSEMATE, _FAMILY = "housemate", "family"
# Who shares an address with, or is family of, somebody else under a disclosure restriction.
_SHARING = union_all(
    select(_own.c.party_id, literal(_HOUSEMATE))
    .join(
        _other,
        and_(
            _own.c.postcode == _other.c.postcode,
            _own.c.house_number == _other.c.house_number,
            _own.c.letter == _other.c.letter,
            _own.c.addition == _other.c.addition,
            _own.c.party_id != _other.c.party_id,
        ),
    )
    .join(PersonRow, PersonRow.party_id == _other.c.party_id)
    .where(
        _own.c.party_id.in_(_ids),
        _own.c.kind == AddressKind.RESIDENCE.value,
        _other.c.kind == AddressKind.RESIDENCE.value,
        _own.c.postcode != "",
        PersonRow.restriction != 0,
    ),
    select(PartyRelationRow.party_id, literal(_FAMILY))
    .join(PersonRow, PersonRow.party_id == PartyRelationRow.related_id)
    .where(PartyRelationRow.party_id.in_(_ids), PersonRow.restriction != 0),
    select(PartyRelationRow.related_id, literal(_FAMILY))
    .join(PersonRow, PersonRow.party_id == PartyRelationRow.party_id)
    .where(PartyRelationRow.related_id.in_(_ids), PersonRow.restriction != 0),
)
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


class Sharing(NamedTuple):
    """Whose address or number would give away somebody who is under a disclosure restriction."""

    housemates: frozenset[UUID]
    family: frozenset[UUID]


def partial_date(text: str) -> PartialDate | None:
    return PartialDate.from_text(text) if text else None


def kinds(connection: Connection, ids: Collection[UUID]) -> dict[UUID, PartyKind]:
    """Of those that are there."""
    if not ids:
        return {}
    rows = connection.execute(select(PartyRow.id, PartyRow.kind).where(PartyRow.id.in_(_ids)), {"ids": list(ids)})
    return {party_id: PartyKind(kind) for party_id, kind in rows}


def sharing_restriction(connection: Connection, ids: Collection[UUID]) -> Sharing:
    """Those of `ids` who live with, or are family of, somebody else who has a disclosure restriction."""
    rows = connection.execute(_SHARING, {"ids": list(ids)}).all()
    return Sharing(
        frozenset(party_id for party_id, why in rows if why == _HOUSEMATE),
        frozenset(party_id for party_id, why in rows if why == _FAMILY),
    )


def is_covered(connection: Connection, party_id: UUID) -> bool:
    """Whether address and contact details are covered: under a restriction, or with or of somebody who is."""
    restriction = connection.scalar(select(PersonRow.restriction).where(PersonRow.party_id == party_id))
    if restriction:
        return True
    housemates, family = sharing_restriction(connection, [party_id])
    return bool(housemates or family)


def with_number(connection: Connection, number: str, today: date) -> dict[UUID, str]:
    """Who can be reached at this E.164 number, and companies through whoever speaks for them: that person's name.

    A company that has the number itself has no name beside it.
    """
    rows = connection.execute(_WITH_NUMBER, {"number": number, "today": today}).all()
    found: dict[UUID, str] = {}
    for party_id, via, _sort_key in sorted(rows, key=lambda row: row.sort_key):
        found.setdefault(party_id, via)
    return found


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
