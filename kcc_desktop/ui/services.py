"""What the desk's screens may ask for, wired once by bootstrap."""

from dataclasses import dataclass

from kcc_desktop.services.agents import AgentService
from kcc_desktop.services.appointments import AppointmentService
from kcc_desktop.services.cases import CaseService
from kcc_desktop.services.colleagues import ColleagueService
from kcc_desktop.services.confirmations import ConfirmationService
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.drafts import DraftService
from kcc_desktop.services.looking import LookingService
from kcc_desktop.services.notices import NoticeService
from kcc_desktop.services.parties import PartyService
from kcc_desktop.services.presence import PresenceService
from kcc_desktop.services.products import ProductService
from kcc_desktop.services.tasks import TaskService
from kcc_desktop.services.timeline import TimelineService
from kcc_desktop.services.work import WorkService


@dataclass(frozen=True, slots=True)
class Services:
    agents: AgentService
    appointments: AppointmentService
    cases: CaseService
    colleagues: ColleagueService
    confirmations: ConfirmationService
    contacts: ContactService
    drafts: DraftService
    looking: LookingService
    notices: NoticeService
    parties: PartyService
    presence: PresenceService
    products: ProductService
    tasks: TaskService
    timeline: TimelineService
    work: WorkService
