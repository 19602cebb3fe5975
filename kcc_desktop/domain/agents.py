"""Who works here and what each role may do. Roles are data; what a role means is decided here.

Knows no login: the database says which agent a connection belongs to.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from kcc_desktop.domain.errors import InvalidValue, NotAllowed, Refusal

_SKILL = re.compile(r"[a-z0-9_-]{1,40}")


class Role(StrEnum):
    AGENT = "agent"
    COUNTER = "counter"
    BACK_OFFICE = "back_office"
    NEIGHBOURHOOD = "neighbourhood"
    VISITOR = "visitor"
    TEAM_LEAD = "team_lead"
    EDITOR = "editor"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


class Permission(StrEnum):
    READ_PARTY = "read_party"
    EDIT_PARTY = "edit_party"
    READ_CONTACT = "read_contact"
    READ_CONFIDENTIAL = "read_confidential"
    READ_ENFORCEMENT = "read_enforcement"
    RECORD_CONTACT = "record_contact"
    CORRECT_CONTACT = "correct_contact"
    REVEAL = "reveal"  # BSN, or what a disclosure restriction covers; always with a purpose
    PLAN = "plan"  # hold, book, move and cancel appointments
    WORK = "work"  # take, hand over and close what stands in a queue
    ASSIGN = "assign"  # take a colleague's work off them
    SERVE = "serve"  # call, help and let go who comes to the counter
    BLOCK = "block"  # keep a counter's or worker's time free of appointments
    OVERBOOK = "overbook"  # one more than there is room for, on purpose
    VISIT = "visit"  # go there, and say how it went
    READ_SAFETY = "read_safety"  # what a visitor must know about an address to come home safe
    KEEP_LISTS = "keep_lists"  # calendar, products, queues, workers, texts
    EDIT_CATALOGUE = "edit_catalogue"
    PUT_NOTICE = "put_notice"
    ADMINISTER = "administer"
    READ_AUDIT = "read_audit"


_DESK = frozenset(
    {
        Permission.READ_PARTY,
        Permission.EDIT_PARTY,
        Permission.READ_CONTACT,
        Permission.RECORD_CONTACT,
        Permission.CORRECT_CONTACT,
        Permission.REVEAL,
        Permission.PLAN,
        Permission.WORK,
        Permission.SERVE,
    }
)

# An administrator configures and reads no contact content; an auditor reads the audit and nothing else.
PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.AGENT: _DESK,
    Role.COUNTER: _DESK | {Permission.BLOCK},
    Role.BACK_OFFICE: _DESK,
    Role.NEIGHBOURHOOD: _DESK | {Permission.READ_CONFIDENTIAL, Permission.VISIT, Permission.READ_SAFETY},
    Role.VISITOR: frozenset(
        {
            Permission.READ_PARTY,
            Permission.READ_CONTACT,
            Permission.RECORD_CONTACT,
            Permission.VISIT,
            Permission.READ_SAFETY,
        }
    ),
    Role.TEAM_LEAD: _DESK
    | {
        Permission.READ_CONFIDENTIAL,
        Permission.READ_ENFORCEMENT,
        Permission.PUT_NOTICE,
        Permission.ASSIGN,
        Permission.BLOCK,
        Permission.OVERBOOK,
        Permission.VISIT,
        Permission.READ_SAFETY,
    },
    Role.EDITOR: frozenset({Permission.EDIT_CATALOGUE, Permission.PUT_NOTICE, Permission.KEEP_LISTS}),
    Role.ADMINISTRATOR: frozenset(
        {Permission.ADMINISTER, Permission.EDIT_CATALOGUE, Permission.PUT_NOTICE, Permission.KEEP_LISTS}
    ),
    Role.AUDITOR: frozenset({Permission.READ_AUDIT}),
}


class UnknownLogin(Refusal):
    """The login has no agent row, or a blocked one: nobody works under a name the office does not know."""


class LoginTaken(Refusal):
    """The login is an agent's already, or was: what somebody did is never another's, so a login is not handed on."""


class LastAdministrator(Refusal):
    """Nobody would be left who may let others in."""


class UnknownCluster(Refusal):
    """There is no such cluster; `known` are those that are there. A slip of the pen must not part a team in two."""

    def __init__(self, known: tuple[str, ...]) -> None:
        super().__init__()
        self.known = known


@dataclass(frozen=True, slots=True)
class Cluster:
    id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class AgentName:
    """A colleague at the desk, as lists name them."""

    id: UUID
    name: str
    cluster_name: str


@dataclass(frozen=True, slots=True)
class Agent:
    """One person at one login. `roles` come from the database with each call, never from a cache."""

    id: UUID
    name: str
    cluster_id: UUID | None
    cluster_name: str
    roles: frozenset[Role]

    def may(self, permission: Permission) -> bool:
        return any(permission in PERMISSIONS[role] for role in self.roles)

    def require(self, permission: Permission) -> None:
        """Refuses with NotAllowed when no role of the agent gives `permission`."""
        if not self.may(permission):
            raise NotAllowed(permission.value)


@dataclass(frozen=True, slots=True)
class ListedAgent:
    """An agent as the administrator sees them; `is_active` False: ended."""

    login: str
    name: str
    cluster_name: str
    roles: frozenset[Role]
    is_active: bool
    skills: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class AddAgent:
    """`may_make_cluster`: a cluster that is not there is a new one, and no slip of the pen."""

    login: str
    name: str
    cluster: str
    roles: frozenset[Role]
    may_make_cluster: bool = False


@dataclass(frozen=True, slots=True)
class ChangeAgent:
    """None: that stays as it is."""

    login: str
    name: str | None = None
    cluster: str | None = None
    roles: frozenset[Role] | None = None
    may_make_cluster: bool = False
    skills: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """Whether the database lets the login in, or out, as it should; else `line` is what its administrator runs."""

    is_settled: bool = True
    line: str = ""


def parse_roles(text: str) -> frozenset[Role]:
    """Roles by their words, with commas between. Refuses with InvalidValue("roles", "empty" | "unknown")."""
    words = {word.strip().lower() for word in text.split(",")} - {""}
    if not words:
        raise InvalidValue("roles", "empty")
    if words - set(Role):
        raise InvalidValue("roles", "unknown")
    return frozenset(map(Role, words))


def parse_skills(text: str) -> frozenset[str]:
    """Skills by their words, with commas between; nothing is none. Refuses with InvalidValue("skills", "characters").

    They are compared with what a queue or a counter asks for, so that a word is letters, digits, "-" and "_" only.
    """
    words = {word.strip().lower() for word in text.split(",")} - {""}
    if any(not _SKILL.fullmatch(word) for word in words):
        raise InvalidValue("skills", "characters")
    return frozenset(words)
