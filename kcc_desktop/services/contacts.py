"""Use cases of conversations and contacts. Each call is one transaction."""

from uuid import UUID

from kcc_desktop.data import contact_reads
from kcc_desktop.data import contact_writes as writes
from kcc_desktop.data.database import Database, Look, Work
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.contacts import (
    AuthorityNeeded,
    Channel,
    ContactDetail,
    ContactDraft,
    ConversationRecorded,
    Outcome,
    OutcomeNeeds,
    RecordConversation,
)
from kcc_desktop.domain.errors import NotFound


class ContactService:
    def __init__(self, database: Database) -> None:
        self._database = database

    def channels(self) -> tuple[Channel, ...]:
        return self._database.read(lambda look: contact_reads.channels(look.connection))

    def outcomes(self) -> tuple[Outcome, ...]:
        return self._database.read(lambda look: contact_reads.outcomes(look.connection))

    def record(self, command: RecordConversation) -> ConversationRecorded:
        """Record the conversation with all its contacts and tasks, once, however often it is submitted.

        Refuses with NotAllowed, AuthorityNeeded (an outcome that names no authority).
        """

        def work(unit: Work) -> ConversationRecorded:
            unit.agent.require(Permission.RECORD_CONTACT)
            before = writes.recorded_before(unit.connection, command)
            if before is not None:
                return before
            needs = {outcome.code: outcome.needs for outcome in contact_reads.outcomes(unit.connection)}
            for contact in command.contacts:
                _check(contact, needs)
            recorded = writes.record(unit, command)
            unit.audit("record", "conversation", command.id)
            unit.changed("conversation", command.id)
            for party_id in recorded.party_ids:
                unit.changed("party", party_id)
            return recorded

        return self._database.write(work)

    def open(self, contact_id: UUID) -> ContactDetail:
        """The contact in its newest version; NotFound also when it is not this agent's to see. Audited."""

        def work(unit: Work) -> ContactDetail:
            unit.agent.require(Permission.READ_CONTACT)
            detail = contact_reads.detail(Look(unit.connection, unit.agent, unit.now), contact_id)
            if detail is None:
                raise NotFound
            unit.audit("open", "contact", contact_id)
            return detail

        return self._database.write(work)


def _check(contact: ContactDraft, needs: dict[str, OutcomeNeeds]) -> None:
    if contact.outcome_code not in needs:
        raise NotFound
    if needs[contact.outcome_code] is OutcomeNeeds.AUTHORITY and not contact.authority.strip():
        raise AuthorityNeeded
