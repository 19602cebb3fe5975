"""Makes, joins and moves reports about the street, each by conditional statements, with its event."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import insert, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from kcc_desktop.data import doors
from kcc_desktop.data.database import Work
from kcc_desktop.data.street_report_reads import is_street_product
from kcc_desktop.data.street_reports import (
    StreetEventRow,
    StreetMessageRow,
    StreetNumberRow,
    StreetReporterRow,
    StreetReportRow,
    StreetReportTextRow,
)
from kcc_desktop.data.task_writes import put_task
from kcc_desktop.domain.contacts import Confidentiality, ContactDraft, Place, TaskWish
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.local_time import local_day
from kcc_desktop.domain.street_reports import CloseReport, ReportMove, ReportState, StreetReport
from kcc_desktop.domain.work import TaskKind

_UNDONE = (ReportState.OPEN.value, ReportState.IN_PROGRESS.value)


def report(unit: Work, contact: ContactDraft) -> None:
    """What a recorded contact reports: joined to the report it names, else a new one. No place or no such product:
    nothing.

    A report that was closed in the meantime is joined by nobody any more: it is broken again, which is a new one.
    """
    place = contact.place
    if contact.product_id is None or not is_street_product(unit, contact.product_id):
        return
    if contact.joins_report is not None and _join(unit, contact, contact.product_id, contact.joins_report):
        return
    if place is not None and place.latitude is not None and place.longitude is not None:
        _begin(unit, contact, contact.product_id, place)


def _begin(unit: Work, contact: ContactDraft, product_id: UUID, place: Place) -> None:
    unit.connection.execute(
        insert(StreetReportRow).values(
            id=contact.id,
            reference=_next_reference(unit),
            product_id=product_id,
            latitude=place.latitude,
            longitude=place.longitude,
            state=ReportState.OPEN.value,
            reported_at=unit.now,
            reported_by=unit.agent.id,
            reporters=1,
            moves=1,
        )
    )
    if place.text:
        unit.connection.execute(insert(StreetReportTextRow).values(report_id=contact.id, place=place.text))
    _add_reporter(unit, contact, contact.id)
    _note(unit, contact.id, 1, ReportMove.REPORTED)
    unit.changed("street_report", contact.id)


def _join(unit: Work, contact: ContactDraft, product_id: UUID, report_id: UUID) -> bool:
    """False when it is closed, or about something else. Who is a reporter already stays one, once."""
    held = unit.connection.scalar(
        update(StreetReportRow)
        .where(
            StreetReportRow.id == report_id,
            StreetReportRow.product_id == product_id,
            StreetReportRow.state.in_(_UNDONE),
        )
        .values(moves=StreetReportRow.moves)  # nobody closes it, and nobody else joins, before this one has
        .returning(StreetReportRow.moves)
    )
    if held is None:
        return False
    if _add_reporter(unit, contact, report_id):
        unit.connection.execute(
            update(StreetReportRow)
            .where(StreetReportRow.id == report_id)
            .values(moves=held + 1, reporters=StreetReportRow.reporters + 1)
        )
        _note(unit, report_id, held + 1, ReportMove.JOINED)
        unit.changed("street_report", report_id)
    return True


def _add_reporter(unit: Work, contact: ContactDraft, report_id: UUID) -> bool:
    """False when this citizen is one already. Counted, not returned: an agent may not see their own secret contact."""
    upsert: Any = sqlite_insert if unit.connection.dialect.name == "sqlite" else postgresql_insert
    done = unit.connection.execute(
        upsert(StreetReporterRow)
        .values(contact_id=contact.id, report_id=report_id, party_id=contact.party_id, at=unit.now)
        .on_conflict_do_nothing(),
        execution_options={"preserve_rowcount": True},
    )
    return done.rowcount == 1


def begin_work(unit: Work, report_id: UUID) -> bool:
    """False when it is not open."""
    return _move(unit, report_id, (ReportState.OPEN,), ReportMove.BEGUN, state=ReportState.IN_PROGRESS.value)


def close(unit: Work, report_id: UUID) -> bool:
    """False when it is closed already."""
    return _move(
        unit,
        report_id,
        (ReportState.OPEN, ReportState.IN_PROGRESS),
        ReportMove.CLOSED,
        state=ReportState.CLOSED.value,
        closed_at=unit.now,
    )


def _move(unit: Work, report_id: UUID, start: tuple[ReportState, ...], move: ReportMove, **values: Any) -> bool:
    moved = unit.connection.scalar(
        update(StreetReportRow)
        .where(StreetReportRow.id == report_id, StreetReportRow.state.in_([state.value for state in start]))
        .values(moves=StreetReportRow.moves + 1, **values)
        .returning(StreetReportRow.moves)
    )
    if moved is None:
        return False
    _note(unit, report_id, moved, move)
    return True


def tell_reporters(unit: Work, report: StreetReport, command: CloseReport, queue: str, due_at: datetime) -> list[str]:
    """A task for each citizen who reported it, whatever this agent may see of their contacts; their references.

    A contact that was moved to another citizen in the meantime is that citizen's report.
    """
    references = []
    told: set[UUID] = set()
    for reporter in sorted(doors.reporters(unit.connection, report.id), key=lambda one: str(one.contact_id)):
        if reporter.party_id in told:
            continue
        told.add(reporter.party_id)
        wish = TaskWish(new_id(), TaskKind.TASK.value, None, command.message, "", due_at)
        references.append(
            put_task(
                unit,
                wish,
                contact_id=reporter.contact_id,
                party_id=reporter.party_id,
                product_id=report.product_id,
                secrecy=Confidentiality(reporter.confidentiality),
                owner_cluster_id=reporter.owner_cluster_id,
                queue_code=queue,
            )
        )
        unit.connection.execute(
            insert(StreetMessageRow).values(report_id=report.id, party_id=reporter.party_id, task_id=wish.id)
        )
        unit.changed("task", wish.id)
        unit.changed("party", reporter.party_id)
    return references


def _note(unit: Work, report_id: UUID, number: int, move: ReportMove) -> None:
    unit.connection.execute(
        insert(StreetEventRow).values(
            report_id=report_id, number=number, move=move.value, at=unit.now, actor_id=unit.agent.id
        )
    )


def _next_reference(unit: Work) -> str:
    """A number that can be read out; the row's lock makes two desktops wait for each other, briefly."""
    year = local_day(unit.now).year
    upsert: Any = sqlite_insert if unit.connection.dialect.name == "sqlite" else postgresql_insert
    unit.connection.execute(upsert(StreetNumberRow).values(year=year, last=0).on_conflict_do_nothing())
    number = unit.connection.scalar(
        update(StreetNumberRow)
        .where(StreetNumberRow.year == year)
        .values(last=StreetNumberRow.last + 1)
        .returning(StreetNumberRow.last)
    )
    return f"M{year}-{number:06d}"
