"""Why the municipality calls somebody by itself: a talk is advised for the product, or an idea was told."""

from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.execute(
        "ALTER TABLE internal_task ADD COLUMN reason VARCHAR(10) DEFAULT '' NOT NULL "
        "CONSTRAINT ck_internal_task_reason CHECK (reason IN ('advised', 'initiative', ''))"
    )


def downgrade() -> None:
    op.drop_column("internal_task", "reason")
