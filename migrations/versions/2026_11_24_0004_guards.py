"""What is written once is guarded against every way to write it: replacing, truncating, a temporary table in between.

Tasks, handovers and what else a contact leaves behind are guarded as the contact is, and so are the sessions of
agents. Texts of tasks and handovers go through the contact's door, words of a refused disclosure through one of their
own. One number and one mail address is the preferred one, by the database's word. BSN and A-number are found in full
only: as words of their own.
"""

import sqlalchemy as sa
from alembic import op

from kcc_desktop.data.columns import Id, Instant

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# Guarded since 0001 and 0002, with the key by which a row is the same one.
GUARDED = {
    "audit_line": ("chain_id", "number"),
    "change_log": ("sequence",),
    "conversation": ("id",),
    "contact": ("id",),
    "contact_text": ("contact_id", "version"),
    "contact_correction": ("contact_id", "version"),
    "contact_move": ("id",),
    "contact_participant": ("conversation_id", "position"),
    "text_destruction": ("contact_id",),
    "consent": ("id",),
    "representation_end": ("representation_id",),
    "disclosure_refusal": ("id",),
}
WRITTEN_ONCE = {
    "handover": ("id",),
    "contact_looked_up": ("contact_id", "kind", "object_id"),
    "contact_case": ("contact_id", "case_id"),
    "anonymous_count": ("id",),
    "agent_session": ("chain_id",),
    "refusal_destruction": ("refusal_id",),
}
ACTORS = (("agent_session", "agent_id"), ("refusal_destruction", "by"))
TEXTS = {"task_text": "task_id", "handover_text": "handover_id", "disclosure_refusal_text": "refusal_id"}
# What of a task stays; its state, whose it is and when it is due change.
OF_TASK = "id, reference, kind, contact_id, created_at, created_by"
KEYS = {**GUARDED, **WRITTEN_ONCE, **{table: (key,) for table, key in TEXTS.items()}, "internal_task": ("id",)}
FUNCTIONS = ("kcc_written_once", "kcc_text_door", "kcc_actor")
DOOR = (
    "SELECT 1 FROM text_destruction WHERE contact_id IN (SELECT contact_id FROM internal_task WHERE id = {id} "
    "UNION ALL SELECT contact_id FROM handover WHERE id = {id}) "
    "UNION ALL SELECT 1 FROM refusal_destruction WHERE refusal_id = {id}"
)


def _guard_sqlite() -> None:
    for table in WRITTEN_ONCE:
        for verb in ("UPDATE", "DELETE"):
            _refuse(f"guard_{table}_{verb.lower()}", f"{verb} ON {table}", f"{table} is written once")
    for table, key in TEXTS.items():
        _refuse(f"guard_{table}_update", f"UPDATE ON {table}", f"{table} is written once")
        closed = f"WHEN NOT EXISTS ({DOOR.format(id=f'OLD.{key}')})"
        _refuse(f"guard_{table}_delete", f"DELETE ON {table} {closed}", f"{table} goes through its door")
    _refuse("guard_internal_task_update", f"UPDATE OF {OF_TASK} ON internal_task", "internal_task is written once")
    _refuse("guard_internal_task_delete", "DELETE ON internal_task", "internal_task is written once")
    # REPLACE takes the row of before away without asking the triggers above.
    for table, keys in KEYS.items():
        same = " AND ".join(f"{key} = NEW.{key}" for key in keys)
        if table == "internal_task":
            same += " OR reference = NEW.reference"
        again = f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})"
        _refuse(f"again_{table}", f"INSERT ON {table} {again}", f"{table} is written once")

    for table, column in ACTORS:
        other = f'WHEN NEW."{column}" IS NOT (SELECT id FROM agent WHERE login = kcc_login())'
        _refuse(f"actor_{table}", f"INSERT ON {table} {other}", f"{table} names another agent")


def _refuse(name: str, when: str, why: str) -> None:
    op.execute(f"CREATE TRIGGER {name} BEFORE {when} BEGIN SELECT RAISE(ABORT, '{why}'); END")


def _guard_postgresql() -> None:
    schema = op.get_bind().dialect.identifier_preparer.quote(op.get_bind().scalar(sa.select(sa.func.current_schema())))
    op.execute(
        "CREATE FUNCTION kcc_part_door() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ DECLARE part uuid := (to_jsonb(OLD) ->> TG_ARGV[0])::uuid; "
        f"BEGIN IF NOT EXISTS ({DOOR.format(id='part')}) THEN "
        "RAISE EXCEPTION '% goes through its door', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; "
        "END IF; RETURN OLD; END $$"
    )
    # Named last: left out, temporary tables would come first, and anybody can make one called agent.
    for function in (*FUNCTIONS, "kcc_part_door"):
        op.execute(f"ALTER FUNCTION {function}() SET search_path = pg_catalog, {schema}, pg_temp")
    for table in WRITTEN_ONCE:
        _on(f"guard_{table}", f"UPDATE OR DELETE ON {table} FOR EACH ROW")
    for table, key in TEXTS.items():
        _on(f"guard_{table}_update", f"UPDATE ON {table} FOR EACH ROW")
        _on(f"guard_{table}_delete", f"DELETE ON {table} FOR EACH ROW", f"kcc_part_door('{key}')")
    _on("guard_internal_task_update", f"UPDATE OF {OF_TASK} ON internal_task FOR EACH ROW")
    _on("guard_internal_task_delete", "DELETE ON internal_task FOR EACH ROW")
    for table in KEYS:
        _on(f"guard_{table}_truncate", f"TRUNCATE ON {table} FOR EACH STATEMENT")
    for table, column in ACTORS:
        _on(f"actor_{table}", f"INSERT ON {table} FOR EACH ROW", f"kcc_actor('{column}')")


def _on(name: str, when: str, function: str = "kcc_written_once()") -> None:
    op.execute(f"CREATE TRIGGER {name} BEFORE {when} EXECUTE FUNCTION {function}")


def _is_sqlite() -> bool:
    return op.get_bind().dialect.name == "sqlite"


def upgrade() -> None:
    op.create_table(
        "refusal_destruction",
        sa.Column("refusal_id", Id(), nullable=False),
        sa.Column("ground", sa.String(length=80), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("by", Id(), nullable=False),
        sa.ForeignKeyConstraint(
            ["refusal_id"], ["disclosure_refusal.id"], name=op.f("fk_refusal_destruction_refusal_id_disclosure_refusal")
        ),
        sa.ForeignKeyConstraint(["by"], ["agent.id"], name=op.f("fk_refusal_destruction_by_agent")),
        sa.PrimaryKeyConstraint("refusal_id", name=op.f("pk_refusal_destruction")),
    )
    # One of several stays the preferred one: the one that was made last.
    op.execute(
        "UPDATE digital_address SET is_preferred = false WHERE is_preferred AND ended_at IS NULL AND EXISTS "
        "(SELECT 1 FROM digital_address AS later WHERE later.party_id = digital_address.party_id "
        "AND later.kind = digital_address.kind AND later.is_preferred AND later.ended_at IS NULL "
        "AND later.id > digital_address.id)"
    )
    op.create_index(
        "uq_digital_address_preferred",
        "digital_address",
        ["party_id", "kind"],
        unique=True,
        sqlite_where=sa.text("is_preferred AND ended_at IS NULL"),
        postgresql_where=sa.text("is_preferred AND ended_at IS NULL"),
    )
    # Who lives at an address without a postcode.
    op.create_index(op.f("ix_party_address_house_number_street"), "party_address", ["house_number", "street"])
    op.execute(
        "UPDATE search_token SET token = '=' || token || '=' WHERE EXISTS (SELECT 1 FROM person "
        "WHERE person.party_id = search_token.party_id AND search_token.token IN (person.bsn, person.a_number))"
    )
    for number in ("bsn", "a_number"):
        _replace_word(f"' ' || {number} || ' '", f"' =' || {number} || '= '", number)
    if _is_sqlite():
        _guard_sqlite()
    else:
        _guard_postgresql()


def downgrade() -> None:
    if _is_sqlite():
        _unguard_sqlite()
    else:
        _unguard_postgresql()
    for number in ("bsn", "a_number"):
        _replace_word(f"' =' || {number} || '= '", f"' ' || {number} || ' '", number)
    op.execute("UPDATE search_token SET token = trim(token, '=') WHERE token LIKE '=%'")
    op.drop_index(op.f("ix_party_address_house_number_street"), table_name="party_address")
    op.drop_index("uq_digital_address_preferred", table_name="digital_address")
    op.drop_table("refusal_destruction")


def _replace_word(old: str, new: str, number: str) -> None:
    op.execute(
        f"UPDATE search_party SET words = (SELECT replace(words, {old}, {new}) FROM person "
        "WHERE person.party_id = search_party.party_id) "
        f"WHERE EXISTS (SELECT 1 FROM person WHERE person.party_id = search_party.party_id AND {number} <> '')"
    )


def _unguard_sqlite() -> None:
    for table, _column in ACTORS:
        op.execute(f"DROP TRIGGER actor_{table}")
    for table in KEYS:
        op.execute(f"DROP TRIGGER again_{table}")
    for table in (*WRITTEN_ONCE, *TEXTS, "internal_task"):
        for verb in ("update", "delete"):
            op.execute(f"DROP TRIGGER guard_{table}_{verb}")


def _unguard_postgresql() -> None:
    for table, _column in ACTORS:
        op.execute(f"DROP TRIGGER actor_{table} ON {table}")
    for table in KEYS:
        op.execute(f"DROP TRIGGER guard_{table}_truncate ON {table}")
    for table in WRITTEN_ONCE:
        op.execute(f"DROP TRIGGER guard_{table} ON {table}")
    for table in (*TEXTS, "internal_task"):
        for verb in ("update", "delete"):
            op.execute(f"DROP TRIGGER guard_{table}_{verb} ON {table}")
    for function in FUNCTIONS:
        op.execute(f"ALTER FUNCTION {function}() RESET search_path")
    op.execute("DROP FUNCTION kcc_part_door()")
