"""The house: agents, audit, parties, contacts, cases, tasks, timeline, search index, change log.

What must hold between desktops is refused by the database itself: see GUARDS below.
"""

import sqlalchemy as sa
from alembic import op

from kcc_desktop.data.columns import Day, Id, Instant

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# Rows that are written once. Text goes only through its door: a row in text_destruction.
WRITTEN_ONCE = (
    "audit_line",
    "change_log",
    "conversation",
    "contact",
    "contact_correction",
    "contact_move",
    "contact_participant",
    "text_destruction",
)
# The database says who acts; a desktop cannot write in somebody else's name.
ACTORS = (
    ("audit_line", "actor_id"),
    ("conversation", "recorded_by"),
    ("contact", "recorded_by"),
    ("contact_correction", "made_by"),
    ("contact_move", "by"),
    ("text_destruction", "by"),
    ("internal_task", "created_by"),
    ("anonymous_count", "agent_id"),
)


def _guard_sqlite() -> None:
    for table in WRITTEN_ONCE:
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER guard_{table}_{verb.lower()} BEFORE {verb} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is written once'); END"
            )
    op.execute(
        "CREATE TRIGGER guard_contact_text_update BEFORE UPDATE ON contact_text "
        "BEGIN SELECT RAISE(ABORT, 'contact_text is written once'); END"
    )
    op.execute(
        "CREATE TRIGGER guard_contact_text_delete BEFORE DELETE ON contact_text "
        "WHEN NOT EXISTS (SELECT 1 FROM text_destruction WHERE contact_id = OLD.contact_id) "
        "BEGIN SELECT RAISE(ABORT, 'contact_text goes through its door'); END"
    )
    for table, column in ACTORS:
        op.execute(
            f"CREATE TRIGGER actor_{table} BEFORE INSERT ON {table} "
            f'WHEN NEW."{column}" IS NOT (SELECT id FROM agent WHERE login = kcc_login()) '
            f"BEGIN SELECT RAISE(ABORT, '{table} names another agent'); END"
        )


def _guard_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION kcc_written_once() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '% is written once', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; "
        "END $$"
    )
    op.execute(
        "CREATE FUNCTION kcc_text_door() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN IF NOT EXISTS (SELECT 1 FROM text_destruction WHERE contact_id = OLD.contact_id) THEN "
        "RAISE EXCEPTION 'contact_text goes through its door' USING ERRCODE = 'integrity_constraint_violation'; "
        "END IF; RETURN OLD; END $$"
    )
    op.execute(
        "CREATE FUNCTION kcc_actor() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN IF (to_jsonb(NEW) ->> TG_ARGV[0])::uuid IS DISTINCT FROM "
        "(SELECT id FROM agent WHERE login = session_user) THEN "
        "RAISE EXCEPTION '% names another agent', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; "
        "END IF; RETURN NEW; END $$"
    )
    for table in WRITTEN_ONCE:
        op.execute(
            f"CREATE TRIGGER guard_{table} BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION kcc_written_once()"
        )
    op.execute(
        "CREATE TRIGGER guard_contact_text_update BEFORE UPDATE ON contact_text "
        "FOR EACH ROW EXECUTE FUNCTION kcc_written_once()"
    )
    op.execute(
        "CREATE TRIGGER guard_contact_text_delete BEFORE DELETE ON contact_text "
        "FOR EACH ROW EXECUTE FUNCTION kcc_text_door()"
    )
    for table, column in ACTORS:
        op.execute(
            f"CREATE TRIGGER actor_{table} BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION kcc_actor('{column}')"
        )


def upgrade() -> None:
    _make_tables()
    if op.get_bind().dialect.name == "sqlite":
        _guard_sqlite()
    else:
        _guard_postgresql()


def _make_tables() -> None:
    op.create_table(
        "case_file",
        sa.Column("id", Id(), nullable=False),
        sa.Column("reference", sa.String(length=60), nullable=False),
        sa.Column("case_type", sa.String(length=200), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=120), nullable=False),
        sa.Column("started_on", Day(), nullable=False),
        sa.Column("decide_by", Day(), nullable=True),
        sa.Column("ended_on", Day(), nullable=True),
        sa.Column("handler", sa.String(length=200), nullable=False),
        sa.Column("department", sa.String(length=120), nullable=False),
        sa.Column("result", sa.String(length=120), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_file")),
        sa.UniqueConstraint("reference", name=op.f("uq_case_file_reference")),
    )
    op.create_table(
        "change_log",
        sa.Column("sequence", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("transaction_number", sa.BigInteger(), nullable=True),
        sa.Column("entity", sa.String(length=30), nullable=False),
        sa.Column("entity_id", Id(), nullable=False),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_change_log")),
    )
    op.create_table(
        "channel",
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("label_nl", sa.String(length=40), nullable=False),
        sa.Column("label_en", sa.String(length=40), nullable=False),
        sa.Column("icon", sa.String(length=40), nullable=False),
        sa.Column("is_live", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_channel")),
    )
    op.create_table(
        "cluster",
        sa.Column("id", Id(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_cluster")),
        sa.UniqueConstraint("name", name=op.f("uq_cluster_name")),
    )
    op.create_table(
        "colleague",
        sa.Column("id", Id(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("department", sa.String(length=120), nullable=False),
        sa.Column("function", sa.String(length=120), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("availability", sa.String(length=200), nullable=False),
        sa.Column("source_key", sa.String(length=200), nullable=False),
        sa.CheckConstraint("kind IN ('person', 'department', 'group', 'partner')", name=op.f("ck_colleague_kind")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_colleague")),
        sa.UniqueConstraint("source_key", name=op.f("uq_colleague_source_key")),
    )
    op.create_table(
        "database_state",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("database_id", Id(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("is_demo", sa.Boolean(), nullable=False),
        sa.Column("generator", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_database_state")),
    )
    op.create_table(
        "outcome",
        sa.Column("code", sa.String(length=30), nullable=False),
        sa.Column("label_nl", sa.String(length=80), nullable=False),
        sa.Column("label_en", sa.String(length=80), nullable=False),
        sa.Column("needs", sa.String(length=10), nullable=False),
        sa.Column("is_quick", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint("needs IN ('nothing', 'authority', 'task', 'colleague')", name=op.f("ck_outcome_needs")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_outcome")),
    )
    op.create_table(
        "party",
        sa.Column("id", Id(), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("sort_key", sa.String(length=300), nullable=False),
        sa.Column("preferred_channel", sa.String(length=20), nullable=False),
        sa.Column("preferred_moment", sa.String(length=100), nullable=False),
        sa.Column("language", sa.String(length=3), nullable=False),
        sa.Column("needs_digital_help", sa.Boolean(), nullable=False),
        sa.Column("digital_help_agreed_on", Day(), nullable=True),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.Column("source_on", Day(), nullable=True),
        sa.CheckConstraint("kind IN ('person', 'organisation')", name=op.f("ck_party_kind")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_party")),
    )
    op.create_index(op.f("ix_party_sort_key"), "party", ["sort_key"], unique=False)
    op.create_table(
        "product",
        sa.Column("id", Id(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("upl_name", sa.String(length=200), nullable=False),
        sa.Column("upl_uri", sa.String(length=300), nullable=False),
        sa.Column("keywords", sa.Text(), nullable=False),
        sa.Column("owner", sa.String(length=120), nullable=False),
        sa.Column("answer", sa.Text(), nullable=False),
        sa.Column("link", sa.String(length=300), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_product")),
    )
    op.create_index(op.f("ix_product_upl_uri"), "product", ["upl_uri"], unique=False)
    op.create_table(
        "task_number",
        sa.Column("year", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("year", name=op.f("pk_task_number")),
    )
    op.create_table(
        "agent",
        sa.Column("id", Id(), nullable=False),
        sa.Column("login", sa.String(length=128), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("cluster_id", Id(), nullable=True),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["cluster_id"], ["cluster.id"], name=op.f("fk_agent_cluster_id_cluster")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agent")),
        sa.UniqueConstraint("login", name=op.f("uq_agent_login")),
    )
    op.create_table(
        "case_party",
        sa.Column("case_id", Id(), nullable=False),
        sa.Column("party_id", Id(), nullable=False),
        sa.Column("role", sa.String(length=14), nullable=False),
        sa.CheckConstraint("role IN ('applicant', 'interested', 'representative')", name=op.f("ck_case_party_role")),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_case_party_case_id_case_file")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_case_party_party_id_party")),
        sa.PrimaryKeyConstraint("case_id", "party_id", name=op.f("pk_case_party")),
    )
    op.create_index(op.f("ix_case_party_party_id"), "case_party", ["party_id"], unique=False)
    op.create_table(
        "case_step",
        sa.Column("case_id", Id(), nullable=False),
        sa.Column("ordinal", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("reached_on", Day(), nullable=True),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_case_step_case_id_case_file")),
        sa.PrimaryKeyConstraint("case_id", "ordinal", name=op.f("pk_case_step")),
    )
    op.create_table(
        "digital_address",
        sa.Column("id", Id(), nullable=False),
        sa.Column("party_id", Id(), nullable=False),
        sa.Column("kind", sa.String(length=5), nullable=False),
        sa.Column("value", sa.String(length=254), nullable=False),
        sa.Column("label", sa.String(length=60), nullable=False),
        sa.Column("is_preferred", sa.Boolean(), nullable=False),
        sa.Column("verified_at", Instant(), nullable=True),
        sa.Column("ended_at", Instant(), nullable=True),
        sa.Column("source", sa.String(length=40), nullable=False),
        sa.Column("source_on", Day(), nullable=True),
        sa.CheckConstraint("kind IN ('phone', 'email')", name=op.f("ck_digital_address_kind")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_digital_address_party_id_party")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_digital_address")),
    )
    op.create_index(op.f("ix_digital_address_party_id"), "digital_address", ["party_id"], unique=False)
    op.create_index(op.f("ix_digital_address_value"), "digital_address", ["value"], unique=False)
    op.create_index(
        "uq_digital_address_in_use",
        "digital_address",
        ["party_id", "kind", "value"],
        unique=True,
        sqlite_where=sa.text("ended_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "organisation",
        sa.Column("party_id", Id(), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("trade_names", sa.Text(), nullable=False),
        sa.Column("legal_form", sa.String(length=80), nullable=False),
        sa.Column("kvk_number", sa.String(length=8), nullable=False),
        sa.Column("branch_number", sa.String(length=12), nullable=False),
        sa.Column("rsin", sa.String(length=9), nullable=False),
        sa.Column("is_main", sa.Boolean(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_organisation_party_id_party")),
        sa.PrimaryKeyConstraint("party_id", name=op.f("pk_organisation")),
    )
    op.create_index(op.f("ix_organisation_branch_number"), "organisation", ["branch_number"], unique=False)
    op.create_index(op.f("ix_organisation_kvk_number"), "organisation", ["kvk_number"], unique=False)
    op.create_table(
        "party_activity",
        sa.Column("party_id", Id(), nullable=False),
        sa.Column("last_contact_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_party_activity_party_id_party")),
        sa.PrimaryKeyConstraint("party_id", name=op.f("pk_party_activity")),
    )
    op.create_table(
        "party_address",
        sa.Column("party_id", Id(), nullable=False),
        sa.Column("kind", sa.String(length=14), nullable=False),
        sa.Column("street", sa.String(length=100), nullable=False),
        sa.Column("house_number", sa.Integer(), nullable=True),
        sa.Column("letter", sa.String(length=1), nullable=False),
        sa.Column("addition", sa.String(length=20), nullable=False),
        sa.Column("designation", sa.String(length=10), nullable=False),
        sa.Column("postcode", sa.String(length=7), nullable=False),
        sa.Column("place", sa.String(length=80), nullable=False),
        sa.Column("country", sa.String(length=60), nullable=False),
        sa.Column("foreign_lines", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('residence', 'correspondence', 'visit')", name=op.f("ck_party_address_kind")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_party_address_party_id_party")),
        sa.PrimaryKeyConstraint("party_id", "kind", name=op.f("pk_party_address")),
    )
    op.create_index(
        op.f("ix_party_address_postcode_house_number"), "party_address", ["postcode", "house_number"], unique=False
    )
    op.create_table(
        "party_relation",
        sa.Column("id", Id(), nullable=False),
        sa.Column("party_id", Id(), nullable=False),
        sa.Column("relation", sa.String(length=10), nullable=False),
        sa.Column("related_id", Id(), nullable=True),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("birth_date", sa.String(length=8), nullable=False),
        sa.CheckConstraint(
            "relation IN ('partner', 'child', 'parent', 'housemate')", name=op.f("ck_party_relation_relation")
        ),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_party_relation_party_id_party")),
        sa.ForeignKeyConstraint(["related_id"], ["party.id"], name=op.f("fk_party_relation_related_id_party")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_party_relation")),
    )
    op.create_index(op.f("ix_party_relation_party_id"), "party_relation", ["party_id"], unique=False)
    op.create_table(
        "person",
        sa.Column("party_id", Id(), nullable=False),
        sa.Column("a_number", sa.String(length=10), nullable=False),
        sa.Column("bsn", sa.String(length=9), nullable=False),
        sa.Column("given_names", sa.String(length=200), nullable=False),
        sa.Column("prefix", sa.String(length=20), nullable=False),
        sa.Column("surname", sa.String(length=200), nullable=False),
        sa.Column("title", sa.String(length=20), nullable=False),
        sa.Column("partner_prefix", sa.String(length=20), nullable=False),
        sa.Column("partner_surname", sa.String(length=200), nullable=False),
        sa.Column("name_usage", sa.String(length=1), nullable=False),
        sa.Column("preferred_name", sa.String(length=200), nullable=False),
        sa.Column("gender", sa.String(length=1), nullable=False),
        sa.Column("birth_date", sa.String(length=8), nullable=False),
        sa.Column("birth_place", sa.String(length=80), nullable=False),
        sa.Column("death_date", sa.String(length=8), nullable=False),
        sa.Column("is_deceased", sa.Boolean(), nullable=False),
        sa.Column("restriction", sa.Integer(), nullable=False),
        sa.Column("under_investigation", sa.Boolean(), nullable=False),
        sa.Column("under_curatorship", sa.Boolean(), nullable=False),
        sa.Column("suspension", sa.String(length=1), nullable=False),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_person_party_id_party")),
        sa.PrimaryKeyConstraint("party_id", name=op.f("pk_person")),
    )
    op.create_index(
        "uq_person_a_number",
        "person",
        ["a_number"],
        unique=True,
        sqlite_where=sa.text("a_number <> ''"),
        postgresql_where=sa.text("a_number <> ''"),
    )
    op.create_index(op.f("ix_person_bsn"), "person", ["bsn"], unique=False)
    op.create_table(
        "representation",
        sa.Column("id", Id(), nullable=False),
        sa.Column("representative_id", Id(), nullable=False),
        sa.Column("represented_id", Id(), nullable=False),
        sa.Column("ground", sa.String(length=22), nullable=False),
        sa.Column("function", sa.String(length=80), nullable=False),
        sa.Column("valid_from", Day(), nullable=True),
        sa.Column("valid_until", Day(), nullable=True),
        sa.CheckConstraint(
            "ground IN ('parental_authority', 'guardianship', 'curatorship', 'written_authorisation', 'digid_machtigen', 'eherkenning', 'director', 'contact_person', 'helper')",
            name=op.f("ck_representation_ground"),
        ),
        sa.ForeignKeyConstraint(
            ["representative_id"], ["party.id"], name=op.f("fk_representation_representative_id_party")
        ),
        sa.ForeignKeyConstraint(["represented_id"], ["party.id"], name=op.f("fk_representation_represented_id_party")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_representation")),
    )
    op.create_index(op.f("ix_representation_representative_id"), "representation", ["representative_id"], unique=False)
    op.create_index(op.f("ix_representation_represented_id"), "representation", ["represented_id"], unique=False)
    op.create_table(
        "search_token",
        sa.Column(
            "token", sa.String(length=64, collation="C").with_variant(sa.String(length=64), "sqlite"), nullable=False
        ),
        sa.Column("party_id", Id(), nullable=False),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_search_token_party_id_party")),
        sa.PrimaryKeyConstraint("token", "party_id", name=op.f("pk_search_token")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_search_token_party_id"), "search_token", ["party_id"], unique=False)
    op.create_table(
        "timeline_entry",
        sa.Column("party_id", Id(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("object_id", Id(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("channel_code", sa.String(length=20), nullable=False),
        sa.Column("confidentiality", sa.String(length=12), nullable=False),
        sa.Column("owner_cluster_id", Id(), nullable=True),
        sa.CheckConstraint(
            "confidentiality IN ('open', 'confidential', 'enforcement')", name=op.f("ck_timeline_entry_confidentiality")
        ),
        sa.CheckConstraint(
            "kind IN ('contact', 'task', 'case', 'disclosure_refusal', 'appointment', 'visit', 'feedback')",
            name=op.f("ck_timeline_entry_kind"),
        ),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_timeline_entry_party_id_party")),
        sa.PrimaryKeyConstraint("party_id", "at", "object_id", name=op.f("pk_timeline_entry")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_timeline_entry_object", "timeline_entry", ["object_id"], unique=False)
    op.create_table(
        "agent_role",
        sa.Column("agent_id", Id(), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.CheckConstraint(
            "role IN ('agent', 'counter', 'back_office', 'neighbourhood', 'visitor', 'team_lead', 'editor', 'administrator', 'auditor')",
            name=op.f("ck_agent_role_role"),
        ),
        sa.ForeignKeyConstraint(["agent_id"], ["agent.id"], name=op.f("fk_agent_role_agent_id_agent")),
        sa.PrimaryKeyConstraint("agent_id", "role", name=op.f("pk_agent_role")),
    )
    op.create_table(
        "agent_session",
        sa.Column("chain_id", Id(), nullable=False),
        sa.Column("agent_id", Id(), nullable=False),
        sa.Column("started_at", Instant(), nullable=False),
        sa.ForeignKeyConstraint(["agent_id"], ["agent.id"], name=op.f("fk_agent_session_agent_id_agent")),
        sa.PrimaryKeyConstraint("chain_id", name=op.f("pk_agent_session")),
    )
    op.create_index(op.f("ix_agent_session_agent_id"), "agent_session", ["agent_id"], unique=False)
    op.create_table(
        "agreed_message",
        sa.Column("address_id", Id(), nullable=False),
        sa.Column("kind", sa.String(length=14), nullable=False),
        sa.Column("agreed_at", Instant(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('confirmation', 'reminder', 'status', 'expiry', 'survey')", name=op.f("ck_agreed_message_kind")
        ),
        sa.ForeignKeyConstraint(
            ["address_id"], ["digital_address.id"], name=op.f("fk_agreed_message_address_id_digital_address")
        ),
        sa.PrimaryKeyConstraint("address_id", "kind", name=op.f("pk_agreed_message")),
    )
    op.create_table(
        "anonymous_count",
        sa.Column("id", Id(), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("agent_id", Id(), nullable=False),
        sa.Column("channel_code", sa.String(length=20), nullable=False),
        sa.Column("product_id", Id(), nullable=True),
        sa.ForeignKeyConstraint(["agent_id"], ["agent.id"], name=op.f("fk_anonymous_count_agent_id_agent")),
        sa.ForeignKeyConstraint(
            ["channel_code"], ["channel.code"], name=op.f("fk_anonymous_count_channel_code_channel")
        ),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_anonymous_count_product_id_product")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_anonymous_count")),
    )
    op.create_table(
        "audit_line",
        sa.Column("chain_id", Id(), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("previous_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("line_hash", sa.LargeBinary(length=32), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("actor_id", Id(), nullable=False),
        sa.Column("action", sa.String(length=40), nullable=False),
        sa.Column("object_kind", sa.String(length=40), nullable=False),
        sa.Column("object_id", Id(), nullable=False),
        sa.Column("result", sa.String(length=20), nullable=False),
        sa.Column("purpose", sa.String(length=40), nullable=False),
        sa.Column("origin", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["agent.id"], name=op.f("fk_audit_line_actor_id_agent")),
        sa.PrimaryKeyConstraint("chain_id", "number", name=op.f("pk_audit_line")),
    )
    op.create_index(op.f("ix_audit_line_at"), "audit_line", ["at"], unique=False)
    op.create_index(op.f("ix_audit_line_object_id_at"), "audit_line", ["object_id", "at"], unique=False)
    op.create_table(
        "conversation",
        sa.Column("id", Id(), nullable=False),
        sa.Column("channel_code", sa.String(length=20), nullable=False),
        sa.Column("direction", sa.String(length=8), nullable=False),
        sa.Column("started_at", Instant(), nullable=False),
        sa.Column("ended_at", Instant(), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("recorded_by", Id(), nullable=False),
        sa.Column("capacity", sa.String(length=20), nullable=False),
        sa.Column("identity", sa.String(length=20), nullable=False),
        sa.Column("identity_how", sa.String(length=200), nullable=False),
        sa.Column("language", sa.String(length=3), nullable=False),
        sa.Column("caller_number", sa.String(length=40), nullable=False),
        sa.Column("external_id", sa.String(length=120), nullable=False),
        sa.Column("wait_seconds", sa.Integer(), nullable=False),
        sa.Column("hold_seconds", sa.Integer(), nullable=False),
        sa.Column("content_digest", sa.String(length=64), nullable=False),
        sa.CheckConstraint(
            "capacity IN ('resident', 'for_person', 'for_organisation', 'about_deceased')",
            name=op.f("ck_conversation_capacity"),
        ),
        sa.CheckConstraint("direction IN ('inbound', 'outbound')", name=op.f("ck_conversation_direction")),
        sa.CheckConstraint(
            "identity IN ('not_established', 'self_declared', 'questions_answered', 'called_back', 'document_seen', 'digid', 'eherkenning')",
            name=op.f("ck_conversation_identity"),
        ),
        sa.ForeignKeyConstraint(["channel_code"], ["channel.code"], name=op.f("fk_conversation_channel_code_channel")),
        sa.ForeignKeyConstraint(["recorded_by"], ["agent.id"], name=op.f("fk_conversation_recorded_by_agent")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conversation")),
    )
    op.create_index(op.f("ix_conversation_external_id"), "conversation", ["external_id"], unique=False)
    op.create_table(
        "contact",
        sa.Column("id", Id(), nullable=False),
        sa.Column("conversation_id", Id(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("party_id", Id(), nullable=True),
        sa.Column("occurred_at", Instant(), nullable=False),
        sa.Column("recorded_at", Instant(), nullable=False),
        sa.Column("recorded_by", Id(), nullable=False),
        sa.Column("owner_cluster_id", Id(), nullable=True),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("outcome_code", sa.String(length=30), nullable=False),
        sa.Column("authority", sa.String(length=120), nullable=False),
        sa.Column("product_id", Id(), nullable=True),
        sa.Column("municipal_role", sa.String(length=12), nullable=False),
        sa.Column("confidentiality", sa.String(length=12), nullable=False),
        sa.Column("place", sa.String(length=300), nullable=False),
        sa.Column("latitude", sa.Float(), nullable=True),
        sa.Column("longitude", sa.Float(), nullable=True),
        sa.CheckConstraint(
            "confidentiality IN ('open', 'confidential', 'enforcement')", name=op.f("ck_contact_confidentiality")
        ),
        sa.CheckConstraint("kind IN ('question', 'request', 'signal')", name=op.f("ck_contact_kind")),
        sa.CheckConstraint(
            "municipal_role IN ('service', 'developer', 'manager', 'enforcement')",
            name=op.f("ck_contact_municipal_role"),
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_contact_conversation_id_conversation")
        ),
        sa.ForeignKeyConstraint(["outcome_code"], ["outcome.code"], name=op.f("fk_contact_outcome_code_outcome")),
        sa.ForeignKeyConstraint(["owner_cluster_id"], ["cluster.id"], name=op.f("fk_contact_owner_cluster_id_cluster")),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_contact_party_id_party")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_contact_product_id_product")),
        sa.ForeignKeyConstraint(["recorded_by"], ["agent.id"], name=op.f("fk_contact_recorded_by_agent")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
    )
    op.create_index(op.f("ix_contact_conversation_id"), "contact", ["conversation_id"], unique=False)
    op.create_table(
        "contact_participant",
        sa.Column("conversation_id", Id(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.Column("party_id", Id(), nullable=True),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.CheckConstraint("role IN ('speaker', 'subject', 'helper')", name=op.f("ck_contact_participant_role")),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_contact_participant_conversation_id_conversation")
        ),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_contact_participant_party_id_party")),
        sa.PrimaryKeyConstraint("conversation_id", "position", name=op.f("pk_contact_participant")),
    )
    op.create_index(op.f("ix_contact_participant_party_id"), "contact_participant", ["party_id"], unique=False)
    op.create_table(
        "contact_case",
        sa.Column("contact_id", Id(), nullable=False),
        sa.Column("case_id", Id(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["case_file.id"], name=op.f("fk_contact_case_case_id_case_file")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_contact_case_contact_id_contact")),
        sa.PrimaryKeyConstraint("contact_id", "case_id", name=op.f("pk_contact_case")),
    )
    op.create_index(op.f("ix_contact_case_case_id"), "contact_case", ["case_id"], unique=False)
    op.create_table(
        "contact_correction",
        sa.Column("contact_id", Id(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("made_at", Instant(), nullable=False),
        sa.Column("made_by", Id(), nullable=False),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("outcome_code", sa.String(length=30), nullable=False),
        sa.Column("authority", sa.String(length=120), nullable=False),
        sa.Column("product_id", Id(), nullable=True),
        sa.Column("confidentiality", sa.String(length=12), nullable=False),
        sa.CheckConstraint(
            "confidentiality IN ('open', 'confidential', 'enforcement')",
            name=op.f("ck_contact_correction_confidentiality"),
        ),
        sa.CheckConstraint("kind IN ('question', 'request', 'signal')", name=op.f("ck_contact_correction_kind")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_contact_correction_contact_id_contact")),
        sa.ForeignKeyConstraint(["made_by"], ["agent.id"], name=op.f("fk_contact_correction_made_by_agent")),
        sa.ForeignKeyConstraint(
            ["outcome_code"], ["outcome.code"], name=op.f("fk_contact_correction_outcome_code_outcome")
        ),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_contact_correction_product_id_product")),
        sa.PrimaryKeyConstraint("contact_id", "version", name=op.f("pk_contact_correction")),
    )
    op.create_table(
        "contact_looked_up",
        sa.Column("contact_id", Id(), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("object_id", Id(), nullable=False),
        sa.CheckConstraint("kind IN ('party', 'case', 'product', 'contact')", name=op.f("ck_contact_looked_up_kind")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_contact_looked_up_contact_id_contact")),
        sa.PrimaryKeyConstraint("contact_id", "kind", "object_id", name=op.f("pk_contact_looked_up")),
    )
    op.create_table(
        "contact_move",
        sa.Column("id", Id(), nullable=False),
        sa.Column("contact_id", Id(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("from_party_id", Id(), nullable=True),
        sa.Column("into_party_id", Id(), nullable=True),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("by", Id(), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["agent.id"], name=op.f("fk_contact_move_by_agent")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_contact_move_contact_id_contact")),
        sa.ForeignKeyConstraint(["from_party_id"], ["party.id"], name=op.f("fk_contact_move_from_party_id_party")),
        sa.ForeignKeyConstraint(["into_party_id"], ["party.id"], name=op.f("fk_contact_move_into_party_id_party")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_move")),
    )
    op.create_index(op.f("ix_contact_move_contact_id"), "contact_move", ["contact_id"], unique=False)
    op.create_table(
        "contact_text",
        sa.Column("contact_id", Id(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_contact_text_contact_id_contact")),
        sa.PrimaryKeyConstraint("contact_id", "version", name=op.f("pk_contact_text")),
    )
    op.create_table(
        "handover",
        sa.Column("id", Id(), nullable=False),
        sa.Column("contact_id", Id(), nullable=False),
        sa.Column("kind", sa.String(length=14), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("colleague_id", Id(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.CheckConstraint("kind IN ('consult', 'warm_transfer')", name=op.f("ck_handover_kind")),
        sa.CheckConstraint("state IN ('asked', 'answered', 'unanswered')", name=op.f("ck_handover_state")),
        sa.ForeignKeyConstraint(["colleague_id"], ["colleague.id"], name=op.f("fk_handover_colleague_id_colleague")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_handover_contact_id_contact")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover")),
    )
    op.create_index(op.f("ix_handover_contact_id"), "handover", ["contact_id"], unique=False)
    op.create_table(
        "internal_task",
        sa.Column("id", Id(), nullable=False),
        sa.Column("reference", sa.String(length=20), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("contact_id", Id(), nullable=True),
        sa.Column("party_id", Id(), nullable=True),
        sa.Column("owner_colleague_id", Id(), nullable=True),
        sa.Column("product_id", Id(), nullable=True),
        sa.Column("due_at", Instant(), nullable=False),
        sa.Column("created_at", Instant(), nullable=False),
        sa.Column("created_by", Id(), nullable=False),
        sa.Column("closed_at", Instant(), nullable=True),
        sa.CheckConstraint("kind IN ('callback', 'task')", name=op.f("ck_internal_task_kind")),
        sa.CheckConstraint("state IN ('open', 'done', 'withdrawn')", name=op.f("ck_internal_task_state")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_internal_task_contact_id_contact")),
        sa.ForeignKeyConstraint(["created_by"], ["agent.id"], name=op.f("fk_internal_task_created_by_agent")),
        sa.ForeignKeyConstraint(
            ["owner_colleague_id"], ["colleague.id"], name=op.f("fk_internal_task_owner_colleague_id_colleague")
        ),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_internal_task_party_id_party")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_internal_task_product_id_product")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_internal_task")),
        sa.UniqueConstraint("reference", name=op.f("uq_internal_task_reference")),
    )
    op.create_index(op.f("ix_internal_task_party_id"), "internal_task", ["party_id"], unique=False)
    op.create_index(op.f("ix_internal_task_state_due_at"), "internal_task", ["state", "due_at"], unique=False)
    op.create_table(
        "text_destruction",
        sa.Column("contact_id", Id(), nullable=False),
        sa.Column("ground", sa.String(length=80), nullable=False),
        sa.Column("at", Instant(), nullable=False),
        sa.Column("by", Id(), nullable=False),
        sa.ForeignKeyConstraint(["by"], ["agent.id"], name=op.f("fk_text_destruction_by_agent")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.id"], name=op.f("fk_text_destruction_contact_id_contact")),
        sa.PrimaryKeyConstraint("contact_id", name=op.f("pk_text_destruction")),
    )
    op.create_table(
        "task_text",
        sa.Column("task_id", Id(), nullable=False),
        sa.Column("phone", sa.String(length=40), nullable=False),
        sa.Column("explanation", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["task_id"], ["internal_task.id"], name=op.f("fk_task_text_task_id_internal_task")),
        sa.PrimaryKeyConstraint("task_id", name=op.f("pk_task_text")),
    )


def downgrade() -> None:
    op.drop_table("task_text")
    op.drop_table("text_destruction")
    op.drop_index(op.f("ix_internal_task_state_due_at"), table_name="internal_task")
    op.drop_index(op.f("ix_internal_task_party_id"), table_name="internal_task")
    op.drop_table("internal_task")
    op.drop_index(op.f("ix_handover_contact_id"), table_name="handover")
    op.drop_table("handover")
    op.drop_table("contact_text")
    op.drop_index(op.f("ix_contact_move_contact_id"), table_name="contact_move")
    op.drop_table("contact_move")
    op.drop_table("contact_looked_up")
    op.drop_table("contact_correction")
    op.drop_index(op.f("ix_contact_case_case_id"), table_name="contact_case")
    op.drop_table("contact_case")
    op.drop_index(op.f("ix_contact_participant_party_id"), table_name="contact_participant")
    op.drop_table("contact_participant")
    op.drop_index(op.f("ix_contact_conversation_id"), table_name="contact")
    op.drop_table("contact")
    op.drop_index(op.f("ix_conversation_external_id"), table_name="conversation")
    op.drop_table("conversation")
    op.drop_index(op.f("ix_audit_line_object_id_at"), table_name="audit_line")
    op.drop_index(op.f("ix_audit_line_at"), table_name="audit_line")
    op.drop_table("audit_line")
    op.drop_table("anonymous_count")
    op.drop_table("agreed_message")
    op.drop_index(op.f("ix_agent_session_agent_id"), table_name="agent_session")
    op.drop_table("agent_session")
    op.drop_table("agent_role")
    op.drop_index("ix_timeline_entry_object", table_name="timeline_entry")
    op.drop_table("timeline_entry")
    op.drop_index(op.f("ix_search_token_party_id"), table_name="search_token")
    op.drop_table("search_token")
    op.drop_index(op.f("ix_representation_represented_id"), table_name="representation")
    op.drop_index(op.f("ix_representation_representative_id"), table_name="representation")
    op.drop_table("representation")
    op.drop_index(op.f("ix_person_bsn"), table_name="person")
    op.drop_index("uq_person_a_number", table_name="person")
    op.drop_table("person")
    op.drop_index(op.f("ix_party_relation_party_id"), table_name="party_relation")
    op.drop_table("party_relation")
    op.drop_index(op.f("ix_party_address_postcode_house_number"), table_name="party_address")
    op.drop_table("party_address")
    op.drop_table("party_activity")
    op.drop_index(op.f("ix_organisation_kvk_number"), table_name="organisation")
    op.drop_index(op.f("ix_organisation_branch_number"), table_name="organisation")
    op.drop_table("organisation")
    op.drop_index("uq_digital_address_in_use", table_name="digital_address")
    op.drop_index(op.f("ix_digital_address_value"), table_name="digital_address")
    op.drop_index(op.f("ix_digital_address_party_id"), table_name="digital_address")
    op.drop_table("digital_address")
    op.drop_table("case_step")
    op.drop_index(op.f("ix_case_party_party_id"), table_name="case_party")
    op.drop_table("case_party")
    op.drop_table("agent")
    op.drop_table("task_number")
    op.drop_index(op.f("ix_product_upl_uri"), table_name="product")
    op.drop_table("product")
    op.drop_index(op.f("ix_party_sort_key"), table_name="party")
    op.drop_table("party")
    op.drop_table("outcome")
    op.drop_table("database_state")
    op.drop_table("colleague")
    op.drop_table("cluster")
    op.drop_table("channel")
    op.drop_table("change_log")
    op.drop_table("case_file")
    if op.get_bind().dialect.name == "postgresql":
        for function in ("kcc_written_once", "kcc_text_door", "kcc_actor"):
            op.execute(f"DROP FUNCTION {function}()")
