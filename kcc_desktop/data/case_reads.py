"""Reads cases as values."""

from datetime import date
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, select

from kcc_desktop.data.cases import CasePartyRow, CaseRow, CaseStepRow
from kcc_desktop.data.parties import PartyRow
from kcc_desktop.domain.cases import CaseDetail, CaseParty, CaseRole, CaseStep, CaseSummary

_SUMMARY = select(
    CaseRow.id,
    CaseRow.reference,
    CaseRow.case_type,
    CaseRow.status,
    CaseRow.started_on,
    CaseRow.decide_by,
    CaseRow.ended_on,
    CaseRow.handler,
)
_OF_PARTY = _SUMMARY.join(CasePartyRow, CasePartyRow.case_id == CaseRow.id).where(
    CasePartyRow.party_id == bindparam("party")
)
_OPEN = _OF_PARTY.where(CaseRow.ended_on.is_(None)).order_by(
    func.coalesce(CaseRow.decide_by, date.max), CaseRow.reference
)
_ENDED = _OF_PARTY.where(CaseRow.ended_on.is_not(None)).order_by(CaseRow.ended_on.desc(), CaseRow.reference)


def open_of(connection: Connection, party_id: UUID) -> tuple[CaseSummary, ...]:
    """The nearest decision first."""
    return tuple(CaseSummary(*row) for row in connection.execute(_OPEN, {"party": party_id}))


def ended_of(connection: Connection, party_id: UUID) -> tuple[CaseSummary, ...]:
    """The last ended first."""
    return tuple(CaseSummary(*row) for row in connection.execute(_ENDED, {"party": party_id}))


def by_reference(connection: Connection, reference: str) -> CaseSummary | None:
    """The case with this reference, as typed or in capitals."""
    wanted = (reference, reference.upper())
    row = connection.execute(_SUMMARY.where(CaseRow.reference.in_(wanted)).order_by(CaseRow.reference)).first()
    return CaseSummary(*row) if row is not None else None


def detail(connection: Connection, case_id: UUID) -> CaseDetail | None:
    row = connection.execute(
        _SUMMARY.add_columns(CaseRow.description, CaseRow.department, CaseRow.result).where(CaseRow.id == case_id)
    ).first()
    if row is None:
        return None
    steps = connection.execute(
        select(CaseStepRow.ordinal, CaseStepRow.name, CaseStepRow.reached_on)
        .where(CaseStepRow.case_id == case_id)
        .order_by(CaseStepRow.ordinal)
    )
    parties = connection.execute(
        select(PartyRow.id, PartyRow.title, CasePartyRow.role)
        .join(CasePartyRow, CasePartyRow.party_id == PartyRow.id)
        .where(CasePartyRow.case_id == case_id)
        .order_by(CasePartyRow.role, PartyRow.sort_key)
    )
    return CaseDetail(
        CaseSummary(*row[:8]),
        row.description,
        row.department,
        row.result,
        tuple(CaseStep(*step) for step in steps),
        tuple(CaseParty(party_id, name, CaseRole(role)) for party_id, name, role in parties),
    )
