"""Ids made by the desktop itself: UUID version 7 (RFC 9562), so that indexes grow at one end.

Python 3.11 has none. An id never decides an order: two desktops' clocks differ.
"""

import os
import time
from uuid import UUID


def new_id() -> UUID:
    """A fresh UUIDv7: 48 bits of Unix milliseconds, 74 random bits."""
    milliseconds = time.time_ns() // 1_000_000
    return _uuid7(milliseconds, int.from_bytes(os.urandom(10), "big"))


def _uuid7(milliseconds: int, randomness: int) -> UUID:
    value = (milliseconds & 0xFFFF_FFFF_FFFF) << 80
    value |= 0x7 << 76
    value |= ((randomness >> 62) & 0xFFF) << 64
    value |= 0b10 << 62
    value |= randomness & 0x3FFF_FFFF_FFFF_FFFF
    return UUID(int=value)
