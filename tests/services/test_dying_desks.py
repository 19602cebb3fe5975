"""A desktop killed between any two statements leaves a consistent calendar: all of what it did, or nothing."""

import json
import os
import signal
import subprocess
import sys
from contextlib import contextmanager

import pytest
from sqlalchemy import select

from kcc_desktop.data.audit import broken_lines
from kcc_desktop.data.blocks import BlockRow
from kcc_desktop.data.database import Database
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.blocks import PlaceBlock
from kcc_desktop.domain.identity import new_id
from kcc_desktop.services.blocks import BlockService
from tests.services.office import roles
from tests.services.town_hall import TownHall


@pytest.fixture(params=["sqlite", "postgresql"])
def hall(request):
    opened = Database(request.getfixturevalue(f"{request.param}_engine"), origin="test")
    make_first_agent(opened, "Noor Jansen", "KCC", {Role.AGENT})
    roles(opened, Role.TEAM_LEAD)
    return TownHall(opened)


@contextmanager
def desks(hall, tmp_path, what):
    """Answers how a desk ended that was to die before the statement of a number."""
    if hall.database.dialect == "sqlite":
        where, key = str(tmp_path / "kcc.db"), "ab" * 32
    else:
        where, key = hall.database.engine.url.render_as_string(hide_password=False), "-"
    given = {
        "location": str(hall.location),
        "counters": [str(counter) for counter in hall.counters],
        "product": str(hall.passport),
        "quantum": hall.first().quantum + 12,
        "on": hall.tomorrow.isoformat(),
    }
    arguments = [sys.executable, "-m", "tests.services.dying_child", hall.database.dialect, where, key, what]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "encoding": "utf-8"}
    with subprocess.Popen([*arguments, json.dumps(given)], **pipes) as child:

        def ended(number, mine):
            child.stdin.write(f"{number} {mine} {new_id()}\n")
            child.stdin.flush()
            return int(child.stdout.readline())

        yield ended


def prepared(hall, what):
    """What the work begins with."""
    if what == "book":
        return hall.held().id
    if what in ("move", "cancel"):
        return hall.booked(None).id
    if what == "unblock":
        command = PlaceBlock(new_id(), hall.location, hall.counters, hall.tomorrow, 14 * 60, 15 * 60, "Overleg")
        BlockService(hall.database).place(command)
        return hall.database.unguarded_read(lambda c: c.scalar(select(BlockRow.id)))
    return new_id()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a desk is forked, so that it dies as if its power went")
@pytest.mark.parametrize("what", ["hold", "book", "move", "cancel", "block", "unblock"])
def test_a_desk_killed_at_any_statement_leaves_all_or_nothing(hall, tmp_path, what):
    number, code = 0, -signal.SIGKILL
    with desks(hall, tmp_path, what) as ended:
        mine = prepared(hall, what)  # a desk that is killed leaves it as it was
        while code == -signal.SIGKILL:
            number += 1
            code = ended(number, mine)
            assert hall.wrong_owners() == ([], {}), f"{what} killed at statement {number}"
    print(f"{hall.database.dialect}: {what} killed at each of {number - 1} statements")
    assert code == 0
    assert number > 8
    assert hall.database.unguarded_read(lambda c: list(broken_lines(c))) == []
