"""Puts the trade register's organisations in place: by KVK number, and branches by their own number under it.

Contact details, contact persons and preferences are the desk's and stay as they are.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from kcc_desktop.data.database import Work
from kcc_desktop.data.imports import (
    Addresses,
    Values,
    address_values,
    addresses_of,
    batches,
    insert_all,
    is_same,
    party_values,
    replace_addresses,
    retitle,
    tell_of_parties,
    update_all,
)
from kcc_desktop.data.parties import OrganisationRow, PartyRow
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.imports import ImportedOrganisation, Tally
from kcc_desktop.domain.names import sort_key_text
from kcc_desktop.domain.parties import AddressKind, PartyKind

KVK = "KVK"


def put_organisations(unit: Work, organisations: list[ImportedOrganisation], tally: Tally) -> None:
    """Write all of them; count and doubt in `tally`. A branch follows its organisation, so that both find their row."""
    by_number: dict[str, list[ImportedOrganisation]] = defaultdict(list)
    for organisation in organisations:
        by_number[organisation.kvk_number].append(organisation)
    added: list[UUID] = []
    changed: list[UUID] = []
    for batch in batches(by_number.items()):
        _put(unit, dict(batch), tally, added, changed)
    tally.added, tally.changed = len(added), len(changed)
    tally.unchanged = len(organisations) - len(added) - len(changed)
    tell_of_parties(unit, [*added, *changed], found_by_new_words=[*added, *changed])


def _put(
    unit: Work,
    by_number: Mapping[str, list[ImportedOrganisation]],
    tally: Tally,
    added: list[UUID],
    changed: list[UUID],
) -> None:
    connection = unit.connection
    known = _known(connection, by_number)
    here = addresses_of(connection, [row.party_id for rows in known.values() for row in rows])
    parties: list[Values] = []
    new: list[Values] = []
    other: list[Values] = []
    titles: list[tuple[UUID, str, str]] = []
    moved: dict[UUID, Addresses] = {}
    for number, organisations in by_number.items():
        for organisation, row in _matched(organisations, known.get(number, []), tally):
            title, order = organisation.name, sort_key_text(organisation.name)
            if row is None:
                party_id = new_id()
                parties.append(party_values(unit, party_id, PartyKind.ORGANISATION, title, order, KVK))
                new.append({"party_id": party_id, **_new_values(organisation)})
                moved[party_id] = _merged({}, organisation)
                added.append(party_id)
                continue
            wanted, addresses = _values(organisation, row), _merged(here[row.party_id], organisation)
            if is_same(row, wanted) and addresses == here[row.party_id]:
                continue
            changed.append(row.party_id)
            other.append({"party_id": row.party_id, **wanted})
            titles.append((row.party_id, wanted["name"], sort_key_text(wanted["name"])))
            moved[row.party_id] = addresses
    insert_all(connection, PartyRow, parties)
    insert_all(connection, OrganisationRow, new)
    update_all(connection, OrganisationRow, other, "party_id")
    retitle(unit, titles, KVK)
    replace_addresses(connection, moved, known=[row["party_id"] for row in other])


def _known(connection: Connection, numbers: Iterable[str]) -> dict[str, list[Any]]:
    """The rows of each KVK number, the register's own before what a desk wrote down, older before newer."""
    found: dict[str, list[Any]] = defaultdict(list)
    rows = connection.execute(
        select(OrganisationRow.__table__, PartyRow.source)
        .join(PartyRow, PartyRow.id == OrganisationRow.party_id)
        .where(OrganisationRow.kvk_number.in_(list(numbers)))
    ).all()
    for row in sorted(rows, key=lambda row: (row.source != KVK, row.party_id)):
        found[row.kvk_number].append(row)
    return found


def _matched(
    organisations: list[ImportedOrganisation], rows: list[Any], tally: Tally
) -> list[tuple[ImportedOrganisation, Any]]:
    """Each organisation with its row, or None. Branches take theirs first, by number."""
    free = list(rows)
    pairs: list[tuple[ImportedOrganisation, Any]] = []
    for organisation in sorted(organisations, key=lambda one: one.is_main):
        row = next(iter(_candidates(organisation, free)), None)
        if row is not None:
            free.remove(row)
        pairs.append((organisation, row))
        if organisation.is_main and any(_is_twin(organisation, other) for other in free):
            tally.doubt("kvk_twice", organisation.line)
    return pairs[::-1]  # the organisation before its branches


def _candidates(organisation: ImportedOrganisation, rows: list[Any]) -> list[Any]:
    """Rows that may be this one, the likeliest first."""
    number = organisation.branch_number
    if not organisation.is_main:
        return [row for row in rows if row.branch_number == number]
    whole = [row for row in rows if row.is_main]
    found = [row for row in whole if number and row.branch_number == number]
    found += [row for row in whole if not row.branch_number]
    # Another branch may have become the main one. What a desk wrote down with another number is another branch.
    found += [row for row in whole if row.source == KVK]
    # It may have been known as a further branch until now.
    return found + [row for row in rows if number and row.branch_number == number]


def _is_twin(organisation: ImportedOrganisation, row: Any) -> bool:
    """Whether another row, too, passes for this whole organisation."""
    return bool(row.is_main) and row.branch_number in {"", organisation.branch_number}


def _new_values(organisation: ImportedOrganisation) -> Values:
    return {
        "name": organisation.name,
        "trade_names": "\n".join(organisation.trade_names or ()),
        "legal_form": organisation.legal_form or "",
        "kvk_number": organisation.kvk_number,
        "branch_number": organisation.branch_number,
        "rsin": organisation.rsin or "",
        "is_main": organisation.is_main,
        "is_active": organisation.is_active is not False,
    }


def _values(organisation: ImportedOrganisation, row: Any) -> Values:
    """What the row should hold: what the file tells, else what it holds already."""
    names = {row.name, *row.trade_names.splitlines()}
    keeps_name = organisation.is_partial and organisation.name in names
    told = {
        "name": None if keeps_name else organisation.name,
        "trade_names": None if organisation.trade_names is None else "\n".join(organisation.trade_names),
        "legal_form": organisation.legal_form,
        "branch_number": organisation.branch_number or None,
        "rsin": organisation.rsin,
        "is_main": organisation.is_main,
        "is_active": organisation.is_active,
    }
    return {column: getattr(row, column) if value is None else value for column, value in told.items()}


def _merged(known: Addresses, organisation: ImportedOrganisation) -> Addresses:
    """The addresses afterwards: those told of, except that a brief one replaces nothing."""
    after = dict(known)
    for kind, address in organisation.addresses.items():
        if organisation.brief_addresses and kind in after:
            continue
        after.pop(kind, None)
        if address is not None:
            after[AddressKind(kind)] = address_values(address)
    return after
