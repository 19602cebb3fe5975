"""The left column of the Contact screen: who is shown, in every state, and the keys that belong to a person."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.errors import Outage
from kcc_desktop.domain.looking import Onlooker
from kcc_desktop.domain.ongoing import Ongoing
from kcc_desktop.domain.parties import PartyOverview
from kcc_desktop.domain.party_answers import Revealed
from kcc_desktop.ui.catalogue import Catalogue, label
from kcc_desktop.ui.conversations import Conversations
from kcc_desktop.ui.parties.actions import Actions
from kcc_desktop.ui.parties.card_view import Shown
from kcc_desktop.ui.parties.deaths import Deaths
from kcc_desktop.ui.parties.entries import Opens, Target
from kcc_desktop.ui.parties.form_actions import FormActions
from kcc_desktop.ui.parties.forms.desk import Forms
from kcc_desktop.ui.parties.number import NumberKeeping
from kcc_desktop.ui.parties.pages import Pages
from kcc_desktop.ui.parties.revealing import Revealing
from kcc_desktop.ui.parties.speaking import Speaker, shown_of
from kcc_desktop.ui.parties.states import NoticeLine
from kcc_desktop.ui.services import Services
from kcc_desktop.ui.shared import formatting, theme
from kcc_desktop.ui.shared.basics import Layer, column
from kcc_desktop.ui.viewing import Viewed, Viewing

SKELETON_AFTER_MS = 120  # a card that comes sooner replaces the one before without a flicker
NOTICE_MS = 8_000
CLOCK_MS = 30_000


class WhoColumn(Layer):
    """Every key of a person is a slot here; the window makes the shortcuts."""

    search_wanted = Signal()
    case_wanted = Signal(object)  # UUID
    task_wanted = Signal(object)  # UUID
    appointment_wanted = Signal(object)  # UUID
    visit_wanted = Signal(object)  # UUID

    def __init__(
        self,
        services: Services,
        tasks: TaskRunner,
        conversations: Conversations,
        viewing: Viewing,
        catalogue: Catalogue,
        now: Callable[[], datetime],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("surface")
        self.setParent(parent)
        self.setAccessibleName(self.tr("Who"))
        self._conversations, self._viewing, self._catalogue = conversations, viewing, catalogue
        self._now, self._today = now, today
        self._party_shown: UUID | None = None
        self._conversation_shown: UUID | None = None
        self._read: tuple[PartyOverview, datetime] | None = None
        self.pages, self.notice = Pages(self._channel), NoticeLine()
        self.card, self.nobody = self.pages.card, self.pages.nobody
        foot = column(self.notice, margins=(theme.S, 0, theme.S, theme.S))
        whole = column(self.pages, foot, gap=0)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self.speaker = Speaker(conversations, viewing, today, self)
        self.revealing = Revealing(services.parties, tasks, now, self)
        self.forms = Forms(self, services.parties, catalogue, tasks, today)
        self._does = Actions(self.card, conversations, viewing, self.speaker, self.revealing, self.forms, today)
        self._fills = FormActions(conversations, viewing, self.speaker, self.revealing, self.forms, today)
        self.deaths = Deaths(services.appointments, services.bookings_elsewhere, tasks, viewing, self.forms, self)
        self.numbers = NumberKeeping(services.parties, tasks, conversations, viewing, self.speaker, self)
        self._make_timers()
        self._connect()
        self.refresh()

    def _make_timers(self) -> None:
        self._patience, self._notice_time, self._clock = QTimer(self), QTimer(self), QTimer(self)
        for timer, after in ((self._patience, SKELETON_AFTER_MS), (self._notice_time, NOTICE_MS)):
            timer.setSingleShot(True)
            timer.setInterval(after)
        self._patience.timeout.connect(self._show_skeleton)
        self._notice_time.timeout.connect(self.notice.hide)
        self._clock.setInterval(CLOCK_MS)
        self._clock.timeout.connect(self._on_clock)
        self._clock.start()

    def _connect(self) -> None:
        self._viewing.changed.connect(self.refresh)
        self._conversations.activated.connect(self.refresh)
        self._conversations.changed.connect(self._on_changed)
        self._catalogue.changed.connect(self.refresh)
        self.revealing.changed.connect(self.refresh)
        self.nobody.search_pressed.connect(self.search_wanted)
        self.nobody.number_pressed.connect(self.attach_number)
        self.nobody.register_pressed.connect(self.register_person)
        self.pages.trouble.back_pressed.connect(self.back)
        self.pages.trouble.retry_pressed.connect(self._viewing.reload)
        self.pages.stale.retry_pressed.connect(self._viewing.reload)
        self.pages.aside.attach_pressed.connect(self.attach)
        self.pages.aside.back_pressed.connect(self.back)
        self.card.identity_pressed.connect(self.establish)
        self.card.standing_chosen.connect(self._does.choose_standing)
        self.card.number_pressed.connect(self.attach_number)
        self.card.reveal_pressed.connect(self.reveal)
        self.card.edit_pressed.connect(self.edit_details)
        self.card.refuse_pressed.connect(self.refuse_disclosure)
        self.card.represent_pressed.connect(self.add_representation)
        self.card.end_pressed.connect(self._fills.end_representation)
        self.card.opened.connect(self._open)
        self.card.call_off_pressed.connect(self.deaths.act)
        self.deaths.failed.connect(self._does.tell_failure)
        for says in (self._does.told, self._fills.told, self.numbers.told, self.deaths.told):
            says.connect(self.tell)
        self.numbers.failed.connect(self._does.tell_failure)
        self.numbers.kept.connect(self._on_kept)
        self.numbers.search_wanted.connect(self.search_wanted)
        self.numbers.waiting_changed.connect(self.refresh)
        self.notice.undo_pressed.connect(self.numbers.undo)

    # The keys

    @Slot()
    def establish(self) -> None:
        self._does.establish()

    @Slot()
    def on_behalf(self) -> None:
        self._does.on_behalf()

    @Slot()
    def attach_number(self) -> None:
        self.numbers.attach_number()

    @Slot()
    def register_person(self) -> None:
        self._fills.register_person()

    @Slot()
    def edit_details(self) -> None:
        self._fills.edit_details()

    @Slot()
    def reveal(self) -> None:
        self._does.reveal()

    def uncovered(self, party_id: UUID) -> Revealed | None:
        """What stands uncovered in sight of this card now, for the purpose the agent gave."""
        shown = self.revealing.of(party_id)
        return shown.details if shown is not None else None

    @Slot()
    def cover(self) -> None:
        """The desk locks, or somebody looks over the shoulder."""
        self.revealing.cover()

    @Slot()
    def refuse_disclosure(self) -> None:
        self._fills.refuse_disclosure()

    @Slot()
    def add_representation(self) -> None:
        self._fills.add_representation()

    @Slot()
    def end_representation(self) -> None:
        self._fills.end_representation(None)

    @Slot()
    def attach(self) -> None:
        """Whoever is shown becomes who the conversation in front is with, or whom it is about when they died."""
        self._does.attach()

    @Slot()
    def back(self) -> None:
        """To whom the conversation in front is with."""
        self._viewing.back()

    def is_aside(self) -> bool:
        """Whether somebody else is shown than the conversation is with: then "put with" and "back" have a meaning."""
        return self._viewing.now().is_aside

    def show_onlookers(self, others: tuple[Onlooker, ...]) -> None:
        """Colleagues who have the same open, who changes something first."""
        self.card.onlookers.show_onlookers(others)

    @Slot()
    def focus_card(self) -> None:
        """The keys go to the column."""
        if self.card.isVisibleTo(self):
            self.card.focus_first()
        else:
            self.nobody.search.setFocus()

    # Showing

    @Slot()
    def refresh(self) -> None:
        """Everything as it is now."""
        viewed, ongoing = self._viewing.now(), self._conversations.active()
        self._forget_the_one_before(viewed, ongoing)
        overview = viewed.overview
        is_new = overview is not None and (self._read is None or self._read[0] is not overview)
        if overview is not None and is_new and viewed.error is None and not viewed.is_loading:
            self._read = (overview, self._now())
            self.speaker.remember(overview.card)  # may come back here by what it puts
            self._fills.show_newer(overview.card)
            ongoing = self._conversations.active()
        self._show_aside(viewed, ongoing)
        if viewed.party_id is None:
            self._show_nobody(ongoing)
        elif overview is not None and (viewed.error is None or isinstance(viewed.error, Outage)):
            self._show_card(viewed, overview)
        elif viewed.error is not None:
            self.pages.trouble.show_error(viewed.error)
            self._show_page(self.pages.trouble)
        elif not self._patience.isActive() and self.pages.skeleton.isHidden():
            self._patience.start()

    def _forget_the_one_before(self, viewed: Viewed, ongoing: Ongoing | None) -> None:
        conversation_id = ongoing.id if ongoing is not None else None
        if (viewed.party_id, conversation_id) == (self._party_shown, self._conversation_shown):
            return
        if viewed.party_id != self._party_shown:
            self.revealing.cover()
            self.numbers.forget_undo()
            if self.notice.undo.isVisibleTo(self.notice):
                self.notice.hide()
            self.pages.to_top()
        if conversation_id != self._conversation_shown:
            self.notice.hide()  # it spoke of the conversation before
        self._does.close()
        self.forms.put_away()
        self._party_shown, self._conversation_shown = viewed.party_id, conversation_id

    def _show_aside(self, viewed: Viewed, ongoing: Ongoing | None) -> None:
        self.pages.aside.setVisible(viewed.is_aside and viewed.overview is not None and ongoing is not None)
        if ongoing is not None and viewed.overview is not None:
            speaker = ongoing.party.title if ongoing.party is not None else ""
            self.pages.aside.show_aside(viewed.overview.card, speaker, self.speaker.number())

    def _show_nobody(self, ongoing: Ongoing | None) -> None:
        if ongoing is None:
            self.nobody.show_nobody()
        else:
            number = self.speaker.number()
            waits = bool(number) and self.numbers.waits()
            self.nobody.show_unknown(number, searched_for_number=waits, unreadable=self.speaker.unreadable_number())
        self._show_page(self.nobody)

    def _show_card(self, viewed: Viewed, overview: PartyOverview) -> None:
        self.card.show_card(self._shown(viewed, overview))
        self._show_page(self.card)
        if viewed.error is not None:
            at = self._read[1] if self._read is not None and self._read[0] is overview else None
            self.pages.stale.show_since(formatting.moment(at, self._now()) if at is not None else "")

    def _shown(self, viewed: Viewed, overview: PartyOverview) -> Shown:
        uncovered = self.revealing.of(overview.card.id)
        return Shown(overview, self.speaker.speaking(viewed), uncovered, self._today(), self._now())

    def _show_page(self, shown: QWidget) -> None:
        self._patience.stop()
        self.pages.show_page(shown)

    @Slot()
    def _show_skeleton(self) -> None:
        self.pages.aside.hide()
        self._show_page(self.pages.skeleton)

    @Slot(str, str, bool)
    def tell(self, text: str, tone: str, undoable: bool) -> None:
        """What a key did, or why it did not; it goes by itself."""
        self.notice.tell(text, tone, undoable=undoable)
        self._notice_time.start()

    # What comes in

    @Slot(object, object)
    def _on_changed(self, before: Ongoing, after: Ongoing) -> None:
        """A note that is being typed is no reason to paint a card."""
        active = self._conversations.active()
        if active is not None and active.id == after.id and shown_of(before) != shown_of(after):
            self.refresh()

    @Slot()
    def _on_clock(self) -> None:
        viewed = self._viewing.now()
        if viewed.overview is not None and self.card.isVisible():
            self.card.show_time(self._shown(viewed, viewed.overview))

    @Slot(object)
    def _on_kept(self, party_id: UUID) -> None:
        self._viewing.reload_if_shown(frozenset({party_id}))

    @Slot(object)
    def _open(self, target: Target) -> None:
        if target.kind is Opens.PARTY:
            self._viewing.look_at(target.id, target.title)
        elif target.kind is Opens.CASE:
            self.case_wanted.emit(target.id)
        elif target.kind is Opens.APPOINTMENT:
            self.appointment_wanted.emit(target.id)
        elif target.kind is Opens.VISIT:
            self.visit_wanted.emit(target.id)
        else:
            self.task_wanted.emit(target.id)

    def _channel(self, code: str) -> str:
        channel = self._catalogue.channel(code)
        return label(channel) if channel is not None else code

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.forms.settle()
