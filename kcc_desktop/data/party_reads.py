"""Reads parties as cards and summaries. What a restriction covers is not even read."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from kcc_desktop.data.cases import CasePartyRow, CaseRow
from kcc_desktop.data.contact_reads import visible
from kcc_desktop.data.contacts import TimelineEntryRow
from kcc_desktop.data.database import Look
from kcc_desktop.data.parties import (
    AgreedMessageRow,
    DigitalAddressRow,
    OrganisationRow,
    PartyActivityRow,
    PartyAddressRow,
    PartyRow,
    PersonRow,
    RepresentationRow,
)
from kcc_desktop.data.work import ColleagueRow, TaskRow, TaskTextRow
from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.cases import CaseSummary
from kcc_desktop.domain.dates import PartialDate
from kcc_desktop.domain.names import NameUsage, PersonName
from kcc_desktop.domain.parties import (
    AddressKind,
    DigitalAddress,
    DigitalAddressKind,
    MessageKind,
    PartyAddress,
    PartyKind,
    PartySummary,
    Representation,
    RepresentationGround,
    Source,
    Suspension,
    Warnings,
)
from kcc_desktop.domain.work import TaskKind, TaskState, TaskSummary

_on_timeline = and_(TimelineEntryRow.party_id == TaskRow.party_id, TimelineEntryRow.object_id == TaskRow.id)


def _visible(look: Look) -> ColumnElement[bool]:
    return visible(look.agent, TimelineEntryRow.confidentiality, TimelineEntryRow.owner_cluster_id)


def partial_date(text: str) -> PartialDate | None:
    return PartialDate.from_text(text) if text else None


def person_name(row: Any) -> PersonName:
    return PersonName(
        given_names=row.given_names,
        prefix=row.prefix,
        surname=row.surname,
        title=row.title,
        partner_prefix=row.partner_prefix,
        partner_surname=row.partner_surname,
        usage=NameUsage(row.name_usage),
        gender=row.gender,
        preferred_name=row.preferred_name,
    )


def warnings_of(person: Any, housemate_restricted: bool) -> Warnings:
    return Warnings(
        restriction=person.restriction,
        is_deceased=person.is_deceased,
        died_on=partial_date(person.death_date),
        under_investigation=person.under_investigation,
        suspension=Suspension(person.suspension) if person.suspension else None,
        under_curatorship=person.under_curatorship,
        housemate_restricted=housemate_restricted,
    )


def housemate_is_restricted(connection: Connection, party_id: UUID) -> bool:
    """Whether somebody with a disclosure restriction lives at the same address: showing it would tell where."""
    return bool(with_restricted_housemate(connection, [party_id]))


def with_restricted_housemate(connection: Connection, ids: list[UUID]) -> set[UUID]:
    """Those of `ids` who share their address with somebody else who has a disclosure restriction."""
    own, other = PartyAddressRow.__table__.alias("own"), PartyAddressRow.__table__.alias("other")
    return set(
        connection.scalars(
            select(own.c.party_id)
            .join(
                other,
                and_(
                    own.c.postcode == other.c.postcode,
                    own.c.house_number == other.c.house_number,
                    own.c.letter == other.c.letter,
                    own.c.addition == other.c.addition,
                    own.c.party_id != other.c.party_id,
                ),
            )
            .join(PersonRow, PersonRow.party_id == other.c.party_id)
            .where(
                own.c.party_id.in_(ids),
                own.c.kind == AddressKind.RESIDENCE.value,
                other.c.kind == AddressKind.RESIDENCE.value,
                own.c.postcode != "",
                PersonRow.restriction != 0,
            )
        )
    )


def addresses(connection: Connection, party_id: UUID, source: Source) -> tuple[PartyAddress, ...]:
    rows = connection.execute(select(PartyAddressRow.__table__).where(PartyAddressRow.party_id == party_id))
    return tuple(
        PartyAddress(
            AddressKind(row.kind),
            Address(
                street=row.street,
                house_number=row.house_number,
                letter=row.letter,
                addition=row.addition,
                designation=row.designation,
                postcode=row.postcode,
                place=row.place,
                country=row.country,
                foreign_lines=tuple(row.foreign_lines.splitlines()),
            ),
            source,
        )
        for row in rows
    )


def digital_addresses(connection: Connection, party_id: UUID) -> tuple[DigitalAddress, ...]:
    """The addresses in use, the preferred one first."""
    rows = connection.execute(
        select(DigitalAddressRow.__table__)
        .where(DigitalAddressRow.party_id == party_id, DigitalAddressRow.ended_at.is_(None))
        .order_by(DigitalAddressRow.is_preferred.desc(), DigitalAddressRow.kind.desc(), DigitalAddressRow.id)
    ).all()
    agreed: dict[UUID, set[MessageKind]] = {}
    if rows:
        for address_id, kind in connection.execute(
            select(AgreedMessageRow.address_id, AgreedMessageRow.kind).where(
                AgreedMessageRow.address_id.in_([row.id for row in rows])
            )
        ):
            agreed.setdefault(address_id, set()).add(MessageKind(kind))
    return tuple(
        DigitalAddress(
            row.id,
            DigitalAddressKind(row.kind),
            row.value,
            row.label,
            row.is_preferred,
            frozenset(agreed.get(row.id, ())),
            row.verified_at,
            Source(row.source, row.source_on),
        )
        for row in rows
    )


def representations(connection: Connection, party_id: UUID) -> tuple[Representation, ...]:
    """Both ways: for whom this party speaks, and who speaks for it."""
    found: list[Representation] = []
    for outgoing in (True, False):
        here = RepresentationRow.representative_id if outgoing else RepresentationRow.represented_id
        there = RepresentationRow.represented_id if outgoing else RepresentationRow.representative_id
        rows = connection.execute(
            select(RepresentationRow.__table__, PartyRow.id.label("other"), PartyRow.kind, PartyRow.title)
            .join(PartyRow, PartyRow.id == there)
            .where(here == party_id)
            .order_by(PartyRow.sort_key)
        )
        found.extend(
            Representation(
                row.id,
                outgoing,
                row.other,
                PartyKind(row.kind),
                row.title,
                RepresentationGround(row.ground),
                row.function,
                row.valid_from,
                row.valid_until,
            )
            for row in rows
        )
    return tuple(found)


def summaries(look: Look, ids: list[UUID]) -> dict[UUID, PartySummary]:
    """One line per party. A restricted person's place and birth date are left out, and a housemate's place."""
    connection = look.connection
    rows = connection.execute(
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
                or_(
                    PartyAddressRow.kind == AddressKind.RESIDENCE.value,
                    PartyAddressRow.kind == AddressKind.VISIT.value,
                ),
            ),
        )
        .outerjoin(PartyActivityRow, PartyActivityRow.party_id == PartyRow.id)
        .where(PartyRow.id.in_(ids))
    )
    promises = {
        party_id: count
        for party_id, count in connection.execute(
            select(TaskRow.party_id, func.count())
            .join(TimelineEntryRow, _on_timeline)
            .where(TaskRow.party_id.in_(ids), TaskRow.state == TaskState.OPEN.value, _visible(look))
            .group_by(TaskRow.party_id)
        )
    }
    sharing = with_restricted_housemate(connection, ids)
    found = {}
    for row in rows:
        restricted = bool(row.restriction)
        found[row.id] = PartySummary(
            id=row.id,
            kind=PartyKind(row.kind),
            title=row.title,
            place="" if restricted or row.id in sharing else row.place or "",
            born=None if restricted else partial_date(row.birth_date or ""),
            number_masked=f"•••• {row.kvk_number[-4:]}" if row.kvk_number else "",
            disclosure_restricted=restricted,
            is_deceased=bool(row.is_deceased),
            last_contact_at=row.last_contact_at,
            open_promises=promises.get(row.id, 0),
        )
    return found


def open_cases(connection: Connection, party_id: UUID) -> tuple[CaseSummary, ...]:
    rows = connection.execute(
        select(
            CaseRow.id,
            CaseRow.reference,
            CaseRow.case_type,
            CaseRow.status,
            CaseRow.started_on,
            CaseRow.decide_by,
            CaseRow.ended_on,
            CaseRow.handler,
        )
        .join(CasePartyRow, CasePartyRow.case_id == CaseRow.id)
        .where(CasePartyRow.party_id == party_id, CaseRow.ended_on.is_(None))
        .order_by(func.coalesce(CaseRow.decide_by, date.max), CaseRow.reference)
    )
    return tuple(CaseSummary(*row) for row in rows)


def open_tasks(look: Look, party_id: UUID) -> tuple[TaskSummary, ...]:
    """The promises that the agent may see: a task is as confidential as the contact it came from."""
    rows = look.connection.execute(
        select(TaskRow.__table__, ColleagueRow.name.label("owner"), TaskTextRow.explanation, TaskTextRow.phone)
        .outerjoin(ColleagueRow, ColleagueRow.id == TaskRow.owner_colleague_id)
        .outerjoin(TaskTextRow, TaskTextRow.task_id == TaskRow.id)
        .join(TimelineEntryRow, _on_timeline)
        .where(_visible(look), TaskRow.party_id == party_id, TaskRow.state == TaskState.OPEN.value)
        .order_by(TaskRow.due_at)
    )
    return tuple(
        TaskSummary(
            row.id,
            row.reference,
            TaskKind(row.kind),
            TaskState(row.state),
            (row.explanation or "").partition("\n")[0][:200] or row.reference,
            row.owner or "",
            row.due_at,
            row.phone or "",
            row.party_id,
        )
        for row in rows
    )
