"""Puts a case system's cases in place: by reference, so that a second import finds what the first one made."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, delete, insert, select, update

from kcc_desktop.data.cases import CasePartyRow, CaseRow, CaseStepRow
from kcc_desktop.data.database import Work
from kcc_desktop.data.parties import OrganisationRow, PartyRow, PersonRow
from kcc_desktop.data.timeline_writes import put_on_timeline, take_off_timelines
from kcc_desktop.domain.cases import CaseRole, ImportedCase, ImportedCaseParty
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.local_time import start_of
from kcc_desktop.domain.timeline import EntryKind


def put_case(unit: Work, case: ImportedCase) -> str:
    """ "added", "changed" or "unchanged". Who is named and not found, or found twice, is left out: see `unmatched`.

    The case stands on the timeline of everybody who has a part in it, on the day it started.
    """
    connection, wanted, parties = unit.connection, _values(case), _parties(unit.connection, case)
    known = connection.execute(select(CaseRow.__table__).where(CaseRow.reference == case.reference)).first()
    if known is None:
        case_id = new_id()
        connection.execute(insert(CaseRow).values(id=case_id, **wanted))
        _write_steps(connection, case_id, case)
        _write_parties(unit, case_id, case.started_on, parties)
        _tell(unit, case_id, parties)
        return "added"
    case_id = known.id
    same_case = all(getattr(known, column) == value for column, value in wanted.items())
    same_steps = _steps(connection, case_id) == _wanted_steps(case)
    before = _parties_now(connection, case_id)
    same_parties = before == parties and known.started_on == case.started_on
    if same_case and same_steps and same_parties:
        return "unchanged"
    if not same_case:
        connection.execute(update(CaseRow).where(CaseRow.id == case_id).values(**wanted))
    if not same_steps:
        connection.execute(delete(CaseStepRow).where(CaseStepRow.case_id == case_id))
        _write_steps(connection, case_id, case)
    if not same_parties:
        connection.execute(delete(CasePartyRow).where(CasePartyRow.case_id == case_id))
        take_off_timelines(unit, [case_id])
        _write_parties(unit, case_id, case.started_on, parties)
    _tell(unit, case_id, {*before, *parties})
    return "changed"


def unmatched(connection: Connection, case: ImportedCase) -> tuple[ImportedCaseParty, ...]:
    """Those of the case whom nobody here matches, or more than one: the BSN of a double, a company with branches."""
    return tuple(named for named in case.parties if len(_found(connection, named)) != 1)


def _parties(connection: Connection, case: ImportedCase) -> dict[UUID, CaseRole]:
    """Everybody found beyond doubt; somebody named twice has the first part named."""
    parties: dict[UUID, CaseRole] = {}
    for named in case.parties:
        found = _found(connection, named)
        if len(found) == 1:
            parties.setdefault(found[0], named.role)
    return parties


def _found(connection: Connection, named: ImportedCaseParty) -> list[UUID]:
    if named.party_id is not None:
        return list(connection.scalars(select(PartyRow.id).where(PartyRow.id == named.party_id)))
    if named.bsn:
        return list(connection.scalars(select(PersonRow.party_id).where(PersonRow.bsn == named.bsn)))
    if not (named.kvk_number or named.branch_number):
        return []
    wanted = select(OrganisationRow.party_id, OrganisationRow.branch_number, OrganisationRow.is_main)
    if named.kvk_number:
        wanted = wanted.where(OrganisationRow.kvk_number == named.kvk_number)
    if named.branch_number:
        wanted = wanted.where(OrganisationRow.branch_number == named.branch_number)
    rows = connection.execute(wanted).all()
    if len(rows) > 1:  # the company itself, when it stands beside its branches
        rows = [row for row in rows if not row.branch_number] or [row for row in rows if row.is_main] or rows
    return [row.party_id for row in rows]


def _values(case: ImportedCase) -> dict[str, Any]:
    return {
        "reference": case.reference,
        "case_type": case.case_type,
        "description": case.description,
        "status": case.status,
        "started_on": case.started_on,
        "decide_by": case.decide_by,
        "ended_on": case.ended_on,
        "handler": case.handler,
        "department": case.department,
        "result": case.result,
    }


def _wanted_steps(case: ImportedCase) -> list[tuple[int, str, date | None]]:
    return sorted((step.ordinal, step.name, step.reached_on) for step in case.steps)


def _steps(connection: Connection, case_id: UUID) -> list[tuple[int, str, date | None]]:
    rows = connection.execute(
        select(CaseStepRow.ordinal, CaseStepRow.name, CaseStepRow.reached_on)
        .where(CaseStepRow.case_id == case_id)
        .order_by(CaseStepRow.ordinal)
    )
    return [(row.ordinal, row.name, row.reached_on) for row in rows]


def _write_steps(connection: Connection, case_id: UUID, case: ImportedCase) -> None:
    if case.steps:
        connection.execute(
            insert(CaseStepRow),
            [
                {"case_id": case_id, "ordinal": ordinal, "name": name, "reached_on": reached_on}
                for ordinal, name, reached_on in _wanted_steps(case)
            ],
        )


def _parties_now(connection: Connection, case_id: UUID) -> dict[UUID, CaseRole]:
    rows = connection.execute(select(CasePartyRow.party_id, CasePartyRow.role).where(CasePartyRow.case_id == case_id))
    return {row.party_id: CaseRole(row.role) for row in rows}


def _write_parties(unit: Work, case_id: UUID, started_on: date, parties: dict[UUID, CaseRole]) -> None:
    if not parties:
        return
    unit.connection.execute(
        insert(CasePartyRow),
        [{"case_id": case_id, "party_id": party_id, "role": role} for party_id, role in parties.items()],
    )
    at = start_of(started_on)
    for party_id in parties:
        put_on_timeline(unit, party_id, EntryKind.CASE, case_id, at, owner_cluster_id=None)


def _tell(unit: Work, case_id: UUID, party_ids: Iterable[UUID]) -> None:
    unit.changed("case", case_id)
    for party_id in party_ids:
        unit.changed("party", party_id)
