"""The search index as rows, and how it is kept. No names in full; read through =, >=, < and by recency only.

Three tables: `search_token` has a row per word and party, in the order of the last contact, so that the most recent
people of a word are its first rows; `search_party` has a party's words in one row, in the same order, so that a
question of frequent words is answered by going through the recent people; `search_word` has every word that is not a
number once, for mending slips of the pen.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, ForeignKey, String, Text, bindparam, delete, insert, select, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.orm import Mapped, mapped_column

from kcc_desktop.data.base import Base
from kcc_desktop.data.columns import Id
from kcc_desktop.data.parties import PartyActivityRow

_TOKEN = String(64, collation="C").with_variant(String(64), "sqlite")

NEVER = 2**31 - 1  # the rank of somebody without contact: after everybody else
_MINUTE = 60


class SearchTokenRow(Base):
    __tablename__ = "search_token"
    __table_args__ = ({"sqlite_with_rowid": False},)

    token: Mapped[str] = mapped_column(_TOKEN, primary_key=True)
    rank: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    party_id: Mapped[UUID] = mapped_column(Id, ForeignKey("party.id"), primary_key=True)


class SearchPartyRow(Base):
    """`words` begins and ends with a space and has one between two words, each once, in order."""

    __tablename__ = "search_party"
    __table_args__ = ({"sqlite_with_rowid": False},)

    rank: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    party_id: Mapped[UUID] = mapped_column(Id, ForeignKey("party.id"), primary_key=True, unique=True)
    words: Mapped[str] = mapped_column(Text)


class SearchWordRow(Base):
    __tablename__ = "search_word"
    __table_args__ = ({"sqlite_with_rowid": False},)

    word: Mapped[str] = mapped_column(_TOKEN, primary_key=True)


@dataclass(frozen=True, slots=True)
class Words:
    """By which words a party is found: `names` can be mended when they are misspelt, `others` cannot."""

    names: frozenset[str]
    others: frozenset[str] = frozenset()

    def all(self) -> list[str]:
        return sorted(self.names | self.others)


def rank_at(last_contact_at: datetime | None) -> int:
    """Smaller is more recent, in minutes."""
    return NEVER if last_contact_at is None else NEVER - int(last_contact_at.timestamp()) // _MINUTE


def joined(words: Iterable[str]) -> str:
    return f" {' '.join(words)} "


def index_parties(connection: Connection, wanted: Mapping[UUID, Words]) -> None:
    """Make these the words of each party; only what differs is written."""
    before = {
        row.party_id: row
        for row in connection.execute(
            select(SearchPartyRow.__table__).where(SearchPartyRow.party_id.in_(list(wanted))).with_for_update()
        )
    }
    new = [party_id for party_id in wanted if party_id not in before]
    last = {
        row.party_id: row.last_contact_at
        for row in connection.execute(select(PartyActivityRow.__table__).where(PartyActivityRow.party_id.in_(new)))
    }
    gone, made, parties = [], [], []
    for party_id, words in wanted.items():
        known = before.get(party_id)
        rank = known.rank if known is not None else rank_at(last.get(party_id))
        text, had = joined(words.all()), set(known.words.split()) if known is not None else set()
        has = words.names | words.others
        gone += [{"t": word, "r": rank, "p": party_id} for word in sorted(had - has)]
        made += [{"token": word, "rank": rank, "party_id": party_id} for word in sorted(has - had)]
        if known is None:
            parties.append({"rank": rank, "party_id": party_id, "words": text})
        elif known.words != text:
            connection.execute(update(SearchPartyRow).where(SearchPartyRow.party_id == party_id).values(words=text))
    if gone:
        connection.execute(_one_token(delete(SearchTokenRow)), gone)
    if made:
        connection.execute(insert(SearchTokenRow), made)
    if parties:
        connection.execute(insert(SearchPartyRow), parties)
    _add_words(connection, {word for words in wanted.values() for word in words.names})


def note_contact(connection: Connection, party_id: UUID, at: datetime) -> None:
    """There was contact: the party moves before those without, in each of its words."""
    _put_in_order(connection, party_id, rank_at(at), is_forward=True)


def take_back_contact(connection: Connection, party_id: UUID, last_contact_at: datetime | None) -> None:
    """A contact turned out to be somebody else's: the party goes back to where its last own one puts it."""
    _put_in_order(connection, party_id, rank_at(last_contact_at), is_forward=False)


def _put_in_order(connection: Connection, party_id: UUID, rank: int, *, is_forward: bool) -> None:
    """The party's row is locked first, so that two desktops do not part the words from their row."""
    known = connection.execute(
        select(SearchPartyRow.rank, SearchPartyRow.words).where(SearchPartyRow.party_id == party_id).with_for_update()
    ).first()
    if known is None or known.rank == rank or (is_forward and known.rank < rank):
        return
    moves = [{"t": word, "r": known.rank, "p": party_id, "new": rank} for word in known.words.split()]
    if moves:
        connection.execute(_one_token(update(SearchTokenRow).values(rank=bindparam("new"))), moves)
    connection.execute(update(SearchPartyRow).where(SearchPartyRow.party_id == party_id).values(rank=rank))


def _one_token(statement: Any) -> Any:
    return statement.where(
        SearchTokenRow.token == bindparam("t"),
        SearchTokenRow.rank == bindparam("r"),
        SearchTokenRow.party_id == bindparam("p", type_=Id()),
    )


def _add_words(connection: Connection, words: Iterable[str]) -> None:
    """In one order for every desktop, so that two that bring the same new words wait and do not lock each other."""
    upsert: Any = sqlite_insert if connection.dialect.name == "sqlite" else postgresql_insert
    rows = [{"word": word} for word in sorted(words) if word.isalpha()]
    if rows:
        connection.execute(upsert(SearchWordRow).on_conflict_do_nothing(), rows)
