"""Reads a party's timeline: one index walk for a page; what each entry says is read by kind."""

from collections.abc import Iterable
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, bindparam, false, func, or_, select

from kcc_desktop.data.appointments import AppointmentRow, AppointmentTextRow, AttendeeRow
from kcc_desktop.data.cases import CaseRow
from kcc_desktop.data.contact_reads import sight, visible_to
from kcc_desktop.data.contacts import ContactTextRow, ProductRow, TimelineEntryRow
from kcc_desktop.data.database import Look
from kcc_desktop.data.disclosures import DisclosureRefusalTextRow
from kcc_desktop.data.timeline_words import Words, words_of
from kcc_desktop.data.visits import VisitReportRow, VisitRow, VisitTextRow
from kcc_desktop.data.work import TaskTextRow
from kcc_desktop.domain.contacts import Confidentiality
from kcc_desktop.domain.timeline import (
    EntryKind,
    TimelineCounts,
    TimelineEntry,
    TimelineFilter,
    TimelineMark,
    TimelinePage,
)

_E = TimelineEntryRow
_seen = visible_to(_E.confidentiality, _E.owner_cluster_id)
_PAGE = (
    select(_E.at, _E.object_id, _E.kind, _E.channel_code, _E.confidentiality)
    .where(_E.party_id == bindparam("party"), _seen)
    .order_by(_E.at.desc(), _E.object_id.desc())
    .limit(bindparam("rows"))
)
_COUNTS = (
    select(_E.kind, _E.channel_code, func.count())
    .where(_E.party_id == bindparam("party"), _seen)
    .group_by(_E.kind, _E.channel_code)
)


def page(look: Look, party_id: UUID, wanted: TimelineFilter, after: TimelineMark | None, size: int) -> TimelinePage:
    """At most `size` entries, newest first, going on after `after`; `next` is None on the last page."""
    statement = _PAGE.where(*_narrowing(wanted)) if not wanted.is_empty else _PAGE
    if after is not None:
        # The first part is what an index is entered by; the second tells apart what happened in one moment.
        statement = statement.where(_E.at <= after.at, or_(_E.at < after.at, _E.object_id < after.id))
    asked = {"party": party_id, "rows": size + 1, **sight(look.agent)}
    rows = look.connection.execute(statement, asked).all()
    shown = rows[:size]
    words = words_of(look, [(EntryKind(row.kind), row.object_id) for row in shown])
    entries = tuple(_entry(row, words[row.object_id]) for row in shown if row.object_id in words)
    last = shown[-1] if len(rows) > size else None
    return TimelinePage(entries, TimelineMark(last.at, last.object_id) if last is not None else None)


def counts(look: Look, party_id: UUID) -> TimelineCounts:
    """How many entries the agent may see, per channel and per kind."""
    rows = look.connection.execute(_COUNTS, {"party": party_id, **sight(look.agent)}).all()
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
        yield _says(wanted.text)


def _says(text: str) -> ColumnElement[bool]:
    """Whether the entry's newest words have `text` in them. One party's own things only, so the scan stays small."""
    pattern, code = _holding(text), _holding("".join(text.split()))

    def has(*columns: Any) -> ColumnElement[bool]:
        return or_(*(column.ilike(pattern, escape="\\") for column in columns))

    def is_called(column: Any) -> ColumnElement[bool]:
        """A code is read out, and written in a letter, sign by sign."""
        return cast(ColumnElement[bool], column.ilike(code, escape="\\"))

    newer = ContactTextRow.__table__.alias("newer")
    newest = select(func.max(newer.c.version)).where(newer.c.contact_id == ContactTextRow.contact_id).scalar_subquery()
    contact = select(ContactTextRow.contact_id).where(
        ContactTextRow.contact_id == _E.object_id,
        has(ContactTextRow.summary, ContactTextRow.note),
        ContactTextRow.version == newest,
    )
    task = select(TaskTextRow.task_id).where(TaskTextRow.task_id == _E.object_id, has(TaskTextRow.explanation))
    case = select(CaseRow.id).where(
        CaseRow.id == _E.object_id, has(CaseRow.reference, CaseRow.case_type, CaseRow.description)
    )
    refusal = select(DisclosureRefusalTextRow.refusal_id).where(
        DisclosureRefusalTextRow.refusal_id == _E.object_id, has(DisclosureRefusalTextRow.asked)
    )
    appointment = (
        select(AppointmentRow.id)
        .outerjoin(AppointmentTextRow, AppointmentTextRow.appointment_id == AppointmentRow.id)
        .where(
            AppointmentRow.id == _E.object_id, or_(is_called(AppointmentRow.reference), has(AppointmentTextRow.note))
        )
    )
    asked_for = (
        select(AttendeeRow.appointment_id)
        .join(ProductRow, ProductRow.id == AttendeeRow.product_id)
        .where(AttendeeRow.appointment_id == _E.object_id, has(ProductRow.name))
    )
    # Not how to get in: that is for whoever goes there, and covered with the address.
    visit = (
        select(VisitRow.id)
        .join(ProductRow, ProductRow.id == VisitRow.product_id)
        .outerjoin(VisitTextRow, VisitTextRow.visit_id == VisitRow.id)
        .outerjoin(VisitReportRow, VisitReportRow.visit_id == VisitRow.id)
        .where(
            VisitRow.id == _E.object_id,
            or_(is_called(VisitRow.reference), has(ProductRow.name, VisitTextRow.note, VisitReportRow.report)),
        )
    )
    said: tuple[tuple[EntryKind, Select[Any]], ...] = (
        (EntryKind.CONTACT, contact),
        (EntryKind.TASK, task),
        (EntryKind.CASE, case),
        (EntryKind.DISCLOSURE_REFUSAL, refusal),
        (EntryKind.APPOINTMENT, appointment),
        (EntryKind.APPOINTMENT, asked_for),
        (EntryKind.VISIT, visit),
    )
    # Not EXISTS: PostgreSQL may answer that by reading everybody's texts once and hashing them.
    hits = ((kind, found.limit(1).scalar_subquery()) for kind, found in said)
    return or_(*(and_(_E.kind == kind.value, hit.is_not(None)) for kind, hit in hits))


def _holding(text: str) -> str:
    """The pattern of whatever has these words in it."""
    return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"


def _entry(row: Any, words: Words) -> TimelineEntry:
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
