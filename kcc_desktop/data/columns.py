"""Column types and clock words that mean the same on SQLite and PostgreSQL."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, Date, DateTime, Dialect, Integer, LargeBinary, String, Uuid
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, TypeEngine

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class Id(TypeDecorator[UUID]):
    """A UUID: PostgreSQL's own type, 16 bytes on SQLite (a third of its text, and it sorts the same)."""

    impl = Uuid
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(LargeBinary(16) if dialect.name == "sqlite" else Uuid())

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> Any:
        return value.bytes if value is not None and dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> UUID | None:
        return UUID(bytes=value) if value is not None and dialect.name == "sqlite" else value


def driver_id(value: Any) -> UUID:
    """An id as the driver gives it, read past the mapping."""
    return value if isinstance(value, UUID) else UUID(bytes=value)


class Instant(TypeDecorator[datetime]):
    """A moment, always with a zone in Python. SQLite drops zones, so there it is microseconds since 1970."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(BigInteger() if dialect.name == "sqlite" else DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a zone")
        return (value - _EPOCH) // _MICROSECOND if dialect.name == "sqlite" else value.astimezone(UTC)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return _EPOCH + timedelta(microseconds=value) if dialect.name == "sqlite" else value.astimezone(UTC)


def driver_instant(value: datetime, dialect: str) -> Any:
    """An instant as the driver wants it, written past the mapping."""
    return (value - _EPOCH) // _MICROSECOND if dialect == "sqlite" else value


class Day(TypeDecorator[date]):
    """A calendar day, ISO text on SQLite."""

    impl = Date
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        return dialect.type_descriptor(String(10) if dialect.name == "sqlite" else Date())

    def process_bind_param(self, value: date | None, dialect: Dialect) -> Any:
        return value.isoformat() if value is not None and dialect.name == "sqlite" else value

    def process_result_value(self, value: Any, dialect: Dialect) -> date | None:
        return date.fromisoformat(value) if value is not None and dialect.name == "sqlite" else value


class database_now(FunctionElement[datetime]):  # noqa: N801 - reads as the SQL word it is
    """The database's clock: the only one all desktops share."""

    type = Instant()
    inherit_cache = True
    name = "database_now"


@compiles(database_now, "sqlite")
def _sqlite_now(_element: database_now, _compiler: SQLCompiler, **_: Any) -> str:
    return "CAST(unixepoch('subsec') * 1000000 AS INTEGER)"


@compiles(database_now, "postgresql")
def _postgresql_now(_element: database_now, _compiler: SQLCompiler, **_: Any) -> str:
    return "statement_timestamp()"


class session_login(FunctionElement[str]):  # noqa: N801
    """Who is connected: the login on PostgreSQL, the OS account on SQLite (a function of the connection)."""

    type = String()
    inherit_cache = True
    name = "session_login"


@compiles(session_login, "sqlite")
def _sqlite_login(_element: session_login, _compiler: SQLCompiler, **_: Any) -> str:
    return "kcc_login()"


@compiles(session_login, "postgresql")
def _postgresql_login(_element: session_login, _compiler: SQLCompiler, **_: Any) -> str:
    return "session_user::text"


class current_transaction(FunctionElement[int]):  # noqa: N801
    """The running transaction's number on PostgreSQL; SQLite has one writer at a time and needs none."""

    type = BigInteger()
    inherit_cache = True
    name = "current_transaction"


@compiles(current_transaction, "sqlite")
def _sqlite_transaction(_element: current_transaction, _compiler: SQLCompiler, **_: Any) -> str:
    return "NULL"


@compiles(current_transaction, "postgresql")
def _postgresql_transaction(_element: current_transaction, _compiler: SQLCompiler, **_: Any) -> str:
    return "pg_current_xact_id()::text::bigint"


# SQLite numbers rows by itself only for INTEGER, PostgreSQL counts to 2^31 with it.
Sequence = BigInteger().with_variant(Integer(), "sqlite")


def one_of(column: str, values: type[Any] | tuple[str, ...], *, empty: bool = False) -> CheckConstraint:
    """The column holds one of these words (an enumeration's values); `empty` also allows ''."""
    words = list(values) if isinstance(values, tuple) else [member.value for member in values]
    if empty:
        words.append("")
    listed = ", ".join(f"'{word}'" for word in words)
    return CheckConstraint(f"{column} IN ({listed})", name=column)
