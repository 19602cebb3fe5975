"""Chance that repeats itself: seeded draws, weighted picks, and ids that are the same on every run.

Ids are UUIDv7 as the desktop makes them, but their clock and their randomness come from the seed. They are bytes
here: a million people are written in bulk, and nothing between needs an object.
"""

from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

T = TypeVar("T")


class Weighted(Generic[T]):
    """Things with unequal odds; a pick costs one draw and one bisection."""

    __slots__ = ("_edges", "_things", "_total")

    def __init__(self, things: Sequence[T], weights: Sequence[float]) -> None:
        self._things = tuple(things)
        self._edges = tuple(accumulate(weights))
        self._total = self._edges[-1]

    @classmethod
    def of(cls, pairs: Sequence[tuple[T, float]]) -> "Weighted[T]":
        return cls([thing for thing, _ in pairs], [weight for _, weight in pairs])

    @classmethod
    def long_tailed(cls, things: Sequence[T], *, head: float = 10.0, steepness: float = 0.9) -> "Weighted[T]":
        """The first ones often, the last ones seldom, as surnames are: weight 1 / (place + head) ** steepness."""
        return cls(things, [1.0 / (place + head) ** steepness for place in range(1, len(things) + 1)])

    def pick(self, chance: Random) -> T:
        return self._things[bisect(self._edges, chance.random() * self._total)]


def one_of(chance: Random, things: Sequence[T]) -> T:
    """Any of `things`, all as likely; faster than Random.choice, which a million people notice."""
    return things[int(chance.random() * len(things))]


_START = 1_767_225_600_000  # the first of January 2026: ids tell no time, and a draft finds its people again


class Ids:
    """UUIDv7 bytes in ascending order: a load writes at one end of every index."""

    __slots__ = ("_bits", "_made", "_milliseconds")

    def __init__(self, seed: int, what: str) -> None:
        """`what` names a stream of its own, so that more contacts do not change who people are."""
        self._bits = Random(f"ids of {what} {seed}").getrandbits
        self._milliseconds = _START
        self._made = 0

    def next(self) -> bytes:
        self._made += 1
        # 12 bits of counting keep ids of one millisecond in order; the other 62 bits are random.
        if self._made & 0xFFF == 0:
            self._milliseconds += 1
        value = self._milliseconds << 80 | 0x7 << 76 | (self._made & 0xFFF) << 64 | 0b10 << 62 | self._bits(62)
        return value.to_bytes(16, "big")
