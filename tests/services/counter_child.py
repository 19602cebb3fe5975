"""One counter of many at the same moment: run as a process, it tells which ticket it got and how long that took.

Arguments: kind, where, key, login, its counter, and JSON of the rounds: ["call", "next" or "issue", ticket or
location]. It says when it is ready, reads the start of each round from its input and says when it is through; told
that all are, it frees its counter and says so.
"""

import json
import sys
import time
from pathlib import Path
from uuid import UUID

from kcc_desktop.data.database import Database, open_postgresql, open_sqlite
from kcc_desktop.domain.counter import TicketTaken
from kcc_desktop.domain.counter_commands import IssueTicket
from kcc_desktop.domain.errors import AlreadyDone
from kcc_desktop.domain.identity import new_id
from kcc_desktop.services.counter import CounterService
from kcc_desktop.services.reception import ReceptionService

kind, where, key, login, own, text = sys.argv[1:]
engine = open_sqlite(Path(where), key, login=login) if kind == "sqlite" else open_postgresql(where)
counter, reception = CounterService(Database(engine)), ReceptionService(Database(engine))
told, rounds = [], json.loads(text)
counter.call_next(new_id(), UUID(own))  # warm, as a desk is that worked today: nobody waits yet
print("ready", flush=True)
for how, what in rounds:
    start = float(sys.stdin.readline())  # said when the round's tickets are there, however busy the machine is
    time.sleep(max(0.0, start - time.time()))
    started = time.perf_counter()
    try:
        if how == "issue":
            ticket = reception.issue(IssueTicket(new_id(), UUID(what)))
        else:
            ticket = (
                counter.call(new_id(), UUID(own), UUID(what))
                if how == "call"
                else counter.call_next(new_id(), UUID(own))
            )
    except (TicketTaken, AlreadyDone):
        ticket = None
    took = (time.perf_counter() - started) * 1000
    told.append([ticket.number if ticket is not None else "", took])
    print("through", flush=True)
    sys.stdin.readline()  # the others are through as well: nobody meets a counter that is free again
    if ticket is not None and how != "issue":
        counter.not_come(new_id(), ticket.id)
    print("free", flush=True)
engine.dispose()
print(json.dumps(told))
