"""Appointments that stand in another calendar: what we know of them, so that they are on everybody's timeline.

A booking is written as doubtful before the other calendar is asked; its number there is written once; what failed or
was cancelled stays so. It is as confidential as the contact it was made in, and follows it like an appointment of ours.
"""

import sqlalchemy as sa
from alembic import op

from kcc_desktop.data.columns import Id, Instant

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

GROUP = "kcc_desk"
ACTORS = (("booking_elsewhere", "made_by"), ("booking_elsewhere_event", "actor_id"))
OF_BOOKING = "id, system, product_id, title, conversation_id, made_at, made_by"
OVER = "OLD.state IN ('failed', 'cancelled') AND NEW.state <> OLD.state"
NUMBERED = "OLD.external_id <> '' AND NEW.external_id <> OLD.external_id"
_CHANGES = (
    "state, external_id, reference, location, starts_at, ends_at, party_id, contact_id, confidentiality, "
    "owner_cluster_id"
)
GRANTS = {
    "booking_elsewhere": f"SELECT, INSERT, UPDATE ({_CHANGES})",
    "booking_elsewhere_event": "SELECT, INSERT",
}
SEQUENCE = "booking_elsewhere_event_number_seq"
_SEES = (
    "(confidentiality = ANY ((SELECT kcc_sight())::text[]) "
    "OR (confidentiality = 'confidential' AND owner_cluster_id = (SELECT kcc_cluster())))"
)
# A function, not EXISTS: PostgreSQL may answer that by reading everybody's bookings once and hashing them.
_SEES_IT = "kcc_sees_booking(booking_id, (SELECT kcc_sight()), (SELECT kcc_cluster()))"
_PLANS = "(SELECT kcc_may('plan'))"
# Whoever opens one writes down what the other calendar says of it now; who corrects a contact takes it along.
_CORRECTS = "(SELECT kcc_may('plan', 'correct_contact'))"
POLICIES = {
    "booking_elsewhere": {"read": _SEES, "add": _PLANS, "change": f"{_CORRECTS} AND {_SEES}"},
    "booking_elsewhere_event": {"read": _SEES_IT, "add": f"{_CORRECTS} AND {_SEES_IT}"},
}
COMMANDS = {"read": "SELECT", "add": "INSERT", "change": "UPDATE"}
# A contact that is recorded, or corrected, as more or less than open takes along what was booked in it.
FOLLOW = (
    "UPDATE booking_elsewhere SET confidentiality = NEW.confidentiality WHERE contact_id = NEW.{contact}; "
    "UPDATE timeline_entry SET confidentiality = NEW.confidentiality WHERE object_id IN "
    "(SELECT id FROM booking_elsewhere WHERE contact_id = NEW.{contact})"
)
FOLLOWED = (
    ("contact", "id", "AFTER INSERT ON contact FOR EACH ROW WHEN (NEW.confidentiality <> 'open')"),
    ("contact_correction", "contact_id", "AFTER INSERT ON contact_correction FOR EACH ROW"),
)


def upgrade() -> None:
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    _make_tables()
    # By hand: which product of the other calendar it is.
    op.execute("ALTER TABLE product_facts ADD COLUMN calendar_code VARCHAR(80) DEFAULT '' NOT NULL")
    if is_sqlite:
        _guard_sqlite()
    else:
        _guard_postgresql()
        _let_desks_in()


def _guard_sqlite() -> None:
    def refuse(name: str, when: str, why: str) -> None:
        op.execute(f"CREATE TRIGGER {name} BEFORE {when} BEGIN SELECT RAISE(ABORT, '{why}'); END")

    for verb in ("UPDATE", "DELETE"):
        refuse(
            f"guard_booking_elsewhere_event_{verb.lower()}",
            f"{verb} ON booking_elsewhere_event",
            "booking_elsewhere_event is written once",
        )
    for table, column in ACTORS:
        refuse(
            f"actor_{table}",
            f"INSERT ON {table} WHEN NEW.{column} IS NOT (SELECT id FROM agent WHERE login = kcc_login())",
            f"{table} names another agent",
        )
    refuse("guard_booking_elsewhere_update", f"UPDATE OF {OF_BOOKING} ON booking_elsewhere", "a booking stays itself")
    refuse("guard_booking_elsewhere_delete", "DELETE ON booking_elsewhere", "a booking is cancelled, not deleted")
    refuse(
        "guard_booking_elsewhere_over",
        f"UPDATE OF state ON booking_elsewhere WHEN {OVER}",
        "what failed or was cancelled stays so",
    )
    refuse(
        "guard_booking_elsewhere_number",
        f"UPDATE OF external_id ON booking_elsewhere WHEN {NUMBERED}",
        "a booking keeps its number",
    )
    for table, contact, when in FOLLOWED:
        op.execute(f"CREATE TRIGGER secrecy_{table}_elsewhere {when} BEGIN {FOLLOW.format(contact=contact)}; END")


def _guard_postgresql() -> None:
    op.execute(
        "CREATE TRIGGER guard_booking_elsewhere_event BEFORE UPDATE OR DELETE ON booking_elsewhere_event "
        "FOR EACH ROW EXECUTE FUNCTION kcc_written_once()"
    )
    for table, column in ACTORS:
        op.execute(
            f"CREATE TRIGGER actor_{table} BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION kcc_actor('{column}')"
        )
    op.execute(
        f"CREATE TRIGGER guard_booking_elsewhere BEFORE UPDATE OF {OF_BOOKING} OR DELETE ON booking_elsewhere "
        "FOR EACH ROW EXECUTE FUNCTION kcc_written_once()"
    )
    for name, column, when in (("over", "state", OVER), ("number", "external_id", NUMBERED)):
        op.execute(
            f"CREATE TRIGGER guard_booking_elsewhere_{name} BEFORE UPDATE OF {column} ON booking_elsewhere "
            f"FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION kcc_written_once()"
        )
    for table, contact, when in FOLLOWED:
        function = f"kcc_follow_{table}_elsewhere"
        op.execute(
            f"CREATE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER "
            f"SET search_path = pg_catalog, {_schema()}, pg_temp "
            f"AS $$ BEGIN {FOLLOW.format(contact=contact)}; RETURN NULL; END; $$"
        )
        op.execute(f"CREATE TRIGGER secrecy_{table}_elsewhere {when} EXECUTE FUNCTION {function}()")


def _let_desks_in() -> None:
    op.execute(
        "CREATE FUNCTION kcc_sees_booking(thing uuid, sight text[], own_cluster uuid) RETURNS boolean "
        f"LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, {_schema()}, pg_temp "
        "AS $$ BEGIN RETURN EXISTS (SELECT 1 FROM booking_elsewhere AS b WHERE b.id = thing "
        "AND (b.confidentiality = ANY (sight) "
        "OR (b.confidentiality = 'confidential' AND b.owner_cluster_id = own_cluster))); END; $$"
    )
    op.execute("REVOKE ALL ON FUNCTION kcc_sees_booking(uuid, text[], uuid) FROM PUBLIC")
    op.execute(f"GRANT EXECUTE ON FUNCTION kcc_sees_booking(uuid, text[], uuid) TO {GROUP}")
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


def _make_tables() -> None:
    op.create_table(
        "booking_elsewhere",
        sa.Column("id", Id(), nullable=False),
        sa.Column("system", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("external_id", sa.String(length=80), nullable=False),
        sa.Column("reference", sa.String(length=40), nullable=False),
        sa.Column("product_id", Id(), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("location", sa.String(length=200), nullable=False),
        sa.Column("starts_at", Instant(), nullable=False),
        sa.Column("ends_at", Instant(), nullable=True),
        sa.Column("party_id", Id(), nullable=True),
        sa.Column("conversation_id", Id(), nullable=True),
        sa.Column("contact_id", Id(), nullable=True),
        sa.Column("confidentiality", sa.String(length=12), nullable=False),
        sa.Column("owner_cluster_id", Id(), nullable=True),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("made_by", Id(), nullable=False),
        sa.CheckConstraint(
            "state IN ('doubtful', 'booked', 'failed', 'cancelled')", name=op.f("ck_booking_elsewhere_state")
        ),
        sa.CheckConstraint(
            "confidentiality IN ('open', 'confidential', 'enforcement')",
            name=op.f("ck_booking_elsewhere_confidentiality"),
        ),
        sa.ForeignKeyConstraint(["made_by"], ["agent.id"], name=op.f("fk_booking_elsewhere_made_by_agent")),
        sa.ForeignKeyConstraint(
            ["owner_cluster_id"], ["cluster.id"], name=op.f("fk_booking_elsewhere_owner_cluster_id_cluster")
        ),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_booking_elsewhere_party_id_party")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_booking_elsewhere_product_id_product")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_booking_elsewhere")),
    )
    op.create_index(op.f("ix_booking_elsewhere_contact_id"), "booking_elsewhere", ["contact_id"], unique=False)
    op.create_index(op.f("ix_booking_elsewhere_party_id"), "booking_elsewhere", ["party_id"], unique=False)
    op.create_index(op.f("ix_booking_elsewhere_reference"), "booking_elsewhere", ["reference"], unique=False)
    op.create_index(
        "uq_booking_elsewhere_external_id",
        "booking_elsewhere",
        ["system", "external_id"],
        unique=True,
        sqlite_where=sa.text("external_id <> ''"),
        postgresql_where=sa.text("external_id <> ''"),
    )
    op.create_table(
        "booking_elsewhere_event",
        sa.Column("number", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("booking_id", Id(), nullable=False),
        sa.Column("from_state", sa.String(length=12), nullable=False),
        sa.Column("to_state", sa.String(length=12), nullable=False),
        sa.Column("by_whom", sa.String(length=12), nullable=False),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("actor_id", Id(), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["agent.id"], name=op.f("fk_booking_elsewhere_event_actor_id_agent")),
        sa.ForeignKeyConstraint(
            ["booking_id"],
            ["booking_elsewhere.id"],
            name=op.f("fk_booking_elsewhere_event_booking_id_booking_elsewhere"),
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_booking_elsewhere_event")),
    )
    op.create_index(
        op.f("ix_booking_elsewhere_event_booking_id"), "booking_elsewhere_event", ["booking_id"], unique=False
    )


def downgrade() -> None:
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    for table, _contact, _when in FOLLOWED:
        op.execute(f"DROP TRIGGER secrecy_{table}_elsewhere" + ("" if is_sqlite else f" ON {table}"))
        if not is_sqlite:
            op.execute(f"DROP FUNCTION kcc_follow_{table}_elsewhere()")
    op.execute("DELETE FROM timeline_entry WHERE object_id IN (SELECT id FROM booking_elsewhere)")
    op.drop_column("product_facts", "calendar_code")
    op.drop_table("booking_elsewhere_event")
    op.drop_table("booking_elsewhere")
    if not is_sqlite:
        op.execute("DROP FUNCTION kcc_sees_booking(uuid, text[], uuid)")
