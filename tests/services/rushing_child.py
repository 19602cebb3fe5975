"""One desk of many that want the same time at the same moment: run as a process, it tells what it got and when.

Arguments: kind, where, key, and JSON of the rounds: [location, quantum, quanta, product].
"""

import json
import sys
import time
from contextlib import suppress
from uuid import UUID

from kcc_desktop.domain.appointments import Attendee, HoldTime, SlotTaken, TimeWish
from kcc_desktop.domain.free_time import Offer
from kcc_desktop.domain.identity import new_id
from kcc_desktop.services.appointments import AppointmentService
from tests.services.desks import opened, rounds

kind, where, key, text = sys.argv[1:]
database = opened(kind, where, key)
service, told = AppointmentService(database), []
for location, _, _, product in json.loads(text)[:1]:  # warm, as a desk is that planned something today
    wish = TimeWish((Attendee(UUID(product)),), UUID(location))
    with suppress(SlotTaken):
        service.let_go(service.hold(HoldTime(new_id(), service.offers(wish, 40)[-1], wish)).id)
for location, quantum, quanta, product in rounds(text):
    wish = TimeWish((Attendee(UUID(product)),))
    command = HoldTime(new_id(), Offer(UUID(location), quantum, quanta, ()), wish)
    started = time.perf_counter()
    try:
        service.hold(command)
        told.append(["held", 0, (time.perf_counter() - started) * 1000])
    except SlotTaken as refused:
        told.append(["taken", len(refused.next_best), (time.perf_counter() - started) * 1000])
database.close()
print(json.dumps(told))
