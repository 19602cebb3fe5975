"""What the Contact screen keeps: how often a product is asked for, notices, consents, refusals, ends, links.

Words that people typed leave the rows that are kept longer: a handover's note gets a table of its own.
"""

import sqlalchemy as sa
from alembic import op

from kcc_desktop.data.columns import Id, Instant

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

WRITTEN_ONCE = ("consent", "representation_end", "disclosure_refusal")
ACTORS = (
    ("consent", "by"),
    ("representation_end", "by"),
    ("disclosure_refusal", "by"),
    ("notice", "put_by"),
)


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


def upgrade() -> None:
    _make_tables()
    op.add_column("party", sa.Column("preferences_version", sa.Integer(), server_default="1", nullable=False))
    op.add_column("digital_address", sa.Column("version", sa.Integer(), server_default="1", nullable=False))
    op.create_index(op.f("ix_party_relation_related_id"), "party_relation", ["related_id"])
    op.create_index(op.f("ix_internal_task_contact_id"), "internal_task", ["contact_id"])
    op.create_index(
        "ix_timeline_entry_count",
        "timeline_entry",
        ["party_id", "kind", "channel_code", "confidentiality", "owner_cluster_id"],
    )
    op.drop_index(op.f("ix_internal_task_party_id"), table_name="internal_task")
    op.create_index(op.f("ix_internal_task_party_id_state_due_at"), "internal_task", ["party_id", "state", "due_at"])
    op.execute(
        "INSERT INTO product_activity (product_id, asked, last_asked_at) "
        "SELECT product_id, count(*), max(at) FROM (SELECT product_id, recorded_at AS at FROM contact "
        "UNION ALL SELECT product_id, at FROM anonymous_count) AS named WHERE product_id IS NOT NULL "
        "GROUP BY product_id"
    )
    op.execute("INSERT INTO handover_text (handover_id, note) SELECT id, note FROM handover WHERE note <> ''")
    op.drop_column("handover", "note")
    if op.get_bind().dialect.name == "sqlite":
        _guard_sqlite()
    else:
        _guard_postgresql()


def _make_tables() -> None:
    op.create_table(
        "product_activity",
        sa.Column("product_id", Id(), nullable=False),
        sa.Column("asked", sa.Integer(), nullable=False),
        sa.Column("last_asked_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_product_activity_product_id_product")),
        sa.PrimaryKeyConstraint("product_id", name=op.f("pk_product_activity")),
    )
    op.create_table(
        "notice",
        sa.Column("id", Id(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("product_id", Id(), nullable=True),
        sa.Column("since", Instant(), nullable=False),
        sa.Column("put_by", Id(), nullable=False),
        sa.Column("until", Instant(), nullable=True),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.Column("ended_by", Id(), nullable=True),
        sa.ForeignKeyConstraint(["ended_by"], ["agent.id"], name=op.f("fk_notice_ended_by_agent")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_notice_product_id_product")),
        sa.ForeignKeyConstraint(["put_by"], ["agent.id"], name=op.f("fk_notice_put_by_agent")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
    )
    op.create_table(
        "consent",
        sa.Column("id", Id(), nullable=False),
        sa.Column("address_id", Id(), nullable=False),
        sa.Column("kind", sa.String(length=14), nullable=False),
        sa.Column("is_given", sa.Boolean(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("by", Id(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('confirmation', 'reminder', 'status', 'expiry', 'survey')", name=op.f("ck_consent_kind")
        ),
        sa.ForeignKeyConstraint(
            ["address_id"], ["digital_address.id"], name=op.f("fk_consent_address_id_digital_address")
        ),
        sa.ForeignKeyConstraint(["by"], ["agent.id"], name=op.f("fk_consent_by_agent")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
    )
    op.create_index(op.f("ix_consent_address_id"), "consent", ["address_id"])
    op.create_table(
        "representation_end",
        sa.Column("representation_id", Id(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("by", Id(), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["agent.id"], name=op.f("fk_representation_end_by_agent")),
        sa.ForeignKeyConstraint(
            ["representation_id"],
            ["representation.id"],
            name=op.f("fk_representation_end_representation_id_representation"),
        ),
        sa.PrimaryKeyConstraint("representation_id", name=op.f("pk_representation_end")),
    )
    op.create_table(
        "disclosure_refusal",
        sa.Column("id", Id(), nullable=False),
        sa.Column("party_id", Id(), nullable=False),
        sa.Column("conversation_id", Id(), nullable=True),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("by", Id(), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["agent.id"], name=op.f("fk_disclosure_refusal_by_agent")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_disclosure_refusal_party_id_party")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_disclosure_refusal")),
    )
    op.create_index(op.f("ix_disclosure_refusal_party_id"), "disclosure_refusal", ["party_id"])
    op.create_table(
        "disclosure_refusal_text",
        sa.Column("refusal_id", Id(), nullable=False),
        sa.Column("asked", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["refusal_id"],
            ["disclosure_refusal.id"],
            name=op.f("fk_disclosure_refusal_text_refusal_id_disclosure_refusal"),
        ),
        sa.PrimaryKeyConstraint("refusal_id", name=op.f("pk_disclosure_refusal_text")),
    )
    op.create_table(
        "handover_text",
        sa.Column("handover_id", Id(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["handover_id"], ["handover.id"], name=op.f("fk_handover_text_handover_id_handover")),
        sa.PrimaryKeyConstraint("handover_id", name=op.f("pk_handover_text")),
    )
    op.create_table(
        "task_case",
        sa.Column("task_id", Id(), nullable=False),
        sa.Column("case_id", Id(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_task_case_case_id_case_file")),
        sa.ForeignKeyConstraint(["task_id"], ["internal_task.id"], name=op.f("fk_task_case_task_id_internal_task")),
        sa.PrimaryKeyConstraint("task_id", "case_id", name=op.f("pk_task_case")),
    )
    op.create_index(op.f("ix_task_case_case_id"), "task_case", ["case_id"])


def downgrade() -> None:
    op.add_column("handover", sa.Column("note", sa.Text(), server_default="", nullable=False))
    op.execute(
        "UPDATE handover SET note = (SELECT note FROM handover_text WHERE handover_id = handover.id) "
        "WHERE id IN (SELECT handover_id FROM handover_text)"
    )
    # Old programs know neither kind of row: what they cannot describe may not stand on a timeline.
    op.execute("DELETE FROM timeline_entry WHERE kind = 'disclosure_refusal'")
    op.drop_index("ix_timeline_entry_count", table_name="timeline_entry")
    op.drop_index(op.f("ix_internal_task_party_id_state_due_at"), table_name="internal_task")
    op.create_index(op.f("ix_internal_task_party_id"), "internal_task", ["party_id"])
    op.drop_index(op.f("ix_internal_task_contact_id"), table_name="internal_task")
    op.drop_index(op.f("ix_party_relation_related_id"), table_name="party_relation")
    op.drop_column("digital_address", "version")
    op.drop_column("party", "preferences_version")
    for table in (
        "task_case",
        "handover_text",
        "disclosure_refusal_text",
        "disclosure_refusal",
        "representation_end",
        "consent",
        "notice",
        "product_activity",
    ):
        op.drop_table(table)
