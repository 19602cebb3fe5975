"""The agenda in words: events, conflicts, headings. What a screen reader says of an event, too."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from kcc_desktop.domain.agenda import Agenda, AgendaDay, AgendaEvent, EventKind, Lane, LaneKind
from kcc_desktop.domain.agenda_moves import Against, Conflict
from kcc_desktop.domain.appointments import AppointmentState
from kcc_desktop.domain.blocks import InTheWay
from kcc_desktop.ui.shared import formatting
from kcc_desktop.ui.shared.translation import QT_TRANSLATE_NOOP, Plural

_CONTEXT = "Agenda"
_STATES = {
    AppointmentState.CHECKED_IN: QT_TRANSLATE_NOOP("Agenda", "arrived"),
    AppointmentState.IN_SERVICE: QT_TRANSLATE_NOOP("Agenda", "being served"),
    AppointmentState.COMPLETED: QT_TRANSLATE_NOOP("Agenda", "served"),
    AppointmentState.NO_SHOW: QT_TRANSLATE_NOOP("Agenda", "did not come"),
}
_AGAINST = {
    Against.PAST: QT_TRANSLATE_NOOP("Agenda", "that time is over"),
    Against.CLOSED: QT_TRANSLATE_NOOP("Agenda", "nobody sits there the whole time"),
    Against.UNABLE: QT_TRANSLATE_NOOP("Agenda", "this counter does not do it"),
    Against.TAKEN: QT_TRANSLATE_NOOP("Agenda", "taken"),
}


class AgendaCounts(Plural):
    """The words here that depend on a number."""

    def appointments(self, number: int) -> str:
        return self.tr("%n appointment(s)", "", number)

    def visits(self, number: int) -> str:
        return self.tr("%n visit(s)", "", number)

    def held(self, number: int) -> str:
        return self.tr("%n on hold", "", number)

    def persons(self, number: int) -> str:
        return self.tr("%n person(s)", "", number)

    def promised(self, number: int) -> str:
        return self.tr("%n promise(s) in that time", "", number)


def tr(text: str) -> str:
    return QCoreApplication.translate(_CONTEXT, text)


def state(event: AgendaEvent) -> str:
    """What became of an appointment; "" while it is only planned."""
    word = _STATES.get(event.state) if event.state is not None else None
    return tr(word) if word else ""


def title(event: AgendaEvent) -> str:
    """The first line of an event."""
    if event.kind is EventKind.HOLD:
        until = formatting.time(event.until) if event.until is not None else ""
        return QCoreApplication.translate("Agenda", "{who} · until {time}").format(who=event.by, time=until)
    if event.kind is EventKind.BLOCK:
        return event.reason
    if event.kind is EventKind.TAKEN:
        return QCoreApplication.translate("Agenda", "Taken")
    if event.kind is EventKind.FREE:
        return QCoreApplication.translate("Agenda", "free")
    return event.title


def covered() -> str:
    """In place of a citizen's name."""
    return QCoreApplication.translate("Agenda", "covered")


def detail(event: AgendaEvent) -> str:
    """Beside the time on the second line."""
    parts = [event.name]
    if event.persons > 1 and not event.name:
        parts.append(AgendaCounts().persons(event.persons))
    if event.is_extra:
        parts.append(QCoreApplication.translate("Agenda", "extra"))
    parts.append(state(event))
    return " · ".join(part for part in parts if part)


def times(event: AgendaEvent) -> str:
    """ "09:00 – 09:30"."""
    return f"{formatting.time(event.starts_at)} – {formatting.time(event.ends_at)}"


def spoken(event: AgendaEvent, lane: str) -> str:
    """An event's accessible name: when, what, who, where."""
    if event.kind is EventKind.HOLD:
        what = QCoreApplication.translate("Agenda", "held by {who} until {time}").format(
            who=event.by, time=formatting.time(event.until) if event.until is not None else ""
        )
    elif event.kind is EventKind.BLOCK:
        what = QCoreApplication.translate("Agenda", "blocked, {reason}").format(reason=event.reason)
    else:
        what = ", ".join(part for part in (title(event), detail(event).replace(" · ", ", ")) if part)
    return f"{formatting.day(event.on)} {times(event)}, {what}, {lane}"


def heading(agenda_on: date, is_week: bool, days: tuple[AgendaDay, ...]) -> str:
    """ "Week 10 · 2 – 6 maart", or the day."""
    if not is_week or not days:
        return formatting.long_day(agenda_on)
    week = QCoreApplication.translate("Agenda", "Week {number}").format(number=agenda_on.isocalendar().week)
    return f"{week} · {formatting.days_between(days[0].on, days[-1].on)}"


def summary(agenda: Agenda | None, on: date, today: date) -> str:
    """ "Vandaag 20 afspraken · 2 vastgehouden"."""
    if agenda is None or agenda.in_words != on:
        return ""
    kinds = [event.kind for event in agenda.events if event.on == on]
    day = QCoreApplication.translate("Agenda", "Today") if on == today else formatting.day(on)
    counts = [f"{day} {AgendaCounts().appointments(kinds.count(EventKind.APPOINTMENT))}"]
    if EventKind.VISIT in kinds:
        counts.append(AgendaCounts().visits(kinds.count(EventKind.VISIT)))
    if EventKind.HOLD in kinds:
        counts.append(AgendaCounts().held(kinds.count(EventKind.HOLD)))
    return " · ".join(counts)


def day_head(on: date, today: date) -> str:
    """ "Vandaag · wo 4 mrt", or "wo 4 mrt"."""
    if on == today:
        today_is = QCoreApplication.translate("Agenda", "Today")
        return f"{today_is} · {formatting.day(on)}"
    return formatting.day(on)


def short_days(on: date) -> tuple[str, ...]:
    """ "wo 4 mrt", "wo 4", "4": the first that there is room for is taken."""
    whole = formatting.day(on)
    return whole, f"{whole.split()[0]} {on.day}", str(on.day)


def drive(event: AgendaEvent) -> str:
    """ "12 min rijden"."""
    return QCoreApplication.translate("Agenda", "{minutes} min driving").format(minutes=event.before_minutes)


def long_lane(lane: Lane) -> str:
    """ "Balie 1", "Karin · op locatie"."""
    if lane.kind is LaneKind.WORKER:
        return QCoreApplication.translate("Agenda", "{who} · on location").format(who=lane.name.split()[0])
    return lane.name


def short_lane(lane: Lane) -> str:
    """ "B1" for "Balie 1"."""
    if lane.kind is LaneKind.WORKER:
        return QCoreApplication.translate("Agenda", "Loc")
    words = lane.name.split()
    return "".join(word[:2] if word.isdigit() else word[:1] for word in words[:2])


def closed(day: AgendaDay) -> str:
    """Why nobody works that day."""
    word = QCoreApplication.translate("Agenda", "Closed")
    return f"{word} · {day.closed_because}" if day.closed_because else word


def conflict(one: Conflict) -> str:
    """One thing that is against a place."""
    if one.with_event is None:
        return tr(_AGAINST[one.why])
    other = one.with_event
    named = " ".join(part for part in (title(other), other.reference) if part)
    return f"{tr(_AGAINST[one.why])}: {formatting.time(other.starts_at)} {named}"


def in_the_way(one: InTheWay, today: date) -> str:
    """Who or what a block would lie over: the reference, the time, the counter."""
    when = f"{formatting.day(one.starts_at, today)} {formatting.time(one.starts_at)}"
    if one.is_block:
        what = QCoreApplication.translate("Agenda", "another block")
    elif one.is_held:
        what = QCoreApplication.translate("Agenda", "on hold by a colleague")
    else:
        what = one.reference or QCoreApplication.translate("Agenda", "taken")
    return f"{when} · {one.counter} · {what}"
