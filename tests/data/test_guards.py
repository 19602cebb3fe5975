"""What was written once stays as it was, whichever way somebody goes about it on either database."""

import pytest
from sqlalchemy import create_engine, insert, inspect, select, text
from sqlalchemy.exc import DBAPIError

from kcc_desktop.data import party_contact_details
from kcc_desktop.data.contacts import ContactRow, ContactTextRow, TextDestructionRow
from kcc_desktop.data.database import Database
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.data.parties import DigitalAddressRow
from kcc_desktop.domain.agents import Role
from kcc_desktop.domain.contacts import (
    HandoverKind,
    HandoverState,
    HandoverWish,
    LookedUp,
    LookedUpKind,
    Participant,
    ParticipantRole,
    TaskWish,
)
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.incoming import GivenAttachment, IncomingConversation, Sender
from kcc_desktop.domain.parties import DigitalAddressKind
from kcc_desktop.domain.party_commands import AddDigitalAddress, RefuseDisclosure
from kcc_desktop.domain.work import TaskKind
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.incoming import IncomingService
from kcc_desktop.services.parties import PartyService
from tests.services.conversations import START, conversation, make_party, question
from tests.services.office import make_case, make_colleague
from tests.services.racing import Race

WRITTEN_ONCE = [
    "audit_line",
    "change_log",
    "conversation",
    "contact",
    "contact_text",
    "contact_participant",
    "handover",
    "handover_text",
    "contact_looked_up",
    "contact_case",
    "anonymous_count",
    "disclosure_refusal",
    "disclosure_refusal_text",
    "task_text",
    "internal_task",
    "arrival",
    "arrival_text",
    "attachment",
    "attachment_content",
]


@pytest.fixture
def recorded(database):
    """A contact with one of everything, and one that was only counted; answers the contact's id."""
    party = make_party(database)
    said = question(
        party,
        case_ids=(make_case(database, party),),
        looked_up=(LookedUp(LookedUpKind.PARTY, party, ""),),
        tasks=(TaskWish(new_id(), TaskKind.CALLBACK, None, "Belt terug", "0612345678", START),),
        handovers=(
            HandoverWish(
                new_id(), HandoverKind.CONSULT, HandoverState.ANSWERED, make_colleague(database), "mag het dak eraf"
            ),
        ),
    )
    contacts = ContactService(database)
    contacts.record(conversation(said, participants=(Participant(ParticipantRole.SPEAKER, party, ""),)))
    contacts.record(conversation(question(None), count_only=True))
    PartyService(database).refuse_disclosure(RefuseDisclosure(new_id(), party, None, "adres"))
    along = GivenAttachment("brief.pdf", "application/pdf", b"%PDF-")
    IncomingService(database).receive(
        IncomingConversation("site", "1", "e-form", START, Sender("Ine"), "Hallo", attachments=(along,))
    )
    return said.id


def run(database, sql):
    return database.unguarded_write(lambda c: c.execute(text(sql)).rowcount)


@pytest.mark.parametrize("table", WRITTEN_ONCE)
def test_what_is_written_once_is_not_written_again(database, recorded, table):
    columns = [column["name"] for column in inspect(database.engine).get_columns(table)]
    column = "reference" if table == "internal_task" else columns[-1]
    with pytest.raises(DBAPIError, match="written once"):
        run(database, f'UPDATE {table} SET "{column}" = "{column}"')
    with pytest.raises(DBAPIError, match=r"written once|through its door"):
        run(database, f"DELETE FROM {table}")
    if database.dialect == "postgresql":
        with pytest.raises(DBAPIError, match="written once"):
            run(database, f"TRUNCATE {table} CASCADE")
    else:
        with pytest.raises(DBAPIError, match="written once"):
            run(database, f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")
    assert run(database, f'UPDATE {table} SET "{column}" = "{column}" WHERE 1 = 2') == 0


@pytest.mark.parametrize("is_asked", [True, False])
def test_nothing_is_replaced_on_a_connection_that_does_not_ask_its_triggers(sqlite_engine, is_asked):
    database = Database(sqlite_engine, origin="test")
    make_first_agent(database, "Noor Jansen", "KCC", {Role.AGENT})
    said = question(make_party(database))
    ContactService(database).record(conversation(said))
    row = database.unguarded_read(lambda c: c.execute(text("SELECT rowid FROM contact_text")).scalar())

    with sqlite_engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA recursive_triggers").scalar() == 1
        connection.rollback()
        connection.connection.driver_connection.execute(f"PRAGMA recursive_triggers = {int(is_asked)}")
        try:
            with pytest.raises(DBAPIError, match="written once"):
                connection.exec_driver_sql(
                    "REPLACE INTO contact_text SELECT contact_id, version, 'anders', '' FROM contact_text"
                )
            if is_asked:  # by another key, in the same place
                with pytest.raises(DBAPIError, match=r"written once|through its door"):
                    connection.exec_driver_sql(
                        "REPLACE INTO contact_text (rowid, contact_id, version, summary, note) "
                        f"SELECT {row}, contact_id, 2, '', '' FROM contact_text",
                    )
        finally:
            connection.rollback()
            connection.connection.driver_connection.execute("PRAGMA recursive_triggers = ON")
    assert database.unguarded_read(lambda c: c.scalar(select(ContactTextRow.summary))) == "Paspoort kwijt"


def test_the_texts_around_a_contact_go_through_its_door(database, recorded):
    def destroy(unit):
        for contact in unit.connection.scalars(select(ContactRow.id)).all():
            values = {"contact_id": contact, "ground": "bewaartermijn", "at": unit.now, "by": unit.agent.id}
            unit.connection.execute(insert(TextDestructionRow).values(**values))
        return [
            unit.connection.execute(text(f"DELETE FROM {table}")).rowcount
            for table in (
                "contact_text", "task_text", "handover_text", "attachment_content", "attachment", "arrival_text"
            )
        ]  # fmt: skip

    assert database.write(destroy) == [2, 2, 1, 1, 1, 1]


@pytest.fixture
def somebody_else(postgresql_engine):
    """Another login with all rights to rows, past row security, and none to the schema; answers an engine of theirs."""
    database = Database(postgresql_engine, origin="test")
    make_first_agent(database, "Noor Jansen", "KCC", {Role.AGENT})
    login = f"boef_{new_id().hex[-8:]}"
    make_first_agent(database, "Piet Smit", "Elders", {Role.AGENT}, login=login)
    with postgresql_engine.begin() as connection:
        connection.execute(text(f"CREATE ROLE {login} LOGIN BYPASSRLS"))
        connection.execute(text(f"GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {login}"))
    engine = create_engine(postgresql_engine.url.set(username=login, password=None))
    yield database, engine
    engine.dispose()
    with postgresql_engine.begin() as connection:
        connection.execute(text(f"DROP OWNED BY {login}"))
        connection.execute(text(f"DROP ROLE {login}"))


def test_a_temporary_table_does_not_stand_in_for_the_real_one(somebody_else):
    database, engine = somebody_else
    ContactService(database).record(conversation(question(make_party(database))))
    with engine.connect() as connection:
        connection.execute(text("CREATE TEMP TABLE text_destruction AS SELECT contact_id FROM contact_text"))
        connection.commit()
        with pytest.raises(DBAPIError, match="through its door"):
            connection.execute(text("DELETE FROM contact_text"))
        connection.rollback()
        # In the session's first row of the audit, so that no plan of before knows which table was meant.
        connection.execute(
            text(
                "CREATE TEMP TABLE agent AS SELECT id, session_user::text AS login FROM public.agent "
                "WHERE name LIKE 'Noor%'"
            )
        )
        connection.commit()
        forged = (
            "INSERT INTO audit_line (chain_id, number, previous_hash, line_hash, at, actor_id, action, object_kind, "
            "object_id, result, purpose, origin) SELECT gen_random_uuid(), 1, '', '', now(), id, 'reveal', 'party', "
            "gen_random_uuid(), 'done', '', 'test' FROM public.agent WHERE name LIKE 'Noor%'"
        )
        with pytest.raises(DBAPIError, match="names another agent"):
            connection.execute(text(forged))
    assert database.unguarded_read(lambda c: c.scalar(select(ContactTextRow.summary))) == "Paspoort kwijt"


def test_two_desktops_do_not_both_prefer_a_number(postgresql_engine):
    race = Race(postgresql_engine)
    party = make_party(race.one)

    def number(value):
        return AddDigitalAddress(new_id(), party, DigitalAddressKind.PHONE, value, is_preferred=True)

    race.run(
        lambda unit: party_contact_details.add(unit, number(""), "+31612345678"),
        lambda: PartyService(race.two).add_digital_address(number("0612345679")),
    )
    preferred = race.one.unguarded_read(
        lambda c: c.scalars(select(DigitalAddressRow.value).where(DigitalAddressRow.is_preferred)).all()
    )
    assert preferred == ["+31612345679"]
