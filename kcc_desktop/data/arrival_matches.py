"""Looks for who sent what arrived: by verified identity, else by the reference, number and address they gave."""

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from kcc_desktop.data import party_reads
from kcc_desktop.data.appointments import AppointmentRow
from kcc_desktop.data.cases import CasePartyRow, CaseRow
from kcc_desktop.data.import_holders import Holders
from kcc_desktop.data.parties import PersonRow
from kcc_desktop.data.references import is_called
from kcc_desktop.data.work import TaskRow
from kcc_desktop.domain.appointments import reference_in
from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.imports import NamedParty
from kcc_desktop.domain.incoming import Sender, VerifiedIdentity, whose
from kcc_desktop.domain.phone import is_anonymous, parse_email, parse_phone


def of_identity(connection: Connection, verified: VerifiedIdentity) -> frozenset[UUID]:
    """Everybody with this number: one, or nobody that is known here, or people whose numbers are the same."""
    named = NamedParty(0, bsn=verified.bsn, kvk_number=verified.kvk_number, branch_number=verified.branch_number)
    return frozenset(Holders(connection, [named]).of(named))


def of_details(connection: Connection, sender: Sender, today: date) -> tuple[UUID | None, frozenset[UUID]]:
    """Whose it is by what they gave, and everybody it may be of. What is none of ours finds nobody."""
    return whose(
        [
            _with_reference(connection, sender.reference),
            _with_phone(connection, sender.phone, today),
            _with_email(connection, sender.email, today),
        ]
    )


def is_deceased(connection: Connection, party_id: UUID) -> bool:
    return bool(connection.scalar(select(PersonRow.is_deceased).where(PersonRow.party_id == party_id)))


def _with_phone(connection: Connection, phone: str, today: date) -> frozenset[UUID]:
    try:
        number = "" if is_anonymous(phone) else parse_phone(phone)
    except InvalidValue:
        number = ""
    return frozenset(party_reads.with_number(connection, number, today)) if number else frozenset()


def _with_email(connection: Connection, email: str, today: date) -> frozenset[UUID]:
    try:
        address = parse_email(email)
    except InvalidValue:
        return frozenset()
    found: set[UUID] = set()
    for written in {address, address.lower()}:  # as it was typed here, or as most people do
        found |= party_reads.with_number(connection, written, today).keys()
    return frozenset(found)


def _with_reference(connection: Connection, reference: str) -> frozenset[UUID]:
    wanted = reference.strip()
    if not wanted:
        return frozenset()
    both = (wanted, wanted.upper())
    statements: list[Any] = [
        select(TaskRow.party_id).where(TaskRow.reference.in_(both)),
        select(CasePartyRow.party_id)
        .join(CaseRow, CaseRow.id == CasePartyRow.case_id)
        .where(CaseRow.reference.in_(both)),
    ]
    code = reference_in(wanted)
    if code:
        statements.append(select(AppointmentRow.party_id).where(is_called(AppointmentRow, code)))
    found = (party_id for statement in statements for party_id in connection.scalars(statement))
    return frozenset(party_id for party_id in found if party_id is not None)
