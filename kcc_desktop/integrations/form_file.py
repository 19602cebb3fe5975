"""Reads forms as JSON by resources/schemas/form-1.json: one object or a list. Knows no database.

A form that is wrong is named by its number and field and left out; a file that is no JSON is refused whole.
"""

import base64
import binascii
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from kcc_desktop.domain.contacts import IdentityLevel
from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.identifiers import parse_branch_number, parse_bsn, parse_kvk_number
from kcc_desktop.domain.incoming import (
    LONGEST_TEXT,
    MOST_ATTACHMENTS,
    GivenAttachment,
    IncomingConversation,
    Sender,
    VerifiedIdentity,
)
from kcc_desktop.domain.lists import CellProblem, RefusedLine
from kcc_desktop.integrations.json_file import Fields, WrongField, read_records

VERSION = 1
CHANNELS = ("e-form", "e-mail", "letter", "social", "whatsapp", "chat")
_LEVELS = {"digid": IdentityLevel.DIGID, "eherkenning": IdentityLevel.EHERKENNING}
_FORM = (
    "version", "source", "id", "arrived_at", "channel", "language", "product", "subject", "text", "sender",
    "attachments",
)  # fmt: skip
_SENDER = ("name", "phone", "email", "reference", "verified")
_VERIFIED = ("by", "bsn", "kvk_number", "branch_number")
_ATTACHMENT = ("name", "media_type", "content")


def read_forms(file: Path) -> Iterator[tuple[int, IncomingConversation | RefusedLine]]:
    """Each form of the file with its number from 1, or why it is none. Refuses the file with BadFile."""
    for number, fields in read_records(file):
        try:
            yield number, form_of(fields)
        except WrongField as wrong:
            yield number, RefusedLine(number, CellProblem(wrong.name, wrong.reason, wrong.detail))


def form_of(fields: Fields) -> IncomingConversation:
    """One form. Refuses with WrongField: the path of the field and the reason."""
    _only(fields, _FORM)
    if fields.number("version", 1000) != VERSION:
        raise WrongField("version", "choice", str(VERSION))
    attachments = fields.groups("attachments")
    if len(attachments) > MOST_ATTACHMENTS:
        raise WrongField("attachments", "too_many_files", str(MOST_ATTACHMENTS))
    return IncomingConversation(
        _needed(fields, "source", 40),
        _needed(fields, "id", 200),
        fields.text("channel", 20, one_of=CHANNELS) or CHANNELS[0],
        _moment(_needed(fields, "arrived_at", 40)),
        _sender(fields.group("sender")),
        _lines(fields, "text", LONGEST_TEXT),
        fields.text("subject", 200),
        fields.text("product", 300),
        fields.text("language", 3) or "nld",
        tuple(_attachment(one) for one in attachments),
    )


def _sender(fields: Fields) -> Sender:
    _only(fields, _SENDER)
    verified = _verified(fields.group("verified")) if "verified" in fields else None
    return Sender(
        fields.text("name", 300),
        fields.text("phone", 40),
        fields.text("email", 254),
        fields.text("reference", 100),
        verified,
    )


def _verified(fields: Fields) -> VerifiedIdentity:
    _only(fields, _VERIFIED)
    by = fields.text("by", 20, one_of=tuple(_LEVELS))
    if not by:
        raise WrongField(f"{fields.path}by", "required")
    numbers = {}
    for name, parse in (
        ("bsn", parse_bsn),
        ("kvk_number", parse_kvk_number),
        ("branch_number", parse_branch_number),
    ):
        said = fields.text(name, 20)
        try:
            numbers[name] = parse(said) if said else ""
        except InvalidValue as wrong:
            raise WrongField(f"{fields.path}{name}", f"{wrong.field}_{wrong.reason}") from wrong
    return VerifiedIdentity(_LEVELS[by], **numbers)


def _attachment(fields: Fields) -> GivenAttachment:
    _only(fields, _ATTACHMENT)
    name, content = _needed(fields, "name", 1000), fields.values.get("content")
    if not isinstance(content, str):
        raise WrongField(f"{fields.path}content", "no_text")
    try:
        return GivenAttachment(name, fields.text("media_type", 200), base64.b64decode(content, validate=True))
    except (binascii.Error, ValueError) as error:  # what is no ASCII is a ValueError
        raise WrongField(f"{fields.path}content", "no_base64") from error


def _only(fields: Fields, known: tuple[str, ...]) -> None:
    """A slip of the pen must not lose what somebody wrote."""
    if any(name not in known for name in fields.values):
        raise WrongField(fields.path.rstrip(".") or "form", "fields_unknown", ", ".join(known))


def _needed(fields: Fields, name: str, limit: int) -> str:
    said = fields.text(name, limit).strip()
    if not said:
        raise WrongField(f"{fields.path}{name}", "required")
    return said


def _lines(fields: Fields, name: str, limit: int) -> str:
    """Text of several lines; what no database keeps was refused, or is taken out by the door."""
    said: Any = fields.values.get(name)
    if said is None:
        return ""
    if not isinstance(said, str):
        raise WrongField(f"{fields.path}{name}", "no_text")
    if len(said) > limit:
        raise WrongField(f"{fields.path}{name}", "too_long", str(limit))
    return said


def _moment(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise WrongField("arrived_at", "moment_with_zone") from error
    if at.tzinfo is None:
        raise WrongField("arrived_at", "moment_with_zone")
    return at
