"""What is asked of the counter: a ticket, a check-in, helping somebody, sending on, going away. Knows no table."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kcc_desktop.domain.appointments import UnlessReason
from kcc_desktop.domain.contact_commands import RecordConversation
from kcc_desktop.domain.contacts import (
    Capacity,
    Confidentiality,
    ContactDraft,
    ContactKind,
    Direction,
    IdentityLevel,
    MunicipalRole,
    Participant,
    ParticipantRole,
)
from kcc_desktop.domain.counter import CHANNEL, LEFT, DigitalOffer, Need, Ticket, TicketLine


@dataclass(frozen=True, slots=True)
class IssueTicket:
    """Somebody came without an appointment; the id becomes the ticket's. Everything but the location may be unknown."""

    id: UUID
    location_id: UUID
    lines: tuple[TicketLine, ...] = ()
    name: str = ""
    party_id: UUID | None = None
    needs: frozenset[Need] = frozenset()
    goes_first: bool = False  # for accessibility or on medical grounds
    language: str = "nld"
    unless: UnlessReason | None = None
    digital_offer: DigitalOffer | None = None
    host_id: UUID | None = None  # the counter of the colleague they come for
    note: str = ""


@dataclass(frozen=True, slots=True)
class CheckIn:
    """Somebody with an appointment is here; the id becomes the ticket's."""

    id: UUID
    location_id: UUID
    appointment_id: UUID
    needs: frozenset[Need] = frozenset()
    goes_first: bool = False


@dataclass(frozen=True, slots=True)
class ServeTicket:
    """They stand at the counter, and who they are was seen. `conversation_id`: the talk that begins with it."""

    id: UUID
    ticket_id: UUID
    conversation_id: UUID
    identity: IdentityLevel = IdentityLevel.NOT_ESTABLISHED
    identity_how: str = ""


@dataclass(frozen=True, slots=True)
class TransferTicket:
    """To who can do it: one counter, a skill, a product, or another location. `note` travels along."""

    id: UUID
    ticket_id: UUID
    counter_id: UUID | None = None
    skill: str = ""
    product_id: UUID | None = None
    location_id: UUID | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class LeaveTicket:
    """They went away without being served. `contact_id`: what stands on their timeline, if it is known whose.

    `is_told`: a talk with them says so, and is recorded by the desk where it is; nothing else stands on their timeline.
    """

    id: UUID
    ticket_id: UUID
    conversation_id: UUID
    contact_id: UUID
    reason: str = ""
    is_told: bool = False


def left_talk(ticket: Ticket, command: LeaveTicket, now: datetime) -> RecordConversation:
    """What is recorded of a visit that ended without help."""
    is_open = ticket.secrecy is Confidentiality.OPEN
    enforcement = ticket.secrecy is Confidentiality.ENFORCEMENT
    return RecordConversation(
        id=command.conversation_id,
        channel_code=CHANNEL,
        direction=Direction.INBOUND,
        started_at=ticket.created_at,
        ended_at=now,
        capacity=Capacity.RESIDENT,
        identity=ticket.identity,
        identity_how="",
        language=ticket.language,
        participants=(Participant(ParticipantRole.SPEAKER, ticket.party_id, ""),),
        contacts=(
            ContactDraft(
                id=command.contact_id,
                kind=ContactKind.QUESTION,
                outcome_code=LEFT,
                summary=command.reason,
                note="",
                party_id=ticket.party_id,
                product_id=ticket.asked,
                municipal_role=MunicipalRole.ENFORCEMENT if enforcement else MunicipalRole.SERVICE,
                is_confidential=not is_open,
            ),
        ),
        wait_seconds=max(0, int((now - ticket.created_at).total_seconds())),
    )
