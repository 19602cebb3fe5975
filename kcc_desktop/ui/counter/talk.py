"""The talk that belongs to a ticket: begun by serving, kept like any conversation, finished with the ticket.

Knows no widget. What is typed is on disk within a second, and the Contact panel shows the same talk.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Slot

from kcc_desktop.domain.contacts import Confidentiality, IdentityLevel, MunicipalRole
from kcc_desktop.domain.counter import CHANNEL, LEFT, Ticket
from kcc_desktop.domain.counter_commands import ServeTicket
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.ongoing import ANSWERED, Ongoing, PartyRef, ProductRef, Question, begin
from kcc_desktop.services.counter import CounterService
from kcc_desktop.services.parties import PartyService
from kcc_desktop.ui.conversations import Conversations
from kcc_desktop.ui.finishing import Finishing


@dataclass(frozen=True, slots=True)
class Served:
    """Who stands at the counter now, as far as it is known."""

    ticket: Ticket
    party: PartyRef | None


def serve(counter: CounterService, parties: PartyService, command: ServeTicket) -> Served:
    """Off the main thread: helping begins, and whose card it is."""
    ticket = counter.serve(command)
    if ticket.party_id is None:
        return Served(ticket, None)
    known = parties.summary(ticket.party_id)
    return Served(ticket, PartyRef(known.id, known.kind, known.title, known.disclosure_restricted))


class Talk(QObject):
    """One for the panel."""

    def __init__(
        self,
        conversations: Conversations,
        finishing: Finishing,
        now: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._conversations, self._finishing, self._now = conversations, finishing, now
        self._over: set[UUID] = set()  # finished at this desk; the board may not know yet
        finishing.recorded.connect(self._on_over)
        finishing.kept.connect(self._on_over)

    def of(self, ticket: Ticket | None) -> Ongoing | None:
        """The talk of this ticket at this desk; None when there is none."""
        if ticket is None or ticket.conversation_id is None:
            return None
        return self._conversations.get(ticket.conversation_id)

    def begin(self, ticket: Ticket, party: PartyRef | None, how: str) -> None:
        """In front, with who it is, what for, and how it was seen who they are."""
        if ticket.conversation_id is None or self.of(ticket) is not None:
            return
        ongoing = begin(
            ticket.conversation_id,
            new_id(),
            CHANNEL,
            self._now(),
            ticket_id=ticket.id,
            language=ticket.language,
            speaker=party,
            wait_seconds=_waited(ticket),
        )
        if ticket.identity is not IdentityLevel.NOT_ESTABLISHED:
            ongoing = ongoing.established(ticket.identity, how)
        self._conversations.start(ongoing.with_question(**_question(ticket)))

    def type(self, ticket: Ticket | None, text: str) -> None:
        ongoing = self.of(ticket)
        if ongoing is not None and ongoing.question.summary != text:
            self._conversations.put(ongoing.with_question(summary=text, caret=len(text)))

    def hold(self, ticket: Ticket, *, on: bool) -> None:
        ongoing = self.of(ticket)
        if ongoing is not None:
            now = self._now()
            self._conversations.put(ongoing.on_hold(now) if on else ongoing.resumed(now))

    def finish(self, ticket: Ticket, how: str) -> None:
        """Records it, and with it ends the ticket; begun again first when another desk served them.

        Nothing when it was finished here already: what was said is recorded, or waits for the database.
        """
        talk_id = ticket.conversation_id
        if talk_id is not None and (talk_id in self._over or self._finishing.is_kept(talk_id)):
            return
        self.begin(ticket, None, how)
        if ticket.conversation_id is not None:
            self._finishing.finish(ticket.conversation_id)

    def has_more(self, ticket: Ticket) -> bool:
        """Whether something was said at this desk besides what the ticket came with."""
        ongoing = self.of(ticket)
        if ongoing is None:
            return False
        first, *others = ongoing.questions
        begun = Question(first.id, **_question(ticket))
        is_same = replace(first, caret=0, looked_up=()) == replace(begun, caret=0)
        return not is_same or not all(question.is_empty for question in others)

    def left(self, ticket: Ticket) -> None:
        """They went away in the middle of it: it is recorded as such."""
        ongoing = self.of(ticket)
        if ongoing is not None:
            self._conversations.put(ongoing.with_question(outcome_code=LEFT))
            self._finishing.finish(ongoing.id)

    def note_of(self, conversation_id: UUID | None) -> str:
        ongoing = self._conversations.get(conversation_id) if conversation_id is not None else None
        return ongoing.question.summary if ongoing is not None else ""

    def drop(self, conversation_id: UUID | None) -> None:
        """What was said travels along with the ticket: the colleague's talk records it."""
        if conversation_id is not None:
            self._conversations.end(conversation_id)

    @Slot(object)
    def _on_over(self, ongoing: Ongoing) -> None:
        if ongoing.ticket_id is not None:
            self._over.add(ongoing.id)


def _waited(ticket: Ticket) -> int:
    called = ticket.called_at or ticket.created_at
    return max(0, int((called - ticket.created_at).total_seconds()))


def _question(ticket: Ticket) -> dict[str, Any]:
    """What is filled in already: the product, the note that travelled along, and how confidential it is."""
    line = next((one for one in ticket.lines if one.product_id == ticket.asked), None)
    is_enforcement = ticket.secrecy is Confidentiality.ENFORCEMENT
    return {
        "product": ProductRef(line.product_id, line.product) if line is not None else None,
        "outcome_code": "" if line is not None else ANSWERED,
        "summary": ticket.note,
        "caret": len(ticket.note),
        "is_confidential": ticket.secrecy is Confidentiality.CONFIDENTIAL,
        "municipal_role": MunicipalRole.ENFORCEMENT if is_enforcement else MunicipalRole.SERVICE,
    }
