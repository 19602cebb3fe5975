import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import DBAPIError

from kcc_desktop.data import audit, change_log
from kcc_desktop.data.agents import AgentRow
from kcc_desktop.data.audit import AuditLineRow
from kcc_desktop.data.database import Database, open_sqlite
from kcc_desktop.domain.agents import UnknownLogin
from kcc_desktop.domain.changes import Change
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.keys import WrongKey


def look_at(work, object_id):
    work.audit("open", "party", object_id)


def test_a_write_that_raises_leaves_nothing_and_the_chain_goes_on(database):
    thing = new_id()

    def fails(work):
        work.audit("open", "party", thing)
        raise ZeroDivisionError

    database.write(lambda work: work.audit("open", "party", thing))
    with pytest.raises(ZeroDivisionError):
        database.write(fails)
    database.write(lambda work: work.audit("open", "party", thing))
    numbers = database.unguarded_read(lambda c: list(c.scalars(select(AuditLineRow.number))))
    assert sorted(numbers) == [1, 2]
    assert database.unguarded_read(lambda c: list(audit.broken_lines(c))) == []


def test_a_line_of_the_audit_cannot_be_changed(database):
    database.write(lambda work: work.audit("open", "party", new_id()))
    with pytest.raises(DBAPIError, match="written once"):
        database.unguarded_write(lambda c: c.execute(text("UPDATE audit_line SET action = 'nothing'")))
    with pytest.raises(DBAPIError, match="written once"):
        database.unguarded_write(lambda c: c.execute(text("DELETE FROM audit_line")))


def test_a_forged_line_shows(database):
    for _ in range(3):
        database.write(lambda work: work.audit("open", "party", new_id()))

    def forge(connection):
        if connection.dialect.name == "sqlite":
            connection.execute(text("DROP TRIGGER guard_audit_line_update"))
        else:
            connection.execute(text("ALTER TABLE audit_line DISABLE TRIGGER USER"))
        connection.execute(text("UPDATE audit_line SET action = 'forged' WHERE number = 2"))

    database.unguarded_write(forge)
    broken = database.unguarded_read(lambda c: list(audit.broken_lines(c)))
    assert [number for _chain, number in broken] == [2]


def test_nobody_writes_in_somebody_elses_name(database):
    other = new_id()
    database.unguarded_write(lambda c: c.execute(insert(AgentRow).values(id=other, login="other", name="Other")))

    def forge(work):
        audit.append(work.connection, work.head, audit.AuditLine("open", "party", new_id()), other, work.now)

    with pytest.raises(DBAPIError, match="names another agent"):
        database.write(forge)


def test_a_login_without_an_agent_is_refused(engine):
    with pytest.raises(UnknownLogin):
        Database(engine).read(lambda look: None)


def test_another_desktop_reads_each_change_once(database):
    start = database.unguarded_read(change_log.position)
    thing = new_id()
    database.write(lambda work: work.changed("party", thing))
    changes, place = database.unguarded_read(lambda c: change_log.since(c, start))
    assert [change.entity_id for change in changes] == [thing]
    assert database.unguarded_read(lambda c: change_log.since(c, place))[0] == []


def test_a_change_that_commits_late_is_not_skipped(postgresql_engine, request):
    database = Database(postgresql_engine)
    late, early = new_id(), new_id()
    start = database.unguarded_read(change_log.position)
    with postgresql_engine.connect() as slow:
        change_log.note(slow, [Change("party", late)])
        database.unguarded_write(lambda c: change_log.note(c, [Change("party", early)]))
        seen, place = database.unguarded_read(lambda c: change_log.since(c, start))
        slow.commit()
    rest, _ = database.unguarded_read(lambda c: change_log.since(c, place))
    assert {change.entity_id for change in [*seen, *rest]} == {late, early}
    assert len(seen) + len(rest) == 2


def test_a_wrong_key_is_a_refusal_and_the_file_shows_nothing(sqlite_engine, tmp_path):
    with pytest.raises(WrongKey):
        Database(open_sqlite(tmp_path / "kcc.db", "cd" * 32)).read(lambda look: None)
    assert b"SQLite format" not in (tmp_path / "kcc.db").read_bytes()
