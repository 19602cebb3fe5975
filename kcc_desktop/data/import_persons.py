"""Puts the register's persons in place: by A-number, so that a second import finds what the first one made.

Residence, correspondence address and family are the register's; contact details, preferences and the
name somebody prefers are the desk's and stay as they are.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, delete, select

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
from kcc_desktop.data.parties import PartyRelationRow, PartyRow, PersonRow
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.imports import ImportedPerson, ImportedRelation, Tally
from kcc_desktop.domain.names import full_name, sort_key
from kcc_desktop.domain.parties import AddressKind, PartyKind, Relation

BRP = "BRP"
_REGISTERED = (AddressKind.RESIDENCE, AddressKind.CORRESPONDENCE)
_FAMILY = tuple(relation.value for relation in (Relation.PARTNER, Relation.CHILD, Relation.PARENT))


@dataclass(slots=True)
class _Done:
    """Who is who and what was done with them, while the import runs."""

    ids: list[UUID] = field(default_factory=list)  # in the file's order
    added: set[UUID] = field(default_factory=set)
    changed: set[UUID] = field(default_factory=set)


def put_persons(unit: Work, persons: list[ImportedPerson], tally: Tally) -> None:
    """Write all of them, their addresses and family; count and doubt in `tally`. Numbers there are records from 1."""
    done = _Done()
    for batch in batches(persons):
        _put(unit, batch, done)
    holders = _holders(unit.connection, persons)
    related_anew = _put_relations(unit.connection, persons, done, holders, tally)
    _doubt_numbers(persons, done, holders, tally)
    changed = (done.changed | related_anew) - done.added
    tell_of_parties(unit, done.added | changed, found_by_new_words=done.added | done.changed)
    tally.added, tally.changed = len(done.added), len(changed)
    tally.unchanged = len(persons) - tally.added - tally.changed


def _put(unit: Work, batch: list[ImportedPerson], done: _Done) -> None:
    connection = unit.connection
    known = {
        row.a_number: row
        for row in connection.execute(
            select(PersonRow.__table__).where(PersonRow.a_number.in_([person.a_number for person in batch]))
        )
    }
    here = addresses_of(connection, [row.party_id for row in known.values()])
    parties: list[Values] = []
    new: list[Values] = []
    other: list[Values] = []
    titles: list[tuple[UUID, str, str]] = []
    moved: dict[UUID, Addresses] = {}
    for person in batch:
        wanted, addresses = _values(person), _addresses(person)
        row = known.get(person.a_number)
        if row is None:
            party_id = new_id()
            title = full_name(person.name)
            parties.append(party_values(unit, party_id, PartyKind.PERSON, title, sort_key(person.name), BRP))
            new.append({"party_id": party_id, **wanted})
            moved[party_id] = addresses
            done.added.add(party_id)
        else:
            party_id = row.party_id
            kept = {kind: values for kind, values in here[party_id].items() if kind not in _REGISTERED}
            if here[party_id] != kept | addresses:
                moved[party_id] = kept | addresses
                done.changed.add(party_id)
            if not is_same(row, wanted):
                other.append({"party_id": party_id, **wanted})
                done.changed.add(party_id)
            if party_id in done.changed:
                name = replace(person.name, preferred_name=row.preferred_name)
                titles.append((party_id, full_name(name), sort_key(name)))
        done.ids.append(party_id)
    insert_all(connection, PartyRow, parties)
    insert_all(connection, PersonRow, new)
    update_all(connection, PersonRow, other, "party_id")
    retitle(unit, titles, BRP)
    replace_addresses(connection, moved, known=moved.keys() & done.changed)


def _holders(connection: Connection, persons: list[ImportedPerson]) -> dict[str, set[UUID]]:
    """Who has each number of the file: persons' own BSNs, and the BSNs and A-numbers of their family."""
    family = [relative for person in persons for relative in person.relations]
    found: dict[str, set[UUID]] = defaultdict(set)
    for column, numbers in (
        (PersonRow.bsn, {person.bsn for person in persons} | {relative.bsn for relative in family}),
        (PersonRow.a_number, {relative.a_number for relative in family}),
    ):
        for batch in batches(sorted(numbers - {""})):
            for number, party_id in connection.execute(select(column, PersonRow.party_id).where(column.in_(batch))):
                found[number].add(party_id)
    return found


def _put_relations(
    connection: Connection, persons: list[ImportedPerson], done: _Done, holders: dict[str, set[UUID]], tally: Tally
) -> set[UUID]:
    """Write the family of those for whom it differs; answers who they are."""
    differing: set[UUID] = set()
    for batch in batches(enumerate(zip(persons, done.ids, strict=True), 1)):
        before = _relations_of(
            connection, [party_id for _line, (_person, party_id) in batch if party_id not in done.added]
        )
        rows: list[Values] = []
        stale: list[UUID] = []
        for line, (person, party_id) in batch:
            wanted = [_relation(relative, party_id, holders) for relative in person.relations]
            if any(len(_candidates(relative, party_id, holders)) > 1 for relative in person.relations):
                tally.doubt("relation_twice", line)
            if Counter(wanted) == before.get(party_id, Counter()):
                continue
            differing.add(party_id)
            stale.append(party_id)
            rows += [
                {"id": new_id(), "party_id": party_id, "relation": relation, "related_id": related_id}
                | {"name": name, "birth_date": birth_date}
                for relation, related_id, name, birth_date in wanted
            ]
        if stale:
            connection.execute(
                delete(PartyRelationRow).where(
                    PartyRelationRow.party_id.in_(stale), PartyRelationRow.relation.in_(_FAMILY)
                )
            )
        insert_all(connection, PartyRelationRow, rows)
    return differing


def _relations_of(connection: Connection, party_ids: list[UUID]) -> dict[UUID, Counter[tuple[Any, ...]]]:
    found: dict[UUID, Counter[tuple[Any, ...]]] = defaultdict(Counter)
    rows = connection.execute(
        select(PartyRelationRow.__table__).where(
            PartyRelationRow.party_id.in_(party_ids), PartyRelationRow.relation.in_(_FAMILY)
        )
    )
    for row in rows:
        found[row.party_id][row.relation, row.related_id, row.name, row.birth_date] += 1
    return found


def _relation(relative: ImportedRelation, party_id: UUID, holders: dict[str, set[UUID]]) -> tuple[Any, ...]:
    candidates = _candidates(relative, party_id, holders)
    related_id = next(iter(candidates)) if len(candidates) == 1 else None
    return relative.relation.value, related_id, relative.name, relative.birth_date


def _candidates(relative: ImportedRelation, party_id: UUID, holders: dict[str, set[UUID]]) -> set[UUID]:
    """Who the register may mean: the A-number's holder, else whoever has the BSN; nobody is their own family."""
    found = holders.get(relative.a_number, set()) or holders.get(relative.bsn, set())
    return found - {party_id}


def _doubt_numbers(persons: list[ImportedPerson], done: _Done, holders: dict[str, set[UUID]], tally: Tally) -> None:
    in_file = set(done.ids)
    for line, person in enumerate(persons, 1):
        if holders.get(person.bsn, set()) - in_file:
            tally.doubt("bsn_elsewhere", line)


def _addresses(person: ImportedPerson) -> Addresses:
    given: Iterable[tuple[AddressKind, Any]] = zip(_REGISTERED, (person.address, person.correspondence), strict=True)
    return {kind: address_values(address) for kind, address in given if address is not None}


def _values(person: ImportedPerson) -> Values:
    name = person.name
    return {
        "a_number": person.a_number,
        "bsn": person.bsn,
        "given_names": name.given_names,
        "prefix": name.prefix,
        "surname": name.surname,
        "title": name.title,
        "partner_prefix": name.partner_prefix,
        "partner_surname": name.partner_surname,
        "name_usage": name.usage.value,
        "gender": name.gender or "O",
        "birth_date": person.birth_date,
        "birth_place": person.birth_place,
        "death_date": person.death_date,
        "is_deceased": person.is_deceased,
        "restriction": person.restriction,
        "under_investigation": person.under_investigation,
        "under_curatorship": person.under_curatorship,
        "suspension": person.suspension,
    }
