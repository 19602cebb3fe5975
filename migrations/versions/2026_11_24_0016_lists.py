"""The town's own lists: queues and products that went out of use, and texts to citizens in the town's own words.

What work or bookings name is never deleted. Whoever keeps the lists hears which promised times a change leaves outside
the hours, and reads nothing else of appointments.
"""

import sqlalchemy as sa
from alembic import op

from kcc_desktop.data.columns import Id, Instant

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

GROUP = "kcc_desk"
OUT_OF_USE = ("work_queue", "product_facts")
GRANTS = {
    "work_queue": "UPDATE (is_in_use)",
    "citizen_text": "SELECT, INSERT, UPDATE (body, changed_at, changed_by), DELETE",
}
_KEEPS = "(SELECT kcc_may('keep_lists'))"
POLICIES = {"citizen_text": {"read": "true", "add": _KEEPS, "change": _KEEPS, "remove": _KEEPS}}
COMMANDS = {"read": "SELECT", "add": "INSERT", "change": "UPDATE", "remove": "DELETE"}
PROMISED = "'booked', 'checked_in', 'in_service'"


def upgrade() -> None:
    for table in OUT_OF_USE:
        op.add_column(table, sa.Column("is_in_use", sa.Boolean(), server_default=sa.true(), nullable=False))
    op.create_table(
        "citizen_text",
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("audience", sa.String(length=12), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("changed_at", Instant(), nullable=False),
        sa.Column("changed_by", Id(), nullable=False),
        sa.CheckConstraint("kind IN ('confirmation', 'reminder', 'letter')", name=op.f("ck_citizen_text_kind")),
        sa.CheckConstraint("audience IN ('resident', 'organisation')", name=op.f("ck_citizen_text_audience")),
        sa.CheckConstraint("language IN ('nl', 'en')", name=op.f("ck_citizen_text_language")),
        sa.ForeignKeyConstraint(["changed_by"], ["agent.id"], name=op.f("fk_citizen_text_changed_by_agent")),
        sa.PrimaryKeyConstraint("kind", "audience", "language", name=op.f("pk_citizen_text")),
    )
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("INSERT", "UPDATE"):
            op.execute(
                f"CREATE TRIGGER actor_citizen_text_{verb.lower()} BEFORE {verb} ON citizen_text "
                "WHEN NEW.changed_by IS NOT (SELECT id FROM agent WHERE login = kcc_login()) "
                "BEGIN SELECT RAISE(ABORT, 'citizen_text names another agent'); END"
            )
    else:
        op.execute(
            "CREATE TRIGGER actor_citizen_text BEFORE INSERT OR UPDATE ON citizen_text "
            "FOR EACH ROW EXECUTE FUNCTION kcc_actor('changed_by')"
        )
        _let_desks_in()


def _let_desks_in() -> None:
    columns = "reference varchar, location_id uuid, counter_id uuid, quantum integer, quanta integer, local_on date"
    op.execute(
        f"CREATE FUNCTION kcc_promised_times(since integer) RETURNS TABLE ({columns}) LANGUAGE plpgsql STABLE "
        f"SECURITY DEFINER SET search_path = pg_catalog, {_schema()}, pg_temp AS $$ BEGIN "
        "RETURN QUERY SELECT a.reference, a.location_id, a.counter_id, a.quantum, a.quanta, a.local_on "
        f"FROM appointment AS a WHERE a.state IN ({PROMISED}) AND a.quantum >= since AND kcc_may('keep_lists'); "
        "END; $$"
    )
    op.execute("REVOKE ALL ON FUNCTION kcc_promised_times(integer) FROM PUBLIC")
    op.execute(f"GRANT EXECUTE ON FUNCTION kcc_promised_times(integer) TO {GROUP}")
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
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP FUNCTION kcc_promised_times(integer)")
    op.drop_table("citizen_text")
    for table in OUT_OF_USE:
        op.drop_column(table, "is_in_use")
