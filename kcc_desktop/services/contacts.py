"""Use cases of conversations and contacts. Each call is one transaction."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from kcc_desktop.data import contact_changes, contact_reads, counter_writes, doors, party_reads, work_writes
from kcc_desktop.data import contact_writes as writes
from kcc_desktop.data.database import Database, Look, Work
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.contact_commands import (
    AnsweredWork,
    AuthorityNeeded,
    ContactChanged,
    ConversationRecorded,
    CorrectContact,
    MoveContact,
    ReasonNeeded,
    RecordConversation,
)
from kcc_desktop.domain.contacts import Channel, ContactDetail, Outcome, OutcomeNeeds, ParticipantRole
from kcc_desktop.domain.errors import NotFound
from kcc_desktop.domain.handovers import with_callbacks
from kcc_desktop.domain.notes import clean, line
from kcc_desktop.domain.parties import PartyKind
from kcc_desktop.domain.promises import callback_due
from kcc_desktop.domain.recording import LONGEST_AUTHORITY, check_timeline, check_timelines, cleaned, parties_of
from kcc_desktop.domain.work import CloseWork, WorkOutcome

LONGEST_REASON = 300


class ContactService:
    """`due`: when a callback is due that nobody named a moment for, from the end of the conversation."""

    def __init__(self, database: Database, due: Callable[[datetime], datetime] = callback_due) -> None:
        self._database = database
        self._due = due

    def channels(self) -> tuple[Channel, ...]:
        return self._database.read(lambda look: contact_reads.channels(look.connection))

    def outcomes(self) -> tuple[Outcome, ...]:
        return self._database.read(lambda look: contact_reads.outcomes(look.connection))

    def record(self, command: RecordConversation) -> ConversationRecorded:
        """Record the conversation with all its contacts and tasks, once, however often it is submitted.

        A handover that nobody answered becomes a callback; a visit to the counter ends with its talk. Refuses with
        NotAllowed, NotFound (a party that is not there), AuthorityNeeded (an outcome that names no authority),
        WrongTimeline and InvalidValue.
        """
        command = cleaned(command)
        whole = with_callbacks(
            command, self._due
        )  # before the transaction: it may read the calendar for the first time

        def work(unit: Work) -> ConversationRecorded:
            # First of all, so that whatever is refused was not recorded: it may come back under the same contacts' ids.
            before = writes.recorded_before(unit.connection, command)
            if before is not None:
                return before
            unit.agent.require(Permission.RECORD_CONTACT)
            needs = {outcome.code: outcome.needs for outcome in contact_reads.outcomes(unit.connection)}
            for contact in command.contacts:
                _check_outcome(contact.outcome_code, contact.authority, needs)
            check_timelines(command, party_reads.kinds(unit.connection, parties_of(command)))
            recorded = writes.record(unit, whole, writes.digest(command))
            if command.work is not None:
                _answer(unit, command.work)
            unit.audit("record", "conversation", command.id)
            unit.changed("conversation", command.id)
            if command.ticket_id is not None:
                _finish_ticket(unit, command, command.ticket_id)
            for party_id in recorded.party_ids:
                unit.changed("party", party_id)
            return recorded

        return self._database.write(work)

    def recorded_among(self, conversation_ids: frozenset[UUID]) -> frozenset[UUID]:
        """Those that are recorded already: a draft of one of them was left by a program that died too early."""
        return self._database.read(lambda look: contact_reads.recorded_among(look.connection, conversation_ids))

    def open(self, contact_id: UUID) -> ContactDetail:
        """The contact in its newest version; NotFound also when it is not this agent's to see. Audited, both."""

        def work(unit: Work) -> ContactDetail | None:
            unit.agent.require(Permission.READ_CONTACT)
            detail = contact_reads.detail(Look(unit.connection, unit.agent, unit.now), contact_id)
            if detail is not None:
                unit.audit("open", "contact", contact_id)
            elif doors.is_contact(unit.connection, contact_id):
                unit.audit("open", "contact", contact_id, result="refused")
            return detail

        # Not from within: a refusal that is raised there takes its line back.
        found = self._database.write(work)
        if found is None:
            raise NotFound
        return found

    def correct(self, command: CorrectContact) -> int:
        """Add a corrected version; answers its number. The same correction twice is once.

        Refuses with ReasonNeeded, NotFound, AuthorityNeeded, and with ContactChanged when a colleague
        corrected it after `based_on`.
        """
        command = replace(
            command,
            reason=_reason(command.reason),
            summary=clean(command.summary),
            note=clean(command.note),
            authority=line(command.authority, "authority", LONGEST_AUTHORITY),
        )

        def work(unit: Work) -> int:
            unit.agent.require(Permission.CORRECT_CONTACT)
            party_id = self._visible(unit, command.contact_id).party_id
            needs = {outcome.code: outcome.needs for outcome in contact_reads.outcomes(unit.connection)}
            _check_outcome(command.outcome_code, command.authority, needs)
            newest = contact_changes.newest_version(unit, command.contact_id)
            before = contact_changes.corrected_before(unit, command)
            if before is not None:
                return before
            if newest != command.based_on:
                raise ContactChanged
            version = contact_changes.correct(unit, command, party_id)
            unit.audit("correct", "contact", command.contact_id)
            unit.changed("contact", command.contact_id)
            if party_id is not None:
                unit.changed("party", party_id)
            return version

        return self._database.write(work)

    def move(self, command: MoveContact) -> None:
        """Put the contact on the right citizen: it leaves the wrong timeline with its tasks and
        appointments.

        So does what was refused in it. Moving twice with the same id is once. Refuses with ReasonNeeded, NotFound, and
        with WrongTimeline where a resident's and a company's timeline would mix.
        """
        command = replace(command, reason=_reason(command.reason))

        def work(unit: Work) -> None:
            unit.agent.require(Permission.CORRECT_CONTACT)
            if contact_changes.moved_before(unit, command.id):
                return
            _check_move(unit, self._visible(unit, command.contact_id), command.into_party_id)
            was = contact_changes.move(unit, command)
            unit.audit("move", "contact", command.contact_id)
            unit.changed("contact", command.contact_id)
            for party_id in (was, command.into_party_id):
                if party_id is not None:
                    unit.changed("party", party_id)

        self._database.write(work)

    @staticmethod
    def _visible(unit: Work, contact_id: UUID) -> ContactDetail:
        detail = contact_reads.detail(Look(unit.connection, unit.agent, unit.now), contact_id)
        if detail is None:
            raise NotFound
        return detail


def _answer(unit: Work, answered: AnsweredWork) -> None:
    """The item of work that was called about; who closed or took it meanwhile was first, and the talk took place.

    So it did where this move was made before: the item is then as that left it.
    """
    is_done = CloseWork(answered.move_id, answered.task_id, WorkOutcome.ANSWERED)
    if not unit.agent.may(Permission.WORK):
        return
    was_made = work_writes.task_of_move(unit, answered.move_id) is not None
    if answered.closes and not was_made and work_writes.close(unit, is_done):
        unit.audit("close", "task", answered.task_id)
    else:
        work_writes.say_calling(unit, answered.task_id, calls=False)
    unit.changed("task", answered.task_id)


def _reason(text: str) -> str:
    """Refuses with ReasonNeeded when there is none."""
    said = line(text, "reason", LONGEST_REASON)
    if not said:
        raise ReasonNeeded
    return said


def _check_move(unit: Work, contact: ContactDetail, into: UUID | None) -> None:
    """A company whose call was noted as a resident's may be another company: it takes the speaker's place."""
    if into is None:
        return
    kinds = party_reads.kinds(unit.connection, {into, contact.party_id or into})
    if into not in kinds:
        raise NotFound
    speakers = {one.party_id for one in contact.participants if one.role is ParticipantRole.SPEAKER}
    was_company = contact.party_id is not None and kinds[contact.party_id] is PartyKind.ORGANISATION
    check_timeline(contact.capacity, kinds[into], is_speaker=into in speakers or was_company)


def _finish_ticket(unit: Work, command: RecordConversation, ticket_id: UUID) -> None:
    """What was said is kept in any case, also when the ticket ended meanwhile: it expired, or they walked away."""
    outcome = command.contacts[0].outcome_code if command.contacts else ""
    began_as = command.began_as or command.id
    if counter_writes.finish(unit, ticket_id, began_as, command.id, outcome, command.identity):
        unit.audit("finish", "ticket", ticket_id)
        unit.changed("ticket", ticket_id)


def _check_outcome(code: str, authority: str, needs: dict[str, OutcomeNeeds]) -> None:
    if code not in needs:
        raise NotFound
    if needs[code] is OutcomeNeeds.AUTHORITY and not authority.strip():
        raise AuthorityNeeded
