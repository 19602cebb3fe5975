"""Finding while typing: the order, the frequent words, the slips of the pen, and the index that is kept."""

from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest
from sqlalchemy import insert, select, text

from kcc_desktop.data import search_index, search_statements
from kcc_desktop.data.database import open_postgresql, open_sqlite
from kcc_desktop.data.parties import PartyActivityRow, PartyRow
from kcc_desktop.data.search import Found, find
from kcc_desktop.data.search_correction import Vocabulary
from kcc_desktop.data.search_index import NEVER, SearchPartyRow, SearchTokenRow, SearchWordRow, Words, rank_at
from kcc_desktop.data.upgrade import downgrade, upgrade
from kcc_desktop.domain.asked import readings
from kcc_desktop.domain.identity import new_id
from tests.conftest import SQLITE_KEY, _psycopg

TODAY = date(2026, 3, 4)
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def put(connection, names, others="", *, last=None):
    """A party with these words; `last`: days since there was contact."""
    party = new_id()
    connection.execute(insert(PartyRow).values(id=party, kind="person", title=names, sort_key=names))
    if last is not None:
        at = NOON - timedelta(days=last)
        connection.execute(insert(PartyActivityRow).values(party_id=party, last_contact_at=at))
    search_index.index_parties(connection, {party: Words(frozenset(names.split()), frozenset(others.split()))})
    return party


@pytest.fixture(scope="module")
def empty_sqlite(sqlite_template, tmp_path_factory):
    file = tmp_path_factory.mktemp("search") / "kcc.db"
    file.write_bytes(sqlite_template)
    engine = open_sqlite(file, SQLITE_KEY)
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def empty_postgresql(postgresql_server, postgresql_template):
    with postgresql_template.connect() as administration:
        administration.execute(text("CREATE DATABASE kcc_search TEMPLATE kcc_template"))
    engine = open_postgresql(_psycopg(postgresql_server.get_uri(database="kcc_search")))
    yield engine
    engine.dispose()
    with postgresql_template.connect() as administration:
        administration.execute(text("DROP DATABASE kcc_search WITH (FORCE)"))


@pytest.fixture(params=["sqlite", "postgresql"])
def connection(request):
    """A transaction that is never committed: the database stays empty for the next test."""
    engine = request.getfixturevalue(f"empty_{request.param}")
    with engine.execution_options(kcc_writes=True).connect() as connection:
        yield connection


def ids(connection, typed, limit=20, vocabulary=None):
    return list(find(connection, typed, limit, vocabulary, TODAY).ids)


def test_whole_words_go_before_beginnings_and_recent_contact_before_old(connection):
    longer = put(connection, "jan vriesland", last=1)
    old, never, recent = (put(connection, "jan vries", last=last) for last in (400, None, 2))
    assert ids(connection, "vries") == [recent, old, never, longer]
    assert ids(connection, "jan vries") == [recent, old, never, longer]
    assert ids(connection, "vri ja") == [longer, recent, old, never]


def test_among_equals_by_name(connection):
    b, a = put(connection, "vries b"), put(connection, "vries a")
    assert ids(connection, "vries") == [a, b]


def test_contact_moves_somebody_up_in_every_word(connection):
    first, second = put(connection, "jan vries", last=3), put(connection, "jan vries", last=5)
    search_index.note_contact(connection, second, NOON)
    assert ids(connection, "vries") == ids(connection, "jan") == [second, first]
    search_index.note_contact(connection, second, NOON - timedelta(days=90))  # an older one changes nothing
    assert ids(connection, "jan vries") == [second, first]
    ranks = set(connection.scalars(select(SearchTokenRow.rank).where(SearchTokenRow.party_id == second)))
    assert ranks == {rank_at(NOON)}


def test_words_that_go_are_not_found_and_those_that_stay_keep_their_place(connection):
    party = put(connection, "jan vries", "0612345678", last=3)
    search_index.index_parties(connection, {party: Words(frozenset({"jan", "bakker"}))})
    assert ids(connection, "bakker") == ids(connection, "jan") == [party]
    assert ids(connection, "vries") == ids(connection, "0612345678") == []
    assert connection.scalar(select(SearchPartyRow.words)) == " bakker jan "
    assert connection.scalar(select(SearchPartyRow.rank)) == rank_at(NOON - timedelta(days=3))


def test_more_says_that_others_match_too(connection):
    for _ in range(5):
        put(connection, "vries")
    assert find(connection, "vries", 4, None, TODAY).more
    assert not find(connection, "vries", 5, None, TODAY).more


@pytest.mark.parametrize("typed", ["", "  ", "-", "@", "%", "'", "\x00", "\U0001f600", "woord " * 3000, "a" * 5000])
def test_nothing_that_can_be_typed_is_an_error(connection, typed):
    put(connection, "jan vries")
    assert find(connection, typed, 20, Vocabulary(), TODAY) == Found()


@pytest.mark.parametrize(("frequent", "few"), [(0, 500), (20, 0), (20, 500), (10_000, 0), (10_000, 500)])
def test_every_way_through_the_index_finds_the_same(connection, monkeypatch, frequent, few):
    """Rare and frequent words take other ways; what they find is what going through everybody finds."""
    monkeypatch.setattr(search_statements, "FREQUENT", frequent)
    monkeypatch.setattr(search_statements, "FEW", few)
    chance = Random(7)
    names = ["jan", "janna", "jansen", "vries", "vriesland", "vr", "anna", "annemarie", "bakker", "ba"]
    people = {}
    for number in range(70):
        own = " ".join(chance.sample(names, 3))
        last = chance.choice([None, *range(1, 60)])
        people[put(connection, own, f"80{number % 7}", last=last)] = ([*own.split(), f"80{number % 7}"], last)
    for _ in range(60):
        typed = " ".join(
            word[: chance.choice([2, 3, 20])] for word in chance.sample([*names, "803"], chance.choice([1, 2, 3]))
        )
        expected = sorted(_by_going_through(typed, people).values())[:20]
        found = [_by_going_through(typed, people)[party] for party in ids(connection, typed)]
        assert found == expected, typed


def _by_going_through(typed, people):
    """Each party that matches, with the step that finds it and its rank."""
    (asked, *_) = readings(typed, TODAY)
    words = [one.forms[0] for one in asked]
    found = {}
    for party, (own, last) in people.items():
        rank = NEVER if last is None else rank_at(NOON - timedelta(days=last))
        whole = [word in own for word in words]
        begun = [any(each.startswith(word) for each in own) for word in words]
        steps = (whole, [*whole[:-1], begun[-1]], begun)
        step = next((step for step, matches in enumerate(steps) if all(matches)), None)
        if step is not None:
            found[party] = (min(step, 1) if len(words) == 1 else step, rank)
    return found


@pytest.mark.parametrize("typed", ["vreis fatima", "vris fatima", "vriesj fatima", "vrues fatima", "fatimma vries"])
def test_a_slip_of_the_pen_is_mended_and_said(connection, typed):
    fatima = put(connection, "fatima de vries devries")
    put(connection, "fatima bakker")
    answer = find(connection, typed, 20, Vocabulary(), TODAY)
    assert answer.ids[0] == fatima
    ((was, taken_for),) = answer.corrected
    assert (was, taken_for) in {(typed.split()[0], "vries"), (typed.split()[0], "fatima")}


def test_two_slips_in_a_long_word(connection):
    party = put(connection, "wilhelmina hoekstra")
    put(connection, "wilhelmina bakker")
    answer = find(connection, "hoxkstara wilhelmina", 20, Vocabulary(), TODAY)
    assert (answer.ids[0], answer.corrected) == (party, (("hoxkstara", "hoekstra"),))


def test_what_is_right_is_not_corrected(connection):
    for name in ("jan vries", "jan vriens", "jan vriesen"):
        put(connection, name)
    for _ in range(4):
        put(connection, "jan vries")
    assert find(connection, "jan vries", 20, Vocabulary(), TODAY).corrected == ()


def test_a_number_is_not_mended(connection):
    put(connection, "vries", "999990019")
    assert find(connection, "999990018", 20, Vocabulary(), TODAY) == Found()


@pytest.mark.parametrize("typed", ["van der berg", "van den berg", "vd berg", "vdberg", "v.d. berg", "berg"])
def test_a_particle_said_otherwise_does_not_hide_somebody(connection, typed):
    party = put(connection, "piet van den berg vandenberg vd vdberg")
    assert ids(connection, typed) == [party]


def test_the_words_to_mend_with_are_read_again_when_they_are_old(connection):
    kept, anew = Vocabulary(), Vocabulary(fresh_seconds=0)
    assert list(kept.words(connection).all) == list(anew.words(connection).all) == []
    put(connection, "vries", "999990019")
    assert list(kept.words(connection).all) == []
    assert list(anew.words(connection).all) == ["vries"]
    assert connection.scalars(select(SearchWordRow.word)).all() == ["vries"]


def test_an_index_of_before_comes_along(engine):
    """The words that a desk wrote before this index are found after the upgrade, and again after going back."""
    party, quiet = new_id(), new_id()
    downgrade(engine, "0002")
    token = text("INSERT INTO search_token (token, party_id) VALUES (:token, :party)")
    with engine.execution_options(kcc_writes=True).begin() as connection:
        for each in (quiet, party):
            connection.execute(insert(PartyRow).values(id=each, kind="person", title="x", sort_key="x"))
            stored = each.bytes if engine.dialect.name == "sqlite" else each
            connection.execute(token, [{"token": word, "party": stored} for word in ("jan", "vries", "0612345678")])
        connection.execute(insert(PartyActivityRow).values(party_id=party, last_contact_at=NOON))
    upgrade(engine)
    with engine.execution_options(kcc_writes=True).begin() as connection:
        assert ids(connection, "jan vri") == [party, quiet]
        assert find(connection, "jan vreis", 20, Vocabulary(), TODAY).corrected == (("vreis", "vries"),)
        assert connection.scalar(select(SearchPartyRow.rank).where(SearchPartyRow.party_id == party)) == rank_at(NOON)
        search_index.note_contact(connection, quiet, NOON + timedelta(days=1))
        assert ids(connection, "0612345678") == [quiet, party]
    downgrade(engine, "0002")
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM search_token")) == 6
    upgrade(engine)
