"""What another calendar is told of a citizen: what it asks for and no more, from the card, where nothing is covered.

A BSN is never taken from the card: whoever has to give it asks the citizen.
"""

from collections.abc import Mapping, Sequence

from kcc_desktop.domain.appointment_door import CustomerField, DoorField
from kcc_desktop.domain.names import PersonName
from kcc_desktop.domain.parties import DigitalAddressKind, PartyCard

_MOBILE = "+316"


def known_of(card: PartyCard, asked: Sequence[DoorField]) -> Mapping[CustomerField, str]:
    """Of the fields that have to be given those that the card shows; of a group, where one is enough, one."""
    has = _all(card)
    if not any(one.name is CustomerField.PREFIX and one.is_needed for one in asked):
        # Nobody is called by half a surname: what is not given apart goes before it.
        has[CustomerField.LAST_NAME] = f"{has.get(CustomerField.PREFIX, '')} {has[CustomerField.LAST_NAME]}".strip()
    known: dict[CustomerField, str] = {}
    groups: set[str] = set()
    for one in asked:
        value = has.get(one.name, "")
        if not value or not (one.is_needed or (one.group and one.group not in groups)):
            continue
        known[one.name] = value
        groups.add(one.group)
    return known


def _all(card: PartyCard) -> dict[CustomerField, str]:
    values: dict[CustomerField, str] = {}
    if card.person is not None:
        values |= _name(card.person.name)
        born = card.person.born
        if born is not None and born.year and born.month and born.day and not card.is_covered:
            values[CustomerField.BIRTH_DATE] = f"{born.year:04d}-{born.month:02d}-{born.day:02d}"
    else:
        values[CustomerField.LAST_NAME] = card.title
    values[CustomerField.LANGUAGE] = card.preferences.language
    for one in card.digital_addresses:
        kind = CustomerField.EMAIL
        if one.kind is not DigitalAddressKind.EMAIL:
            kind = CustomerField.MOBILE if one.value.startswith(_MOBILE) else CustomerField.PHONE
        if one.is_preferred or kind not in values:
            values[kind] = one.value
    values.setdefault(CustomerField.PHONE, values.get(CustomerField.MOBILE, ""))
    if card.addresses:
        address = card.addresses[0].address
        values |= {
            CustomerField.STREET: address.street,
            CustomerField.HOUSE_NUMBER: "" if address.house_number is None else str(address.house_number),
            CustomerField.ADDITION: " ".join(part for part in (address.letter, address.addition) if part),
            CustomerField.POSTCODE: address.postcode,
            CustomerField.CITY: address.place,
            CustomerField.COUNTRY: address.country,
        }
    return values


def _name(name: PersonName) -> dict[CustomerField, str]:
    first = name.given_names.split()
    return {
        CustomerField.FIRST_NAME: name.preferred_name or (first[0] if first else ""),
        CustomerField.INITIALS: "".join(f"{one[0]}." for one in first),
        CustomerField.PREFIX: name.prefix,
        CustomerField.LAST_NAME: name.surname,
    }
