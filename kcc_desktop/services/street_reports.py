"""Reports about the street: what is reported nearby already, and what becomes of it. A recorded contact makes them."""

from dataclasses import replace
from uuid import UUID

from kcc_desktop.data import street_report_reads, street_report_writes, work_reads, worker_reads
from kcc_desktop.data.database import Database, Look, Work
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.contacts import Place
from kcc_desktop.domain.errors import AlreadyDone, InvalidValue, NotFound
from kcc_desktop.domain.notes import clean
from kcc_desktop.domain.points import parse_point, parse_postcode
from kcc_desktop.domain.promises import OFFICE_WEEK, Week
from kcc_desktop.domain.street_reports import (
    LONGEST_MESSAGE,
    Around,
    CloseReport,
    ReportClosed,
    ReportState,
    StreetReport,
)
from kcc_desktop.domain.travel import Point
from kcc_desktop.domain.work import GENERAL_QUEUE


class StreetReportService:
    """All refuse with NotAllowed. None tells who reported something."""

    def __init__(self, database: Database, hours: Week = OFFICE_WEEK) -> None:
        """`hours`: when this office is open, by which the norm of a message is counted."""
        self._database, self._hours = database, hours

    def around(self, product_id: UUID, place: Place, limit: int = 3) -> Around:
        """The point of the place, and open reports of the same product within 100 metres and 30 days of it.

        The point is the place's own, else what its words hold, else that of a location of the municipality, else that
        of the postcode in it.
        """

        def work(look: Look) -> Around:
            look.agent.require(Permission.READ_CONTACT)
            said = _own_point(place) or parse_point(place.text) or street_report_reads.location_point(look, place.text)
            middle = worker_reads.postcode_point(look.connection, parse_postcode(place.text))
            point = said or middle
            if point is None:
                return Around(None)
            near = street_report_reads.near(look, product_id, point, limit)
            return Around(point, near, is_of_postcode=point == middle)

        return self._database.read(work)

    def undone(self, limit: int = 500) -> tuple[StreetReport, ...]:
        """Everything that is open or in progress, the oldest first."""

        def work(look: Look) -> tuple[StreetReport, ...]:
            look.agent.require(Permission.READ_CONTACT)
            return street_report_reads.undone(look, limit)

        return self._database.read(work)

    def get(self, report_id: UUID) -> StreetReport:
        """Refuses with NotFound."""

        def work(look: Look) -> StreetReport:
            look.agent.require(Permission.READ_CONTACT)
            return _known(look, report_id)

        return self._database.read(work)

    def begin(self, report_id: UUID) -> StreetReport:
        """Somebody is on it; what is so already stays so. Refuses with NotFound, and AlreadyDone when it is closed."""

        def work(unit: Work) -> StreetReport:
            unit.agent.require(Permission.WORK)
            before = _known(unit, report_id)
            if before.state is ReportState.IN_PROGRESS:
                return before
            if not street_report_writes.begin_work(unit, report_id):
                raise AlreadyDone
            unit.audit("begin", "street_report", report_id)
            unit.changed("street_report", report_id)
            return _known(unit, report_id)

        return self._database.write(work)

    def close(self, command: CloseReport) -> ReportClosed:
        """It is done, and every citizen who reported it is to be told: a task for each, once.

        Refuses with NotFound, with AlreadyDone when it is closed, and with InvalidValue ("told", "empty" | "too_long"),
        ("queue", "unknown").
        """
        message = clean(command.message, "told").strip()
        if not message:
            raise InvalidValue("told", "empty")
        if len(message) > LONGEST_MESSAGE:
            raise InvalidValue("told", "too_long")
        command = replace(command, message=message)
        queue = command.queue_code or GENERAL_QUEUE

        def work(unit: Work) -> ReportClosed:
            unit.agent.require(Permission.WORK)
            report = _known(unit, command.report_id)
            norm = work_reads.norm_of(unit, queue)
            if norm is None:
                raise InvalidValue("queue", "unknown")
            if not street_report_writes.close(unit, report.id):
                raise AlreadyDone
            due_at = norm.runs_out(unit.now, self._hours)
            told = street_report_writes.tell_reporters(unit, report, command, queue, due_at)
            unit.audit("close", "street_report", report.id)
            unit.changed("street_report", report.id)
            return ReportClosed(_known(unit, report.id), tuple(told))

        return self._database.write(work)


def _own_point(place: Place) -> Point | None:
    if place.latitude is None or place.longitude is None:
        return None
    return Point(place.latitude, place.longitude)


def _known(unit: Look | Work, report_id: UUID) -> StreetReport:
    found = street_report_reads.one(unit, report_id)
    if found is None:
        raise NotFound
    return found
