"""Tries each value of a command by itself, so that a form says at once all that is wrong. Knows no widget.

Run by a worker: the first telephone number loads a library that takes longer than a frame.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from kcc_desktop.domain.addresses import Address
from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.names import PersonName
from kcc_desktop.domain.party_commands import RegisterOrganisation, RegisterPerson
from kcc_desktop.domain.registering import fit_organisation, fit_person

_SOMEBODY = PersonName(surname="x")
_EMPTY = Address()


def person_problems(command: RegisterPerson) -> list[InvalidValue]:
    """One at most for each field."""
    blank = RegisterPerson(command.id, _SOMEBODY)
    address = command.address or _EMPTY
    return _problems(
        fit_person,
        [
            replace(blank, name=command.name),
            replace(blank, bsn=command.bsn),
            replace(blank, phone=command.phone),
            replace(blank, email=command.email),
            *(replace(blank, address=part) for part in _parts(address)),
        ],
    )


def organisation_problems(command: RegisterOrganisation) -> list[InvalidValue]:
    """One at most for each field."""
    blank = RegisterOrganisation(command.id, "x")
    address = command.address or _EMPTY
    return _problems(
        fit_organisation,
        [
            replace(blank, name=command.name),
            replace(blank, kvk_number=command.kvk_number),
            replace(blank, branch_number=command.branch_number),
            replace(blank, rsin=command.rsin),
            replace(blank, phone=command.phone),
            replace(blank, email=command.email),
            *(replace(blank, address=part) for part in _parts(address)),
        ],
    )


def _parts(address: Address) -> list[Address]:
    return [
        Address(postcode=address.postcode),
        Address(street=address.street),
        Address(letter=address.letter),
        Address(addition=address.addition),
        Address(place=address.place),
    ]


def _problems(fit: Callable[[Any], object], commands: Sequence[object]) -> list[InvalidValue]:
    found: dict[str, InvalidValue] = {}
    for command in commands:
        try:
            fit(command)
        except InvalidValue as error:
            found.setdefault(error.field, error)
    return list(found.values())


def register(
    check: Callable[[], list[InvalidValue]], known: tuple[InvalidValue, ...], do: Callable[[], object]
) -> list[InvalidValue]:
    """Does it when nothing is wrong, here or before (`known`); else what is wrong."""
    found = [*known, *check()]
    if not found:
        do()
    return found
