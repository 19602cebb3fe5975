"""By which words parties are found, from their rows: their names apart from all else that leads to them."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, select

from kcc_desktop.data.parties import OrganisationRow, PersonRow
from kcc_desktop.domain import findable


def person_names(row: Any) -> set[str]:
    return {
        *findable.name_words(row.prefix, row.surname),
        *findable.name_words(row.partner_prefix, row.partner_surname),
        *findable.text_words(f"{row.given_names} {row.preferred_name}"),
    }


def organisation_names(row: Any) -> set[str]:
    return set(findable.text_words(f"{row.name} {row.trade_names}"))


def names_of(connection: Connection, party_ids: Collection[UUID]) -> dict[UUID, set[str]]:
    """The words of the names of those that are there."""
    if not party_ids:
        return {}
    found = {}
    for row in connection.execute(select(PersonRow.__table__).where(PersonRow.party_id.in_(list(party_ids)))):
        found[row.party_id] = person_names(row)
    for row in connection.execute(
        select(OrganisationRow.__table__).where(OrganisationRow.party_id.in_(list(party_ids)))
    ):
        found[row.party_id] = organisation_names(row)
    return found
