"""Up to fifty desks, each a process, at one worker's morning: what they want does not overlap, and still only one fits.

Every second desk wants a visit at the other end of the municipality, five minutes after the others' would be over. No
row of occupied time is wanted by both kinds: only the worker's day tells them that nobody drives that fast.
"""

import json
import subprocess
import sys
import time
from collections import Counter

from kcc_desktop.domain.quanta import quantum_at
from tests.services.field_team import FAR, NEAR, FieldTeam

ROUNDS = (2, 5, 10, 20, 50)


def test_one_of_fifty_desks_gets_into_the_day_and_the_others_hear_the_next_best(database, tmp_path):
    team = FieldTeam(database)
    if database.dialect == "sqlite":
        where, key = str(tmp_path / "kcc.db"), "ab" * 32
    else:
        where, key = database.engine.url.render_as_string(hide_password=False), "-"
    worker, product = str(team.workers[0]), str(team.product)
    rounds = []
    for number in range(len(ROUNDS)):
        begin = quantum_at(team.at(10, days=2 + number))
        rounds.append([[number, worker, begin, product, *NEAR], [number, worker, begin + 13, product, *FAR]])
    desks = []
    for desk in range(max(ROUNDS)):
        mine = [both[desk % 2] for both, size in zip(rounds, ROUNDS, strict=True) if desk < size]
        arguments = [sys.executable, "-m", "tests.services.visiting_child", database.dialect, where, key]
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
    assert team.wrong_owners() == ([], {})
    assert team.late() == []


def _missed(desk):
    """Rounds at the start that this desk was not in."""
    return sum(desk >= size for size in ROUNDS)
