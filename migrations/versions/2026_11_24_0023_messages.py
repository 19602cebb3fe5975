"""Messages to citizens: planned with what they are about, claimed by one sender before they are sent, never repeated.

What was sent stays sent and what was withdrawn stays withdrawn, by triggers. A message's own row names nobody but by
ids; where it goes and what it says stands apart, and goes with the contact that it became.
"""

import sqlalchemy as sa
from alembic import op

from kcc_desktop.data.columns import Id, Instant

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None

GROUP = "kcc_desk"
STATES = "'waiting', 'sending', 'sent', 'failed', 'maybe_sent', 'withdrawn'"
KINDS = "'confirmation', 'cancellation', 'reminder', 'form_link', 'status', 'expiry', 'callback_moved'"
HINDRANCES = (
    "'called_off', 'too_late', 'deceased', 'no_consent', 'address_refused', 'login_refused', 'not_allowed', "
    "'not_there', 'refused', ''"
)
# What of a message stays as it was planned.
PLANNED = (
    "id, subject_kind, subject_id, kind, party_id, address_id, channel, language, due_at, useful_until, planned_at, "
    "planned_by, confidentiality, owner_cluster_id"
)
_MOVES = "state, attempts, not_before, sender_id, moved_at, is_called_off, carrier, carrier_id, delivery, hindrance"
GRANTS = {
    "message_event": "SELECT, INSERT",
    "outgoing_message": f"SELECT, INSERT, UPDATE ({_MOVES})",
    "outgoing_text": "SELECT, INSERT",
}
_SEES = (
    "confidentiality = ANY ((SELECT kcc_sight())::text[]) "
    "OR (confidentiality = 'confidential' AND owner_cluster_id = (SELECT kcc_cluster()))"
)
# The row names nobody: who looks after the connections decides about what got stuck.
_LISTS = f"{_SEES} OR (SELECT kcc_may('administer'))"
_WRITES = "(SELECT kcc_may('plan', 'record_contact', 'work'))"
_DECIDES = "(SELECT kcc_may('plan', 'record_contact', 'work', 'administer'))"
_SEES_IT = "kcc_sees_message(message_id, (SELECT kcc_sight()), (SELECT kcc_cluster()))"
POLICIES = {
    "message_event": {"read": _SEES_IT, "add": f"actor_id = (SELECT kcc_agent()) AND {_DECIDES}"},
    "outgoing_message": {"read": _LISTS, "add": _WRITES, "change": _DECIDES},
    "outgoing_text": {"read": _SEES_IT, "add": f"{_WRITES} AND {_SEES_IT}"},
}
COMMANDS = {"read": "SELECT", "add": "INSERT", "change": "UPDATE"}
REFUSED = {
    "a message that ended stays so": "OLD.state IN ('sent', 'withdrawn') AND NEW.state <> OLD.state",
    "a message is claimed before it is sent": (
        "NEW.state IN ('sent', 'failed', 'maybe_sent') AND OLD.state IN ('waiting', 'failed') "
        "AND NEW.state <> OLD.state"
    ),
    "a message is claimed once": (
        "NEW.state = 'sending' AND OLD.state <> 'waiting' AND (OLD.state <> 'sending' OR NEW.attempts <> OLD.attempts)"
    ),
    "each claim counts": "NEW.state = 'sending' AND OLD.state = 'waiting' AND NEW.attempts <> OLD.attempts + 1",
    "what was called off is not sent again": "NEW.state = 'waiting' AND OLD.is_called_off",
}
CHANNEL = ("sms", "Sms", "Text message", "chat-circle-text", 9)
OUTCOME = ("sent", "Verstuurd", "Sent", "nothing", 10)


def upgrade() -> None:
    _make_tables()
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    _add_to_lists("0" if is_sqlite else "false")
    if is_sqlite:
        _guard_sqlite()
    else:
        _guard_postgresql()
        _let_desks_in()


def _add_to_lists(no: str) -> None:
    """To lists that are there; an empty database gets its lists at the first start."""
    for table, columns, (code, dutch, english, more, position) in (
        ("channel", "icon, is_live", CHANNEL),
        ("outcome", "needs, is_quick", OUTCOME),
    ):
        op.execute(
            f"INSERT INTO {table} (code, label_nl, label_en, {columns}, position) "
            f"SELECT '{code}', '{dutch}', '{english}', '{more}', {no}, {position} "
            f"WHERE EXISTS (SELECT 1 FROM {table}) AND NOT EXISTS (SELECT 1 FROM {table} WHERE code = '{code}')"
        )


def _make_tables() -> None:
    op.create_table(
        "outgoing_message",
        sa.Column("id", Id(), nullable=False),
        sa.Column("subject_kind", sa.String(length=12), nullable=False),
        sa.Column("subject_id", Id(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("party_id", Id(), nullable=False),
        sa.Column("address_id", Id(), nullable=True),
        sa.Column("channel", sa.String(length=8), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("due_at", Instant(), nullable=False),
        sa.Column("useful_until", Instant(), nullable=True),
        sa.Column("planned_at", Instant(), nullable=False),
        sa.Column("planned_by", Id(), nullable=False),
        sa.Column("confidentiality", sa.String(length=12), nullable=False),
        sa.Column("owner_cluster_id", Id(), nullable=True),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("not_before", Instant(), nullable=False),
        sa.Column("sender_id", Id(), nullable=True),
        sa.Column("moved_at", Instant(), nullable=False),
        sa.Column("is_called_off", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("carrier", sa.String(length=12), nullable=False),
        sa.Column("carrier_id", sa.String(length=120), nullable=False),
        sa.Column("delivery", sa.String(length=12), nullable=False),
        sa.Column("hindrance", sa.String(length=16), nullable=False),
        sa.CheckConstraint(
            "subject_kind IN ('appointment', 'visit', 'task', 'case', 'party')",
            name=op.f("ck_outgoing_message_subject_kind"),
        ),
        sa.CheckConstraint(f"kind IN ({KINDS})", name=op.f("ck_outgoing_message_kind")),
        sa.CheckConstraint("channel IN ('email', 'sms', 'letter')", name=op.f("ck_outgoing_message_channel")),
        sa.CheckConstraint("language IN ('nl', 'en')", name=op.f("ck_outgoing_message_language")),
        sa.CheckConstraint(f"state IN ({STATES})", name=op.f("ck_outgoing_message_state")),
        sa.CheckConstraint(
            "delivery IN ('under_way', 'delivered', 'undelivered', '')", name=op.f("ck_outgoing_message_delivery")
        ),
        sa.CheckConstraint(f"hindrance IN ({HINDRANCES})", name=op.f("ck_outgoing_message_hindrance")),
        sa.CheckConstraint(
            "confidentiality IN ('open', 'confidential', 'enforcement')",
            name=op.f("ck_outgoing_message_confidentiality"),
        ),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_outgoing_message_party_id_party")),
        sa.ForeignKeyConstraint(
            ["address_id"], ["digital_address.id"], name=op.f("fk_outgoing_message_address_id_digital_address")
        ),
        sa.ForeignKeyConstraint(["planned_by"], ["agent.id"], name=op.f("fk_outgoing_message_planned_by_agent")),
        sa.ForeignKeyConstraint(["sender_id"], ["agent.id"], name=op.f("fk_outgoing_message_sender_id_agent")),
        sa.ForeignKeyConstraint(
            ["owner_cluster_id"], ["cluster.id"], name=op.f("fk_outgoing_message_owner_cluster_id_cluster")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outgoing_message")),
        sa.UniqueConstraint("subject_id", "kind", "due_at", name=op.f("uq_outgoing_message_subject_id_kind_due_at")),
    )
    op.create_index(op.f("ix_outgoing_message_state_due_at"), "outgoing_message", ["state", "due_at"])
    op.create_index(op.f("ix_outgoing_message_party_id"), "outgoing_message", ["party_id"])
    op.create_table(
        "outgoing_text",
        sa.Column("message_id", Id(), nullable=False),
        sa.Column("recipient", sa.String(length=400), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["message_id"], ["outgoing_message.id"], name=op.f("fk_outgoing_text_message_id_outgoing_message")
        ),
        sa.PrimaryKeyConstraint("message_id", name=op.f("pk_outgoing_text")),
    )
    op.create_table(
        "message_event",
        sa.Column("message_id", Id(), nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("from_state", sa.String(length=12), nullable=False),
        sa.Column("to_state", sa.String(length=12), nullable=False),
        sa.Column("hindrance", sa.String(length=16), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("actor_id", Id(), nullable=False),
        sa.ForeignKeyConstraint(
            ["message_id"], ["outgoing_message.id"], name=op.f("fk_message_event_message_id_outgoing_message")
        ),
        sa.ForeignKeyConstraint(["actor_id"], ["agent.id"], name=op.f("fk_message_event_actor_id_agent")),
        sa.PrimaryKeyConstraint("message_id", "id", name=op.f("pk_message_event")),
    )


_GOES = "SELECT 1 FROM text_destruction WHERE contact_id = OLD.message_id"


def _guard_sqlite() -> None:
    me = "(SELECT id FROM agent WHERE login = kcc_login())"

    def refuse(name: str, when: str, why: str) -> None:
        op.execute(f"CREATE TRIGGER {name} BEFORE {when} BEGIN SELECT RAISE(ABORT, '{why}'); END")

    for verb in ("UPDATE", "DELETE"):
        refuse(f"guard_message_event_{verb.lower()}", f"{verb} ON message_event", "message_event is written once")
    for table, column in (("message_event", "actor_id"), ("outgoing_message", "planned_by")):
        refuse(f"actor_{table}", f"INSERT ON {table} WHEN NEW.{column} IS NOT {me}", f"{table} names another agent")
    refuse("guard_outgoing_message_update", f"UPDATE OF {PLANNED} ON outgoing_message", "a message stays as planned")
    refuse("guard_outgoing_message_delete", "DELETE ON outgoing_message", "a message is withdrawn, not deleted")
    refuse(
        "new_outgoing_message", "INSERT ON outgoing_message WHEN NEW.state <> 'waiting'", "a message begins by waiting"
    )
    for number, (why, rule) in enumerate(REFUSED.items()):
        refuse(f"moves_of_message_{number}", f"UPDATE ON outgoing_message WHEN {rule}", why)
    refuse("guard_outgoing_text_update", "UPDATE ON outgoing_text", "outgoing_text is written once")
    refuse(
        "guard_outgoing_text_delete",
        f"DELETE ON outgoing_text WHEN NOT EXISTS ({_GOES})",
        "outgoing_text goes through its door",
    )


def _guard_postgresql() -> None:
    def on(name: str, when: str, function: str = "kcc_written_once()") -> None:
        op.execute(f"CREATE TRIGGER {name} BEFORE {when} EXECUTE FUNCTION {function}")

    refuse = "RAISE EXCEPTION '{}' USING ERRCODE = 'integrity_constraint_violation'"
    for table in ("message_event", "outgoing_message", "outgoing_text"):
        on(f"guard_{table}_truncate", f"TRUNCATE ON {table} FOR EACH STATEMENT")
    on("guard_message_event", "UPDATE OR DELETE ON message_event FOR EACH ROW")
    on("guard_outgoing_message", f"UPDATE OF {PLANNED} OR DELETE ON outgoing_message FOR EACH ROW")
    on("guard_outgoing_text", "UPDATE ON outgoing_text FOR EACH ROW")
    for table, column in (("message_event", "actor_id"), ("outgoing_message", "planned_by")):
        on(f"actor_{table}", f"INSERT ON {table} FOR EACH ROW", f"kcc_actor('{column}')")
    checks = " ".join(f"IF {rule} THEN {refuse.format(why)}; END IF;" for why, rule in REFUSED.items())
    op.execute(
        "CREATE FUNCTION kcc_moves_of_message() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF TG_OP = 'INSERT' THEN IF NEW.state <> 'waiting' THEN {refuse.format('a message begins by waiting')}; "
        f"END IF; RETURN NEW; END IF; {checks} RETURN NEW; END $$"
    )
    on("moves_of_message", "INSERT OR UPDATE ON outgoing_message FOR EACH ROW", "kcc_moves_of_message()")
    op.execute(
        "CREATE FUNCTION kcc_message_text_door() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER "
        f"SET search_path = pg_catalog, {_schema()}, pg_temp AS $$ BEGIN IF NOT EXISTS ({_GOES}) THEN "
        f"{refuse.format('outgoing_text goes through its door')}; END IF; RETURN OLD; END $$"
    )
    on("guard_outgoing_text_delete", "DELETE ON outgoing_text FOR EACH ROW", "kcc_message_text_door()")


def _let_desks_in() -> None:
    op.execute(
        "CREATE FUNCTION kcc_sees_message(thing uuid, sight text[], own_cluster uuid) RETURNS boolean "
        f"LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, {_schema()}, pg_temp AS $$ BEGIN "
        "RETURN EXISTS (SELECT 1 FROM outgoing_message AS m WHERE m.id = thing AND (m.confidentiality = ANY (sight) "
        "OR (m.confidentiality = 'confidential' AND m.owner_cluster_id = own_cluster))); END; $$"
    )
    op.execute("REVOKE ALL ON FUNCTION kcc_sees_message(uuid, text[], uuid) FROM PUBLIC")
    op.execute(f"GRANT EXECUTE ON FUNCTION kcc_sees_message(uuid, text[], uuid) TO {GROUP}")
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
    op.drop_table("message_event")
    op.drop_table("outgoing_text")
    op.drop_table("outgoing_message")
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP FUNCTION kcc_sees_message(uuid, text[], uuid)")
        op.execute("DROP FUNCTION kcc_moves_of_message()")
        op.execute("DROP FUNCTION kcc_message_text_door()")
    op.execute(
        "DELETE FROM outcome WHERE code = 'sent' AND NOT EXISTS (SELECT 1 FROM contact WHERE outcome_code = 'sent')"
    )
    op.execute(
        "DELETE FROM channel WHERE code = 'sms' "
        "AND NOT EXISTS (SELECT 1 FROM conversation WHERE channel_code = 'sms') "
        "AND NOT EXISTS (SELECT 1 FROM anonymous_count WHERE channel_code = 'sms') "
        "AND NOT EXISTS (SELECT 1 FROM internal_task WHERE channel_code = 'sms')"
    )
