"""Who may enter a team's database: the group of desks, and the logins in it. Knows no agent.

A login is made by the administrator of the server; what a desk may do belongs to the group and never to a login.
"""

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from kcc_desktop.domain.errors import Refusal

GROUP = "kcc_desk"
_ROLE = text("SELECT oid FROM pg_roles WHERE rolname = :name")
# PostgreSQL's words: may not, no such role, is there already, others depend on it.
_MAY_NOT, _NO_SUCH_ROLE, _IS_THERE = "42501", "42704", "42710"


class GroupMissing(Refusal):
    """The group of desks is not there and this login may not make it: the server's administrator does."""


class TableOwnerNeeded(Refusal):
    """Only the owner of the tables may do this to a team's database."""


def make_group(connection: Connection, name: str = GROUP) -> None:
    """Make the group when it is missing: it is the whole server's, for all its databases. Refuses with GroupMissing."""
    if connection.scalar(_ROLE, {"name": name}) is None:
        done = _tried(connection, f"CREATE ROLE {name} NOLOGIN")
        if done not in ("", _IS_THERE):  # another database of this server was being upgraded at the same time
            raise GroupMissing


def let_in(connection: Connection, login: str) -> bool:
    """Whether the login is in the group now; False: it is not there, or this login may not let others in."""
    return _is_in(connection, login) or not _tried(connection, f"GRANT {GROUP} TO {_quoted(login)}")


def put_out(connection: Connection, login: str) -> bool:
    """Whether the login is in the group no longer; False when this login may not say so."""
    if not _is_in(connection, login):
        return True
    _tried(connection, f"REVOKE {GROUP} FROM {_quoted(login)}")
    return not _is_in(connection, login)  # a right that somebody else gave stays, and nothing is refused


def line_to_let_in(login: str) -> str:
    """What the server's administrator runs for it."""
    return f"GRANT {GROUP} TO {_quoted(login)};"


def line_to_put_out(login: str) -> str:
    return f"REVOKE {GROUP} FROM {_quoted(login)};"


def require_owner(connection: Connection) -> None:
    """Refuses with TableOwnerNeeded who may not speak for the tables' owner; everybody may of an empty database."""
    may = connection.scalar(
        text(
            "SELECT pg_has_role(relowner, 'USAGE') FROM pg_class "
            "WHERE oid = to_regclass(quote_ident(current_schema()) || '.alembic_version')"
        )
    )
    if may is False:
        raise TableOwnerNeeded


def _is_in(connection: Connection, login: str) -> bool:
    found = connection.scalar(
        text(
            "SELECT 1 FROM pg_auth_members AS m JOIN pg_roles AS g ON g.oid = m.roleid "
            "JOIN pg_roles AS l ON l.oid = m.member WHERE g.rolname = :group AND l.rolname = :login"
        ),
        {"group": GROUP, "login": login},
    )
    return found is not None


def _quoted(login: str) -> str:
    return '"' + login.replace('"', '""') + '"'


def _tried(connection: Connection, statement: str) -> str:
    """The empty text when it was done, else PostgreSQL's word for why not; the transaction goes on."""
    try:
        with connection.begin_nested():
            connection.exec_driver_sql(statement.replace("%", "%%"))
    except DBAPIError as error:
        state = str(getattr(error.orig, "sqlstate", ""))
        if state not in (_MAY_NOT, _NO_SUCH_ROLE, _IS_THERE):
            raise
        return state
    return ""
