"""Who looks and who changes: seen by colleagues while it lasts, and nowhere afterwards."""

from contextlib import suppress
from datetime import timedelta

import pytest
from sqlalchemy import func, select, text, update
from sqlalchemy.exc import DBAPIError

from kcc_desktop.data.audit import AuditLineRow
from kcc_desktop.data.change_log import ChangeRow
from kcc_desktop.data.database import Database, open_sqlite
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.data.looking import LookingRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.errors import NotAllowed
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.looking import LASTS, LookingKind, Sight
from kcc_desktop.services.looking import LookingService
from tests.conftest import SQLITE_KEY
from tests.services.conversations import make_party
from tests.services.office import roles

NOOR, SANNE = "Noor Jansen", "Sanne Bakker"


@pytest.fixture
def noor(database):
    return LookingService(database)


@pytest.fixture
def other_desk(database, request, tmp_path):
    make_first_agent(database, SANNE, "KCC", {Role.AGENT}, login="sanne")
    if database.dialect == "sqlite":
        engine = open_sqlite(tmp_path / "kcc.db", SQLITE_KEY, login="sanne")
    else:
        engine = request.getfixturevalue("plain_engine")("sanne")
    yield Database(engine, origin="sanne")
    engine.dispose()


@pytest.fixture
def sanne(other_desk):
    return LookingService(other_desk)


@pytest.fixture
def party(database):
    return Sight(LookingKind.PARTY, make_party(database))


def seen(onlookers):
    return [(one.name, one.is_editing) for one in onlookers]


def rows(database):
    return database.unguarded_read(lambda c: c.scalar(select(func.count()).select_from(LookingRow)))


def later(database, by):
    """Everything that is looked at was looked at so much longer ago; what guards it stands aside."""

    def work(connection):
        is_file = connection.dialect.name == "sqlite"
        name = "actor_looking_update" if is_file else "actor_looking"
        body = connection.scalar(text("SELECT sql FROM sqlite_master WHERE name = :n"), {"n": name}) if is_file else ""
        connection.execute(text(f"DROP TRIGGER {name}" if is_file else f"ALTER TABLE looking DISABLE TRIGGER {name}"))
        for row in connection.execute(select(LookingRow.__table__)).all():
            mine = (LookingRow.entity_id == row.entity_id) & (LookingRow.agent_id == row.agent_id)
            connection.execute(update(LookingRow).where(mine).values(expires_at=row.expires_at - by))
        connection.execute(text(body if is_file else f"ALTER TABLE looking ENABLE TRIGGER {name}"))

    database.unguarded_write(work)


def test_colleagues_see_who_looks_and_who_changes(noor, sanne, party):
    assert noor.look(party) == ()
    assert seen(sanne.look(party)) == [(NOOR, False)]
    assert seen(noor.others([party])) == [(SANNE, False)]
    noor.edit(party)
    assert seen(sanne.others([party])) == [(NOOR, True)]
    noor.look(party)
    assert seen(sanne.others([party])) == [(NOOR, False)]
    noor.leave([party])
    assert sanne.others([party]) == ()
    assert seen(noor.others([party])) == [(SANNE, False)]


def test_only_what_is_asked_for_is_answered(noor, sanne, party):
    same_id = Sight(LookingKind.CONTACT, party.id)
    other = Sight(LookingKind.PARTY, new_id())
    noor.look(party)
    assert sanne.others([same_id, other]) == sanne.others([]) == ()
    assert [one.sight for one in sanne.others([same_id, other, party])] == [party]


def test_everything_is_left_at_once(database, noor, sanne, party):
    noor.look(party)
    noor.edit(Sight(LookingKind.TASK, new_id()))
    sanne.look(party)
    noor.leave()
    assert rows(database) == 1
    assert seen(noor.others([party])) == [(SANNE, False)]


def test_it_runs_out_by_the_databases_clock_and_goes_on_when_told(database, noor, sanne, party):
    noor.look(party)
    since = sanne.others([party])[0].since
    later(database, LASTS - timedelta(seconds=20))
    assert seen(sanne.others([party])) == [(NOOR, False)]
    noor.look(party)
    assert [one.since for one in sanne.others([party])] == [since]
    later(database, LASTS + timedelta(seconds=1))
    assert sanne.others([party]) == ()


def test_nothing_of_it_stays(database, noor, sanne, party):
    noor.edit(party)
    later(database, LASTS + timedelta(seconds=1))
    sanne.look(Sight(LookingKind.PARTY, new_id()))
    assert rows(database) == 1
    sanne.leave()
    assert rows(database) == 0
    for trail in (AuditLineRow, ChangeRow):
        assert database.unguarded_read(lambda c, trail=trail: c.scalar(select(func.count()).select_from(trail))) == 0


def test_nobody_looks_for_a_colleague_or_sends_one_away(database, noor, sanne, other_desk, party):
    noor.look(party)
    tries = [
        "UPDATE looking SET is_editing = NOT is_editing",
        "DELETE FROM looking",
        "INSERT INTO looking SELECT entity_id, 'task', agent_id, since, expires_at, is_editing FROM looking",
    ]
    for sql in tries:
        done = 0
        with suppress(DBAPIError):
            done = other_desk.write(lambda unit, sql=sql: unit.connection.execute(text(sql)).rowcount)
        assert done == 0, sql
    assert seen(sanne.others([party])) == [(NOOR, False)]


def test_who_may_not_see_it_does_not_hear_who_does(database, noor, party):
    contact = Sight(LookingKind.CONTACT, new_id())
    roles(database, Role.ADMINISTRATOR)
    for refused in (lambda: noor.look(party), lambda: noor.edit(contact), lambda: noor.others([party, contact])):
        with pytest.raises(NotAllowed):
            refused()
    assert rows(database) == 0
