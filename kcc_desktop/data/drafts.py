"""Drafts and outbox on disk. Knows ids, revisions and opaque documents; not what a contact is."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from kcc_desktop.data.draft_file import DraftFile
from kcc_desktop.domain.drafts import Draft, OutboxItem
from kcc_desktop.domain.identity import new_id

SCHEMA = (
    """
    CREATE TABLE draft (
        id BLOB NOT NULL CONSTRAINT pk_draft PRIMARY KEY,
        writer BLOB NOT NULL,
        revision INTEGER NOT NULL,
        document BLOB,
        saved_at INTEGER NOT NULL
    ) WITHOUT ROWID
    """,
    """
    CREATE TABLE outbox (
        position INTEGER CONSTRAINT pk_outbox PRIMARY KEY AUTOINCREMENT,
        command_id BLOB NOT NULL CONSTRAINT uq_outbox_command_id UNIQUE,
        kind TEXT NOT NULL,
        document BLOB NOT NULL,
        kept_at INTEGER NOT NULL,
        attempts INTEGER NOT NULL DEFAULT 0,
        last_error TEXT NOT NULL DEFAULT ''
    )
    """,
)
# A forgotten draft stays as a row without text for a while: a save that was under way must not bring it back.
_FORGOTTEN_FOR = timedelta(days=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class DraftStore:
    """The file of drafts and outbox of one user. Calls may come from any thread; they wait for each other.

    Nothing is opened before the first call. Every call refuses with WrongKey, DraftsSetAside, DraftsTooNew, and with
    DraftsAway when the disk is full, read-only or gone; after any of these the next call tries afresh. What a
    writing call was given is on disk when it returns.
    """

    def __init__(self, path: Path, key: str) -> None:
        self._file = DraftFile(path, key, SCHEMA)
        self._writer = new_id().bytes

    def save(self, draft_id: UUID, document: str, revision: int) -> datetime:
        """Keep `document` unless a later revision by this store, or its end, came first; the instant of the save.

        Revisions order the saves of one running program; a program started later goes on from what it finds.
        """
        now = datetime.now(UTC)
        values = (draft_id.bytes, self._writer, revision, _to_bytes(document), _to_number(now))

        def work(connection: Any) -> None:
            connection.execute(
                """
                INSERT INTO draft (id, writer, revision, document, saved_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET writer = excluded.writer, revision = excluded.revision,
                    document = excluded.document, saved_at = excluded.saved_at
                WHERE draft.document IS NOT NULL
                  AND (draft.writer <> excluded.writer OR draft.revision <= excluded.revision)
                """,
                values,
            )

        self._file.write(work)
        return now

    def load_all(self) -> tuple[Draft, ...]:
        """Every draft, the one that was saved last first."""

        def work(connection: Any) -> list[Any]:
            rows: list[Any] = connection.execute(
                "SELECT id, document, revision, saved_at FROM draft WHERE document IS NOT NULL ORDER BY saved_at DESC"
            ).fetchall()
            return rows

        return tuple(
            Draft(UUID(bytes=row[0]), _to_text(row[1]), row[2], _to_instant(row[3])) for row in self._file.read(work)
        )

    def forget(self, draft_id: UUID) -> None:
        """The conversation was recorded or thrown away: its text goes, and no later save brings it back."""
        self._file.write(lambda connection: self._forget(connection, draft_id))

    def keep(self, command_id: UUID, kind: str, document: str, *, forget: UUID | None = None) -> None:
        """Put a finished command in the outbox and, in the same commit, forget the draft it came from.

        The same id and content again is success; the same id with other content is a bug (ValueError).
        """
        content = (kind, _to_bytes(document))

        def work(connection: Any) -> None:
            there = connection.execute(
                "SELECT kind, document FROM outbox WHERE command_id = ?", (command_id.bytes,)
            ).fetchone()
            if there is None:
                connection.execute(
                    "INSERT INTO outbox (command_id, kind, document, kept_at) VALUES (?, ?, ?, ?)",
                    (command_id.bytes, *content, _to_number(datetime.now(UTC))),
                )
            elif tuple(there) != content:
                raise ValueError("one command id with two contents")
            if forget is not None:
                self._forget(connection, forget)

        self._file.write(work)

    def pending(self) -> tuple[OutboxItem, ...]:
        """What waits to be sent, oldest first."""

        def work(connection: Any) -> list[Any]:
            rows: list[Any] = connection.execute(
                "SELECT command_id, kind, document, kept_at, attempts, last_error FROM outbox ORDER BY position"
            ).fetchall()
            return rows

        return tuple(
            OutboxItem(UUID(bytes=row[0]), row[1], _to_text(row[2]), _to_instant(row[3]), row[4], row[5])
            for row in self._file.read(work)
        )

    def sent(self, command_id: UUID) -> None:
        """It arrived; away with it. Unknown ids are fine: another process may have sent it as well."""
        self._file.write(
            lambda connection: connection.execute("DELETE FROM outbox WHERE command_id = ?", (command_id.bytes,))
        )

    def take_back(self, command_id: UUID, draft_id: UUID, document: str) -> bool:
        """The finished command becomes the draft `document` in one commit; False when it is not here any more."""
        values = (draft_id.bytes, self._writer, _to_bytes(document), _to_number(datetime.now(UTC)))

        def work(connection: Any) -> bool:
            gone = connection.execute("DELETE FROM outbox WHERE command_id = ?", (command_id.bytes,)).rowcount
            if gone:
                connection.execute(
                    "INSERT INTO draft (id, writer, revision, document, saved_at) VALUES (?, ?, 0, ?, ?)", values
                )
            return bool(gone)

        return self._file.write(work)

    def failed(self, command_id: UUID, error: str) -> None:
        """Count an attempt; `error` is the name of an exception's class, never its text."""
        self._file.write(
            lambda connection: connection.execute(
                "UPDATE outbox SET attempts = attempts + 1, last_error = ? WHERE command_id = ?",
                (error, command_id.bytes),
            )
        )

    def close(self) -> None:
        self._file.close()

    def _forget(self, connection: Any, draft_id: UUID) -> None:
        now = datetime.now(UTC)
        connection.execute(
            """
            INSERT INTO draft (id, writer, revision, document, saved_at) VALUES (?, ?, 0, NULL, ?)
            ON CONFLICT (id) DO UPDATE SET document = NULL, saved_at = excluded.saved_at
            """,
            (draft_id.bytes, self._writer, _to_number(now)),
        )
        connection.execute(
            "DELETE FROM draft WHERE document IS NULL AND saved_at < ?", (_to_number(now - _FORGOTTEN_FOR),)
        )


def _to_bytes(document: str) -> bytes:
    """Bytes, because a text column would stop at NUL in some tools and refuses half an emoji."""
    return document.encode("utf-8", "surrogatepass")


def _to_text(document: bytes) -> str:
    return document.decode("utf-8", "surrogatepass")


def _to_number(instant: datetime) -> int:
    return (instant - _EPOCH) // _MICROSECOND


def _to_instant(number: int) -> datetime:
    return _EPOCH + number * _MICROSECOND
