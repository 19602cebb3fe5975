"""From which day somebody no longer speaks for another: that is not always the day on which the desk hears of it."""

import sqlalchemy as sa
from alembic import op

from kcc_desktop.data.columns import Day

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Rows of before keep none: they are written once, and ended on the day they were written.
    op.add_column("representation_end", sa.Column("ended_on", Day(), nullable=True))


def downgrade() -> None:
    op.drop_column("representation_end", "ended_on")
