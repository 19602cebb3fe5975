"""What a desk is told about parties besides their cards: found, agreed to, refused, uncovered. Knows no table."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kcc_desktop.domain.parties import DigitalAddress, MessageKind, PartyAddress, PartySummary


@dataclass(frozen=True, slots=True)
class Consent:
    """Somebody agreed to receive this kind of message at an address, or took that back.

    `channel_code` is how they said so, "" when no conversation went on; `conversation_id` is that conversation.
    """

    kind: MessageKind
    is_given: bool
    at: datetime
    by: str
    channel_code: str = ""
    conversation_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class DisclosureRefused:
    """What somebody asked for and did not get, opened from the timeline."""

    id: UUID
    party_id: UUID
    at: datetime
    by: str
    asked: str


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """Who was meant, most likely first. `more`: there are more than the index looks through, type on.

    `corrected` are the typed words nobody has, each with the word that was looked for in its place.
    """

    parties: tuple[PartySummary, ...]
    more: bool = False
    corrected: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Revealed:
    """What was uncovered for one stated purpose; the screen shows it and forgets it."""

    bsn: str
    addresses: tuple[PartyAddress, ...]
    digital_addresses: tuple[DigitalAddress, ...]
