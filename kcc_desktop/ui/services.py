"""What the desk's screens may ask for, wired once by bootstrap."""

from dataclasses import dataclass

from kcc_desktop.services.agenda import AgendaService
from kcc_desktop.services.agents import AgentService
from kcc_desktop.services.appointments import AppointmentService
from kcc_desktop.services.blocks import BlockService
from kcc_desktop.services.bookings_elsewhere import BookingElsewhereService
from kcc_desktop.services.cases import CaseService
from kcc_desktop.services.colleagues import ColleagueService
from kcc_desktop.services.confirmations import ConfirmationService
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.counter import CounterService
from kcc_desktop.services.day_sheets import DaySheetService
from kcc_desktop.services.drafts import DraftService
from kcc_desktop.services.incoming import IncomingService
from kcc_desktop.services.lists import ListService
from kcc_desktop.services.looking import LookingService
from kcc_desktop.services.notices import NoticeService
from kcc_desktop.services.parties import PartyService
from kcc_desktop.services.presence import PresenceService
from kcc_desktop.services.products import ProductService
from kcc_desktop.services.reception import ReceptionService
from kcc_desktop.services.safety_notes import SafetyNoteService
from kcc_desktop.services.street_reports import StreetReportService
from kcc_desktop.services.tasks import TaskService
from kcc_desktop.services.timeline import TimelineService
from kcc_desktop.services.town_calendar import TownCalendar
from kcc_desktop.services.visit_confirmations import VisitConfirmationService
from kcc_desktop.services.visits import VisitService
from kcc_desktop.services.work import WorkService


@dataclass(frozen=True, slots=True)
class Services:
    agenda: AgendaService
    agents: AgentService
    appointments: AppointmentService
    calendar: TownCalendar
    blocks: BlockService
    bookings_elsewhere: BookingElsewhereService
    cases: CaseService
    colleagues: ColleagueService
    confirmations: ConfirmationService
    contacts: ContactService
    day_sheets: DaySheetService
    counter: CounterService
    drafts: DraftService
    lists: ListService
    looking: LookingService
    notices: NoticeService
    parties: PartyService
    presence: PresenceService
    products: ProductService
    safety_notes: SafetyNoteService
    reception: ReceptionService
    street_reports: StreetReportService
    tasks: TaskService
    timeline: TimelineService
    visit_confirmations: VisitConfirmationService
    visits: VisitService
    incoming: IncomingService
    work: WorkService
