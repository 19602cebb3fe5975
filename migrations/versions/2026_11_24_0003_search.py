"""The search index in the order of the last contact, a party's words in one row, and every word once.

Words of a million people are read in the order in which they are shown, so that a frequent word costs no more than a
rare one, and a word nobody has can be taken for one that somebody has.
"""

import sqlalchemy as sa
from alembic import op

from kcc_desktop.data.columns import Id

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

NEVER = 2**31 - 1


def _token() -> sa.types.TypeEngine[str]:
    return sa.String(length=64, collation="C").with_variant(sa.String(length=64), "sqlite")


def upgrade() -> None:
    op.create_table(
        "search_party",
        sa.Column("rank", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("party_id", Id(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_search_party_party_id_party")),
        sa.PrimaryKeyConstraint("rank", "party_id", name=op.f("pk_search_party")),
        sa.UniqueConstraint("party_id", name=op.f("uq_search_party_party_id")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "search_word",
        sa.Column("word", _token(), nullable=False),
        sa.PrimaryKeyConstraint("word", name=op.f("pk_search_word")),
        sqlite_with_rowid=False,
    )
    if op.get_bind().dialect.name == "sqlite":
        joined, minutes, is_name = "group_concat(token, ' ')", "last_contact_at / 60000000", "NOT GLOB '*[0-9]*'"
    else:
        joined = "string_agg(token, ' ' ORDER BY token)"
        minutes, is_name = "floor(extract(epoch FROM last_contact_at) / 60)::integer", "!~ '[0-9]'"
    op.execute(
        f"INSERT INTO search_party (rank, party_id, words) SELECT {NEVER} - coalesce({minutes}, 0), t.party_id, "
        "' ' || t.words || ' ' FROM "
        f"(SELECT party_id, {joined} AS words FROM (SELECT party_id, token FROM search_token ORDER BY party_id, token)"
        " AS o GROUP BY party_id) AS t LEFT JOIN party_activity AS a ON a.party_id = t.party_id"
    )
    op.execute(f"INSERT INTO search_word (word) SELECT DISTINCT token FROM search_token WHERE token {is_name}")
    _make_again(
        "SELECT t.token, p.rank, t.party_id FROM search_token AS t JOIN search_party AS p ON p.party_id = t.party_id",
        ["token", "rank", "party_id"],
    )


def downgrade() -> None:
    _make_again("SELECT token, party_id FROM search_token", ["token", "party_id"])
    op.create_index(op.f("ix_search_token_party_id"), "search_token", ["party_id"], unique=False)
    op.drop_table("search_word")
    op.drop_table("search_party")


def _make_again(kept: str, columns: list[str]) -> None:
    """A table's key cannot be changed in place on SQLite."""
    op.execute(f"CREATE TABLE search_token_kept AS {kept}")
    op.drop_table("search_token")
    made = [sa.Column("token", _token(), nullable=False), sa.Column("party_id", Id(), nullable=False)]
    if "rank" in columns:
        made.insert(1, sa.Column("rank", sa.Integer(), autoincrement=False, nullable=False))
    op.create_table(
        "search_token",
        *made,
        sa.ForeignKeyConstraint(["party_id"], ["party.id"], name=op.f("fk_search_token_party_id_party")),
        sa.PrimaryKeyConstraint(*columns, name=op.f("pk_search_token")),
        sqlite_with_rowid=False,
    )
    names = ", ".join(columns)
    op.execute(f"INSERT INTO search_token ({names}) SELECT {names} FROM search_token_kept ORDER BY {names}")
    op.drop_table("search_token_kept")
