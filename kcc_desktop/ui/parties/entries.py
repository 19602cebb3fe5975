"""The lists of the left column as rows: who speaks for whom, family, running cases, promises. Knows no widget."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from operator import itemgetter
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from kcc_desktop.domain.appointments import ComingAppointment
from kcc_desktop.domain.cases import CaseSummary
from kcc_desktop.domain.parties import PartyCard, PartyKind, RelatedParty, Relation, Representation
from kcc_desktop.domain.visits import ComingVisit
from kcc_desktop.domain.work import TaskKind, TaskSummary
from kcc_desktop.ui.parties import words
from kcc_desktop.ui.shared import formatting
from kcc_desktop.ui.shared.rows import Row
from kcc_desktop.ui.shared.translation import Plural

MOST_APPOINTMENTS = 3
NEAR_DAYS = 7  # a decision due within a week asks for attention


class CaseDays(Plural):
    """The words here that depend on a number."""

    def late(self, number: int) -> str:
        return self.tr("%n day(s) late", "", number)

    def left(self, number: int) -> str:
        return self.tr("%n day(s) left", "", number)


class Opens(StrEnum):
    PARTY = "party"
    CASE = "case"
    TASK = "task"
    APPOINTMENT = "appointment"
    VISIT = "visit"


@dataclass(frozen=True, slots=True)
class Target:
    """What a row opens."""

    kind: Opens
    id: UUID
    title: str = ""
    representation: UUID | None = None  # which one the row shows, while it can be ended


def represented_rows(card: PartyCard, today: date, keys: str = "") -> list[Row]:
    """For whom this party speaks; what no longer holds comes last. `keys` stands with the first that holds."""
    ours = sorted((one for one in card.representations if one.outgoing), key=partial(_expired, today))
    rows = []
    for number, one in enumerate(ours):
        shown = keys if number == 0 and one.holds_on(today) else ""
        rows.append(_representation_row(one, _who(card, one, today), today, shown))
    return rows


def representative_rows(card: PartyCard, today: date) -> list[Row]:
    """Who speaks for this party; what no longer holds comes last."""
    theirs = sorted((one for one in card.representations if not one.outgoing), key=partial(_expired, today))
    return [_representation_row(one, "", today, "") for one in theirs]


def _expired(today: date, one: Representation) -> bool:
    return not one.holds_on(today)


def _representation_row(one: Representation, who: str, today: date, keys: str) -> Row:
    parts, until = [who, one.function, words.ground(one.ground)], words.validity(one, today)
    holds = one.holds_on(today)
    parts = [*parts, until] if holds else [until, *parts]  # what does not hold is said before it can be misread
    icon = "buildings" if one.party_kind is PartyKind.ORGANISATION else "users" if one.outgoing else "user"
    return Row(
        one.name,
        " · ".join(part for part in parts if part),
        icon,
        detail_icon="" if holds else "prohibit",
        keys=keys,
        key=Target(Opens.PARTY, one.party_id, one.name, None if one.is_over_on(today) else one.id),
    )


def endable(card: PartyCard, today: date) -> tuple[Representation, ...]:
    """Who speaks for whom and may stop doing so, in the order of the lists."""
    return tuple(one for one in card.representations if not one.is_over_on(today))


def _who(card: PartyCard, one: Representation, today: date) -> str:
    """ "kind, 9 jaar" when the register says so."""
    relations = card.person.relations if card.person else ()
    related = next((other for other in relations if other.party_id == one.party_id), None)
    return _relation(related, today) if related is not None else ""


def _relation(related: RelatedParty, today: date) -> str:
    age = "" if related.is_deceased or related.disclosure_restricted else formatting.age(related.born, today)
    return ", ".join(part for part in (words.relation(related.relation), age) if part)


def family_rows(card: PartyCard, today: date) -> list[Row]:
    """Family and housemates; a child one speaks for stands under "Namens" already."""
    spoken_for = {one.party_id for one in card.representations if one.outgoing and one.holds_on(today)}
    rows = []
    for related in card.person.relations if card.person else ():
        if related.relation is Relation.CHILD and related.party_id in spoken_for:
            continue
        parts, tone, icon = [_relation(related, today)], "muted", ""
        if related.is_deceased:
            parts.append(QCoreApplication.translate("Parties", "deceased"))
        if related.disclosure_restricted:
            parts.append(QCoreApplication.translate("Parties", "disclosure restricted"))
            tone, icon = "over", "eye-slash"
        target = Target(Opens.PARTY, related.party_id, related.name) if related.party_id else None
        rows.append(Row(related.name, " · ".join(parts), "user", detail_tone=tone, detail_icon=icon, key=target))
    return rows


def branch_rows(card: PartyCard) -> list[Row]:
    branches = card.organisation.branches if card.organisation else ()
    return [
        Row(
            branch.name,
            " · ".join(part for part in (branch.place, branch.branch_number) if part),
            "storefront",
            key=Target(Opens.PARTY, branch.party_id, branch.name),
        )
        for branch in branches
        if branch.party_id != card.id
    ]


def case_rows(cases: tuple[CaseSummary, ...], today: date) -> list[Row]:
    """How much time is left first, then how far it is."""
    return [_case_row(case, today) for case in cases]


def _case_row(case: CaseSummary, today: date) -> Row:
    tone, icon, left = _time_left(case.decide_by, today)
    detail = " · ".join(part for part in (left, case.status) if part) or case.reference
    return Row(
        case.case_type,
        detail,
        "folder-simple",
        detail_tone=tone,
        detail_icon=icon,
        key=Target(Opens.CASE, case.id, case.case_type),
    )


def _time_left(decide_by: date | None, today: date) -> tuple[str, str, str]:
    if decide_by is None:
        return "muted", "", ""
    days = (decide_by - today).days
    if days < 0:
        return "over", "warning", CaseDays().late(-days)
    if days == 0:
        return "near", "clock", QCoreApplication.translate("Parties", "today at the latest")
    if days <= NEAR_DAYS:
        return "near", "clock", CaseDays().left(days)
    return "muted", "check", QCoreApplication.translate("Parties", "on time")


def appointment_rows(
    coming: tuple[ComingAppointment, ...], now: datetime, visits: tuple[ComingVisit, ...] = ()
) -> list[Row]:
    """The next few, visits among them, what has no moment yet last; the last row leads to those that are left out."""
    planned = [(one.starts_at, _appointment_row(one, now)) for one in coming]
    planned += [(one.window_from, _visit_row(one, now)) for one in visits if one.window_from is not None]
    found = [line for _, line in sorted(planned, key=itemgetter(0))]
    found += [_visit_row(one, now) for one in visits if one.window_from is None]
    rows, left = found[:MOST_APPOINTMENTS], found[MOST_APPOINTMENTS:]
    if left:
        more = QCoreApplication.translate("Parties", "{count} more").format(count=len(left))
        rows.append(Row(more, icon="caret-down", key=left[0].key))
    return rows


def _appointment_row(one: ComingAppointment, now: datetime) -> Row:
    is_today = formatting.local(one.starts_at).date() == formatting.local(now).date()
    at = formatting.time(one.starts_at)
    today = QCoreApplication.translate("Parties", "today {time}").format(time=at)
    when = today if is_today else formatting.moment(one.starts_at, now)
    return Row(
        one.title,
        f"{when} · {one.location}",
        "calendar-blank",
        detail_tone="near" if is_today else "muted",
        detail_icon="clock" if is_today else "",
        key=Target(Opens.APPOINTMENT, one.id, one.title),
    )


def _visit_row(one: ComingVisit, now: datetime) -> Row:
    if one.window_from is None or one.window_until is None:
        when, is_today = QCoreApplication.translate("Parties", "not planned yet"), False
    else:
        is_today = formatting.local(one.window_from).date() == formatting.local(now).date()
        begin, end = formatting.time(one.window_from), formatting.time(one.window_until)
        today = QCoreApplication.translate("Parties", "today {time}").format(time=begin)
        when = f"{today if is_today else formatting.moment(one.window_from, now)}–{end}"
    where = QCoreApplication.translate("Parties", "on location")
    return Row(
        one.title,
        f"{when} · {where}",
        "car-simple",
        detail_tone="near" if is_today else "muted",
        detail_icon="clock" if is_today else "",
        key=Target(Opens.VISIT, one.id, one.title),
    )


def promise_rows(promises: tuple[TaskSummary, ...], now: datetime) -> list[Row]:
    """Before when first, then who does it."""
    return [_promise_row(promise, now) for promise in promises]


def _promise_row(promise: TaskSummary, now: datetime) -> Row:
    tone, icon, due = _due(promise.due_at, now)
    return Row(
        promise.title,
        " · ".join(part for part in (due, promise.owner, _asked_again(promise.rappels)) if part),
        "phone-outgoing" if promise.kind is TaskKind.CALLBACK else "check-square",
        detail_tone=tone,
        detail_icon=icon,
        key=Target(Opens.TASK, promise.id, promise.title),
    )


def _asked_again(rappels: int) -> str:
    return Asked().again(rappels) if rappels else ""


class Asked(Plural):
    """The words here that depend on a number."""

    def again(self, number: int) -> str:
        return self.tr("reminded %n time(s)", "", number)


def _due(due_at: datetime, now: datetime) -> tuple[str, str, str]:
    at = formatting.time(due_at)
    if due_at < now:
        late = QCoreApplication.translate("Parties", "too late, promised {moment}")
        return "over", "warning", late.format(moment=formatting.moment(due_at, now))
    if formatting.local(due_at).date() == formatting.local(now).date():
        minutes = int((due_at - now).total_seconds() // 60)
        left = QCoreApplication.translate("Parties", "before {time} · {left} left")
        return "near", "clock", left.format(time=at, left=_hours(minutes))
    day = formatting.day(due_at, formatting.local(now).date())
    return "muted", "check", QCoreApplication.translate("Parties", "{day}, before {time}").format(day=day, time=at)


def _hours(minutes: int) -> str:
    """ "1 u 18", under an hour "18 min"."""
    if minutes < 60:
        return QCoreApplication.translate("Parties", "{minutes} min").format(minutes=minutes)
    hours, rest = divmod(minutes, 60)
    return QCoreApplication.translate("Parties", "{hours} h {minutes:02}").format(hours=hours, minutes=rest)
