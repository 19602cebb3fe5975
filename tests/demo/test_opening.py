"""The demo's file: made when it is missing, kept for its day, made anew on the next."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select, update

from kcc_desktop.data.appointments import AppointmentRow
from kcc_desktop.data.change_log import DatabaseStateRow
from kcc_desktop.data.contacts import ContactRow
from kcc_desktop.data.parties import PartyRow, PersonRow
from kcc_desktop.demo.opening import FILE, open_demo
from kcc_desktop.domain.appointments import AppointmentState
from kcc_desktop.domain.errors import DatabaseAway
from kcc_desktop.domain.local_time import local_day

NOON = datetime.now(UTC)
RESIDENTS = 60


def first(database, statement):
    return database.unguarded_read(lambda connection: connection.scalar(statement))


def made(database):
    return first(database, select(DatabaseStateRow.database_id))


def opened(folder, residents=RESIDENTS, now=NOON):
    database = open_demo(folder, residents, now)
    identity, people = made(database), first(database, select(func.count()).select_from(PersonRow))
    database.close()
    return identity, people


def test_it_is_made_once_for_the_day(tmp_path):
    before = opened(tmp_path)
    assert opened(tmp_path) == before
    assert before[1] == RESIDENTS
    assert sorted(file.name for file in tmp_path.iterdir() if not file.name.endswith(("-wal", "-shm"))) == [FILE]


def test_yesterdays_is_made_anew_so_that_it_looks_alive(tmp_path):
    database = open_demo(tmp_path, RESIDENTS, NOON)
    people = set(database.unguarded_read(lambda c: c.scalars(select(PartyRow.id)).all()))
    yesterday = NOON - timedelta(days=1)
    database.unguarded_write(lambda c: c.execute(update(DatabaseStateRow).values(made_at=yesterday)))
    identity = made(database)
    database.close()
    again = open_demo(tmp_path, RESIDENTS, NOON)
    assert made(again) != identity
    # A draft of yesterday finds its people again.
    assert set(again.unguarded_read(lambda c: c.scalars(select(PartyRow.id)).all())) == people
    assert first(again, select(func.max(ContactRow.occurred_at))) > NOON - timedelta(days=5)
    again.close()


@pytest.mark.parametrize(
    "now",
    [
        datetime(2028, 2, 29, 12, tzinfo=UTC),  # nine years before, there was no such day
        datetime(2026, 11, 24, 23, 30, tzinfo=UTC),  # the next day here
        datetime(2027, 3, 28, 0, 40, tzinfo=UTC),  # a Sunday, just before two that is three
        datetime(2027, 10, 31, 0, 40, tzinfo=UTC),  # the first of two that are twenty to three
    ],
    ids=["leap day", "after midnight", "clock forward", "clock back"],
)
def test_it_can_be_made_on_any_day_and_hour(tmp_path, now):
    database = open_demo(tmp_path, RESIDENTS, now)
    planned = AppointmentRow.state == AppointmentState.BOOKED.value
    assert first(database, select(func.count()).where(planned, AppointmentRow.local_on >= local_day(now))) > 0
    assert first(database, select(func.count()).where(planned, AppointmentRow.local_on < local_day(now))) == 0
    database.close()


def test_another_size_and_another_generator_are_made_anew(tmp_path):
    small = opened(tmp_path)
    assert opened(tmp_path, RESIDENTS + 5)[1] == RESIDENTS + 5
    database = open_demo(tmp_path, RESIDENTS + 5, NOON)
    database.unguarded_write(lambda c: c.execute(update(DatabaseStateRow).values(generator="older")))
    identity = made(database)
    database.close()
    assert opened(tmp_path, RESIDENTS + 5)[0] not in (identity, small[0])


def test_a_damaged_file_is_only_a_demo(tmp_path):
    (tmp_path / FILE).write_bytes(b"nothing that a database would be" * 100)
    assert opened(tmp_path)[1] == RESIDENTS


def test_a_load_that_was_cut_short_is_not_taken_for_whole(tmp_path, monkeypatch):
    monkeypatch.setattr("kcc_desktop.demo.municipality.products.recount", lambda _connection: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        open_demo(tmp_path, RESIDENTS, NOON)
    assert not (tmp_path / FILE).exists()
    monkeypatch.undo()
    assert opened(tmp_path)[1] == RESIDENTS


def test_a_folder_that_cannot_be_written_is_an_outage(tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    with pytest.raises(DatabaseAway):
        open_demo(tmp_path / "file" / "folder", RESIDENTS, NOON)
