"""What arrives by itself: its source and the source's own id (once), who sent it by their own word, and files with it.

Who sent it and the files are personal: they are written once and go through the door of their contact. A product names
the queue of what arrives about it, a queue the languages it is there for.
"""

import sqlalchemy as sa
from alembic import op

from kcc_desktop.data.columns import Id

revision = "0022"
down_revision = "0017"
branch_labels = None
depends_on = None

GROUP = "kcc_desk"
# Each with the key by which a row is the same one.
WRITTEN_ONCE = {"arrival": ("contact_id",)}
TEXTS = {"arrival_text": ("contact_id",), "attachment": ("id",), "attachment_content": ("attachment_id",)}
DOOR = "SELECT 1 FROM text_destruction WHERE contact_id = OLD.contact_id"
_OF_CONTACT = {
    "read": "kcc_sees(contact_id, (SELECT kcc_sight()), (SELECT kcc_cluster()))",
    "add": "kcc_is_mine(contact_id)",
}
COMMANDS = {"read": "SELECT", "add": "INSERT"}
ADDED = {"work_queue": "languages", "product": "queue_code"}
# What a desk must know of what arrived before, also of what its agent may not see any more.
ARRIVED = "kcc_arrived(conversation uuid)"


def upgrade() -> None:
    _make_tables()
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    op.add_column("work_queue", sa.Column("languages", sa.Text(), server_default="", nullable=False))
    # By hand: Alembic adds the reference by another statement, which SQLite does not know.
    op.execute(
        "ALTER TABLE product ADD COLUMN queue_code VARCHAR(40) "
        "CONSTRAINT fk_product_queue_code_work_queue REFERENCES work_queue (code)"
    )
    if is_sqlite:
        _guard_sqlite()
    else:
        _guard_postgresql()
        _let_desks_in()


def _make_tables() -> None:
    op.create_table(
        "arrival",
        sa.Column("contact_id", Id(), nullable=False),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.Column("outside_id", sa.String(length=200), nullable=False),
        sa.Column("product", sa.String(length=300), nullable=False),
        sa.Column("matched_by", sa.String(length=10), nullable=False),
        sa.Column("matches", sa.Integer(), nullable=False),
        sa.CheckConstraint("matched_by IN ('identity', 'details', 'nothing')", name=op.f("ck_arrival_matched_by")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_arrival_contact_id_contact")),
        sa.PrimaryKeyConstraint("contact_id", name=op.f("pk_arrival")),
        sa.UniqueConstraint("source", "outside_id", name=op.f("uq_arrival_source_outside_id")),
    )
    op.create_table(
        "arrival_text",
        sa.Column("contact_id", Id(), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("reference", sa.String(length=100), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["arrival.contact_id"], name=op.f("fk_arrival_text_contact_id_arrival")
        ),
        sa.PrimaryKeyConstraint("contact_id", name=op.f("pk_arrival_text")),
    )
    op.create_table(
        "attachment",
        sa.Column("id", Id(), nullable=False),
        sa.Column("contact_id", Id(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("media_type", sa.String(length=100), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("left_out", sa.String(length=10), nullable=False),
        sa.CheckConstraint("left_out IN ('too_big', 'kind', '')", name=op.f("ck_attachment_left_out")),
        sa.ForeignKeyConstraint(["contact_id"], ["arrival.contact_id"], name=op.f("fk_attachment_contact_id_arrival")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
        sa.UniqueConstraint("contact_id", "position", name=op.f("uq_attachment_contact_id_position")),
    )
    op.create_table(
        "attachment_content",
        sa.Column("attachment_id", Id(), nullable=False),
        sa.Column("contact_id", Id(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachment.id"], name=op.f("fk_attachment_content_attachment_id_attachment")
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["arrival.contact_id"], name=op.f("fk_attachment_content_contact_id_arrival")
        ),
        sa.PrimaryKeyConstraint("attachment_id", name=op.f("pk_attachment_content")),
    )
    op.create_index(op.f("ix_attachment_content_contact_id"), "attachment_content", ["contact_id"])


def _guard_sqlite() -> None:
    def refuse(name: str, when: str, why: str) -> None:
        op.execute(f"CREATE TRIGGER {name} BEFORE {when} BEGIN SELECT RAISE(ABORT, '{why}'); END")

    for table, keys in {**WRITTEN_ONCE, **TEXTS}.items():
        refuse(f"guard_{table}_update", f"UPDATE ON {table}", f"{table} is written once")
        # REPLACE takes the row of before away without asking the other triggers.
        same = " AND ".join(f"{key} = NEW.{key}" for key in keys)
        if table == "arrival":
            same += " OR (source = NEW.source AND outside_id = NEW.outside_id)"
        refuse(
            f"again_{table}",
            f"INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})",
            f"{table} is written once",
        )
    for table in WRITTEN_ONCE:
        refuse(f"guard_{table}_delete", f"DELETE ON {table}", f"{table} is written once")
    for table in TEXTS:
        closed = f"WHEN NOT EXISTS ({DOOR})"
        refuse(f"guard_{table}_delete", f"DELETE ON {table} {closed}", f"{table} goes through its door")


def _guard_postgresql() -> None:
    for table in (*WRITTEN_ONCE, *TEXTS):
        verbs = "UPDATE OR DELETE" if table in WRITTEN_ONCE else "UPDATE"
        op.execute(
            f"CREATE TRIGGER guard_{table} BEFORE {verbs} ON {table} FOR EACH ROW EXECUTE FUNCTION kcc_written_once()"
        )
        op.execute(
            f"CREATE TRIGGER guard_{table}_truncate BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION kcc_written_once()"
        )
    for table in TEXTS:
        op.execute(
            f"CREATE TRIGGER guard_{table}_delete BEFORE DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION kcc_text_door()"
        )


def _let_desks_in() -> None:
    op.execute(
        f"CREATE FUNCTION {ARRIVED} RETURNS TABLE (content_digest varchar, reference varchar, matches integer) "
        f"LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, {_schema()}, pg_temp AS $$ BEGIN "
        "RETURN QUERY SELECT v.content_digest, t.reference, a.matches FROM arrival AS a "
        "JOIN contact AS c ON c.id = a.contact_id JOIN conversation AS v ON v.id = c.conversation_id "
        "JOIN internal_task AS t ON t.contact_id = c.id "
        "WHERE v.id = conversation AND kcc_may('record_contact'); END; $$"
    )
    op.execute("REVOKE ALL ON FUNCTION kcc_arrived(uuid) FROM PUBLIC")
    op.execute(f"GRANT EXECUTE ON FUNCTION kcc_arrived(uuid) TO {GROUP}")
    for table in (*WRITTEN_ONCE, *TEXTS):
        op.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        for name, rule in _OF_CONTACT.items():
            clause = f"WITH CHECK ({rule})" if name == "add" else f"USING ({rule})"
            op.execute(f"CREATE POLICY {name} ON {table} FOR {COMMANDS[name]} TO {GROUP} {clause}")
        op.execute(f"GRANT SELECT, INSERT ON {table} TO {GROUP}")
    for table, column in ADDED.items():
        op.execute(f"GRANT UPDATE ({column}) ON {table} TO {GROUP}")


def _schema() -> str:
    bind = op.get_bind()
    return bind.dialect.identifier_preparer.quote(str(bind.scalar(sa.select(sa.func.current_schema()))))


def downgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP FUNCTION kcc_arrived(uuid)")
        for table, column in ADDED.items():
            op.execute(f"REVOKE UPDATE ({column}) ON {table} FROM {GROUP}")
    for table, column in ADDED.items():
        op.drop_column(table, column)
    op.drop_index(op.f("ix_attachment_content_contact_id"), table_name="attachment_content")
    for table in ("attachment_content", "attachment", "arrival_text", "arrival"):
        op.drop_table(table)
