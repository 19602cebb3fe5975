"""The line of desks that want to write to one file. Knows no statement of theirs."""

import random
import time
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

_SHORTEST, _LONGEST = 0.004, 0.06  # seconds between two tries, at first and for who waits long
_LONGER = 1.4  # times, after each try


def stand_in_line(file: Any, patience_seconds: float) -> bool:
    """Begin to write as soon as nobody else does; False when that is not within so many seconds, or cannot be.

    SQLite's own waiting asks ever more seldom, so that of fifty desks who came last goes first and who waited longest
    waits on (5.3 s where all could have been served in 2). Here nobody asks more seldom than all others. Nor often:
    asking costs half a millisecond, and fifty who ask each 3 ms leave no processor to the one who writes.
    """
    until, pause = time.monotonic() + patience_seconds, _SHORTEST
    while time.monotonic() < until:
        try:
            file.execute("BEGIN IMMEDIATE")
        except sqlcipher.OperationalError as error:
            if "locked" not in str(error):
                return False
            time.sleep(random.uniform(0.5, 1) * pause)
            pause = min(_LONGEST, pause * _LONGER)
        else:
            return True
    return False
