"""Desks that die between two statements: each is forked from this process, which imports everything once.

Arguments: kind, where, key, what is done, and JSON of the town hall. For each line of its input (the number of the
statement before which to die, from 1, and two ids) it answers how the desk ended: 0 when it got through, so that
there are no more statements to die at.
"""

import json
import os
import signal
import sys
import traceback
from datetime import date
from pathlib import Path
from uuid import UUID

from sqlalchemy import event

from kcc_desktop.data.database import Database, open_postgresql, open_sqlite
from kcc_desktop.domain.appointments import (
    Attendee,
    BookAppointment,
    CancelAppointment,
    CancelledBy,
    HoldTime,
    MoveAppointment,
    TimeWish,
)
from kcc_desktop.domain.blocks import PlaceBlock
from kcc_desktop.domain.free_time import Offer
from kcc_desktop.services.appointments import AppointmentService
from kcc_desktop.services.blocks import BlockService

kind, where, key, what, text = sys.argv[1:]
given = json.loads(text)


def desk(number, mine, other):
    engine = open_sqlite(Path(where), key) if kind == "sqlite" else open_postgresql(where)
    database = Database(engine)
    service, blocks = AppointmentService(database), BlockService(database)
    left = [number]

    def one_less(*_):
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    # The commit and what opens a transaction are moments to die at, too.
    for name in ("before_cursor_execute", "begin", "commit", "savepoint", "release_savepoint"):
        event.listen(engine, name, one_less)
    location = UUID(given["location"])
    offer, wish = Offer(location, given["quantum"], 3, ()), TimeWish((Attendee(UUID(given["product"])),))
    counters, on = tuple(map(UUID, given["counters"])), date.fromisoformat(given["on"])
    work = {
        "hold": lambda: service.hold(HoldTime(other, offer, wish)),
        "book": lambda: service.book(BookAppointment(mine, None, "Anna")),
        "move": lambda: service.move(MoveAppointment(mine, other, offer)),
        "cancel": lambda: service.cancel(CancelAppointment(mine, CancelledBy.CITIZEN)),
        "block": lambda: blocks.place(PlaceBlock(other, location, counters, on, 12 * 60, 13 * 60, "Overleg")),
        "unblock": lambda: blocks.end_from(mine),
    }[what]
    work()


for line in sys.stdin:
    number, mine, other = line.split()
    child = os.fork()
    if child == 0:
        try:
            desk(int(number), UUID(mine), UUID(other))
            os._exit(0)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
    _, status = os.waitpid(child, 0)
    print(os.waitstatus_to_exitcode(status), flush=True)
