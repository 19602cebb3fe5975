"""What leaves a line in the audit besides what was done: what was refused, and care of the whole database."""

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import DBAPIError

from kcc_desktop.data.agents import AgentRow, AgentSessionRow
from kcc_desktop.data.audit import AuditLineRow, broken_lines
from kcc_desktop.data.database import Database, open_sqlite
from kcc_desktop.domain.contacts import MunicipalRole, TaskWish
from kcc_desktop.domain.errors import NotFound
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.work import TaskKind
from kcc_desktop.services.agents import AgentService
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.database import DatabaseCare
from kcc_desktop.services.tasks import TaskService
from tests.conftest import SQLITE_KEY
from tests.services.conversations import START, conversation, question


def lines(database, *columns):
    return database.unguarded_read(lambda c: [tuple(row) for row in c.execute(select(*columns))])


def test_an_open_that_is_refused_leaves_a_line(database):
    wish = TaskWish(new_id(), TaskKind.CALLBACK, None, "Belt terug", "", START)
    hidden = question(None, municipal_role=MunicipalRole.ENFORCEMENT, tasks=(wish,))
    contacts, tasks = ContactService(database), TaskService(database)
    contacts.record(conversation(hidden))
    for refused in (contacts.open, tasks.open):
        for thing in (hidden.id, wish.id, new_id()):
            with pytest.raises(NotFound):
                refused(thing)
    told = lines(database, AuditLineRow.object_kind, AuditLineRow.object_id, AuditLineRow.result)
    assert [line for line in told if line[2] == "refused"] == [
        ("contact", hidden.id, "refused"),
        ("task", wish.id, "refused"),
    ]
    assert database.unguarded_read(lambda c: list(broken_lines(c))) == []


def test_care_of_the_whole_database_leaves_a_line(tmp_path):
    care = DatabaseCare("", tmp_path / "kcc.db", lambda _: SQLITE_KEY)
    care.upgrade()
    care.back_up(tmp_path / "copy.db")
    assert care.show_key() == SQLITE_KEY
    database = Database(open_sqlite(tmp_path / "kcc.db", SQLITE_KEY))
    told = lines(database, AuditLineRow.action, AuditLineRow.object_kind, AuditLineRow.origin)
    assert told == [("back_up", "database", "care"), ("show_key", "database", "care")]
    care.restore(tmp_path / "copy.db")
    assert [action for (action,) in lines(database, AuditLineRow.action)] == ["restore"]
    database.close()
    assert care.check().is_sound


def test_somebody_who_is_no_agent_may_take_care_of_the_database(tmp_path):
    care = DatabaseCare("", tmp_path / "kcc.db", lambda _: SQLITE_KEY)
    care.upgrade()
    database = Database(open_sqlite(tmp_path / "kcc.db", SQLITE_KEY))
    database.unguarded_write(lambda c: c.execute(text("UPDATE agent SET is_active = 0")))
    care.back_up(tmp_path / "copy.db")
    care.restore(tmp_path / "copy.db")
    assert lines(database, AuditLineRow.action) == []
    database.close()


def test_a_session_is_kept_once_and_in_nobody_elses_name(database):
    service = AgentService(database)
    assert service.begin_session() == service.begin_session() == service.me()
    assert lines(database, AgentSessionRow.chain_id, AgentSessionRow.agent_id) == [
        (database.session_id, service.me().id)
    ]
    other = new_id()
    database.unguarded_write(lambda c: c.execute(insert(AgentRow).values(id=other, login="other", name="Other")))
    forged = insert(AgentSessionRow).values(chain_id=new_id(), agent_id=other, started_at=START)
    with pytest.raises(DBAPIError, match="names another agent"):
        database.unguarded_write(lambda c: c.execute(forged))
