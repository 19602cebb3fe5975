"""Words, icons and tones of the counter: states, needs, estimates. Knows no widget."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from kcc_desktop.domain.appointments import UnlessReason
from kcc_desktop.domain.counter import (
    Arrival,
    ArrivalState,
    CounterDesk,
    CounterState,
    Estimate,
    Need,
    Ticket,
    TicketState,
)
from kcc_desktop.ui.shared import formatting
from kcc_desktop.ui.shared.rows import Row
from kcc_desktop.ui.shared.translation import QT_TRANSLATE_NOOP

_NEEDS = {
    Need.INTERPRETER: (QT_TRANSLATE_NOOP("Counter", "interpreter"), "translate"),
    Need.WHEELCHAIR: (QT_TRANSLATE_NOOP("Counter", "wheelchair"), "wheelchair"),
    Need.DIGITAL_HELP: (QT_TRANSLATE_NOOP("Counter", "digital help"), "device-mobile"),
}
# Word, icon, tone of the badge; quiet ones have no badge but a line.
_ARRIVALS = {
    ArrivalState.EXPECTED: (QT_TRANSLATE_NOOP("Counter", "expected"), "", ""),
    ArrivalState.LATE: (QT_TRANSLATE_NOOP("Counter", "late"), "clock", "near"),
    ArrivalState.ARRIVED: (QT_TRANSLATE_NOOP("Counter", "arrived"), "check", "good"),
    ArrivalState.SERVING: (QT_TRANSLATE_NOOP("Counter", "being served"), "chats", "good"),
    ArrivalState.SERVED: (QT_TRANSLATE_NOOP("Counter", "served"), "check", "good"),
    ArrivalState.NO_SHOW: (QT_TRANSLATE_NOOP("Counter", "did not come"), "x", "muted"),
}
_COUNTERS = {
    CounterState.OPEN: QT_TRANSLATE_NOOP("Counter", "open"),
    CounterState.PAUSED: QT_TRANSLATE_NOOP("Counter", "paused"),
    CounterState.CLOSED: QT_TRANSLATE_NOOP("Counter", "closed"),
}
_TICKETS = {
    TicketState.CALLED: QT_TRANSLATE_NOOP("Counter", "called to {counter}"),
    TicketState.SERVING: QT_TRANSLATE_NOOP("Counter", "at {counter}"),
    TicketState.ON_HOLD: QT_TRANSLATE_NOOP("Counter", "on hold, {counter}"),
}
UNLESS = {
    UnlessReason.NO_DIGID: QT_TRANSLATE_NOOP("Counter", "No DigiD"),
    UnlessReason.DIGITAL_FAILED: QT_TRANSLATE_NOOP("Counter", "Online did not work"),
    UnlessReason.NEEDS_HELP: QT_TRANSLATE_NOOP("Counter", "Needs help with it"),
    UnlessReason.PREFERS: QT_TRANSLATE_NOOP("Counter", "Prefers the counter"),
    UnlessReason.OTHER: QT_TRANSLATE_NOOP("Counter", "Another reason"),
}
NAMELESS = QT_TRANSLATE_NOOP("Counter", "Without a name")
NO_PRODUCT = QT_TRANSLATE_NOOP("Counter", "Nothing chosen yet")
ONE_ASKS = QT_TRANSLATE_NOOP("Counter", "{low}–{high} min")


def say(text: str) -> str:
    return QCoreApplication.translate("Counter", text)


def need(one: Need) -> tuple[str, str]:
    """Its word and icon."""
    text, icon = _NEEDS[one]
    return say(text), icon


def products(ticket: Ticket) -> str:
    """What they come for, with persons when more than one."""
    named = [f"{line.product} ({line.persons})" if line.persons > 1 else line.product for line in ticket.lines]
    return ", ".join(named) or say(NO_PRODUCT)


def estimate(found: Estimate | None) -> str:
    """A range of minutes, "" when nothing can be said."""
    return say(ONE_ASKS).format(low=found.from_minutes, high=found.until_minutes) if found is not None else ""


def counter_line(desk: CounterDesk) -> str:
    """Its state, and who sits there."""
    return " · ".join(part for part in (say(_COUNTERS[desk.state]), desk.agent) if part)


def arrival_row(arrival: Arrival) -> Row:
    word, icon, tone = _ARRIVALS[arrival.state]
    loud = tone == "near"
    detail = " · ".join(part for part in (arrival.title, arrival.number, "" if loud else say(word)) if part)
    return Row(
        arrival.name or say(NAMELESS),
        detail,
        detail_icon="" if loud else icon,
        detail_tone="good" if tone == "good" and arrival.state is not ArrivalState.SERVED else "muted",
        detail_icon_tone="good" if arrival.state is ArrivalState.SERVED else "",
        trailing=formatting.time(arrival.starts_at),
        badge=say(word) if loud else "",
        badge_tone=tone or "muted",
        badge_icon=icon if loud else "",
        key=arrival.appointment_id,
    )


def visitor_row(arrival: Arrival) -> Row:
    """The same as its host's reception sees it."""
    told = say(QT_TRANSLATE_NOOP("Counter", "announced {time}"))
    row = arrival_row(arrival)
    if arrival.host_told_at is not None and arrival.state is ArrivalState.ARRIVED:
        detail = " · ".join((arrival.room, told.format(time=formatting.time(arrival.host_told_at))))
        return Row(row.title, detail, detail_icon="check", detail_tone="good", trailing=row.trailing, key=row.key)
    detail = " · ".join(part for part in (arrival.room, row.detail) if part)
    return Row(
        row.title,
        detail,
        trailing=row.trailing,
        badge=row.badge,
        badge_tone=row.badge_tone,
        badge_icon=row.badge_icon,
        key=row.key,
    )


def ticket_row(ticket: Ticket, found: Estimate | None, now: datetime) -> Row:
    """Number and product, who and since when, what they need, and how long it may take."""
    needs = sorted(ticket.needs)
    word, icon = need(needs[0]) if needs else ("", "")
    rest = [need(one)[0] for one in needs[1:]]
    who = ticket.name or say(NAMELESS)
    if ticket.state is TicketState.WAITING:
        where = formatting.relative(ticket.created_at, now)
    else:
        where = say(_TICKETS[ticket.state]).format(counter=ticket.counter)
    parts = (who, where, ticket.host, *rest)
    return Row(
        f"{ticket.number}  {products(ticket)}",
        " · ".join(part for part in parts if part),
        icon="ticket" if ticket.appointment_id is None else "calendar-check",
        trailing=estimate(found),
        badge=word,
        badge_tone="near",
        badge_icon=icon,
        key=ticket.id,
    )
