"""Puts a case system's cases in place: by reference, so that a second import finds what the first one made."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, delete, select

from kcc_desktop.data.cases import CasePartyRow, CaseRow, CaseStepRow
from kcc_desktop.data.database import Work
from kcc_desktop.data.imports import BATCH, Values, batches, insert_all, is_same, update_all
from kcc_desktop.data.parties import OrganisationRow, PartyRow, PersonRow
from kcc_desktop.data.timeline_writes import put_cases_on_timelines, take_off_timelines
from kcc_desktop.domain.cases import CaseRole, ImportedCase, ImportedCaseParty
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.local_time import start_of


def put_case(unit: Work, case: ImportedCase) -> str:
    """ "added", "changed" or "unchanged". Who is named and not found, or found twice, is left out: see `unmatched`.

    The case stands on the timeline of everybody who has a part in it, on the day it started.
    """
    return put_all(unit, [case])[0]


def put_all(unit: Work, cases: list[ImportedCase]) -> list[str]:
    """The same for many, in a handful of statements for some hundreds. A reference named twice is changed twice."""
    done: list[str] = []
    for batch in _batches(cases):
        done += _put_batch(unit, batch)
    return done


def _batches(cases: list[ImportedCase]) -> Iterator[list[ImportedCase]]:
    """Each with every reference once."""
    batch: dict[str, ImportedCase] = {}
    for case in cases:
        if case.reference in batch or len(batch) == BATCH:
            yield list(batch.values())
            batch = {}
        batch[case.reference] = case
    if batch:
        yield list(batch.values())


def _put_batch(unit: Work, cases: list[ImportedCase]) -> list[str]:
    connection = unit.connection
    wanted_references = [case.reference for case in cases]
    rows = connection.execute(select(CaseRow.__table__).where(CaseRow.reference.in_(wanted_references))).all()
    known = {row.reference: row for row in rows}
    ids = [row.id for row in rows]
    steps_now, parties_now = _steps(connection, ids), _parties_now(connection, ids)
    here = _here(connection, cases)
    done: list[str] = []
    new: list[Values] = []
    other: list[Values] = []
    steps: list[tuple[UUID, ImportedCase]] = []
    parts: list[tuple[UUID, ImportedCase, dict[UUID, CaseRole]]] = []
    for case in cases:
        row, wanted, parties = known.get(case.reference), _values(case), _parties(connection, case, here)
        case_id: UUID = row.id if row is not None else new_id()
        before = parties_now.get(case_id, {})
        same_case = row is not None and is_same(row, wanted)
        same_steps = steps_now.get(case_id, []) == _wanted_steps(case)
        same_parties = before == parties and row is not None and row.started_on == case.started_on
        if row is not None and same_case and same_steps and same_parties:
            done.append("unchanged")
            continue
        done.append("added" if row is None else "changed")
        if not same_case:
            (new if row is None else other).append({"id": case_id, **wanted})
        if not same_steps:
            steps.append((case_id, case))
        if not same_parties:
            parts.append((case_id, case, parties))
        _tell(unit, case_id, {**before, **parties})
    insert_all(connection, CaseRow, new)
    update_all(connection, CaseRow, other, "id")
    _write_steps(connection, steps)
    _write_parties(unit, parts)
    return done


def unmatched(connection: Connection, case: ImportedCase) -> tuple[ImportedCaseParty, ...]:
    """Those of the case whom nobody here matches, or more than one: the BSN of a double, a company with branches."""
    return tuple(named for named in case.parties if len(_found(connection, named)) != 1)


def _here(connection: Connection, cases: list[ImportedCase]) -> set[UUID]:
    """Those who are named by id and are there."""
    named = {one.party_id for case in cases for one in case.parties if one.party_id is not None}
    here: set[UUID] = set()
    for batch in batches(sorted(named)):
        here.update(connection.scalars(select(PartyRow.id).where(PartyRow.id.in_(batch))))
    return here


def _parties(connection: Connection, case: ImportedCase, here: Collection[UUID]) -> dict[UUID, CaseRole]:
    """Everybody found beyond doubt; somebody named twice has the first part named."""
    parties: dict[UUID, CaseRole] = {}
    for named in case.parties:
        if named.party_id is None:
            found = _found(connection, named)
        else:
            found = [named.party_id] if named.party_id in here else []
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


def _values(case: ImportedCase) -> Values:
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


def _steps(connection: Connection, case_ids: list[UUID]) -> dict[UUID, list[tuple[int, str, date | None]]]:
    rows = connection.execute(
        select(CaseStepRow.__table__).where(CaseStepRow.case_id.in_(case_ids)).order_by(CaseStepRow.ordinal)
    )
    found: dict[UUID, list[tuple[int, str, date | None]]] = {}
    for row in rows:
        found.setdefault(row.case_id, []).append((row.ordinal, row.name, row.reached_on))
    return found


def _write_steps(connection: Connection, cases: list[tuple[UUID, ImportedCase]]) -> None:
    if cases:
        connection.execute(delete(CaseStepRow).where(CaseStepRow.case_id.in_([case_id for case_id, _ in cases])))
    rows = [
        {"case_id": case_id, "ordinal": ordinal, "name": name, "reached_on": reached_on}
        for case_id, case in cases
        for ordinal, name, reached_on in _wanted_steps(case)
    ]
    insert_all(connection, CaseStepRow, rows)


def _parties_now(connection: Connection, case_ids: list[UUID]) -> dict[UUID, dict[UUID, CaseRole]]:
    found: dict[UUID, dict[UUID, CaseRole]] = {}
    for row in connection.execute(select(CasePartyRow.__table__).where(CasePartyRow.case_id.in_(case_ids))):
        found.setdefault(row.case_id, {})[row.party_id] = CaseRole(row.role)
    return found


def _write_parties(unit: Work, cases: list[tuple[UUID, ImportedCase, dict[UUID, CaseRole]]]) -> None:
    if not cases:
        return
    case_ids = [case_id for case_id, _, _ in cases]
    unit.connection.execute(delete(CasePartyRow).where(CasePartyRow.case_id.in_(case_ids)))
    take_off_timelines(unit, case_ids)
    rows = [
        {"case_id": case_id, "party_id": party_id, "role": role}
        for case_id, _, parties in cases
        for party_id, role in parties.items()
    ]
    insert_all(unit.connection, CasePartyRow, rows)
    put_cases_on_timelines(
        unit,
        [(party_id, case_id, start_of(case.started_on)) for case_id, case, parties in cases for party_id in parties],
    )


def _tell(unit: Work, case_id: UUID, party_ids: Iterable[UUID]) -> None:
    unit.changed("case", case_id)
    for party_id in party_ids:
        unit.changed("party", party_id)
