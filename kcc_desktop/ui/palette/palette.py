"""The palette over the window: people, products, cases and actions from the first letter, by keys alone.

Every search runs off the main thread and the newest replaces the older; what is shown stays until the new is there,
so nothing flickers. Knows what was chosen, not what the window does with it.
"""

import time
from dataclasses import replace
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.appointments import Appointment
from kcc_desktop.domain.bookings_elsewhere import BookingElsewhere
from kcc_desktop.domain.cases import CaseSummary
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.ongoing import PartyRef
from kcc_desktop.domain.parties import PartySummary
from kcc_desktop.domain.products import Product
from kcc_desktop.domain.visits import Visit
from kcc_desktop.domain.work import TaskSummary
from kcc_desktop.ui.conversations import Conversations
from kcc_desktop.ui.palette.origin import Origin
from kcc_desktop.ui.palette.palette_card import PaletteCard
from kcc_desktop.ui.palette.results import Action, Recent, Results, clean, from_memory, look_up, summary_of
from kcc_desktop.ui.palette.scrim import Scrim
from kcc_desktop.ui.services import Services
from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.viewing import Viewed, Viewing

PATIENCE_MS = 150  # then what is in memory is shown, and the people follow when they come
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Palette(Scrim):
    """Made once for a window and hidden; `reveal` opens it. `set_actions` and `set_products` say what there is."""

    party_chosen = Signal(object, str)  # UUID, title: shown by `Viewing` already
    party_attached = Signal(object)  # PartyRef: the speaker of the conversation in front already
    product_chosen = Signal(object)  # Product
    action_chosen = Signal(str)  # the action's id
    case_chosen = Signal(object)  # CaseSummary
    task_chosen = Signal(object)  # TaskSummary
    appointment_chosen = Signal(object)  # Appointment or BookingElsewhere
    visit_chosen = Signal(object)  # Visit
    opened = Signal()
    closed = Signal()

    def __init__(
        self,
        services: Services,
        tasks: TaskRunner,
        conversations: Conversations,
        viewing: Viewing,
        actions: tuple[Action, ...],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._services, self._tasks = services, tasks
        self._conversations, self._viewing = conversations, viewing
        self._actions = tuple(actions)
        self._products: tuple[Product, ...] = ()
        self._has_products = False
        self._recent = Recent()
        self._origin = Origin(self)
        self._wanted = ""  # what is typed
        self._shown = Results()  # what the rows stand for
        self._is_whole = True  # and they are all there is for what is typed
        self._error: Exception | None = None  # why they are less than that
        self._begun_at = 0.0
        self._held: Qt.KeyboardModifier | None = None  # Enter was pressed before the results were there
        self._card = PaletteCard(self)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._show_memory)
        self._connect()

    def _connect(self) -> None:
        card = self._card
        card.typed.connect(self._on_typed)
        card.moved.connect(self._on_moved)
        card.current_changed.connect(self._tell_keys)
        card.entered.connect(self._enter)
        card.clicked.connect(self._take)
        card.left.connect(self.dismiss)
        self.pressed.connect(self.dismiss)
        self._viewing.changed.connect(self._on_viewed)
        self._conversations.activated.connect(self._tell_keys)
        self._conversations.changed.connect(self._tell_keys)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)
        theme.notifier().changed.connect(self._on_look_changed)  # after all that is in the card

    # What the window calls

    def set_actions(self, actions: tuple[Action, ...]) -> None:
        """What can be done now; an open palette shows it at once."""
        self._actions = tuple(actions)
        self._again()

    def set_products(self, products: tuple[Product, ...]) -> None:
        """All products, the most asked first; without it the palette reads them itself when it is first opened."""
        self._products, self._has_products = tuple(products), True
        self._again()

    def is_open(self) -> bool:
        return not self.isHidden()

    def recent_people(self) -> tuple[UUID, ...]:
        """Whom an empty field offers, the last looked at first."""
        return tuple(party.id for party in self._recent.at_home((), ()).parties)

    @Slot()
    def forget_people(self) -> None:
        """Who was looked at or found is forgotten: nobody is at the desk, or somebody else sits down."""
        self._recent.forget_people()
        if self.is_open():
            self._again()
        else:
            self._shown, self._error = Results(), None
            self._card.field.clear()
            self._card.show_results(self._shown, None, None)

    @Slot()
    def reveal(self, text: str = "") -> None:
        """Open with `text` in the field; open already, what stands there is selected."""
        field = self._card.field
        if self.is_open():
            field.selectAll()
        else:
            self._origin.remember(self.window().focusWidget())
            self._load_products()
            super().cover()
            self.show()
            self.raise_()
            if field.text() == text:
                self._on_typed(text)
            else:
                field.setText(text)
            self.opened.emit()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def dismiss(self) -> None:
        """Close; focus and caret are back where they were."""
        if self.is_open():
            self._close()
            self._origin.restore()
            self.closed.emit()

    def cover(self) -> None:
        super().cover()
        self._card.settle()

    def _close(self) -> None:
        self._patience.stop()
        self._held, self._wanted = None, ""
        self.hide()

    # Typing

    @Slot(str)
    def _on_typed(self, typed: str) -> None:
        if not self.is_open():
            return
        self._held, self._wanted = None, clean(typed)
        self._begun_at = time.perf_counter()
        if not self._wanted:
            self._patience.stop()
            self._show(self._recent.at_home(self._actions, self._products))
            return
        self._is_whole = False
        services = self._services
        sources = (services.parties, services.cases, services.tasks, services.appointments)
        work = partial(look_up, *sources, self._wanted, services.visits, services.bookings_elsewhere)
        task = self._tasks.run(work, self, key="palette")
        task.succeeded.connect(self._on_found)
        task.failed.connect(partial(self._on_failed, self._wanted))
        self._patience.start()

    @Slot(object)
    def _on_found(self, found: Results) -> None:
        if found.text != self._wanted or not self.is_open():
            return
        self._show(self._with_memory(found))
        milliseconds = max(1, round((time.perf_counter() - self._begun_at) * 1000))
        if self._shown.count:
            self._card.foot.tell(self.tr("%n found in {ms} ms", "", self._shown.count).format(ms=milliseconds))
        self._enter_held()

    def _on_failed(self, text: str, error: Exception) -> None:
        if text == self._wanted and self.is_open():
            self._held = None
            self._show(from_memory(text, self._actions, self._products), error=error)
        if not isinstance(error, Refusal | Outage):
            self._tasks.unhandled.emit(error)

    @Slot()
    def _show_memory(self) -> None:
        """The database takes its time: what is in memory is here, people of the last answer stay until the new ones."""
        old = replace(self._shown, text=self._wanted, more=False) if self._shown.text else Results(self._wanted)
        self._show(self._with_memory(old), is_whole=False)
        self._card.foot.tell(self.tr("searching …"))

    def _with_memory(self, found: Results) -> Results:
        near = from_memory(found.text, self._actions, self._products)
        return replace(found, actions=near.actions, products=near.products)

    def _again(self) -> None:
        """The same text with other actions or products."""
        if self.is_open() and not self._wanted:
            self._show(self._recent.at_home(self._actions, self._products))
        elif self.is_open() and self._is_whole:
            self._show(self._with_memory(self._shown), error=self._error)

    def _show(self, results: Results, *, is_whole: bool = True, error: Exception | None = None) -> None:
        keep = self._card.current() if results.text == self._shown.text else None
        self._shown, self._is_whole, self._error = results, is_whole, error
        if is_whole:
            self._patience.stop()
            self._card.foot.tell("")
        active = self._conversations.active()
        product = active.question.product if active is not None else None
        chosen = product.id if product is not None and not product.is_proposed else None
        self._card.show_results(results, chosen, keep)
        if error is not None:
            self._card.tell_failure(error)
        elif is_whole and results.text and not results.count:
            self._card.tell_nothing_found(results.text)
        else:
            self._card.tell_nothing()
        self._tell_keys()
        self._card.settle()

    # Choosing

    @Slot()
    def _on_moved(self) -> None:
        self._held = None

    @Slot(Qt.KeyboardModifier)
    def _enter(self, modifiers: Qt.KeyboardModifier) -> None:
        key = self._card.current()
        if self._is_whole or (isinstance(key, Action | Product) and self._shown.text == self._wanted):
            self._take(key, modifiers)
        else:
            self._held = modifiers  # the rows are still those of an older text

    def _enter_held(self) -> None:
        """Enter was faster than the answer: go on, but never with one of several people nobody has looked at."""
        held, self._held = self._held, None
        key = self._card.current()
        if held is not None and (not isinstance(key, PartySummary) or len(self._shown.parties) == 1):
            self._take(key, held)

    @Slot(object, Qt.KeyboardModifier)
    def _take(self, key: object, modifiers: Qt.KeyboardModifier) -> None:
        if key is None:
            return
        self.dismiss()
        if isinstance(key, Action):
            self._recent.used(key.id)
            self.action_chosen.emit(key.id)
        elif isinstance(key, Product):
            self.product_chosen.emit(key)
        elif isinstance(key, CaseSummary):
            self.case_chosen.emit(key)
        elif isinstance(key, TaskSummary):
            self.task_chosen.emit(key)
        elif isinstance(key, Appointment | BookingElsewhere):
            self.appointment_chosen.emit(key)
        elif isinstance(key, Visit):
            self.visit_chosen.emit(key)
        elif isinstance(key, PartySummary):
            self._take_party(key, modifiers)

    def _take_party(self, party: PartySummary, modifiers: Qt.KeyboardModifier) -> None:
        self._recent.looked_at(party)
        ongoing = self._conversations.active()
        wants = bool(modifiers & _CONTROL) or (self._attaches() and not modifiers & _SHIFT)
        if ongoing is not None and wants:
            ref = PartyRef(party.id, party.kind, party.title, party.disclosure_restricted)
            self._conversations.put(ongoing.spoken_by(ref))
            self.party_attached.emit(ref)
        else:
            self._viewing.look_at(party.id, party.title)
            self.party_chosen.emit(party.id, party.title)

    def _attaches(self) -> bool:
        """Whether Enter on somebody says who is on the line: nobody knows yet."""
        ongoing = self._conversations.active()
        return ongoing is not None and ongoing.speaker is None

    # What happens around it

    @Slot()
    def _on_look_changed(self) -> None:
        if self.is_open():
            self._card.settle()

    @Slot()
    def _tell_keys(self) -> None:
        has_conversation = self._conversations.active() is not None
        self._card.foot.show_keys(self._card.current(), attaches=self._attaches(), has_conversation=has_conversation)

    @Slot(object)
    def _on_viewed(self, viewed: Viewed) -> None:
        if viewed.overview is not None:
            self._recent.looked_at(summary_of(viewed.overview))

    def _load_products(self) -> None:
        if not self._has_products:
            task = self._tasks.run(self._services.products.all, self, key="products")
            task.succeeded.connect(self.set_products)
            task.failed.connect(self._on_no_products)

    @Slot(object)
    def _on_no_products(self, error: Exception) -> None:
        """Asked for again at the next opening; an outage is told by the search itself."""
        if not isinstance(error, Refusal | Outage):
            self._tasks.unhandled.emit(error)

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Something else in this window took the focus (a call was answered): the palette goes out of the way."""
        if new is None or not self.is_open() or self.isAncestorOf(new) or new.window() is not self.window():
            return
        self._close()
        self._origin.forget()
        self.closed.emit()
