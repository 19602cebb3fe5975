"""Use cases of messages that go out: sending what is due, and what a person decides about those in doubt.

A message is claimed in one transaction, sent outside any, and settled in another, so that two senders never have one
and the same, and one whose sender died is in doubt.
"""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial
from uuid import UUID

from kcc_desktop.data import message_writes
from kcc_desktop.data.database import Database, Look, Work
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.errors import AlreadyDone, NotFound, RegisterAway
from kcc_desktop.domain.messages import (
    Carrier,
    CarrierBusy,
    DoubtfulMessage,
    Hindrance,
    MaybeSent,
    MessageChannel,
    MessageRefused,
    MessageState,
    NoCarrier,
    ReadyMessage,
    SentCounts,
)

_AT_ONCE = 50
_AWAY_WAIT = timedelta(minutes=5)
_MOST_ASKED = 100  # of what is under way, each time


class MessageService:
    """`carriers`: the first that takes a channel carries it."""

    def __init__(self, database: Database, carriers: Sequence[Carrier] = ()) -> None:
        self._database = database
        self._carriers = tuple(carriers)

    def channels(self) -> frozenset[MessageChannel]:
        """What messages can go out by."""
        return frozenset(channel for carrier in self._carriers for channel in carrier.channels)

    def send_due(self) -> SentCounts:
        """Send everything that is due, and first mark as doubtful what another sender left; answers how many of each.

        A carrier that is away or busy is left alone for the rest of the round. Refuses with NotAllowed and NoCarrier.
        """
        self._require_sender()
        if not self._carriers:
            raise NoCarrier
        counts = {"doubtful": self._database.write(message_writes.doubt)}
        open_ = dict.fromkeys(self.channels())
        while open_:
            ids = self._database.read(lambda look: message_writes.due(look, list(open_), _AT_ONCE))
            if not ids:
                break
            for message_id in ids:
                what, channels = self._send_one(message_id, frozenset(open_))
                if what:
                    counts[what] = counts.get(what, 0) + 1
                for channel in channels:
                    open_.pop(channel, None)
                if channels:
                    break
        return SentCounts(**counts)

    def note_deliveries(self) -> int:
        """Ask the carriers how far their messages are; answers of how many something was told. A round at most."""
        self._require_sender()
        told = 0
        for carrier in self._carriers:
            found = self._database.read(partial(message_writes.under_way, carrier=carrier.name, limit=_MOST_ASKED))
            for message_id, carrier_id in found:
                try:
                    delivery = carrier.delivery(carrier_id)
                except (RegisterAway, CarrierBusy):
                    break
                if delivery is not None:
                    self._database.write(partial(message_writes.deliver, message_id=message_id, delivery=delivery))
                    told += 1
        return told

    def doubtful(self) -> tuple[DoubtfulMessage, ...]:
        """What a person has to look at: perhaps sent, failed, or long overdue. Also marks what senders left."""
        self._require_decider()
        self._database.write(message_writes.doubt)
        return self._database.read(message_writes.doubtful)

    def it_was_sent(self, message_id: UUID) -> None:
        """A person's word. Twice is once. Refuses with NotFound, AlreadyDone, NotAllowed."""
        self._decide(message_id, MessageState.SENT, "message_was_sent")

    def send_again(self, message_id: UUID) -> None:
        """A person's word. Refuses with NotFound, NotAllowed, AlreadyDone (it was called off, or decided about)."""
        self._decide(message_id, MessageState.WAITING, "message_again")

    def check(self) -> tuple[str, ...]:
        """The carriers that answered and let this program in. Refuses with NoCarrier and as a carrier's `check`."""
        self._database.read(lambda look: look.agent.require(Permission.ADMINISTER))
        if not self._carriers:
            raise NoCarrier
        for carrier in self._carriers:
            carrier.check()
        return tuple(carrier.name for carrier in self._carriers)

    def _decide(self, message_id: UUID, into: MessageState, action: str) -> None:
        self._require_decider()

        def work(unit: Work) -> None:
            if into is MessageState.SENT:
                unit.agent.require(Permission.RECORD_CONTACT)  # it becomes a contact
            if message_writes.decide(unit, message_id, into):
                unit.audit(action, "message", message_id)
                return
            state = message_writes.state_of(unit, message_id)
            if state is None:
                raise NotFound
            if state is not into:
                raise AlreadyDone

        self._database.write(work)

    def _send_one(self, message_id: UUID, channels: frozenset[MessageChannel]) -> tuple[str, frozenset[MessageChannel]]:
        """What came of it, "" when somebody else has it, and the channels to be left alone from now on."""
        channel = self._database.read(lambda look: message_writes.channel_of(look, message_id))
        if channel not in channels:
            return "", frozenset()
        carrier = next(one for one in self._carriers if channel in one.channels)
        claimed = self._database.write(lambda unit: message_writes.claim(unit, message_id, carrier.name))
        if claimed is None:
            return "", frozenset()
        if isinstance(claimed, Hindrance):
            return "withdrawn", frozenset()
        try:
            carrier_id = carrier.send(claimed)
        except MessageRefused as refused:
            self._settle(claimed, MessageState.FAILED, refused.hindrance)
            # Who is not let in is not let in with the next one either.
            is_locked = refused.hindrance in (Hindrance.LOGIN_REFUSED, Hindrance.NOT_ALLOWED)
            return "failed", carrier.channels if is_locked else frozenset()
        except MaybeSent:
            self._settle(claimed, MessageState.MAYBE_SENT)
            return "doubtful", carrier.channels
        except CarrierBusy as busy:
            self._settle(claimed, MessageState.WAITING, wait=timedelta(seconds=busy.wait_seconds))
            return "later", carrier.channels
        except RegisterAway:
            self._settle(claimed, MessageState.WAITING, wait=_AWAY_WAIT)
            return "later", carrier.channels
        self._settle(claimed, MessageState.SENT, carrier_id=carrier_id)
        return "sent", frozenset()

    def _settle(
        self,
        claimed: ReadyMessage,
        into: MessageState,
        hindrance: Hindrance | None = None,
        *,
        carrier_id: str = "",
        wait: timedelta = timedelta(),
    ) -> None:
        def work(unit: Work) -> None:
            done = message_writes.settle(
                unit, claimed.id, claimed.attempts, into, hindrance, carrier_id=carrier_id, wait=wait
            )
            if done:
                unit.audit("send", "message", claimed.id, result=into.value)

        self._database.write(work)

    def _require_sender(self) -> None:
        self._database.read(lambda look: look.agent.require(Permission.RECORD_CONTACT))

    def _require_decider(self) -> None:
        def look(look: Look) -> None:
            if not look.agent.may(Permission.ADMINISTER):
                look.agent.require(Permission.RECORD_CONTACT)

        self._database.read(look)
