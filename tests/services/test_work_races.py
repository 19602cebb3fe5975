"""Up to fifty desks, each a process and an agent of its own, at one item and at "next": nothing is anybody's twice."""

import json

import pytest
from sqlalchemy import func, insert, select

from kcc_desktop.data.database import Database
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.data.work import QueueRow, TaskRow, WorkEventRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.contacts import TaskWish
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.work import TaskKind
from kcc_desktop.services.contacts import ContactService
from tests.conftest import SQLITE_KEY
from tests.services.conversations import START, conversation, question
from tests.services.desks import SIZES, desks


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request):
    opened = Database(request.getfixturevalue(f"{request.param}_engine"), origin="test")
    make_first_agent(opened, "Noor Jansen", "KCC", {Role.AGENT})
    return opened


def promises(database, queue, how_many):
    """So many in a queue of their own; answers their ids."""
    wishes = [TaskWish(new_id(), TaskKind.TASK, None, "Belt", "", START) for _ in range(how_many)]
    ContactService(database).record(conversation(question(None, tasks=tuple(wishes))))
    ids = [wish.id for wish in wishes]
    row = {"code": queue, "name": queue, "norm_value": 1, "norm_unit": "hours"}
    database.unguarded_write(lambda c: c.execute(insert(QueueRow).values(**row)))
    database.unguarded_write(
        lambda c: c.execute(TaskRow.__table__.update().where(TaskRow.id.in_(ids)).values(queue_code=queue))
    )
    return [str(one) for one in ids]


def logins(database, desks, plain_engine):
    """Each desk's agent, and how it reaches the database."""
    for desk in range(desks):
        login = f"desk{desk}"
        make_first_agent(database, f"Agent {desk}", "KCC", {Role.AGENT}, login=login)
        is_file = database.dialect == "sqlite"
        yield login, None if is_file else plain_engine(login).url.render_as_string(hide_password=False)


def race(database, tmp_path, request, wanted):
    """What each round's desks got: (item or "", milliseconds). `wanted`: how, what, and how many desks."""
    plain_engine = None if database.dialect == "sqlite" else request.getfixturevalue("plain_engine")
    arguments = []
    for desk, (login, url) in enumerate(logins(database, max(SIZES), plain_engine)):
        mine = [[how, what] for how, what, size in wanted if desk < size]
        where = url or str(tmp_path / "kcc.db")
        arguments.append([database.dialect, where, SQLITE_KEY, login, json.dumps(mine)])
    sizes = [size for _, _, size in wanted]
    with desks("working_child", arguments) as programs:
        for size in sizes:
            programs.together(size)
        return programs.answers(sizes)


def taken(database):
    """Items somebody has, items taken by more than one move, and how many moves there are; the warm ones left out."""
    raced = WorkEventRow.queue_code != "warm"

    def work(connection):
        owned = connection.scalar(select(func.count()).where(TaskRow.taken_by.is_not(None)))
        moves = select(WorkEventRow.task_id).where(raced).group_by(WorkEventRow.task_id).having(func.count() > 1)
        every = connection.scalar(select(func.count(WorkEventRow.id)).where(raced))
        return owned, len(connection.scalars(moves).all()), every

    return database.unguarded_read(work)


def show(database, what, size, got):
    waits = sorted(ms for _, ms in got)
    won = sum(bool(item) for item, _ in got)
    print(f"{database.dialect}: {size} desks, {what}: {won} got one, longest {waits[-1]:.0f} ms")


def test_fifty_desks_at_one_item_and_at_next(database, tmp_path, request):
    """One takes the item. Of "next" there are fewer items than desks: each goes to one desk, none to two."""
    promises(database, "warm", max(SIZES))
    items = {size: promises(database, f"one{size}", 1) for size in SIZES}
    queues = {size: promises(database, f"next{size}", max(1, size - 2)) for size in SIZES}
    wanted = [("take", items[size][0], size) for size in SIZES] + [("next", f"next{size}", size) for size in SIZES]
    answers = race(database, tmp_path, request, wanted)
    for (how, _, size), got in zip(wanted, answers, strict=True):
        show(database, how, size, got)
        there = items[size] if how == "take" else queues[size]
        assert sorted(item for item, _ in got if item) == sorted(there)
    everything = len(SIZES) + sum(map(len, queues.values()))
    assert taken(database) == (everything, 0, everything)
