"""Finds parties while somebody types. Reads the index of `search_index` and nothing of what it points to.

A full-text index with 200 unranked candidates missed the right person in 72 % of five-letter searches at 200,000
people. Here whole words go before beginnings and recent contact goes first among equals, and no question, however
frequent its words, reads more than some ten thousand rows: it starts from the rarest word, and when every word is
frequent, from the recent people.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import UUID

from sqlalchemy import Connection, select

from kcc_desktop.data import search_statements as statements
from kcc_desktop.data.covering import covered_among
from kcc_desktop.data.parties import PartyRow
from kcc_desktop.data.party_words import names_of
from kcc_desktop.data.search_correction import Vocabulary
from kcc_desktop.data.search_index import SearchPartyRow, joined
from kcc_desktop.data.search_statements import Word
from kcc_desktop.domain.asked import Asked, Reading, readings
from kcc_desktop.domain.local_time import local_day

MOST = 200  # more people than anybody looks through: type on
DOUBTFUL = 5  # fewer found, and nobody with every word in full: words are taken for misspelt


@dataclass(frozen=True, slots=True)
class Found:
    """`ids`, the likeliest first; `more`: others match too. `corrected`: pairs of what was typed and what was found."""

    ids: tuple[UUID, ...] = ()
    more: bool = False
    corrected: tuple[tuple[str, str], ...] = ()


def find(
    connection: Connection,
    typed: str,
    limit: int = 20,
    vocabulary: Vocabulary | None = None,
    today: date | None = None,
) -> Found:
    """Parties that have every word of `typed`: at most `limit` (and MOST), the likeliest first.

    Too few: with `vocabulary`, words are taken for misspelt and what was meant is searched too, after the others.
    """
    read = readings(typed, today or local_day(datetime.now(UTC)))
    search = _Search(connection, min(limit, MOST), {form for asked in read for one in asked for form in one.forms})
    for reading in read:
        search.look_for(reading)
        if search.hits:
            break
    corrected: tuple[tuple[str, str], ...] = ()
    if read and search.is_doubtful:
        if not search.hits:
            search.without_particles(read[-1])
        if vocabulary is not None and search.is_doubtful:
            corrected = search.mended(read[-1], vocabulary)
    return Found(search.in_order(), search.more, corrected)


class _Search:
    """The steps of one search; each adds to what the likelier ones before it found."""

    def __init__(self, connection: Connection, limit: int, typed: set[str]) -> None:
        self._connection = connection
        self._counts: dict[Word, int] = {}
        self._limit = limit
        self._step = 0
        self._typed = typed
        self._done: set[tuple[Word, ...]] = set()
        self._is_found_in_full = False
        self._is_cut = False
        self._is_covered: dict[UUID, bool] = {}
        self._names: dict[UUID, set[str]] = {}  # of those found whose address is covered
        # The party, the step that found it, and its rank.
        self.hits: dict[UUID, tuple[int, int]] = {}

    @property
    def more(self) -> bool:
        """Others match too, or may: where only the recent people were gone through, nobody knows."""
        return self._is_cut or len(self.hits) > self._limit

    @property
    def is_doubtful(self) -> bool:
        """So few, of all there are, and none with every word in full, that a word may be misspelt."""
        return not self._is_found_in_full and not self._is_cut and len(self.hits) < DOUBTFUL

    def look_for(self, reading: Reading) -> None:
        """All words in full; then the last one as a beginning, as it is typed; then any."""
        whole = [Word(asked.forms, begins=False) for asked in reading]
        begun = [Word(asked.forms, begins=True) for asked in reading]
        self._count({*whole, *begun})
        self._go([whole])
        self._is_found_in_full = self._is_found_in_full or bool(self.hits)
        self._go([[*whole[:-1], begun[-1]], begun] if len(reading) > 1 else [begun])

    def without_particles(self, reading: Reading) -> None:
        """ "van der Berg" may be written "van den Berg": then the other words have to do."""
        others = tuple(asked for asked in reading if not asked.is_particle)
        if others and len(others) < len(reading):
            self.look_for(others)

    def mended(self, reading: Reading, vocabulary: Vocabulary) -> tuple[tuple[str, str], ...]:
        """What was typed and what it was taken for, as far as it found somebody.

        One slip in one word first, the others as typed, in full and then as beginnings; then a slip, or in a long
        word two, in any. A particle is never taken for misspelt.
        """
        asked = tuple(one for one in reading if not one.is_particle) or reading
        words = vocabulary.words(self._connection)
        near = {one: words.like(one.forms[0], 1) for one in asked if one.is_name}
        before = set(self.hits)
        slips = [(one, forms) for one, forms in near.items() if forms]
        self._go([_with_other(reading, one, forms, begins=False) for one, forms in slips])
        self._go([_with_other(asked, one, forms, begins=True) for one, forms in slips])
        if len(self.hits) < min(DOUBTFUL, self._limit):
            near = {one: (*forms, *words.like(one.forms[0], 2)) for one, forms in near.items()}
            if any(near.values()):
                self._go([[Word((*one.forms, *near.get(one, ())), begins=not near.get(one)) for one in asked]])
        found = self._words_of([party_id for party_id in self.hits if party_id not in before])
        return tuple(
            (one.forms[0], word)
            for one, forms in near.items()
            for word in forms
            if any(f" {word} " in words_ and f" {one.forms[0]} " not in words_ for words_ in found)
        )

    def in_order(self) -> tuple[UUID, ...]:
        """By step, then the last contact, then name; not more than the limit."""
        if not self.hits:
            return ()
        names = dict(
            self._connection.execute(
                select(PartyRow.id, PartyRow.sort_key).where(PartyRow.id.in_(list(self.hits)))
            ).all()
        )
        ordered = sorted(self.hits, key=lambda party_id: (*self.hits[party_id], names.get(party_id, "")))
        return tuple(ordered[: self._limit])

    def _go(self, steps: Sequence[Sequence[Word]]) -> None:
        """One step after another until there are enough, or until one had to leave people out: more will be typed."""
        self._count({word for words in steps for word in words})
        for asked in steps:
            if self.more:
                return
            self._step += 1
            words = tuple(map(self._simplest, asked))
            if words not in self._done and all(self._counts[word] for word in words):
                self._done.add(words)
                rows = statements.matching(self._connection, words, self._counts, self._limit + 1)
                self._is_cut = self._is_cut or (len(rows) <= self._limit and self._are_there_others(words))
                guessed = self._guessed([party_id for _, party_id in rows], words)
                for rank, party_id in rows:
                    if party_id not in guessed:
                        self.hits.setdefault(party_id, (self._step, rank))

    def _count(self, words: Iterable[Word]) -> None:
        """How frequent each word is, in one question. Particles are, without asking, beside any other word."""
        new = [word for word in words if word not in self._counts]
        others = [word for word in new if not word.is_particle]
        if others or any(not word.is_particle for word in self._counts):
            self._counts.update(dict.fromkeys(new, statements.FREQUENT + 1))
            new = others
        if new:
            self._counts.update(zip(new, statements.counted(self._connection, new), strict=True))

    def _simplest(self, word: Word) -> Word:
        """In full rather than as a beginning where nothing else begins so."""
        whole = Word(word.forms, begins=False)
        is_same = self._counts.get(whole) == self._counts[word] <= statements.FREQUENT
        return whole if is_same else word

    def _are_there_others(self, words: Sequence[Word]) -> bool:
        """Whether only the recent people were gone through, and there are more."""
        if statements.is_recent_only(words, self._counts):
            beyond = select(SearchPartyRow.party_id).order_by(SearchPartyRow.rank, SearchPartyRow.party_id)
            return self._connection.execute(beyond.offset(statements.RECENT).limit(1)).first() is not None
        return statements.is_recent_of_rarest(words, self._counts)

    def _guessed(self, party_ids: list[UUID], words: Sequence[Word]) -> set[UUID]:
        """Those whose address is covered and who were not asked for by name, or in full by what is covered.

        Else a postcode, a number or a street could be found out letter by letter.
        """
        new = [one for one in party_ids if one not in self.hits]
        if not new or all(not word.begins and self._typed.issuperset(word.forms) for word in words):
            return set()
        unknown = [one for one in new if one not in self._is_covered]
        covered_now = covered_among(self._connection, unknown)
        self._is_covered.update((one, one in covered_now) for one in unknown)
        covered = [one for one in new if self._is_covered[one]]
        self._names |= names_of(self._connection, [one for one in covered if one not in self._names])
        every = dict(zip(covered, self._words_in_index(covered), strict=True))
        return {one for one in covered if not all(self._is_named(word, one, every[one]) for word in words)}

    def _is_named(self, word: Word, party_id: UUID, every: str) -> bool:
        names = self._names.get(party_id, set())
        return any(
            form in names
            or (word.begins and any(name.startswith(form) for name in names))
            or (form in self._typed and f" {form} " in every)
            for form in word.forms
        )

    def _words_of(self, party_ids: list[UUID]) -> list[str]:
        """The names alone of those whose address is covered: a correction would tell how it is spelt."""
        open_ones = [party_id for party_id in party_ids if party_id not in self._names]
        names = [joined(self._names[party_id]) for party_id in party_ids if party_id in self._names]
        return names + self._words_in_index(open_ones)

    def _words_in_index(self, party_ids: list[UUID]) -> list[str]:
        """In the order of `party_ids`."""
        if not party_ids:
            return []
        rows = self._connection.execute(
            select(SearchPartyRow.party_id, SearchPartyRow.words).where(SearchPartyRow.party_id.in_(party_ids))
        )
        words = {row.party_id: row.words for row in rows}
        return [words[party_id] for party_id in party_ids]


def _with_other(asked: Sequence[Asked], place: Asked, forms: tuple[str, ...], *, begins: bool) -> list[Word]:
    """One word taken for any of `forms`, the others as they were typed."""
    return [Word(forms, begins=False) if one is place else Word(one.forms, begins=begins) for one in asked]
