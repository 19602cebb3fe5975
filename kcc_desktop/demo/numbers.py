"""Numbers that pass their tests and belong to nobody.

BSN and RSIN count down from the top, where the register's own test persons are (999…). A-numbers begin with 0, which
no real one does. Chamber of Commerce numbers count down from 99999999, branches begin with 9. After an area code no
subscriber number begins with 0 (it would dial long distance) or 1 (short numbers), so 0527-0… and 0527-1… are
well-formed and cannot ring anywhere. Mobile numbers have no such gap, so nobody here has one.
"""

from collections.abc import Iterator

from kcc_desktop.domain.identifiers import is_valid_bsn

# What the people of the pictures have; nobody else gets these.
FATIMA_BSN = "999896829"
FATIMA_PHONE = "+31527012345"
HOEKSTRA_PHONE = "+31527123456"
HOEKSTRA_KVK = "99994471"
PASMAN_KVK = "99992206"
BUSIEST_KVK = "99990001"
TAKEN = frozenset({FATIMA_BSN, FATIMA_PHONE, HOEKSTRA_PHONE, HOEKSTRA_KVK, PASMAN_KVK, BUSIEST_KVK})

MAIL = "voorbeeld.example"  # RFC 2606: no such domain can exist
LINK = "https://www.voorbeeld.example"


def bsns() -> Iterator[str]:
    """Nine digits that pass the 11-test, from 999999990 down."""
    number = 999_999_999
    while True:
        digits = f"{number:09d}"
        if is_valid_bsn(digits) and digits not in TAKEN:
            yield digits
        number -= 1


def rsins() -> Iterator[str]:
    """As BSNs, from 899999999 down, so that no organisation has a person's number."""
    number = 899_999_999
    while True:
        digits = f"{number:09d}"
        if is_valid_bsn(digits):
            yield digits
        number -= 1


def a_numbers() -> Iterator[str]:
    number = 0
    while True:
        number += 1
        yield f"0{number:09d}"


def kvk_numbers() -> Iterator[str]:
    number = 99_999_999
    while True:
        digits = f"{number:08d}"
        if digits not in TAKEN:
            yield digits
        number -= 1


def branch_numbers() -> Iterator[str]:
    number = 999_900_000_000
    while True:
        number += 1
        yield f"{number:012d}"


def phones() -> Iterator[str]:
    """E.164: 0527-0… and 0527-1…, then the same gap in 038 (Zwolle)."""
    for number in range(20_000, 200_000):
        phone = f"+31527{number:06d}"
        if phone not in TAKEN:
            yield phone
    for number in range(2_000_000):
        yield f"+3138{number:07d}"
