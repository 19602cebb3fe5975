"""Up to fifty desks, each a process, at one counter and one time: one gets it, all others hear what is left."""

import json
from collections import Counter

from tests.services.desks import SIZES, address, desks
from tests.services.town_hall import TownHall


def test_one_of_fifty_desks_gets_the_time_and_the_others_the_next_best(database, tmp_path):
    hall = TownHall(database, counters=1)
    first = hall.first()
    wanted = [[str(hall.location), first.quantum + 3 * number, 3, str(hall.passport)] for number in range(len(SIZES))]
    arguments = []
    for desk in range(max(SIZES)):
        mine = [one for one, size in zip(wanted, SIZES, strict=True) if desk < size]
        arguments.append([*address(database, tmp_path), json.dumps(mine)])
    with desks("rushing_child", arguments) as programs:
        for size in SIZES:
            programs.together(size)
        answers = programs.answers(SIZES)
    for size, told in zip(SIZES, answers, strict=True):
        counts = Counter(word for word, _, _ in told)
        waits = sorted(ms for _, _, ms in told)
        print(f"{database.dialect}: {size} desks, {counts['held']} held, longest {waits[-1]:.0f} ms")
        assert counts == {"held": 1, "taken": size - 1}
        assert all(others for word, others, _ in told if word == "taken")
    assert hall.wrong_owners() == ([], {})
