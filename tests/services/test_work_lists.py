"""The lists of the work panel: what stands in each, counted and in parts, and how an item is opened."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert, update

from kcc_desktop.data.agents import AgentRow
from kcc_desktop.data.database import Database
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.data.work import ColleagueRow, TaskRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.contact_commands import AnsweredWork
from kcc_desktop.domain.contacts import MunicipalRole
from kcc_desktop.domain.errors import InvalidValue, NotFound
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.local_time import HERE
from kcc_desktop.domain.promises import open_minutes_later
from kcc_desktop.domain.work import (
    GENERAL_QUEUE,
    AddRappel,
    CloseWork,
    EnterWork,
    HandOverWork,
    NoteAttempt,
    WorkMove,
    WorkOutcome,
    WorkState,
)
from kcc_desktop.domain.work_lists import ListKind, Narrowing, Urgency, WorkList, in_queue, last_night, urgency
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.timeline import TimelineService
from kcc_desktop.services.work import WorkService
from tests.services.conversations import conversation, make_party, question
from tests.services.office import roles
from tests.services.test_work import SOON, colleague_takes, make_queue, promise

GENERAL = in_queue(GENERAL_QUEUE)
MINE, PROMISED, NOT_REACHED, NIGHT = (WorkList(kind) for kind in ListKind if kind is not ListKind.QUEUE)


@pytest.fixture
def service(database):
    return WorkService(database)


def ids(page):
    return [item.task.id for item in page.items]


def set_task(database, task_id, **values):
    database.unguarded_write(lambda c: c.execute(update(TaskRow).where(TaskRow.id == task_id).values(**values)))


def partner(database, name="Woningcorporatie"):
    row = {"id": new_id(), "kind": "partner", "name": name, "source_key": name}
    database.unguarded_write(lambda c: c.execute(insert(ColleagueRow).values(**row)))
    return row["id"]


def other_agent(database, name="Ruben Smit"):
    row = {"id": new_id(), "login": name, "name": name, "is_active": True}
    database.unguarded_write(lambda c: c.execute(insert(AgentRow).values(**row)))
    return row["id"]


def test_each_list_holds_its_own_and_counts_it(database, service):
    party = make_party(database, "Anna Wiersma")
    late = promise(database, party, datetime.now(UTC) - timedelta(hours=2))
    near = promise(database, party, datetime.now(UTC) + timedelta(minutes=38))
    free, mine, tried = promise(database, party), promise(database, party), promise(database, party)
    theirs = promise(database, party)
    service.take(new_id(), mine)
    service.note_attempt(NoteAttempt(new_id(), tried, SOON))
    colleague_takes(database, theirs)
    assert set(ids(service.listed(GENERAL))) == {late, near, free, mine, tried, theirs}
    assert ids(service.listed(GENERAL))[:2] == [late, near]
    assert set(ids(service.listed(GENERAL, Narrowing.FITS))) == {late, near, free}
    assert set(ids(service.listed(GENERAL, Narrowing.FREE))) == {late, near, free, tried}
    assert ids(service.listed(GENERAL, Narrowing.OVER)) == [late]
    assert ids(service.listed(GENERAL, Narrowing.NOT_REACHED)) == [tried]
    assert ids(service.listed(MINE)) == [mine]
    assert ids(service.listed(NOT_REACHED)) == [tried]
    assert len(ids(service.listed(PROMISED))) == 6
    board = service.board()
    counts = board.of(GENERAL)
    assert (counts.everything, counts.fits, counts.free, counts.over, counts.near, counts.not_reached) == (
        6,
        3,
        4,
        1,
        1,
        1,
    )
    assert counts.urgency is Urgency.OVER
    assert [board.of(one).everything for one in (MINE, PROMISED, NOT_REACHED)] == [1, 6, 1]
    assert board.of(MINE).urgency is Urgency.IN_TIME
    assert abs((board.of(NOT_REACHED).next_try_at - SOON).total_seconds()) < 1
    assert (board.fits, board.cluster) == (3, "KCC")
    for narrowing in Narrowing:
        assert counts.of(narrowing) == len(ids(service.listed(GENERAL, narrowing)))


def test_the_night_is_worked_off_oldest_first(database, service):
    """What came in while the office was closed, whatever its norm; what came in by day is not there."""
    closed, opened = last_night(datetime.now(UTC))
    by_night = [promise(database), promise(database), promise(database)]
    by_day = promise(database)
    moments = (closed + (opened - closed) * 0.9, closed, closed + (opened - closed) * 0.5)
    created = dict(zip(by_night, moments, strict=True)) | {by_day: closed - timedelta(minutes=1)}
    for task_id, at in created.items():
        _write_created(database, task_id, at)
    wanted = [by_night[1], by_night[2], by_night[0]]
    assert ids(service.listed(NIGHT)) == wanted
    first = service.listed(NIGHT, size=2)
    assert ids(first) + ids(service.listed(NIGHT, after=first.next, size=2)) == wanted
    assert service.board().of(NIGHT).everything == 3


def test_a_night_is_told_and_a_norm_is_counted_by_the_offices_own_hours(database):
    """An office that is open one hour a day, two hours ago: all but that is its night."""
    clock = (datetime.now(HERE) - timedelta(hours=2)).time().replace(minute=0, second=0, microsecond=0)
    hours = ((clock, clock.replace(minute=59)),) * 7
    own = WorkService(database, hours)
    closed, opened = last_night(datetime.now(UTC), hours)
    task_id = promise(database)
    _write_created(database, task_id, closed + (opened - closed) / 2)
    assert ids(own.listed(NIGHT)) == [task_id]
    assert list(own.among(NIGHT, Narrowing.ALL, [task_id])) == [task_id]
    assert own.board().of(NIGHT).everything == 1
    assert own.next(new_id(), [GENERAL_QUEUE], NIGHT).task.id == task_id
    make_queue(database)
    entered = own.enter(EnterWork(new_id(), "vergunningen", "e-form", "Mag dit?"))
    assert entered.task.due_at == open_minutes_later(entered.created_at, 240, hours)
    far = promise(database, due_at=datetime.now(UTC) + timedelta(days=90))
    moved = own.hand_over(HandOverWork(new_id(), far, "hoort daar", "vergunningen"))
    assert moved.task.due_at == entered.task.due_at


def test_next_of_the_night_is_the_oldest_whatever_its_norm(database, service):
    closed, opened = last_night(datetime.now(UTC))
    urgent, oldest = promise(database, due_at=datetime.now(UTC) + timedelta(minutes=5)), promise(database)
    by_day = promise(database, due_at=datetime.now(UTC) - timedelta(minutes=5))
    for task_id, share in ((urgent, 0.8), (oldest, 0.2)):
        _write_created(database, task_id, closed + (opened - closed) * share)
    _write_created(database, by_day, closed - timedelta(minutes=1))
    given = [service.next(new_id(), [GENERAL_QUEUE], NIGHT) for _ in range(3)]
    assert [item and item.task.id for item in given] == [oldest, urgent, None]


def _write_created(database, task_id, at):
    """As if it had come in then: what guards that moment stands aside."""
    from sqlalchemy import text

    def work(connection):
        is_file = connection.dialect.name == "sqlite"
        name = "guard_internal_task_update"
        body = connection.scalar(text("SELECT sql FROM sqlite_master WHERE name = :n"), {"n": name}) if is_file else ""
        connection.execute(
            text(f"DROP TRIGGER {name}" if is_file else f"ALTER TABLE internal_task DISABLE TRIGGER {name}")
        )
        connection.execute(update(TaskRow).where(TaskRow.id == task_id).values(created_at=at))
        connection.execute(text(body if is_file else f"ALTER TABLE internal_task ENABLE TRIGGER {name}"))

    database.unguarded_write(work)


@pytest.mark.parametrize(
    ("now", "closed", "opened"),
    [
        ("2026-03-03T09:00", "2026-03-02T17:00", "2026-03-03T08:30"),  # Tuesday morning
        ("2026-03-02T09:00", "2026-02-27T17:00", "2026-03-02T08:30"),  # Monday: the whole weekend
        ("2026-03-03T22:00", "2026-03-03T17:00", "2026-03-03T22:00"),  # still closed
        ("2026-03-03T06:00", "2026-03-02T17:00", "2026-03-03T06:00"),
        ("2026-04-07T10:00", "2026-04-02T17:00", "2026-04-07T08:30"),  # after Easter, with Good Friday worked or not
    ],
)
def test_a_night_ends_when_the_office_opens(now, closed, opened):
    from zoneinfo import ZoneInfo

    def here(text):
        return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo("Europe/Amsterdam")).astimezone(UTC)

    found = last_night(here(now))
    if now.startswith("2026-04"):
        assert found[1] == here(opened)
        assert found[0] in (here(closed), here("2026-04-03T17:00"))
    else:
        assert found == (here(closed), here(opened))


@pytest.mark.parametrize(
    ("minutes", "wanted"), [(-1, Urgency.OVER), (0, Urgency.NEAR), (120, Urgency.NEAR), (121, Urgency.IN_TIME)]
)
def test_two_hours_before_a_norm_runs_out_it_is_near(minutes, wanted):
    now = datetime(2026, 3, 3, 9, tzinfo=UTC)
    assert urgency(now + timedelta(minutes=minutes), now) is wanted


def test_what_was_handed_to_an_agent_waits_in_their_own_work(database, service):
    ruben, task_id = other_agent(database), promise(database)
    item = service.hand_over(HandOverWork(new_id(), task_id, "kent de zaak", agent_id=ruben))
    assert (item.state, item.meant_for, item.is_free) == (WorkState.OPEN, "Ruben Smit", False)
    assert service.next(new_id(), [GENERAL_QUEUE]) is None
    assert ids(service.listed(GENERAL, Narrowing.FREE)) == []
    (event,) = service.open(task_id).history
    assert (event.move, event.to, event.text) == (WorkMove.HANDED_OVER, "Ruben Smit", "kent de zaak")
    me = service.hand_over(HandOverWork(new_id(), task_id, "toch niet", agent_id=_me(database)))
    assert me.meant_for == "Noor Jansen"
    assert ids(service.listed(MINE)) == [task_id]
    taken = service.take(new_id(), task_id)
    assert (taken.meant_for_id, taken.state) == (None, WorkState.TAKEN)


def test_what_is_late_is_anybodys_whoever_it_was_meant_for(database, service):
    task_id = promise(database, due_at=datetime.now(UTC) - timedelta(minutes=1))
    service.hand_over(HandOverWork(new_id(), task_id, "kent de zaak", agent_id=other_agent(database)))
    assert service.next(new_id(), [GENERAL_QUEUE]).task.id == task_id


def _me(database):
    from sqlalchemy import select

    return database.unguarded_read(lambda c: c.scalar(select(AgentRow.id).where(AgentRow.name == "Noor Jansen")))


def test_a_partner_organisation_has_it_and_it_stays_in_sight(database, service):
    task_id, other = promise(database), promise(database)
    item = service.hand_over(HandOverWork(new_id(), task_id, "huurt daar", colleague_id=partner(database)))
    assert (item.task.owner, item.is_with_partner, item.is_free) == ("Woningcorporatie", True, False)
    assert service.next(new_id(), [GENERAL_QUEUE]).task.id == other
    assert service.next(new_id(), [GENERAL_QUEUE]) is None
    assert task_id in ids(service.listed(GENERAL))
    assert ids(service.listed(GENERAL, Narrowing.FREE)) == []


def test_work_is_handed_to_nobody_unknown(database, service):
    with pytest.raises(InvalidValue, match="colleague"):
        service.hand_over(HandOverWork(new_id(), promise(database), "weg", agent_id=new_id()))


def test_only_what_changed_is_read_again(database, service):
    one, other = promise(database), promise(database)
    service.take(new_id(), one)
    assert set(service.among(GENERAL, Narrowing.ALL, [one, other])) == {one, other}
    assert set(service.among(GENERAL, Narrowing.FITS, [one, other])) == {other}
    assert service.among(in_queue("weg"), Narrowing.ALL, [one, other]) == {}


def test_an_opened_item_tells_its_text_number_and_history(database, service):
    party = make_party(database, "Anna Wiersma")
    task_id = promise(database, party)
    service.note_attempt(NoteAttempt(new_id(), task_id, SOON, "voicemail"))
    service.rappel(AddRappel(new_id(), task_id, "belt nog eens"))
    detail = service.open(task_id)
    assert (detail.task.explanation, detail.task.summary.phone) == ("Belt terug", "+31612345678")
    assert (detail.item.citizen, detail.item.channel_code) == ("Anna Wiersma", "phone")
    assert [(event.move, event.text, event.actor) for event in detail.history] == [
        (WorkMove.RAPPEL, "belt nog eens", "Noor Jansen"),
        (WorkMove.NOT_REACHED, "voicemail", "Noor Jansen"),
    ]


def test_confidential_work_is_in_no_list_and_opens_for_nobody_else(database, service):
    task_id = promise(database, municipal_role=MunicipalRole.ENFORCEMENT)
    roles(database, Role.AGENT)
    assert ids(service.listed(GENERAL)) == []
    assert service.board().of(GENERAL).everything == 0
    assert service.among(GENERAL, Narrowing.ALL, [task_id]) == {}
    with pytest.raises(NotFound):
        service.open(task_id)


# Entered by hand


@pytest.fixture(params=["sqlite", "postgresql", "team"])
def desk(request):
    """Also as a plain login reaches a team's database, where row security decides."""
    if request.param == "team":
        return request.getfixturevalue("team_database")
    opened = Database(request.getfixturevalue(f"{request.param}_engine"), origin="test")
    make_first_agent(opened, "Noor Jansen", "KCC", {Role.AGENT})
    return opened


def test_what_came_from_no_talk_stands_in_its_queue_and_on_the_timeline(desk):
    service, party = WorkService(desk), make_party(desk, "Anna Wiersma")
    command = EnterWork(new_id(), GENERAL_QUEUE, "e-form", "Container niet geleegd\nSinds maandag.", party)
    item = service.enter(command)
    assert service.enter(command) == item  # twice is once
    assert (item.task.title, item.channel_code, item.citizen) == ("Container niet geleegd", "e-form", "Anna Wiersma")
    assert item.task.due_at > datetime.now(UTC)
    assert ids(service.listed(GENERAL)) == [command.id]
    assert [one.id for one in TimelineService(desk).page(party).entries] == [command.id]
    assert service.next(new_id(), [GENERAL_QUEUE]).task.id == command.id


@pytest.mark.parametrize(
    ("changes", "field", "reason"),
    [
        ({"text": "  "}, "task", "empty"),
        ({"text": "x" * 100_001}, "task", "too_long"),
        ({"queue_code": ""}, "queue", "empty"),
        ({"queue_code": "weg"}, "queue", "unknown"),
        ({"channel_code": "duif"}, "channel", "unknown"),
    ],
)
def test_what_is_entered_says_what_and_where(service, changes, field, reason):
    command = replace(EnterWork(new_id(), GENERAL_QUEUE, "e-form", "Container"), **changes)
    with pytest.raises(InvalidValue) as refused:
        service.enter(command)
    assert (refused.value.field, refused.value.reason) == (field, reason)


@pytest.mark.parametrize("unknown", ["party_id", "product_id"])
def test_work_about_nobody_known_is_not_entered(service, unknown):
    with pytest.raises(NotFound):
        service.enter(replace(EnterWork(new_id(), GENERAL_QUEUE, "e-form", "Container"), **{unknown: new_id()}))
    assert ids(service.listed(GENERAL)) == []


# Called about


def answered(task_id, *, closes=True):
    work = AnsweredWork(task_id, new_id(), closes)
    return replace(conversation(question(None, summary="Uitgelegd.")), work=work)


def test_recording_the_call_closes_the_item_in_the_same_transaction(desk):
    service, task_id = WorkService(desk), promise(desk)
    service.call(new_id(), task_id)
    command = answered(task_id)
    ContactService(desk).record(command)
    ContactService(desk).record(command)
    item = service.open(task_id).item
    assert (item.state, item.calling_at) == (WorkState.DONE, None)
    assert [one.move for one in service.open(task_id).history] == [WorkMove.DONE, WorkMove.TAKEN]


def test_an_item_that_stays_open_is_nobodys_to_call_any_more(desk):
    service, task_id = WorkService(desk), promise(desk)
    assert service.call(new_id(), task_id).calling_at is not None
    ContactService(desk).record(answered(task_id, closes=False))
    item = service.open(task_id).item
    assert (item.state, item.calling_at) == (WorkState.TAKEN, None)


def test_the_call_is_recorded_also_when_a_colleague_closed_the_item_meanwhile(database, service):
    task_id = promise(database)
    service.close(CloseWork(new_id(), task_id, WorkOutcome.SETTLED))
    recorded = ContactService(database).record(answered(task_id))
    assert len(recorded.contact_ids) == 1
    assert [one.outcome for one in service.open(task_id).history] == ["settled"]
