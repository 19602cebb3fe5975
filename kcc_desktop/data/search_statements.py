"""The statements that read the search index. What was typed is only ever a bound value in them.

Which one is asked depends on how frequent the words are: see `_rarest_first` and `is_recent_only`. They go to the
driver as they are: a search asks a dozen of them, no two alike, and to parse and compile each took half its time.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import Connection

from kcc_desktop.data.columns import driver_id
from kcc_desktop.domain.findable import PARTICLES

FREQUENT = 10_000  # a word with more parties than this is none to start from
FEW = 150  # parties that are looked up one by one rather than compared with all of another word
PROBED = 1_000  # parties that are looked up one by one at most: the most recent
RECENT = 30_000  # so many of the most recent people are gone through for frequent words


@dataclass(frozen=True, slots=True)
class Word:
    """One condition: a party has one of `forms` in full, or (`begins`) a word that begins with one."""

    forms: tuple[str, ...]
    begins: bool

    @property
    def is_particle(self) -> bool:
        """A word like "van": everywhere frequent, and nothing to start from."""
        return PARTICLES.issuperset(self.forms)

    @property
    def is_in_order(self) -> bool:
        """One word in full stands in the index in the order of the last contact; anything else has to be sorted."""
        return not self.begins and len(self.forms) == 1


Counts = Mapping[Word, int]


def counted(connection: Connection, words: Sequence[Word]) -> tuple[int, ...]:
    """How many rows of the index each word has, up to FREQUENT and one more."""
    values = _Values(connection.dialect.name)
    counts = [
        f"(SELECT count(*) FROM (SELECT 1 FROM search_token WHERE {values.is_(word)} LIMIT {FREQUENT + 1}) AS n)"
        for word in words
    ]
    return tuple(connection.exec_driver_sql(f"SELECT {', '.join(counts)}", values.given).one())


def matching(connection: Connection, words: Sequence[Word], counts: Counts, most: int) -> list[tuple[int, UUID]]:
    """Rank and id of at most so many parties that have every word, the most recent contact first."""
    first, *others = _rarest_first(words, counts)
    values = _Values(connection.dialect.name)
    if is_recent_only(words, counts):
        sql = _through_recent(words, values)
    elif others:
        sql = _from_rarest(first, others, counts, values)
    else:
        sql = f"SELECT rank, party_id FROM ({_in_order(first, values, most)}) AS start"
    rows = connection.exec_driver_sql(f"{sql} LIMIT {most}", values.given)
    return [(rank, driver_id(party_id)) for rank, party_id in rows]


def is_recent_only(words: Sequence[Word], counts: Counts) -> bool:
    """Every word is frequent, and there is more than one word's own order to go by."""
    first, *others = _rarest_first(words, counts)
    return counts[first] > FREQUENT and (bool(others) or not first.is_in_order)


def is_recent_of_rarest(words: Sequence[Word], counts: Counts) -> bool:
    """The rarest word is too frequent for all of its parties to be looked up for a beginning as frequent."""
    first, *others = _rarest_first(words, counts)
    return PROBED < counts[first] <= FREQUENT and any(_is_looked_up(word, first, counts) for word in others)


def _is_looked_up(word: Word, first: Word, counts: Counts) -> bool:
    """In the words of each party; else the index itself tells whether a party has the word."""
    return not word.is_in_order and not (counts[first] > FEW and counts[word] <= FREQUENT)


def _rarest_first(words: Sequence[Word], counts: Counts) -> list[Word]:
    return sorted(words, key=lambda word: (counts[word], word.begins))


def _from_rarest(first: Word, others: Sequence[Word], counts: Counts, values: "_Values") -> str:
    """The rarest word's parties in order, each looked up for the other words until there are enough.

    Scalar subqueries, which no planner turns into a join over all parties: the order and the early end stay.
    """
    start = _in_order(first, values, PROBED if is_recent_of_rarest((first, *others), counts) else FREQUENT + 1)
    conditions, texts = [], []
    for word in others:
        if word.is_in_order:
            conditions.append(
                f"(SELECT count(*) FROM search_token AS t WHERE t.token = {values.add(word.forms[0])} "
                "AND t.rank = start.rank AND t.party_id = start.party_id) > 0"
            )
        elif _is_looked_up(word, first, counts):
            texts.append(values.stands_in("p.words", word))
        else:
            conditions.append(f"party_id IN (SELECT party_id FROM search_token WHERE {values.is_(word)})")
    if texts:
        # Two bounds for one id: by its key a table in the order of contact is read in that order, page after page;
        # asked for the id alone, SQLite goes by the id's own index and reads two pages for each party, all over.
        conditions.append(
            "(SELECT count(*) FROM search_party AS p WHERE p.rank = start.rank AND p.party_id >= start.party_id "
            f"AND p.party_id <= start.party_id AND {' AND '.join(texts)}) > 0"
        )
    return f"SELECT rank, party_id FROM ({start}) AS start WHERE {' AND '.join(conditions)}"


def _through_recent(words: Sequence[Word], values: "_Values") -> str:
    """Every word is frequent: the recent people have them, and there are more than can be shown."""
    conditions = " AND ".join(values.stands_in("words", word) for word in words)
    recent = f"SELECT rank, party_id, words FROM search_party ORDER BY rank, party_id LIMIT {RECENT}"
    return f"SELECT rank, party_id FROM ({recent}) AS recent WHERE {conditions}"


def _in_order(word: Word, values: "_Values", most: int) -> str:
    distinct = "" if word.is_in_order else "DISTINCT "
    return (
        f"SELECT {distinct}rank, party_id FROM search_token WHERE {values.is_(word)} "
        f"ORDER BY rank, party_id LIMIT {most}"
    )


class _Values:
    """Collects what was typed as bound values while a statement is put together; nothing typed stands in SQL."""

    def __init__(self, dialect: str) -> None:
        self.given: dict[str, str] = {}
        self._mark, self._finds = (":{}", "instr") if dialect == "sqlite" else ("%({})s", "strpos")

    def add(self, value: str) -> str:
        name = f"v{len(self.given)}"
        self.given[name] = value
        return self._mark.format(name)

    def is_(self, word: Word) -> str:
        """The condition on `search_token.token`."""
        if word.begins:
            return " OR ".join(
                f"(token >= {self.add(form)} AND token < {self.add(form + chr(0x10FFFF))})" for form in word.forms
            )
        return f"token IN ({', '.join(self.add(form) for form in word.forms)})"

    def stands_in(self, column: str, word: Word) -> str:
        """The same condition on a party's words in one text."""
        end = "" if word.begins else " "
        found = (f"{self._finds}({column}, {self.add(f' {form}{end}')}) > 0" for form in word.forms)
        return f"({' OR '.join(found)})"
