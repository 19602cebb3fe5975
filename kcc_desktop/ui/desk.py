"""What a desk consists of behind its window: the stores that screens share, made in one place and in one order."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QObject, Slot

from kcc_desktop.background.changes import ChangeWatcher
from kcc_desktop.background.connection import ConnectionWatch
from kcc_desktop.background.journal import DraftJournal
from kcc_desktop.background.outbox import Outbox
from kcc_desktop.background.switchboard import Switchboard
from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.appointments import Appointment
from kcc_desktop.domain.bookings_elsewhere import BookingElsewhere
from kcc_desktop.domain.changes import Change
from kcc_desktop.domain.contact_commands import ConversationRecorded
from kcc_desktop.domain.ongoing import Ongoing
from kcc_desktop.domain.visits import Visit
from kcc_desktop.ui.appointments.elsewhere_planning import ElsewherePlanning
from kcc_desktop.ui.appointments.planning import Planning
from kcc_desktop.ui.calling_out import CallingOut
from kcc_desktop.ui.catalogue import Catalogue
from kcc_desktop.ui.contacts.editing import Editing, PromiseRule
from kcc_desktop.ui.conversations import Conversations
from kcc_desktop.ui.counter_store import CounterStore
from kcc_desktop.ui.drafts import Recovery
from kcc_desktop.ui.finishing import Finishing
from kcc_desktop.ui.nearby import Nearby
from kcc_desktop.ui.onlookers import Onlookers
from kcc_desktop.ui.presence import Presences
from kcc_desktop.ui.reminding import Reminding
from kcc_desktop.ui.services import Services
from kcc_desktop.ui.viewing import Viewing
from kcc_desktop.ui.visits.planning import VisitPlanning
from kcc_desktop.ui.work_store import WorkStore


@dataclass(frozen=True, slots=True)
class Background:
    """What runs beside the window, made by bootstrap; `watcher` and `switchboard` may be missing in a test."""

    tasks: TaskRunner
    journal: DraftJournal
    outbox: Outbox
    connection: ConnectionWatch
    watcher: ChangeWatcher | None = None
    switchboard: Switchboard | None = None


class Desk(QObject):
    """The stores of one window. `start` begins reading; nothing is read before."""

    def __init__(
        self,
        services: Services,
        background: Background,
        now: Callable[[], datetime],
        rule: PromiseRule,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.services, self.background, self.now = services, background, now
        tasks = background.tasks
        self.conversations = Conversations(now, background.journal, self)
        self.viewing = Viewing(services.parties, tasks, self.conversations, self)
        self.catalogue = Catalogue(
            services.products, services.contacts, services.colleagues, services.work, tasks, self
        )
        self.nearby = Nearby(services.street_reports, tasks, self.conversations, self.catalogue, self)
        self.editing = Editing(self.conversations, self.viewing, self.catalogue, now, rule, self)
        self.finishing = Finishing(services.contacts, background.outbox, tasks, self.conversations, now, self)
        self.planning = self.planning_in(self.conversations)
        self.visit_planning = VisitPlanning(
            services.visits,
            services.appointments,
            services.parties,
            services.safety_notes,
            tasks,
            self.conversations,
            self,
        )
        self.counter = CounterStore(services.counter, services.reception, services.agents, tasks, self)
        self.presence = Presences(services.presence, tasks, self.conversations, self)
        self.onlookers = Onlookers(services.looking, tasks, self.viewing, self)
        self.recovery = Recovery(services.drafts, services.contacts, tasks, self.conversations, self)
        self.work = WorkStore(services.work, tasks, rule.hours, self)
        self.calling = CallingOut(self.work, services.parties, tasks, self.conversations, self.finishing, now, self)
        self.reminding = Reminding(self.work, tasks, self.conversations, self.viewing, self)
        self.planning.booked.connect(self._on_booked)
        self.visit_planning.booked.connect(self._on_visit_booked)
        self.finishing.recorded.connect(self._on_recorded)
        background.outbox.recorded.connect(self._on_delivered)
        background.connection.changed.connect(self._on_connection)
        if background.watcher is not None:
            background.watcher.changed.connect(self._on_changes)
            background.watcher.reload_all.connect(self.reload)

    def planning_in(self, conversations: Conversations) -> Planning | ElsewherePlanning:
        """What plans appointments in the calendar the town has."""
        services, tasks = self.services, self.background.tasks
        if services.bookings_elsewhere.is_used():
            made = ElsewherePlanning(services.bookings_elsewhere, tasks, conversations, self)
            made.unsure.connect(self._on_unsure)
            return made
        return Planning(services.appointments, tasks, conversations, self.now, self)

    def start(self) -> None:
        self.catalogue.load()
        self.work.load()
        self.counter.load()
        self.recovery.start()
        self.presence.start()
        self.background.outbox.start()
        if self.background.watcher is not None:
            self.background.watcher.start()

    @Slot()
    def reload(self) -> None:
        """Everything that is shown may be old: a restore, or the connection that came back."""
        self.catalogue.load()
        self.viewing.reload()
        self.work.load()
        self.counter.load()

    @Slot(object, object)
    def _on_recorded(self, ongoing: Ongoing, recorded: ConversationRecorded) -> None:
        if ongoing.ticket_id is not None:
            self.counter.load()
        self.viewing.reload_if_shown(recorded.party_ids)

    @Slot(object)
    def _on_booked(self, appointment: Appointment | BookingElsewhere) -> None:
        comers = appointment.attendees if isinstance(appointment, Appointment) else ()
        parties = {one.party_id for one in comers} | {appointment.party_id}
        self.viewing.reload_if_shown(frozenset(party for party in parties if party is not None))

    @Slot(object)
    def _on_unsure(self, party_id: UUID | None) -> None:
        self.viewing.reload_if_shown(frozenset({party_id} if party_id is not None else ()))

    @Slot(object)
    def _on_visit_booked(self, visit: Visit) -> None:
        parties = {one.party_id for one in visit.invited} | {visit.party_id}
        self.viewing.reload_if_shown(frozenset(party for party in parties if party is not None))

    @Slot(object)
    def _on_delivered(self, recorded: ConversationRecorded) -> None:
        self.viewing.reload_if_shown(recorded.party_ids)

    @Slot(object)
    def _on_changes(self, changes: tuple[Change, ...]) -> None:
        self.presence.on_changes(changes)
        self.counter.on_changes(changes)
        self.nearby.on_changes(changes)
        parties = frozenset(change.entity_id for change in changes if change.entity == "party")
        if parties:
            self.viewing.reload_if_shown(parties)
        self.work.touch(change.entity_id for change in changes if change.entity == "task")
        planned = frozenset(change.entity_id for change in changes if change.entity in ("appointment", "visit"))
        if planned:
            self.viewing.reload_if_listing(planned)
        entities = {change.entity for change in changes}
        if entities & {"contact", "task", "case"}:
            self.viewing.reload()
        if entities & {"product", "colleague", "outcome", "channel"}:
            self.catalogue.load()

    @Slot(bool)
    def _on_connection(self, is_online: bool) -> None:
        if is_online:
            self.reload()
            self.presence.tell_again()
