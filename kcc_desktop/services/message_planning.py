"""Plans what citizens are sent, within the transaction that books, moves or cancels what it is about.

Nothing is planned where no carrier is set; what was planned elsewhere is withdrawn all the same.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from kcc_desktop.data import appointment_reads, message_writes, party_cards, visit_reads
from kcc_desktop.data.database import Work
from kcc_desktop.domain.appointments import Appointment, AppointmentState
from kcc_desktop.domain.citizen_texts import TextKind, TextLanguage
from kcc_desktop.domain.messages import MessageChannel, NewMessage, OutgoingKind, SubjectKind
from kcc_desktop.domain.visits import Visit, VisitState
from kcc_desktop.services import visit_texts
from kcc_desktop.services.appointment_texts import own_texts, written


@dataclass(frozen=True, slots=True)
class MessageRules:
    """`town` is whose name it is in; `channels` what messages go out by, none when nothing is set.

    `remind_before` zero: no reminders.
    """

    town: str = ""
    channels: frozenset[MessageChannel] = frozenset()
    remind_before: timedelta = timedelta(hours=24)


NOTHING_SENT = MessageRules()


def appointment_booked(unit: Work, rules: MessageRules, appointment: Appointment) -> None:
    """Its confirmation now and its reminder before; who is there already or soon needs no reminder."""
    if not rules.channels or appointment.party_id is None or appointment.starts_at <= unit.now:
        return
    card = party_cards.card(unit.connection, appointment.party_id)
    if card is None:
        return
    texts = written(appointment, card, rules.town, own_texts(unit.connection, appointment, card))
    _plan_appointment(unit, rules, appointment, OutgoingKind.CONFIRMATION, texts[TextKind.CONFIRMATION], unit.now)
    remind_at = appointment.starts_at - rules.remind_before
    if rules.remind_before and remind_at > unit.now:
        _plan_appointment(unit, rules, appointment, OutgoingKind.REMINDER, texts[TextKind.REMINDER], remind_at)


def appointment_moved(unit: Work, rules: MessageRules, old_id: UUID, moved: Appointment) -> None:
    """What was not sent about the old time is replaced by what holds now."""
    message_writes.withdraw(unit, old_id)
    appointment_booked(unit, rules, moved)


def appointment_cancelled(unit: Work, rules: MessageRules, appointment: Appointment) -> None:
    """What was not sent is not sent; whoever it was for hears that it is off, when it was still to come."""
    message_writes.withdraw(unit, appointment.id)
    is_off = appointment.state is AppointmentState.CANCELLED
    if not rules.channels or appointment.party_id is None or not is_off or appointment.starts_at <= unit.now:
        return
    card = party_cards.card(unit.connection, appointment.party_id)
    if card is not None:
        text = written(appointment, card, rules.town, {})[TextKind.CONFIRMATION]
        _plan_appointment(unit, rules, appointment, OutgoingKind.CANCELLATION, text, unit.now)


def _plan_appointment(
    unit: Work, rules: MessageRules, appointment: Appointment, kind: OutgoingKind, text: str, due_at: datetime
) -> None:
    from kcc_desktop.reports import confirmation_words

    if appointment.party_id is None:
        return
    language = confirmation_words.language_of(appointment.language)
    secrecy, _cluster = appointment_reads.secrecy_of(unit, appointment.id)
    message = NewMessage(
        SubjectKind.APPOINTMENT,
        appointment.id,
        kind,
        appointment.party_id,
        language,
        confirmation_words.title(appointment, language),
        text,
        due_at,
        appointment.starts_at,
        secrecy,
    )
    message_writes.plan(unit, message, rules.channels)


_PROMISED = frozenset({VisitState.BOOKED, VisitState.PLANNED, VisitState.DISPATCHED})


def visit_booked(unit: Work, rules: MessageRules, visit: Visit, language: str = "nl") -> None:
    """Its confirmation, once there is a time that is promised, and its reminder before; as of an appointment."""
    is_promised = visit.state in _PROMISED and visit.window_from is not None
    if not rules.channels or visit.party_id is None or not is_promised:
        return
    from kcc_desktop.reports import visit_confirmation_words as words

    card = party_cards.card(unit.connection, visit.party_id)
    begin = visit.window_from
    if card is None or begin is None or begin <= unit.now:
        return
    texts = visit_texts.written(
        visit, card, rules.town, language, visit_texts.bodies(unit.connection, card, TextLanguage(language))
    )
    secrecy = visit_reads.secrecy_of(unit, visit.id)
    remind_at = begin - rules.remind_before
    due = [(OutgoingKind.CONFIRMATION, TextKind.VISIT, unit.now)]
    if rules.remind_before and remind_at > unit.now:
        due.append((OutgoingKind.REMINDER, TextKind.VISIT_REMINDER, remind_at))
    for kind, which, due_at in due:
        message = NewMessage(
            SubjectKind.VISIT,
            visit.id,
            kind,
            visit.party_id,
            language,
            words.title(language),
            texts[which],
            due_at,
            visit.window_until,
            secrecy,
        )
        message_writes.plan(unit, message, rules.channels)


def visit_moved(unit: Work, rules: MessageRules, old_id: UUID, moved: Visit) -> None:
    """What was not sent about the old time is replaced by what holds now."""
    message_writes.withdraw(unit, old_id)
    visit_booked(unit, rules, moved)


def visit_cancelled(unit: Work, visit_id: UUID) -> None:
    """What was not sent is not sent."""
    message_writes.withdraw(unit, visit_id)
