"""Reads a file of BRP persons (JSON, the names of Haal Centraal's personen-mock). Its Dutch words stop here."""

import json
import re
from pathlib import Path
from typing import Any

from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.dates import PartialDate
from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.identifiers import parse_a_number, parse_bsn
from kcc_desktop.domain.imports import BadFile, ImportedPerson
from kcc_desktop.domain.names import NameUsage, PersonName

DECEASED = "O"
UNKNOWN = "00000000"
_POSTCODE = re.compile(r"([1-9][0-9]{3})\s?([A-Za-z]{2})")


def read_persons(file: Path) -> list[ImportedPerson]:
    """All persons in the file's order. Refuses the whole file with BadFile: record number and reason."""
    try:
        records = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise BadFile(0, "not_found") from error
    except OSError as error:
        raise BadFile(0, "unreadable") from error
    except ValueError as error:
        raise BadFile(getattr(error, "lineno", 0), "no_json") from error
    if not isinstance(records, list) or not all(isinstance(record, dict) for record in records):
        raise BadFile(0, "no_persons")
    persons: list[ImportedPerson] = []
    seen: set[str] = set()
    for line, record in enumerate(records, 1):
        try:
            person = _person(record)
        except InvalidValue as error:
            raise BadFile(line, f"{error.field}_{error.reason}") from error
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise BadFile(line, "no_person") from error
        if person.a_number in seen:
            raise BadFile(line, "a_number_twice")  # the number that tells people apart would make two of them one
        seen.add(person.a_number)
        persons.append(person)
    return persons


def _person(record: dict[str, Any]) -> ImportedPerson:
    name, birth = record["naam"], record.get("geboorte", {})
    death, suspension = record.get("overlijden"), record.get("opschortingBijhouding", {})
    reason = suspension.get("reden", {}).get("code", "")
    partner = (record.get("partners") or [{}])[-1].get("naam", {})
    bsn = record.get("burgerservicenummer", "")
    died_on, odd = _death_date((death or {}).get("datum", ""))
    return ImportedPerson(
        a_number=parse_a_number(record["aNummer"]),
        bsn=parse_bsn(bsn) if bsn else "",
        name=PersonName(
            given_names=name.get("voornamen", ""),
            prefix=name.get("voorvoegsel", ""),
            surname=name["geslachtsnaam"],
            title=name.get("adellijkeTitelPredicaat", {}).get("omschrijving", ""),
            partner_prefix=partner.get("voorvoegsel", ""),
            partner_surname=partner.get("geslachtsnaam", ""),
            usage=NameUsage(name.get("aanduidingNaamgebruik", {}).get("code", "E")),
            gender=record.get("geslacht", {}).get("code", "O"),
        ),
        birth_date=_date(birth.get("datum", "")),
        birth_place=birth.get("plaats", {}).get("omschrijving", ""),
        death_date=died_on,
        odd_death_date=odd,
        is_deceased=death is not None or reason == DECEASED,
        restriction=int(record.get("geheimhoudingPersoonsgegevens", "0")),
        under_investigation="persoonInOnderzoek" in record,
        under_curatorship=bool(record.get("indicatieCurateleRegister")),
        suspension=reason,
        address=_address(record.get("verblijfplaats", {})),
    )


def _date(text: str) -> str:
    return PartialDate.from_text(text).to_text() if text else ""


def _death_date(text: str) -> tuple[str, bool]:
    """Eight digits, and whether the file's text was none: that somebody died must not be lost over a date."""
    try:
        return _date(text), False
    except InvalidValue:
        return UNKNOWN, True


def _address(place: dict[str, Any]) -> Address | None:
    if not place:
        return None
    postcode = _POSTCODE.fullmatch(place.get("postcode", ""))
    number = place.get("huisnummer")
    return Address(
        street=place.get("straat", place.get("locatiebeschrijving", "")),
        house_number=int(number) if number else None,
        letter=place.get("huisletter", ""),
        addition=place.get("huisnummertoevoeging", ""),
        designation={"by": "bij", "to": "tegenover"}.get(place.get("aanduidingBijHuisnummer", {}).get("code", ""), ""),
        postcode=f"{postcode[1]} {postcode[2].upper()}" if postcode else "",
        place=place.get("woonplaats", ""),
        country=place.get("land", {}).get("omschrijving", ""),
        foreign_lines=tuple(place[f"regel{n}"] for n in (1, 2, 3) if place.get(f"regel{n}")),
    )
