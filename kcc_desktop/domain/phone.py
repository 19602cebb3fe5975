"""Phone numbers in any notation, kept as E.164 so that every notation finds the same person."""

import re

from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.notes import clean

_ANONYMOUS = {"", "anonymous", "anoniem", "private", "restricted", "unavailable", "unknown", "withheld"}
_SCHEME = re.compile(r"^(sips?|tel):", re.IGNORECASE)


def bare_number(text: str) -> str:
    """The number out of a `sip:` or `tel:` address."""
    return _SCHEME.sub("", text.strip()).partition("@")[0].partition(";")[0]


def is_dialled(text: str) -> bool:
    """Whether it is a telephone's own way to write a number: `sip:` or `tel:`."""
    return _SCHEME.match(text.strip()) is not None


def is_anonymous(text: str) -> bool:
    return bare_number(text).casefold() in _ANONYMOUS


def parse_phone(text: str, region: str = "NL") -> str:
    """E.164. Refuses with InvalidValue("phone", "not_a_number" | "too_short" | "too_long" | "unknown")."""
    import phonenumbers

    bare = bare_number(text).replace("/", " ")
    try:
        number = phonenumbers.parse(bare, region)
    except phonenumbers.NumberParseException as error:
        raise InvalidValue("phone", "not_a_number") from error
    reason = phonenumbers.is_possible_number_with_reason(number)
    if reason == phonenumbers.ValidationResult.TOO_SHORT:
        raise InvalidValue("phone", "too_short")
    if reason == phonenumbers.ValidationResult.TOO_LONG:
        raise InvalidValue("phone", "too_long")
    if not phonenumbers.is_valid_number(number):
        # Subscriber numbers in the Netherlands have nine digits after the zero; say which way it is wrong.
        length = len(str(number.national_number))
        if number.country_code == 31 and length != 9:
            raise InvalidValue("phone", "too_short" if length < 9 else "too_long")
        raise InvalidValue("phone", "unknown")
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def parse_email(text: str) -> str:
    """The address with its domain in lower case. Refuses with InvalidValue("email", "characters" | "length")."""
    bare = clean(text, "email").strip()
    if len(bare) > 254:
        raise InvalidValue("email", "length")
    local, at, domain = bare.rpartition("@")
    if not at or not local or "@" in local or "." not in domain.strip(".") or any(c.isspace() for c in bare):
        raise InvalidValue("email", "characters")
    return f"{local}@{domain.lower()}"
