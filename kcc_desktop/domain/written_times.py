"""Times of day as people write them: 16:00, 16.30, 16u30, 16 u, 1630. Knows no day and no screen."""

import re
from datetime import time

from kcc_desktop.domain.errors import InvalidValue

_WRITTEN = re.compile(r"(\d{1,2})\s*(?:(?:[:.]|uur|u|h)\s*(\d{2})?)?\s*(?:uur|u)?")
_TOGETHER = re.compile(r"(\d{1,2})(\d{2})\s*(?:uur|u)?")


def parse_time(text: str) -> time:
    """The time of day. Refuses with InvalidValue("time", "characters" | "range")."""
    written = text.strip().casefold()
    found = _WRITTEN.fullmatch(written) or _TOGETHER.fullmatch(written)
    if found is None or not written.isascii():
        raise InvalidValue("time", "characters")
    try:
        return time(int(found[1]), int(found[2] or 0))
    except ValueError as error:
        raise InvalidValue("time", "range") from error
