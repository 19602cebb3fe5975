"""What is to be painted in the lanes of a day: each thing with its lane, its times and its words. Knows no pixel."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum

from PySide6.QtCore import QCoreApplication

from kcc_desktop.domain.local_time import HERE
from kcc_desktop.domain.visit_days import Stop, WorkerDay
from kcc_desktop.domain.visits import STATE_LABELS, VisitProposal, VisitState
from kcc_desktop.ui.shared import formatting
from kcc_desktop.ui.shared import visit_words as words
from kcc_desktop.ui.shared.labels import of_labels
from kcc_desktop.ui.visits import conflicts

_EARLIEST, _LATEST = 8, 17  # of an empty day


class Kind(Enum):
    VISIT = "visit"
    HOLD = "hold"
    OTHER = "other"  # not this agent's to see
    ABSENCE = "absence"
    PLACE = "place"  # where what is being placed could go


@dataclass(frozen=True, slots=True)
class Item:
    """`icons` are names with tones, shown at the right; `spoken` is all of it for a screen reader."""

    kind: Kind
    lane: int
    starts_at: datetime
    ends_at: datetime
    title: str
    detail: str
    more: str = ""
    icons: tuple[tuple[str, str], ...] = ()
    spoken: str = ""
    stop: Stop | None = None
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class Drive:
    """The way to the next thing of a lane: shown between the two."""

    lane: int
    starts_at: datetime
    ends_at: datetime
    minutes: int


_STATES = {
    VisitState.DISPATCHED: ("paper-plane-tilt", "muted"),
    VisitState.EN_ROUTE: ("car-simple", "brand"),
    VisitState.ON_SITE: ("map-pin", "brand"),
    VisitState.COMPLETED: ("check", "good"),
    VisitState.PARTLY_DONE: ("check", "near"),
    VisitState.FAILED: ("x", "over"),
}


def items_of(days: tuple[WorkerDay, ...]) -> tuple[Item, ...]:
    """What stands in each lane, in order of time."""
    found = []
    for lane, day in enumerate(days):
        of_lane = [_stop(lane, stop) for stop in day.stops]
        for absence in day.absences:
            title = absence.reason or QCoreApplication.translate("Visits", "Away")
            detail = f"{formatting.time(absence.starts_at)}–{formatting.time(absence.ends_at)}"
            of_lane.append(
                Item(Kind.ABSENCE, lane, absence.starts_at, absence.ends_at, title, detail, spoken=f"{title}, {detail}")
            )
        found.extend(sorted(of_lane, key=lambda item: item.starts_at))
    return tuple(found)


def places_of(days: tuple[WorkerDay, ...], proposals: tuple[VisitProposal, ...], on: date) -> tuple[Item, ...]:
    """The proposals, one item each, in their order; `lane` -1: on another day than `on`, or of nobody who is shown."""
    lanes = {day.worker.id: lane for lane, day in enumerate(days)}
    found = []
    for number, one in enumerate(proposals, 1):
        when, more = formatting.time(one.starts_at), words.more_driving(one.extra_minutes)
        lane = lanes.get(one.worker_id, -1) if one.on == on else -1
        spoken = f"{number}, {words.who(one)}, {when}, {more}, {words.between(one)}"
        found.append(Item(Kind.PLACE, lane, one.starts_at, one.ends_at, f"{number} · {when}", more, spoken=spoken))
    return tuple(found)


def drives_of(days: tuple[WorkerDay, ...]) -> tuple[Drive, ...]:
    """Each drive, as long as it takes, ending at the door; the way home begins at the last one."""
    found = []
    for lane, day in enumerate(days):
        for stop in day.stops:
            if stop.drive is not None and stop.drive.minutes:
                begin = stop.starts_at - timedelta(minutes=stop.drive.minutes)
                found.append(Drive(lane, begin, stop.starts_at, stop.drive.minutes))
        if day.stops and day.home is not None and day.home.minutes:
            end = day.stops[-1].ends_at
            found.append(Drive(lane, end, end + timedelta(minutes=day.home.minutes), day.home.minutes))
    return tuple(found)


def span_of(days: tuple[WorkerDay, ...], on: date) -> tuple[datetime, int]:
    """When the shown day begins and how many hours it has: whole hours round everything that is in it."""
    moments = [moment for day in days for begin, end in day.working for moment in (begin, end)]
    moments += [moment for day in days for stop in day.stops for moment in (stop.starts_at, stop.ends_at)]
    locals_ = [formatting.local(moment) for moment in moments if formatting.local(moment).date() == on]
    first = min([moment.hour for moment in locals_] or [_EARLIEST])
    last = max([moment.hour + (1 if moment.minute else 0) for moment in locals_] or [_LATEST])
    return datetime.combine(on, time(first), HERE), max(1, last - first)


def _stop(lane: int, stop: Stop) -> Item:
    begin = formatting.time(stop.starts_at)
    name = conflicts.named(stop)
    if stop.visit is None or stop.is_hold:
        kind = Kind.HOLD if stop.is_hold else Kind.OTHER
        spoken = f"{begin}–{formatting.time(stop.ends_at)}, {name}"
        return Item(kind, lane, stop.starts_at, stop.ends_at, name, begin, spoken=spoken, stop=stop)
    visit, icons = stop.visit, []
    if visit.has_safety_note:
        icons.append(("shield-warning", "near"))
    if visit.with_second:
        icons.append(("users", "muted"))
    if visit.state in _STATES:
        icons.append(_STATES[visit.state])
    detail = f"{begin} · {visit.title}"
    street = visit.place.address.line1() if visit.place.address.place else ""
    drive = words.VisitWords().driving(stop.drive.minutes) if stop.drive is not None else ""
    note = QCoreApplication.translate("Visits", "safety note present") if visit.has_safety_note else ""
    state = of_labels(STATE_LABELS[visit.state])
    said = (f"{begin}–{formatting.time(stop.ends_at)}", name, street, visit.title, drive, state, note)
    spoken = ", ".join(part for part in said if part)
    return Item(
        Kind.VISIT, lane, stop.starts_at, stop.ends_at, name, detail, street, tuple(icons), spoken, stop, visit.is_over
    )
