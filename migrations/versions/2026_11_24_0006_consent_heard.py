"""How somebody agreed to be written to, or took it back: the channel, and the conversation it was said in."""

import sqlalchemy as sa
from alembic import op

from kcc_desktop.data.columns import Id

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("consent", sa.Column("channel_code", sa.String(length=20), nullable=True))
    op.add_column("consent", sa.Column("conversation_id", Id(), nullable=True))


def downgrade() -> None:
    op.drop_column("consent", "conversation_id")
    op.drop_column("consent", "channel_code")
