"""Takes misspelt words for words that exist. Knows the distinct words of the index, not whose they are."""

import threading
import time
from collections.abc import Sequence
from itertools import islice

from rapidfuzz import process
from rapidfuzz.distance import OSA, Levenshtein
from sqlalchemy import Connection, select

from kcc_desktop.data.search_index import SearchWordRow
from kcc_desktop.domain.findable import PARTICLES

FRESH_SECONDS = 600
SHORTEST = 2  # letters
LONG = 7  # so many letters may have two slips
ALTERNATIVES = 40


class Words:
    """Every word there is, at one moment; lists of about the same length are made when first asked for."""

    def __init__(self, words: Sequence[str] = ()) -> None:
        self.all = words
        self._of_length: dict[tuple[int, int], Sequence[str]] = {}

    def like(self, word: str, slips: int) -> tuple[str, ...]:
        """Words at exactly so many `slips` from `word`: a letter more, less, another, or two swapped. No particles."""
        if len(word) < SHORTEST or (slips > 1 and len(word) < LONG):
            return ()
        # Swapped letters are two edits for Levenshtein, which stops early and is several times as fast.
        among = self._about_as_long(len(word), slips)
        near = process.extract(word, among, scorer=Levenshtein.distance, score_cutoff=2, limit=None)
        alike = (other for other, edits, _ in near if edits and OSA.distance(word, other) == slips)
        return tuple(islice((other for other in alike if other not in PARTICLES), ALTERNATIVES))

    def _about_as_long(self, length: int, slips: int) -> Sequence[str]:
        """A slip changes the length by one letter at most, so that half of the words need not be looked at."""
        words = self._of_length.get((length, slips))
        if words is None:
            words = [word for word in self.all if abs(len(word) - length) <= slips]
            self._of_length[length, slips] = words
        return words


class Vocabulary:
    """A desktop's own copy of the words, read when it is first needed and again when it is ten minutes old.

    Some fifty thousand words at a million people: tens of milliseconds on a worker, four megabytes.
    """

    def __init__(self, fresh_seconds: float = FRESH_SECONDS) -> None:
        self._fresh_seconds = fresh_seconds
        self._words = Words()
        self._read_at: float | None = None
        self._lock = threading.Lock()

    def words(self, connection: Connection) -> Words:
        with self._lock:
            now = time.monotonic()
            if self._read_at is None or now - self._read_at >= self._fresh_seconds:
                self._words = Words(list(connection.scalars(select(SearchWordRow.word))))
                self._read_at = now
            return self._words
