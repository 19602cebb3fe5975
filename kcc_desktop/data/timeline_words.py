"""What a timeline's entries say, one read per kind: later kinds add a reader here and rows there."""

from collections.abc import Callable, Collection
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import BindParameter, Connection, Select, and_, bindparam, func, select

from kcc_desktop.data.agents import AgentRow
from kcc_desktop.data.appointments import AppointmentRow, AttendeeRow
from kcc_desktop.data.bookings_elsewhere import BookingElsewhereRow
from kcc_desktop.data.calendars import CounterRow, LocationRow
from kcc_desktop.data.cases import CaseRow
from kcc_desktop.data.contacts import ContactCorrectionRow, ContactRow, ContactTextRow, OutcomeRow, ProductRow
from kcc_desktop.data.database import Look
from kcc_desktop.data.disclosures import DisclosureRefusalRow, DisclosureRefusalTextRow
from kcc_desktop.data.messages import OutgoingMessageRow
from kcc_desktop.data.task_reads import title_of
from kcc_desktop.data.visits import VisitRow
from kcc_desktop.data.work import ColleagueRow, TaskRow, TaskTextRow
from kcc_desktop.data.workers import WorkerRow
from kcc_desktop.domain.appointments import STATE_LABELS, AppointmentState
from kcc_desktop.domain.bookings_elsewhere import STATE_LABELS as ELSEWHERE_LABELS
from kcc_desktop.domain.bookings_elsewhere import ElsewhereState
from kcc_desktop.domain.local_time import HERE, local_day
from kcc_desktop.domain.messages import DELIVERY_LABELS, Delivery
from kcc_desktop.domain.quanta import instant_of
from kcc_desktop.domain.timeline import DISCLOSURE_REFUSED, EntryKind, Tone
from kcc_desktop.domain.visits import STATE_LABELS as VISIT_LABELS
from kcc_desktop.domain.visits import VisitState
from kcc_desktop.domain.work import TASK_STATE_LABELS, TaskState

NEAR_DAYS = 7  # a decision due within so many days asks for attention
_READ = 1000  # characters of a text that a line in a list can use
_TITLE, _DETAIL = 200, 300


class Words(NamedTuple):
    title: str
    detail: str
    who: str
    state: str
    tone: Tone
    labels: tuple[str, str]


def words_of(look: Look, things: Collection[tuple[EntryKind, UUID]]) -> dict[UUID, Words]:
    """By the things' ids; a kind that this program does not know is left out."""
    found: dict[UUID, Words] = {}
    for kind, read in _READERS.items():
        ids = [object_id for of_kind, object_id in things if of_kind is kind]
        if ids:
            found.update(read(look.connection, ids, look.now))
    return found


_ids: BindParameter[UUID] = bindparam("ids", expanding=True)
_newest_text = (
    select(func.max(ContactTextRow.version))
    .where(ContactTextRow.contact_id == ContactRow.id)
    .correlate(ContactRow)
    .scalar_subquery()
)
_newest_correction = (
    select(func.max(ContactCorrectionRow.version))
    .where(ContactCorrectionRow.contact_id == ContactRow.id)
    .correlate(ContactRow)
    .scalar_subquery()
)
_text = ContactTextRow.__table__.alias("newest_text")
_correction = ContactCorrectionRow.__table__.alias("newest_correction")
_CONTACTS = (
    select(
        ContactRow.id,
        AgentRow.name,
        func.substr(_text.c.summary, 1, _READ),
        OutcomeRow.code,
        OutcomeRow.label_nl,
        OutcomeRow.label_en,
        OutgoingMessageRow.delivery,
    )
    .join(AgentRow, AgentRow.id == ContactRow.recorded_by)
    # Of a message that went out by itself: how far it is.
    .outerjoin(OutgoingMessageRow, OutgoingMessageRow.id == ContactRow.id)
    .outerjoin(_text, and_(_text.c.contact_id == ContactRow.id, _text.c.version == _newest_text))
    .outerjoin(
        _correction, and_(_correction.c.contact_id == ContactRow.id, _correction.c.version == _newest_correction)
    )
    .join(OutcomeRow, OutcomeRow.code == func.coalesce(_correction.c.outcome_code, ContactRow.outcome_code))
    .where(ContactRow.id.in_(_ids))
)


def _contacts(connection: Connection, ids: list[UUID], _now: datetime) -> dict[UUID, Words]:
    found = {}
    for contact_id, who, summary, code, dutch, english, delivery in connection.execute(_CONTACTS, {"ids": ids}):
        title, detail = _split(summary or "")
        state, labels, tone = code, (dutch, english), Tone.GOOD
        if delivery:
            state, labels = delivery, DELIVERY_LABELS[Delivery(delivery)]
            tone = Tone.OVER if delivery == Delivery.UNDELIVERED else Tone.GOOD
        found[contact_id] = Words(title, detail, who, state, tone, labels)
    return found


_TASKS = (
    select(
        TaskRow.id,
        TaskRow.reference,
        TaskRow.state,
        TaskRow.due_at,
        ColleagueRow.name,
        func.substr(TaskTextRow.explanation, 1, _READ),
    )
    .outerjoin(ColleagueRow, ColleagueRow.id == TaskRow.owner_colleague_id)
    .outerjoin(TaskTextRow, TaskTextRow.task_id == TaskRow.id)
    .where(TaskRow.id.in_(_ids))
)


def _tasks(connection: Connection, ids: list[UUID], now: datetime) -> dict[UUID, Words]:
    found = {}
    for task_id, reference, word, due_at, owner, explanation in connection.execute(_TASKS, {"ids": ids}):
        state, tone = TaskState(word), Tone.GOOD
        if state is TaskState.OPEN:
            tone = Tone.OVER if due_at < now else Tone.NEAR
        labels = TASK_STATE_LABELS[state]
        found[task_id] = Words(title_of(explanation, reference), reference, owner or "", word, tone, labels)
    return found


_CASES: Select[tuple[CaseRow]] = select(CaseRow.__table__).where(CaseRow.id.in_(_ids))


def _cases(connection: Connection, ids: list[UUID], now: datetime) -> dict[UUID, Words]:
    today, found = local_day(now), {}
    for row in connection.execute(_CASES, {"ids": ids}):
        tone = Tone.GOOD if row.ended_on is None else Tone.QUIET
        if row.ended_on is None and row.decide_by is not None:
            days = (row.decide_by - today).days
            tone = Tone.OVER if days < 0 else Tone.NEAR if days <= NEAR_DAYS else Tone.GOOD
        detail = " · ".join(part for part in (row.reference, row.description.partition("\n")[0][:_TITLE]) if part)
        state = "open" if row.ended_on is None else "ended"
        found[row.id] = Words(row.case_type, detail, row.handler, state, tone, (row.status, row.status))
    return found


_REFUSALS = (
    select(DisclosureRefusalRow.id, AgentRow.name, func.substr(DisclosureRefusalTextRow.asked, 1, _READ))
    .join(AgentRow, AgentRow.id == DisclosureRefusalRow.by)
    .outerjoin(DisclosureRefusalTextRow, DisclosureRefusalTextRow.refusal_id == DisclosureRefusalRow.id)
    .where(DisclosureRefusalRow.id.in_(_ids))
)


def _refusals(connection: Connection, ids: list[UUID], _now: datetime) -> dict[UUID, Words]:
    found = {}
    for refusal_id, who, asked in connection.execute(_REFUSALS, {"ids": ids}):
        found[refusal_id] = Words(*_split(asked or ""), who, "refused", Tone.QUIET, DISCLOSURE_REFUSED)
    return found


_APPOINTMENTS = (
    select(
        AppointmentRow.id,
        AppointmentRow.state,
        AppointmentRow.reference,
        AgentRow.name.label("who"),
        LocationRow.name.label("location"),
        CounterRow.name.label("counter"),
        ProductRow.name.label("product"),
        func.count().label("persons"),
    )
    .join(AgentRow, AgentRow.id == AppointmentRow.made_by)
    .join(LocationRow, LocationRow.id == AppointmentRow.location_id)
    .join(CounterRow, CounterRow.id == AppointmentRow.counter_id)
    .join(AttendeeRow, AttendeeRow.appointment_id == AppointmentRow.id)
    .join(ProductRow, ProductRow.id == AttendeeRow.product_id)
    .where(AppointmentRow.id.in_(_ids))
    .group_by(
        AppointmentRow.id,
        AppointmentRow.state,
        AppointmentRow.reference,
        AgentRow.name,
        LocationRow.name,
        CounterRow.name,
        ProductRow.name,
    )
    .order_by(func.min(AttendeeRow.position))
)
_APPOINTMENT_TONES = {
    AppointmentState.NO_SHOW: Tone.OVER,
    AppointmentState.CANCELLED: Tone.QUIET,
    AppointmentState.RESCHEDULED: Tone.QUIET,
    AppointmentState.RELEASED: Tone.QUIET,
    AppointmentState.CHECKED_IN: Tone.LIVE,
    AppointmentState.IN_SERVICE: Tone.LIVE,
}


def _appointments(connection: Connection, ids: list[UUID], _now: datetime) -> dict[UUID, Words]:
    titles: dict[UUID, list[str]] = {}
    rows = connection.execute(_APPOINTMENTS, {"ids": ids}).all()
    for row in rows:
        named = row.product if row.persons == 1 else f"{row.product} ({row.persons})"
        titles.setdefault(row.id, []).append(named)
    found = {}
    for row in rows:
        state = AppointmentState(row.state)
        detail = f"{row.location} · {row.counter} · {row.reference}"
        title = ", ".join(titles[row.id])[:_TITLE]
        tone = _APPOINTMENT_TONES.get(state, Tone.GOOD)
        found[row.id] = Words(title, detail, row.who, row.state, tone, STATE_LABELS[state])
    elsewhere = [one for one in ids if one not in found]
    return found | (_elsewhere(connection, elsewhere) if elsewhere else {})


_ELSEWHERE = (
    select(
        BookingElsewhereRow.id,
        BookingElsewhereRow.state,
        BookingElsewhereRow.title,
        BookingElsewhereRow.location,
        BookingElsewhereRow.reference,
        AgentRow.name.label("who"),
    )
    .join(AgentRow, AgentRow.id == BookingElsewhereRow.made_by)
    .where(BookingElsewhereRow.id.in_(_ids))
)
_ELSEWHERE_TONES = {ElsewhereState.BOOKED: Tone.GOOD, ElsewhereState.DOUBTFUL: Tone.OVER}


def _elsewhere(connection: Connection, ids: list[UUID]) -> dict[UUID, Words]:
    """An appointment in another calendar is one to the citizen."""
    found = {}
    for row in connection.execute(_ELSEWHERE, {"ids": ids}):
        state = ElsewhereState(row.state)
        detail = " · ".join(part for part in (row.location, row.reference) if part)
        tone = _ELSEWHERE_TONES.get(state, Tone.QUIET)
        found[row.id] = Words(row.title[:_TITLE], detail, row.who, row.state, tone, ELSEWHERE_LABELS[state])
    return found


_VISITS = (
    select(
        VisitRow.id,
        VisitRow.state,
        VisitRow.reference,
        VisitRow.window_from,
        VisitRow.window_until,
        ProductRow.name.label("product"),
        WorkerRow.name.label("worker"),
        AgentRow.name.label("who"),
    )
    .join(AgentRow, AgentRow.id == VisitRow.made_by)
    .join(ProductRow, ProductRow.id == VisitRow.product_id)
    .outerjoin(WorkerRow, WorkerRow.id == VisitRow.worker_id)
    .where(VisitRow.id.in_(_ids))
)
_VISIT_TONES = {
    VisitState.FAILED: Tone.OVER,
    VisitState.PARTLY_DONE: Tone.NEAR,
    VisitState.BOOKED: Tone.NEAR,
    VisitState.CANCELLED: Tone.QUIET,
    VisitState.RESCHEDULED: Tone.QUIET,
    VisitState.RELEASED: Tone.QUIET,
    VisitState.EN_ROUTE: Tone.LIVE,
    VisitState.ON_SITE: Tone.LIVE,
}


def _visits(connection: Connection, ids: list[UUID], _now: datetime) -> dict[UUID, Words]:
    found = {}
    for row in connection.execute(_VISITS, {"ids": ids}):
        state = VisitState(row.state)
        promised = ""
        if row.window_from is not None:
            since, until = (instant_of(one).astimezone(HERE) for one in (row.window_from, row.window_until))
            promised = f"{since:%H:%M}–{until:%H:%M}"
        detail = " · ".join(part for part in (promised, row.worker or "", row.reference) if part)
        tone = _VISIT_TONES.get(state, Tone.GOOD)
        found[row.id] = Words(row.product[:_TITLE], detail, row.who, row.state, tone, VISIT_LABELS[state])
    return found


def _split(text: str) -> tuple[str, str]:
    """A title from the first line, a detail from the rest."""
    first, _, rest = text.partition("\n")
    return first[:_TITLE], " ".join(rest.split())[:_DETAIL]


_READERS: dict[EntryKind, Callable[[Connection, list[UUID], datetime], dict[UUID, Words]]] = {
    EntryKind.CONTACT: _contacts,
    EntryKind.TASK: _tasks,
    EntryKind.CASE: _cases,
    EntryKind.APPOINTMENT: _appointments,
    EntryKind.VISIT: _visits,
    EntryKind.DISCLOSURE_REFUSAL: _refusals,
}
