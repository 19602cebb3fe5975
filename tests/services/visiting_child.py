"""One desk of many that want the same place in a worker's day: run as a process, it tells what it got and when.

Arguments: kind, where, key, and JSON of the rounds: [worker, quantum, product, latitude, longitude].
"""

import json
import sys
import time
from contextlib import suppress
from uuid import UUID

from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.local_time import local_day
from kcc_desktop.domain.quanta import instant_of
from kcc_desktop.domain.travel import Point, TravelSource
from kcc_desktop.domain.visit_commands import HoldVisit
from kcc_desktop.domain.visits import VisitNeed, VisitProposal, VisitTimeTaken
from kcc_desktop.services.visits import VisitService
from tests.services.desks import opened, rounds
from tests.services.field_team import place

kind, where, key, text = sys.argv[1:]
database = opened(kind, where, key)
service, told = VisitService(database), []


def need(product, point, **changes):
    return VisitNeed(place(point), 60, UUID(product), **changes)


for _, _, product, latitude, longitude in json.loads(text)[:1]:  # warm, as a desk is that planned something today
    wish = need(product, Point(latitude, longitude))
    with suppress(VisitTimeTaken):
        service.let_go(service.hold(HoldVisit(new_id(), wish, service.propose(wish, 40)[-1])).id)
for worker, quantum, product, latitude, longitude in rounds(text):
    on = local_day(instant_of(quantum))
    window = (quantum, quantum + 12)
    proposal = VisitProposal(UUID(worker), "", on, quantum, 12, window, 0, 0, 0, TravelSource.DISTANCE)
    command = HoldVisit(new_id(), need(product, Point(latitude, longitude), from_on=on), proposal)
    started = time.perf_counter()
    try:
        service.hold(command)
        told.append(["held", 0, (time.perf_counter() - started) * 1000])
    except VisitTimeTaken as refused:
        told.append(["taken", len(refused.next_best), (time.perf_counter() - started) * 1000])
database.close()
print(json.dumps(told))
