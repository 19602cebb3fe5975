"""Desks that book and desks that block one counter's time at the same moment, each a process: exactly one gets it."""

import json
import subprocess
import sys
import time

from kcc_desktop.domain.agents import Role
from tests.services.office import roles
from tests.services.town_hall import TownHall

DESKS = ("hold", "block") * 3
ROUNDS = [10 * 60, 12 * 60, 14 * 60]


def test_either_the_block_or_the_appointment_gets_the_time(database, tmp_path):
    roles(database, Role.TEAM_LEAD)
    hall = TownHall(database, counters=1)
    if database.dialect == "sqlite":
        where, key = str(tmp_path / "kcc.db"), "ab" * 32
    else:
        where, key = database.engine.url.render_as_string(hide_password=False), "-"
    given = {
        "location": str(hall.location),
        "counter": str(hall.counters[0]),
        "product": str(hall.passport),
        "on": hall.tomorrow.isoformat(),
        "rounds": ROUNDS,
    }
    pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    arguments = [sys.executable, "-m", "tests.services.colliding_child", database.dialect, where, key]
    desks = [subprocess.Popen([*arguments, what, json.dumps(given)], encoding="utf-8", **pipes) for what in DESKS]
    assert {desk.stdout.readline() for desk in desks} == {"ready\n"}
    start = time.time() + 0.5
    for desk in desks:
        desk.stdin.write(f"{start}\n")
        desk.stdin.flush()
    answers = [desk.communicate() for desk in desks]
    assert [desk.returncode for desk in desks] == [0] * len(DESKS), [error for _, error in answers]
    told = [json.loads(out) for out, _ in answers]
    for number in range(len(ROUNDS)):
        winners = [what for what, desk in zip(DESKS, told, strict=True) if desk[number] == "got"]
        print(f"{database.dialect}: {len(DESKS)} desks, won by {winners}")
        assert len(winners) == 1
    assert hall.wrong_owners() == ([], {})
