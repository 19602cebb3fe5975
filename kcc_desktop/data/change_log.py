"""What changed, as ids, so that other desktops reload just those rows. Holds no content.

On PostgreSQL a transaction that commits late must not be skipped: each line carries its
transaction's number, and readers take only lines of transactions older than any still running.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import BigInteger, Connection, String, cast, func, insert, literal_column, select, update
from sqlalchemy.orm import Mapped, mapped_column

from kcc_desktop.data.base import Base
from kcc_desktop.data.columns import Id, Instant, Sequence, current_transaction
from kcc_desktop.domain.changes import Change, Position

BELL = "kcc_changes"  # the channel; what it carries is the number of the transaction that wrote
_HORIZON = select(literal_column("pg_snapshot_xmin(pg_current_snapshot())::text::bigint", BigInteger()))


class ChangeRow(Base):
    __tablename__ = "change_log"

    sequence: Mapped[int] = mapped_column(Sequence, primary_key=True, autoincrement=True)
    transaction_number: Mapped[int | None] = mapped_column(BigInteger)
    entity: Mapped[str] = mapped_column(String(30))
    entity_id: Mapped[UUID] = mapped_column(Id)


class DatabaseStateRow(Base):
    """One row. A restore raises the epoch, and every desktop then reloads all it shows."""

    __tablename__ = "database_state"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, default=1)
    database_id: Mapped[UUID] = mapped_column(Id)
    epoch: Mapped[int] = mapped_column(default=1)
    made_at: Mapped[datetime] = mapped_column(Instant)
    is_demo: Mapped[bool] = mapped_column(default=False)
    generator: Mapped[str] = mapped_column(String(200), default="")


def note(connection: Connection, changes: list[Change]) -> None:
    """Write the lines, in the caller's transaction; on PostgreSQL its commit rings the bell of every desktop."""
    if changes:
        statement = insert(ChangeRow).values(transaction_number=current_transaction())
        connection.execute(statement, [{"entity": c.entity, "entity_id": c.entity_id} for c in changes])
        if connection.dialect.name == "postgresql":
            connection.execute(select(func.pg_notify(BELL, cast(current_transaction(), String))))


def epoch(connection: Connection) -> int:
    return connection.scalar(select(DatabaseStateRow.epoch)) or 0


def database_id(connection: Connection) -> UUID | None:
    return connection.scalar(select(DatabaseStateRow.database_id))


def raise_epoch(connection: Connection, at_least: int = 0) -> None:
    """Tell every desktop to reload all; the epoch afterwards is higher than before and not below `at_least`."""
    number = max(epoch(connection) + 1, at_least)
    connection.execute(update(DatabaseStateRow).values(epoch=number))


def position(connection: Connection) -> Position:
    """The place from which `since` tells everything that is not yet visible now."""
    if connection.dialect.name == "postgresql":
        return Position(epoch(connection), 0, _horizon(connection))
    return Position(epoch(connection), connection.scalar(select(func.max(ChangeRow.sequence))) or 0)


def since(connection: Connection, place: Position, most: int | None = None) -> tuple[list[Change], Position]:
    """Changes after `place`, each once, and the new place. On PostgreSQL by transaction number, below the horizon.

    More than `most` lines are not all read: one too many comes back, which the caller can count.
    """
    limit = most + 1 if most is not None else None
    if connection.dialect.name == "postgresql":
        horizon = _horizon(connection)
        rows = connection.execute(
            select(ChangeRow.entity, ChangeRow.entity_id)
            .where(ChangeRow.transaction_number >= place.transaction_number, ChangeRow.transaction_number < horizon)
            .order_by(ChangeRow.transaction_number, ChangeRow.sequence)
            .limit(limit)
        ).all()
        return [Change(*row) for row in rows], Position(epoch(connection), 0, horizon)
    numbered = connection.execute(
        select(ChangeRow.sequence, ChangeRow.entity, ChangeRow.entity_id)
        .where(ChangeRow.sequence > place.sequence)
        .order_by(ChangeRow.sequence)
        .limit(limit)
    ).all()
    last = numbered[-1][0] if numbered else place.sequence
    return [Change(row[1], row[2]) for row in numbered], Position(epoch(connection), last)


def _horizon(connection: Connection) -> int:
    """The oldest transaction still running: what older ones wrote can be seen, and nothing more will come from them."""
    return int(connection.scalar(_HORIZON) or 0)
