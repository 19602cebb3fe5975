"""What a visitor takes along of a day: the sheet and the calendar file. Each visit on it is in the audit as opened."""

from datetime import date, datetime
from uuid import UUID

from kcc_desktop.data.database import Database, Look, Work
from kcc_desktop.domain.agents import Agent, Permission
from kcc_desktop.domain.day_sheets import DaySheet, DaySheetFiles, SheetStop
from kcc_desktop.domain.errors import NotAllowed
from kcc_desktop.domain.travel import TravelSource
from kcc_desktop.domain.visit_days import Stop, WorkerDay
from kcc_desktop.domain.visits import OVER, PointQuality, Visit
from kcc_desktop.services.visits import VisitService


class DaySheetService:
    """`town` is the municipality's name, as it signs."""

    def __init__(self, database: Database, visits: VisitService, town: str) -> None:
        self._database, self._visits, self._town = database, visits, town

    def make(self, worker_id: UUID, on: date, language: str) -> DaySheetFiles:
        """The day as it stands now; `language` is "nl" or "en". Refuses with NotFound, and NotAllowed who neither
        plans visits nor makes them."""
        agent, now = self._database.read(_who)
        day = self._visits.day(worker_id, on)
        # One by one through their own door: that writes each of them in the audit, and leaves out what is covered.
        stops = tuple(
            _stop(stop, self._visits.open(stop.visit.id))
            for stop in day.stops
            if stop.visit is not None and not stop.is_hold and stop.visit.state not in OVER
        )

        def work(unit: Work) -> None:
            unit.audit("print", "worker_day", worker_id)

        self._database.write(work)
        sheet = _sheet(day, stops, now, agent.name, self._town)
        # Loaded when the first sheet is made: ReportLab takes a moment that nobody should wait for at the start.
        from kcc_desktop.reports.day_calendar import day_calendar
        from kcc_desktop.reports.day_sheet import day_sheet

        name = f"{'dagstaat' if language == 'nl' else 'day-sheet'}-{on.isoformat()}"
        return DaySheetFiles(name, day_sheet(sheet, language), day_calendar(sheet, language))


def _who(look: Look) -> tuple[Agent, datetime]:
    agent = look.agent
    if not (agent.may(Permission.VISIT) or agent.may(Permission.PLAN)):
        raise NotAllowed(Permission.VISIT)
    return agent, look.now


def _sheet(day: WorkerDay, stops: tuple[SheetStop, ...], now: datetime, by: str, town: str) -> DaySheet:
    legs = [stop.drive for stop in day.stops if stop.drive is not None]
    # A single estimate among them makes the whole an estimate.
    sources = {leg.source for leg in legs}
    source = TravelSource.DISTANCE if TravelSource.DISTANCE in sources or not sources else sorted(sources)[0]
    begin = day.working[0][0] if day.working else None
    back = day.home.minutes if day.home is not None else 0
    return DaySheet(day.worker.name, day.on, begin, day.worker.start_address, stops, back, source.value, now, by, town)


def _stop(stop: Stop, visit: Visit) -> SheetStop:
    address = visit.place.address
    other = visit.worker if stop.is_second else visit.second_worker
    point = None if visit.is_covered else visit.place.point
    contact = " ".join(part for part in (visit.contact_name, visit.contact_phone) if part)
    return SheetStop(
        reference=visit.reference,
        title=visit.title,
        arrives_at=stop.starts_at,
        leaves_at=stop.ends_at,
        window_from=visit.window_from or stop.starts_at,
        window_to=visit.window_until or stop.ends_at,
        drive_minutes=stop.drive.minutes if stop.drive is not None else 0,
        address=tuple(line for line in (address.line1(), address.line2()) if line),
        persons=tuple(one.name for one in visit.invited if one.name) or ((visit.name,) if visit.name else ()),
        phone=visit.phone,
        own_contact=contact,
        second_worker=other,
        interpreter=visit.interpreter,
        access=visit.access,
        materials=visit.materials,
        note=visit.note,
        has_safety_note=visit.has_safety_note,
        latitude=point.latitude if point is not None else None,
        longitude=point.longitude if point is not None else None,
        is_estimated=visit.place.quality is not PointQuality.EXACT,
    )
