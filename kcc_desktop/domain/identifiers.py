"""Numbers that people and organisations have, checked the way their registers do."""

import re
from collections.abc import Iterator

from kcc_desktop.domain.errors import InvalidValue

_POSTCODE = re.compile(r"([1-9][0-9]{3})\s*((?!SA|SD|SS)[A-Z]{2})", re.ASCII)
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def _digits(text: str, field: str) -> str:
    bare = text.replace(" ", "").replace(".", "").replace("-", "")
    if not bare.isascii() or not bare.isdigit():
        raise InvalidValue(field, "characters")
    return bare


def _eleven(text: str, field: str) -> str:
    digits = _digits(text, field)
    if len(digits) == 8:
        digits = f"0{digits}"
    if len(digits) != 9:
        raise InvalidValue(field, "length")
    if not is_valid_bsn(digits):
        raise InvalidValue(field, "checksum")
    return digits


def is_valid_bsn(digits: str) -> bool:
    """The 11-test: weights 9 to 2 and -1, the sum divisible by 11; nine zeros are no number."""
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True))
    return total % 11 == 0 and total != 0


def parse_bsn(text: str) -> str:
    """Nine digits. Refuses with InvalidValue("bsn", "characters" | "length" | "checksum")."""
    return _eleven(text, "bsn")


def parse_rsin(text: str) -> str:
    """Nine digits with the same test as a BSN."""
    return _eleven(text, "rsin")


def parse_kvk_number(text: str) -> str:
    """Eight digits; the register publishes no check digit."""
    return _of_length(text, "kvk_number", 8)


def parse_branch_number(text: str) -> str:
    return _of_length(text, "branch_number", 12)


def parse_a_number(text: str) -> str:
    return _of_length(text, "a_number", 10)


def parse_postcode(text: str) -> str:
    """ "1234 AB", typed with or without the blank and in any letters; SA, SD and SS were never given out.

    Refuses with InvalidValue("postcode", "pattern").
    """
    found = _POSTCODE.fullmatch(text.strip().upper())
    if found is None:
        raise InvalidValue("postcode", "pattern")
    return f"{found[1]} {found[2]}"


def _of_length(text: str, field: str, length: int) -> str:
    digits = _digits(text, field)
    if len(digits) != length:
        raise InvalidValue(field, "length")
    return digits


def masked_bsn(bsn: str) -> str:
    """The last four digits are enough to compare, and too few to use."""
    return f"••••• {bsn[-4:]}" if bsn else ""


def valid_bsns(start: int) -> Iterator[str]:
    """Numbers from `start` on that pass the test, for invented people."""
    number = start
    while number < 1_000_000_000:
        digits = f"{number:09d}"
        if is_valid_bsn(digits):
            yield digits
        number += 1
