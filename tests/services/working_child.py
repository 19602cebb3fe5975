"""One desk of many that want the same work at the same moment: run as a process, it tells what it got and when.

Arguments: kind, where, key, login, and JSON of the rounds: [seconds after the start, "take" or "next", task or queue].
It says when it is ready and reads the start from its input.
"""

import json
import sys
import time
from pathlib import Path
from uuid import UUID

from kcc_desktop.data.database import Database, open_postgresql, open_sqlite
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.work import TakenByColleague
from kcc_desktop.services.work import WorkService

kind, where, key, login, text = sys.argv[1:]
engine = open_sqlite(Path(where), key, login=login) if kind == "sqlite" else open_postgresql(where)
service = WorkService(Database(engine))
told, rounds = [], json.loads(text)
service.give_back(new_id(), service.next(new_id(), ["warm"]).task.id)  # warm, as a desk is that worked today
service.queues()
print("ready", flush=True)
start = float(sys.stdin.readline())
for after, how, what in rounds:
    time.sleep(max(0.0, start + after - time.time()))
    started = time.perf_counter()
    try:
        item = service.take(new_id(), UUID(what)) if how == "take" else service.next(new_id(), [what])
        got = str(item.task.id) if item is not None else ""
    except TakenByColleague:
        got = ""
    told.append([got, (time.perf_counter() - started) * 1000])
engine.dispose()
print(json.dumps(told))
