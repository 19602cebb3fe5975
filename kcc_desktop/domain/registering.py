"""Makes what an agent typed about a resident or company fit to be kept, and refuses what it cannot be."""

from dataclasses import replace
from datetime import date

from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.identifiers import (
    parse_branch_number,
    parse_bsn,
    parse_kvk_number,
    parse_postcode,
    parse_rsin,
)
from kcc_desktop.domain.names import PersonName
from kcc_desktop.domain.notes import clean, line
from kcc_desktop.domain.parties import DigitalAddressKind, Representation
from kcc_desktop.domain.party_commands import (
    AddRepresentation,
    ChangePreferences,
    ConsentNeeded,
    RefuseDisclosure,
    RegisterOrganisation,
    RegisterPerson,
)
from kcc_desktop.domain.phone import parse_email, parse_phone

_LONGEST_NAME, _LONGEST_PREFIX = 200, 20
_HIGHEST_NUMBER = 99_999


def fit_person(command: RegisterPerson) -> RegisterPerson:
    """With numbers and addresses in their one notation. Refuses with InvalidValue."""
    return replace(
        command,
        name=_fit_name(command.name),
        bsn=parse_bsn(command.bsn) if command.bsn else "",
        address=_fit_address(command.address) if command.address is not None else None,
        phone=parse_phone(command.phone) if command.phone else "",
        email=parse_email(command.email) if command.email else "",
    )


def fit_organisation(command: RegisterOrganisation) -> RegisterOrganisation:
    """With numbers and addresses in their one notation. Refuses with InvalidValue."""
    name = line(command.name, "name", 300)
    if not name:
        raise InvalidValue("name", "empty")
    return replace(
        command,
        name=name,
        kvk_number=parse_kvk_number(command.kvk_number) if command.kvk_number else "",
        branch_number=parse_branch_number(command.branch_number) if command.branch_number else "",
        rsin=parse_rsin(command.rsin) if command.rsin else "",
        address=_fit_address(command.address) if command.address is not None else None,
        phone=parse_phone(command.phone) if command.phone else "",
        email=parse_email(command.email) if command.email else "",
    )


def fit_preferences(command: ChangePreferences, channels: frozenset[str]) -> ChangePreferences:
    """Refuses with ConsentNeeded, InvalidValue("channel", "unknown"), ("language", "characters"), or too long texts."""
    if command.needs_digital_help and not command.digital_help_agreed:
        raise ConsentNeeded
    if command.channel and command.channel not in channels:
        raise InvalidValue("channel", "unknown")
    if not is_language(command.language):
        raise InvalidValue("language", "characters")
    return replace(
        command,
        moment=line(command.moment, "moment", 100),
        preferred_name=line(command.preferred_name, "preferred_name", _LONGEST_NAME),
    )


def fit_representation(command: AddRepresentation) -> AddRepresentation:
    """Refuses with InvalidValue("represented", "same") for oneself, ("valid_until", "range") for an early end."""
    if command.representative_id == command.represented_id:
        raise InvalidValue("represented", "same")
    if command.valid_from and command.valid_until and command.valid_until < command.valid_from:
        raise InvalidValue("valid_until", "range")
    return replace(command, function=line(command.function, "function", 80))


def check_end(representation: Representation, ended_on: date, today: date) -> None:
    """An end is noted when it is there: what ends later has its last day from the start.

    Refuses with InvalidValue("ended_on", "future"), and ("ended_on", "outside") for a day on which it did not hold.
    What is still to begin may end today.
    """
    begun = representation.valid_from
    if ended_on > today:
        raise InvalidValue("ended_on", "future")
    lapsed = representation.valid_until is not None and representation.valid_until < ended_on
    if lapsed or (begun is not None and ended_on < min(begun, today)):
        raise InvalidValue("ended_on", "outside")


def fit_refusal(command: RefuseDisclosure) -> RefuseDisclosure:
    """Refuses with InvalidValue("asked", "empty" | "too_long")."""
    asked = clean(command.asked, "asked").strip()
    if not asked:
        raise InvalidValue("asked", "empty")
    return replace(command, asked=asked)


def fit_digital(kind: DigitalAddressKind, value: str) -> str:
    """E.164, or a mail address. Refuses with InvalidValue."""
    return parse_phone(value) if kind is DigitalAddressKind.PHONE else parse_email(value)


def fit_label(label: str) -> str:
    return line(label, "label", 60)


def is_language(code: str) -> bool:
    """Three small letters, as ISO 639-2 has them."""
    return len(code) == 3 and code.isascii() and code.isalpha() and code.islower()


def _fit_name(name: PersonName) -> PersonName:
    fitted = replace(
        name,
        given_names=line(name.given_names, "given_names", _LONGEST_NAME),
        prefix=line(name.prefix, "prefix", _LONGEST_PREFIX),
        surname=line(name.surname, "surname", _LONGEST_NAME),
        title=line(name.title, "title", 20),
        partner_prefix=line(name.partner_prefix, "prefix", _LONGEST_PREFIX),
        partner_surname=line(name.partner_surname, "surname", _LONGEST_NAME),
        preferred_name=line(name.preferred_name, "preferred_name", _LONGEST_NAME),
    )
    if not (fitted.surname or fitted.given_names):
        raise InvalidValue("surname", "empty")
    return fitted


def _fit_address(address: Address) -> Address:
    """A Dutch address has a Dutch postcode; one abroad stands in its own lines.

    Refuses with InvalidValue("house_number", "range") more than the five digits that the register of addresses has.
    """
    if address.house_number is not None and not 0 < address.house_number <= _HIGHEST_NUMBER:
        raise InvalidValue("house_number", "range")
    is_dutch = address.postcode and not address.country and not address.foreign_lines
    return replace(
        address,
        street=line(address.street, "street", 100),
        letter=line(address.letter, "letter", 1),
        addition=line(address.addition, "addition", 20),
        designation=line(address.designation, "designation", 10),
        postcode=parse_postcode(address.postcode) if is_dutch else line(address.postcode, "postcode", 7),
        place=line(address.place, "place", 80),
        country=line(address.country, "country", 60),
        foreign_lines=tuple(line(part, "address", 100) for part in address.foreign_lines),
    )
