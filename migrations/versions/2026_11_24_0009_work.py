"""Work: queues, who works on which task, and every move of it.

A promise that somebody works on is still open to whom it was made, so that a task's state stays what it was and being
taken stands beside it. The database sees to it that work is taken from nobody and for oneself only.
"""

import sqlalchemy as sa
from alembic import op

from kcc_desktop.data.columns import Id, Instant

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

GROUP = "kcc_desk"
GENERAL = "general"  # the queue of whatever names none
OF_WORK = "state, closed_at, owner_colleague_id, due_at, queue_code, taken_by, taken_at, attempts, next_try_at, rappels, moves"
GRANTS = {
    "internal_task": f"UPDATE ({OF_WORK})",
    "work_queue": "SELECT, INSERT, UPDATE (name, cluster_id, skills, norm_value, norm_unit, position)",
    "work_event": "SELECT, INSERT",
    "work_event_text": "SELECT, INSERT",
}
_RULES = "(SELECT kcc_may('administer'))"
_WORKS = "(SELECT kcc_may('work'))"
_SEES = "kcc_sees_part(task_id, (SELECT kcc_sight()), (SELECT kcc_cluster()))"
POLICIES = {
    "work_queue": {"read": "true", "add": _RULES, "change": _RULES},
    "work_event": {"read": _SEES, "add": f"{_WORKS} AND {_SEES}"},
    "work_event_text": {"read": _SEES, "add": f"{_WORKS} AND {_SEES}"},
}
COMMANDS = {"read": "SELECT", "add": "INSERT", "change": "UPDATE"}
CHANGES_TASK = {"before": "(SELECT kcc_may('correct_contact'))", "now": "(SELECT kcc_may('correct_contact', 'work'))"}
# As the program had them when this was written; a test compares. Since 0008: who works, and who does it for others.
_DESK = ("read_party", "edit_party", "read_contact", "record_contact", "correct_contact", "reveal", "plan")
BEFORE = {
    "agent": _DESK,
    "counter": _DESK,
    "back_office": _DESK,
    "neighbourhood": (*_DESK, "read_confidential"),
    "visitor": ("read_party", "read_contact", "record_contact"),
    "team_lead": (*_DESK, "read_confidential", "read_enforcement", "put_notice"),
    "editor": ("edit_catalogue", "put_notice"),
    "administrator": ("administer", "edit_catalogue", "put_notice"),
    "auditor": ("read_audit",),
}
PERMISSIONS = {role: (*may, "work") if "plan" in may else may for role, may in BEFORE.items()}
PERMISSIONS["team_lead"] = (*PERMISSIONS["team_lead"], "assign")

# What a change of a task must not do, with `me` and `assigns` put in by each database.
REFUSED = {
    "work without a queue": "NEW.queue_code IS NULL",
    "closed work is nobody's": "NEW.taken_by IS NOT NULL AND NEW.state <> 'open'",
    "work is taken at a moment": "(NEW.taken_by IS NULL) <> (NEW.taken_at IS NULL)",
    "closed work stays closed": "OLD.state <> 'open' AND NEW.state <> OLD.state",
    "work is taken by oneself, from nobody": "NEW.taken_by IS NOT NULL AND NEW.taken_by {other} OLD.taken_by "
    "AND (OLD.taken_by IS NOT NULL OR NEW.taken_by {other} {me})",
    "this is a colleague's work": "OLD.taken_by IS NOT NULL AND NEW.taken_by IS NULL AND OLD.taken_by {other} {me} "
    "AND NOT {assigns}",
}
OF_OWNER = "state, queue_code, taken_by, taken_at"
DOOR = (
    "SELECT 1 FROM text_destruction WHERE contact_id IN (SELECT contact_id FROM internal_task WHERE id = OLD.task_id)"
)


def upgrade() -> None:
    _make_tables()
    _add_columns()
    if op.get_bind().dialect.name == "sqlite":
        _guard_sqlite()
    else:
        _guard_postgresql()
        _say_who_may(PERMISSIONS)
        _let_desks_in()


def _make_tables() -> None:
    queue = op.create_table(
        "work_queue",
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("cluster_id", Id(), nullable=True),
        sa.Column("skills", sa.Text(), nullable=False),
        sa.Column("norm_value", sa.Integer(), nullable=False),
        sa.Column("norm_unit", sa.String(length=12), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint("norm_unit IN ('minutes', 'hours', 'working_days')", name=op.f("ck_work_queue_norm_unit")),
        sa.CheckConstraint("norm_value > 0", name=op.f("ck_work_queue_norm_value")),
        sa.ForeignKeyConstraint(["cluster_id"], ["cluster.id"], name=op.f("fk_work_queue_cluster_id_cluster")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_work_queue")),
    )
    op.bulk_insert(
        queue,
        [
            {
                "code": GENERAL,
                "name": "Algemeen",
                "cluster_id": None,
                "skills": "",
                "norm_value": 2,
                "norm_unit": "working_days",
                "position": 0,
            }
        ],
    )
    op.create_table(
        "work_event",
        sa.Column("task_id", Id(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", Id(), nullable=False),
        sa.Column("move", sa.String(length=12), nullable=False),
        sa.Column("outcome", sa.String(length=12), nullable=False),
        sa.Column("queue_code", sa.String(length=40), nullable=False),
        sa.Column("colleague_id", Id(), nullable=True),
        sa.Column("next_try_at", Instant(), nullable=True),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("actor_id", Id(), nullable=False),
        sa.CheckConstraint(
            "move IN ('taken', 'given_back', 'returned', 'handed_over', 'not_reached', 'rappel', 'done', 'withdrawn')",
            name=op.f("ck_work_event_move"),
        ),
        sa.CheckConstraint(
            "outcome IN ('answered', 'settled', 'not_reached', 'not_needed', '')", name=op.f("ck_work_event_outcome")
        ),
        sa.ForeignKeyConstraint(["actor_id"], ["agent.id"], name=op.f("fk_work_event_actor_id_agent")),
        sa.ForeignKeyConstraint(["colleague_id"], ["colleague.id"], name=op.f("fk_work_event_colleague_id_colleague")),
        sa.ForeignKeyConstraint(["queue_code"], ["work_queue.code"], name=op.f("fk_work_event_queue_code_work_queue")),
        sa.ForeignKeyConstraint(["task_id"], ["internal_task.id"], name=op.f("fk_work_event_task_id_internal_task")),
        sa.PrimaryKeyConstraint("task_id", "number", name=op.f("pk_work_event")),
        sa.UniqueConstraint("id", name=op.f("uq_work_event_id")),
    )
    op.create_table(
        "work_event_text",
        sa.Column("event_id", Id(), nullable=False),
        sa.Column("task_id", Id(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["work_event.id"], name=op.f("fk_work_event_text_event_id_work_event")),
        sa.ForeignKeyConstraint(
            ["task_id"], ["internal_task.id"], name=op.f("fk_work_event_text_task_id_internal_task")
        ),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_work_event_text")),
    )
    op.create_index(op.f("ix_work_event_text_task_id"), "work_event_text", ["task_id"], unique=False)


def _add_columns() -> None:
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    # By hand: Alembic adds the reference by another statement, which SQLite does not know.
    text, key = ("VARCHAR(40)", "BLOB") if is_sqlite else ("VARCHAR(40)", "UUID")
    for column, of_type, table, other in (("queue_code", text, "work_queue", "code"), ("taken_by", key, "agent", "id")):
        op.execute(
            f"ALTER TABLE internal_task ADD COLUMN {column} {of_type} "
            f"CONSTRAINT fk_internal_task_{column}_{table} REFERENCES {table} ({other})"
        )
    for moment in ("taken_at", "next_try_at"):
        op.add_column("internal_task", sa.Column(moment, Instant(), nullable=True))
    for count in ("attempts", "rappels", "moves"):
        op.add_column("internal_task", sa.Column(count, sa.Integer(), server_default="0", nullable=False))
    op.execute(f"UPDATE internal_task SET queue_code = '{GENERAL}'")
    op.create_index(
        op.f("ix_internal_task_queue_code_state_due_at_reference"),
        "internal_task",
        ["queue_code", "state", "due_at", "reference"],
    )
    op.create_index(op.f("ix_internal_task_taken_by"), "internal_task", ["taken_by"])


def _guard_sqlite() -> None:
    me = "(SELECT id FROM agent WHERE login = kcc_login())"
    assigns = f"EXISTS (SELECT 1 FROM agent_role WHERE role = 'team_lead' AND agent_id = {me})"

    def refuse(name: str, when: str, why: str) -> None:
        op.execute(f"CREATE TRIGGER {name} BEFORE {when} BEGIN SELECT RAISE(ABORT, '{why}'); END")

    for number, (why, rule) in enumerate(REFUSED.items()):
        when = rule.format(other="IS NOT", me=me, assigns=assigns)
        refuse(f"work_of_task_{number}", f"UPDATE OF {OF_OWNER} ON internal_task WHEN {when}", why.replace("'", "''"))
    refuse(
        "work_of_new_task",
        "INSERT ON internal_task WHEN NEW.queue_code IS NULL OR NEW.taken_by IS NOT NULL",
        "work begins in a queue and with nobody",
    )
    refuse("guard_work_event_update", "UPDATE ON work_event", "work_event is written once")
    refuse("guard_work_event_delete", "DELETE ON work_event", "work_event is written once")
    refuse("guard_work_event_text_update", "UPDATE ON work_event_text", "work_event_text is written once")
    refuse(
        "guard_work_event_text_delete",
        f"DELETE ON work_event_text WHEN NOT EXISTS ({DOOR})",
        "work_event_text goes through its door",
    )
    refuse(
        "actor_work_event",
        f"INSERT ON work_event WHEN NEW.actor_id IS NOT {me}",
        "work_event names another agent",
    )


def _guard_postgresql() -> None:
    me = "(SELECT id FROM agent WHERE login = session_user::text)"
    checks = " ".join(
        f"IF {rule.format(other='IS DISTINCT FROM', me=me, assigns=_ASSIGNS)} THEN RAISE EXCEPTION "
        f"'{why.replace(chr(39), chr(39) * 2)}' USING ERRCODE = 'integrity_constraint_violation'; END IF;"
        for why, rule in REFUSED.items()
    )
    op.execute(
        "CREATE FUNCTION kcc_work_of_task() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER "
        f"SET search_path = pg_catalog, {_schema()}, pg_temp AS $$ BEGIN IF TG_OP = 'INSERT' THEN "
        "IF NEW.queue_code IS NULL OR NEW.taken_by IS NOT NULL THEN RAISE EXCEPTION "
        "'work begins in a queue and with nobody' USING ERRCODE = 'integrity_constraint_violation'; END IF; "
        f"RETURN NEW; END IF; {checks} RETURN NEW; END $$"
    )
    op.execute(
        f"CREATE TRIGGER work_of_task BEFORE INSERT OR UPDATE OF {OF_OWNER} ON internal_task "
        "FOR EACH ROW EXECUTE FUNCTION kcc_work_of_task()"
    )
    for table, verbs, function in (
        ("work_event", "UPDATE OR DELETE", "kcc_written_once()"),
        ("work_event_text", "UPDATE", "kcc_written_once()"),
    ):
        op.execute(f"CREATE TRIGGER guard_{table} BEFORE {verbs} ON {table} FOR EACH ROW EXECUTE FUNCTION {function}")
    op.execute(
        "CREATE TRIGGER guard_work_event_text_delete BEFORE DELETE ON work_event_text "
        "FOR EACH ROW EXECUTE FUNCTION kcc_part_door('task_id')"
    )
    for table in ("work_event", "work_event_text"):
        op.execute(
            f"CREATE TRIGGER guard_{table}_truncate BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION kcc_written_once()"
        )
    op.execute(
        "CREATE TRIGGER actor_work_event BEFORE INSERT ON work_event "
        "FOR EACH ROW EXECUTE FUNCTION kcc_actor('actor_id')"
    )


_ASSIGNS = "kcc_may('assign')"


def _say_who_may(permissions: dict[str, tuple[str, ...]]) -> None:
    case = " ".join(f"WHEN '{role}' THEN ARRAY[{', '.join(map(repr, may))}]" for role, may in permissions.items())
    op.execute(
        "CREATE OR REPLACE FUNCTION kcc_may(VARIADIC wanted text[]) RETURNS boolean LANGUAGE plpgsql STABLE "
        f"SECURITY DEFINER SET search_path = pg_catalog, {_schema()}, pg_temp AS $$ BEGIN "
        "RETURN EXISTS (SELECT 1 FROM agent AS a JOIN agent_role AS r ON r.agent_id = a.id "
        f"WHERE a.login = session_user::text AND a.is_active AND wanted && (CASE r.role {case} END)); END; $$"
    )


def _let_desks_in() -> None:
    for table, policies in POLICIES.items():
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        for name, rule in policies.items():
            clause = {"add": f"WITH CHECK ({rule})", "change": f"USING ({rule}) WITH CHECK ({rule})"}
            op.execute(
                f"CREATE POLICY {name} ON {table} FOR {COMMANDS[name]} TO {GROUP} {clause.get(name, f'USING ({rule})')}"
            )
    _who_changes_tasks("now")
    for table, what in GRANTS.items():
        op.execute(f"GRANT {what} ON {table} TO {GROUP}")


def _who_changes_tasks(when: str) -> None:
    rule = CHANGES_TASK[when]
    op.execute(f"ALTER POLICY change ON internal_task USING ({rule}) WITH CHECK ({rule})")


def _schema() -> str:
    bind = op.get_bind()
    return bind.dialect.identifier_preparer.quote(str(bind.scalar(sa.select(sa.func.current_schema()))))


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for number in range(len(REFUSED)):
            op.execute(f"DROP TRIGGER work_of_task_{number}")
        op.execute("DROP TRIGGER work_of_new_task")
    else:
        op.execute("DROP TRIGGER work_of_task ON internal_task")
        op.execute("DROP FUNCTION kcc_work_of_task()")
        op.execute(f"REVOKE UPDATE ({OF_WORK}) ON internal_task FROM {GROUP}")
        _who_changes_tasks("before")
        _say_who_may(BEFORE)
    op.drop_table("work_event_text")
    op.drop_table("work_event")
    op.drop_index(op.f("ix_internal_task_taken_by"), table_name="internal_task")
    op.drop_index(op.f("ix_internal_task_queue_code_state_due_at_reference"), table_name="internal_task")
    for column in ("moves", "rappels", "attempts", "next_try_at", "taken_at", "taken_by", "queue_code"):
        op.drop_column("internal_task", column)
    op.drop_table("work_queue")
