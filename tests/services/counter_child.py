"""One counter of many at the same moment: run as a process, it tells which ticket it got and how long that took.

Arguments: kind, where, key, login, its counter, and JSON of the rounds: ["call", "next" or "issue", ticket or
location]. After each round it frees its counter: nobody meets one that is free again in the same round.
"""

import json
import sys
import time
from uuid import UUID

from kcc_desktop.domain.counter import TicketTaken
from kcc_desktop.domain.counter_commands import IssueTicket
from kcc_desktop.domain.errors import AlreadyDone
from kcc_desktop.domain.identity import new_id
from kcc_desktop.services.counter import CounterService
from kcc_desktop.services.reception import ReceptionService
from tests.services.desks import opened, rounds

kind, where, key, login, own, text = sys.argv[1:]
database = opened(kind, where, key, login)
counter, reception = CounterService(database), ReceptionService(database)
told, called = [], []


def wants(how, what):
    """The number got, or nothing."""
    if how == "issue":
        return reception.issue(IssueTicket(new_id(), UUID(what))).number
    try:
        if how == "call":
            ticket = counter.call(new_id(), UUID(own), UUID(what))
        else:
            ticket = counter.call_next(new_id(), UUID(own))
    except (TicketTaken, AlreadyDone):
        return ""
    if ticket is None:
        return ""
    called.append(ticket.id)
    return ticket.number


def free():
    while called:
        counter.not_come(new_id(), called.pop())


counter.call_next(new_id(), UUID(own))  # warm, as a desk is that worked today: nobody waits yet
for how, what in rounds(text, free):
    started = time.perf_counter()
    told.append([wants(how, what), (time.perf_counter() - started) * 1000])
database.close()
print(json.dumps(told))
