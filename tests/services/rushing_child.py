"""One desk of many that want the same time at the same moment: run as a process, it tells what it got and when.

Arguments: kind, where, key, and JSON of the rounds: [seconds after the start, location, quantum, quanta, product].
It says when it is ready and reads the start from its input.
"""

import json
import sys
import time
from contextlib import suppress
from pathlib import Path
from uuid import UUID

from kcc_desktop.data.database import Database, open_postgresql, open_sqlite
from kcc_desktop.domain.appointments import Attendee, HoldTime, SlotTaken, TimeWish
from kcc_desktop.domain.free_time import Offer
from kcc_desktop.domain.identity import new_id
from kcc_desktop.services.appointments import AppointmentService

kind, where, key, text = sys.argv[1:]
engine = open_sqlite(Path(where), key) if kind == "sqlite" else open_postgresql(where)
service = AppointmentService(Database(engine))
told, rounds = [], json.loads(text)
for _, location, _, _, product in rounds[:1]:  # warm, as a desk is that planned something today
    wish = TimeWish((Attendee(UUID(product)),), UUID(location))
    with suppress(SlotTaken):
        service.let_go(service.hold(HoldTime(new_id(), service.offers(wish, 40)[-1], wish)).id)
print("ready", flush=True)
start = float(sys.stdin.readline())
for after, location, quantum, quanta, product in rounds:
    wish = TimeWish((Attendee(UUID(product)),))
    command = HoldTime(new_id(), Offer(UUID(location), quantum, quanta, ()), wish)
    time.sleep(max(0.0, start + after - time.time()))
    started = time.perf_counter()
    try:
        service.hold(command)
        told.append(["held", 0, (time.perf_counter() - started) * 1000])
    except SlotTaken as refused:
        told.append(["taken", len(refused.next_best), (time.perf_counter() - started) * 1000])
engine.dispose()
print(json.dumps(told))
