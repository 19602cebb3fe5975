"""Turns the invented municipality into rows: one method per thing, each writing all the rows that belong to it.

What a desk's writes keep true is kept true here as well: the timeline entry beside the thing it shows, the numbers of
tasks and cases in the order in which they came.
"""

from collections.abc import Iterable, Iterator
from hashlib import sha256

from kcc_desktop.data.bulk import BulkLoad
from kcc_desktop.data.cases import CasePartyRow, CaseRow, CaseStepRow, ContactCaseRow
from kcc_desktop.data.contacts import (
    AnonymousCountRow,
    ContactRow,
    ContactTextRow,
    ConversationRow,
    HandoverRow,
    HandoverTextRow,
    ParticipantRow,
    TimelineEntryRow,
)
from kcc_desktop.data.work import TaskNumberRow, TaskRow, TaskTextRow, WorkEventRow, WorkEventTextRow
from kcc_desktop.demo.calendar import MINUTE
from kcc_desktop.demo.happened import Handled, Promise, Told
from kcc_desktop.demo.party_ledger import PartyLedger
from kcc_desktop.demo.work import Dealer, Dealt
from kcc_desktop.domain.work import GENERAL_QUEUE

_DONE = (GENERAL_QUEUE, None, None, 0, None, 0)  # the columns of work that is closed


class Ledger(PartyLedger):
    """Writes into the sheets of one load. Tasks and cases are kept until `close`, which numbers them."""

    def __init__(self, load: BulkLoad, dealer: Dealer, ids: Iterator[bytes]) -> None:
        super().__init__(load)
        self._dealer, self._ids = dealer, ids
        sheet = load.sheet
        self._load = load
        self._promises: list[Promise] = []
        self._cases: list[Handled] = []
        self._asked_about: dict[bytes, list[bytes]] = {}  # contacts by the case, which is written last
        self._conversation = sheet(
            ConversationRow,
            "id channel_code direction started_at ended_at recorded_at recorded_by capacity identity "
            "identity_how language caller_number wait_seconds hold_seconds content_digest",
        )
        self._participant = sheet(ParticipantRow, "conversation_id position role party_id name")
        self._contact = sheet(
            ContactRow,
            "id conversation_id position party_id occurred_at recorded_at recorded_by owner_cluster_id "
            "kind outcome_code authority product_id municipal_role confidentiality place",
        )
        self._said = sheet(ContactTextRow, "contact_id version summary note")
        self._handover = sheet(HandoverRow, "id contact_id kind state colleague_id")
        self._handed_note = sheet(HandoverTextRow, "handover_id note")
        self._count = sheet(AnonymousCountRow, "id at agent_id channel_code product_id")
        self._entry = sheet(
            TimelineEntryRow, "party_id at object_id kind channel_code confidentiality owner_cluster_id"
        )
        self._case = sheet(
            CaseRow,
            "id reference case_type description status started_on decide_by ended_on handler department result",
        )
        self._step = sheet(CaseStepRow, "case_id ordinal name reached_on")
        self._part = sheet(CasePartyRow, "case_id party_id role")
        self._about_case = sheet(ContactCaseRow, "contact_id case_id")
        self._task = sheet(
            TaskRow,
            "id reference kind state contact_id party_id owner_colleague_id product_id due_at "
            "created_at created_by closed_at queue_code taken_by taken_at attempts next_try_at moves channel_code",
        )
        self._work_event = sheet(WorkEventRow, "task_id number id move queue_code next_try_at at actor_id")
        self._work_note = sheet(WorkEventTextRow, "event_id task_id text")
        self._explained = sheet(TaskTextRow, "task_id phone explanation")
        self._number = sheet(TaskNumberRow, "year last")

    def told(self, told: Told, party_id: bytes | None, speakers: Iterable[tuple[str, bytes | None, str]]) -> None:
        """A recorded conversation with its one contact; `speakers`: role, party and name of who was there."""
        self._conversation.add(
            (
                told.id,
                told.channel,
                told.direction,
                told.started_at,
                told.ended_at,
                told.ended_at,
                told.agent_id,
                told.capacity,
                told.identity,
                told.identity_how,
                told.language,
                told.caller_number,
                told.wait_seconds,
                told.hold_seconds,
                sha256(told.id).hexdigest(),
            )
        )
        for position, (role, who, name) in enumerate(speakers):
            self._participant.add((told.id, position, role, who, name))
        self._contact.add(
            (
                told.contact_id,
                told.id,
                0,
                party_id,
                told.started_at,
                told.ended_at,
                told.agent_id,
                told.cluster_id,
                told.kind,
                told.outcome,
                told.authority,
                told.product_id,
                told.role,
                told.secrecy,
                told.place,
            )
        )
        self._said.add((told.contact_id, 1, told.summary, told.note))
        if told.handed is not None:
            id_, how, colleague_id = told.handed
            self._handover.add((id_, told.contact_id, how, "answered", colleague_id))
            self._handed_note.add((id_, told.note or told.summary))
        if party_id is not None:
            self._entry.add(
                (party_id, told.started_at, told.contact_id, "contact", told.channel, told.secrecy, told.cluster_id)
            )

    def counted(self, id_: bytes, at: int, agent_id: bytes, channel: str, product_id: bytes) -> None:
        """An anonymous question that nobody has to do anything for."""
        self._count.add((id_, at, agent_id, channel, product_id))

    def promise(self, promise: Promise) -> None:
        self._promises.append(promise)

    def case(self, case: Handled) -> None:
        self._cases.append(case)

    def about(self, contact_id: bytes, case_id: bytes) -> None:
        self._asked_about.setdefault(case_id, []).append(contact_id)

    def close(self) -> None:
        """Number what is numbered in the order in which it came, and write each name of the index once."""
        self.write_words()
        self._number_promises()
        self._number_cases()

    def _number_promises(self) -> None:
        last: dict[int, int] = {}
        self._come_at_night()
        for one in sorted(self._promises, key=lambda promise: (promise.created_at, promise.id)):
            number = last[one.year] = last.get(one.year, 0) + 1
            dealt = self._dealer.deal(one) if one.state == "open" else None
            self._task.add(
                (
                    one.id,
                    f"T{one.year}-{number:06d}",
                    one.kind,
                    one.state,
                    one.contact_id,
                    one.party_id,
                    one.owner_id,
                    one.product_id,
                    dealt.due_at if dealt else one.due_at,
                    one.created_at,
                    one.agent_id,
                    one.closed_at,
                    *(self._at_work(one.id, dealt) if dealt else _DONE),
                    one.channel or None,
                )
            )
            self._explained.add((one.id, one.phone, one.explanation))
            self._entry.add((one.party_id, one.created_at, one.id, "task", "", one.secrecy, one.cluster_id))
            self._load.flush_when_full()
        for year, number in last.items():
            self._number.add((year, number))

    def _at_work(self, task_id: bytes, dealt: Dealt) -> tuple[object, ...]:
        """The columns of what is open, with its last move."""
        if dealt.taken_by is not None:
            self._work_event.add(
                (task_id, 1, next(self._ids), "taken", dealt.queue_code, None, dealt.taken_at, dealt.taken_by)
            )
        elif dealt.next_try_at is not None:
            event, at = next(self._ids), dealt.next_try_at - 90 * MINUTE
            self._work_event.add(
                (task_id, 1, event, "not_reached", dealt.queue_code, dealt.next_try_at, at, self._dealer.colleague())
            )
            if dealt.tried:
                self._work_note.add((event, task_id, dealt.tried))
        moves = int(dealt.taken_by is not None or dealt.attempts > 0)
        taken = (dealt.taken_by, dealt.taken_at)
        return (dealt.queue_code, *taken, dealt.attempts, dealt.next_try_at, moves)

    def _come_at_night(self) -> None:
        """What was sent while the office was closed, by residents who are waiting for something anyway."""
        waiting = [one for one in self._promises if one.state == "open" and not one.is_told]
        for sent, one in zip(self._dealer.night(), waiting, strict=False):
            self._promises.append(
                Promise(
                    next(self._ids),
                    "task",
                    "open",
                    None,
                    one.party_id,
                    None,
                    None,
                    sent.due_at,
                    sent.at,
                    None,
                    self._dealer.colleague(),
                    one.cluster_id,
                    "",
                    sent.text,
                    sent.year,
                    channel=sent.channel,
                    queue_code=sent.queue_code,
                )
            )

    def _number_cases(self) -> None:
        last: dict[str, int] = {}
        for one in sorted(self._cases, key=lambda case: (case.started_on, case.id)):
            year = one.started_on[:4]
            number = last[year] = last.get(year, 0) + 1
            self._case.add(
                (
                    one.id,
                    f"Z{year}-{number:06d}",
                    one.case_type,
                    one.description,
                    one.status,
                    one.started_on,
                    one.decide_by,
                    one.ended_on,
                    one.handler,
                    one.department,
                    one.result,
                )
            )
            for ordinal, (name, reached_on) in enumerate(one.steps, 1):
                self._step.add((one.id, ordinal, name, reached_on))
            for party_id, role in one.parties:
                self._part.add((one.id, party_id, role))
                self._entry.add((party_id, one.started_at, one.id, "case", "", "open", None))
            for contact_id in self._asked_about.get(one.id, ()):
                self._about_case.add((contact_id, one.id))
            self._load.flush_when_full()
