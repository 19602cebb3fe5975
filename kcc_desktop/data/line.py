"""The line of desks that want to write to one file. Knows no statement of theirs."""

import random
import time
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

_SOONEST, _LATEST = 0.003, 0.03  # seconds between two tries, after long waiting and at first
_AGED = 20  # seconds of waiting that take a second off the time between two tries


def stand_in_line(file: Any, patience_seconds: float) -> bool:
    """Begin to write as soon as nobody else does; False when that is not within so many seconds, or cannot be.

    SQLite's own waiting asks ever more seldom, so that of fifty desks who came last goes first and who waited longest
    waits on (5.3 s where all could have been served in 2). Here who waited longest asks most often.
    """
    start = time.monotonic()
    while (waited := time.monotonic() - start) < patience_seconds:
        try:
            file.execute("BEGIN IMMEDIATE")
        except sqlcipher.OperationalError as error:
            if "locked" not in str(error):
                return False
            time.sleep(random.uniform(0.5, 1) * max(_SOONEST, _LATEST - waited / _AGED))
        else:
            return True
    return False
