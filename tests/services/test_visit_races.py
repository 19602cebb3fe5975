"""Up to fifty desks, each a process, at one worker's morning: what they want does not overlap, and still only one fits.

Every second desk wants a visit at the other end of the municipality, five minutes after the others' would be over. No
row of occupied time is wanted by both kinds: only the worker's day tells them that nobody drives that fast.
"""

import json
from collections import Counter

from kcc_desktop.data import visit_writes
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.quanta import quantum_at
from kcc_desktop.domain.travel import TravelSource
from kcc_desktop.domain.visit_commands import HoldVisit
from kcc_desktop.domain.visits import VisitProposal, VisitTimeTaken
from kcc_desktop.services.visits import VisitService
from tests.services.desks import SIZES, address, desks
from tests.services.field_team import FAR, NEAR, FieldTeam
from tests.services.racing import Race


def test_one_of_fifty_desks_gets_into_the_day_and_the_others_hear_the_next_best(database, tmp_path):
    team = FieldTeam(database)
    worker, product = str(team.workers[0]), str(team.product)
    wanted = []
    for number in range(len(SIZES)):
        begin = quantum_at(team.at(10, days=2 + number))
        wanted.append([[worker, begin, product, *NEAR], [worker, begin + 13, product, *FAR]])
    arguments = []
    for desk in range(max(SIZES)):
        mine = [both[desk % 2] for both, size in zip(wanted, SIZES, strict=True) if desk < size]
        arguments.append([*address(database, tmp_path), json.dumps(mine)])
    with desks("visiting_child", arguments) as programs:
        for size in SIZES:
            programs.together(size)
        answers = programs.answers(SIZES)
    for size, told in zip(SIZES, answers, strict=True):
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
