"""One desk of many that want the same work at the same moment: run as a process, it tells what it got and when.

Arguments: kind, where, key, login, and JSON of the rounds: ["take" or "next", task or queue].
"""

import json
import sys
import time
from uuid import UUID

from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.work import TakenByColleague
from kcc_desktop.services.work import WorkService
from tests.services.desks import opened, rounds

kind, where, key, login, text = sys.argv[1:]
database = opened(kind, where, key, login)
service, told = WorkService(database), []
service.give_back(new_id(), service.next(new_id(), ["warm"]).task.id)  # warm, as a desk is that worked today
service.queues()
for how, what in rounds(text):
    started = time.perf_counter()
    try:
        item = service.take(new_id(), UUID(what)) if how == "take" else service.next(new_id(), [what])
        got = str(item.task.id) if item is not None else ""
    except TakenByColleague:
        got = ""
    told.append([got, (time.perf_counter() - started) * 1000])
database.close()
print(json.dumps(told))
