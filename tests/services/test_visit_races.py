"""Up to fifty desks, each a process, at one worker's morning: what they want does not overlap, and still only one fits.

Every second desk wants a visit at the other end of the municipality, five minutes after the others' would be over. No
row of occupied time is wanted by both kinds: only the worker's day tells them that nobody drives that fast.
"""

import json
import subprocess
import sys
import time
from collections import Counter

from kcc_desktop.data import visit_writes
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.quanta import quantum_at
from kcc_desktop.domain.travel import TravelSource
from kcc_desktop.domain.visit_commands import HoldVisit
from kcc_desktop.domain.visits import VisitProposal, VisitTimeTaken
from kcc_desktop.services.visits import VisitService
from tests.services.field_team import FAR, NEAR, FieldTeam
from tests.services.racing import Race

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


def test_who_judged_the_day_before_a_colleague_was_through_judges_it_again(postgresql_engine):
    """Both times are free, the drive between them is not: the second one waits for the first, and hears it."""
    race = Race(postgresql_engine)
    team = FieldTeam(race.one)
    begin, told = quantum_at(team.at(10)), []

    def exact(at):
        window = (at, at + 12)
        return VisitProposal(team.workers[0], "", team.tomorrow, at, 12, window, 0, 0, 0, TravelSource.DISTANCE)

    def second():
        command = HoldVisit(new_id(), team.need(FAR), exact(begin + 13))
        try:
            told.append(VisitService(race.two).hold(command))
        except VisitTimeTaken as refused:
            told.append(refused)

    command = HoldVisit(new_id(), team.need(NEAR), exact(begin))
    race.run(lambda unit: visit_writes.hold(unit, command, NEAR), second)
    (answer,) = told
    assert isinstance(answer, VisitTimeTaken)
    assert answer.next_best
    assert team.late() == []


def _missed(desk):
    """Rounds at the start that this desk was not in."""
    return sum(desk >= size for size in ROUNDS)
