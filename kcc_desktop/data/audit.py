"""Who did what: append-only lines, one hash chain per desktop session. Holds ids, never personal text.

One chain for the whole office would serialise every writer; a chain per session does not, and a
line that is changed or missing still shows (BIO2 8.15.05).
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import Connection, ForeignKey, Index, LargeBinary, String, insert, select
from sqlalchemy.orm import Mapped, mapped_column

from kcc_desktop.data.base import Base
from kcc_desktop.data.columns import Id, Instant

FIRST = b"\x00" * 32


class AuditLineRow(Base):
    """The columns of BIO2 8.15.01: action, object, result, origin, actor, time."""

    __tablename__ = "audit_line"
    __table_args__ = (Index(None, "object_id", "at"), Index(None, "at"))

    chain_id: Mapped[UUID] = mapped_column(Id, primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    previous_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    line_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    at: Mapped[datetime] = mapped_column(Instant)
    actor_id: Mapped[UUID] = mapped_column(Id, ForeignKey("agent.id"))
    action: Mapped[str] = mapped_column(String(40))
    object_kind: Mapped[str] = mapped_column(String(40))
    object_id: Mapped[UUID] = mapped_column(Id)
    result: Mapped[str] = mapped_column(String(20))
    purpose: Mapped[str] = mapped_column(String(40), default="")
    origin: Mapped[str] = mapped_column(String(64))


@dataclass(frozen=True, slots=True)
class AuditLine:
    """`purpose` is a code of the list of purposes, never free text."""

    action: str
    object_kind: str
    object_id: UUID
    result: str = "done"
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class ChainHead:
    """Where a session's chain stands. Immutable, so that a rolled-back transaction leaves no trace."""

    chain_id: UUID
    origin: str
    number: int = 0
    last_hash: bytes = FIRST


def _canonical(chain_id: UUID, number: int, at: datetime, actor_id: UUID, line: AuditLine, origin: str) -> bytes:
    fields = [
        str(chain_id),
        number,
        at.astimezone(UTC).isoformat(timespec="microseconds"),
        str(actor_id),
        line.action,
        line.object_kind,
        str(line.object_id),
        line.result,
        line.purpose,
        origin,
    ]
    return json.dumps(fields, ensure_ascii=True, separators=(",", ":")).encode("ascii")


def append(connection: Connection, head: ChainHead, line: AuditLine, actor_id: UUID, at: datetime) -> ChainHead:
    """Write the line in the caller's transaction; answers the chain's new head, which counts after commit."""
    number = head.number + 1
    body = _canonical(head.chain_id, number, at, actor_id, line, head.origin)
    line_hash = hashlib.sha256(head.last_hash + body).digest()
    connection.execute(
        insert(AuditLineRow),
        {
            "chain_id": head.chain_id,
            "number": number,
            "previous_hash": head.last_hash,
            "line_hash": line_hash,
            "at": at,
            "actor_id": actor_id,
            "action": line.action,
            "object_kind": line.object_kind,
            "object_id": line.object_id,
            "result": line.result,
            "purpose": line.purpose,
            "origin": head.origin,
        },
    )
    return replace(head, number=number, last_hash=line_hash)


def newest(connection: Connection, head: ChainHead) -> ChainHead:
    """Where the database has the chain of `head`, whatever the desktop remembers of it."""
    row = connection.execute(
        select(AuditLineRow.number, AuditLineRow.line_hash)
        .where(AuditLineRow.chain_id == head.chain_id)
        .order_by(AuditLineRow.number.desc())
        .limit(1)
    ).first()
    if row is None:
        return replace(head, number=0, last_hash=FIRST)
    return replace(head, number=row.number, last_hash=bytes(row.line_hash))


def broken_lines(connection: Connection) -> Iterator[tuple[UUID, int]]:
    """Chain and number of every line that does not follow from the one before it."""
    rows = connection.execution_options(yield_per=1000).execute(
        select(AuditLineRow.__table__).order_by(AuditLineRow.chain_id, AuditLineRow.number)
    )
    chain, number, last = None, 0, FIRST
    for row in rows:
        if row.chain_id != chain:
            chain, number, last = row.chain_id, 0, FIRST
        number += 1
        line = AuditLine(row.action, row.object_kind, row.object_id, row.result, row.purpose)
        body = _canonical(row.chain_id, row.number, row.at, row.actor_id, line, row.origin)
        expected = hashlib.sha256(last + body).digest()
        if row.number != number or bytes(row.previous_hash) != last or bytes(row.line_hash) != expected:
            yield row.chain_id, row.number
        number, last = row.number, bytes(row.line_hash)
