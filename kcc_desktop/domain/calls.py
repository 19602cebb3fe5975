"""What the telephone tells the desk, as values: one event, one call, and the log that makes sense of them.

Events come from outside, in any order, twice, late, or for a colleague's telephone. A call's state only ever moves
up (ringing, answered elsewhere, answered, ended), so that order and repetition make no difference.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import IntEnum, StrEnum
from types import MappingProxyType
from typing import Any
from urllib.parse import unquote

from kcc_desktop.domain.errors import InvalidValue
from kcc_desktop.domain.phone import bare_number, is_anonymous

LONGEST_MESSAGE = 4096
_LONGEST_NUMBER = 40
_LONGEST_NAME = 200
_NUMBER = re.compile(r"\+?[0-9][0-9 ()./-]*")
_NAME = re.compile(r"[\x21-\x7e]*")
# Without an id from the exchange, reports about one number this close together are one call …
ONE_CALL = timedelta(hours=4)
# … a telephone that rings again this long after it last rang is the citizen calling anew …
ONE_RINGING = timedelta(minutes=2)
# … and so is one that rings after the call was answered or over, but for what comes late.
STILL_LATE = timedelta(seconds=10)
_KEPT_CALLS = 500


class CallState(StrEnum):
    """What an exchange reports."""

    RINGING = "ringing"
    ANSWERED = "answered"
    ENDED = "ended"


class CallPhase(IntEnum):
    """Where a call stands for this desk; a call never goes back."""

    RINGING = 1
    ANSWERED_ELSEWHERE = 2
    ANSWERED = 3
    ENDED = 4


@dataclass(frozen=True, slots=True)
class CallEvent:
    """One report. `number` is as the exchange wrote it, empty when withheld; `call_id` and `to` may be empty."""

    number: str = field(repr=False)
    call_id: str
    state: CallState
    to: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Call:
    """What all reports about one call come to. Instants are the earliest reported, None when none was.

    `number` is the one reported earliest, empty while it is withheld.
    """

    call_id: str
    phase: CallPhase
    first_at: datetime
    number: str = field(default="", repr=False)
    number_at: datetime | None = None
    last_rang_at: datetime | None = None
    answered_at: datetime | None = None
    answered_elsewhere_at: datetime | None = None
    ended_at: datetime | None = None

    @property
    def is_missed(self) -> bool:
        return self.phase is CallPhase.ENDED and self.answered_at is None


@dataclass(frozen=True, slots=True)
class CallLog:
    """The calls of one desk. Pure: `apply` gives a new log and leaves this one as it is.

    `extension` is the desk's own telephone. Without one every event counts as ours; with one, an event that names
    another telephone only ever says that a colleague answered.
    """

    extension: str = ""
    calls: Mapping[str, Call] = field(default_factory=lambda: MappingProxyType({}))

    def apply(self, event: CallEvent) -> "tuple[CallLog, Call | None]":
        """The log after `event`, and the call when it is new or its phase or number changed; else None.

        Ids are the exchange's and never used twice. An event without one belongs to the call of its number that is
        going on or has just ended (`ONE_CALL`, `ONE_RINGING`, `STILL_LATE`), else to a new call.
        """
        mine = not (self.extension and event.to and event.to != self.extension)
        if not mine and event.state is not CallState.ANSWERED:
            return self, None
        phase = _PHASES[event.state] if mine else CallPhase.ANSWERED_ELSEWHERE
        before = self.calls.get(event.call_id) if event.call_id else self._call_of(event)
        after = _joined(before or Call(event.call_id or _derived_id(event), phase, event.at), event, phase)
        if after == before:
            return self, None
        is_news = before is None or (after.phase, after.number) != (before.phase, before.number)
        return replace(self, calls=_trimmed({**self.calls, after.call_id: after})), after if is_news else None

    def _call_of(self, event: CallEvent) -> Call | None:
        """The call that an event without an id belongs to, the latest first."""
        candidates = [call for call in self.calls.values() if _belongs(call, event)]
        return max(candidates, key=lambda call: call.first_at, default=None)


def _belongs(call: Call, event: CallEvent) -> bool:
    if not call.call_id.startswith(_DERIVED) or call.number != event.number or abs(event.at - call.first_at) > ONE_CALL:
        return False
    if call.ended_at is not None:
        return event.at <= call.ended_at + STILL_LATE
    if event.state is not CallState.RINGING:
        return True
    taken = [at for at in (call.answered_at, call.answered_elsewhere_at) if at is not None]
    if taken:
        return event.at <= max(taken) + STILL_LATE
    return call.last_rang_at is None or event.at <= call.last_rang_at + ONE_RINGING


def _joined(call: Call, event: CallEvent, phase: CallPhase) -> Call:
    joined = replace(call, phase=max(call.phase, phase), first_at=min(call.first_at, event.at))
    if event.number and (call.number_at is None or (event.at, event.number) < (call.number_at, call.number)):
        joined = replace(joined, number=event.number, number_at=event.at)
    if phase is CallPhase.RINGING:
        return replace(joined, last_rang_at=max(call.last_rang_at or event.at, event.at))
    if phase is CallPhase.ANSWERED_ELSEWHERE:
        return replace(joined, answered_elsewhere_at=min(call.answered_elsewhere_at or event.at, event.at))
    if phase is CallPhase.ANSWERED:
        return replace(joined, answered_at=min(call.answered_at or event.at, event.at))
    return replace(joined, ended_at=min(call.ended_at or event.at, event.at))


_PHASES = {
    CallState.RINGING: CallPhase.RINGING,
    CallState.ANSWERED: CallPhase.ANSWERED,
    CallState.ENDED: CallPhase.ENDED,
}
_DERIVED = "desk-"


def _derived_id(event: CallEvent) -> str:
    """An id that shows no number and stays the same when the same event is read again."""
    return _DERIVED + hashlib.sha256(f"{event.number}|{event.at.isoformat()}".encode()).hexdigest()[:16]


def _trimmed(calls: dict[str, Call]) -> Mapping[str, Call]:
    """The most recent calls; one that is going on is never dropped for one that has ended."""
    if len(calls) > _KEPT_CALLS:
        order = sorted(calls.values(), key=lambda call: (call.phase is not CallPhase.ENDED, call.first_at))
        calls = {call.call_id: call for call in order[len(calls) - _KEPT_CALLS :]}
    return MappingProxyType(calls)


def call_event(number: str, *, call_id: str = "", state: str = "", to: str = "", at: datetime) -> CallEvent:
    """A checked event. Refuses with InvalidValue on `number`, `id`, `state` or `to`; no state means ringing."""
    bare = bare_number(number)
    if is_anonymous(number):
        bare = ""
    elif len(bare) > _LONGEST_NUMBER or not _NUMBER.fullmatch(bare):
        raise InvalidValue("number", "not_a_number")
    for name, value in (("id", call_id), ("to", to)):
        if len(value) > _LONGEST_NAME or not _NAME.fullmatch(value):
            raise InvalidValue(name, "characters")
    if call_id.startswith(_DERIVED):
        raise InvalidValue("id", "reserved")
    if at.tzinfo is None:
        raise InvalidValue("at", "no_zone")
    try:
        reported = CallState(state or "ringing")
    except ValueError as error:
        raise InvalidValue("state", "unknown") from error
    return CallEvent(bare, call_id, reported, to, at.astimezone(UTC))


def parse_link(url: str, *, now: datetime) -> CallEvent:
    """What a `kccdesk:call?number=…&id=…&state=…&to=…` link says. Refuses with InvalidValue; `now` is its instant.

    Links come from web pages and exchanges: `kccdesk://call/?…` is the same, a plus is a plus (not a space as in
    forms), what we do not know is left alone, and the same word twice is refused.
    """
    scheme, colon, rest = url.strip().partition(":")
    if len(url) > LONGEST_MESSAGE or not colon or scheme.lower() != "kccdesk":
        raise InvalidValue("link", "not_ours")
    path, _, query = rest.partition("#")[0].partition("?")
    if path.strip("/").lower() != "call":
        raise InvalidValue("link", "unknown_action")
    said: dict[str, str] = {}
    for part in filter(None, query.split("&")):
        word, _, value = part.partition("=")
        if word in said:
            raise InvalidValue("link", "twice")
        said[word] = unquote(value, errors="replace")
    return _from_words(said, now)


def write_message(event: CallEvent) -> str:
    """The event as one running desk hands it to another: one line of JSON, read by `parse_message`."""
    said = {"kind": "call", "number": event.number, "id": event.call_id, "state": event.state.value, "to": event.to}
    return json.dumps({**said, "at": event.at.isoformat()})


def parse_message(text: str, *, now: datetime) -> CallEvent | None:
    """The event in {"kind": "call", "number": …, "id": …, "state": …, "to": …} or {"kind": "open", "url": …}.

    None for {"kind": "show"}: come to the front. Refuses with InvalidValue what is none of these.
    """
    try:
        said: Any = json.loads(text) if len(text) <= LONGEST_MESSAGE else None
    except (ValueError, RecursionError):
        said = None
    if not isinstance(said, dict) or not all(isinstance(value, str) for value in said.values()):
        raise InvalidValue("message", "not_ours")
    if said.get("kind") == "show":
        return None
    if said.get("kind") == "open":
        return parse_link(said.get("url", ""), now=now)
    if said.get("kind") != "call":
        raise InvalidValue("message", "unknown_kind")
    return _from_words(said, _instant(said.get("at", ""), now))


def _from_words(said: Mapping[str, str], at: datetime) -> CallEvent:
    if "number" not in said:
        raise InvalidValue("number", "missing")
    return call_event(
        said["number"], call_id=said.get("id", ""), state=said.get("state", ""), to=said.get("to", ""), at=at
    )


def _instant(text: str, now: datetime) -> datetime:
    if not text:
        return now
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise InvalidValue("at", "not_an_instant") from error
