"""What a timeline's entries say, one read per kind: later kinds add a reader here and rows there."""

from collections.abc import Callable, Collection
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import BindParameter, Connection, Select, and_, bindparam, func, select

from kcc_desktop.data.agents import AgentRow
from kcc_desktop.data.cases import CaseRow
from kcc_desktop.data.contacts import ContactCorrectionRow, ContactRow, ContactTextRow, OutcomeRow
from kcc_desktop.data.database import Look
from kcc_desktop.data.disclosures import DisclosureRefusalRow, DisclosureRefusalTextRow
from kcc_desktop.data.task_reads import title_of
from kcc_desktop.data.work import ColleagueRow, TaskRow, TaskTextRow
from kcc_desktop.domain.local_time import local_day
from kcc_desktop.domain.timeline import DISCLOSURE_REFUSED, EntryKind, Tone
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
    )
    .join(AgentRow, AgentRow.id == ContactRow.recorded_by)
    .outerjoin(_text, and_(_text.c.contact_id == ContactRow.id, _text.c.version == _newest_text))
    .outerjoin(
        _correction, and_(_correction.c.contact_id == ContactRow.id, _correction.c.version == _newest_correction)
    )
    .join(OutcomeRow, OutcomeRow.code == func.coalesce(_correction.c.outcome_code, ContactRow.outcome_code))
    .where(ContactRow.id.in_(_ids))
)


def _contacts(connection: Connection, ids: list[UUID], _now: datetime) -> dict[UUID, Words]:
    found = {}
    for contact_id, who, summary, code, dutch, english in connection.execute(_CONTACTS, {"ids": ids}):
        title, detail = _split(summary or "")
        found[contact_id] = Words(title, detail, who, code, Tone.GOOD, (dutch, english))
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


def _split(text: str) -> tuple[str, str]:
    """A title from the first line, a detail from the rest."""
    first, _, rest = text.partition("\n")
    return first[:_TITLE], " ".join(rest.split())[:_DETAIL]


_READERS: dict[EntryKind, Callable[[Connection, list[UUID], datetime], dict[UUID, Words]]] = {
    EntryKind.CONTACT: _contacts,
    EntryKind.TASK: _tasks,
    EntryKind.CASE: _cases,
    EntryKind.DISCLOSURE_REFUSAL: _refusals,
}
