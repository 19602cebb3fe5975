"""What an agent typed or pasted, made fit to be kept by either database."""

import re

from kcc_desktop.domain.errors import InvalidValue

LONGEST = 100_000  # characters
# PostgreSQL keeps no NUL, no text has use for the other control characters, and a lone surrogate is no character.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def clean(text: str) -> str:
    """The text with plain line ends and without what cannot be kept. Refuses more than LONGEST characters."""
    if len(text) > LONGEST:
        raise InvalidValue("note", "too_long")
    return _UNFIT.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
