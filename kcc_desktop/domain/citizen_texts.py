"""What a town writes to citizens about appointments and visits: texts with places that the program fills. No file.

A town changes them; the defaults are what the program says by itself, Dutch at B1 level. A place that stands alone on
its line and has nothing to say takes its paragraph with it: no heading stands over an empty list. A line of which no
place has anything to say is left out. `{meenemen}` is all that somebody has to do before they come, with its own
headings; `{wanneer}` the day and the hours of a visit, or that these are still to be told.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

_PLACE = re.compile(r"\{([^{}\n]*)\}")
_ALONE = re.compile(r"(?m)^\{([^{}\n]*)\}$")


class TextKind(StrEnum):
    CONFIRMATION = "confirmation"
    REMINDER = "reminder"
    LETTER = "letter"
    VISIT = "visit"
    VISIT_REMINDER = "visit_remind"
    VISIT_LETTER = "visit_letter"


class Audience(StrEnum):
    RESIDENT = "resident"
    ORGANISATION = "organisation"


class TextLanguage(StrEnum):
    DUTCH = "nl"
    ENGLISH = "en"


# Whoever changes these texts writes Dutch, so the places are named in Dutch in both languages.
PLACES = (
    "aanhef",
    "opening",
    "gemeente",
    "datum",
    "begin",
    "einde",
    "plaats",
    "waarvoor",
    "code",
    "meenemen",
    "afzender",
)
# Somebody comes, within hours that may not be known yet; nothing is brought along.
VISIT_PLACES = (
    "aanhef",
    "opening",
    "gemeente",
    "wanneer",
    "datum",
    "begin",
    "einde",
    "wie",
    "plaats",
    "waarvoor",
    "code",
    "afzender",
)
OF_VISITS = frozenset({TextKind.VISIT, TextKind.VISIT_REMINDER, TextKind.VISIT_LETTER})


def places_of(kind: TextKind) -> tuple[str, ...]:
    """What the program fills in a text of this kind."""
    return VISIT_PLACES if kind in OF_VISITS else PLACES


@dataclass(frozen=True, slots=True)
class CitizenText:
    """One text of the town; `is_own` False: the program's own words."""

    kind: TextKind
    audience: Audience
    language: TextLanguage
    body: str
    is_own: bool = False


def unknown_places(body: str, kind: TextKind) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The places in a text that the program does not fill, and how those it fills are written."""
    places = places_of(kind)
    found = tuple(dict.fromkeys(name for name in _PLACE.findall(body) if name not in places))
    loose = ("{",) if re.search(r"[{}]", _PLACE.sub("", body)) else ()
    return (*found, *loose), tuple(f"{{{name}}}" for name in places)


def fill(body: str, said: Mapping[str, str]) -> str:
    """The text with its places filled; left out is what has nothing to say (see above).

    What is filled in is never read for places again: a name with braces in it is a name.
    """
    parts = (part for part in re.split(r"\n{2,}", body.strip()) if all(said.get(name) for name in _ALONE.findall(part)))
    lines = ("\n".join(line for line in part.split("\n") if _says_something(line, said)) for part in parts)
    return _PLACE.sub(lambda found: said.get(found[1], found[0]), "\n\n".join(part for part in lines if part))


def _says_something(line: str, said: Mapping[str, str]) -> bool:
    names = _PLACE.findall(line)
    return not names or any(said.get(name, name) for name in names)


_FACTS_NL = """Wanneer: {datum}, van {begin} tot {einde} uur
Waar: {plaats}
Waarvoor: {waarvoor}
Uw code: {code}

{meenemen}

Kunt u niet komen, of komt een andere tijd u beter uit? Bel ons dan en noem uw code."""
_FACTS_EN = """When: {datum}, from {begin} to {einde}
Where: {plaats}
For: {waarvoor}
Your code: {code}

{meenemen}

Can you not come, or does another time suit you better? Call us and tell us your code."""
_LETTER_NL = f"{{aanhef}}\n\n{{opening}}\n\n{_FACTS_NL}\n\nMet vriendelijke groet,\n{{afzender}}"
_LETTER_EN = f"{{aanhef}}\n\n{{opening}}\n\n{_FACTS_EN}\n\nKind regards,\n{{afzender}}"
_VISIT_NL = """Wanneer: {wanneer}
Wie komt er: {wie}
Waar: {plaats}
Waarvoor: {waarvoor}
Uw code: {code}

Bent u er niet, of komt een andere tijd u beter uit? Bel ons dan en noem uw code."""
_VISIT_EN = """When: {wanneer}
Who comes: {wie}
Where: {plaats}
For: {waarvoor}
Your code: {code}

Will you not be there, or does another time suit you better? Call us and tell us your code."""
_VISIT_LETTER_NL = f"{{aanhef}}\n\n{{opening}}\n\n{_VISIT_NL}\n\nMet vriendelijke groet,\n{{afzender}}"
_VISIT_LETTER_EN = f"{{aanhef}}\n\n{{opening}}\n\n{_VISIT_EN}\n\nKind regards,\n{{afzender}}"
_OWN_WORDS = {
    (TextKind.CONFIRMATION, TextLanguage.DUTCH): _LETTER_NL,
    (TextKind.CONFIRMATION, TextLanguage.ENGLISH): _LETTER_EN,
    (TextKind.LETTER, TextLanguage.DUTCH): _LETTER_NL,
    (TextKind.LETTER, TextLanguage.ENGLISH): _LETTER_EN,
    # Without a name: a message may be read on a locked screen.
    (TextKind.REMINDER, TextLanguage.DUTCH): f"Denkt u aan uw afspraak bij {{gemeente}}?\n{_FACTS_NL}",
    (TextKind.REMINDER, TextLanguage.ENGLISH): f"A reminder of your appointment with {{gemeente}}.\n{_FACTS_EN}",
    (TextKind.VISIT, TextLanguage.DUTCH): _VISIT_LETTER_NL,
    (TextKind.VISIT, TextLanguage.ENGLISH): _VISIT_LETTER_EN,
    (TextKind.VISIT_LETTER, TextLanguage.DUTCH): _VISIT_LETTER_NL,
    (TextKind.VISIT_LETTER, TextLanguage.ENGLISH): _VISIT_LETTER_EN,
    (TextKind.VISIT_REMINDER, TextLanguage.DUTCH): f"Denkt u aan het bezoek van {{gemeente}}?\n{_VISIT_NL}",
    (TextKind.VISIT_REMINDER, TextLanguage.ENGLISH): f"A reminder of the visit of {{gemeente}}.\n{_VISIT_EN}",
}


def own_words(kind: TextKind, language: TextLanguage) -> str:
    """What the program says by itself."""
    return _OWN_WORDS[kind, language]
