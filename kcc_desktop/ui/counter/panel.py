"""The Balie panel: who is expected, who waits, and my counter, with a key for each move."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, QTimer, Slot
from PySide6.QtWidgets import QWidget

from kcc_desktop.background.tasks import TaskRunner
from kcc_desktop.domain.appointments import Appointment
from kcc_desktop.domain.contacts import IdentityLevel
from kcc_desktop.domain.counter import (
    Arrival,
    ArrivalState,
    Board,
    CounterDesk,
    CounterState,
    Ticket,
    TicketState,
    TicketTaken,
)
from kcc_desktop.domain.counter_commands import CheckIn, LeaveTicket, ServeTicket, TransferTicket
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.ongoing import Ongoing
from kcc_desktop.domain.queueing import could_serve
from kcc_desktop.ui.catalogue import Catalogue
from kcc_desktop.ui.conversations import Conversations
from kcc_desktop.ui.counter import choosing, words
from kcc_desktop.ui.counter.arrivals import Arrivals
from kcc_desktop.ui.counter.choosing import Target
from kcc_desktop.ui.counter.my_counter import MyCounter
from kcc_desktop.ui.counter.printing import Printing
from kcc_desktop.ui.counter.talk import Served, Talk, serve
from kcc_desktop.ui.counter.waiting_room import WaitingRoomWindow
from kcc_desktop.ui.counter.walk_in_form import WalkInForm
from kcc_desktop.ui.counter_store import CounterStore
from kcc_desktop.ui.finishing import Finishing
from kcc_desktop.ui.services import Services
from kcc_desktop.ui.shared import keys, theme, wording
from kcc_desktop.ui.shared.basics import Layer, Text, column, hairline, row
from kcc_desktop.ui.shared.buttons import Button
from kcc_desktop.ui.shared.cards import Message
from kcc_desktop.ui.shared.formatting import day, time
from kcc_desktop.ui.shared.panel import Panel
from kcc_desktop.ui.shared.picker import Picker
from kcc_desktop.ui.shared.rows import Row, row_list

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
        self._picker: Picker | None = None
        self._all: list[Row] = []  # of the picker, before it is narrowed
        self._left: UUID | None = None  # the talk of a ticket that is being sent on
        self._make_middle()
        box = row(self.arrivals, hairline(vertical=True), self._middle, hairline(vertical=True), self.mine, gap=0)
        box.setStretch(2, 1)
        self.setLayout(box)
        self._connect()
        self._tick = QTimer(self, interval=_TICK_MS)
        self._tick.timeout.connect(store.load)
        self._tick.start()
        self.follow_theme()
        self._show()

    def _make_middle(self) -> None:
        self._title = Text("", theme.TITLE, strong=True, elided=True)
        self._summary = Text("", tone="muted", elided=True)
        self._place = Button(self.tr("Location"), icon="map-pin", keys=keys.shown("counter_place"))
        self._room = Button(self.tr("Waiting room"), icon="monitor", keys=keys.shown("counter_room"))
        self.tickets = row_list(self.tr("Tickets"), [], pad=theme.M, fit=False)
        self._nobody = Message("users", self.tr("Nobody waits"), self.tr("Who is checked in, stands here."))
        head = row(column(self._title, self._summary, gap=0), self._place, self._room, gap=theme.S)
        head.setStretch(0, 1)
        top = column(head, self._nobody, gap=theme.L, margins=(theme.XL, theme.L, theme.XL, theme.S))
        below = column(self.tickets, margins=(theme.M, 0, theme.M, theme.M))
        box = column(top, below, gap=0)
        box.setStretch(1, 1)
        self._middle = Layer("surface", box, self.tr("Tickets"))

    def _connect(self) -> None:
        self._store.changed.connect(self._show)
        self._store.moved.connect(self._on_moved)
        self._store.refused.connect(self._on_refused)
        self.printing.said.connect(self.mine.say)
        self._finishing.refused.connect(self._on_not_recorded)
        self._finishing.recorded.connect(self._on_recorded)
        self._conversations.changed.connect(self._show)
        self.arrivals.check_in.connect(self._check_in)
        self.arrivals.code.connect(self._look_up)
        self.arrivals.walk_in_wanted.connect(self.walk_in)
        self.arrivals.told.clicked.connect(self.tell_host)
        self.arrivals.collected.clicked.connect(self.collected)
        self.mine.wanted.connect(self.do)
        self.mine.typed.connect(self._on_typed)
        self.tickets.activated.connect(self._on_ticket)
        self._place.clicked.connect(self.choose_place)
        self._room.clicked.connect(self.open_room)

    # What the window asks of a panel

    def slots(self) -> Mapping[str, Callable[[], object]]:
        return {
            "counter_primary": self.go_on,
            "counter_next": self.call_next,
            "counter_serve": self.serve,
            "counter_serve_unseen": self.serve_unseen,
            "counter_call": self.call_chosen,
            "counter_again": self.call_again,
            "counter_back": self.put_back,
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
        if name in _NEEDS_COUNTER and self._store.mine() is None:
            return self.tr("choose your counter first")
        if name in _NEEDS_CALLED and (ticket is None or ticket.state is not TicketState.CALLED):
            return self.tr("call somebody first")
        if name in _NEEDS_CHOSEN and self._chosen() is None and ticket is None:
            return self.tr("choose somebody in the list first")
        return ""

    def come_forward(self) -> None:
        self._store.load()

    def home(self) -> QWidget:
        return self.mine.note if self.mine.note.isVisible() else self.tickets

    def later(self) -> bool:
        if self.walk_in_form is not None and self.walk_in_form.isVisible():
            self.walk_in_form.put_away()
            return True
        if self._picker is not None and self._picker.isVisible():
            self._picker.close_unpicked()
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
            return
        self._move(partial(self._store.counter.call_next, new_id(), desk.id))

    @Slot()
    def call_chosen(self) -> None:
        """Out of turn; who is on hold here comes back to the counter."""
        desk, chosen = self._store.mine(), self._chosen()
        if chosen is None:
            return
        if desk is None:
            self.choose_counter()
        elif chosen.state is TicketState.ON_HOLD:
            self._resume(chosen)
        else:
            self._move(partial(self._store.counter.call, new_id(), desk.id, chosen.id))

    @Slot()
    def serve(self) -> None:
        self._serve(IdentityLevel.DOCUMENT_SEEN)

    @Slot()
    def serve_unseen(self) -> None:
        self._serve(IdentityLevel.NOT_ESTABLISHED)

    @Slot()
    def call_again(self) -> None:
        self._with_called(self._store.counter.call_again)

    @Slot()
    def put_back(self) -> None:
        self._with_called(self._store.counter.put_back)

    @Slot()
    def not_come(self) -> None:
        """Who was called and is not there; else who is expected and did not come."""
        arrival = self.arrivals.chosen()
        if self._store.ticket() is None and arrival is not None and arrival.state in (ArrivalState.LATE,):
            self._move(partial(self._store.reception.did_not_come, arrival.appointment_id))
        else:
            self._with_called(self._store.counter.not_come)

    @Slot()
    def went_away(self) -> None:
        chosen = self._chosen() or self._store.ticket()
        if chosen is not None:
            reason = self.tr("Went away without help")
            command = LeaveTicket(new_id(), chosen.id, new_id(), new_id(), reason)
            self._left = chosen.conversation_id
            self._move(partial(self._store.reception.leave, command))

    @Slot()
    def hold(self) -> None:
        ticket, chosen = self._store.ticket(), self._chosen()
        if ticket is not None and ticket.state is TicketState.SERVING:
            self._move(partial(self._store.counter.hold, new_id(), ticket.id))
        elif chosen is not None and chosen.state is TicketState.ON_HOLD:
            self._resume(chosen)

    @Slot()
    def finish(self) -> None:
        ticket = self._store.ticket()
        if ticket is not None and ticket.state is TicketState.SERVING:
            self.mine.say("", "")
            self.talk.finish(ticket, self._how(ticket.identity))

    @Slot()
    def send_on(self) -> None:
        board, ticket = self._store.board, self._store.ticket()
        if board is None or ticket is None or ticket.state is not TicketState.SERVING:
            return
        self._pick(self.mine.buttons["counter_transfer"], self.tr("Send on to"), self._targets(), self._on_target)

    @Slot()
    def choose_counter(self) -> None:
        board = self._store.board
        if board is not None:
            rows = choosing.own_counter(board, self._store.mine())
            self._pick(self.mine.place, self.tr("My counter"), rows, self._on_counter)

    # The reception

    @Slot()
    def focus_check_in(self) -> None:
        self.arrivals.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.arrivals.field.selectAll()

    @Slot()
    def focus_tickets(self) -> None:
        self.tickets.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if self._chosen() is None:
            self.tickets.choose(0)

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
        self._with_visitor(self._store.reception.tell_host)

    @Slot()
    def collected(self) -> None:
        self._with_visitor(self._store.reception.collected)

    @Slot()
    def choose_place(self) -> None:
        self._pick(self._place, self.tr("Location"), choosing.locations(self._store.locations), self._on_location)

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

    # Moves

    def _move(self, work: Callable[[], object]) -> None:
        self.mine.say("", "")
        self._store.do(work)

    def _with_called(self, move: Callable[[UUID, UUID], Ticket]) -> None:
        ticket = self._store.ticket()
        if ticket is not None and ticket.state is TicketState.CALLED:
            self._move(partial(move, new_id(), ticket.id))

    def _with_visitor(self, move: Callable[[UUID, UUID], Ticket]) -> None:
        arrival, chosen = self.arrivals.chosen(), self._chosen()
        ticket_id = arrival.ticket_id if arrival is not None else chosen.id if chosen is not None else None
        if ticket_id is not None:
            self._move(partial(move, new_id(), ticket_id))

    def _resume(self, ticket: Ticket) -> None:
        self._move(partial(self._store.counter.resume, new_id(), ticket.id))

    def _serve(self, identity: IdentityLevel) -> None:
        ticket = self._store.ticket()
        if ticket is None or ticket.state is not TicketState.CALLED:
            return
        command = ServeTicket(new_id(), ticket.id, new_id(), identity, self._how(identity))
        self._move(partial(serve, self._store.counter, self._services.parties, command))

    def _how(self, identity: IdentityLevel) -> str:
        seen = self.tr("identity document, at the counter")
        return seen if identity is IdentityLevel.DOCUMENT_SEEN else ""

    # Picking

    def _pick(self, anchor: QWidget, name: str, rows: list[Row], then: Callable[[object], None]) -> None:
        if self._picker is not None:
            self._picker.hide()
            self._picker.deleteLater()
        self._picker = Picker(self.window(), name, name)
        self._picker.picked.connect(then)
        self._picker.typed.connect(self._on_narrowed)
        self._all = rows
        self._picker.open_at(anchor, rows, nothing=self.tr("Nothing by that name"))

    @Slot(str)
    def _on_narrowed(self, typed: str) -> None:
        if self._picker is not None:
            self._picker.set_rows([one for one in self._all if choosing.fits(one.title, typed)])

    def _targets(self) -> list[Row]:
        board = self._store.board
        if board is None:
            return []
        return choosing.targets(board, self._store.mine(), self._catalogue.products, self._store.locations)

    @Slot(object)
    def _on_counter(self, picked: object) -> None:
        mine, counter = self._store.mine(), self._store.counter
        if isinstance(picked, CounterDesk):
            takes_over = picked.agent_id is not None  # its state stands beside it: who picks it means it
            self._move(partial(counter.open_counter, picked.id, takes_over=takes_over))
        elif mine is not None:
            how = {
                choosing.PAUSE: counter.pause_counter,
                choosing.CLOSE: counter.close_counter,
                choosing.OPEN_AGAIN: counter.open_counter,
            }[str(picked)]
            self._move(partial(how, mine.id))

    @Slot(object)
    def _on_target(self, picked: object) -> None:
        ticket = self._store.ticket()
        if ticket is None or not isinstance(picked, Target):
            return
        self._left = ticket.conversation_id
        command = TransferTicket(
            new_id(),
            ticket.id,
            picked.counter_id,
            product_id=picked.product_id,
            location_id=picked.location_id,
            note=self.talk.note_of(ticket.conversation_id),
        )
        self._move(partial(self._store.counter.transfer, command))

    @Slot(object)
    def _on_location(self, picked: object) -> None:
        if isinstance(picked, UUID):
            self._store.choose_location(picked)

    # What came of it

    @Slot(object)
    def _on_moved(self, outcome: object) -> None:
        left, self._left = self._left, None
        if isinstance(outcome, Served):
            self.talk.begin(outcome.ticket, outcome.party, self._how(outcome.ticket.identity))
        elif isinstance(outcome, Ticket):
            if outcome.state in (TicketState.WAITING, TicketState.LEFT):
                self.talk.drop(left)
            elif outcome.state in (TicketState.ON_HOLD, TicketState.SERVING):
                self.talk.hold(outcome, on=outcome.state is TicketState.ON_HOLD)

    @Slot(object)
    def _on_refused(self, error: Refusal | Outage) -> None:
        self._left = None
        title, why = wording.sentence(error)
        if isinstance(error, TicketTaken) and error.next_best is not None:
            why = self.tr("{number} is next for you.").format(number=error.next_best.number)
        self.mine.say(title, why)

    @Slot(object, object)
    def _on_not_recorded(self, ongoing: Ongoing, error: Exception) -> None:
        if ongoing.ticket_id is not None and isinstance(error, Refusal | Outage):
            self.mine.say(*wording.sentence(error))

    @Slot(object, object)
    def _on_recorded(self, ongoing: Ongoing, _recorded: object) -> None:
        if ongoing.ticket_id is not None and self.isVisible():
            self.tickets.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_issued(self, ticket: Ticket) -> None:
        title = self.tr("{number} is for them").format(number=ticket.number)
        self.mine.say(title, "", "good")
        self._store.load()

    @Slot(object)
    def _check_in(self, arrival: Arrival) -> None:
        board = self._store.board
        if board is not None and arrival.state in _IS_COMING:
            self.arrivals.field.clear()
            self._move(
                partial(self._store.reception.check_in, CheckIn(new_id(), board.location_id, arrival.appointment_id))
            )

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

    def _chosen(self) -> Ticket | None:
        chosen, board = self.tickets.current_row(), self._store.board
        return board.ticket(chosen.key) if board is not None and chosen is not None else None

    @Slot()
    def _show(self) -> None:
        board, desk, ticket = self._store.board, self._store.mine(), self._store.ticket()
        self._place.setVisible(len(self._store.locations) > 1)
        if board is None:
            self._title.setText(self.tr("Counter"))
            self._nobody.set_message("bank", self.tr("There are no counters"), self.tr("Add them under Settings."))
            self.mine.show_counter(None, None, "", 0)
            return
        self.arrivals.show_board(board)
        self._title.setText(board.location)
        self._summary.setText(self._summed_up(board))
        self._nobody.set_message("users", self.tr("Nobody waits"), self.tr("Who is checked in, stands here."))
        self._nobody.setVisible(not board.tickets)
        self.tickets.set_rows(self._rows(board))
        calls = [one for one in board.waiting if desk is not None and could_serve(desk, one)]
        was_hidden = self.mine.note.isHidden() or not self.mine.note.isVisible()
        self.mine.show_counter(desk, ticket, self.talk.note_of(ticket.conversation_id if ticket else None), len(calls))
        if was_hidden and self.isVisible() and self.mine.note.isVisibleTo(self):
            self.mine.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rows(self, board: Board) -> list[Row]:
        waiting = [words.ticket_row(one, board.estimates.get(one.id), board.now) for one in board.waiting]
        others = [one for one in board.tickets if one.state is not TicketState.WAITING]
        rows = waiting
        if others:
            rows += [Row(self.tr("At a counter"), heading=True)]
            rows += [words.ticket_row(one, None, board.now) for one in others]
        return rows

    def _summed_up(self, board: Board) -> str:
        waiting = board.waiting
        said = self.tr("%n waiting", "", len(waiting))
        if waiting:
            longest = int((board.now - min(one.created_at for one in waiting)).total_seconds() // 60)
            said = self.tr("{waiting} · longest {minutes} min").format(waiting=said, minutes=longest)
        is_open = sum(one.state is CounterState.OPEN for one in board.counters)
        counters = self.tr("%n counter(s) open", "", is_open)
        return f"{said} · {counters}"


_NEEDS_COUNTER = frozenset({"counter_next", "counter_call"})
_NEEDS_CALLED = frozenset({"counter_serve", "counter_serve_unseen", "counter_again", "counter_back"})
_NEEDS_CHOSEN = frozenset({"counter_call", "counter_left", "counter_print"})
