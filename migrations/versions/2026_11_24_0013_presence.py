"""Who is there and who looks, what agents can do, and reports about the street.

What an agent does now is theirs alone to say, and how it went is written once. Looking leaves nothing behind once it
is over. A report about the street only ever goes on; everybody who reported it is one of its reporters once, and is
told of its end once, whoever closes it and whatever of the contacts behind it that agent may see.
"""

import sqlalchemy as sa
from alembic import op

from kcc_desktop.data.columns import Id, Instant

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

GROUP = "kcc_desk"
STATES = "'available', 'in_conversation', 'wrap_up', 'break', 'consultation', 'away'"
KINDS = "'party', 'contact', 'task', 'appointment', 'visit'"
OF_REPORT = "state, closed_at, reporters, moves"
GRANTS = {
    "agent_skill": "SELECT, INSERT, DELETE",
    "presence": "SELECT, INSERT, UPDATE (state, since, seen_at, moves)",
    "presence_event": "SELECT, INSERT",
    "looking": "SELECT, INSERT, UPDATE (expires_at, is_editing), DELETE",
    "product": "UPDATE (is_street_report)",
    "street_number": "SELECT, INSERT, UPDATE (last)",
    "street_report": f"SELECT, INSERT, UPDATE ({OF_REPORT})",
    "street_report_text": "SELECT, INSERT",
    "street_reporter": "SELECT, INSERT",
    "street_event": "SELECT, INSERT",
    "street_message": "SELECT, INSERT",
}
_ME = "(SELECT kcc_agent())"
_RULES = "(SELECT kcc_may('administer'))"
_READS = "(SELECT kcc_may('read_contact'))"
_LOOKS = "(SELECT kcc_may('read_party', 'read_contact'))"
_LOOK = "(SELECT kcc_sight()), (SELECT kcc_cluster())"
_OURS = f"agent_id = {_ME}"
POLICIES = {
    "agent_skill": {"read": "true", "add": _RULES, "remove": _RULES},
    "presence": {"read": f"{_ME} IS NOT NULL", "add": _OURS, "change": _OURS},
    "presence_event": {"read": f"{_OURS} OR (SELECT kcc_may('assign'))", "add": _OURS},
    "looking": {
        "read": f"{_OURS} OR {_LOOKS}",
        "add": f"{_OURS} AND {_LOOKS}",
        "change": _OURS,
        "remove": f"{_OURS} OR (expires_at <= statement_timestamp() AND {_LOOKS})",
    },
    "street_report": {
        "read": _READS,
        "add": "(SELECT kcc_may('record_contact')) AND kcc_is_mine(id)",
        "change": "(SELECT kcc_may('record_contact', 'work'))",
    },
    "street_report_text": {"read": f"kcc_sees(report_id, {_LOOK})", "add": "kcc_is_mine(report_id)"},
    "street_reporter": {"read": f"kcc_sees(contact_id, {_LOOK})", "add": "kcc_is_mine(contact_id)"},
    "street_event": {"read": _READS, "add": f"actor_id = {_ME}"},
    "street_message": {"read": f"kcc_sees_part(task_id, {_LOOK})", "add": "kcc_is_mine(task_id)"},
    # Beside the policy that is there: whoever closes a report makes a task for contacts that are a colleague's.
    "internal_task": {"add_message": "(SELECT kcc_may('work')) AND kcc_is_reported(contact_id)"},
}
COMMANDS = {"read": "SELECT", "add": "INSERT", "change": "UPDATE", "remove": "DELETE", "add_message": "INSERT"}
# They look past row security, with a search path that nobody can lead elsewhere.
FUNCTIONS = {
    # In which contacts a report was reported, and where each of them stands now: who closes it tells all of them.
    "kcc_reporters(report uuid)": (
        "TABLE (contact_id uuid, party_id uuid, confidentiality varchar, owner_cluster_id uuid)",
        "RETURN QUERY SELECT r.contact_id, e.party_id, e.confidentiality, e.owner_cluster_id "
        "FROM street_reporter AS r JOIN timeline_entry AS e ON e.object_id = r.contact_id AND e.kind = 'contact' "
        "WHERE r.report_id = report AND kcc_may('work');",
    ),
    "kcc_is_reported(contact uuid)": (
        "boolean",
        "RETURN EXISTS (SELECT 1 FROM street_reporter AS r JOIN street_report AS s ON s.id = r.report_id "
        "WHERE r.contact_id = contact AND s.state = 'closed');",
    ),
}
WRITTEN_ONCE = ("presence_event", "street_event", "street_reporter", "street_message")
ACTORS = (
    ("presence", "agent_id"),
    ("presence_event", "agent_id"),
    ("looking", "agent_id"),
    ("street_report", "reported_by"),
    ("street_event", "actor_id"),
)
# What of a report stays as it was reported.
REPORTED = "id, reference, product_id, latitude, longitude, reported_at, reported_by"
REFUSED = {
    "a closed report stays closed": "OLD.state = 'closed'",
    "a report goes on, not back": "OLD.state = 'in_progress' AND NEW.state = 'open'",
    "a reporter stays one": "NEW.reporters < OLD.reporters",
}


def upgrade() -> None:
    _make_tables()
    _make_street_tables()
    op.add_column("product", sa.Column("is_street_report", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.execute("UPDATE product SET is_street_report = true WHERE lower(upl_name) LIKE 'melding openbare ruimte%'")
    if op.get_bind().dialect.name == "sqlite":
        _guard_sqlite()
    else:
        _guard_postgresql()
        _let_desks_in()


def _make_tables() -> None:
    op.create_table(
        "agent_skill",
        sa.Column("agent_id", Id(), nullable=False),
        sa.Column("skill", sa.String(length=40), nullable=False),
        sa.ForeignKeyConstraint(["agent_id"], ["agent.id"], name=op.f("fk_agent_skill_agent_id_agent")),
        sa.PrimaryKeyConstraint("agent_id", "skill", name=op.f("pk_agent_skill")),
    )
    op.create_table(
        "presence",
        sa.Column("agent_id", Id(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("since", Instant(), nullable=False),
        sa.Column("seen_at", Instant(), nullable=False),
        sa.Column("moves", sa.Integer(), nullable=False),
        sa.CheckConstraint(f"state IN ({STATES})", name=op.f("ck_presence_state")),
        sa.ForeignKeyConstraint(["agent_id"], ["agent.id"], name=op.f("fk_presence_agent_id_agent")),
        sa.PrimaryKeyConstraint("agent_id", name=op.f("pk_presence")),
    )
    op.create_table(
        "presence_event",
        sa.Column("agent_id", Id(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("last_seen_at", Instant(), nullable=True),
        sa.CheckConstraint(f"state IN ({STATES})", name=op.f("ck_presence_event_state")),
        sa.ForeignKeyConstraint(["agent_id"], ["agent.id"], name=op.f("fk_presence_event_agent_id_agent")),
        sa.PrimaryKeyConstraint("agent_id", "number", name=op.f("pk_presence_event")),
    )
    op.create_table(
        "looking",
        sa.Column("entity_id", Id(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("agent_id", Id(), nullable=False),
        sa.Column("since", Instant(), nullable=False),
        sa.Column("expires_at", Instant(), nullable=False),
        sa.Column("is_editing", sa.Boolean(), nullable=False),
        sa.CheckConstraint(f"kind IN ({KINDS})", name=op.f("ck_looking_kind")),
        sa.ForeignKeyConstraint(["agent_id"], ["agent.id"], name=op.f("fk_looking_agent_id_agent")),
        sa.PrimaryKeyConstraint("entity_id", "kind", "agent_id", name=op.f("pk_looking")),
    )
    op.create_index(op.f("ix_looking_expires_at"), "looking", ["expires_at"], unique=False)


def _make_street_tables() -> None:
    op.create_table(
        "street_number",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("year", name=op.f("pk_street_number")),
    )
    op.create_table(
        "street_report",
        sa.Column("id", Id(), nullable=False),
        sa.Column("reference", sa.String(length=20), nullable=False),
        sa.Column("product_id", Id(), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=False),
        sa.Column("longitude", sa.Float(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("reported_at", Instant(), nullable=False),
        sa.Column("reported_by", Id(), nullable=False),
        sa.Column("closed_at", Instant(), nullable=True),
        sa.Column("reporters", sa.Integer(), nullable=False),
        sa.Column("moves", sa.Integer(), nullable=False),
        sa.CheckConstraint("state IN ('open', 'in_progress', 'closed')", name=op.f("ck_street_report_state")),
        sa.CheckConstraint(
            "latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180", name=op.f("ck_street_report_point")
        ),
        sa.CheckConstraint("(state = 'closed') = (closed_at IS NOT NULL)", name=op.f("ck_street_report_closed_at")),
        sa.ForeignKeyConstraint(["id"], ["contact.id"], name=op.f("fk_street_report_id_contact")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_street_report_product_id_product")),
        sa.ForeignKeyConstraint(["reported_by"], ["agent.id"], name=op.f("fk_street_report_reported_by_agent")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_street_report")),
        sa.UniqueConstraint("reference", name=op.f("uq_street_report_reference")),
    )
    for columns in (["product_id", "state", "latitude", "longitude"], ["state", "reported_at"]):
        op.create_index(op.f(f"ix_street_report_{'_'.join(columns)}"), "street_report", columns, unique=False)
    op.create_table(
        "street_report_text",
        sa.Column("report_id", Id(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["report_id"], ["street_report.id"], name=op.f("fk_street_report_text_report_id_street_report")
        ),
        sa.PrimaryKeyConstraint("report_id", name=op.f("pk_street_report_text")),
    )
    op.create_table(
        "street_reporter",
        sa.Column("contact_id", Id(), nullable=False),
        sa.Column("report_id", Id(), nullable=False),
        sa.Column("party_id", Id(), nullable=True),
        sa.Column("at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_street_reporter_contact_id_contact")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_street_reporter_party_id_party")),
        sa.ForeignKeyConstraint(
            ["report_id"], ["street_report.id"], name=op.f("fk_street_reporter_report_id_street_report")
        ),
        sa.PrimaryKeyConstraint("contact_id", name=op.f("pk_street_reporter")),
        sa.UniqueConstraint("report_id", "party_id", name=op.f("uq_street_reporter_report_id_party_id")),
    )
    op.create_table(
        "street_event",
        sa.Column("report_id", Id(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("move", sa.String(length=12), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("actor_id", Id(), nullable=False),
        sa.CheckConstraint("move IN ('reported', 'joined', 'begun', 'closed')", name=op.f("ck_street_event_move")),
        sa.ForeignKeyConstraint(["actor_id"], ["agent.id"], name=op.f("fk_street_event_actor_id_agent")),
        sa.ForeignKeyConstraint(
            ["report_id"], ["street_report.id"], name=op.f("fk_street_event_report_id_street_report")
        ),
        sa.PrimaryKeyConstraint("report_id", "number", name=op.f("pk_street_event")),
    )
    op.create_table(
        "street_message",
        sa.Column("report_id", Id(), nullable=False),
        sa.Column("party_id", Id(), nullable=False),
        sa.Column("task_id", Id(), nullable=False),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_street_message_party_id_party")),
        sa.ForeignKeyConstraint(
            ["report_id"], ["street_report.id"], name=op.f("fk_street_message_report_id_street_report")
        ),
        sa.ForeignKeyConstraint(
            ["task_id"], ["internal_task.id"], name=op.f("fk_street_message_task_id_internal_task")
        ),
        sa.PrimaryKeyConstraint("report_id", "party_id", name=op.f("pk_street_message")),
        sa.UniqueConstraint("task_id", name=op.f("uq_street_message_task_id")),
    )


def _guard_sqlite() -> None:
    me = "(SELECT id FROM agent WHERE login = kcc_login())"

    def refuse(name: str, when: str, why: str) -> None:
        op.execute(f"CREATE TRIGGER {name} BEFORE {when} BEGIN SELECT RAISE(ABORT, '{why}'); END")

    for table in WRITTEN_ONCE:
        for verb in ("UPDATE", "DELETE"):
            refuse(f"guard_{table}_{verb.lower()}", f"{verb} ON {table}", f"{table} is written once")
    for table, column in ACTORS:
        when = f"ON {table} WHEN NEW.{column} IS NOT {me}"
        refuse(f"actor_{table}", f"INSERT {when}", f"{table} names another agent")
        if table in ("presence", "looking"):
            refuse(f"actor_{table}_update", f"UPDATE {when}", f"{table} names another agent")
    refuse(
        "actor_looking_delete",
        f"DELETE ON looking WHEN OLD.agent_id IS NOT {me} "
        "AND OLD.expires_at > CAST(unixepoch('subsec') * 1000000 AS INTEGER)",
        "a colleague is looking",
    )
    refuse("guard_presence_delete", "DELETE ON presence", "presence is changed, not deleted")
    for number, (why, when) in enumerate(REFUSED.items()):
        refuse(f"move_of_street_report_{number}", f"UPDATE ON street_report WHEN {when}", why)
    refuse("guard_street_report_update", f"UPDATE OF {REPORTED} ON street_report", "street_report is written once")
    refuse("guard_street_report_delete", "DELETE ON street_report", "street_report is closed, not deleted")
    refuse("guard_street_report_text_update", "UPDATE ON street_report_text", "street_report_text is written once")
    refuse(
        "guard_street_report_text_delete",
        "DELETE ON street_report_text WHEN NOT EXISTS "
        "(SELECT 1 FROM text_destruction WHERE contact_id = OLD.report_id)",
        "street_report_text goes through its door",
    )


def _guard_postgresql() -> None:
    def on(name: str, when: str, function: str = "kcc_written_once()") -> None:
        op.execute(f"CREATE TRIGGER {name} BEFORE {when} EXECUTE FUNCTION {function}")

    for table in WRITTEN_ONCE:
        on(f"guard_{table}", f"UPDATE OR DELETE ON {table} FOR EACH ROW")
    for table in (*WRITTEN_ONCE, "presence", "street_report", "street_report_text"):
        on(f"guard_{table}_truncate", f"TRUNCATE ON {table} FOR EACH STATEMENT")
    for table, column in ACTORS:
        verbs = "INSERT OR UPDATE" if table in ("presence", "looking") else "INSERT"
        on(f"actor_{table}", f"{verbs} ON {table} FOR EACH ROW", f"kcc_actor('{column}')")
    on("guard_presence_delete", "DELETE ON presence FOR EACH ROW")
    on("guard_street_report", f"UPDATE OF {REPORTED} OR DELETE ON street_report FOR EACH ROW")
    on("guard_street_report_text", "UPDATE ON street_report_text FOR EACH ROW")
    refuse = "RAISE EXCEPTION '{}' USING ERRCODE = 'integrity_constraint_violation'"
    rules = {**REFUSED, "who works moves a report": "NEW.state <> OLD.state AND NOT kcc_may('work')"}
    checks = " ".join(f"IF {when} THEN {refuse.format(why)}; END IF;" for why, when in rules.items())
    op.execute(
        f"CREATE FUNCTION kcc_street_move() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {checks} RETURN NEW; END $$"
    )
    on("move_of_street_report", "UPDATE ON street_report FOR EACH ROW", "kcc_street_move()")
    op.execute(
        "CREATE FUNCTION kcc_street_text_door() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER "
        f"SET search_path = pg_catalog, {_schema()}, pg_temp AS $$ BEGIN "
        "IF NOT EXISTS (SELECT 1 FROM text_destruction WHERE contact_id = OLD.report_id) THEN "
        f"{refuse.format('street_report_text goes through its door')}; END IF; RETURN OLD; END $$"
    )
    on("guard_street_report_text_delete", "DELETE ON street_report_text FOR EACH ROW", "kcc_street_text_door()")


def _let_desks_in() -> None:
    for name, (returns, body) in FUNCTIONS.items():
        op.execute(
            f"CREATE FUNCTION {name} RETURNS {returns} LANGUAGE plpgsql STABLE SECURITY DEFINER "
            f"SET search_path = pg_catalog, {_schema()}, pg_temp AS $$ BEGIN {body} END; $$"
        )
        op.execute(f"REVOKE ALL ON FUNCTION {_signature(name)} FROM PUBLIC")
        op.execute(f"GRANT EXECUTE ON FUNCTION {_signature(name)} TO {GROUP}")
    for table, policies in POLICIES.items():
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        for name, rule in policies.items():
            clause = {"add": f"WITH CHECK ({rule})", "change": f"USING ({rule}) WITH CHECK ({rule})"}
            clause["add_message"] = clause["add"]
            op.execute(
                f"CREATE POLICY {name} ON {table} FOR {COMMANDS[name]} TO {GROUP} {clause.get(name, f'USING ({rule})')}"
            )
    for table, what in GRANTS.items():
        op.execute(f"GRANT {what} ON {table} TO {GROUP}")


def _signature(name: str) -> str:
    """As a function is named when nothing is made: every one of them takes one id."""
    return f"{name.partition('(')[0]}(uuid)"


def _schema() -> str:
    bind = op.get_bind()
    return bind.dialect.identifier_preparer.quote(str(bind.scalar(sa.select(sa.func.current_schema()))))


def downgrade() -> None:
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    if not is_sqlite:
        op.execute("DROP POLICY add_message ON internal_task")
        op.execute(f"REVOKE UPDATE (is_street_report) ON product FROM {GROUP}")
    for table in ("street_message", "street_event", "street_reporter", "street_report_text", "street_report"):
        op.drop_table(table)
    for table in ("street_number", "looking", "presence_event", "presence", "agent_skill"):
        op.drop_table(table)
    if not is_sqlite:
        for name in (*map(_signature, FUNCTIONS), "kcc_street_move()", "kcc_street_text_door()"):
            op.execute(f"DROP FUNCTION {name}")
    op.drop_column("product", "is_street_report")
