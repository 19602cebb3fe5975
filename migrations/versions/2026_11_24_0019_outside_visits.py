"""Whoever keeps the lists hears which promised visits a change leaves outside, and reads nothing else of them."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

GROUP = "kcc_desk"
PROMISED = "'planned', 'dispatched'"
COLUMNS = "reference varchar, worker_id uuid, local_on date, quantum integer, quanta integer, postcode varchar"


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        return
    op.execute(
        f"CREATE FUNCTION kcc_promised_visits(since integer) RETURNS TABLE ({COLUMNS}) LANGUAGE plpgsql STABLE "
        f"SECURITY DEFINER SET search_path = pg_catalog, {_schema()}, pg_temp AS $$ BEGIN "
        "RETURN QUERY SELECT v.reference, s.worker_id, s.local_on, s.quantum, s.quanta, p.postcode FROM visit AS v "
        "JOIN visit_stop AS s ON s.visit_id = v.id JOIN visit_place AS p ON p.visit_id = v.id "
        f"WHERE v.state IN ({PROMISED}) AND s.quantum >= since AND kcc_may('keep_lists'); "
        "END; $$"
    )
    op.execute("REVOKE ALL ON FUNCTION kcc_promised_visits(integer) FROM PUBLIC")
    op.execute(f"GRANT EXECUTE ON FUNCTION kcc_promised_visits(integer) TO {GROUP}")
    op.execute(f"GRANT UPDATE (code) ON worker TO {GROUP}")  # who keeps the lists writes a worker as a whole


def _schema() -> str:
    bind = op.get_bind()
    return bind.dialect.identifier_preparer.quote(str(bind.scalar(sa.select(sa.func.current_schema()))))


def downgrade() -> None:
    if op.get_bind().dialect.name != "sqlite":
        op.execute(f"REVOKE UPDATE (code) ON worker FROM {GROUP}")
        op.execute("DROP FUNCTION kcc_promised_visits(integer)")
