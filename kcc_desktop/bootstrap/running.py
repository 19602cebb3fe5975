"""Wires a desk: database, services, what runs beside the window, the window itself, and how all of it ends."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from kcc_desktop.background.changes import ChangeWatcher
from kcc_desktop.background.connection import ConnectionWatch
from kcc_desktop.background.garbage import GarbageCollection
from kcc_desktop.background.journal import DraftJournal
from kcc_desktop.background.outbox import Outbox
from kcc_desktop.background.switchboard import Switchboard
from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.bootstrap.loading import forget_sources
from kcc_desktop.data.database import Database
from kcc_desktop.data.drafts import DraftStore
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.phone import parse_phone
from kcc_desktop.domain.promises import OFFICE_WEEK, Week, callback_due
from kcc_desktop.domain.travel import TravelTimes
from kcc_desktop.services.agenda import AgendaService
from kcc_desktop.services.agents import AgentService
from kcc_desktop.services.appointments import AppointmentService
from kcc_desktop.services.blocks import BlockService
from kcc_desktop.services.bookings_elsewhere import BookingElsewhereService
from kcc_desktop.services.carriers import rules_from
from kcc_desktop.services.cases import CaseService
from kcc_desktop.services.changes import ChangeService
from kcc_desktop.services.colleagues import ColleagueService
from kcc_desktop.services.confirmations import ConfirmationService
from kcc_desktop.services.connection import ConnectionService
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.counter import CounterService
from kcc_desktop.services.day_sheets import DaySheetService
from kcc_desktop.services.drafts import DraftService
from kcc_desktop.services.incoming import IncomingService
from kcc_desktop.services.lists import ListService
from kcc_desktop.services.looking import LookingService
from kcc_desktop.services.message_planning import NOTHING_SENT, MessageRules
from kcc_desktop.services.notices import NoticeService
from kcc_desktop.services.parties import PartyService
from kcc_desktop.services.presence import PATIENCE, PresenceService
from kcc_desktop.services.products import ProductService
from kcc_desktop.services.reception import ReceptionService
from kcc_desktop.services.safety_notes import SafetyNoteService
from kcc_desktop.services.street_reports import StreetReportService
from kcc_desktop.services.tasks import TaskService
from kcc_desktop.services.timeline import TimelineService
from kcc_desktop.services.town_calendar import CalendarChoice, TownCalendar
from kcc_desktop.services.travel import travel_times
from kcc_desktop.services.visit_confirmations import VisitConfirmationService
from kcc_desktop.services.visits import VisitService
from kcc_desktop.services.work import WorkService
from kcc_desktop.settings import Settings
from kcc_desktop.ui.contacts.editing import PromiseRule
from kcc_desktop.ui.desk import Background, Desk
from kcc_desktop.ui.look import Look
from kcc_desktop.ui.no_shows import NoShows
from kcc_desktop.ui.services import Services
from kcc_desktop.ui.window import DeskWindow

_WARM_UP_MS = 300


def now() -> datetime:
    return datetime.now(UTC)


def warm_up() -> None:
    callback_due(now())
    parse_phone("+31527123456")


def services_on(
    database: Database,
    drafts: DraftStore,
    due: Callable[[datetime], datetime] = callback_due,
    town: str = "",
    away_after: timedelta = PATIENCE,
    travel: TravelTimes | None = None,
    calendar: CalendarChoice = CalendarChoice(),  # noqa: B008 (frozen)
    hours: Week = OFFICE_WEEK,
    rules: MessageRules = NOTHING_SENT,
) -> Services:
    """`due`: when this office calls back whom nobody answered. `town`: in whose name it writes.

    `away_after`: a desk that gave no sign of life for so long has nobody at it. `travel`: where visits' travel times
    come from, the distance when nothing is told. `hours`: when this office is open. `rules`: what
    citizens are sent.
    """
    visits, kept_in = VisitService(database, travel, rules), TownCalendar(database, calendar)
    return Services(
        agenda=AgendaService(database),
        agents=AgentService(database),
        appointments=AppointmentService(database, rules),
        calendar=kept_in,
        blocks=BlockService(database),
        bookings_elsewhere=BookingElsewhereService(database, kept_in),
        cases=CaseService(database),
        colleagues=ColleagueService(database),
        confirmations=ConfirmationService(database, town),
        contacts=ContactService(database, due),
        day_sheets=DaySheetService(database, visits, town),
        counter=CounterService(database),
        drafts=DraftService(drafts),
        lists=ListService(database),
        looking=LookingService(database),
        notices=NoticeService(database),
        parties=PartyService(database),
        presence=PresenceService(database, away_after),
        products=ProductService(database),
        safety_notes=SafetyNoteService(database),
        reception=ReceptionService(database),
        street_reports=StreetReportService(database, hours),
        tasks=TaskService(database),
        timeline=TimelineService(database),
        visit_confirmations=VisitConfirmationService(database, town),
        visits=visits,
        incoming=IncomingService(database, hours),
        work=WorkService(database, hours),
    )


class RunningDesk(QObject):
    """One desk from its first paint to its last write. `stop` ends it; nothing of it runs afterwards.

    `unexpected` carries each bug that no screen took. `tasks` is the runner of the whole program.
    """

    unexpected = Signal(object)  # Exception

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        database: Database,
        drafts: DraftStore,
        tasks: TaskRunner,
        switchboard: Switchboard | None = None,
        *,
        is_demo: bool = False,
        watches: bool = True,
        clock: Callable[[], datetime] = now,
    ) -> None:
        super().__init__()
        # Before the first widget and the first task: a widget that is collected on a worker's thread ends the process.
        self._garbage = GarbageCollection(self)
        self._database, self._drafts, self.tasks = database, drafts, tasks
        days, at, hours = settings.callback_working_days, settings.callback_due_at, settings.office_hours
        due = partial(callback_due, working_days=days, at=at, hours=hours)
        away_after = timedelta(minutes=settings.away_after_minutes)
        calendar = CalendarChoice(settings.calendar, settings.calendar_url, settings.calendar_client)
        self.services = services_on(
            database,
            drafts,
            due,
            settings.municipality,
            away_after,
            travel_times(settings),
            calendar,
            hours,
            rules_from(settings),
        )
        self.journal = DraftJournal(self.services.drafts, self.tasks, self)
        connection = ConnectionWatch(ConnectionService(database), self.tasks, self)
        outbox = Outbox(self.services.drafts, self.services.contacts, self.tasks, connection, self)
        self.watcher = ChangeWatcher(ChangeService(database), self) if watches else None
        self.switchboard = switchboard or Switchboard(settings.extension, parent=self)
        background = Background(self.tasks, self.journal, outbox, connection, self.watcher, self.switchboard)
        rule = PromiseRule(days, at, hours)
        self.desk = Desk(self.services, background, clock, rule, self)
        after = settings.no_show_after_minutes
        self.no_shows = NoShows(self.services.appointments, self.tasks, after, self)
        self.look = Look(app, settings.brand_colour, self)
        self.window = DeskWindow(
            self.desk,
            self.look,
            settings.municipality,
            is_demo=is_demo,
            cover_after_minutes=settings.cover_after_minutes,
        )
        tasks.unhandled.connect(self._on_unhandled)
        outbox.failed.connect(self._on_unhandled)
        self.desk.recovery.failed.connect(self._on_unhandled)
        self.desk.finishing.failed.connect(self.unexpected)
        self.desk.planning.failed.connect(self.unexpected)
        self.no_shows.failed.connect(self.unexpected)
        self.desk.visit_planning.failed.connect(self.unexpected)
        if self.watcher is not None:
            self.watcher.lost.connect(connection.tell)
            self.watcher.unexpected.connect(self.unexpected)

    def start(self) -> None:
        """Show the window, then begin reading: what is seen first is painted first."""
        self.window.show()
        QTimer.singleShot(0, self.desk.start)
        self.no_shows.start()
        QTimer.singleShot(_WARM_UP_MS, self._warm_up)

    @Slot()
    def _warm_up(self) -> None:
        """What the first call needs and the first paint does not."""
        forget_sources()
        self.tasks.run(warm_up, self)

    @Slot(object)
    def _on_unhandled(self, error: Exception) -> None:
        if isinstance(error, Refusal | Outage):
            self.window.tell(error)
        else:
            self.unexpected.emit(error)

    def stop(self) -> None:
        self.desk.planning.leave()
        self.desk.visit_planning.leave()
        self.desk.presence.leave()
        self.desk.onlookers.leave()
        self.window.shift.let_go()
        self.journal.flush()
        if self.watcher is not None:
            self.watcher.stop()
        self.tasks.close()
        self.window.close()
        self._garbage.stop()
        self._drafts.close()
        self._database.close()
