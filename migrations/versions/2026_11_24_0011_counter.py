"""The counter: tickets with their numbers and every move, who staffs which counter, and colleagues who receive visitors.

One citizen at a counter at a time, by a partial index; a ticket goes only where a ticket goes, by triggers. A ticket's
own row says nothing about anybody, so that the wall and the queue are the same for every desk: who it is and what for
stands in tables of its own, as confidential as the appointment.
"""

import sqlalchemy as sa
from alembic import op

from kcc_desktop.data.columns import Day, Id, Instant

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

GROUP = "kcc_desk"
_TICKET = (
    "location_id, prefix, number, state, skills, wanted_counter_id, counter_id, identity, outcome_code, "
    "conversation_id, called_at, announced_at, served_at, host_told_at, moves"
)
GRANTS = {
    "counter_event": "SELECT, INSERT",
    "counter_state": "SELECT, INSERT, UPDATE (state, agent_id, since, moves)",
    "queue_ticket": f"SELECT, INSERT, UPDATE ({_TICKET})",
    "queue_ticket_line": "SELECT, INSERT",
    "queue_ticket_text": "SELECT, INSERT, UPDATE (note)",
    "ticket_event": "SELECT, INSERT",
    "ticket_number": "SELECT, INSERT, UPDATE (last)",
}
_SERVES = "(SELECT kcc_may('serve'))"
# Who serves finishes a ticket by recording the talk; whoever may do neither changes none.
_SEES_IT = "kcc_sees_ticket(ticket_id, (SELECT kcc_sight()), (SELECT kcc_cluster()))"
POLICIES = {
    "counter_event": {"read": "true", "add": _SERVES},
    "counter_state": {"read": "true", "add": _SERVES, "change": _SERVES},
    "queue_ticket": {"read": "true", "add": _SERVES, "change": _SERVES},
    "queue_ticket_line": {"read": _SEES_IT, "add": _SERVES},
    "queue_ticket_text": {"read": _SEES_IT, "add": _SERVES, "change": f"{_SERVES} AND {_SEES_IT}"},
    "ticket_event": {"read": "true", "add": _SERVES},
    "ticket_number": {"read": "true", "add": _SERVES, "change": _SERVES},
}
COMMANDS = {"read": "SELECT", "add": "INSERT", "change": "UPDATE"}
WRITTEN_ONCE = ("counter_event", "queue_ticket_line", "ticket_event")
ACTORS = (("counter_event", "actor_id"), ("queue_ticket", "created_by"), ("ticket_event", "actor_id"))
# What of a ticket stays. Its number changes only with its location, when it is sent on.
OF_TICKET = (
    "id, local_on, source, priority, due_at, appointment_id, confidentiality, owner_cluster_id, created_at, created_by"
)
MOVES = {
    "waiting": "'called', 'left', 'expired'",
    "called": "'serving', 'waiting', 'no_show', 'left', 'expired'",
    "serving": "'on_hold', 'waiting', 'done', 'expired'",
    "on_hold": "'serving', 'waiting', 'done', 'left', 'expired'",
    "no_show": "'waiting'",
}
_GOES = " OR ".join(f"(OLD.state = '{state}' AND NEW.state IN ({into}))" for state, into in MOVES.items())
# What a change of a ticket must not do, with `differs` put in by each database.
REFUSED = {
    "a ticket does not go there": f"NEW.state <> OLD.state AND NOT ({_GOES})",
    "each move has its number": "NEW.moves <> OLD.moves + 1",
    "a number stays with its ticket": "(NEW.location_id <> OLD.location_id OR NEW.prefix <> OLD.prefix "
    "OR NEW.number <> OLD.number) AND NOT (OLD.state = 'serving' AND NEW.state = 'waiting')",
    "a ticket is served where it was called": "OLD.counter_id IS NOT NULL AND NEW.counter_id {differs} OLD.counter_id "
    "AND NEW.state NOT IN ('waiting')",
}
STATES = "'waiting', 'called', 'serving', 'on_hold', 'done', 'no_show', 'left', 'expired'"
LEFT = ("left", "Weggegaan zonder hulp", "Left without being served", "nothing", "9")


def upgrade() -> None:
    _make_tables()
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    # By hand: Alembic adds the rule by another statement, which SQLite does not know.
    op.execute(
        "ALTER TABLE counter ADD COLUMN kind VARCHAR(4) DEFAULT 'desk' NOT NULL "
        "CONSTRAINT ck_counter_kind CHECK (kind IN ('desk', 'host'))"
    )
    op.add_column("counter", sa.Column("room", sa.String(length=40), server_default="", nullable=False))
    _add_outcome(is_sqlite)
    if is_sqlite:
        _guard_sqlite()
    else:
        _guard_postgresql()
        _let_desks_in()


def _add_outcome(is_sqlite: bool) -> None:
    """To a list that is there; an empty database gets its list at the first start."""
    code, dutch, english, needs, position = LEFT
    no = "0" if is_sqlite else "false"
    op.execute(
        "INSERT INTO outcome (code, label_nl, label_en, needs, is_quick, position) "
        f"SELECT '{code}', '{dutch}', '{english}', '{needs}', {no}, {position} "
        f"WHERE EXISTS (SELECT 1 FROM outcome) AND NOT EXISTS (SELECT 1 FROM outcome WHERE code = '{code}')"
    )


def _make_tables() -> None:
    op.create_table(
        "ticket_number",
        sa.Column("location_id", Id(), nullable=False),
        sa.Column("local_on", Day(), nullable=False),
        sa.Column("prefix", sa.String(length=2), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["location_id"], ["location.id"], name=op.f("fk_ticket_number_location_id_location")),
        sa.PrimaryKeyConstraint("location_id", "local_on", "prefix", name=op.f("pk_ticket_number")),
    )
    op.create_table(
        "queue_ticket",
        sa.Column("id", Id(), nullable=False),
        sa.Column("location_id", Id(), nullable=False),
        sa.Column("local_on", Day(), nullable=False),
        sa.Column("prefix", sa.String(length=2), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("source", sa.String(length=8), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("due_at", Instant(), nullable=False),
        sa.Column("skills", sa.Text(), nullable=False),
        sa.Column("wanted_counter_id", Id(), nullable=True),
        sa.Column("counter_id", Id(), nullable=True),
        sa.Column("needs", sa.String(length=60), nullable=False),
        sa.Column("language", sa.String(length=3), nullable=False),
        sa.Column("unless_reason", sa.String(length=14), nullable=False),
        sa.Column("digital_offer", sa.String(length=8), nullable=False),
        sa.Column("identity", sa.String(length=20), nullable=False),
        sa.Column("outcome_code", sa.String(length=30), nullable=False),
        sa.Column("appointment_id", Id(), nullable=True),
        sa.Column("conversation_id", Id(), nullable=True),
        sa.Column("confidentiality", sa.String(length=12), nullable=False),
        sa.Column("owner_cluster_id", Id(), nullable=True),
        sa.Column("called_at", Instant(), nullable=True),
        sa.Column("announced_at", Instant(), nullable=True),
        sa.Column("served_at", Instant(), nullable=True),
        sa.Column("host_told_at", Instant(), nullable=True),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("created_by", Id(), nullable=False),
        sa.Column("moves", sa.Integer(), nullable=False),
        sa.CheckConstraint(f"state IN ({STATES})", name=op.f("ck_queue_ticket_state")),
        sa.CheckConstraint("source IN ('check_in', 'walk_in')", name=op.f("ck_queue_ticket_source")),
        sa.CheckConstraint(
            "unless_reason IN ('no_digid', 'digital_failed', 'needs_help', 'prefers', 'other', '')",
            name=op.f("ck_queue_ticket_unless_reason"),
        ),
        sa.CheckConstraint(
            "digital_offer IN ('offered', 'accepted', 'sent', '')", name=op.f("ck_queue_ticket_digital_offer")
        ),
        sa.CheckConstraint(
            "identity IN ('not_established', 'self_declared', 'questions_answered', 'called_back', 'document_seen', "
            "'digid', 'eherkenning')",
            name=op.f("ck_queue_ticket_identity"),
        ),
        sa.CheckConstraint(
            "confidentiality IN ('open', 'confidential', 'enforcement')", name=op.f("ck_queue_ticket_confidentiality")
        ),
        sa.CheckConstraint("priority BETWEEN 0 AND 2", name=op.f("ck_queue_ticket_priority")),
        sa.CheckConstraint("state <> 'waiting' OR counter_id IS NULL", name=op.f("ck_queue_ticket_waits_nowhere")),
        sa.CheckConstraint(
            "state NOT IN ('called', 'serving', 'on_hold') OR counter_id IS NOT NULL",
            name=op.f("ck_queue_ticket_at_a_counter"),
        ),
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["appointment.id"], name=op.f("fk_queue_ticket_appointment_id_appointment")
        ),
        sa.ForeignKeyConstraint(["counter_id"], ["counter.id"], name=op.f("fk_queue_ticket_counter_id_counter")),
        sa.ForeignKeyConstraint(["created_by"], ["agent.id"], name=op.f("fk_queue_ticket_created_by_agent")),
        sa.ForeignKeyConstraint(["location_id"], ["location.id"], name=op.f("fk_queue_ticket_location_id_location")),
        sa.ForeignKeyConstraint(
            ["owner_cluster_id"], ["cluster.id"], name=op.f("fk_queue_ticket_owner_cluster_id_cluster")
        ),
        sa.ForeignKeyConstraint(
            ["wanted_counter_id"], ["counter.id"], name=op.f("fk_queue_ticket_wanted_counter_id_counter")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_queue_ticket")),
        sa.UniqueConstraint("appointment_id", name=op.f("uq_queue_ticket_appointment_id")),
        sa.UniqueConstraint("conversation_id", name=op.f("uq_queue_ticket_conversation_id")),
        sa.UniqueConstraint(
            "location_id",
            "local_on",
            "prefix",
            "number",
            name=op.f("uq_queue_ticket_location_id_local_on_prefix_number"),
        ),
    )
    op.create_index(
        "uq_queue_ticket_at_counter",
        "queue_ticket",
        ["counter_id"],
        unique=True,
        sqlite_where=sa.text("state IN ('called', 'serving')"),
        postgresql_where=sa.text("state IN ('called', 'serving')"),
    )
    op.create_index(
        op.f("ix_queue_ticket_location_id_local_on_state"), "queue_ticket", ["location_id", "local_on", "state"]
    )
    op.create_table(
        "queue_ticket_text",
        sa.Column("ticket_id", Id(), nullable=False),
        sa.Column("party_id", Id(), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_queue_ticket_text_party_id_party")),
        sa.ForeignKeyConstraint(
            ["ticket_id"], ["queue_ticket.id"], name=op.f("fk_queue_ticket_text_ticket_id_queue_ticket")
        ),
        sa.PrimaryKeyConstraint("ticket_id", name=op.f("pk_queue_ticket_text")),
    )
    op.create_table(
        "queue_ticket_line",
        sa.Column("ticket_id", Id(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("product_id", Id(), nullable=False),
        sa.Column("persons", sa.Integer(), nullable=False),
        sa.Column("is_sent_on", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_queue_ticket_line_product_id_product")),
        sa.ForeignKeyConstraint(
            ["ticket_id"], ["queue_ticket.id"], name=op.f("fk_queue_ticket_line_ticket_id_queue_ticket")
        ),
        sa.PrimaryKeyConstraint("ticket_id", "position", name=op.f("pk_queue_ticket_line")),
    )
    op.create_table(
        "ticket_event",
        sa.Column("ticket_id", Id(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("move", sa.String(length=12), nullable=False),
        sa.Column("from_state", sa.String(length=8), nullable=False),
        sa.Column("to_state", sa.String(length=8), nullable=False),
        sa.Column("counter_id", Id(), nullable=True),
        sa.Column("identity_how", sa.String(length=200), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("actor_id", Id(), nullable=False),
        sa.CheckConstraint(
            "move IN ('issued', 'called', 'called_again', 'put_back', 'served', 'held', 'resumed', 'transferred', "
            "'host_told', 'finished', 'left', 'no_show', 'came', 'expired')",
            name=op.f("ck_ticket_event_move"),
        ),
        sa.ForeignKeyConstraint(["actor_id"], ["agent.id"], name=op.f("fk_ticket_event_actor_id_agent")),
        sa.ForeignKeyConstraint(["counter_id"], ["counter.id"], name=op.f("fk_ticket_event_counter_id_counter")),
        sa.ForeignKeyConstraint(
            ["ticket_id"], ["queue_ticket.id"], name=op.f("fk_ticket_event_ticket_id_queue_ticket")
        ),
        sa.PrimaryKeyConstraint("ticket_id", "number", name=op.f("pk_ticket_event")),
        sa.UniqueConstraint("id", name=op.f("uq_ticket_event_id")),
    )
    op.create_table(
        "counter_state",
        sa.Column("counter_id", Id(), nullable=False),
        sa.Column("state", sa.String(length=6), nullable=False),
        sa.Column("agent_id", Id(), nullable=True),
        sa.Column("since", Instant(), nullable=False),
        sa.Column("moves", sa.Integer(), nullable=False),
        sa.CheckConstraint("(state = 'closed') = (agent_id IS NULL)", name=op.f("ck_counter_state_staffed")),
        sa.CheckConstraint("state IN ('open', 'paused', 'closed')", name=op.f("ck_counter_state_state")),
        sa.ForeignKeyConstraint(["agent_id"], ["agent.id"], name=op.f("fk_counter_state_agent_id_agent")),
        sa.ForeignKeyConstraint(["counter_id"], ["counter.id"], name=op.f("fk_counter_state_counter_id_counter")),
        sa.PrimaryKeyConstraint("counter_id", name=op.f("pk_counter_state")),
    )
    op.create_index(op.f("ix_counter_state_agent_id"), "counter_state", ["agent_id"])
    op.create_table(
        "counter_event",
        sa.Column("counter_id", Id(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("state", sa.String(length=6), nullable=False),
        sa.Column("agent_id", Id(), nullable=True),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("actor_id", Id(), nullable=False),
        sa.CheckConstraint("state IN ('open', 'paused', 'closed')", name=op.f("ck_counter_event_state")),
        sa.ForeignKeyConstraint(["actor_id"], ["agent.id"], name=op.f("fk_counter_event_actor_id_agent")),
        sa.ForeignKeyConstraint(["agent_id"], ["agent.id"], name=op.f("fk_counter_event_agent_id_agent")),
        sa.ForeignKeyConstraint(["counter_id"], ["counter.id"], name=op.f("fk_counter_event_counter_id_counter")),
        sa.PrimaryKeyConstraint("counter_id", "number", name=op.f("pk_counter_event")),
    )


def _guard_sqlite() -> None:
    me = "(SELECT id FROM agent WHERE login = kcc_login())"

    def refuse(name: str, when: str, why: str) -> None:
        op.execute(f"CREATE TRIGGER {name} BEFORE {when} BEGIN SELECT RAISE(ABORT, '{why}'); END")

    for table in WRITTEN_ONCE:
        for verb in ("UPDATE", "DELETE"):
            refuse(f"guard_{table}_{verb.lower()}", f"{verb} ON {table}", f"{table} is written once")
    for table, column in ACTORS:
        refuse(f"actor_{table}", f"INSERT ON {table} WHEN NEW.{column} IS NOT {me}", f"{table} names another agent")
    for number, (why, rule) in enumerate(REFUSED.items()):
        refuse(f"moves_of_ticket_{number}", f"UPDATE ON queue_ticket WHEN {rule.format(differs='IS NOT')}", why)
    refuse("guard_queue_ticket_update", f"UPDATE OF {OF_TICKET} ON queue_ticket", "a ticket stays whose it is")
    refuse("guard_queue_ticket_delete", "DELETE ON queue_ticket", "a ticket ends and is not deleted")
    refuse("new_queue_ticket", "INSERT ON queue_ticket WHEN NEW.state <> 'waiting'", "a ticket begins by waiting")
    for verb in ("INSERT", "UPDATE"):
        refuse(
            f"staff_of_counter_{verb.lower()}",
            f"{verb} ON counter_state WHEN NEW.agent_id IS NOT NULL AND NEW.agent_id IS NOT {me}",
            "a counter is staffed by oneself",
        )


def _guard_postgresql() -> None:
    refuse = "RAISE EXCEPTION '{}' USING ERRCODE = 'integrity_constraint_violation'"
    for table in WRITTEN_ONCE:
        _on(f"guard_{table}", f"UPDATE OR DELETE ON {table} FOR EACH ROW", "kcc_written_once()")
        _on(f"guard_{table}_truncate", f"TRUNCATE ON {table} FOR EACH STATEMENT", "kcc_written_once()")
    for table, column in ACTORS:
        _on(f"actor_{table}", f"INSERT ON {table} FOR EACH ROW", f"kcc_actor('{column}')")
    _on("guard_queue_ticket", f"UPDATE OF {OF_TICKET} OR DELETE ON queue_ticket FOR EACH ROW", "kcc_written_once()")
    checks = " ".join(
        f"IF {rule.format(differs='IS DISTINCT FROM')} THEN {refuse.format(why)}; END IF;"
        for why, rule in REFUSED.items()
    )
    _function(
        "kcc_moves_of_ticket()",
        f"IF TG_OP = 'INSERT' THEN IF NEW.state <> 'waiting' THEN {refuse.format('a ticket begins by waiting')}; "
        f"END IF; RETURN NEW; END IF; {checks} RETURN NEW;",
    )
    _on("moves_of_ticket", "INSERT OR UPDATE ON queue_ticket FOR EACH ROW", "kcc_moves_of_ticket()")
    _function(
        "kcc_staff_of_counter()",
        "IF NEW.agent_id IS NOT NULL AND NEW.agent_id IS DISTINCT FROM (SELECT id FROM agent "
        f"WHERE login = session_user::text) THEN {refuse.format('a counter is staffed by oneself')}; END IF; "
        "RETURN NEW;",
    )
    _on("staff_of_counter", "INSERT OR UPDATE ON counter_state FOR EACH ROW", "kcc_staff_of_counter()")


def _function(name: str, body: str) -> None:
    op.execute(
        f"CREATE FUNCTION {name} RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER "
        f"SET search_path = pg_catalog, {_schema()}, pg_temp AS $$ BEGIN {body} END $$"
    )


def _on(name: str, when: str, function: str) -> None:
    op.execute(f"CREATE TRIGGER {name} BEFORE {when} EXECUTE FUNCTION {function}")


def _let_desks_in() -> None:
    op.execute(
        "CREATE FUNCTION kcc_sees_ticket(thing uuid, sight text[], own_cluster uuid) RETURNS boolean "
        f"LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, {_schema()}, pg_temp AS $$ BEGIN "
        "RETURN EXISTS (SELECT 1 FROM queue_ticket AS t WHERE t.id = thing AND (t.confidentiality = ANY (sight) "
        "OR (t.confidentiality = 'confidential' AND t.owner_cluster_id = own_cluster))); END; $$"
    )
    op.execute("REVOKE ALL ON FUNCTION kcc_sees_ticket(uuid, text[], uuid) FROM PUBLIC")
    op.execute(f"GRANT EXECUTE ON FUNCTION kcc_sees_ticket(uuid, text[], uuid) TO {GROUP}")
    for table, policies in POLICIES.items():
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        for name, rule in policies.items():
            clause = {"add": f"WITH CHECK ({rule})", "change": f"USING ({rule}) WITH CHECK ({rule})"}
            op.execute(
                f"CREATE POLICY {name} ON {table} FOR {COMMANDS[name]} TO {GROUP} {clause.get(name, f'USING ({rule})')}"
            )
    for table, what in GRANTS.items():
        op.execute(f"GRANT {what} ON {table} TO {GROUP}")


def _schema() -> str:
    bind = op.get_bind()
    return bind.dialect.identifier_preparer.quote(str(bind.scalar(sa.select(sa.func.current_schema()))))


def downgrade() -> None:
    op.drop_table("counter_event")
    op.drop_index(op.f("ix_counter_state_agent_id"), table_name="counter_state")
    op.drop_table("counter_state")
    op.drop_table("ticket_event")
    op.drop_table("queue_ticket_line")
    op.drop_table("queue_ticket_text")
    op.drop_index(op.f("ix_queue_ticket_location_id_local_on_state"), table_name="queue_ticket")
    op.drop_index("uq_queue_ticket_at_counter", table_name="queue_ticket")
    op.drop_table("queue_ticket")
    op.drop_table("ticket_number")
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP FUNCTION kcc_sees_ticket(uuid, text[], uuid)")
        op.execute("DROP FUNCTION kcc_moves_of_ticket()")
        op.execute("DROP FUNCTION kcc_staff_of_counter()")
    op.execute(
        "DELETE FROM outcome WHERE code = 'left' AND NOT EXISTS (SELECT 1 FROM contact WHERE outcome_code = 'left')"
    )
    op.drop_column("counter", "room")
    op.drop_column("counter", "kind")
