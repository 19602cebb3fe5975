"""Blocks of a counter's time, and extra lanes for an appointment too many.

A block owns its rows of `occupancy` as an appointment does: exactly its own while it is active, and none may be taken
from it. Each kind of owner has a trigger of its own on `occupancy`, so that another kind adds one and changes none.
"""

import sqlalchemy as sa
from alembic import op

from kcc_desktop.data.columns import Day, Id, Instant

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

GROUP = "kcc_desk"
GRANTS = {
    "block": "SELECT, INSERT, UPDATE (state)",
    "block_series": "SELECT, INSERT",
    "counter_lane": "SELECT, INSERT",
}
_BLOCKS = "(SELECT kcc_may('block'))"
_OVERBOOKS = "(SELECT kcc_may('overbook'))"
_PLANS = "(SELECT kcc_may('plan'))"
POLICIES = {
    "block": {"read": "true", "add": _BLOCKS, "change": _BLOCKS},
    "block_series": {"read": "true", "add": _BLOCKS},
    "counter_lane": {"read": "true", "add": _OVERBOOKS},
}
COMMANDS = {"read": "SELECT", "add": "INSERT", "change": "UPDATE"}
ADDS_APPOINTMENT = {"before": _PLANS, "now": f"{_PLANS} AND (lane_id IS NULL OR {_OVERBOOKS})"}

BLOCKING = "'held', 'booked', 'checked_in', 'in_service'"
# What of an appointment stays, as 0008 had it, and now its lane too.
_STAYS = "id, reference, location_id, counter_id, quantum, quanta, local_on, replaces_id, made_at, made_by"
OF_APPOINTMENT = {"before": _STAYS, "now": f"{_STAYS}, lane_id"}
# Whose time an appointment takes: the counter's, or that of an extra lane beside it.
RESOURCE = {"before": "NEW.counter_id", "now": "coalesce(NEW.lane_id, NEW.counter_id)"}
OF_BLOCK = "id, series_id, location_id, resource_kind, resource_id, quantum, quanta, local_on"
_OWNS = (
    "(SELECT count(*) FROM occupancy WHERE owner_id = NEW.id AND resource_id = {resource} "
    "AND quantum >= NEW.quantum AND quantum < NEW.quantum + NEW.quanta) {same} NEW.quanta"
)


def upgrade() -> None:
    _make_tables()
    key = "BLOB" if op.get_bind().dialect.name == "sqlite" else "UUID"
    # By hand: Alembic adds the reference by another statement, which SQLite does not know.
    op.execute(
        f"ALTER TABLE appointment ADD COLUMN lane_id {key} "
        "CONSTRAINT fk_appointment_lane_id_counter_lane REFERENCES counter_lane (id)"
    )
    if op.get_bind().dialect.name == "sqlite":
        _guard_appointments_sqlite("now")
        _guard_sqlite()
    else:
        _guard_appointments_postgresql("now")
        _guard_postgresql()
        _let_desks_in()


def _guard_appointments_sqlite(when: str) -> None:
    op.execute("DROP TRIGGER guard_appointment_update")
    op.execute(
        f"CREATE TRIGGER guard_appointment_update BEFORE UPDATE OF {OF_APPOINTMENT[when]} ON appointment "
        "BEGIN SELECT RAISE(ABORT, 'an appointment is moved by another one'); END"
    )
    for verb in ("INSERT", "UPDATE OF state"):
        name = f"occupancy_of_appointment_{verb.split()[0].lower()}"
        op.execute(f"DROP TRIGGER {name}")
        op.execute(
            f"CREATE TRIGGER {name} BEFORE {verb} ON appointment "
            f"WHEN NEW.state IN ({BLOCKING}) AND {_OWNS.format(resource=RESOURCE[when], same='<>')} "
            "BEGIN SELECT RAISE(ABORT, 'an appointment without its time'); END"
        )


def _guard_sqlite() -> None:
    def refuse(name: str, when: str, why: str) -> None:
        op.execute(f"CREATE TRIGGER {name} BEFORE {when} BEGIN SELECT RAISE(ABORT, '{why}'); END")

    me = "(SELECT id FROM agent WHERE login = kcc_login())"
    refuse("guard_block_series_update", "UPDATE ON block_series", "block_series is written once")
    refuse("guard_block_series_delete", "DELETE ON block_series", "block_series is written once")
    refuse("guard_counter_lane_update", "UPDATE ON counter_lane", "counter_lane is written once")
    refuse("guard_counter_lane_delete", "DELETE ON counter_lane", "counter_lane is written once")
    refuse(
        "actor_block_series",
        f"INSERT ON block_series WHEN NEW.made_by IS NOT {me}",
        "block_series names another agent",
    )
    refuse("guard_block_update", f"UPDATE OF {OF_BLOCK} ON block", "a block is ended and placed anew")
    refuse("guard_block_delete", "DELETE ON block", "a block is ended, not deleted")
    for verb in ("INSERT", "UPDATE OF state"):
        owns = _OWNS.format(resource="NEW.resource_id", same="<>")
        refuse(
            f"occupancy_of_block_{verb.split()[0].lower()}",
            f"{verb} ON block WHEN NEW.state = 'active' AND {owns}",
            "a block without its time",
        )
    refuse(
        "guard_occupancy_of_block",
        "DELETE ON occupancy WHEN EXISTS (SELECT 1 FROM block WHERE id = OLD.owner_id AND state = 'active')",
        "this time is kept for a block",
    )


def _guard_appointments_postgresql(when: str) -> None:
    op.execute("DROP TRIGGER guard_appointment ON appointment")
    op.execute(
        f"CREATE TRIGGER guard_appointment BEFORE UPDATE OF {OF_APPOINTMENT[when]} OR DELETE ON appointment "
        "FOR EACH ROW EXECUTE FUNCTION kcc_written_once()"
    )
    _has_its_time(
        "kcc_has_its_time",
        f"NEW.state IN ({BLOCKING})",
        RESOURCE[when],
        "an appointment without its time",
        "OR REPLACE ",
    )


def _has_its_time(function: str, blocks: str, resource: str, why: str, replacing: str = "") -> None:
    """The function that refuses a row of this kind of owner while it blocks and lacks time."""
    op.execute(
        f"CREATE {replacing}FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER "
        f"SET search_path = pg_catalog, {_schema()}, pg_temp AS "
        f"$$ BEGIN IF {blocks} AND {_OWNS.format(resource=resource, same='<>')} THEN "
        f"RAISE EXCEPTION '{why}' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$"
    )


def _guard_postgresql() -> None:
    for table in ("block_series", "counter_lane"):
        op.execute(
            f"CREATE TRIGGER guard_{table} BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION kcc_written_once()"
        )
    op.execute(
        f"CREATE TRIGGER guard_block BEFORE UPDATE OF {OF_BLOCK} OR DELETE ON block "
        "FOR EACH ROW EXECUTE FUNCTION kcc_written_once()"
    )
    op.execute(
        "CREATE TRIGGER actor_block_series BEFORE INSERT ON block_series "
        "FOR EACH ROW EXECUTE FUNCTION kcc_actor('made_by')"
    )
    _has_its_time("kcc_block_has_its_time", "NEW.state = 'active'", "NEW.resource_id", "a block without its time")
    op.execute(
        "CREATE TRIGGER occupancy_of_block BEFORE INSERT OR UPDATE OF state ON block "
        "FOR EACH ROW EXECUTE FUNCTION kcc_block_has_its_time()"
    )
    op.execute(
        "CREATE FUNCTION kcc_keeps_blocked_time() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER "
        f"SET search_path = pg_catalog, {_schema()}, pg_temp AS "
        "$$ BEGIN IF EXISTS (SELECT 1 FROM block WHERE id = OLD.owner_id AND state = 'active') THEN RAISE EXCEPTION "
        "'this time is kept for a block' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN OLD; END $$"
    )
    op.execute(
        "CREATE TRIGGER guard_occupancy_of_block BEFORE DELETE ON occupancy "
        "FOR EACH ROW EXECUTE FUNCTION kcc_keeps_blocked_time()"
    )


def _let_desks_in() -> None:
    for table, policies in POLICIES.items():
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        for name, rule in policies.items():
            clause = {"add": f"WITH CHECK ({rule})", "change": f"USING ({rule}) WITH CHECK ({rule})"}
            op.execute(
                f"CREATE POLICY {name} ON {table} FOR {COMMANDS[name]} TO {GROUP} {clause.get(name, f'USING ({rule})')}"
            )
    op.execute(f"ALTER POLICY add ON appointment WITH CHECK ({ADDS_APPOINTMENT['now']})")
    for table, what in GRANTS.items():
        op.execute(f"GRANT {what} ON {table} TO {GROUP}")


def _schema() -> str:
    bind = op.get_bind()
    return bind.dialect.identifier_preparer.quote(str(bind.scalar(sa.select(sa.func.current_schema()))))


def _make_tables() -> None:
    op.create_table(
        "counter_lane",
        sa.Column("id", Id(), nullable=False),
        sa.Column("counter_id", Id(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.CheckConstraint("number BETWEEN 2 AND 3", name=op.f("ck_counter_lane_number")),
        sa.ForeignKeyConstraint(["counter_id"], ["counter.id"], name=op.f("fk_counter_lane_counter_id_counter")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_counter_lane")),
        sa.UniqueConstraint("counter_id", "number", name=op.f("uq_counter_lane_counter_id_number")),
    )
    op.create_table(
        "block_series",
        sa.Column("id", Id(), nullable=False),
        sa.Column("location_id", Id(), nullable=True),
        sa.Column("reason", sa.String(length=120), nullable=False),
        sa.Column("from_minute", sa.Integer(), nullable=False),
        sa.Column("until_minute", sa.Integer(), nullable=False),
        sa.Column("first_on", Day(), nullable=False),
        sa.Column("repeats", sa.String(length=16), nullable=False),
        sa.Column("every", sa.Integer(), nullable=False),
        sa.Column("weekdays", sa.String(length=7), nullable=False),
        sa.Column("until_on", Day(), nullable=True),
        sa.Column("exceptions", sa.Text(), nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("made_by", Id(), nullable=False),
        sa.CheckConstraint(
            "repeats IN ('never', 'weekly', 'monthly_date', 'monthly_weekday')", name=op.f("ck_block_series_repeats")
        ),
        sa.CheckConstraint("every > 0", name=op.f("ck_block_series_every")),
        sa.CheckConstraint(
            "from_minute >= 0 AND from_minute < until_minute AND until_minute <= 1440 AND from_minute % 5 = 0 AND until_minute % 5 = 0",
            name=op.f("ck_block_series_minutes"),
        ),
        sa.ForeignKeyConstraint(["location_id"], ["location.id"], name=op.f("fk_block_series_location_id_location")),
        sa.ForeignKeyConstraint(["made_by"], ["agent.id"], name=op.f("fk_block_series_made_by_agent")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_block_series")),
    )
    op.create_table(
        "block",
        sa.Column("id", Id(), nullable=False),
        sa.Column("series_id", Id(), nullable=False),
        sa.Column("state", sa.String(length=8), nullable=False),
        sa.Column("location_id", Id(), nullable=True),
        sa.Column("resource_kind", sa.String(length=8), nullable=False),
        sa.Column("resource_id", Id(), nullable=False),
        sa.Column("quantum", sa.Integer(), nullable=False),
        sa.Column("quanta", sa.Integer(), nullable=False),
        sa.Column("local_on", Day(), nullable=False),
        sa.CheckConstraint("state IN ('active', 'ended')", name=op.f("ck_block_state")),
        sa.CheckConstraint("resource_kind IN ('counter', 'worker')", name=op.f("ck_block_resource_kind")),
        sa.CheckConstraint("quanta > 0", name=op.f("ck_block_quanta")),
        sa.ForeignKeyConstraint(["location_id"], ["location.id"], name=op.f("fk_block_location_id_location")),
        sa.ForeignKeyConstraint(["series_id"], ["block_series.id"], name=op.f("fk_block_series_id_block_series")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_block")),
    )
    op.create_index(op.f("ix_block_location_id_local_on"), "block", ["location_id", "local_on"], unique=False)
    op.create_index(op.f("ix_block_series_id_local_on"), "block", ["series_id", "local_on"], unique=False)
    op.create_index(op.f("ix_block_resource_id_quantum"), "block", ["resource_id", "quantum"], unique=False)


def downgrade() -> None:
    # Without the lane and the block there is nothing left that could own these five minutes.
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TRIGGER guard_occupancy_of_block")
    else:
        op.execute("DROP TRIGGER guard_occupancy_of_block ON occupancy")
    op.execute("DELETE FROM occupancy WHERE owner_id IN (SELECT id FROM block)")
    if op.get_bind().dialect.name == "sqlite":
        _guard_appointments_sqlite("before")
        op.drop_column("appointment", "lane_id")
    else:
        op.execute(f"ALTER POLICY add ON appointment WITH CHECK ({ADDS_APPOINTMENT['before']})")
        _guard_appointments_postgresql("before")
        op.drop_column("appointment", "lane_id")
    for column in ("resource_id_quantum", "series_id_local_on", "location_id_local_on"):
        op.drop_index(op.f(f"ix_block_{column}"), table_name="block")
    op.drop_table("block")
    op.drop_table("block_series")
    op.drop_table("counter_lane")
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP FUNCTION kcc_block_has_its_time()")
        op.execute("DROP FUNCTION kcc_keeps_blocked_time()")
