"""What the work panel adds to a task: by which channel it came, which agent it was handed to, that they are calling.

Work that comes from no contact at the desk (a form, a message, a follow-up) may be entered by whoever records contacts.
"""

import sqlalchemy as sa
from alembic import op

from kcc_desktop.data.columns import Instant

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

GROUP = "kcc_desk"
ADDED = "meant_for, calling_at"
_RECORDS = "(SELECT kcc_may('record_contact'))"
ADDS_TASK = {
    "before": f"{_RECORDS} AND kcc_is_mine(contact_id)",
    "now": f"{_RECORDS} AND (contact_id IS NULL OR kcc_is_mine(contact_id)) AND created_by = (SELECT kcc_agent())",
}


def upgrade() -> None:
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    key = "BLOB" if is_sqlite else "UUID"
    # By hand: Alembic adds the reference by another statement, which SQLite does not know.
    for table, column, of_type, other, its in (
        ("internal_task", "channel_code", "VARCHAR(20)", "channel", "code"),
        ("internal_task", "meant_for", key, "agent", "id"),
        ("work_event", "agent_id", key, "agent", "id"),
    ):
        op.execute(
            f"ALTER TABLE {table} ADD COLUMN {column} {of_type} "
            f"CONSTRAINT fk_{table}_{column}_{other} REFERENCES {other} ({its})"
        )
    op.add_column("internal_task", sa.Column("calling_at", Instant(), nullable=True))
    op.create_index(op.f("ix_internal_task_meant_for"), "internal_task", ["meant_for"])
    if not is_sqlite:
        op.execute(f"GRANT UPDATE ({ADDED}) ON internal_task TO {GROUP}")
        _who_adds_tasks("now")


def _who_adds_tasks(when: str) -> None:
    op.execute(f"ALTER POLICY add ON internal_task WITH CHECK ({ADDS_TASK[when]})")


def downgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        _who_adds_tasks("before")
        op.execute(f"REVOKE UPDATE ({ADDED}) ON internal_task FROM {GROUP}")
    op.drop_index(op.f("ix_internal_task_meant_for"), table_name="internal_task")
    op.drop_column("work_event", "agent_id")
    for column in ("calling_at", "meant_for", "channel_code"):
        op.drop_column("internal_task", column)
