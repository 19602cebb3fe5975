"""Reads a file of BRP persons (JSON, the names of Haal Centraal's personen-mock). Its Dutch words stop here.

The file is a list of persons. Of each it reads `aNummer` (needed), `burgerservicenummer`, `naam`
(needed), `geboorte`, `overlijden`, `geslacht`, `verblijfplaats`, `partners`, `ouders`, `kinderen`,
`geheimhoudingPersoonsgegevens` (0 to 7), `persoonInOnderzoek`, `indicatieCurateleRegister` and
`opschortingBijhouding`; anything else is passed over. A small one: tests/integrations/examples/persons.json.
"""

import re
from collections.abc import Callable
from pathlib import Path

from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.dates import PartialDate
from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.identifiers import parse_a_number, parse_bsn
from kcc_desktop.domain.imports import BadFile, ImportedPerson, ImportedRelation
from kcc_desktop.domain.names import NameUsage, PersonName, full_name
from kcc_desktop.domain.parties import Gender, Relation, Suspension
from kcc_desktop.integrations.json_file import Fields, WrongField, read_records

UNKNOWN = "00000000"
CORRESPONDENCE = "B"  # functieAdres: B briefadres, W woonadres
LONGEST_NAME = 200
HIGHEST_HOUSE_NUMBER = 99_999
HIGHEST_RESTRICTION = 7
_POSTCODE = re.compile(r"([1-9][0-9]{3})\s?([A-Za-z]{2})")
_RELATIONS = {"partners": Relation.PARTNER, "ouders": Relation.PARENT, "kinderen": Relation.CHILD}


def read_persons(file: Path) -> list[ImportedPerson]:
    """All persons in the file's order. Refuses the whole file with BadFile: record number and reason."""
    persons: list[ImportedPerson] = []
    seen: set[str] = set()
    for number, record in read_records(file):
        try:
            person = _person(record)
        except InvalidValue as error:
            raise BadFile(number, f"{error.field}_{error.reason}") from error
        except WrongField as error:
            raise BadFile(number, error.reason, error.name, error.detail) from error
        if person.a_number in seen:
            raise BadFile(number, "a_number_twice")  # the number that tells people apart would make two of them one
        seen.add(person.a_number)
        persons.append(person)
    return persons


def _person(record: Fields) -> ImportedPerson:
    if "aNummer" not in record or "naam" not in record:
        raise WrongField("", "no_person")
    birth, suspension = record.group("geboorte"), record.group("opschortingBijhouding").group("reden")
    reason = suspension.text("code", 1, one_of=tuple(Suspension))
    bsn = record.text("burgerservicenummer", 20)
    died_on, odd_death = _date_or_unknown(record.group("overlijden").text("datum", 40))
    relations, odd_relation = _relations(record)
    place = record.group("verblijfplaats")
    posted = place.group("functieAdres").text("code", 1) == CORRESPONDENCE
    address = _address(place) if place.values else None
    return ImportedPerson(
        a_number=parse_a_number(record.text("aNummer", 20)),
        bsn=parse_bsn(bsn) if bsn else "",
        name=_name(record),
        birth_date=_date(birth.text("datum", 40)),
        birth_place=birth.group("plaats").text("omschrijving", 80),
        death_date=died_on,
        odd_death_date=odd_death,
        is_deceased="overlijden" in record or reason == Suspension.DECEASED,
        restriction=record.number("geheimhoudingPersoonsgegevens", HIGHEST_RESTRICTION) or 0,
        under_investigation="persoonInOnderzoek" in record,
        under_curatorship=record.values.get("indicatieCurateleRegister") is True,
        suspension=reason,
        address=None if posted else address,
        correspondence=address if posted else None,
        relations=relations,
        odd_relation=odd_relation,
    )


def _name(record: Fields) -> PersonName:
    name, partner = record.group("naam"), _partner(record).group("naam")
    surname = name.text("geslachtsnaam", LONGEST_NAME)  # a full stop when it is unknown
    if not surname.strip():
        raise WrongField("", "no_person")
    return PersonName(
        given_names=name.text("voornamen", LONGEST_NAME),
        prefix=name.text("voorvoegsel", 20),
        surname=surname,
        title=name.group("adellijkeTitelPredicaat").text("omschrijving", 20),
        partner_prefix=partner.text("voorvoegsel", 20),
        partner_surname=partner.text("geslachtsnaam", LONGEST_NAME),
        usage=NameUsage(name.group("aanduidingNaamgebruik").text("code", 1, one_of=tuple(NameUsage)) or "E"),
        gender=record.group("geslacht").text("code", 1, one_of=tuple(Gender)) or Gender.UNKNOWN.value,
    )


def _partner(record: Fields) -> Fields:
    """Whose name somebody may use: the partner's, after it has ended that of the last one."""
    partners = record.groups("partners")
    together = [partner for partner in partners if "ontbindingHuwelijkPartnerschap" not in partner]
    return (together or partners or [Fields({})])[-1]


def _relations(record: Fields) -> tuple[tuple[ImportedRelation, ...], bool]:
    """Family the register names, and whether a number or date of it could not be read. Who was a partner is none."""
    found: list[ImportedRelation] = []
    odd = False
    for group, relation in _RELATIONS.items():
        for relative in record.groups(group):
            if "ontbindingHuwelijkPartnerschap" in relative:
                continue
            name = relative.group("naam")
            born, odd_date = _date_or_unknown(relative.group("geboorte").text("datum", 40))
            bsn, odd_bsn = _number_or_none(relative.text("burgerservicenummer", 20), parse_bsn)
            a_number, odd_a_number = _number_or_none(relative.text("aNummer", 20), parse_a_number)
            odd = odd or odd_date or odd_bsn or odd_a_number
            own_name = PersonName(
                given_names=name.text("voornamen", LONGEST_NAME),
                prefix=name.text("voorvoegsel", 20),
                surname=name.text("geslachtsnaam", LONGEST_NAME),
            )
            named = ImportedRelation(relation, full_name(own_name)[:300], born, bsn, a_number)
            if (
                named.name or bsn or a_number
            ) and named not in found:  # an unknown parent is registered as a lone full stop
                found.append(named)
    return tuple(found), odd


def _number_or_none(text: str, parse: Callable[[str], str]) -> tuple[str, bool]:
    try:
        return (parse(text) if text else ""), False
    except InvalidValue:
        return "", True


def _date(text: str) -> str:
    return PartialDate.from_text(text).to_text() if text else ""


def _date_or_unknown(text: str) -> tuple[str, bool]:
    """Eight digits, and whether the file's text was none: that somebody died must not be lost over a date."""
    try:
        return _date(text), False
    except InvalidValue:
        return UNKNOWN, True


def _address(place: Fields) -> Address:
    postcode = _POSTCODE.fullmatch(place.text("postcode", 10))
    return Address(
        street=place.text("straat", 100) or place.text("locatiebeschrijving", 100),
        house_number=place.number("huisnummer", HIGHEST_HOUSE_NUMBER) or None,
        letter=place.text("huisletter", 1),
        addition=place.text("huisnummertoevoeging", 20),
        designation={"by": "bij", "to": "tegenover"}.get(place.group("aanduidingBijHuisnummer").text("code", 10), ""),
        postcode=f"{postcode[1]} {postcode[2].upper()}" if postcode else "",
        place=place.text("woonplaats", 80),
        country=place.group("land").text("omschrijving", 60),
        foreign_lines=tuple(line for n in (1, 2, 3) if (line := place.text(f"regel{n}", 100))),
    )
