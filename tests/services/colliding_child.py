"""One desk of several that want a counter's time at the same moment, some for an appointment and some for a block.

Arguments: kind, where, key, "hold" or "block", and JSON: location, counter, product, day and the rounds, each a begin
in minutes. It tells for each round what it got.
"""

import json
import sys
import time
from datetime import date
from uuid import UUID
from zoneinfo import ZoneInfo

from kcc_desktop.domain.appointments import Attendee, HoldTime, SlotTaken, TimeWish
from kcc_desktop.domain.blocks import PlaceBlock, TimePromised
from kcc_desktop.domain.free_time import Offer
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.quanta import quantum_on
from kcc_desktop.services.agents import AgentService
from kcc_desktop.services.appointments import AppointmentService
from kcc_desktop.services.blocks import BlockService
from tests.services.desks import opened, rounds

kind, where, key, what, text = sys.argv[1:]
database, given, told = opened(kind, where, key), json.loads(text), []
location, counter, on = UUID(given["location"]), UUID(given["counter"]), date.fromisoformat(given["on"])
wish = TimeWish((Attendee(UUID(given["product"])),))
AgentService(database).me()
for number, minute in enumerate(rounds(json.dumps(given["rounds"]))):
    # Whoever blocks looks up less before it claims: in later rounds it starts a little later.
    time.sleep(0.006 * number if what == "block" else 0.0)
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
database.close()
print(json.dumps(told))
