"""Work that another system hands over in a file, and what became of its lines. Knows no file format."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, timezone, tzinfo
from uuid import UUID, uuid5

from kcc_desktop.domain.imports import NamedParty
from kcc_desktop.domain.list_fields import Unfit, day_in
from kcc_desktop.domain.lists import RefusedLine
from kcc_desktop.domain.local_time import HERE

AHEAD = timedelta(minutes=5)  # so far another system's clock may be fast
_HANDED_OVER = UUID("6f1c9a44-5d0e-4a57-9a3e-0d8f6f6f2b71")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ImportedWork:
    """A form, message or follow-up. `key` is what its own system calls it; `who` None: nobody that is known here.

    `sender`: how whoever asks called themselves. `headers`: the columns' names as they stand in the file.
    """

    line: int
    headers: Mapping[str, str]
    key: str
    queue_code: str
    channel_code: str
    received_at: datetime
    text: str
    product: str = ""
    who: NamedParty | None = None
    sender: str = ""
    phone: str = ""

    @property
    def id(self) -> UUID:
        """The item's, the same at every import."""
        return uuid5(_HANDED_OVER, self.key)


@dataclass(frozen=True, slots=True)
class WorkReport:
    """What an import did, or would do: what came in, what was here already, and the lines that stayed out."""

    added: int
    unchanged: int
    refused: tuple[RefusedLine, ...]


def parse_moment(text: str) -> datetime:
    """An instant (UTC) as 24-11-2026 14:05, 2026-11-24 14:05 or 2026-11-24T14:05:30+01:00; by the clock here where
    no other is named.

    Refuses with Unfit: moment_characters, moment_range.
    """
    day, _blank, clock = text.strip().replace("T", " ").partition(" ")
    found = _CLOCK.fullmatch(clock.strip())
    if found is None or not text.isascii():
        raise Unfit("moment_characters")
    try:
        at = datetime.combine(day_in(day), time(int(found[1]), int(found[2]), int(found[3] or 0)))
        return at.replace(tzinfo=_zone(found[4])).astimezone(UTC)
    except (Unfit, ValueError, OverflowError) as error:
        is_day = isinstance(error, Unfit) and error.reason == "day_characters"
        raise Unfit("moment_characters" if is_day else "moment_range") from error


def _zone(written: str | None) -> tzinfo:
    if not written:
        return HERE
    if written in "Zz":
        return UTC
    behind = -1 if written[0] == "-" else 1
    return timezone(behind * timedelta(hours=int(written[1:3]), minutes=int(written[-2:])))
