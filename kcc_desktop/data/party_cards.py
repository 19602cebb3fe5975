"""Reads one party as a card. What a restriction covers is not even read."""

from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, Connection, bindparam, case, select

from kcc_desktop.data.covering import sharing_restriction
from kcc_desktop.data.parties import OrganisationRow, PartyAddressRow, PartyRelationRow, PartyRow, PersonRow
from kcc_desktop.data.party_contact_details import addresses, digital_addresses
from kcc_desktop.data.party_reads import partial_date
from kcc_desktop.data.representations import representations
from kcc_desktop.domain.identifiers import masked_bsn
from kcc_desktop.domain.names import NameUsage, PersonName, spoken_name
from kcc_desktop.domain.parties import (
    AddressKind,
    Branch,
    Gender,
    OrganisationFacts,
    PartyCard,
    PartyKind,
    PersonFacts,
    Preferences,
    RelatedParty,
    Relation,
    Source,
    Suspension,
    Warnings,
)
from kcc_desktop.domain.party_answers import Revealed

MOST_BRANCHES = 50

_party: BindParameter[UUID] = bindparam("party")
_CARD = (
    select(
        PartyRow.__table__,
        *(column.label(f"person_{column.name}") for column in PersonRow.__table__.columns),
        *(column.label(f"organisation_{column.name}") for column in OrganisationRow.__table__.columns),
    )
    .outerjoin(PersonRow, PersonRow.party_id == PartyRow.id)
    .outerjoin(OrganisationRow, OrganisationRow.party_id == PartyRow.id)
    .where(PartyRow.id == _party)
)
_related = PartyRow.__table__.alias("related")
_RELATIONS = (
    select(
        PartyRelationRow.relation,
        PartyRelationRow.related_id,
        PartyRelationRow.name,
        PartyRelationRow.birth_date,
        _related.c.title,
        PersonRow.birth_date.label("registered_birth_date"),
        PersonRow.restriction,
        PersonRow.is_deceased,
    )
    .outerjoin(_related, _related.c.id == PartyRelationRow.related_id)
    .outerjoin(PersonRow, PersonRow.party_id == PartyRelationRow.related_id)
    .where(PartyRelationRow.party_id == _party)
    .order_by(
        case({relation.value: n for n, relation in enumerate(Relation)}, value=PartyRelationRow.relation),
        PartyRelationRow.birth_date,
        PartyRelationRow.id,
    )
)
_BRANCHES = (
    select(OrganisationRow.party_id, OrganisationRow.name, OrganisationRow.branch_number, PartyAddressRow.place)
    .outerjoin(
        PartyAddressRow,
        (PartyAddressRow.party_id == OrganisationRow.party_id) & (PartyAddressRow.kind == AddressKind.VISIT.value),
    )
    .where(OrganisationRow.kvk_number == bindparam("kvk_number"), OrganisationRow.party_id != _party)
    .order_by(OrganisationRow.name, OrganisationRow.branch_number)
    .limit(MOST_BRANCHES)
)


def is_deceased(connection: Connection, party_id: UUID) -> bool | None:
    """Whether somebody died; an organisation never does. None when there is no such party."""
    row = connection.execute(
        select(PersonRow.is_deceased)
        .select_from(PartyRow)
        .outerjoin(PersonRow, PersonRow.party_id == PartyRow.id)
        .where(PartyRow.id == party_id)
    ).first()
    return None if row is None else bool(row.is_deceased)


def card(connection: Connection, party_id: UUID) -> PartyCard | None:
    """The card, or None when there is no such party."""
    row = connection.execute(_CARD, {"party": party_id}).first()
    if row is None:
        return None
    warnings, person, organisation, spoken = Warnings(), None, None, row.title
    if row.kind == PartyKind.PERSON:
        warnings = _warnings(connection, row)
        person = _person(connection, row)
        spoken = spoken_name(person.name)
    else:
        # Where somebody lives who is under a restriction: a company of one, at home.
        warnings = Warnings(housemate_restricted=bool(sharing_restriction(connection, [row.id]).housemates))
        organisation = _organisation(connection, row)
    source = Source(row.source, row.source_on)
    covered = warnings.covers_address
    return PartyCard(
        id=party_id,
        kind=PartyKind(row.kind),
        title=row.title,
        spoken=spoken,
        warnings=warnings,
        is_covered=covered,
        addresses=() if covered else addresses(connection, party_id, source),
        digital_addresses=() if covered else digital_addresses(connection, party_id),
        preferences=Preferences(
            row.preferred_channel,
            row.preferred_moment,
            row.language,
            row.needs_digital_help,
            row.digital_help_agreed_on,
            row.preferences_version,
        ),
        person=person,
        organisation=organisation,
        representations=representations(connection, party_id),
        source=source,
    )


def uncovered(connection: Connection, party_id: UUID) -> Revealed | None:
    """What the card covers or masks, or None when there is no such party."""
    row = connection.execute(
        select(PartyRow.source, PartyRow.source_on, PersonRow.bsn)
        .outerjoin(PersonRow, PersonRow.party_id == PartyRow.id)
        .where(PartyRow.id == party_id)
    ).first()
    if row is None:
        return None
    return Revealed(
        row.bsn or "",
        addresses(connection, party_id, Source(row.source, row.source_on)),
        digital_addresses(connection, party_id),
    )


def _warnings(connection: Connection, row: Any) -> Warnings:
    housemates, family = sharing_restriction(connection, [row.id])
    return Warnings(
        restriction=row.person_restriction,
        is_deceased=row.person_is_deceased,
        died_on=partial_date(row.person_death_date),
        under_investigation=row.person_under_investigation,
        suspension=Suspension(row.person_suspension) if row.person_suspension else None,
        under_curatorship=row.person_under_curatorship,
        housemate_restricted=row.id in housemates,
        family_restricted=row.id in family,
    )


def _person(connection: Connection, row: Any) -> PersonFacts:
    return PersonFacts(
        _name(row),
        partial_date(row.person_birth_date),
        row.person_birth_place,
        Gender(row.person_gender),
        masked_bsn(row.person_bsn),
        masked_bsn(row.person_a_number),
        tuple(_relative(relative) for relative in connection.execute(_RELATIONS, {"party": row.id})),
    )


def name_of(connection: Connection, party_id: UUID) -> PersonName | None:
    """A person's name in its parts; None for a company."""
    row = connection.execute(_CARD, {"party": party_id}).first()
    return _name(row) if row is not None and row.kind == PartyKind.PERSON else None


def _name(row: Any) -> PersonName:
    return PersonName(
        given_names=row.person_given_names,
        prefix=row.person_prefix,
        surname=row.person_surname,
        title=row.person_title,
        partner_prefix=row.person_partner_prefix,
        partner_surname=row.person_partner_surname,
        usage=NameUsage(row.person_name_usage),
        gender=row.person_gender,
        preferred_name=row.person_preferred_name,
    )


def _relative(row: Any) -> RelatedParty:
    """A relative under a restriction is named, and no birth date tells which of the name it is."""
    restricted = bool(row.restriction)
    born = row.birth_date if row.related_id is None else row.registered_birth_date or row.birth_date
    return RelatedParty(
        row.related_id,
        row.title or row.name,
        Relation(row.relation),
        None if restricted else partial_date(born),
        restricted,
        bool(row.is_deceased),
    )


def _organisation(connection: Connection, row: Any) -> OrganisationFacts:
    branches: tuple[Branch, ...] = ()
    if row.organisation_kvk_number:
        found = connection.execute(_BRANCHES, {"kvk_number": row.organisation_kvk_number, "party": row.id}).all()
        at_home = sharing_restriction(connection, [one.party_id for one in found]).housemates
        branches = tuple(
            Branch(one.party_id, one.name, one.branch_number, "" if one.party_id in at_home else one.place or "")
            for one in found
        )
    return OrganisationFacts(
        row.organisation_name,
        tuple(row.organisation_trade_names.splitlines()),
        row.organisation_legal_form,
        row.organisation_kvk_number,
        row.organisation_branch_number,
        row.organisation_rsin,
        row.organisation_is_active,
        branches,
    )
