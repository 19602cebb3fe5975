"""Use cases of the work panels: queues, what waits in them, and every move of it."""

from collections.abc import Callable, Collection
from dataclasses import replace
from uuid import UUID

from kcc_desktop.data import contact_reads, doors, task_reads, task_writes, work_lists, work_reads, work_writes
from kcc_desktop.data.database import Database, Look, Work
from kcc_desktop.domain.agents import Permission
from kcc_desktop.domain.contacts import Confidentiality
from kcc_desktop.domain.errors import AlreadyDone, InvalidValue, NotFound
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.notes import clean
from kcc_desktop.domain.promises import OFFICE_WEEK, Week
from kcc_desktop.domain.work import (
    LONGEST_REASON,
    AddRappel,
    CloseWork,
    EnterWork,
    HandOverWork,
    NoteAttempt,
    OwnQueue,
    TakenByColleague,
    WorkDetail,
    WorkItem,
    WorkMark,
    WorkPage,
    WorkQueue,
)
from kcc_desktop.domain.work_lists import Narrowing, WorkBoard, WorkList

PAGE = 50


class WorkService:
    """Every move carries an id that the desktop made: the same move again changes nothing and answers the item.

    All moves refuse with NotFound (also what is not this agent's to see), AlreadyDone (it is closed, or not theirs
    any more), TakenByColleague and NotAllowed; each is audited and told to the other desks.
    """

    def __init__(self, database: Database, hours: Week = OFFICE_WEEK) -> None:
        """`hours`: when this office is open, by which norms are counted and a night is told."""
        self._database, self._hours = database, hours

    def queues(self) -> tuple[WorkQueue, ...]:
        """All queues in their order, with what waits in them that this agent may see."""

        def work(look: Look) -> tuple[WorkQueue, ...]:
            look.agent.require(Permission.READ_CONTACT)
            return work_reads.queues(look)

        return self._database.read(work)

    def own_queue(self) -> OwnQueue | None:
        """Where what this agent's cluster does by itself waits; None where not even the general one is in use."""
        return self._database.read(work_reads.own_queue)

    def board(self) -> WorkBoard:
        """All lists with their counts: the queues, what is one's own, what was not reached, what came in at night."""

        def work(look: Look) -> WorkBoard:
            look.agent.require(Permission.READ_CONTACT)
            return work_lists.board(look, self._hours)

        return self._database.read(work)

    def listed(
        self,
        wanted: WorkList,
        narrowing: Narrowing = Narrowing.ALL,
        after: WorkMark | None = None,
        size: int = PAGE,
    ) -> WorkPage:
        """Open items, what runs out first first (of the night: what came first), without numbers to call; goes on
        after `after`."""

        def work(look: Look) -> WorkPage:
            look.agent.require(Permission.READ_CONTACT)
            return work_lists.listed(look, wanted, narrowing, after, size, self._hours)

        return self._database.read(work)

    def among(self, wanted: WorkList, narrowing: Narrowing, task_ids: Collection[UUID]) -> dict[UUID, WorkItem]:
        """Those of these tasks that stand in the list now, as they are now."""

        def work(look: Look) -> dict[UUID, WorkItem]:
            look.agent.require(Permission.READ_CONTACT)
            return work_lists.among(look, wanted, narrowing, task_ids, self._hours)

        return self._database.read(work)

    def open(self, task_id: UUID) -> WorkDetail:
        """The item with what was asked and everything that was done with it. NotFound also when it is not this
        agent's to see; audited, both."""

        def work(unit: Work) -> WorkDetail | None:
            unit.agent.require(Permission.READ_CONTACT)
            look = Look(unit.connection, unit.agent, unit.now)
            item, task = work_reads.one(look, task_id), task_reads.detail(look, task_id)
            if item is None or task is None:
                if doors.is_task(unit.connection, task_id):
                    unit.audit("open", "task", task_id, result="refused")
                return None
            unit.audit("open", "task", task_id)
            product_id = task_reads.product_of(look, task_id)
            secrecy = task_reads.secrecy_of(look, task_id)
            return WorkDetail(item, task, product_id, work_lists.history(look, task_id), secrecy)

        # Not from within: a refusal that is raised there takes its line back.
        found = self._database.write(work)
        if found is None:
            raise NotFound
        return found

    def enter(self, command: EnterWork) -> WorkItem:
        """Work that came from no talk at the desk stands in its queue, whose norm begins now; twice is once.

        Refuses with NotAllowed, NotFound (party or product), and InvalidValue ("task", "empty" | "too_long"),
        ("queue", "empty" | "unknown"), ("channel", "unknown").
        """
        text = clean(command.text, "task").strip()
        if not text:
            raise InvalidValue("task", "empty")
        if not command.queue_code:
            raise InvalidValue("queue", "empty")

        def work(unit: Work) -> WorkItem:
            unit.agent.require(Permission.RECORD_CONTACT)
            before = work_reads.one(unit, command.id)
            if before is not None:
                return before
            norm = work_reads.norm_of(unit, command.queue_code)
            if norm is None:
                raise InvalidValue("queue", "unknown")
            if command.channel_code not in {one.code for one in contact_reads.channels(unit.connection)}:
                raise InvalidValue("channel", "unknown")
            if not task_writes.are_there(unit, command.party_id, command.product_id):
                raise NotFound
            task_writes.put_entered(unit, replace(command, text=text), norm.runs_out(unit.now, self._hours))
            item = _known(unit, command.id)
            _tell(unit, "enter", item)
            return item

        return self._database.write(work)

    def next(self, move_id: UUID, queue_codes: Collection[str], wanted: WorkList | None = None) -> WorkItem | None:
        """Takes the most urgent item of these queues that waits for nobody's next try; None when there is none.

        Of a list, as what came in at night, it is the first in that list's order.

        Queues that ask for a skill the agent does not have are passed over. Exactly one agent gets it, whatever the
        number of desktops.
        """

        def look(look: Look) -> bool:
            look.agent.require(Permission.WORK)
            fitting = work_reads.fitting(look, queue_codes)
            waits = work_lists.first(look, fitting, wanted, self._hours) is not None
            return waits or work_writes.task_of_move(look, move_id) is not None

        def work(unit: Work) -> WorkItem | None:
            unit.agent.require(Permission.WORK)
            before = work_writes.task_of_move(unit, move_id)
            if before is not None:
                return _known(unit, before)
            task_id = work_lists.first(unit, work_reads.fitting(unit, queue_codes), wanted, self._hours)
            if task_id is None or not work_writes.take(unit, move_id, task_id):
                return None
            item = _known(unit, task_id)
            _tell(unit, "take", item)
            return item

        # Who looks waits for nobody who writes: where nothing is left, fifty desks need not stand in line to hear it.
        return self._database.write(work) if self._database.read(look) else None

    def take(self, move_id: UUID, task_id: UUID) -> WorkItem:
        """Mine from now on. What is mine already stays so."""

        def look(look: Look) -> None:
            look.agent.require(Permission.WORK)
            item = _known(look, task_id)
            if item.taken_by_id not in (None, look.agent.id):
                raise TakenByColleague(item.taken_by)

        self._database.read(look)  # as in `next`: who comes too late does not stand in line with those who write
        return self._move(
            "take", move_id, task_id, lambda unit: work_writes.take(unit, move_id, task_id), is_done_when_mine=True
        )

    def call(self, move_id: UUID, task_id: UUID) -> WorkItem:
        """Mine from now on, and colleagues see that I am calling about it."""

        def write(unit: Work) -> bool:
            item = _known(unit, task_id)
            is_mine = item.taken_by_id == unit.agent.id
            taken = is_mine or work_writes.take(unit, move_id, task_id)
            return taken and work_writes.say_calling(unit, task_id, calls=True)

        return self._move("call", move_id, task_id, write)

    def stop_calling(self, task_id: UUID) -> bool:
        """Nobody is calling about it any more; False when it is not mine, or was not called about."""

        def work(unit: Work) -> bool:
            unit.agent.require(Permission.WORK)
            was_mine = work_writes.say_calling(unit, task_id, calls=False)
            if was_mine:
                unit.changed("task", task_id)
            return was_mine

        return self._database.write(work)

    def give_back(self, move_id: UUID, task_id: UUID) -> WorkItem:
        """Nobody's again, at its place in the queue."""
        return self._move("give_back", move_id, task_id, lambda unit: work_writes.give_back(unit, move_id, task_id))

    def hand_over(self, command: HandOverWork) -> WorkItem:
        """To another queue, whose norm begins now and moves no promise to later, or to whom it is from now on.

        To an agent: it waits in their own work. Refuses also with InvalidValue ("reason", "empty" | "too_long"),
        ("queue", "empty" | "unknown"), ("colleague", "unknown").
        """
        command = replace(command, reason=_note(command.reason, "reason"))
        if not command.reason:
            raise InvalidValue("reason", "empty")
        if not command.queue_code and command.colleague_id is None and command.agent_id is None:
            raise InvalidValue("queue", "empty")

        def write(unit: Work) -> bool:
            norm = work_reads.norm_of(unit, command.queue_code) if command.queue_code else None
            if command.queue_code and norm is None:
                raise InvalidValue("queue", "unknown")
            if command.colleague_id is not None and not work_writes.is_colleague(unit, command.colleague_id):
                raise InvalidValue("colleague", "unknown")
            if command.agent_id is not None and not work_writes.is_agent(unit, command.agent_id):
                raise InvalidValue("colleague", "unknown")
            runs_out_at = norm.runs_out(unit.now, self._hours) if norm is not None else None
            return work_writes.hand_over(unit, command, runs_out_at)

        return self._move("hand_over", command.id, command.task_id, write)

    def note_attempt(self, command: NoteAttempt) -> WorkItem:
        """Not reached: it waits, for anybody, until the next try.

        Refuses also with InvalidValue ("next_try_at", "past"), ("attempt", "too_long" | "confidential"): a note that
        is more confidential than the item it would stand at.
        """
        command = replace(command, note=_note(command.note, "attempt"))

        def write(unit: Work) -> bool:
            if command.next_try_at <= unit.now:
                raise InvalidValue("next_try_at", "past")
            allowed = (Confidentiality.OPEN, task_reads.secrecy_of(unit, command.task_id))
            if command.note and command.secrecy not in allowed:
                raise InvalidValue("attempt", "confidential")
            return work_writes.note_attempt(unit, command)

        return self._move("note_attempt", command.id, command.task_id, write)

    def close(self, command: CloseWork) -> WorkItem:
        """Done or withdrawn, as the outcome says; it stands so on the timeline, with what the citizen is told.

        Nothing is sent. A contact is recorded by itself.
        """
        command = replace(command, told=_note(command.told, "note"))
        return self._move("close", command.id, command.task_id, lambda unit: work_writes.close(unit, command))

    def rappel(self, command: AddRappel) -> WorkItem:
        """Somebody asks again about an open promise: it is added to that one, whoever works on it."""
        command = replace(command, note=_note(command.note, "note"))
        return self._move("rappel", command.id, command.task_id, lambda unit: work_writes.add_rappel(unit, command))

    def count_taken(self) -> int:
        """How many items this agent is working on; 0 also for who may not work on any."""
        return self._database.read(lambda look: len(work_writes.taken_of(look, look.agent.id)))

    def return_taken_of(self, agent_id: UUID) -> int:
        """What the agent has taken waits again. Answers how many. A colleague's is a team lead's to do: NotAllowed."""

        def work(unit: Work) -> int:
            unit.agent.require(Permission.WORK if agent_id == unit.agent.id else Permission.ASSIGN)
            return _return_taken(unit, agent_id)

        return self._database.write(work)

    def return_mine(self) -> int:
        """The same at the end of this agent's own shift; 0 for who may not work on anything."""

        def work(unit: Work) -> int:
            return _return_taken(unit, unit.agent.id) if unit.agent.may(Permission.WORK) else 0

        return self._database.write(work)

    def _move(
        self,
        action: str,
        move_id: UUID,
        task_id: UUID,
        write: Callable[[Work], bool],
        *,
        is_done_when_mine: bool = False,
    ) -> WorkItem:
        def work(unit: Work) -> WorkItem:
            unit.agent.require(Permission.WORK)
            item = _known(unit, task_id)
            is_mine = item.taken_by_id == unit.agent.id
            if (is_done_when_mine and is_mine) or work_writes.task_of_move(unit, move_id) == task_id:
                return item
            if not write(unit):
                raise _refusal(unit, _known(unit, task_id))
            _tell(unit, action, item)
            return _known(unit, task_id)

        return self._database.write(work)


def _return_taken(unit: Work, agent_id: UUID) -> int:
    returned = [
        task_id
        for task_id in work_writes.taken_of(unit, agent_id)
        if work_writes.take_back(unit, new_id(), task_id, agent_id)
    ]
    for task_id in returned:
        unit.audit("return", "task", task_id)
        unit.changed("task", task_id)
    return len(returned)


def _refusal(unit: Work, item: WorkItem) -> AlreadyDone | TakenByColleague:
    if item.taken_by_id is not None and item.taken_by_id != unit.agent.id:
        return TakenByColleague(item.taken_by)
    return AlreadyDone()


def _tell(unit: Work, action: str, item: WorkItem) -> None:
    unit.audit(action, "task", item.task.id)
    unit.changed("task", item.task.id)
    if item.task.party_id is not None:
        unit.changed("party", item.task.party_id)


def _known(unit: Look | Work, task_id: UUID) -> WorkItem:
    found = work_reads.one(unit, task_id)
    if found is None:
        raise NotFound
    return found


def _note(text: str, field: str) -> str:
    kept = clean(text, field).strip()
    if len(kept) > LONGEST_REASON:
        raise InvalidValue(field, "too_long")
    return kept
