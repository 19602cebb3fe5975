"""What a town writes to citizens about an appointment: texts with places in them that the program fills. Knows no file.

A town changes them; the defaults are what the program says by itself, Dutch at B1 level. A place that stands alone on
its line and has nothing to say takes its paragraph with it: no heading stands over an empty list. `{meenemen}` is all
that somebody has to do before they come, with its own headings.
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


@dataclass(frozen=True, slots=True)
class CitizenText:
    """One text of the town; `is_own` False: the program's own words."""

    kind: TextKind
    audience: Audience
    language: TextLanguage
    body: str
    is_own: bool = False


def unknown_places(body: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The places in a text that the program does not fill, and how those it fills are written."""
    found = tuple(dict.fromkeys(name for name in _PLACE.findall(body) if name not in PLACES))
    loose = ("{",) if re.search(r"[{}]", _PLACE.sub("", body)) else ()
    return (*found, *loose), tuple(f"{{{name}}}" for name in PLACES)


def fill(body: str, said: Mapping[str, str]) -> str:
    """The text with its places filled; a paragraph whose place alone on a line is empty is left out.

    What is filled in is never read for places again: a name with braces in it is a name.
    """
    kept = [part for part in re.split(r"\n{2,}", body.strip()) if all(said.get(name) for name in _ALONE.findall(part))]
    return _PLACE.sub(lambda found: said.get(found[1], found[0]), "\n\n".join(kept))


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
_OWN_WORDS = {
    (TextKind.CONFIRMATION, TextLanguage.DUTCH): _LETTER_NL,
    (TextKind.CONFIRMATION, TextLanguage.ENGLISH): _LETTER_EN,
    (TextKind.LETTER, TextLanguage.DUTCH): _LETTER_NL,
    (TextKind.LETTER, TextLanguage.ENGLISH): _LETTER_EN,
    # Without a name: a message may be read on a locked screen.
    (TextKind.REMINDER, TextLanguage.DUTCH): f"Denkt u aan uw afspraak bij {{gemeente}}?\n{_FACTS_NL}",
    (TextKind.REMINDER, TextLanguage.ENGLISH): f"A reminder of your appointment with {{gemeente}}.\n{_FACTS_EN}",
}


def own_words(kind: TextKind, language: TextLanguage) -> str:
    """What the program says by itself."""
    return _OWN_WORDS[kind, language]
