"""Plans, claims and settles messages, each move by one conditional statement with its event; and lists the doubtful."""

from collections.abc import Collection
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import and_, insert, or_, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from kcc_desktop.data import party_cards
from kcc_desktop.data.agents import AgentRow
from kcc_desktop.data.contact_writes import record_message
from kcc_desktop.data.database import Look, Work
from kcc_desktop.data.messages import MessageEventRow, OutgoingMessageRow, OutgoingTextRow
from kcc_desktop.data.parties import AgreedMessageRow, DigitalAddressRow
from kcc_desktop.domain.contacts import Confidentiality
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.messages import (
    AGREED_AS,
    DOUBTFUL_AFTER,
    Delivery,
    DoubtfulMessage,
    Hindrance,
    MessageChannel,
    MessageState,
    NewMessage,
    OutgoingKind,
    ReadyMessage,
)
from kcc_desktop.domain.parties import DigitalAddressKind

_M = OutgoingMessageRow
_CHANNEL_OF = {
    DigitalAddressKind.EMAIL.value: MessageChannel.EMAIL,
    DigitalAddressKind.PHONE.value: MessageChannel.SMS,
}
# As the list of channels has them.
_RECORDED_AS = {MessageChannel.EMAIL: "e-mail", MessageChannel.SMS: "sms", MessageChannel.LETTER: "letter"}


def plan(unit: Work, message: NewMessage, channels: Collection[MessageChannel]) -> UUID | None:
    """To the address at which this party agreed to this kind; None when there is none, or when it was planned."""
    if party_cards.is_deceased(unit.connection, message.party_id) is not False:
        return None
    found = _address(unit, message, channels)
    if found is None:
        return None
    address_id, channel, recipient = found
    upsert = sqlite_insert if unit.connection.dialect.name == "sqlite" else postgresql_insert
    message_id: UUID | None = unit.connection.scalar(
        upsert(_M)
        .values(
            id=new_id(),
            subject_kind=message.subject_kind.value,
            subject_id=message.subject_id,
            kind=message.kind.value,
            party_id=message.party_id,
            address_id=address_id,
            channel=channel.value,
            language=message.language,
            due_at=message.due_at,
            useful_until=message.useful_until,
            planned_at=unit.now,
            planned_by=unit.agent.id,
            confidentiality=message.secrecy.value,
            owner_cluster_id=unit.agent.cluster_id,
            state=MessageState.WAITING.value,
            not_before=message.due_at,
            moved_at=unit.now,
        )
        .on_conflict_do_nothing(index_elements=["subject_id", "kind", "due_at"])
        .returning(_M.id)
    )
    if message_id is None:
        return None
    unit.connection.execute(
        insert(OutgoingTextRow).values(
            message_id=message_id, recipient=recipient, subject=message.subject, body=message.text
        )
    )
    _note(unit, message_id, "", MessageState.WAITING)
    return message_id


def _address(
    unit: Work, message: NewMessage, channels: Collection[MessageChannel]
) -> tuple[UUID, MessageChannel, str] | None:
    """The preferred one first, mail before a text message; a number that takes no text messages is none."""
    rows = unit.connection.execute(
        select(DigitalAddressRow.id, DigitalAddressRow.kind, DigitalAddressRow.value)
        .join(AgreedMessageRow, AgreedMessageRow.address_id == DigitalAddressRow.id)
        .where(
            DigitalAddressRow.party_id == message.party_id,
            DigitalAddressRow.ended_at.is_(None),
            AgreedMessageRow.kind == AGREED_AS[message.kind].value,
        )
        .order_by(DigitalAddressRow.is_preferred.desc(), DigitalAddressRow.kind, DigitalAddressRow.id)
    )
    for address_id, kind, value in rows:
        channel = _CHANNEL_OF[kind]
        takes_it = channel is not MessageChannel.SMS or value.startswith("+316")
        if channel in channels and takes_it:
            return address_id, channel, value
    return None


def withdraw(unit: Work, subject_id: UUID) -> None:
    """What is not sent yet is not sent any more; what is being sent is not sent a second time."""
    gone = unit.connection.scalars(
        update(_M)
        .where(_M.subject_id == subject_id, _M.state == MessageState.WAITING)
        .values(
            state=MessageState.WITHDRAWN.value,
            hindrance=Hindrance.CALLED_OFF.value,
            moved_at=unit.now,
            is_called_off=True,
        )
        .returning(_M.id)
    ).all()
    for message_id in gone:
        _note(unit, message_id, MessageState.WAITING, MessageState.WITHDRAWN, Hindrance.CALLED_OFF)
    open_ = (MessageState.SENDING.value, MessageState.MAYBE_SENT.value, MessageState.FAILED.value)
    unit.connection.execute(
        update(_M).where(_M.subject_id == subject_id, _M.state.in_(open_)).values(is_called_off=True)
    )


def due(look: Look, channels: Collection[MessageChannel], limit: int) -> list[UUID]:
    """Whose turn it is, the oldest first: what this sender may record as a contact of its own cluster."""
    return list(
        look.connection.scalars(
            select(_M.id)
            .where(
                _M.state == MessageState.WAITING,
                _M.not_before <= look.now,
                _M.channel.in_([one.value for one in channels]),
                or_(_M.confidentiality == Confidentiality.OPEN, _M.owner_cluster_id == look.agent.cluster_id),
            )
            .order_by(_M.not_before, _M.id)
            .limit(limit)
        )
    )


def channel_of(look: Look, message_id: UUID) -> MessageChannel | None:
    word = look.connection.scalar(select(_M.channel).where(_M.id == message_id))
    return None if word is None else MessageChannel(word)


def claim(unit: Work, message_id: UUID, carrier: str) -> ReadyMessage | Hindrance | None:
    """The message, now this sender's alone; why it was withdrawn instead; None when somebody else has it."""
    row = unit.connection.execute(
        update(_M)
        .where(_M.id == message_id, _M.state == MessageState.WAITING, _M.not_before <= unit.now)
        .values(
            state=MessageState.SENDING.value,
            sender_id=unit.agent.id,
            attempts=_M.attempts + 1,
            moved_at=unit.now,
            carrier=carrier,
            hindrance="",
        )
        .returning(_M.attempts, _M.channel, _M.party_id, _M.address_id, _M.kind, _M.useful_until, _M.is_called_off)
    ).first()
    if row is None:
        return None
    _note(unit, message_id, MessageState.WAITING, MessageState.SENDING)
    hindrance = _hindrance(unit, row)
    if hindrance is not None:
        settle(unit, message_id, row.attempts, MessageState.WITHDRAWN, hindrance)
        return hindrance
    words = unit.connection.execute(
        select(OutgoingTextRow.__table__).where(OutgoingTextRow.message_id == message_id)
    ).one()
    return ReadyMessage(
        message_id, MessageChannel(row.channel), words.recipient, words.subject, words.body, row.attempts
    )


def _hindrance(unit: Work, row: Any) -> Hindrance | None:
    """Asked again at the moment of sending: much can happen since it was planned."""
    if row.is_called_off:
        return Hindrance.CALLED_OFF
    if row.useful_until is not None and row.useful_until <= unit.now:
        return Hindrance.TOO_LATE
    if party_cards.is_deceased(unit.connection, row.party_id):
        return Hindrance.DECEASED
    if row.address_id is None:
        return None
    agreed = unit.connection.scalar(
        select(AgreedMessageRow.address_id)
        .join(DigitalAddressRow, DigitalAddressRow.id == AgreedMessageRow.address_id)
        .where(
            AgreedMessageRow.address_id == row.address_id,
            AgreedMessageRow.kind == AGREED_AS[OutgoingKind(row.kind)].value,
            DigitalAddressRow.party_id == row.party_id,
            DigitalAddressRow.ended_at.is_(None),
        )
    )
    return None if agreed is not None else Hindrance.NO_CONSENT


def settle(
    unit: Work,
    message_id: UUID,
    attempts: int,
    into: MessageState,
    hindrance: Hindrance | None = None,
    *,
    carrier_id: str = "",
    wait: timedelta = timedelta(),
) -> bool:
    """What became of the attempt, told by who made it; False when a person decided about it meanwhile.

    `into` WAITING: nothing was sent, and it is tried again after `wait`. What was sent becomes a contact.
    """
    why = hindrance.value if hindrance is not None else ""
    for before in (MessageState.SENDING, MessageState.MAYBE_SENT):
        if into is MessageState.WAITING and _is_called_off(unit, message_id):
            into, why = MessageState.WITHDRAWN, Hindrance.CALLED_OFF.value
        values: dict[str, Any] = {"state": into.value, "hindrance": why, "moved_at": unit.now}
        if into is MessageState.WAITING:
            values |= {"not_before": unit.now + wait}
        if into is MessageState.SENT:
            values |= {"carrier_id": carrier_id}
        if _move(unit, message_id, before, into, values, _M.attempts == attempts):
            if into is MessageState.SENT:
                _record(unit, message_id)
            return True
        if into is MessageState.MAYBE_SENT:
            break
    return False


def _is_called_off(unit: Work, message_id: UUID) -> bool:
    """Of a message that this sender has: locked until the transaction ends, so that nobody calls it off meanwhile."""
    wanted = select(_M.is_called_off).where(_M.id == message_id).with_for_update()
    return bool(unit.connection.scalar(wanted))


def doubt(unit: Work) -> int:
    """Whatever is being sent for longer than sending takes: its sender is gone. Answers how many."""
    long_ago = unit.now - DOUBTFUL_AFTER
    found = list(
        unit.connection.scalars(select(_M.id).where(_M.state == MessageState.SENDING, _M.moved_at <= long_ago))
    )
    values = {"state": MessageState.MAYBE_SENT.value, "moved_at": unit.now}
    return sum(
        _move(unit, one, MessageState.SENDING, MessageState.MAYBE_SENT, values, _M.moved_at <= long_ago)
        for one in found
    )


def decide(unit: Work, message_id: UUID, into: MessageState) -> bool:
    """A person's word: SENT, it was sent after all; WAITING, send it again. False when there is nothing to decide."""
    allowed = [MessageState.MAYBE_SENT]
    if into is MessageState.WAITING:
        allowed.append(MessageState.FAILED)
    for before in allowed:
        values: dict[str, Any] = {"state": into.value, "moved_at": unit.now, "hindrance": ""}
        rules = []
        if into is MessageState.WAITING:
            values |= {"not_before": unit.now, "sender_id": None}
            rules.append(_M.is_called_off.is_(False))
        if _move(unit, message_id, before, into, values, *rules):
            if into is MessageState.SENT:
                _record(unit, message_id)
            return True
    return False


def state_of(look: Look | Work, message_id: UUID) -> MessageState | None:
    word = look.connection.scalar(select(_M.state).where(_M.id == message_id))
    return None if word is None else MessageState(word)


def doubtful(look: Look) -> tuple[DoubtfulMessage, ...]:
    """What a person has to look at: perhaps sent, failed, or due for an hour and not sent; the oldest first."""
    late = look.now - timedelta(hours=1)
    rows = look.connection.execute(
        select(_M.__table__, AgentRow.name.label("sender"))
        .outerjoin(AgentRow, AgentRow.id == _M.sender_id)
        .where(
            or_(
                _M.state.in_([MessageState.MAYBE_SENT.value, MessageState.FAILED.value]),
                and_(_M.state == MessageState.WAITING, _M.due_at <= late),
            )
        )
        .order_by(_M.moved_at, _M.id)
        .limit(500)
    )
    return tuple(
        DoubtfulMessage(
            row.id,
            OutgoingKind(row.kind),
            MessageChannel(row.channel),
            MessageState(row.state),
            row.hindrance,
            row.due_at,
            row.moved_at,
            row.sender or "",
            row.is_called_off,
        )
        for row in rows
    )


def under_way(look: Look, carrier: str, limit: int) -> list[tuple[UUID, str]]:
    """What the carrier may tell more about: its messages of the last week that have not arrived yet."""
    rows = look.connection.execute(
        select(_M.id, _M.carrier_id)
        .where(
            _M.state == MessageState.SENT,
            _M.carrier == carrier,
            _M.carrier_id != "",
            _M.delivery.in_(["", Delivery.UNDER_WAY.value]),
            _M.moved_at >= look.now - timedelta(days=7),
        )
        .order_by(_M.moved_at)
        .limit(limit)
    )
    return [(row.id, row.carrier_id) for row in rows]


def deliver(unit: Work, message_id: UUID, delivery: Delivery) -> None:
    party_id = unit.connection.scalar(
        update(_M)
        .where(_M.id == message_id, _M.state == MessageState.SENT, _M.delivery != delivery.value)
        .values(delivery=delivery.value)
        .returning(_M.party_id)
    )
    if party_id is not None:
        unit.changed("contact", message_id)
        unit.changed("party", party_id)


def _move(
    unit: Work, message_id: UUID, before: MessageState, into: MessageState, values: dict[str, Any], *rules: Any
) -> bool:
    moved = unit.connection.scalar(
        update(_M).where(_M.id == message_id, _M.state == before, *rules).values(**values).returning(_M.id)
    )
    if moved is None:
        return False
    _note(unit, message_id, before, into, values.get("hindrance", ""))
    unit.changed("message", message_id)
    return True


def _note(unit: Work, message_id: UUID, before: str, after: str, hindrance: str = "") -> None:
    unit.connection.execute(
        insert(MessageEventRow).values(
            message_id=message_id,
            id=new_id(),
            from_state=str(before),
            to_state=str(after),
            hindrance=str(hindrance),
            at=unit.now,
            actor_id=unit.agent.id,
        )
    )


def _record(unit: Work, message_id: UUID) -> None:
    """On the timeline, as a contact whose id is the message's own."""
    row = unit.connection.execute(
        select(_M.__table__, OutgoingTextRow.subject, OutgoingTextRow.body)
        .join(OutgoingTextRow, OutgoingTextRow.message_id == _M.id)
        .where(_M.id == message_id)
    ).one()
    record_message(
        unit,
        message_id,
        row.party_id,
        channel_code=_RECORDED_AS[MessageChannel(row.channel)],
        language="nld" if row.language == "nl" else "eng",
        summary=f"{row.subject}\n{row.body}",
        secrecy=Confidentiality(row.confidentiality),
    )
