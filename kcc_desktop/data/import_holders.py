"""Finds who another system means by the numbers it names."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from kcc_desktop.data.imports import batches
from kcc_desktop.data.parties import OrganisationRow, PersonRow
from kcc_desktop.domain.imports import NamedParty


class Holders:
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
