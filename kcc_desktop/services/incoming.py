"""Use cases of what arrives by itself: every connector comes in by this door. Each call is one transaction."""

from uuid import UUID

from kcc_desktop.data import (
    arrival_matches,
    arrival_reads,
    arrival_writes,
    contact_reads,
    contact_writes,
    doors,
    party_reads,
)
from kcc_desktop.data.database import Database, Look, Work
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.contact_commands import RecordConversation
from kcc_desktop.domain.contacts import (
    Capacity,
    ContactDraft,
    ContactKind,
    Direction,
    IdentityLevel,
    Participant,
    ParticipantRole,
    TaskWish,
)
from kcc_desktop.domain.errors import InvalidValue, NotFound
from kcc_desktop.domain.incoming import (
    Arrival,
    AttachmentFile,
    AttachmentRules,
    IncomingConversation,
    MatchedBy,
    OtherContent,
    Received,
    fitting,
)
from kcc_desktop.domain.local_time import local_day
from kcc_desktop.domain.parties import PartyKind
from kcc_desktop.domain.promises import OFFICE_WEEK, Week
from kcc_desktop.domain.recording import check_timelines, cleaned
from kcc_desktop.domain.work import TaskKind
from kcc_desktop.domain.work_imports import AHEAD

_OUTCOME = "task"  # what every arrival leaves to be done


class IncomingService:
    """`hours`: when this office is open, by which norms are counted. `rules`: which files are kept."""

    def __init__(
        self,
        database: Database,
        hours: Week = OFFICE_WEEK,
        rules: AttachmentRules = AttachmentRules(),  # noqa: B008 (frozen)
    ) -> None:
        self._database, self._hours, self._rules = database, hours, rules

    def receive(self, incoming: IncomingConversation) -> Received:
        """A conversation with one contact, and an item in its queue since it arrived; once, however often it comes.

        On the timeline of whom every detail names, and who is alive; else on nobody's, for a person to decide. Only
        a verified identity establishes who it is. Refuses with NotAllowed, OtherContent and InvalidValue.
        """
        incoming = fitting(incoming)
        content = contact_writes.digest(incoming)

        def work(unit: Work) -> Received:
            unit.agent.require(Permission.RECORD_CONTACT)
            before = doors.arrived(unit.connection, incoming.id)
            if before is not None:
                if before.content_digest != content:
                    raise OtherContent
                return Received(incoming.id, incoming.task_id, before.reference, before.matches, is_new=False)
            if incoming.channel_code not in {one.code for one in contact_reads.channels(unit.connection)}:
                raise InvalidValue("channel", "unknown")
            if incoming.arrived_at > unit.now + AHEAD:
                raise InvalidValue("arrived_at", "ahead")
            party_id, matches, matched_by = _match(unit, incoming)
            command = self._command(unit, incoming, party_id)
            recorded = contact_writes.record(unit, command, content, came_at=incoming.arrived_at)
            arrival_writes.put_arrival(unit, incoming, matched_by, matches, self._rules)
            unit.audit("receive", "conversation", incoming.id)
            unit.changed("conversation", incoming.id)
            unit.changed("task", incoming.task_id)
            if party_id is not None:
                unit.changed("party", party_id)
            return Received(incoming.id, incoming.task_id, recorded.task_references[0], matches, party_id)

        return self._database.write(work)

    def _command(self, unit: Work, incoming: IncomingConversation, party_id: UUID | None) -> RecordConversation:
        sender = incoming.sender
        product_id = arrival_writes.product_of(unit, incoming.product)
        queue = arrival_writes.destination(unit, product_id, incoming.language)
        kinds = party_reads.kinds(unit.connection, {party_id} if party_id is not None else set())
        is_company = PartyKind.ORGANISATION in kinds.values()
        text = "\n\n".join(part for part in (incoming.subject, incoming.text) if part)
        # As for all work that came from no talk at the desk: a callback where there is a number to call.
        kind = TaskKind.CALLBACK if sender.phone else TaskKind.TASK
        wish = TaskWish(
            incoming.task_id,
            kind,
            None,
            text,
            sender.phone,
            queue.norm.runs_out(incoming.arrived_at, self._hours),
            queue_code=queue.queue_code,
        )
        contact = ContactDraft(
            incoming.contact_id,
            ContactKind.QUESTION,
            _OUTCOME,
            text,
            "",
            party_id,
            product_id=product_id,
            tasks=(wish,),
        )
        level = sender.verified.level if sender.verified is not None else IdentityLevel.NOT_ESTABLISHED
        command = RecordConversation(
            incoming.id,
            incoming.channel_code,
            Direction.INBOUND,
            incoming.arrived_at,
            incoming.arrived_at,
            Capacity.FOR_ORGANISATION if is_company else Capacity.RESIDENT,
            level,
            incoming.source if sender.verified is not None else "",
            incoming.language,
            external_id=incoming.outside_id,
            participants=(Participant(ParticipantRole.SPEAKER, party_id, sender.name),),
            contacts=(contact,),
        )
        check_timelines(command, kinds)
        return cleaned(command)

    def arrival(self, contact_id: UUID) -> Arrival | None:
        """How a contact arrived; None for what somebody at a desk recorded. Refuses with NotFound."""

        def work(look: Look) -> Arrival | None:
            look.agent.require(Permission.READ_CONTACT)
            contact = contact_reads.detail(look, contact_id)
            if contact is None:
                raise NotFound
            return arrival_reads.of_contact(look, contact_id, contact.party_id)

        return self._database.read(work)

    def attachment(self, attachment_id: UUID) -> AttachmentFile:
        """What is in a file that came along; audited. NotFound also when it was not kept, or is not this agent's to
        see.
        """

        def work(unit: Work) -> AttachmentFile | None:
            unit.agent.require(Permission.READ_CONTACT)
            look = Look(unit.connection, unit.agent, unit.now)
            contact_id = arrival_reads.contact_of(look, attachment_id)
            is_seen = contact_id is not None and contact_reads.detail(look, contact_id) is not None
            found = arrival_reads.file(look, attachment_id) if is_seen else None
            unit.audit("open", "attachment", attachment_id, result="done" if found is not None else "refused")
            return found

        # Not from within: a refusal that is raised there takes its line back.
        found = self._database.write(work)
        if found is None:
            raise NotFound
        return found


def _match(unit: Work, incoming: IncomingConversation) -> tuple[UUID | None, int, MatchedBy]:
    """Whose it is, how many it may be of, and by what they were found. Who died writes no more: a person decides."""
    connection, verified = unit.connection, incoming.sender.verified
    if verified is not None:
        everybody = arrival_matches.of_identity(connection, verified)
        one = next(iter(everybody)) if len(everybody) == 1 else None
    else:
        one, everybody = arrival_matches.of_details(connection, incoming.sender, local_day(unit.now))
    if one is not None and arrival_matches.is_deceased(connection, one):
        one = None
    by = MatchedBy.IDENTITY if verified is not None else MatchedBy.DETAILS
    return one, len(everybody), by if everybody else MatchedBy.NOTHING
