"""What an agent does at the counter: each one move of the store, with the talk along with it. Knows no widget."""

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from kcc_desktop.domain.contacts import IdentityLevel
from kcc_desktop.domain.counter import Arrival, CounterDesk, CounterState, Ticket, TicketState, TicketTaken
from kcc_desktop.domain.counter_commands import CheckIn, LeaveTicket, ServeTicket, TransferTicket
from kcc_desktop.domain.errors import Outage, Refusal
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.ongoing import Ongoing
from kcc_desktop.services.parties import PartyService
from kcc_desktop.ui.counter import choosing
from kcc_desktop.ui.counter.choosing import Target
from kcc_desktop.ui.counter.talk import Served, Talk, serve
from kcc_desktop.ui.counter_store import CounterStore
from kcc_desktop.ui.finishing import Finishing
from kcc_desktop.ui.shared import wording


class Moves(QObject):
    """`said`: what did not happen, as title, sentence and tone; empty words take it away."""

    said = Signal(str, str, str)

    def __init__(
        self,
        store: CounterStore,
        parties: PartyService,
        talk: Talk,
        finishing: Finishing,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store, self._parties, self._talk = store, parties, talk
        self._left: UUID | None = None  # the talk of a ticket that is being sent on, or that went away
        store.moved.connect(self._on_moved)
        store.refused.connect(self._on_refused)
        finishing.refused.connect(self._on_not_recorded)

    # Counters

    def sit(self, picked: object) -> None:
        """At another counter, or what is done with the own one (`choosing`)."""
        mine, counter = self._store.mine(), self._store.counter
        if isinstance(picked, CounterDesk):
            takes_over = picked.agent_id is not None  # its state stands beside it: who picks it means it
            self._do(partial(counter.open_counter, picked.id, takes_over=takes_over))
        elif mine is not None:
            how = {
                choosing.PAUSE: counter.pause_counter,
                choosing.CLOSE: counter.close_counter,
                choosing.OPEN_AGAIN: counter.open_counter,
            }[str(picked)]
            self._do(partial(how, mine.id))

    # Tickets

    def call_next(self, desk: CounterDesk) -> None:
        self._do(partial(self._store.counter.call_next, new_id(), desk.id))

    def call(self, desk: CounterDesk, ticket: Ticket) -> None:
        """Out of turn; who is on hold comes back to the counter where they were."""
        if ticket.state is TicketState.ON_HOLD:
            self._do(partial(self._store.counter.resume, new_id(), ticket.id))
        else:
            self._do(partial(self._store.counter.call, new_id(), desk.id, ticket.id))

    def call_again(self) -> None:
        self._with_called(self._store.counter.call_again)

    def put_back(self) -> None:
        self._with_called(self._store.counter.put_back)

    def not_come(self) -> None:
        self._with_called(self._store.counter.not_come)

    def serve(self, *, is_seen: bool) -> None:
        """Who was called stands at the counter; `is_seen`: with an identity document."""
        ticket = self._store.ticket()
        if ticket is not None and ticket.state is TicketState.CALLED:
            identity = IdentityLevel.DOCUMENT_SEEN if is_seen else IdentityLevel.NOT_ESTABLISHED
            command = ServeTicket(new_id(), ticket.id, new_id(), identity, self._how(identity))
            self._do(partial(serve, self._store.counter, self._parties, command))

    def hold(self, ticket: Ticket) -> None:
        self._do(partial(self._store.counter.hold, new_id(), ticket.id))

    def send_on(self, ticket: Ticket, target: Target) -> None:
        """What was typed travels along; the talk is the colleague's to record."""
        self._left = ticket.conversation_id
        command = TransferTicket(
            new_id(),
            ticket.id,
            target.counter_id,
            product_id=target.product_id,
            location_id=target.location_id,
            note=self._talk.note_of(ticket.conversation_id),
        )
        self._do(partial(self._store.counter.transfer, command))

    def finish(self, ticket: Ticket) -> None:
        self.said.emit("", "", "")
        self._talk.finish(ticket, self._how(ticket.identity))

    # The reception

    def check_in(self, arrival: Arrival, location_id: UUID) -> None:
        command = CheckIn(new_id(), location_id, arrival.appointment_id)
        self._do(partial(self._store.reception.check_in, command))

    def did_not_come(self, arrival: Arrival) -> None:
        self._do(partial(self._store.reception.did_not_come, arrival.appointment_id))

    def leave(self, ticket: Ticket) -> None:
        """They went away without help. What was said at this desk until then is recorded, and says that they did."""
        self._left = ticket.conversation_id
        is_told = self._talk.has_more(ticket)
        talk_id = ticket.conversation_id if is_told and ticket.conversation_id is not None else new_id()
        why = self.tr("Went away without help")
        command = LeaveTicket(new_id(), ticket.id, talk_id, new_id(), why, is_told=is_told)
        self._do(partial(self._store.reception.leave, command))

    def tell_host(self, ticket_id: UUID) -> None:
        self._do(partial(self._store.reception.tell_host, new_id(), ticket_id))

    def collected(self, ticket_id: UUID) -> None:
        self._do(partial(self._store.reception.collected, new_id(), ticket_id))

    # What came of it

    def _do(self, work: Callable[[], object]) -> None:
        self.said.emit("", "", "")
        self._store.do(work)

    def _with_called(self, move: Callable[[UUID, UUID], Ticket]) -> None:
        ticket = self._store.ticket()
        if ticket is not None and ticket.state is TicketState.CALLED:
            self._do(partial(move, new_id(), ticket.id))

    def _how(self, identity: IdentityLevel) -> str:
        seen = self.tr("identity document, at the counter")
        return seen if identity is IdentityLevel.DOCUMENT_SEEN else ""

    @Slot(object)
    def _on_moved(self, outcome: object) -> None:
        left, self._left = self._left, None
        if isinstance(outcome, CounterDesk) and outcome.state is CounterState.CLOSED:
            self._store.end_days()  # the last one out closes the day
        elif isinstance(outcome, Served):
            self._talk.begin(outcome.ticket, outcome.party, self._how(outcome.ticket.identity))
        elif isinstance(outcome, Ticket):
            if outcome.state is TicketState.LEFT and self._talk.of(outcome) is not None:
                self._talk.left(outcome)
            elif outcome.state in (TicketState.WAITING, TicketState.LEFT):
                self._talk.drop(left)
            elif outcome.state in (TicketState.ON_HOLD, TicketState.SERVING):
                self._talk.hold(outcome, on=outcome.state is TicketState.ON_HOLD)

    @Slot(object)
    def _on_refused(self, error: Refusal | Outage) -> None:
        self._left = None
        title, why = wording.sentence(error)
        if isinstance(error, TicketTaken) and error.next_best is not None:
            why = self.tr("{number} is next for you.").format(number=error.next_best.number)
        self.said.emit(title, why, "near")

    @Slot(object, object)
    def _on_not_recorded(self, ongoing: Ongoing, error: Exception) -> None:
        if ongoing.ticket_id is not None and isinstance(error, Refusal | Outage):
            self.said.emit(*wording.sentence(error), "near")
