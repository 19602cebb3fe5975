"""Up to fifty desks, each a process, at one counter and one time: one gets it, all others hear what is left."""

import json
import subprocess
import sys
import time
from collections import Counter

from tests.services.town_hall import TownHall

ROUNDS = (2, 5, 10, 20, 50)


def test_one_of_fifty_desks_gets_the_time_and_the_others_the_next_best(database, tmp_path):
    hall = TownHall(database, counters=1)
    first = hall.first()
    if database.dialect == "sqlite":
        where, key = str(tmp_path / "kcc.db"), "ab" * 32
    else:
        where, key = database.engine.url.render_as_string(hide_password=False), "-"
    rounds = [
        [number, str(hall.location), first.quantum + 3 * number, 3, str(hall.passport)] for number in range(len(ROUNDS))
    ]
    desks = []
    for desk in range(max(ROUNDS)):
        mine = [one for one, size in zip(rounds, ROUNDS, strict=True) if desk < size]
        arguments = [sys.executable, "-m", "tests.services.rushing_child", database.dialect, where, key]
        pipes = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
        desks.append(subprocess.Popen([*arguments, json.dumps(mine)], encoding="utf-8", **pipes))
    assert {desk.stdout.readline() for desk in desks} == {"ready\n"}
    start = time.time() + 0.5
    for desk in desks:
        desk.stdin.write(f"{start}\n")
        desk.stdin.flush()
    answers = [desk.communicate() for desk in desks]
    assert [desk.returncode for desk in desks] == [0] * max(ROUNDS), [error for _, error in answers]
    for number, size in enumerate(ROUNDS):
        told = [json.loads(out)[number - _missed(desk)] for desk, (out, _) in enumerate(answers) if desk < size]
        counts = Counter(word for word, _, _ in told)
        waits = sorted(ms for _, _, ms in told)
        print(f"{database.dialect}: {size} desks, {counts['held']} held, longest {waits[-1]:.0f} ms")
        assert counts == {"held": 1, "taken": size - 1}
        assert all(others for word, others, _ in told if word == "taken")
    assert hall.wrong_owners() == ([], {})


def _missed(desk):
    """Rounds at the start that this desk was not in."""
    return sum(desk >= size for size in ROUNDS)
