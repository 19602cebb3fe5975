"""What happened at the invented municipality, as values between those who think it up and the ledger."""

from dataclasses import dataclass


@dataclass(slots=True)
class Told:
    """One conversation with one question, as the generator thought it up. Instants are microseconds since 1970."""

    id: bytes
    contact_id: bytes
    channel: str
    started_at: int
    ended_at: int
    agent_id: bytes
    cluster_id: bytes
    outcome: str
    product_id: bytes | None
    summary: str
    note: str = ""
    direction: str = "inbound"
    capacity: str = "resident"
    identity: str = "not_established"
    identity_how: str = ""
    language: str = "nld"
    caller_number: str = ""
    wait_seconds: int = 0
    hold_seconds: int = 0
    kind: str = "question"
    authority: str = ""
    role: str = "service"
    secrecy: str = "open"
    place: str = ""
    handed: tuple[bytes, str, bytes] | None = None  # id, how, and to which colleague


@dataclass(slots=True)
class Promise:
    """A task or callback that a contact left behind."""

    id: bytes
    kind: str
    state: str
    contact_id: bytes | None
    party_id: bytes
    owner_id: bytes | None
    product_id: bytes | None
    due_at: int
    created_at: int
    closed_at: int | None
    agent_id: bytes
    cluster_id: bytes
    phone: str
    explanation: str
    year: int
    secrecy: str = "open"
    channel: str = ""  # of what came from no contact
    queue_code: str = ""  # where it stands, when that is said
    is_told: bool = False  # part of a story: nobody has it yet, and its moment stands


@dataclass(slots=True)
class Handled:
    """A case; days are ISO text."""

    id: bytes
    case_type: str
    description: str
    status: str
    started_on: str
    decide_by: str | None
    ended_on: str | None
    handler: str
    department: str
    result: str
    steps: tuple[tuple[str, str | None], ...]
    started_at: int
    parties: tuple[tuple[bytes, str], ...]
