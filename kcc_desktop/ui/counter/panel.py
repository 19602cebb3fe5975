"""The Balie panel: who is expected, who waits, and my counter, with a key for each move."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.appointments import Appointment
from kcc_desktop.domain.counter import (
    Arrival,
    ArrivalState,
    Ticket,
    TicketState,
)
from kcc_desktop.domain.ongoing import Ongoing
from kcc_desktop.domain.queueing import could_serve
from kcc_desktop.ui.catalogue import Catalogue
from kcc_desktop.ui.conversations import Conversations
from kcc_desktop.ui.counter import choosing, words
from kcc_desktop.ui.counter.arrivals import WIDTH as ARRIVALS
from kcc_desktop.ui.counter.arrivals import Arrivals
from kcc_desktop.ui.counter.choosing import Target
from kcc_desktop.ui.counter.covering import covered, covered_ticket
from kcc_desktop.ui.counter.moves import Moves
from kcc_desktop.ui.counter.my_counter import WIDTH as MINE
from kcc_desktop.ui.counter.my_counter import MyCounter
from kcc_desktop.ui.counter.picking import Picking
from kcc_desktop.ui.counter.printing import Printing
from kcc_desktop.ui.counter.talk import Talk
from kcc_desktop.ui.counter.tickets import Tickets
from kcc_desktop.ui.counter.waiting_room import WaitingRoomWindow
from kcc_desktop.ui.counter.walk_in_form import WalkInForm
from kcc_desktop.ui.counter_store import CounterStore
from kcc_desktop.ui.finishing import Finishing
from kcc_desktop.ui.services import Services
from kcc_desktop.ui.shared import theme
from kcc_desktop.ui.shared.basics import hairline, row
from kcc_desktop.ui.shared.covered import CoveredLine
from kcc_desktop.ui.shared.formatting import day, time
from kcc_desktop.ui.shared.panel import Panel

_MOST_ARRIVALS, _MOST_MINE = 0.28, 0.36
_TICK_MS = 30_000  # waiting goes on while nothing happens
_IS_COMING = frozenset({ArrivalState.EXPECTED, ArrivalState.LATE, ArrivalState.NO_SHOW})


class CounterPanel(Panel):
    def __init__(
        self,
        services: Services,
        tasks: TaskRunner,
        store: CounterStore,
        conversations: Conversations,
        finishing: Finishing,
        catalogue: Catalogue,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__()
        self._services, self._tasks, self._store, self._catalogue = services, tasks, store, catalogue
        self._conversations, self._finishing, self._now = conversations, finishing, now
        self.setAccessibleName(self.tr("Counter"))
        self.talk = Talk(conversations, finishing, now, self)
        self.arrivals = Arrivals()
        self.mine = MyCounter(now)
        self.printing = Printing(store.counter, tasks, self)
        self.room: WaitingRoomWindow | None = None
        self.walk_in_form: WalkInForm | None = None
        self.moves = Moves(store, services.parties, self.talk, finishing, self)
        self.picking = Picking(self)
        self.covered = CoveredLine("counter_reveal")
        self.middle = Tickets(self.covered)
        self.tickets = self.middle.list
        box = row(self.arrivals, hairline(vertical=True), self.middle, hairline(vertical=True), self.mine, gap=0)
        box.setStretch(2, 1)
        self.setLayout(box)
        self._connect()
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(self._on_tick)
        self._tick.start()
        self.follow_theme()
        self._show()

    def _connect(self) -> None:
        self._store.changed.connect(self._show)
        self.moves.said.connect(self.mine.say)
        self.printing.said.connect(self.mine.say)
        self._finishing.recorded.connect(self._on_recorded)
        self._conversations.changed.connect(self._show)
        self.covered.wanted.connect(self.reveal)
        self.arrivals.field.textChanged.connect(self._on_sought)
        self.arrivals.check_in.connect(self._check_in)
        self.arrivals.code.connect(self._look_up)
        self.arrivals.walk_in_wanted.connect(self.walk_in)
        self.arrivals.told.clicked.connect(self.tell_host)
        self.arrivals.collected.clicked.connect(self.collected)
        self.mine.wanted.connect(self.do)
        self.mine.typed.connect(self._on_typed)
        self.tickets.activated.connect(self._on_ticket)
        self.middle.place.clicked.connect(self.choose_place)
        self.middle.room.clicked.connect(self.open_room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window, or with large text, the sides give way and the head stands in two lines."""
        super().resizeEvent(event)
        self._share()

    def restyle(self) -> None:
        self._share()

    def _share(self) -> None:
        whole = self.width()
        self.arrivals.setFixedWidth(min(theme.px(ARRIVALS), int(whole * _MOST_ARRIVALS)))
        self.mine.setFixedWidth(min(theme.px(MINE), int(whole * _MOST_MINE)))
        self.middle.share(whole - self.arrivals.width() - self.mine.width())

    @Slot()
    def _on_tick(self) -> None:
        if self.isVisible():
            self._store.load()

    # What the window asks of a panel

    def slots(self) -> Mapping[str, Callable[[], object]]:
        return {
            "counter_reveal": self.reveal,
            "counter_primary": self.go_on,
            "counter_next": self.call_next,
            "counter_serve": self.serve,
            "counter_serve_unseen": self.serve_unseen,
            "counter_call": self.call_chosen,
            "counter_again": self.moves.call_again,
            "counter_back": self.moves.put_back,
            "counter_not_come": self.not_come,
            "counter_left": self.went_away,
            "counter_hold": self.hold,
            "counter_transfer": self.send_on,
            "counter_check_in": self.focus_check_in,
            "counter_walk_in": self.walk_in,
            "counter_tickets": self.focus_tickets,
            "counter_told": self.tell_host,
            "counter_collected": self.collected,
            "counter_mine": self.choose_counter,
            "counter_place": self.choose_place,
            "counter_print": self.print_ticket,
            "counter_room": self.open_room,
        }

    def why_not(self, name: str) -> str:
        ticket = self._store.ticket()
        if name == "counter_reveal" and self.covered.isHidden():
            return self.tr("nothing is covered")
        if name in _NEEDS_COUNTER and self._store.mine() is None:
            return self.tr("choose your counter first")
        if name in _NEEDS_CALLED and (ticket is None or ticket.state is not TicketState.CALLED):
            return self.tr("call somebody first")
        if name in _NEEDS_CHOSEN and self._chosen() is None and ticket is None:
            return self.tr("choose somebody in the list first")
        return ""

    def come_forward(self) -> None:
        self._store.load()
        self._store.end_days()

    def cover(self) -> None:
        """Nobody is at the desk: no name is in sight, of who comes, waits or is served. The note stays, as any note."""
        self.picking.close()
        self.arrivals.field.clear()
        if self.walk_in_form is not None:
            self.walk_in_form.put_away()
        self.covered.show()
        self._show()

    @Slot()
    def reveal(self) -> None:
        """Somebody is here again."""
        self.covered.hide()
        self._show()
        self.focus_home()

    @Slot(str)
    def _on_sought(self, typed: str) -> None:
        """Whoever looks for somebody by name or code has them before the counter."""
        if typed and not self.covered.isHidden():
            self.covered.hide()
            self._show()

    def home(self) -> QWidget:
        return self.mine.note if self.mine.note.isVisible() else self.tickets

    def later(self) -> bool:
        if self.walk_in_form is not None and self.walk_in_form.isVisible():
            self.walk_in_form.put_away()
            return True
        if self.picking.close():
            return True
        if self.arrivals.field.text():
            self.arrivals.field.clear()
            self.focus_home()
            return True
        return False

    @Slot(str)
    def do(self, name: str) -> None:
        """What a button at my counter stands for."""
        if name == "counter_finish":
            self.finish()
        else:
            self.slots()[name]()

    # My counter

    @Slot()
    def go_on(self) -> None:
        """Call the next one, help, finish: what the button says."""
        self.do(self.mine.action)

    @Slot()
    def call_next(self) -> None:
        desk = self._store.mine()
        if desk is None:
            self.choose_counter()
        else:
            self.moves.call_next(desk)

    @Slot()
    def call_chosen(self) -> None:
        desk, chosen = self._store.mine(), self._chosen()
        if desk is None:
            self.choose_counter()
        elif chosen is not None:
            self.moves.call(desk, chosen)

    @Slot()
    def serve(self) -> None:
        self.moves.serve(is_seen=True)

    @Slot()
    def serve_unseen(self) -> None:
        self.moves.serve(is_seen=False)

    @Slot()
    def not_come(self) -> None:
        """Who was called and is not there; else who is expected, is late and did not come."""
        arrival = self.arrivals.chosen()
        if self._store.ticket() is None and arrival is not None and arrival.state is ArrivalState.LATE:
            self.moves.did_not_come(arrival)
        else:
            self.moves.not_come()

    @Slot()
    def went_away(self) -> None:
        """Asks who it is, by number and name: whoever went away is not called again, and their appointment is off.

        A row of the list stays current while one works at the counter: the list is meant only when it has the focus.
        """
        mine = self._store.ticket()
        gone = (self._chosen() if mine is None or self.tickets.hasFocus() else None) or mine
        board = self._store.board
        if gone is not None and board is not None:
            rows = [words.ticket_row(gone, None, board.now)]
            self.picking.open(self.mine.place, self.tr("Went away without help?"), rows, self._on_gone)

    @Slot()
    def hold(self) -> None:
        """Who is served waits; else who is on hold and chosen comes back."""
        served, chosen, desk = self._served(), self._chosen(), self._store.mine()
        if served is not None:
            self.moves.hold(served)
        elif chosen is not None and desk is not None and chosen.state is TicketState.ON_HOLD:
            self.moves.call(desk, chosen)

    @Slot()
    def finish(self) -> None:
        served = self._served()
        if served is not None:
            self.moves.finish(served)

    @Slot()
    def send_on(self) -> None:
        board = self._store.board
        if board is not None and self._served() is not None:
            products, places = self._catalogue.products, self._store.locations
            rows = choosing.targets(board, self._store.mine(), products, places)
            self.picking.open(self.mine.buttons["counter_transfer"], self.tr("Send on to"), rows, self._on_target)

    @Slot()
    def choose_counter(self) -> None:
        board = self._store.board
        if board is not None:
            rows = choosing.own_counter(board, self._store.mine())
            self.picking.open(self.mine.place, self.tr("My counter"), rows, self._on_counter)

    # The reception

    @Slot()
    def focus_check_in(self) -> None:
        self.arrivals.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.arrivals.field.selectAll()

    @Slot()
    def focus_tickets(self) -> None:
        self.middle.focus_list()

    @Slot()
    def walk_in(self) -> None:
        if self._store.board is None:
            return
        if self.walk_in_form is None:
            self.walk_in_form = WalkInForm(self.arrivals, self._services, self._tasks, self._catalogue)
            self.walk_in_form.saved.connect(self._on_issued)
        self.walk_in_form.begin(self._store.board)

    @Slot()
    def tell_host(self) -> None:
        self._with_visitor(self.moves.tell_host)

    @Slot()
    def collected(self) -> None:
        self._with_visitor(self.moves.collected)

    @Slot()
    def choose_place(self) -> None:
        rows = choosing.locations(self._store.locations)
        self.picking.open(self.middle.place, self.tr("Location"), rows, self._on_location)

    @Slot()
    def open_room(self) -> None:
        """A window of its own, for the screen on the wall."""
        board = self._store.board
        if board is None:
            return
        if self.room is None:
            self.room = WaitingRoomWindow(self._store.counter, self._tasks, board.location_id, self._now, self.window())
        self.room.show_location(board.location_id)
        self.room.show()
        self.room.activateWindow()

    @Slot()
    def print_ticket(self) -> None:
        """The chosen ticket on paper, or the one at my counter."""
        ticket = self._chosen() or self._store.ticket()
        if ticket is not None:
            self.printing.make(ticket.id)

    # What came of it

    @Slot(object)
    def _on_target(self, picked: object) -> None:
        ticket = self._store.ticket()
        if ticket is not None and isinstance(picked, Target):
            self.moves.send_on(ticket, picked)

    @Slot(object)
    def _on_gone(self, picked: object) -> None:
        gone = self._store.board.ticket(picked) if self._store.board is not None else None
        if gone is not None:
            self.moves.leave(gone)

    @Slot(object)
    def _on_counter(self, picked: object) -> None:
        self.moves.sit(picked)

    @Slot(object)
    def _on_location(self, picked: object) -> None:
        if isinstance(picked, UUID):
            self._store.choose_location(picked)

    @Slot(object, object)
    def _on_recorded(self, ongoing: Ongoing, _recorded: object) -> None:
        if ongoing.ticket_id is not None and self.isVisible():
            self.tickets.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_issued(self, ticket: Ticket) -> None:
        title = self.tr("{number} is for them").format(number=ticket.number)
        self.mine.say(title, "", "good")
        self._store.load()

    def _with_visitor(self, move: Callable[[UUID], None]) -> None:
        arrival, chosen = self.arrivals.chosen(), self._chosen()
        ticket_id = arrival.ticket_id if arrival is not None else chosen.id if chosen is not None else None
        if ticket_id is not None:
            move(ticket_id)

    @Slot(object)
    def _check_in(self, arrival: Arrival) -> None:
        board = self._store.board
        if board is not None and arrival.state in _IS_COMING:
            self.arrivals.field.clear()
            self.moves.check_in(arrival, board.location_id)

    @Slot(str)
    def _look_up(self, typed: str) -> None:
        """A code of another day or another location: where and when they are expected."""
        task = self._tasks.run(partial(self._services.appointments.find, typed), self, key="counter_code")
        task.succeeded.connect(self._on_found)

    @Slot(object)
    def _on_found(self, found: Appointment | None) -> None:
        if found is None:
            self.mine.say(self.tr("No appointment by that code or name"), self.tr("Give them a ticket without one."))
            return
        words_of = self.tr("{day} at {time}, {place}").format(
            day=day(found.starts_at), time=time(found.starts_at), place=found.location
        )
        self.mine.say(self.tr("They are expected elsewhere, or on another day"), words_of)

    @Slot(QModelIndex)
    def _on_ticket(self, _index: QModelIndex) -> None:
        self.call_chosen()

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self.talk.type(self._store.ticket(), text)

    # Showing

    def _served(self) -> Ticket | None:
        ticket = self._store.ticket()
        return ticket if ticket is not None and ticket.state is TicketState.SERVING else None

    def _chosen(self) -> Ticket | None:
        return self.middle.chosen(self._store.board)

    @Slot()
    def _show(self) -> None:
        board, desk, ticket = self._store.board, self._store.mine(), self._store.ticket()
        if board is not None and not self.covered.isHidden():
            board = covered(board)
            ticket = covered_ticket(ticket) if ticket is not None else None
        self.middle.show_board(board, has_others=len(self._store.locations) > 1)
        if board is None:
            self.mine.show_counter(None, None, "", 0)
            return
        self.arrivals.show_board(board)
        calls = [one for one in board.waiting if desk is not None and could_serve(desk, one)]
        was_hidden = not self.mine.note.isVisible()
        note = self.talk.note_of(ticket.conversation_id if ticket is not None else None)
        self.mine.show_counter(desk, ticket, note, len(calls))
        if was_hidden and self.isVisible() and self.mine.note.isVisibleTo(self):
            self.mine.focus_note()


_NEEDS_COUNTER = frozenset({"counter_next", "counter_call"})
_NEEDS_CALLED = frozenset({"counter_serve", "counter_serve_unseen", "counter_again", "counter_back"})
_NEEDS_CHOSEN = frozenset({"counter_call", "counter_left", "counter_print"})
