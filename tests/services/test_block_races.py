"""Desks that book and desks that block one counter's time at the same moment, each a process: exactly one gets it."""

import json

from kcc_desktop.domain.agents import Role
from tests.services.desks import address, desks
from tests.services.office import roles
from tests.services.town_hall import TownHall

DESKS = ("hold", "block") * 3
ROUNDS = [10 * 60, 12 * 60, 14 * 60]


def test_either_the_block_or_the_appointment_gets_the_time(database, tmp_path):
    roles(database, Role.TEAM_LEAD)
    hall = TownHall(database, counters=1)
    given = {
        "location": str(hall.location),
        "counter": str(hall.counters[0]),
        "product": str(hall.passport),
        "on": hall.tomorrow.isoformat(),
        "rounds": ROUNDS,
    }
    arguments = [[*address(database, tmp_path), what, json.dumps(given)] for what in DESKS]
    with desks("colliding_child", arguments) as programs:
        for _ in ROUNDS:
            programs.together(len(DESKS))
        answers = programs.answers([len(DESKS)] * len(ROUNDS))
    for told in answers:
        winners = [what for what, got in zip(DESKS, told, strict=True) if got == "got"]
        print(f"{database.dialect}: {len(DESKS)} desks, won by {winners}")
        assert len(winners) == 1
    assert hall.wrong_owners() == ([], {})
