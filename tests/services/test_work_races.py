"""Up to fifty desks, each a process and an agent of its own, at one item and at "next": nothing is anybody's twice."""

import json
import subprocess
import sys
import time

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
from tests.services.conversations import START, conversation, question

ROUNDS = (2, 5, 10, 20, 50)
APART = 3  # seconds


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


def race(database, tmp_path, request, rounds):
    """What each round's desks got: (item or "", milliseconds). `rounds`: how, what, and how many desks."""
    plain_engine = None if database.dialect == "sqlite" else request.getfixturevalue("plain_engine")
    desks = []
    for desk, (login, url) in enumerate(logins(database, max(ROUNDS), plain_engine)):
        mine = [[n * APART, how, what] for n, (how, what, size) in enumerate(rounds) if desk < size]
        where = url or str(tmp_path / "kcc.db")
        arguments = [sys.executable, "-m", "tests.services.working_child", database.dialect, where, "ab" * 32, login]
        pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
        desks.append(subprocess.Popen([*arguments, json.dumps(mine)], encoding="utf-8", **pipes))
    assert {desk.stdout.readline() for desk in desks} == {"ready\n"}
    start = time.time() + 0.5
    for desk in desks:
        desk.stdin.write(f"{start}\n")
        desk.stdin.flush()
    answers = [desk.communicate() for desk in desks]
    assert [desk.returncode for desk in desks] == [0] * len(desks), [error for _, error in answers]
    told = [iter(json.loads(out)) for out, _ in answers]
    return [[next(told[desk]) for desk in range(size)] for _, _, size in rounds]


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
    promises(database, "warm", max(ROUNDS))
    items = {size: promises(database, f"one{size}", 1) for size in ROUNDS}
    queues = {size: promises(database, f"next{size}", max(1, size - 2)) for size in ROUNDS}
    rounds = [("take", items[size][0], size) for size in ROUNDS] + [("next", f"next{size}", size) for size in ROUNDS]
    answers = race(database, tmp_path, request, rounds)
    for (how, _, size), got in zip(rounds, answers, strict=True):
        show(database, how, size, got)
        wanted = items[size] if how == "take" else queues[size]
        assert sorted(item for item, _ in got if item) == sorted(wanted)
    everything = len(ROUNDS) + sum(map(len, queues.values()))
    assert taken(database) == (everything, 0, everything)
