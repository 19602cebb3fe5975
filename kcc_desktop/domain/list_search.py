"""Finds in a list that fits in memory by what is typed: whole words before beginnings. Knows no list."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import TypeVar

from kcc_desktop.domain.folding import words

T = TypeVar("T")


@lru_cache(maxsize=8192)  # the same few hundred texts at every key
def _words_of(text: str) -> frozenset[str]:
    return frozenset(words(text))


def find_in(things: Iterable[T], text: str, limit: int, texts_of: Callable[[T], Iterable[str]]) -> tuple[T, ...]:
    """At most `limit` things that have every word of `text`, or a word that begins with it.

    A thing's texts count in their order: a word in the first stands before the same word in a later one, and a
    whole word before a beginning. Among equals the order they came in stays. Nothing typed finds nothing.
    """
    wanted = words(text)
    if not wanted:
        return ()
    ranked = []
    for thing in things:
        rank = _rank(wanted, [_words_of(said) for said in texts_of(thing)])
        if rank is not None:
            ranked.append((rank, thing))
    ranked.sort(key=lambda pair: pair[0])
    return tuple(thing for _rank_of, thing in ranked[:limit])


def _rank(wanted: list[str], texts: list[frozenset[str]]) -> int | None:
    """Lower is better; None when a wanted word is nowhere."""
    total = 0
    for word in wanted:
        ranks = [place for place, have in enumerate(texts) if word in have]
        if not ranks:
            begins = (any(other.startswith(word) for other in have) for have in texts)
            ranks = [len(texts) + place for place, found in enumerate(begins) if found]
        if not ranks:
            return None
        total += ranks[0]
    return total
