"""Finds who a case system means by the numbers it names, and puts each case in place with those found beyond doubt."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from kcc_desktop.data.case_writes import put_all
from kcc_desktop.data.database import Work
from kcc_desktop.data.imports import batches
from kcc_desktop.data.parties import OrganisationRow, PersonRow
from kcc_desktop.domain.cases import ImportedCase, ImportedCaseParty
from kcc_desktop.domain.imports import CaseInFile, NamedParty, Tally


def put_cases(unit: Work, cases: list[CaseInFile], tally: Tally) -> None:
    """Write all of them; count in `tally`. Who is nobody here, or more than one, is a doubt and is left out."""
    holders = _Holders(unit.connection, [named for case in cases for named in case.named])
    found_in: list[ImportedCase] = []
    for one in cases:
        parties = []
        for named in one.named:
            found = holders.of(named)
            if len(found) == 1:
                parties.append(ImportedCaseParty(named.role, party_id=found.pop()))
            else:
                tally.doubt("party_twice" if found else "party_unknown", named.line)
        found_in.append(replace(one.case, parties=tuple(parties)))
    for done in put_all(unit, found_in):
        setattr(tally, done, getattr(tally, done) + 1)


class _Holders:
    """Who has which number, read once for the whole file."""

    def __init__(self, connection: Connection, named: list[NamedParty]) -> None:
        self._persons: dict[str, set[UUID]] = defaultdict(set)
        for column, numbers in (
            (PersonRow.a_number, {one.a_number for one in named}),
            (PersonRow.bsn, {one.bsn for one in named}),
        ):
            for number, party_id in _read(connection, (column, PersonRow.party_id), column, numbers):
                self._persons[number].add(party_id)
        columns = (
            OrganisationRow.kvk_number,
            OrganisationRow.branch_number,
            OrganisationRow.is_main,
            OrganisationRow.party_id,
        )
        rows = [
            *_read(connection, columns, OrganisationRow.kvk_number, {one.kvk_number for one in named}),
            *_read(connection, columns, OrganisationRow.branch_number, {one.branch_number for one in named}),
        ]
        self._organisations: dict[str, set[Any]] = defaultdict(set)
        for row in rows:
            self._organisations[row.kvk_number].add(row)
            self._organisations[row.branch_number].add(row)

    def of(self, named: NamedParty) -> set[UUID]:
        """Everybody who may be meant. An A-number says more than a BSN, a branch number more than a KVK number."""
        if named.a_number or named.bsn:
            return set(self._persons.get(named.a_number, set()) or self._persons.get(named.bsn, set()))
        rows = self._organisations.get(named.branch_number or named.kvk_number, set())
        if named.branch_number:
            rows = {row for row in rows if row.branch_number == named.branch_number}
            rows = {row for row in rows if named.kvk_number in {"", row.kvk_number}}
        else:  # the organisation itself before its branches
            bare = {row for row in rows if not row.branch_number}
            rows = bare or {row for row in rows if row.is_main} or rows
        return {row.party_id for row in rows}


def _read(connection: Connection, columns: Iterable[Any], key: Any, numbers: set[str]) -> Iterable[Any]:
    for batch in batches(sorted(numbers - {""})):
        yield from connection.execute(select(*columns).where(key.in_(batch)))
