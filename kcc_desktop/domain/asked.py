"""What somebody typed to find a party, taken apart into the words of the index (`findable`). Knows no table.

Dates, postcodes, phone numbers and other numbers are written in many ways; the index has one. Where a text can be
read in two ways ("8302 de": a postcode, or a beginning and a particle), both readings are given, the likelier first.
"""

import re
from dataclasses import dataclass
from datetime import date

from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.findable import LONGEST, PARTICLES, birth_words, secret_words
from kcc_desktop.domain.folding import fold, words
from kcc_desktop.domain.notes import cut
from kcc_desktop.domain.phone import bare_number, is_dialled
from kcc_desktop.domain.written_dates import parse_birth_date

MOST_WORDS = 12  # more words than anybody types to find one person; a pasted letter is no search
_LONGEST_TEXT = 400


@dataclass(frozen=True, slots=True)
class Asked:
    """One word looked for: any of `forms`, in full or as a beginning."""

    forms: tuple[str, ...]

    @property
    def is_name(self) -> bool:
        """Letters only: a slip of the pen in it can be mended; in a number it cannot."""
        return self.forms[0].isalpha()

    @property
    def is_particle(self) -> bool:
        return self.forms[0] in PARTICLES


Reading = tuple[Asked, ...]

_MAIL = re.compile(r"[^\s,;<>]*@[^\s,;<>]*")
_DATE = re.compile(
    r"(?<![\d/.-])(?:"
    r"\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}([-/.])\d{1,2}\2\d{1,2}|\d{1,2} \d{1,2} (?:1[89]|20)\d{2}"
    r"|\d{1,2}[ -]?[a-z]{3,9}\.?[ -]?(?:(?:1[89]|20)\d{2}|'?\d{2})"
    r")(?![\d/-])"
)
# A date that is still being typed: day and month, and perhaps a part of the year.
_DATE_BEGUN = re.compile(r"(?<![\d/.-])(\d{1,2})[-/.](\d{1,2})(?:[-/.](\d{0,3}))?(?![\d/-])")
_POSTCODE = re.compile(r"(?<![\d\w])([1-9]\d{3}) ?([a-z]{2})(?=\d|\W|$)")
_NUMBER = re.compile(r"\d++(?:[ .()/-]++\d++)*+(?![a-z](?!\w))")  # not 118a, which is one word
# So many digits make one number, however they are grouped: KVK, BSN or RSIN, phone, branch.
_LENGTHS = {8, 9, 12}
_SECRET = {9, 10}


def readings(text: str, today: date) -> tuple[Reading, ...]:
    """The ways to read `text`, at most two; none when there is no word in it. `today` dates a year of two digits."""
    text = bare_number(text) if is_dialled(text) else text
    folded = " ".join(fold(cut(text, _LONGEST_TEXT)).split())
    likely = _read(folded, today, joins=True)
    if not likely:
        return ()
    plain = _read(folded, today, joins=False)
    return (likely,) if plain in ((), likely) else (likely, plain)


def _read(text: str, today: date, *, joins: bool) -> Reading:
    found: list[Asked] = []
    rest = text
    while rest and len(found) < MOST_WORDS:
        match, asked = _next(rest, today, joins)
        if match is None:
            found += [Asked((word,)) for word in _cut(rest)]
            break
        found += [Asked((word,)) for word in _cut(rest[: match.start()])]
        if asked is not None:
            found.append(asked)
        rest = rest[match.end() :]
    return tuple(dict.fromkeys(found))[:MOST_WORDS]


def _cut(text: str) -> list[str]:
    return [word[:LONGEST] for word in words(text)]


def _next(text: str, today: date, joins: bool) -> tuple[re.Match[str] | None, Asked | None]:
    """What stands first in `text` and is more than words, and how it is looked for."""
    candidates: list[tuple[int, int, re.Match[str], Asked | None]] = []
    for order, (pattern, read) in enumerate(
        ((_MAIL, _mail), (_DATE, _date), (_POSTCODE, _postcode), (_NUMBER, _number))
    ):
        if pattern is _POSTCODE and not joins:
            continue
        for match in pattern.finditer(text):
            asked = read(match, today, joins)
            if asked is not None:
                candidates.append((match.start(), order, match, asked))
                break
    if not candidates:
        return None, None
    _, _, match, asked = min(candidates, key=lambda candidate: candidate[:2])
    return match, asked


def _mail(match: re.Match[str], _today: date, _joins: bool) -> Asked | None:
    address = match[0]
    return Asked((address[:LONGEST],)) if address.strip("@") else None


def _date(match: re.Match[str], today: date, _joins: bool) -> Asked | None:
    try:
        day = parse_birth_date(match[0], today)
    except InvalidValue:
        return None
    if not day.is_complete:
        return None
    forms = birth_words(day.to_text())
    begun = _DATE_BEGUN.fullmatch(match[0])
    if begun is not None and begun[3] in ("18", "19", "20") and (asked := _begun(begun)) is not None:
        forms += asked.forms  # 12-7-19 may go on as 1987
    return Asked(tuple(forms))


def _postcode(match: re.Match[str], _today: date, _joins: bool) -> Asked | None:
    return Asked((match[1] + match[2],))


def _number(match: re.Match[str], _today: date, joins: bool) -> Asked | None:
    """Groups of digits that are one number, or one alone; None leaves them words of their own."""
    digits = re.sub(r"\D", "", match[0])
    if match.string[: match.start()].endswith("+") or (digits.startswith("00") and digits[2:3] not in ("", "0")):
        abroad = digits.removeprefix("00") or digits  # "+00" so far
        return Asked((("31" + abroad[3:] if abroad.startswith("310") else abroad)[:LONGEST],))
    if digits == match[0]:
        return _whole(digits)
    begun = _DATE_BEGUN.fullmatch(match[0])
    if begun is not None and (asked := _begun(begun)) is not None:
        return asked
    is_town_hall = match[0].startswith("14 0") and len(digits) in (5, 6)  # 14 030, 14 0527
    if joins and (len(digits) in _LENGTHS or (digits.startswith("0") and len(digits) <= 11) or is_town_hall):
        return _whole(digits)
    return None


def _whole(digits: str) -> Asked:
    """One number; as long as a BSN or an A-number it may be one, which is never found by a part of it.

    So long it may be a Dutch phone number without its zero, too.
    """
    secret = secret_words(digits) if len(digits) in _SECRET else []
    phone = [f"0{digits}"] if len(digits) == 9 and not digits.startswith("0") else []
    return Asked((digits[:LONGEST], *secret, *phone))


def _begun(match: re.Match[str]) -> Asked | None:
    day, month, year = int(match[1]), int(match[2]), match[3] or ""
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return Asked((f"{day:02d}{month:02d}{year}",))
