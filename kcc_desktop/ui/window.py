"""The window: the frame, its panels, the palette and the ring card."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kcc_desktop.domain.agents import Agent
from kcc_desktop.domain.appointments import Appointment
from kcc_desktop.domain.contacts import ContactDetail
from kcc_desktop.domain.errors import DatabaseAway, Outage, Refusal
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.ongoing import begin
from kcc_desktop.ui.actions import DeskActions
from kcc_desktop.ui.appointments.forms import appointment_form
from kcc_desktop.ui.calls.incoming import IncomingCalls
from kcc_desktop.ui.calls.ring_card import WIDTH, RingCard
from kcc_desktop.ui.contact_panel import ContactPanel
from kcc_desktop.ui.contacts.this_contact import ThisContact
from kcc_desktop.ui.desk import Desk
from kcc_desktop.ui.found import Found
from kcc_desktop.ui.frame.frame import Frame
from kcc_desktop.ui.giving_back import GivingBack
from kcc_desktop.ui.idling import Idling
from kcc_desktop.ui.look import Look
from kcc_desktop.ui.noticing import Noticing
from kcc_desktop.ui.palette.palette import Palette
from kcc_desktop.ui.panels import CONTACT, Panels
from kcc_desktop.ui.parties.forms.party_choice import PartyChoice
from kcc_desktop.ui.parties.who_column import WhoColumn
from kcc_desktop.ui.shared import keys, presence_words, tab_order, theme, wording
from kcc_desktop.ui.shared.focus import HOME
from kcc_desktop.ui.shared.formatting import today
from kcc_desktop.ui.shift import Shift
from kcc_desktop.ui.street_reports import StreetReports
from kcc_desktop.ui.tabs import tabs
from kcc_desktop.ui.throwing_away import ThrowingAway
from kcc_desktop.ui.timeline.timeline_column import TimelineColumn
from kcc_desktop.ui.trouble import Trouble
from kcc_desktop.ui.visits.visit_form import VisitForm

SIZE = QSize(1440, 900)
SMALLEST = QSize(960, 600)
_TICK_MS = 1000


class DeskWindow(QWidget):
    """Made on a `Desk`; `closing` tells that the program is to end. Its keys are in `actions_here`."""

    closing = Signal()

    def __init__(
        self,
        desk: Desk,
        look: Look,
        town: str,
        *,
        is_demo: bool,
        cover_after_minutes: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.desk, self.look = desk, look
        self.setWindowTitle(f"{town} · KCC Desktop" if town else "KCC Desktop")
        self.setMinimumSize(SMALLEST)
        self.resize(SIZE)
        self.frame = Frame()
        self.frame.status_bar.set_town(town, is_demo=is_demo)
        self.frame.top_bar.set_bell(False)
        services, tasks, now = desk.services, desk.background.tasks, desk.now
        self.who = WhoColumn(services, tasks, desk.conversations, desk.viewing, desk.catalogue, now, today)
        self.timeline = TimelineColumn(services, tasks, desk.conversations, desk.viewing, now, catalogue=desk.catalogue)
        self.appointment = appointment_form(desk.planning)
        self.visit = VisitForm(desk.visit_planning, partial(PartyChoice, parties=services.parties, tasks=tasks))
        self.contact = ThisContact(
            services.colleagues,
            tasks,
            desk.conversations,
            desk.finishing,
            desk.catalogue,
            desk.editing,
            desk.reminding,
            now,
            self.appointment,
            self.visit,
            desk.nearby,
            desk.presence,
        )
        self.panel = ContactPanel(self.who, self.timeline, self.contact)
        self.panels = Panels(self, self.panel)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.frame)
        self.incoming = IncomingCalls(services.parties, tasks, desk.conversations, now, self)
        self.ring_card = RingCard(self.incoming, now, self)
        self.palette_card = Palette(services, tasks, desk.conversations, desk.viewing, (), self)
        self.trouble = Trouble(self)
        line = self.frame.notice_line
        self.noticing = Noticing(services.notices, tasks, desk.catalogue, line, self.who, today)
        self.noticing.told.connect(self.contact.say)
        self.street_reports = StreetReports(services.street_reports, tasks, self.who, now)
        self.street_reports.told.connect(self.contact.say)
        self.giving_back = GivingBack(desk, self.contact, self.frame.status_bar, self)
        self.throwing_away = ThrowingAway(desk, self.contact, self)
        self.shift = Shift(services.work, tasks, desk.presence, self.frame.asking, self)
        self.idling = Idling(cover_after_minutes, desk.now, self)
        self.idling.left_alone.connect(self.cover)
        self.actions_here = DeskActions(self)
        self._found = Found(desk, self.palette_card, self.timeline, self)
        self._found.nobodys.connect(self._tell_of_nobody)
        self.timeline.installEventFilter(self)
        self.setProperty(HOME, self.contact.note.edit)
        desk.planning.refused.connect(self.tell)
        desk.visit_planning.refused.connect(self.tell)
        desk.visit_planning.read_uncovered(self.who.uncovered)
        self.who.revealing.changed.connect(desk.visit_planning.look_where)
        self._connect()
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._show_tabs)
        self._show_tabs()
        self._show_presence()
        self._load()

    @Slot()
    def open_palette(self) -> None:
        self.palette_card.reveal()

    @Slot()
    def choose_presence(self) -> None:
        """What one says of oneself, below the button that shows it."""
        state = self.desk.presence.state
        self.frame.presence_menu.open_menu(self.desk.presence.chosen, is_talking=state is not self.desk.presence.chosen)

    @Slot()
    def _show_presence(self) -> None:
        state = self.desk.presence.state
        words = presence_words
        self.frame.top_bar.set_presence(words.word(state), words.icon(state), words.tone(state))

    @Slot()
    def _show_onlookers(self) -> None:
        self.who.show_onlookers(self.desk.onlookers.others())

    @Slot()
    def _tell_opened(self) -> None:
        detail = self.timeline.opening.detail()
        self.desk.onlookers.open_contact(detail.id if isinstance(detail, ContactDetail) else None)

    @Slot()
    def cover(self) -> None:
        """Nobody is at the desk: nothing uncovered stays in sight, and the palette forgets whom it showed."""
        self.who.cover()
        self.timeline.cover()
        self.panels.cover()
        self.palette_card.dismiss()
        self.palette_card.forget_people()

    @Slot()
    def later(self) -> None:
        """Escape: what lies on top goes first, the ring card folds away, what was looked up in between is left."""
        if self.trouble.isVisible():
            self.trouble.close_card()
        elif self.frame.asking.isVisible():
            self.frame.asking.close_unanswered()
        elif self.frame.key_sheet.isVisible():
            self.frame.key_sheet.close_sheet()
        elif self.ring_card.isVisible():
            self.incoming.later()
            self.ring_card.dismiss_notice()
        elif (panel := self.panels.panel()) is not None:
            panel.later()
        elif self.desk.planning.plan() is not None:
            self.appointment.close_form()
        elif self.desk.visit_planning.plan() is not None:
            self.visit.close_form()
        elif self.desk.viewing.now().is_aside or self.desk.conversations.active() is None:
            self.desk.viewing.back()
            self.contact.focus_note()

    @Slot()
    @Slot(str)
    def new_conversation(self, channel: str = "") -> None:
        """One that the agent begins; a card that is looked at without a conversation becomes its speaker."""
        conversations = self.desk.conversations
        if conversations.is_full():
            self.contact.say_full()
            return
        self.panels.show(CONTACT)
        viewed = self.desk.viewing.now()
        code = channel or next((c.code for c in self.desk.catalogue.channels), "phone")
        speaker = viewed.ref if conversations.active() is None else None
        conversations.start(begin(new_id(), new_id(), code, self.desk.now(), speaker=speaker))

    @Slot()
    def show_contact(self) -> None:
        self.panels.show(CONTACT)

    @Slot()
    def show_agenda(self) -> None:
        self.panels.show("agenda")

    @Slot(object)
    def show_appointment(self, appointment: Appointment) -> None:
        """On the timeline of whoever it is for."""
        self.show_contact()
        self._found.show_appointment(appointment)

    def choose_question(self, number: int) -> None:
        self.desk.editing.choose_question(number)
        self.contact.focus_note()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round in what lies on top, else through the frame."""
        on_top = next(
            (card for card in (self.trouble, self.frame.asking, self.frame.key_sheet) if card.isVisible()), self.frame
        )
        return tab_order.move(on_top, forward)

    # What others tell

    def _connect(self) -> None:
        desk, bar = self.desk, self.frame.running_bar
        bar.activated.connect(desk.conversations.activate)
        bar.activated.connect(self.show_contact)
        bar.new_wanted.connect(self.new_conversation)
        self.contact.new_wanted.connect(self.new_conversation)
        self.frame.top_bar.search_wanted.connect(self.open_palette)
        self.frame.top_bar.presence_wanted.connect(self.choose_presence)
        desk.counter.waiting.connect(partial(self.frame.rail.set_waiting, "counter"))
        self.frame.presence_menu.chosen.connect(desk.presence.choose)
        self.frame.presence_menu.done_for_today.connect(self.shift.end)
        self.shift.may_close_now.connect(self.close)
        desk.presence.changed.connect(self._show_presence)
        desk.onlookers.changed.connect(self._show_onlookers)
        self.who.forms.editing.connect(desk.onlookers.edit)
        self.timeline.forms.editing.connect(desk.onlookers.edit)
        self.timeline.opening.offered.connect(self._tell_opened)
        for signal in (desk.conversations.added, desk.conversations.removed, desk.conversations.activated):
            signal.connect(self._show_tabs)
        desk.conversations.changed.connect(self._show_tabs)
        desk.catalogue.changed.connect(self._show_tabs)
        desk.finishing.refused.connect(self._show_tabs)
        self.ring_card.name_wanted.connect(self.open_palette)
        self.contact.not_reached.connect(desk.calling.note_not_reached)
        desk.reminding.refused.connect(self.tell)
        desk.calling.begun.connect(self.show_contact)
        desk.calling.not_reached.connect(partial(self.panels.show, "work"))
        desk.calling.not_noted.connect(self.tell)
        desk.calling.full.connect(self.contact.say_full)
        desk.work.waiting.connect(partial(self.frame.rail.set_waiting, "work"))
        background = desk.background
        background.journal.saved.connect(self.contact.show_saved)
        background.journal.failed.connect(self.contact.show_not_saved)
        background.connection.changed.connect(self._on_connection)
        if background.switchboard is not None:
            background.switchboard.call_changed.connect(self.incoming.on_call)
            for call in background.switchboard.calls():  # those that came while the desk was opening
                self.incoming.on_call(call)
        if background.watcher is not None:
            background.watcher.changed.connect(self.noticing.on_changes)
            background.watcher.changed.connect(self.shift.on_changes)
        palette = self.palette_card
        for chosen in (palette.party_chosen, palette.party_attached, palette.product_chosen, palette.case_chosen):
            chosen.connect(self.show_contact)
        for chosen in (palette.task_chosen, palette.appointment_chosen, self.incoming.answered):
            chosen.connect(self.show_contact)
        palette.opened.connect(self.ring_card.raise_)  # a call that rings is seen above what quietens the rest
        palette.party_attached.connect(self._to_note)
        palette.product_chosen.connect(self._to_note)
        self.incoming.changed.connect(self._tell_folded)
        self.timeline.to_note.connect(self.contact.note.append)
        self.timeline.search_wanted.connect(self.open_palette)
        self.who.search_wanted.connect(self.open_palette)
        self.who.case_wanted.connect(self._found.open_case)
        self.who.task_wanted.connect(self._found.open_task)
        self.who.appointment_wanted.connect(self._found.open_appointment)
        self.who.visit_wanted.connect(self._found.open_visit)
        self.look.changed.connect(self._place_ring_card)
        self.panels.shown.connect(self._place_ring_card)

    def _load(self) -> None:
        services, tasks = self.desk.services, self.desk.background.tasks
        tasks.run(services.agents.me, self).succeeded.connect(self._on_agent)
        self.noticing.load()
        self.shift.load()

    @Slot(object)
    def _on_agent(self, agent: Agent) -> None:
        self.frame.top_bar.set_agent(agent.name, agent.cluster_name)
        self.noticing.set_agent(agent)

    @Slot(bool)
    def _on_connection(self, is_online: bool) -> None:
        self.frame.status_bar.set_connection(None if is_online else self.desk.background.connection.offline_since)
        if is_online:
            self._load()

    @Slot()
    def _show_tabs(self) -> None:
        conversations = self.desk.conversations
        refusal_of = self.desk.finishing.refusal_of
        shown = tabs(conversations, self.desk.catalogue, self.desk.now(), refusal_of)
        self.frame.running_bar.set_conversations(shown)
        if conversations.all() and not self._tick.isActive():
            self._tick.start()
        elif not conversations.all():
            self._tick.stop()

    @Slot()
    def _to_note(self) -> None:
        self.contact.focus_note()

    @Slot(str)
    def _tell_of_nobody(self, words: str) -> None:
        self.contact.say("near", self.tr("This appointment is in nobody's name"), words)

    @Slot()
    def _tell_folded(self) -> None:
        """Calls that were put off ring on; the status bar says so."""
        folded = self.incoming.folded()
        words = self.tr("%n call(s) ringing", "", folded)
        self.frame.status_bar.set_queue(f"{words} · {keys.shown('answer')}" if folded else "", "near")

    def tell(self, error: Refusal | Outage) -> None:
        """A refusal or outage that no screen took. That the database is away stands in the status bar, while it is."""
        if isinstance(error, DatabaseAway):
            return
        title, why = wording.sentence(error)
        self.contact.say("near", title, why)

    def come_to_front(self) -> None:
        """Another start of the program, or a link, asks for this desk."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # Geometry

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.idling.watch(self.windowHandle())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_ring_card()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The columns may shift inside a window that keeps its size.
        if watched is self.timeline and event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._place_ring_card()
        return super().eventFilter(watched, event)

    @Slot()
    def _place_ring_card(self) -> None:
        """Over the lower part of the timeline, whose place is known once the layout has settled."""
        QTimer.singleShot(0, self, self._give_ring_card_room)

    @Slot()
    def _give_ring_card_room(self) -> None:
        panel = self.panels.panel()
        if panel is not None:
            self.ring_card.set_room(QRect(panel.mapTo(self, QPoint(0, 0)), panel.size()))
            return
        room = QRect(self.timeline.mapTo(self, QPoint(0, 0)), self.timeline.size())
        if room.width() < theme.px(WIDTH):  # large text: then over the left column too, never over the note
            room.setLeft(self.who.mapTo(self, QPoint(0, 0)).x())
        self.ring_card.set_room(room)

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.shift.may_close():
            event.ignore()
            return
        self.desk.background.journal.flush()
        self.closing.emit()
        super().closeEvent(event)
