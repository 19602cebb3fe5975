"""Words of the work panel: how a norm stands, how a list stands, what was done with an item."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from kcc_desktop.domain.work import NormUnit, QueueNorm, WorkEvent, WorkMove, WorkOutcome, WorkQueue
from kcc_desktop.domain.work_lists import ListCounts, ListKind, Narrowing, Urgency, WorkList, urgency
from kcc_desktop.ui.shared import formatting
from kcc_desktop.ui.shared.translation import QT_TRANSLATE_NOOP, Plural

TONES = {Urgency.OVER: ("over", "warning"), Urgency.NEAR: ("near", "clock"), Urgency.IN_TIME: ("good", "check")}
LISTS: dict[ListKind, tuple[str, str]] = {
    ListKind.MINE: (QT_TRANSLATE_NOOP("Work", "My work"), "user"),
    ListKind.PROMISED: (QT_TRANSLATE_NOOP("Work", "My promises"), "handshake"),
    ListKind.NOT_REACHED: (QT_TRANSLATE_NOOP("Work", "Not reached, try again"), "arrow-clockwise"),
    ListKind.NIGHT: (QT_TRANSLATE_NOOP("Work", "Of the night"), "moon"),
}
# By code, as far as a queue has one that everybody has; others are a tray.
QUEUE_ICONS = {
    "callbacks": "phone-outgoing",
    "forms": "globe-simple",
    "appointments": "calendar-blank",
    "visits": "car-simple",
    "messages": "chat-circle-text",
    "post": "envelope-simple",
    "registers": "identification-card",
}
NARROWINGS: dict[Narrowing, tuple[str, str]] = {
    Narrowing.ALL: (QT_TRANSLATE_NOOP("Work", "All"), ""),
    Narrowing.FITS: (QT_TRANSLATE_NOOP("Work", "Fits me"), ""),
    Narrowing.FREE: (QT_TRANSLATE_NOOP("Work", "Free"), ""),
    Narrowing.OVER: (QT_TRANSLATE_NOOP("Work", "Past norm"), "warning"),
    Narrowing.NOT_REACHED: (QT_TRANSLATE_NOOP("Work", "Not reached"), "phone-x"),
}
OUTCOMES: dict[WorkOutcome, tuple[str, str]] = {
    WorkOutcome.ANSWERED: (QT_TRANSLATE_NOOP("Work", "Answered"), "check-circle"),
    WorkOutcome.SETTLED: (QT_TRANSLATE_NOOP("Work", "Settled without a talk"), "check"),
    WorkOutcome.NOT_REACHED: (QT_TRANSLATE_NOOP("Work", "Not reached, we stop"), "phone-x"),
    WorkOutcome.NOT_NEEDED: (QT_TRANSLATE_NOOP("Work", "Not needed any more"), "prohibit"),
}
_MOVES: dict[WorkMove, tuple[str, str]] = {
    WorkMove.TAKEN: (QT_TRANSLATE_NOOP("Work", "taken"), "hand"),
    WorkMove.GIVEN_BACK: (QT_TRANSLATE_NOOP("Work", "given back"), "arrow-u-up-left"),
    WorkMove.RETURNED: (QT_TRANSLATE_NOOP("Work", "back at the end of the shift"), "arrow-u-up-left"),
    WorkMove.HANDED_OVER: (QT_TRANSLATE_NOOP("Work", "handed over"), "arrow-bend-up-right"),
    WorkMove.NOT_REACHED: (QT_TRANSLATE_NOOP("Work", "not reached"), "phone-x"),
    WorkMove.RAPPEL: (QT_TRANSLATE_NOOP("Work", "asked again"), "bell-ringing"),
    WorkMove.DONE: (QT_TRANSLATE_NOOP("Work", "closed"), "check"),
    WorkMove.WITHDRAWN: (QT_TRANSLATE_NOOP("Work", "closed"), "prohibit"),
}


def say(text: str) -> str:
    return QCoreApplication.translate("Work", text)


class WorkWords(Plural):
    """The words here that depend on a number."""

    def days_over(self, number: int) -> str:
        return self.tr("%n day(s) over", "", number)

    def days_old(self, number: int) -> str:
        return self.tr("%n day(s)", "", number)

    def past_norm(self, number: int) -> str:
        return self.tr("%n past norm", "", number)

    def nearly(self, number: int) -> str:
        return self.tr("%n nearly", "", number)

    def open(self, number: int) -> str:
        return self.tr("%n open", "", number)

    def free(self, number: int) -> str:
        return self.tr("%n free", "", number)

    def attempts(self, number: int) -> str:
        return self.tr("tried %n time(s)", "", number)

    def rappels(self, number: int) -> str:
        return self.tr("asked again %n time(s)", "", number)

    def working_days(self, number: int) -> str:
        return self.tr("within %n working day(s)", "", number)

    def hours(self, number: int) -> str:
        return self.tr("within %n hour(s)", "", number)

    def minutes(self, number: int) -> str:
        return self.tr("within %n minute(s)", "", number)


def norm(due_at: datetime, now: datetime) -> tuple[str, str, str]:
    """Tone, icon and words of a norm or promise: "2 u 05 over", "nog 38 min", "vr 17:00", "vr 6 mrt"."""
    state = urgency(due_at, now)
    tone, icon = TONES[state]
    minutes = int(abs((due_at - now).total_seconds()) // 60)
    if state is Urgency.OVER:
        if minutes >= 24 * 60:
            return tone, icon, WorkWords().days_over(minutes // (24 * 60))
        return tone, icon, QCoreApplication.translate("Work", "{time} over").format(time=_time(minutes))
    if formatting.local(due_at).date() != formatting.local(now).date():
        return "muted", icon, _later(due_at, now)
    left = QCoreApplication.translate("Work", "{time} left").format(time=_time(minutes))
    return (tone if state is Urgency.NEAR else "muted"), icon, left


def _later(due_at: datetime, now: datetime) -> str:
    """Another day than today, short for its column: within a week "vr 17:00", further on the day alone."""
    days = (formatting.local(due_at).date() - formatting.local(now).date()).days
    day = formatting.day(due_at, formatting.local(now).date())
    return f"{day.partition(' ')[0]} {formatting.time(due_at)}" if days < 7 else day


def state_of(counts: ListCounts, now: datetime) -> tuple[str, str, str]:
    """Tone, icon and words of a list: "2 over norm · oudste 3 u", "op tijd · …", "leeg"."""
    if not counts.everything:
        return "muted", "check", QCoreApplication.translate("Work", "empty · all taken up")
    tone, icon = TONES[counts.urgency]
    if counts.urgency is Urgency.OVER:
        words = WorkWords().past_norm(counts.over)
    elif counts.urgency is Urgency.NEAR:
        words = WorkWords().nearly(counts.near)
    else:
        tone, words = "muted", QCoreApplication.translate("Work", "in time")
    if counts.oldest_at is None:
        return tone, icon, words
    oldest = QCoreApplication.translate("Work", "oldest {age}").format(age=age(counts.oldest_at, now))
    return tone, icon, f"{words} · {oldest}"


def since(at: datetime, now: datetime) -> str:
    """Short, for a column: today "09:12", in the last days "ma 13:20", else "wo 4 mrt"."""
    days = (formatting.local(now).date() - formatting.local(at).date()).days
    if days <= 0:
        return formatting.time(at)
    day = formatting.day(at, formatting.local(now).date())
    return f"{day.partition(' ')[0]} {formatting.time(at)}" if days < 7 else day


def age(since: datetime, now: datetime) -> str:
    """ "12 min", "3 u", "2 dagen"."""
    minutes = max(0, int((now - since).total_seconds() // 60))
    if minutes >= 24 * 60:
        return WorkWords().days_old(minutes // (24 * 60))
    if minutes >= 60:
        return QCoreApplication.translate("Work", "{hours} h").format(hours=minutes // 60)
    return QCoreApplication.translate("Work", "{minutes} min").format(minutes=minutes)


def within(rule: QueueNorm) -> str:
    """ "binnen 1 werkdag"."""
    words = WorkWords()
    of_unit = {NormUnit.WORKING_DAYS: words.working_days, NormUnit.HOURS: words.hours, NormUnit.MINUTES: words.minutes}
    return of_unit[rule.unit](rule.value)


def summary(counts: ListCounts, queue: WorkQueue | None) -> str:
    """ "23 open · 9 vrij · norm: binnen 1 werkdag"."""
    words = WorkWords()
    parts = [words.open(counts.everything), words.free(counts.free)]
    if queue is not None:
        parts.append(QCoreApplication.translate("Work", "norm: {norm}").format(norm=within(queue.norm)))
    return " · ".join(parts)


def list_title(wanted: WorkList, queues: tuple[WorkQueue, ...]) -> str:
    if wanted.kind is ListKind.QUEUE:
        return next((queue.name for queue in queues if queue.code == wanted.queue_code), wanted.queue_code)
    return say(LISTS[wanted.kind][0])


def list_icon(wanted: WorkList) -> str:
    return QUEUE_ICONS.get(wanted.queue_code, "tray") if wanted.kind is ListKind.QUEUE else LISTS[wanted.kind][1]


def event(one: WorkEvent, now: datetime) -> tuple[str, str]:
    """Icon and words of a move: "ma 13:20 · Ruben Smit · niet bereikt, weer om 15:00 · voicemail"."""
    text, icon = _MOVES[one.move]
    done = say(text)
    if one.outcome:
        done = f"{done}: {say(OUTCOMES[WorkOutcome(one.outcome)][0])}"
    if one.move is WorkMove.HANDED_OVER:
        to = QCoreApplication.translate("Work", "to {whom}").format(whom=one.to or one.queue)
        done = f"{done} {to}"
    if one.next_try_at is not None:
        again = QCoreApplication.translate("Work", "again {moment}").format(
            moment=formatting.moment(one.next_try_at, now)
        )
        done = f"{done}, {again}"
    return icon, " · ".join(part for part in (formatting.moment(one.at, now), one.actor, done, one.text) if part)


def _time(minutes: int) -> str:
    if minutes < 60:
        return QCoreApplication.translate("Work", "{minutes} min").format(minutes=minutes)
    hours, rest = divmod(minutes, 60)
    return QCoreApplication.translate("Work", "{hours} h {minutes:02}").format(hours=hours, minutes=rest)
