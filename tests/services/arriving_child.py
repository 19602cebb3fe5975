"""One desk of many that receive the same at the same moment: run as a process, it tells what it heard.

Arguments: kind, where, key, login, and JSON of the rounds: [outside id, text].
"""

import json
import sys

from kcc_desktop.domain.incoming import OtherContent
from kcc_desktop.services.incoming import IncomingService
from tests.services.desks import opened, rounds
from tests.services.test_incoming import form

kind, where, key, login, text = sys.argv[1:]
database = opened(kind, where, key, login)
service, told = IncomingService(database), []
service.receive(form(outside_id=f"warm {login}"))
for outside_id, said in rounds(text):
    try:
        received = service.receive(form(outside_id=outside_id, text=said, phone="0612345678"))
        told.append([received.reference, received.is_new])
    except OtherContent:
        told.append(["", False])
database.close()
print(json.dumps(told))
