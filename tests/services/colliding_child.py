"""One desk of several that want a counter's time at the same moment, some for an appointment and some for a block.

Arguments: kind, where, key, "hold" or "block", and JSON: location, counter, product, day and the rounds, each a begin
in minutes. It says when it is ready and reads the start from its input; it tells for each round what it got.
"""

import json
import sys
import time
from datetime import date
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from kcc_desktop.data.database import Database, open_postgresql, open_sqlite
from kcc_desktop.domain.appointments import Attendee, HoldTime, SlotTaken, TimeWish
from kcc_desktop.domain.blocks import PlaceBlock, TimePromised
from kcc_desktop.domain.free_time import Offer
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.quanta import quantum_on
from kcc_desktop.services.agents import AgentService
from kcc_desktop.services.appointments import AppointmentService
from kcc_desktop.services.blocks import BlockService

kind, where, key, what, text = sys.argv[1:]
engine = open_sqlite(Path(where), key) if kind == "sqlite" else open_postgresql(where)
database, given, told = Database(engine), json.loads(text), []
location, counter, on = UUID(given["location"]), UUID(given["counter"]), date.fromisoformat(given["on"])
wish = TimeWish((Attendee(UUID(given["product"])),))
AgentService(database).me()
print("ready", flush=True)
start = float(sys.stdin.readline())
for number, minute in enumerate(given["rounds"]):
    # Whoever blocks looks up less before it claims: in later rounds it starts a little later.
    after = 0.006 * number if what == "block" else 0.0
    time.sleep(max(0.0, start + number + after - time.time()))
    begin = quantum_on(on, minute, ZoneInfo("Europe/Amsterdam"))
    try:
        if what == "hold":
            AppointmentService(database).hold(HoldTime(new_id(), Offer(location, begin, 3, (counter,)), wish))
        else:
            placed = PlaceBlock(new_id(), location, (counter,), on, minute - 10, minute + 10, "Overleg")
            BlockService(database).place(placed)
        told.append("got")
    except (SlotTaken, TimePromised):
        told.append("refused")
engine.dispose()
print(json.dumps(told))
