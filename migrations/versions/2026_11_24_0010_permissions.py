"""Who serves at the counter, blocks and overbooks its time, carries visits out, reads safety notes and keeps the lists.

SQLite asks the program alone; on PostgreSQL `kcc_may` says the same, for whoever comes past the program. The lists of
the calendar (locations, counters, hours, closures) may be kept by whom keeps the catalogue, not by administrators alone.
"""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

# As the program had them when this was written; a test compares.
_DESK = ("read_party", "edit_party", "read_contact", "record_contact", "correct_contact", "reveal", "plan", "work")
BEFORE = {
    "agent": _DESK,
    "counter": _DESK,
    "back_office": _DESK,
    "neighbourhood": (*_DESK, "read_confidential"),
    "visitor": ("read_party", "read_contact", "record_contact"),
    "team_lead": (*_DESK, "read_confidential", "read_enforcement", "put_notice", "assign"),
    "editor": ("edit_catalogue", "put_notice"),
    "administrator": ("administer", "edit_catalogue", "put_notice"),
    "auditor": ("read_audit",),
}
NEW = {
    "agent": ("serve",),
    "counter": ("serve", "block"),
    "back_office": ("serve",),
    "neighbourhood": ("serve", "visit", "read_safety"),
    "visitor": ("visit", "read_safety"),
    "team_lead": ("serve", "block", "overbook", "visit", "read_safety"),
    "editor": ("keep_lists",),
    "administrator": ("keep_lists",),
    "auditor": (),
}
PERMISSIONS = {role: (*may, *NEW[role]) for role, may in BEFORE.items()}
LISTS = ("location", "counter", "weekly_hours", "closure", "product_facts", "product_location", "work_queue")
OLD_RULE = dict.fromkeys(LISTS, "administer") | {
    "product_facts": "edit_catalogue",
    "product_location": "edit_catalogue",
}


def upgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        _say_who_may(PERMISSIONS)
        for table in LISTS:
            _let_keep(table, "keep_lists")


def _say_who_may(permissions: dict[str, tuple[str, ...]]) -> None:
    case = " ".join(f"WHEN '{role}' THEN ARRAY[{', '.join(map(repr, may))}]" for role, may in permissions.items())
    op.execute(
        "CREATE OR REPLACE FUNCTION kcc_may(VARIADIC wanted text[]) RETURNS boolean LANGUAGE plpgsql STABLE "
        f"SECURITY DEFINER SET search_path = pg_catalog, {_schema()}, pg_temp AS $$ BEGIN "
        "RETURN EXISTS (SELECT 1 FROM agent AS a JOIN agent_role AS r ON r.agent_id = a.id "
        f"WHERE a.login = session_user::text AND a.is_active AND wanted && (CASE r.role {case} END)); END; $$"
    )


def _let_keep(table: str, permission: str) -> None:
    rule = f"(SELECT kcc_may('{permission}'))"
    op.execute(f"ALTER POLICY add ON {table} WITH CHECK ({rule})")
    op.execute(f"ALTER POLICY change ON {table} USING ({rule}) WITH CHECK ({rule})")
    if table != "work_queue":  # a queue is never deleted
        op.execute(f"ALTER POLICY remove ON {table} USING ({rule})")


def _schema() -> str:
    bind = op.get_bind()
    return bind.dialect.identifier_preparer.quote(str(bind.scalar(sa.select(sa.func.current_schema()))))


def downgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        for table, permission in OLD_RULE.items():
            _let_keep(table, permission)
        _say_who_may(BEFORE)
