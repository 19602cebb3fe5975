"""What arrives by itself: forms, mail, messages, chats, as one value whatever brought it. Knows no format and no table.

Whoever sends is not to be believed: a number, an address or a reference is no proof of who somebody is, and everything
is text, whatever stands in it.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum
from uuid import UUID, uuid5

from kcc_desktop.domain.contacts import IdentityLevel
from kcc_desktop.domain.errors import InvalidValue, Refusal
from kcc_desktop.domain.notes import clean, cut, line
from kcc_desktop.domain.parties import PartySummary
from kcc_desktop.domain.registering import is_language

MOST_ATTACHMENTS = 20
LONGEST_TEXT = 20_000
_LONGEST_OUTSIDE_ID, _LONGEST_SUBJECT, _LONGEST_NAME = 200, 200, 300
_LONGEST_PHONE, _LONGEST_EMAIL, _LONGEST_REFERENCE, _LONGEST_PRODUCT = 40, 254, 100, 300
_LONGEST_FILE_NAME, _LONGEST_MEDIA_TYPE = 120, 100
_ARRIVED = UUID("0f1c2f64-8a58-5f0e-9f7c-3c5a6c1b7d22")
_SOURCE = re.compile(r"[a-z0-9][a-z0-9._-]{0,39}")
_MEDIA_TYPE = re.compile(r"[a-z0-9][a-z0-9.+-]*/[a-z0-9][a-z0-9.+-]*")
# Signs no name of a file needs: what other systems read as folders, and what turns the direction of reading around.
_NO_FILE_SIGN = re.compile('[<>:"/\\\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]')
_DEVICE = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
# How the kinds begin that say so in their first bytes; one that begins otherwise is something else under that name.
_BEGINS = {
    "pdf": (b"%PDF-",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "gif": (b"GIF8",),
}


class OtherContent(Refusal):
    """The source used the same id for something else before; what is here stays as it is."""


class LeftOut(StrEnum):
    """Why an attachment is listed and not kept."""

    TOO_BIG = "too_big"
    KIND = "kind"


class MatchedBy(StrEnum):
    """By what whoever sent it was looked for."""

    IDENTITY = "identity"
    DETAILS = "details"  # a reference, a number, an address: no proof
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class GivenAttachment:
    name: str = field(repr=False)
    media_type: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class VerifiedIdentity:
    """Who somebody is by DigiD or eHerkenning, as the system says at which they logged in."""

    level: IdentityLevel
    bsn: str = field(default="", repr=False)
    kvk_number: str = field(default="", repr=False)
    branch_number: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Sender:
    """As they call themselves; `reference` is of a task, case or appointment that they name."""

    name: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    email: str = field(default="", repr=False)
    reference: str = field(default="", repr=False)
    verified: VerifiedIdentity | None = None


@dataclass(frozen=True, slots=True)
class IncomingConversation:
    """`source` and `outside_id` together are one thing, whenever and however often it arrives.

    `product` is a name or a UPL address; one that is not known here stays what it was called.
    """

    source: str
    outside_id: str
    channel_code: str
    arrived_at: datetime
    sender: Sender
    text: str = field(repr=False)
    subject: str = field(default="", repr=False)
    product: str = ""
    language: str = "nld"
    attachments: tuple[GivenAttachment, ...] = ()

    @property
    def id(self) -> UUID:
        """Of the conversation that it becomes."""
        return uuid5(_ARRIVED, f"{self.source}\n{self.outside_id}")

    @property
    def contact_id(self) -> UUID:
        return uuid5(self.id, "contact")

    @property
    def task_id(self) -> UUID:
        return uuid5(self.id, "task")


@dataclass(frozen=True, slots=True)
class AttachmentRules:
    """What is kept of what comes along: so many bytes at the most, and files whose names end so."""

    most_bytes: int = 10_000_000
    endings: frozenset[str] = frozenset({"pdf", "jpg", "jpeg", "png", "txt"})

    def left_out(self, given: GivenAttachment) -> LeftOut | None:
        """None for what is kept. The ending decides with what a machine opens a file, so that it is what counts."""
        ending = given.name.rpartition(".")[2].lower() if "." in given.name else ""
        begins = _BEGINS.get(ending)
        if ending not in self.endings or (begins is not None and not given.content.startswith(begins)):
            return LeftOut.KIND
        return LeftOut.TOO_BIG if len(given.content) > self.most_bytes else None


@dataclass(frozen=True, slots=True)
class Received:
    """What became of it. `party_id`: on whose timeline it was put; None also for what was here before.

    `matches`: how many it may be of.
    """

    conversation_id: UUID
    task_id: UUID
    reference: str
    matches: int
    party_id: UUID | None = None
    is_new: bool = True


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that came along, without what is in it. `left_out`: it was not kept, and why."""

    id: UUID
    name: str
    media_type: str
    size: int  # bytes
    left_out: LeftOut | None = None


@dataclass(frozen=True, slots=True)
class AttachmentFile:
    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Arrival:
    """How something arrived, for whoever opens it: who sent it by their own word, and who they may be.

    `candidates` only where it stands on nobody's timeline. Where contact details are covered the number and the
    address are left out.
    """

    source: str
    arrived_at: datetime
    identity: IdentityLevel
    name: str
    phone: str
    email: str
    reference: str
    product: str
    matches: int
    candidates: tuple[PartySummary, ...] = ()
    attachments: tuple[Attachment, ...] = ()


def fitting(incoming: IncomingConversation) -> IncomingConversation:
    """The same, fit to be kept; fitting twice changes nothing.

    Refuses with InvalidValue: source, outside_id, arrived_at, text, subject, language, verified, attachments. What
    people typed about themselves is cut off instead: nobody can put it right any more, and their question counts.
    """
    if not _SOURCE.fullmatch(incoming.source):
        raise InvalidValue("source", "characters")
    outside_id = line(incoming.outside_id, "outside_id", _LONGEST_OUTSIDE_ID)
    if not outside_id:
        raise InvalidValue("outside_id", "empty")
    if incoming.arrived_at.tzinfo is None:
        raise InvalidValue("arrived_at", "no_zone")
    if len(incoming.text) > LONGEST_TEXT:
        raise InvalidValue("text", "too_much")
    text = clean(incoming.text, "text").strip()
    subject = line(incoming.subject, "subject", _LONGEST_SUBJECT)
    if not text and not subject:
        raise InvalidValue("text", "nothing_said")
    if not is_language(incoming.language):
        raise InvalidValue("language", "characters")
    if len(incoming.attachments) > MOST_ATTACHMENTS:
        raise InvalidValue("attachments", "too_many")
    return replace(
        incoming,
        outside_id=outside_id,
        arrived_at=incoming.arrived_at.astimezone(UTC),
        text=text,
        subject=subject,
        product=cut(incoming.product, _LONGEST_PRODUCT),
        sender=_fitting_sender(incoming.sender),
        attachments=tuple(
            replace(one, name=file_name(one.name), media_type=_media_type(one.media_type))
            for one in incoming.attachments
        ),
    )


def _fitting_sender(sender: Sender) -> Sender:
    said = sender.verified
    if said is not None:
        is_person = said.level is IdentityLevel.DIGID and bool(said.bsn) and not said.kvk_number
        is_organisation = said.level is IdentityLevel.EHERKENNING and bool(said.kvk_number) and not said.bsn
        if not (is_person or is_organisation):
            raise InvalidValue("verified", "not_so")
    return replace(
        sender,
        name=cut(sender.name, _LONGEST_NAME),
        phone=cut(sender.phone, _LONGEST_PHONE),
        email=cut(sender.email, _LONGEST_EMAIL),
        reference=cut(sender.reference, _LONGEST_REFERENCE),
    )


def file_name(given: str) -> str:
    """A bare name under which a file can be kept anywhere: no folder, no device, nothing hidden or turned around."""
    bare = " ".join(_NO_FILE_SIGN.sub("_", clean(given[-1000:], "attachments")).split()).strip(". ")
    stem, dot, ending = bare.rpartition(".")
    if not dot:
        stem, ending = bare, ""
    stem = stem[: _LONGEST_FILE_NAME - len(ending[:20]) - 1].rstrip(". ") or "_"
    whole = f"{stem}.{ending[:20]}" if ending else stem
    return f"_{whole}" if _DEVICE.match(whole) else whole


def _media_type(given: str) -> str:
    plain = given.partition(";")[0].strip().lower()
    fits = len(plain) <= _LONGEST_MEDIA_TYPE and _MEDIA_TYPE.fullmatch(plain)
    return plain if fits else "application/octet-stream"


def whose(found: Collection[frozenset[UUID]]) -> tuple[UUID | None, frozenset[UUID]]:
    """Whose it is, and everybody it may be of, from those that each of their details is known of.

    One and the same person behind every detail that anybody has, or nobody: two details of two people are of neither.
    """
    known = [one for one in found if one]
    everybody: frozenset[UUID] = frozenset().union(*known)
    shared = frozenset.intersection(*known) if known else everybody
    return (next(iter(shared)) if len(shared) == 1 else None), everybody
