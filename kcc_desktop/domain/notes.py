"""What an agent typed or pasted, made fit to be kept by either database."""

import re

from kcc_desktop.domain.errors import InvalidValue

LONGEST = 100_000  # characters
LONGEST_REFERENCE = 100  # of a case or task, as somebody types it to find it: longer ones are nobody's
# PostgreSQL keeps no NUL, no text has use for the other control characters, and a lone surrogate is no character.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def clean(text: str, field: str = "note") -> str:
    """The text with plain line ends and without what cannot be kept. Refuses more than LONGEST characters."""
    if len(text) > LONGEST:
        raise InvalidValue(field, "too_long")
    return _UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def line(text: str, field: str, longest: int) -> str:
    """One line of it, single blanks between the words. Refuses with InvalidValue(field, "too_long")."""
    kept = " ".join(clean(text, field).split())
    if len(kept) > longest:
        raise InvalidValue(field, "too_long")
    return kept


def cut(text: str, longest: int) -> str:
    """One line, cut off: for what a telephone or another system says, which nobody at the desk can put right."""
    return " ".join(clean(text[:LONGEST]).split())[:longest]
