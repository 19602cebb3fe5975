"""What goes out to citizens: kinds, states and their moves, and what a carrier promises. Knows no carrier and no table.

A message is claimed in a transaction of its own before it is sent. Whoever dies between sending and noting leaves one
that nobody knows of whether it was sent: it waits for a person and is never repeated by itself.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Protocol
from uuid import UUID

from kcc_desktop.domain.contacts import Confidentiality
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.parties import MessageKind

DOUBTFUL_AFTER = timedelta(minutes=10)  # no carrier is waited for so long
LONGEST_SUBJECT = 200


class OutgoingKind(StrEnum):
    CONFIRMATION = "confirmation"
    CANCELLATION = "cancellation"
    REMINDER = "reminder"
    FORM_LINK = "form_link"
    STATUS = "status"
    EXPIRY = "expiry"
    CALLBACK_MOVED = "callback_moved"


class MessageChannel(StrEnum):
    EMAIL = "email"
    SMS = "sms"
    LETTER = "letter"


class SubjectKind(StrEnum):
    """What a message is about."""

    APPOINTMENT = "appointment"
    VISIT = "visit"
    TASK = "task"
    CASE = "case"
    PARTY = "party"


class MessageState(StrEnum):
    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    MAYBE_SENT = "maybe_sent"
    WITHDRAWN = "withdrawn"


class Delivery(StrEnum):
    """What the carrier told of a message that was sent."""

    UNDER_WAY = "under_way"
    DELIVERED = "delivered"
    UNDELIVERED = "undelivered"


class Hindrance(StrEnum):
    """Why a message failed or was withdrawn."""

    CALLED_OFF = "called_off"
    TOO_LATE = "too_late"
    DECEASED = "deceased"
    NO_CONSENT = "no_consent"
    ADDRESS_REFUSED = "address_refused"
    LOGIN_REFUSED = "login_refused"
    NOT_ALLOWED = "not_allowed"
    NOT_THERE = "not_there"
    REFUSED = "refused"


# What somebody must have agreed to at the address (Wmebv: made known per kind of message).
AGREED_AS = {
    OutgoingKind.CONFIRMATION: MessageKind.CONFIRMATION,
    OutgoingKind.CANCELLATION: MessageKind.CONFIRMATION,
    OutgoingKind.REMINDER: MessageKind.REMINDER,
    OutgoingKind.FORM_LINK: MessageKind.STATUS,
    OutgoingKind.STATUS: MessageKind.STATUS,
    OutgoingKind.EXPIRY: MessageKind.EXPIRY,
    OutgoingKind.CALLBACK_MOVED: MessageKind.STATUS,
}
# In Dutch and in English, as a timeline says them.
DELIVERY_LABELS = {
    Delivery.UNDER_WAY: ("Onderweg", "Under way"),
    Delivery.DELIVERED: ("Afgeleverd", "Delivered"),
    Delivery.UNDELIVERED: ("Niet aangekomen", "Not delivered"),
}


class MessageRefused(Refusal):
    """The carrier will not send this one, now or later."""

    def __init__(self, hindrance: Hindrance = Hindrance.REFUSED) -> None:
        super().__init__(hindrance.value)
        self.hindrance = hindrance


class MaybeSent(Outage):
    """The carrier went away after it was handed the message."""


class CarrierBusy(Outage):
    """The carrier takes nothing for so many seconds; nothing was sent."""

    def __init__(self, wait_seconds: int = 60) -> None:
        super().__init__()
        self.wait_seconds = wait_seconds


class NoCarrier(Refusal):
    """Nothing is set that messages could go out by."""


@dataclass(frozen=True, slots=True)
class NewMessage:
    """One to be sent; the words are filled in already. `useful_until`: after it, nobody is helped by it."""

    subject_kind: SubjectKind
    subject_id: UUID
    kind: OutgoingKind
    party_id: UUID
    language: str  # "nl" or "en"
    subject: str
    text: str
    due_at: datetime
    useful_until: datetime | None = None
    secrecy: Confidentiality = Confidentiality.OPEN


@dataclass(frozen=True, slots=True)
class ReadyMessage:
    """One that was claimed, as its carrier gets it. `to`: an address, a number, or the lines of an envelope."""

    id: UUID
    channel: MessageChannel
    to: str
    subject: str
    text: str
    attempts: int


@dataclass(frozen=True, slots=True)
class DoubtfulMessage:
    """One that a person decides about, without its words and its address."""

    id: UUID
    kind: OutgoingKind
    channel: MessageChannel
    state: MessageState
    hindrance: str
    due_at: datetime
    since: datetime
    sender: str  # who was sending, "" when nobody was
    is_called_off: bool


@dataclass(frozen=True, slots=True)
class SentCounts:
    """What one round of sending did."""

    sent: int = 0
    failed: int = 0
    doubtful: int = 0
    withdrawn: int = 0
    later: int = 0


class Carrier(Protocol):
    """What messages go out by. Slow: it may take seconds."""

    name: str
    channels: frozenset[MessageChannel]

    def send(self, message: ReadyMessage) -> str:
        """The carrier's own id, "" when it gives none.

        Refuses with MessageRefused; CarrierBusy and RegisterAway mean that nothing was sent, MaybeSent that nobody
        knows.
        """
        ...

    def delivery(self, carrier_id: str) -> Delivery | None:
        """How far it is; None when the carrier does not tell. Refuses with RegisterAway."""
        ...

    def check(self) -> None:
        """Whether it answers and lets this program in, without sending. Refuses as `send`."""
        ...
