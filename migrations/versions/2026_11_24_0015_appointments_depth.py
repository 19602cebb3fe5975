"""What an appointment knows of its people, what a product costs and asks, and what was chosen in a contact.

Who comes is written while the time is held and stays once it is promised; only whose timeline somebody stands on may
follow the contact. How confidential an appointment is follows its contact by the database's own word.
"""

import sqlalchemy as sa
from alembic import op

from kcc_desktop.data.columns import Id

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

GROUP = "kcc_desk"
APPROACHES = "'standardised', 'individual_support', 'infrastructure', 'liveability', ''"
# Of a table: column, what it is, and its rule.
COLUMNS = {
    "product": (
        ("approach", "VARCHAR(20)", "''", f"approach IN ({APPROACHES})"),
        ("advises_contact", "BOOLEAN", "false", ""),
    ),
    "product_facts": (
        ("combines", "VARCHAR(40)", "''", ""),
        ("asks_consent_below", "INTEGER", "0", "asks_consent_below >= 0"),
        ("asks_authority_below", "INTEGER", "0", "asks_authority_below >= 0"),
        ("bring_child", "TEXT", "''", ""),
    ),
    "appointment": (
        ("help_minutes", "INTEGER", "0", "help_minutes >= 0"),
        ("needs_interpreter", "BOOLEAN", "false", ""),
        ("moves", "INTEGER", "0", ""),
    ),
    "appointment_attendee": (
        ("consent", "VARCHAR(3)", "''", "consent IN ('yes', 'no', '')"),
        ("authority", "VARCHAR(3)", "''", "authority IN ('yes', 'no', '')"),
    ),
}
GRANTS = {
    "product": "UPDATE (approach, advises_contact)",
    "product_fee": "SELECT, INSERT, UPDATE, DELETE",
    "contact_approach": "SELECT, INSERT",
    "appointment": "UPDATE (contact_id, needs_interpreter)",
    "appointment_text": "UPDATE (name)",
    "appointment_attendee": "UPDATE (name, age, party_id, consent, authority)",
}
_CATALOGUE = "(SELECT kcc_may('keep_lists'))"
_CONTACT = "contact_id, (SELECT kcc_sight()), (SELECT kcc_cluster())"
# A statement without WHERE reads nothing, so that the rule for reading does not hold for it: said here again.
_SEES = (
    "(confidentiality = ANY ((SELECT kcc_sight())::text[]) "
    "OR (confidentiality = 'confidential' AND owner_cluster_id = (SELECT kcc_cluster())))"
)
WHO_CHANGES = {
    "before": "(SELECT kcc_may('plan'))",
    "now": f"(SELECT kcc_may('plan', 'correct_contact')) AND {_SEES}",
}
# Whoever corrects a contact, or moves it, takes along what was planned in it.
_CHANGES = (
    "(SELECT kcc_may('plan', 'correct_contact')) "
    "AND kcc_sees_appointment(appointment_id, (SELECT kcc_sight()), (SELECT kcc_cluster()))"
)
POLICIES = {
    "product_fee": {"read": "true", "add": _CATALOGUE, "change": _CATALOGUE, "remove": _CATALOGUE},
    "contact_approach": {"read": f"kcc_sees({_CONTACT})", "add": "kcc_is_mine(contact_id)"},
    "appointment_text": {"change": _CHANGES},
    "appointment_attendee": {"change": _CHANGES},
}
COMMANDS = {"read": "SELECT", "add": "INSERT", "change": "UPDATE", "remove": "DELETE"}
OF_ATTENDEE = "appointment_id, position, product_id, age, consent, authority"
FOLLOW = {
    "before": (
        "UPDATE timeline_entry SET confidentiality = NEW.confidentiality WHERE object_id IN "
        "(SELECT NEW.contact_id UNION ALL SELECT id FROM internal_task WHERE contact_id = NEW.contact_id)"
    ),
    "now": (
        "UPDATE appointment SET confidentiality = NEW.confidentiality WHERE contact_id = NEW.contact_id; "
        "UPDATE timeline_entry SET confidentiality = NEW.confidentiality WHERE object_id IN "
        "(SELECT NEW.contact_id UNION ALL SELECT id FROM internal_task WHERE contact_id = NEW.contact_id "
        "UNION ALL SELECT id FROM appointment WHERE contact_id = NEW.contact_id)"
    ),
}
# A contact that is recorded as more than open takes along what was planned in it before it was recorded.
RECORDED = (
    "UPDATE appointment SET confidentiality = NEW.confidentiality WHERE contact_id = NEW.id; "
    "UPDATE timeline_entry SET confidentiality = NEW.confidentiality WHERE object_id IN "
    "(SELECT id FROM appointment WHERE contact_id = NEW.id)"
)
HOW_OFTEN_MOVED = (
    "WITH RECURSIVE chain(id, times) AS (SELECT id, 0 FROM appointment WHERE replaces_id IS NULL "
    "UNION ALL SELECT a.id, chain.times + 1 FROM appointment AS a JOIN chain ON a.replaces_id = chain.id) "
    "UPDATE appointment SET moves = (SELECT times FROM chain WHERE chain.id = appointment.id) "
    "WHERE replaces_id IS NOT NULL"
)


def upgrade() -> None:
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    _add_columns(is_sqlite)
    _make_tables()
    _guard(is_sqlite)
    _follow("now", is_sqlite)
    _follow_recorded(is_sqlite)
    if not is_sqlite:
        _let_desks_in()


def _add_columns(is_sqlite: bool) -> None:
    for table, columns in COLUMNS.items():
        for name, of_type, default, rule in columns:
            check = f" CONSTRAINT ck_{table}_{name} CHECK ({rule})" if rule else ""
            op.execute(f"ALTER TABLE {table} ADD COLUMN {name} {of_type} DEFAULT {default} NOT NULL{check}")
    # The contact is recorded when the talk ends, which is later: no reference.
    op.add_column("appointment", sa.Column("contact_id", Id(), nullable=True))
    op.create_index(op.f("ix_appointment_contact_id"), "appointment", ["contact_id"], unique=False)
    op.execute(HOW_OFTEN_MOVED)


def _make_tables() -> None:
    op.create_table(
        "product_fee",
        sa.Column("product_id", Id(), nullable=False),
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("channel", sa.String(length=8), nullable=False),
        sa.Column("label", sa.String(length=60), nullable=False),
        sa.Column("cents", sa.Integer(), nullable=False),
        sa.Column("is_example", sa.Boolean(), nullable=False),
        sa.CheckConstraint("channel IN ('digital', 'counter', '')", name=op.f("ck_product_fee_channel")),
        sa.CheckConstraint("cents >= 0", name=op.f("ck_product_fee_cents")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_product_fee_product_id_product")),
        sa.PrimaryKeyConstraint("product_id", "year", "channel", "label", name=op.f("pk_product_fee")),
    )
    op.create_table(
        "contact_approach",
        sa.Column("contact_id", Id(), nullable=False),
        sa.Column("approach", sa.String(length=20), nullable=False),
        sa.Column("proposed", sa.String(length=20), nullable=False),
        sa.Column("reason", sa.String(length=12), nullable=False),
        sa.Column("digital", sa.String(length=8), nullable=False),
        sa.CheckConstraint(f"approach IN ({APPROACHES})", name=op.f("ck_contact_approach_approach")),
        sa.CheckConstraint(f"proposed IN ({APPROACHES})", name=op.f("ck_contact_approach_proposed")),
        sa.CheckConstraint(
            "reason IN ('complex', 'simple', 'initiative', 'wish', 'other', '')",
            name=op.f("ck_contact_approach_reason"),
        ),
        sa.CheckConstraint("approach = proposed OR reason <> ''", name=op.f("ck_contact_approach_says_why")),
        sa.CheckConstraint(
            "digital IN ('offered', 'declined', 'accepted', 'sent', '')", name=op.f("ck_contact_approach_digital")
        ),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_contact_approach_contact_id_contact")),
        sa.PrimaryKeyConstraint("contact_id", name=op.f("pk_contact_approach")),
    )


def _guard(is_sqlite: bool) -> None:
    """Who comes may be said while the time is held; a choice in a contact is written once."""
    held = "(SELECT state FROM appointment WHERE id = OLD.appointment_id) <> 'held'"
    why = "who comes was promised"
    if is_sqlite:
        op.execute("DROP TRIGGER guard_appointment_attendee_update")
        op.execute(
            f"CREATE TRIGGER guard_appointment_attendee_update BEFORE UPDATE OF {OF_ATTENDEE} ON appointment_attendee "
            f"WHEN {held} BEGIN SELECT RAISE(ABORT, '{why}'); END"
        )
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER guard_contact_approach_{verb.lower()} BEFORE {verb} ON contact_approach "
                "BEGIN SELECT RAISE(ABORT, 'contact_approach is written once'); END"
            )
        return
    op.execute("DROP TRIGGER guard_appointment_attendee ON appointment_attendee")
    op.execute(
        "CREATE TRIGGER guard_appointment_attendee BEFORE DELETE ON appointment_attendee "
        "FOR EACH ROW EXECUTE FUNCTION kcc_written_once()"
    )
    op.execute(
        "CREATE FUNCTION kcc_who_comes() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER "
        f"SET search_path = pg_catalog, {_schema()}, pg_temp AS $$ BEGIN IF {held} THEN RAISE EXCEPTION "
        f"'{why}' USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN NEW; END $$"
    )
    op.execute(
        f"CREATE TRIGGER guard_appointment_attendee_update BEFORE UPDATE OF {OF_ATTENDEE} ON appointment_attendee "
        "FOR EACH ROW EXECUTE FUNCTION kcc_who_comes()"
    )
    op.execute(
        "CREATE TRIGGER guard_contact_approach BEFORE UPDATE OR DELETE ON contact_approach "
        "FOR EACH ROW EXECUTE FUNCTION kcc_written_once()"
    )


def _follow(when: str, is_sqlite: bool) -> None:
    if is_sqlite:
        op.execute("DROP TRIGGER secrecy_contact_correction")
        op.execute(
            f"CREATE TRIGGER secrecy_contact_correction AFTER INSERT ON contact_correction BEGIN {FOLLOW[when]}; END"
        )
        return
    op.execute(
        "CREATE OR REPLACE FUNCTION kcc_follow_secrecy() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER "
        f"SET search_path = pg_catalog, {_schema()}, pg_temp AS $$ BEGIN {FOLLOW[when]}; RETURN NULL; END; $$"
    )


def _follow_recorded(is_sqlite: bool) -> None:
    when = "AFTER INSERT ON contact FOR EACH ROW WHEN (NEW.confidentiality <> 'open')"
    if is_sqlite:
        op.execute(f"CREATE TRIGGER secrecy_contact {when} BEGIN {RECORDED}; END")
        return
    op.execute(
        "CREATE FUNCTION kcc_follow_recorded() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER "
        f"SET search_path = pg_catalog, {_schema()}, pg_temp AS $$ BEGIN {RECORDED}; RETURN NULL; END; $$"
    )
    op.execute(f"CREATE TRIGGER secrecy_contact {when} EXECUTE FUNCTION kcc_follow_recorded()")


def _let_desks_in() -> None:
    for table, policies in POLICIES.items():
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        for name, rule in policies.items():
            clause = {"add": f"WITH CHECK ({rule})", "change": f"USING ({rule}) WITH CHECK ({rule})"}
            op.execute(
                f"CREATE POLICY {name} ON {table} FOR {COMMANDS[name]} TO {GROUP} {clause.get(name, f'USING ({rule})')}"
            )
    _who_changes_appointments("now")
    for table, what in GRANTS.items():
        op.execute(f"GRANT {what} ON {table} TO {GROUP}")


def _who_changes_appointments(when: str) -> None:
    rule = WHO_CHANGES[when]
    op.execute(f"ALTER POLICY change ON appointment USING ({rule}) WITH CHECK ({rule})")


def _schema() -> str:
    bind = op.get_bind()
    return bind.dialect.identifier_preparer.quote(str(bind.scalar(sa.select(sa.func.current_schema()))))


def downgrade() -> None:
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    _follow("before", is_sqlite)
    if is_sqlite:
        op.execute("DROP TRIGGER secrecy_contact")
    else:
        op.execute("DROP TRIGGER secrecy_contact ON contact")
        op.execute("DROP FUNCTION kcc_follow_recorded()")
    if is_sqlite:
        op.execute("DROP TRIGGER guard_appointment_attendee_update")
        op.execute(
            "CREATE TRIGGER guard_appointment_attendee_update BEFORE UPDATE ON appointment_attendee "
            "BEGIN SELECT RAISE(ABORT, 'appointment_attendee is written once'); END"
        )
    else:
        op.execute("DROP TRIGGER guard_appointment_attendee_update ON appointment_attendee")
        op.execute("DROP TRIGGER guard_appointment_attendee ON appointment_attendee")
        op.execute("DROP FUNCTION kcc_who_comes()")
        op.execute(
            "CREATE TRIGGER guard_appointment_attendee BEFORE UPDATE OR DELETE ON appointment_attendee "
            "FOR EACH ROW EXECUTE FUNCTION kcc_written_once()"
        )
        _who_changes_appointments("before")
        for table in ("appointment_text", "appointment_attendee"):
            op.execute(f"DROP POLICY change ON {table}")
        for table in ("appointment_text", "appointment_attendee"):
            op.execute(f"REVOKE {GRANTS[table]} ON {table} FROM {GROUP}")
    op.drop_table("contact_approach")
    op.drop_table("product_fee")
    op.drop_index(op.f("ix_appointment_contact_id"), table_name="appointment")
    op.drop_column("appointment", "contact_id")
    for table, columns in COLUMNS.items():
        for name, *_ in reversed(columns):
            op.drop_column(table, name)
