"""The middle column of the Contact screen: everything that went before with whoever is shown, in one list.

Puts the parts together: the reader fills the model, the view shows it, a row opens in place, the forms lie above.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.agents import Agent, Permission
from kcc_desktop.domain.contacts import LookedUp
from kcc_desktop.domain.timeline import EntryKind
from kcc_desktop.ui.catalogue import Catalogue
from kcc_desktop.ui.conversations import Conversations
from kcc_desktop.ui.services import Services
from kcc_desktop.ui.shared import keys, theme
from kcc_desktop.ui.shared.basics import KeyHint, Layer, column, heading, row
from kcc_desktop.ui.timeline.arranging import Arranging
from kcc_desktop.ui.timeline.card import KEYS
from kcc_desktop.ui.timeline.changing import Changing
from kcc_desktop.ui.timeline.delegate import TimelineDelegate, measures
from kcc_desktop.ui.timeline.forms import Forms
from kcc_desktop.ui.timeline.model import TimelineModel
from kcc_desktop.ui.timeline.narrowing import Narrowing
from kcc_desktop.ui.timeline.opening import Opening
from kcc_desktop.ui.timeline.places import Places
from kcc_desktop.ui.timeline.reader import Phase, TimelineReader
from kcc_desktop.ui.timeline.rows import EntryRow, Tail, TailRow
from kcc_desktop.ui.timeline.seeking import Seeking
from kcc_desktop.ui.timeline.sheet import Act
from kcc_desktop.ui.timeline.states import OldNotice, States
from kcc_desktop.ui.timeline.talking import Talking
from kcc_desktop.ui.timeline.view import TimelineView
from kcc_desktop.ui.timeline.words import Words
from kcc_desktop.ui.viewing import Viewed, Viewing


class TimelineColumn(Layer):
    """Follows whoever is shown. `to_note` and `attach` say what the agent wants of an opened row; `attach` has been
    done already."""

    to_note = Signal(str)
    attach = Signal(object)  # LookedUp
    search_wanted = Signal()

    def __init__(
        self,
        services: Services,
        tasks: TaskRunner,
        conversations: Conversations,
        viewing: Viewing,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
        *,
        catalogue: Catalogue | None = None,
    ) -> None:
        super().__init__("surface")
        self.setParent(parent)
        self.setAccessibleName(self.tr("All contacts"))
        self._services, self._tasks = services, tasks
        self._conversations, self._viewing = conversations, viewing
        self._catalogue = catalogue or self._own_catalogue()
        self.words = Words(self._catalogue)
        self.model = TimelineModel(self.words.spoken, self)
        self.delegate = TimelineDelegate(self.words, self)
        self.view = TimelineView(self.model, self.delegate, self.tr("All contacts, the newest first"))
        self.reader = TimelineReader(services.timeline, tasks, self.model, now, self)
        self.opening = Opening(services, tasks, self.view, self.words, now, self)
        self._talking = Talking(conversations, viewing, self.reader, self.opening, self)
        self._narrowing = Narrowing(self.reader, self.view, self.delegate, self._catalogue, self)
        self.chips, self.search = self._narrowing.chips, self._narrowing.search
        self._places = Places(conversations, self.reader, self.view, self._narrowing, self)
        self._seeking = Seeking(self.reader, self.model, self)
        self.states = States(self.reader)
        self.forms = Forms(services, tasks, self._catalogue, self)
        self._changing = Changing(self, self.forms, self.opening, self.reader, viewing)
        self._arranging = Arranging(self, self.forms, self.opening, self._seeking, conversations, viewing)
        self._notice = OldNotice()
        self._lay_out()
        self._connect()
        self._ask_who()
        self._on_viewed(viewing.now())

    # What the keys of the window call

    @Slot()
    def focus_list(self) -> None:
        """To the list; where there is none, to what can be done about that."""
        button = self.states.first_button()
        if self.view.isVisible():
            self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif button is not None:
            button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def open_search(self) -> None:
        """To the field that searches in here."""
        self._narrowing.open_search()

    @Slot()
    def cover(self) -> None:
        """Nobody is at the desk: a confidential contact that was laid open folds again."""
        self._talking.unfold(None)

    @Slot()
    def put_in_note(self) -> None:
        self.opening.do(Act.TO_NOTE)

    @Slot()
    def attach_opened(self) -> None:
        self.opening.do(Act.ATTACH)

    @Slot()
    def correct_opened(self) -> None:
        self.opening.do(Act.CORRECT)

    @Slot()
    def move_opened(self) -> None:
        self.opening.do(Act.MOVE)

    def open_entry(self, party_id: UUID, kind: EntryKind, object_id: UUID) -> None:
        """Open that entry of this party's timeline, as soon as it is here and however old it is."""
        self._seeking.seek(party_id, kind, object_id)

    @Slot()
    def read_again(self) -> None:
        """Once more, after something was away; the card that could not be read either."""
        if self._viewing.now().error is not None:
            self._viewing.reload()
        if self._viewing.now().overview is not None:
            self.reader.read_again()

    @Slot()
    def clear_filter(self) -> None:
        """Everything again: chips off, nothing sought."""
        self._narrowing.clear()
        self.focus_list()

    @Slot()
    def reword(self) -> None:
        """The lists came, or the language changed."""
        self.words.forget()
        self.chips.reword()
        self.model.retell()

    # Making it

    def _own_catalogue(self) -> Catalogue:
        services = self._services
        made = Catalogue(services.products, services.contacts, services.colleagues, services.work, self._tasks, self)
        made.load()
        return made

    def _lay_out(self) -> None:
        self._chip_line = row(self.chips, self._narrowing.button, gap=theme.S)
        self._chip_line.setStretch(0, 1)
        self._chip_line.setAlignment(self._narrowing.button, Qt.AlignmentFlag.AlignTop)
        self._head = column(
            heading(self.tr("All contacts"), KeyHint(keys.shown("timeline"))),
            self._chip_line,
            self.search,
            self._notice,
            gap=theme.M,
        )
        box = column(self._head, self.view, self.states, gap=0)
        box.setStretch(1, 1)
        box.setStretch(2, 1)
        self.setLayout(box)

    def _connect(self) -> None:
        self._viewing.changed.connect(self._on_viewed)
        self._conversations.activated.connect(self._on_activated)
        self._talking.told.connect(self._show_state)
        self._catalogue.changed.connect(self.reword)
        self.reader.changed.connect(self._show_state)
        self.model.dataChanged.connect(self._follow_opened)
        self.model.rowsRemoved.connect(self._follow_opened)
        self.model.modelReset.connect(self._follow_opened)
        self.view.pressed_row.connect(self._on_pressed)
        self.view.left.connect(self.step_back)
        self._narrowing.narrowed.connect(self._show_state)
        self._seeking.narrowed.connect(self._show_state)
        self._seeking.found.connect(self._on_sought)
        self.search.to_list.connect(self._to_found)
        self.search.closed.connect(self.focus_list)
        self.states.search_wanted.connect(self.search_wanted)
        self.states.filter_off.connect(self.clear_filter)
        self.states.again.connect(self.read_again)
        self._notice.again.connect(self.read_again)
        # Queued: a row may close in the middle of a change of rows.
        self.opening.closed.connect(self._talking.fold_closed, Qt.ConnectionType.QueuedConnection)
        self.opening.to_note.connect(self.to_note)
        self.opening.attach.connect(self._on_attach)
        self.forms.closed.connect(self.focus_list)

    def _ask_who(self) -> None:
        task = self._tasks.run(self._services.agents.me, self)
        task.succeeded.connect(self._on_agent)
        task.failed.connect(self._on_no_agent)

    # Following

    @Slot(object)
    def _on_viewed(self, viewed: Viewed) -> None:
        active = self._conversations.active()
        key = (active.id if active is not None else None, viewed.party_id)
        if self._places.is_here(key):
            self._places.stay(key)
            self.reader.follow(viewed)
        else:
            self._places.leave()
            self.opening.close()
            self.forms.hide_open()
            self.view.go_to_top()
            if viewed.party_id != self.reader.party_id:
                self._talking.forget()
                self.words.forget()
            self.reader.follow(viewed)
            self._places.come(key)
        self._talking.follow()

    @Slot()
    def _on_activated(self) -> None:
        """Two conversations with one citizen: nobody else is shown, and each has its own place."""
        self._on_viewed(self._viewing.now())

    @Slot()
    def _show_state(self) -> None:
        """The list, or what stands in its place."""
        reader = self.reader
        needed = self.states.is_needed(self.chips.names(), self.model.rowCount())
        had_focus = self.view.hasFocus()
        self.states.setVisible(needed)
        self.view.setVisible(not needed)
        if needed and had_focus:
            self.focus_list()
        self._notice.tell(reader.error if reader.phase is Phase.READY and not needed else None)
        self._narrowing.follow()

    @Slot()
    def _follow_opened(self) -> None:
        row_open = self.opening.row
        if row_open is None:
            return
        number = self.model.place_of(row_open.key)
        found = self.model.row_at(number) if number >= 0 else None
        self.opening.follow(found if isinstance(found, EntryRow) else None)

    # What the agent does

    @Slot(object)
    def _on_pressed(self, pressed: object) -> None:
        if isinstance(pressed, EntryRow):
            self._toggle(pressed)
        elif isinstance(pressed, TailRow) and pressed.tail is Tail.FAILED:
            self.reader.load_more()

    @Slot(object)
    def _on_sought(self, sought: EntryRow) -> None:
        index = self.model.index(self.model.place_of(sought.key), 0)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)
        if not self.opening.is_open(sought.key):
            self._toggle(sought)
        self.focus_list()

    def _toggle(self, pressed: EntryRow) -> None:
        if self.opening.is_open(pressed.key):
            self.opening.close()
            return
        self.opening.open(replace(pressed, is_folded=False), self.reader.wanted.text)
        if pressed.is_folded:
            self._talking.unfold(pressed.entry.id)

    @Slot()
    def step_back(self) -> bool:
        """Close what was opened last: a form, the row, the search, the filter. False when there is nothing to close."""
        if self.forms.close_open():
            return True
        return self.opening.close() or self._narrowing.step_back()

    @Slot()
    def _to_found(self) -> None:
        if self.view.isVisible():
            self.view.choose_first()
        self.focus_list()

    @Slot(object)
    def _on_attach(self, thing: LookedUp) -> None:
        active = self._conversations.active()
        if active is not None:
            self._conversations.put(active.looking_at(thing))
        self.attach.emit(thing)

    @Slot(object)
    def _on_agent(self, agent: Agent) -> None:
        self.opening.allow(correcting=agent.may(Permission.CORRECT_CONTACT), planning=agent.may(Permission.PLAN))
        self._talking.set_agent(agent.name)

    @Slot(object)
    def _on_no_agent(self, _error: Exception) -> None:
        """Their name is missing from one row then; what they may do the services say."""

    # Room and keys

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        pad = measures(self.width()).pad
        self._head.setContentsMargins(pad, theme.L, pad if pad < theme.XL else theme.L, theme.S)
        self.states.set_pad(pad)
        self.forms.settle(self.rect())

    def event(self, event: QEvent) -> bool:
        # The window has keys of its own for Escape and for the actions: in here they belong to what is open.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._has_use_for(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act_of(event)
        if act is not None and self.opening.do(act):
            return
        if event.key() == Qt.Key.Key_Escape and self.step_back():
            return
        super().keyPressEvent(event)

    def _has_use_for(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            return self.forms.is_open() or self.opening.row is not None or self._narrowing.is_on()
        return self._act_of(event) in self.opening.acts()

    def _act_of(self, event: QKeyEvent) -> Act | None:
        pressed = QKeySequence(event.keyCombination())
        return next((act for act, name in KEYS.items() if keys.of(name) == pressed), None)
