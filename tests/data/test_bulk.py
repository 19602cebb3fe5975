"""A load in bulk keeps what it is given, keeps the guards, and leaves nothing when it fails."""

from datetime import UTC, datetime

import psycopg
import pytest
import sqlcipher3.dbapi2 as sqlcipher3
from sqlalchemy import inspect, select, text
from sqlalchemy.exc import DBAPIError

from kcc_desktop.data.bulk import bulk_load
from kcc_desktop.data.parties import PartyActivityRow, PartyRow, PersonRow
from kcc_desktop.data.upgrade import differences
from kcc_desktop.domain.identity import new_id

AT = datetime(2026, 3, 4, 9, 40, 7, 123456, tzinfo=UTC)
MICROSECONDS = 1_772_617_207_123_456
PARTY = "id kind title sort_key source_on needs_digital_help digital_help_agreed_on"
ODD = "tab\tline\nreturn\rback\\slash \\N 'quote' \"double\" Ørsted 🙂 العربية"

both_ways = pytest.mark.parametrize("is_large", [False, True], ids=["small", "large"])


def party(id_, title="x"):
    return (id_.bytes, "person", title, "x", "2026-03-04", True, None)


def guards(engine):
    """Everything that stands around the tables: triggers, indexes and references."""
    inspected = inspect(engine)
    tables = sorted(inspected.get_table_names())
    triggers = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
        if engine.dialect.name == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O' ORDER BY tgname"
    )
    with engine.connect() as connection:
        names = connection.scalars(text(triggers)).all()
        assert differences(connection) == []
    # With the columns: the name of a reference that came with a column is in the file and not told by its inspector.
    keys = [
        (table, sorted(f"{key['name']} {key['constrained_columns']}" for key in inspected.get_foreign_keys(table)))
        for table in tables
    ]
    indexes = [(table, sorted(index["name"] for index in inspected.get_indexes(table))) for table in tables]
    return names, keys, indexes


@both_ways
def test_rows_come_as_they_are_given_with_defaults_for_the_rest(engine, is_large):
    before, id_ = guards(engine), new_id()
    with bulk_load(engine, is_large=is_large) as load:
        # Tables that others refer to are written first, whatever the order of the sheets.
        activity = load.sheet(PartyActivityRow, "party_id last_contact_at")
        parties = load.sheet(PartyRow, PARTY, is_scattered=True)
        activity.add((id_.bytes, MICROSECONDS))
        parties.add(party(id_, ODD))
        load.flush()
        parties.add(party(new_id()))
    with engine.connect() as connection:
        row = connection.execute(select(PartyRow.__table__).where(PartyRow.id == id_)).one()
        assert (row.title, row.needs_digital_help, row.digital_help_agreed_on) == (ODD, True, None)
        assert (row.language, row.preferred_channel, row.preferences_version) == ("nld", "", 1)
        assert row.source_on.isoformat() == "2026-03-04"
        assert connection.scalar(select(PartyActivityRow.last_contact_at)) == AT
        assert connection.scalar(text("SELECT count(*) FROM party")) == 2
    assert guards(engine) == before


def failing_load(engine, is_large, fails):
    id_ = new_id()
    with bulk_load(engine, is_large=is_large) as load:
        parties, people = load.sheet(PartyRow, PARTY), load.sheet(PersonRow, "party_id surname")
        parties.add(party(id_))
        if fails == "refers to nobody":
            people.add((new_id().bytes, "Vries"))
        if fails == "the same key twice":
            parties.add(party(id_))
        load.flush()
        if fails == "in the middle":
            raise ZeroDivisionError


@both_ways
@pytest.mark.parametrize("fails", ["in the middle", "refers to nobody", "the same key twice"])
def test_a_load_that_fails_leaves_nothing(engine, is_large, fails):
    before = guards(engine)
    with pytest.raises((ZeroDivisionError, ValueError, sqlcipher3.IntegrityError, psycopg.IntegrityError)):
        failing_load(engine, is_large, fails)
    assert guards(engine) == before
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM party")) == 0


@both_ways
def test_afterwards_a_desk_meets_the_guards_again(engine, is_large):
    id_ = new_id()
    with bulk_load(engine, is_large=is_large) as load:
        load.sheet(PartyRow, PARTY).add(party(id_))
    with engine.execution_options(kcc_writes=True).connect() as connection, pytest.raises(DBAPIError):
        connection.execute(PersonRow.__table__.insert().values(party_id=new_id(), surname="Vries"))


def test_a_column_without_a_default_has_to_be_named(engine):
    with pytest.raises(ValueError, match="title has no default"), bulk_load(engine) as load:
        load.sheet(PartyRow, "id kind").add((new_id().bytes, "person"))
