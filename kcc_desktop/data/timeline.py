"""Reads a party's timeline: one index walk for a page, then the words of each kind by id."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, false, func, or_, select

from kcc_desktop.data.agents import AgentRow
from kcc_desktop.data.cases import CaseRow
from kcc_desktop.data.contact_reads import visible
from kcc_desktop.data.contacts import (
    ContactCorrectionRow,
    ContactRow,
    ContactTextRow,
    OutcomeRow,
    TimelineEntryRow,
)
from kcc_desktop.data.database import Look
from kcc_desktop.data.work import ColleagueRow, TaskRow, TaskTextRow
from kcc_desktop.domain.contacts import Confidentiality
from kcc_desktop.domain.local_time import local_day
from kcc_desktop.domain.timeline import (
    EntryKind,
    TimelineCounts,
    TimelineEntry,
    TimelineFilter,
    TimelineMark,
    TimelinePage,
    Tone,
)
from kcc_desktop.domain.work import TASK_STATE_LABELS, TaskState

NEAR_DAYS = 7  # a decision due within so many days asks for attention

_E = TimelineEntryRow


def page(look: Look, party_id: UUID, wanted: TimelineFilter, after: TimelineMark | None, size: int) -> TimelinePage:
    """At most `size` entries, newest first, going on after `after`; `next` is None on the last page."""
    conditions = [_E.party_id == party_id, visible(look.agent, _E.confidentiality, _E.owner_cluster_id)]
    conditions.extend(_narrowing(wanted))
    if after is not None:
        conditions.append(or_(_E.at < after.at, and_(_E.at == after.at, _E.object_id < after.id)))
    rows = look.connection.execute(
        select(_E.at, _E.object_id, _E.kind, _E.channel_code, _E.confidentiality)
        .where(*conditions)
        .order_by(_E.at.desc(), _E.object_id.desc())
        .limit(size + 1)
    ).all()
    shown = rows[:size]
    words: dict[UUID, _Words] = {}
    for kind, describe in _DESCRIBE.items():
        ids = [row.object_id for row in shown if row.kind == kind]
        if ids:
            words.update(describe(look.connection, ids, look.now))
    entries = tuple(_entry(row, words[row.object_id]) for row in shown if row.object_id in words)
    last = shown[-1] if len(rows) > size else None
    return TimelinePage(entries, TimelineMark(last.at, last.object_id) if last is not None else None)


def counts(look: Look, party_id: UUID) -> TimelineCounts:
    """How many entries the agent may see, per channel and per kind."""
    rows = look.connection.execute(
        select(_E.kind, _E.channel_code, func.count())
        .where(_E.party_id == party_id, visible(look.agent, _E.confidentiality, _E.owner_cluster_id))
        .group_by(_E.kind, _E.channel_code)
    ).all()
    kinds: dict[str, int] = {}
    for kind, _channel, count in rows:
        kinds[kind] = kinds.get(kind, 0) + count
    channels = tuple((channel, count) for _kind, channel, count in rows if channel)
    return TimelineCounts(sum(kinds.values()), channels, tuple(kinds.items()))


def _narrowing(wanted: TimelineFilter) -> Iterable[ColumnElement[bool]]:
    if wanted.kinds or wanted.channels:
        kinds = _E.kind.in_([kind.value for kind in wanted.kinds]) if wanted.kinds else false()
        channels = _E.channel_code.in_(sorted(wanted.channels)) if wanted.channels else false()
        yield or_(kinds, channels)
    if wanted.text:
        # Bounded by one party's own contacts, so a scan of their texts stays small.
        pattern = "%" + wanted.text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        in_text = select(ContactTextRow.contact_id).where(
            ContactTextRow.contact_id == _E.object_id,
            or_(ContactTextRow.summary.ilike(pattern, escape="\\"), ContactTextRow.note.ilike(pattern, escape="\\")),
        )
        in_task = select(TaskTextRow.task_id).where(
            TaskTextRow.task_id == _E.object_id, TaskTextRow.explanation.ilike(pattern, escape="\\")
        )
        in_case = select(CaseRow.id).where(
            CaseRow.id == _E.object_id,
            or_(
                *(
                    column.ilike(pattern, escape="\\")
                    for column in (CaseRow.reference, CaseRow.case_type, CaseRow.description)
                )
            ),
        )
        yield or_(in_text.exists(), in_task.exists(), in_case.exists())


@dataclass(slots=True)
class _Words:
    title: str
    detail: str
    who: str
    state: str
    tone: Tone
    labels: tuple[str, str]


def _entry(row: Any, words: _Words) -> TimelineEntry:
    return TimelineEntry(
        EntryKind(row.kind),
        row.object_id,
        row.at,
        row.channel_code,
        words.title,
        words.detail,
        words.who,
        words.state,
        words.tone,
        row.confidentiality != Confidentiality.OPEN,
        words.labels,
    )


def _contacts(connection: Connection, ids: list[UUID], _now: datetime) -> dict[UUID, _Words]:
    rows = connection.execute(
        select(ContactRow.id, ContactRow.outcome_code, AgentRow.name)
        .join(AgentRow, AgentRow.id == ContactRow.recorded_by)
        .where(ContactRow.id.in_(ids))
    ).all()
    outcomes = connection.execute(select(OutcomeRow.code, OutcomeRow.label_nl, OutcomeRow.label_en))
    labels = {code: (dutch, english) for code, dutch, english in outcomes}
    texts: dict[UUID, tuple[int, str]] = {}
    for contact_id, version, summary in connection.execute(
        select(ContactTextRow.contact_id, ContactTextRow.version, ContactTextRow.summary).where(
            ContactTextRow.contact_id.in_(ids)
        )
    ):
        if version > texts.get(contact_id, (0, ""))[0]:
            texts[contact_id] = (version, summary)
    corrections = connection.execute(
        select(ContactCorrectionRow.contact_id, ContactCorrectionRow.outcome_code)
        .where(ContactCorrectionRow.contact_id.in_(ids))
        .order_by(ContactCorrectionRow.version)
    )
    corrected = {contact_id: code for contact_id, code in corrections}
    found = {}
    for contact_id, outcome_code, who in rows:
        first, _, rest = texts.get(contact_id, (0, ""))[1].partition("\n")
        state = corrected.get(contact_id, outcome_code)
        found[contact_id] = _Words(first[:200], " ".join(rest.split())[:300], who, state, Tone.GOOD, labels[state])
    return found


def _tasks(connection: Connection, ids: list[UUID], now: datetime) -> dict[UUID, _Words]:
    rows = connection.execute(
        select(TaskRow.id, TaskRow.reference, TaskRow.state, TaskRow.due_at, ColleagueRow.name, TaskTextRow.explanation)
        .outerjoin(ColleagueRow, ColleagueRow.id == TaskRow.owner_colleague_id)
        .outerjoin(TaskTextRow, TaskTextRow.task_id == TaskRow.id)
        .where(TaskRow.id.in_(ids))
    )
    found = {}
    for task_id, reference, state, due_at, owner, explanation in rows:
        tone = Tone.GOOD
        if state == TaskState.OPEN:
            tone = Tone.OVER if due_at < now else Tone.NEAR
        title = (explanation or "").partition("\n")[0][:200] or reference
        labels = TASK_STATE_LABELS[TaskState(state)]
        found[task_id] = _Words(title, reference, owner or "", state, tone, labels)
    return found


def _cases(connection: Connection, ids: list[UUID], now: datetime) -> dict[UUID, _Words]:
    columns = (CaseRow.id, CaseRow.reference, CaseRow.case_type, CaseRow.description, CaseRow.status)
    rows = connection.execute(
        select(*columns, CaseRow.decide_by, CaseRow.ended_on, CaseRow.handler).where(CaseRow.id.in_(ids))
    )
    today, found = local_day(now), {}
    for row in rows:
        tone = Tone.QUIET if row.ended_on is not None else Tone.GOOD
        if row.ended_on is None and row.decide_by is not None:
            days = (row.decide_by - today).days
            tone = Tone.OVER if days < 0 else Tone.NEAR if days <= NEAR_DAYS else Tone.GOOD
        detail = " · ".join(part for part in (row.reference, row.description.partition("\n")[0][:200]) if part)
        state = "open" if row.ended_on is None else "ended"
        found[row.id] = _Words(row.case_type, detail, row.handler, state, tone, (row.status, row.status))
    return found


_DESCRIBE: dict[EntryKind, Callable[[Connection, list[UUID], datetime], dict[UUID, _Words]]] = {
    EntryKind.CONTACT: _contacts,
    EntryKind.TASK: _tasks,
    EntryKind.CASE: _cases,
}
