"""Queues and every move of what waits in them, each with what it refuses."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import delete, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from kcc_desktop.data.agents import AgentRoleRow, AgentRow, AgentSkillRow
from kcc_desktop.data.audit import AuditLineRow
from kcc_desktop.data.contact_writes import confidentiality
from kcc_desktop.data.work import QueueRow, TaskRow, WorkEventRow, WorkEventTextRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.contact_commands import AnsweredWork
from kcc_desktop.domain.contacts import Confidentiality, MunicipalRole, TaskWish
from kcc_desktop.domain.errors import AlreadyDone, InvalidValue, NotAllowed, NotFound
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.ongoing import Question
from kcc_desktop.domain.timeline import TimelineFilter
from kcc_desktop.domain.work import (
    GENERAL_QUEUE,
    LONGEST_REASON,
    AddRappel,
    CloseWork,
    HandOverWork,
    NormState,
    NoteAttempt,
    TakenByColleague,
    TaskKind,
    WorkOutcome,
    WorkState,
)
from kcc_desktop.domain.work_lists import in_queue
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.parties import PartyService
from kcc_desktop.services.tasks import TaskService
from kcc_desktop.services.timeline import TimelineService
from kcc_desktop.services.work import WorkService
from tests.services.conversations import conversation, make_party, question
from tests.services.office import make_colleague, roles, to_another_cluster, told

SOON = datetime.now(UTC) + timedelta(days=30)


@pytest.fixture
def service(database):
    return WorkService(database)


def promise(database, party=None, due_at=SOON, **changes):
    """A callback that somebody was promised; answers its id."""
    wish = TaskWish(new_id(), TaskKind.CALLBACK, None, "Belt terug", "0612345678", due_at)
    ContactService(database).record(conversation(question(party, tasks=(wish,), **changes)))
    return wish.id


def colleague_takes(database, task_id, name="Sanne"):
    """As that colleague's own desk does it; what guards this desk's login stands aside."""
    agent_id = new_id()

    def work(connection):
        connection.execute(insert(AgentRow).values(id=agent_id, login=str(agent_id), name=name))
        connection.execute(insert(AgentRoleRow).values(agent_id=agent_id, role="agent"))
        is_file = connection.dialect.name == "sqlite"
        guard = "work_of_task_4" if is_file else "work_of_task"
        body = connection.scalar(text("SELECT sql FROM sqlite_master WHERE name = :n"), {"n": guard}) if is_file else ""
        off = f"DROP TRIGGER {guard}" if is_file else f"ALTER TABLE internal_task DISABLE TRIGGER {guard}"
        connection.execute(text(off))
        taken = {"taken_by": agent_id, "taken_at": SOON}
        connection.execute(update(TaskRow).where(TaskRow.id == task_id).values(**taken))
        connection.execute(text(body if is_file else f"ALTER TABLE internal_task ENABLE TRIGGER {guard}"))

    database.unguarded_write(work)
    return agent_id


def make_queue(database, code="vergunningen", **changes):
    values = {"name": code.title(), "norm_value": 4, "norm_unit": "hours", "position": 1} | changes
    database.unguarded_write(lambda c: c.execute(insert(QueueRow).values(code=code, **values)))
    return code


def moves(database, task_id):
    rows = select(WorkEventRow.number, WorkEventRow.move).where(WorkEventRow.task_id == task_id)
    return database.unguarded_read(lambda c: [tuple(r) for r in c.execute(rows.order_by(WorkEventRow.number))])


def move(kind, task_id):
    """Any of the moves as a call of a service, for what holds for all of them."""
    return {
        "take": lambda service: service.take(new_id(), task_id),
        "give_back": lambda service: service.give_back(new_id(), task_id),
        "hand_over": lambda service: service.hand_over(HandOverWork(new_id(), task_id, "niet van ons", GENERAL_QUEUE)),
        "note_attempt": lambda service: service.note_attempt(NoteAttempt(new_id(), task_id, SOON)),
        "close": lambda service: service.close(CloseWork(new_id(), task_id, WorkOutcome.ANSWERED)),
        "rappel": lambda service: service.rappel(AddRappel(new_id(), task_id)),
    }[kind]


MOVES = ("take", "give_back", "hand_over", "note_attempt", "close", "rappel")


def test_a_promise_stands_in_the_queue_of_whatever_names_none(database, service):
    task_id = promise(database, make_party(database))
    (queue,) = service.queues()
    assert (queue.code, queue.waiting, queue.taken, queue.over, queue.state) == ("general", 1, 0, 0, NormState.LATER)
    (item,) = service.listed(in_queue("general")).items
    assert (item.task.id, item.task.title, item.task.phone, item.state) == (task_id, "Belt terug", "", WorkState.OPEN)
    assert queue.oldest_at == item.created_at


def test_a_queue_tells_what_is_late_and_what_is_taken(database, service):
    late, taken = promise(database, due_at=datetime.now(UTC) - timedelta(minutes=5)), promise(database)
    service.take(new_id(), taken)
    (queue,) = service.queues()
    assert (queue.waiting, queue.taken, queue.over, queue.state) == (1, 1, 1, NormState.OVER)
    assert [item.task.id for item in service.listed(in_queue("general")).items] == [late, taken]


def test_pages_go_on_where_they_ended_also_among_equals(database, service):
    wanted = [promise(database, due_at=SOON + timedelta(minutes=n // 2)) for n in range(7)]
    seen, mark = [], None
    while True:
        page = service.listed(in_queue("general"), after=mark, size=2)
        seen += [item.task.id for item in page.items]
        mark = page.next
        if mark is None:
            break
    assert seen == wanted


def test_the_next_one_is_the_most_urgent_of_these_queues(database, service):
    later, urgent = promise(database), promise(database, due_at=SOON - timedelta(days=2))
    assert service.next(new_id(), ["elders"]) is None
    assert [service.next(new_id(), ["general"]).task.id for _ in range(2)] == [urgent, later]
    assert service.next(new_id(), ["general"]) is None


def test_the_same_request_for_the_next_one_takes_no_second(database, service):
    promise(database), promise(database)
    asked = new_id()
    assert service.next(asked, ["general"]) == service.next(asked, ["general"])
    assert service.queues()[0].taken == 1


def test_taking_makes_it_mine_and_is_told(database, service):
    party = make_party(database)
    task_id, asked = promise(database, party), new_id()
    item = service.take(asked, task_id)
    assert (item.state, item.taken_by) == (WorkState.TAKEN, "Noor Jansen")
    assert item.taken_at is not None
    assert service.take(asked, task_id) == service.take(new_id(), task_id) == item
    assert moves(database, task_id) == [(1, "taken")]
    assert {("task", task_id), ("party", party)} <= told(database)
    lines = select(AuditLineRow.action).where(AuditLineRow.object_id == task_id)
    assert database.unguarded_read(lambda c: list(c.scalars(lines))) == ["take"]


def test_a_taken_promise_is_still_open_to_the_citizen(database, service):
    party = make_party(database)
    task_id = promise(database, party)
    service.take(new_id(), task_id)
    assert [one.id for one in PartyService(database).open_promises(party)] == [task_id]


def test_given_back_it_waits_again_at_its_place(database, service):
    task_id = promise(database)
    service.take(new_id(), task_id)
    item = service.give_back(new_id(), task_id)
    assert (item.state, item.taken_by_id, item.taken_at) == (WorkState.OPEN, None, None)
    assert service.next(new_id(), ["general"]).task.id == task_id


def test_handed_over_to_another_queue_its_norm_begins(database, service):
    task_id = promise(database)
    make_queue(database)
    service.take(new_id(), task_id)
    item = service.hand_over(HandOverWork(new_id(), task_id, "over het dak", "vergunningen"))
    assert (item.queue_code, item.state) == ("vergunningen", WorkState.OPEN)
    assert item.task.due_at < SOON
    texts = select(WorkEventTextRow.text).where(WorkEventTextRow.task_id == task_id)
    assert database.unguarded_read(lambda c: c.scalar(texts)) == "over het dak"


def test_a_promise_does_not_move_to_later_with_its_queue(database, service):
    soon = datetime.now(UTC).replace(microsecond=0) + timedelta(minutes=1)
    task_id = promise(database, due_at=soon)
    make_queue(database, norm_value=90, norm_unit="working_days")
    item = service.hand_over(HandOverWork(new_id(), task_id, "past daar", "vergunningen"))
    assert item.task.due_at == soon


def test_handed_over_to_somebody_it_is_theirs(database, service):
    task_id, partner = promise(database), make_colleague(database, "Woningstichting", "partner")
    item = service.hand_over(HandOverWork(new_id(), task_id, "hun huis", colleague_id=partner))
    assert (item.task.owner, item.queue_code) == ("Woningstichting", "general")


@pytest.mark.parametrize(
    ("changes", "field", "reason"),
    [
        ({"reason": "  "}, "reason", "empty"),
        ({"reason": "x" * 1001}, "reason", "too_long"),
        ({"queue_code": ""}, "queue", "empty"),
        ({"queue_code": "nergens"}, "queue", "unknown"),
        ({"colleague_id": new_id()}, "colleague", "unknown"),
    ],
)
def test_a_hand_over_that_cannot_be(database, service, changes, field, reason):
    task_id = promise(database)
    values = {"reason": "niet van ons", "queue_code": "general"} | changes
    with pytest.raises(InvalidValue) as refused:
        service.hand_over(HandOverWork(new_id(), task_id, **values))
    assert (refused.value.field, refused.value.reason) == (field, reason)
    assert moves(database, task_id) == []


def test_not_reached_it_is_nobodys_next_until_the_next_try(database, service):
    task_id, asked = promise(database), new_id()
    service.take(new_id(), task_id)
    command = NoteAttempt(asked, task_id, datetime.now(UTC) + timedelta(hours=1), "voicemail")
    item = service.note_attempt(command)
    assert (item.state, item.attempts) == (WorkState.OPEN, 1)
    assert item.next_try_at is not None
    assert service.note_attempt(command).attempts == 1
    assert service.next(new_id(), ["general"]) is None
    past = {"next_try_at": datetime.now(UTC) - timedelta(minutes=1)}
    database.unguarded_write(lambda c: c.execute(update(TaskRow).values(**past)))
    assert service.next(new_id(), ["general"]).attempts == 1


def test_a_talk_is_recorded_also_when_its_move_was_made_already(database, service):
    task_id, asked = promise(database), new_id()
    service.note_attempt(NoteAttempt(asked, task_id, SOON))
    talk = conversation(question(None), work=AnsweredWork(task_id, asked, closes=True))
    contacts = ContactService(database)
    contacts.record(talk)
    assert contacts.recorded_among(frozenset((talk.id,))) == {talk.id}
    assert moves(database, task_id) == [(1, "not_reached")]


@pytest.mark.parametrize(
    ("how", "secrecy"),
    [
        ({}, Confidentiality.OPEN),
        ({"is_confidential": True}, Confidentiality.CONFIDENTIAL),
        ({"municipal_role": MunicipalRole.ENFORCEMENT}, Confidentiality.ENFORCEMENT),
    ],
)
def test_what_follows_from_an_item_is_as_secret_as_its_contact(database, service, how, secrecy):
    roles(database, Role.TEAM_LEAD)
    detail = service.open(promise(database, **how))
    assert detail.secrecy is secrecy
    again = Question(new_id()).as_secret_as(detail.secrecy)
    answer = question(None, is_confidential=again.is_confidential, municipal_role=again.municipal_role)
    assert confidentiality(answer) is secrecy


def test_confidential_words_are_no_note_of_an_open_item(database, service):
    roles(database, Role.AGENT, Role.TEAM_LEAD)
    is_open, secret = promise(database), promise(database, is_confidential=True)
    said = "Ligt in scheiding", Confidentiality.CONFIDENTIAL
    assert service.note_attempt(NoteAttempt(new_id(), is_open, SOON, "", said[1])).attempts == 1
    with pytest.raises(InvalidValue) as refused:
        service.note_attempt(NoteAttempt(new_id(), is_open, SOON, *said))
    assert (refused.value.field, refused.value.reason) == ("attempt", "confidential")
    assert service.note_attempt(NoteAttempt(new_id(), secret, SOON, *said)).attempts == 1


def test_a_note_of_an_attempt_has_an_end(database, service):
    with pytest.raises(InvalidValue) as refused:
        service.note_attempt(NoteAttempt(new_id(), promise(database), SOON, "x" * (LONGEST_REASON + 1)))
    assert (refused.value.field, refused.value.reason) == ("attempt", "too_long")


def test_a_next_try_lies_ahead(database, service):
    with pytest.raises(InvalidValue, match="next_try_at"):
        service.note_attempt(NoteAttempt(new_id(), promise(database), datetime.now(UTC) - timedelta(minutes=1)))


@pytest.mark.parametrize(
    ("outcome", "state"),
    [
        (WorkOutcome.ANSWERED, WorkState.DONE),
        (WorkOutcome.SETTLED, WorkState.DONE),
        (WorkOutcome.NOT_REACHED, WorkState.DONE),
        (WorkOutcome.NOT_NEEDED, WorkState.WITHDRAWN),
    ],
)
def test_closed_it_stands_so_on_the_timeline_and_in_no_queue(database, service, outcome, state):
    party = make_party(database)
    task_id, asked = promise(database, party), new_id()
    service.take(new_id(), task_id)
    item = service.close(CloseWork(asked, task_id, outcome, "mag gewoon"))
    assert (item.state, item.taken_by_id) == (state, None)
    assert service.close(CloseWork(asked, task_id, outcome, "mag gewoon")) == item
    assert service.listed(in_queue("general")).items == ()
    entries = TimelineService(database).page(party, TimelineFilter(), None, 9).entries
    assert [entry.state for entry in entries if entry.id == task_id] == [state.value]
    assert TaskService(database).open(task_id).closed_at is not None
    assert PartyService(database).open_promises(party) == ()


def test_somebody_who_asks_again_is_added_to_the_promise(database, service):
    task_id, asked = promise(database), new_id()
    colleague_takes(database, task_id)
    for _ in range(2):
        assert service.rappel(AddRappel(asked, task_id, "belde weer")).rappels == 1
    item = service.rappel(AddRappel(new_id(), task_id))
    assert (item.rappels, item.taken_by, item.state) == (2, "Sanne", WorkState.TAKEN)


@pytest.mark.parametrize("kind", ["take", "hand_over", "note_attempt", "close", "give_back"])
def test_a_colleagues_work_is_left_alone(database, service, kind):
    task_id = promise(database)
    colleague_takes(database, task_id)
    with pytest.raises(TakenByColleague) as refused:
        move(kind, task_id)(service)
    assert refused.value.name == "Sanne"
    assert moves(database, task_id) == []


@pytest.mark.parametrize("kind", MOVES)
def test_closed_work_moves_no_more(database, service, kind):
    task_id = promise(database)
    service.close(CloseWork(new_id(), task_id, WorkOutcome.ANSWERED))
    with pytest.raises(AlreadyDone):
        move(kind, task_id)(service)
    assert moves(database, task_id) == [(1, "done")]


@pytest.mark.parametrize("kind", MOVES)
@pytest.mark.parametrize("secret", ["enforcement", "elsewhere", "unknown"])
def test_what_is_not_mine_to_see_is_not_there(database, service, kind, secret):
    how = {"municipal_role": MunicipalRole.ENFORCEMENT} if secret == "enforcement" else {"is_confidential": True}
    task_id = new_id() if secret == "unknown" else promise(database, **how)
    if secret == "elsewhere":
        to_another_cluster(database)
    with pytest.raises(NotFound):
        move(kind, task_id)(service)
    assert service.next(new_id(), ["general"]) is None
    assert service.listed(in_queue("general")).items == ()
    assert service.queues()[0].waiting == 0


@pytest.mark.parametrize("kind", MOVES)
@pytest.mark.parametrize("role", [Role.VISITOR, Role.ADMINISTRATOR, Role.AUDITOR])
def test_who_does_not_work_here_moves_nothing(database, service, kind, role):
    task_id = promise(database)
    roles(database, role)
    with pytest.raises(NotAllowed):
        move(kind, task_id)(service)
    with pytest.raises(NotAllowed):
        service.next(new_id(), ["general"])


def test_at_the_end_of_a_shift_what_was_taken_waits_again(database, service):
    tasks = [promise(database) for _ in range(3)]
    for task_id in tasks[:2]:
        mine = service.take(new_id(), task_id).taken_by_id
    assert (service.return_taken_of(mine), service.return_taken_of(mine)) == (2, 0)
    assert service.queues()[0].waiting == 3
    assert [moves(database, task_id)[-1:] for task_id in tasks] == [[(2, "returned")], [(2, "returned")], []]


def test_a_colleagues_work_is_returned_by_a_team_lead_only(database, service):
    task_id = promise(database)
    sanne = colleague_takes(database, task_id)
    with pytest.raises(NotAllowed):
        service.return_taken_of(sanne)
    roles(database, Role.TEAM_LEAD)
    assert service.return_taken_of(sanne) == 1
    assert service.listed(in_queue("general")).items[0].state is WorkState.OPEN


@pytest.mark.parametrize(
    "change",
    [
        "taken_by = NULL, taken_at = NULL",
        "taken_by = (SELECT id FROM agent WHERE name = 'Noor Jansen')",
        "taken_at = NULL",
        "queue_code = NULL",
        "state = 'done'",
    ],
)
def test_the_database_leaves_a_colleagues_work_alone(database, change):
    task_id = promise(database)
    colleague_takes(database, task_id)

    def work(unit):
        unit.connection.execute(text(f"UPDATE internal_task SET {change}"))

    with pytest.raises(DBAPIError):
        database.write(work)


def test_the_database_keeps_closed_work_closed(database, service):
    service.close(CloseWork(new_id(), promise(database), WorkOutcome.ANSWERED))
    with pytest.raises(DBAPIError, match="stays closed"):
        database.write(lambda unit: unit.connection.execute(text("UPDATE internal_task SET state = 'open'")))


@pytest.mark.parametrize("table", ["work_event", "work_event_text"])
def test_moves_are_written_once(database, service, table):
    service.close(CloseWork(new_id(), promise(database), WorkOutcome.ANSWERED, "mag"))
    for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET task_id = task_id"):
        with pytest.raises(DBAPIError, match=r"written once|through its door|permission denied"):
            database.write(lambda unit, statement=statement: unit.connection.execute(text(statement)))


def test_a_move_names_who_made_it(database, service):
    task_id = promise(database)
    sanne = colleague_takes(database, task_id)
    row = {"task_id": task_id, "number": 1, "id": new_id(), "move": "taken", "queue_code": "general", "at": SOON}
    with pytest.raises(DBAPIError, match="names another agent"):
        database.write(lambda unit: unit.connection.execute(insert(WorkEventRow).values(actor_id=sanne, **row)))


def skilled(database, *skills):
    """The test's agent has these skills and no other."""

    def work(connection):
        connection.execute(delete(AgentSkillRow))
        me = connection.scalar(select(AgentRow.id))
        for skill in skills:
            connection.execute(insert(AgentSkillRow).values(agent_id=me, skill=skill))

    database.unguarded_write(work)


def test_next_passes_over_a_queue_that_asks_for_what_i_cannot(database, service):
    queue = make_queue(database, skills="permits frisian")
    task = promise(database)
    service.hand_over(HandOverWork(new_id(), task, "voor het team", queue))
    both = [queue, GENERAL_QUEUE]
    skilled(database, "permits")
    assert {one.code: one.fits_me for one in service.queues()} == {queue: False, GENERAL_QUEUE: True}
    assert service.next(new_id(), both) is None
    skilled(database, "permits", "frisian", "other")
    assert all(one.fits_me for one in service.queues())
    assert service.next(new_id(), both).task.id == task


def test_what_i_cannot_may_still_be_taken_by_hand(database, service):
    """A skill is about what comes by itself; who picks an item says that they can."""
    queue = make_queue(database, skills="permits")
    task = promise(database)
    service.hand_over(HandOverWork(new_id(), task, "voor het team", queue))
    assert service.take(new_id(), task).state is WorkState.TAKEN
