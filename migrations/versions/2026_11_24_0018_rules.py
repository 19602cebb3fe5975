"""What a desk does not see it does not change either, and visits are written about in the town's own words.

A statement without WHERE reads nothing, so that PostgreSQL asks only the rule for changing: it says again who sees the
row. The texts about visits stand beside those about appointments.
"""

import sqlalchemy as sa
from alembic import op

from kcc_desktop.data.columns import Id, Instant

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

GROUP = "kcc_desk"
_CORRECTS = "(SELECT kcc_may('correct_contact'))"
_RULES = "(SELECT kcc_may('administer'))"
_WORKS = "(SELECT kcc_may('correct_contact', 'work'))"
_SEES_TASK = "kcc_sees_part(id, (SELECT kcc_sight()), (SELECT kcc_cluster()))"
_SEES_ENTRY = (
    "confidentiality = ANY ((SELECT kcc_sight())::text[]) "
    "OR (confidentiality = 'confidential' AND owner_cluster_id = (SELECT kcc_cluster()))"
)
# Which rule of which table, as it was and as it is. The others that ask nothing of the row are for what everybody sees
# who has the right: numbers and states of tickets, occupied time, people and companies, the town's lists.
POLICIES = {
    ("internal_task", "change"): {"before": _WORKS, "now": f"{_WORKS} AND {_SEES_TASK}"},
    ("timeline_entry", "change"): {
        "before": f"kind = 'disclosure_refusal' AND {_CORRECTS}",
        "now": f"kind = 'disclosure_refusal' AND {_CORRECTS} AND ({_SEES_ENTRY})",
    },
    ("timeline_entry", "remove"): {
        "before": f"(kind <> 'case' AND {_CORRECTS}) OR (kind = 'case' AND {_RULES})",
        "now": f"(kind <> 'case' AND {_CORRECTS} AND ({_SEES_ENTRY})) OR (kind = 'case' AND {_RULES})",
    },
}
KINDS = {
    "before": "'confirmation', 'reminder', 'letter'",
    "now": "'confirmation', 'reminder', 'letter', 'visit', 'visit_remind', 'visit_letter'",
}
TEXT_COLUMNS = "kind, audience, language, body, changed_at, changed_by"


def upgrade() -> None:
    _rule("now")
    _allow_kinds("now")


def _rule(when: str) -> None:
    if op.get_bind().dialect.name == "sqlite":
        return
    for (table, name), rules in POLICIES.items():
        rule = rules[when]
        check = f" WITH CHECK ({rule})" if name == "change" else ""
        op.execute(f"ALTER POLICY {name} ON {table} USING ({rule}){check}")


def _allow_kinds(when: str) -> None:
    if op.get_bind().dialect.name != "sqlite":
        op.drop_constraint(op.f("ck_citizen_text_kind"), "citizen_text", type_="check")
        op.create_check_constraint(op.f("ck_citizen_text_kind"), "citizen_text", f"kind IN ({KINDS[when]})")
        return
    # SQLite changes no constraint: the table is made anew, and with it go its triggers.
    op.rename_table("citizen_text", "citizen_text_before")
    op.create_table(
        "citizen_text",
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("audience", sa.String(length=12), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("changed_at", Instant(), nullable=False),
        sa.Column("changed_by", Id(), nullable=False),
        sa.CheckConstraint(f"kind IN ({KINDS[when]})", name=op.f("ck_citizen_text_kind")),
        sa.CheckConstraint("audience IN ('resident', 'organisation')", name=op.f("ck_citizen_text_audience")),
        sa.CheckConstraint("language IN ('nl', 'en')", name=op.f("ck_citizen_text_language")),
        sa.ForeignKeyConstraint(["changed_by"], ["agent.id"], name=op.f("fk_citizen_text_changed_by_agent")),
        sa.PrimaryKeyConstraint("kind", "audience", "language", name=op.f("pk_citizen_text")),
    )
    op.execute(f"INSERT INTO citizen_text ({TEXT_COLUMNS}) SELECT {TEXT_COLUMNS} FROM citizen_text_before")
    op.drop_table("citizen_text_before")
    for verb in ("INSERT", "UPDATE"):
        op.execute(
            f"CREATE TRIGGER actor_citizen_text_{verb.lower()} BEFORE {verb} ON citizen_text "
            "WHEN NEW.changed_by IS NOT (SELECT id FROM agent WHERE login = kcc_login()) "
            "BEGIN SELECT RAISE(ABORT, 'citizen_text names another agent'); END"
        )


def downgrade() -> None:
    op.execute(f"DELETE FROM citizen_text WHERE kind NOT IN ({KINDS['before']})")
    _allow_kinds("before")
    _rule("before")
