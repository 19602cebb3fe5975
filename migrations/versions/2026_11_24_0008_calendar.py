"""The calendar: locations, counters and their hours, what a product needs, appointments, and whose five minutes are whose.

One row of `occupancy` for each five minutes of a counter: its key is what makes double booking impossible. An
appointment that blocks its counter has exactly its rows, by the database's word; none may be taken from it.
"""

import sqlalchemy as sa
from alembic import op

from kcc_desktop.data.columns import Day, Id, Instant

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

WRITTEN_ONCE = ("appointment_event", "appointment_attendee")
ACTORS = (("appointment", "made_by"), ("appointment_event", "actor_id"))
BLOCKING = "'held', 'booked', 'checked_in', 'in_service'"
PROMISED = "'booked', 'checked_in', 'in_service'"
# What of an appointment stays; its state, the end of its hold and whose it is change.
OF_APPOINTMENT = "id, reference, location_id, counter_id, quantum, quanta, local_on, replaces_id, made_at, made_by"


GROUP = "kcc_desk"
_APPOINTMENT = "state, expires_at, party_id, language, unless_reason, confidentiality, owner_cluster_id"
GRANTS = {
    "location": "SELECT, INSERT, UPDATE, DELETE",
    "counter": "SELECT, INSERT, UPDATE, DELETE",
    "weekly_hours": "SELECT, INSERT, UPDATE, DELETE",
    "closure": "SELECT, INSERT, UPDATE, DELETE",
    "product_facts": "SELECT, INSERT, UPDATE, DELETE",
    "product_location": "SELECT, INSERT, UPDATE, DELETE",
    "occupancy": "SELECT, INSERT, UPDATE (expires_at), DELETE",
    "appointment": f"SELECT, INSERT, UPDATE ({_APPOINTMENT})",
    "appointment_text": "SELECT, INSERT",
    "appointment_attendee": "SELECT, INSERT",
    "appointment_event": "SELECT, INSERT",
}
SEQUENCE = "appointment_event_number_seq"
_RULES = "(SELECT kcc_may('administer'))"
_CATALOGUE = "(SELECT kcc_may('edit_catalogue'))"
_PLANS = "(SELECT kcc_may('plan'))"
# As confidential as the contact it was planned in; what is only held is everybody's, and says no more than a time.
_SEES = (
    "confidentiality = ANY ((SELECT kcc_sight())::text[]) "
    "OR (confidentiality = 'confidential' AND owner_cluster_id = (SELECT kcc_cluster()))"
)
# A function, not EXISTS: PostgreSQL may answer that by reading everybody's appointments once and hashing them.
_SEES_IT = "kcc_sees_appointment(appointment_id, (SELECT kcc_sight()), (SELECT kcc_cluster()))"


def _policies(read: str, write: str) -> dict[str, str]:
    return {"read": read, "add": write, "change": write, "remove": write}


POLICIES = {
    "location": _policies("true", _RULES),
    "counter": _policies("true", _RULES),
    "weekly_hours": _policies("true", _RULES),
    "closure": _policies("true", _RULES),
    "product_facts": _policies("true", _CATALOGUE),
    "product_location": _policies("true", _CATALOGUE),
    # Whose it is stands elsewhere: here are times and nothing else.
    "occupancy": _policies("true", _PLANS),
    "appointment": {"read": _SEES, "add": _PLANS, "change": _PLANS},
    "appointment_text": {"read": _SEES_IT, "add": _PLANS},
    "appointment_attendee": {"read": _SEES_IT, "add": _PLANS},
    "appointment_event": {"read": _SEES_IT, "add": _PLANS},
}
COMMANDS = {"read": "SELECT", "add": "INSERT", "change": "UPDATE", "remove": "DELETE"}
# As the program had them when this was written; a test compares. Since 0007: who plans.
_DESK = ("read_party", "edit_party", "read_contact", "record_contact", "correct_contact", "reveal")
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
PERMISSIONS = {role: (*may, "plan") if "edit_party" in may else may for role, may in BEFORE.items()}


def upgrade() -> None:
    _make_tables()
    if op.get_bind().dialect.name == "sqlite":
        _guard_sqlite()
    else:
        _guard_postgresql()
        _say_who_may(PERMISSIONS)
        _let_desks_in()


def _say_who_may(permissions: dict[str, tuple[str, ...]]) -> None:
    case = " ".join(f"WHEN '{role}' THEN ARRAY[{', '.join(map(repr, may))}]" for role, may in permissions.items())
    op.execute(
        "CREATE OR REPLACE FUNCTION kcc_may(VARIADIC wanted text[]) RETURNS boolean LANGUAGE plpgsql STABLE "
        f"SECURITY DEFINER SET search_path = pg_catalog, {_schema()}, pg_temp AS $$ BEGIN "
        "RETURN EXISTS (SELECT 1 FROM agent AS a JOIN agent_role AS r ON r.agent_id = a.id "
        f"WHERE a.login = session_user::text AND a.is_active AND wanted && (CASE r.role {case} END)); END; $$"
    )


def _let_desks_in() -> None:
    op.execute(
        "CREATE FUNCTION kcc_sees_appointment(thing uuid, sight text[], own_cluster uuid) RETURNS boolean "
        f"LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, {_schema()}, pg_temp AS $$ BEGIN "
        "RETURN EXISTS (SELECT 1 FROM appointment AS a WHERE a.id = thing AND (a.confidentiality = ANY (sight) "
        "OR (a.confidentiality = 'confidential' AND a.owner_cluster_id = own_cluster))); END; $$"
    )
    op.execute("REVOKE ALL ON FUNCTION kcc_sees_appointment(uuid, text[], uuid) FROM PUBLIC")
    op.execute(f"GRANT EXECUTE ON FUNCTION kcc_sees_appointment(uuid, text[], uuid) TO {GROUP}")
    for table, policies in POLICIES.items():
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        for name, rule in policies.items():
            clause = {"add": f"WITH CHECK ({rule})", "change": f"USING ({rule}) WITH CHECK ({rule})"}
            op.execute(
                f"CREATE POLICY {name} ON {table} FOR {COMMANDS[name]} TO {GROUP} {clause.get(name, f'USING ({rule})')}"
            )
    for table, what in GRANTS.items():
        op.execute(f"GRANT {what} ON {table} TO {GROUP}")
    op.execute(f"GRANT USAGE ON SEQUENCE {SEQUENCE} TO {GROUP}")


def _schema() -> str:
    bind = op.get_bind()
    return bind.dialect.identifier_preparer.quote(str(bind.scalar(sa.select(sa.func.current_schema()))))


def _guard_sqlite() -> None:
    for table in WRITTEN_ONCE:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER guard_{table}_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is written once'); END"
            )
    for table, column in ACTORS:
        op.execute(
            f"CREATE TRIGGER actor_{table} BEFORE INSERT ON {table} "
            f'WHEN NEW."{column}" IS NOT (SELECT id FROM agent WHERE login = kcc_login()) '
            f"BEGIN SELECT RAISE(ABORT, '{table} names another agent'); END"
        )
    op.execute(
        f"CREATE TRIGGER guard_appointment_update BEFORE UPDATE OF {OF_APPOINTMENT} ON appointment "
        "BEGIN SELECT RAISE(ABORT, 'an appointment is moved by another one'); END"
    )
    op.execute(
        "CREATE TRIGGER guard_appointment_delete BEFORE DELETE ON appointment "
        "BEGIN SELECT RAISE(ABORT, 'an appointment is cancelled, not deleted'); END"
    )
    has_its_time = (
        "(SELECT count(*) FROM occupancy WHERE owner_id = NEW.id AND resource_id = NEW.counter_id "
        "AND quantum >= NEW.quantum AND quantum < NEW.quantum + NEW.quanta) = NEW.quanta"
    )
    for verb in ("INSERT", "UPDATE OF state"):
        name = verb.split()[0].lower()
        op.execute(
            f"CREATE TRIGGER occupancy_of_appointment_{name} BEFORE {verb} ON appointment "
            f"WHEN NEW.state IN ({BLOCKING}) AND NOT {has_its_time} "
            "BEGIN SELECT RAISE(ABORT, 'an appointment without its time'); END"
        )
    op.execute(
        "CREATE TRIGGER guard_occupancy_delete BEFORE DELETE ON occupancy "
        f"WHEN EXISTS (SELECT 1 FROM appointment WHERE id = OLD.owner_id AND state IN ({PROMISED})) "
        "BEGIN SELECT RAISE(ABORT, 'this time is promised'); END"
    )
    op.execute(
        "CREATE TRIGGER guard_occupancy_update BEFORE UPDATE OF resource_id, quantum, owner_id ON occupancy "
        "BEGIN SELECT RAISE(ABORT, 'time does not change hands'); END"
    )


def _guard_postgresql() -> None:
    for table in WRITTEN_ONCE:
        op.execute(
            f"CREATE TRIGGER guard_{table} BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION kcc_written_once()"
        )
    for table, column in ACTORS:
        op.execute(
            f"CREATE TRIGGER actor_{table} BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION kcc_actor('{column}')"
        )
    op.execute(
        f"CREATE TRIGGER guard_appointment BEFORE UPDATE OF {OF_APPOINTMENT} OR DELETE ON appointment "
        "FOR EACH ROW EXECUTE FUNCTION kcc_written_once()"
    )
    refuse = "RAISE EXCEPTION '{}' USING ERRCODE = 'integrity_constraint_violation'"
    op.execute(
        "CREATE FUNCTION kcc_has_its_time() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER "
        f"SET search_path = pg_catalog, {_schema()}, pg_temp AS "
        f"$$ BEGIN IF NEW.state IN ({BLOCKING}) AND (SELECT count(*) FROM occupancy WHERE owner_id = NEW.id "
        "AND resource_id = NEW.counter_id AND quantum >= NEW.quantum AND quantum < NEW.quantum + NEW.quanta) "
        f"<> NEW.quanta THEN {refuse.format('an appointment without its time')}; END IF; RETURN NEW; END $$"
    )
    op.execute(
        "CREATE TRIGGER occupancy_of_appointment BEFORE INSERT OR UPDATE OF state ON appointment "
        "FOR EACH ROW EXECUTE FUNCTION kcc_has_its_time()"
    )
    op.execute(
        "CREATE FUNCTION kcc_keeps_promised_time() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER "
        f"SET search_path = pg_catalog, {_schema()}, pg_temp AS "
        "$$ BEGIN IF TG_OP = 'UPDATE' THEN "
        f"{refuse.format('time does not change hands')}; END IF; "
        f"IF EXISTS (SELECT 1 FROM appointment WHERE id = OLD.owner_id AND state IN ({PROMISED})) THEN "
        f"{refuse.format('this time is promised')}; END IF; RETURN OLD; END $$"
    )
    op.execute(
        "CREATE TRIGGER guard_occupancy BEFORE DELETE OR UPDATE OF resource_id, quantum, owner_id ON occupancy "
        "FOR EACH ROW EXECUTE FUNCTION kcc_keeps_promised_time()"
    )


def _make_tables() -> None:
    op.create_table(
        "location",
        sa.Column("id", Id(), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("address", sa.String(length=300), nullable=False),
        sa.Column("zone", sa.String(length=60), nullable=False),
        sa.Column("step_minutes", sa.Integer(), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.CheckConstraint("step_minutes >= 5 AND step_minutes % 5 = 0", name=op.f("ck_location_step")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_location")),
        sa.UniqueConstraint("code", name=op.f("uq_location_code")),
    )
    op.create_table(
        "occupancy",
        sa.Column("resource_id", Id(), nullable=False),
        sa.Column("quantum", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("owner_id", Id(), nullable=False),
        sa.Column("expires_at", Instant(), nullable=True),
        sa.PrimaryKeyConstraint("resource_id", "quantum", name=op.f("pk_occupancy")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_occupancy_owner_id"), "occupancy", ["owner_id"], unique=False)
    op.create_table(
        "closure",
        sa.Column("id", Id(), nullable=False),
        sa.Column("location_id", Id(), nullable=True),
        sa.Column("from_on", Day(), nullable=False),
        sa.Column("until_on", Day(), nullable=False),
        sa.Column("from_minute", sa.Integer(), nullable=True),
        sa.Column("until_minute", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(length=120), nullable=False),
        sa.CheckConstraint(
            "(from_minute IS NULL) = (until_minute IS NULL) AND (from_minute IS NULL OR from_minute < until_minute)",
            name=op.f("ck_closure_minutes"),
        ),
        sa.CheckConstraint("from_on <= until_on", name=op.f("ck_closure_days")),
        sa.ForeignKeyConstraint(["location_id"], ["location.id"], name=op.f("fk_closure_location_id_location")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closure")),
    )
    op.create_index(op.f("ix_closure_until_on"), "closure", ["until_on"], unique=False)
    op.create_table(
        "counter",
        sa.Column("id", Id(), nullable=False),
        sa.Column("location_id", Id(), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("skills", sa.Text(), nullable=False),
        sa.Column("is_in_use", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["location_id"], ["location.id"], name=op.f("fk_counter_location_id_location")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_counter")),
        sa.UniqueConstraint("location_id", "name", name=op.f("uq_counter_location_id_name")),
    )
    op.create_table(
        "product_facts",
        sa.Column("product_id", Id(), nullable=False),
        sa.Column("base_minutes", sa.Integer(), nullable=False),
        sa.Column("extra_minutes", sa.Integer(), nullable=False),
        sa.Column("most_persons", sa.Integer(), nullable=False),
        sa.Column("bring", sa.Text(), nullable=False),
        sa.Column("in_person", sa.Boolean(), nullable=False),
        sa.Column("skill", sa.String(length=40), nullable=False),
        sa.Column("digital_from", Day(), nullable=True),
        sa.Column("digital_link", sa.String(length=300), nullable=False),
        sa.CheckConstraint(
            "base_minutes > 0 AND extra_minutes >= 0 AND most_persons > 0", name=op.f("ck_product_facts_sizes")
        ),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_product_facts_product_id_product")),
        sa.PrimaryKeyConstraint("product_id", name=op.f("pk_product_facts")),
    )
    op.create_table(
        "appointment",
        sa.Column("id", Id(), nullable=False),
        sa.Column("reference", sa.String(length=12), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("location_id", Id(), nullable=False),
        sa.Column("counter_id", Id(), nullable=False),
        sa.Column("quantum", sa.Integer(), nullable=False),
        sa.Column("quanta", sa.Integer(), nullable=False),
        sa.Column("local_on", Day(), nullable=False),
        sa.Column("party_id", Id(), nullable=True),
        sa.Column("conversation_id", Id(), nullable=True),
        sa.Column("language", sa.String(length=3), nullable=False),
        sa.Column("unless_reason", sa.String(length=14), nullable=False),
        sa.Column("confidentiality", sa.String(length=12), nullable=False),
        sa.Column("owner_cluster_id", Id(), nullable=True),
        sa.Column("expires_at", Instant(), nullable=True),
        sa.Column("replaces_id", Id(), nullable=True),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("made_by", Id(), nullable=False),
        sa.CheckConstraint("(state = 'held') = (expires_at IS NOT NULL)", name=op.f("ck_appointment_hold_expires")),
        sa.CheckConstraint(
            "state IN ('held', 'booked', 'checked_in', 'in_service', 'completed', 'released', 'cancelled', 'rescheduled', 'no_show')",
            name=op.f("ck_appointment_state"),
        ),
        sa.CheckConstraint(
            "unless_reason IN ('no_digid', 'digital_failed', 'needs_help', 'prefers', 'other', '')",
            name=op.f("ck_appointment_unless_reason"),
        ),
        sa.CheckConstraint("quanta > 0", name=op.f("ck_appointment_quanta")),
        sa.CheckConstraint(
            "confidentiality IN ('open', 'confidential', 'enforcement')", name=op.f("ck_appointment_confidentiality")
        ),
        sa.ForeignKeyConstraint(
            ["owner_cluster_id"], ["cluster.id"], name=op.f("fk_appointment_owner_cluster_id_cluster")
        ),
        sa.ForeignKeyConstraint(["counter_id"], ["counter.id"], name=op.f("fk_appointment_counter_id_counter")),
        sa.ForeignKeyConstraint(["location_id"], ["location.id"], name=op.f("fk_appointment_location_id_location")),
        sa.ForeignKeyConstraint(["made_by"], ["agent.id"], name=op.f("fk_appointment_made_by_agent")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_appointment_party_id_party")),
        sa.ForeignKeyConstraint(
            ["replaces_id"], ["appointment.id"], name=op.f("fk_appointment_replaces_id_appointment")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment")),
        sa.UniqueConstraint("replaces_id", name=op.f("uq_appointment_replaces_id")),
    )
    op.create_index(
        "uq_appointment_reference_in_use",
        "appointment",
        ["reference"],
        unique=True,
        sqlite_where=sa.text("state <> 'rescheduled'"),
        postgresql_where=sa.text("state <> 'rescheduled'"),
    )
    op.create_index(
        op.f("ix_appointment_location_id_local_on"), "appointment", ["location_id", "local_on"], unique=False
    )
    op.create_index(op.f("ix_appointment_party_id_quantum"), "appointment", ["party_id", "quantum"], unique=False)
    op.create_table(
        "product_location",
        sa.Column("product_id", Id(), nullable=False),
        sa.Column("location_id", Id(), nullable=False),
        sa.ForeignKeyConstraint(
            ["location_id"], ["location.id"], name=op.f("fk_product_location_location_id_location")
        ),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product_facts.product_id"], name=op.f("fk_product_location_product_id_product_facts")
        ),
        sa.PrimaryKeyConstraint("product_id", "location_id", name=op.f("pk_product_location")),
    )
    op.create_table(
        "weekly_hours",
        sa.Column("id", Id(), nullable=False),
        sa.Column("location_id", Id(), nullable=True),
        sa.Column("counter_id", Id(), nullable=True),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("from_minute", sa.Integer(), nullable=False),
        sa.Column("until_minute", sa.Integer(), nullable=False),
        sa.Column("valid_from", Day(), nullable=False),
        sa.Column("valid_until", Day(), nullable=True),
        sa.CheckConstraint("(location_id IS NULL) <> (counter_id IS NULL)", name=op.f("ck_weekly_hours_one_owner")),
        sa.CheckConstraint(
            "from_minute >= 0 AND from_minute < until_minute AND until_minute <= 1440 AND from_minute % 5 = 0 AND until_minute % 5 = 0",
            name=op.f("ck_weekly_hours_minutes"),
        ),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name=op.f("ck_weekly_hours_weekday")),
        sa.ForeignKeyConstraint(["counter_id"], ["counter.id"], name=op.f("fk_weekly_hours_counter_id_counter")),
        sa.ForeignKeyConstraint(["location_id"], ["location.id"], name=op.f("fk_weekly_hours_location_id_location")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_weekly_hours")),
    )
    op.create_index(op.f("ix_weekly_hours_counter_id"), "weekly_hours", ["counter_id"], unique=False)
    op.create_index(op.f("ix_weekly_hours_location_id"), "weekly_hours", ["location_id"], unique=False)
    op.create_table(
        "appointment_attendee",
        sa.Column("appointment_id", Id(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("product_id", Id(), nullable=False),
        sa.Column("party_id", Id(), nullable=True),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("age", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["appointment.id"], name=op.f("fk_appointment_attendee_appointment_id_appointment")
        ),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_appointment_attendee_party_id_party")),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name=op.f("fk_appointment_attendee_product_id_product")
        ),
        sa.PrimaryKeyConstraint("appointment_id", "position", name=op.f("pk_appointment_attendee")),
    )
    op.create_table(
        "appointment_event",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("appointment_id", Id(), nullable=False),
        sa.Column("from_state", sa.String(length=12), nullable=False),
        sa.Column("to_state", sa.String(length=12), nullable=False),
        sa.Column("by_whom", sa.String(length=12), nullable=False),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("actor_id", Id(), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["agent.id"], name=op.f("fk_appointment_event_actor_id_agent")),
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["appointment.id"], name=op.f("fk_appointment_event_appointment_id_appointment")
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_appointment_event")),
    )
    op.create_index(op.f("ix_appointment_event_appointment_id"), "appointment_event", ["appointment_id"], unique=False)
    op.create_table(
        "appointment_text",
        sa.Column("appointment_id", Id(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["appointment.id"], name=op.f("fk_appointment_text_appointment_id_appointment")
        ),
        sa.PrimaryKeyConstraint("appointment_id", name=op.f("pk_appointment_text")),
    )


def downgrade() -> None:
    op.drop_table("appointment_text")
    op.drop_index(op.f("ix_appointment_event_appointment_id"), table_name="appointment_event")
    op.drop_table("appointment_event")
    op.drop_table("appointment_attendee")
    op.drop_index(op.f("ix_weekly_hours_location_id"), table_name="weekly_hours")
    op.drop_index(op.f("ix_weekly_hours_counter_id"), table_name="weekly_hours")
    op.drop_table("weekly_hours")
    op.drop_table("product_location")
    op.drop_index(op.f("ix_appointment_party_id_quantum"), table_name="appointment")
    op.drop_index("uq_appointment_reference_in_use", table_name="appointment")
    op.drop_index(op.f("ix_appointment_location_id_local_on"), table_name="appointment")
    op.drop_table("appointment")
    op.drop_table("product_facts")
    op.drop_table("counter")
    op.drop_index(op.f("ix_closure_until_on"), table_name="closure")
    op.drop_table("closure")
    op.drop_index(op.f("ix_occupancy_owner_id"), table_name="occupancy")
    op.drop_table("occupancy")
    op.drop_table("location")
    if op.get_bind().dialect.name != "sqlite":
        _say_who_may(BEFORE)
        op.execute("DROP FUNCTION kcc_sees_appointment(uuid, text[], uuid)")
        op.execute("DROP FUNCTION kcc_has_its_time()")
        op.execute("DROP FUNCTION kcc_keeps_promised_time()")
